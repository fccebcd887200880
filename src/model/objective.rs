//! What a partnership, or one partner in it, means to bring about.

use serde::{Deserialize, Serialize};

use crate::units::id::Id;

/// One objective: shared by all, or a partner's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Objective {
    /// Its id, `ob…`.
    pub id: Id,
    /// Whose own it is. Blank: shared by all partners.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner: Option<Id>,
    /// What is to be brought about.
    #[serde(default)]
    pub text: String,
}

impl Objective {
    /// A new objective with nothing said of it.
    pub fn new(id: Id) -> Self {
        Self {
            id,
            partner: None,
            text: String::new(),
        }
    }
}
