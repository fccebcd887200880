//! What holds of every appraisal, on made-up registers.

use std::sync::Arc;

use fruitful::appraisal::progress::progressed;
use fruitful::findings::appraisal::Appraisal;
use fruitful::findings::partnership::PartnershipFindings;
use fruitful::model::inputs::Inputs;
use fruitful::model::register::Register;
use fruitful::units::id::Kind;
use fruitful::units::quantity::{Money, Number, Quantity};
use fruitful::units::trace::{Plain, Val};
use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::support::maker::{Maker, Quantities};
use crate::support::registers::findings;

fn usual(seed: u64) -> Register {
    Maker::new(seed, Quantities::Usual).register(4)
}

fn sum(parts: impl Iterator<Item = Money>) -> Money {
    parts.fold(Money::ZERO, |sum, part| sum + part)
}

fn each(register: &Register, check: impl Fn(&PartnershipFindings, &Appraisal)) {
    for it in &findings(register).partnerships {
        check(it, &it.appraisal);
    }
}

/// How far rounding each flow once, to ten decimals, may take a sum of so many flows.
fn rounding(flows: usize) -> Decimal {
    Decimal::new(1, 10) * Decimal::from(flows)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn parts_add_up_exactly(seed: u64) {
        each(&usual(seed), |_, it| {
            let worth = &it.worth;
            assert_eq!(sum(it.costs_by_bearer.values().copied()), worth.pvc.amount);
            assert_eq!(sum(it.benefits_by_gainer.values().copied()), worth.pvb.amount);
            assert_eq!(sum(it.benefits_by_class.values().copied()), worth.pvb.amount);
            assert_eq!(worth.pvb.amount - worth.pvc.amount, worth.npsv);
            let last = it.years.last().unwrap();
            assert_eq!(last.cumulative, worth.npsv);
        });
    }

    #[test]
    fn a_ratio_of_one_or_more_is_a_net_value_of_nought_or_more(seed: u64) {
        each(&usual(seed), |_, it| {
            if let Some(bcr) = it.worth.bcr {
                assert!(it.worth.pvc.amount > Money::ZERO);
                assert_eq!(bcr >= Number::from(1), it.worth.npsv >= Money::ZERO);
            } else {
                let mut counted = it.benefits.iter().filter(|it| !it.is_transfer);
                let is_unpriced = counted.all(|it| it.value.is_none());
                assert!(it.worth.pvc.amount <= Money::ZERO || is_unpriced);
                assert!(it.worth.band.is_none());
            }
        });
    }

    /// The costs of all years at their factors; benefits have factors of their own.
    #[test]
    fn the_present_value_of_costs_is_the_years_at_their_factors(seed: u64) {
        each(&usual(seed), |_, it| {
            let years = it.years.iter();
            let product: Decimal = years.map(|it| it.cost.decimal() * it.factor.decimal()).sum();
            let gap = (product - it.worth.pvc.amount.decimal()).abs();
            assert!(gap < rounding(it.years.len() * 8), "{gap}");
        });
    }

    /// Years that nothing happens between are costed once and shared; each must cost what it would by itself.
    #[test]
    fn years_that_share_their_cost_cost_what_each_would_alone(seed: u64) {
        let mut register = usual(seed);
        Arc::make_mut(&mut register.settings).horizon.set(Some(Number::from(9)));
        let whole = findings(&register);
        let first = whole.partnerships[0].appraisal.first_year;
        for t in 0..9_i16 {
            let mut alone = register.clone();
            let settings = Arc::make_mut(&mut alone.settings);
            settings.first_year = Some(first.plus(t));
            settings.horizon.set(Some(Number::from(1)));
            let alone = findings(&alone);
            for (one, other) in whole.partnerships.iter().zip(&alone.partnerships) {
                let of = |it: &PartnershipFindings, t: usize| it.appraisal.years[t].cost;
                prop_assert_eq!(of(one, usize::try_from(t).unwrap()), of(other, 0));
            }
        }
    }

    /// Twice every price and every cost is twice the net value; people’s time is left out, which has prices of its own.
    #[test]
    fn the_net_value_is_linear_in_the_flows(seed: u64) {
        let mut register = usual(seed);
        Arc::make_mut(&mut register.settings).mileage_rate.set(Some(Money::ZERO));
        let mut doubled = register.clone();
        for it in Arc::make_mut(&mut doubled.grades) {
            it.amount.set(None);
            it.skill = None;
        }
        for it in Arc::make_mut(&mut register.grades) {
            it.amount.set(None);
            it.skill = None;
        }
        doubled.each_input_mut(&mut |id, input| {
            let is_price = matches!(
                (id.record.kind(), id.field),
                (Kind::CashLine | Kind::YearAmount | Kind::Contribution | Kind::Benefit, "amount")
                    | (Kind::Benefit, "unit_value")
                    | (Kind::InKind, "unit_cost")
                    | (Kind::Expense, "cost")
                    | (Kind::Attendee, "fares")
                    | (Kind::Secondment, "recharge" | "backfill")
            );
            if is_price && let Some(value) = input.decimal() {
                input.set_exactly(value * Decimal::TWO);
            }
        });
        let (before, after) = (findings(&register), findings(&doubled));
        for (one, two) in before.partnerships.iter().zip(&after.partnerships) {
            let npsv = |it: &PartnershipFindings| it.appraisal.worth.npsv.decimal();
            let gap = (npsv(two) - npsv(one) * Decimal::TWO).abs();
            prop_assert!(gap < rounding(600), "{}", gap);
        }
    }

    #[test]
    fn progress_is_the_same_with_every_sign_turned(seed: u64) {
        for partnership in &usual(seed).partnerships {
            for indicator in &partnership.indicators {
                let mut turned = indicator.clone();
                for input in [&mut turned.baseline, &mut turned.target, &mut turned.actual] {
                    let less = input.value().map(|it| Number::ZERO - it);
                    input.set(less);
                }
                let of = |it| progressed(&Plain, it).progress.map(Val::value);
                prop_assert_eq!(of(indicator), of(&turned));
            }
        }
    }

    #[test]
    fn the_range_holds_the_score(seed: u64) {
        each(&usual(seed), |it, _| {
            let it = &it.achievement;
            assert!(it.low <= it.high);
            if let Some(score) = it.score {
                assert!(it.low <= score && score <= it.high);
            }
        });
    }

    /// An option that keeps everything is the partnership as it is.
    #[test]
    fn an_option_that_changes_nothing_is_worth_nothing_more(seed: u64) {
        let mut register = usual(seed);
        for partnership in &mut register.partnerships {
            for option in &mut Arc::make_mut(partnership).options {
                option.form = fruitful::model::option::OptionForm::Other;
                option.keeps.set(None);
                option.lines.clear();
                option.cash_lines.clear();
                option.benefits.clear();
            }
        }
        each(&register, |_, it| {
            for option in &it.options {
                assert_eq!(option.incremental_npsv, Money::ZERO);
                assert_eq!(option.worth.pvc.amount, it.worth.pvc.amount);
            }
        });
    }
}
