//! The shared view: the running cost divided again among the members by a rule, beside who bears it now.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::costing::basis::ByBasis;
use crate::costing::cost_line::{Category, CostLine};
use crate::costing::schedule::Total;
use crate::model::check::Names;
use crate::model::partnership::Partnership;
use crate::model::sharing::SharingRule;
use crate::units::exact;
use crate::units::id::Id;
use crate::units::quantity::{Money, Quantity};

/// The shared view of one partnership.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shared {
    /// The rule.
    pub rule: SharingRule,
    /// What each member counts for under the rule, in order of id: hours, pounds, people or a part; nothing where it is
    /// not known. Empty as borne.
    pub weights: BTreeMap<Id, Option<Decimal>>,
    /// Each member's part of the running cost; nothing as borne, and where the rule cannot be followed.
    pub parts: ByBasis<Option<BTreeMap<Id, Money>>>,
}

impl Shared {
    /// The members whose weight is not known, so that the rule cannot be followed.
    pub fn missing(&self) -> impl Iterator<Item = Id> {
        let without = self.weights.iter().filter(|(_, weight)| weight.is_none());
        without.map(|(member, _)| *member)
    }
}

/// Divides the running cost among the members: each part = total × weight ÷ Σ weights, rounded once to ten decimals, the
/// remainder in the last by id, so that the parts come to the total exactly.
///
/// Agreed parts and parts of the benefit must come to 100 %. Source: the method note, section 5.
pub fn share<N: Copy>(
    partnership: &Partnership,
    names: &Names<'_>,
    lines: &[CostLine<N>],
    annual_cost: &ByBasis<Total>,
) -> Shared {
    let rule = partnership.sharing;
    if rule == SharingRule::AsBorne {
        return Shared::default();
    }
    let members = partnership.members.iter();
    let weights: BTreeMap<Id, Option<Decimal>> = members
        .map(|member| (*member, weight(rule, partnership, names, lines, *member)))
        .collect();
    let known: Option<Vec<Decimal>> = weights.values().copied().collect();
    let known = known.filter(|known| is_whole(rule, known));
    let parts = ByBasis::of(|basis| {
        let parts = annual_cost.get(basis).amount.split(known.as_ref()?)?;
        Some(weights.keys().copied().zip(parts).collect())
    });
    Shared {
        rule,
        weights,
        parts,
    }
}

/// Whether the weights can divide anything: typed parts come to 100 %.
fn is_whole(rule: SharingRule, weights: &[Decimal]) -> bool {
    let is_typed = matches!(rule, SharingRule::Agreed | SharingRule::ByBenefit);
    let sum = weights.iter().copied().fold(Decimal::ZERO, exact::add);
    let is_negative = weights.iter().any(Decimal::is_sign_negative);
    !is_negative && (!is_typed || sum == Decimal::ONE)
}

fn weight<N: Copy>(
    rule: SharingRule,
    partnership: &Partnership,
    names: &Names<'_>,
    lines: &[CostLine<N>],
    member: Id,
) -> Option<Decimal> {
    let body = names.partner(member);
    let shares = || {
        let shares = partnership.shares.iter();
        shares.filter(|it| it.partner == Some(member))
    };
    match rule {
        SharingRule::AsBorne => None,
        SharingRule::Equally => Some(Decimal::ONE),
        SharingRule::ByHours => hours_in_meetings(lines, member),
        SharingRule::ByBudget => body?.budget.value().map(Quantity::decimal),
        SharingRule::ByPopulation => body?.population.value().map(Quantity::decimal),
        SharingRule::ByBenefit => {
            typed(shares().map(|it| it.benefit.value().map(Quantity::decimal)))
        }
        SharingRule::Agreed => typed(shares().map(|it| it.agreed.value().map(Quantity::decimal))),
    }
}

/// The sum of a member's typed parts; nothing where it has none, or one is not known.
fn typed(parts: impl Iterator<Item = Option<Decimal>>) -> Option<Decimal> {
    let parts: Option<Vec<_>> = parts.collect();
    let parts = parts.filter(|parts| !parts.is_empty())?;
    Some(parts.into_iter().fold(Decimal::ZERO, exact::add))
}

/// The hours that a member's people spend in formal meetings; none where nobody of it attends.
fn hours_in_meetings<N: Copy>(lines: &[CostLine<N>], member: Id) -> Option<Decimal> {
    let own = lines
        .iter()
        .filter(|it| it.category == Category::Meetings && it.bearer == Some(member));
    let hours: Option<Vec<_>> = own
        .map(|it| it.hours.map(|it| it.value.decimal()))
        .collect();
    Some(hours?.into_iter().fold(Decimal::ZERO, exact::add))
}
