//! Who pays for whose gain and the measures of the portfolio: sums that hold on made-up registers, charts, command line.

use std::collections::BTreeMap;

use fruitful::chart::catalogue::find;
use fruitful::chart::chart::{Body as Marks, Chart};
use fruitful::chart::doubts::Doubts;
use fruitful::chart::layout::{Request, layout};
use fruitful::chart::measure::PlexMeasure;
use fruitful::chart::svg::write;
use fruitful::chart::theme::PRINT;
use fruitful::costing::basis::Basis;
use fruitful::findings::filter::Filter;
use fruitful::findings::findings::Findings;
use fruitful::findings::groups::{GroupBy, groups};
use fruitful::findings::portfolio_measures::portfolio_measures;
use fruitful::findings::transfers::Transfers;
use fruitful::findings::who_pays::{ForWhom, who_pays};
use fruitful::findings::who_pays_matrix::matrix;
use fruitful::guidance::edition::newest;
use fruitful::units::id::Id;
use fruitful::units::quantity::{Hours, Money, Number};
use insta::assert_snapshot;
use proptest::prelude::*;

use crate::cli::{run, with};
use crate::support::maker::{Maker, Quantities};
use crate::support::registers::{findings, register};

fn sum(parts: impl Iterator<Item = Money>) -> Money {
    parts.fold(Money::ZERO, |sum, part| sum + part)
}

/// Every payment is somewhere once: rows, columns and all of them come to what is borne, exactly.
fn payments_add_up(found: &Findings) {
    let pays = who_pays(found);
    let worth = &found.portfolio.worth;
    assert_eq!(sum(pays.payments.values().copied()), worth.pvc.amount);
    for (bearer, borne) in &pays.borne {
        let row = pays.payments.iter().filter(|((it, _), _)| it == bearer);
        assert_eq!(sum(row.map(|(_, paid)| *paid)), *borne);
        assert_eq!(*borne, worth.positions[bearer].cost);
    }
    for most in [0, 1, 2, 12] {
        let made = matrix(&pays, most);
        assert_eq!(sum(made.cells.values().copied()), worth.pvc.amount);
        assert_eq!(sum(made.borne.values().copied()), worth.pvc.amount);
        assert_eq!(sum(made.borne_for.values().copied()), worth.pvc.amount);
        for (row, column) in made.cells.keys() {
            assert!(made.rows.contains(row) && made.columns.contains(column));
        }
    }
    let moved = pays.standings.iter().map(|it| it.transfer);
    assert_eq!(sum(moved), Money::ZERO);
    for it in &pays.standings {
        assert_eq!(it.net, it.gain - it.cost);
        assert_eq!(it.net_after, it.net + it.transfer);
        if matches!(worth.transfers, Transfers::Paid(_)) {
            assert!(it.balance_after.is_none_or(|it| it >= Money::ZERO));
        }
    }
    for it in &found.partnerships {
        let it = &it.appraisal;
        let is_gain = it.benefits_by_gainer.values().any(|it| *it > Money::ZERO);
        let to_nobody = pays.payments.keys();
        let to_nobody = to_nobody.filter(|(_, it)| *it == ForWhom::NoPricedBenefit);
        assert!(is_gain || it.costs_by_bearer.is_empty() || to_nobody.count() > 0);
    }
}

