//! Without a display: the first screen in words, or a plain reason and what to do.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::folder::Folder;
use crate::program::fruitful;

struct Answer {
    code: i32,
    out: String,
    err: String,
}

fn run(command: &mut Command) -> Answer {
    let output = command.output().unwrap();
    Answer {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

#[test]
fn a_file_without_a_display_is_summed_up_in_words() {
    let folder = Folder::new("words");
    let small = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data/small.ron");
    let answer = run(fruitful(&folder.join("settings")).arg(small));
    assert_eq!(answer.code, 0, "{}", answer.err);
    assert!(answer.err.contains("fruitful-cli"), "{}", answer.err);
    // The full cost of all three, by hand: 6,045 + 31,760 + 7,740 = 45,545.
    for wanted in ["Market Square Group", "6,045", "45,545"] {
        assert!(answer.out.contains(wanted), "{wanted} in {}", answer.out);
    }
}

#[test]
fn no_file_and_no_display_is_a_failure_that_names_the_command_line() {
    let folder = Folder::new("nothing");
    let answer = run(&mut fruitful(&folder.join("settings")));
    assert_eq!(answer.code, 1, "{}", answer.err);
    assert!(answer.err.contains("fruitful-cli"), "{}", answer.err);
    assert_eq!(answer.out, "");
}

#[test]
fn a_broken_file_without_a_display_is_named_with_its_place_and_a_hint() {
    let folder = Folder::new("broken");
    let broken = folder.join("broken.ron");
    let text = include_str!("../../sample_data/small.ron");
    // Line 5 of the file: the base year.
    fs::write(&broken, text.replacen("\"2026/27\"", "2026/27", 1)).unwrap();
    let line = text
        .lines()
        .position(|it| it.contains("base_year"))
        .unwrap()
        + 1;
    let answer = run(fruitful(&folder.join("settings")).arg(&broken));
    assert_eq!(answer.code, 2, "{}", answer.err);
    assert_eq!(answer.out, "");
    for wanted in ["broken.ron", &format!("line {line},"), "Hint: "] {
        assert!(answer.err.contains(wanted), "{wanted} in {}", answer.err);
    }
}
