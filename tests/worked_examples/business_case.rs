//! A business case in the manner of a council's: ten years, six benefits of all four classes, two price years, two
//! options. Every figure stands in `working.md`, part L, worked out with exact fractions from the method note.

use fruitful::findings::appraisal::Payback;
use fruitful::findings::findings::Findings;
use fruitful::model::value_statement::ValueStatement;
use fruitful::report::value_for_money::{compose, is_out_of_date};
use fruitful::units::quantity::{Money, Quantity};

use super::check;
use crate::support::registers::{findings, register};

const CASE: &str = r#"
    settings: (
        base_year: "2026/27", price_growth: "2%",
        price_indices: [(id: "px1", year: "2026/27", index: "106")],
    ),
    partners: [
        (id: "o1", name: "Us", is_us: true),
        (id: "o2", name: "Health trust", kind: Health),
    ],
    grades: [(id: "g1", name: "Co-ordinator", pay: LoadedCost, amount: "50000")],
    outcomes: [(id: "ou1", name: "Children kept safe", unit: "child")],
    partnerships: [(
        id: "p1", name: "Family hub", members: ["o1", "o2"], additional_share: "50%",
        posts: [(id: "s1", name: "Co-ordinator", kind: Paid, grade: "g1", partner: "o1", fte: "1", purpose: Running)],
        cash_lines: [
            (id: "c1", name: "Rooms", amount: "12000", partner: "o2", purpose: Running),
            (id: "c2", name: "Set-up", kind: SetUp, year: "2026/27", amount: "30000", partner: "o1", purpose: Running),
            (id: "c3", name: "Projects", amount: "40000", partner: "o2", purpose: Programme),
            (id: "c4", name: "Exit", kind: Exit, amount: "25000", partner: "o1", purpose: Running),
        ],
        benefits: [
            (id: "be1", name: "Fewer placements", class: Fiscal, cashable: "60%", partner: "o1", measure: Chain,
                population: "400", take_up: "50%", impact: "0.2", deadweight: "25%", attribution: "20%",
                unit_value: "2500", lag: "1", drop_off: "10%"),
            (id: "be2", name: "Officers’ time", class: Fiscal, partner: "o2", measure: Sum, amount: "18000",
                price_year: "2023/24"),
            (id: "be3", name: "Parents in work", class: Economic, measure: Chain, population: "30", deadweight: "40%",
                displacement: "20%", multiplier: "1.25", unit_value: "1500", lag: "2"),
            (id: "be4", name: "Better health", class: Social, schedule: Health, measure: Chain, population: "1000",
                take_up: "10%", impact: "0.05", attribution: "40%", unit_value: "20000", lag: "1", drop_off: "20%"),
            (id: "be5", name: "Reviews not needed", class: Fiscal, cashable: "100%", partner: "o1", measure: Sum,
                amount: "9000", is_nominal: true, outcome: "ou1", is_avoided_cost: true),
            (id: "be6", name: "Longer journeys", class: Social, measure: Sum, amount: "-5000", last_year: "2030/31",
                years: [(id: "by1", year: "2026/27", share: "50%")]),
        ],
        options: [
            (id: "op1", name: "Leave", form: Leave, from: "2029/30"),
            (id: "op2", name: "Network", form: Network, from: "2028/29", achievement: "40",
                lines: [
                    (id: "ol1", record: "s1", keeps: "40%"), (id: "ol2", record: "c1", keeps: "50%"),
                    (id: "ol3", record: "be1", keeps: "70%"), (id: "ol4", record: "be4", keeps: "50%"),
                ],
                cash_lines: [(id: "c5", name: "Web site", amount: "3000", partner: "o1", purpose: Running)]),
        ],
    )],"#;

fn case() -> Findings {
    findings(&register(CASE))
}

#[test]
fn the_case_is_worth_what_it_is_by_hand() {
    check(
        &case(),
        &[
            ("p1/worth/pvc", "735830.293727191"),
            ("p1/worth/pvb", "964881.2840677584"),
            ("p1/worth/npsv", "229050.9903405674"),
            ("p1/worth/bcr", "1.3112823599"),
            ("p1/worth/cost/o1", "460384.3254434091"),
            ("p1/worth/cost/o2", "275445.9682837819"),
            ("p1/worth/net/o2", "-104813.7977237704"),
            ("p1/worth/net/public", "404766.1273404618"),
            ("p1/worth/benefit/be1", "318105.5946488242"),
            ("p1/worth/benefit/be2", "170632.1705600115"),
            ("p1/worth/benefit/be3", "179320.5792177018"),
            ("p1/worth/benefit/be4", "246310.9441658211"),
            ("p1/worth/benefit/be5", "71377.3915184609"),
            ("p1/worth/benefit/be6", "-20865.3960430611"),
            ("p1/worth/fiscal-return", "0.7612015454"),
            ("p1/worth/cash-return", "0.3563875401"),
            ("p1/worth/payback", "1.3695712638"),
            ("p1/worth/equivalent-annual-cost", "85485.2570396345"),
            ("p1/worth/break-even", "0"),
            ("p1/worth/year-cost/2026", "112000"),
            ("p1/worth/year-benefit/2026", "26323.2324544133"),
            ("p1/worth/year-cost/2027", "82000"),
            ("p1/worth/cumulative/2027", "-24972.3927861373"),
            ("p1/worth/cumulative/2035", "229050.9903405674"),
            ("p1/worth/class/fiscal-cashable", "262240.7483077555"),
            ("p1/worth/class/fiscal-non-cashable", "297874.4084195411"),
            ("p1/worth/class/economic", "179320.5792177018"),
            ("p1/worth/class/social", "225445.54812276"),
            ("portfolio/worth/npsv", "229050.9903405674"),
        ],
    );
}

