//! What all partnerships are worth together: each outcome counted once, and who pays and who gains.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::costing::schedule::Total;
use crate::findings::appraisal::BenefitFindings;
use crate::findings::partnership::PartnershipFindings;
use crate::findings::transfers::{Transfers, settle};
use crate::model::benefit::BenefitClass;
use crate::model::query::{Query, Severity};
use crate::model::record_name::outcome_name;
use crate::model::register::Register;
use crate::units::display;
use crate::units::exact::Sum;
use crate::units::id::Id;
use crate::units::quantity::{Money, Over, Quantity, Rate};

/// The present values of all partnerships, and what each body gains and bears.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PortfolioWorth {
    /// Present value of costs.
    pub pvc: Total,
    /// Present value of benefits, each outcome counted once.
    pub pvb: Total,
    /// PVB less PVC.
    pub npsv: Money,
    /// Outcomes that are claimed more than once over: the sum of the claims, and what is taken off the benefits for it.
    pub overclaimed: BTreeMap<Id, Overclaim>,
    /// Present value of a body's benefits less that of the costs it bears; blank, of costs, is unassigned.
    pub positions: BTreeMap<Option<Id>, Position>,
    /// Present value of what the public gains.
    pub to_the_public: Money,
    /// Who would pay whom, so that no body loses.
    pub transfers: Transfers,
    /// Queries that cross partnerships.
    pub queries: Vec<Query>,
}

/// An outcome of which more than the whole is claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overclaim {
    /// The sum of the claims; above 100 %.
    pub claims: Rate,
    /// What is taken off the benefits of all claimants together.
    pub taken_off: Money,
}

/// What a body gains and bears.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// Present value of the costs it bears.
    pub cost: Money,
    /// Present value of its benefits.
    pub benefit: Money,
    /// The part of the benefits that transfers count.
    pub fiscal: Money,
}

impl Position {
    /// Benefits less costs.
    pub fn net(&self) -> Money {
        self.benefit - self.cost
    }

    /// The benefits that transfers count less costs.
    pub fn balance(&self) -> Money {
        self.fiscal - self.cost
    }
}

/// Adds up what `all` are worth; the claims on an outcome are those of the `whole` register.
pub fn find(
    register: &Register,
    whole: &[Arc<PartnershipFindings>],
    all: &[Arc<PartnershipFindings>],
) -> PortfolioWorth {
    let claims = claims(whole);
    let mut found = PortfolioWorth::default();
    let (mut costs, mut benefits) = (Sum::default(), Sum::default());
    // There are few bodies: looking through them is quicker than a tree.
    let mut borne: Vec<(Option<Id>, Sum)> = Vec::new();
    for partnership in all {
        let appraisal = &partnership.appraisal;
        let worth = &appraisal.worth;
        costs.add(worth.pvc.amount.decimal());
        benefits.add(worth.pvb.amount.decimal());
        found.pvc.is_at_least |= worth.pvc.is_at_least;
        found.pvb.is_at_least |= worth.pvb.is_at_least;
        for (bearer, cost) in &appraisal.costs_by_bearer {
            let cost = cost.decimal();
            match borne.iter_mut().find(|(other, _)| other == bearer) {
                Some((_, sum)) => sum.add(cost),
                None => borne.push((*bearer, Sum::from_iter([cost]))),
            }
        }
        for benefit in appraisal.benefits.iter().filter(|it| !it.is_transfer) {
            found.gain(register, benefit, &claims);
        }
    }
    for (bearer, sum) in borne {
        found.positions.entry(bearer).or_default().cost = Money::new(sum.total());
    }
    found.pvc.amount = Money::new(costs.total());
    found.pvb.amount = Money::new(benefits.total());
    for over in found.overclaimed.values() {
        found.pvb.amount = found.pvb.amount - over.taken_off;
    }
    found.npsv = found.pvb.amount - found.pvc.amount;
    found.transfers = settle(&balances(&found.positions));
    found.queries = queries(register, all, &claims);
    found
}

/// What each body's counted benefits leave over its costs; what nobody bears yet is nobody's deficit.
fn balances(positions: &BTreeMap<Option<Id>, Position>) -> Vec<(Id, Money)> {
    let named = positions.iter();
    named
        .filter_map(|(id, it)| Some(((*id)?, it.balance())))
        .collect()
}

fn whole() -> Rate {
    Rate::from(1)
}

impl PortfolioWorth {
    /// Counts a benefit to whoever has it, by 1/Σ claims where more than the whole of its outcome is claimed.
    fn gain(
        &mut self,
        register: &Register,
        benefit: &BenefitFindings,
        claims: &BTreeMap<Id, Rate>,
    ) {
        let Some(worth) = benefit.value else { return };
        let over = benefit.claim.and_then(|(outcome, _)| {
            let claims = claims.get(&outcome).copied()?;
            (claims > whole()).then_some((outcome, claims))
        });
        let counted = |amount: Money| match over {
            Some((_, claims)) => amount.over(claims).unwrap_or(amount).rounded(),
            None => amount,
        };
        if let Some((outcome, claims)) = over {
            let overclaim = self.overclaimed.entry(outcome).or_insert(Overclaim {
                claims,
                taken_off: Money::ZERO,
            });
            overclaim.taken_off = overclaim.taken_off + (worth - counted(worth));
        }
        let Some(partner) = benefit.partner else {
            self.to_the_public = self.to_the_public + counted(worth);
            return;
        };
        let position = self.positions.entry(Some(partner)).or_default();
        position.benefit = position.benefit + counted(worth);
        let fiscal = if !register.settings.transfers_count_all_fiscal {
            benefit.cashable
        } else if benefit.class == BenefitClass::Fiscal {
            worth
        } else {
            Money::ZERO
        };
        position.fiscal = position.fiscal + counted(fiscal);
    }
}

/// The sum of the claims on each outcome.
fn claims(all: &[Arc<PartnershipFindings>]) -> BTreeMap<Id, Rate> {
    let mut claims: BTreeMap<Id, Rate> = BTreeMap::new();
    let benefits = all.iter().flat_map(|it| &it.appraisal.benefits);
    for (outcome, claim) in benefits.filter_map(|it| it.claim) {
        let sum = claims.entry(outcome).or_default();
        // A claim below nought is a slip, and must not hide that the others claim too much.
        *sum = *sum + claim.max(Rate::ZERO);
    }
    claims
}

/// A query on each claimant of an outcome that is claimed more than once over.
fn queries(
    register: &Register,
    all: &[Arc<PartnershipFindings>],
    claims: &BTreeMap<Id, Rate>,
) -> Vec<Query> {
    let over: BTreeSet<Id> = claims
        .iter()
        .filter(|(_, claims)| **claims > whole())
        .map(|(outcome, _)| *outcome)
        .collect();
    let mut queries = Vec::new();
    if over.is_empty() {
        return queries;
    }
    for partnership in all {
        for benefit in &partnership.appraisal.benefits {
            let Some((outcome, _)) = benefit.claim.filter(|(outcome, _)| over.contains(outcome))
            else {
                continue;
            };
            let claims = claims.get(&outcome).copied().unwrap_or_default();
            let name = outcome_name(register, outcome);
            queries.push(Query {
                severity: Severity::Warning,
                partnership: Some(partnership.id),
                record: benefit.id,
                field: Some("claim"),
                message: format!(
                    "Claims on “{name}” come to {} of it; it is counted once in the portfolio",
                    display::rate(claims)
                ),
                hint: "Agree with the other claimants what each brought about, so that the claims come to 100% at most"
                    .into(),
            });
        }
    }
    queries
}
