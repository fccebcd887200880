//! How sure? Ranges drawn, varied and turned round, of one partnership or of all together.

mod cases;
mod chart;
pub(crate) mod lines;
pub mod page;
mod pairs;
mod spread;
pub mod subject;
mod switching;
mod tornado;
