//! The sentences of the store's errors: what happened, and what to do.

use std::io;

use crate::model::register::OddId;
use crate::store::error::{LooksLike, StoreError};
use crate::store::header::FORMAT_VERSION;

impl StoreError {
    /// What happened, without the file's name and the place in it.
    pub fn what(&self) -> String {
        match self {
            Self::Unreadable { why, .. } | Self::NotWritten { why, .. } => of_system(why),
            Self::NotAFile { is_folder, .. } => match is_folder {
                true => "it is a folder".into(),
                false => "it is a device, not a file".into(),
            },
            Self::TooLarge { bytes, .. } => {
                format!("it is {} MB, larger than any register", bytes >> 20)
            }
            Self::Empty { .. } => "the file is empty".into(),
            Self::NotText { looks_like, .. } => match looks_like {
                LooksLike::Office => "it looks like a workbook or a document".into(),
                LooksLike::Utf16 => "it is text in UTF-16".into(),
                LooksLike::Other => "it is not text".into(),
            },
            Self::NotARegister { .. } => "it is not a Fruitful register".into(),
            Self::Newer {
                written_by,
                format_version,
                ..
            } => {
                let ours = env!("CARGO_PKG_VERSION");
                let theirs = if written_by.is_empty() {
                    "a later version"
                } else {
                    &format!("version {written_by}")
                };
                format!(
                    "made by {theirs} in format {format_version}; this is version {ours}, which reads up to format {FORMAT_VERSION}"
                )
            }
            Self::UnknownGuidance { edition, .. } => {
                format!(
                    "it follows guidance edition \"{edition}\", which this version does not have"
                )
            }
            Self::TwoEditions {
                header, settings, ..
            } => format!(
                "its first lines name guidance edition \"{header}\", its settings \"{settings}\""
            ),
            Self::TooMany { .. } => "it holds more records than any register".into(),
            Self::OddId { odd, .. } => match odd {
                OddId::Twice(id) => format!("two records have the id \"{id}\""),
                OddId::Misplaced(id) => {
                    format!("the id \"{id}\" stands on a record of another sort")
                }
            },
            Self::EndsTooEarly { line, .. } => {
                format!("the file ends too early, at line {line}; the rest is missing")
            }
            Self::Trailing { .. } => "something follows the end of the register".into(),
            Self::Malformed { what, .. } | Self::NoText { what } => what.clone(),
            Self::ChangedOnDisk { .. } => "somebody has changed it since it was opened".into(),
            Self::ReadOnly { .. } => "it is marked read-only".into(),
            Self::WouldNotReopen { why, .. } => {
                let path = why.path();
                let place = if path.is_empty() { "" } else { " at " };
                format!("it could not be opened again{place}{path}: {}", why.what())
            }
        }
    }

    /// What to do about it.
    pub fn hint(&self) -> String {
        let hint = match self {
            Self::Malformed { hint, .. } => return hint.clone(),
            Self::Newer { .. } => {
                return format!(
                    "Update the program, or ask for an export in format {FORMAT_VERSION}."
                );
            }
            Self::Unreadable { .. } => "Check the name, and that you may read the file.",
            Self::NotAFile { .. } => "Choose a file whose name ends in .ron.",
            Self::TooLarge { .. } => "Registers are at most 256 MB. Choose another file.",
            Self::Empty { .. } => "The last copy or a backup may still hold the register.",
            Self::NotText { looks_like, .. } => match looks_like {
                LooksLike::Office => "Choose a register, a file whose name ends in .ron.",
                LooksLike::Utf16 => "Save it as UTF-8 in the editor that was used last.",
                LooksLike::Other => {
                    "Choose a register, or restore the file from a copy; if an editor wrote it, save it as UTF-8."
                }
            },
            Self::NotARegister { .. } => "Registers start with (format: \"fruitful register\", …).",
            Self::UnknownGuidance { .. } => {
                "Update the program, or name an edition that it has at the top of the file and in its settings."
            }
            Self::TwoEditions { .. } => "Make the two the same.",
            Self::TooMany { .. } => {
                "Registers hold at most 100,000 partnerships and two million records. Split it, or choose another file."
            }
            Self::OddId { .. } => {
                "Give every record an id of its own: the letter of its sort and a number that no other has."
            }
            Self::EndsTooEarly { .. } => {
                "It was probably cut short while being copied. Copy it again, or restore it from a backup."
            }
            Self::Trailing { .. } => "Remove what follows, or restore the file from a copy.",
            Self::ChangedOnDisk { .. } => {
                "Save under another name, or open it again to see the changes."
            }
            Self::ReadOnly { .. } => "Save under another name, or remove the mark.",
            Self::NotWritten { .. } => "The file is as it was. Save in another place.",
            Self::WouldNotReopen { .. } => {
                "The file is as it was. Correct the figure, then save again."
            }
            Self::NoText { .. } => "The file is as it was. Undo the last change, then save again.",
        };
        hint.to_owned()
    }
}

/// What the system said, in plain words.
pub fn of_system(error: &io::Error) -> String {
    let words = match error.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder",
        io::ErrorKind::NotADirectory => "part of its path is a file, not a folder",
        io::ErrorKind::PermissionDenied => "access is denied",
        io::ErrorKind::IsADirectory => "it is a folder",
        io::ErrorKind::InvalidInput => "it is not a file",
        io::ErrorKind::StorageFull => "the disk is full",
        io::ErrorKind::QuotaExceeded => "your share of the disk is full",
        io::ErrorKind::ReadOnlyFilesystem => "the disk is read-only",
        io::ErrorKind::InvalidFilename => {
            "the name is too long or has a letter that is not allowed"
        }
        _ => return error.to_string(),
    };
    words.to_owned()
}
