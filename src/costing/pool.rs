//! Who bears what is paid from a pooled budget: its contributors, each by what it pays in that year.

use std::collections::BTreeMap;

use crate::costing::context::Context;
use crate::costing::cost_line::{About, Category, Class, CostLine};
use crate::model::partnership::Partnership;
use crate::model::pool::{Contribution, Pool};
use crate::model::purpose::Purpose;
use crate::units::id::Id;
use crate::units::quantity::{Hours, Money, Quantity, Rate};
use crate::units::trace::{Reader, Recorder, Val, sum};

/// Pushes the lines of one cost: one line where one body pays, else one for each contributor to the pool.
///
/// Each part = the whole × contribution ÷ contributions, rounded; the last by id takes the remainder, so that the parts
/// add up exactly. Where a contribution is not known, nobody is said to bear it. Source: the method note, section 2.
pub fn push_borne<'r, R: Recorder>(
    context: &Context<'r, R>,
    partnership: &Partnership,
    (about, pool): (About, Option<Id>),
    hours: Option<Val<'r, R, Hours>>,
    amount: Option<Val<'r, R, Money>>,
    lines: &mut Vec<CostLine<R::Node>>,
) {
    let pool = pool.and_then(|id| partnership.pools.iter().find(|it| it.id == id));
    let Some(pool) = pool else {
        lines.push(CostLine::time(about, hours, amount));
        return;
    };
    let Some(shares) = shares(context, pool) else {
        let about = About {
            bearer: None,
            ..about
        };
        lines.push(CostLine::time(about, hours, amount));
        return;
    };
    let hours = parts(context, hours, &shares);
    let amounts = parts(context, amount, &shares);
    for (((partner, _), hours), amount) in shares.iter().zip(hours).zip(amounts) {
        let about = About {
            bearer: Some(*partner),
            ..about
        };
        lines.push(CostLine::time(about, hours, amount));
    }
}

/// Pushes the contributions to a pool that nothing is paid from: they stand in for spending that is not known.
pub fn push_stand_ins<R: Recorder>(
    context: &Context<'_, R>,
    partnership: &Partnership,
    pool: &Pool,
    lines: &mut Vec<CostLine<R::Node>>,
) {
    if is_spent_from(partnership, pool.id) {
        return;
    }
    for contribution in in_year(context, pool) {
        let about = About {
            record: contribution.id,
            class: Class::Direct,
            category: Category::Direct,
            purpose: pool.purpose.unwrap_or(Purpose::Running),
            bearer: contribution.partner,
            grade: None,
        };
        let amount = amount_in_year(context, contribution).map(|amount| {
            if contribution.year.is_some() {
                amount
            } else {
                context.in_year(amount, partnership.start, partnership.end)
            }
        });
        lines.push(CostLine::money(about, amount));
    }
}

/// Whether a cash line or a post is paid from the pool.
pub fn is_spent_from(partnership: &Partnership, pool: Id) -> bool {
    let mut cash = partnership.cash_lines.iter().map(|it| it.pool);
    let mut posts = partnership.posts.iter().map(|it| it.pool);
    cash.any(|it| it == Some(pool)) || posts.any(|it| it == Some(pool))
}

/// What a contribution comes to in the year looked at, in a whole year.
pub fn amount_in_year<'r, R: Recorder>(
    context: &Context<'r, R>,
    contribution: &Contribution,
) -> Option<Val<'r, R, Money>> {
    let read = Reader::new(context.recorder, contribution.id);
    let amount = read.get("amount", &contribution.amount)?;
    match contribution.year {
        Some(_) => context.of_its_year(amount),
        None => context.at_prices(amount),
    }
}

fn in_year<'a, R: Recorder>(
    context: &Context<'_, R>,
    pool: &'a Pool,
) -> impl Iterator<Item = &'a Contribution> {
    let year = context.year;
    let all = pool.contributions.iter();
    all.filter(move |it| it.year.is_none_or(|of| of == year))
}

/// Each contributor's share, in order of id; nothing where one is not known or below nought, or they come to nought.
fn shares<'r, R: Recorder>(
    context: &Context<'r, R>,
    pool: &Pool,
) -> Option<Vec<(Id, Val<'r, R, Rate>)>> {
    let mut by_partner: BTreeMap<Id, Vec<Val<'r, R, Money>>> = BTreeMap::new();
    let mut contributions: Vec<_> = in_year(context, pool).collect();
    contributions.sort_unstable_by_key(|it| it.id);
    for it in contributions {
        let amount = amount_in_year(context, it)?;
        if amount.is_below(Money::ZERO) {
            return None;
        }
        by_partner.entry(it.partner?).or_default().push(amount);
    }
    let paid: Vec<_> = by_partner
        .into_iter()
        .map(|(partner, amounts)| (partner, sum(context.recorder, amounts)))
        .collect();
    let whole = sum(context.recorder, paid.iter().map(|(_, amount)| *amount));
    let whole = whole.named("Contributions to the pool");
    if !whole.is_above(Money::ZERO) {
        return None;
    }
    paid.into_iter()
        .map(|(partner, amount)| Some((partner, amount.over(whole)?.named("Share of the pool"))))
        .collect()
}

/// The parts of a whole, the remainder of rounding in the last.
fn parts<'r, R: Recorder, Q>(
    context: &Context<'r, R>,
    whole: Option<Val<'r, R, Q>>,
    shares: &[(Id, Val<'r, R, Rate>)],
) -> Vec<Option<Val<'r, R, Q>>>
where
    Q: Quantity + std::ops::Mul<Rate, Output = Q> + std::ops::Sub<Output = Q>,
{
    let Some(whole) = whole else {
        return shares.iter().map(|_| None).collect();
    };
    let mut parts: Vec<Val<'r, R, Q>> = Vec::new();
    for (n, (_, share)) in shares.iter().enumerate() {
        let is_last = n.saturating_add(1) == shares.len();
        let part = if is_last && n > 0 {
            whole.rounded() - sum(context.recorder, parts.iter().copied())
        } else if is_last {
            whole
        } else {
            (whole * *share).rounded()
        };
        parts.push(part);
    }
    parts.into_iter().map(Some).collect()
}
