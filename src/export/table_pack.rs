//! A folder with every table of a register, each as a file of comma-separated values.

use std::path::Path;
use std::sync::Arc;

use crate::export::csv::write_rows;
use crate::export::error::ExportError;
use crate::export::pack_folder::{PackError, PackFolder};
use crate::findings::findings::Findings;
use crate::report::workbook::book::Book;
use crate::report::workbook::tables::TABLES;
use crate::units::progress::Stop;

/// The list of the files of a folder of tables.
const LIST: &str = "tables.txt";

/// Writes every table that the register has something for, or nothing. Files of the user's own in that folder are never
/// touched; those of an earlier export are replaced. Gives how many there are.
///
/// # Errors
/// A folder that cannot be written, a file in it that is in the way, or the wish to stop.
pub fn write(
    findings: &Arc<Findings>,
    book: &Book,
    folder: &Path,
    stop: &Stop,
) -> Result<usize, PackError> {
    let pack = PackFolder::begin(folder, LIST)?;
    let mut files = Vec::new();
    for table in TABLES {
        if stop.is_asked() {
            return Err(ExportError::Cancelled.into());
        }
        if let Some(rows) = table.rows(findings, book) {
            let name = format!("{}.csv", table.id);
            pack.add(&name, &write_rows(rows))?;
            files.push(name);
        }
    }
    pack.finish(&files)?;
    Ok(files.len())
}
