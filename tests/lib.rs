//! The one test program.

mod file_versions;
#[cfg(feature = "gui")]
mod gui_toolkit;
mod session;
mod support;
