//! The compiled program against the exact engine: the same figures at the centre, and in every draw.

#![expect(
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    reason = "draws are floating-point numbers"
)]

use fruitful::costing::basis::Basis;
use fruitful::findings::findings::{Findings, Question, appraise};
use fruitful::guidance::edition::{edition, newest};
use fruitful::model::inputs::AnyInput;
use fruitful::model::register::Register;
use fruitful::store::read::read;
use fruitful::uncertainty::evaluator::{Cases, Columns, Evaluator, Lanes, Varied, at_its_central};
use fruitful::uncertainty::interval::Interval;
use fruitful::uncertainty::output::{Output, Wanted};
use fruitful::units::id::{Id, InputId};
use fruitful::units::progress::Stop;
use fruitful::units::quantity::{Money, Number, Quantity};
use rayon::prelude::*;
use rust_decimal::prelude::ToPrimitive;

use crate::support::maker::{Maker, Quantities};

/// Each input between a low and a high, by a plain scrambling of its place and the lane.
struct Between {
    ends: Vec<(f64, f64)>,
}

impl Between {
    fn of(evaluator: &Evaluator) -> Self {
        let ends = evaluator.varied().iter();
        Self {
            ends: ends.map(|it| (it.ends.low, it.ends.high)).collect(),
        }
    }
}

