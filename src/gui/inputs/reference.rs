//! Lists to choose a partner, a grade or another record from.

use crate::gui::inputs::record::Record;
use crate::gui::widgets::pick_cell::{NONE, place};
use crate::model::benefit::Benefit;
use crate::model::between_meetings::BetweenMeetings;
use crate::model::direct_cost::CashLine;
use crate::model::grade::Grade;
use crate::model::in_kind::InKind;
use crate::model::meeting::Meeting;
use crate::model::partnership::Partnership;
use crate::model::pool::Pool;
use crate::model::post::Post;
use crate::model::record_name::{line_name, line_name_in, partner_name};
use crate::model::register::Register;
use crate::model::secondment::Secondment;
use crate::units::id::{Id, Kind};

/// What can be chosen: a name and what it stands for. The first takes the choice back.
pub(crate) struct Options {
    ids: Vec<Option<Id>>,
    names: Vec<String>,
    /// The names with whose they are, where the list leaves that out.
    full_names: Vec<String>,
}

impl Options {
    /// The register's partners.
    pub(crate) fn partners(register: &Register) -> Self {
        let mut options = Self::none();
        for partner in register.partners.iter() {
            let name = partner_name(register, Some(partner.id));
            options.push(partner.id, name.clone(), name);
        }
        options
    }

    /// The register's grades: those of `whose` first, then those of nobody in particular, then the others.
    pub(crate) fn grades(register: &Register, whose: Option<Id>) -> Self {
        let mut options = Self::none();
        for wanted in 0..3 {
            let of_rank = |it: &&Grade| rank(it, whose) == wanted;
            for grade in register.grades.iter().filter(of_rank) {
                let name = name_for(register, grade, whose);
                options.push(grade.id, name, full_name(register, grade));
            }
        }
        options
    }

    /// The pooled budgets of a partnership.
    pub(crate) fn pools(register: &Register, partnership: &Partnership) -> Self {
        let mut options = Self::none();
        for pool in &partnership.pools {
            let name = line_name_in(register, partnership, pool.id);
            options.push(pool.id, name.clone(), name);
        }
        options
    }

    /// The same but for one of them.
    #[must_use]
    pub(crate) fn without(mut self, id: Id) -> Self {
        if let Some(at) = self.place(Some(id)) {
            self.ids.remove(at);
            self.names.remove(at);
            self.full_names.remove(at);
        }
        self
    }

    /// The name of a partner as its list has it; blank where none is chosen.
    pub(crate) fn partner_name(register: &Register, id: Option<Id>) -> String {
        match id {
            Some(_) => partner_name(register, id),
            None => String::new(),
        }
    }

    /// The name of a grade as the list for `whose` has it; blank where none is chosen.
    pub(crate) fn grade_name(register: &Register, id: Option<Id>, whose: Option<Id>) -> String {
        let grade = id.and_then(|id| register.grade(id));
        grade.map_or_else(String::new, |grade| name_for(register, grade, whose))
    }

    /// What is meant by a text that was typed or pasted; a blank means nothing.
    ///
    /// # Errors
    /// That there is no such name, or several.
    pub(crate) fn find(&self, text: &str, noun: &str) -> Result<Option<Id>, String> {
        let by_name = place(&self.names, text, noun);
        let at = by_name.or_else(|why| place(&self.full_names, text, noun).map_err(|_| why))?;
        Ok(self.at(at))
    }

    fn none() -> Self {
        Self {
            ids: vec![None],
            names: vec![NONE.to_owned()],
            full_names: vec![NONE.to_owned()],
        }
    }

    fn push(&mut self, id: Id, name: String, full_name: String) {
        self.ids.push(Some(id));
        self.names.push(name);
        self.full_names.push(full_name);
    }

    /// The names, in order.
    pub(crate) fn names(&self) -> Vec<&str> {
        self.names.iter().map(String::as_str).collect()
    }

    /// The place of `id`; nothing where nothing is chosen.
    pub(crate) fn place(&self, id: Option<Id>) -> Option<usize> {
        self.ids
            .iter()
            .skip(1)
            .position(|it| *it == id)?
            .checked_add(1)
    }

