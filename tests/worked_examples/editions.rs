//! Editions of the guidance: an old one opens, and what a newer one would change is said: working.md, part O.

use fruitful::findings::edition_comparison::compare;
use fruitful::findings::findings::Question;
use fruitful::guidance::edition::{edition, newest};
use fruitful::units::display::exact_text;
use fruitful::units::quantity::Quantity;

use crate::support::registers::register;

#[test]
fn a_newer_edition_changes_what_its_numbers_change() {
    let register = register(
        r#"settings: (base_year: "2025/26", horizon: "1"),
        partners: [(id: "o1", name: "Us", is_us: true)],
        grades: [(id: "g1", name: "Manager", amount: "40000"), (id: "g2", name: "Officer", pay: LoadedCost, amount: "30000")],
        partnerships: [
            (id: "p1", name: "Board", posts: [(id: "s1", kind: Paid, grade: "g1", partner: "o1", fte: "1", purpose: Running)]),
            (id: "p2", name: "Forum", posts: [(id: "s2", kind: Paid, grade: "g2", partner: "o1", fte: "1", purpose: Running)]),
        ],"#,
    );
    let old = edition("2024-09").unwrap();
    let question = Question {
        year: register.settings.base_year,
    };
    let found = compare(&register, old, newest(), question);
    let ids: Vec<_> = found.changed.iter().map(|(id, _)| id.to_string()).collect();
    assert_eq!(ids, ["p1"]);
    let (before, after) = found.changed[0].1.annual_cost;
    assert_eq!(exact_text(before.amount.decimal()), "52264.2");
    assert_eq!(exact_text(after.amount.decimal()), "53250");
    let (before, after) = found.portfolio.npsv;
    assert_eq!(exact_text(before.decimal()), "-82264.2");
    assert_eq!(exact_text(after.decimal()), "-83250");
    // Against itself nothing changes.
    assert!(compare(&register, old, old, question).changed.is_empty());
}
