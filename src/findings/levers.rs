//! What levers on meetings would save: the same engine on the register as it is and as it would be, side by side.

use std::collections::{BTreeMap, BTreeSet};

use crate::costing::basis::{Basis, ByBasis};
use crate::costing::context::Context;
use crate::costing::meeting;
use crate::costing::partnership::lines;
use crate::costing::schedule::{Schedule, Total};
use crate::findings::findings::Question;
use crate::findings::partnership::senior_days;
use crate::guidance::edition::Guidance;
use crate::model::grade::{Grade, Pay};
use crate::model::levers::{Levers, Pulled, pull};
use crate::model::meeting::Meeting;
use crate::model::partnership::Partnership;
use crate::model::register::Register;
use crate::units::id::Id;
use crate::units::quantity::{HourlyCost, Hours, Money, Number};
use crate::units::trace::Plain;

/// What levers come to on some partnerships.
#[derive(Clone, Debug)]
pub struct Saving {
    /// The register as it would be, what could not be changed, and the records that were made.
    pub pulled: Pulled,
    /// Each partnership, in the order of the register.
    pub partnerships: Vec<SavingOf>,
    /// All of them together as they are.
    pub before: Yearly,
    /// All of them together as they would be.
    pub after: Yearly,
    /// Before less after.
    pub saved: Yearly,
}

/// What levers come to on one partnership.
#[derive(Clone, Debug)]
pub struct SavingOf {
    /// The partnership.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// As it is.
    pub before: Yearly,
    /// As it would be.
    pub after: Yearly,
    /// Before less after.
    pub saved: Yearly,
    /// Whether it has an achievement or a benefit that fewer meetings may cost.
    pub has_more_at_stake: bool,
}

/// What a year takes: the running cost on each basis and the time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Yearly {
    /// Running cost of the year to all partners. A saving is "at least" where a body that is changed has a part that is
    /// not known.
    pub cost: ByBasis<Total>,
    /// The part that we bear; nothing where no partner is marked as us.
    pub ours: ByBasis<Option<Money>>,
    /// The part of the cost that is of meetings: time in them, preparing, travel and expenses.
    pub meetings: ByBasis<Total>,
    /// All hours of people's time, nothing counted twice.
    pub hours: Hours,
    /// Days of senior people's time.
    pub senior_days: Number,
}

/// Pulls levers on partnerships and says what that saves in the year asked for, before less after.
///
/// Costs are those of the partnership's own findings, of both registers; nothing is estimated. A saving below nought is a
/// cost. Source: the method note, sections 3 and 4.
pub fn saving(
    register: &Register,
    guidance: &'static Guidance,
    question: Question,
    levers: &Levers,
    ids: &BTreeSet<Id>,
) -> Saving {
    let context = Context::new(&Plain, register, guidance, question.year);
    let below = below(&register.grades, &context);
    let pulled = pull(register, levers, ids, &below);
    let us = register.us().map(|us| us.id);
    let none = || Yearly {
        ours: ByBasis::of(|_| us.map(|_| Money::ZERO)),
        ..Yearly::default()
    };
    let mut all = Saving {
        partnerships: Vec::with_capacity(ids.len()),
        before: none(),
        after: none(),
        saved: none(),
        pulled,
    };
    let both = register.partnerships.iter();
    let both = both.zip(&all.pulled.register.partnerships);
    for (before, after) in both.filter(|(it, _)| ids.contains(&it.id)) {
        let of_one = saving_of(&context, us, before, after);
        all.before = all.before.plus(&of_one.before);
        all.after = all.after.plus(&of_one.after);
        all.saved = all.saved.plus(&of_one.saved);
        all.partnerships.push(of_one);
    }
    all
}

/// The next grade down of each senior grade: the dearest of those that an hour costs less of, that are not senior, of the
/// same kind of pay (employees, elected members, volunteers) and of the same body or of any; of equals the first by id.
///
/// A senior grade without one, or of which the cost of an hour is not known, is not there.
pub fn grades_below(
    register: &Register,
    guidance: &'static Guidance,
    question: Question,
) -> BTreeMap<Id, Id> {
    let context = Context::new(&Plain, register, guidance, question.year);
    below(&register.grades, &context)
}

