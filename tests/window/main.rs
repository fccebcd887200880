//! The program in a real window under Xvfb: driven by keys, seen by its pixels, heard as a screen reader hears it.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::unwrap_used,
    reason = "a test may panic"
)]

mod child;
mod dialog;
#[path = "../support/folder.rs"]
mod folder;
mod journey;
mod killed;
mod no_display;
mod patience;
mod picture;
mod program;
mod reader;
mod screen;
