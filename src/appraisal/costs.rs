//! What a partnership costs in each year of an appraisal, in real terms, by who bears it.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::appraisal::alike::alike;
use crate::appraisal::optimism::Grades;
use crate::appraisal::terms::Terms;
use crate::costing::cost_line::{Class, CostLine};
use crate::costing::partnership::lines;
use crate::model::direct_cost::CashKind;
use crate::model::partnership::Partnership;
use crate::model::purpose::Purpose;
use crate::model::record_name::{line_name_in, partner_name};
use crate::units::id::{Id, Kind};
use crate::units::quantity::{Money, Rate};
use crate::units::trace::{Reader, Recorder, Val, sum};
use crate::units::year::FinancialYear;

/// One line of cost in one year: programme spending at its additional share, corrected for optimism, rounded once.
#[derive(Debug)]
pub struct CostFlow<'r, R: Recorder> {
    /// The record it comes from.
    pub record: Id,
    /// Who bears it; blank is unassigned.
    pub bearer: Option<Id>,
    /// Whether money is paid.
    pub is_direct: bool,
    /// Whether it is spent once.
    pub is_once: bool,
    /// How much; nothing where a part is not known.
    pub amount: Option<Val<'r, R, Money>>,
}

impl<R: Recorder> Clone for CostFlow<'_, R> {
    fn clone(&self) -> Self {
        Self {
            record: self.record,
            bearer: self.bearer,
            is_direct: self.is_direct,
            is_once: self.is_once,
            amount: self.amount,
        }
    }
}

/// The cost of one year by bearer.
#[derive(Debug)]
pub struct YearCost<'r, R: Recorder> {
    /// What each bears, in order of id; blank is unassigned.
    pub by_bearer: Vec<(Option<Id>, Val<'r, R, Money>)>,
    /// The part of it that is money paid.
    pub direct: Vec<(Option<Id>, Val<'r, R, Money>)>,
    /// All of it.
    pub total: Val<'r, R, Money>,
    /// Whether something is spent that is not spent once only.
    pub is_running: bool,
    /// The records of which a part is not known.
    pub not_known: Vec<Id>,
}

/// The lines of every year of an appraisal; years that are alike share them.
pub fn flows<'r, R: Recorder>(
    terms: &Terms<'r, R>,
    partnership: &Partnership,
    grades: &Grades,
) -> Vec<Arc<Vec<CostFlow<'r, R>>>> {
    let years: Vec<FinancialYear> = terms.years().collect();
    let mut by_year: Vec<Arc<Vec<CostFlow<'r, R>>>> = Vec::with_capacity(years.len());
    for (place, year) in alike(partnership, &years).into_iter().zip(&years) {
        let of_year = match by_year.get(place) {
            Some(same) => Arc::clone(same),
            None => Arc::new(flows_of(terms, partnership, grades, *year)),
        };
        by_year.push(of_year);
    }
    by_year
}

fn flows_of<'r, R: Recorder>(
    terms: &Terms<'r, R>,
    partnership: &Partnership,
    grades: &Grades,
    year: FinancialYear,
) -> Vec<CostFlow<'r, R>> {
    let context = terms.context.looking_at(year);
    let lines = lines(&context, partnership);
    let counted = lines.iter().filter(|line| !line.is_tax);
    counted
        .map(|line| flow(terms, partnership, grades, line))
        .collect()
}

/// A line of cost as it enters the present value of costs.
///
/// ```text
/// running    cost × (1 + correction for optimism)
/// programme  cost × additional share × (1 + correction)
/// ```
/// Tax is a transfer and is left out. Source: the method note, sections 2, 3 and 6.
pub fn flow<'r, R: Recorder>(
    terms: &Terms<'r, R>,
    partnership: &Partnership,
    grades: &Grades,
    line: &CostLine<R::Node>,
) -> CostFlow<'r, R> {
    let amount = line.amount.map(|amount| {
        let name = || line_name_in(terms.register, partnership, line.record);
        let cost = amount.resumed(terms.recorder);
        let counted = match line.purpose {
            Purpose::Running => cost,
            Purpose::Programme => additional(terms, partnership, cost),
        };
        let counted = grades.on_cost(terms, line.record, counted);
        // A line that nothing was done to is rounded already, and keeps the name that it may have.
        counted.rounded().aside().labelled(name)
    });
    CostFlow {
        record: line.record,
        bearer: line.bearer,
        is_direct: line.class == Class::Direct,
        is_once: is_once(partnership, line.record),
        amount,
    }
}

