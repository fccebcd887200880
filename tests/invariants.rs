//! What holds for every register, whatever is in it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use fruitful::chart::catalogue::{CHARTS, PARTNERSHIP_CHARTS};
use fruitful::chart::doubts::Doubts;
use fruitful::chart::layout::{Request, layout};
use fruitful::chart::measure::PlexMeasure;
use fruitful::costing::basis::Basis;
use fruitful::costing::cost_line::Category;
use fruitful::findings::assumptions::assumptions;
use fruitful::findings::detail::detail;
use fruitful::findings::explain::{explain, figure_title};
use fruitful::findings::figure::Measure;
use fruitful::findings::findings::{Findings, Question, appraise, reappraise};
use fruitful::findings::statement::statement;
use fruitful::findings::time_ledger::{TimeLedger, time_ledger};
use fruitful::guidance::edition::newest;
use fruitful::model::register::Register;
use fruitful::report::figures::{self, Figure};
use fruitful::report::summary_text;
use fruitful::store::read::read;
use fruitful::units::exact;
use fruitful::units::input::Input;
use fruitful::units::quantity::{Hours, Money, Number, Quantity};
use fruitful::units::year::FinancialYear;
use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::support::maker::{Maker, Quantities};
use crate::support::registers::findings;

fn usual(seed: u64) -> Register {
    Maker::new(seed, Quantities::Usual).register(5)
}

fn extreme(seed: u64) -> Register {
    Maker::new(seed, Quantities::Extreme).register(3)
}

/// Every figure that can be asked for, as the findings have it.
fn all_figures(found: &Findings) -> Vec<Figure> {
    let question = Question { year: found.year };
    let mut all = figures::portfolio(found);
    for it in &found.partnerships {
        all.extend(figures::partnership(it));
        let detail = detail(&found.register, newest(), question, it.id).unwrap();
        all.extend(figures::records(it.id, &detail));
    }
    all.extend(figures::grades(found));
    all
}

fn sum(parts: impl Iterator<Item = Money>) -> Money {
    parts.fold(Money::ZERO, |sum, part| sum + part)
}

fn reordered(register: &Register) -> Register {
    let mut register = register.clone();
    register.partnerships.reverse();
    for partnership in &mut register.partnerships {
        let it = Arc::make_mut(partnership);
        for meeting in &mut it.meetings {
            meeting.attendees.reverse();
            meeting.expenses.reverse();
            meeting.dates.reverse();
        }
        it.meetings.reverse();
        it.between_meetings.reverse();
        it.posts.reverse();
        it.secondments.reverse();
        it.cash_lines.reverse();
        it.in_kind.reverse();
        for cash in &mut it.cash_lines {
            cash.years.reverse();
        }
        for pool in &mut it.pools {
            pool.contributions.reverse();
        }
        it.pools.reverse();
        it.shares.reverse();
        it.members.reverse();
        it.indicators.reverse();
        it.judgements.reverse();
    }
    Arc::make_mut(&mut register.settings).pay_awards.reverse();
    Arc::make_mut(&mut register.partners).reverse();
    Arc::make_mut(&mut register.grades).reverse();
    register
}

fn ledger(register: &Register) -> TimeLedger {
    let year = register.settings.base_year;
    time_ledger(register, newest(), Question { year })
}

fn check_ledger(register: &Register) {
    let (found, ledger) = (findings(register), ledger(register));
    assert_eq!(ledger.senior.days, found.portfolio.senior_days);
    assert_eq!(ledger.all.hours, found.portfolio.hours.all);
    let mut costs = found
        .partnerships
        .iter()
        .flat_map(|it| it.by_grade.full.values());
    let graded = sum(costs.by_ref().map(|time| time.cost));
    assert_eq!(ledger.all.cost.amount, graded);
    for row in &ledger.rows {
        let uses = row.time.by_use.values().copied();
        assert_eq!(uses.sum::<Hours>(), row.time.hours);
    }
}

