//! What several tests share.

#[cfg(feature = "gui")]
pub mod renderer;
#[cfg(feature = "gui")]
pub mod screenshot;
