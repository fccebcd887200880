//! A body of the partnership that meets, who attends it, and what each meeting costs in cash.

use serde::{Deserialize, Serialize};

use crate::model::partner::is_false;
use crate::units::id::Id;
use crate::units::input::Input;
use crate::units::quantity::{Hours, Money, Number, Rate};

/// Meetings of one body over a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// Its id, `m…`.
    pub id: Id,
    /// The body's name.
    #[serde(default)]
    pub name: String,
    /// What kind of body it is.
    #[serde(default)]
    pub kind: MeetingKind,
    /// Meetings a year. Blank: not known.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub times_a_year: Input<Number>,
    /// Length of one meeting. Blank: not known.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub length: Input<Hours>,
    /// Share of the meetings held online, which nobody travels to. Blank: none.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub online_share: Input<Rate>,
    /// Who attends.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attendees: Vec<Attendee>,
    /// Venue, catering, minutes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub expenses: Vec<Expense>,
}

/// What kind of body meets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum MeetingKind {
    /// The board.
    #[default]
    Board,
    /// A smaller executive.
    Executive,
    /// A steering group.
    SteeringGroup,
    /// A sub-group or task group.
    SubGroup,
    /// A wider forum.
    Forum,
    /// An annual meeting.
    AnnualMeeting,
}

impl MeetingKind {
    /// Every kind, in the order they are offered.
    pub const ALL: [Self; 6] = [
        Self::Board,
        Self::Executive,
        Self::SteeringGroup,
        Self::SubGroup,
        Self::Forum,
        Self::AnnualMeeting,
    ];

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Board => "Board",
            Self::Executive => "Executive",
            Self::SteeringGroup => "Steering group",
            Self::SubGroup => "Sub-group",
            Self::Forum => "Forum",
            Self::AnnualMeeting => "Annual meeting",
        }
    }
}

/// People of one grade and partner who attend a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attendee {
    /// Its id, `a…`.
    pub id: Id,
    /// The body they come from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner: Option<Id>,
    /// Their grade.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grade: Option<Id>,
    /// How many. Blank: not known.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub number: Input<Number>,
    /// Share of the meetings that they attend. Blank: all.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub attendance: Input<Rate>,
    /// Preparation, each, for each meeting. Blank: not known.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub preparation: Input<Hours>,
    /// Travel time there and back, each. Blank: not known.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub travel: Input<Hours>,
    /// Fares there and back, each. Blank: none.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub fares: Input<Money>,
    /// Miles driven there and back, each. Blank: none.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub miles: Input<Number>,
    /// Whether they are partnership staff, whose time is already counted as staff.
    #[serde(default, skip_serializing_if = "is_false")]
    pub is_partnership_staff: bool,
}

/// An expense of each meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expense {
    /// Its id, `x…`.
    pub id: Id,
    /// What it is: venue, catering, minutes.
    #[serde(default)]
    pub name: String,
    /// Cost of one meeting; of a gift, what it costs the giver. Blank: not known.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub cost: Input<Money>,
    /// Who pays, or gives.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner: Option<Id>,
    /// Whether it is given free, and so in kind.
    #[serde(default, skip_serializing_if = "is_false")]
    pub is_given: bool,
}

impl Meeting {
    /// A new meeting with nothing known of it.
    pub fn new(id: Id) -> Self {
        Self {
            id,
            name: String::new(),
            kind: MeetingKind::default(),
            times_a_year: Input::default(),
            length: Input::default(),
            online_share: Input::default(),
            attendees: Vec::new(),
            expenses: Vec::new(),
        }
    }
}

impl Attendee {
    /// A new line with nothing known of it.
    pub fn new(id: Id) -> Self {
        Self {
            id,
            partner: None,
            grade: None,
            number: Input::default(),
            attendance: Input::default(),
            preparation: Input::default(),
            travel: Input::default(),
            fares: Input::default(),
            miles: Input::default(),
            is_partnership_staff: false,
        }
    }
}

impl Expense {
    /// A new expense with nothing known of it.
    pub fn new(id: Id) -> Self {
        Self {
            id,
            name: String::new(),
            cost: Input::default(),
            partner: None,
            is_given: false,
        }
    }
}
