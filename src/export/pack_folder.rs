//! A folder that is filled whole or not at all, and in which nobody's own files are touched.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process;

use crate::export::error::ExportError;

/// The first line of the list of the files of a pack.
const FIRST_LINE: &str =
    "Exported by Fruitful: these files are replaced when this is exported again";

/// No list of ours is longer.
const LONGEST_LIST: u64 = 16 * 1024 * 1024;

/// Why there is no pack.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// A chart or its file could not be made.
    #[error("{0}")]
    Export(#[from] ExportError),
    /// The name is a file's.
    #[error("\"{}\" is a file. Choose a folder", .0.display())]
    NoFolder(PathBuf),
    /// A file of the same name, which no pack of ours has put there.
    #[error(
        "\"{}\" is there already and is from no earlier pack. Choose another folder, or move that file",
        .0.display()
    )]
    Taken(PathBuf),
    /// The system would not write; what was there before still is.
    #[error("Cannot write \"{}\": {why}", path.display())]
    File {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        why: io::Error,
    },
}

/// A folder while it is filled: files gather beside it until all are there.
#[derive(Debug)]
pub(crate) struct PackFolder {
    folder: PathBuf,
    beside: PathBuf,
    list: &'static str,
}

impl PackFolder {
    /// Makes ready to fill this folder, which need not be there yet. The file `list` names the files of the pack, so that
    /// they are known when it is made again; packs of another sort have lists of their own.
    ///
    /// # Errors
    /// A file of that name, or a place that cannot be written.
    pub(crate) fn begin(folder: &Path, list: &'static str) -> Result<Self, PackError> {
        let folder = if folder.is_symlink() {
            fs::canonicalize(folder).map_err(at(folder))?
        } else {
            folder.to_owned()
        };
        if folder.exists() && !folder.is_dir() {
            return Err(PackError::NoFolder(folder));
        }
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        let beside = format!(".{name}.part-{}", process::id());
        // `.` and `..` have no name and are there already: what gathers for them stands inside.
        let beside = match folder.file_name() {
            Some(_) => folder.with_file_name(beside),
            None => folder.join(beside),
        };
        fs::create_dir(&beside).map_err(at(&beside))?;
        Ok(Self {
            folder,
            beside,
            list,
        })
    }

    /// Adds a file.
    ///
    /// # Errors
    /// What the system says.
    pub(crate) fn add(&self, name: &str, bytes: &[u8]) -> Result<(), PackError> {
        let path = self.beside.join(name);
        fs::write(&path, bytes).map_err(at(&self.folder.join(name)))
    }

    /// Puts the files into their place, and takes away those of an earlier pack.
    ///
    /// # Errors
    /// A file that is in the way, or what the system says; then everything is as it was.
    pub(crate) fn finish(self, names: &[String]) -> Result<(), PackError> {
        let list = format!("{FIRST_LINE}\n{}\n", names.join("\n"));
        self.add(self.list, list.as_bytes())?;
        if !self.folder.exists() {
            return fs::rename(&self.beside, &self.folder).map_err(at(&self.folder));
        }
        let earlier = self.earlier();
        let names = names.iter().map(String::as_str).chain([self.list]);
        let names: Vec<&str> = names.collect();
        for name in &names {
            let path = self.folder.join(name);
            if path.symlink_metadata().is_ok() && !earlier.contains(*name) {
                return Err(PackError::Taken(path));
            }
        }
        let old = self.beside.join("earlier");
        fs::create_dir(&old).map_err(at(&old))?;
        let out = earlier
            .iter()
            .map(|name| (self.folder.join(name), old.join(name)));
        let into = names
            .iter()
            .map(|name| (self.beside.join(name), self.folder.join(name)));
        let moves: Vec<(PathBuf, PathBuf)> = out.chain(into).collect();
        all_or_none(&moves)
    }

    /// The files that an earlier pack has put there and that are still there.
    fn earlier(&self) -> BTreeSet<String> {
        let path = self.folder.join(self.list);
        let is_short = fs::metadata(&path).is_ok_and(|it| it.is_file() && it.len() < LONGEST_LIST);
        let list = if is_short {
            fs::read_to_string(path).unwrap_or_default()
        } else {
            String::new()
        };
        let mut lines = list.lines();
        if lines.next() != Some(FIRST_LINE) {
            return BTreeSet::new();
        }
        let is_there = |name: &&str| {
            let is_plain = !name.contains(['/', '\\', ':']) && !name.starts_with('.');
            let file = self.folder.join(name).symlink_metadata();
            is_plain && file.is_ok_and(|it| it.is_file())
        };
        let files = lines.filter(is_there).chain([self.list]);
        files.map(str::to_owned).collect()
    }
}

impl Drop for PackFolder {
    /// What was not put into its place is of no use; once the folder itself was moved there is nothing left to remove.
    fn drop(&mut self) {
        let _gone = fs::remove_dir_all(&self.beside);
    }
}

/// Moves every file, or moves those back that were moved already.
fn all_or_none(moves: &[(PathBuf, PathBuf)]) -> Result<(), PackError> {
    for (n_done, (from, to)) in moves.iter().enumerate() {
        if let Err(why) = fs::rename(from, to) {
            for (from, to) in moves.iter().take(n_done).rev() {
                if let Err(error) = fs::rename(to, from) {
                    log::error!("{} could not be moved back: {error}", to.display());
                }
            }
            return Err(at(to)(why));
        }
    }
    Ok(())
}

