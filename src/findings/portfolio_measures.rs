//! Measures of the whole portfolio: what it takes of each body's budget and pay, and which partnerships lack a safeguard.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::costing::basis::{Basis, ByBasis};
use crate::costing::context::Context;
use crate::costing::cost_line::{Class, CostLine};
use crate::costing::partnership::lines;
use crate::costing::schedule::Total;
use crate::findings::findings::Findings;
use crate::findings::health::HealthLine;
use crate::findings::partnership::{PartnershipFindings, is_programme};
use crate::guidance::edition::Guidance;
use crate::model::health_answer::Answer;
use crate::model::partner::Partner;
use crate::model::partnership::Partnership;
use crate::units::id::Id;
use crate::units::quantity::{Money, Over, Rate};
use crate::units::trace::Plain;

/// What is said of the partnerships that are shown, in the year of the findings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PortfolioMeasures {
    /// Each partner: ourselves first, then who bears most at full cost.
    pub bodies: Vec<BodyMeasure>,
    /// What partnerships should have, and which do not.
    pub gaps: Vec<Gap>,
}

/// What partnerships take of one partner's means, a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyMeasure {
    /// The partner.
    pub body: Id,
    /// Whether it is us.
    pub is_us: bool,
    /// The running cost that it bears.
    pub borne: ByBasis<Total>,
    /// The part of that at full cost which is its people's paid time, without posts that it pays for.
    pub time: Total,
    /// Its budget, as typed; nothing where it is not known.
    pub budget: Option<Money>,
    /// Its pay bill, as typed; nothing where it is not known.
    pub pay_bill: Option<Money>,
    /// What it bears ÷ its budget; nothing where the budget is not known or nought.
    pub of_budget: ByBasis<Option<Rate>>,
    /// Its people's time ÷ its pay bill; nothing where the pay bill is not known or nought.
    pub of_pay_bill: Option<Rate>,
}

/// Something that a partnership should have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Safeguard {
    /// A written agreement, signed by every partner; the health check asks for it.
    Agreement,
    /// It is settled when it ends and who takes its work on; the health check asks for it.
    ExitPlan,
    /// An achievement score.
    Achievement,
    /// A date when it ends or is looked at again.
    EndOrReview,
}

impl Safeguard {
    /// Every one, in the order that they are told.
    pub const ALL: [Self; 4] = [
        Self::Agreement,
        Self::ExitPlan,
        Self::Achievement,
        Self::EndOrReview,
    ];

    /// The name that scripts know it by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Agreement => "agreement",
            Self::ExitPlan => "exit-plan",
            Self::Achievement => "achievement",
            Self::EndOrReview => "end-or-review",
        }
    }

    /// The question of the health check that asks for it.
    const fn question(self) -> Option<&'static str> {
        match self {
            Self::Agreement => Some("agreement"),
            Self::ExitPlan => Some("h28"),
            Self::Achievement | Self::EndOrReview => None,
        }
    }
}

/// Which partnerships have a safeguard not, in part, or nobody has said; in the order of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// What they should have.
    pub of: Safeguard,
    /// Those that have it, or need none.
    pub n_met: usize,
    /// Those that do not.
    pub lacking: Vec<Id>,
    /// Those that have a part of it.
    pub partly: Vec<Id>,
    /// Those of which nobody has said.
    pub unknown: Vec<Id>,
}

/// How one partnership stands to a safeguard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    Met,
    Lacking,
    Partly,
    Unknown,
}

/// Measures the partnerships that are shown.
pub fn portfolio_measures(findings: &Findings, guidance: &'static Guidance) -> PortfolioMeasures {
    PortfolioMeasures {
        bodies: bodies(findings, guidance),
        gaps: Safeguard::ALL
            .into_iter()
            .filter_map(|of| gap(findings, guidance, of))
            .collect(),
    }
}

/// What a partner bears, and the part of it that is time.
#[derive(Clone, Default)]
struct Borne {
    running: ByBasis<Total>,
    time: Total,
}

