//! A risk that a partnership brings, and a member that left it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::model::partner::is_false;
use crate::units::id::Id;
use crate::units::input::Input;
use crate::units::quantity::{Money, Number};

/// A line of the risk register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Risk {
    /// Its id, `ri…`.
    pub id: Id,
    /// What could happen.
    #[serde(default)]
    pub name: String,
    /// The post that sees to it; never a person's name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// How likely, 1 (rare) to 5 (almost certain). Blank: not known.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub likelihood: Input<Number>,
    /// How bad, 1 (slight) to 5 (very serious). Blank: not known.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub impact: Input<Number>,
    /// What it would cost us, where that can be said. Blank: not known.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub cost: Input<Money>,
    /// Whether nothing limits what we could have to pay.
    #[serde(default, skip_serializing_if = "is_false")]
    pub is_uncapped: bool,
    /// What is done about it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub response: String,
}

/// A body that left the partnership.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Departure {
    /// Its id, `de…`.
    pub id: Id,
    /// The body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner: Option<Id>,
    /// When it left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Why, in its own words where they are known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

impl Risk {
    /// A new risk with nothing known of it.
    pub fn new(id: Id) -> Self {
        Self {
            id,
            name: String::new(),
            owner: String::new(),
            likelihood: Input::default(),
            impact: Input::default(),
            cost: Input::default(),
            is_uncapped: false,
            response: String::new(),
        }
    }
}

impl Departure {
    /// A departure with nothing known of it.
    pub fn new(id: Id) -> Self {
        Self {
            id,
            partner: None,
            date: None,
            reason: String::new(),
        }
    }
}
