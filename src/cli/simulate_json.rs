//! The JSON of `simulate`: a contract with other programs, keys in a fixed order, figures to ten decimals.

use serde::Serialize;

use crate::cli::doubt_json::{Chance, Figure, Head, float};
use crate::cli::simulate::Drawn;
use crate::costing::basis::ByBasis;
use crate::costing::schedule::Total;
use crate::findings::partnership::PartnershipFindings;
use crate::model::register::Register;
use crate::report::uncertainty::FactNames;
use crate::uncertainty::drivers::Driver;
use crate::uncertainty::simulation::{Simulated, SimulatedOption};
use crate::uncertainty::statistics::{Share, Summary};
use crate::units::id::InputId;

/// The whole answer.
#[derive(Debug, Serialize)]
pub(crate) struct Answer {
    #[serde(flatten)]
    head: Head,
    draws: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    draws_in_register: Option<u32>,
    seed: u32,
    n_ranged: usize,
    partnerships: Vec<OfOne>,
    #[serde(skip_serializing_if = "Option::is_none")]
    portfolio: Option<OfAll>,
}

#[derive(Debug, Serialize)]
struct OfOne {
    id: String,
    name: String,
    n_ranged: usize,
    is_priced: bool,
    annual_cost: OnBoth,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<Figure>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cost_per_point: Option<Figure>,
    #[serde(flatten)]
    worth: Worth,
    #[serde(skip_serializing_if = "Option::is_none")]
    bcr: Option<Figure>,
    #[serde(skip_serializing_if = "Option::is_none")]
    chance_bcr_at_least_one: Option<Chance>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    options: Vec<OfOption>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cumulative: Vec<OfYear>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    drivers: Vec<OfDriver>,
    draws_left_out: usize,
}

#[derive(Debug, Serialize)]
struct OfAll {
    count: usize,
    annual_cost: OnBoth,
    #[serde(flatten)]
    worth: Worth,
    drivers: Vec<OfDriver>,
}

#[derive(Debug, Serialize)]
struct OnBoth {
    exhibit2: Option<Figure>,
    full: Option<Figure>,
}

#[derive(Debug, Serialize)]
struct Worth {
    pvc: Option<Figure>,
    pvb: Option<Figure>,
    npsv: Option<Figure>,
    #[serde(skip_serializing_if = "Option::is_none")]
    chance_npsv_above_nought: Option<Chance>,
}

#[derive(Debug, Serialize)]
struct OfOption {
    id: String,
    npsv: Option<Figure>,
    incremental_npsv: Option<Figure>,
    #[serde(skip_serializing_if = "Option::is_none")]
    chance_better: Option<Chance>,
}

#[derive(Debug, Serialize)]
struct OfYear {
    year: usize,
    #[serde(flatten)]
    figure: Option<Figure>,
}

#[derive(Debug, Serialize)]
struct OfDriver {
    name: String,
    inputs: Vec<String>,
    correlation: String,
}

impl Answer {
    pub(crate) fn new(drawn: &Drawn) -> Self {
        let of_one = |it: &Simulated| {
            let found = drawn.findings.partnership(it.id?)?;
            Some(of_one(&drawn.opened.register, found, it))
        };
        Self {
            head: Head::of(&drawn.opened),
            draws: drawn.plan.draws,
            draws_in_register: drawn.capped,
            seed: drawn.plan.seed,
            n_ranged: drawn.n_ranged,
            partnerships: drawn.partnerships.iter().filter_map(of_one).collect(),
            portfolio: drawn.portfolio.as_ref().map(|it| of_all(drawn, it)),
        }
    }
}

