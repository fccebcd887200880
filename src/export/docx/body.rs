//! The text of a Word document: every block of the paper, in its style.

use std::fmt::{self, Write};
use std::slice::Iter;

use crate::export::docx::numbering::{APPENDICES, Counter, Level, Numbered, SECTIONS};
use crate::export::docx::package::FOOTER;
use crate::export::docx::picture::Picture;
use crate::export::docx::runs::{Face, direction, runs};
use crate::export::docx::table;
use crate::report::document::{Block, Document, Origin, Paragraph, Section, TO_BE_COMPLETED};

const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";

/// A4 upright with margins of 20 mm, in twentieths of a point.
const PAGE: &str = "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1247\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>";

/// The text while it is written.
pub(crate) struct Body<'a> {
    text: String,
    pictures: Iter<'a, Picture>,
    list: u32,
    counter: Counter,
    /// The list of each instance that starts its letters again.
    restarts: Vec<u32>,
    captions: [Caption; 2],
    /// Whether what comes next needs room above it.
    is_after_table: bool,
}

/// Captions of one kind, which Word counts by a field.
struct Caption {
    kind: &'static str,
    count: u32,
}

impl<'a> Body<'a> {
    /// Every block of the paper; `pictures` are its charts, in order.
    pub(crate) fn of(paper: &Document, pictures: &'a [Picture]) -> Self {
        let caption = |kind| Caption { kind, count: 0 };
        let mut body = Self {
            text: String::with_capacity(262_144),
            pictures: pictures.iter(),
            list: SECTIONS,
            counter: Counter::new(SECTIONS),
            restarts: Vec::new(),
            captions: ["Table", "Figure"].map(caption),
            is_after_table: false,
        };
        body.paragraph("Title", "", &paper.title);
        for fact in &paper.facts {
            body.fact(&fact.label, &fact.text);
        }
        for section in &paper.sections {
            body.section(section, false);
        }
        (body.list, body.counter) = (APPENDICES, Counter::new(APPENDICES));
        for (at, section) in paper.appendices.iter().enumerate() {
            body.section(section, at == 0);
        }
        if body.is_after_table {
            // Word ends no document with a table.
            body.paragraph("BodyText", "", "");
        }
        body
    }

    /// Which list each instance that starts its letters again is of.
    pub(crate) fn restarts(&self) -> &[u32] {
        &self.restarts
    }

