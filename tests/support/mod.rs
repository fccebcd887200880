//! What several tests share.

#[cfg(feature = "gui")]
pub(crate) mod renderer;
#[cfg(feature = "gui")]
pub(crate) mod screenshot;
