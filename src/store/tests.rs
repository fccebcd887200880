//! What readers are told of files that are not as they should be.

use std::fs;
use std::path::PathBuf;

use crate::model::register::Register;
use crate::store::read::{parse, read};
use crate::store::write::to_text;

/// A folder that is removed when the test is over.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new(test: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("fruitful-{test}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _gone = fs::remove_dir_all(&self.0);
    }
}

const HEADER: &str =
    r#"(format: "fruitful register", format_version: 6, written_by: "0.1.0", guidance: "2026-11")"#;

/// A register with these fields in its second partnership's first meeting.
pub(crate) fn with_meeting(fields: &str) -> String {
    format!(
        "{HEADER}\n(\n settings: (base_year: \"2026/27\"),\n partnerships: [(id: \"p1\"),\n  (id: \"p2\", meetings: [(id: \"m9\", {fields})])],\n)\n"
    )
}

pub(crate) fn register(text: &str) -> Register {
    parse(text, "plan.ron")
        .map(|(_, register)| register)
        .unwrap()
}

fn check(text: &str, expected: &str) {
    let seen = match parse(text, "plan.ron") {
        Ok(_) => "opens".to_owned(),
        Err(error) => format!("{error}. Hint: {}", error.hint()),
    };
    let expected = expected.replacen("PLAN", "Cannot open \"plan.ron\"", 1);
    assert_eq!(seen, expected, "{}", text.get(..200).unwrap_or(text));
}

fn check_meeting(fields: &str, expected: &str) {
    check(
        &with_meeting(fields),
        &expected.replacen("AT", "partnerships[1] › meetings[0]", 1),
    );
}

#[test]
fn what_is_no_register_is_recognised_at_once() {
    let none = "PLAN: it is not a Fruitful register. Hint: Registers start with (format: \"fruitful register\", …).";
    for text in [
        "hello",
        "{\"a\": 1}",
        "name,cost\nx,1",
        "(format: \"something else\", format_version: 1)",
        "(format: \"fruitful register\", format_version: 0)",
    ] {
        check(text, none);
    }
    for text in ["", " \n", "\u{feff}"] {
        check(
            text,
            "PLAN: the file is empty. Hint: The last copy or a backup may still hold the register.",
        );
    }
}

#[test]
fn a_newer_file_is_recognised_whatever_follows() {
    for rest in [
        ")",
        ", mood: Happy({1: 2}))(what: [",
        ")(settings: 3)",
        ")\n\"\u{1}",
    ] {
        check(
            &format!(
                "(format: \"fruitful register\", format_version: 7, written_by: \"1.9\"{rest}"
            ),
            concat!(
                "PLAN: made by version 1.9 in format 7; this is version ",
                env!("CARGO_PKG_VERSION"),
                ", which reads up to format 6. Hint: Update the program, or ask for an export in format 6.",
            ),
        );
    }
}

#[test]
fn a_header_is_read_strictly() {
    let comma = HEADER.replace("\", format_version", "\" format_version");
    check(
        &comma,
        "PLAN: line 1, column 30: expected a comma or a closing bracket. Hint: Look for a missing comma, bracket or quotation mark just before.",
    );
    check(
        &HEADER.replace("guidance", "guidence"),
        "PLAN: line 1, column 71, guidence: there is no field called \"guidence\". Hint: Did you mean guidance?",
    );
    check(
        &HEADER.replace("2026-11", "2031-11"),
        "PLAN: it follows guidance edition \"2031-11\", which this version does not have. Hint: Update the program, or name an edition that it has at the top of the file and in its settings.",
    );
    check(
        &format!("{HEADER}(settings: (base_year: \"2026/27\", guidance: \"2031-11\"))"),
        "PLAN: its first lines name guidance edition \"2026-11\", its settings \"2031-11\". Hint: Make the two the same.",
    );
}

