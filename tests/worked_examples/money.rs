//! Cash, one-offs, gifts and programme spending: working.md, part D.

use fruitful::units::year::FinancialYear;

use crate::support::registers::{findings_in, register};
use crate::worked_examples::{check, of_partnership};

#[test]
fn yearly_cash_counts_for_its_whole_months() {
    let found = of_partnership(
        r#"cash_lines: [
            (id: "c1", amount: "12000", partner: "o1"),
            (id: "c2", amount: "12000", partner: "o2", start: "2026-09-15"),
        ]"#,
    );
    check(
        &found,
        &[
            ("p1/record/c1/exhibit2", "12000"),
            ("p1/record/c2/exhibit2", "6000"),
            ("p1/class/direct/exhibit2", "18000"),
            ("p1/category/direct/full", "18000"),
            ("p1/annual-cost/full", "18000"),
            ("p1/non-staff/full", "18000"),
        ],
    );
}

#[test]
fn a_one_off_is_spread_over_its_own_life() {
    let found = of_partnership(
        r#"end: "2040-03-31", cash_lines: [
            (id: "c1", kind: OneOff, amount: "10000", year: "2025/26", life: "5", partner: "o1"),
            (id: "c2", kind: OneOff, amount: "10000", year: "2024/25", life: "2", partner: "o1"),
            (id: "c3", kind: OneOff, amount: "10000", year: "2027/28", life: "5", partner: "o1"),
            (id: "c4", kind: OneOff, amount: "10000", year: "2026/27", life: "1", partner: "o2"),
            (id: "c5", kind: OneOff, amount: "10000", year: "2020/21", life: "40", partner: "o2"),
        ]"#,
    );
    check(
        &found,
        &[
            ("p1/record/c1/exhibit2", "2214.813731581"),
            ("p1/record/c4/full", "10350"),
            ("p1/record/c5/full", "466.6100275471"),
            ("p1/partner/o1/full", "2214.813731581"),
            ("p1/annual-cost/exhibit2", "13031.4237591281"),
            ("p1/annual-cost/full", "13031.4237591281"),
        ],
    );
}

#[test]
fn without_a_life_it_is_spread_to_the_partnerships_end_year() {
    let one_off = r#"(id: "c1", kind: OneOff, amount: "10000", year: "2026/27", partner: "o1")"#;
    let found = of_partnership(&format!(r#"end: "2028-06-30", cash_lines: [{one_off}]"#));
    check(&found, &[("p1/annual-cost/full", "3569.3418055679")]);
    let found = of_partnership(&format!("cash_lines: [{one_off}]"));
    check(&found, &[("p1/annual-cost/full", "2214.813731581")]);
}

#[test]
fn a_one_off_counts_in_each_year_of_its_life_and_in_no_other() {
    let register = register(
        r#"settings: (base_year: "2026/27"), partnerships: [(id: "p1", cash_lines: [
            (id: "c1", kind: OneOff, amount: "10000", year: "2026/27", life: "2")])]"#,
    );
    for (year, by_hand) in [
        (2025, "0"),
        (2026, "5264.0049140049"),
        (2027, "5264.0049140049"),
        (2028, "0"),
    ] {
        let found = findings_in(&register, FinancialYear::starting(year));
        check(&found, &[("p1/annual-cost/full", by_hand)]);
    }
}

#[test]
fn gifts_count_at_full_cost_only() {
    let found = of_partnership(
        r#"in_kind: [
            (id: "k1", name: "Posters", partner: "o2", quantity: "20", unit_cost: "15"),
            (id: "k2", name: "Spare desk", partner: "o1", quantity: "12", unit_cost: (value: "0", source: "Empty since 2024")),
        ]"#,
    );
    check(
        &found,
        &[
            ("p1/class/in_kind/full", "300"),
            ("p1/category/in_kind/full", "300"),
            ("p1/annual-cost/exhibit2", "0"),
            ("p1/annual-cost/full", "300"),
            ("p1/record/k2/full", "0"),
        ],
    );
}

#[test]
fn programme_spending_stands_beside_the_annual_cost() {
    let found = of_partnership(
        r#"posts: [(id: "s1", partner: "o1", grade: "g2", fte: "2", purpose: Programme),
                   (id: "s2", partner: "o1", grade: "g2", fte: "0.2", purpose: Running)],
           cash_lines: [(id: "c1", amount: "90k", partner: "o2", purpose: Programme), (id: "c2", amount: "500", partner: "o2")],
           in_kind: [(id: "k1", partner: "o2", quantity: "1", unit_cost: "250", purpose: Programme)],
           between_meetings: [(id: "b1", partner: "o1", grade: "g1", hours_a_week: "1", weeks: "10", purpose: Programme)]"#,
    );
    check(
        &found,
        &[
            ("p1/programme-spend", "197050"),
            ("portfolio/programme-spend", "197050"),
            ("p1/annual-cost/exhibit2", "11150"),
            ("p1/annual-cost/full", "11150"),
            ("p1/hours", "313.316"),
        ],
    );
}
