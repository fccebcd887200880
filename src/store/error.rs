//! Why a file could not be opened or saved, in words that say what to do.

use std::io;

use crate::model::register::OddId;

/// Why a register could not be read from or written to a file. Its text says what happened, its hint what to do.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The system would not let it be read.
    #[error("Cannot open \"{name}\": {}", self.what())]
    Unreadable {
        /// The file's name.
        name: String,
        /// What the system said.
        #[source]
        why: io::Error,
    },
    /// It is a folder, a device or a pipe.
    #[error("Cannot use \"{name}\": {}", self.what())]
    NotAFile {
        /// The file's name.
        name: String,
        /// Whether it is a folder.
        is_folder: bool,
    },
    /// It is larger than any register.
    #[error("Cannot open \"{name}\": {}", self.what())]
    TooLarge {
        /// The file's name.
        name: String,
        /// Its size.
        bytes: u64,
    },
    /// It holds nothing.
    #[error("Cannot open \"{name}\": {}", self.what())]
    Empty {
        /// The file's name.
        name: String,
    },
    /// It is not text.
    #[error("Cannot open \"{name}\": {}", self.what())]
    NotText {
        /// The file's name.
        name: String,
        /// What it looks like.
        looks_like: LooksLike,
    },
    /// It is text, but no register.
    #[error("Cannot open \"{name}\": {}", self.what())]
    NotARegister {
        /// The file's name.
        name: String,
    },
    /// A later version of the program wrote it.
    #[error("Cannot open \"{name}\": {}", self.what())]
    Newer {
        /// The file's name.
        name: String,
        /// The version that wrote it.
        written_by: String,
        /// The version of its format.
        format_version: u32,
    },
    /// It names an edition of the guidance that the program does not have.
    #[error("Cannot open \"{name}\": {}", self.what())]
    UnknownGuidance {
        /// The file's name.
        name: String,
        /// The edition that it names.
        edition: String,
    },
    /// Its header and its settings name different editions.
    #[error("Cannot open \"{name}\": {}", self.what())]
    TwoEditions {
        /// The file's name.
        name: String,
        /// The edition that the header names.
        header: String,
        /// The edition that the settings name.
        settings: String,
    },
    /// It holds more records than any register.
    #[error("Cannot open \"{name}\": {}", self.what())]
    TooMany {
        /// The file's name.
        name: String,
    },
    /// Two records cannot be told apart.
    #[error("Cannot open \"{name}\": {}", self.what())]
    OddId {
        /// The file's name.
        name: String,
        /// The id.
        odd: OddId,
    },
    /// It breaks off.
    #[error("Cannot open \"{name}\": {}", self.what())]
    EndsTooEarly {
        /// The file's name.
        name: String,
        /// The line it ends at.
        line: usize,
        /// The column it ends at.
        column: usize,
    },
    /// Something follows the register.
    #[error("Cannot open \"{name}\": line {line}, column {column}: {}", self.what())]
    Trailing {
        /// The file's name.
        name: String,
        /// Where it starts.
        line: usize,
        /// Where it starts.
        column: usize,
    },
    /// Something in it is not as it should be.
    #[error(
        "Cannot open \"{name}\": line {line}, column {column}{}: {what}",
        at(path)
    )]
    Malformed {
        /// The file's name.
        name: String,
        /// Where it is.
        line: usize,
        /// Where it is.
        column: usize,
        /// The record and field, such as `partnerships[3] › meetings[0] › length`; empty outside every record.
        path: String,
        /// What is wrong.
        what: String,
        /// What to do.
        hint: String,
    },
    /// Somebody else has saved it since it was opened.
    #[error("Cannot save \"{name}\": {}", self.what())]
    ChangedOnDisk {
        /// The file's name.
        name: String,
    },
    /// It is marked read-only.
    #[error("Cannot save \"{name}\": {}", self.what())]
    ReadOnly {
        /// The file's name.
        name: String,
    },
    /// The system would not let it be written.
    #[error("Cannot save \"{name}\": {}", self.what())]
    NotWritten {
        /// The file's name.
        name: String,
        /// What the system said.
        #[source]
        why: io::Error,
    },
    /// What would be written could not be opened again.
    #[error("Cannot save \"{name}\": {}", self.what())]
    WouldNotReopen {
        /// The file's name.
        name: String,
        /// What opening it would say.
        #[source]
        why: Box<StoreError>,
    },
    /// The register has no text.
    #[error("Cannot save: {what}")]
    NoText {
        /// What the writer said.
        what: String,
    },
}

/// What a file that is not text looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LooksLike {
    /// A workbook, a document or another zip archive.
    Office,
    /// Text in two bytes a letter.
    Utf16,
    /// Anything else.
    Other,
}

fn at(path: &str) -> String {
    if path.is_empty() {
        String::new()
    } else {
        format!(", {path}")
    }
}

impl StoreError {
    /// The line and column, counted from 1, where there is one.
    pub fn place(&self) -> Option<(usize, usize)> {
        match self {
            Self::EndsTooEarly { line, column, .. }
            | Self::Trailing { line, column, .. }
            | Self::Malformed { line, column, .. } => Some((*line, *column)),
            _ => None,
        }
    }

    /// The record and field, such as `partnerships[3] › meetings[0] › length`, counted from 0 as in the file; else empty.
    pub fn path(&self) -> &str {
        match self {
            Self::Malformed { path, .. } => path,
            _ => "",
        }
    }
}
