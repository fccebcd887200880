//! What several tests share.

pub(crate) mod folder;
pub(crate) mod harbour;
pub(crate) mod maker;
mod maker_worth;
pub(crate) mod paper;
pub(crate) mod registers;
#[cfg(feature = "gui")]
pub(crate) mod renderer;
#[cfg(feature = "gui")]
pub(crate) mod screenshot;
