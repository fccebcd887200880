//! The charts that the program draws; menus, the command line and tests go through these tables.

use crate::chart::chart::Chart;
use crate::chart::doubts::{Doubts, Needs};
use crate::chart::{
    benefits_by_class, by_topic, cash_flow, comparison, cost_achievement, distribution, exhibit2,
    health, options, over_time, tornado, who_gains, who_pays, who_pays_matrix,
};
use crate::costing::basis::Basis;
use crate::findings::findings::Findings;
use crate::findings::partnership::PartnershipFindings;
use crate::units::id::Id;

/// A kind of chart of all partnerships together.
#[derive(Clone, Copy, Debug)]
pub struct ChartKind {
    /// The name that scripts know it by.
    pub id: &'static str,
    /// The name that readers know it by.
    pub label: &'static str,
    /// What it shows, in a sentence.
    pub description: &'static str,
    /// What it draws of doubt.
    pub needs: Needs,
    /// Draws it.
    pub draw: fn(&Findings, Basis, Doubts<'_>) -> Chart,
}

/// A kind of chart of one partnership. It may share its id with a chart of all: scripts say which partnership, or none.
#[derive(Clone, Copy, Debug)]
pub struct PartnershipChart {
    /// The name that scripts know it by.
    pub id: &'static str,
    /// The name that readers know it by.
    pub label: &'static str,
    /// What it shows, in a sentence.
    pub description: &'static str,
    /// What it draws of doubt.
    pub needs: Needs,
    /// Draws it of this partnership of the findings.
    pub draw: fn(&Findings, &PartnershipFindings, Basis, Doubts<'_>) -> Chart,
}

/// Every kind of chart of all partnerships.
pub const CHARTS: &[ChartKind] = &[
    exhibit2::CHART,
    cost_achievement::CHART,
    cost_achievement::LINEAR,
    health::CHART,
    distribution::CHART,
    tornado::CHART,
    who_pays::CHART,
    who_pays_matrix::CHART,
    by_topic::CHART,
    comparison::CHART,
    over_time::CHART,
];

/// Every kind of chart of one partnership.
pub const PARTNERSHIP_CHARTS: &[PartnershipChart] = &[
    cash_flow::CHART,
    benefits_by_class::CHART,
    who_gains::CHART,
    options::CHART,
    health::OF_ONE,
    distribution::OF_ONE,
    tornado::OF_ONE,
];

/// A chart that somebody chose, by its place in one of the two tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// A chart of all partnerships.
    OfAll(usize),
    /// A chart of this partnership.
    OfOne(usize, Id),
}

impl Chosen {
    /// The chart of all with this id.
    pub fn of_all(id: &str) -> Option<Self> {
        let at = CHARTS.iter().position(|kind| kind.id == id)?;
        Some(Self::OfAll(at))
    }

    /// The chart with this id, of one partnership.
    pub fn of_one(id: &str, partnership: Id) -> Option<Self> {
        let at = PARTNERSHIP_CHARTS.iter().position(|kind| kind.id == id)?;
        Some(Self::OfOne(at, partnership))
    }

    /// The name that scripts know it by.
    pub fn id(self) -> &'static str {
        let id = match self {
            Self::OfAll(at) => CHARTS.get(at).map(|kind| kind.id),
            Self::OfOne(at, _) => PARTNERSHIP_CHARTS.get(at).map(|kind| kind.id),
        };
        id.unwrap_or("chart")
    }

    /// The name that readers know it by.
    pub fn label(self) -> &'static str {
        let label = match self {
            Self::OfAll(at) => CHARTS.get(at).map(|kind| kind.label),
            Self::OfOne(at, _) => PARTNERSHIP_CHARTS.get(at).map(|kind| kind.label),
        };
        label.unwrap_or("Chart")
    }

    /// What it draws of doubt.
    pub fn needs(self) -> Needs {
        let needs = match self {
            Self::OfAll(at) => CHARTS.get(at).map(|kind| kind.needs),
            Self::OfOne(at, _) => PARTNERSHIP_CHARTS.get(at).map(|kind| kind.needs),
        };
        needs.unwrap_or(Needs::Nothing)
    }

    /// Whether it can be drawn of some partnerships only; a figure of the draws of all together cannot.
    pub fn is_of_each(self) -> bool {
        let whole = [distribution::CHART.id, tornado::CHART.id];
        matches!(self, Self::OfAll(_)) && !whole.contains(&self.id())
    }

    /// Draws it; nothing where there is no such chart or partnership.
    pub fn draw(self, findings: &Findings, basis: Basis, doubts: Doubts<'_>) -> Option<Chart> {
        match self {
            Self::OfAll(at) => Some((CHARTS.get(at)?.draw)(findings, basis, doubts)),
            Self::OfOne(at, id) => {
                let found = findings.partnership(id)?;
                Some((PARTNERSHIP_CHARTS.get(at)?.draw)(
                    findings, found, basis, doubts,
                ))
            }
        }
    }
}

/// The chart of all partnerships with this id.
pub fn find(id: &str) -> Option<&'static ChartKind> {
    CHARTS.iter().find(|kind| kind.id == id)
}

/// The chart of one partnership with this id.
pub fn find_of_partnership(id: &str) -> Option<&'static PartnershipChart> {
    PARTNERSHIP_CHARTS.iter().find(|kind| kind.id == id)
}
