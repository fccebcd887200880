//! Board papers from the command line: what is written, what is left to an officer, and refusals that say what to do.

use std::fs;

use fruitful::export::formats::PAPER_FORMATS;
use fruitful::report::board_paper::template::Template;

use crate::cli::{on, run, with};
use crate::support::harbour::HARBOUR;

#[test]
fn the_usual_template_can_be_listed_and_read_back() {
    let answer = run(&["list", "template"]);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    assert_eq!(Template::read(&answer.out), Ok(Template::default()));
    assert_eq!(run(&["list", "template", "--json"]).code, 2);
}

#[test]
fn what_cannot_be_written_is_refused_and_nothing_is_touched() {
    let (folder, path) = with("paper-refused", HARBOUR);
    let out = folder.join("a.txt");
    let answer = on(&path, "paper", &["--out", out.to_str().unwrap()]);
    assert_eq!(answer.code, 2);
    assert!(
        answer
            .err
            .contains("names no format of a paper. End it in ."),
        "{}",
        answer.err
    );
    assert!(!out.exists());
}

mod written {
    use super::*;

    #[test]
    fn a_paper_is_written_whole_and_says_what_is_left() {
        let (folder, path) = with("paper", HARBOUR);
        let out = folder.join("a.html");
        let args = ["--out", out.to_str().unwrap(), "--date", "2026-11-22"];
        let answer = on(&path, "paper", &args);
        assert_eq!((answer.code, answer.err.as_str()), (0, ""));
        let lines: Vec<&str> = answer.out.lines().collect();
        assert_eq!(lines[0], format!("Written: {}", out.display()));
        assert_eq!(
            lines[1..],
            [
                "To be written by an officer: 9.1 Legal implications",
                "To be written by an officer: 10.1 Equalities implications",
                "To be written by an officer: 11.1 Consultation",
            ]
        );
        let first = fs::read(&out).unwrap();
        let text = String::from_utf8(first.clone()).unwrap();
        assert!(text.contains("<html lang=\"en-GB\""));
        assert!(text.contains("Harbour Council"));
        assert_eq!(on(&path, "paper", &args).code, 0);
        assert_eq!(
            fs::read(&out).unwrap(),
            first,
            "the same input, the same bytes"
        );
    }

    /// Each format by the first bytes of its files.
    #[test]
    fn every_format_is_written() {
        let (folder, path) = with("paper-formats", HARBOUR);
        for format in PAPER_FORMATS {
            let out = folder.join(format!("a.{}", format.id));
            let answer = on(&path, "paper", &["--out", out.to_str().unwrap()]);
            assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{}", format.id);
            let start: &[u8] = match format.id {
                "pdf" => b"%PDF",
                "docx" => b"PK",
                _ => b"<!",
            };
            assert!(fs::read(&out).unwrap().starts_with(start), "{}", format.id);
        }
        assert!(PAPER_FORMATS.len() >= 2);
    }

    #[test]
    fn one_partnership_and_a_template_are_taken() {
        let (folder, path) = with("paper-one", HARBOUR);
        let (out, template) = (folder.join("one.html"), folder.join("ours.txt"));
        let out_text = out.to_str().unwrap().to_owned();
        let args = |more: &[&str]| {
            let mut args = vec!["--out", out_text.as_str(), "--partnership", "p2"];
            args.extend(more);
            on(&path, "paper", &args)
        };
        fs::write(&template, "summary: In short\nown: Climate | Say it.\n").unwrap();
        let answer = args(&["--template", template.to_str().unwrap()]);
        assert_eq!((answer.code, answer.err.as_str()), (0, ""));
        assert!(
            answer
                .out
                .ends_with("To be written by an officer: 2.1 Climate\n"),
            "{}",
            answer.out
        );
        let before = fs::read(&out).unwrap();

        fs::write(&template, "summary: In short\nsumary: x\n").unwrap();
        let answer = args(&["--template", template.to_str().unwrap()]);
        assert_eq!(answer.code, 2);
        assert!(
            answer
                .err
                .contains("ours.txt: line 2: No section is called “sumary”. Try purpose"),
            "{}",
            answer.err
        );
        fs::write(&template, [0xFF, 0xFE, 0x00]).unwrap();
        let answer = args(&["--template", template.to_str().unwrap()]);
        assert!(
            answer.err.contains("is no plain text. Save it as text"),
            "{}",
            answer.err
        );
        let answer = args(&["--template", "/nowhere.txt"]);
        assert!(
            answer
                .err
                .contains("Cannot read the template \"/nowhere.txt\": there is no such"),
            "{}",
            answer.err
        );
        assert_eq!(
            fs::read(&out).unwrap(),
            before,
            "a refusal leaves the old file"
        );
        assert_eq!(
            on(
                &path,
                "paper",
                &["--out", &out_text, "--partnership", "p99"]
            )
            .code,
            2
        );
    }

    #[test]
    fn the_register_is_not_written_over() {
        let (folder, path) = with("paper-over", HARBOUR);
        let register = folder.join("register.html");
        fs::copy(&path, &register).unwrap();
        let answer = on(&register, "paper", &["--out", register.to_str().unwrap()]);
        assert_eq!(answer.code, 2);
        assert!(
            answer
                .err
                .contains("is what this is made from. Name another file"),
            "{}",
            answer.err
        );
        assert_eq!(fs::read(&register).unwrap(), fs::read(&path).unwrap());
    }
}
