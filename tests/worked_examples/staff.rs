//! Work between meetings, posts and secondments: working.md, part C.

use crate::worked_examples::{check, of_partnership};

#[test]
fn hours_a_week_times_typed_weeks() {
    let found = of_partnership(
        r#"between_meetings: [(id: "b1", partner: "o1", grade: "g1", hours_a_week: "3", weeks: "40")]"#,
    );
    check(
        &found,
        &[
            ("p1/hours", "120"),
            ("p1/annual-cost/exhibit2", "0"),
            ("p1/category/between_meetings/full", "3600"),
            ("p1/class/opportunity/full", "3600"),
        ],
    );
}

#[test]
fn weeks_left_blank_are_the_productive_weeks() {
    let found = of_partnership(
        r#"between_meetings: [(id: "b1", partner: "o1", grade: "g1", hours_a_week: "3")]"#,
    );
    check(
        &found,
        &[("p1/hours", "127.02"), ("p1/annual-cost/full", "3810.6")],
    );
}

#[test]
fn a_share_of_a_post_is_that_share_of_productive_hours() {
    let found =
        of_partnership(r#"between_meetings: [(id: "b1", partner: "o1", grade: "g1", fte: "0.1")]"#);
    check(
        &found,
        &[("p1/hours", "156.658"), ("p1/annual-cost/full", "4699.74")],
    );
}

#[test]
fn volunteers_work_between_meetings_in_kind_and_staffs_at_nought() {
    let found = of_partnership(
        r#"between_meetings: [
            (id: "b1", partner: "o2", grade: "g4", hours_a_week: "2", weeks: "35"),
            (id: "b2", partner: "o1", grade: "g1", hours_a_week: "9", weeks: "40", is_partnership_staff: true),
        ]"#,
    );
    check(
        &found,
        &[
            ("p1/hours", "70"),
            ("p1/class/in_kind/full", "1500"),
            ("p1/class/opportunity/full", "0"),
            ("p1/annual-cost/full", "1500"),
        ],
    );
}

#[test]
fn a_paid_post_is_direct_and_a_lent_one_an_opportunity_cost() {
    let found = of_partnership(
        r#"posts: [
            (id: "s1", kind: Paid, partner: "o1", grade: "g2", fte: "0.6"),
            (id: "s2", kind: Lent, partner: "o2", grade: "g2", fte: "0.5", start: "2026-10-01"),
            (id: "s3", kind: Lent, partner: "o2", grade: "g2", fte: "0.5", start: "2026-10-02"),
        ]"#,
    );
    check(
        &found,
        &[
            ("p1/record/s1/exhibit2", "31950"),
            ("p1/record/s2/exhibit2", "13312.5"),
            ("p1/record/s3/full", "11093.75"),
            ("p1/class/direct/full", "31950"),
            ("p1/class/opportunity/exhibit2", "24406.25"),
            ("p1/category/staff/exhibit2", "56356.25"),
            ("p1/annual-cost/full", "56356.25"),
            ("p1/partner/o2/full", "24406.25"),
            ("p1/record-hours/s1", "939.948"),
            ("p1/record-hours/s2", "391.645"),
        ],
    );
}

#[test]
fn a_secondment_is_borne_by_its_lender() {
    let found = of_partnership(
        r#"secondments: [(id: "d1", lender: "o2", host: "o1", grade: "g2", fte: "1", end: "2026-06-30")]"#,
    );
    check(
        &found,
        &[
            ("p1/category/secondments/exhibit2", "13312.5"),
            ("p1/class/opportunity/full", "13312.5"),
            ("p1/partner/o2/full", "13312.5"),
            ("p1/ours/full", "0"),
            ("p1/annual-cost/full", "13312.5"),
        ],
    );
}

#[test]
fn a_post_is_in_force_only_while_its_partnership_is() {
    let found = of_partnership(
        r#"start: "2026-07-01", end: "2026-12-31", posts: [
            (id: "s1", partner: "o1", grade: "g2", fte: "1", start: "2026-09-15", end: "2027-03-31")]"#,
    );
    check(
        &found,
        &[
            ("p1/annual-cost/full", "13312.5"),
            ("p1/record-hours/s1", "391.645"),
        ],
    );
    let full_year = found.partnerships[0].full_year_cost.as_ref().unwrap();
    assert_eq!(full_year.full.amount, 53_250.into());
}

#[test]
fn senior_days_are_hours_over_the_grades_own_day() {
    let found = of_partnership(
        r#"meetings: [(id: "m1", times_a_year: "6", length: "2", attendees: [
            (id: "a1", partner: "o1", grade: "g3", number: "1", preparation: "1h 42m", travel: "0"),
            (id: "a2", partner: "o2", grade: "g6", number: "3", preparation: "0", travel: "0"),
            (id: "a3", partner: "o2", grade: "g1", number: "5", preparation: "0", travel: "0"),
            (id: "a4", partner: "o1", grade: "g3", number: "1", is_partnership_staff: true),
        ])]"#,
    );
    check(
        &found,
        &[
            ("p1/senior-days", "8"),
            ("portfolio/senior-days", "8"),
            ("p1/annual-cost/exhibit2", "6480"),
            ("p1/annual-cost/full", "7398"),
        ],
    );
}
