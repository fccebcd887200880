//! An outcome that more than one partnership may claim a part of, such as fewer emergency admissions.

use serde::{Deserialize, Serialize};

use crate::units::id::Id;

/// A named outcome of the register. Benefits claim shares of it; all claims together are at most the whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// Its id, `ou…`.
    pub id: Id,
    /// What changes.
    #[serde(default)]
    pub name: String,
    /// What one unit of it is: an admission, a household, a job.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unit: String,
    /// What is known of it, and where it is measured.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Outcome {
    /// A new outcome with nothing known of it.
    pub fn new(id: Id) -> Self {
        Self {
            id,
            name: String::new(),
            unit: String::new(),
            note: String::new(),
        }
    }
}
