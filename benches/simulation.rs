//! Draws of a simulation: 200 PERT inputs drawn 10,000 times and added up, on one thread and on two.
//!
//! `cargo bench --no-default-features --bench simulation` here, and `python3 benches/numpy_pert.py` for the same work
//! by numpy (`apt-get install python3-numpy`); compare the medians.
#![expect(clippy::float_arithmetic, reason = "draws are added up")]
#![expect(clippy::arithmetic_side_effects, reason = "a benchmark may panic")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use divan::{Bencher, black_box};
use fruitful::findings::findings::Question;
use fruitful::findings::levers::saving;
use fruitful::guidance::edition::newest;
use fruitful::model::direct_cost::CashLine;
use fruitful::model::inputs::{AnyInput, Inputs};
use fruitful::model::levers::Levers;
use fruitful::model::purpose::Purpose;
use fruitful::model::register::Register;
use fruitful::uncertainty::distribution::Distribution;
use fruitful::uncertainty::evaluator::Evaluator;
use fruitful::uncertainty::levers::{DRAWS, DrawnCosts};
use fruitful::uncertainty::output::Wanted;
use fruitful::uncertainty::ranges::{Draws, ranged};
use fruitful::uncertainty::rank::rank_correlation;
use fruitful::uncertainty::sampler::Sampler;
use fruitful::uncertainty::sensitivity::sensitivity;
use fruitful::uncertainty::simulation::{Plan, Simulation, simulate, simulate_partnership};
use fruitful::uncertainty::statistics::Summary;
use fruitful::uncertainty::stream::Stream;
use fruitful::units::id::{Id, Kind};
use fruitful::units::input::Input;
use fruitful::units::progress::{Progress, Stop};
use fruitful::units::quantity::{Money, Quantity, Rate, Unit};
use fruitful::units::year::FinancialYear;
use rayon::prelude::*;
use rust_decimal::Decimal;

use crate::support::{county_path, opened};

const N_INPUTS: u32 = 200;
const N_DRAWS: usize = 10_000;

/// Draws that are worked on together, so that they stay in the nearest memory; numbered on from one block to the next.
const BLOCK: usize = 1000;

fn main() {
    divan::main();
}

/// The ranges of `numpy_pert.py`: from 1 to 3, the most likely value a little further along in each.
fn inputs() -> Vec<(Stream, Distribution)> {
    let inputs = (0..N_INPUTS).map(|at| {
        let likely = 1.0 + 2.0 * (f64::from(at) + 0.5) / f64::from(N_INPUTS);
        let (low, high) = (1.0, 3.0);
        let stream = Stream::new(2026, &format!("x{at}/cost"));
        (stream, Distribution::Pert { low, likely, high })
    });
    inputs.collect()
}

/// Tables made, every input drawn and added up, in so many threads.
#[divan::bench(args = [1, 2], min_time = 1)]
fn sample_200_pert_inputs(bencher: Bencher, n_threads: usize) {
    let inputs = inputs();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(n_threads);
    let pool = pool.build().expect("threads can be made");
    let mut sums = vec![0.0; N_DRAWS];
    bencher.bench_local(|| pool.install(|| sum(black_box(&inputs), &mut sums)));
    // Each mean is (1 + 4m + 3) ÷ 6, and the most likely values are 2 on average.
    let sum: f64 = sums.iter().sum();
    let expected = 2.0 * 10_000.0 * f64::from(N_INPUTS);
    assert!((sum - expected).abs() < 0.0005 * expected, "{sum}");
}

/// Each thread takes a part of the draws and makes each table anew: that is quicker than to fetch it from afar.
fn sum(inputs: &[(Stream, Distribution)], sums: &mut [f64]) {
    let part = N_DRAWS.div_ceil(rayon::current_num_threads());
    let parts = sums.par_chunks_mut(part).enumerate();
    parts.for_each(|(at, sums)| {
        sums.fill(0.0);
        let mut drawn = [0.0; BLOCK];
        for (stream, distribution) in inputs {
            let sampler = Sampler::new(*distribution);
            for (block, sums) in sums.chunks_mut(BLOCK).enumerate() {
                let first = at
                    .saturating_mul(part)
                    .saturating_add(block.saturating_mul(BLOCK));
                let first = u32::try_from(first).expect("there are not so many");
                sampler.fill(stream, first, &mut drawn);
                for (sum, drawn) in sums.iter_mut().zip(&drawn) {
                    *sum += drawn;
                }
            }
        }
    });
}

/// A figure's draws in short.
#[divan::bench(min_time = 1)]
fn summary_of_10_000_draws(bencher: Bencher) {
    let draws = draws(0);
    bencher.bench(|| Summary::of(black_box(&draws)));
}

/// How far a figure goes with one input.
#[divan::bench(min_time = 1)]
fn rank_correlation_of_10_000_draws(bencher: Bencher) {
    let (a, b) = (draws(0), draws(1));
    bencher.bench(|| rank_correlation(black_box(&a), black_box(&b)));
}

fn draws(input: usize) -> Vec<f64> {
    let mut draws = vec![0.0; N_DRAWS];
    let inputs = inputs();
    let (stream, distribution) = inputs.get(input).expect("there are 200");
    Sampler::new(*distribution).fill(stream, 0, &mut draws);
    draws
}

