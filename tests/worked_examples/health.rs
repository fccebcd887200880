//! The health check, governance in proportion, and risks: working.md, part M.

use fruitful::findings::findings::{Findings, Question, appraise};
use fruitful::findings::health::{Health, HealthCounts};
use fruitful::guidance::edition::newest;
use fruitful::guidance::health_check::HealthGroup;
use fruitful::model::health_answer::Answer;
use fruitful::units::display::exact_text;
use fruitful::units::quantity::Quantity;

use crate::support::registers::{findings, register};
use crate::worked_examples::{BODIES, of_partnership};

/// Ten meetings of 2 h, three officers, half an hour to prepare, no travel: £2,250, all of it known.
const BOARD: &str = r#"meetings: [(id: "m1", times_a_year: "10", length: "2", attendees: [
    (id: "a1", partner: "o1", grade: "g1", number: "3", preparation: "0.5", travel: "0")])]"#;

const ANSWERS: &str = r#"health: [
    (id: "ha1", question: "h1", answer: Some(Yes), evidence: "Cabinet, 4 May"),
    (id: "ha2", question: "h2", answer: Some(NotNeeded)),
    (id: "ha3", question: "h3", answer: Some(No)),
    (id: "ha4", question: "h4", answer: Some(Partly)),
    (id: "ha5", question: "h18", evidence: "Asked the two that left"),
    (id: "ha6", question: "agreement", answer: Some(Yes)),
    (id: "ha7", question: "scrutiny", answer: Some(No)),
    (id: "ha8", question: "h3", answer: Some(Yes)),
    (id: "ha9", question: "h99", answer: Some(No))]"#;

fn of(fields: &[&str]) -> Health {
    health(&of_partnership(&fields.join(", ")))
}

fn health(found: &Findings) -> Health {
    found.partnerships[0].health.clone()
}

fn key(place: usize) -> &'static str {
    newest().health_check.questions()[place].key.as_str()
}

/// The answer that counts.
fn answer(health: &Health, question: &str) -> Option<Answer> {
    let line = health.lines.iter().find(|it| key(it.place) == question);
    line.unwrap().answer()
}

fn counts(parts: [usize; 5]) -> HealthCounts {
    let [yes, partly, no, not_needed, unknown] = parts;
    HealthCounts {
        yes,
        partly,
        no,
        not_needed,
        unknown,
    }
}

#[test]
fn answers_are_counted_by_section_and_the_open_ones_listed_in_order() {
    let health = of(&[BOARD, ANSWERS]);
    for (group, expected) in [
        (HealthGroup::Deciding, [1, 0, 1, 1, 0]),
        (HealthGroup::Starting, [0, 1, 0, 0, 2]),
        (HealthGroup::Operating, [0, 0, 0, 0, 12]),
        (HealthGroup::Reviewing, [1, 0, 3, 0, 6]),
        (HealthGroup::Governance, [1, 0, 0, 0, 2]),
    ] {
        assert_eq!(health.by_group[&group], counts(expected), "{group:?}");
    }
    assert_eq!(health.all, counts([3, 1, 4, 1, 22]));
    let all = health.all;
    assert_eq!((all.answered(), all.asked(), all.open()), (9, 31, 27));
    let open = health.lines.iter().filter(|it| it.is_open());
    let open: Vec<&str> = open.map(|it| key(it.place)).collect();
    let numbered =
        |numbers: &[u32]| -> Vec<String> { numbers.iter().map(|n| format!("h{n}")).collect() };
    let mut expected = numbered(&(3..=21).collect::<Vec<_>>());
    expected.extend(numbered(&[23, 24, 25, 26, 27, 28]));
    expected.extend(["accountable-body", "complaints"].map(str::to_owned));
    assert_eq!(open, expected);
}

/// How many questions are asked with these fields, and the money at stake.
fn asked(fields: &[&str]) -> (usize, String) {
    let health = of(fields);
    let money = exact_text(health.stake.money.amount.decimal());
    (health.all.asked(), money)
}

fn cash(amount: &str, more: &str) -> String {
    format!(r#"cash_lines: [(id: "c1", partner: "o1", amount: "{amount}"{more})]"#)
}

#[test]
fn governance_is_asked_in_proportion_to_the_money_at_stake() {
    let pool = r#"pools: [(id: "f1", name: "Pool")]"#;
    for (fields, expected) in [
        (vec![BOARD.to_owned()], (31, "2250")),
        (
            vec![BOARD.to_owned(), cash("97749.99", "")],
            (31, "99999.99"),
        ),
        (vec![BOARD.to_owned(), cash("97750", "")], (37, "100000")),
        (
            vec![
                BOARD.to_owned(),
                cash("97750", ", purpose: Some(Programme)"),
            ],
            (37, "100000"),
        ),
        (
            vec![cash("120000", ""), r#"start: "2026-10-01""#.to_owned()],
            (37, "120000"),
        ),
        (vec![cash("100000", ""), pool.to_owned()], (38, "100000")),
        (vec![cash("99999", ""), pool.to_owned()], (31, "99999")),
    ] {
        let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
        let (n, money) = asked(&fields);
        assert_eq!((n, money.as_str()), expected, "{fields:?}");
    }
}

#[test]
fn the_sum_that_governance_is_asked_from_can_be_typed() {
    let settings = r#"settings: (base_year: "2026/27", governance_from: "2250"),"#;
    let text = format!("{settings}{BODIES} partnerships: [(id: \"p1\", {BOARD})],");
    let found = findings(&register(&text));
    assert_eq!(health(&found).all.asked(), 37);
}

const MEASURED: &str = r#"indicators: [(id: "i1", baseline: "0", target: "10", actual: "5")]"#;
const HALF_TARGETS: &str =
    r#"indicators: [(id: "i1", baseline: "0", target: "10"), (id: "i2", baseline: "0")]"#;
const JUDGED: &str = r#"judgements: [(id: "j1", score: "60")]"#;
const PRICED: &str = r#"benefits: [(id: "be1", measure: Sum, amount: "5000")]"#;
const HALF_PRICED: &str =
    r#"benefits: [(id: "be1", measure: Sum, amount: "5000"), (id: "be2", measure: Sum)]"#;
const ONE_ANSWER: &str = r#"health: [(id: "ha1", question: "h1", answer: Some(No))]"#;
const UNKNOWN_TRAVEL: &str = r#"meetings: [(id: "m1", times_a_year: "10", length: "2", attendees: [
    (id: "a1", partner: "o1", grade: "g1", number: "3", preparation: "0.5")])]"#;

