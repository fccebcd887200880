//! The workbook described: which figure stands in which cell, and the formula that makes it from what was typed.

pub mod about;
pub mod book;
pub mod charts;
pub mod checks;
pub mod compose;
pub mod costing;
pub mod formula;
pub mod grades;
pub mod inputs;
pub mod ledger;
pub mod outcomes;
pub mod plain;
pub mod results;
pub mod sums;
pub mod tables;
pub mod trace;
pub mod years;
