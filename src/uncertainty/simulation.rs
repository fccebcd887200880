//! Simulation: every ranged input drawn many times over, and what each figure then comes to.

use rayon::prelude::*;

use crate::costing::basis::{Basis, ByBasis};
use crate::findings::findings::Question;
use crate::guidance::edition::Guidance;
use crate::model::inputs::Inputs;
use crate::model::register::Register;
use crate::model::settings::Settings;
use crate::uncertainty::drivers::{Driver, drivers};
use crate::uncertainty::evaluator::{Columns, Evaluator};
use crate::uncertainty::histogram::{Histogram, histogram};
use crate::uncertainty::output::{Output, Wanted};
use crate::uncertainty::ranges::{Draws, Ranged, n_undrawn, ranged};
use crate::uncertainty::sensitivity::{OfOne, swings_of, swings_of_all};
use crate::uncertainty::statistics::{Checkpoint, Share, Summary, running_mean, share_of};
use crate::uncertainty::together::Together;
use crate::units::id::Id;
use crate::units::progress::{Progress, Stop};

/// Bins of a histogram, at most.
const MOST_BINS: usize = 40;
/// Checkpoints of a picture of how the mean settles.
const CHECKPOINTS: usize = 40;
/// Partnerships that are held in memory at once, up to so many draws.
const AT_ONCE: usize = 16;
const MANY_DRAWS: usize = 100_000;
/// Rank correlations are worked out for so many facts, those with the widest swings.
pub const MOST_DRIVERS: usize = 50;

/// How a simulation is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// How many draws.
    pub draws: u32,
    /// What they start from: the same seed, the same draws.
    pub seed: u32,
}

impl Plan {
    /// As the register says, kept within what can be drawn; a check reports a number outside it.
    pub fn of(settings: &Settings) -> Self {
        Self {
            draws: settings.draws_taken(),
            seed: settings.seed_taken(),
        }
    }
}

/// What a simulation of a register comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Simulation {
    /// How it was run.
    pub plan: Plan,
    /// How many inputs have a range.
    pub n_ranged: usize,
    /// Each partnership, in the order of the register.
    pub partnerships: Vec<Simulated>,
    /// All together; of the figures that are added up.
    pub portfolio: Simulated,
}

impl Simulation {
    /// One partnership; nothing where it was not there.
    pub fn partnership(&self, id: Id) -> Option<&Simulated> {
        self.partnerships.iter().find(|it| it.id == Some(id))
    }
}

/// What the draws of one partnership, or of all together, come to. A figure that never moves has no summary.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Simulated {
    /// The partnership; blank is all together.
    pub id: Option<Id>,
    /// Ranged inputs that are drawn for it.
    pub n_ranged: usize,
    /// The annual cost, £.
    pub annual_cost: ByBasis<Option<Summary>>,
    /// The achievement score.
    pub score: Option<Summary>,
    /// Annual cost at full cost ÷ score, £.
    pub cost_per_point: Option<Summary>,
    /// Present value of costs, £.
    pub pvc: Option<Summary>,
    /// Present value of benefits, £.
    pub pvb: Option<Summary>,
    /// PVB less PVC, £.
    pub npsv: Option<Summary>,
    /// PVB ÷ PVC.
    pub bcr: Option<Summary>,
    /// The share of draws in which NPSV is above nought.
    pub is_npsv_above_nought: Option<Share>,
    /// The share of draws in which the ratio is 1 or more.
    pub is_bcr_at_least_one: Option<Share>,
    /// The discounted nets of all years up to each; only of one partnership asked for by itself.
    pub cumulative: Vec<Summary>,
    /// Each option.
    pub options: Vec<SimulatedOption>,
    /// How often NPSV falls between which bounds.
    pub npsv_histogram: Option<Histogram>,
    /// How often the annual cost at full cost does.
    pub cost_histogram: Option<Histogram>,
    /// How the mean of NPSV settles.
    pub convergence: Vec<Checkpoint>,
    /// The facts that NPSV follows most, the widest swing first; of all together, or of one asked for by itself.
    pub drivers: Vec<Driver>,
    /// Draws that no figure could be worked out for, because too many years and lives come together in them.
    pub n_left_out: usize,
    /// Quantities whose range cannot be drawn, so that they stay at their central value.
    pub n_undrawn: usize,
}