#[test]
fn the_options_are_worth_what_they_are_by_hand() {
    check(
        &case(),
        &[
            ("p1/worth/option/op1/pvc", "290323.4982118423"),
            ("p1/worth/option/op1/pvb", "310373.7892082084"),
            ("p1/worth/option/op1/npsv", "20050.2909963661"),
            ("p1/worth/option/op1/incremental-npsv", "-209000.6993442013"),
            ("p1/worth/option/op2/pvc", "516660.6969055557"),
            ("p1/worth/option/op2/pvb", "793242.0881843321"),
            ("p1/worth/option/op2/npsv", "276581.3912787764"),
            ("p1/worth/option/op2/incremental-npsv", "47530.400938209"),
            ("p1/worth/option/op2/bcr", "1.5353250072"),
        ],
    );
}

/// Section 11: Excel's `NPV()` discounts the first value too, which would make the costs 3.5 % less: £710,947.14.
/// A ratio that takes the exit of another option, or the tax, into its costs would be another too.
#[test]
fn the_first_year_is_not_discounted() {
    let found = case();
    let worth = &found.partnerships[0].appraisal.worth;
    assert_ne!(
        worth.pvc.amount.decimal().round_dp(2).to_string(),
        "710947.14"
    );
    assert_eq!(worth.band, Some("low"));
    assert!(matches!(worth.payback, Payback::After(_)));
    assert!(!worth.pvc.is_at_least && !worth.pvb.is_at_least);
    assert_eq!(worth.break_even, Some(Money::ZERO));
}

fn statement(found: &Findings) -> String {
    let one = &found.partnerships[0];
    let partnership = found.register.partnership(one.id).unwrap();
    compose(found, one, partnership, None, None)
}

#[test]
fn the_statement_says_what_it_costs_and_brings_before_any_ratio() {
    let said = statement(&case());
    let paragraphs: Vec<&str> = said.split("\n\n").collect();
    assert_eq!(
        paragraphs[0],
        "Over 10 years from 2026/27, Family hub costs £736k, programme spending with it, and brings benefits worth £965k in 2026/27 prices, \
         discounted: £229k more than it costs, or £1.31 of benefit for each £1, which by itself would be low value for \
         money."
    );
    assert!(paragraphs[1].contains("not known"), "{said}");
    assert!(paragraphs[2].contains("grade of evidence"), "{said}");
    assert!(
        paragraphs[3].contains("£262k releases cash") && paragraphs[3].contains("1.4 years"),
        "{said}"
    );
    assert!(
        paragraphs[4].contains("“Network” is worth most: £48k more"),
        "{said}"
    );
}

#[test]
fn the_statement_of_what_nobody_priced_has_no_ratio_and_names_it() {
    let some = CASE.replace("amount: \"18000\",", "");
    let said = statement(&findings(&register(&some)));
    assert!(
        said.contains("brings benefits worth at least £794k"),
        "{said}"
    );
    assert!(
        said.contains("One benefit has no price and stands in no total: Officers’ time."),
        "{said}"
    );
    let none = register(
        r#"settings: (base_year: "2026/27"), partners: [(id: "o1", name: "Us", is_us: true)], partnerships: [(id: "p1",
        name: "Forum", cash_lines: [(id: "c1", amount: "1000", partner: "o1", purpose: Running)],
        benefits: [(id: "be1", name: "Trust", population: "10")])],"#,
    );
    let said = statement(&findings(&none));
    assert!(
        said.starts_with(
            "Over 10 years from 2026/27, Forum costs £8.6k in 2026/27 prices, discounted. None of its benefits has a \
             price, so there is no ratio. What it brings would have to be worth £1k a year to come out even."
        ),
        "{said}"
    );
    assert!(!said.contains("value for money"), "{said}");
}

#[test]
fn an_edited_statement_is_out_of_date_once_the_figures_move() {
    let composed = statement(&case());
    let edited = ValueStatement {
        text: "Worth it, we think.".to_owned(),
        composed: composed.clone(),
    };
    assert!(!is_out_of_date(&edited, &composed));
    let dearer = CASE.replace("amount: \"12000\"", "amount: \"52000\"");
    let now = statement(&findings(&register(&dearer)));
    assert!(is_out_of_date(&edited, &now));
}
