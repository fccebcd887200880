//! The pieces that every page is built from.

pub mod button;
pub mod choice_cell;
pub mod draft;
pub mod entry;
pub(crate) mod entry_field;
pub mod entry_keys;
pub(crate) mod entry_list;
pub(crate) mod entry_paint;
pub(crate) mod entry_settle;
pub mod figure;
pub mod flag_cell;
pub mod grid;
pub mod icon;
pub mod landing;
pub(crate) mod matching;
pub mod pick_cell;
pub mod prose;
pub mod text_cell;
pub mod value_cell;
