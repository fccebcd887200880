//! The money that hangs on each typed figure: working.md, part J.

use fruitful::findings::assumptions::{Assumptions, assumptions};
use fruitful::findings::findings::Question;
use fruitful::guidance::edition::newest;
use fruitful::units::display::exact_text;
use fruitful::units::quantity::{Money, Quantity};
use fruitful::units::year::FinancialYear;

use crate::support::registers::register;
use crate::worked_examples::BODIES;

fn log(partnerships: &str) -> Assumptions {
    let settings = r#"settings: (base_year: "2026/27"),"#;
    let register = register(&format!(
        "{settings}{BODIES}\n partnerships: [{partnerships}],"
    ));
    let question = Question {
        year: FinancialYear::starting(2026),
    };
    assumptions(&register, newest(), question)
}

/// Money and money at risk of a figure, `—` where no known cost rests on it.
fn of(log: &Assumptions, id: &str) -> (String, String) {
    let row = log.rows.iter().find(|it| it.input.to_string() == id);
    let row = row.unwrap_or_else(|| panic!("no figure {id}"));
    let text = |money: Option<Money>| money.map_or("—".into(), |it| exact_text(it.decimal()));
    (text(row.money), text(row.at_risk))
}

fn check(log: &Assumptions, expected: &[(&str, &str, &str)]) {
    for (id, money, at_risk) in expected {
        let by_hand = ((*money).to_owned(), (*at_risk).to_owned());
        assert_eq!(of(log, id), by_hand, "{id}");
    }
}

const BOARD: &str = r#"(id: "p1", name: "Board", meetings: [(id: "m1", times_a_year: "12",
    length: (value: "1.5", source: "Minutes", grade: 2), attendees: [
    (id: "a1", partner: "o1", grade: "g1", number: "3", preparation: "0", travel: "0")])])"#;

#[test]
fn every_figure_of_a_line_carries_the_whole_of_it() {
    let log = log(BOARD);
    check(
        &log,
        &[
            ("m1/length", "1620", "81"),
            ("m1/times_a_year", "1620", "648"),
            ("a1/number", "1620", "648"),
            ("g1/amount", "1620", "648"),
            ("a1/preparation", "0", "0"),
            ("g2/amount", "—", "—"),
        ],
    );
    assert_eq!(log.known_cost, Money::from(1620));
    assert_eq!(log.resting_without_source, Money::from(1620));
    // Most at risk first; what no cost rests on is last.
    let order: Vec<String> = log.rows.iter().map(|it| it.input.to_string()).collect();
    let at = |id: &str| order.iter().position(|it| it == id).unwrap();
    assert!(at("g1/amount") < at("m1/length"));
    assert!(at("m1/length") < at("a1/preparation"));
    assert!(at("a1/preparation") < at("g2/amount"));
}

#[test]
fn what_partnerships_share_carries_the_money_of_all() {
    let work = r#"(id: "p2", name: "Work", between_meetings: [
        (id: "b1", partner: "o1", grade: "g1", hours_a_week: "3", weeks: "40", purpose: Programme)])"#;
    let log = log(&format!("{BOARD}, {work}"));
    check(
        &log,
        &[
            ("g1/amount", "5220", "2088"),
            ("b1/weeks", "3600", "1440"),
            ("m1/length", "1620", "81"),
        ],
    );
    assert_eq!(log.known_cost, Money::from(5220));
}

#[test]
fn a_line_that_is_not_known_hangs_no_money_on_what_is() {
    let log = log(
        r#"(id: "p1", name: "Board", meetings: [(id: "m1", times_a_year: "12", attendees: [
        (id: "a1", partner: "o1", grade: "g1", number: "3", preparation: "2", travel: "0")])],
        indicators: [(id: "i1", name: "Shops", baseline: "20", target: "10", actual: "16")])"#,
    );
    check(
        &log,
        &[
            ("m1/times_a_year", "2160", "864"),
            ("a1/preparation", "2160", "864"),
            ("i1/actual", "—", "—"),
        ],
    );
    let last = log.rows.last().unwrap();
    assert_eq!(last.money, None);
}

#[test]
fn the_life_of_a_one_off_carries_its_yearly_share() {
    let log = log(
        r#"(id: "p1", name: "Board", cash_lines: [(id: "c1", name: "Launch", kind: OneOff, amount: "1000",
        life: "1", year: "2026/27", partner: "o1", purpose: Running)])"#,
    );
    // £1,000 over one year: 1,000 ÷ (1 ÷ 1.035) = £1,035.
    check(
        &log,
        &[("c1/amount", "1035", "414"), ("c1/life", "1035", "414")],
    );
}

#[test]
fn money_rests_on_a_figure_without_a_source_until_every_one_of_its_line_has_one() {
    let sourced = r#"(id: "p1", name: "Budget", cash_lines: [
        (id: "c1", amount: (value: "9000", source: "Ledger", grade: 1), partner: "o1", purpose: Running),
        (id: "c2", amount: (value: "(500)", who: "Head of finance"), partner: "o1", purpose: Running)])"#;
    let log = log(sourced);
    check(
        &log,
        &[("c1/amount", "9000", "0"), ("c2/amount", "-500", "200")],
    );
    assert_eq!(log.known_cost, Money::from(8500));
    assert_eq!(log.resting_without_source, Money::from(-500));
    assert_eq!(log.n_costed_without_source, 1);
}
