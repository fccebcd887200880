//! Partnerships side by side: the differences that are called out, and those that are not. Working: `support/harbour.rs`.

use fruitful::chart::doubts::Doubts;
use fruitful::costing::basis::Basis;
use fruitful::costing::cost_line::Class;
use fruitful::findings::comparison::{Gap, ScoreGap, comparison};
use fruitful::findings::findings::Findings;
use fruitful::report::comparison::differences;
use fruitful::report::comparison_table::compared_rows;
use fruitful::units::display::exact_text;
use fruitful::units::id::Id;
use fruitful::units::quantity::{Hours, Money, Number, Quantity};

use proptest::prelude::*;

use crate::support::harbour::HARBOUR;
use crate::support::maker::{Maker, Quantities};
use crate::support::registers::{findings, register};

fn harbour() -> Findings {
    findings(&register(HARBOUR))
}

fn ids(texts: &[&str]) -> Vec<Id> {
    texts.iter().map(|it| it.parse().unwrap()).collect()
}

fn said(findings: &Findings, of: &[&str]) -> Vec<String> {
    differences(findings, &ids(of), Basis::Full, Doubts::NONE)
}

#[test]
fn two_differ_by_what_a_hand_works_out() {
    let found = comparison(&harbour(), &ids(&["p2", "p1"]), Basis::Full);
    assert_eq!(found.order, ids(&["p1", "p2"]), "the dearest stands first");
    let pair = &found.pairs[0];
    assert_eq!(pair.cost, Gap::Known(Money::from(45_000)));
    // 80,000 ÷ 35,000 and 30,000 ÷ 45,000
    assert_eq!(exact_text(pair.times.unwrap().decimal()), "2.2857142857");
    assert_eq!(exact_text(pair.more.unwrap().decimal()), "1.2857142857");
    let (class, share) = pair.mostly.unwrap();
    assert_eq!(
        (class, exact_text(share.decimal())),
        (Class::Opportunity, "0.6666666667".to_owned())
    );
    assert_eq!(pair.by_class[&Class::Direct], Money::from(15_000));
    assert_eq!(pair.score, ScoreGap::Clear(Number::from(-8)));
    assert_eq!(pair.cost_of_a_point, None, "it costs more and scores less");
    assert_eq!(pair.hours, Hours::from(600));
    assert_eq!(pair.npsv, Gap::NotKnown, "nothing is priced");
}

#[test]
fn differences_are_said_in_words() {
    assert_eq!(
        said(&harbour(), &["p1", "p2"]),
        [
            "Harbour costs £45k more a year than Moor (2.3 times) and scores 8 less; about two thirds of the difference is people’s time. Harbour takes 600 more hours of people’s time a year.",
            "No benefit of any of them has a price, so what they are worth cannot be compared.",
            "Moor is required by law: how it works may be open, whether it exists is not.",
            "Scores are progress against each partnership’s own targets. They say how far each has come, not which does more.",
        ]
    );
}

#[test]
fn a_tie_and_what_is_not_known_are_said_as_such() {
    let findings = harbour();
    // Moor and Ridge: £35,000 each, 68 each; Moor takes 600 h more.
    let tie = &said(&findings, &["p2", "p4"])[0];
    assert_eq!(
        tie,
        "Moor and Ridge cost the same a year; they score the same. Moor takes 600 more hours of people’s time a year."
    );
    // Vale costs at least £90,000: at least £10,000 more than Harbour, which takes its 1,200 hours.
    let vale = &said(&findings, &["p1", "p3"])[0];
    assert_eq!(
        vale,
        "=Vale costs at least £10k more a year than Harbour; =Vale is not scored, so what they achieve cannot be compared. =Vale takes 1,200 fewer hours of people’s time a year."
    );
    assert!(said(&findings, &["p1"]).is_empty());
    assert!(said(&findings, &["p1", "p1"]).is_empty());
}

#[test]
fn a_missing_part_that_could_turn_the_gap_round_leaves_it_open() {
    let text = HARBOUR.replace("amount: \"90000\"", "amount: \"70000\"");
    let findings = findings(&register(&text));
    let found = comparison(&findings, &ids(&["p1", "p3"]), Basis::Full);
    // £80,000 against at least £70,000.
    assert_eq!(found.pairs[0].cost, Gap::NotKnown);
    assert_eq!((found.pairs[0].times, found.pairs[0].mostly), (None, None));
    let said = &said(&findings, &["p1", "p3"])[0];
    assert!(
        said.starts_with("Whether Harbour or =Vale costs more is not known, as part of the cost of =Vale is missing"),
        "{said}"
    );
}