fn check_parts_add_up(found: &Findings) {
    for basis in Basis::ALL {
        for it in &found.partnerships {
            let whole = it.annual_cost.get(basis).amount;
            let grades = it.by_grade.get(basis).values().map(|time| time.cost);
            assert_eq!(sum(it.by_class.get(basis).values().copied()), whole);
            assert_eq!(sum(it.by_category.get(basis).values().copied()), whole);
            assert_eq!(sum(it.by_partner.get(basis).values().copied()), whole);
            assert_eq!(sum(grades) + *it.non_staff.get(basis), whole);
            if let Some(parts) = it.shared.parts.get(basis) {
                assert_eq!(sum(parts.values().copied()), whole, "shared");
            }
            let off = Category::ALL.into_iter().filter(|it| !it.is_on(basis));
            for category in off {
                assert!(!it.by_category.get(basis).contains_key(&category));
            }
            assert_eq!(
                it.incomplete.get(basis).is_empty(),
                !it.annual_cost.get(basis).is_at_least
            );
        }
        let portfolio = &found.portfolio;
        let whole = portfolio.annual_cost.get(basis).amount;
        let parts = found.partnerships.iter();
        assert_eq!(sum(parts.map(|it| it.annual_cost.get(basis).amount)), whole);
        assert_eq!(sum(portfolio.by_class.get(basis).values().copied()), whole);
        assert_eq!(
            sum(portfolio.by_category.get(basis).values().copied()),
            whole
        );
    }
}

/// The statements of all partners, and what nobody bears, come to the portfolio.
fn check_statements(found: &Findings) {
    let bearers = found.partnerships.iter().flat_map(|it| {
        let both = [&it.by_partner.full, &it.by_partner.exhibit2];
        both.into_iter()
            .flat_map(|borne| borne.keys().flatten().copied())
    });
    let bearers: BTreeSet<_> = bearers.collect();
    let statements: Vec<_> = bearers
        .into_iter()
        .map(|partner| statement(found, newest(), partner))
        .collect();
    for basis in Basis::ALL {
        let borne = statements.iter().map(|it| it.all.borne.get(basis).amount);
        let unassigned = found
            .partnerships
            .iter()
            .filter_map(|it| it.by_partner.get(basis).get(&None).copied());
        let whole = found.portfolio.annual_cost.get(basis).amount;
        assert_eq!(sum(borne) + sum(unassigned), whole);
    }
    for it in &statements {
        let parts = it.all.direct.amount + it.all.opportunity.amount + it.all.in_kind.amount;
        assert_eq!(parts, it.all.borne.full.amount);
    }
}

/// Of the many figures of an appraisal every fifth is explained, another fifth with another seed: each takes the whole
/// appraisal again.
fn check_explanations(found: &Findings, seed: u64) {
    let question = Question { year: found.year };
    let is_chosen = |at: usize, figure: &Figure| {
        !matches!(figure.id.measure, Measure::Worth(_)) || at as u64 % 5 == seed % 5
    };
    let all = all_figures(found).into_iter().enumerate();
    for (_, figure) in all.filter(|(at, figure)| is_chosen(*at, figure)) {
        assert!(figures::is_figure(found, figure.id), "{}", figure.id);
        let explained = explain(&found.register, newest(), question, figure.id);
        let explained = explained.and_then(|it| it.value);
        let to_ten = |value: Option<Decimal>| value.map(|it| exact::round(it, exact::PLACES));
        assert_eq!(to_ten(explained), to_ten(figure.value), "{}", figure.id);
    }
}

