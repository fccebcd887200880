//! How partnerships differ, two at a time: in cost, in what the cost is made of, in achievement, time and worth.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::costing::basis::Basis;
use crate::costing::cost_line::Class;
use crate::findings::appraisal::Worth;
use crate::findings::findings::Findings;
use crate::findings::partnership::PartnershipFindings;
use crate::units::id::Id;
use crate::units::quantity::{Hours, Money, Number, Over, Rate};

/// How two figures differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap<Q> {
    /// They are the same.
    None,
    /// The first less the second.
    Known(Q),
    /// The first is larger by at least this: a part of it is not known.
    AtLeast(Q),
    /// One of the two, or a part of it that could turn the gap round, is not known.
    NotKnown,
}

/// How two scores differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScoreGap {
    /// At least one is not scored.
    NotScored,
    /// They are the same, and no part of either is missing.
    None,
    /// The first less the second: wider than the range of either.
    Clear(Number),
    /// No wider than the range of one of them, so that nobody can tell.
    Unclear,
}

/// Two partnerships side by side: the first costs no less, as far as is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The dearer, or the first of two that cost the same.
    pub one: Id,
    /// The other.
    pub other: Id,
    /// Annual cost of the one less that of the other.
    pub cost: Gap<Money>,
    /// The cost of the one over that of the other; nothing where either is not complete or the other costs nothing.
    pub times: Option<Rate>,
    /// The gap over the cost of the other; nothing in the same cases.
    pub more: Option<Rate>,
    /// The gap in each class; blank where the gap is not known for sure.
    pub by_class: BTreeMap<Class, Money>,
    /// The class with the largest part in the gap, and its share: above 100 % where others go the other way.
    pub mostly: Option<(Class, Rate)>,
    /// Score of the one less that of the other.
    pub score: ScoreGap,
    /// What each further point costs, where the one clearly scores more.
    pub cost_of_a_point: Option<Money>,
    /// Hours of people's time of the one less those of the other.
    pub hours: Hours,
    /// Senior days of the one less those of the other.
    pub senior_days: Number,
    /// Whether all time of both is known, so that these two are more than a guess.
    pub is_time_known: bool,
    /// Net present social value of the one less that of the other, where both are priced and complete.
    pub npsv: Gap<Money>,
}

/// Partnerships in order of cost, and each beside the next cheaper.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// All of them, the dearest first.
    pub order: Vec<Id>,
    /// Each but the last with the one after it.
    pub pairs: Vec<Pair>,
}

/// Compares these partnerships on `basis`; ids that the findings do not have are left out.
pub fn comparison(findings: &Findings, ids: &[Id], basis: Basis) -> Comparison {
    let mut all: Vec<&PartnershipFindings> = Vec::new();
    for found in ids.iter().filter_map(|id| findings.partnership(*id)) {
        if all.iter().all(|it| it.id != found.id) {
            all.push(found);
        }
    }
    all.sort_by_key(|it| (Reverse(it.annual_cost.get(basis).amount), it.id));
    let next = all.iter().zip(all.iter().skip(1));
    Comparison {
        order: all.iter().map(|it| it.id).collect(),
        pairs: next.map(|(one, other)| pair(one, other, basis)).collect(),
    }
}

/// Two of which the first costs no less, as far as is known.
///
/// ```text
/// gap   = cost of the one − cost of the other
/// times = cost of the one ÷ cost of the other
/// share of a class = gap in the class ÷ gap
/// cost of a point  = gap ÷ gap in score
/// ```
/// Source: the method note, section 8: only gaps wider than both ranges are called out.
fn pair(one: &PartnershipFindings, other: &PartnershipFindings, basis: Basis) -> Pair {
    let (dear, cheap) = (one.annual_cost.get(basis), other.annual_cost.get(basis));
    let gap = dear.amount - cheap.amount;
    let is_complete = !dear.is_at_least && !cheap.is_at_least;
    let cost = match (dear.is_at_least, cheap.is_at_least) {
        (false, false) if gap == Money::ZERO => Gap::None,
        (false, false) => Gap::Known(gap),
        (true, false) if gap > Money::ZERO => Gap::AtLeast(gap),
        _ => Gap::NotKnown,
    };
    let by_class: BTreeMap<Class, Money> = if is_complete {
        let of = |it: &PartnershipFindings, class| {
            let amount = it.by_class.get(basis).get(&class);
            amount.copied().unwrap_or_default()
        };
        let parts = Class::ALL.map(|class| (class, of(one, class) - of(other, class)));
        parts.into_iter().collect()
    } else {
        BTreeMap::new()
    };
    let largest = by_class.iter().max_by_key(|(_, part)| **part);
    let mostly = largest.and_then(|(class, part)| Some((*class, part.over(gap)?)));
    let score = score_gap(one, other);
    let cost_of_a_point = match (cost, score) {
        (Gap::Known(gap), ScoreGap::Clear(points)) if points > Number::ZERO => gap.over(points),
        _ => None,
    };
    Pair {
        one: one.id,
        other: other.id,
        cost,
        times: (dear.amount.over(cheap.amount)).filter(|_| is_complete),
        more: gap.over(cheap.amount).filter(|_| is_complete),
        by_class,
        mostly,
        score,
        cost_of_a_point,
        hours: one.hours.all - other.hours.all,
        senior_days: one.senior_days - other.senior_days,
        is_time_known: [one, other].into_iter().all(is_time_known),
        npsv: npsv_gap(one, other),
    }
}

/// Whether no cost of time or of unpaid people's time leaves something out, at full cost.
fn is_time_known(it: &PartnershipFindings) -> bool {
    let incomplete = &it.incomplete_classes.full;
    !incomplete.contains(&Class::Opportunity) && !incomplete.contains(&Class::InKind)
}

fn score_gap(one: &PartnershipFindings, other: &PartnershipFindings) -> ScoreGap {
    let (a, b) = (&one.achievement, &other.achievement);
    let (Some(high), Some(low)) = (a.shown_score(), b.shown_score()) else {
        return ScoreGap::NotScored;
    };
    let gap = high - low;
    let width = if gap < Number::ZERO { -gap } else { gap };
    let is_wider = |it: Number| width > it;
    if is_wider(a.high - a.low) && is_wider(b.high - b.low) {
        ScoreGap::Clear(gap)
    } else if a.is_part_missing() || b.is_part_missing() {
        ScoreGap::Unclear
    } else {
        ScoreGap::None
    }
}

fn npsv_gap(one: &PartnershipFindings, other: &PartnershipFindings) -> Gap<Money> {
    let (a, b) = (&one.appraisal.worth, &other.appraisal.worth);
    let is_known = |it: &Worth| it.is_priced && !it.pvc.is_at_least && !it.pvb.is_at_least;
    if !is_known(a) || !is_known(b) {
        return Gap::NotKnown;
    }
    let gap = a.npsv - b.npsv;
    if gap == Money::ZERO {
        Gap::None
    } else {
        Gap::Known(gap)
    }
}
