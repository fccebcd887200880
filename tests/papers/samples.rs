//! The board papers of every sample, as a council publishes them.

use std::path::Path;

use fruitful::chart::doubts::Doubts;
use fruitful::costing::basis::Basis;
use fruitful::export::formats::find_for_paper;
use fruitful::findings::findings::Findings;
use fruitful::report::board_paper::template::Template;
use fruitful::report::board_paper::{Asked, Subject, board_paper};
use fruitful::report::document::Document;
use fruitful::units::progress::Stop;
use jiff::civil::date;

use super::documents::findings;
use super::{html, kept};

/// The paper of all partnerships, and that of the first.
fn papers(findings: &Findings) -> Vec<Document> {
    let first = findings
        .partnerships
        .first()
        .map(|it| Subject::Partnership(it.id));
    let template = Template::default();
    let subjects = std::iter::once(Subject::Portfolio).chain(first);
    let composed = subjects.map(|of| {
        let asked = Asked {
            findings,
            of,
            basis: Basis::Full,
            date: date(2026, 11, 21),
            doubts: Doubts::NONE,
            switching: None,
            template: &template,
            checksum: "0123456789abcdef",
            program: "0.1.0",
        };
        board_paper(&asked).unwrap().document
    });
    composed.collect()
}

fn written(format: &str, document: &Document) -> Vec<u8> {
    (find_for_paper(format).unwrap().write)(document, &Stop::default()).unwrap()
}

fn each(check: impl Fn(&str, &Document)) {
    for sample in ["small.ron", "arrangements.ron", "borough.ron", "county.ron"] {
        let stem = Path::new(sample).file_stem().unwrap().to_str().unwrap();
        for (at, document) in papers(&findings(sample)).iter().enumerate() {
            let of = if at == 0 { "all" } else { "one" };
            check(&format!("{stem}-{of}"), document);
        }
    }
}

#[cfg(feature = "pdf")]
#[test]
fn as_pdf_they_are_accessible_and_for_the_archive() {
    each(|name, document| {
        let bytes = written("pdf", document);
        kept(&format!("{name}.pdf"), &bytes);
        super::pdf::check(&bytes, &super::pdf::PAPER);
    });
}

#[cfg(feature = "pdf")]
#[test]
fn their_sections_have_four_sides_at_most() {
    each(|name, document| {
        let pages = super::pages::pages(document);
        let appendix = document.appendices[0].heading.replace(' ', "");
        let starts = pages
            .iter()
            .position(|it| it.contains(&format!("A{appendix}")));
        assert!(starts.unwrap() <= 4, "{name}: {starts:?}");
    });
}

#[test]
fn as_html_they_hold_every_word_and_figure() {
    each(|name, document| {
        let bytes = written("html", document);
        kept(&format!("{name}.html"), &bytes);
        html::holds_all_of(document, &String::from_utf8(bytes).unwrap());
    });
}
