//! Single rules of an appraisal, and its edges: working.md, part N.

use fruitful::appraisal::progress::Rating;
use fruitful::findings::appraisal::{Appraisal, Payback};
use fruitful::findings::explain::explain;
use fruitful::findings::findings::{Findings, Question};
use fruitful::findings::options::Course;
use fruitful::findings::transfers::{Transfer, Transfers};
use fruitful::guidance::edition::newest;
use fruitful::units::display::exact_text;
use fruitful::units::id::Id;
use fruitful::units::quantity::{Money, Number, Quantity};
use rust_decimal::Decimal;

use super::check;
use crate::support::registers::{findings, register};

const BODIES: &str = r#"
    partners: [(id: "o1", name: "Us", is_us: true), (id: "o2", name: "Trust", kind: Health),
        (id: "o3", name: "Charity", kind: Voluntary)],
    grades: [(id: "g1", name: "Officer", pay: LoadedCost, amount: "40000")],
    outcomes: [(id: "ou1", name: "Fewer admissions", unit: "admission")],"#;

fn of(settings: &str, partnerships: &str) -> Findings {
    findings(&register(&format!(
        "settings: (base_year: \"2026/27\", {settings}),{BODIES} partnerships: [{partnerships}],"
    )))
}

/// One partnership over so many years.
fn over(years: u16, fields: &str) -> Findings {
    of(
        &format!("horizon: \"{years}\""),
        &format!("(id: \"p1\", {fields})"),
    )
}

fn appraisal(found: &Findings) -> &Appraisal {
    &found.partnerships[0].appraisal
}

/// A cost of £1,000 a year that we bear.
const COST: &str = r#"cash_lines: [(id: "c1", amount: "1000", partner: "o1", purpose: Running)],"#;

fn sum_of(amount: &str) -> String {
    format!(r#"{COST} benefits: [(id: "be1", measure: Sum, amount: "{amount}", class: Social)]"#)
}

#[test]
fn a_level_cost_is_an_annuity() {
    let found = over(10, COST);
    let pvc = appraisal(&found).worth.pvc.amount.decimal().round_dp(8);
    assert_eq!(pvc.to_string(), "8607.68650887");
    check(&found, &[("p1/worth/equivalent-annual-cost", "1000")]);
}

#[test]
fn years_of_service_start_after_a_year_of_outlay() {
    let found = over(
        10,
        r#"cash_lines: [
            (id: "c1", kind: SetUp, year: "2026/27", amount: "10000", partner: "o1", purpose: Running),
            (id: "c2", amount: "1000", start: "2027-04-01", partner: "o1", purpose: Running),
        ]"#,
    );
    check(
        &found,
        &[
            ("p1/worth/pvc", "17607.6865088682"),
            ("p1/worth/equivalent-annual-cost", "2314.4600514681"),
        ],
    );
}

#[test]
fn the_lower_edge_of_a_band_belongs_to_it() {
    for (benefit, band) in [
        ("-1", "very poor"),
        ("0", "poor"),
        ("999.99", "poor"),
        ("1000", "low"),
        ("1500", "medium"),
        ("2000", "high"),
        ("4000", "very high"),
    ] {
        let found = over(1, &sum_of(benefit));
        assert_eq!(appraisal(&found).worth.band, Some(band), "{benefit}");
    }
}

#[test]
fn evidence_corrects_costs_up_and_benefits_down_only_where_it_is_asked_for() {
    let fields = r#"
        cash_lines: [
            (id: "c1", amount: (value: "1000", source: "a guess", grade: 3), partner: "o1", purpose: Running),
            (id: "c2", amount: "1000", partner: "o1", purpose: Running),
        ],
        benefits: [
            (id: "be1", measure: Sum, class: Social, amount: (value: "1000", source: "elsewhere", grade: 5)),
            (id: "be2", measure: Sum, class: Social, amount: (value: "-1000", source: "elsewhere", grade: 5)),
            (id: "be3", measure: Sum, class: Social, amount: "1000"),
        ]"#;
    let one = format!("(id: \"p1\", {fields})");
    check(
        &of("horizon: \"1\", has_optimism_bias: true", &one),
        &[
            ("p1/worth/pvc", "2100"),
            ("p1/worth/benefit/be1", "750"),
            ("p1/worth/benefit/be2", "-1250"),
            ("p1/worth/benefit/be3", "1000"),
        ],
    );
    check(
        &of("horizon: \"1\"", &one),
        &[("p1/worth/pvc", "2000"), ("p1/worth/benefit/be2", "-1000")],
    );
}

