//! Scores and their ranges: working.md, part F.

use fruitful::appraisal::achievement::Achievement;
use fruitful::findings::explain::explain;
use fruitful::findings::explanation::Explanation;
use fruitful::findings::findings::Question;
use fruitful::guidance::edition::newest;
use fruitful::units::display::exact_text;
use fruitful::units::quantity::Quantity;

use crate::worked_examples::of_partnership;

fn achievement(items: &str) -> Achievement {
    of_partnership(items).partnerships[0].achievement
}

/// The score that is shown, the range, and the share of the weight that is known.
fn check(items: &str, expected: [&str; 4]) {
    let found = achievement(items);
    let score = found.shown_score();
    let seen = [
        score.map_or("none".to_owned(), |it| exact_text(it.decimal())),
        exact_text(found.low.decimal()),
        exact_text(found.high.decimal()),
        exact_text(found.known_weight.decimal()),
    ];
    assert_eq!(seen, expected, "{items}");
}

fn indicator(id: &str, baseline: &str, target: &str, actual: &str, weight: &str) -> String {
    format!(
        r#"(id: "{id}", baseline: "{baseline}", target: "{target}", actual: "{actual}", weight: "{weight}")"#
    )
}

fn check_indicator(baseline: &str, target: &str, actual: &str, expected: [&str; 4]) {
    let item = indicator("i1", baseline, target, actual, "");
    check(&format!("indicators: [{item}]"), expected);
}

#[test]
fn progress_is_measured_from_baseline_to_target() {
    check_indicator("20", "60", "50", ["75", "75", "75", "1"]);
    check_indicator("200", "150", "170", ["60", "60", "60", "1"]);
    check_indicator(
        "0",
        "3",
        "1",
        ["33.3333333333", "33.3333333333", "33.3333333333", "1"],
    );
    check_indicator("-10", "10", "-5", ["25", "25", "25", "1"]);
}

#[test]
fn it_is_kept_within_nought_and_a_hundred() {
    check_indicator("20", "60", "10", ["0", "0", "0", "1"]);
    check_indicator("20", "60", "90", ["100", "100", "100", "1"]);
    check_indicator("200", "150", "210", ["0", "0", "0", "1"]);
}

#[test]
fn a_target_equal_to_its_baseline_says_nothing() {
    check_indicator("20", "20", "25", ["none", "0", "100", "0"]);
    check_indicator("20", "", "25", ["none", "0", "100", "0"]);
}

#[test]
fn weights_make_a_weighted_mean() {
    let items = format!(
        r#"indicators: [{}, {}], judgements: [(id: "j1", score: "40")]"#,
        indicator("i1", "20", "60", "50", "3"),
        indicator("i2", "200", "150", "170", "1"),
    );
    // (3 × 75 + 1 × 60 + 1 × 40) ÷ 5
    check(&items, ["65", "65", "65", "1"]);
}

#[test]
fn a_part_that_is_missing_makes_a_range() {
    let items = format!(
        "indicators: [{}, {}]",
        indicator("i1", "20", "60", "50", "3"),
        indicator("i2", "200", "150", "", "1"),
    );
    // Known 3 of 4: 225 ÷ 3 = 75; low 225 ÷ 4; high 325 ÷ 4
    check(&items, ["75", "56.25", "81.25", "0.75"]);
}

#[test]
fn half_of_the_weight_is_enough_for_a_score_and_less_is_not() {
    let items = |weight| {
        format!(
            r#"indicators: [{}], judgements: [(id: "j1", weight: "{weight}")]"#,
            indicator("i1", "20", "60", "50", "1")
        )
    };
    check(&items("1"), ["75", "37.5", "87.5", "0.5"]);
    check(&items("1.5"), ["none", "30", "90", "0.4"]);
}

#[test]
fn too_little_known_is_explained_as_a_range() {
    let found = of_partnership(
        r#"judgements: [(id: "j1", score: "40"), (id: "j2", weight: "4")], cash_lines: [(id: "c1", amount: "9")]"#,
    );
    let question = Question { year: found.year };
    let explained = |figure: &str| {
        let figure = figure.parse().unwrap();
        explain(&found.register, newest(), question, figure)
    };
    let score = explained("p1/achievement").unwrap();
    let parts: Vec<_> = score.parts.iter().map(Explanation::value_text).collect();
    // 40 ÷ 5 and (40 + 4 × 100) ÷ 5
    assert_eq!((score.value, parts), (None, vec!["8".into(), "88".into()]));
    assert!(
        explained("p1/cost-per-point/full")
            .and_then(|it| it.value)
            .is_none()
    );
}

#[test]
fn nothing_scored_or_no_weight_is_no_score() {
    check("", ["none", "0", "100", "0"]);
    let items = r#"judgements: [(id: "j1", score: "40", weight: "0")]"#;
    check(items, ["none", "0", "100", "0"]);
}
