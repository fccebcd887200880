//! Unknown parts, a part year, and what we bear: working.md, part E.

use fruitful::units::id::Id;

use crate::worked_examples::{check, of_partnership, of_partnerships};

fn ids(texts: &[&str]) -> Vec<Id> {
    texts.iter().map(|text| text.parse().unwrap()).collect()
}

#[test]
fn a_total_with_an_unknown_part_is_at_least_and_says_what_is_missing() {
    let found = of_partnership(
        r#"meetings: [(id: "m1", times_a_year: "4", length: "2", attendees: [
                (id: "a1", partner: "o1", grade: "g1", number: "5"),
                (id: "a2", partner: "o2", number: "1", preparation: "0", travel: "0")])],
           cash_lines: [(id: "c1", partner: "o1"), (id: "c2", partner: "o1", amount: "100"),
                        (id: "c3", kind: OneOff, partner: "o1", amount: "700")],
           posts: [(id: "s1", partner: "o1", grade: "g4", fte: "1")]"#,
    );
    check(
        &found,
        &[
            ("p1/annual-cost/exhibit2", "1300"),
            ("p1/annual-cost/full", "1300"),
            ("p1/hours", "1614.58"),
        ],
    );
    let it = &found.partnerships[0];
    assert!(it.annual_cost.exhibit2.is_at_least && it.annual_cost.full.is_at_least);
    assert_eq!(it.incomplete.exhibit2, ids(&["a2", "s1", "c1", "c3"]));
    assert_eq!(it.incomplete.full, ids(&["a1", "a2", "s1", "c1", "c3"]));
}

#[test]
fn what_a_basis_does_not_count_does_not_leave_it_incomplete() {
    let found = of_partnership(
        r#"meetings: [(id: "m1", times_a_year: "4", length: "2", attendees: [
            (id: "a1", partner: "o1", grade: "g1", number: "5")])], in_kind: [(id: "k1", partner: "o2")]"#,
    );
    let it = &found.partnerships[0];
    assert!(!it.annual_cost.exhibit2.is_at_least);
    assert!(it.annual_cost.full.is_at_least);
    assert_eq!(it.incomplete.full, ids(&["a1", "k1"]));
}

#[test]
fn programme_spending_that_is_not_known_is_at_least_too() {
    let found = of_partnership(
        r#"cash_lines: [(id: "c1", purpose: Programme), (id: "c2", purpose: Programme, amount: "5")]"#,
    );
    assert!(found.partnerships[0].programme.is_at_least);
    assert!(!found.partnerships[0].annual_cost.full.is_at_least);
    check(&found, &[("p1/programme-spend", "5")]);
}

#[test]
fn ours_and_the_portfolio_are_sums_of_the_partnerships() {
    let found = of_partnerships(
        r#"(id: "p1", cash_lines: [(id: "c1", amount: "1000", partner: "o1"), (id: "c2", amount: "300", partner: "o2")],
            judgements: [(id: "j1", score: "40")]),
           (id: "p2", cash_lines: [(id: "c3", amount: "50", partner: "o1"), (id: "c4", amount: "7")],
            in_kind: [(id: "k1", partner: "o1", quantity: "2", unit_cost: "10")])"#,
    );
    check(
        &found,
        &[
            ("p1/ours/full", "1000"),
            ("p2/ours/exhibit2", "50"),
            ("p2/ours/full", "70"),
            ("p2/partner/unassigned/full", "7"),
            ("p1/cost-per-point/full", "32.5"),
            ("p2/cost-per-point/full", "not known"),
            ("portfolio/annual-cost/exhibit2", "1357"),
            ("portfolio/annual-cost/full", "1377"),
            ("portfolio/ours/exhibit2", "1050"),
            ("portfolio/ours/full", "1070"),
            ("portfolio/class/in_kind/full", "20"),
        ],
    );
}
