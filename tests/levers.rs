//! Levers on any register: nothing pulled changes nothing, a saving is the difference of two appraisals, draws are shared.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use fruitful::costing::basis::Basis;
use fruitful::findings::findings::{Findings, Question, appraise};
use fruitful::findings::levers::{Saving, saving};
use fruitful::findings::levers_option::lines_left;
use fruitful::guidance::edition::newest;
use fruitful::model::inputs::{AnyInput, Inputs};
use fruitful::model::levers::{Bodies, Executive, Levers, Shorter, Smaller};
use fruitful::model::levers_option::add_options;
use fruitful::model::register::Register;
use fruitful::report::levers::spread_sentence;
use fruitful::uncertainty::levers::{DRAWS, DrawnCosts, SpreadOfSaving};
use fruitful::uncertainty::simulation::{Plan, simulate_partnership};
use fruitful::units::id::{Id, InputId};
use fruitful::units::money_unit::MoneyUnit;
use fruitful::units::progress::Stop;
use fruitful::units::quantity::{Hours, Money, Number, Quantity, Rate};
use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::simulation::{question, sample};
use crate::support::maker::{Maker, Quantities};
use crate::support::registers::register;

fn every(register: &Register) -> BTreeSet<Id> {
    register.partnerships.iter().map(|it| it.id).collect()
}

fn pulled(register: &Register, levers: &Levers, ids: &BTreeSet<Id>) -> Saving {
    saving(register, newest(), question(register), levers, ids)
}

/// All levers, or some of them.
fn levers(seed: u32) -> Levers {
    let share = |n: u32| Rate::new(Decimal::new(i64::from(seed / n % 11), 1));
    let is = |n: u32| !(seed / n).is_multiple_of(3);
    Levers {
        bodies: if is(5) { Bodies::All } else { Bodies::Boards },
        times: is(7).then(|| share(1)),
        length: is(11).then(|| {
            if is(2) {
                Shorter::Share(share(13))
            } else {
                Shorter::AtMost(Hours::minutes(50))
            }
        }),
        attendees: is(17).then(|| {
            if is(3) {
                Smaller::Share(share(19))
            } else {
                Smaller::AtMost(Number::from(7))
            }
        }),
        online: is(23).then(|| share(29)),
        delegated: is(31).then(|| share(37)),
        executive: is(41).then(|| Executive {
            people: Number::from(3),
            full_meetings: Number::from(i64::from(seed % 4)),
        }),
    }
}

/// The sums that the levers are about, of a whole register.
fn sums(of: &Findings, ids: &BTreeSet<Id>) -> (Money, Money, Option<Money>, Hours, Number) {
    let all = || of.partnerships.iter().filter(|it| ids.contains(&it.id));
    (
        all().map(|it| it.annual_cost.full.amount).sum(),
        all().map(|it| it.annual_cost.exhibit2.amount).sum(),
        all().map(|it| it.ours.full).sum(),
        all().map(|it| it.hours.all).sum(),
        all().map(|it| it.senior_days).sum(),
    )
}

fn known(register: &Register) -> BTreeMap<InputId, bool> {
    let mut all = BTreeMap::new();
    register.each_input(&mut |at, input: &dyn AnyInput| {
        all.insert(at, input.decimal().is_some());
    });
    all
}

fn is_the_difference(register: &Register, levers: &Levers, ids: &BTreeSet<Id>) {
    let question: Question = question(register);
    let found = pulled(register, levers, ids);
    let before = sums(&appraise(register, newest(), question), ids);
    let after = sums(&appraise(&found.pulled.register, newest(), question), ids);
    let saved = &found.saved;
    assert_eq!(saved.cost.full.amount, before.0 - after.0);
    assert_eq!(saved.cost.exhibit2.amount, before.1 - after.1);
    if ids.is_empty() || register.us().is_none() {
        assert_eq!(saved.ours.full, register.us().map(|_| Money::ZERO));
    } else {
        assert_eq!(saved.ours.full, Some(before.2.unwrap() - after.2.unwrap()));
    }
    assert_eq!(saved.hours, before.3 - after.3);
    assert_eq!(saved.senior_days, before.4 - after.4);
    let of_each = found.partnerships.iter();
    let sum: Money = of_each.map(|it| it.saved.cost.full.amount).sum();
    assert_eq!(saved.cost.full.amount, sum);
}

