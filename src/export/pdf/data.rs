//! A document as the data that the template reads: texts as texts, never as markup.
#![expect(clippy::float_arithmetic, reason = "sizes on paper, never amounts")]

use serde::Serialize;

use crate::chart::chart::{Chart, Content, Table};
use crate::chart::fit::Room;
use crate::chart::fonts::{FAMILIES, Face};
use crate::chart::measure::PlexMeasure;
use crate::chart::svg::POINTS_PER_MM;
use crate::chart::text::shorten;
use crate::export::error::ExportError;
use crate::export::pdf::chart_fit::{self, Drawing};
use crate::export::pdf::letters::{Letters, readable};
use crate::export::pdf::table_fit::{PADDING, breakable, fit};
use crate::report::document::{
    Block, ChartBlock, Document, Origin, Paragraph, Section, TEXT_WIDTH_MM, TO_BE_COMPLETED,
    TableBlock,
};
use crate::report::text_table::shortened;

/// The tallest that a chart is printed: a page of A4 upright without its margins, the caption and a heading.
const CHART_HEIGHT_MM: f64 = 225.0;

/// The size of running text, in points.
const TEXT_SIZE: f64 = 10.5;

/// The width of a paragraph beside its number, in millimetres.
const PARAGRAPH_WIDTH_MM: f64 = TEXT_WIDTH_MM - 12.0;

/// A cell of more letters than this may go on on the next page; any other row stays whole.
const LONG_CELL: usize = 500;

/// The most letters of a title that the head of a page is made of.
const RUNNING_TITLE: usize = 200;

/// The data of a paper, and the drawings that it names.
pub struct Files {
    /// What `/data.json` says.
    pub data: PaperData,
    /// The drawings: path and SVG.
    pub drawings: Vec<(String, String)>,
}

/// A paper, for the template.
#[derive(Serialize)]
pub struct PaperData {
    fonts: [&'static str; 3],
    title: String,
    shown_title: String,
    running_title: String,
    subject: String,
    author: String,
    shown_author: String,
    date: [i32; 3],
    prompt: &'static str,
    facts: Vec<[String; 2]>,
    sections: Vec<SectionData>,
}

#[derive(Serialize)]
struct SectionData {
    number: String,
    heading: String,
    starts_page: bool,
    blocks: Vec<BlockData>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum BlockData {
    Subheading { text: String },
    Paragraph(ParagraphData),
    List { items: Vec<ParagraphData> },
    Table(TableData),
    Chart(ChartData),
}

#[derive(Serialize)]
struct ParagraphData {
    number: String,
    text: String,
    is_prompt: bool,
}

#[derive(Serialize)]
struct TableData {
    number: String,
    caption: String,
    note: String,
    size: f64,
    widths: Vec<f64>,
    is_sideways: bool,
    is_figures: Vec<bool>,
    header: Vec<String>,
    rows: Vec<RowData>,
}

#[derive(Serialize)]
struct RowData {
    may_break: bool,
    cells: Vec<String>,
}

#[derive(Serialize)]
struct ChartData {
    number: String,
    caption: String,
    file: String,
    alt: String,
    width_mm: f64,
    height_mm: f64,
}

/// The data of a paper.
///
/// # Errors
/// No title, or a chart without alternative text.
pub fn of_paper(document: &Document, letters: Letters) -> Result<Files, ExportError> {
    if document.title.trim().is_empty() {
        return Err(ExportError::NoTitle);
    }
    let mut maker = Maker {
        letters,
        drawings: Vec::new(),
    };
    let sections = document.sections.iter().map(|it| (it, false));
    let appendices = document.appendices.iter().enumerate();
    let appendices = appendices.map(|(at, it)| (it, at == 0));
    let sections = sections
        .chain(appendices)
        .map(|(section, starts_page)| maker.section(section, starts_page))
        .collect::<Result<_, _>>()?;
    let facts = document.facts.iter().map(|fact| {
        let label = maker.running(&fact.label, 34.0 * POINTS_PER_MM);
        [label, maker.running(&fact.text, 125.0 * POINTS_PER_MM)]
    });
    let date = document.date;
    let data = PaperData {
        fonts: FAMILIES,
        title: maker.plain(&document.title),
        shown_title: breakable(
            &maker.plain(&document.title),
            TEXT_WIDTH_MM * POINTS_PER_MM,
            TITLE_SIZE,
        ),
        running_title: maker.one_line(&document.title),
        subject: maker.plain(&document.subject),
        author: maker.plain(&document.author),
        shown_author: maker.one_line(&document.author),
        date: [
            i32::from(date.year()),
            i32::from(date.month()),
            i32::from(date.day()),
        ],
        prompt: TO_BE_COMPLETED,
        facts: facts.collect(),
        sections,
    };
    Ok(Files {
        data,
        drawings: maker.drawings,
    })
}

/// The size of the title, in points.
const TITLE_SIZE: f64 = 22.0;

struct Maker {
    letters: Letters,
    drawings: Vec<(String, String)>,
}

impl Maker {
    fn section(
        &mut self,
        section: &Section,
        starts_page: bool,
    ) -> Result<SectionData, ExportError> {
        let blocks = section.blocks.iter().map(|block| self.block(block));
        let blocks = blocks.collect::<Result<_, _>>()?;
        Ok(SectionData {
            number: self.plain(&section.number),
            heading: self.wide(&section.heading),
            starts_page,
            blocks,
        })
    }

