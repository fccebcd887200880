//! How sure the figures are: ranges drawn, varied and turned round, by a program compiled from the exact engine's own steps.
//!
//! The exact engine stays the reference: nothing here holds a formula of its own.
#![expect(
    clippy::float_arithmetic,
    reason = "chance, drawn and counted; the exact engine stays the reference"
)]

pub mod evaluator;
pub mod interval;
pub mod output;
mod program;
pub mod tape;
