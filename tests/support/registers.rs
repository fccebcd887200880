//! Registers for tests: written as files are, in few words.

use fruitful::findings::findings::{Findings, Question, appraise};
use fruitful::guidance::edition::newest;
use fruitful::model::register::Register;
use fruitful::store::read::parse;
use fruitful::units::year::FinancialYear;

const HEADER: &str =
    r#"(format: "fruitful register", format_version: 6, written_by: "0.1.0", guidance: "2026-11")"#;

/// The text of a file whose register has these fields.
pub(crate) fn file(body: &str) -> String {
    format!("{HEADER}\n(\n{body}\n)\n")
}

/// The register with these fields.
pub(crate) fn register(body: &str) -> Register {
    match parse(&file(body), "test.ron") {
        Ok((_, register)) => register,
        Err(error) => panic!("{error}\n{body}"),
    }
}

/// What the engine says of a register in its base year.
pub(crate) fn findings(register: &Register) -> Findings {
    findings_in(register, register.settings.base_year)
}

/// What the engine says of a register in `year`.
pub(crate) fn findings_in(register: &Register, year: FinancialYear) -> Findings {
    appraise(register, newest(), Question { year })
}
