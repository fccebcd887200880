//! Charts as files: one table of formats, each with one outside crate behind it.

pub mod formats;
pub mod png;
