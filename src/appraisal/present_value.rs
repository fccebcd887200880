//! Costs and benefits of every year brought to year 0 and added up.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::appraisal::benefit::BenefitStream;
use crate::appraisal::costs::YearCost;
use crate::appraisal::discounting::Discounting;
use crate::appraisal::terms::Terms;
use crate::model::benefit::{Benefit, BenefitClass};
use crate::units::id::Id;
use crate::units::quantity::{Money, Number, Quantity};
use crate::units::trace::{Op, Recorder, Val, sum};
use crate::units::year::FinancialYear;

/// A benefit with its years.
#[derive(Debug)]
pub struct Valued<'b, 'r, R: Recorder> {
    /// The benefit.
    pub benefit: &'b Benefit,
    /// What it comes to each year.
    pub stream: BenefitStream<'r, R>,
}

/// What a benefit is worth in year 0.
#[derive(Debug)]
pub struct BenefitWorth<'r, R: Recorder> {
    /// The benefit.
    pub id: Id,
    /// What sort of value it is.
    pub class: BenefitClass,
    /// Who gains; blank is the public.
    pub partner: Option<Id>,
    /// Whether it only moves money.
    pub is_transfer: bool,
    /// The outcome it is of.
    pub outcome: Option<Id>,
    /// Its present value; nothing where it has no price.
    pub value: Option<Val<'r, R, Money>>,
    /// The part of it that releases cash.
    pub cashable: Val<'r, R, Money>,
    /// How much changes over all years, undiscounted; nothing for a plain sum.
    pub units: Option<Val<'r, R, Number>>,
}

/// One year of an appraisal.
#[derive(Debug)]
pub struct Year<'r, R: Recorder> {
    /// The financial year.
    pub year: FinancialYear,
    /// What it costs.
    pub cost: Val<'r, R, Money>,
    /// What it brings, transfers left out.
    pub benefit: Val<'r, R, Money>,
    /// What a pound of it is worth in year 0, at the standard schedule.
    pub factor: Val<'r, R, Number>,
    /// Benefit less cost, each discounted.
    pub net: Val<'r, R, Money>,
    /// The nets of all years up to it.
    pub cumulative: Val<'r, R, Money>,
    /// Whether something is spent that is not spent once only.
    pub is_running: bool,
}

/// Everything brought to year 0.
#[derive(Debug)]
pub struct PresentValue<'r, R: Recorder> {
    /// Each year.
    pub years: Vec<Year<'r, R>>,
    /// The present value of costs.
    pub costs: Val<'r, R, Money>,
    /// The present value of benefits, transfers left out.
    pub benefits: Val<'r, R, Money>,
    /// The part of the costs that each bears; blank is unassigned. They add up to it exactly.
    pub by_bearer: BTreeMap<Option<Id>, Val<'r, R, Money>>,
    /// The part of these that is money paid; left out where there are no benefits to set against it.
    pub direct_by_bearer: BTreeMap<Option<Id>, Val<'r, R, Money>>,
    /// Each benefit.
    pub by_benefit: Vec<BenefitWorth<'r, R>>,
    /// Records whose cost is not known in some year.
    pub not_known: Vec<Id>,
}

impl<R: Recorder> PresentValue<'_, R> {
    /// Whether a benefit that is counted has a price, so that there is something to set against the cost.
    ///
    /// A benefit that nobody has priced is not worth nothing; a transfer only moves money.
    pub fn is_priced(&self) -> bool {
        let mut counted = self.by_benefit.iter().filter(|it| !it.is_transfer);
        counted.any(|it| it.value.is_some())
    }
}

