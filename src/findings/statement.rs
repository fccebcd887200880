//! One partner's statement: what it bears of every partnership, what it would bear if they were shared, what it gets.

use rayon::prelude::*;

use crate::costing::basis::{Basis, ByBasis};
use crate::costing::context::{Context, overlap};
use crate::costing::cost_line::{Class, CostLine};
use crate::costing::partnership::lines;
use crate::costing::pool::amount_in_year;
use crate::costing::schedule::Total;
use crate::findings::findings::Findings;
use crate::findings::partnership::{PartnershipFindings, is_programme};
use crate::guidance::edition::Guidance;
use crate::model::direct_cost::CashKind;
use crate::model::in_kind::Direction;
use crate::model::partnership::Partnership;
use crate::units::id::Id;
use crate::units::quantity::{Hours, Money};
use crate::units::trace::{Plain, Val};

/// What one partner bears and gets, partnership by partnership, in the year asked for.
#[derive(Clone, Debug, Default)]
pub struct Statement {
    /// Each partnership that it is a member of, or bears a part of, in the order of the register.
    pub lines: Vec<StatementLine>,
    /// All of them together.
    pub all: StatementFigures,
}

/// One partnership of a statement.
#[derive(Clone, Debug)]
pub struct StatementLine {
    /// The partnership.
    pub partnership: Id,
    /// What it comes to for the partner.
    pub figures: StatementFigures,
}

/// What one or more partnerships come to for one partner.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StatementFigures {
    /// The running cost that it bears.
    pub borne: ByBasis<Total>,
    /// The part of that at full cost which is money it pays.
    pub direct: Total,
    /// The part which is its people's paid time.
    pub opportunity: Total,
    /// The part which it gives in kind.
    pub in_kind: Total,
    /// Programme spending that it bears, beside the running cost.
    pub programme: Total,
    /// The hours of that paid time: without posts that it pays for, which are money, and without programme spending.
    pub opportunity_hours: Hours,
    /// Hours of its people's time of every kind, nothing counted twice.
    pub hours: Hours,
    /// Its part under each partnership's rule of sharing; as borne where the rule says so, and nothing where one is not known.
    pub shared: ByBasis<Option<Money>>,
    /// Whether the cost that is shared leaves something out, so that the part is of what is known.
    pub shared_is_at_least: ByBasis<bool>,
    /// What it bears beyond its part; below nought where it bears less.
    pub beyond: ByBasis<Option<Money>>,
    /// What it pays into pooled budgets: a transfer, never a cost.
    pub paid_into_pools: Total,
    /// What the partnerships give it in kind, at what that is worth to it; never a cost.
    pub received: Total,
    /// What leaving would cost it, once; no part of a year's cost.
    pub exit: Total,
}

/// The statement of a partner. Source: the method note, section 5.
pub fn statement(findings: &Findings, guidance: &'static Guidance, partner: Id) -> Statement {
    let register = &findings.register;
    let context = Context::new(&Plain, register, guidance, findings.year);
    let found = register.partnerships.par_iter().zip(&findings.partnerships);
    let lines: Vec<StatementLine> = found
        .filter_map(|(partnership, found)| line(&context, partnership, found, partner))
        .collect();
    let mut all = StatementFigures {
        shared: ByBasis::of(|_| Some(Money::ZERO)),
        beyond: ByBasis::of(|_| Some(Money::ZERO)),
        ..StatementFigures::default()
    };
    for line in &lines {
        all.add(&line.figures);
    }
    Statement { lines, all }
}