/// Blanks stay blank, other partnerships are the same records, and every figure can be written and read again.
fn is_careful(register: &Register, found: &Saving, ids: &BTreeSet<Id>) {
    let (before, after) = (known(register), known(&found.pulled.register));
    for (at, is_known) in &before {
        // A share of meetings online and an attendance are none and all until somebody says; a body without a date left
        // meets never.
        if ["online_share", "attendance", "times_a_year"].contains(&at.field) {
            continue;
        }
        if let Some(is) = after.get(at) {
            assert_eq!(is, is_known, "{at}");
        }
    }
    for (was, is) in register
        .partnerships
        .iter()
        .zip(&found.pulled.register.partnerships)
    {
        if !ids.contains(&was.id) {
            assert!(Arc::ptr_eq(was, is));
        }
        assert_eq!(was.posts, is.posts);
        assert_eq!(was.between_meetings, is.between_meetings);
    }
    assert_eq!(found.pulled.register.odd_id(), None);
    found.pulled.register.each_input(&mut |at, input| {
        let text = input.entry_text();
        assert!(
            input.read_entry(&text).is_ok() || input.decimal().is_none(),
            "{at} {text}"
        );
        if let Some(value) = input.decimal() {
            assert!(value.scale() <= 28);
        }
    });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_saving_is_the_difference_of_two_appraisals(seed in any::<u64>(), pull in any::<u32>()) {
        let register = Maker::new(seed, Quantities::Usual).register(4);
        let ids: BTreeSet<Id> = every(&register).into_iter().take(3).collect();
        let levers = levers(pull);
        is_the_difference(&register, &levers, &ids);
        is_careful(&register, &pulled(&register, &levers, &ids), &ids);
    }

    #[test]
    fn the_strangest_register_can_be_pulled_at(seed in any::<u64>(), pull in any::<u32>()) {
        let register = Maker::new(seed, Quantities::Extreme).register(3);
        let ids = every(&register);
        let found = pulled(&register, &levers(pull), &ids);
        let _left = lines_left(&register, newest(), question(&register), &found);
    }

    #[test]
    fn levers_at_no_change_change_nothing(seed in any::<u64>()) {
        let register = Maker::new(seed, Quantities::Usual).register(4);
        let whole = Some(Rate::from(1));
        let levers = Levers {
            times: whole,
            length: whole.map(Shorter::Share),
            attendees: whole.map(Smaller::Share),
            online: Some(Rate::ZERO),
            delegated: Some(Rate::ZERO),
            ..Levers::default()
        };
        for levers in [levers, Levers::default()] {
            let found = pulled(&register, &levers, &every(&register));
            prop_assert_eq!(&found.pulled.register, &register);
            prop_assert_eq!(found.saved.cost.full.amount, Money::ZERO);
            prop_assert_eq!(found.saved.hours, Hours::ZERO);
            prop_assert!(found.pulled.not_moved.is_empty());
            prop_assert!(lines_left(&register, newest(), question(&register), &found).is_empty());
        }
    }
}

#[test]
fn the_saving_on_the_samples_is_the_difference_of_two_appraisals() {
    for name in ["borough", "arrangements"] {
        let register = sample(name);
        for pull in [0, 1, 77, 12_345, 99_999] {
            is_the_difference(&register, &levers(pull), &every(&register));
        }
    }
}

fn plan() -> Plan {
    Plan {
        draws: DRAWS,
        seed: 7,
    }
}

fn spread(register: &Register, levers: &Levers) -> SpreadOfSaving {
    let ids = every(register);
    let asked = (newest(), question(register));
    let found = pulled(register, levers, &ids);
    let stop = Stop::default();
    let drawn = |of: &Register, made: &BTreeMap<Id, Id>| {
        DrawnCosts::of(of, asked, made, &ids, plan(), &stop).unwrap()
    };
    let before = drawn(register, &BTreeMap::new());
    before.less(&drawn(&found.pulled.register, &found.pulled.made))
}

