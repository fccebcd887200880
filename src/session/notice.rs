//! Messages to the user: what happened, and what to do.

use std::path::PathBuf;

/// How a message is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something went well.
    Done,
    /// Something did not; nothing is lost.
    Problem,
    /// The file was changed by somebody else; the user must choose.
    ChangedOnDisk,
    /// Somebody else has the file open.
    InUse,
}

/// A message to the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How it is shown.
    pub tone: Tone,
    /// What happened.
    pub message: String,
    /// What to do.
    pub hint: String,
    /// The file or folder that was made, which can be opened from the message.
    pub place: Option<PathBuf>,
}

impl Notice {
    /// Something went well.
    pub fn done(message: impl Into<String>) -> Self {
        Self {
            tone: Tone::Done,
            message: message.into(),
            hint: String::new(),
            place: None,
        }
    }

    /// Something did not go well.
    pub fn problem(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            tone: Tone::Problem,
            message: message.into(),
            hint: hint.into(),
            place: None,
        }
    }
}