    /// The names, in order.
    pub(crate) fn into_names(self) -> Vec<String> {
        self.names
    }

    /// What stands at a place.
    pub(crate) fn at(&self, place: usize) -> Option<Id> {
        self.ids.get(place).copied().flatten()
    }
}

/// Records that a cell may name, other than partners and grades.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Others {
    /// The register's outcomes.
    Outcomes,
    /// The partnerships but the one that the cell belongs to.
    Partnerships,
    /// The lines of the partnership that the cell belongs to: what it costs, and what it brings.
    Lines,
}

impl Others {
    /// What can be chosen in a cell of `partnership`.
    pub(crate) fn options(self, register: &Register, partnership: Option<Id>) -> Options {
        let mut options = Options::none();
        let mut push = |id: Id| {
            let name = self.name(register, Some(id));
            let plain = match self {
                Self::Lines => line_name(register, id),
                Self::Outcomes | Self::Partnerships => name.clone(),
            };
            options.push(id, name, plain);
        };
        match self {
            Self::Outcomes => register.outcomes.iter().for_each(|it| push(it.id)),
            Self::Partnerships => {
                let others = register.partnerships.iter();
                let others = others.filter(|it| Some(it.id) != partnership);
                others.for_each(|it| push(it.id));
            }
            Self::Lines => {
                let of = partnership.and_then(|id| register.partnership(id));
                of.into_iter().flat_map(|it| lines(it)).for_each(push);
            }
        }
        options
    }

    /// The name that the list has for `id`; blank where none is chosen.
    pub(crate) fn name(self, register: &Register, id: Option<Id>) -> String {
        let Some(id) = id else { return String::new() };
        let name = line_name(register, id);
        match self {
            Self::Lines => format!("{name} ({})", sort_of(id)),
            Self::Outcomes | Self::Partnerships => name,
        }
    }
}

/// What an option may change: what it costs, what is pooled, what it brings.
fn lines(it: &Partnership) -> impl Iterator<Item = Id> {
    let meetings = it.meetings.iter().map(|it| it.id);
    meetings
        .chain(it.between_meetings.iter().map(|it| it.id))
        .chain(it.posts.iter().map(|it| it.id))
        .chain(it.secondments.iter().map(|it| it.id))
        .chain(it.cash_lines.iter().map(|it| it.id))
        .chain(it.in_kind.iter().map(|it| it.id))
        .chain(it.pools.iter().map(|it| it.id))
        .chain(it.benefits.iter().map(|it| it.id))
}

/// What sort of line it is: two of different sorts may have one name.
const fn sort_of(line: Id) -> &'static str {
    match line.kind() {
        Kind::Meeting => Meeting::ONE,
        Kind::BetweenMeetings => BetweenMeetings::ONE,
        Kind::Post => Post::ONE,
        Kind::Secondment => Secondment::ONE,
        Kind::CashLine => CashLine::ONE,
        Kind::InKind => InKind::ONE,
        Kind::Pool => Pool::ONE,
        Kind::Benefit => Benefit::ONE,
        _ => "not a line",
    }
}

fn rank(grade: &Grade, whose: Option<Id>) -> u8 {
    match grade.partner {
        None => 1,
        owner if owner == whose => 0,
        Some(_) => 2,
    }
}

/// The name of a grade in a list for `whose`: with its owner where that is somebody else.
fn name_for(register: &Register, grade: &Grade, whose: Option<Id>) -> String {
    if rank(grade, whose) == 2 {
        full_name(register, grade)
    } else {
        short_name(grade)
    }
}

fn full_name(register: &Register, grade: &Grade) -> String {
    let name = short_name(grade);
    match grade.partner {
        Some(_) => format!("{name} ({})", partner_name(register, grade.partner)),
        None => name,
    }
}

fn short_name(grade: &Grade) -> String {
    if grade.name.trim().is_empty() {
        grade.id.to_string()
    } else {
        grade.name.clone()
    }
}
