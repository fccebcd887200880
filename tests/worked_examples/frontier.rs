//! Cost against score across partnerships: working.md, part G.

use std::collections::BTreeMap;

use fruitful::costing::basis::Basis;
use fruitful::findings::findings::Findings;
use fruitful::findings::frontier::{Frontier, Point, frontier};
use fruitful::units::display::exact_text;
use fruitful::units::id::{Id, Kind};
use fruitful::units::quantity::{Money, Number, Over, Quantity};
use proptest::prelude::*;

use crate::support::maker::{Maker, Quantities};
use crate::support::registers;
use crate::worked_examples::of_partnerships;

/// Five partnerships of a cost in cash and a judged score; p5 has no score, p6 no complete cost.
fn six() -> Findings {
    let rows = [
        (1, "10000", "60"),
        (2, "20000", "80"),
        (3, "30000", "70"),
        (4, "5000", "20"),
        (5, "8000", ""),
        (6, "", "90"),
    ];
    let partnerships = rows.map(|(n, cost, score)| {
        format!(
            r#"(id: "p{n}", cash_lines: [(id: "c{n}", amount: "{cost}", partner: "o1")], judgements: [(id: "j{n}", score: "{score}")])"#
        )
    });
    of_partnerships(&partnerships.join(", "))
}

fn ids(texts: &[&str]) -> Vec<Id> {
    texts.iter().map(|text| text.parse().unwrap()).collect()
}

#[test]
fn only_known_scores_and_complete_costs_are_compared() {
    let portfolio = six().portfolio;
    assert_eq!(portfolio.frontier.full, ids(&["p4", "p1", "p2"]));
    let dominated: Vec<_> = portfolio.dominated.full.into_iter().collect();
    assert_eq!(dominated, [(ids(&["p3"])[0], ids(&["p2"])[0])]);
    assert_eq!(portfolio.not_scored, ids(&["p5"]));
    assert_eq!(portfolio.incomplete.full, ids(&["p6"]));
}

#[test]
fn each_further_point_costs_what_the_next_cheaper_place_says() {
    let extra = six().portfolio.cost_per_extra_point.full;
    let extra: Vec<_> = extra
        .iter()
        .map(|(id, cost)| format!("{id} {}", exact_text(cost.decimal())))
        .collect();
    // (10,000 − 5,000) ÷ (60 − 20) and (20,000 − 10,000) ÷ (80 − 60)
    assert_eq!(extra, ["p1 125", "p2 500"]);
}

#[test]
fn lists_and_medians() {
    let portfolio = six().portfolio;
    assert_eq!(
        portfolio.dearest.full,
        ids(&["p3", "p2", "p1", "p5", "p4", "p6"])
    );
    assert_eq!(
        portfolio.least_achieving,
        ids(&["p4", "p1", "p3", "p2", "p6"])
    );
    // Of 20, 60, 70, 80, 90 the middle is 70; of £0, £5,000, £10,000, £20,000, £30,000 it is £10,000.
    assert_eq!(portfolio.median_score.unwrap(), 70.into());
    assert_eq!(portfolio.median_cost.full.unwrap(), 10_000.into());
    // (30,000 + 20,000 + 10,000) ÷ 73,000
    let share = portfolio.share_of_dearest.full.unwrap();
    assert_eq!(exact_text(share.decimal()), "0.8219178082");
}

#[test]
fn a_partnership_in_its_first_year_is_not_among_the_least_achieving() {
    let found = of_partnerships(
        r#"(id: "p1", start: "2026-04-01", judgements: [(id: "j1", score: "5")]),
           (id: "p2", start: "2026-03-31", judgements: [(id: "j2", score: "50")])"#,
    );
    assert_eq!(found.portfolio.least_achieving, ids(&["p2"]));
}

