//! The marks of a comparison: a panel for each measure, and in it a row for each partnership, all on one scale.

use crate::chart::chart::{Figure, Range};
use crate::chart::doubts::Whisker;
use crate::chart::rows::Segment;
use crate::units::id::Id;

/// Panels; the first across the paper, the others two by two where there is room.
#[derive(Clone, Debug, PartialEq)]
pub struct Panels {
    /// The panels, in order.
    pub panels: Vec<Panel>,
    /// What to say where there is nothing to draw.
    pub when_empty: String,
}

/// One measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// What is measured, with its unit.
    pub title: String,
    /// The end of its scale, where that is fixed: 100 for a score.
    pub full: Option<f64>,
    /// The rows, in the same order in every panel.
    pub rows: Vec<PanelRow>,
}

/// A partnership in a panel.
#[derive(Clone, Debug, PartialEq)]
pub struct PanelRow {
    /// Which partnership.
    pub partnership: Id,
    /// Its full name.
    pub name: String,
    /// What is drawn.
    pub mark: PanelMark,
    /// Where the figure lies in eight of ten draws, where that is known.
    pub whisker: Option<Whisker>,
    /// The figure, or why there is none.
    pub figure: Figure,
    /// The full name and the figures, in lines.
    pub hover: String,
}

/// What stands in a row.
#[derive(Clone, Debug, PartialEq)]
pub enum PanelMark {
    /// The parts of a cost above nought, from the base of the bar.
    Parts(Vec<Segment>),
    /// A score with its range; nothing at a score that is not known.
    Score {
        /// Whether there is a score to mark.
        is_known: bool,
        /// What it may be, where part of it is missing.
        range: Option<Range>,
    },
    /// A bar from nought to the figure.
    Bar,
    /// Only the words.
    Nothing,
}

impl PanelRow {
    /// How far it reaches: its mark or its whisker, to the left where it is below nought.
    pub(crate) fn reach(&self) -> f64 {
        let mark = match &self.mark {
            PanelMark::Parts(parts) => parts.iter().map(|part| part.amount.value).sum(),
            PanelMark::Bar => self.figure.value,
            PanelMark::Score { .. } | PanelMark::Nothing => 0.0,
        };
        let whisker = self.whisker.map_or(0.0, |it| it.p90);
        if mark < 0.0 { mark } else { mark.max(whisker) }
    }
}
