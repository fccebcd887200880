//! How far the annual cost of a partnership may lie from its central figure: each fact with a range varied by itself.

use std::collections::BTreeMap;

use crate::costing::basis::{Basis, ByBasis};
use crate::costing::context::Context;
use crate::findings::findings::Question;
use crate::findings::partnership::annual_cost;
use crate::guidance::edition::Guidance;
use crate::model::inputs::{AnyInput, Inputs};
use crate::model::register::Register;
use crate::units::id::{Id, InputId};
use crate::units::quantity::Money;
use crate::units::trace::Plain;

/// The annual cost between a low and a high.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// With every fact at its most likely.
    pub central: ByBasis<Money>,
    /// The least that any one fact, varied by itself, makes it.
    pub low: ByBasis<Money>,
    /// The most that any one fact, varied by itself, makes it.
    pub high: ByBasis<Money>,
    /// The facts that move it, the widest swing at full cost first.
    pub facts: Vec<Fact>,
}

/// A fact with a range, and what it does to the annual cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Where it is typed; one fact may stand in several places, such as the preparation of every attendee.
    pub inputs: Vec<InputId>,
    /// The annual cost with it at its least.
    pub at_low: ByBasis<Money>,
    /// The annual cost with it at its most.
    pub at_high: ByBasis<Money>,
}

impl Fact {
    /// How far it moves the annual cost from end to end.
    pub fn swing(&self, basis: Basis) -> Money {
        let (low, high) = (*self.at_low.get(basis), *self.at_high.get(basis));
        low.max(high) - low.min(high)
    }
}

/// What makes quantities one fact: the name that they move with, else the quantity itself.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Together(String),
    Alone(InputId),
}

/// The low, the high and the facts behind them. Nothing where the register has no such partnership, or nothing in it has
/// a range.
///
/// Each fact is set to its least and to its most while the others stay at their most likely; the low and the high are the
/// least and the most of these, so doubts do not add up. Source: the method note, section 10.
pub fn doubt(
    register: &Register,
    guidance: &'static Guidance,
    question: Question,
    partnership: Id,
) -> Option<Doubt> {
    let mut alone = register.clone();
    alone.partnerships.retain(|it| it.id == partnership);
    if alone.partnerships.is_empty() {
        return None;
    }
    let mut facts: BTreeMap<Key, Vec<InputId>> = BTreeMap::new();
    alone.each_input(&mut |id, input| {
        if let Some(key) = key(id, input) {
            facts.entry(key).or_default().push(id);
        }
    });
    let cost = |register: &Register| {
        let context = Context::new(&Plain, register, guidance, question.year);
        let found = annual_cost(&context, register.partnerships.first()?);
        Some(ByBasis::of(|basis| found.get(basis).amount))
    };
    let central = cost(&alone)?;
    let mut facts: Vec<Fact> = facts
        .into_values()
        .filter_map(|inputs| {
            let at = |take: fn(&mut dyn AnyInput) -> bool| {
                let mut varied = alone.clone();
                varied.each_input_mut(&mut |id, input| {
                    if inputs.contains(&id) {
                        take(input);
                    }
                });
                cost(&varied)
            };
            Some(Fact {
                at_low: at(|input| input.take_low())?,
                at_high: at(|input| input.take_high())?,
                inputs,
            })
        })
        .filter(|fact| {
            Basis::ALL
                .into_iter()
                .any(|it| fact.swing(it) != Money::ZERO)
        })
        .collect();
    if facts.is_empty() {
        return None;
    }
    facts.sort_by(|a, b| {
        let by_swing = b.swing(Basis::Full).cmp(&a.swing(Basis::Full));
        by_swing.then_with(|| a.inputs.cmp(&b.inputs))
    });
    let ends = |basis: Basis| {
        let all = facts.iter();
        all.flat_map(move |it| [*it.at_low.get(basis), *it.at_high.get(basis)])
            .collect::<Vec<_>>()
    };
    let low = ByBasis::of(|basis| {
        let least = ends(basis).into_iter().min();
        least.unwrap_or_default().min(*central.get(basis))
    });
    let high = ByBasis::of(|basis| {
        let most = ends(basis).into_iter().max();
        most.unwrap_or_default().max(*central.get(basis))
    });
    Some(Doubt {
        central,
        low,
        high,
        facts,
    })
}

/// Nothing for a quantity without a range.
fn key(id: InputId, input: &dyn AnyInput) -> Option<Key> {
    if input.low().is_none() && input.high().is_none() && input.event().is_none() {
        return None;
    }
    Some(match input.moves_with() {
        "" => Key::Alone(id),
        name => Key::Together(name.to_owned()),
    })
}