#[test]
fn questions_20_to_23_are_answered_from_the_figures() {
    use Answer::{No, Partly, Yes};
    for (fields, expected) in [
        (vec!["name: \"Nothing\""], [No, No, No, No]),
        (vec![BOARD], [No, No, Yes, No]),
        (vec![BOARD, MEASURED], [Partly, Yes, Yes, Partly]),
        (vec![BOARD, MEASURED, ONE_ANSWER], [Yes, Yes, Yes, Partly]),
        (vec![BOARD, HALF_TARGETS], [Partly, Partly, Yes, No]),
        (vec![BOARD, JUDGED, PRICED], [Partly, No, Yes, Yes]),
        (vec![BOARD, JUDGED, HALF_PRICED], [Partly, No, Yes, Partly]),
        (vec![BOARD, PRICED], [No, No, Yes, Partly]),
        (
            vec![UNKNOWN_TRAVEL, JUDGED, PRICED],
            [Partly, No, Partly, Partly],
        ),
        (
            vec!["cash_lines: [(id: \"c1\", partner: \"o1\", amount: \"900\")]"],
            [No, No, Partly, No],
        ),
    ] {
        let health = of(&fields);
        let seen = ["h20", "h21", "h22", "h23"].map(|it| answer(&health, it).unwrap());
        assert_eq!(seen, expected, "{fields:?}");
    }
}

#[test]
fn a_typed_answer_beside_the_figures_is_kept_and_does_not_count() {
    let typed =
        r#"health: [(id: "ha1", question: "h21", answer: Some(Yes), evidence: "Plan, page 4")]"#;
    let health = of(&[BOARD, typed]);
    let line = health.lines[20];
    assert_eq!(line.typed, Some(Answer::Yes));
    assert_eq!(line.answer(), Some(Answer::No));
    // It says nothing of the health of the partnership either, so question 20 gains nothing by it.
    assert_eq!(
        answer(&of(&[BOARD, MEASURED, typed]), "h20"),
        Some(Answer::Partly)
    );
}

#[test]
fn in_a_year_without_it_the_cost_answers_nothing_and_what_is_typed_counts() {
    let typed =
        r#"start: "2027-04-01", health: [(id: "ha1", question: "h22", answer: Some(Partly))]"#;
    let health = of(&[BOARD, typed]);
    assert_eq!(answer(&health, "h22"), Some(Answer::Partly));
    assert_eq!(answer(&health, "h23"), None);
}

#[test]
fn health_is_no_part_of_the_achievement_score() {
    let without = of_partnership(&[BOARD, JUDGED].join(", "));
    let with = of_partnership(&[BOARD, JUDGED, ANSWERS].join(", "));
    let score = |found: &Findings| found.partnerships[0].achievement;
    assert_eq!(score(&with), score(&without));
}

#[test]
fn risks_are_scored_and_the_worst_comes_first() {
    let health = of(&[r#"risks: [
        (id: "ri1", name: "Grant ends", likelihood: "2", impact: "5"),
        (id: "ri2", name: "Staff leave", likelihood: "4", impact: "4"),
        (id: "ri3", name: "Claim", likelihood: "5"),
        (id: "ri4", name: "Lease", likelihood: "2", impact: "5", is_uncapped: true),
        (id: "ri5", name: "Pension", likelihood: "6", impact: "4", is_uncapped: true)]"#]);
    let seen: Vec<(String, String)> = health
        .risks
        .iter()
        .map(|it| {
            let score = it.score.map(|it| exact_text(it.decimal()));
            (it.id.to_string(), score.unwrap_or_default())
        })
        .collect();
    let expected = [
        ("ri2", "16"),
        ("ri4", "10"),
        ("ri1", "10"),
        ("ri5", ""),
        ("ri3", ""),
    ];
    assert_eq!(
        seen,
        expected.map(|(id, score)| (id.to_owned(), score.to_owned()))
    );
}

/// Ten thousand answers, most to questions that there are not: each is asked about once, and the rest still counts.
#[test]
fn ten_thousand_answers_are_taken_in_their_stride() {
    let answer =
        |n: u32| format!(r#"(id: "ha{n}", question: "h{n}", answer: Some(Yes), evidence: "x")"#);
    let many: Vec<String> = (1..=10_000).map(answer).collect();
    let many = many.join(", ");
    let register = register(&format!(
        r#"settings: (base_year: "2026/27"),{BODIES} partnerships: [(id: "p1", {BOARD}, health: [{many}])],"#
    ));
    let year = register.settings.base_year;
    let found = appraise(&register, newest(), Question { year });
    let health = health(&found);
    // 24 typed (20 to 23 follow from the figures), and the cost is complete.
    assert_eq!(health.all.yes, 25);
    let unknown = found
        .queries()
        .filter(|it| it.message.contains("no such question"));
    assert_eq!(unknown.count(), 9_972);
}
