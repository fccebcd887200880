//! A folder of a test's own, gone when the test ends.

use std::path::{Path, PathBuf};
use std::{env, fs, process};

/// A folder of one test.
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// An empty folder for the test of this name.
    pub(crate) fn new(test: &str) -> Self {
        let path = env::temp_dir().join(format!("fruitful-{}-{test}", process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("the system's folder for temporary files can be written");
        Self(path)
    }

    /// A path inside it.
    pub(crate) fn join(&self, name: impl AsRef<Path>) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
