//! What the engine says of all partnerships together.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::costing::basis::{Basis, ByBasis};
use crate::costing::cost_line::{Category, Class};
use crate::costing::schedule::{HoursOfTime, Total};
use crate::findings::frontier::{Frontier, Point, frontier, in_order};
use crate::findings::health::HealthCounts;
use crate::findings::partnership::PartnershipFindings;
use crate::findings::portfolio_worth::{self, PortfolioWorth};
use crate::model::query::Counts;
use crate::model::register::Register;
use crate::units::exact::Sum;
use crate::units::id::Id;
use crate::units::quantity::{Money, Number, Over, Quantity, Rate};

/// How many partnerships a headline names.
pub const N_NAMED: usize = 3;

/// Everything said of the whole portfolio. Costs are running costs.
#[derive(Clone, Debug, Default)]
pub struct PortfolioFindings {
    /// How many partnerships there are.
    pub count: usize,
    /// Running cost of the year, to all partners.
    pub annual_cost: ByBasis<Total>,
    /// It by class.
    pub by_class: ByBasis<BTreeMap<Class, Money>>,
    /// It by category.
    pub by_category: ByBasis<BTreeMap<Category, Money>>,
    /// The part that we bear; nothing where no partner is marked as us.
    pub ours: ByBasis<Option<Total>>,
    /// Programme spending, beside the running cost.
    pub programme: Total,
    /// Hours of people's time.
    pub hours: HoursOfTime,
    /// Days of senior people's time.
    pub senior_days: Number,
    /// Every partnership, dearest first.
    pub dearest: ByBasis<Vec<Id>>,
    /// The share of the annual cost that the dearest three make.
    pub share_of_dearest: ByBasis<Option<Rate>>,
    /// Those with a score, lowest first; without those in their first year.
    pub least_achieving: Vec<Id>,
    /// Those with no score to show.
    pub not_scored: Vec<Id>,
    /// Those whose cost leaves something out.
    pub incomplete: ByBasis<Vec<Id>>,
    /// The classes whose part leaves something out.
    pub incomplete_classes: ByBasis<BTreeSet<Class>>,
    /// Those that no other betters, cheapest first.
    pub frontier: ByBasis<Vec<Id>>,
    /// Those that another betters, with which.
    pub dominated: ByBasis<BTreeMap<Id, Id>>,
    /// What each further point of score costs along the frontier.
    pub cost_per_extra_point: ByBasis<BTreeMap<Id, Money>>,
    /// The middle annual cost of those with a score.
    pub median_cost: ByBasis<Option<Money>>,
    /// The middle score.
    pub median_score: Option<Number>,
    /// What all are worth together, and who gains.
    pub worth: PortfolioWorth,
    /// How the questions of the health check are answered in all partnerships.
    pub health: HealthCounts,
    /// Risks that nothing limits what we could have to pay for.
    pub n_uncapped: usize,
    /// How many queries there are on partnerships.
    pub n_queries: Counts,
    /// Where each partnership stands in the register, by id.
    places: Vec<(Id, usize)>,
}

impl PortfolioFindings {
    /// The share of the annual cost that one class makes; nothing where there is no cost.
    pub fn share_of(&self, class: Class, basis: Basis) -> Option<Rate> {
        let part = self.by_class.get(basis).get(&class).copied();
        let whole = self.annual_cost.get(basis).amount;
        part.unwrap_or_default().over(whole)
    }

    /// Takes who is on the line of lowest cost, and who is bettered, as a larger list has it.
    pub(crate) fn judge_as_in(&mut self, larger: &Self) {
        let places = std::mem::take(&mut self.places);
        let is_here = |id: &Id| places.binary_search_by_key(id, |(id, _)| *id).is_ok();
        for basis in Basis::ALL {
            let mut frontier = larger.frontier.get(basis).clone();
            frontier.retain(is_here);
            *self.frontier.get_mut(basis) = frontier;
            let mut dominated = larger.dominated.get(basis).clone();
            dominated.retain(|id, _| is_here(id));
            *self.dominated.get_mut(basis) = dominated;
            let mut extra = larger.cost_per_extra_point.get(basis).clone();
            extra.retain(|id, _| is_here(id));
            *self.cost_per_extra_point.get_mut(basis) = extra;
        }
        self.places = places;
    }

    /// Where the partnership stands in the register; of two with one id, the first.
    pub(crate) fn place(&self, id: Id) -> Option<usize> {
        let at = self.places.partition_point(|(other, _)| *other < id);
        let (found, place) = self.places.get(at)?;
        (*found == id).then_some(*place)
    }
}

