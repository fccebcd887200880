//! Levers on meetings: fewer, shorter, smaller, online, delegated, or an executive in place of the full board.

mod calendar;
mod executive;
mod meeting;
mod scale;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::levers::meeting::Turn;
use crate::model::meeting::{Meeting, MeetingKind};
use crate::model::register::Register;
use crate::units::id::Id;
use crate::units::parse::Typed;
use crate::units::quantity::{Hours, Number, Rate};

/// What is changed about meetings; a lever that is not there changes nothing.
///
/// They are pulled in this order: fewer, shorter, online, smaller, executive, delegated; so that an executive is drawn
/// from the smaller board, and who sits on either may send somebody else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Levers {
    /// The bodies that they are pulled on.
    pub bodies: Bodies,
    /// Fewer: the share of the meetings that is kept, 0 to 1.
    pub times: Option<Rate>,
    /// Shorter.
    pub length: Option<Shorter>,
    /// Smaller.
    pub attendees: Option<Smaller>,
    /// Online: the least share of the meetings that is held online, 0 to 1.
    pub online: Option<Rate>,
    /// Delegated: the share of senior people's attendances that the next grade down takes, 0 to 1.
    pub delegated: Option<Rate>,
    /// A smaller body in place of the full one at most meetings.
    pub executive: Option<Executive>,
}

/// The bodies of a partnership that levers are pulled on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bodies {
    /// Every body that meets; an executive is drawn from boards only.
    #[default]
    All,
    /// Its boards.
    Boards,
    /// This one, whatever its kind.
    One(Id),
}

/// How much shorter meetings are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shorter {
    /// This share of their length, 0 to 1.
    Share(Rate),
    /// No longer than this.
    AtMost(Hours),
}

/// How much smaller meetings are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Smaller {
    /// This share of the people of each line, 0 to 1.
    Share(Rate),
    /// No more people than this, each line in proportion.
    AtMost(Number),
}

/// An executive that meets in place of the full board.
///
/// Source: *A Fruitful Partnership*, paragraph 48: a smaller committee with a selection of key partners decides; the
/// full partnership meets more rarely. Which partners is not said here, so that it is drawn from all lines in proportion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Executive {
    /// How many people sit on it.
    pub people: Number,
    /// How many meetings a year the full board still holds.
    pub full_meetings: Number,
}

/// One of the levers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lever {
    /// Fewer meetings.
    Times,
    /// Shorter ones.
    Length,
    /// Fewer people.
    Attendees,
    /// Online.
    Online,
    /// The next grade down.
    Delegated,
    /// An executive.
    Executive,
}

/// Something that a lever left as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NotMoved {
    /// The partnership.
    pub partnership: Id,
    /// The body, the line of attendees, the dated meeting, or the partnership itself.
    pub record: Id,
    /// The lever.
    pub lever: Lever,
    /// Why.
    pub why: Why,
}

/// Why a lever left something as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// What it would change is not known, and stays so.
    NotKnown,
    /// It is the time of partnership staff, which is already in staff.
    PartnershipStaff,
    /// The grade of these people is not known.
    NoGrade,
    /// No grade stands below theirs, or what an hour of theirs costs is not known.
    NoGradeBelow,
    /// The full board meets no more often than it would still do.
    MeetsTooRarely,
    /// The board is no larger than the executive would be.
    TooSmall,
    /// The partnership has no such body.
    NoBody,
}

/// A register with levers pulled.
#[derive(Clone, Debug)]
pub struct Pulled {
    /// The register as it would be.
    pub register: Register,
    /// What could not be changed, and why.
    pub not_moved: Vec<NotMoved>,
    /// Records that were made, each with the one that it is a part of: what is in doubt about the one is in doubt about
    /// the other, in the same way.
    pub made: BTreeMap<Id, Id>,
}