/// What the draws of an option come to.
#[derive(Clone, Debug, PartialEq)]
pub struct SimulatedOption {
    /// The option.
    pub id: Id,
    /// Its NPSV, £.
    pub npsv: Option<Summary>,
    /// Its NPSV less that of going on as it is, in the same draws, £.
    pub incremental: Option<Summary>,
    /// The share of draws in which it is worth more than going on as it is.
    pub is_better: Option<Share>,
}

/// The partnership's ranged inputs and its program.
pub(crate) fn prepared(
    register: &Register,
    guidance: &'static Guidance,
    question: Question,
    id: Id,
    wanted: Wanted,
) -> Option<(Evaluator, Vec<Ranged>)> {
    let evaluator = Evaluator::new(register, guidance, question, id, wanted, |at, input| {
        Some(ranged(at, input)?.0)
    })?;
    let ranges = evaluator.inputs(|at, input| Some(ranged(at, input)?.1));
    Some((evaluator, ranges))
}

/// Simulates all partnerships. Nothing where somebody asked to stop.
///
/// The draws of an input depend on the seed and its own id alone, and sums are taken in the order of the register: the
/// same bits with any number of threads. Source: the method note, section 10.
pub fn simulate(
    register: &Register,
    guidance: &'static Guidance,
    question: Question,
    plan: Plan,
    progress: &Progress,
    stop: &Stop,
) -> Option<Simulation> {
    progress.start(register.partnerships.len());
    let n_draws = usize::try_from(plan.draws).ok()?;
    let mut together = Together::new(n_draws);
    let mut partnerships = Vec::with_capacity(register.partnerships.len());
    let mut ends = Vec::with_capacity(register.partnerships.len());
    for some in register.partnerships.chunks(at_once(n_draws)) {
        let drawn: Option<Vec<(Simulated, Columns, OfOne)>> = some
            .par_iter()
            .map(|it| {
                let (mut evaluator, ranges) =
                    prepared(register, guidance, question, it.id, Wanted::All)?;
                let columns =
                    evaluator.columns(plan.draws, &Draws::new(&ranges, plan.seed), stop)?;
                let mut found = summed_up(it.id, ranges.len(), &columns);
                found.n_undrawn = n_undrawn(it.as_ref());
                let of_one = OfOne::of(&mut evaluator, &ranges, stop)?;
                progress.step();
                Some((found, columns, of_one))
            })
            .collect();
        for (found, columns, of_one) in drawn? {
            together.add(&columns);
            partnerships.push(found);
            ends.push(of_one);
        }
    }
    let (facts, _) = swings_of_all(&ends);
    let npsv = together.of(Output::Npsv).unwrap_or_default();
    let of = |output| together.of(output).and_then(|it| summary(&it));
    let mut n_ranged = 0_usize;
    register.each_input(&mut |at, input| {
        n_ranged = n_ranged.saturating_add(usize::from(ranged(at, input).is_some()));
    });
    let portfolio = Simulated {
        id: None,
        n_ranged,
        n_undrawn: n_undrawn(register),
        annual_cost: ByBasis::of(|basis| of(Output::AnnualCost(basis))),
        pvc: of(Output::Pvc),
        pvb: of(Output::Pvb),
        cost_histogram: together
            .of(Output::AnnualCost(Basis::Full))
            .and_then(|it| histogram_of(&it)),
        drivers: drivers(&facts, &npsv, plan),
        ..of_npsv(&npsv)
    };
    Some(Simulation {
        plan,
        n_ranged,
        partnerships,
        portfolio,
    })
}

