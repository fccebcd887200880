//! Cost against score across partnerships: working.md, part G.

use fruitful::findings::findings::Findings;
use fruitful::units::display::exact_text;
use fruitful::units::id::Id;
use fruitful::units::quantity::Quantity;

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
