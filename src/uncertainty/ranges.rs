//! What the register says of doubt: the distribution of each ranged input, its stream, and which of them move together.

use std::collections::BTreeMap;

use crate::model::inputs::{AnyInput, Inputs};
use crate::model::no_range::why_no_range;
use crate::model::record_name::{input_name, quantity_name};
use crate::model::register::Register;
use crate::uncertainty::distribution::Distribution;
use crate::uncertainty::evaluator::{Cases, Lanes, Varied, at_its_central};
use crate::uncertainty::interval::Interval;
use crate::uncertainty::sampler::Sampler;
use crate::uncertainty::stream::Stream;
use crate::uncertainty::tape::float;
use crate::units::display;
use crate::units::id::{Id, InputId};
use crate::units::range::Shape;

/// The distribution of an input; nothing where it is not known, or is one value. An end that is missing is the most likely.
///
/// Source: the method note, section 10.
pub fn distribution(input: &dyn AnyInput) -> Option<Distribution> {
    if !input.is_ranged() {
        return None;
    }
    if let Some((amount, chance)) = input.event() {
        return Some(Distribution::Event {
            chance: float(chance),
            amount: float(amount),
        });
    }
    let likely = float(input.decimal()?);
    let low = input.low().map_or(likely, float);
    let high = input.high().map_or(likely, float);
    // A range that is out of order says nothing that could be drawn; a check reports it.
    if !(low <= likely && likely <= high) {
        return None;
    }
    Some(match input.shape() {
        Shape::Pert => Distribution::Pert { low, likely, high },
        Shape::Triangular => Distribution::Triangular { low, likely, high },
        Shape::Uniform => Distribution::Uniform { low, high },
    })
}

/// A ranged input.
#[derive(Clone, Debug)]
pub struct Ranged {
    /// What it may be.
    pub distribution: Distribution,
    /// What makes it one fact with others.
    pub fact: FactKey,
}

/// What moves by itself: one input, or all those of a name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FactKey {
    /// Inputs that move together under this name.
    Together(String),
    /// One input.
    Alone(InputId),
}

impl FactKey {
    /// The fact that an input belongs to.
    pub fn of(at: InputId, input: &dyn AnyInput) -> Self {
        match input.moves_with() {
            "" => Self::Alone(at),
            name => Self::Together(name.to_owned()),
        }
    }

    /// What readers know it by: the name that its inputs move with, else where it is typed and the field; among all
    /// partnerships with the one that it belongs to.
    pub fn label(&self, register: &Register, partnership: Option<Id>) -> String {
        match self {
            Self::Together(name) => display::capitalised(name),
            Self::Alone(at) if partnership.is_some() => input_name(register, *at),
            Self::Alone(at) => quantity_name(register, at.record, at.field),
        }
    }

    /// The stream that its chances come from: of its own name alone, so that other inputs leave it as it is.
    pub fn stream(&self, seed: u32) -> Stream {
        let seed = u64::from(seed);
        match self {
            Self::Alone(at) => Stream::new(seed, &at.to_string()),
            Self::Together(name) => Stream::new(seed, &format!("together/{name}")),
        }
    }
}

/// An input as it is varied, with what it may be; nothing for one without a range, or of which a range makes no sense.
pub fn ranged(at: InputId, input: &dyn AnyInput) -> Option<(Varied, Ranged)> {
    if why_no_range(at).is_some() {
        return None;
    }
    let distribution = distribution(input)?;
    let (low, high) = distribution.ends();
    let varied = at_its_central(at, input, Interval { low, high })?;
    let fact = FactKey::of(at, input);
    Some((varied, Ranged { distribution, fact }))
}

/// Whether any input of the register has a range.
pub fn is_any_ranged(register: &Register) -> bool {
    let mut is_any = false;
    register.each_input(&mut |at, input| is_any |= ranged(at, input).is_some());
    is_any
}

