//! Registers worked out by hand: each figure here stands in `working.md` with every step, and none came from the program.

mod achievement;
mod appraisal;
mod arrangements;
mod assumptions;
mod business_case;
mod editions;
mod estimate;
mod frontier;
mod health;
mod hours;
mod levers;
mod meetings;
mod money;
mod overlap;
mod staff;
mod time_ledger;
mod who_pays;
mod whole;

use std::collections::BTreeMap;

use fruitful::findings::detail::detail;
use fruitful::findings::explain::explain;
use fruitful::findings::findings::{Findings, Question};
use fruitful::guidance::edition::newest;
use fruitful::report::figures;
use fruitful::units::display;

use crate::support::registers::{findings, register};

/// Two bodies, of which the first is us, and grades with round costs an hour; used by most examples.
const BODIES: &str = r#"
    partners: [(id: "o1", name: "Us", is_us: true), (id: "o2", name: "Them")],
    grades: [
        (id: "g1", name: "Officer", pay: HourlyCost, amount: "30"),
        (id: "g2", name: "Manager", amount: "40000"),
        (id: "g3", name: "Chief", pay: HourlyCost, amount: "90", is_senior: true),
        (id: "g4", name: "Volunteer", pay: DayRate, amount: "150", hours: "7"),
        (id: "g5", name: "Member", pay: Allowance, amount: "12000", hours: "800"),
        (id: "g6", name: "Director", pay: HourlyCost, amount: "100", is_senior: true, weekly_hours: "36"),
    ],"#;

/// What the engine says of partnerships with these bodies and grades, in 2026/27.
fn of_partnerships(partnerships: &str) -> Findings {
    let settings = r#"settings: (base_year: "2026/27"),"#;
    findings(&register(&format!(
        "{settings}{BODIES}\n    partnerships: [{partnerships}],"
    )))
}

/// One partnership `p1` with these fields.
fn of_partnership(fields: &str) -> Findings {
    of_partnerships(&format!("(id: \"p1\", {fields})"))
}

/// Each figure is as worked out by hand, in the findings and in its explanation.
fn check(found: &Findings, expected: &[(&str, &str)]) {
    let question = Question { year: found.year };
    let mut seen = BTreeMap::new();
    let mut all = figures::portfolio(found);
    all.extend(figures::grades(found));
    for it in &found.partnerships {
        all.extend(figures::partnership(it));
        let detail = detail(&found.register, newest(), question, it.id).unwrap();
        all.extend(figures::records(it.id, &detail));
    }
    for figure in all {
        seen.insert(figure.id.to_string(), figure.value);
    }
    for (id, by_hand) in expected {
        let text = |value: Option<_>| value.map_or("not known".to_owned(), display::exact_text);
        let value = seen.get(*id).unwrap_or_else(|| panic!("no figure {id}"));
        assert_eq!(text(*value), *by_hand, "{id}");
        let explained = explain(&found.register, newest(), question, id.parse().unwrap());
        let explained = explained.and_then(|it| it.value);
        assert_eq!(text(explained), *by_hand, "explanation of {id}");
    }
}
