//! What stands on the pages of a PDF: every word and figure, and the header of a table on each page that it goes on to.
#![expect(clippy::float_arithmetic, reason = "places on paper")]

use fruitful::export::pdf::compile;
use fruitful::export::pdf::letters::Letters;
use fruitful::report::document::Document;
use typst::layout::{Frame, FrameItem};

use super::documents::{HOSTILE, charts, hostile, paper, table};

/// The words on each page without their spaces, since a line that ends there has none.
pub(super) fn pages(document: &Document) -> Vec<String> {
    let set = compile::paper(document, Letters::Bundled).unwrap();
    let read = |frame: &Frame| {
        let mut out = String::new();
        words(frame, &mut out);
        out
    };
    set.pages().iter().map(|page| read(&page.frame)).collect()
}

fn words(frame: &Frame, out: &mut String) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => words(&group.frame, out),
            FrameItem::Text(text) => out.push_str(&dense(&text.text)),
            _ => {}
        }
    }
}

fn dense(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn every_figure_and_word_of_a_paper_is_printed() {
    let document = paper(15, charts("small.ron"));
    let printed = pages(&document).concat();
    for paragraph in document.paragraphs() {
        assert!(
            printed.contains(&dense(&paragraph.text)),
            "{}",
            paragraph.text
        );
    }
    for table in document.tables() {
        let rows = table.table.rows.iter();
        for row in rows {
            let row: String = row.iter().map(|cell| dense(&cell.text)).collect();
            assert!(printed.contains(&row), "{row}");
        }
    }
}

#[test]
fn hostile_names_are_printed_as_they_are() {
    let document = hostile(charts("small.ron").remove(0));
    let printed = pages(&document).concat();
    for name in HOSTILE {
        // Word by word: those of a script from right to left stand on the page in the other order.
        for word in name.split_whitespace() {
            let n = printed.matches(word).count();
            assert!(n >= 4, "{word}: {n} times");
        }
    }
    // Heads and feet of pages stand between them.
    assert!(printed.matches('W').count() >= 10_000);
    assert!(printed.matches('n').count() >= 10_000);
}

#[test]
fn the_header_of_a_table_stands_on_every_page_of_it() {
    let mut document = paper(60, vec![]);
    document.appendices.clear();
    let rows = dense("Partnership number");
    let header = dense("Cost of item 1 a year, £");
    let pages = pages(&document);
    let with_rows: Vec<_> = pages.iter().filter(|it| it.contains(&rows)).collect();
    assert!(with_rows.len() >= 2);
    assert!(with_rows.iter().all(|page| page.contains(&header)));
}

#[test]
fn a_table_too_wide_for_the_page_lies_on_its_side_and_nothing_else_does() {
    let set = compile::paper(&paper(3, vec![]), Letters::Bundled).unwrap();
    let is_sideways = |frame: &Frame| frame.width() > frame.height();
    let pages: Vec<_> = set
        .pages()
        .iter()
        .map(|it| is_sideways(&it.frame))
        .collect();
    assert_eq!(pages, [false, false, true, false], "Table 3 has 14 columns");
}

#[test]
fn no_word_stands_outside_the_margins() {
    let mut document = paper(3, vec![]);
    let mut wide = table("Table 1", 3, 40);
    wide.table.columns[3].title = "Unbreakableheadings".repeat(9);
    document.appendices[0].blocks = vec![fruitful::report::document::Block::Table(wide)];
    let hostile = hostile(charts("small.ron").remove(0));
    for document in [document, hostile] {
        let set = compile::paper(&document, Letters::Bundled).unwrap();
        for page in set.pages() {
            let room = page.frame.width().to_pt();
            let end = furthest(&page.frame, 0.0);
            assert!(
                end <= room - 56.0,
                "{end} of {room}: the margin is 56.7 points"
            );
        }
    }
}

/// How far to the right the text goes.
fn furthest(frame: &Frame, from: f64) -> f64 {
    let ends = frame.items().map(|(at, item)| {
        let from = from + at.x.to_pt();
        match item {
            FrameItem::Group(group) => furthest(&group.frame, from),
            FrameItem::Text(text) => from + text.width().to_pt(),
            _ => 0.0,
        }
    });
    ends.fold(0.0, f64::max)
}