#[test]
fn programme_spending_counts_by_its_additional_share_and_tax_not_at_all() {
    let found = over(
        1,
        r#"members: ["o1", "o3"], additional_share: "25%",
        cash_lines: [(id: "c1", amount: "1000", partner: "o1", purpose: Programme)],
        secondments: [(id: "d1", grade: "g1", lender: "o1", host: "o3", fte: "0.5", recharge: "8000", purpose: Running)]"#,
    );
    // The charity does not say whether it recovers tax, so the tax is not known; it is no part of an appraisal.
    assert!(found.partnerships[0].annual_cost.full.is_at_least);
    assert!(!appraisal(&found).worth.pvc.is_at_least);
    check(
        &found,
        &[
            ("p1/worth/pvc", "20250"),
            ("p1/worth/cost/o1", "12250"),
            ("p1/worth/cost/o3", "8000"),
        ],
    );
}

#[test]
fn what_only_moves_money_counts_in_fiscal_return_and_never_in_benefits() {
    let found = over(
        1,
        &format!(
            r#"{COST} benefits: [
                (id: "be1", measure: Sum, class: Fiscal, partner: "o1", amount: "500", is_transfer: true),
                (id: "be2", measure: Sum, class: Fiscal, partner: "o3", amount: "700", cashable: "100%"),
                (id: "be3", measure: Sum, class: Economic, amount: "900"),
            ]"#
        ),
    );
    check(
        &found,
        &[
            ("p1/worth/pvb", "1600"),
            ("p1/worth/bcr", "1.6"),
            ("p1/worth/fiscal-return", "0.5"),
            ("p1/worth/cash-return", "0"),
            ("p1/worth/gain/public", "900"),
            ("p1/worth/gain/o3", "700"),
        ],
    );
}

#[test]
fn money_of_later_years_is_brought_to_base_year_prices() {
    let plan = r#"(id: "p1", cash_lines: [(id: "c1", kind: Profiled, partner: "o1", purpose: Running,
        years: [(id: "y1", year: "2027/28", amount: "1040")])])"#;
    let indices = r#"horizon: "2", price_indices: [
        (id: "px1", year: "2026/27", index: "106"), (id: "px2", year: "2027/28", index: "108.12")]"#;
    check(
        &of(indices, plan),
        &[
            ("p1/worth/year-cost/2027", "1019.6078431373"),
            ("p1/worth/pvc", "985.1283508573"),
        ],
    );
    // Without an index the amount is left out, and the total says so.
    let found = of("horizon: \"2\"", plan);
    let pvc = appraisal(&found).worth.pvc;
    assert_eq!((pvc.amount, pvc.is_at_least), (Money::ZERO, true));
    let year = found.year;
    assert_eq!(appraisal(&found).worth.npsv, Money::ZERO);
    assert_eq!(year, appraisal(&found).first_year);
}

#[test]
fn money_flows_when_the_settings_say() {
    let pvc = |timing: &str| {
        let found = of(
            &format!("horizon: \"3\", {timing}"),
            &format!("(id: \"p1\", {COST})"),
        );
        exact_text(appraisal(&found).worth.pvc.amount.decimal())
    };
    assert_eq!(pvc("timing: StartOfYear"), "2966.1835748792");
    assert_eq!(pvc("timing: MidYear"), "2932.6530162655");
    assert_eq!(pvc(""), "2899.6942752456");
}

