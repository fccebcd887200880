//! `levers` as scripts use it: what it saves, what stays, the order of keys, and wrong arguments.

use serde_json::Value;

use crate::cli::{Answer, on, with};

/// Two boards: twelve times 1½ h of three at £45 and two at £32, one in doubt about its length, and one of which nobody
/// knows how often it meets.
const REGISTER: &str = r#"
  settings: (base_year: "2026/27"),
  partners: [(id: "o1", name: "Council", is_us: true), (id: "o2", name: "Trust")],
  grades: [
    (id: "g7", name: "Head", partner: "o1", pay: HourlyCost, amount: "45", is_senior: true),
    (id: "g8", name: "Manager", partner: "o2", pay: HourlyCost, amount: "32")],
  partnerships: [
    (id: "p1", name: "Liaison", members: ["o1", "o2"], meetings: [(id: "m1", name: "Board", times_a_year: "12",
      length: (value: "1.5", low: "1", high: "3"), attendees: [
      (id: "a1", partner: "o1", grade: "g7", number: "3", preparation: "0", travel: "0"),
      (id: "a2", partner: "o2", grade: "g8", number: "2", preparation: "0", travel: "0")])],
      judgements: [(id: "j1", name: "Results", score: "30")]),
    (id: "p2", name: "Forum", members: ["o1", "o2"], meetings: [(id: "m2", name: "Forum", length: "2", attendees: [
      (id: "a3", partner: "o1", grade: "g7", number: "1", preparation: "0", travel: "0")])]),
  ],"#;

/// Each in a folder of its own, as tests run side by side.
fn answer(rest: &[&str]) -> Answer {
    let test = format!("levers{}", rest.join("").replace(['%', '-'], ""));
    let (_folder, path) = with(&test, REGISTER);
    on(&path, "levers", rest)
}

#[test]
fn half_as_often_says_the_saving_its_range_and_what_stays() {
    let it = answer(&["--times", "50%"]);
    assert_eq!((it.code, it.err.as_str()), (0, ""));
    for said in [
        "50% of the meetings kept",
        "Saves £1,791 a year to all partners, £1,215 of it ours, and 45 h of people’s time, 3.6 senior days among it.",
        "in 8 of 10 draws",
        "Fewer, how often it meets is not known: Forum, Forum.",
        "One of the two has an achievement or a benefit on record",
        "Nothing is changed until you apply.",
    ] {
        assert!(it.out.contains(said), "{said}\n{}", it.out);
    }
}

#[test]
fn json_has_exact_figures_in_a_fixed_order() {
    let it = answer(&[
        "--executive",
        "2",
        "--keep-full",
        "4",
        "--only",
        "p1",
        "--json",
    ]);
    assert_eq!((it.code, it.err.as_str()), (0, ""));
    let json: Value = serde_json::from_str(&it.out).unwrap();
    assert_eq!(json["saving"]["cost"]["central"], "1432.8");
    assert_eq!(json["saving"]["ours"]["central"], "972");
    assert_eq!(json["saving"]["hours"]["central"], "36");
    assert!(json["saving"]["cost"]["p90"].is_string());
    assert_eq!(json["partnerships"][0]["after"]["cost"], "2149.2");
    assert_eq!(json["draws"], 2000);
    assert_eq!(json["n_ranged"], 1);
    let mut at = 0;
    for key in [
        "schema",
        "basis",
        "levers",
        "saving",
        "before",
        "after",
        "partnerships",
        "not_moved",
    ] {
        let next = it.out[at..].find(&format!("\"{key}\"")).unwrap();
        at += next;
    }
    assert_eq!(
        it.out,
        answer(&["--executive", "2", "--only", "p1", "--json"]).out,
        "four unless said"
    );
}

#[test]
fn one_body_boards_and_the_basis_can_be_asked_for() {
    let one = answer(&["--length", "1h", "--meeting", "m1", "--basis", "exhibit2"]);
    assert!(
        one.out
            .starts_with("Exhibit 2 basis: at most 1 h long (Board)"),
        "{}",
        one.out
    );
    assert!(one.out.contains("£1,194"));
    assert!(!one.out.contains("Forum"), "no part of it: {}", one.out);
    let boards = answer(&["--attendees", "50%", "--bodies", "boards", "--online", "20"]);
    assert!(
        boards
            .out
            .contains("50% of the people, 20% or more online (boards)"),
        "{}",
        boards.out
    );
}

#[test]
fn wrong_arguments_are_refused_with_what_would_be_taken() {
    for (rest, why) in [
        (vec![], "No lever is pulled"),
        (vec!["--times", "150%"], "Try a share from 0% to 100%"),
        (
            vec!["--length", "50"],
            "Try a share such as 50%, or a length such as 1h 30m",
        ),
        (
            vec!["--times", "50%", "--only", "p9"],
            "The register has no partnership p9",
        ),
        (
            vec!["--times", "50%", "--meeting", "m9"],
            "The register has no meeting m9",
        ),
        (vec!["--keep-full", "3"], "--executive"),
    ] {
        let it = answer(&rest);
        assert_eq!(it.code, 2, "{rest:?}");
        assert!(it.err.contains(why), "{rest:?}: {}", it.err);
    }
}
