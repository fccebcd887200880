//! How sure the figures are: ranges drawn, varied and turned round, by a program compiled from the exact engine's own steps.
//!
//! The exact engine stays the reference: nothing here holds a formula of its own.
#![expect(
    clippy::float_arithmetic,
    reason = "chance, drawn and counted; the exact engine stays the reference"
)]

mod beta;
mod compiler;
pub mod distribution;
pub mod draw_table;
pub mod drivers;
pub mod evaluator;
pub mod figure_text;
pub mod histogram;
pub mod interval;
pub mod levers;
pub mod likelihood;
pub mod output;
mod pert_table;
mod program;
pub mod ranges;
pub mod rank;
pub mod sampler;
pub mod sensitivity;
pub mod simulation;
pub mod statistics;
pub mod stream;
pub mod switching_value;
pub mod tape;
pub mod together;
pub mod what_if;