/// Simulates one partnership with everything that is drawn of it. Nothing where the register has none of that id, or
/// somebody asked to stop.
pub fn simulate_partnership(
    register: &Register,
    guidance: &'static Guidance,
    question: Question,
    plan: Plan,
    id: Id,
    stop: &Stop,
) -> Option<Simulated> {
    let (mut evaluator, ranges) = prepared(register, guidance, question, id, Wanted::AllAndYears)?;
    let columns = evaluator.columns(plan.draws, &Draws::new(&ranges, plan.seed), stop)?;
    let mut found = summed_up(id, ranges.len(), &columns);
    found.n_undrawn = undrawn_of(register, id);
    let years = columns.outputs.iter().zip(&columns.columns);
    let mut years: Vec<(u16, Summary)> = years
        .filter_map(|(output, column)| match output {
            Output::Cumulative(t) => Some((*t, Summary::of(column)?)),
            _ => None,
        })
        .collect();
    years.sort_by_key(|(t, _)| *t);
    found.cumulative = years.into_iter().map(|(_, it)| it).collect();
    let facts = swings_of(&mut evaluator, &ranges, stop)?;
    let npsv = columns.of(Output::Npsv).unwrap_or_default();
    found.drivers = drivers(&facts, npsv, plan);
    Some(found)
}

fn undrawn_of(register: &Register, id: Id) -> usize {
    let partnership = register.partnership(id);
    partnership.map_or(0, |it| n_undrawn(it.as_ref()))
}

/// How many partnerships are held in memory at once: fewer where each has many draws.
fn at_once(n_draws: usize) -> usize {
    let most = AT_ONCE.saturating_mul(MANY_DRAWS);
    let at_once = most.checked_div(n_draws).unwrap_or(AT_ONCE);
    at_once.clamp(2, AT_ONCE)
}

/// A summary of what moves.
fn summary(draws: &[f64]) -> Option<Summary> {
    Summary::of(draws).filter(|it| it.least < it.most)
}

fn histogram_of(draws: &[f64]) -> Option<Histogram> {
    summary(draws).and_then(|_| histogram(draws, MOST_BINS))
}

/// What NPSV says.
fn of_npsv(npsv: &[f64]) -> Simulated {
    Simulated {
        npsv: summary(npsv),
        is_npsv_above_nought: share_of(npsv, |it| it > 0.0),
        npsv_histogram: histogram_of(npsv),
        convergence: summary(npsv)
            .map(|_| running_mean(npsv, CHECKPOINTS))
            .unwrap_or_default(),
        ..Simulated::default()
    }
}

fn summed_up(id: Id, n_ranged: usize, columns: &Columns) -> Simulated {
    let of = |output| columns.of(output).and_then(summary);
    let bcr = columns.of(Output::Bcr);
    let options = columns.outputs.iter().filter_map(|it| match it {
        Output::OptionNpsv(option) => Some(*option),
        _ => None,
    });
    let options = options.map(|option| {
        let incremental = columns.of(Output::OptionIncremental(option));
        SimulatedOption {
            id: option,
            npsv: of(Output::OptionNpsv(option)),
            incremental: incremental.and_then(summary),
            is_better: incremental.and_then(|it| share_of(it, |it| it > 0.0)),
        }
    });
    let npsv = columns.of(Output::Npsv).unwrap_or_default();
    let cost = columns.of(Output::AnnualCost(Basis::Full));
    Simulated {
        id: Some(id),
        n_ranged,
        annual_cost: ByBasis::of(|basis| of(Output::AnnualCost(basis))),
        score: of(Output::Score),
        cost_per_point: of(Output::CostPerPoint),
        pvc: of(Output::Pvc),
        pvb: of(Output::Pvb),
        bcr: of(Output::Bcr),
        is_bcr_at_least_one: bcr.and_then(|it| share_of(it, |it| it >= 1.0)),
        options: options.collect(),
        cost_histogram: cost.and_then(histogram_of),
        n_left_out: columns.n_left_out,
        ..of_npsv(npsv)
    }
}
