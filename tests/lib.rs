//! The one test program.

#[cfg(feature = "gui")]
mod gui_inputs;
#[cfg(feature = "gui")]
mod gui_toolkit;
mod session;
mod support;
