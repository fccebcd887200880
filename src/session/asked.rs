//! The questions of a first estimate, and an answer to one while it is being typed.

use rust_decimal::Decimal;

use crate::guidance::estimate::StartingPoint;
use crate::units::display;
use crate::units::parse::Typed;
use crate::units::quantity::{Fte, Hours, Money, Number, Unit};

/// One question that is answered with a lowest, a most likely and a highest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asked {
    /// What an hour of a senior person costs.
    SeniorHour,
    /// What an hour of an officer costs.
    OfficerHour,
    /// Meetings a year.
    Meetings,
    /// The length of one.
    Length,
    /// Senior people from each partner at a meeting.
    Seniors,
    /// Other people from each partner at a meeting.
    Officers,
    /// Preparation of each person for a meeting.
    Preparation,
    /// Travel of each person to a meeting and back.
    Travel,
    /// Hours a week between meetings.
    Between,
    /// Posts that it pays for.
    Staff,
    /// Other money.
    Cash,
    /// Things given.
    Gifts,
}

impl Asked {
    /// Every question, in the order of the form.
    pub const ALL: [Self; 12] = [
        Self::SeniorHour,
        Self::OfficerHour,
        Self::Meetings,
        Self::Length,
        Self::Seniors,
        Self::Officers,
        Self::Preparation,
        Self::Travel,
        Self::Between,
        Self::Staff,
        Self::Cash,
        Self::Gifts,
    ];

    /// The question.
    pub const fn title(self) -> &'static str {
        match self {
            Self::SeniorHour => "An hour of a senior person",
            Self::OfficerHour => "An hour of an officer",
            Self::Meetings => "Meetings a year",
            Self::Length => "Length of a meeting, hours",
            Self::Seniors => "Senior people from each partner",
            Self::Officers => "Other people from each partner",
            Self::Preparation => "Preparation for each person, hours",
            Self::Travel => "Travel for each person, hours",
            Self::Between => "Hours a week between meetings",
            Self::Staff => "Posts that it pays for",
            Self::Cash => "Other money, £ a year",
            Self::Gifts => "Things given, £ a year",
        }
    }

    /// What to count.
    pub const fn note(self) -> &'static str {
        match self {
            Self::SeniorHour => "£, with pension, National Insurance and overheads",
            Self::OfficerHour => "£, the same; also for posts that the partnership pays for",
            Self::Meetings => "Its board, and groups that meet as often with as many people",
            Self::Length => "From start to end, such as 2 or 1h 30m",
            Self::Seniors => "Directors, heads of service, elected members: at a usual meeting",
            Self::Officers => "Officers who come along, present papers or take minutes",
            Self::Preparation => "Reading, briefing and writing papers, for one meeting",
            Self::Travel => "There and back, for one meeting; 0 if all are online",
            Self::Between => "Officers of each partner together: calls, papers, joint projects",
            Self::Staff => "Full-time equivalents: two half-time posts are 1",
            Self::Cash => "Room hire, fees, events, grants: running it, without pay",
            Self::Gifts => "Rooms, equipment, services nobody bills: what they cost the giver",
        }
    }

    /// What the answer is measured in.
    pub const fn unit(self) -> Unit {
        match self {
            Self::SeniorHour | Self::OfficerHour | Self::Cash | Self::Gifts => Unit::Money,
            Self::Length | Self::Preparation | Self::Travel | Self::Between => Unit::Hours,
            Self::Staff => Unit::Fte,
            Self::Meetings | Self::Seniors | Self::Officers => Unit::Number,
        }
    }

    /// The name that the guidance's starting points know it by; nothing where there are none.
    pub const fn key(self) -> Option<&'static str> {
        Some(match self {
            Self::SeniorHour | Self::OfficerHour => return None,
            Self::Meetings => "meetings",
            Self::Length => "length",
            Self::Seniors => "seniors",
            Self::Officers => "officers",
            Self::Preparation => "preparation",
            Self::Travel => "travel",
            Self::Between => "between",
            Self::Staff => "staff",
            Self::Cash => "cash",
            Self::Gifts => "gifts",
        })
    }

    /// Whose hour it is about; nothing for the other questions.
    pub const fn staff(self) -> Option<Staff> {
        match self {
            Self::SeniorHour => Some(Staff::Senior),
            Self::OfficerHour => Some(Staff::Officer),
            _ => None,
        }
    }

    /// Reads one end of an answer.
    ///
    /// # Errors
    /// Why the text is no answer, in words for the user.
    pub fn read(self, text: &str) -> Result<Decimal, String> {
        fn value<Q: Typed>(text: &str) -> Result<Decimal, String> {
            let read = Q::from_text(text).map_err(|why| why.to_string())?;
            Ok(read.decimal())
        }
        let value = match self.unit() {
            Unit::Money => value::<Money>(text),
            Unit::Hours => value::<Hours>(text),
            Unit::Fte => value::<Fte>(text),
            _ => value::<Number>(text),
        }?;
        if value < Decimal::ZERO {
            return Err("Not below 0".to_owned());
        }
        Ok(value)
    }
}

