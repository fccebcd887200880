//! An answer to one question of the health check or of governance.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::units::id::Id;

/// What is said to one question, with what it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HealthAnswer {
    /// Its id, `ha…`.
    pub id: Id,
    /// The key of the question, as the catalogue has it.
    pub question: String,
    /// The answer. Blank: not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answer>,
    /// What the answer rests on.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub evidence: String,
    /// The post that sees to it; never a person's name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// When it is looked at again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<Date>,
}

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Answer {
    /// It is so.
    Yes,
    /// It is so in part.
    Partly,
    /// It is not so.
    No,
    /// The question does not arise here.
    NotNeeded,
}

impl Answer {
    /// Every answer, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Yes, Self::Partly, Self::No, Self::NotNeeded];

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Yes => "Yes",
            Self::Partly => "Partly",
            Self::No => "No",
            Self::NotNeeded => "Not needed",
        }
    }

    /// The name that scripts know it by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Partly => "partly",
            Self::No => "no",
            Self::NotNeeded => "not-needed",
        }
    }
}

impl HealthAnswer {
    /// An answer to `question` that nobody has given yet.
    pub fn new(id: Id, question: &str) -> Self {
        Self {
            id,
            question: question.to_owned(),
            answer: None,
            evidence: String::new(),
            owner: String::new(),
            review: None,
        }
    }
}
