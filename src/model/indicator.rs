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
        }
    }
}
