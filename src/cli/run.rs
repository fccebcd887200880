//! Reads the arguments, runs one command, and turns how it ended into an exit code.

use std::ffi::OsString;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use clap::Parser;

use crate::cli::arguments::{Arguments, Command};
use crate::cli::outcome::{Done, Refusal};
use crate::cli::{
    appraise, chart, charts, check, convert, explain, export, levers, list, paper, sensitivity,
    simulate, switching,
};
use crate::session::clock::Clock;

const DONE: u8 = 0;
const ERRORS_IN_REGISTER: u8 = 1;
const REFUSED: u8 = 2;

/// Runs the command line `args`, the program's name first.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    ExitCode::from(match Arguments::try_parse_from(args) {
        Ok(arguments) => finish(answer(arguments)),
        Err(error) => {
            // Help and version end here too; they are answers, not problems. A closed pipe is nobody's problem.
            let _closed = error.print();
            if error.use_stderr() { REFUSED } else { DONE }
        }
    })
}

fn answer(arguments: Arguments) -> Result<Done, Refusal> {
    let today = arguments
        .date
        .unwrap_or_else(|| Clock::of_system().wall().date());
    match arguments.command {
        Command::Check { file } => check::check(&file),
        Command::Appraise { of, json } => appraise::appraise(&of, json, today),
        Command::Explain { file, figure, year } => explain::explain(&file, &figure, year),
        Command::Chart {
            of,
            chart,
            out,
            partnership,
            only,
            paper,
        } => chart::chart(&of, (&chart, partnership, only.as_deref()), &out, &paper),
        Command::Paper(asked) => paper::run(&asked, today),
        Command::Export(asked) => export::export(&asked, today),
        Command::Charts {
            of,
            out,
            only,
            format,
            paper,
        } => charts::charts(&of, only.as_deref(), &out, (&format, &paper)),
        Command::Simulate(asked) => simulate::run(&asked),
        Command::Sensitivity(asked) => sensitivity::run(&asked),
        Command::Switching(asked) => switching::run(&asked),
        Command::Levers(asked) => levers::run(&asked),
        Command::Convert { file, out } => convert::convert(&file, &out),
        Command::List(asked) => list::list(&asked),
    }
}

fn finish(outcome: Result<Done, Refusal>) -> u8 {
    let written = outcome.and_then(|done| {
        print(&done.text)?;
        Ok(done)
    });
    match written {
        Ok(done) if done.has_errors => ERRORS_IN_REGISTER,
        Ok(_) => DONE,
        Err(refusal) => {
            let _closed = writeln!(io::stderr(), "{refusal}");
            REFUSED
        }
    }
}

/// Prints everything; a reader that has seen enough, such as `head`, is no problem.
fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}
