//! Word documents: another program reads them, numbers them as we do, and makes tagged PDF of them.

use std::fs;
use std::path::{Path, PathBuf};

use fruitful::chart::doubts::Doubts;
use fruitful::costing::basis::Basis;
use fruitful::export::formats::find_for_paper;
use fruitful::findings::findings::{Findings, Question, appraise};
use fruitful::guidance::edition::newest;
use fruitful::report::board_paper::template::Template;
use fruitful::report::board_paper::{Asked, PROGRAM, Subject, board_paper};
use fruitful::report::document::{Block, Document, Origin};
use fruitful::store::read::read;
use fruitful::units::progress::Stop;
use jiff::civil::date;
use lopdf::{Dictionary, Document as Pdf, Object};

use crate::office::Office;
use crate::paper::{HOSTILE, paper};

/// Tagged, and held to the rules of accessible PDF.
const TAGGED: &str = concat!(
    "pdf:writer_pdf_Export:{\"UseTaggedPDF\":{\"type\":\"boolean\",\"value\":\"true\"},",
    "\"PDFUACompliance\":{\"type\":\"boolean\",\"value\":\"true\"}}"
);

const SAMPLES: [&str; 4] = ["small", "arrangements", "borough", "county"];

/// The board paper on all partnerships of a sample.
fn board(sample: &str) -> Document {
    let findings = found(sample);
    let asked = Asked {
        findings: &findings,
        of: Subject::Portfolio,
        basis: Basis::Full,
        date: date(2026, 11, 21),
        doubts: Doubts::NONE,
        switching: None,
        template: &Template::default(),
        checksum: "0123456789abcdef",
        program: PROGRAM,
    };
    board_paper(&asked).unwrap().document
}

/// A paper with one of everything.
fn of(sample: &str) -> Document {
    paper(&found(sample))
}

fn found(sample: &str) -> Findings {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data");
    let register = read(&folder.join(format!("{sample}.ron")))
        .unwrap()
        .register;
    let year = register.settings.base_year;
    appraise(&register, newest(), Question { year })
}

fn written(office: &Office, paper: &Document, name: &str) -> PathBuf {
    let bytes = (find_for_paper("docx").unwrap().write)(paper, &Stop::default()).unwrap();
    let path = office.join(&format!("{name}.docx"));
    fs::write(&path, bytes).unwrap();
    path
}

/// An element of a PDF's structure: its kind, its alternative text, and how many elements deep it is.
struct Element {
    kind: String,
    alt: String,
}

fn elements(pdf: &Pdf) -> Vec<Element> {
    let root = pdf.catalog().unwrap().get(b"StructTreeRoot").unwrap();
    let mut out = Vec::new();
    collect(pdf, root, &mut out);
    out
}

fn collect(pdf: &Pdf, object: &Object, out: &mut Vec<Element>) {
    match pdf.dereference(object).unwrap().1 {
        Object::Array(all) => all.iter().for_each(|it| collect(pdf, it, out)),
        Object::Dictionary(it) => {
            if let Ok(kind) = it.get(b"S").and_then(Object::as_name) {
                let kind = String::from_utf8_lossy(kind).into_owned();
                out.push(Element {
                    kind,
                    alt: alt(pdf, it),
                });
            }
            if let Ok(children) = it.get(b"K") {
                collect(pdf, children, out);
            }
        }
        _ => {}
    }
}

fn alt(pdf: &Pdf, element: &Dictionary) -> String {
    let alt = element.get_deref(b"Alt", pdf);
    alt.and_then(lopdf::decode_text_string).unwrap_or_default()
}

#[test]
fn every_sample_becomes_a_tagged_pdf() {
    let office = Office::new("word-pdf");
    for sample in SAMPLES {
        let paper = board(sample);
        let pdf = office.convert(&written(&office, &paper, sample), TAGGED);
        let pdf = Pdf::load(pdf).unwrap();
        let found = elements(&pdf);
        let count = |kind: &str| found.iter().filter(|it| it.kind == kind).count();
        assert_eq!(count("H1"), paper.all_sections().count(), "{sample}");
        let blocks = paper.all_sections().flat_map(|it| &it.blocks);
        let n_sub = blocks
            .filter(|it| matches!(it, Block::Subheading(_)))
            .count();
        assert_eq!(count("H2"), n_sub, "{sample}");
        assert_eq!(count("Table"), paper.tables().count(), "{sample}");
        let headers: usize = paper.tables().map(|it| it.table.columns.len()).sum();
        assert!(
            count("TH") >= headers,
            "{sample}: {} of {headers}",
            count("TH")
        );
        let alts: Vec<&str> = found.iter().map(|it| it.alt.as_str()).collect();
        for block in paper.charts() {
            let has = alts.iter().any(|it| it.contains(&block.chart.alt));
            assert!(has, "{sample}: no words for {} in {alts:?}", block.number);
        }
        let catalog = pdf.catalog().unwrap();
        let language = catalog.get(b"Lang").unwrap().as_str().unwrap();
        assert_eq!(String::from_utf8_lossy(language), "en-GB");
    }
}

#[test]
fn the_office_numbers_paragraphs_as_the_paper_does() {
    let office = Office::new("word-numbers");
    let paper = of("small");
    let text = office.convert(
        &written(&office, &paper, "small"),
        "txt:Text (encoded):UTF8",
    );
    let text = fs::read_to_string(text).unwrap();
    let lines: Vec<String> = text
        .lines()
        .map(|it| it.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    let has = |number: &str, text: &str| {
        let line = format!("{number} {text}");
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(lines.contains(&line), "{line:?} in {text}");
    };
    for section in &paper.sections {
        has(&section.number, &section.heading);
    }
    for section in &paper.appendices {
        has(&format!("Appendix {}", section.number), &section.heading);
    }
    for it in paper.paragraphs() {
        let lead = match it.origin {
            Origin::Prompt => "To be completed: ",
            _ => "",
        };
        has(&it.number, &format!("{lead}{}", it.text));
    }
    for name in HOSTILE {
        assert!(text.contains(name), "{name}");
    }
}
