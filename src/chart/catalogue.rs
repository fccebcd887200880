//! The charts that the program draws; menus, the command line and tests go through this table.

use crate::chart::chart::Chart;
use crate::chart::{cost_achievement, exhibit2};
use crate::costing::basis::Basis;
use crate::findings::findings::Findings;

/// A kind of chart.
#[derive(Clone, Copy, Debug)]
pub struct ChartKind {
    /// The name that scripts know it by.
    pub id: &'static str,
    /// The name that readers know it by.
    pub label: &'static str,
    /// What it shows, in a sentence.
    pub description: &'static str,
    /// Draws it.
    pub draw: fn(&Findings, Basis) -> Chart,
}

/// Every kind of chart.
pub const CHARTS: &[ChartKind] = &[exhibit2::CHART, cost_achievement::CHART];

/// The kind of chart with this id.
pub fn find(id: &str) -> Option<&'static ChartKind> {
    CHARTS.iter().find(|kind| kind.id == id)
}
