//! `export` as scripts use it: a workbook, tables, the register as JSON, and wrong arguments.

use std::fs;

use serde_json::Value;

use crate::cli::{on, run, with};

const REGISTER: &str = r#"
  settings: (title: "Two", base_year: "2026/27"),
  partners: [(id: "o1", name: "Council", is_us: true)],
  grades: [(id: "g7", name: "=Head", pay: HourlyCost, amount: "45")],
  partnerships: [(id: "p1", name: "=Liaison", members: ["o1"], meetings: [(id: "m1", name: "Board", times_a_year: "12",
      length: (value: "1.5", low: "1", high: "3"), attendees: [
      (id: "a1", partner: "o1", grade: "g7", number: "3", preparation: "0", travel: "0")])])],"#;

#[test]
fn a_workbook_is_written_and_the_same_day_gives_the_same_bytes() {
    let (folder, path) = with("export-xlsx", REGISTER);
    let write = |name: &str, day: &str| {
        let out = folder.join(name);
        let out_text = out.to_str().unwrap().to_owned();
        let rest = ["--format", "xlsx", "--out", &out_text, "--date", day];
        let answer = on(&path, "export", &rest);
        assert_eq!((answer.code, answer.err.as_str()), (0, ""));
        fs::read(out).unwrap()
    };
    let first = write("a.xlsx", "2026-11-21");
    assert!(first.starts_with(b"PK"));
    assert!(first == write("b.xlsx", "2026-11-21"));
    assert!(first != write("c.xlsx", "2026-11-22"));
}

#[test]
fn every_table_is_a_file_and_one_can_be_asked_for() {
    let (folder, path) = with("export-csv", REGISTER);
    let out = folder.join("tables");
    let answer = on(
        &path,
        "export",
        &["--format", "csv", "--out", out.to_str().unwrap()],
    );
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    let text = |name: &str| fs::read_to_string(out.join(name)).unwrap();
    let partnerships = text("partnerships.csv");
    // 12 × 1½ h × 3 people × £45 = £2,430, by hand.
    assert!(
        partnerships.contains("\r\np1,'=Liaison,\"whole; no benefit priced\",2430,"),
        "{partnerships}"
    );
    assert!(text("inputs.csv").contains("m1/length,'=Liaison,Board,Length,1.5,hours,known,1,3,"));
    assert!(text("grades.csv").contains("'=Head"));
    assert!(text("cost-lines.csv").contains(",54,2430,yes"));
    assert!(text("league.csv").contains("2430"));
    let one = folder.join("one.csv");
    let rest = [
        "--format",
        "csv",
        "--table",
        "inputs",
        "--out",
        one.to_str().unwrap(),
    ];
    assert_eq!(on(&path, "export", &rest).code, 0);
    assert_eq!(fs::read_to_string(one).unwrap(), text("inputs.csv"));
    let listed = run(&["list", "tables"]);
    assert!(listed.out.lines().count() >= 14, "{}", listed.out);
    assert!(
        listed
            .out
            .contains("cost-lines  Each line of cost of the year")
    );
}

#[test]
fn the_json_has_every_input_and_id_under_a_header() {
    let (folder, path) = with("export-json", REGISTER);
    let out = folder.join("a.json");
    let rest = [
        "--format",
        "json",
        "--out",
        out.to_str().unwrap(),
        "--date",
        "2026-11-21",
    ];
    assert_eq!(on(&path, "export", &rest).code, 0);
    let text = fs::read_to_string(out).unwrap();
    let json: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(json["schema"], 1);
    assert_eq!(json["format_version"], 6);
    assert_eq!(json["date"], "2026-11-21");
    assert_eq!(json["checksum"].as_str().unwrap().len(), 64);
    let meeting = &json["register"]["partnerships"][0]["meetings"][0];
    assert_eq!(meeting["id"], "m1");
    assert_eq!(meeting["length"]["value"], "1.5");
    assert_eq!(meeting["length"]["high"], "3");
}

#[test]
fn what_cannot_be_exported_is_refused_in_words() {
    let (folder, path) = with("export-wrong", REGISTER);
    let out = folder.join("x");
    let out = out.to_str().unwrap();
    for (rest, said) in [
        (
            vec!["--format", "csv", "--table", "no", "--out", out],
            "No table is called no. Try partnerships, league",
        ),
        (
            vec!["--format", "json", "--table", "inputs", "--out", out],
            "--table is for --format csv",
        ),
        (
            vec!["--format", "csv", "--table", "options", "--out", out],
            "nothing for the table options",
        ),
        (vec!["--format", "doc", "--out", out], "invalid value 'doc'"),
        (
            vec!["--format", "xlsx", "--out", "/nowhere/at/all.xlsx"],
            "Cannot write",
        ),
    ] {
        let answer = on(&path, "export", &rest);
        assert_eq!(answer.code, 2, "{rest:?}");
        assert!(answer.err.contains(said), "{}", answer.err);
        assert!(!folder.join("x").exists());
    }
}

#[test]
fn nothing_takes_the_place_of_the_register() {
    let (_folder, path) = with("export-over", REGISTER);
    let (own, before) = (path.to_str().unwrap().to_owned(), fs::read(&path).unwrap());
    for rest in [
        ["--format", "json"],
        ["--format", "xlsx"],
        ["--format", "csv"],
    ] {
        let answer = on(
            &path,
            "export",
            &[rest.as_slice(), &["--out", &own]].concat(),
        );
        let says = "is what this is made from. Name another file";
        assert_eq!(answer.code, 2);
        assert!(answer.err.contains(says), "{}", answer.err);
    }
    assert_eq!(fs::read(&path).unwrap(), before);
}
