//! A stand-in for the system's file dialog: a `zenity` that gives the path it was told.

use std::ffi::OsString;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use crate::folder::Folder;

/// The dialog and what is known of it.
pub(crate) struct Dialog {
    folder: Folder,
}

impl Dialog {
    /// A dialog in a folder that goes first on the search path.
    pub(crate) fn new() -> Self {
        let folder = Folder::new("dialog");
        let at = |name: &str| folder.join(name).display().to_string();
        let (asked, answer) = (at("asked"), at("answer"));
        let script = format!("#!/bin/sh\nprintf '%s\\n' \"$*\" >> '{asked}'\ncat '{answer}'\n");
        let program = folder.join("zenity");
        fs::write(&program, script).unwrap();
        fs::set_permissions(&program, Permissions::from_mode(0o755)).unwrap();
        Self { folder }
    }

    /// The search path that finds it first.
    pub(crate) fn search_path(&self) -> OsString {
        let mut path = self.folder.join("").into_os_string();
        path.push(":");
        path.push(std::env::var_os("PATH").unwrap_or_default());
        path
    }

    /// Says which path the user will choose next.
    pub(crate) fn will_choose(&self, path: &Path) {
        fs::write(self.folder.join("answer"), path.display().to_string()).unwrap();
    }

    /// What it was asked, a line for each time.
    pub(crate) fn asked(&self) -> Vec<String> {
        let text = fs::read_to_string(self.folder.join("asked")).unwrap_or_default();
        text.lines().map(str::to_owned).collect()
    }
}
