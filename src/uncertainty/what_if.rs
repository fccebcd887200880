//! What if: scenarios, discount rates and pairs of inputs, each worked out whole and put side by side.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::findings::findings::{Findings, Question, appraise};
use crate::guidance::edition::Guidance;
use crate::model::inputs::{AnyInput, input_at};
use crate::model::register::Register;
use crate::uncertainty::evaluator::{Cases, Evaluator, Lanes, at_its_central};
use crate::uncertainty::interval::Interval;
use crate::uncertainty::output::{Output, Wanted};
use crate::uncertainty::ranges::each_lane;
use crate::uncertainty::tape::float;
use crate::units::id::{Id, InputId};
use crate::units::input::Input;
use crate::units::progress::Stop;
use crate::units::quantity::{Quantity, Rate, Unit};

/// The discount rates that a result is tested with, in thousandths.
///
/// 3.5 % is the standard rate of the Green Book's first thirty years, 1.5 % that of health, 3.0 % that of years 31 to 75;
/// 0 and 6 % stand to either side. Source: the method note, section 10.
pub const TEST_RATES: [i64; 5] = [0, 15, 30, 35, 60];

/// One way that things might be, worked out by the exact engine.
#[derive(Clone, Debug)]
pub struct Case {
    /// What it is called.
    pub name: CaseName,
    /// Everything that the engine says of it.
    pub findings: Findings,
}

/// What a case is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CaseName {
    /// The register as it is.
    AsItIs,
    /// A scenario.
    Scenario(Id),
    /// One discount rate for every year.
    Rate(Rate),
}

/// The register as it is, then each scenario. Nothing where somebody asked to stop.
pub fn scenarios(
    register: &Register,
    guidance: &'static Guidance,
    question: Question,
    stop: &Stop,
) -> Option<Vec<Case>> {
    let as_it_is = [(CaseName::AsItIs, register.clone())];
    let scenarios = register.scenarios.iter();
    let scenarios = scenarios.map(|it| (CaseName::Scenario(it.id), it.applied(register)));
    appraised(
        as_it_is.into_iter().chain(scenarios),
        guidance,
        question,
        stop,
    )
}

/// The register as it is, then at each test rate. Nothing where somebody asked to stop.
pub fn discount_tests(
    register: &Register,
    guidance: &'static Guidance,
    question: Question,
    stop: &Stop,
) -> Option<Vec<Case>> {
    let as_it_is = [(CaseName::AsItIs, register.clone())];
    let tests = TEST_RATES.into_iter().map(|thousandths| {
        let rate = Rate::new(Decimal::new(thousandths, 3));
        let mut tested = register.clone();
        Arc::make_mut(&mut tested.settings).discount_rate = Input::known(rate);
        (CaseName::Rate(rate), tested)
    });
    appraised(as_it_is.into_iter().chain(tests), guidance, question, stop)
}

fn appraised(
    cases: impl Iterator<Item = (CaseName, Register)>,
    guidance: &'static Guidance,
    question: Question,
    stop: &Stop,
) -> Option<Vec<Case>> {
    let mut found = Vec::new();
    for (name, register) in cases {
        if stop.is_asked() {
            return None;
        }
        let findings = appraise(&register, guidance, question);
        found.push(Case { name, findings });
    }
    Some(found)
}

/// Rows and columns of a two-way grid.
pub const GRID: u32 = 5;

/// A figure of a partnership for several values of two inputs.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// The figure.
    pub output: Output,
    /// The values of the first input, one a row.
    pub rows: Vec<f64>,
    /// The values of the second input, one a column.
    pub columns: Vec<f64>,
    /// The figure in each row and column; NaN where there is none.
    pub cells: Vec<Vec<f64>>,
}

/// A partnership's figure over five values of each of two inputs: between the ends of their ranges, else a half to either
/// side. Nothing where either is not known or the register has no such partnership, or somebody asked to stop.
pub fn grid(
    register: &Register,
    guidance: &'static Guidance,
    question: Question,
    (partnership, output): (Id, Output),
    (first, second): (InputId, InputId),
    stop: &Stop,
) -> Option<Grid> {
    let rows = values(input_at(register, first)?)?;
    let columns = values(input_at(register, second)?)?;
    let wanted = match output {
        Output::Npsv => Wanted::Npsv,
        _ => Wanted::Measures,
    };
    let mut evaluator = Evaluator::new(
        register,
        guidance,
        question,
        partnership,
        wanted,
        |at, input| {
            let is_one = at == first || at == second;
            at_its_central(at, input, Interval::ALL).filter(|_| is_one)
        },
    )?;
    let is_first = evaluator.varied().iter().map(|it| it.at == first).collect();
    let cases = Pairs {
        is_first,
        rows: &rows,
        columns: &columns,
    };
    let n = GRID.checked_mul(GRID)?;
    let found = evaluator.columns(n, &cases, stop)?;
    let found = found.of(output)?;
    let width = usize::try_from(GRID).ok()?;
    Some(Grid {
        output,
        cells: found.chunks(width).map(<[f64]>::to_vec).collect(),
        rows,
        columns,
    })
}

/// Row by row, each column.
struct Pairs<'v> {
    is_first: Vec<bool>,
    rows: &'v [f64],
    columns: &'v [f64],
}

impl Cases for Pairs<'_> {
    fn fill(&self, input: usize, lanes: Lanes<'_>, out: &mut [f64]) {
        let is_first = self.is_first.get(input).copied().unwrap_or_default();
        each_lane(lanes, out, |lane| {
            let (values, at) = if is_first {
                (self.rows, lane / GRID)
            } else {
                (self.columns, lane % GRID)
            };
            let value = usize::try_from(at).ok().and_then(|at| values.get(at));
            value.copied().unwrap_or(f64::NAN)
        });
    }
}

/// Five values of an input, ascending; nothing for one that is not known.
fn values(input: &dyn AnyInput) -> Option<Vec<f64>> {
    let central = float(input.decimal()?);
    let is_share = input.unit() == Unit::Rate && (0.0..=1.0).contains(&central);
    let (low, high) = match (input.event(), input.low(), input.high()) {
        (Some((amount, _)), ..) => (0.0, float(amount)),
        (_, Some(low), Some(high)) => (float(low), float(high)),
        _ if central == 0.0 && is_share => (0.0, 1.0),
        _ if central == 0.0 => (0.0, 10.0),
        _ => (central * 0.5, central * 1.5),
    };
    let (low, high) = (low.min(high), low.max(high));
    let high = if is_share { high.min(1.0) } else { high };
    // Today's value stands in the middle, wherever it lies between the two.
    let today = central.max(low).min(high);
    Some(vec![
        low,
        low + (today - low) * 0.5,
        today,
        today + (high - today) * 0.5,
        high,
    ])
}