    fn block(&mut self, block: &Block) -> Result<BlockData, ExportError> {
        Ok(match block {
            Block::Subheading(text) => BlockData::Subheading {
                text: self.wide(text),
            },
            Block::Paragraph(it) => BlockData::Paragraph(self.paragraph(it)),
            Block::List(items) => BlockData::List {
                items: items.iter().map(|it| self.paragraph(it)).collect(),
            },
            Block::Table(it) => BlockData::Table(self.table(it)),
            Block::Chart(it) => BlockData::Chart(self.chart(it)?),
        })
    }

    fn paragraph(&self, paragraph: &Paragraph) -> ParagraphData {
        ParagraphData {
            number: self.plain(&paragraph.number),
            text: self.running(&paragraph.text, PARAGRAPH_WIDTH_MM * POINTS_PER_MM),
            is_prompt: paragraph.origin == Origin::Prompt,
        }
    }

    fn table(&self, block: &TableBlock) -> TableData {
        let table = self.printable(&block.table);
        let fit = fit(&table);
        let cell = |(text, width): (&String, &f64)| breakable(text, width - PADDING, fit.size);
        let headers: Vec<String> = table.columns.iter().map(|it| it.title.clone()).collect();
        let rows = table.rows.iter().map(|row| {
            let texts: Vec<String> = row.iter().map(|it| it.text.clone()).collect();
            RowData {
                may_break: texts.iter().any(|text| text.len() > LONG_CELL),
                cells: texts.iter().zip(&fit.widths).map(cell).collect(),
            }
        });
        TableData {
            number: self.plain(&block.number),
            caption: self.wide(&block.caption),
            note: self.wide(&block.note),
            rows: rows.collect(),
            header: headers.iter().zip(&fit.widths).map(cell).collect(),
            is_figures: table
                .columns
                .iter()
                .map(|column| column.holds == Content::Figures)
                .collect(),
            size: fit.size,
            is_sideways: fit.is_sideways,
            widths: fit.widths.clone(),
        }
    }

    fn chart(&mut self, block: &ChartBlock) -> Result<ChartData, ExportError> {
        check_alt(&block.chart.alt, &block.number)?;
        let Drawing {
            svg,
            width_mm,
            height_mm,
        } = chart_fit::squeeze(block, CHART_HEIGHT_MM, self.letters);
        let n = self.drawings.len().saturating_add(1);
        let file = format!("/chart-{n}.svg");
        self.drawings.push((file.clone(), svg));
        Ok(ChartData {
            number: self.plain(&block.number),
            caption: self.wide(&block.caption),
            file,
            alt: spoken(&self.plain(&block.chart.alt)),
            width_mm,
            height_mm,
        })
    }

    /// A table with letters that can be printed.
    fn printable(&self, table: &Table) -> Table {
        let mut table = table.clone();
        for column in &mut table.columns {
            column.title = self.plain(&column.title);
        }
        for cell in table.rows.iter_mut().flatten() {
            cell.text = self.plain(&cell.text);
        }
        table
    }

    fn plain(&self, text: &str) -> String {
        readable(text, self.letters).into_owned()
    }

    /// Text as wide as the page, at no more than the size of a heading.
    fn wide(&self, text: &str) -> String {
        breakable(
            &self.plain(text),
            (TEXT_WIDTH_MM - 14.0) * POINTS_PER_MM,
            14.0,
        )
    }

    fn running(&self, text: &str, width: f64) -> String {
        breakable(&self.plain(text), width, TEXT_SIZE)
    }

    /// What fits in the head or foot of a page.
    fn one_line(&self, text: &str) -> String {
        let start: String = text.chars().take(RUNNING_TITLE).collect();
        let start = self.plain(&start);
        let width = 125.0 * POINTS_PER_MM;
        shorten(&start, width, 8.0, Face::Regular, &PlexMeasure).into_owned()
    }
}

/// Letters of a text that a screen reader says: an archive takes no text of more than 32,767 bytes, and a letter may take
/// four.
const LONGEST_SPOKEN: usize = 8_000;

/// As much of a text as an archive takes; the table behind a chart has all of it.
fn spoken(text: &str) -> String {
    shortened(text, LONGEST_SPOKEN)
}

/// Refuses a chart that says nothing to those who do not see it.
///
/// # Errors
/// Blank alternative text.
pub fn check_alt(alt: &str, name: &str) -> Result<(), ExportError> {
    if alt.trim().is_empty() {
        return Err(ExportError::NoAlternativeText(name.to_owned()));
    }
    Ok(())
}

/// A chart on a page of its own size, for the template.
#[derive(Serialize)]
pub struct ChartPage {
    fonts: [&'static str; 3],
    title: String,
    subject: String,
    alt: String,
    width_mm: f64,
    height_mm: f64,
}

impl ChartPage {
    /// The page of a chart, with its drawing.
    ///
    /// # Errors
    /// No title, no alternative text, or more height than there is room.
    pub fn of(chart: &Chart, room: &Room, letters: Letters) -> Result<(Self, String), ExportError> {
        if chart.title.trim().is_empty() {
            return Err(ExportError::NoTitle);
        }
        check_alt(&chart.alt, "The chart")?;
        let drawing = chart_fit::draw(chart, room, letters)?;
        let plain = |text: &str| readable(text, letters).into_owned();
        let page = Self {
            fonts: FAMILIES,
            title: plain(&chart.title),
            subject: plain(&chart.subtitle),
            alt: spoken(&plain(&chart.alt)),
            width_mm: drawing.width_mm,
            height_mm: drawing.height_mm,
        };
        Ok((page, drawing.svg))
    }
}
