//! What somebody has typed of a board paper: who decides and when, and the sentences that read otherwise than composed.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A board paper as far as it is typed; the rest is composed from the figures each time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paper {
    /// The body that decides: `Cabinet`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub decision_body: String,
    /// The day it meets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<Date>,
    /// The post that reports: `Director of Finance`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub report_of: String,
    /// The paragraphs that somebody has edited.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub edits: Vec<PaperEdit>,
}

/// A paragraph that somebody has edited, with the words it was edited from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaperEdit {
    /// Which paragraph: `summary/cost`.
    pub place: String,
    /// What it says now; blank leaves it out.
    #[serde(default)]
    pub text: String,
    /// What the program had composed; where it composes something else today, the figures have moved since.
    #[serde(default)]
    pub composed: String,
}

impl Paper {
    /// Whether nothing is typed.
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }

    /// The edit of a paragraph.
    pub fn edit(&self, place: &str) -> Option<&PaperEdit> {
        self.edits.iter().find(|it| it.place == place)
    }

    /// Keeps what a paragraph says now, edited from `composed`.
    pub fn put(&mut self, place: &str, text: String, composed: String) {
        let edit = PaperEdit {
            place: place.to_owned(),
            text,
            composed,
        };
        match self.edits.iter_mut().find(|it| it.place == place) {
            Some(kept) => *kept = edit,
            None => self.edits.push(edit),
        }
    }

    /// Forgets the edit of a paragraph, which is then composed again.
    pub fn forget(&mut self, place: &str) {
        self.edits.retain(|it| it.place != place);
    }
}
