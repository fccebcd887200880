//! What several tests share.

pub mod folder;
#[cfg(feature = "gui")]
pub mod renderer;
#[cfg(feature = "gui")]
pub mod screenshot;