#[test]
fn a_wrong_field_is_named_with_its_place_and_its_neighbours() {
    check_meeting("length: \"1h 30m\"", "opens");
    check_meeting(
        "lenght: \"1\"",
        "PLAN: line 5, column 36, AT › lenght: there is no field called \"lenght\". Hint: Did you mean length?",
    );
    check_meeting(
        "mood: \"1\"",
        "PLAN: line 5, column 36, AT › mood: there is no field called \"mood\". Hint: The fields here are: id, name, kind, start, end, dates, times_a_year, length, online_share, attendees, expenses.",
    );
    check_meeting(
        "length: \"1\", length: \"2\"",
        "PLAN: line 5, column 49, AT: \"length\" is given twice. Hint: Keep the one that is right.",
    );
    check_meeting(
        "kind: Bord",
        "PLAN: line 5, column 42, AT › kind: \"Bord\" is not one of the choices. Hint: Did you mean Board?",
    );
    check_meeting(
        "attendees: [(partner: \"o3\")]",
        "PLAN: line 5, column 62, AT › attendees[0]: the record that ends here has no \"id\". Hint: Add the field \"id\", or restore the file from a copy.",
    );
    check_meeting(
        "attendees: [(id: \"a1\", partner: \"zz\")]",
        "PLAN: line 5, column 69, AT › attendees[0] › partner: \"zz\" is not an id. Hint: Ids are a letter or two and a number, such as p12 or be3.",
    );
}

#[test]
fn a_wrong_quantity_says_what_would_be_taken() {
    check_meeting(
        "length: \"soon\"",
        "PLAN: line 5, column 45, AT › length: not a length of time. Hint: Try 1.5, 1h 30m or 90 min.",
    );
    check_meeting(
        "length: \"NaN\"",
        "PLAN: line 5, column 45, AT › length: not a length of time. Hint: Try 1.5, 1h 30m or 90 min.",
    );
    check_meeting(
        "length: 1.5",
        "PLAN: line 5, column 44, AT › length: expected a quantity in quotation marks such as \"1.5\", found 1.5. Hint: Put quotation marks around it.",
    );
    for odd in ["NaN", "inf", "None or Some", "()", "a list"] {
        let value = match odd {
            "None or Some" => "None",
            "a list" => "[1]",
            odd => odd,
        };
        let text = with_meeting(&format!("length: {value}"));
        let error = parse(&text, "plan.ron").unwrap_err();
        assert_eq!(
            error.what(),
            format!("expected a quantity in quotation marks such as \"1.5\", found {odd}")
        );
    }
    check_meeting(
        "length: (value: \"1\", date: \"1 April\")",
        "PLAN: line 5, column 64, AT › length › date: not a day of the calendar. Hint: Write year, month and day, such as \"2026-04-01\".",
    );
    check_meeting(
        "length: (value: \"1\", grade: 9)",
        "PLAN: line 5, column 64, AT › length › grade: an evidence grade is 1 to 6. Hint: Correct it, or restore the file from a copy.",
    );
}

#[test]
fn a_quantity_keeps_its_evidence() {
    let short = register(&with_meeting("length: \"1.5\""));
    let full = register(&with_meeting(
        "length: (value: \"1.5\", source: \"Diary\", date: \"2026-04-01\", grade: 2, who: \"Clerk\")",
    ));
    let length = |register: &Register| register.partnerships[1].meetings[0].length.clone();
    assert_eq!(length(&short).value(), length(&full).value());
    assert_eq!(length(&full).evidence().unwrap().source, "Diary");
    assert_eq!(register(&to_text(&full).unwrap()), full);
}

#[test]
fn a_reference_needs_no_some() {
    let attendee = |partner: &str| {
        let fields = format!("attendees: [(id: \"a10\", partner: {partner})]");
        register(&with_meeting(&fields)).partnerships[1].meetings[0].attendees[0].partner
    };
    assert_eq!(attendee("\"o3\"").unwrap().to_string(), "o3");
    assert_eq!(attendee("Some(\"o3\")"), attendee("\"o3\""));
    assert_eq!(attendee("None"), None);
}

