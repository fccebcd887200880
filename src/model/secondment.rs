//! A secondee: one record with a lender and a host.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::model::partner::is_false;
use crate::model::purpose::Purpose;
use crate::units::id::Id;
use crate::units::input::Input;
use crate::units::quantity::{Fte, Money, Rate};

/// A post seconded to the partnership: borne by the lender, but for what it charges the host.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Secondment {
    /// Its id, `d…`.
    pub id: Id,
    /// The post's title; never a person's name.
    #[serde(default)]
    pub name: String,
    /// Its grade.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grade: Option<Id>,
    /// The body that lends, and bears what it does not charge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lender: Option<Id>,
    /// The body that the secondee works in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub host: Option<Id>,
    /// Full-time equivalents. Blank: not known.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub fte: Input<Fte>,
    /// The first day. Blank: from the partnership's start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<Date>,
    /// The last day. Blank: to the partnership's end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<Date>,
    /// The share of its cost that the lender charges the host. Blank: none, unless an amount is charged.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub recharge_share: Input<Rate>,
    /// What the lender charges the host, £ a year before tax, in place of a share.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub recharge: Input<Money>,
    /// Whether no value added tax is due on the charge, as where the post is employed jointly.
    #[serde(default, skip_serializing_if = "is_false")]
    pub is_free_of_vat: bool,
    /// What the lender's stand-in costs, £ a year. Blank: none.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub backfill: Input<Money>,
    /// The share of the seconded time that the stand-in covers. Blank: all.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub backfill_cover: Input<Rate>,
    /// Running or programme. Blank: running.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Purpose>,
}

impl Secondment {
    /// A new secondment with nothing known of it.
    pub fn new(id: Id) -> Self {
        Self {
            id,
            name: String::new(),
            grade: None,
            lender: None,
            host: None,
            fte: Input::default(),
            start: None,
            end: None,
            recharge_share: Input::default(),
            recharge: Input::default(),
            is_free_of_vat: false,
            backfill: Input::default(),
            backfill_cover: Input::default(),
            purpose: None,
        }
    }
}
