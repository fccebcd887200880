//! A measured outcome: where it was, where it should be, where it is.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::units::id::Id;
use crate::units::input::Input;
use crate::units::quantity::Number;

/// An outcome indicator of a partnership.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Its id, `i…`.
    pub id: Id,
    /// What is measured, with its unit.
    #[serde(default)]
    pub name: String,
    /// Where it was. Blank: not known.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub baseline: Input<Number>,
    /// Where it should be; below the baseline for something that should fall. Blank: not known.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub target: Input<Number>,
    /// Where it is. Blank: not known.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub actual: Input<Number>,
    /// When the baseline was true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline_date: Option<Date>,
    /// When the target should be reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target_date: Option<Date>,
    /// When the actual was measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual_date: Option<Date>,
    /// Its weight among the partnership's indicators and judgements. Blank: 1.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub weight: Input<Number>,
    /// What sort of change it measures.
    #[serde(default, skip_serializing_if = "IndicatorKind::is_usual")]
    pub kind: IndicatorKind,
    /// Which way it should go. Blank: as the target says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    /// The post that sees to it; never a person's name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// How good the data are. Blank: not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quality: Option<DataQuality>,
    /// Where it was before: earlier actuals, to show the way it has come.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub readings: Vec<Reading>,
}

/// An earlier actual of an indicator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// Its id, `re…`.
    pub id: Id,
    /// When it was measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Where it was. Blank: not known.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub actual: Input<Number>,
}

/// What sort of change an indicator measures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum IndicatorKind {
    /// An outcome for people or places.
    #[default]
    Outcome,
    /// A change in a partner's own policy, services or budget (paragraph 74).
    Mainstream,
    /// What users say.
    UsersViews,
}

/// Which way an indicator should go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    /// More is better.
    Up,
    /// Less is better.
    Down,
}

/// How good the data of an indicator are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DataQuality {
    /// Audited, or checked by others.
    Good,
    /// Kept with care, not checked.
    Fair,
    /// Incomplete, late or of doubtful meaning.
    Poor,
}

impl IndicatorKind {
    /// Every kind, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Outcome, Self::Mainstream, Self::UsersViews];

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Outcome => "Outcome",
            Self::Mainstream => "Partners’ mainstream",
            Self::UsersViews => "Users’ views",
        }
    }

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde passes the field by reference"
    )]
    fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

impl Direction {
    /// Both ways, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::Up, Self::Down];

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Up => "Up",
            Self::Down => "Down",
        }
    }
}

impl DataQuality {
    /// Every quality, best first.
    pub const ALL: [Self; 3] = [Self::Good, Self::Fair, Self::Poor];

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Good => "Good",
            Self::Fair => "Fair",
            Self::Poor => "Poor",
        }
    }
}

impl Reading {
    /// A new reading with nothing known of it.
    pub fn new(id: Id) -> Self {
        Self {
            id,
            date: None,
            actual: Input::default(),
        }
    }
}

impl Indicator {
    /// A new indicator with nothing known of it.
    pub fn new(id: Id) -> Self {
        Self {
            id,
            name: String::new(),
            baseline: Input::default(),
            target: Input::default(),
            actual: Input::default(),
            baseline_date: None,
            target_date: None,
            actual_date: None,
            weight: Input::default(),
            kind: IndicatorKind::default(),
            direction: None,
            owner: String::new(),
            quality: None,
            readings: Vec::new(),
        }
    }
}
