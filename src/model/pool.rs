//! A pooled budget: what the partners pay into it decides who bears what is paid from it.

use serde::{Deserialize, Serialize};

use crate::model::purpose::Purpose;
use crate::units::id::Id;
use crate::units::input::Input;
use crate::units::quantity::Money;
use crate::units::year::FinancialYear;

/// A pooled budget. What is spent from it is the cost; contributions only set who bears it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pool {
    /// Its id, `f…`.
    pub id: Id,
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// The body that holds the money.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub host: Option<Id>,
    /// What each partner pays in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contributions: Vec<Contribution>,
    /// Running or programme, where contributions stand in for spending that is not known. Blank: running.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Purpose>,
}

/// What one partner pays into a pool.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contribution {
    /// Its id, `n…`.
    pub id: Id,
    /// Who pays in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner: Option<Id>,
    /// The one year it is paid in. Blank: every year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<FinancialYear>,
    /// Pounds a year. Blank: not known.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub amount: Input<Money>,
}

impl Pool {
    /// A new pool with nothing known of it.
    pub fn new(id: Id) -> Self {
        Self {
            id,
            name: String::new(),
            host: None,
            contributions: Vec::new(),
            purpose: None,
        }
    }
}

impl Contribution {
    /// A new contribution with nothing known of it.
    pub fn new(id: Id) -> Self {
        Self {
            id,
            partner: None,
            year: None,
            amount: Input::default(),
        }
    }
}