fn cases(n: u32) -> ProptestConfig {
    ProptestConfig {
        cases: n,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

#[test]
fn all_of_this_holds_for_every_sample() {
    for name in ["small.ron", "arrangements.ron", "borough.ron", "county.ron"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("sample_data")
            .join(name);
        let register = read(&path).unwrap().register;
        let found = findings(&register);
        check_parts_add_up(&found);
        check_statements(&found);
        let mut before = all_figures(&found);
        let mut after = all_figures(&findings(&reordered(&register)));
        before.sort_by_key(|figure| figure.id);
        after.sort_by_key(|figure| figure.id);
        assert_eq!(before, after, "{name}");
    }
}

fn today() -> jiff::civil::Date {
    jiff::civil::Date::constant(2026, 11, 22)
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn the_order_of_records_changes_no_figure(seed: u64) {
        let register = usual(seed);
        let mut before = all_figures(&findings(&register));
        let mut after = all_figures(&findings(&reordered(&register)));
        before.sort_by_key(|figure| figure.id);
        after.sort_by_key(|figure| figure.id);
        prop_assert_eq!(before, after);
    }

    #[test]
    fn the_order_of_records_changes_neither_ledger_nor_assumptions(seed: u64) {
        let before = usual(seed);
        let after = reordered(&before);
        prop_assert_eq!(ledger(&before), ledger(&after));
        let question = Question { year: before.settings.base_year };
        let log = |register| {
            let log = assumptions(register, newest(), question);
            let rows = log.rows.iter().map(|it| (it.input, it.money, it.at_risk));
            (rows.collect::<Vec<_>>(), log.resting_without_source, log.known_cost)
        };
        prop_assert_eq!(log(&before), log(&after));
    }

    #[test]
    fn the_ledger_comes_to_the_time_and_the_cost_of_the_portfolio(seed: u64) {
        check_ledger(&usual(seed));
    }

    #[test]
    fn the_log_of_assumptions_covers_the_whole_known_cost(seed: u64) {
        let register = usual(seed);
        let found = findings(&register);
        let question = Question { year: found.year };
        let log = assumptions(&register, newest(), question);
        let portfolio = &found.portfolio;
        let whole = portfolio.annual_cost.full.amount + portfolio.programme.amount;
        prop_assert_eq!(log.known_cost, whole);
        // Nothing here has a source, and every pound rests on something that was typed or is nought.
        prop_assert_eq!(log.resting_without_source, whole);
        prop_assert_eq!(log.n_without_source, log.rows.len());
    }

    #[test]
    fn parts_add_up_to_the_annual_cost_exactly(seed: u64) {
        check_parts_add_up(&findings(&usual(seed)));
    }

    #[test]
    fn the_statements_of_all_partners_come_to_the_portfolio(seed: u64) {
        check_statements(&findings(&usual(seed)));
    }

    #[test]
    fn parts_of_extreme_amounts_add_up_too(seed: u64) {
        check_parts_add_up(&findings(&extreme(seed)));
    }

    #[test]
    fn full_cost_is_never_less_than_the_exhibits(seed: u64) {
        for it in &findings(&usual(seed)).partnerships {
            prop_assert!(it.annual_cost.exhibit2.amount <= it.annual_cost.full.amount);
        }
    }

    #[test]
    fn an_explanation_comes_to_the_figure_that_it_explains(seed: u64) {
        check_explanations(&findings(&usual(seed)), seed);
    }

    #[test]
    fn so_does_that_of_an_extreme_figure(seed: u64) {
        check_explanations(&findings(&extreme(seed)), seed);
    }

    #[test]
    fn doubling_the_hours_doubles_the_cost(seed: u64) {
        let register = usual(seed);
        let mut doubled = register.clone();
        for partnership in &mut doubled.partnerships {
            for meeting in &mut Arc::make_mut(partnership).meetings {
                let length = meeting.length.value();
                meeting.length.set(length.map(|length| length * Number::from(2)));
                for date in &mut meeting.dates {
                    let length = date.length.value();
                    date.length.set(length.map(|length| length * Number::from(2)));
                }
            }
        }
        let (before, after) = (findings(&register), findings(&doubled));
        for (one, two) in before.partnerships.iter().zip(&after.partnerships) {
            let of = |it: &fruitful::findings::partnership::PartnershipFindings| {
                it.by_category.full.get(&Category::Meetings).copied().unwrap_or_default()
            };
            // Each line is rounded once, to ten decimals: at most 0.5 × 10⁻¹⁰ a line, doubled, and there are at most ten.
            let gap = of(two).decimal() - of(one).decimal() * Decimal::TWO;
            prop_assert!(gap.abs() <= Decimal::new(15, 10), "{}", gap);
            let hours = two.hours.meetings.decimal() - one.hours.meetings.decimal() * Decimal::TWO;
            prop_assert!(hours.abs() <= Decimal::new(15, 10), "{}", hours);
        }
    }

    #[test]
    fn appraising_again_after_an_edit_says_what_appraising_from_scratch_does(seed: u64, place: u8, what: u8) {
        let before = usual(seed);
        let previous = findings(&before);
        let mut after = before.clone();
        let place = usize::from(place) % after.partnerships.len();
        match what % 6 {
            0 => { after.partnerships.remove(place); }
            1 => {
                let copy = Maker::new(seed ^ 7, Quantities::Usual).register(1).partnerships[0].clone();
                after.partnerships.insert(place, copy);
            }
            2 => after.partnerships.reverse(),
            3 => Arc::make_mut(&mut after.grades)[0].amount.set(Some(Money::from(77_777))),
            4 => Arc::make_mut(&mut after.partners)[0].is_us ^= true,
            _ => {
                let partnership = Arc::make_mut(&mut after.partnerships[place]);
                for meeting in &mut partnership.meetings {
                    meeting.length = Input::known(Hours::minutes(50));
                }
                partnership.name.push('!');
            }
        }
        let question = Question { year: previous.year };
        let again = reappraise(&previous, &after, newest(), question);
        let scratch = appraise(&after, newest(), question);
        prop_assert_eq!(format!("{again:?}"), format!("{scratch:?}"));
        let next = Question { year: previous.year.plus(1) };
        let again = reappraise(&previous, &before, newest(), next);
        prop_assert_eq!(format!("{again:?}"), format!("{:?}", appraise(&before, newest(), next)));
    }

}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn nothing_that_can_be_typed_makes_it_panic(seed: u64) {
        let mut register = extreme(seed);
        // An id that two records share, and a register without grades or partners.
        let copy = register.partnerships[0].clone();
        register.partnerships.push(copy);
        for bare in [false, true] {
            if bare {
                register.grades = Arc::default();
                register.partners = Arc::default();
            }
            for year in [1900, 2025, 2026, 2999] {
                let question = Question { year: FinancialYear::starting(year) };
                let found = appraise(&register, newest(), question);
                let _ = time_ledger(&register, newest(), question);
                let _ = assumptions(&register, newest(), question);
                for figure in all_figures(&found) {
                    let _ = explain(&register, newest(), question, figure.id);
                    let _ = figure_title(&register, newest(), question, figure.id);
                }
                for basis in Basis::ALL {
                    prop_assert!(!summary_text::text(&found, basis, today()).is_empty());
                    for chart in CHARTS {
                        prop_assert!(!(chart.draw)(&found, basis, Doubts::NONE).title.is_empty());
                    }
                }
                if let Some(of) = found.partnerships.first() {
                    for chart in PARTNERSHIP_CHARTS {
                        let chart = (chart.draw)(&found, of, Basis::Full, Doubts::NONE);
                        let page = layout(&chart, &Request::paper(482.0), &PlexMeasure);
                        prop_assert!(page.height.is_finite() && page.height > 0.0);
                    }
                }
            }
        }
    }
}

#[test]
fn an_empty_register_has_something_to_say() {
    let register = Register::new(FinancialYear::starting(2026));
    let found = findings(&register);
    check_parts_add_up(&found);
    check_explanations(&found, 0);
    let text = summary_text::text(&found, Basis::Full, today());
    assert!(text.contains("No partnerships yet"), "{text}");
}

#[test]
fn the_engine_knows_no_floating_point() {
    for layer in [
        "units",
        "guidance",
        "model",
        "costing",
        "appraisal",
        "findings",
    ] {
        let mut pending = vec![
            Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("src")
                .join(layer),
        ];
        while let Some(path) = pending.pop() {
            if path.is_dir() {
                pending.extend(
                    fs::read_dir(path)
                        .unwrap()
                        .map(|entry| entry.unwrap().path()),
                );
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            for float in ["f64", "f32"] {
                assert!(!text.contains(float), "{float} in {}", path.display());
            }
        }
    }
}
