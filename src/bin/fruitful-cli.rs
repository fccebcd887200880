//! The command line of Fruitful. A program of its own, because a Windows program with a window has no console.

use std::process::ExitCode;

fn main() -> ExitCode {
    fruitful::cli::run(std::env::args_os())
}