impl Levers {
    /// Whether they leave every register as it is.
    pub fn change_nothing(&self) -> bool {
        let whole = Rate::from(1);
        let moves = |share: Option<Rate>| share.is_some_and(|it| it > Rate::ZERO);
        let is_length_kept = match self.length {
            None => true,
            Some(Shorter::Share(share)) => share >= whole,
            Some(Shorter::AtMost(_)) => false,
        };
        let is_size_kept = match self.attendees {
            None => true,
            Some(Smaller::Share(share)) => share >= whole,
            Some(Smaller::AtMost(_)) => false,
        };
        self.times.is_none_or(|it| it >= whole)
            && is_length_kept
            && is_size_kept
            && !moves(self.online)
            && !moves(self.delegated)
            && self.executive.is_none()
    }
}

/// A share of nought to one that somebody typed; a bare number is per cent.
///
/// # Errors
/// What would be taken.
pub fn share_of_text(text: &str) -> Result<Rate, String> {
    let share = Rate::from_text(text).map_err(|error| error.to_string())?;
    if share < Rate::ZERO || share > Rate::from(1) {
        return Err("Try a share from 0% to 100%".to_owned());
    }
    Ok(share)
}

/// A number of people or meetings that somebody typed.
///
/// # Errors
/// What would be taken.
pub fn number_of_text(text: &str) -> Result<Number, String> {
    let number = Number::from_text(text).map_err(|error| error.to_string())?;
    if number < Number::ZERO {
        return Err("Try a number from 0 on".to_owned());
    }
    Ok(number)
}

impl Shorter {
    /// What somebody typed: `50%` is a share, `1h` or `45m` the most.
    ///
    /// # Errors
    /// What would be taken; a day or more is no length of a meeting, but a share without its sign.
    pub fn from_text(text: &str) -> Result<Self, String> {
        if text.contains('%') {
            return share_of_text(text).map(Self::Share);
        }
        let most = Hours::from_text(text).map_err(|error| error.to_string())?;
        if most < Hours::ZERO || most >= Hours::from(24) {
            return Err("Try a share such as 50%, or a length such as 1h 30m".to_owned());
        }
        Ok(Self::AtMost(most))
    }
}

impl Smaller {
    /// What somebody typed: `50%` is a share, `8` the most.
    ///
    /// # Errors
    /// What would be taken.
    pub fn from_text(text: &str) -> Result<Self, String> {
        if text.contains('%') {
            return share_of_text(text).map(Self::Share);
        }
        number_of_text(text).map(Self::AtMost)
    }
}

impl Bodies {
    /// Whether levers are pulled on this body.
    pub fn holds(self, meeting: &Meeting) -> bool {
        match self {
            Self::All => true,
            Self::Boards => meeting.kind == MeetingKind::Board,
            Self::One(id) => meeting.id == id,
        }
    }

    /// Whether an executive is drawn from it.
    pub fn takes_executive(self, meeting: &Meeting) -> bool {
        match self {
            Self::All | Self::Boards => meeting.kind == MeetingKind::Board,
            Self::One(id) => meeting.id == id,
        }
    }
}

/// Pulls levers on the meetings of some partnerships; nothing else of the register changes.
///
/// A quantity is multiplied with its whole range, so that what is in doubt stays so in proportion; its evidence stays
/// with it. A blank stays blank. `below` names the next grade down of each senior grade that has one: see
/// `findings::levers::grades_below`. A partnership that nothing changes of is the same record as before.
pub fn pull(
    register: &Register,
    levers: &Levers,
    ids: &BTreeSet<Id>,
    below: &BTreeMap<Id, Id>,
) -> Pulled {
    let mut pulled = Pulled {
        register: register.clone(),
        not_moved: Vec::new(),
        made: BTreeMap::new(),
    };
    if levers.change_nothing() {
        return pulled;
    }
    for (at, partnership) in register.partnerships.iter().enumerate() {
        if !ids.contains(&partnership.id) {
            continue;
        }
        let mut turn = Turn {
            levers,
            below,
            grades: &register.grades,
            partnership,
            pulled: &mut pulled,
        };
        let meetings = turn.meetings();
        if meetings == partnership.meetings {
            continue;
        }
        if let Some(place) = pulled.register.partnerships.get_mut(at) {
            Arc::make_mut(place).meetings = meetings;
        }
    }
    pulled
}
