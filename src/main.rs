//! Fruitful: opens the window; without a display it says the first screen in words.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    env_logger::init();
    let file = std::env::args_os().nth(1).map(PathBuf::from);
    fruitful::gui::start::start(file.as_deref())
}
