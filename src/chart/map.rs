//! The marks of a map of cost against achievement, and the part of it that is visible.

use crate::chart::chart::{Figure, Range};
use crate::chart::doubts::Whisker;
use crate::chart::markers::Marker;
use crate::units::id::Id;
use crate::units::money_unit::MoneyUnit;

/// A mark for each partnership, cost across and achievement up.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// How costs stand along the bottom.
    pub scale: CostScale,
    /// What is across.
    pub x_title: String,
    /// What is up.
    pub y_title: String,
    /// The partnerships that can be drawn, in the order that their names matter.
    pub marks: Vec<Mark>,
    /// The median cost, where there is one to draw.
    pub median_cost: Option<f64>,
    /// The median score.
    pub median_score: Option<f64>,
    /// The lowest cost at each score: (cost, score) from the cheapest.
    pub frontier: Vec<(f64, f64)>,
    /// What that line is called.
    pub frontier_name: String,
    /// What the quarters are called: cheap and high, dear and high, cheap and low, dear and low.
    pub quarters: [String; 4],
    /// A sentence for each reason why partnerships are not drawn, with their full names.
    pub undrawn: Vec<String>,
    /// The unit of the amounts along the axis.
    pub money_unit: MoneyUnit,
    /// What to say where there is nothing to draw.
    pub when_empty: String,
}

/// A partnership on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Which partnership.
    pub partnership: Id,
    /// Its full name.
    pub name: String,
    /// What it costs; something that the scale can place.
    pub cost: Figure,
    /// Whether the cost leaves something out, so that the mark belongs further right.
    pub is_at_least: bool,
    /// What it scores.
    pub score: Figure,
    /// What it may score, where part of the score is missing.
    pub range: Option<Range>,
    /// Where the cost lies in eight of ten draws, where that is known and drawn.
    pub cost_whisker: Option<Whisker>,
    /// Where the score lies in eight of ten draws.
    pub score_whisker: Option<Whisker>,
    /// The area of the mark as a share of the largest.
    pub share_of_area: f64,
    /// The shape.
    pub marker: Marker,
    /// How it compares.
    pub standing: Standing,
    /// The full name and the figures, in lines.
    pub hover: String,
}

/// How a partnership compares with the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// No other scores as much for less: filled.
    Frontier,
    /// Another does: hollow.
    Other,
    /// Part of its cost is not known, so it cannot be compared: grey.
    NotCompared,
}

/// How costs stand along the bottom of a map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CostScale {
    /// Equal steps are equal factors: small and large partnerships have the same room.
    #[default]
    Log,
    /// Equal steps are equal amounts: how far apart costs are in money.
    Linear,
}

impl CostScale {
    /// Both, in the order that readers choose from.
    pub const ALL: [Self; 2] = [Self::Log, Self::Linear];

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Log => "Log scale",
            Self::Linear => "Linear scale",
        }
    }

    /// Where an amount stands along the axis: its decimal logarithm, or itself. What a log scale cannot place is endlessly far left.
    pub fn along(self, amount: f64) -> f64 {
        match self {
            Self::Log if amount > 0.0 => amount.log10(),
            Self::Log => f64::NEG_INFINITY,
            Self::Linear => amount,
        }
    }
}

/// The visible part of a map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// Cost from left to right, as `CostScale::along` places it.
    pub cost: (f64, f64),
    /// The score, from bottom to top.
    pub score: (f64, f64),
}

impl View {
    /// At least a factor of eight across, so that a few like costs do not look far apart.
    const LEAST_SPAN: f64 = 0.903;

    /// All marks, with a margin.
    pub fn of(map: &Map) -> Self {
        let scores = map.marks.iter().map(|mark| mark.score.value);
        let (least, most) = extremes(scores).unwrap_or((0.0, 100.0));
        Self {
            cost: match map.scale {
                CostScale::Log => Self::log_cost(map),
                CostScale::Linear => Self::linear_cost(map),
            },
            score: (
                if least < 8.0 { -6.0 } else { 0.0 },
                if most > 92.0 { 106.0 } else { 100.0 },
            ),
        }
    }

    fn log_cost(map: &Map) -> (f64, f64) {
        let costs = map.marks.iter().flat_map(Mark::reach).map(f64::log10);
        let (low, high) = extremes(costs).unwrap_or((4.0, 6.0));
        let span = (high - low).max(Self::LEAST_SPAN);
        let middle = f64::midpoint(low, high);
        let reach = span * 0.58;
        (middle - reach, middle + reach)
    }

    /// From nought, so that twice the distance is twice the cost.
    fn linear_cost(map: &Map) -> (f64, f64) {
        let costs = map.marks.iter().flat_map(Mark::reach);
        let (low, high) = extremes(costs).unwrap_or((0.0, 1.0));
        let (low, high) = (low.min(0.0), high.max(1.0));
        let span = high - low;
        (low - span * 0.04, high + span * 0.1)
    }
}

impl Mark {
    /// Its cost and the ends of its whisker; of an end far below the cost, no less than a fifth.
    fn reach(&self) -> impl Iterator<Item = f64> {
        let cost = self.cost.value;
        let ends = (self.cost_whisker).map(|it| [it.p10, it.p90].map(|end| end.max(cost * 0.2)));
        std::iter::once(cost).chain(ends.into_iter().flatten())
    }
}

fn extremes(values: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    values.fold(None, |found, value| match found {
        None => Some((value, value)),
        Some((low, high)) => Some((value.min(low), value.max(high))),
    })
}