fn of_one(register: &Register, found: &PartnershipFindings, it: &Simulated) -> OfOne {
    let measures = &found.appraisal.worth;
    OfOne {
        id: found.id.to_string(),
        name: found.name.clone(),
        n_ranged: it.n_ranged,
        is_priced: measures.is_priced,
        annual_cost: on_both(&found.annual_cost, it),
        score: Figure::new(found.achievement.shown_score(), false, it.score.as_ref()),
        cost_per_point: Figure::new(found.cost_per_point.full, false, it.cost_per_point.as_ref()),
        worth: Worth {
            pvc: total(measures.pvc, it.pvc.as_ref()),
            pvb: total(measures.pvb, it.pvb.as_ref()),
            npsv: Figure::new(Some(measures.npsv), false, it.npsv.as_ref()),
            chance_npsv_above_nought: chance(it.npsv.as_ref(), it.is_npsv_above_nought.as_ref()),
        },
        bcr: Figure::new(measures.bcr, false, it.bcr.as_ref()),
        chance_bcr_at_least_one: chance(it.bcr.as_ref(), it.is_bcr_at_least_one.as_ref()),
        options: options(found, it),
        cumulative: years(found, it),
        drivers: drivers(register, it),
        draws_left_out: it.n_left_out,
    }
}

fn of_all(drawn: &Drawn, it: &Simulated) -> OfAll {
    let found = &drawn.findings.portfolio;
    OfAll {
        count: found.count,
        annual_cost: on_both(&found.annual_cost, it),
        worth: Worth {
            pvc: total(found.worth.pvc, it.pvc.as_ref()),
            pvb: total(found.worth.pvb, it.pvb.as_ref()),
            npsv: Figure::new(Some(found.worth.npsv), false, it.npsv.as_ref()),
            chance_npsv_above_nought: chance(it.npsv.as_ref(), it.is_npsv_above_nought.as_ref()),
        },
        drivers: drivers(&drawn.opened.register, it),
    }
}

fn on_both(cost: &ByBasis<Total>, it: &Simulated) -> OnBoth {
    OnBoth {
        exhibit2: total(cost.exhibit2, it.annual_cost.exhibit2.as_ref()),
        full: total(cost.full, it.annual_cost.full.as_ref()),
    }
}

fn total(central: Total, spread: Option<&Summary>) -> Option<Figure> {
    Figure::new(Some(central.amount), central.is_at_least, spread)
}

/// A figure that never moves has no chance of being anything else.
fn chance(moves: Option<&Summary>, share: Option<&Share>) -> Option<Chance> {
    moves.and(share).map(Chance::new)
}

fn options(found: &PartnershipFindings, it: &Simulated) -> Vec<OfOption> {
    let of_option = |it: &SimulatedOption| {
        let central = found.appraisal.options.iter().find(|of| of.id == it.id);
        OfOption {
            id: it.id.to_string(),
            npsv: Figure::new(central.map(|it| it.worth.npsv), false, it.npsv.as_ref()),
            incremental_npsv: Figure::new(
                central.map(|it| it.incremental_npsv),
                false,
                it.incremental.as_ref(),
            ),
            chance_better: chance(it.incremental.as_ref(), it.is_better.as_ref()),
        }
    };
    it.options.iter().map(of_option).collect()
}

fn years(found: &PartnershipFindings, it: &Simulated) -> Vec<OfYear> {
    let of_year = |(year, summary): (usize, &Summary)| {
        let central = found.appraisal.years.get(year).map(|it| it.cumulative);
        let spread = Some(summary).filter(|it| it.least < it.most);
        OfYear {
            year,
            figure: Figure::new(central, false, spread),
        }
    };
    it.cumulative.iter().enumerate().map(of_year).collect()
}

fn drivers(register: &Register, it: &Simulated) -> Vec<OfDriver> {
    if it.drivers.is_empty() {
        return Vec::new();
    }
    let names = FactNames::new(register, it.id);
    let of_driver = |it: &Driver| OfDriver {
        name: names.of(&it.fact, &it.inputs),
        inputs: it.inputs.iter().map(InputId::to_string).collect(),
        correlation: float(it.correlation),
    };
    it.drivers.iter().map(of_driver).collect()
}
