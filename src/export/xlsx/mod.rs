//! The workbook as an Office Open XML file: a translation, cell by cell; no macro, no link, nothing that changes by itself.

mod charts;
mod styles;
pub mod write;
