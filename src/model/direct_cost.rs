//! A cash line: money paid every year, or once.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::model::purpose::Purpose;
use crate::units::id::Id;
use crate::units::input::Input;
use crate::units::quantity::{Money, Number};
use crate::units::year::FinancialYear;

/// Money that a partner or the partnership pays, at the register's prices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CashLine {
    /// Its id, `c…`.
    pub id: Id,
    /// What it buys.
    #[serde(default)]
    pub name: String,
    /// Every year, or once.
    #[serde(default)]
    pub kind: CashKind,
    /// Pounds a year, or pounds once. Blank: not known.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub amount: Input<Money>,
    /// Who pays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner: Option<Id>,
    /// A yearly line's first day. Blank: from the partnership's start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<Date>,
    /// A yearly line's last day. Blank: to the partnership's end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<Date>,
    /// The year a one-off is spent in. Blank: not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<FinancialYear>,
    /// Years that a one-off serves. Blank: to the partnership's end, else the convention.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub life: Input<Number>,
    /// Running or programme. Blank: running.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Purpose>,
}

/// How often money is paid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum CashKind {
    /// Every year.
    #[default]
    Yearly,
    /// Once, spread over its life.
    OneOff,
}

impl CashKind {
    /// Both kinds, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::Yearly, Self::OneOff];

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Yearly => "Every year",
            Self::OneOff => "One-off",
        }
    }
}

impl CashLine {
    /// A new line with nothing known of it.
    pub fn new(id: Id) -> Self {
        Self {
            id,
            name: String::new(),
            kind: CashKind::default(),
            amount: Input::default(),
            partner: None,
            start: None,
            end: None,
            year: None,
            life: Input::default(),
            purpose: None,
        }
    }
}
