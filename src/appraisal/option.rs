//! An option worked out: the partnership's own years up to it, then what is left of each line, and what it adds.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::appraisal::benefit::{BenefitInYear, BenefitStream, stream};
use crate::appraisal::costs::{CostFlow, flow, year_costs};
use crate::appraisal::optimism::Grades;
use crate::appraisal::present_value::{PresentValue, Valued, present_value};
use crate::appraisal::terms::Terms;
use crate::costing::direct_cost::{push_exit, push_lines};
use crate::model::direct_cost::CashKind;
use crate::model::option::{AppraisalOption, OptionForm};
use crate::model::partnership::Partnership;
use crate::units::id::Id;
use crate::units::quantity::Rate;
use crate::units::trace::{Reader, Recorder, Val};

/// What a partnership comes to as it is, to work options out from.
#[derive(Debug)]
pub struct AsItIs<'a, 'r, R: Recorder> {
    /// The partnership.
    pub partnership: &'a Partnership,
    /// The grades of its evidence.
    pub grades: &'a Grades,
    /// Its lines of cost, year by year.
    pub flows: &'a [Arc<Vec<CostFlow<'r, R>>>],
    /// Its benefits.
    pub benefits: &'a [Valued<'a, 'r, R>],
}

/// Brings an option to year 0.
///
/// Before its first year it is the partnership as it is. From then on each line counts by the share that is left of it,
/// with the option's own costs and benefits beside; on leaving, what the exit costs falls in that year.
/// Source: the method note, section 8.
pub fn option_value<'r, R: Recorder>(
    terms: &Terms<'r, R>,
    base: &AsItIs<'_, 'r, R>,
    option: &AppraisalOption,
) -> PresentValue<'r, R> {
    let keeps = Keeps::of(terms, base.partnership, option);
    let from = option.from.map_or(0, |from| terms.t(from).max(0));
    let from = usize::try_from(from).unwrap_or(0);
    let flows = flows(terms, base, option, &keeps, from);
    let costs = year_costs(terms, &flows);
    let kept = base.benefits.iter().map(|it| Valued {
        benefit: it.benefit,
        stream: kept_stream(&it.stream, keeps.of_record(it.benefit.id), from),
    });
    let own = option.benefits.iter().map(|benefit| {
        let mut stream = stream(terms, benefit, base.grades);
        for of_year in stream.years.iter_mut().take(from) {
            *of_year = None;
        }
        Valued { benefit, stream }
    });
    let benefits: Vec<_> = kept.chain(own).collect();
    present_value(terms, &terms.discounting, &costs, &benefits)
}

/// The share of a line that is left.
#[derive(Debug)]
enum Left<'r, R: Recorder> {
    All,
    Share(Val<'r, R, Rate>),
    NotKnown,
}

impl<R: Recorder> Clone for Left<'_, R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R: Recorder> Copy for Left<'_, R> {}

/// The shares of each line, and of every other.
struct Keeps<'r, R: Recorder> {
    by_record: BTreeMap<Id, Left<'r, R>>,
    of_the_rest: Left<'r, R>,
}

impl<'r, R: Recorder> Keeps<'r, R> {
    fn of(terms: &Terms<'r, R>, partnership: &Partnership, option: &AppraisalOption) -> Self {
        let mut by_record = BTreeMap::new();
        for line in &option.lines {
            let Some(record) = line.record else { continue };
            let read = Reader::new(terms.recorder, line.id);
            let left = read.get("keeps", &line.keeps);
            let left = left.map_or(Left::NotKnown, Left::Share);
            for id in within(partnership, record) {
                // Of two lines for one record the first counts; a check reports the second.
                by_record.entry(id).or_insert(left);
            }
        }
        let read = Reader::new(terms.recorder, option.id);
        let of_the_rest = match read.get("keeps", &option.keeps) {
            Some(share) => Left::Share(share),
            None if option.form == OptionForm::Leave => {
                Left::Share(Val::constant(terms.recorder, "Leaving ends it", Rate::ZERO))
            }
            None => Left::All,
        };
        Self {
            by_record,
            of_the_rest,
        }
    }

    fn of_record(&self, record: Id) -> Left<'r, R> {
        let own = self.by_record.get(&record).copied();
        own.unwrap_or(self.of_the_rest)
    }
}

impl<R: Recorder> Left<'_, R> {
    fn is_nothing(&self) -> bool {
        matches!(self, Self::Share(share) if share.is_exactly(Rate::ZERO))
    }
}

