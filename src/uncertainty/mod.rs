//! What is not known for certain: ranges drawn from by chance, and what the draws say.
#![expect(
    clippy::float_arithmetic,
    reason = "chance, drawn and counted; the exact engine stays the reference"
)]

mod beta;
pub mod distribution;
pub mod histogram;
mod pert_table;
pub mod rank;
pub mod sampler;
pub mod statistics;
pub mod stream;
