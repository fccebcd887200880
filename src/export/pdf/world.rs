//! What typst may read: one template, the data of a document, its charts and the bundled typefaces; no disk, no clock.

use std::collections::HashMap;
use std::sync::OnceLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook, FontInfo};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

use crate::chart::fonts::FILES;
use crate::export::error::ExportError;

/// The files of one document.
pub struct Desk {
    main: Source,
    files: HashMap<FileId, Bytes>,
}

impl Desk {
    /// A template with the files that it reads, by their paths.
    ///
    /// # Errors
    /// A path that is none; ours all are.
    pub fn new(
        template: &str,
        files: impl IntoIterator<Item = (String, Vec<u8>)>,
    ) -> Result<Self, ExportError> {
        let main = Source::new(path("/main.typ")?, template.to_owned());
        let files = files
            .into_iter()
            .map(|(name, bytes)| Ok((path(&name)?, Bytes::new(bytes))));
        let files = files.collect::<Result<_, ExportError>>()?;
        Ok(Self { main, files })
    }
}

fn path(name: &str) -> Result<FileId, ExportError> {
    let path = VirtualPath::new(name).map_err(|why| ExportError::Typesetting(why.to_string()))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

struct Shared {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

/// The library and the typefaces, read once.
fn shared() -> &'static Shared {
    static SHARED: OnceLock<Shared> = OnceLock::new();
    SHARED.get_or_init(|| {
        let (mut fonts, mut book) = (Vec::new(), FontBook::new());
        for (family, file) in FILES {
            for font in Font::iter(Bytes::new(file)) {
                book.push(FontInfo {
                    family: family.to_owned(),
                    ..font.info().clone()
                });
                fonts.push(font);
            }
        }
        // Row headers of tables are among these.
        let features = [Feature::A11yExtras].into_iter().collect();
        Shared {
            library: LazyHash::new(Library::builder().with_features(features).build()),
            book: LazyHash::new(book),
            fonts,
        }
    })
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &shared().library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &shared().book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() {
            Ok(self.main.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        shared().fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
