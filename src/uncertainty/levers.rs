//! Between what the saving of levers lies: the register as it is and as it would be, in the same draws.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::costing::basis::ByBasis;
use crate::findings::findings::Question;
use crate::guidance::edition::Guidance;
use crate::model::inputs::AnyInput;
use crate::model::register::Register;
use crate::uncertainty::evaluator::{Columns, Evaluator};
use crate::uncertainty::output::{Output, Wanted};
use crate::uncertainty::ranges::{Draws, FactKey, Ranged, ranged};
use crate::uncertainty::simulation::Plan;
use crate::uncertainty::statistics::Summary;
use crate::units::id::{Id, InputId};
use crate::units::progress::Stop;

/// Draws of a saving: enough for a tenth and nine tenths while a slider moves.
pub const DRAWS: u32 = 2_000;

/// A spread narrower than this is the rounding of a float, and no spread: half a penny, or half a hundredth of an hour.
const NARROWEST: f64 = 0.005;

/// Between what a saving lies. A figure that never moves has no summary.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SpreadOfSaving {
    /// Of the saving to all partners a year, £.
    pub cost: ByBasis<Option<Summary>>,
    /// Of our part of it, £.
    pub ours: ByBasis<Option<Summary>>,
    /// Of the hours of people's time.
    pub hours: Option<Summary>,
    /// Of the days of senior people's time.
    pub senior_days: Option<Summary>,
    /// How many facts with a range are drawn for these partnerships.
    pub n_ranged: usize,
    /// How many draws it is of.
    pub n_draws: u32,
    /// Draws that no figure could be worked out for.
    pub n_left_out: usize,
}

/// A year's cost and time of some partnerships in every draw, to be compared with another register's in the same draws.
#[derive(Clone, Debug)]
pub struct DrawnCosts {
    plan: Plan,
    columns: Vec<Columns>,
    facts: BTreeSet<FactKey>,
}

impl DrawnCosts {
    /// Draws the partnerships of these ids. Nothing where somebody asked to stop.
    ///
    /// The chances of an input go by its address, so that a quantity which a lever has made smaller is as high in its new
    /// range as it was in its old one; those of a record that was `made` are those of the record that it is a part of.
    pub fn of(
        register: &Register,
        (guidance, question): (&'static Guidance, Question),
        made: &BTreeMap<Id, Id>,
        ids: &BTreeSet<Id>,
        plan: Plan,
        stop: &Stop,
    ) -> Option<Self> {
        let chosen: Vec<Id> = register
            .partnerships
            .iter()
            .map(|it| it.id)
            .filter(|id| ids.contains(id))
            .collect();
        let drawn: Option<Vec<(Columns, Vec<Ranged>)>> = chosen
            .par_iter()
            .map(|id| {
                let varied = |at, input: &dyn AnyInput| Some(ranged(at, input)?.0);
                let mut evaluator =
                    Evaluator::new(register, guidance, question, *id, Wanted::Cost, varied)?;
                let ranges = evaluator.inputs(|at, input| same_fact(made, at, input));
                let columns =
                    evaluator.columns(plan.draws, &Draws::new(&ranges, plan.seed), stop)?;
                Some((columns, ranges))
            })
            .collect();
        let mut all = Self {
            plan,
            columns: Vec::with_capacity(chosen.len()),
            facts: BTreeSet::new(),
        };
        for (columns, ranges) in drawn? {
            all.columns.push(columns);
            all.facts.extend(ranges.into_iter().map(|it| it.fact));
        }
        Some(all)
    }

    /// Between what these less the others lie, draw by draw: of the same partnerships, seed and number of draws.
    pub fn less(&self, after: &Self) -> SpreadOfSaving {
        let of = |output| {
            let saved = self.saved(after, output)?;
            Summary::of(&saved).filter(|it| it.most - it.least > NARROWEST)
        };
        let left_out = self.columns.iter().chain(&after.columns);
        SpreadOfSaving {
            cost: ByBasis::of(|basis| of(Output::AnnualCost(basis))),
            ours: ByBasis::of(|basis| of(Output::OurCost(basis))),
            hours: of(Output::Hours),
            senior_days: of(Output::SeniorDays),
            n_ranged: self.facts.len(),
            n_draws: self.plan.draws,
            n_left_out: left_out.map(|it| it.n_left_out).max().unwrap_or(0),
        }
    }

    /// One figure's saving of all together in every draw, summed in the order of the register; nothing where one of them
    /// has no such figure.
    fn saved(&self, after: &Self, output: Output) -> Option<Vec<f64>> {
        let n = usize::try_from(self.plan.draws).ok()?;
        let mut saved = vec![0.0; n];
        for (before, after) in self.columns.iter().zip(&after.columns) {
            let both = before.of(output)?.iter().zip(after.of(output)?);
            for (saved, (before, after)) in saved.iter_mut().zip(both) {
                *saved += before - after;
            }
        }
        Some(saved)
    }
}

/// What an input may be; of a record that was made, as the same fact as the record that it is a part of.
fn same_fact(made: &BTreeMap<Id, Id>, at: InputId, input: &dyn AnyInput) -> Option<Ranged> {
    let root = made.get(&at.record).copied().unwrap_or(at.record);
    let mut range = ranged(at, input)?.1;
    range.fact = FactKey::of(InputId { record: root, ..at }, input);
    Some(range)
}