/// Says everything of all partnerships together.
pub fn find(register: &Register, all: &[Arc<PartnershipFindings>]) -> PortfolioFindings {
    find_some(register, all, all)
}

/// Says everything of some partnerships together. `whole` are those of the register, whose claims on an outcome say how
/// much each benefit counts.
pub fn find_some(
    register: &Register,
    whole: &[Arc<PartnershipFindings>],
    all: &[Arc<PartnershipFindings>],
) -> PortfolioFindings {
    let ((full, worth), (exhibit2, rest)) = rayon::join(
        || {
            rayon::join(
                || on_basis(all, Basis::Full),
                || portfolio_worth::find(register, whole, all),
            )
        },
        || rayon::join(|| on_basis(all, Basis::Exhibit2), || on_neither(all)),
    );
    let mut portfolio = rest;
    portfolio.worth = worth;
    for (basis, side) in [(Basis::Full, full), (Basis::Exhibit2, exhibit2)] {
        *portfolio.annual_cost.get_mut(basis) = side.annual_cost;
        *portfolio.by_class.get_mut(basis) = side.by_class;
        *portfolio.by_category.get_mut(basis) = side.by_category;
        *portfolio.ours.get_mut(basis) = side.ours;
        *portfolio.dearest.get_mut(basis) = side.dearest;
        *portfolio.share_of_dearest.get_mut(basis) = side.share_of_dearest;
        *portfolio.incomplete.get_mut(basis) = side.incomplete;
        *portfolio.incomplete_classes.get_mut(basis) = side.incomplete_classes;
        *portfolio.median_cost.get_mut(basis) = side.median_cost;
        *portfolio.frontier.get_mut(basis) = side.frontier.on;
        *portfolio.dominated.get_mut(basis) = side.frontier.dominated;
        *portfolio.cost_per_extra_point.get_mut(basis) = side.frontier.cost_per_extra_point;
    }
    portfolio
}

/// What depends on the basis, for one of them.
struct OnBasis {
    annual_cost: Total,
    by_class: BTreeMap<Class, Money>,
    by_category: BTreeMap<Category, Money>,
    ours: Option<Total>,
    dearest: Vec<Id>,
    share_of_dearest: Option<Rate>,
    incomplete: Vec<Id>,
    incomplete_classes: BTreeSet<Class>,
    median_cost: Option<Money>,
    frontier: Frontier,
}

/// What the whole portfolio needs of one partnership, side by side in memory.
struct Row {
    id: Id,
    is_in_force: bool,
    cost: Total,
    score: Option<Number>,
    ours: Option<Money>,
}

fn on_basis(all: &[Arc<PartnershipFindings>], basis: Basis) -> OnBasis {
    let mut by_class = ByKey::default();
    let mut by_category = ByKey::default();
    let mut incomplete_classes = BTreeSet::new();
    // One walk over everything: its parts are far apart, and reaching them takes most of the time.
    let rows = all.iter().map(|it| {
        by_class.add(it.by_class.get(basis));
        by_category.add(it.by_category.get(basis));
        incomplete_classes.extend(it.incomplete_classes.get(basis).iter().copied());
        Row {
            id: it.id,
            is_in_force: it.months_in_force > 0,
            cost: *it.annual_cost.get(basis),
            score: it.achievement.shown_score(),
            ours: *it.ours.get(basis),
        }
    });
    let rows: Vec<Row> = rows.collect();
    let annual_cost = total(rows.iter().map(|it| it.cost));
    let dearest = dearest(&rows);
    let named = dearest.iter().take(N_NAMED).map(|(amount, _)| *amount);
    let scored = rows
        .iter()
        .filter(|it| it.is_in_force && it.score.is_some());
    OnBasis {
        by_class: by_class.sums(),
        by_category: by_category.sums(),
        ours: ours(&rows),
        // The part of the annual cost that the dearest make, where there are more than those.
        share_of_dearest: (all.len() > N_NAMED)
            .then(|| named.sum::<Money>().over(annual_cost.amount))
            .flatten(),
        dearest: dearest.iter().map(|(_, id)| *id).collect(),
        incomplete: ids(&rows, |it| it.cost.is_at_least),
        incomplete_classes,
        median_cost: median(scored.map(|it| it.cost.amount).collect()),
        frontier: frontier(&points(&rows)),
        annual_cost,
    }
}