#[test]
fn a_claim_above_the_whole_of_an_outcome_is_counted_once() {
    let found = of(
        "horizon: \"1\"",
        r#"(id: "p1", name: "Hub", benefits: [(id: "be1", measure: Sum, class: Fiscal, partner: "o1", cashable: "100%",
            amount: "1000", outcome: "ou1", claim: "80%")]),
           (id: "p2", name: "Forum", benefits: [(id: "be2", measure: Sum, class: Fiscal, partner: "o2", cashable: "100%",
            amount: "3000", outcome: "ou1", claim: "70%")])"#,
    );
    check(
        &found,
        &[
            ("p1/worth/pvb", "1000"),
            ("p2/worth/pvb", "3000"),
            ("portfolio/worth/pvb", "2666.6666666667"),
            ("portfolio/worth/npsv", "2666.6666666667"),
        ],
    );
    let asked: Vec<_> = found
        .queries()
        .filter(|it| it.message.contains("150%"))
        .map(|it| (it.partnership.unwrap().to_string(), it.record.to_string()))
        .collect();
    let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    assert_eq!(asked, [pair("p1", "be1"), pair("p2", "be2")]);
    let net = |id: &str| {
        let positions = &found.portfolio.worth.positions;
        exact_text(positions[&Some(id.parse().unwrap())].net().decimal())
    };
    assert_eq!(
        (net("o1"), net("o2")),
        ("666.6666666667".to_owned(), "2000".to_owned())
    );
}

fn shared_out(third: &str) -> Transfers {
    let found = of(
        "horizon: \"1\"",
        &format!(
            r#"(id: "p1", cash_lines: [
                (id: "c1", amount: "4000", partner: "o1", purpose: Running),
                (id: "c2", amount: "3000", partner: "o2", purpose: Running),
                (id: "c3", amount: "{third}", partner: "o3", purpose: Running),
            ], benefits: [
                (id: "be1", measure: Sum, class: Fiscal, partner: "o1", amount: "10000", cashable: "100%"),
                (id: "be2", measure: Sum, class: Fiscal, partner: "o2", amount: "10000", cashable: "50%"),
                (id: "be3", measure: Sum, class: Social, amount: "99999"),
            ])"#
        ),
    );
    found.portfolio.worth.transfers
}

#[test]
fn those_who_gain_cash_make_up_what_others_lose() {
    let pays = |from: &str, amount: i64| Transfer {
        from: from.parse::<Id>().unwrap(),
        to: "o3".parse().unwrap(),
        amount: Money::from(amount),
    };
    assert_eq!(
        shared_out("4000"),
        Transfers::Paid(vec![pays("o1", 3000), pays("o2", 1000)])
    );
    assert_eq!(shared_out("0"), Transfers::NotNeeded);
    assert_eq!(shared_out("9000"), Transfers::NothingToShare);
}

#[test]
fn an_option_that_another_betters_is_marked() {
    let found = over(
        1,
        &format!(
            r#"{COST} judgements: [(id: "j1", score: "50")], options: [
                (id: "op1", form: Other, keeps: "50%", achievement: "60"),
                (id: "op2", form: Other, achievement: "40", cash_lines: [
                    (id: "c2", amount: "200", partner: "o1", purpose: Running)]),
                (id: "op3", form: Other),
            ]"#
        ),
    );
    check(
        &found,
        &[
            ("p1/worth/option/op1/pvc", "500"),
            ("p1/worth/option/op2/pvc", "1200"),
            ("p1/worth/option/op2/incremental-npsv", "-200"),
        ],
    );
    let options = &appraisal(&found).options;
    let better = Course::Option("op1".parse().unwrap());
    assert_eq!(options[0].dominated_by, None);
    assert_eq!(options[1].dominated_by, Some(better));
    assert_eq!(options[2].dominated_by, None);
}

#[test]
fn an_outcome_costs_what_its_other_benefits_leave() {
    // Units 40 × 50 % = 20; other benefits 300; (1,000 − 300) ÷ 20 = £35.
    let found = over(
        1,
        &format!(
            r#"{COST} benefits: [
                (id: "be1", class: Social, outcome: "ou1", claim: "50%", population: "40", unit_value: "10"),
                (id: "be2", class: Economic, measure: Sum, amount: "300"),
            ]"#
        ),
    );
    check(
        &found,
        &[
            ("p1/worth/outcome/ou1", "35"),
            ("p1/worth/pvb", "500"),
            ("p1/worth/break-even", "500"),
        ],
    );
}

