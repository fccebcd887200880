//! Which facts a figure follows: the rank correlation of each with it, over the draws.

use crate::uncertainty::ranges::{FactKey, Ranged};
use crate::uncertainty::rank::{correlation_of_ranks, ranks};
use crate::uncertainty::sampler::Sampler;
use crate::uncertainty::sensitivity::Swing;
use crate::uncertainty::simulation::{MOST_DRIVERS, Plan};
use crate::units::id::InputId;

/// A fact and how closely a figure follows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Driver {
    /// The name that its inputs move with, or the input itself.
    pub fact: FactKey,
    /// Where it is typed.
    pub inputs: Vec<InputId>,
    /// Spearman's rank correlation with the figure, −1 to 1.
    pub correlation: f64,
}

/// The rank correlations of the facts with the widest swings, the closest first.
pub fn drivers(swings: &[Swing], figure: &[f64], plan: Plan) -> Vec<Driver> {
    if figure.iter().any(|it| !it.is_finite()) {
        return Vec::new();
    }
    let of_figure = ranks(figure);
    let mut widest: Vec<&Swing> = swings.iter().filter(|it| it.npsv() > 0.0).collect();
    widest.sort_by(|a, b| b.npsv().total_cmp(&a.npsv()));
    let mut found: Vec<Driver> = widest
        .into_iter()
        .take(MOST_DRIVERS)
        .filter_map(|it| {
            let drawn = draws(it.range.as_ref()?, plan);
            Some(Driver {
                fact: it.fact.clone(),
                inputs: it.inputs.clone(),
                correlation: correlation_of_ranks(&ranks(&drawn), &of_figure)?,
            })
        })
        .collect();
    found.sort_by(|a, b| b.correlation.abs().total_cmp(&a.correlation.abs()));
    found
}

/// The draws of a fact's first input: those of the others rise and fall with them.
fn draws(range: &Ranged, plan: Plan) -> Vec<f64> {
    let n = usize::try_from(plan.draws).unwrap_or_default();
    let mut out = vec![0.0; n];
    let stream = range.fact.stream(plan.seed);
    Sampler::new(range.distribution).fill(&stream, 0, &mut out);
    out
}