/// Whose hour a choice of grade is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Staff {
    /// Senior people.
    Senior,
    /// Officers, and the partnership's own posts.
    Officer,
}

/// One end of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The least that it may be.
    Low,
    /// The most likely.
    Likely,
    /// The most that it may be.
    High,
}

impl End {
    /// The three, in the order of the form.
    pub const ALL: [Self; 3] = [Self::Low, Self::Likely, Self::High];

    /// What it is called.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Low => "lowest",
            Self::Likely => "most likely",
            Self::High => "highest",
        }
    }
}

/// An answer while it is being typed; a blank end is one that nobody has given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Range {
    /// The least that it may be.
    pub low: Option<Decimal>,
    /// The most likely.
    pub likely: Option<Decimal>,
    /// The most that it may be.
    pub high: Option<Decimal>,
    /// Whether somebody has typed in it.
    pub is_touched: bool,
}

impl Range {
    /// What an answer starts from.
    pub fn starting(point: StartingPoint) -> Self {
        Self {
            low: Some(point.low),
            likely: Some(point.likely),
            high: Some(point.high),
            is_touched: false,
        }
    }

    /// One end.
    pub const fn end(self, end: End) -> Option<Decimal> {
        match end {
            End::Low => self.low,
            End::Likely => self.likely,
            End::High => self.high,
        }
    }

    /// One end, to change it.
    pub const fn end_mut(&mut self, end: End) -> &mut Option<Decimal> {
        match end {
            End::Low => &mut self.low,
            End::Likely => &mut self.likely,
            End::High => &mut self.high,
        }
    }

    /// Why it is no answer yet: an end is blank, or the three do not rise.
    pub fn problem(self, asked: Asked) -> Option<String> {
        let blank: Vec<&str> = End::ALL
            .into_iter()
            .filter(|end| self.end(*end).is_none())
            .map(End::label)
            .collect();
        if blank.len() == End::ALL.len() {
            return Some("Not answered yet. If you do not know, give a wide range".to_owned());
        }
        if !blank.is_empty() {
            let blank = blank.join(" and the ");
            return Some(format!(
                "Type the {blank} too. If you do not know, give a wide range"
            ));
        }
        let said = |value: Decimal| display::typed(value, asked.unit());
        let is_above = |a: End, b: End| {
            let (low, high) = (self.end(a)?, self.end(b)?);
            let (one, other) = (a.label(), b.label());
            (low > high).then(|| {
                format!(
                    "The {one}, {}, is above the {other}, {}",
                    said(low),
                    said(high)
                )
            })
        };
        is_above(End::Low, End::Likely).or_else(|| is_above(End::Likely, End::High))
    }
}
