//! Who gives how much of a working year: working.md, part K.

use fruitful::findings::findings::Question;
use fruitful::findings::time_ledger::{TimeLedger, TimeRow, TimeUse, Weight, time_ledger};
use fruitful::guidance::edition::newest;
use fruitful::units::display::exact_text;
use fruitful::units::exact;
use fruitful::units::quantity::{Money, Quantity};
use fruitful::units::year::FinancialYear;

use crate::support::registers::{findings, register};

const BODIES: &str = r#"settings: (base_year: "2026/27"),
    partners: [(id: "o1", name: "Us", is_us: true), (id: "o2", name: "Them")],
    grades: [
        (id: "g1", name: "Officer", pay: HourlyCost, amount: "30"),
        (id: "g2", name: "Manager", amount: "40000"),
        (id: "g3", name: "Chief", pay: HourlyCost, amount: "90", is_senior: true, posts: "1"),
        (id: "g4", name: "Volunteer", pay: DayRate, amount: "150", hours: "7"),
        (id: "g5", name: "Leader", pay: Allowance, amount: "12000", hours: "800", is_senior: true),
        (id: "g6", name: "Director", pay: HourlyCost, amount: "100", is_senior: true, weekly_hours: "36"),
    ],"#;

const BOARD: &str = r#"(id: "p1", name: "Board", meetings: [(id: "m1", times_a_year: "12", length: "2", attendees: [
    (id: "a1", partner: "o1", grade: "g3", number: "1", preparation: "1", travel: "0.5"),
    (id: "a2", partner: "o2", grade: "g1", number: "3", travel: "0"),
    (id: "a3", partner: "o2", grade: "g3", number: "1", preparation: "0", travel: "0", is_partnership_staff: true)])])"#;

fn ledger(partnerships: &str) -> TimeLedger {
    let register = register(&format!("{BODIES}\n partnerships: [{partnerships}],"));
    let question = Question {
        year: FinancialYear::starting(2026),
    };
    let ledger = time_ledger(&register, newest(), question);
    let portfolio = findings(&register).portfolio;
    assert_eq!(ledger.senior.days, portfolio.senior_days);
    assert_eq!(ledger.all.hours, portfolio.hours.all);
    ledger
}

fn row<'l>(ledger: &'l TimeLedger, grade: &str, partner: &str) -> &'l TimeRow {
    let mut rows = ledger.rows.iter();
    let found =
        rows.find(|it| (it.grade_name.as_str(), it.partner_name.as_str()) == (grade, partner));
    found.unwrap_or_else(|| panic!("no time of {grade}, {partner}"))
}

fn text(figure: impl Quantity) -> String {
    exact_text(figure.decimal())
}

/// The share to four decimals, and the posts.
fn share(row: &TimeRow) -> (String, Option<String>) {
    let share = row.share.expect("its year is known");
    let to_four = exact::round(share.share.decimal(), 4);
    (exact_text(to_four), share.posts.map(text))
}

#[test]
fn time_stands_by_use_and_staff_are_not_counted_twice() {
    let ledger = ledger(BOARD);
    let chief = row(&ledger, "Chief", "Us");
    let of = |time_use| chief.time.by_use.get(&time_use).copied().map(text);
    assert_eq!(of(TimeUse::Meetings).as_deref(), Some("24"));
    assert_eq!(of(TimeUse::Preparation).as_deref(), Some("12"));
    assert_eq!(of(TimeUse::Travel).as_deref(), Some("6"));
    assert_eq!(of(TimeUse::Posts), None);
    assert_eq!(text(chief.time.hours), "42");
    assert_eq!(text(chief.time.days), "5.6756756756");
    assert_eq!(text(chief.time.cost.amount), "3780");
    assert!(!chief.time.is_at_least);
    assert!(
        ledger
            .rows
            .iter()
            .all(|it| (it.grade_name.as_str(), it.partner_name.as_str()) != ("Chief", "Them"))
    );
    // The officers' preparation is not known.
    let officers = row(&ledger, "Officer", "Them");
    assert_eq!(text(officers.time.hours), "72");
    assert!(officers.time.is_at_least && officers.time.cost.is_at_least);
    assert_eq!(ledger.rows[0].grade_name, "Chief");
    assert_eq!(ledger.n_with_senior, 1);
    assert!(ledger.all.is_at_least && !ledger.senior.is_at_least);
}

#[test]
fn a_share_is_of_all_posts_of_the_grade_or_of_one() {
    let lent = r#"(id: "p2", name: "Hub", posts: [
        (id: "s1", kind: Lent, partner: "o2", grade: "g3", fte: "0.5", purpose: Running)],
        between_meetings: [
        (id: "b1", partner: "o1", grade: "g6", hours_a_week: "20", weeks: "40", purpose: Running),
        (id: "b2", partner: "o1", grade: "g5", hours_a_week: "5", weeks: "40", purpose: Running),
        (id: "b3", partner: "o1", grade: "g4", hours_a_week: "5", weeks: "40", purpose: Running),
        (id: "b4", partner: "o1", grade: "g6", hours_a_week: "9", weeks: "40", purpose: Programme)])"#;
    let ledger = ledger(&format!("{BOARD}, {lent}"));
    // One post, whoever bears its time: 42 h and 783.29 h.
    for partner in ["Us", "Them"] {
        let chief = row(&ledger, "Chief", partner);
        assert_eq!(share(chief), ("0.5268".into(), Some("1".into())));
        assert_eq!(chief.weight(), Some(Weight::Half));
    }
    let director = row(&ledger, "Director", "Us");
    assert_eq!(share(director), ("0.5249".into(), None));
    assert_eq!(text(director.time.days), "111.1111111111");
    assert_eq!(director.weight(), Some(Weight::Half));
    let leader = row(&ledger, "Leader", "Us");
    assert_eq!(share(leader), ("0.25".into(), None));
    assert_eq!(leader.weight(), Some(Weight::Quarter));
    assert_eq!(row(&ledger, "Volunteer", "Us").share, None);
    let named: Vec<&str> = director
        .largest
        .iter()
        .map(|(_, name, _)| &**name)
        .collect();
    assert_eq!(named, ["Hub"]);
}

#[test]
fn a_secondee_is_the_lenders_time_at_its_whole_cost() {
    let ledger = ledger(
        r#"(id: "p1", name: "Hub", secondments: [(id: "d1", grade: "g2", lender: "o2", host: "o1", fte: "0.5",
        recharge_share: "40%", is_free_of_vat: true, purpose: Running)])"#,
    );
    assert_eq!(ledger.rows.len(), 1);
    let manager = row(&ledger, "Manager", "Them");
    assert_eq!(manager.time.cost.amount, Money::from(26_625));
    assert_eq!(text(manager.time.hours), "783.29");
    assert_eq!(share(manager), ("0.5".into(), None));
    assert_eq!(manager.weight(), None);
}

#[test]
fn time_of_no_grade_has_hours_and_no_days() {
    let ledger = ledger(
        r#"(id: "p1", name: "Board", between_meetings: [
        (id: "b1", partner: "o1", hours_a_week: "2", weeks: "40", purpose: Running)])"#,
    );
    let unknown = row(&ledger, "no grade", "Us");
    assert_eq!(text(unknown.time.hours), "80");
    assert!(unknown.time.lacks_days && unknown.time.cost.is_at_least);
    assert!(!unknown.time.is_at_least);
    assert_eq!(unknown.share, None);
}