/// ```text
/// PVC = Σ over years and bearers of (cost × factor), each rounded once
/// PVB = Σ over years and benefits of (value × factor of its schedule), each rounded once, transfers left out
/// ```
/// Source: the method note, sections 7 and 8.
pub fn present_value<'r, R: Recorder>(
    terms: &Terms<'r, R>,
    discounting: &Discounting<'r, R>,
    costs: &[Arc<YearCost<'r, R>>],
    benefits: &[Valued<'_, 'r, R>],
) -> PresentValue<'r, R> {
    let recorder = terms.recorder;
    let factors = discounting.standard();
    let mut by_bearer: ByBearer<'r, R> = BTreeMap::new();
    let mut direct_by_bearer: ByBearer<'r, R> = BTreeMap::new();
    let mut not_known = Vec::new();
    let mut cost_of_year = Vec::with_capacity(factors.len());
    for ((year, cost), factor) in terms.years().zip(costs).zip(factors) {
        let parts = discounted(&cost.by_bearer, *factor, year, &mut by_bearer);
        // Only cash that is released is set against the money that is paid.
        if !benefits.is_empty() {
            discounted(&cost.direct, *factor, year, &mut direct_by_bearer);
        }
        let sum = sum(recorder, parts).labelled(|| format!("{year}, discounted cost"));
        cost_of_year.push(sum);
        not_known.extend(&cost.not_known);
    }
    not_known.sort_unstable();
    not_known.dedup();

    let streams: Vec<Discounted<'r, R>> = benefits
        .iter()
        .map(|it| discounted_benefit(terms, discounting, it))
        .collect();
    let years = years(terms, costs, benefits, &cost_of_year, &streams, factors);
    let counted = benefits.iter().zip(&streams);
    let counted = counted.filter(|(it, _)| !it.benefit.is_transfer);
    let worth: Vec<_> = counted.filter_map(|(_, it)| it.value).collect();
    PresentValue {
        costs: sum(recorder, cost_of_year).named("Present value of costs"),
        benefits: sum(recorder, worth).named("Present value of benefits"),
        by_bearer: added_up(terms, by_bearer),
        direct_by_bearer: added_up(terms, direct_by_bearer),
        by_benefit: benefits
            .iter()
            .zip(&streams)
            .map(|(it, worth)| of_benefit(it, worth))
            .collect(),
        years,
        not_known,
    }
}

type ByBearer<'r, R> = BTreeMap<Option<Id>, Vec<Val<'r, R, Money>>>;

/// Each bearer's cost of a year × its factor, rounded once; also kept by bearer.
fn discounted<'r, R: Recorder>(
    of_year: &[(Option<Id>, Val<'r, R, Money>)],
    factor: Val<'r, R, Number>,
    year: FinancialYear,
    by_bearer: &mut ByBearer<'r, R>,
) -> Vec<Val<'r, R, Money>> {
    let parts = of_year.iter().map(|(bearer, cost)| {
        let part = (*cost * factor).rounded();
        let of_bearer = part.aside().labelled(|| year.to_string());
        by_bearer.entry(*bearer).or_default().push(of_bearer);
        part
    });
    parts.collect()
}

fn added_up<'r, R: Recorder>(
    terms: &Terms<'r, R>,
    by_bearer: ByBearer<'r, R>,
) -> BTreeMap<Option<Id>, Val<'r, R, Money>> {
    let sums = by_bearer.into_iter();
    sums.map(|(bearer, parts)| (bearer, sum(terms.recorder, parts)))
        .collect()
}

/// A benefit brought to year 0.
struct Discounted<'r, R: Recorder> {
    by_year: Vec<Option<Val<'r, R, Money>>>,
    value: Option<Val<'r, R, Money>>,
    cashable: Val<'r, R, Money>,
    units: Option<Val<'r, R, Number>>,
}

