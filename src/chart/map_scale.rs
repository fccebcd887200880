//! From costs and scores to places in the frame of a map, and the ticks that say so.

use crate::chart::geometry::{Point, Rect, Size, count};
use crate::chart::map::{CostScale, View};
use crate::chart::text::Sizes;
use crate::chart::ticks::{self, Tick};
use crate::units::money_unit::MoneyUnit;

/// In widths of the frame: where a place is that a log scale has not.
const FAR_LEFT: f64 = -1e3;

/// From figures to places in the frame.
pub(crate) struct Scale {
    /// The frame, from its own corner.
    pub(crate) frame: Rect,
    view: View,
    costs: CostScale,
    /// Costs along the bottom, with their place from the left.
    pub(crate) x_ticks: Vec<(f64, Tick)>,
    /// Scores up the side, with their place from the top.
    pub(crate) y_ticks: Vec<(f64, Tick)>,
}

impl Scale {
    /// The scale of a frame that shows `view`, with costs set out by `costs`.
    pub(crate) fn new(
        frame: Size,
        (view, costs): (View, CostScale),
        sizes: &Sizes,
        unit: MoneyUnit,
    ) -> Self {
        let mut scale = Self {
            frame: Rect::new(0.0, 0.0, frame.width, frame.height),
            view,
            costs,
            x_ticks: Vec::new(),
            y_ticks: Vec::new(),
        };
        let fits = |length: f64, each: f64, most: usize| {
            (3..=most)
                .rev()
                .find(|n| count(*n) * each <= length)
                .unwrap_or(3)
        };
        let (low, high) = view.cost;
        let each = sizes.small * (ticks::letters(unit) + 1.5);
        let most = fits(frame.width, each, 9);
        let amounts = match costs {
            CostScale::Log => ticks::log_money(low, high, most, unit),
            CostScale::Linear => ticks::money(low, high, most, unit),
        };
        scale.x_ticks = amounts
            .into_iter()
            .map(|tick| (scale.x(tick.value), tick))
            .collect();
        let (low, high) = view.score;
        scale.y_ticks = ticks::scores(low, high, fits(frame.height, sizes.small * 3.0, 6))
            .into_iter()
            .map(|tick| (scale.y(tick.value), tick))
            .collect();
        scale
    }

    /// The place of a cost from the left.
    pub(crate) fn x(&self, cost: f64) -> f64 {
        let (low, high) = self.view.cost;
        let along = self.costs.along(cost) - low;
        // What is endlessly far left is far enough left.
        self.frame.width * (along / (high - low)).max(FAR_LEFT)
    }

    /// The place of a score from the top.
    pub(crate) fn y(&self, score: f64) -> f64 {
        let (low, high) = self.view.score;
        self.frame.height * (high - score) / (high - low)
    }

    /// The place of both.
    pub(crate) fn at(&self, cost: f64, score: f64) -> Point {
        Point::new(self.x(cost), self.y(score))
    }

    /// Whether a place is inside the frame.
    pub(crate) fn is_visible(&self, at: Point) -> bool {
        self.frame.contains(at)
    }
}
