//! The window: reads what the session knows and says what the user asks for; it computes nothing.
#![expect(
    clippy::float_arithmetic,
    clippy::arithmetic_side_effects,
    reason = "positions and sizes on screen are binary floats; no figure is computed here"
)]

pub mod app;
mod aside;
mod basis_panel;
pub mod chrome;
pub mod commands;
pub mod dialogs;
pub mod doubts;
pub mod estimate;
mod evidence_panel;
pub mod explained;
mod exporting;
pub mod inputs;
mod obey;
pub mod open_dialogs;
mod outside;
pub mod page;
pub mod results;
pub mod shown;
pub mod start;
pub mod theme;
pub mod view;
pub mod widgets;
