//! Registers as files on disk: read with care, written whole or not at all.

pub mod atomic;
pub mod checksum;
pub mod error;
mod explain;
pub mod fingerprint;
pub mod header;
pub mod lock;
mod near;
pub mod read;
pub mod recovery;
mod split;
#[cfg(test)]
mod tests;
mod v1;
mod v2;
mod v3;
mod v6;
pub mod wording;
pub mod write;
