//! Questions that are asked before anything else goes on.

pub mod export_chart;
pub mod file_chooser;
pub mod help;
pub mod path;
pub mod unsaved;
