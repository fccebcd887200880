//! A paper as its reader understands it: sections of numbered paragraphs, lists, tables and charts; no fonts and no pages.
//!
//! **Architecture invariant:** exporters only translate. Every word and every number of a paper stands here, numbers of
//! paragraphs, tables and figures with it; an exporter adds none.

use jiff::civil::Date;

use crate::chart::chart::{Chart, Table};
use crate::chart::fit::Room;

/// The language of every paper, as BCP 47 has it.
pub const LANGUAGE: &str = "en-GB";

/// A paper, described once for PDF, Word, HTML and the preview.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// What it is called; never blank.
    pub title: String,
    /// What it is about, in a sentence, for catalogues and screen readers.
    pub subject: String,
    /// The body that owns the register, named as the author.
    pub author: String,
    /// The day that it is dated.
    pub date: Date,
    /// Facts above the first section, such as the decision body: what it is, and what it says.
    pub facts: Vec<Fact>,
    /// The sections, numbered `1`, `2` …
    pub sections: Vec<Section>,
    /// The appendices, lettered `A`, `B` …; the first starts a page.
    pub appendices: Vec<Section>,
}

/// A fact at the head of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is: `Report to`.
    pub label: String,
    /// What it says: `Cabinet`.
    pub text: String,
}

/// A part of a paper under a heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its number or letter: `3`, `B`.
    pub number: String,
    /// Its heading, without the number.
    pub heading: String,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// A piece of a section.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading within a section, without a number.
    Subheading(String),
    /// A paragraph with a number of its own.
    Paragraph(Paragraph),
    /// A list of recommendations or the like; the number of each is `(a)`, `(b)` …
    List(Vec<Paragraph>),
    /// A table.
    Table(TableBlock),
    /// A chart. Its figures stand in a [`Block::Table`] of an appendix, or beside it.
    Chart(Box<ChartBlock>),
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Where it stands, for edits: `summary/cost`.
    pub place: String,
    /// Its number: `3.2`, or `(a)` in a list; blank in an appendix of tables.
    pub number: String,
    /// What it says; one paragraph, without line breaks.
    pub text: String,
    /// Where its words come from.
    pub origin: Origin,
}

/// Where the words of a paragraph come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Composed from the figures.
    Composed,
    /// Typed by an officer, and the figures have not moved since.
    Edited,
    /// Typed by an officer, and the program would compose something else today.
    Stale,
    /// Only an officer can write it: it says what is wanted, and stands out until it is written.
    Prompt,
}

/// A table with its caption.
#[derive(Clone, Debug, PartialEq)]
pub struct TableBlock {
    /// Its number in the paper: `Table 2`.
    pub number: String,
    /// What it shows.
    pub caption: String,
    /// Its header row and its rows; every row has as many cells as there are columns, and the first names the row.
    pub table: Table,
    /// What the marks in it mean; blank for nothing.
    pub note: String,
}

/// A chart with its caption.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartBlock {
    /// Its number in the paper: `Figure 1`.
    pub number: String,
    /// What it is, in words; the finding is the title of the chart itself.
    pub caption: String,
    /// The chart, with its alternative text and its figures.
    pub chart: Chart,
    /// How wide it is printed, in millimetres, of the [`TEXT_WIDTH_MM`] that there are.
    pub width_mm: f64,
    /// How tall it is printed at most, in millimetres; a chart that needs more with the smallest type is taller.
    pub most_mm: f64,
}

/// What stands before a [`Origin::Prompt`], so that colour is not the only sign of it.
pub const TO_BE_COMPLETED: &str = "To be completed";

impl ChartBlock {
    /// The room that it is laid out in, never wider than the text of a page.
    pub fn room(&self) -> Room {
        Room {
            width_mm: self.width_mm.clamp(40.0, TEXT_WIDTH_MM),
            height_mm: Some(self.most_mm),
            type_scale: 1.0,
        }
    }
}

/// The width of the text of a page of A4 upright, in millimetres.
pub const TEXT_WIDTH_MM: f64 = 170.0;

impl Document {
    /// Every section, the appendices last.
    pub fn all_sections(&self) -> impl Iterator<Item = &Section> {
        self.sections.iter().chain(&self.appendices)
    }

    /// Every paragraph, those of lists with them.
    pub fn paragraphs(&self) -> impl Iterator<Item = &Paragraph> {
        let blocks = self.all_sections().flat_map(|it| &it.blocks);
        blocks.flat_map(|block| match block {
            Block::Paragraph(it) => std::slice::from_ref(it),
            Block::List(items) => items.as_slice(),
            _ => &[],
        })
    }

    /// The charts, in order.
    pub fn charts(&self) -> impl Iterator<Item = &ChartBlock> {
        let blocks = self.all_sections().flat_map(|it| &it.blocks);
        blocks.filter_map(|block| match block {
            Block::Chart(it) => Some(&**it),
            _ => None,
        })
    }

    /// The tables, in order.
    pub fn tables(&self) -> impl Iterator<Item = &TableBlock> {
        let blocks = self.all_sections().flat_map(|it| &it.blocks);
        blocks.filter_map(|block| match block {
            Block::Table(it) => Some(it),
            _ => None,
        })
    }
}
