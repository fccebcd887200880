//! PDF as it is asked for by law and by archives: PDF/UA-1 and PDF/A-2a.

use fruitful::export::error::ExportError;
use fruitful::export::formats::{find, find_for_paper};
use fruitful::export::print_size::PrintSize;
use fruitful::report::document::{Block, Document};
use fruitful::units::progress::Stop;
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

use super::documents::{charts, hostile, paper};
use super::kept;

/// What a paper is held to.
pub(super) const PAPER: [ValidationProfile; 2] =
    [ValidationProfile::PdfUa1, ValidationProfile::PdfA2a];

fn written(document: &Document) -> Result<Vec<u8>, ExportError> {
    let format = find_for_paper("pdf").unwrap();
    (format.write)(document, &Stop::default())
}

/// Fails with every rule that is broken.
pub(super) fn check(bytes: &[u8], profiles: &[ValidationProfile]) {
    for profile in profiles.iter().copied() {
        let options = ValidationOptions::default().profile(profile);
        let report = validate_pdf_bytes(bytes, &options).unwrap();
        assert!(report.rules.total > 50, "{report}");
        assert!(report.is_compliant, "{report}");
    }
}

#[test]
fn a_paper_of_every_kind_of_block_is_accessible_and_for_the_archive() {
    for (rows, sample) in [(1, "small.ron"), (15, "borough.ron"), (60, "county.ron")] {
        let bytes = written(&paper(rows, charts(sample))).unwrap();
        kept(&format!("paper{rows}.pdf"), &bytes);
        check(&bytes, &PAPER);
    }
}

#[test]
fn hostile_text_is_printed_as_it_is() {
    let chart = charts("small.ron").remove(0);
    let bytes = written(&hostile(chart)).unwrap();
    kept("hostile.pdf", &bytes);
    check(&bytes, &PAPER);
}

#[test]
fn every_chart_is_a_page_of_its_own() {
    let format = find("pdf").unwrap();
    for (at, chart) in charts("borough.ron").iter().enumerate() {
        let bytes = (format.write)(chart, &PrintSize::A4).unwrap();
        kept(&format!("chart{at}.pdf"), &bytes);
        check(&bytes, &[ValidationProfile::PdfUa1]);
    }
}

#[test]
fn the_same_paper_is_the_same_bytes() {
    let document = paper(15, charts("borough.ron"));
    assert_eq!(written(&document).unwrap(), written(&document).unwrap());
}

#[test]
fn a_chart_without_words_for_those_who_do_not_see_it_is_refused() {
    let mut document = paper(1, charts("small.ron"));
    for block in document.sections.iter_mut().flat_map(|it| &mut it.blocks) {
        if let Block::Chart(it) = block {
            it.chart.alt = "  ".to_owned();
        }
    }
    let refused = written(&document).unwrap_err().to_string();
    assert_eq!(
        refused,
        "Figure 1 has no text for readers who cannot see it. Export it as SVG or choose another chart"
    );
}

#[test]
fn a_paper_without_a_title_is_refused() {
    let mut document = paper(1, vec![]);
    document.title = " ".to_owned();
    assert!(matches!(written(&document), Err(ExportError::NoTitle)));
}

#[test]
fn a_stopped_export_writes_nothing() {
    let stop = Stop::default();
    stop.ask();
    let format = find_for_paper("pdf").unwrap();
    let written = (format.write)(&paper(1, vec![]), &stop);
    assert!(matches!(written, Err(ExportError::Cancelled)));
}
