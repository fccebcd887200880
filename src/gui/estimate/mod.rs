//! The first estimate of a partnership: ten answers on the left, what they come to on the right.

pub mod bar;
pub mod outcome;
pub mod page;
mod questions;
mod who;