fn discounted_benefit<'r, R: Recorder>(
    terms: &Terms<'r, R>,
    discounting: &Discounting<'r, R>,
    Valued { benefit, stream }: &Valued<'_, 'r, R>,
) -> Discounted<'r, R> {
    let factors = discounting.of(benefit.schedule);
    let mut by_year = Vec::with_capacity(factors.len());
    let (mut cashable, mut units) = (Vec::new(), Vec::new());
    for ((year, of_year), factor) in terms.years().zip(&stream.years).zip(factors) {
        by_year.push(of_year.as_ref().map(|it| {
            let worth = (it.value * *factor).rounded();
            worth.aside().labelled(|| format!("{year}, discounted"))
        }));
        let Some(of_year) = of_year else { continue };
        units.extend(of_year.quantity);
        cashable.extend(of_year.cashable.map(|cash| {
            let worth = (cash * *factor).rounded();
            worth.aside().labelled(|| format!("{year}, discounted"))
        }));
    }
    let all = sum(terms.recorder, by_year.iter().flatten().copied());
    Discounted {
        by_year,
        value: stream.is_priced.then(|| all.labelled(|| name_of(benefit))),
        cashable: sum(terms.recorder, cashable).named("The part that releases cash"),
        units: stream
            .net_quantity
            .map(|_| sum(terms.recorder, units).named("Outcome over all years")),
    }
}

fn name_of(benefit: &Benefit) -> String {
    if benefit.name.trim().is_empty() {
        benefit.id.to_string()
    } else {
        benefit.name.clone()
    }
}

fn of_benefit<'r, R: Recorder>(
    Valued { benefit, .. }: &Valued<'_, 'r, R>,
    worth: &Discounted<'r, R>,
) -> BenefitWorth<'r, R> {
    BenefitWorth {
        id: benefit.id,
        class: benefit.class,
        partner: benefit.partner,
        is_transfer: benefit.is_transfer,
        outcome: benefit.outcome,
        value: worth.value,
        cashable: worth.cashable,
        units: worth.units,
    }
}

fn years<'r, R: Recorder>(
    terms: &Terms<'r, R>,
    costs: &[Arc<YearCost<'r, R>>],
    benefits: &[Valued<'_, 'r, R>],
    cost_of_year: &[Val<'r, R, Money>],
    streams: &[Discounted<'r, R>],
    factors: &[Val<'r, R, Number>],
) -> Vec<Year<'r, R>> {
    let recorder = terms.recorder;
    let mut years = Vec::with_capacity(factors.len());
    let mut before = Money::ZERO;
    let mut nets = Vec::with_capacity(factors.len());
    let of_each_year = terms.years().zip(costs).zip(cost_of_year).zip(factors);
    for (t, (((year, cost), cost_then), factor)) in of_each_year.enumerate() {
        let counted = || {
            let all = benefits.iter().zip(streams);
            all.filter(|(it, _)| !it.benefit.is_transfer)
        };
        let values = counted().filter_map(|(it, _)| {
            let of_year = it.stream.years.get(t)?.as_ref()?;
            let name = || name_of(it.benefit);
            Some(of_year.value.aside().labelled(name))
        });
        let worth = counted().filter_map(|(it, discounted)| {
            let of_year = (*discounted.by_year.get(t)?)?;
            Some(of_year.aside().labelled(|| name_of(it.benefit)))
        });
        let worth = sum(recorder, worth).labelled(|| format!("{year}, discounted benefit"));
        let net = worth - *cost_then;
        let net = net.labelled(|| format!("{year}, discounted benefit less cost"));
        nets.push(net);
        let cumulative = running_sum(recorder, before, &nets);
        before = cumulative.value();
        years.push(Year {
            year,
            cost: cost.total,
            benefit: sum(recorder, values).named("Benefit of the year"),
            factor: *factor,
            net,
            cumulative,
            is_running: cost.is_running,
        });
    }
    years
}

/// The sum of all, of which the last is added to the sum `before` it.
fn running_sum<'r, R: Recorder>(
    recorder: &'r R,
    before: Money,
    all: &[Val<'r, R, Money>],
) -> Val<'r, R, Money> {
    let last = all.last().map(|it| it.value());
    let total = before + last.unwrap_or_default();
    let nodes: Vec<R::Node> = all.iter().map(|it| it.node()).collect();
    let node = recorder.step(Op::Add, &nodes, total.decimal(), Money::UNIT);
    Val::resumed(recorder, total, node)
}