    /// The part of the document that holds it.
    pub(crate) fn part(&self) -> String {
        let text = &self.text;
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document {NAMESPACES}><w:body>{text}<w:sectPr><w:footerReference w:type=\"default\" r:id=\"{FOOTER}\"/>{PAGE}</w:sectPr></w:body></w:document>"
        )
    }

    fn section(&mut self, section: &Section, starts_page: bool) {
        let style = match self.list {
            APPENDICES => "AppendixHeading",
            _ => "Heading1",
        };
        let page = if starts_page {
            "<w:pageBreakBefore/>"
        } else {
            ""
        };
        match self.number(Level::Heading, &section.number) {
            Numbered::AsText => {
                let number = match self.list {
                    APPENDICES => format!("Appendix {}", section.number),
                    _ => section.number.clone(),
                };
                let text = format!("{number} {}", section.heading);
                let none = format!("{page}<w:numPr><w:numId w:val=\"0\"/></w:numPr>");
                self.paragraph(style, &none, text.trim_start());
            }
            _ => self.paragraph(style, page, &section.heading),
        }
        for block in &section.blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Subheading(text) => self.paragraph("Heading2", "", text),
            Block::Paragraph(it) => self.numbered(Level::Paragraph, it),
            Block::List(items) => {
                for item in items {
                    self.numbered(Level::Letter, item);
                }
            }
            Block::Table(it) => {
                self.caption(0, &it.number, &it.caption);
                self.text.push_str(&table::table(it));
                self.is_after_table = true;
                if !it.note.is_empty() {
                    self.paragraph("TableNote", "", &it.note);
                }
            }
            Block::Chart(it) => {
                self.caption(1, &it.number, &it.caption);
                if let Some(picture) = self.pictures.next() {
                    let picture = picture.drawing();
                    self.text
                        .push_str("<w:p><w:pPr><w:pStyle w:val=\"Figure\"/></w:pPr><w:r>");
                    self.text.push_str(&picture);
                    self.text.push_str("</w:r></w:p>");
                }
            }
        }
    }

    /// A paragraph with its number, by the list where that comes to it.
    fn numbered(&mut self, level: Level, it: &Paragraph) {
        let style = match (self.list, level) {
            _ if it.origin == Origin::Prompt => "ToBeCompleted",
            _ if it.number.is_empty() => "BodyText",
            (APPENDICES, Level::Letter) => "AppendixList",
            (APPENDICES, _) => "AppendixParagraph",
            (_, Level::Letter) => "ListNumber",
            (_, _) => "NumberedParagraph",
        };
        let how = if it.number.is_empty() {
            None
        } else {
            Some(self.number(level, &it.number))
        };
        let at = level.index();
        let by = |list| {
            format!("<w:numPr><w:ilvl w:val=\"{at}\"/><w:numId w:val=\"{list}\"/></w:numPr>")
        };
        let (list, indent, number) = match how {
            Some(Numbered::ByStyle) if it.origin == Origin::Prompt => (by(self.list), "", ""),
            None | Some(Numbered::ByStyle) => (String::new(), "", ""),
            Some(Numbered::By(instance)) => (by(instance), "", ""),
            Some(Numbered::AsText) => (by(0), level.indent(), it.number.as_str()),
        };
        let room = if std::mem::take(&mut self.is_after_table) {
            "<w:spacing w:before=\"240\"/>"
        } else {
            ""
        };
        put(
            &mut self.text,
            format_args!(
                "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{list}{}{room}{indent}</w:pPr>",
                direction(&it.text)
            ),
        );
        if !number.is_empty() {
            self.text.push_str(&runs(number, Face::PLAIN));
            self.text.push_str("<w:r><w:tab/></w:r>");
        }
        if it.origin == Origin::Prompt {
            let lead = format!("{TO_BE_COMPLETED}: ");
            self.text.push_str(&runs(&lead, Face::BOLD));
        }
        self.text.push_str(&runs(&it.text, Face::PLAIN));
        self.text.push_str("</w:p>");
    }

    fn number(&mut self, level: Level, number: &str) -> Numbered {
        let before = self.restarts.len();
        let mut n_restarts = u32::try_from(before).unwrap_or(u32::MAX);
        let how = self.counter.number(level, number, &mut n_restarts);
        if usize::try_from(n_restarts).is_ok_and(|now| now > before) {
            self.restarts.push(self.list);
        }
        how
    }

    fn fact(&mut self, label: &str, text: &str) {
        self.text
            .push_str("<w:p><w:pPr><w:pStyle w:val=\"Fact\"/></w:pPr>");
        self.text.push_str(&runs(label, Face::BOLD));
        self.text.push_str("<w:r><w:tab/></w:r>");
        self.text.push_str(&runs(text, Face::PLAIN));
        self.text.push_str("</w:p>");
    }

    /// `Table 2` counted by a field, so that an inserted table moves the others on, and what it shows.
    fn caption(&mut self, kind: usize, number: &str, caption: &str) {
        let counted = self.captions.get_mut(kind).and_then(|it| {
            let next = it.count.saturating_add(1);
            let is_next = number == format!("{} {next}", it.kind);
            is_next.then(|| {
                it.count = next;
                (it.kind, next)
            })
        });
        let number = match counted {
            Some((kind, n)) => format!(
                "<w:r><w:t xml:space=\"preserve\">{kind} </w:t></w:r><w:fldSimple w:instr=\" SEQ {kind} \\* ARABIC \"><w:r><w:t>{n}</w:t></w:r></w:fldSimple>"
            ),
            None => runs(number, Face::PLAIN),
        };
        let colon = if number.is_empty() { "" } else { ": " };
        let text = runs(&format!("{colon}{caption}"), Face::PLAIN);
        self.is_after_table = false;
        put(
            &mut self.text,
            format_args!("<w:p><w:pPr><w:pStyle w:val=\"Caption\"/></w:pPr>{number}{text}</w:p>"),
        );
    }

    /// A paragraph of one style; `properties` stand between the style and the direction.
    fn paragraph(&mut self, style: &str, properties: &str, text: &str) {
        self.is_after_table = false;
        put(
            &mut self.text,
            format_args!(
                "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{properties}{}</w:pPr>{}</w:p>",
                direction(text),
                runs(text, Face::PLAIN)
            ),
        );
    }
}

fn put(text: &mut String, arguments: fmt::Arguments<'_>) {
    // Writing to a String cannot fail.
    let _ = text.write_fmt(arguments);
}
