//! Charts and papers as files: tables of formats, each with one outside crate behind it.

pub mod chart_pack;
pub mod csv;
pub mod docx;
pub mod error;
pub mod formats;
pub mod pack_folder;
mod pack_index;
pub mod png;
pub mod print_size;
pub mod svg;
