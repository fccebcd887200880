//! What fewer meetings would save: those of two partnerships merged, or half as many of one, by the same formulas.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::costing::basis::{Basis, ByBasis};
use crate::costing::context::Context;
use crate::costing::cost_line::{Category, CostLine};
use crate::costing::partnership::lines;
use crate::costing::schedule::Schedule;
use crate::costing::sittings::dated;
use crate::findings::findings::Question;
use crate::findings::partnership::senior_days;
use crate::guidance::edition::Guidance;
use crate::model::meeting::{Attendee, Meeting};
use crate::model::partnership::Partnership;
use crate::model::register::Register;
use crate::units::id::{Id, Kind};
use crate::units::quantity::{Hours, Money, Number, Quantity, Rate};
use crate::units::trace::Plain;
use crate::units::year::FinancialYear;

/// What would be saved a year; below nought where it would cost more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saving {
    /// Running cost.
    pub money: ByBasis<Change<Money>>,
    /// Hours of people's time, nothing counted twice.
    pub hours: Change<Hours>,
    /// Days of senior people's time.
    pub senior_days: Change<Number>,
}

/// A difference of two figures, and what a missing part makes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change<Q> {
    /// What the known parts come to.
    pub amount: Q,
    /// Whether it can be more or less.
    pub bound: Bound,
}

/// What missing parts make of a saving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// Nothing is missing that changes.
    Exact,
    /// A part of what ends is not known: the saving is more.
    AtLeast,
    /// A part of what comes instead is not known: the saving is less.
    AtMost,
    /// Parts of both are not known.
    Unclear,
}

/// The meetings of two partnerships merged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merging {
    /// The one whose meetings end: fewer hours in meetings.
    pub ends: Id,
    /// The one whose meetings go on.
    pub goes_on: Id,
    /// Lines of people that only the one that ends has, who join the other's meetings.
    pub n_joining: usize,
    /// What it would save.
    pub saving: Saving,
}

/// Works out savings of one register in one year.
pub struct Savings<'a> {
    register: &'a Register,
    context: Context<'a, Plain>,
}

impl<'a> Savings<'a> {
    /// Of the year that the question asks for.
    pub fn new(register: &'a Register, guidance: &'static Guidance, question: Question) -> Self {
        Self {
            register,
            context: Context::new(&Plain, register, guidance, question.year),
        }
    }

    /// The annual cost of both before and after, and the difference; nothing where the one that would go on never meets.
    ///
    /// An upper view: `merged` says what it takes for granted. Source: the method note, section 11.
    pub fn merging(&self, a: &Partnership, b: &Partnership) -> Option<Merging> {
        let (goes_on, ends) = self.larger_first(a, b);
        let merged = merged(self.register.last_id, goes_on, ends)?;
        Some(Merging {
            ends: ends.id,
            goes_on: goes_on.id,
            n_joining: merged.n_joining,
            saving: saving(
                &self.sums(&[a, b]),
                &self.sums(&[&merged.goes_on, &merged.ends]),
            ),
        })
    }

    /// The annual cost before and after, as `halved` has it; nothing where no body meets more than once a year.
    pub fn halving(&self, it: &Partnership) -> Option<Saving> {
        let halved = halved(it, self.context.year)?;
        let mut after = self.sums(&[&halved.partnership]);
        // What is not known of a meeting is not known of those that are saved either.
        after.forget(&halved.meet_less);
        Some(saving(&self.sums(&[it]), &after))
    }

    /// The one with more hours in meetings first; of as many, the one with the smaller id.
    fn larger_first<'p>(
        &self,
        a: &'p Partnership,
        b: &'p Partnership,
    ) -> (&'p Partnership, &'p Partnership) {
        let hours = |it: &Partnership| Schedule::of(&lines(&self.context, it)).hours.meetings;
        let rank = |it: &Partnership| (hours(it), std::cmp::Reverse(it.id));
        if rank(a) >= rank(b) { (a, b) } else { (b, a) }
    }

    fn sums(&self, partnerships: &[&Partnership]) -> Sums {
        let mut sums = Sums::default();
        for it in partnerships {
            sums.add(&self.context, it.id, &lines(&self.context, it));
        }
        sums
    }
}

