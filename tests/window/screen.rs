//! A screen of the test's own: Xvfb on a display that it picks itself, with its pixels in a file.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

use crate::child::{Running, printed};
use crate::folder::Folder;
use crate::patience::Patience;
use crate::picture::Picture;

/// The size of the screen, and of a window that fills it.
pub(crate) const SIZE: (&str, &str) = ("1280", "800");

/// A cursor that blinks changes fewer pixels than this; a mark of the keyboard that moves changes more.
const BLINK: usize = 150;

/// One screen at a time: what a key did is told by what is seen next, which another program would slow down.
static ONLY_ONE: Mutex<()> = Mutex::new(());

/// As many pictures without a change are a rest; one may fall between two frames of a busy machine.
const RESTED: usize = 3;

/// A screen without a window manager.
pub(crate) struct Screen {
    server: Running,
    folder: Folder,
    display: String,
    pub(crate) patience: Patience,
    _turn: MutexGuard<'static, ()>,
}

impl Screen {
    /// Starts it, and waits until it answers; what is done on it may take this many seconds.
    pub(crate) fn start(seconds: u64) -> Self {
        let turn = ONLY_ONE.lock().unwrap_or_else(PoisonError::into_inner);
        let patience = Patience::of_seconds(seconds);
        let folder = Folder::new("screen");
        let mut command = Command::new("Xvfb");
        command
            .args(["-displayfd", "1", "-nolisten", "tcp", "-noreset"])
            .args(["-screen", "0", &format!("{}x{}x24", SIZE.0, SIZE.1)])
            .arg("-fbdir")
            .arg(folder.join(""))
            .stderr(Stdio::null());
        let (server, number) = Running::serve(&mut command, patience);
        let screen = Self {
            server,
            folder,
            display: format!(":{number}"),
            patience,
            _turn: turn,
        };
        patience.wait("the screen to answer", || {
            screen.xdotool(&["getdisplaygeometry"])
        });
        screen
    }

    /// Its name, as programs ask for it.
    pub(crate) fn display(&self) -> &str {
        &self.display
    }

    /// What xdotool prints; nothing if it fails.
    pub(crate) fn xdotool(&self, arguments: &[&str]) -> Option<String> {
        let mut command = Command::new("xdotool");
        command.args(arguments).stderr(Stdio::null());
        printed(command.env("DISPLAY", &self.display))
    }

    /// What is on it now.
    pub(crate) fn picture(&self) -> Picture {
        let pixels = self.folder.join("Xvfb_screen0");
        self.patience.wait("the screen's pixels", || {
            Picture::from_dump(fs::read(&pixels).ok()?)
        })
    }

    /// Does something, and waits until the screen shows it and rests.
    #[track_caller]
    pub(crate) fn see(&self, what: &str, act: impl FnOnce()) {
        let before = self.picture();
        act();
        let mut last = self.patience.wait(&format!("{what} to show"), || {
            let now = self.picture();
            (now.n_different(&before) > BLINK).then_some(now)
        });
        let mut n_rested = 0;
        self.patience.wait("the screen to rest", || {
            let now = self.picture();
            let moved = now.n_different(&last);
            last = now;
            n_rested = if moved < BLINK { n_rested + 1 } else { 0 };
            (n_rested == RESTED).then_some(())
        });
    }

    /// Keeps a picture in `target/window`.
    pub(crate) fn keep(&self, name: &str) {
        let path: PathBuf = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .with_file_name("window")
            .join(name);
        self.picture().save(&path);
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        if thread::panicking() && matches!(self.server.0.try_wait(), Ok(None)) {
            self.keep("failed.png");
        }
    }
}
