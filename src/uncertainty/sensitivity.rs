//! Sensitivity: each fact from its low end to its high end while the others stay central, and what each figure does.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::costing::basis::Basis;
use crate::findings::findings::Question;
use crate::guidance::edition::Guidance;
use crate::model::register::Register;
use crate::uncertainty::evaluator::{Cases, Columns, Evaluator, Lanes};
use crate::uncertainty::output::{Output, Wanted};
use crate::uncertainty::ranges::{Ends, FactKey, Ranged, facts};
use crate::uncertainty::simulation::prepared;
use crate::uncertainty::together::Together;
use crate::units::id::{Id, InputId};
use crate::units::progress::Stop;

/// The figures that a tornado is drawn of.
pub const FIGURES: [Output; 4] = [
    Output::Npsv,
    Output::AnnualCost(Basis::Full),
    Output::Bcr,
    Output::CostPerPoint,
];

/// A fact and what each figure comes to at its two ends.
#[derive(Clone, Debug)]
pub struct Swing {
    /// The name that its inputs move with, or the input itself.
    pub fact: FactKey,
    /// Where it is typed.
    pub inputs: Vec<InputId>,
    /// The range of its first input.
    pub(crate) range: Option<Ranged>,
    /// Each figure at the low and at the high end.
    pub figures: BTreeMap<Output, (f64, f64)>,
}

impl Swing {
    /// How far a figure moves from end to end; nought where it has none.
    pub fn of(&self, output: Output) -> f64 {
        let ends = self.figures.get(&output);
        let swing = ends.map_or(0.0, |(low, high)| (high - low).abs());
        if swing.is_finite() { swing } else { 0.0 }
    }

    pub(crate) fn npsv(&self) -> f64 {
        self.of(Output::Npsv)
    }
}

/// The tornado of one figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Tornado {
    /// The figure.
    pub output: Output,
    /// With every fact at its central value.
    pub central: f64,
    /// The facts that move it, the widest swing first.
    pub bars: Vec<Bar>,
    /// The facts with a range that cannot move it.
    pub idle: Vec<FactKey>,
}

/// One fact of a tornado.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// The name that its inputs move with, or the input itself.
    pub fact: FactKey,
    /// Where it is typed.
    pub inputs: Vec<InputId>,
    /// The figure with the fact at its low end.
    pub at_low: f64,
    /// The figure with the fact at its high end.
    pub at_high: f64,
}

impl Bar {
    /// How far it moves the figure.
    pub fn swing(&self) -> f64 {
        (self.at_high - self.at_low).abs()
    }
}

/// The tornadoes of one partnership, or of all together. Nothing where the register has none of that id, or somebody
/// asked to stop; a figure that has no central value has no tornado.
///
/// Source: the method note, section 10.
pub fn sensitivity(
    register: &Register,
    guidance: &'static Guidance,
    question: Question,
    partnership: Option<Id>,
    stop: &Stop,
) -> Option<Vec<Tornado>> {
    let (swings, central) = match partnership {
        Some(id) => {
            let (mut evaluator, ranges) =
                prepared(register, guidance, question, id, Wanted::Measures)?;
            let swings = swings_of(&mut evaluator, &ranges, stop)?;
            let central = centre(&mut evaluator, stop)?;
            let figures = central.outputs.iter().zip(&central.columns);
            let figures = figures.filter_map(|(output, it)| Some((*output, *it.first()?)));
            (swings, figures.collect())
        }
        None => all_together(register, guidance, question, stop)?,
    };
    let tornado = |output: &Output| tornado(*output, &swings, &central);
    Some(FIGURES.iter().filter_map(tornado).collect())
}

fn tornado(output: Output, swings: &[Swing], central: &BTreeMap<Output, f64>) -> Option<Tornado> {
    let central = central.get(&output).copied().filter(|it| it.is_finite())?;
    let mut bars = Vec::new();
    let mut idle = Vec::new();
    for it in swings {
        // What is far below a penny, or a millionth of a ratio, is the rounding of the drawn figures.
        let least = central.abs().max(1.0) * 1e-9;
        if it.of(output) <= least {
            idle.push(it.fact.clone());
            continue;
        }
        let (at_low, at_high) = it.figures.get(&output).copied()?;
        bars.push(Bar {
            fact: it.fact.clone(),
            inputs: it.inputs.clone(),
            at_low,
            at_high,
        });
    }
    bars.sort_by(|a, b| {
        let by_swing = b.swing().total_cmp(&a.swing());
        by_swing.then_with(|| a.fact.cmp(&b.fact))
    });
    Some(Tornado {
        output,
        central,
        bars,
        idle,
    })
}