/// A partnership of a cost in cash and of judgements, each a score and a weight.
fn of(n: u32, cost: &str, judged: &[(&str, &str)]) -> String {
    let judgements: Vec<String> = (judged.iter().enumerate())
        .map(|(at, (score, weight))| {
            let id = format!("j{}", n * 10 + u32::try_from(at).unwrap());
            format!(r#"(id: "{id}", score: "{score}", weight: "{weight}")"#)
        })
        .collect();
    let judgements = judgements.join(", ");
    let line = format!(r#"(id: "c{n}", amount: "{cost}", partner: "o1")"#);
    format!(r#"(id: "p{n}", cash_lines: [{line}], judgements: [{judgements}])"#)
}

/// The table of part G with ties, gaps and incomplete costs.
fn fourteen() -> Findings {
    let one = |n, cost, score| of(n, cost, &[(score, "1")]);
    let at_least = r#"(id: "p9", cash_lines: [(id: "c9", amount: "1000", partner: "o1"), (id: "c99", partner: "o1")],
        judgements: [(id: "j90", score: "95")])"#;
    let all = [
        one(1, "10000", "60"),
        one(2, "10000", "60"),
        one(3, "10000", "50"),
        one(4, "20000", "60"),
        one(5, "20000", "80"),
        one(6, "20000", "80"),
        one(7, "25000", "79"),
        one(8, "5000", ""),
        at_least.to_owned(),
        one(10, "0", "10"),
        one(11, "30000", "90"),
        of(12, "2000", &[("99", "1"), ("", "1.5")]),
        of(13, "12000", &[("70", "1"), ("", "1")]),
        one(14, "12000", "65"),
    ];
    of_partnerships(&all.join(", "))
}

#[test]
fn equals_stay_together_and_gaps_take_no_part() {
    let portfolio = fourteen().portfolio;
    let on = ids(&["p10", "p1", "p2", "p13", "p5", "p6", "p11"]);
    assert_eq!(portfolio.frontier.full, on);
    let dominated: Vec<String> = (portfolio.dominated.full.iter())
        .map(|(id, better)| format!("{id} {better}"))
        .collect();
    assert_eq!(dominated, ["p3 p1", "p4 p5", "p7 p5", "p14 p13"]);
}

#[test]
fn equals_cost_the_same_for_each_further_point() {
    let extra = fourteen().portfolio.cost_per_extra_point.full;
    let extra: Vec<_> = (extra.iter())
        .map(|(id, cost)| format!("{id} {}", exact_text(cost.decimal())))
        .collect();
    let expected = [
        "p1 200", "p2 200", "p5 800", "p6 800", "p11 1000", "p13 200",
    ];
    assert_eq!(extra, expected);
}

#[test]
fn a_further_point_may_cost_a_third_of_a_penny() {
    let found =
        of_partnerships(&[of(1, "0", &[("0", "1")]), of(2, "1", &[("30", "1")])].join(", "));
    let extra = found.portfolio.cost_per_extra_point.full;
    let cost = extra.values().next().unwrap().decimal().round_dp(10);
    assert_eq!((extra.len(), exact_text(cost)), (1, "0.0333333333".into()));
}

/// Whether the first costs no more and scores no less, and one of the two strictly.
fn betters(one: &Point, other: &Point) -> bool {
    let no_worse = one.cost <= other.cost && one.score >= other.score;
    no_worse && (one.cost < other.cost || one.score > other.score)
}

/// The frontier as its definition says it, each against each.
fn by_definition(points: &[Point]) -> Frontier {
    let mut on: Vec<&Point> = Vec::new();
    let mut dominated = BTreeMap::new();
    for point in points {
        let better = points
            .iter()
            .filter(|it| betters(it, point))
            .reduce(|a, b| {
                let is_b = b.score > a.score
                    || (b.score == a.score && b.cost < a.cost)
                    || (b.score == a.score && b.cost == a.cost && b.id < a.id);
                if is_b { b } else { a }
            });
        match better {
            Some(better) => drop(dominated.insert(point.id, better.id)),
            None => on.push(point),
        }
    }
    on.sort_by_key(|it| (it.cost, it.id));
    let mut extra = BTreeMap::new();
    for point in &on {
        let cheaper = on.iter().filter(|it| it.cost < point.cost);
        if let Some(next) = cheaper.max_by_key(|it| it.cost) {
            let cost = (point.cost - next.cost).over(point.score - next.score);
            extra.extend(cost.map(|cost| (point.id, cost)));
        }
    }
    Frontier {
        on: on.iter().map(|it| it.id).collect(),
        dominated,
        cost_per_extra_point: extra,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    /// Few values, so that ties are common.
    #[test]
    fn the_frontier_is_what_its_definition_says(table in proptest::collection::vec((0..9_i64, 0..9_i64), 0..40)) {
        let points: Vec<Point> = table.iter().enumerate().map(|(at, (cost, score))| Point {
            // Not in the order of ids.
            id: Id::new(Kind::Partnership, u32::try_from((at * 17) % 41 + 1).unwrap()),
            cost: Money::from(*cost * 1_000),
            score: Number::from(*score * 10),
        }).collect();
        prop_assert_eq!(frontier(&points), by_definition(&points));
    }

    /// The same of whole registers, on both bases: only complete costs and scores that are shown, of those in force.
    #[test]
    fn so_it_is_of_made_up_registers(seed: u64) {
        let found = registers::findings(&Maker::new(seed, Quantities::Usual).register(9));
        for basis in Basis::ALL {
            let points: Vec<Point> = found.partnerships.iter().filter_map(|it| {
                let score = it.achievement.shown_score()?;
                let cost = it.annual_cost.get(basis);
                (!cost.is_at_least && it.months_in_force > 0).then_some(Point {
                    id: it.id,
                    cost: cost.amount,
                    score,
                })
            }).collect();
            let expected = by_definition(&points);
            prop_assert_eq!(found.portfolio.frontier.get(basis), &expected.on);
            prop_assert_eq!(found.portfolio.dominated.get(basis), &expected.dominated);
            prop_assert_eq!(found.portfolio.cost_per_extra_point.get(basis), &expected.cost_per_extra_point);
        }
    }
}
