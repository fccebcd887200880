//! How far a cost may lie from its central figure, in words: the range, and the facts that would narrow it.

use std::cmp::Reverse;

use crate::costing::basis::Basis;
use crate::costing::schedule::Total;
use crate::findings::doubt::{Doubt, Fact};
use crate::model::estimate::SOURCE;
use crate::model::inputs::{AnyInput, input_at};
use crate::model::record_name::line_name;
use crate::model::register::Register;
use crate::units::display;
use crate::units::id::{InputId, Kind};
use crate::units::quantity::Money;

/// How many facts are named as those that would narrow it most.
pub const N_FACTS: usize = 3;

/// `£38,400 a year, between £21,400 and £61,300`.
pub fn headline(cost: Total, doubt: Option<&Doubt>, basis: Basis) -> String {
    let figure = central(cost);
    match doubt.and_then(|doubt| range(cost, doubt, basis)) {
        Some(range) => format!("{figure} a year, {range}"),
        None => format!("{figure} a year"),
    }
}

/// The central figure as far as it is worth saying: `£38,400`, `at least £38,400`.
pub fn central(cost: Total) -> String {
    let figure = display::money_rough(cost.amount);
    if cost.is_at_least {
        display::at_least(&figure)
    } else {
        figure
    }
}

/// `between £21,400 and £61,300`; nothing where nothing in doubt moves the cost on this basis.
///
/// Of a cost that leaves something out it is said of the part that is known: the whole has no upper end.
pub fn range(cost: Total, doubt: &Doubt, basis: Basis) -> Option<String> {
    let (low, high) = (*doubt.low.get(basis), *doubt.high.get(basis));
    let of = if cost.is_at_least { "known part " } else { "" };
    (low < high).then(|| {
        let (low, high) = (display::money_rough(low), display::money_rough(high));
        format!("{of}between {low} and {high}")
    })
}

/// The facts that move the cost on a basis, the widest first.
pub fn widest(doubt: &Doubt, basis: Basis) -> Vec<&Fact> {
    let mut facts: Vec<&Fact> = doubt.facts.iter().collect();
    facts.retain(|it| it.swing(basis) > Money::ZERO);
    // The order at full cost stands where two swings are the same.
    facts.sort_by_key(|it| Reverse(it.swing(basis)));
    facts
}

/// The least and the most that a fact makes of the cost: `£24,000 – £47,000`.
pub fn fact_range(fact: &Fact, basis: Basis) -> String {
    let (least, most) = fact_ends(fact, basis);
    format!(
        "{} – {}",
        display::money_rough(least),
        display::money_rough(most)
    )
}

/// The least and the most that a fact makes of the cost. More of something may cost less.
pub fn fact_ends(fact: &Fact, basis: Basis) -> (Money, Money) {
    let (low, high) = (*fact.at_low.get(basis), *fact.at_high.get(basis));
    (low.min(high), low.max(high))
}

/// What a fact is called: the question of a first estimate, else the field and where it is typed.
pub fn fact_name(register: &Register, fact: &Fact) -> String {
    let Some(first) = fact.inputs.first() else {
        return String::new();
    };
    let place = || line_name(register, first.record);
    fact_name_in(&fact.inputs, input_at(register, *first), place)
}

/// As `fact_name`, for who has the first input at hand, and the name of the record that it is typed in.
pub fn fact_name_in(
    inputs: &[InputId],
    first: Option<&dyn AnyInput>,
    place: impl FnOnce() -> String,
) -> String {
    let Some(at) = inputs.first() else {
        return String::new();
    };
    let source = first.and_then(AnyInput::evidence);
    let source = source.map(|it| it.source.trim()).unwrap_or_default();
    if let Some(question) = source
        .strip_prefix(SOURCE)
        .and_then(|it| it.strip_prefix(": "))
    {
        return display::capitalised(question);
    }
    let name = field_of(*at, place);
    let others = inputs.len().saturating_sub(1);
    if others == 0 {
        name
    } else {
        let others = display::count(others, "other", "others");
        format!("{name} and {others}")
    }
}

/// The field and the record that it is typed in: `Length of Board`.
pub fn field_of(at: InputId, place: impl FnOnce() -> String) -> String {
    let place = match at.record.kind() {
        Kind::Settings => "the register".to_owned(),
        _ => place(),
    };
    format!("{} of {place}", display::field_name(at.field))
}