/// Harbour with half of its weight open: 60 is known, the range is 30 to 80, wider than the gap of 8.
#[test]
fn a_gap_no_wider_than_a_range_is_not_called_out() {
    let text = HARBOUR.replace(
        r#"(id: "j14", name: "Results", score: "60")"#,
        r#"(id: "j14", name: "Results", score: "60"), (id: "j15", name: "Trust")"#,
    );
    let findings = findings(&register(&text));
    let found = comparison(&findings, &ids(&["p1", "p2"]), Basis::Full);
    assert_eq!(found.pairs[0].score, ScoreGap::Unclear);
    let said = &said(&findings, &["p1", "p2"])[0];
    assert!(
        said.contains("their scores are too near to tell, with part missing: 60 (30–80) and 68"),
        "{said}"
    );
}

#[test]
fn more_cost_and_more_score_has_a_price_for_each_point() {
    let text = HARBOUR.replace(r#"score: "60""#, r#"score: "78""#);
    let findings = findings(&register(&text));
    let found = comparison(&findings, &ids(&["p1", "p2"]), Basis::Full);
    // 45,000 ÷ (78 − 68)
    assert_eq!(found.pairs[0].cost_of_a_point, Some(Money::from(4_500)));
    assert!(said(&findings, &["p1", "p2"])[0].contains("Each point more costs £4.5k a year."));
}

#[test]
fn figures_stand_side_by_side_and_unknown_is_never_nought() {
    let findings = harbour();
    let rows = compared_rows(&findings, &ids(&["p1", "p3"]), Basis::Full, Doubts::NONE);
    let of = |key: &str| {
        let row = rows.iter().find(|row| row.key == key).unwrap();
        let texts: Vec<&str> = row.cells.iter().map(|it| it.text.as_str()).collect();
        texts
    };
    assert_eq!(of("annual-cost"), ["£80,000", "at least £90,000"]);
    assert_eq!(of("opportunity"), ["£60,000", "£0"]);
    assert_eq!(of("achievement"), ["60", "not scored"]);
    assert_eq!(of("cost-per-point"), ["£1,333", "not scored"]);
    assert_eq!(of("npsv"), ["not priced", "not priced"]);
    assert_eq!(of("statutory"), ["no", "no"]);
    assert_eq!(of("review"), ["31 Mar 2027", "1 Dec 2026"]);
    assert_eq!(of("bettered-by"), ["Moor", "–"]);
    assert_eq!(of("annual-cost-p10-p90"), ["no range typed"; 2]);
    let cost = rows.iter().find(|row| row.key == "annual-cost").unwrap();
    assert_eq!(
        cost.cells[1].figure.unwrap().to_string(),
        "p3/annual-cost/full"
    );
    let score = rows.iter().find(|row| row.key == "achievement").unwrap();
    assert_eq!(
        (&score.cells[1].figure, &score.cells[1].exact),
        (&None, &None)
    );
}

/// Where not all time is known, the gap in hours is said with care.
#[test]
fn a_gap_in_hours_is_said_with_care_where_time_is_missing() {
    let text = HARBOUR.replacen(r#"preparation: "0""#, r#"preparation: """#, 1);
    let findings = findings(&register(&text));
    let said = &said(&findings, &["p1", "p2"])[0];
    assert!(
        said.contains("As far as time is known, Harbour takes 600 more hours"),
        "{said}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn gaps_add_up_and_run_from_the_dearest_down(seed: u64) {
        let found = findings(&Maker::new(seed, Quantities::Usual).register(6));
        let ids: Vec<Id> = found.partnerships.iter().map(|it| it.id).collect();
        for basis in Basis::ALL {
            let compared = comparison(&found, &ids, basis);
            prop_assert_eq!(compared.order.len(), ids.len());
            prop_assert_eq!(compared.pairs.len(), ids.len().saturating_sub(1));
            for pair in &compared.pairs {
                let cost = |id: Id| *found.partnership(id).unwrap().annual_cost.get(basis);
                let (one, other) = (cost(pair.one), cost(pair.other));
                prop_assert!(one.amount >= other.amount);
                match pair.cost {
                    Gap::Known(gap) => {
                        prop_assert!(!one.is_at_least && !other.is_at_least);
                        prop_assert_eq!(other.amount + gap, one.amount);
                        let parts: Money = pair.by_class.values().copied().sum();
                        prop_assert_eq!(parts, gap);
                    }
                    Gap::AtLeast(gap) => {
                        prop_assert!(one.is_at_least && !other.is_at_least);
                        prop_assert_eq!(other.amount + gap, one.amount);
                    }
                    Gap::None => prop_assert_eq!(one.amount, other.amount),
                    Gap::NotKnown => prop_assert!(one.is_at_least || other.is_at_least),
                }
            }
            let said = differences(&found, &ids, basis, Doubts::NONE);
            prop_assert!(said.iter().all(|it| it.ends_with('.')), "{:?}", said);
        }
    }
}