/// The swings of a partnership's own figures.
pub(crate) fn swings_of(
    evaluator: &mut Evaluator,
    ranges: &[Ranged],
    stop: &Stop,
) -> Option<Vec<Swing>> {
    let facts = facts(ranges);
    let columns = at_ends(evaluator, ranges, &facts, stop)?;
    let varied = evaluator.varied();
    let swings = facts.into_iter().enumerate().map(|(n, (fact, places))| {
        let figures = columns.outputs.iter().zip(&columns.columns);
        let figures = figures.filter_map(|(output, column)| {
            let low = n.saturating_mul(2);
            let ends = (*column.get(low)?, *column.get(low.saturating_add(1))?);
            Some((*output, ends))
        });
        let first = places.first().and_then(|place| ranges.get(*place));
        let inputs = places.iter().filter_map(|place| varied.get(*place));
        Swing {
            range: first.cloned(),
            inputs: inputs.map(|it| it.at).collect(),
            figures: figures.collect(),
            fact,
        }
    });
    Some(swings.collect())
}

fn at_ends(
    evaluator: &mut Evaluator,
    ranges: &[Ranged],
    facts: &[(FactKey, Vec<usize>)],
    stop: &Stop,
) -> Option<Columns> {
    let cases = Ends::new(evaluator.varied(), ranges, facts);
    let n = u32::try_from(facts.len().saturating_mul(2)).ok()?;
    evaluator.columns(n, &cases, stop)
}

/// Every varied input at its central value.
struct Centre(Vec<f64>);

impl Cases for Centre {
    fn fill(&self, input: usize, _: Lanes<'_>, out: &mut [f64]) {
        out.fill(self.0.get(input).copied().unwrap_or(f64::NAN));
    }
}

fn centre(evaluator: &mut Evaluator, stop: &Stop) -> Option<Columns> {
    let central = evaluator.varied().iter().map(|it| it.central);
    let cases = Centre(central.collect());
    evaluator.columns(1, &cases, stop)
}

/// A partnership's facts, its figures at their ends, and its central figures.
pub(crate) struct OfOne {
    facts: Vec<(FactKey, Vec<InputId>, Option<Ranged>)>,
    ends: Columns,
    central: Columns,
}

impl OfOne {
    /// Works them out. Nothing where somebody asked to stop.
    pub(crate) fn of(evaluator: &mut Evaluator, ranges: &[Ranged], stop: &Stop) -> Option<Self> {
        let facts = facts(ranges);
        let ends = at_ends(evaluator, ranges, &facts, stop)?;
        let central = centre(evaluator, stop)?;
        let varied = evaluator.varied();
        let facts = facts.into_iter().map(|(fact, places)| {
            let first = places.first().and_then(|place| ranges.get(*place));
            let inputs = places.iter().filter_map(|place| varied.get(*place));
            (fact, inputs.map(|it| it.at).collect(), first.cloned())
        });
        Some(Self {
            facts: facts.collect(),
            ends,
            central,
        })
    }
}

fn all_together(
    register: &Register,
    guidance: &'static Guidance,
    question: Question,
    stop: &Stop,
) -> Option<(Vec<Swing>, BTreeMap<Output, f64>)> {
    let each: Option<Vec<OfOne>> = register
        .partnerships
        .par_iter()
        .map(|it| {
            let (mut evaluator, ranges) =
                prepared(register, guidance, question, it.id, Wanted::All)?;
            OfOne::of(&mut evaluator, &ranges, stop)
        })
        .collect();
    Some(swings_of_all(&each?))
}

/// What moves the sums over all partnerships, and the sums at the centre: a fact may stand in several of them.
pub(crate) fn swings_of_all(each: &[OfOne]) -> (Vec<Swing>, BTreeMap<Output, f64>) {
    let mut central = Together::new(1);
    for it in each {
        central.add(&it.central);
    }
    let figures = [Output::Npsv, Output::AnnualCost(Basis::Full)];
    let at_centre = figures.into_iter().filter_map(|output| {
        let figure = central.of(output)?;
        Some((output, *figure.first()?))
    });
    let at_centre: BTreeMap<Output, f64> = at_centre.collect();

    let mut places: BTreeMap<FactKey, usize> = BTreeMap::new();
    let mut swings: Vec<Swing> = Vec::new();
    let mut ends: Vec<(Together, Together)> = Vec::new();
    for it in each {
        for (n, (fact, inputs, range)) in it.facts.iter().enumerate() {
            let place = *places.entry(fact.clone()).or_insert_with(|| {
                swings.push(Swing {
                    fact: fact.clone(),
                    inputs: Vec::new(),
                    range: range.clone(),
                    figures: BTreeMap::new(),
                });
                ends.push((central.clone(), central.clone()));
                swings.len().saturating_sub(1)
            });
            let (Some(swing), Some((low, high))) = (swings.get_mut(place), ends.get_mut(place))
            else {
                continue;
            };
            for input in inputs {
                if !swing.inputs.contains(input) {
                    swing.inputs.push(*input);
                }
            }
            let at = n.saturating_mul(2);
            low.add_difference(&it.ends, at, &it.central);
            high.add_difference(&it.ends, at.saturating_add(1), &it.central);
        }
    }
    for (swing, (low, high)) in swings.iter_mut().zip(&ends) {
        for output in figures {
            let of = |it: &Together| it.of(output).and_then(|it| it.first().copied());
            if let (Some(low), Some(high)) = (of(low), of(high)) {
                swing.figures.insert(output, (low, high));
            }
        }
    }
    (swings, at_centre)
}
