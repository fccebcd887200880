//! Switching values put back into the exact engine: costs and benefits then come out even to the penny.

use std::sync::Arc;

use fruitful::findings::findings::appraise;
use fruitful::guidance::edition::newest;
use fruitful::model::inputs::change_input;
use fruitful::model::register::Register;
use fruitful::uncertainty::switching_value::{Switching, switching_values};
use fruitful::units::id::{Id, InputId};
use fruitful::units::progress::Stop;
use fruitful::units::quantity::Quantity;
use rust_decimal::Decimal;

use crate::simulation::{question, ranged, sample};
use crate::support::maker::{Maker, Quantities};
use crate::support::registers::register;

fn found(register: &Register, id: Id) -> Vec<Switching> {
    let stop = Stop::default();
    switching_values(register, newest(), question(register), id, &stop).unwrap()
}

/// What the exact engine says of the only partnership, with one input typed anew.
fn npsv(alone: &Register, at: InputId, value: Decimal) -> Decimal {
    let mut changed = alone.clone();
    assert!(change_input(&mut changed, at, |it| it.set_exactly(value)));
    let found = appraise(&changed, newest(), question(&changed));
    found.partnerships[0].appraisal.worth.npsv.decimal()
}

/// Puts every switching value of a register back; how many there were.
fn put_back(register: &Register, name: &str) -> usize {
    let mut n = 0;
    for it in &register.partnerships {
        let mut alone = register.clone();
        alone.partnerships = vec![Arc::clone(it)];
        for switching in found(register, it.id) {
            let (low, high) = switching.looked;
            for at in &switching.values {
                let rest = npsv(&alone, switching.at, at.value);
                let place = format!("{name}, {}: {}", it.id, switching.at);
                assert!(
                    rest.abs() <= Decimal::new(1, 2),
                    "{place} at {}: {rest}",
                    at.value
                );
                assert!(
                    low <= at.value && at.value <= high,
                    "{place}: {switching:?}"
                );
                n += 1;
            }
        }
    }
    n
}

#[test]
fn samples_come_out_even_at_their_switching_values() {
    let names = ["small", "arrangements", "borough", "county"];
    let n: usize = names
        .map(|it| put_back(&ranged(sample(it)), it))
        .iter()
        .sum();
    assert!(n > 100, "only {n} switching values");
}

#[test]
fn a_hundred_made_up_registers_come_out_even_at_their_switching_values() {
    let mut n = 0;
    for seed in 0..100 {
        let register = Maker::new(seed, Quantities::Usual).register(2);
        n += put_back(&register, &format!("seed {seed}"));
    }
    assert!(n > 200, "only {n} switching values");
}

/// A year costs £9,000 and brings 10 people × take-up × £100. With everybody it is £1,000 a year, so no take-up will do.
#[test]
fn what_never_comes_out_even_has_no_switching_value() {
    let register = register(
        r#"settings: (base_year: "2026/27", horizon: "1"),
        partners: [(id: "o1", name: "Council")],
        partnerships: [(id: "p2", name: "Board",
          cash_lines: [(id: "c3", name: "Budget", amount: "9000", partner: "o1", purpose: Running)],
          benefits: [(id: "be4", name: "Health", class: Social, population: "10", take_up: "50%", impact: "1",
            unit_value: "100")])],"#,
    );
    let found = found(&register, register.partnerships[0].id);
    let of = |field: &str| found.iter().find(|it| it.at.field == field).unwrap();
    let take_up = of("take_up");
    assert!(take_up.values.is_empty() && take_up.moves);
    assert_eq!(take_up.looked, (Decimal::ZERO, Decimal::ONE));
    // £500 of benefits today: the budget would have to be that.
    let amount = of("amount");
    assert_eq!(amount.values.len(), 1, "{amount:?}");
    assert_eq!(amount.values[0].value, Decimal::from(500));
    // 10 × 0.5 × v = 9,000: v = 1,800, 17 times today's more.
    let worth = of("unit_value").nearest().unwrap();
    assert_eq!(worth.value, Decimal::from(1_800));
    assert!((worth.change.unwrap() - 17.0).abs() < 1e-9);
}

/// Money goes out, comes in and goes out again, so the discount rate turns the answer round twice.
///
/// With x = 1 ÷ (1 + r): −10,000 + 26,000 x − 16,500 x² = −10,000 (1 − 1.1 x)(1 − 1.5 x), nought at r = 10 % and at 50 %.
/// The budget is 10,000 in each of the three years. The gain is 36,000 in the second alone, which leaves 26,000; the loss is
/// 6,500 in the third alone, which makes it −16,500. At 20 % x = 5 ÷ 6: −10,000 + 21,666.67 − 11,458.33 = 208.33.
#[test]
fn a_discount_rate_may_turn_the_answer_round_twice() {
    let register = register(
        r#"settings: (base_year: "2026/27", horizon: "3", discount_rate: "20%"),
        partners: [(id: "o1", name: "Council")],
        partnerships: [(id: "p2", name: "Board",
          cash_lines: [(id: "c3", name: "Budget", amount: "10000", partner: "o1", purpose: Running)],
          benefits: [
            (id: "be4", name: "Gain", class: Social, measure: Sum, amount: "36000", years: [
              (id: "by5", year: "2026/27", share: "0"), (id: "by6", year: "2028/29", share: "0")]),
            (id: "be7", name: "Loss", class: Social, measure: Sum, amount: "-6500", years: [
              (id: "by8", year: "2026/27", share: "0"), (id: "by9", year: "2027/28", share: "0")]),
          ])],"#,
    );
    let found = found(&register, register.partnerships[0].id);
    let rate = found
        .iter()
        .find(|it| it.at.field == "discount_rate")
        .unwrap();
    let today = npsv(&register, rate.at, Decimal::new(2, 1));
    assert_eq!(today.round_dp(2).to_string(), "208.33");
    let values: Vec<Decimal> = rate.values.iter().map(|it| it.value.round_dp(8)).collect();
    assert_eq!(values, [Decimal::new(1, 1), Decimal::new(5, 1)]);
    // 20 % is nearer to 10 % than to 50 %: half of it less.
    let nearest = rate.nearest().unwrap();
    assert_eq!(nearest.value.round_dp(8), Decimal::new(1, 1));
    assert!((nearest.change.unwrap() + 0.5).abs() < 1e-6);
}
