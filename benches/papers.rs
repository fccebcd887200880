//! A board paper of 60 partnerships: composed, and written as PDF and HTML; a page of it for the window.

mod support;

use std::sync::atomic::{AtomicU32, Ordering};

use divan::{Bencher, black_box};
use fruitful::chart::doubts::Doubts;
use fruitful::costing::basis::Basis;
use fruitful::export::formats::find_for_paper;
#[cfg(feature = "pdf")]
use fruitful::export::preview;
use fruitful::findings::findings::Findings;
use fruitful::report::board_paper::template::Template;
use fruitful::report::board_paper::{Asked, Subject, board_paper};
use fruitful::report::document::Document;
use fruitful::units::progress::Stop;
use jiff::civil::date;

use crate::support::{appraised, county_path, opened};

fn main() {
    divan::main();
}

fn county() -> Findings {
    appraised(&opened(&county_path()))
}

/// A title of its own each time: what typst remembers of the last paper would flatter it.
fn composed(findings: &Findings, round: u32) -> Document {
    let asked = Asked {
        findings,
        of: Subject::Portfolio,
        basis: Basis::Full,
        date: date(2026, 11, 21),
        doubts: Doubts::NONE,
        switching: None,
        template: &Template::default(),
        checksum: "0123456789abcdef",
        program: "0.1.0",
    };
    let mut document = board_paper(&asked).expect("all partnerships").document;
    document.title = format!("{} {round}", document.title);
    document
}

#[divan::bench(min_time = 1)]
fn compose_60(bencher: Bencher) {
    let findings = county();
    bencher.bench(|| composed(black_box(&findings), 0));
}

/// Each after the first, as in a window that has written one before.
#[divan::bench(args = ["pdf", "html"], sample_count = 20, sample_size = 1)]
fn write_60(bencher: Bencher, format: &str) {
    let findings = county();
    let Some(format) = find_for_paper(format) else {
        return;
    };
    let round = AtomicU32::new(0);
    bencher
        .with_inputs(|| {
            let n = round.fetch_add(1, Ordering::Relaxed);
            composed(&findings, n)
        })
        .bench_values(|document| (format.write)(&document, &Stop::default()));
}

/// The first page at two pixels a point.
#[cfg(feature = "pdf")]
#[divan::bench(sample_count = 20, sample_size = 1)]
fn draw_page(bencher: Bencher) {
    let pages = preview::paper(&composed(&county(), 0)).expect("a paper has pages");
    bencher.bench(|| pages.draw(0, 2.0));
}
