//! Fruitful: opens the window; without a display it says the first screen in words.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    // Where there is no file dialog, the window asks for a path: no reason to alarm a terminal.
    let quiet = env_logger::Env::default().default_filter_or("error,rfd=off");
    env_logger::Builder::from_env(quiet).init();
    let first = std::env::args().nth(1).unwrap_or_default();
    if matches!(first.as_str(), "--help" | "-h" | "--version" | "-V") {
        return fruitful::gui::start::say_usage();
    }
    let file = std::env::args_os().nth(1).map(PathBuf::from);
    fruitful::gui::start::start(file.as_deref())
}