#[test]
fn a_reference_case_stands_in_place_of_deadweight() {
    // 100 × 80 % × 2 = 160, less 40 = 120; profile 25 % in the year: 30 × £10.
    let found = over(
        1,
        r#"benefits: [(id: "be1", class: Social, population: "100", take_up: "80%", impact: "2", reference_case: "40",
            deadweight: "90%", unit_value: "10", years: [(id: "by1", year: "2026/27", share: "25%")])]"#,
    );
    check(&found, &[("p1/worth/benefit/be1", "300")]);
    let steps: Vec<_> = appraisal(&found).benefits[0]
        .steps
        .iter()
        .map(|(field, left)| (*field, exact_text(left.decimal())))
        .collect();
    let step = |field, left: &str| (field, left.to_owned());
    assert_eq!(
        steps,
        [
            step("population", "100"),
            step("take_up", "80"),
            step("impact", "160"),
            step("reference_case", "120")
        ]
    );
}

#[test]
fn progress_is_measured_against_the_time_that_had_passed() {
    // 912 of 1,094 days; 0.4 ÷ (456 ÷ 547) = 0.4798: red. Half way on the day of the baseline is not known.
    let found = over(
        1,
        r#"indicators: [
            (id: "i1", baseline: "20", target: "10", actual: "16", baseline_date: "2024-04-01",
                target_date: "2027-03-31", actual_date: "2026-09-30"),
            (id: "i2", baseline: "0", target: "10", actual: "5", baseline_date: "2024-04-01",
                target_date: "2027-03-31", actual_date: "2024-04-01"),
            (id: "i3", baseline: "0", target: "10", actual: "9", baseline_date: "2024-04-01",
                target_date: "2025-03-31", actual_date: "2026-09-30"),
        ]"#,
    );
    check(
        &found,
        &[
            ("p1/progress/i1", "0.4"),
            ("p1/time-adjusted/i1", "0.4798245614"),
            ("p1/time-adjusted/i2", "not known"),
            ("p1/time-adjusted/i3", "0.9"),
        ],
    );
    let ratings = found.partnerships[0].indicators.iter().map(|it| it.rating);
    let ratings: Vec<_> = ratings.collect();
    assert_eq!(ratings, [Some(Rating::Red), None, Some(Rating::Green)]);
}

#[test]
fn sixty_years_are_tested_with_the_lower_rates_too() {
    check(
        &over(60, COST),
        &[
            ("p1/worth/npsv", "-26228.4775145861"),
            ("p1/worth/npsv-at-lower-rates", "-28951.079220113"),
        ],
    );
    assert_eq!(appraisal(&over(50, COST)).npsv_at_lower_rates, None);
}

