//! Overlaps on the command line: listed with their evidence, and in the answer of `appraise`.

use insta::assert_snapshot;
use serde_json::Value;

use crate::cli::{on, run, with};

/// Two of three members, the one word of both names, and one of two seats.
const TWO: &str = r#"settings: (base_year: "2026/27"),
  partners: [(id: "o1", name: "Us", is_us: true), (id: "o2", name: "Them"), (id: "o3", name: "Third")],
  grades: [(id: "g1", name: "Officer", pay: HourlyCost, amount: "30")],
  partnerships: [
    (id: "p1", name: "Harbour Board", members: ["o1", "o2", "o3"], meetings: [
      (id: "m1", name: "Board", times_a_year: "10", length: "2", attendees: [
        (id: "a1", partner: "o1", grade: "g1", number: "1", preparation: "0", travel: "0"),
        (id: "a2", partner: "o2", grade: "g1", number: "1", preparation: "0", travel: "0")])]),
    (id: "p2", name: "Harbour\nforum", is_statutory: true, members: ["o1", "o2"], meetings: [
      (id: "m2", name: "Forum", times_a_year: "4", length: "2", attendees: [
        (id: "a3", partner: "o2", grade: "g1", number: "2", preparation: "0")])]),
  ],"#;

#[test]
fn overlaps_are_listed_with_their_evidence_and_what_merging_saves() {
    let (_folder, path) = with("overlaps", TWO);
    let file = path.to_str().unwrap();
    let answer = run(&["list", "overlaps", file]);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    assert_snapshot!(answer.out, @r"
    One pair of partnerships overlaps by 40% or more, strongly.

    Strong 75%: p1 Harbour Board and p2 Harbour forum
      2 of 3 members the same; both speak of harbour; 1 of 2 seats is the same grade of the same body
      The meetings of Harbour forum end; everybody there has a seat at Harbour Board already. That saves at least £480 and at least 16 h a year.
      The law requires Harbour forum, so merging may not be open.

    The score is the weighted mean of what two share of what either has: members (3), words of name, topic and reason, rare ones counting more (3), seats at meetings (2) and words of objectives (2). What is blank does not count against a pair; a pair that shares only one of these is not listed.
    An upper view: the meetings of the one that meets for fewer hours end, its people whose seat the other lacks join the other’s meetings, and these go on as often and as long as before. Posts, money and work between meetings stay.
    ");
    let json: Value =
        serde_json::from_str(&run(&["list", "overlaps", file, "--json"]).out).unwrap();
    let pair = &json["overlaps"][0];
    // Members 2 of 3, words all, seats 1 of 2: (3 × 2/3 + 3 × 1 + 2 × 1/2) ÷ 8 = 6 ÷ 8.
    assert_eq!(pair["score"], "0.75");
    assert_eq!(pair["evidence"][0]["only_a"], serde_json::json!(["Third"]));
    assert_eq!(pair["statutory"], serde_json::json!(["p2"]));
    // 2 people × 2 h × 4 = 16 h at £30; how long they travel is not known.
    let saving = &pair["merging"]["saving"];
    assert_eq!(
        saving["money"]["exhibit2"],
        serde_json::json!({"amount": "480", "bound": "exact"})
    );
    assert_eq!(
        saving["money"]["full"],
        serde_json::json!({"amount": "480", "bound": "at_least"})
    );
    assert_eq!(pair["merging"]["ends"], "p2");
}

#[test]
fn appraise_has_overlaps_where_there_are_any() {
    let (_folder, path) = with("overlaps-appraised", TWO);
    let of = |rest: &[&str]| -> Value {
        let answer = on(&path, "appraise", rest);
        serde_json::from_str(&answer.out).unwrap()
    };
    let json = of(&["--json", "--basis", "exhibit2"]);
    let expected = serde_json::json!([{"a": "p1", "b": "p2", "score": "0.75", "saving": "480"}]);
    assert_eq!(json["portfolio"]["overlaps"], expected);
    let (_folder, path) = with(
        "no-overlaps",
        &TWO.replace("Harbour\\nforum", "Forum")
            .replace("\"g1\", number: \"2\"", "\"g2\", number: \"2\""),
    );
    let answer = on(&path, "appraise", &["--json"]);
    let json: Value = serde_json::from_str(&answer.out).unwrap();
    assert!(json["portfolio"].get("overlaps").is_none());
}
