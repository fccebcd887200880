//! HTML that a browser, a screen reader and a printer understand alike.

use std::collections::BTreeSet;

use fruitful::export::error::ExportError;
use fruitful::export::formats::find_for_paper;
use fruitful::report::document::{Block, Document};
use fruitful::units::progress::Stop;
use resvg::usvg::roxmltree::{self, Node};

use super::documents::{HOSTILE, charts, hostile, paper};

fn written(document: &Document) -> String {
    let format = find_for_paper("html").unwrap();
    let bytes = (format.write)(document, &Stop::default()).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// What the body says to a reader who is strict: every element is closed, every attribute quoted.
fn body(html: &str) -> String {
    let from = html.find("<body>").unwrap();
    let to = html.find("</html>").unwrap();
    html[from..to].to_owned()
}

fn named<'a>(root: Node<'a, 'a>, name: &'static str) -> impl Iterator<Item = Node<'a, 'a>> {
    root.descendants()
        .filter(move |it| it.tag_name().name() == name)
}

fn text(node: Node<'_, '_>) -> String {
    let texts = node.descendants().filter(Node::is_text);
    texts.filter_map(|it| it.text()).collect()
}

#[test]
fn every_figure_and_word_is_there() {
    let document = paper(15, charts("borough.ron"));
    holds_all_of(&document, &written(&document));
}

/// Fails where a paragraph or a cell of a table is not in the file.
pub(super) fn holds_all_of(document: &Document, html: &str) {
    let body = body(html);
    let tree = roxmltree::Document::parse(&body).unwrap();
    let said = text(tree.root());
    for paragraph in document.paragraphs() {
        assert!(said.contains(&paragraph.text), "{}", paragraph.text);
    }
    let tables: Vec<_> = named(tree.root(), "table").collect();
    assert_eq!(tables.len(), document.tables().count());
    for (drawn, table) in tables.iter().zip(document.tables()) {
        let cells: Vec<_> = named(*drawn, "tr")
            .map(|row| row.children().map(text).collect::<Vec<_>>())
            .collect();
        let titles = table.table.columns.iter().map(|it| it.title.clone());
        let rows = table.table.rows.iter();
        let rows = rows.map(|row| row.iter().map(|it| it.text.clone()).collect());
        let expected: Vec<Vec<String>> = std::iter::once(titles.collect()).chain(rows).collect();
        assert_eq!(cells, expected);
    }
}

#[test]
fn hostile_text_stays_text() {
    let html = written(&hostile(charts("small.ron").remove(0)));
    let body = body(&html);
    let tree = roxmltree::Document::parse(&body).unwrap();
    assert_eq!(named(tree.root(), "script").count(), 0);
    let items: Vec<_> = named(tree.root(), "li").map(text).collect();
    for name in HOSTILE {
        assert!(items.contains(&format!("(a) {name}")), "{name}");
    }
    assert!(!html.contains("<script"));
}

#[test]
fn tables_have_captions_and_headers_and_charts_have_words() {
    let document = paper(3, charts("small.ron"));
    let body = body(&written(&document));
    let tree = roxmltree::Document::parse(&body).unwrap();
    for table in named(tree.root(), "table") {
        assert_eq!(named(table, "caption").count(), 1);
        let scopes =
            |scope| named(table, "th").filter(move |it| it.attribute("scope") == Some(scope));
        let rows = named(table, "tr").count();
        assert_eq!(
            scopes("row").count(),
            rows - 1,
            "the first cell of each row"
        );
        assert_eq!(
            scopes("col").count(),
            named(table, "tr").next().unwrap().children().count()
        );
    }
    let drawings: Vec<_> = named(tree.root(), "svg").collect();
    assert_eq!(drawings.len(), document.charts().count());
    for (drawing, block) in drawings.iter().zip(document.charts()) {
        assert_eq!(
            text(named(*drawing, "title").next().unwrap()),
            block.chart.title
        );
        assert_eq!(
            text(named(*drawing, "desc").next().unwrap()),
            block.chart.alt
        );
    }
}

#[test]
fn ids_are_unique_and_every_link_and_label_has_its_end() {
    let body = body(&written(&paper(3, charts("small.ron"))));
    let tree = roxmltree::Document::parse(&body).unwrap();
    let ids: Vec<_> = tree
        .root()
        .descendants()
        .filter_map(|it| it.attribute("id"))
        .collect();
    let unique: BTreeSet<_> = ids.iter().copied().collect();
    assert_eq!(ids.len(), unique.len());
    for node in tree.root().descendants() {
        let labels = node.attribute("aria-labelledby").unwrap_or_default();
        let link = node.attribute("href").unwrap_or("#paper");
        let ends = labels.split(' ').filter(|it| !it.is_empty());
        for end in ends.chain([link.strip_prefix('#').unwrap()]) {
            assert!(unique.contains(end), "{end}");
        }
    }
}

#[test]
fn nothing_is_fetched_and_nothing_runs() {
    let html = written(&paper(15, charts("borough.ron")));
    for forbidden in [
        "<script",
        "src=",
        "<link",
        "@import",
        "url(",
        "javascript:",
        " style=",
        " on",
    ] {
        let of_markup = html.split('>').filter_map(|it| it.rsplit_once('<'));
        let found = of_markup.filter(|(_, tag)| tag.contains(forbidden)).count();
        assert_eq!(found, 0, "{forbidden}");
    }
    let outside: Vec<_> = html
        .match_indices("http")
        .map(|(at, _)| &html[at..at + 18])
        .collect();
    let allowed = ["http-equiv=\"Content", "http://www.w3.org/"];
    let strange = |it: &&&str| !allowed.iter().any(|allowed| allowed.starts_with(**it));
    assert_eq!(outside.iter().find(strange), None);
}

#[test]
fn what_is_to_be_written_says_so() {
    let html = written(&paper(1, vec![]));
    assert_eq!(html.matches("<b>To be completed:</b>").count(), 2);
}

#[test]
fn the_same_paper_is_the_same_text() {
    let document = paper(15, charts("borough.ron"));
    assert_eq!(written(&document), written(&document));
}

#[test]
fn a_chart_without_words_and_a_paper_without_a_title_are_refused() {
    let write = find_for_paper("html").unwrap().write;
    let mut document = paper(1, charts("small.ron"));
    for block in document.sections.iter_mut().flat_map(|it| &mut it.blocks) {
        if let Block::Chart(it) = block {
            it.chart.alt.clear();
        }
    }
    let refused = write(&document, &Stop::default());
    assert!(matches!(refused, Err(ExportError::NoAlternativeText(_))));
    document.title.clear();
    let refused = write(&document, &Stop::default());
    assert!(matches!(refused, Err(ExportError::NoTitle)));
}
