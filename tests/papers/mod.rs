//! Papers as files: what a reader, a screen reader and an archive find in them.

mod documents;
mod html;
#[cfg(feature = "pdf")]
mod pages;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(feature = "pdf")]
mod preview;
mod samples;

/// Keeps a file in `target/tmp/papers`, to be looked at.
fn kept(name: &str, bytes: &[u8]) {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("papers");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(name), bytes).unwrap();
}
