//! Charts and papers as files: tables of formats, each with one outside crate behind it.

pub mod error;
pub mod formats;
pub mod png;
pub mod print_size;
pub mod xlsx;