/// Groups in which each stands once come to the portfolio, and every bearer's part with them.
fn groups_add_up(found: &Findings) {
    for by in [GroupBy::Topic, GroupBy::Model] {
        let groups = groups(found, by);
        let portfolio = &found.portfolio;
        for basis in Basis::ALL {
            let costs = groups.iter().map(|it| it.cost.get(basis).amount);
            assert_eq!(sum(costs), portfolio.annual_cost.get(basis).amount);
            let mut borne: BTreeMap<Option<Id>, Money> = BTreeMap::new();
            for it in &found.partnerships {
                for (bearer, part) in it.by_partner.get(basis) {
                    let sum = borne.entry(*bearer).or_default();
                    *sum = *sum + *part;
                }
            }
            for (bearer, whole) in borne {
                let parts = groups
                    .iter()
                    .filter_map(|it| it.by_partner.get(basis).get(&bearer));
                assert_eq!(sum(parts.copied()), whole);
            }
        }
        let programme = groups.iter().map(|it| it.programme.amount);
        assert_eq!(sum(programme), portfolio.programme.amount);
        let hours = groups.iter().map(|it| it.hours);
        assert_eq!(hours.sum::<Hours>(), portfolio.hours.all);
        let days = groups.iter().map(|it| it.senior_days);
        assert_eq!(days.sum::<Number>(), portfolio.senior_days);
        let n: usize = groups.iter().map(|it| it.ids.len()).sum();
        assert_eq!(n, found.partnerships.len());
    }
    for group in groups(found, GroupBy::Function) {
        let whole = found.portfolio.annual_cost.full.amount;
        assert!(group.ids.len() <= found.partnerships.len());
        let own = found.partnerships.iter();
        let own = own.filter(|it| group.ids.contains(&it.id));
        assert_eq!(
            sum(own.map(|it| it.annual_cost.full.amount)),
            group.cost.full.amount
        );
        assert!(group.share.full.is_none() || whole != Money::ZERO);
    }
}

