//! The marks of Exhibit 2: groups of rows, each a stacked bar of cost and a score.

use crate::chart::chart::{Figure, Range};
use crate::chart::doubts::Whisker;
use crate::costing::cost_line::Class;
use crate::units::id::Id;
use crate::units::money_unit::MoneyUnit;

/// Groups of rows under two axes.
#[derive(Clone, Debug, PartialEq)]
pub struct Rows {
    /// What the bars measure.
    pub cost_title: String,
    /// What the marks measure.
    pub score_title: String,
    /// The groups, none of them empty.
    pub groups: Vec<Group>,
    /// The unit of the amounts along the axis.
    pub money_unit: MoneyUnit,
    /// What to say where there is nothing to draw.
    pub when_empty: String,
}

/// Rows of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What they have in common.
    pub name: String,
    /// The rows, from the top.
    pub rows: Vec<Row>,
}

/// A partnership.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Which partnership.
    pub partnership: Id,
    /// Its full name.
    pub name: String,
    /// Its scale in words.
    pub scale: String,
    /// The parts of its cost above nought, from the base of the bar.
    pub segments: Vec<Segment>,
    /// Its cost.
    pub total: Figure,
    /// Where the cost lies in eight of ten draws, where that is known.
    pub whisker: Option<Whisker>,
    /// What it achieves.
    pub score: Score,
    /// The full name and the figures, in lines.
    pub hover: String,
}

/// A part of a bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// What kind of cost.
    pub class: Class,
    /// How much.
    pub amount: Figure,
}

/// What a partnership achieves.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// Its score, or "not scored" and no place on the axis.
    pub figure: Figure,
    /// Whether there is a score to mark.
    pub is_known: bool,
    /// What it may be, where part of it is missing.
    pub range: Option<Range>,
    /// Where the score lies in eight of ten draws, where that is known.
    pub whisker: Option<Whisker>,
}

impl Rows {
    /// The rows of all groups, from the top.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.groups.iter().flat_map(|group| &group.rows)
    }
}
