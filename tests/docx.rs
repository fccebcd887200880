//! The Word document of a paper, read back: its text, its numbers, its tables and pictures, and that it is the same twice.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::io::{Cursor, Read};
use std::path::Path;
use std::sync::LazyLock;

use fruitful::export::error::ExportError;
use fruitful::export::formats::find_for_paper;
use fruitful::findings::findings::Findings;
use fruitful::report::document::{Block, Document, Section};
use fruitful::store::read::read;
use fruitful::units::progress::Stop;
use roxmltree::Node;
use zip::ZipArchive;

use crate::support::paper::{HOSTILE, paper};
use crate::support::registers::findings;

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

fn sample(name: &str) -> Findings {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data");
    findings(&read(&folder.join(name)).unwrap().register)
}

fn docx(paper: &Document) -> Vec<u8> {
    (find_for_paper("docx").unwrap().write)(paper, &Stop::default()).unwrap()
}

/// The paper of the smallest sample, and its document, written once.
fn small() -> &'static (Document, Vec<u8>) {
    static SMALL: LazyLock<(Document, Vec<u8>)> = LazyLock::new(|| {
        let paper = paper(&sample("small.ron"));
        let docx = docx(&paper);
        (paper, docx)
    });
    &SMALL
}

/// Every part of the package, by its name.
fn parts(docx: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut parts = BTreeMap::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        let name = file.name().unwrap().into_owned();
        let is_new = parts.insert(name.clone(), bytes).is_none();
        assert!(is_new, "{name} is there twice");
    }
    parts
}

fn text_of(parts: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    String::from_utf8(parts[name].clone()).unwrap()
}

fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.has_tag_name((W, name))
}

fn value<'a>(node: Node<'a, '_>, path: &[&str]) -> Option<&'a str> {
    let mut at = node;
    for name in path {
        at = at.children().find(|it| is(*it, name))?;
    }
    at.attribute((W, "val"))
}

/// What is read in a node, tabs as tabs.
fn words(node: Node<'_, '_>) -> String {
    let pieces = node.descendants().filter_map(|it| match it {
        it if is(it, "t") => it.text(),
        it if is(it, "tab") && it.parent().is_some_and(|run| is(run, "r")) => Some("\t"),
        _ => None,
    });
    pieces.collect()
}

/// What the format makes of a text: control characters become spaces.
fn kept(text: &str) -> String {
    text.replace(char::is_control, " ")
}

/// Word's numbering, worked out from the styles and the lists as Word does.
struct Word {
    /// The list and level of a style.
    styles: BTreeMap<String, (String, usize)>,
    /// Of each instance: its list, and whether its letters start again.
    instances: BTreeMap<String, (String, bool)>,
    /// Of each level of each list: the format of the number and its text.
    levels: BTreeMap<(String, usize), (String, String)>,
    counts: BTreeMap<String, [u32; 3]>,
    begun: BTreeSet<String>,
}

impl Word {
    fn read(parts: &BTreeMap<String, Vec<u8>>) -> Self {
        let (styles, lists) = (
            text_of(parts, "word/styles.xml"),
            text_of(parts, "word/numbering.xml"),
        );
        let styles = roxmltree::Document::parse(&styles).unwrap();
        let lists = roxmltree::Document::parse(&lists).unwrap();
        let own = styles
            .descendants()
            .filter(|it| is(*it, "style"))
            .filter_map(|style| {
                let id = style.attribute((W, "styleId"))?.to_owned();
                let list = value(style, &["pPr", "numPr", "numId"])?.to_owned();
                let level = value(style, &["pPr", "numPr", "ilvl"]).unwrap_or("0");
                Some((id, (list, level.parse().unwrap())))
            });
        let instances = lists.descendants().filter(|it| is(*it, "num")).map(|it| {
            let list = value(it, &["abstractNumId"]).unwrap().to_owned();
            let restarts = value(it, &["lvlOverride", "startOverride"]).is_some();
            (
                it.attribute((W, "numId")).unwrap().to_owned(),
                (list, restarts),
            )
        });
        let levels = lists.descendants().filter(|it| is(*it, "lvl")).map(|it| {
            let list = it
                .parent()
                .unwrap()
                .attribute((W, "abstractNumId"))
                .unwrap();
            let level = it.attribute((W, "ilvl")).unwrap().parse().unwrap();
            let format = value(it, &["numFmt"]).unwrap().to_owned();
            let text = value(it, &["lvlText"]).unwrap().to_owned();
            ((list.to_owned(), level), (format, text))
        });
        Self {
            styles: own.collect(),
            instances: instances.collect(),
            levels: levels.collect(),
            counts: BTreeMap::new(),
            begun: BTreeSet::new(),
        }
    }