/// How many quantities have a range that cannot be drawn: upside down, around no most likely value, or of what takes none.
pub fn n_undrawn(holder: &dyn Inputs) -> usize {
    let mut n = 0_usize;
    holder.each_input(&mut |at, input| {
        let is_said = input.low().is_some() || input.high().is_some() || input.event().is_some();
        let is_point = input.decimal().is_some() && !input.is_ranged();
        if is_said && !is_point && ranged(at, input).is_none() {
            n = n.saturating_add(1);
        }
    });
    n
}

/// The draws of all ranged inputs.
#[derive(Debug)]
pub struct Draws {
    of_input: Vec<(Sampler, Stream)>,
}

impl Draws {
    /// Made ready from the ranges, in the order of the varied inputs.
    pub fn new(ranges: &[Ranged], seed: u32) -> Self {
        let of_input = ranges
            .iter()
            .map(|it| (Sampler::new(it.distribution), it.fact.stream(seed)));
        Self {
            of_input: of_input.collect(),
        }
    }
}

impl Cases for Draws {
    fn fill(&self, input: usize, lanes: Lanes<'_>, out: &mut [f64]) {
        let Some((sampler, stream)) = self.of_input.get(input) else {
            return;
        };
        match lanes {
            Lanes::From(first) => sampler.fill(stream, first, out),
            Lanes::These(draws) => sampler.fill_at(stream, draws, out),
        }
    }
}

/// Each fact at its low end and at its high end while the others stay central: two cases each, in order.
#[derive(Debug)]
pub struct Ends {
    of_input: Vec<OfInput>,
}

#[derive(Debug)]
struct OfInput {
    central: f64,
    fact: usize,
    ends: (f64, f64),
}

/// The facts behind the varied inputs, each with the places of its inputs.
pub fn facts(ranges: &[Ranged]) -> Vec<(FactKey, Vec<usize>)> {
    let mut found: BTreeMap<&FactKey, Vec<usize>> = BTreeMap::new();
    for (place, it) in ranges.iter().enumerate() {
        found.entry(&it.fact).or_default().push(place);
    }
    found
        .into_iter()
        .map(|(key, it)| (key.clone(), it))
        .collect()
}

impl Ends {
    /// Cases 2n and 2n + 1 are fact n at its low and at its high end.
    pub fn new(varied: &[Varied], ranges: &[Ranged], facts: &[(FactKey, Vec<usize>)]) -> Self {
        let mut fact_of = vec![usize::MAX; varied.len()];
        for (fact, (_, places)) in facts.iter().enumerate() {
            for place in places {
                if let Some(of) = fact_of.get_mut(*place) {
                    *of = fact;
                }
            }
        }
        let of_input = varied.iter().zip(ranges).zip(fact_of);
        let of_input = of_input.map(|((varied, range), fact)| OfInput {
            central: varied.central,
            fact,
            ends: range.distribution.ends(),
        });
        Self {
            of_input: of_input.collect(),
        }
    }
}

impl Cases for Ends {
    fn fill(&self, input: usize, lanes: Lanes<'_>, out: &mut [f64]) {
        let Some(it) = self.of_input.get(input) else {
            return;
        };
        let (low, high) = it.ends;
        each_lane(lanes, out, |lane| match usize::try_from(lane / 2) {
            Ok(fact) if fact == it.fact && lane % 2 == 0 => low,
            Ok(fact) if fact == it.fact => high,
            _ => it.central,
        });
    }
}

/// Fills each lane by its number.
pub fn each_lane(lanes: Lanes<'_>, out: &mut [f64], value: impl Fn(u32) -> f64) {
    match lanes {
        Lanes::From(first) => {
            for (lane, out) in (first..).zip(out) {
                *out = value(lane);
            }
        }
        Lanes::These(lanes) => {
            for (lane, out) in lanes.iter().zip(out) {
                *out = value(*lane);
            }
        }
    }
}