impl Cases for Between {
    fn fill(&self, input: usize, lanes: Lanes<'_>, out: &mut [f64]) {
        let (low, high) = self.ends[input];
        for (n, out) in out.iter_mut().enumerate() {
            let lane = match lanes {
                Lanes::From(first) => u64::from(first) + n as u64,
                Lanes::These(lanes) => u64::from(lanes[n]),
            };
            let own = (input as u64 + 7).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            let mut bits = (lane + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ own;
            bits = (bits ^ (bits >> 31)).wrapping_mul(0x94D0_49BB_1331_11EB);
            let share = (bits >> 11) as f64 / (1_u64 << 53) as f64;
            *out = low + share * (high - low);
        }
    }
}

/// The figures of the exact engine by the name that the program knows them by.
fn exact(findings: &Findings, id: Id) -> Vec<(Output, Option<f64>)> {
    let it = findings.partnership(id).unwrap();
    let money = |amount: Money| amount.decimal().to_f64();
    let number = |number: Number| number.decimal().to_f64();
    let worth = &it.appraisal.worth;
    let score = it.achievement.shown_score();
    let mut all = vec![
        (
            Output::AnnualCost(Basis::Full),
            money(it.annual_cost.full.amount),
        ),
        (
            Output::AnnualCost(Basis::Exhibit2),
            money(it.annual_cost.exhibit2.amount),
        ),
        (Output::Score, score.and_then(number)),
        (Output::CostPerPoint, it.cost_per_point.full.and_then(money)),
        (Output::Pvc, money(worth.pvc.amount)),
        (Output::Pvb, money(worth.pvb.amount)),
        (Output::Npsv, money(worth.npsv)),
        (Output::Bcr, worth.bcr.and_then(number)),
    ];
    for (t, year) in (0..).zip(&it.appraisal.years) {
        all.push((Output::Cumulative(t), money(year.cumulative)));
    }
    for option in &it.appraisal.options {
        all.push((Output::OptionNpsv(option.id), money(option.worth.npsv)));
        all.push((
            Output::OptionIncremental(option.id),
            money(option.incremental_npsv),
        ));
    }
    all
}

/// How large the sums are that a figure is made from: a net of two large sums cannot be nearer than they are.
fn size(findings: &Findings, id: Id) -> f64 {
    let it = findings.partnership(id).unwrap();
    let worth = &it.appraisal.worth;
    let parts = it.appraisal.benefits.iter().filter_map(|it| it.value);
    let sums = [
        worth.pvc.amount,
        worth.pvb.amount,
        it.annual_cost.full.amount,
    ];
    let largest = sums
        .into_iter()
        .chain(parts)
        .map(|it| it.decimal().abs())
        .max();
    largest.unwrap().to_f64().unwrap()
}

/// Whether every figure of a lane is that of the findings, to `relative` of the sums it is made from and the `rounding`
/// of the exact engine's amounts, ten decimals each.
fn agree(
    findings: &Findings,
    id: Id,
    columns: &Columns,
    lane: usize,
    (relative, rounding): (f64, f64),
) -> Result<(), String> {
    let size = size(findings, id);
    for (output, value) in exact(findings, id) {
        let found = columns.of(output).map_or(f64::NAN, |it| it[lane]);
        let is_same = match value {
            None => found.is_nan(),
            Some(value) => (found - value).abs() <= relative * value.abs().max(size) + rounding,
        };
        if !is_same {
            return Err(format!(
                "{id} {output:?}: {found} and not {value:?}, of {size}"
            ));
        }
    }
    Ok(())
}

fn question(register: &Register) -> Question {
    Question {
        year: register.settings.base_year,
    }
}

fn evaluator(
    register: &Register,
    id: Id,
    ends: impl Fn(&dyn AnyInput) -> Option<(f64, f64)>,
) -> Evaluator {
    let varied = |at: InputId, input: &dyn AnyInput| -> Option<Varied> {
        let (low, high) = ends(input)?;
        at_its_central(at, input, Interval { low, high })
    };
    let guidance = edition(&register.settings.guidance).unwrap_or(newest());
    Evaluator::new(
        register,
        guidance,
        question(register),
        id,
        Wanted::AllAndYears,
        varied,
    )
    .unwrap()
}

fn central(input: &dyn AnyInput) -> Option<(f64, f64)> {
    let value = input.decimal()?.to_f64()?;
    Some((value, value))
}

/// With every input a variable of the program, at its central value.
fn the_centre_is_exact(register: &Register) -> Result<(), String> {
    let guidance = edition(&register.settings.guidance).unwrap_or(newest());
    let findings = appraise(register, guidance, question(register));
    for it in &register.partnerships {
        let mut evaluator = evaluator(register, it.id, central);
        let cases = Between::of(&evaluator);
        let columns = evaluator.columns(1, &cases, &Stop::default()).unwrap();
        assert_eq!(columns.n_left_out, 0);
        agree(&findings, it.id, &columns, 0, (1e-12, 0.005))?;
    }
    Ok(())
}

#[test]
fn the_central_case_is_that_of_the_exact_engine_on_every_sample() {
    for name in ["small", "arrangements", "borough", "county"] {
        let path = format!("{}/sample_data/{name}.ron", env!("CARGO_MANIFEST_DIR"));
        let register = read(path.as_ref()).unwrap().register;
        the_centre_is_exact(&register).unwrap_or_else(|why| panic!("{name}: {why}"));
    }
}

#[test]
fn the_central_case_is_that_of_the_exact_engine_on_two_thousand_registers() {
    (0..2_000_u64).into_par_iter().for_each(|seed| {
        let register = Maker::new(seed, Quantities::Usual).register(2);
        the_centre_is_exact(&register).unwrap_or_else(|why| panic!("register {seed}: {why}"));
    });
}

/// A fifth to either side of every input, lives, lags and the horizon among them.
fn a_fifth(input: &dyn AnyInput) -> Option<(f64, f64)> {
    let value = input.decimal()?.to_f64()?;
    let width = value.abs() * 0.2;
    Some((value - width, value + width))
}

fn every_draw_is_exact(register: &Register, n: u32) -> Result<(), String> {
    let guidance = edition(&register.settings.guidance).unwrap_or(newest());
    for it in &register.partnerships {
        let mut evaluator = evaluator(register, it.id, a_fifth);
        let cases = Between::of(&evaluator);
        let columns = evaluator.columns(n, &cases, &Stop::default()).unwrap();
        assert_eq!(columns.n_left_out, 0);
        for lane in 0..n {
            let drawn = evaluator.case(&cases, lane);
            let findings = appraise(&drawn, guidance, question(&drawn));
            agree(&findings, it.id, &columns, lane as usize, (1e-9, 1e-7))
                .map_err(|why| format!("draw {lane}: {why}"))?;
        }
    }
    Ok(())
}

#[test]
fn every_draw_of_a_small_register_is_that_of_the_exact_engine() {
    for (name, n) in [("small", 200), ("arrangements", 20)] {
        let path = format!("{}/sample_data/{name}.ron", env!("CARGO_MANIFEST_DIR"));
        let register = read(path.as_ref()).unwrap().register;
        every_draw_is_exact(&register, n).unwrap_or_else(|why| panic!("{name}: {why}"));
    }
    (0..100_u64).into_par_iter().for_each(|seed| {
        let register = Maker::new(seed, Quantities::Usual).register(2);
        every_draw_is_exact(&register, 10).unwrap_or_else(|why| panic!("register {seed}: {why}"));
    });
}