    /// The number of the next paragraph; blank where it has none.
    fn number(&mut self, paragraph: Node<'_, '_>) -> String {
        let style = value(paragraph, &["pPr", "pStyle"]).unwrap_or_default();
        let of_style = self.styles.get(style).cloned();
        let level = value(paragraph, &["pPr", "numPr", "ilvl"]).map(|it| it.parse().unwrap());
        let list = value(paragraph, &["pPr", "numPr", "numId"]).map(str::to_owned);
        let Some(instance) = list.or(of_style.clone().map(|it| it.0)) else {
            return String::new();
        };
        if instance == "0" {
            return String::new();
        }
        let level: usize = level.or(of_style.map(|it| it.1)).unwrap_or(0);
        let (list, restarts) = self.instances[&instance].clone();
        let counts = self.counts.entry(list.clone()).or_default();
        if restarts && self.begun.insert(instance) {
            counts[level] = 0;
        }
        counts[level] += 1;
        counts[level + 1..].fill(0);
        let mut text = self.levels[&(list.clone(), level)].1.clone();
        for at in 0..=level {
            let (format, _) = &self.levels[&(list.clone(), at)];
            let n = self.counts[&list][at];
            let letter = |first: u8| char::from(first + u8::try_from(n - 1).unwrap()).to_string();
            let n = match format.as_str() {
                "decimal" => n.to_string(),
                "lowerLetter" => letter(b'a'),
                "upperLetter" => letter(b'A'),
                other => panic!("{other}"),
            };
            text = text.replace(&format!("%{}", at + 1), &n);
        }
        text
    }
}

/// What each paragraph outside tables says, after its number.
fn numbered(docx: &[u8]) -> Vec<(String, String)> {
    let parts = parts(docx);
    let mut word = Word::read(&parts);
    let text = text_of(&parts, "word/document.xml");
    let document = roxmltree::Document::parse(&text).unwrap();
    let body = document.root_element().first_element_child().unwrap();
    let paragraphs = body.children().filter(|it| is(*it, "p"));
    paragraphs.map(|it| (word.number(it), words(it))).collect()
}

fn expected(paper: &Document) -> Vec<(String, String)> {
    let mut out = Vec::new();
    let mut section = |it: &Section, lead: &str| {
        out.push((format!("{lead}{}", it.number), it.heading.clone()));
        for block in &it.blocks {
            match block {
                Block::Paragraph(it) => out.push((it.number.clone(), it.text.clone())),
                Block::List(items) => {
                    out.extend(items.iter().map(|it| (it.number.clone(), it.text.clone())));
                }
                Block::Subheading(_) | Block::Table(_) | Block::Chart(_) => {}
            }
        }
    };
    paper.sections.iter().for_each(|it| section(it, ""));
    paper
        .appendices
        .iter()
        .for_each(|it| section(it, "Appendix "));
    out
}

#[test]
fn the_numbers_that_word_gives_are_those_of_the_paper() {
    let (paper, docx) = small();
    let found = numbered(docx);
    let mut at = 0;
    for (number, text) in expected(paper) {
        let is_it = |(n, it): &(String, String)| {
            let it = it.strip_prefix("To be completed: ").unwrap_or(it);
            *n == number && *it == kept(&text)
        };
        let next = found[at..].iter().position(is_it);
        let next = next.unwrap_or_else(|| panic!("{number:?} {text:?} after {:?}", &found[..at]));
        at += next + 1;
    }
    let prompt = found
        .iter()
        .find(|(_, text)| text.starts_with("To be completed: "));
    assert_eq!(prompt.unwrap().0, "4.1", "a prompt says so in words");
}

#[test]
fn a_number_that_the_list_would_not_come_to_is_text() {
    let mut paper = paper(&sample("small.ron"));
    paper.sections.remove(0);
    let found = numbered(&docx(&paper));
    let says = |number: &str, text: &str| {
        let it = (number.to_owned(), text.to_owned());
        assert!(found.contains(&it), "{it:?} in {found:?}");
    };
    says("", "2 Recommendations");
    says("", "2.1\tCabinet is asked to:");
}