fn measures_add_up(found: &Findings) {
    let measures = portfolio_measures(found, newest());
    for it in &measures.bodies {
        for basis in Basis::ALL {
            let parts = found.partnerships.iter();
            let parts = parts.filter_map(|of| of.by_partner.get(basis).get(&Some(it.body)));
            assert_eq!(sum(parts.copied()), it.borne.get(basis).amount);
        }
    }
    for gap in &measures.gaps {
        let n = gap.n_met + gap.lacking.len() + gap.partly.len() + gap.unknown.len();
        assert_eq!(n, found.partnerships.len(), "{:?}", gap.of);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn sums_are_exact_whatever_is_in_the_register(seed: u64) {
        let found = findings(&Maker::new(seed, Quantities::Usual).register(6));
        let first = found.partnerships.iter().take(3).map(|it| it.id);
        let some = found.narrowed(&Filter::only(first));
        for found in [&found, &some] {
            payments_add_up(found);
            groups_add_up(found);
            measures_add_up(found);
        }
    }
}

/// A hub of three bodies with surplus and deficit, and a forum without a price.
const REGISTER: &str = r#"
    settings: (title: "Tarnwick register", is_illustrative: true, base_year: "2026/27", horizon: "1"),
    partners: [
        (id: "o1", name: "Tarnwick Council", is_us: true, budget: "2000000", pay_bill: "500000"),
        (id: "o2", name: "Health trust", kind: Health),
        (id: "o3", name: "Tarnwick Voluntary Action", kind: Voluntary),
    ],
    partnerships: [
        (id: "p1", name: "Hub", topic: "Families", cash_lines: [
            (id: "c1", amount: "60000", partner: "o1", purpose: Running),
            (id: "c2", amount: "15000", partner: "o2", purpose: Running),
            (id: "c3", amount: "9000", partner: "o3", purpose: Running),
        ], benefits: [
            (id: "be1", measure: Sum, class: Fiscal, partner: "o1", amount: "70000", cashable: "100%"),
            (id: "be2", measure: Sum, class: Fiscal, partner: "o2", amount: "45000", cashable: "100%"),
            (id: "be3", measure: Sum, class: Social, amount: "35000"),
        ]),
        (id: "p2", name: "Forum", topic: "Safety", cash_lines: [
            (id: "c4", amount: "4000", partner: "o3", purpose: Running),
        ]),
    ],"#;

fn draw(id: &str) -> Chart {
    let found = findings(&register(REGISTER));
    (find(id).unwrap().draw)(&found, Basis::Full, Doubts::NONE)
}

fn rows(chart: &Chart) -> String {
    let rows = chart.table.rows.iter().map(|row| {
        let cells: Vec<&str> = row.iter().map(|it| it.text.as_str()).collect();
        format!("{}\n", cells.join(" | "))
    });
    let heads: Vec<&str> = chart
        .table
        .columns
        .iter()
        .map(|it| it.title.as_str())
        .collect();
    format!(
        "{}\n{}\n{}\n{}\n\n{}\n{}",
        chart.title,
        chart.subtitle,
        chart.note,
        chart.alt,
        heads.join(" | "),
        rows.collect::<String>()
    )
}

#[test]
fn what_each_body_bears_and_gains() {
    assert_snapshot!(rows(&draw("who-pays")));
}

#[test]
fn who_pays_for_whom() {
    assert_snapshot!(rows(&draw("who-pays-matrix")));
}

#[test]
fn cost_and_senior_time_by_topic() {
    assert_snapshot!(rows(&draw("by-topic")));
}

#[test]
fn every_mark_stands_on_the_page_in_type_that_can_be_read() {
    for id in ["who-pays", "who-pays-matrix", "by-topic"] {
        let chart = draw(id);
        let page = layout(&chart, &Request::paper(482.0), &PlexMeasure);
        let svg = write(&chart, 170.0, &PRINT, &PlexMeasure);
        assert!(svg.contains("<svg"), "{id}");
        for frame in &page.frames {
            assert!(frame.right() <= page.width + 0.5, "{id}");
            assert!(frame.bottom() <= page.height + 0.5, "{id}");
        }
        for shape in &page.shapes {
            if let fruitful::chart::layout::Shape::Text(text) = shape {
                assert!(text.size >= 7.0, "{id}: {}", text.text);
                let extent = text.extent(&PlexMeasure);
                assert!(
                    extent.x >= -0.5 && extent.right() <= page.width + 0.5,
                    "{id}: {}",
                    text.text
                );
            }
        }
    }
}

#[test]
fn more_than_twelve_partners_stand_together_and_the_table_names_them() {
    let partners: Vec<String> = (1..=15)
        .map(|n| format!(r#"(id: "o{n}", name: "Body {n:02}"),"#))
        .collect();
    let partners = partners.concat();
    let lines: Vec<String> = (1..=15)
        .map(|n| {
            format!(
                r#"(id: "c{n}", amount: "{}", partner: "o{n}", purpose: Running),"#,
                100 * n
            )
        })
        .collect();
    let lines = lines.concat();
    let found = findings(&register(&format!(
        r#"settings: (base_year: "2026/27", horizon: "1"), partners: [{partners}],
        partnerships: [(id: "p20", name: "Hub", cash_lines: [{lines}],
            benefits: [(id: "be21", measure: Sum, class: Social, amount: "9", partner: "o2")])],"#
    )));
    let chart = (find("who-pays-matrix").unwrap().draw)(&found, Basis::Full, Doubts::NONE);
    let Marks::Matrix(made) = &chart.body else {
        panic!("a matrix")
    };
    // The three that bear least: bodies 1 to 3.
    assert_eq!(made.rows.len(), 13);
    assert_eq!(made.rows[12].head.name, "Three others");
    assert!(
        chart.note.contains("Others: Body 03, Body 02 and Body 01."),
        "{}",
        chart.note
    );
    assert_eq!(chart.table.rows.len(), 15);
}

#[test]
fn the_command_line_says_who_pays() {
    let (_folder, path) = with("who-pays", REGISTER);
    let text = run(&["list", "who-pays", path.to_str().unwrap()]);
    assert_eq!(text.code, 0, "{}", text.err);
    assert_snapshot!(text.out);
    let json = run(&["list", "who-pays", path.to_str().unwrap(), "--json"]);
    assert_eq!(json.code, 0, "{}", json.err);
    assert_snapshot!(json.out);
}

#[test]
fn the_command_line_measures_the_portfolio() {
    let (_folder, path) = with("measures", REGISTER);
    let text = run(&["list", "measures", path.to_str().unwrap()]);
    assert_eq!(text.code, 0, "{}", text.err);
    assert_snapshot!(text.out);
    let json = run(&["list", "measures", path.to_str().unwrap(), "--json"]);
    assert_eq!(json.code, 0, "{}", json.err);
    let json: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    // 60,000 of 2,000,000.
    assert_eq!(json["bodies"][0]["of_budget"], "0.03");
    assert_eq!(json["by_topic"][0]["name"], "Families");
    assert_eq!(json["gaps"][0]["not_known"].as_array().unwrap().len(), 2);
}
