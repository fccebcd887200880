//! The register itself as JSON, with every input and id, for other programs.

use serde::Serialize;

use crate::export::error::ExportError;
use crate::model::register::Register;
use crate::report::workbook::compose::Made;

/// The version of the keys around the register; adding one does not raise it.
const SCHEMA: u32 = 1;

#[derive(Serialize)]
struct File<'a> {
    schema: u32,
    format: &'static str,
    format_version: u32,
    program: &'a str,
    guidance: &'a str,
    date: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    checksum: &'a str,
    register: &'a Register,
}

/// Writes the register; what is absent is not known or not said, never nought.
///
/// # Errors
/// A register that cannot be put into JSON.
pub fn write(
    register: &Register,
    format_version: u32,
    made: &Made,
) -> Result<Vec<u8>, ExportError> {
    let file = File {
        schema: SCHEMA,
        format: "fruitful register",
        format_version,
        program: &made.program,
        guidance: &register.settings.guidance,
        date: made.date.to_string(),
        checksum: &made.checksum,
        register,
    };
    let mut text = serde_json::to_vec_pretty(&file)?;
    text.push(b'\n');
    Ok(text)
}
