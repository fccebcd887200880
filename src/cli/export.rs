//! `export`: the register as a workbook, as tables, or as it is for other programs; written whole or not at all.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use jiff::civil::Date;

use crate::cli::opened::Opened;
use crate::cli::outcome::{Done, Refusal};
use crate::export::error::ExportError;
use crate::export::xlsx::write;
use crate::report::workbook::compose::{Made, compose};
use crate::store::atomic;
use crate::units::progress::Stop;
use crate::units::year::FinancialYear;

/// What can be asked of `export`.
#[derive(Debug, clap::Args)]
pub(crate) struct Export {
    /// The register, a .ron file
    file: PathBuf,
    /// As what
    #[arg(long)]
    format: As,
    /// Where to: a file, or a folder for all tables
    #[arg(long)]
    out: PathBuf,
    /// The year, such as 2026/27; the register's base year unless given
    #[arg(long)]
    year: Option<FinancialYear>,
}

/// A format of the whole register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum As {
    /// A workbook with live formulas, from what was typed to what it is worth
    Xlsx,
}

/// Writes the register.
pub(crate) fn export(asked: &Export, today: Date) -> Result<Done, Refusal> {
    let opened = Opened::new(&asked.file, asked.year)?;
    let findings = opened.findings();
    let made = Made {
        date: today,
        program: concat!("Fruitful ", env!("CARGO_PKG_VERSION")).to_owned(),
        checksum: String::new(),
    };
    let stop = Stop::default();
    let bytes = match asked.format {
        As::Xlsx => {
            let book = compose(&findings, opened.guidance, &made, &stop);
            let book = book.ok_or(ExportError::Cancelled)?;
            write::write(&book, &stop)?
        }
    };
    write_file(&asked.out, &bytes)?;
    Ok(Done::on(&findings, String::new()))
}

fn write_file(out: &Path, bytes: &[u8]) -> Result<(), Refusal> {
    let not_written = |why| Refusal::File {
        path: out.to_owned(),
        why,
    };
    atomic::replace(out, |file| file.write_all(bytes)).map_err(not_written)?;
    Ok(())
}