/// Every edge gives a sensible figure, or says that there is none.
#[test]
fn edges() {
    // Five hundred years of £1,000: the bands of the schedule multiplied year by year.
    check(&over(500, COST), &[("p1/worth/pvc", "32300.9984836414")]);
    check(
        &over(1, COST),
        &[("p1/worth/pvc", "1000"), ("p1/worth/payback", "not known")],
    );

    let nothing = over(10, "");
    let worth = &appraisal(&nothing).worth;
    assert_eq!(
        (worth.npsv, worth.bcr, worth.band),
        (Money::ZERO, None, None)
    );
    assert_eq!(worth.payback, Payback::After(Number::ZERO));
    assert_eq!(worth.break_even, Some(Money::ZERO));

    // A benefit without a cost has no ratio; a disbenefit is below nought.
    let free = over(
        1,
        r#"benefits: [(id: "be1", class: Social, measure: Sum, amount: "-50")]"#,
    );
    let worth = &appraisal(&free).worth;
    assert_eq!((worth.npsv, worth.bcr), (Money::from(-50), None));
    assert_eq!(worth.payback, Payback::Never);
    assert_eq!(worth.break_even, Some(Money::from(50)));

    // A cost without a priced benefit has no ratio either: not known is not nought.
    let unpriced = over(1, COST);
    let worth = &appraisal(&unpriced).worth;
    assert_eq!(
        (worth.npsv, worth.bcr, worth.band),
        (Money::from(-1000), None, None)
    );
    assert_eq!(appraisal(&over(1, &sum_of("0"))).worth.band, Some("poor"));

    // It starts after the last year that is looked at.
    let late = over(
        5,
        r#"benefits: [(id: "be1", class: Social, measure: Sum, amount: "900", first_year: "2040/41")]"#,
    );
    check(&late, &[("p1/worth/benefit/be1", "0")]);
    assert!(!appraisal(&late).worth.pvb.is_at_least);

    // Without a unit value it has no price, and the total is at least.
    let unpriced = over(
        5,
        r#"benefits: [(id: "be1", class: Social, population: "10")]"#,
    );
    let it = appraisal(&unpriced);
    assert_eq!(it.unpriced, ["be1".parse().unwrap()]);
    assert!(it.worth.pvb.is_at_least && it.benefits[0].value.is_none());
    assert_eq!(it.benefits[0].net_quantity, Some(Number::from(10)));

    // A target that is its baseline.
    let flat = over(
        1,
        r#"indicators: [(id: "i1", baseline: "5", target: "5", actual: "7")]"#,
    );
    check(&flat, &[("p1/progress/i1", "not known")]);

    // What was spent once before year 0 is sunk.
    let sunk = over(
        5,
        r#"cash_lines: [(id: "c1", kind: OneOff, year: "2024/25", amount: "9000", partner: "o1", purpose: Running)]"#,
    );
    assert_eq!(appraisal(&sunk).sunk, ["c1".parse().unwrap()]);
    check(&sunk, &[("p1/worth/pvc", "0")]);
}

/// Money that flows a year later is worth less by the rate of that year: 3.5 % up to year 30, 3 % from year 31.
#[test]
fn a_year_later_is_worth_less_by_the_rate_of_that_year() {
    let worth = |t: i32| {
        let start = 2026 + t;
        let found = over(
            40,
            &format!(
                r#"benefits: [(id: "be1", class: Social, measure: Sum, amount: "1000", first_year: "{start}/{:02}",
                    last_year: "{start}/{:02}")]"#,
                (start + 1) % 100,
                (start + 1) % 100
            ),
        );
        appraisal(&found).worth.pvb.amount.decimal()
    };
    for t in [0, 1, 7, 28, 29] {
        let gap = worth(t) - worth(t + 1) * Decimal::new(1035, 3);
        assert!(gap.abs() < Decimal::new(2, 10), "{t}: {gap}");
    }
    for t in [30, 31] {
        let gap = worth(t) - worth(t + 1) * Decimal::new(103, 2);
        assert!(gap.abs() < Decimal::new(2, 10), "{t}: {gap}");
    }
}

/// 105 × 106 ÷ 96.2507 = 115.63552265074…, rounded once to 115.6355226507; three of it are 346.9065679521, not …522.
#[test]
fn an_explanation_adds_up_what_was_rounded() {
    let benefit = |n: u32| {
        format!(
            r#"(id: "be{n}", class: Economic, measure: Sum, amount: "105", price_year: "2023/24")"#
        )
    };
    let found = of(
        r#"horizon: "1", price_indices: [(id: "px1", year: "2026/27", index: "106")]"#,
        &format!(
            "(id: \"p1\", benefits: [{}, {}, {}])",
            benefit(1),
            benefit(2),
            benefit(3)
        ),
    );
    check(
        &found,
        &[
            ("p1/worth/benefit/be1", "115.6355226507"),
            ("p1/worth/class/economic", "346.9065679521"),
            ("p1/worth/gain/public", "346.9065679521"),
        ],
    );
}