#[test]
fn every_word_and_figure_of_the_paper_is_in_it() {
    for (paper, docx) in [small()] {
        let parts = parts(docx);
        let text = text_of(&parts, "word/document.xml");
        let document = roxmltree::Document::parse(&text).unwrap();
        let mut tables = document.descendants().filter(|it| is(*it, "tbl"));
        for block in paper.tables() {
            let table = tables.next().unwrap();
            let rows = table.children().filter(|it| is(*it, "tr"));
            let found: Vec<Vec<String>> = rows
                .map(|row| {
                    row.children()
                        .filter(|it| is(*it, "tc"))
                        .map(words)
                        .collect()
                })
                .collect();
            let header = block
                .table
                .columns
                .iter()
                .map(|it| kept(&it.title))
                .collect();
            let rows = block.table.rows.iter();
            let rows = rows.map(|row| row.iter().map(|cell| kept(&cell.text)).collect());
            let expected: Vec<Vec<String>> = std::iter::once(header).chain(rows).collect();
            assert_eq!(found, expected, "{}", block.number);
        }
        assert!(tables.next().is_none());
        let all: Vec<String> = document
            .descendants()
            .filter(|it| is(*it, "p"))
            .map(words)
            .collect();
        let has = |text: &str| all.iter().any(|it| it.contains(&kept(text)));
        assert!(has(&paper.title));
        for fact in &paper.facts {
            let line = format!("{}\t{}", fact.label, kept(&fact.text));
            assert!(all.contains(&line), "{line}");
        }
        for block in paper.tables() {
            assert!(
                has(&format!("{}: {}", block.number, block.caption)),
                "{}",
                block.number
            );
            assert!(has(&block.note));
        }
        for block in paper.charts() {
            assert!(has(&format!("{}: {}", block.number, block.caption)));
        }
    }
}

#[test]
fn header_rows_repeat_and_rows_stay_whole() {
    let parts = parts(&docx(&paper(&sample("county.ron"))));
    let text = text_of(&parts, "word/document.xml");
    let document = roxmltree::Document::parse(&text).unwrap();
    let tables: Vec<_> = document.descendants().filter(|it| is(*it, "tbl")).collect();
    assert!(tables.len() >= 4);
    for table in tables {
        let rows: Vec<_> = table.children().filter(|it| is(*it, "tr")).collect();
        for (at, row) in rows.iter().enumerate() {
            let has = |name| row.descendants().any(|it| is(it, name));
            assert_eq!(has("tblHeader"), at == 0);
            assert!(has("cantSplit"));
        }
        let caption = value(table, &["tblPr", "tblCaption"]).unwrap();
        assert!(caption.starts_with("Table "), "{caption}");
        let grid = table.descendants().filter(|it| is(*it, "gridCol"));
        let widths: Vec<u32> = grid
            .map(|it| it.attribute((W, "w")).unwrap().parse().unwrap())
            .collect();
        let width: u32 = widths.iter().sum();
        assert!(width <= 9638, "{width} is wider than the page: {widths:?}");
        assert!(widths.iter().all(|it| *it >= 400), "{widths:?}");
    }
}

#[test]
fn each_picture_has_its_words_and_an_id_of_its_own() {
    let (paper, docx) = small();
    let parts = parts(docx);
    let text = text_of(&parts, "word/document.xml");
    let document = roxmltree::Document::parse(&text).unwrap();
    let pictures: Vec<_> = document
        .descendants()
        .filter(|it| it.tag_name().name() == "docPr")
        .collect();
    assert_eq!(pictures.len(), paper.charts().count());
    let mut ids = BTreeSet::new();
    for (picture, block) in pictures.iter().zip(paper.charts()) {
        assert!(ids.insert(picture.attribute("id").unwrap()));
        assert_eq!(
            picture.attribute("descr"),
            Some(kept(&block.chart.alt).as_str())
        );
        assert_eq!(
            picture.attribute("title"),
            Some(kept(&block.chart.title).as_str())
        );
        let inline = picture.parent().unwrap();
        let extent = inline
            .children()
            .find(|it| it.tag_name().name() == "extent")
            .unwrap();
        let side = |name| extent.attribute(name).unwrap().parse::<f64>().unwrap() / 36_000.0;
        let (width, height) = (side("cx"), side("cy"));
        assert!(width <= 170.01 && height <= 225.01, "{width} × {height} mm");
    }
    let relations = text_of(&parts, "word/_rels/document.xml.rels");
    let relations = roxmltree::Document::parse(&relations).unwrap();
    let mut names = BTreeSet::new();
    for relation in relations.root_element().children() {
        assert!(names.insert(relation.attribute("Id").unwrap()));
        let target = format!("word/{}", relation.attribute("Target").unwrap());
        assert!(parts.contains_key(&target), "{target} is missing");
    }
    for blip in document
        .descendants()
        .filter(|it| it.tag_name().name() == "blip")
    {
        assert!(blip.attributes().all(|it| names.contains(it.value())));
    }
}

