//! What each partnership of a public body costs, what it achieves, and whether the one is worth the other.
//!
//! Lowest layer first; a module uses only those above it in this list.

#[cfg(feature = "gui")]
pub mod gui;
pub mod units;