/// A record and the lines inside it.
fn within(partnership: &Partnership, record: Id) -> Vec<Id> {
    let mut ids = vec![record];
    if let Some(meeting) = partnership.meetings.iter().find(|it| it.id == record) {
        ids.extend(meeting.attendees.iter().map(|it| it.id));
        ids.extend(meeting.expenses.iter().map(|it| it.id));
    }
    if let Some(pool) = partnership.pools.iter().find(|it| it.id == record) {
        ids.extend(pool.contributions.iter().map(|it| it.id));
    }
    ids
}

fn flows<'r, R: Recorder>(
    terms: &Terms<'r, R>,
    base: &AsItIs<'_, 'r, R>,
    option: &AppraisalOption,
    keeps: &Keeps<'r, R>,
    from: usize,
) -> Vec<Arc<Vec<CostFlow<'r, R>>>> {
    let mut all: Vec<Arc<Vec<CostFlow<'r, R>>>> = Vec::with_capacity(base.flows.len());
    for (t, (year, as_it_is)) in terms.years().zip(base.flows).enumerate() {
        if t < from {
            all.push(Arc::clone(as_it_is));
            continue;
        }
        let context = terms.context.looking_at(year);
        let mut lines = Vec::new();
        if t == from && option.form == OptionForm::Leave {
            let exits = base.partnership.cash_lines.iter();
            for cash in exits.filter(|it| it.kind == CashKind::Exit) {
                push_exit(&context, base.partnership, cash, &mut lines);
            }
        }
        for cash in &option.cash_lines {
            match cash.kind {
                CashKind::Exit if t == from => {
                    push_exit(&context, base.partnership, cash, &mut lines);
                }
                CashKind::Exit => {}
                _ => push_lines(&context, base.partnership, cash, &mut lines),
            }
        }
        // A year that is like the one before it in the base is like it here too, unless something is added.
        let before = t.checked_sub(1).filter(|before| *before > from);
        let same = before.filter(|before| {
            let was = base.flows.get(*before);
            lines.is_empty()
                && option.cash_lines.is_empty()
                && was.is_some_and(|was| Arc::ptr_eq(was, as_it_is))
        });
        if let Some(same) = same.and_then(|before| all.get(before)) {
            all.push(Arc::clone(same));
            continue;
        }
        let mut of_year: Vec<CostFlow<'r, R>> = as_it_is
            .iter()
            .filter_map(|it| kept_flow(it, keeps.of_record(it.record)))
            .collect();
        let own = lines.iter();
        of_year.extend(own.map(|line| flow(terms, base.partnership, base.grades, line)));
        all.push(Arc::new(of_year));
    }
    all
}

/// What is left of a line of cost; nothing where it ends.
fn kept_flow<'r, R: Recorder>(it: &CostFlow<'r, R>, left: Left<'r, R>) -> Option<CostFlow<'r, R>> {
    if left.is_nothing() {
        return None;
    }
    let mut kept = it.clone();
    kept.amount = match left {
        Left::All => kept.amount,
        Left::Share(share) => kept.amount.map(|amount| (amount * share).rounded()),
        Left::NotKnown => None,
    };
    Some(kept)
}

fn kept_stream<'r, R: Recorder>(
    it: &BenefitStream<'r, R>,
    left: Left<'r, R>,
    from: usize,
) -> BenefitStream<'r, R> {
    let years = it.years.iter().enumerate().map(|(t, of_year)| {
        let of_year = of_year.as_ref()?;
        let share = match left {
            Left::Share(share) if t >= from => Some(share),
            _ => None,
        };
        if t >= from && (left.is_nothing() || matches!(left, Left::NotKnown)) {
            return None;
        }
        Some(match share {
            None => BenefitInYear {
                quantity: of_year.quantity,
                value: of_year.value,
                cashable: of_year.cashable,
            },
            Some(share) => BenefitInYear {
                quantity: of_year.quantity.map(|quantity| quantity * share),
                value: (of_year.value * share).rounded(),
                cashable: of_year.cashable.map(|cash| (cash * share).rounded()),
            },
        })
    });
    BenefitStream {
        steps: Vec::new(),
        net_quantity: it.net_quantity,
        is_priced: it.is_priced && !matches!(left, Left::NotKnown),
        years: years.collect(),
        without_index: it.without_index.clone(),
        is_too_large: it.is_too_large,
    }
}
