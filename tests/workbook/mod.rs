//! The workbook: what is read back from the file, and what its formulas come to when something works them out again.

mod evaluator;
mod figures;
mod file;
mod live;
mod plain;