/// Everything about the board is in doubt, and its pay too.
fn doubtful_board() -> Register {
    register(
        r#"settings: (base_year: "2026/27"),
        partners: [(id: "o1", name: "Us", is_us: true)],
        grades: [(id: "g1", name: "Head", pay: HourlyCost, amount: (value: "45", low: "40", high: "60"), is_senior: true)],
        partnerships: [(id: "p1", name: "Liaison", meetings: [(id: "m1", name: "Board",
            times_a_year: (value: "12", low: "9", high: "14"), length: (value: "2", low: "1", high: "3"), attendees: [
            (id: "a1", partner: "o1", grade: "g1", number: (value: "10", low: "6", high: "12"),
                preparation: (value: "1", low: "0", high: "4"), travel: "0")])])]"#,
    )
}

/// Before and after are one world: each draw of a saving is the same part of the cost in that draw.
///
/// Half as often saves half. An executive of 4 of 10 at 8 of 12 meetings saves 8 ÷ 12 × 6 ÷ 10 = 40 %, though its lines
/// are records of their own.
#[test]
fn a_saving_is_drawn_in_the_same_draws_before_and_after() {
    let register = doubtful_board();
    let id = register.partnerships[0].id;
    let of = (newest(), question(&register));
    let cost = simulate_partnership(&register, of.0, of.1, plan(), id, &Stop::default()).unwrap();
    let cost = cost.annual_cost.full.unwrap();
    let half = Levers {
        times: Some(Rate::new(Decimal::new(5, 1))),
        ..Levers::default()
    };
    let executive = Levers {
        executive: Some(Executive {
            people: Number::from(4),
            full_meetings: Number::from(4),
        }),
        ..Levers::default()
    };
    for (levers, share) in [(half, 0.5), (executive, 0.4)] {
        let found = spread(&register, &levers);
        let saved = found.cost.full.unwrap();
        for (saved, cost) in [
            (saved.p10, cost.p10),
            (saved.p50, cost.p50),
            (saved.p90, cost.p90),
            (saved.mean, cost.mean),
        ] {
            assert!((saved - share * cost).abs() < 1e-6 * cost, "{saved} {cost}");
        }
        assert_eq!(found.ours.full.map(|it| it.p10), Some(saved.p10));
        assert_eq!(found.n_ranged, 5);
        assert!(found.hours.is_some() && found.senior_days.is_some());
    }
}

#[test]
fn without_a_range_there_is_no_spread() {
    let sure = register(
        r#"settings: (base_year: "2026/27"),
        grades: [(id: "g1", name: "Head", pay: HourlyCost, amount: "45")],
        partnerships: [(id: "p1", meetings: [(id: "m1", times_a_year: "12", length: "2", attendees: [
            (id: "a1", grade: "g1", number: "3")])])]"#,
    );
    let half = Levers {
        times: Some(Rate::new(Decimal::new(5, 1))),
        ..Levers::default()
    };
    let found = spread(&sure, &half);
    assert_eq!((found.cost.full, found.n_ranged), (None, 0));
    let said = spread_sentence(&found, Basis::Full, MoneyUnit::AsFits);
    assert_eq!(
        said,
        "No figure of these has a range, so there is no spread."
    );
}

#[test]
fn options_are_added_to_the_partnerships_that_change() {
    let mut register = sample("borough");
    let half = Levers {
        times: Some(Rate::new(Decimal::new(5, 1))),
        ..Levers::default()
    };
    let ids: BTreeSet<Id> = every(&register).into_iter().take(6).collect();
    let found = pulled(&register, &half, &ids);
    let left = lines_left(&register, newest(), question(&register), &found);
    let before = register.clone();
    let n_added = add_options(&mut register, "Half", "", &left);
    assert_eq!(n_added, left.len());
    assert!(n_added > 0 && n_added <= 6);
    let queries = |of: &Register| {
        let found = appraise(of, newest(), question(of));
        found.queries().count()
    };
    assert_eq!(
        queries(&register),
        queries(&before),
        "nothing odd about them"
    );
    assert_eq!(register.odd_id(), None);
}
