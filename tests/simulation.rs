//! Simulation: the same draws whatever else is going on, and figures that add up.

use std::sync::Arc;

use fruitful::costing::basis::Basis;
use fruitful::findings::findings::{Question, appraise};
use fruitful::guidance::edition::newest;
use fruitful::model::benefit::{Benefit, BenefitMeasure};
use fruitful::model::inputs::Inputs;
use fruitful::model::register::Register;
use fruitful::store::read::read;
use fruitful::uncertainty::output::Output;
use fruitful::uncertainty::sensitivity::sensitivity;
use fruitful::uncertainty::simulation::{Plan, Simulation, simulate, simulate_partnership};
use fruitful::units::id::Kind;
use fruitful::units::input::Input;
use fruitful::units::progress::{Progress, Stop};
use fruitful::units::quantity::{Money, Quantity, Unit};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

pub(crate) fn sample(name: &str) -> Register {
    let path = format!("{}/sample_data/{name}.ron", env!("CARGO_MANIFEST_DIR"));
    read(path.as_ref()).unwrap().register
}

pub(crate) fn question(register: &Register) -> Question {
    Question {
        year: register.settings.base_year,
    }
}

/// A fifth to either side of every known quantity but those that say how many years there are.
pub(crate) fn ranged(mut register: Register) -> Register {
    register.each_input_mut(&mut |at, input| {
        if matches!(at.field, "horizon" | "lag" | "life") {
            return;
        }
        if let Some(value) = input.decimal() {
            let width = value.abs() * Decimal::new(2, 1);
            let is_share = input.unit() == Unit::Rate;
            let text = |it: Decimal| {
                if is_share {
                    format!("{}%", (it * Decimal::ONE_HUNDRED).round_dp(6).normalize())
                } else {
                    it.round_dp(8).normalize().to_string()
                }
            };
            let _taken = input.enter(&format!(
                "{}..{}..{}",
                text(value - width),
                text(value),
                text(value + width)
            ));
        }
    });
    register
}

fn plan(draws: u32) -> Plan {
    Plan { draws, seed: 7 }
}

fn simulated(register: &Register, draws: u32) -> Simulation {
    let (progress, stop) = (Progress::default(), Stop::default());
    simulate(
        register,
        newest(),
        question(register),
        plan(draws),
        &progress,
        &stop,
    )
    .unwrap()
}

fn on_threads<T: Send>(n: usize, work: impl FnOnce() -> T + Send) -> T {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(n)
        .build()
        .unwrap();
    pool.install(work)
}

#[test]
fn any_number_of_threads_draws_the_same_bits() {
    let register = ranged(sample("borough"));
    let [one, two, eight] =
        [1, 2, 8].map(|n| on_threads(n, || format!("{:?}", simulated(&register, 1_000))));
    assert_eq!(one, two);
    assert_eq!(one, eight);
}

#[test]
fn an_input_that_does_not_matter_leaves_every_draw_as_it_was() {
    let before = ranged(sample("small"));
    let id = before.partnerships[0].id;
    let mut after = before.clone();
    // A transfer only moves money: its draws change no figure, but they are drawn.
    let mut transfer = Benefit::new(after.new_id(Kind::Benefit));
    transfer.is_transfer = true;
    transfer.measure = BenefitMeasure::Sum;
    transfer.amount = Input::known(Money::from(5_000));
    transfer
        .amount
        .set_range(Some(Money::ZERO), Some(Money::from(9_000)));
    let first = Arc::make_mut(&mut after.partnerships[0]);
    first.benefits.insert(0, transfer);
    let of = |register: &Register| {
        let stop = Stop::default();
        simulate_partnership(register, newest(), question(register), plan(500), id, &stop).unwrap()
    };
    let (before, after) = (of(&before), of(&after));
    assert!(before.npsv.is_some());
    assert_eq!(before.npsv, after.npsv);
    assert_eq!(before.annual_cost, after.annual_cost);
    assert_eq!(before.cumulative, after.cumulative);
}

#[test]
fn without_ranges_every_draw_is_the_central_case() {
    let mut register = sample("borough");
    register.each_input_mut(&mut |_, input| {
        if let Some(value) = input.decimal() {
            input.set_exactly(value);
        }
    });
    let found = simulated(&register, 300);
    assert_eq!(found.n_ranged, 0);
    for it in found.partnerships.iter().chain([&found.portfolio]) {
        assert!(it.npsv.is_none() && it.annual_cost.full.is_none() && it.bcr.is_none());
        assert!(it.drivers.is_empty());
        if let Some(share) = it.is_npsv_above_nought {
            assert!([0.0, 1.0].contains(&share.share));
        }
    }
}

/// Ranges of no width are drawn, and come to the exact engine's own portfolio: sums and outcomes claimed twice.
#[test]
fn the_sums_over_partnerships_are_those_of_the_exact_engine() {
    for name in ["borough", "county"] {
        let register = ranged(sample(name));
        let findings = appraise(&register, newest(), question(&register));
        let stop = Stop::default();
        let tornadoes = sensitivity(&register, newest(), question(&register), None, &stop).unwrap();
        let central = |output| {
            tornadoes
                .iter()
                .find(|it| it.output == output)
                .unwrap()
                .central
        };
        let near = |found: f64, exact: Money| {
            let exact = exact.decimal().to_f64().unwrap();
            assert!(
                (found - exact).abs() < 0.005,
                "{name}: {found} and not {exact}"
            );
        };
        near(central(Output::Npsv), findings.portfolio.worth.npsv);
        let cost = findings.portfolio.annual_cost.get(Basis::Full).amount;
        near(central(Output::AnnualCost(Basis::Full)), cost);
    }
}