fn below(grades: &[Grade], context: &Context<'_, Plain>) -> BTreeMap<Id, Id> {
    let hourly = |it: &Grade| -> Option<HourlyCost> {
        let cost = context.grade(Some(it.id))?.hourly_cost?;
        Some(cost.value())
    };
    let of = |senior: &Grade| -> Option<(Id, Id)> {
        let dearer = hourly(senior)?;
        let others = grades.iter().filter(|it| {
            let is_of_its_body = it.partner.is_none() || it.partner == senior.partner;
            !it.is_senior && is_of_its_body && kind_of_pay(it.pay) == kind_of_pay(senior.pay)
        });
        let cheaper = others
            .filter_map(|it| Some((hourly(it)?, it.id)))
            .filter(|(cost, _)| *cost < dearer);
        let next = cheaper.max_by(|(a, a_id), (b, b_id)| a.cmp(b).then(b_id.cmp(a_id)))?;
        Some((senior.id, next.1))
    };
    let seniors = grades.iter().filter(|it| it.is_senior);
    seniors.filter_map(of).collect()
}

/// 0 for employees, 1 for elected members, 2 for volunteers.
const fn kind_of_pay(pay: Pay) -> u8 {
    match pay {
        Pay::Salary | Pay::EmploymentCost | Pay::LoadedCost | Pay::HourlyCost => 0,
        Pay::Allowance => 1,
        Pay::DayRate => 2,
    }
}

fn saving_of(
    context: &Context<'_, Plain>,
    us: Option<Id>,
    before: &Partnership,
    after: &Partnership,
) -> SavingOf {
    let (was, incomplete) = yearly(context, us, before);
    let (is, _) = yearly(context, us, after);
    let mut saved = was.less(&is);
    let changed = records_of_changed(before, after);
    for basis in Basis::ALL {
        let incomplete = incomplete.get(basis);
        saved.cost.get_mut(basis).is_at_least = incomplete.iter().any(|it| changed.contains(it));
    }
    SavingOf {
        id: before.id,
        name: before.name.clone(),
        before: was,
        after: is,
        saved,
        has_more_at_stake: !before.indicators.is_empty()
            || !before.judgements.is_empty()
            || !before.benefits.is_empty(),
    }
}

/// What one partnership takes, and its records with a part that is not known.
fn yearly(
    context: &Context<'_, Plain>,
    us: Option<Id>,
    partnership: &Partnership,
) -> (Yearly, ByBasis<Vec<Id>>) {
    let lines = lines(context, partnership);
    let Schedule { running, hours, .. } = Schedule::of(&lines);
    let yearly = Yearly {
        cost: ByBasis::of(|basis| running.get(basis).total),
        ours: ByBasis::of(|basis| {
            let borne = running.get(basis).by_partner.get(&Some(us?));
            Some(borne.copied().unwrap_or_default())
        }),
        meetings: of_meetings(context, partnership),
        hours: hours.all,
        senior_days: senior_days(context, &lines).value(),
    };
    (
        yearly,
        ByBasis::of(|basis| running.get(basis).incomplete.clone()),
    )
}

fn of_meetings(context: &Context<'_, Plain>, partnership: &Partnership) -> ByBasis<Total> {
    let mut found = Vec::new();
    for body in &partnership.meetings {
        meeting::lines(context, partnership, body, &mut found);
    }
    let running = Schedule::of(&found).running;
    ByBasis::of(|basis| running.get(basis).total)
}

/// The lines of the bodies that differ.
fn records_of_changed(before: &Partnership, after: &Partnership) -> BTreeSet<Id> {
    let is_same = |it: &&Meeting| after.meetings.contains(it);
    let changed = before.meetings.iter().filter(|it| !is_same(it));
    changed
        .flat_map(|it| {
            let attendees = it.attendees.iter().map(|it| it.id);
            attendees.chain(it.expenses.iter().map(|it| it.id))
        })
        .collect()
}

impl Yearly {
    fn plus(&self, other: &Self) -> Self {
        self.with(other, |a, b| a + b, |a, b| a + b, |a, b| a + b)
    }

    fn less(&self, other: &Self) -> Self {
        self.with(other, |a, b| a - b, |a, b| a - b, |a, b| a - b)
    }

    fn with(
        &self,
        other: &Self,
        money: fn(Money, Money) -> Money,
        hours: fn(Hours, Hours) -> Hours,
        days: fn(Number, Number) -> Number,
    ) -> Self {
        let total = |a: &ByBasis<Total>, b: &ByBasis<Total>| {
            ByBasis::of(|basis| Total {
                amount: money(a.get(basis).amount, b.get(basis).amount),
                is_at_least: a.get(basis).is_at_least || b.get(basis).is_at_least,
            })
        };
        Self {
            cost: total(&self.cost, &other.cost),
            meetings: total(&self.meetings, &other.meetings),
            ours: ByBasis::of(|basis| {
                let (a, b) = (self.ours.get(basis), other.ours.get(basis));
                Some(money((*a)?, (*b)?))
            }),
            hours: hours(self.hours, other.hours),
            senior_days: days(self.senior_days, other.senior_days),
        }
    }
}
