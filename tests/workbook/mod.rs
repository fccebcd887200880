//! The workbook: what is read back from the file, and what its formulas come to when something works them out again.
#![expect(
    clippy::float_arithmetic,
    clippy::float_cmp,
    clippy::iter_over_hash_type,
    reason = "a spreadsheet works in floating point, and no order of its cells matters"
)]

mod evaluator;
mod figures;
mod file;
mod live;
mod plain;