#[test]
fn the_counter_is_raised_over_every_id() {
    assert_eq!(register(&with_meeting("")).last_id, 9);
}

#[test]
fn deep_nesting_is_refused_and_does_not_overflow_the_stack() {
    let nested = "(value: ".repeat(100_000);
    let error = parse(&with_meeting(&format!("length: {nested}")), "plan.ron").unwrap_err();
    assert_eq!(error.what(), "expected text in quotation marks");
    for (open, close) in [("(a: ", ")"), ("[", "]"), ("Some(", ")"), ("{1: ", "}")] {
        let deep = format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
        for text in [
            HEADER.replace("\"0.1.0\"", &deep),
            HEADER.replace("format_version", &format!("mood: {deep}, format_version")),
            with_meeting(&format!("mood: {deep}")),
            with_meeting(&format!("length: {deep}")),
        ] {
            assert!(parse(&text, "plan.ron").is_err(), "{open}");
        }
    }
    let comments = format!("{HEADER}{}", "/*".repeat(100_000));
    let error = parse(&comments, "plan.ron").unwrap_err();
    assert!(error.what().contains("ends too early"));
}

#[test]
fn a_file_cut_short_anywhere_says_so_and_opens_nowhere() {
    let whole =
        with_meeting("length: (value: \"1.5\", source: \"Diary £\", grade: 2), kind: Board");
    let last = whole.trim_end().len();
    for (end, _) in whole.char_indices().filter(|(end, _)| *end < last) {
        let error = parse(&whole[..end], "plan.ron").unwrap_err();
        let said = error.what();
        let is_plain = said.starts_with("the file ends too early") || said == "the file is empty";
        assert!(is_plain, "{end}: {error}");
    }
    check(
        &format!("{whole} and more"),
        "PLAN: line 7, column 2: something follows the end of the register. Hint: Remove what follows, or restore the file from a copy.",
    );
}

#[test]
fn more_records_than_any_register_are_refused_before_they_take_memory() {
    let many = "(id: \"p1\"),".repeat(2_000_001);
    check(
        &format!("{HEADER}(settings: (base_year: \"2026/27\"), partnerships: [{many}])"),
        "PLAN: it holds more records than any register. Hint: Registers hold at most 100,000 partnerships and two million records. Split it, or choose another file.",
    );
}

#[test]
fn files_that_are_not_text_are_refused_with_what_they_look_like() {
    let folder = Folder::new("not-text");
    let path = folder.0.join("plan.ron");
    let check = |bytes: &[u8], expected: &str| {
        fs::write(&path, bytes).unwrap();
        assert_eq!(read(&path).unwrap_err().what(), expected);
    };
    check(b"", "the file is empty");
    check(b"PK\x03\x04rest", "it looks like a workbook or a document");
    check(b"\xff\xfe(\0", "it is text in UTF-16");
    check(b"(format\0", "it is not text");
    check(b"(format \xc3\x28", "it is not text");
    let too_large = fs::File::create(&path).unwrap();
    too_large.set_len(1 << 30).unwrap();
    assert_eq!(
        read(&path).unwrap_err().to_string(),
        "Cannot open \"plan.ron\": it is 1024 MB, larger than any register"
    );
    assert_eq!(read(&folder.0).unwrap_err().what(), "it is a folder");
    let missing = folder.0.join("none.ron");
    assert_eq!(
        read(&missing).unwrap_err().to_string(),
        "Cannot open \"none.ron\": there is no such file or folder"
    );
    let inside_a_file = path.join("plan.ron");
    assert!(read(&inside_a_file).is_err());
}

#[test]
fn marks_and_line_ends_of_other_editors_do_no_harm() {
    let text = with_meeting("length: \"1\"");
    let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert_eq!(register(&windows), register(&text));
}