fn additional<'r, R: Recorder>(
    terms: &Terms<'r, R>,
    partnership: &Partnership,
    cost: Val<'r, R, Money>,
) -> Val<'r, R, Money> {
    let read = Reader::new(terms.recorder, partnership.id);
    match read.get("additional_share", &partnership.additional_share) {
        Some(share) => cost * share.max(nought(terms)).min(one(terms)),
        None => cost,
    }
}

fn one<'r, R: Recorder>(terms: &Terms<'r, R>) -> Val<'r, R, Rate> {
    Val::constant(terms.recorder, "100%", Rate::from(1))
}

fn nought<'r, R: Recorder>(terms: &Terms<'r, R>) -> Val<'r, R, Rate> {
    Val::constant(terms.recorder, "0%", Rate::ZERO)
}

fn is_once(partnership: &Partnership, record: Id) -> bool {
    if record.kind() != Kind::CashLine {
        return false;
    }
    let of_options = partnership.options.iter().flat_map(|it| &it.cash_lines);
    let mut cash = partnership.cash_lines.iter().chain(of_options);
    cash.any(|it| it.id == record && (it.kind.is_spread() || it.kind == CashKind::Exit))
}

impl<'r, R: Recorder> YearCost<'r, R> {
    /// Adds up the lines of a year.
    pub fn of(terms: &Terms<'r, R>, flows: &[CostFlow<'r, R>]) -> Self {
        let mut all: BTreeMap<Option<Id>, Vec<Val<'r, R, Money>>> = BTreeMap::new();
        let mut direct: BTreeMap<Option<Id>, Vec<Val<'r, R, Money>>> = BTreeMap::new();
        let mut not_known = Vec::new();
        let mut is_running = false;
        for flow in flows {
            let Some(amount) = flow.amount else {
                not_known.push(flow.record);
                continue;
            };
            all.entry(flow.bearer).or_default().push(amount);
            if flow.is_direct {
                direct.entry(flow.bearer).or_default().push(amount);
            }
            is_running |= !flow.is_once && amount.value() != Money::ZERO;
        }
        let by_bearer = added_up(terms, all);
        let total = sum(terms.recorder, by_bearer.iter().map(|(_, cost)| *cost));
        Self {
            direct: added_up(terms, direct),
            total: total.named("Cost of the year"),
            by_bearer,
            is_running,
            not_known,
        }
    }
}

fn added_up<'r, R: Recorder>(
    terms: &Terms<'r, R>,
    by_bearer: BTreeMap<Option<Id>, Vec<Val<'r, R, Money>>>,
) -> Vec<(Option<Id>, Val<'r, R, Money>)> {
    let sums = by_bearer.into_iter().map(|(bearer, amounts)| {
        let cost = sum(terms.recorder, amounts);
        let name = || format!("Cost to {}", partner_name(terms.register, bearer));
        (bearer, cost.labelled(name))
    });
    sums.collect()
}

/// The cost of every year; years that share their lines share it.
pub fn year_costs<'r, R: Recorder>(
    terms: &Terms<'r, R>,
    flows: &[Arc<Vec<CostFlow<'r, R>>>],
) -> Vec<Arc<YearCost<'r, R>>> {
    let mut costs: Vec<Arc<YearCost<'r, R>>> = Vec::with_capacity(flows.len());
    for (at, of_year) in flows.iter().enumerate() {
        let same = flows
            .iter()
            .take(at)
            .position(|it| Arc::ptr_eq(it, of_year));
        let cost = match same.and_then(|place| costs.get(place)) {
            Some(cost) => Arc::clone(cost),
            None => Arc::new(YearCost::of(terms, of_year)),
        };
        costs.push(cost);
    }
    costs
}
