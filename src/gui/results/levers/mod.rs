//! What if: levers on meetings, and what they would save.

pub mod aside;
mod controls;
mod outcome;
pub mod page;
mod questions;
pub mod state;
mod who;