proptest::proptest! {
    #[test]
    fn no_text_can_make_reading_panic(start in 0_usize..200, length in 0_usize..40, noise in ".{0,12}") {
        let mut text: Vec<char> = with_meeting("length: (value: \"1.5\", grade: 2), kind: Board").chars().collect();
        let start = start.min(text.len());
        let end = start.saturating_add(length).min(text.len());
        text.splice(start..end, noise.chars());
        let text: String = text.into_iter().collect();
        if let Ok((_, register)) = parse(&text, "plan.ron") {
            let again = to_text(&register).unwrap();
            proptest::prop_assert_eq!(parse(&again, "plan.ron").unwrap().1, register);
        }
    }
}

#[test]
fn records_that_cannot_be_told_apart_are_refused() {
    for (body, expected) in [
        (
            "settings: (base_year: \"2026/27\"), partners: [(id: \"o1\"), (id: \"o1\")]",
            "two records have the id \"o1\"",
        ),
        (
            "settings: (base_year: \"2026/27\"), partners: [(id: \"g1\")]",
            "the id \"g1\" stands on a record of another sort",
        ),
    ] {
        let header = "(format: \"fruitful register\", format_version: 6, written_by: \"0.1.0\", guidance: \"2026-11\")";
        let error = parse(&format!("{header}\n({body})"), "plan.ron").unwrap_err();
        assert_eq!(error.what(), expected);
    }
}

/// Format 3 took one answer on two lines for one fact by its source; another source, or another range, is another fact.
#[test]
fn what_format_3_took_for_one_fact_moves_together() {
    let line = |id: &str, source: &str, high: &str| {
        format!(
            "(id: \"{id}\", preparation: (value: \"1\", low: \"0.5\", high: \"{high}\", source: \"{source}\", who: \"\"))"
        )
    };
    let attendees = [
        line("a2", "First estimate", "2"),
        line("a3", "First estimate", "2"),
        line("a4", "First estimate", "3"),
        line("a5", "Diary", "2"),
    ];
    let text = format!(
        "{}\n(settings: (base_year: \"2026/27\"), partnerships: [(id: \"p1\", meetings: [(id: \"m6\", attendees: [{}])])])",
        HEADER.replace("format_version: 6", "format_version: 3"),
        attendees.join(", ")
    );
    let (_, register) = parse(&text, "plan.ron").unwrap();
    let attendees = &register.partnerships[0].meetings[0].attendees;
    let names: Vec<&str> = attendees
        .iter()
        .map(|it| it.preparation.moves_with())
        .collect();
    assert_eq!(names, ["Preparation (p1)", "Preparation (p1)", "", ""]);
}

/// A snapshot's figures come back to the last decimal; what is no figure is refused where it stands.
#[test]
fn the_figures_of_a_snapshot_are_kept_exactly() {
    let line = |cost: &str| {
        format!(
            "{HEADER}\n(settings: (base_year: \"2026/27\"), snapshots: [(id: \"sn1\", year: \"2025/26\", method: 1, guidance: \"2026-11\", \
             lines: [(partnership: \"p7\", exhibit2: (amount: \"0\"), full: (amount: \"{cost}\", is_at_least: true), hours: \"12.5\", \
             senior_days: \"1.25\", npsv: \"-3.1\")])])"
        )
    };
    let (_, register) = parse(&line("1234.0123456789"), "plan.ron").unwrap();
    let text = to_text(&register).unwrap();
    assert!(text.contains("1234.0123456789"), "{text}");
    assert_eq!(parse(&text, "plan.ron").unwrap().1, register);
    let kept = &register.snapshots[0].lines[0];
    assert_eq!(
        (kept.score, kept.ours),
        (None, None),
        "what was not known stays so"
    );
    for odd in ["1e", "a lot", "", "9999999999999999"] {
        let error = parse(&line(odd), "plan.ron").unwrap_err();
        assert!(error.to_string().contains("figure"), "{odd}: {error}");
    }
}
