//! What the engine says of all partnerships together.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::costing::basis::{Basis, ByBasis};
use crate::costing::cost_line::{Category, Class};
use crate::costing::schedule::{HoursOfTime, Total};
use crate::findings::frontier::{Frontier, Point, frontier};
use crate::findings::partnership::PartnershipFindings;
use crate::units::id::Id;
use crate::units::quantity::{Money, Number, Over, Rate};

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
}

/// Says everything of all partnerships together.
pub fn find(all: &[Arc<PartnershipFindings>]) -> PortfolioFindings {
    let frontiers = ByBasis::of(|basis| frontier(&points(all, basis)));
    let mut portfolio = PortfolioFindings {
        count: all.len(),
        annual_cost: ByBasis::of(|basis| total(all.iter().map(|it| *it.annual_cost.get(basis)))),
        by_class: ByBasis::of(|basis| by_key(all.iter().map(|it| it.by_class.get(basis)))),
        by_category: ByBasis::of(|basis| by_key(all.iter().map(|it| it.by_category.get(basis)))),
        ours: ByBasis::of(|basis| ours(all, basis)),
        programme: total(all.iter().map(|it| it.programme)),
        hours: HoursOfTime {
            meetings: all.iter().map(|it| it.hours.meetings).sum(),
            all: all.iter().map(|it| it.hours.all).sum(),
        },
        senior_days: all.iter().map(|it| it.senior_days).sum(),
        dearest: ByBasis::of(|basis| dearest(all, basis)),
        share_of_dearest: ByBasis::default(),
        least_achieving: least_achieving(all),
        not_scored: ids(all, |it| it.achievement.shown_score().is_none()),
        incomplete: ByBasis::of(|basis| ids(all, |it| it.annual_cost.get(basis).is_at_least)),
        incomplete_classes: ByBasis::of(|basis| {
            let classes = all.iter().flat_map(|it| it.incomplete_classes.get(basis));
            classes.copied().collect()
        }),
        median_cost: ByBasis::of(|basis| {
            let scored = all
                .iter()
                .filter(|it| it.months_in_force > 0 && it.achievement.shown_score().is_some());
            median(scored.map(|it| it.annual_cost.get(basis).amount).collect())
        }),
        median_score: median(
            all.iter()
                .filter_map(|it| it.achievement.shown_score())
                .collect(),
        ),
        frontier: ByBasis::default(),
        dominated: ByBasis::default(),
        cost_per_extra_point: ByBasis::default(),
    };
    portfolio.share_of_dearest = ByBasis::of(|basis| share_of_dearest(all, &portfolio, basis));
    for basis in Basis::ALL {
        let Frontier {
            on,
            dominated,
            cost_per_extra_point,
        } = frontiers.get(basis).clone();
        *portfolio.frontier.get_mut(basis) = on;
        *portfolio.dominated.get_mut(basis) = dominated;
        *portfolio.cost_per_extra_point.get_mut(basis) = cost_per_extra_point;
    }
    portfolio
}

fn total(parts: impl Iterator<Item = Total>) -> Total {
    parts.fold(Total::default(), |sum, part| Total {
        amount: sum.amount + part.amount,
        is_at_least: sum.is_at_least || part.is_at_least,
    })
}

fn by_key<'a, K: Ord + Copy + 'a>(
    parts: impl Iterator<Item = &'a BTreeMap<K, Money>>,
) -> BTreeMap<K, Money> {
    let mut sums: BTreeMap<K, Money> = BTreeMap::new();
    for part in parts {
        for (key, amount) in part {
            let sum = sums.entry(*key).or_default();
            *sum = *sum + *amount;
        }
    }
    sums
}

fn ours(all: &[Arc<PartnershipFindings>], basis: Basis) -> Option<Total> {
    all.iter()
        .map(|it| {
            Some(Total {
                amount: (*it.ours.get(basis))?,
                is_at_least: it.annual_cost.get(basis).is_at_least,
            })
        })
        .try_fold(Total::default(), |sum, part| {
            Some(total([sum, part?].into_iter()))
        })
}

fn ids(all: &[Arc<PartnershipFindings>], is_one: impl Fn(&PartnershipFindings) -> bool) -> Vec<Id> {
    all.iter().filter(|it| is_one(it)).map(|it| it.id).collect()
}

fn dearest(all: &[Arc<PartnershipFindings>], basis: Basis) -> Vec<Id> {
    let mut ranked: Vec<_> = all
        .iter()
        .map(|it| (std::cmp::Reverse(it.annual_cost.get(basis).amount), it.id))
        .collect();
    ranked.sort_unstable();
    ranked.into_iter().map(|(_, id)| id).collect()
}

fn least_achieving(all: &[Arc<PartnershipFindings>]) -> Vec<Id> {
    let settled = all.iter().filter(|it| !it.is_in_first_year);
    let mut ranked: Vec<_> = settled
        .filter_map(|it| Some((it.achievement.shown_score()?, it.id)))
        .collect();
    ranked.sort_unstable();
    ranked.into_iter().map(|(_, id)| id).collect()
}

/// The part of the annual cost that the dearest make, where there are more than those.
fn share_of_dearest(
    all: &[Arc<PartnershipFindings>],
    portfolio: &PortfolioFindings,
    basis: Basis,
) -> Option<Rate> {
    if all.len() <= N_NAMED {
        return None;
    }
    let named = portfolio.dearest.get(basis).iter().take(N_NAMED);
    let cost_of = |id: &Id| all.iter().find(|it| it.id == *id);
    let part: Money = named
        .filter_map(cost_of)
        .map(|it| it.annual_cost.get(basis).amount)
        .sum();
    part.over(portfolio.annual_cost.get(basis).amount)
}

/// Those with a known score and a complete cost.
fn points(all: &[Arc<PartnershipFindings>], basis: Basis) -> Vec<Point> {
    let complete = all
        .iter()
        .filter(|it| it.months_in_force > 0 && !it.annual_cost.get(basis).is_at_least);
    complete
        .filter_map(|it| {
            Some(Point {
                id: it.id,
                cost: it.annual_cost.get(basis).amount,
                score: it.achievement.shown_score()?,
            })
        })
        .collect()
}

/// The middle value; of an even number, the mean of the two in the middle.
fn median<Q: Ord + Copy + Over<Number, Output = Q> + std::ops::Add<Output = Q>>(
    mut values: Vec<Q>,
) -> Option<Q> {
    values.sort_unstable();
    let middle = values.len() / 2;
    let upper = *values.get(middle)?;
    if values.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = *values.get(middle.checked_sub(1)?)?;
    #[expect(clippy::arithmetic_side_effects, reason = "quantities saturate")]
    let both = lower + upper;
    both.over(Number::from(2))
}
