//! `export`: the register as a workbook, as tables, or as it is for other programs; written whole or not at all.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::ValueEnum;
use jiff::civil::Date;

use crate::cli::opened::{Opened, must_not_be};
use crate::cli::outcome::{Done, Refusal};
use crate::export::csv::write_rows;
use crate::export::error::ExportError;
use crate::export::xlsx::write;
use crate::export::{json, table_pack};
use crate::report::board_paper::PROGRAM;
use crate::report::workbook::compose::{Made, compose};
use crate::report::workbook::tables::{TABLES, TableKind, find};
use crate::store::atomic;
use crate::store::checksum::checksum;
use crate::store::header::FORMAT_VERSION;
use crate::units::progress::Watch;
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
    /// One table as CSV, such as inputs; `list tables` names them all
    #[arg(long)]
    table: Option<String>,
    /// The year, such as 2026/27; the register's base year unless given
    #[arg(long)]
    year: Option<FinancialYear>,
}

/// A format of the whole register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum As {
    /// A workbook with live formulas, from what was typed to what it is worth
    Xlsx,
    /// Tables, each a file of the folder
    Csv,
    /// The register itself with every input and id, for other programs
    Json,
}

/// Writes the register.
pub(crate) fn export(asked: &Export, today: Date) -> Result<Done, Refusal> {
    let table = match (&asked.table, asked.format) {
        (None, _) => None,
        (Some(id), As::Csv) => Some(table(id)?),
        (Some(_), _) => {
            let message = "--table is for --format csv";
            return Err(Refusal::Unknown(message.to_owned()));
        }
    };
    must_not_be(&asked.out, &asked.file)?;
    let opened = Opened::new(&asked.file, asked.year)?;
    let findings = Arc::new(opened.findings());
    let made = Made {
        date: today,
        program: PROGRAM.to_owned(),
        checksum: checksum(&opened.register).unwrap_or_default(),
    };
    let watch = Watch::default();
    let composed = || {
        let book = compose(&findings, opened.guidance, &made, &watch);
        book.ok_or(ExportError::Cancelled)
    };
    match (asked.format, table) {
        (As::Xlsx, _) => write_file(&asked.out, &write::write(&composed()?, &watch.stop)?)?,
        (As::Json, _) => {
            let bytes = json::write(&opened.register, FORMAT_VERSION, &made)?;
            write_file(&asked.out, &bytes)?;
        }
        (As::Csv, Some(table)) => {
            let rows = table.rows(&findings, &composed()?);
            let rows = rows.ok_or_else(|| {
                let id = table.id;
                Refusal::Unknown(format!("The register has nothing for the table {id}"))
            })?;
            write_file(&asked.out, &write_rows(rows))?;
        }
        (As::Csv, None) => {
            table_pack::write(&findings, &composed()?, &asked.out, &watch.stop)
                .map_err(Refusal::not_packed)?;
        }
    }
    Ok(Done::on(&findings, String::new()))
}

fn table(id: &str) -> Result<&'static TableKind, Refusal> {
    find(id).ok_or_else(|| {
        let known: Vec<_> = TABLES.iter().map(|it| it.id).collect();
        Refusal::Unknown(format!("No table is called {id}. Try {}", known.join(", ")))
    })
}

fn write_file(out: &Path, bytes: &[u8]) -> Result<(), Refusal> {
    let written = atomic::replace(out, |file| file.write_all(bytes));
    written.map_err(|why| not_written(out, why))?;
    Ok(())
}

fn not_written(path: &Path, why: std::io::Error) -> Refusal {
    Refusal::File {
        path: path.to_owned(),
        why,
    }
}