fn bodies(findings: &Findings, guidance: &'static Guidance) -> Vec<BodyMeasure> {
    let register = &findings.register;
    let context = Context::new(&Plain, register, guidance, findings.year);
    let shown = findings.partnerships.par_iter();
    let each: Vec<BTreeMap<Id, Borne>> = shown
        .filter_map(|it| register.partnership(it.id))
        .map(|it| borne(&lines(&context, it)))
        .collect();
    let mut sums: BTreeMap<Id, Borne> = BTreeMap::new();
    for (body, part) in each.into_iter().flatten() {
        sums.entry(body).or_default().add(&part);
    }
    let partners = register.partners.iter();
    let mut bodies: Vec<BodyMeasure> = partners
        .map(|it| measure(it, sums.remove(&it.id).unwrap_or_default()))
        .collect();
    // What we bear is at least what is said wherever a cost is, as on the first screen.
    for body in bodies.iter_mut().filter(|it| it.is_us) {
        for basis in Basis::ALL {
            let ours = *findings.portfolio.ours.get(basis);
            body.borne.get_mut(basis).is_at_least |= ours.is_some_and(|it| it.is_at_least);
        }
    }
    // A stable sort: those who bear as much stay in the order of the register.
    bodies.sort_by(|a, b| {
        let us = b.is_us.cmp(&a.is_us);
        us.then(b.borne.full.amount.cmp(&a.borne.full.amount))
    });
    bodies
}

/// What each partner bears of one partnership.
fn borne(lines: &[CostLine<()>]) -> BTreeMap<Id, Borne> {
    let mut found: BTreeMap<Id, Borne> = BTreeMap::new();
    for line in lines.iter().filter(|it| !is_programme(it)) {
        let Some(bearer) = line.bearer else { continue };
        let part = Total {
            amount: line.amount.map_or(Money::ZERO, |it| it.value),
            is_at_least: line.amount.is_none(),
        };
        let borne = found.entry(bearer).or_default();
        for basis in Basis::ALL {
            if line.is_running_on(basis) {
                join(borne.running.get_mut(basis), part);
            }
        }
        if line.class == Class::Opportunity && line.is_running_on(Basis::Full) {
            join(&mut borne.time, part);
        }
    }
    found
}

impl Borne {
    fn add(&mut self, other: &Self) {
        for basis in Basis::ALL {
            join(self.running.get_mut(basis), *other.running.get(basis));
        }
        join(&mut self.time, other.time);
    }
}

/// Running cost ÷ budget, and people's time ÷ pay bill.
fn measure(partner: &Partner, borne: Borne) -> BodyMeasure {
    let budget = partner.budget.value();
    let pay_bill = partner.pay_bill.value();
    BodyMeasure {
        body: partner.id,
        is_us: partner.is_us,
        of_budget: ByBasis::of(|basis| borne.running.get(basis).amount.over(budget?)),
        of_pay_bill: pay_bill.and_then(|it| borne.time.amount.over(it)),
        borne: borne.running,
        time: borne.time,
        budget,
        pay_bill,
    }
}

fn join(total: &mut Total, part: Total) {
    total.amount = total.amount + part.amount;
    total.is_at_least |= part.is_at_least;
}

/// Nothing where the guidance edition does not ask for it.
fn gap(findings: &Findings, guidance: &Guidance, of: Safeguard) -> Option<Gap> {
    let place = match of.question() {
        Some(key) => Some(guidance.health_check.place(key)?),
        None => None,
    };
    let mut gap = Gap {
        of,
        n_met: 0,
        lacking: Vec::new(),
        partly: Vec::new(),
        unknown: Vec::new(),
    };
    for it in &findings.partnerships {
        let Some(typed) = findings.register.partnership(it.id) else {
            continue;
        };
        let standing = match place {
            Some(place) => answered(it, place),
            None if of == Safeguard::Achievement => scored(it, typed),
            None => dated(typed),
        };
        match standing {
            Standing::Met => gap.n_met = gap.n_met.saturating_add(1),
            Standing::Lacking => gap.lacking.push(it.id),
            Standing::Partly => gap.partly.push(it.id),
            Standing::Unknown => gap.unknown.push(it.id),
        }
    }
    Some(gap)
}

/// As the health check is answered; what is not needed is met.
fn answered(it: &PartnershipFindings, place: usize) -> Standing {
    let line = it.health.lines.get(place);
    match line.and_then(HealthLine::answer) {
        Some(Answer::Yes | Answer::NotNeeded) => Standing::Met,
        Some(Answer::Partly) => Standing::Partly,
        Some(Answer::No) => Standing::Lacking,
        None => Standing::Unknown,
    }
}

/// Lacking where there is nothing to measure by, unknown where nothing of it is known, in part where it is too little for a
/// score.
fn scored(it: &PartnershipFindings, typed: &Partnership) -> Standing {
    if it.achievement.shown_score().is_some() {
        Standing::Met
    } else if it.achievement.score.is_some() {
        Standing::Partly
    } else if typed.indicators.is_empty() && typed.judgements.is_empty() {
        Standing::Lacking
    } else {
        Standing::Unknown
    }
}

fn dated(typed: &Partnership) -> Standing {
    if typed.end.is_some() || typed.review.is_some() {
        Standing::Met
    } else {
        Standing::Lacking
    }
}
