//! What is opened by other programs: a file that was made, and the folder that it is in.

use std::path::{Path, PathBuf};
use std::thread;

/// Opens a file, or a folder, in the program that is meant for it.
pub(crate) fn open(place: &Path) {
    beside(place, |place| opener::open(place));
}

/// Shows a file in its folder.
pub(crate) fn show_in_folder(place: &Path) {
    beside(place, |place| {
        // Not every system can point at a file; then its folder has to do.
        opener::reveal(place).or_else(|_| opener::open(place.parent().unwrap_or(place)))
    });
}

/// The other program may take its time: the window does not wait for it.
fn beside(
    place: &Path,
    start: impl FnOnce(&Path) -> Result<(), opener::OpenError> + Send + 'static,
) {
    let place: PathBuf = std::path::absolute(place).unwrap_or_else(|_| place.to_owned());
    let work = move || {
        if let Err(error) = start(&place) {
            log::warn!("cannot show {}: {error}", place.display());
        }
    };
    let thread = thread::Builder::new().name("show".into());
    if let Err(error) = thread.spawn(work) {
        log::warn!("no thread to show a file: {error}");
    }
}
