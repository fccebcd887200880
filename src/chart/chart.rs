//! A chart as its reader understands it: a finding, its marks, its table; no positions and no colours.

use crate::chart::bars::{Bars, Side};
use crate::chart::columns::Columns;
use crate::chart::distribution::Distribution;
use crate::chart::lanes::Lanes;
use crate::chart::map::Map;
use crate::chart::markers::Marker;
use crate::chart::matrix::{Matrix, Tint};
use crate::chart::panels::Panels;
use crate::chart::rows::Rows;
use crate::chart::tile::Tile;
use crate::chart::tiles::Tiles;
use crate::chart::tornado::{End, TornadoBars};
use crate::costing::cost_line::Class;
use crate::findings::figure::FigureId;

/// A chart, described once for the screen, paper and screen readers.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The finding.
    pub title: String,
    /// What, when, which basis.
    pub subtitle: String,
    /// Where the figures come from and what the marks mean.
    pub note: String,
    /// The chart in words, for those who do not see it.
    pub alt: String,
    /// What the marks stand for, in lines.
    pub legend: Vec<Vec<Key>>,
    /// All figures, with full names.
    pub table: Table,
    /// The marks.
    pub body: Body,
}

/// The marks of a chart.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// A row of bars for each partnership.
    Rows(Rows),
    /// A mark for each partnership, cost across and achievement up.
    Map(Map),
    /// A row of tiles for each section or partnership.
    Tiles(Tiles),
    /// A column for each year.
    Columns(Columns),
    /// Rows of bars to both sides of nought.
    Bars(Bars),
    /// How often a figure falls between which bounds.
    Distribution(Distribution),
    /// What each fact does to a figure between its two ends.
    Tornado(TornadoBars),
    /// Figures in rows and columns.
    Matrix(Matrix),
    /// Bars side by side, each panel with a scale of its own.
    Lanes(Lanes),
    /// A panel for each measure, with a row for each partnership.
    Panels(Panels),
}

impl Body {
    /// What it says in place of a drawing, where there is nothing to draw.
    pub fn nothing(&self) -> Option<&str> {
        let (is_empty, words) = match self {
            Self::Rows(it) => (it.groups.is_empty(), &it.when_empty),
            Self::Map(it) => (it.marks.is_empty(), &it.when_empty),
            Self::Tiles(it) => (it.rows.is_empty(), &it.when_empty),
            Self::Columns(it) => (it.years.is_empty(), &it.when_empty),
            Self::Bars(it) => (it.groups.is_empty(), &it.when_empty),
            Self::Distribution(it) => (it.bins.is_empty(), &it.when_empty),
            Self::Tornado(it) => (it.rows.is_empty(), &it.when_empty),
            Self::Matrix(it) => (it.rows.is_empty() || it.columns.is_empty(), &it.when_empty),
            Self::Lanes(it) => (it.rows.is_empty() || it.titles.is_empty(), &it.when_empty),
            Self::Panels(it) => (it.panels.is_empty(), &it.when_empty),
        };
        is_empty.then_some(words.as_str())
    }
}

/// A figure on a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Where it stands on its axis.
    pub value: f64,
    /// How it reads.
    pub text: String,
    /// Which figure of the findings it is.
    pub id: FigureId,
}

/// The low and high end of what a score may be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// With everything unknown at 0.
    pub low: f64,
    /// With everything unknown at 100.
    pub high: f64,
}

/// An entry of the legend.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    /// What the mark looks like.
    pub swatch: Swatch,
    /// What it means.
    pub label: String,
}

/// A sample of a mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Swatch {
    /// A piece of a bar.
    Segment(Class),
    /// A score.
    Score,
    /// The range of a score.
    Range,
    /// A model of partnership.
    Model(Marker),
    /// A partnership that no other betters.
    Filled,
    /// A partnership that another betters.
    Hollow,
    /// A cost that leaves something out.
    AtLeast,
    /// Two sizes of mark: this share of the largest area, and the largest.
    Area(f64),
    /// An answer.
    Tile(Tile),
    /// A bar of costs or benefits.
    Side(Side),
    /// What is left, on a stem.
    Net,
    /// What is left after payments, on a broken stem.
    NetAfter,
    /// A cell of a matrix.
    Tint(Tint),
    /// A line with points.
    Line,
    /// Where a figure lies in eight of ten draws.
    Whisker,
    /// The same from year to year.
    Fan,
    /// A fact at one of its ends.
    End(End),
}

/// The figures of a chart as text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The headers, with units.
    pub columns: Vec<Column>,
    /// As many cells in each row as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its header.
    pub title: String,
    /// Whether it holds figures, which are set to the right, or words.
    pub holds: Content,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// Names and phrases.
    Words,
    /// Figures.
    Figures,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// The figure it shows.
    pub figure: Option<FigureId>,
}

impl Cell {
    /// A cell of words.
    pub fn words(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            figure: None,
        }
    }

    /// A cell that shows a figure of the findings.
    pub fn figure(text: impl Into<String>, figure: FigureId) -> Self {
        Self {
            text: text.into(),
            figure: Some(figure),
        }
    }
}

impl Table {
    /// An empty table with these headers.
    pub fn with(columns: &[(&str, Content)]) -> Self {
        Self {
            columns: columns
                .iter()
                .map(|(title, holds)| Column {
                    title: (*title).to_owned(),
                    holds: *holds,
                })
                .collect(),
            rows: Vec::new(),
        }
    }
}