fn saving(before: &Sums, after: &Sums) -> Saving {
    Saving {
        money: ByBasis::of(|basis| Change {
            amount: *before.money.get(basis) - *after.money.get(basis),
            bound: bound(before.no_money.get(basis), after.no_money.get(basis)),
        }),
        hours: Change {
            amount: before.hours - after.hours,
            bound: bound(&before.no_hours, &after.no_hours),
        },
        senior_days: Change {
            amount: before.senior_days - after.senior_days,
            bound: bound(&before.no_days, &after.no_days),
        },
    }
}

/// A line that a figure lacks: of which partnership, of which record, of what.
type Missing = BTreeSet<(Id, Id, Category)>;

/// Figures of some partnerships together.
#[derive(Default)]
struct Sums {
    money: ByBasis<Money>,
    hours: Hours,
    senior_days: Number,
    no_money: ByBasis<Missing>,
    no_hours: Missing,
    no_days: Missing,
}

impl Sums {
    fn add(&mut self, context: &Context<'_, Plain>, of: Id, lines: &[CostLine<()>]) {
        let schedule = Schedule::of(lines);
        self.hours = self.hours + schedule.hours.all;
        self.senior_days = self.senior_days + senior_days(context, lines).value();
        for basis in Basis::ALL {
            let total = schedule.running.get(basis).total.amount;
            let sum = self.money.get_mut(basis);
            *sum = *sum + total;
            let without = lines
                .iter()
                .filter(|it| it.is_running_on(basis) && it.amount.is_none());
            let missing = self.no_money.get_mut(basis);
            missing.extend(without.map(|it| (of, it.record, it.category)));
        }
        for line in lines.iter().filter(|it| is_time_of_meetings(it)) {
            let key = (of, line.record, line.category);
            let grade = context.grade(line.grade);
            if line.hours.is_none() {
                self.no_hours.insert(key);
            }
            // Of nobody's grade it is not known whether they are senior.
            if grade.is_none_or(|it| it.is_senior && line.hours.is_none()) {
                self.no_days.insert(key);
            }
        }
    }

    /// Takes what is missing of these records as gone.
    fn forget(&mut self, records: &BTreeSet<Id>) {
        for basis in Basis::ALL {
            let missing = self.no_money.get_mut(basis);
            missing.retain(|it| !records.contains(&it.1));
        }
        self.no_hours.retain(|it| !records.contains(&it.1));
        self.no_days.retain(|it| !records.contains(&it.1));
    }
}

fn is_time_of_meetings(line: &CostLine<()>) -> bool {
    let is_time = matches!(
        line.category,
        Category::Meetings | Category::Preparation | Category::Travel
    );
    is_time && !line.is_already_in_staff
}

/// What is missing before and not after makes a saving more; what is missing after and not before makes it less. What is
/// missing both times is the same both times.
fn bound(before: &Missing, after: &Missing) -> Bound {
    let (ends, comes) = (
        before.difference(after).count(),
        after.difference(before).count(),
    );
    match (ends > 0, comes > 0) {
        (false, false) => Bound::Exact,
        (true, false) => Bound::AtLeast,
        (false, true) => Bound::AtMost,
        (true, true) => Bound::Unclear,
    }
}

/// Two partnerships as they would be with their meetings merged.
pub struct Merged {
    /// The one whose meetings go on, with those who join.
    pub goes_on: Partnership,
    /// The other, without meetings.
    pub ends: Partnership,
    /// How many lines of people join.
    pub n_joining: usize,
}

