//! Work that partners' officers do between meetings, with no fixed share of a post.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::model::partner::is_false;
use crate::model::purpose::Purpose;
use crate::units::id::Id;
use crate::units::input::Input;
use crate::units::quantity::{Fte, Hours, Number};

/// Work between meetings: hours a week, or a full-time equivalent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BetweenMeetings {
    /// Its id, `b…`.
    pub id: Id,
    /// What the work is.
    #[serde(default)]
    pub name: String,
    /// The body whose officers do it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner: Option<Id>,
    /// Their grade.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grade: Option<Id>,
    /// Hours a week, all of them together. Blank: `fte` says, or not known.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub hours_a_week: Input<Hours>,
    /// Weeks a year. Blank: a year's productive weeks.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub weeks: Input<Number>,
    /// Full-time equivalents, where hours a week are not given.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub fte: Input<Fte>,
    /// The first day. Blank: from the partnership's start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<Date>,
    /// The last day. Blank: to the partnership's end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<Date>,
    /// Whether partnership staff do it, whose time is already counted as staff.
    #[serde(default, skip_serializing_if = "is_false")]
    pub is_partnership_staff: bool,
    /// Running or programme. Blank: running.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Purpose>,
}

impl BetweenMeetings {
    /// A new line with nothing known of it.
    pub fn new(id: Id) -> Self {
        Self {
            id,
            name: String::new(),
            partner: None,
            grade: None,
            hours_a_week: Input::default(),
            weeks: Input::default(),
            fte: Input::default(),
            start: None,
            end: None,
            is_partnership_staff: false,
            purpose: None,
        }
    }
}
