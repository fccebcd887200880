//! One unit for every sum: what a register chooses is what its first screen, charts and text say.

use std::sync::Arc;

use jiff::civil::Date;

use fruitful::chart::catalogue::{CHARTS, PARTNERSHIP_CHARTS};
use fruitful::chart::doubts::Doubts;
use fruitful::costing::basis::Basis;
use fruitful::findings::findings::Findings;
use fruitful::report::summary::summary;
use fruitful::report::summary_text::text;
use fruitful::units::money_unit::MoneyUnit;

use crate::support::registers::{findings, register};

/// Two cash lines of £726,450 and £3,582, so the total is £730,032; the first partnership scores 50.
const BODY: &str = r#"
    settings: (base_year: "2026/27"),
    partners: [(id: "o1", name: "Tarnwick Council", is_us: true)],
    partnerships: [
        (
            id: "p1", name: "Large", members: ["o1"],
            cash_lines: [(id: "c1", name: "Rent", amount: "726450", partner: "o1", purpose: Running)],
            judgements: [(id: "j1", name: "Trust", score: "50")],
        ),
        (
            id: "p2", name: "Small", members: ["o1"],
            cash_lines: [(id: "c2", name: "Rent", amount: "3582", partner: "o1", purpose: Running)],
        ),
    ],
    last_id: 9,
"#;

fn in_unit(unit: MoneyUnit) -> Findings {
    let mut register = register(BODY);
    Arc::make_mut(&mut register.settings).money_unit = unit;
    findings(&register)
}

fn today() -> Date {
    Date::constant(2026, 11, 22)
}

#[test]
fn the_first_screen_follows_the_unit() {
    for (unit, whole, large, small, a_point) in [
        (MoneyUnit::AsFits, "£730k", "£726,450", "£3,582", "£14,529"),
        (
            MoneyUnit::Pounds,
            "£730,032",
            "£726,450",
            "£3,582",
            "£14,529",
        ),
        (
            MoneyUnit::Thousands,
            "£730.0k",
            "£726.5k",
            "£3.6k",
            "£14.5k",
        ),
        (MoneyUnit::Millions, "£0.73m", "£0.73m", "£0.004m", "£0.01m"),
    ] {
        let findings = in_unit(unit);
        let said = summary(&findings, Basis::Full, today());
        assert!(
            said.headline.contains(&format!(" {whole} a year")),
            "{}",
            said.headline
        );
        assert_eq!(said.spend[2].text, whole);
        assert_eq!(said.dearest[0].text, large);
        let text = text(&findings, Basis::Full, today());
        for sum in [large, small, a_point] {
            assert!(text.contains(sum), "{sum} in\n{text}");
        }
    }
}

#[test]
fn every_chart_follows_the_unit() {
    for chart in CHARTS {
        let drawn = (chart.draw)(&in_unit(MoneyUnit::Thousands), Basis::Full, Doubts::NONE);
        let cells = drawn.table.rows.iter().flatten();
        let sums: Vec<&str> = cells
            .map(|cell| cell.text.as_str())
            .filter(|text| text.contains('£'))
            .collect();
        // The health check counts answers; without ranges there are no draws, and without snapshots no line.
        let has_sums = !matches!(
            chart.id,
            "health" | "distribution" | "tornado" | "over-time"
        );
        // Present values are of years together, and a topic of partnerships together.
        let is_of_many = matches!(chart.id, "who-pays" | "who-pays-matrix" | "by-topic");
        assert_eq!(!sums.is_empty(), has_sums, "{}: {sums:?}", chart.id);
        assert!(
            !has_sums || is_of_many || sums.contains(&"£726.5k"),
            "{}: {sums:?}",
            chart.id
        );
        assert!(sums.iter().all(|text| text.contains('k')), "{sums:?}");
    }
}

#[test]
fn every_chart_of_one_partnership_follows_the_unit() {
    let findings = in_unit(MoneyUnit::Thousands);
    let has_sums = |id| !matches!(id, "health" | "distribution" | "tornado");
    for chart in PARTNERSHIP_CHARTS.iter().filter(|it| has_sums(it.id)) {
        let drawn = (chart.draw)(
            &findings,
            &findings.partnerships[0],
            Basis::Full,
            Doubts::NONE,
        );
        let cells = drawn.table.rows.iter().flatten();
        let sums: Vec<&str> = cells
            .map(|cell| cell.text.as_str())
            .filter(|text| text.contains('£'))
            .collect();
        assert!(!sums.is_empty(), "{}", chart.id);
        assert!(sums.iter().all(|text| text.ends_with('k')), "{sums:?}");
    }
}
