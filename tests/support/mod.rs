//! What several tests share.

pub mod folder;
#[cfg(feature = "gui")]
pub(crate) mod renderer;
#[cfg(feature = "gui")]
pub(crate) mod screenshot;
