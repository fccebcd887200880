//! A judged score for one of the four kinds of achievement, with who scored it and why.

use serde::{Deserialize, Serialize};

use crate::units::id::Id;
use crate::units::input::Input;
use crate::units::quantity::Number;

/// A judged criterion of a partnership.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Judgement {
    /// Its id, `j…`.
    pub id: Id,
    /// The question that is judged.
    #[serde(default)]
    pub name: String,
    /// The kind of achievement it is about.
    #[serde(default)]
    pub kind: AchievementKind,
    /// 0 (nothing achieved) to 100 (all that was aimed for). Blank: not known.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub score: Input<Number>,
    /// Its weight among the partnership's indicators and judgements. Blank: 1.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub weight: Input<Number>,
    /// The post or group that scored it; never a person's name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub scorer: String,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// Who saw it otherwise, and how.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub dissent: String,
}

/// The four kinds of achievement of *A Fruitful Partnership*, paragraphs 110 to 118.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum AchievementKind {
    /// Services fit users' needs better.
    #[default]
    UsersNeeds,
    /// The same resources do more.
    BetterUse,
    /// Problems are met in new ways.
    Creative,
    /// Others change what they do.
    Influence,
}

impl AchievementKind {
    /// Every kind, in the order they are offered.
    pub const ALL: [Self; 4] = [
        Self::UsersNeeds,
        Self::BetterUse,
        Self::Creative,
        Self::Influence,
    ];

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::UsersNeeds => "Services fit users’ needs",
            Self::BetterUse => "Better use of resources",
            Self::Creative => "More creative approaches",
            Self::Influence => "Influencing others",
        }
    }
}

impl Judgement {
    /// A new judgement with nothing known of it.
    pub fn new(id: Id) -> Self {
        Self {
            id,
            name: String::new(),
            kind: AchievementKind::default(),
            score: Input::default(),
            weight: Input::default(),
            scorer: String::new(),
            reason: String::new(),
            dissent: String::new(),
        }
    }
}
