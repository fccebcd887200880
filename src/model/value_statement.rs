//! The statement on value for money as somebody has edited it.

use serde::{Deserialize, Serialize};

/// An edited statement, with the words it was edited from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ValueStatement {
    /// What it says now.
    pub text: String,
    /// What the program had composed; where it composes something else today, the figures have moved since.
    #[serde(default)]
    pub composed: String,
}
