//! Files that are written whole or not at all.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use atomic_write_file::AtomicWriteFile;

/// Replaces a file, or makes a new one, only after every byte is safely on the disk; says when it was written.
///
/// A failure at any point leaves the old file as it was. The file's mode is kept, and a link still leads to it.
///
/// # Errors
/// What the system says, and whatever `write` says.
pub fn replace(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<Option<SystemTime>> {
    let path = behind_links(path)?;
    refuse_what_is_no_file(&path)?;
    let mut file = AtomicWriteFile::open(&path)?;
    write(&mut file)?;
    file.flush()?;
    let written = file.as_file().metadata()?.modified().ok();
    file.commit()?;
    // The new name, too, should survive a power cut. Not every system lets a folder be synced.
    if let Some(folder) = path.parent()
        && let Ok(folder) = File::open(folder)
    {
        let _unsupported = folder.sync_all();
    }
    Ok(written)
}

/// A folder, a pipe or a device is not replaced, nor is a file that somebody has marked read-only.
fn refuse_what_is_no_file(path: &Path) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(seen) if seen.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
        Ok(seen) if !seen.is_file() => Err(io::ErrorKind::InvalidInput.into()),
        Ok(seen) if seen.permissions().readonly() => Err(io::ErrorKind::PermissionDenied.into()),
        _ => Ok(()),
    }
}

/// The file that links lead to; a link that leads nowhere is refused rather than replaced.
fn behind_links(path: &Path) -> io::Result<PathBuf> {
    if path.is_symlink() {
        fs::canonicalize(path)
    } else {
        Ok(path.to_owned())
    }
}
