//! A paper as a Word document: real styles, one real list that numbers it, real tables, charts with alternative text.
//!
//! The writer is our own: it needs some twenty elements of the format, and the crates that write it either leave out
//! alternative text and repeating header rows, or bring the whole of the format with them.

mod body;
mod columns;
mod numbering;
mod package;
mod picture;
mod properties;
mod runs;
mod table;
pub mod write;
