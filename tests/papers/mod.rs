//! Papers as files: what a reader, a screen reader and an archive find in them.

mod documents;
mod html;
#[cfg(feature = "pdf")]
mod pages;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(feature = "pdf")]
mod preview;
