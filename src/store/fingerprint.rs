//! Whether a file is still the one that was opened.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::Hasher;
use std::io;
use std::path::Path;
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

/// A file as it was at one moment: its length, when it was last changed, and a hash of its bytes.
///
/// Recovery keeps it from one run of the program to the next. A program that hashes otherwise takes the file for changed,
/// and asks before it saves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fingerprint {
    length: u64,
    hash: u64,
    modified: Option<SystemTime>,
}

impl Fingerprint {
    /// The fingerprint of a file of these bytes.
    pub(crate) fn new(bytes: &[u8], modified: Option<SystemTime>) -> Self {
        let mut hasher = DefaultHasher::new();
        hasher.write(bytes);
        Self {
            length: bytes.len() as u64,
            hash: hasher.finish(),
            modified,
        }
    }

    /// Whether both stand for the same bytes, whenever they were written.
    pub fn has_same_content(&self, other: &Self) -> bool {
        self.length == other.length && self.hash == other.hash
    }

    /// Whether the file now holds other bytes; its time and length are looked at first, which costs next to nothing.
    ///
    /// A file that is gone has not changed: there is nothing to overwrite.
    ///
    /// # Errors
    /// When the file is there and cannot be read.
    pub fn has_changed(&self, path: &Path) -> io::Result<bool> {
        let Some(seen) = metadata(path)? else {
            return Ok(false);
        };
        if seen.len() != self.length {
            return Ok(true);
        }
        if self.modified.is_some() && seen.modified().ok() == self.modified {
            return Ok(false);
        }
        self.differs_from_disk(path)
    }

    /// Whether the file now holds other bytes, found by reading every one of them.
    pub(crate) fn differs_from_disk(&self, path: &Path) -> io::Result<bool> {
        match metadata(path)? {
            None => Ok(false),
            Some(seen) if seen.len() != self.length => Ok(true),
            Some(_) => Ok(!self.has_same_content(&Self::new(&fs::read(path)?, None))),
        }
    }
}

fn metadata(path: &Path) -> io::Result<Option<fs::Metadata>> {
    match fs::metadata(path) {
        Ok(metadata) => Ok(Some(metadata)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}