/// Merges the meetings of two partnerships.
///
/// ```text
/// The meetings of the one that ends are held no more.
/// Its people whose grade and body do not sit at any meeting of the other join the other's meeting of the same kind, else
/// its first: once each, with the largest number, an unknown number before any known one.
/// All else stays: posts, money, things given, work between meetings, and how often and how long the other meets.
/// ```
/// Nothing where the one that goes on has no meeting to join. New records get ids after `last_id`.
pub fn merged(last_id: u32, goes_on: &Partnership, ends: &Partnership) -> Option<Merged> {
    if goes_on.meetings.is_empty() {
        return None;
    }
    let there: BTreeSet<_> = each_attendee(goes_on).map(seat).collect();
    let mut joining: Vec<(usize, Attendee)> = Vec::new();
    let mut place_of: BTreeMap<(usize, Seat), usize> = BTreeMap::new();
    for meeting in &ends.meetings {
        let same_kind = |it: &Meeting| it.kind == meeting.kind;
        let to = goes_on.meetings.iter().position(same_kind).unwrap_or(0);
        for attendee in &meeting.attendees {
            let seat = seat(attendee);
            let is_known = attendee.partner.is_some() && attendee.grade.is_some();
            if is_known && there.contains(&seat) {
                continue;
            }
            let earlier = place_of.get(&(to, seat)).filter(|_| is_known);
            match earlier.and_then(|at| joining.get_mut(*at)) {
                Some((_, it)) if has_more_people(attendee, it) => *it = attendee.clone(),
                Some(_) => {}
                None => {
                    place_of.insert((to, seat), joining.len());
                    joining.push((to, attendee.clone()));
                }
            }
        }
    }
    let n_joining = joining.len();
    let mut goes_on = goes_on.clone();
    let mut last_id = last_id;
    for (to, mut attendee) in joining {
        last_id = last_id.saturating_add(1);
        attendee.id = Id::new(Kind::Attendee, last_id);
        if let Some(meeting) = goes_on.meetings.get_mut(to) {
            meeting.attendees.push(attendee);
        }
    }
    let mut ends = ends.clone();
    ends.meetings.clear();
    Some(Merged {
        goes_on,
        ends,
        n_joining,
    })
}

/// Who sits: of which body and grade, and whether for the partnership itself.
type Seat = (Option<Id>, Option<Id>, bool);

fn seat(it: &Attendee) -> Seat {
    (it.partner, it.grade, it.is_partnership_staff)
}

fn each_attendee(it: &Partnership) -> impl Iterator<Item = &Attendee> {
    it.meetings.iter().flat_map(|it| &it.attendees)
}

/// An unknown number may be any.
fn has_more_people(one: &Attendee, other: &Attendee) -> bool {
    match (one.number.value(), other.number.value()) {
        (_, None) => false,
        (None, Some(_)) => true,
        (Some(one), Some(other)) => one > other,
    }
}

/// A partnership that meets half as often.
pub struct Halved {
    /// As it would be.
    pub partnership: Partnership,
    /// The attendees and expenses of the bodies that meet less.
    pub meet_less: BTreeSet<Id>,
}

/// Halves how often a partnership meets.
///
/// ```text
/// Meetings a year are halved; of meetings dated in the year every other one is held, the first of them too.
/// A body that meets once a year or less stays as it is.
/// ```
/// Nothing where that changes nothing.
pub fn halved(partnership: &Partnership, year: FinancialYear) -> Option<Halved> {
    let mut halved = Halved {
        partnership: partnership.clone(),
        meet_less: BTreeSet::new(),
    };
    for meeting in &mut halved.partnership.meetings {
        if halve(partnership, meeting, year) {
            let attendees = meeting.attendees.iter().map(|it| it.id);
            let expenses = meeting.expenses.iter().map(|it| it.id);
            halved.meet_less.extend(attendees.chain(expenses));
        }
    }
    (!halved.meet_less.is_empty()).then_some(halved)
}

/// Whether the body meets less then. Half of a number that is not known is not known either.
fn halve(partnership: &Partnership, meeting: &mut Meeting, year: FinancialYear) -> bool {
    let mut days = dated(partnership, meeting, year);
    if days.is_empty() {
        let times = meeting.times_a_year.value();
        if times.is_some_and(|it| it <= Number::from(1)) {
            return false;
        }
        let half = Rate::new(Decimal::new(5, 1));
        meeting.times_a_year.set(times.map(|it| it * half));
        return true;
    }
    days.sort_by_key(|it| (it.date, it.id));
    let dropped: BTreeSet<Id> = days.iter().skip(1).step_by(2).map(|it| it.id).collect();
    meeting.dates.retain(|it| !dropped.contains(&it.id));
    !dropped.is_empty()
}
