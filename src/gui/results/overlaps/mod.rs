//! Overlaps: which partnerships do the same work with the same people, and what to do about it.

pub mod options;
pub mod page;
mod pair_panel;
mod table;