/// What is not known is neither recommended nor called "at least" where it may be less.
#[test]
fn what_is_not_known_is_not_weighed() {
    let options = r#"options: [
        (id: "op1", name: "Fewer", form: Other, achievement: "500", lines: [(id: "ol1", record: "c1")]),
        (id: "op2", name: "Untouched", form: Merge),
        (id: "op3", name: "Half", form: Other, keeps: "50%"),
        (id: "op4", name: "Leave", form: Leave),
    ],"#;
    let benefits = r#"benefits: [
        (id: "be1", class: Social, measure: Sum, amount: "3000"),
        (id: "be2", name: "Trust", class: Social, measure: Sum)]"#;
    let found = over(1, &format!("{COST} {options} {benefits}"));
    let comparable: Vec<bool> = appraisal(&found)
        .options
        .iter()
        .map(|it| it.is_comparable)
        .collect();
    // The blank share, the untouched one, and those that lose a part of what has no price.
    assert_eq!(comparable, [false; 4]);
    assert_eq!(appraisal(&found).options[0].achievement, None);
    let priced = over(
        1,
        &format!(
            "{COST} {options} benefits: [(id: \"be1\", class: Social, measure: Sum, amount: \"3000\")]"
        ),
    );
    let comparable: Vec<bool> = appraisal(&priced)
        .options
        .iter()
        .map(|it| it.is_comparable)
        .collect();
    assert_eq!(comparable, [false, false, true, true]);

    let unknown = over(
        1,
        r#"cash_lines: [(id: "c1", amount: "1000", partner: "o1", purpose: Running),
            (id: "c2", name: "Fee", partner: "o1", purpose: Running)],
        benefits: [(id: "be1", class: Social, measure: Sum, amount: "3000")]"#,
    );
    let question = Question { year: unknown.year };
    let said = |id: &str| {
        let explained = explain(&unknown.register, newest(), question, id.parse().unwrap());
        explained.unwrap().honest_text()
    };
    assert_eq!(said("p1/worth/pvc"), "at least £1,000.00");
    assert_eq!(said("p1/worth/npsv"), "£2,000.00, of what is known");
    assert_eq!(said("p1/worth/bcr"), "3, of what is known");
}

#[test]
fn nothing_is_left_out_without_a_query() {
    let asks = |found: &Findings, words: &str| {
        let n = found
            .queries()
            .filter(|it| it.message.contains(words))
            .count();
        assert!(
            n > 0,
            "{words}: {:?}",
            found.queries().map(|it| &it.message).collect::<Vec<_>>()
        );
    };
    // A plan of a coming year without an index.
    let plan = over(
        5,
        r#"cash_lines: [(id: "c1", kind: Profiled, partner: "o1", purpose: Running,
            years: [(id: "y1", year: "2027/28", amount: "50000")])]"#,
    );
    asks(&plan, "No index of prices is known");
    // A benefit in prices that cannot be brought to the base year's has no price, and makes no ratio.
    let old = over(
        5,
        &format!(
            r#"{COST} benefits: [(id: "be1", class: Social, measure: Sum, amount: "9", price_year: "1940/41")]"#
        ),
    );
    assert_eq!(appraisal(&old).worth.band, None);
    assert_eq!(appraisal(&old).unpriced, ["be1".parse().unwrap()]);
    asks(&old, "No index of prices is known");
    // Beyond belief, outside the years, longer than the partnership.
    let huge = over(
        2,
        r#"benefits: [(id: "be1", class: Social, population: "1000000000", impact: "1000000000", unit_value: "1000000")]"#,
    );
    assert_eq!(appraisal(&huge).worth.pvb.amount, Money::ZERO);
    asks(&huge, "so it is left out");
    let late = over(
        2,
        r#"benefits: [(id: "be1", class: Social, measure: Sum, amount: "9", first_year: "2040/41")]"#,
    );
    asks(&late, "none of the years of the appraisal");
    let ended = over(
        9,
        r#"start: "2027-04-01", end: "2029-03-31", benefits: [(id: "be1", class: Social, measure: Sum, amount: "9")]"#,
    );
    asks(&ended, "goes on after it");
    asks(&ended, "this starts before it");
}
