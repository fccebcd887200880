//! Queries on how far off figures may be: ranges, scenarios, and how a simulation is drawn.

use std::collections::{BTreeMap, BTreeSet};

use crate::guidance::conventions::{LEAST_DRAWS, MOST_DRAWS};
use crate::model::check::Queries;
use crate::model::inputs::Inputs;
use crate::model::no_range::{check_entry, why_no_range};
use crate::model::register::Register;
use crate::model::scenario::{Override, Scenario};
use crate::units::display;
use crate::units::id::{Id, Kind};
use crate::units::input::Input;
use crate::units::parse::Typed;

/// What is odd about the register's scenarios, and about the settings of its simulation.
pub(super) fn doubt(register: &Register, queries: &mut Queries) {
    draws(register, queries);
    counted_twice(register, queries);
    for scenario in register.scenarios.iter() {
        queries.name(scenario.id, &scenario.name, "scenario");
        blanks(scenario, queries);
    }
    targets(register, queries);
}

/// Says which number of draws is taken in place of one that cannot be.
fn draws(register: &Register, queries: &mut Queries) {
    let settings = &register.settings;
    let Some(typed) = settings.draws else { return };
    let taken = settings.draws_taken();
    if taken == typed {
        return;
    }
    let count = |n: u32| display::count_figure(usize::try_from(n).unwrap_or(usize::MAX));
    let why = match typed {
        0 => "No draws say nothing",
        1..MOST_DRAWS => "So few draws say too little",
        _ => "So many draws are not taken",
    };
    let message = format!("{why}; {} are used", count(taken));
    let (least, most) = (count(LEAST_DRAWS), count(MOST_DRAWS));
    let hint = format!("Type {least} to {most}, or leave it blank");
    queries.warn(Id::SETTINGS, Some("draws"), &message, &hint);
}

/// The published corrections stand for the doubt that a range says too.
fn counted_twice(register: &Register, queries: &mut Queries) {
    if !register.settings.has_optimism_bias {
        return;
    }
    let has_range = register.partnerships.iter().any(|it| {
        let mut found = false;
        it.each_input(&mut |at, input| found |= is_corrected(at.record) && input.is_ranged());
        found
    });
    if has_range {
        let message =
            "Optimism is corrected for and ranges are entered: doubt may be counted twice";
        let hint =
            "Use one of the two: ranges that allow for optimism, or the correction and no range";
        queries.warn(Id::SETTINGS, Some("has_optimism_bias"), message, hint);
    }
}

/// Whether the correction for optimism takes in a record: what costs and what brings, not scores, parts or risks.
const fn is_corrected(record: Id) -> bool {
    !matches!(
        record.kind(),
        Kind::Partnership
            | Kind::Share
            | Kind::Indicator
            | Kind::Reading
            | Kind::Judgement
            | Kind::Risk
            | Kind::AppraisalOption
            | Kind::OptionLine
    )
}

fn blanks(scenario: &Scenario, queries: &mut Queries) {
    let mut seen = BTreeSet::new();
    for it in &scenario.overrides {
        let Some(record) = it.record else {
            let message = "No quantity is chosen, so this changes nothing";
            let hint = "Choose what the scenario takes otherwise, or delete the row";
            queries.warn(it.id, Some("record"), message, hint);
            continue;
        };
        if it.value.trim().is_empty() {
            let message = "No value is typed, so the quantity stays as it is";
            let hint = "Type what the scenario takes it as, or delete the row";
            queries.warn(it.id, Some("value"), message, hint);
        }
        if !seen.insert((record, it.field.as_str())) {
            let message = "This quantity is taken twice in one scenario; the last counts";
            queries.warn(it.id, Some("record"), message, "Delete one of the rows");
        }
    }
}

/// Looks every override up in one pass over the register: there may be many of both.
fn targets(register: &Register, queries: &mut Queries) {
    let overrides = register.scenarios.iter().flat_map(|it| &it.overrides);
    let mut wanted: BTreeMap<(Id, &str), Vec<&Override>> = BTreeMap::new();
    for it in overrides {
        if let Some(record) = it.record {
            let all = wanted.entry((record, it.field.as_str())).or_default();
            all.push(it);
        }
    }
    if wanted.is_empty() {
        return;
    }
    let mut odd = Vec::new();
    register.each_input(&mut |at, input| {
        for it in wanted.remove(&(at.record, at.field)).unwrap_or_default() {
            if let Err(why) = check_entry(at, input, &it.value) {
                odd.push((it.id, why));
            }
        }
    });
    for it in wanted.values().flatten() {
        queries.nowhere(it.id, "record", "quantity");
    }
    for (id, why) in odd {
        let message = format!("The value is not understood, so the quantity stays as it is: {why}");
        queries.error(
            id,
            "value",
            &message,
            "Type it as you would in its own cell",
        );
    }
}

impl Queries {
    /// A figure outside its own range, a range that is upside down, one of what is not known, or one that does nothing.
    pub(super) fn ranges(&mut self, of: &dyn Inputs) {
        let mut odd = Vec::new();
        of.each_input(&mut |at, input| {
            let (low, high) = (input.low(), input.high());
            if low.is_none() && high.is_none() && input.event().is_none() {
                return;
            }
            let is_upside_down = low.zip(high).is_some_and(|(low, high)| low > high);
            let lies_outside =
                |value| low.is_some_and(|low| value < low) || high.is_some_and(|high| value > high);
            let hint = "Correct the figure, or its lowest and highest beside its evidence (F4)";
            if let Some(why) = why_no_range(at) {
                let message = format!("A range makes no sense here. {why}");
                odd.push((at, message, "Take the range away beside the evidence (F4)"));
            } else if input.event().is_some() && (low.is_some() || high.is_some()) {
                let message = "It happens or not, so its lowest and highest do nothing";
                odd.push((at, message.to_owned(), "Type it again, as 30% of 12,000"));
            } else if is_upside_down {
                odd.push((at, "The lowest is above the highest".to_owned(), hint));
            } else if input.decimal().is_none() {
                let name = display::field_name(at.field);
                let message =
                    format!("{name} has a range but no most likely value: it is not drawn");
                odd.push((at, message, "Type the most likely, or take the range away"));
            } else if input.decimal().is_some_and(lies_outside) {
                let message = "This lies outside the range that is given for it";
                odd.push((at, message.to_owned(), hint));
            }
        });
        for (at, message, hint) in odd {
            self.warn(at.record, Some(at.field), &message, hint);
        }
    }

    /// A range that goes where the quantity itself may not, or an event that does where it happens.
    pub(super) fn ends<Q: Typed>(
        &mut self,
        (record, field): (Id, &'static str),
        input: &Input<Q>,
        is_odd: impl Fn(Q) -> bool,
        goes: &str,
    ) {
        let name = display::field_name(field);
        if [input.low(), input.high()]
            .into_iter()
            .flatten()
            .any(&is_odd)
        {
            let message = format!("The range of {name} goes {goes}");
            let hint = "Correct its lowest and highest beside its evidence (F4)";
            self.warn(record, Some(field), &message, hint);
        } else if input.event().is_some_and(|(amount, _)| is_odd(amount)) {
            let message = format!("{name} goes {goes} if it happens");
            let hint = "Correct what it comes to if it happens";
            self.warn(record, Some(field), &message, hint);
        }
    }
}