#[test]
fn the_document_says_what_it_is_and_in_which_language() {
    let (paper, docx) = small();
    let parts = parts(docx);
    let core = text_of(&parts, "docProps/core.xml");
    let core = roxmltree::Document::parse(&core).unwrap();
    let says = |name: &str| {
        let node = core.descendants().find(|it| it.tag_name().name() == name);
        node.and_then(|it| it.text()).unwrap()
    };
    assert_eq!(says("title"), paper.title);
    assert_eq!(says("subject"), paper.subject);
    assert_eq!(says("creator"), "Ashmere Council <&>");
    assert_eq!(says("language"), "en-GB");
    assert_eq!(says("created"), "2026-11-22T00:00:00Z");
    assert!(text_of(&parts, "word/styles.xml").contains("<w:lang w:val=\"en-GB\""));
    let footer = text_of(&parts, "word/footer1.xml");
    assert!(footer.contains(&paper.title) && footer.contains(" PAGE "));
    let types = text_of(&parts, "[Content_Types].xml");
    for name in parts.keys().filter(|it| {
        it.starts_with("word/") && Path::new(it).extension() == Some(OsStr::new("xml"))
    }) {
        assert!(
            types.contains(&format!("PartName=\"/{name}\"")),
            "{name} has no type"
        );
    }
    for (name, part) in &parts {
        let is_xml = Path::new(name).extension().is_none_or(|it| it != "png");
        if is_xml {
            let part = String::from_utf8(part.clone()).unwrap();
            assert!(roxmltree::Document::parse(&part).is_ok(), "{name}");
        }
    }
}

#[test]
fn every_style_that_is_used_is_there() {
    let parts = parts(&small().1);
    let styles = text_of(&parts, "word/styles.xml");
    let styles = roxmltree::Document::parse(&styles).unwrap();
    let known: BTreeSet<&str> = styles
        .descendants()
        .filter_map(|it| it.attribute((W, "styleId")))
        .collect();
    let refer = ["pStyle", "tblStyle", "basedOn", "next", "rStyle"];
    for name in [
        "word/document.xml",
        "word/styles.xml",
        "word/numbering.xml",
        "word/footer1.xml",
    ] {
        let part = text_of(&parts, name);
        let part = roxmltree::Document::parse(&part).unwrap();
        for it in part
            .descendants()
            .filter(|it| refer.iter().any(|name| is(*it, name)))
        {
            let style = it.attribute((W, "val")).unwrap();
            assert!(known.contains(style), "{name}: {style}");
        }
    }
    // Word knows these by name, in lower case: its navigation and its table of contents follow them.
    for (name, level) in [("heading 1", "0"), ("heading 2", "1")] {
        let style = styles
            .descendants()
            .find(|it| is(*it, "style") && value(*it, &["name"]) == Some(name));
        assert_eq!(value(style.unwrap(), &["pPr", "outlineLvl"]), Some(level));
    }
}

#[test]
fn the_same_paper_is_the_same_bytes() {
    let (paper, first) = small();
    assert!(docx(paper) == *first);
}

#[test]
fn right_to_left_is_set_where_a_paragraph_is_read_so() {
    let parts = parts(&small().1);
    let text = text_of(&parts, "word/document.xml");
    let document = roxmltree::Document::parse(&text).unwrap();
    let of = |text: &str| {
        let found = document
            .descendants()
            .find(|it| is(*it, "p") && words(*it) == text);
        found.unwrap()
    };
    for (text, expected) in [(HOSTILE[3], true), (HOSTILE[4], true), (HOSTILE[5], false)] {
        let has = |name| of(text).descendants().any(|it| is(it, name));
        assert_eq!((has("bidi"), has("rtl")), (expected, expected), "{text}");
    }
}

#[test]
fn nothing_is_written_once_somebody_asks_for_the_end() {
    let stop = Stop::default();
    stop.ask();
    let written = (find_for_paper("docx").unwrap().write)(&small().0, &stop);
    assert!(matches!(written, Err(ExportError::Cancelled)));
}