/// What is the same on either basis; the rest is left blank.
fn on_neither(all: &[Arc<PartnershipFindings>]) -> PortfolioFindings {
    let mut places: Vec<_> = all.iter().enumerate().map(|(at, it)| (it.id, at)).collect();
    places.sort_unstable();
    let mut n_queries = Counts::default();
    let mut health = HealthCounts::default();
    let mut n_uncapped: usize = 0;
    let mut scored = Vec::new();
    let mut settled = Vec::new();
    let mut not_scored = Vec::new();
    for it in all {
        n_queries.add(it.n_queries);
        health.add(it.health.all);
        let uncapped = it.health.risks.iter().filter(|it| it.is_uncapped);
        n_uncapped = n_uncapped.saturating_add(uncapped.count());
        let Some(score) = it.achievement.shown_score() else {
            not_scored.push(it.id);
            continue;
        };
        scored.push(score);
        if !it.is_in_first_year {
            settled.push((score, it.id));
        }
    }
    settled.sort_by_cached_key(|(score, id)| (in_order(*score), *id));
    PortfolioFindings {
        count: all.len(),
        programme: total(all.iter().map(|it| it.programme)),
        hours: HoursOfTime {
            meetings: sum(all.iter().map(|it| it.hours.meetings)),
            all: sum(all.iter().map(|it| it.hours.all)),
        },
        senior_days: sum(all.iter().map(|it| it.senior_days)),
        least_achieving: settled.into_iter().map(|(_, id)| id).collect(),
        not_scored,
        median_score: median(scored),
        health,
        n_uncapped,
        n_queries,
        places,
        ..PortfolioFindings::default()
    }
}

fn total(parts: impl Iterator<Item = Total>) -> Total {
    let mut is_at_least = false;
    let amounts = parts.map(|part| {
        is_at_least |= part.is_at_least;
        part.amount
    });
    Total {
        amount: sum(amounts),
        is_at_least,
    }
}

fn sum<Q: Quantity>(parts: impl Iterator<Item = Q>) -> Q {
    Q::new(parts.map(Q::decimal).collect::<Sum>().total())
}

/// Sums by a key of which there are few: looking through them is quicker than a tree.
struct ByKey<K>(Vec<(K, Sum)>);

impl<K> Default for ByKey<K> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord + Copy> ByKey<K> {
    fn add(&mut self, parts: &BTreeMap<K, Money>) {
        for (key, amount) in parts {
            let found = self.0.iter_mut().find(|(other, _)| other == key);
            match found {
                Some((_, sum)) => sum.add(amount.decimal()),
                None => self.0.push((*key, Sum::from_iter([amount.decimal()]))),
            }
        }
    }

    fn sums(self) -> BTreeMap<K, Money> {
        let sums = self.0.into_iter();
        sums.map(|(key, sum)| (key, Money::new(sum.total())))
            .collect()
    }
}

fn ours(rows: &[Row]) -> Option<Total> {
    let parts = rows.iter().map(|it| {
        Some(Total {
            amount: it.ours?,
            is_at_least: it.cost.is_at_least,
        })
    });
    let parts: Option<Vec<Total>> = parts.collect();
    Some(total(parts?.into_iter()))
}

fn ids(rows: &[Row], is_one: impl Fn(&Row) -> bool) -> Vec<Id> {
    rows.iter()
        .filter(|it| is_one(it))
        .map(|it| it.id)
        .collect()
}

/// What each costs, dearest first.
fn dearest(rows: &[Row]) -> Vec<(Money, Id)> {
    let mut ranked: Vec<_> = rows.iter().map(|it| (it.cost.amount, it.id)).collect();
    ranked.sort_by_cached_key(|(amount, id)| (Reverse(in_order(*amount)), *id));
    ranked
}

/// Those with a known score and a complete cost.
fn points(rows: &[Row]) -> Vec<Point> {
    let complete = rows
        .iter()
        .filter(|it| it.is_in_force && !it.cost.is_at_least);
    complete
        .filter_map(|it| {
            Some(Point {
                id: it.id,
                cost: it.cost.amount,
                score: it.score?,
            })
        })
        .collect()
}

/// The middle value; of an even number, the mean of the two in the middle.
fn median<Q: Ord + Copy + Over<Number, Output = Q> + std::ops::Add<Output = Q>>(
    mut values: Vec<Q>,
) -> Option<Q> {
    let middle = values.len() / 2;
    if middle >= values.len() {
        return None;
    }
    let is_odd = values.len() % 2 == 1;
    let (below, upper, _) = values.select_nth_unstable(middle);
    let upper = *upper;
    if is_odd {
        return Some(upper);
    }
    let lower = below.iter().copied().max()?;
    #[expect(clippy::arithmetic_side_effects, reason = "quantities saturate")]
    let both = lower + upper;
    both.over(Number::from(2))
}
