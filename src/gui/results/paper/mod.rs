//! The board paper on screen: what is typed of it, what is composed, and what is left to an officer.

pub(crate) mod aside;
mod facts;
pub(crate) mod page;
mod passage;
