//! What several tests share.

pub(crate) mod folder;
#[cfg(feature = "gui")]
pub(crate) mod renderer;
#[cfg(feature = "gui")]
pub(crate) mod screenshot;