fn at(path: &Path) -> impl FnOnce(io::Error) -> PackError {
    let path = path.to_owned();
    |why| PackError::File { path, why }
}

#[cfg(test)]
mod tests {
    use std::env;

    use super::*;

    const LIST: &str = "files.txt";

    struct Place(PathBuf);

    impl Place {
        fn new(test: &str) -> Self {
            let path = env::temp_dir().join(format!("fruitful-pack-{}-{test}", process::id()));
            let _ = fs::remove_dir_all(&path);
            fs::create_dir_all(&path).unwrap();
            Self(path)
        }

        fn pack(&self) -> PathBuf {
            self.0.join("pack")
        }

        /// What is in the folder of the pack, and whether anything is left beside it.
        fn files(&self) -> Vec<String> {
            let names = |path: &Path| {
                let names = fs::read_dir(path)
                    .unwrap()
                    .map(|it| it.unwrap().file_name());
                let mut names: Vec<_> = names.map(|it| it.into_string().unwrap()).collect();
                names.sort();
                names
            };
            assert_eq!(names(&self.0), ["pack"], "nothing is left beside it");
            names(&self.pack())
        }
    }

    impl Drop for Place {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn write(place: &Place, files: &[(&str, &str)]) -> Result<(), PackError> {
        let pack = PackFolder::begin(&place.pack(), LIST)?;
        for (name, text) in files {
            pack.add(name, text.as_bytes())?;
        }
        pack.finish(
            &files
                .iter()
                .map(|(name, _)| (*name).to_owned())
                .collect::<Vec<_>>(),
        )
    }

    #[test]
    fn a_pack_is_made_and_made_again() {
        let place = Place::new("again");
        write(&place, &[("a.svg", "1"), ("b.svg", "1")]).unwrap();
        assert_eq!(place.files(), ["a.svg", "b.svg", "files.txt"]);
        fs::write(place.pack().join("mine.docx"), "mine").unwrap();
        write(&place, &[("a.svg", "2"), ("c.svg", "2")]).unwrap();
        assert_eq!(place.files(), ["a.svg", "c.svg", "files.txt", "mine.docx"]);
        assert_eq!(fs::read_to_string(place.pack().join("a.svg")).unwrap(), "2");
        assert_eq!(
            fs::read_to_string(place.pack().join("mine.docx")).unwrap(),
            "mine"
        );
    }

    #[test]
    fn an_empty_folder_is_filled_and_a_file_of_ones_own_is_never_replaced() {
        let place = Place::new("own");
        fs::create_dir(place.pack()).unwrap();
        write(&place, &[("a.svg", "1")]).unwrap();
        fs::write(place.pack().join("b.svg"), "mine").unwrap();
        let why = write(&place, &[("a.svg", "2"), ("b.svg", "2")]).unwrap_err();
        assert!(
            matches!(&why, PackError::Taken(path) if path.ends_with("b.svg")),
            "{why}"
        );
        assert_eq!(fs::read_to_string(place.pack().join("a.svg")).unwrap(), "1");
        assert_eq!(
            fs::read_to_string(place.pack().join("b.svg")).unwrap(),
            "mine"
        );
        assert_eq!(place.files(), ["a.svg", "b.svg", "files.txt"]);
    }

    #[test]
    fn a_list_cannot_name_a_file_outside_the_folder() {
        let place = Place::new("outside");
        write(&place, &[("a.svg", "1")]).unwrap();
        let outside = place.0.join("pack").join("..").join("outside.txt");
        fs::write(&outside, "mine").unwrap();
        let list = format!("{FIRST_LINE}\n../outside.txt\na.svg\n");
        fs::write(place.pack().join(LIST), list).unwrap();
        write(&place, &[("a.svg", "2")]).unwrap();
        assert_eq!(fs::read_to_string(&outside).unwrap(), "mine");
        fs::remove_file(outside).unwrap();
        assert_eq!(place.files(), ["a.svg", "files.txt"]);
    }

    #[test]
    fn a_pack_that_is_given_up_leaves_nothing() {
        let place = Place::new("given-up");
        write(&place, &[("a.svg", "1")]).unwrap();
        let pack = PackFolder::begin(&place.pack(), LIST).unwrap();
        pack.add("a.svg", b"2").unwrap();
        drop(pack);
        assert_eq!(fs::read_to_string(place.pack().join("a.svg")).unwrap(), "1");
        assert_eq!(place.files(), ["a.svg", "files.txt"]);
    }

    #[test]
    fn a_move_that_fails_half_way_is_taken_back() {
        let place = Place::new("half-way");
        write(&place, &[("a.svg", "1"), ("b.svg", "1")]).unwrap();
        let pack = PackFolder::begin(&place.pack(), LIST).unwrap();
        pack.add("a.svg", b"2").unwrap();
        // Listed, but never made: it cannot be moved.
        let why = pack.finish(&["a.svg".to_owned(), "b.svg".to_owned()]);
        assert!(matches!(why, Err(PackError::File { .. })));
        for name in ["a.svg", "b.svg"] {
            assert_eq!(fs::read_to_string(place.pack().join(name)).unwrap(), "1");
        }
        assert_eq!(place.files(), ["a.svg", "b.svg", "files.txt"]);
    }

    #[test]
    fn a_file_is_no_folder() {
        let place = Place::new("file");
        fs::write(place.pack(), "mine").unwrap();
        assert!(matches!(write(&place, &[]), Err(PackError::NoFolder(_))));
        assert_eq!(fs::read_to_string(place.pack()).unwrap(), "mine");
    }
}