/// A register whose only partnership has 200 cash lines, each between £1,000 and £3,000.
fn two_hundred_lines() -> Register {
    let mut register = Register::new(FinancialYear::starting(2026));
    register.add_partnership();
    let ids: Vec<Id> = (0..N_INPUTS)
        .map(|_| register.new_id(Kind::CashLine))
        .collect();
    let partnership = Arc::make_mut(register.partnerships.first_mut().expect("it was added"));
    for (at, id) in ids.into_iter().enumerate() {
        let mut line = CashLine::new(id);
        line.purpose = Some(Purpose::Running);
        let likely = Decimal::from(1_000 + 10 * at + 5);
        line.amount = Input::known(Money::new(likely));
        line.amount
            .set_range(Some(Money::from(1_000)), Some(Money::from(3_000)));
        partnership.cash_lines.push(line);
    }
    register
}

/// The same sampling and sums through the whole engine: the annual cost and the present values of a register of 200
/// ranged lines, its program compiled before.
#[divan::bench(args = [1, 2], min_time = 1)]
fn draw_a_register_of_200_inputs(bencher: Bencher, n_threads: usize) {
    let register = two_hundred_lines();
    let id = register.partnerships.first().expect("it was added").id;
    let question = Question {
        year: register.settings.base_year,
    };
    let varied = |at, input: &dyn AnyInput| Some(ranged(at, input)?.0);
    let mut evaluator = Evaluator::new(&register, newest(), question, id, Wanted::Measures, varied)
        .expect("the partnership is there");
    let ranges = evaluator.inputs(|at, input| Some(ranged(at, input)?.1));
    assert_eq!(ranges.len(), 200);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(n_threads);
    let pool = pool.build().expect("threads can be made");
    bencher.bench_local(|| {
        pool.install(|| evaluator.columns(10_000, &Draws::new(&ranges, 1), &Stop::default()))
    });
}

/// A fifth to either side of every known quantity.
fn everything_ranged(mut register: Register) -> Register {
    register.each_input_mut(&mut |at, input| {
        if at.field == "horizon" {
            // Two horizons are two questions: its range would not be taken.
            return;
        }
        let value = input.decimal().unwrap_or_default();
        let width = (value * Decimal::new(2, 1)).abs();
        let percent = if input.unit() == Unit::Rate { "%" } else { "" };
        let times = if percent.is_empty() { 1 } else { 100 };
        let text = |it: Decimal| {
            format!(
                "{}{percent}",
                (it * Decimal::from(times)).round_dp(6).normalize()
            )
        };
        let _taken = input.enter(&format!(
            "{}..{}..{}",
            text(value - width),
            text(value),
            text(value + width)
        ));
    });
    register
}

fn simulated(register: &Register, draws: u32) -> Simulation {
    let question = Question {
        year: register.settings.base_year,
    };
    let (progress, stop) = (Progress::default(), Stop::default());
    let plan = Plan { draws, seed: 1 };
    simulate(register, newest(), question, plan, &progress, &stop).expect("nobody stops it")
}

/// All of the county of 60 partnerships with every quantity ranged: compiling, drawing, percentiles and rank correlations.
#[divan::bench(args = [10_000, 20_000, 40_000, 80_000], sample_count = 5, sample_size = 1)]
fn simulate_the_county_by_draws(bencher: Bencher, draws: u32) {
    let register = everything_ranged(opened(&county_path()));
    bencher.bench(|| simulated(black_box(&register), draws));
}

/// The same for one, two, four and eight counties of inputs.
#[divan::bench(args = [1, 2, 4, 8], sample_count = 5, sample_size = 1)]
fn simulate_the_county_by_inputs(bencher: Bencher, counties: usize) {
    let register = everything_ranged(opened(&county_path()));
    let mut several = register.clone();
    for _ in 1..counties {
        several
            .partnerships
            .extend(register.partnerships.iter().cloned());
    }
    bencher.bench(|| simulated(black_box(&several), 10_000));
}

/// What one edit of the county asks again of the page: everything of one partnership, and its tornadoes.
#[divan::bench(min_time = 1)]
fn one_partnership_of_the_county(bencher: Bencher) {
    let register = everything_ranged(opened(&county_path()));
    let id = register.partnerships.first().expect("there are sixty").id;
    let question = Question {
        year: register.settings.base_year,
    };
    let plan = Plan {
        draws: 10_000,
        seed: 1,
    };
    bencher.bench(|| {
        let stop = Stop::default();
        let drawn = simulate_partnership(&register, newest(), question, plan, id, &stop);
        (
            drawn,
            sensitivity(&register, newest(), question, Some(id), &stop),
        )
    });
}

/// One move of a slider: levers pulled on one partnership of the county with every quantity ranged, the saving worked out,
/// and the register as it would be compiled and drawn 2,000 times beside the draws as it is, which are kept.
#[divan::bench(min_time = 1)]
fn lever_on_one_partnership(bencher: Bencher) {
    lever(bencher, 1);
}

/// The same on all sixty.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn lever_on_the_county(bencher: Bencher) {
    lever(bencher, 60);
}

fn lever(bencher: Bencher, n_partnerships: usize) {
    let register = everything_ranged(opened(&county_path()));
    let ids = register.partnerships.iter().map(|it| it.id);
    let ids: BTreeSet<Id> = ids.take(n_partnerships).collect();
    let question = Question {
        year: register.settings.base_year,
    };
    let plan = Plan {
        draws: DRAWS,
        seed: 1,
    };
    let drawn = |register: &Register, made: &BTreeMap<Id, Id>| {
        let asked = (newest(), question);
        DrawnCosts::of(register, asked, made, &ids, plan, &Stop::default()).expect("not stopped")
    };
    let before = drawn(&register, &BTreeMap::new());
    let levers = Levers {
        times: Some(Rate::new(Decimal::new(5, 1))),
        ..Levers::default()
    };
    bencher.bench(|| {
        let saving = saving(&register, newest(), question, black_box(&levers), &ids);
        before.less(&drawn(&saving.pulled.register, &saving.pulled.made))
    });
}
