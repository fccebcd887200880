//! The workbook: composed with its formulas, and written as a file.

mod support;

use divan::Bencher;
use fruitful::export::xlsx::write::write;
use fruitful::findings::findings::Findings;
use fruitful::guidance::edition::newest;
use fruitful::report::workbook::book::Book;
use fruitful::report::workbook::compose::{Made, compose};
use fruitful::units::progress::Watch;
use jiff::civil::date;

use crate::support::{appraised, county_path, opened};

fn main() {
    divan::main();
}

fn county() -> Findings {
    appraised(&opened(&county_path()))
}

fn composed(findings: &Findings) -> Option<Book> {
    let made = Made {
        date: date(2026, 11, 21),
        program: "Fruitful".to_owned(),
        checksum: String::new(),
    };
    compose(findings, newest(), &made, &Watch::default())
}

/// Findings of 60 partnerships to every cell of their workbook.
#[divan::bench]
fn composed_of_60(bencher: Bencher) {
    let findings = county();
    bencher.bench_local(|| composed(&findings));
}

/// Every cell of that workbook to a file.
#[divan::bench]
fn written_of_60(bencher: Bencher) {
    let book = composed(&county()).expect("nobody asks it to stop");
    let watch = Watch::default();
    bencher.bench_local(|| write(&book, &watch.stop).map(|it| it.len()));
}
