//! Something other than a person's time that a partner gives without payment.

use serde::{Deserialize, Serialize};

use crate::model::purpose::Purpose;
use crate::units::id::Id;
use crate::units::input::Input;
use crate::units::quantity::{Money, Number};

/// A gift, at what it costs the giver.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InKind {
    /// Its id, `k…`.
    pub id: Id,
    /// What is given.
    #[serde(default)]
    pub name: String,
    /// Who gives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner: Option<Id>,
    /// How many a year. Blank: not known.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub quantity: Input<Number>,
    /// What each costs the giver; 0 for spare capacity, with the reason as its source. Blank: not known.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub unit_cost: Input<Money>,
    /// Running or programme. Blank: running.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Purpose>,
}

impl InKind {
    /// A new gift with nothing known of it.
    pub fn new(id: Id) -> Self {
        Self {
            id,
            name: String::new(),
            partner: None,
            quantity: Input::default(),
            unit_cost: Input::default(),
            purpose: None,
        }
    }
}
