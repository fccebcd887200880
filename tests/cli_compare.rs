//! `list league`, `list comparison` and the chart of a comparison. Working: `support/harbour.rs`.

use insta::assert_snapshot;
use serde_json::Value;

use crate::cli::{run, with};
use crate::support::harbour::HARBOUR;

#[test]
fn a_league_table_is_listed_with_ranks_and_groups() {
    let (_folder, path) = with("league", HARBOUR);
    let file = path.to_str().unwrap();
    let answer = run(&["list", "league", file, "--group", "statutory"]);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    assert_snapshot!(answer.out, @r"
    4 partnerships, Full cost, 2026/27, by cost a year, largest first.

    Partnership              Cost a year  Hours  Achievement  Cost a point
    Required by law · 1          £35,000    600
       1 Moor                    £35,000    600           68          £515
    Not required by law · 3   ≥ £205,000  1,200
       1 Harbour                 £80,000  1,200           60        £1,333
       2 Ridge                   £35,000      0           68          £515
       – =Vale                 ≥ £90,000      0   not scored    not scored
    All together · 4          ≥ £240,000  1,800

    Not ranked, and last: 1 partnership has a figure of which part is not known (≥); the largest is =Vale, at least £90,000.
    Scores are progress against each partnership’s own targets.
    ");
    let json = run(&["list", "league", file, "--by", "hours", "--json"]).out;
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json[0]["name"], "Harbour");
    assert_eq!(json[0]["rank"], "1");
    assert_eq!(json[0]["figures"]["hours"], "1200");
    assert_eq!(json[0]["figures"]["cost-per-point"], "1333.3333333333");
    assert_eq!(json[0]["figures"]["bettered-by"], "Moor");
    assert_eq!(
        json[0]["figures"].get("npsv"),
        None,
        "not priced is not nought"
    );
    assert_eq!(json[2]["rank"], "3=");
    assert_eq!(json[4]["kind"], "all");
    assert_eq!(json[4]["figures"]["annual-cost"], "240000");
    assert!(json[4]["at_least"].to_string().contains("annual-cost"));
}

#[test]
fn some_are_ranked_alone_and_nonsense_is_refused() {
    let (_folder, path) = with("league-only", HARBOUR);
    let file = path.to_str().unwrap();
    let some = run(&["list", "league", file, "--only", "p2,p4"]).out;
    assert!(
        some.starts_with("2 of 4 partnerships: 2 selected, Full cost"),
        "{some}"
    );
    for wrong in [
        vec!["list", "league", file, "--by", "beauty"],
        vec!["list", "league", file, "--group", "colour"],
        vec!["list", "league", file, "--only", "p9"],
        vec!["list", "league"],
        vec!["list", "grades", file, "--by", "hours"],
        vec!["list", "grades", file, "--only", "p1"],
        vec!["list", "comparison", file],
        vec!["list", "comparison", file, "--only", "p1"],
        vec!["list", "comparison", file, "--only", "p1,p9"],
    ] {
        let answer = run(&wrong);
        assert_eq!((answer.code, answer.out.as_str()), (2, ""), "{wrong:?}");
        assert!(!answer.err.is_empty());
    }
}

#[test]
fn a_comparison_is_listed_and_drawn() {
    let (folder, path) = with("comparison", HARBOUR);
    let file = path.to_str().unwrap();
    let answer = run(&["list", "comparison", file, "--only", "p2,p1"]);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    assert!(
        answer.out.starts_with("(1) Harbour (p1)\n(2) Moor (p2)\n"),
        "{}",
        answer.out
    );
    assert!(
        answer
            .out
            .contains("Harbour costs £45k more a year than Moor (2.3 times) and scores 8 less")
    );
    let json = run(&["list", "comparison", file, "--only", "p2,p1", "--json"]).out;
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["partnerships"][1]["figures"]["annual-cost"], "35000");
    assert_eq!(json["partnerships"][0]["figures"].get("pvb"), None);
    let out = folder.join("comparison.svg");
    let out = out.to_str().unwrap();
    let of = ["chart", file, "--chart", "comparison", "--out", out];
    let answer = run(&[&of[..], &["--only", "p1,p2"]].concat());
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    let drawn = std::fs::read_to_string(out).unwrap();
    assert!(drawn.contains("Harbour") && drawn.contains("£80k") && !drawn.contains("Ridge"));
    // What is simulated of the whole register is not of some.
    let whole = [
        "chart",
        file,
        "--chart",
        "distribution",
        "--out",
        out,
        "--only",
        "p1",
    ];
    assert_eq!(run(&whole).code, 2);
}
