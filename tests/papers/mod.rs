//! Papers as files: what a reader, a screen reader and an archive find in them.

mod documents;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(feature = "pdf")]
mod preview;
