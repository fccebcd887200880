//! Charts and papers as files: tables of formats, each with one outside crate behind it.

pub mod chart_pack;
pub mod csv;
pub mod docx;
pub mod error;
pub mod formats;
pub mod html;
pub mod json;
pub mod pack_folder;
mod pack_index;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod png;
#[cfg(feature = "pdf")]
pub mod preview;
pub mod print_size;
pub mod svg;
pub mod table_pack;
pub mod xlsx;
