//! A snapshot: what every partnership cost and scored on a day, kept as it was said then.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::model::partner::is_false;
use crate::units::id::Id;
use crate::units::kept;
use crate::units::quantity::{Hours, Money, Number};
use crate::units::year::FinancialYear;

/// The figures of a day. Typing, a newer edition or a newer method change no figure of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Snapshot {
    /// Its id, `sn…`.
    pub id: Id,
    /// What it was taken for: `Annual review 2026`.
    #[serde(default)]
    pub name: String,
    /// The day it was taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken: Option<Date>,
    /// The year whose annual cost it holds.
    pub year: FinancialYear,
    /// The version of the method that the figures follow.
    pub method: u32,
    /// The edition of the guidance that they follow.
    pub guidance: String,
    /// Each partnership of that day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<SnapshotLine>,
}

/// What was said of one partnership.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SnapshotLine {
    /// The partnership; it may be gone since.
    pub partnership: Id,
    /// Its name of that day.
    #[serde(default)]
    pub name: String,
    /// Running cost of the year on the Exhibit 2 basis.
    pub exhibit2: KeptTotal,
    /// The same at full cost.
    pub full: KeptTotal,
    /// The part of the full cost that we bore; nothing where no partner was marked as us.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "kept::known")]
    pub ours: Option<Money>,
    /// Hours of people's time.
    #[serde(with = "kept")]
    pub hours: Hours,
    /// Days of senior people's time.
    #[serde(with = "kept")]
    pub senior_days: Number,
    /// The score that was shown; nothing where too little was known.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "kept::known")]
    pub score: Option<Number>,
    /// PVB less PVC; nothing where no benefit had a price.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "kept::known")]
    pub npsv: Option<Money>,
}

/// A total as it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptTotal {
    /// What was known of it.
    #[serde(with = "kept")]
    pub amount: Money,
    /// Whether a part was not known, so that it was at least this.
    #[serde(default, skip_serializing_if = "is_false")]
    pub is_at_least: bool,
}

impl Snapshot {
    /// An empty snapshot of `year`.
    pub fn new(id: Id, year: FinancialYear) -> Self {
        Self {
            id,
            name: String::new(),
            taken: None,
            year,
            method: 0,
            guidance: String::new(),
            lines: Vec::new(),
        }
    }
}
