//! A body of the partnership that meets, who attends it, and what each meeting costs in cash.

use jiff::civil::Date;
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
    /// The first day that it exists. Blank: from the partnership's start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<Date>,
    /// The last day. Blank: to the partnership's end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<Date>,
    /// The days it meets on. Where there are any, they are counted in place of meetings a year.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dates: Vec<MeetingDate>,
    /// Meetings a year. Blank: not known.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub times_a_year: Input<Number>,
    /// Length of one meeting. Blank: not known.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub length: Input<Hours>,
    /// Share of the meetings held online, which nobody travels to. Blank: none. Dated meetings say so each.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub online_share: Input<Rate>,
    /// Who attends.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attendees: Vec<Attendee>,
    /// Venue, catering, minutes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub expenses: Vec<Expense>,
}

/// One meeting on its day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeetingDate {
    /// Its id, `t…`.
    pub id: Id,
    /// The day. Blank: not known, and not counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// How long it is. Blank: as long as the body's meetings are.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub length: Input<Hours>,
    /// Whether it is held online.
    #[serde(default, skip_serializing_if = "is_false")]
    pub is_online: bool,
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
    /// A group set up for one task.
    TaskGroup,
    /// The team that runs a project.
    ProjectTeam,
    /// A day away from the usual table.
    AwayDay,
}

impl MeetingKind {
    /// Every kind, in the order they are offered.
    pub const ALL: [Self; 9] = [
        Self::Board,
        Self::Executive,
        Self::SteeringGroup,
        Self::SubGroup,
        Self::Forum,
        Self::AnnualMeeting,
        Self::TaskGroup,
        Self::ProjectTeam,
        Self::AwayDay,
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
            Self::TaskGroup => "Task group",
            Self::ProjectTeam => "Project team",
            Self::AwayDay => "Away-day",
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
    /// Whether it is only for meetings held in person, such as a room.
    #[serde(default, skip_serializing_if = "is_false")]
    pub is_in_person_only: bool,
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
            start: None,
            end: None,
            dates: Vec::new(),
            times_a_year: Input::default(),
            length: Input::default(),
            online_share: Input::default(),
            attendees: Vec::new(),
            expenses: Vec::new(),
        }
    }
}

impl MeetingDate {
    /// A new meeting on a day not yet known.
    pub fn new(id: Id) -> Self {
        Self {
            id,
            date: None,
            length: Input::default(),
            is_online: false,
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
            is_in_person_only: false,
            is_given: false,
        }
    }
}
