//! Something other than a person's time that is given without payment, to the partnership or by it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::model::purpose::Purpose;
use crate::units::id::Id;
use crate::units::input::Input;
use crate::units::quantity::{Money, Number};

/// A gift, at what it costs the giver; what it is worth to the receiver stands beside it and is never a cost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InKind {
    /// Its id, `k…`.
    pub id: Id,
    /// What is given.
    #[serde(default)]
    pub name: String,
    /// Which way it goes.
    #[serde(default, skip_serializing_if = "Direction::is_to_partnership")]
    pub direction: Direction,
    /// Who gives it, or to whom the partnership gives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner: Option<Id>,
    /// How many a year. Blank: not known.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub quantity: Input<Number>,
    /// What each costs the giver; 0 for spare capacity, with the reason as its source. Blank: not known.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub unit_cost: Input<Money>,
    /// What each is worth to the receiver, as the market prices it; never a cost. Blank: not known.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub unit_value: Input<Money>,
    /// The first day. Blank: from the partnership's start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<Date>,
    /// The last day. Blank: to the partnership's end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<Date>,
    /// Running or programme. Blank: running.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Purpose>,
}

/// Which way a gift goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Direction {
    /// A partner gives it to the partnership: a cost of the partner.
    #[default]
    ToPartnership,
    /// The partnership gives it to a partner: no further cost, as what it gives is paid for already.
    ToPartner,
}

impl Direction {
    /// Both, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::ToPartnership, Self::ToPartner];

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::ToPartnership => "To the partnership",
            Self::ToPartner => "To a partner",
        }
    }

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde passes the field by reference"
    )]
    fn is_to_partnership(&self) -> bool {
        *self == Self::ToPartnership
    }
}

impl InKind {
    /// A new gift with nothing known of it.
    pub fn new(id: Id) -> Self {
        Self {
            id,
            name: String::new(),
            direction: Direction::default(),
            partner: None,
            quantity: Input::default(),
            unit_cost: Input::default(),
            unit_value: Input::default(),
            start: None,
            end: None,
            purpose: None,
        }
    }
}
