//! A program that ends with the test, whatever happens.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;

use crate::patience::Patience;

/// A running program.
pub(crate) struct Running(pub(crate) Child);

impl Running {
    /// Starts it.
    pub(crate) fn start(command: &mut Command) -> Self {
        let name = command.get_program().to_string_lossy().into_owned();
        match command.spawn() {
            Ok(child) => Self(child),
            Err(error) => panic!("cannot start {name}: {error}"),
        }
    }

    /// Starts a server that prints its address as its first line, and waits for that line.
    pub(crate) fn serve(command: &mut Command, patience: Patience) -> (Self, String) {
        let name = command.get_program().to_string_lossy().into_owned();
        let mut running = Self::start(command.stdout(Stdio::piped()));
        let out = running.0.stdout.take().unwrap();
        let (sender, answer) = mpsc::channel();
        thread::spawn(move || {
            let mut line = String::new();
            let _ = BufReader::new(out).read_line(&mut line);
            let _ = sender.send(line);
        });
        let line = answer.recv_timeout(patience.left()).unwrap_or_default();
        assert!(!line.trim().is_empty(), "{name} did not say where it is");
        (running, line.trim().to_owned())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What a short program prints; nothing if it fails.
pub(crate) fn printed(command: &mut Command) -> Option<String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = match command.output() {
        Ok(output) => output,
        Err(error) => panic!("cannot start {name}: {error}"),
    };
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    output.status.success().then_some(text)
}
