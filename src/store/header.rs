//! The first value of a file: what it is, in which version of the format, and by which edition of the guidance.

use serde::{Deserialize, Serialize};

/// What every register says it is.
pub const FORMAT: &str = "fruitful register";

/// The newest version of the format; any change of shape raises it.
pub const FORMAT_VERSION: u32 = 6;

/// The header of a file, read before the rest so that a newer version is recognised whatever follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// Always [`FORMAT`].
    pub format: String,
    /// The version of the format that the body is written in.
    pub format_version: u32,
    /// The version of the program that wrote it.
    pub written_by: String,
    /// The edition of the guidance that its figures follow.
    pub guidance: String,
}

impl Header {
    /// The header that this version of the program writes.
    pub fn newest(guidance: &str) -> Self {
        Self {
            format: FORMAT.to_owned(),
            format_version: FORMAT_VERSION,
            written_by: env!("CARGO_PKG_VERSION").to_owned(),
            guidance: guidance.to_owned(),
        }
    }
}

/// As much of a header as every version has had and will have.
#[derive(Debug, Deserialize)]
pub(crate) struct Probe {
    pub(crate) format: String,
    pub(crate) format_version: u32,
    #[serde(default)]
    pub(crate) written_by: String,
    #[serde(default)]
    pub(crate) guidance: Option<String>,
}