fn line(
    context: &Context<'_, Plain>,
    partnership: &Partnership,
    found: &PartnershipFindings,
    partner: Id,
) -> Option<StatementLine> {
    let mut figures = StatementFigures::default();
    let own: Vec<CostLine<()>> = lines(context, partnership)
        .into_iter()
        .filter(|line| line.bearer == Some(partner))
        .collect();
    let mut concerns = partnership.members.contains(&partner) || !own.is_empty();
    for line in &own {
        figures.add_line(line);
    }
    for basis in Basis::ALL {
        let borne = figures.borne.get(basis).amount;
        let shared = match found.shared.parts.get(basis) {
            Some(parts) => Some(parts.get(&partner).copied().unwrap_or_default()),
            None if found.shared.weights.is_empty() => Some(borne),
            None => None,
        };
        *figures.shared.get_mut(basis) = shared;
        *figures.shared_is_at_least.get_mut(basis) = found.annual_cost.get(basis).is_at_least;
        *figures.beyond.get_mut(basis) = shared.map(|shared| borne - shared);
    }
    for contribution in partnership.pools.iter().flat_map(|it| &it.contributions) {
        let is_in_year = contribution.year.is_none_or(|year| year == context.year);
        if contribution.partner == Some(partner) && is_in_year {
            let yearly = amount_in_year(context, contribution);
            let paid = yearly.map(|yearly| match contribution.year {
                Some(_) => yearly,
                None => context.in_year(yearly, partnership.start, partnership.end),
            });
            put(&mut figures.paid_into_pools, paid);
            concerns = true;
        }
    }
    let gifts = partnership.in_kind.iter();
    for gift in
        gifts.filter(|it| it.direction == Direction::ToPartner && it.partner == Some(partner))
    {
        let in_force = (partnership.start, partnership.end);
        let (start, end) = overlap(in_force, (gift.start, gift.end));
        let known = gift.quantity.value().zip(gift.unit_value.value());
        let worth = known.and_then(|(quantity, each)| {
            let worth = Val::constant(&Plain, "Worth", quantity * each);
            Some(context.in_year(context.at_prices(worth)?, start, end))
        });
        put(&mut figures.received, worth);
        concerns = true;
    }
    let exits = partnership.cash_lines.iter();
    for cash in exits.filter(|it| it.kind == CashKind::Exit) {
        let amount = match cash.pool {
            // Who would pay in by then is not known.
            Some(pool) if pays_into(partnership, pool, partner) => None,
            None if cash.partner == Some(partner) => cash.amount.value(),
            _ => continue,
        };
        let amount = amount.map(|amount| Val::constant(&Plain, "To leave", amount));
        put(
            &mut figures.exit,
            amount.and_then(|amount| context.at_prices(amount)),
        );
        concerns = true;
    }
    concerns.then_some(StatementLine {
        partnership: partnership.id,
        figures,
    })
}

fn pays_into(partnership: &Partnership, pool: Id, partner: Id) -> bool {
    let pool = partnership.pools.iter().find(|it| it.id == pool);
    let mut contributions = pool.into_iter().flat_map(|it| &it.contributions);
    contributions.any(|it| it.partner == Some(partner))
}

/// Adds what is known; a total of which a part is not known is "at least".
fn put(total: &mut Total, amount: Option<Val<'_, Plain, Money>>) {
    match amount {
        Some(amount) => total.amount = total.amount + amount.value().rounded(),
        None => total.is_at_least = true,
    }
}

impl StatementFigures {
    fn add_line(&mut self, line: &CostLine<()>) {
        let part = Total {
            amount: line.amount.map_or(Money::ZERO, |amount| amount.value),
            is_at_least: line.amount.is_none(),
        };
        if is_programme(line) {
            join(&mut self.programme, part);
        } else {
            for basis in Basis::ALL {
                if line.is_running_on(basis) {
                    join(self.borne.get_mut(basis), part);
                }
            }
            join(
                match line.class {
                    Class::Direct => &mut self.direct,
                    Class::Opportunity => &mut self.opportunity,
                    Class::InKind => &mut self.in_kind,
                },
                part,
            );
        }
        if let Some(hours) = line.hours.filter(|_| !line.is_already_in_staff) {
            self.hours = self.hours + hours.value;
            if line.class == Class::Opportunity && !is_programme(line) {
                self.opportunity_hours = self.opportunity_hours + hours.value;
            }
        }
    }

    fn add(&mut self, other: &Self) {
        for basis in Basis::ALL {
            join(self.borne.get_mut(basis), *other.borne.get(basis));
            let sum = |a: Option<Money>, b: Option<Money>| Some(a? + b?);
            let shared = sum(*self.shared.get(basis), *other.shared.get(basis));
            *self.shared.get_mut(basis) = shared;
            *self.shared_is_at_least.get_mut(basis) |= *other.shared_is_at_least.get(basis);
            let beyond = sum(*self.beyond.get(basis), *other.beyond.get(basis));
            *self.beyond.get_mut(basis) = beyond;
        }
        join(&mut self.direct, other.direct);
        join(&mut self.opportunity, other.opportunity);
        join(&mut self.in_kind, other.in_kind);
        join(&mut self.programme, other.programme);
        join(&mut self.paid_into_pools, other.paid_into_pools);
        join(&mut self.received, other.received);
        join(&mut self.exit, other.exit);
        self.opportunity_hours = self.opportunity_hours + other.opportunity_hours;
        self.hours = self.hours + other.hours;
    }
}

fn join(total: &mut Total, part: Total) {
    total.amount = total.amount + part.amount;
    total.is_at_least |= part.is_at_least;
}
