//! A cash line: money paid every year, or once, or as a plan says year by year.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::model::purpose::Purpose;
use crate::units::id::Id;
use crate::units::input::Input;
use crate::units::quantity::{Money, Number, Rate};
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
    /// How it is paid.
    #[serde(default)]
    pub kind: CashKind,
    /// Pounds a year, or pounds once; of a plan, nothing. Blank: not known.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub amount: Input<Money>,
    /// How much more is paid each year than in the year before, over and above prices. Blank: not known.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub growth: Input<Rate>,
    /// What a plan says, year by year, in the money of each year.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub years: Vec<YearAmount>,
    /// Who pays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner: Option<Id>,
    /// The pooled budget that pays, in place of one body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pool: Option<Id>,
    /// Who is paid.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub recipient: String,
    /// The fund or budget code it is paid from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub fund: String,
    /// A yearly line's first day. Blank: from the partnership's start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<Date>,
    /// A yearly line's last day. Blank: to the partnership's end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<Date>,
    /// The year a one-off is spent in, or the first of a growing line. Blank: not known; of a growing line, the base year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<FinancialYear>,
    /// Years that a one-off serves. Blank: to the partnership's end, else the convention.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub life: Input<Number>,
    /// Running or programme. Blank: running.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Purpose>,
}

/// What a cash line comes to in one year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YearAmount {
    /// Its id, `y…`.
    pub id: Id,
    /// The year. Blank: not known, and not counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<FinancialYear>,
    /// Pounds, in the money of that year. Blank: not known.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub amount: Input<Money>,
}

/// How often money is paid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum CashKind {
    /// Every year.
    #[default]
    Yearly,
    /// Once, spread over its life.
    OneOff,
    /// Every year, a little more each time.
    Growing,
    /// As a plan says, year by year.
    Profiled,
    /// Once, to set the partnership up; spread over its life.
    SetUp,
    /// Once, if it is left: no part of a year's cost.
    Exit,
}

impl CashKind {
    /// Every kind, in the order they are offered.
    pub const ALL: [Self; 6] = [
        Self::Yearly,
        Self::Growing,
        Self::Profiled,
        Self::OneOff,
        Self::SetUp,
        Self::Exit,
    ];

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Yearly => "Every year",
            Self::OneOff => "One-off",
            Self::Growing => "Every year, growing",
            Self::Profiled => "Year by year",
            Self::SetUp => "To set up",
            Self::Exit => "To leave",
        }
    }

    /// Whether it is paid once and spread over its life.
    pub const fn is_spread(self) -> bool {
        matches!(self, Self::OneOff | Self::SetUp)
    }
}

impl YearAmount {
    /// A new year with nothing known of it.
    pub fn new(id: Id) -> Self {
        Self {
            id,
            year: None,
            amount: Input::default(),
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
            growth: Input::default(),
            years: Vec::new(),
            partner: None,
            pool: None,
            recipient: String::new(),
            fund: String::new(),
            start: None,
            end: None,
            year: None,
            life: Input::default(),
            purpose: None,
        }
    }
}
