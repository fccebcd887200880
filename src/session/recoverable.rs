//! Registers that a program which ended kept for recovery: what each belongs to, and what it would change.

use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::model::difference::Difference;
use crate::model::register::Register;
use crate::store::fingerprint::Fingerprint;
use crate::store::lock::{self, Holder};
use crate::store::read;
use crate::store::recovery::{self, Entry};

/// A register that can be recovered. As long as it is offered here, no other program offers it.
#[derive(Debug)]
pub struct Recoverable {
    pub(super) entry: Entry,
    /// The file that it belongs to; nothing for a register that was never saved.
    pub path: Option<PathBuf>,
    pub(super) fingerprint: Option<Fingerprint>,
    /// When it was kept, where that is known.
    pub kept: Option<Timestamp>,
    /// What it would change.
    pub offer: Offer,
}

/// What a kept register would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// It can be read.
    Changes {
        /// What it is compared with.
        with: Against,
        /// What differs.
        difference: Box<Difference>,
    },
    /// It cannot be read.
    Unreadable {
        /// Why.
        message: String,
        /// What to do.
        hint: String,
    },
}

/// What a kept register is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// Its file, as it was when it was opened.
    File,
    /// Its file, which somebody has changed since.
    ChangedFile,
    /// An empty register: it was never saved.
    NeverSaved,
    /// An empty register: its file is gone, or cannot be read.
    NoFile,
}

impl Recoverable {
    /// What tells it apart from the others.
    pub fn id(&self) -> &str {
        self.entry.name()
    }

    /// Where it is kept.
    pub fn kept_in(&self) -> PathBuf {
        self.entry.register()
    }

    /// The name of its file, or what stands in its place.
    pub fn name(&self) -> String {
        let name = self.path.as_deref().and_then(Path::file_name);
        match name {
            Some(name) => lock::shown(&name.to_string_lossy()),
            None => "New register".to_owned(),
        }
    }

    /// What is said of it: what it is compared with, and each sort of change.
    pub fn sentences(&self) -> Vec<String> {
        let (with, difference) = match &self.offer {
            Offer::Unreadable { message, hint } => {
                let place = self.kept_in();
                return vec![
                    format!("{message}."),
                    hint.clone(),
                    format!("It stays in {}", place.display()),
                ];
            }
            Offer::Changes { with, difference } => (with, difference),
        };
        let mut said = difference.sentences();
        match with {
            Against::File => {}
            Against::ChangedFile => said.push(
                "The file has been saved since, by you or somebody else; this compares with what it holds now. Save under another name to keep both."
                    .to_owned(),
            ),
            Against::NeverSaved => said.push("It was never saved to a file.".to_owned()),
            Against::NoFile => said.push(
                "Its file cannot be read now, so everything counts as added.".to_owned(),
            ),
        }
        said
    }
}

/// What can be recovered from `folder`, the latest first. What its file holds already is of no use, and is removed.
pub(super) fn find(folder: &Path, us: &Holder) -> Vec<Recoverable> {
    let entries = recovery::find(folder, us);
    let found = entries.into_iter().filter_map(look);
    let mut found: Vec<_> = found.collect();
    found.sort_by_key(|it| std::cmp::Reverse(it.kept));
    found
}

fn look(entry: Entry) -> Option<Recoverable> {
    let note = entry.note();
    let kept = note.as_ref().map(|note| note.kept);
    let kept = kept.or_else(|| entry.modified());
    let (path, fingerprint) = match note {
        Some(note) => (note.path, note.fingerprint),
        None => (None, None),
    };
    let offer = match entry.read() {
        Ok(opened) => {
            let (with, earlier) = compared_with(path.as_deref(), fingerprint.as_ref());
            let year = opened.register.settings.base_year;
            let earlier = earlier.unwrap_or_else(|| Register::new(year));
            let difference = Difference::between(&earlier, &opened.register);
            if difference.is_none() {
                if let Err(error) = entry.remove() {
                    log::warn!("an entry without changes is still there: {error}");
                }
                return None;
            }
            Offer::Changes {
                with,
                difference: Box::new(difference),
            }
        }
        Err(error) => Offer::Unreadable {
            message: error.to_string(),
            hint: error.hint(),
        },
    };
    Some(Recoverable {
        entry,
        path,
        fingerprint,
        kept,
        offer,
    })
}

fn compared_with(path: Option<&Path>, opened: Option<&Fingerprint>) -> (Against, Option<Register>) {
    let Some(path) = path else {
        return (Against::NeverSaved, None);
    };
    match read::read(path) {
        Ok(file) => {
            let is_same = opened.is_some_and(|it| it.has_same_content(&file.fingerprint));
            let with = if is_same {
                Against::File
            } else {
                Against::ChangedFile
            };
            (with, Some(file.register))
        }
        Err(_) => (Against::NoFile, None),
    }
}
