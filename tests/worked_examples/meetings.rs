//! Meetings, from the time in them to the biscuits: working.md, part B.

use crate::worked_examples::{check, of_partnership, of_partnerships};

#[test]
fn the_liaison_board() {
    let found = crate::support::registers::findings(&crate::support::registers::register(
        r#"settings: (base_year: "2026/27"),
        partners: [(id: "o1", is_us: true), (id: "o2")],
        grades: [(id: "g7", pay: HourlyCost, amount: "45.00"), (id: "g8", pay: HourlyCost, amount: "32.00")],
        partnerships: [(id: "p1", meetings: [(id: "m1", times_a_year: "12", length: "1h 30m", attendees: [
            (id: "a1", partner: "o1", grade: "g7", number: "3"),
            (id: "a2", partner: "o2", grade: "g8", number: "2"),
        ])])]"#,
    ));
    check(
        &found,
        &[
            ("p1/hours-in-meetings", "90"),
            ("p1/category/meetings/full", "3582"),
            ("p1/annual-cost/exhibit2", "3582"),
            ("p1/annual-cost/full", "3582"),
            ("p1/partner/o1/full", "2430"),
            ("p1/partner/o2/full", "1152"),
            ("p1/grade/g7/full", "2430"),
            ("p1/ours/exhibit2", "2430"),
            ("p1/record/a2/full", "1152"),
            ("p1/record-hours/m1", "90"),
        ],
    );
}

/// Ten meetings of 2 h, 40 % of them online.
fn ten_meetings(attendees: &str, expenses: &str) -> fruitful::findings::findings::Findings {
    of_partnership(&format!(
        r#"meetings: [(id: "m1", times_a_year: "10", length: "2", online_share: "40%",
            attendees: [{attendees}], expenses: [{expenses}])]"#
    ))
}

#[test]
fn attendance_preparation_travel_and_the_share_online() {
    let found = ten_meetings(
        r#"(id: "a1", partner: "o1", grade: "g1", number: "4", attendance: "75%",
            preparation: "1h 30m", travel: "1", fares: "6.50", miles: "12")"#,
        "",
    );
    check(
        &found,
        &[
            ("p1/hours-in-meetings", "60"),
            ("p1/hours", "123"),
            ("p1/category/meetings/exhibit2", "1800"),
            ("p1/category/meetings/full", "1800"),
            ("p1/category/preparation/exhibit2", "0"),
            ("p1/category/preparation/full", "1350"),
            ("p1/category/travel/exhibit2", "0"),
            ("p1/category/travel/full", "540"),
            ("p1/category/expenses/exhibit2", "214.2"),
            ("p1/category/expenses/full", "214.2"),
            ("p1/class/direct/full", "214.2"),
            ("p1/class/opportunity/full", "3690"),
            ("p1/non-staff/full", "214.2"),
            ("p1/grade/g1/exhibit2", "1800"),
            ("p1/annual-cost/exhibit2", "2014.2"),
            ("p1/annual-cost/full", "3904.2"),
        ],
    );
}

#[test]
fn a_typed_mileage_rate_stands_in_place_of_the_convention() {
    let found = crate::support::registers::findings(&crate::support::registers::register(
        r#"settings: (base_year: "2026/27", mileage_rate: "0.40"),
        grades: [(id: "g1", pay: HourlyCost, amount: "30")],
        partnerships: [(id: "p1", meetings: [(id: "m1", times_a_year: "10", length: "2", attendees: [
            (id: "a1", grade: "g1", number: "4", preparation: "0", travel: "0", miles: "12")])])]"#,
    ));
    check(
        &found,
        &[
            ("p1/category/expenses/full", "192"),
            ("p1/partner/unassigned/full", "2592"),
        ],
    );
}

#[test]
fn a_bought_venue_is_direct_and_a_given_one_in_kind() {
    let found = ten_meetings(
        "",
        r#"(id: "x1", name: "Minutes", cost: "85", partner: "o2"),
           (id: "x2", name: "Room", cost: "60", partner: "o1", is_given: true)"#,
    );
    check(
        &found,
        &[
            ("p1/category/expenses/exhibit2", "850"),
            ("p1/category/in_kind/exhibit2", "0"),
            ("p1/category/in_kind/full", "600"),
            ("p1/class/direct/full", "850"),
            ("p1/class/in_kind/full", "600"),
            ("p1/annual-cost/exhibit2", "850"),
            ("p1/annual-cost/full", "1450"),
            ("p1/partner/o1/full", "600"),
        ],
    );
}

#[test]
fn volunteers_give_their_time_in_kind_on_both_bases() {
    let found = ten_meetings(
        r#"(id: "a1", partner: "o2", grade: "g4", number: "2", preparation: "30 min", travel: "0")"#,
        "",
    );
    check(
        &found,
        &[
            ("p1/category/meetings/exhibit2", "857.1428571429"),
            ("p1/class/in_kind/exhibit2", "857.1428571429"),
            ("p1/category/preparation/full", "214.2857142857"),
            ("p1/class/in_kind/full", "1071.4285714286"),
            ("p1/annual-cost/full", "1071.4285714286"),
        ],
    );
}

#[test]
fn elected_members_time_is_an_opportunity_cost() {
    let found = ten_meetings(
        r#"(id: "a1", partner: "o1", grade: "g5", number: "1", preparation: "0", travel: "0")"#,
        "",
    );
    check(
        &found,
        &[
            ("p1/class/opportunity/exhibit2", "326.25"),
            ("p1/annual-cost/full", "326.25"),
        ],
    );
}

#[test]
fn partnership_staff_are_there_at_nought() {
    let found = ten_meetings(
        r#"(id: "a1", partner: "o1", grade: "g1", number: "1", preparation: "1", travel: "1", fares: "5", is_partnership_staff: true)"#,
        "",
    );
    check(
        &found,
        &[
            ("p1/hours-in-meetings", "20"),
            ("p1/hours", "0"),
            ("p1/grade/g1/full", "0"),
            ("p1/annual-cost/full", "30"),
        ],
    );
    assert!(!found.partnerships[0].annual_cost.full.is_at_least);
}

#[test]
fn a_partnership_of_half_a_year_meets_half_as_often() {
    let found = of_partnerships(
        r#"(id: "p1", start: "2026-10-01", meetings: [(id: "m1", times_a_year: "12", length: "1", attendees: [
            (id: "a1", partner: "o1", grade: "g1", number: "5", preparation: "0", travel: "0")])],
            in_kind: [(id: "k1", partner: "o1", quantity: "20", unit_cost: "15")])"#,
    );
    check(
        &found,
        &[
            ("p1/hours", "30"),
            ("p1/annual-cost/exhibit2", "900"),
            ("p1/annual-cost/full", "1050"),
        ],
    );
    let full_year = found.partnerships[0].full_year_cost.as_ref().unwrap();
    assert_eq!(full_year.exhibit2.amount, 1800.into());
    assert_eq!(full_year.full.amount, 2100.into());
}
