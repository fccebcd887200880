//! The program under test, in a window that fills the screen.

use std::path::Path;
use std::process::{Command, ExitStatus};

use crate::child::Running;
use crate::screen::{SIZE, Screen};

/// The program with its window.
pub(crate) struct Program<'s> {
    child: Running,
    window: String,
    screen: &'s Screen,
}

/// The program, apart from this user's settings and other windows.
pub(crate) fn fruitful(settings: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fruitful"));
    command
        .env("XDG_CONFIG_HOME", settings)
        .env("XDG_STATE_HOME", settings.join("state"))
        .env("LIBGL_ALWAYS_SOFTWARE", "1")
        // No session bus: the file dialog is then the stand-in.
        .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET");
    command
}

impl<'s> Program<'s> {
    /// Starts `command` on `screen`, and waits until its window has the keyboard.
    pub(crate) fn start(screen: &'s Screen, command: &mut Command) -> Self {
        let child = Running::start(command.env("DISPLAY", screen.display()));
        let mut program = Self {
            child,
            window: String::new(),
            screen,
        };
        let pid = program.child.0.id().to_string();
        program.window = screen.patience.wait("the window", || {
            let ended = program.child.0.try_wait().unwrap();
            assert!(ended.is_none(), "the program ended at once: {ended:?}");
            let found = screen.xdotool(&["search", "--onlyvisible", "--pid", &pid])?;
            found.lines().last().map(str::to_owned)
        });
        let window = program.window.as_str();
        screen.patience.wait("the window to take the keyboard", || {
            // Away from everything that shows a hint under the pointer: a hint is no effect of a key.
            screen.xdotool(&["mousemove", SIZE.0, SIZE.1])?;
            screen.xdotool(&["windowmove", window, "0", "0"])?;
            screen.xdotool(&["windowsize", window, SIZE.0, SIZE.1])?;
            screen.xdotool(&["windowfocus", window])?;
            (screen.xdotool(&["getwindowfocus"])? == window).then_some(())
        });
        program
    }

    /// Waits until the window has this title: `• small.ron – Fruitful` while something is not saved.
    #[track_caller]
    pub(crate) fn wait_for_title(&self, title: &str) {
        self.screen.patience.wait_for("the title", title, || {
            let arguments = ["getwindowname", self.window.as_str()];
            self.screen.xdotool(&arguments).unwrap_or_default()
        });
    }

    /// Presses a key whose effect is waited for elsewhere.
    pub(crate) fn press(&self, key: &str) {
        self.screen.xdotool(&["key", key]).unwrap();
    }

    /// Presses a key, and waits until the screen shows what it did.
    #[track_caller]
    pub(crate) fn press_and_see(&self, key: &str) {
        self.screen.see(key, || self.press(key));
    }

    /// Types a text, and waits until the screen shows it.
    #[track_caller]
    pub(crate) fn type_and_see(&self, text: &str) {
        self.screen.see(text, || {
            self.screen
                .xdotool(&["type", "--delay", "20", text])
                .unwrap();
        });
    }

    /// Ends it as a power cut would, by a signal that it cannot answer.
    pub(crate) fn kill(mut self) {
        self.child.0.kill().unwrap();
        self.child.0.wait().unwrap();
    }

    /// Waits until the program has ended by itself.
    pub(crate) fn wait_for_end(mut self) -> ExitStatus {
        self.screen
            .patience
            .wait("the program to end", || self.child.0.try_wait().unwrap())
    }
}
