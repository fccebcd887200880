//! What is said of a row, for the columns that are worked out.

use crate::costing::basis::Basis;
use crate::costing::schedule::Total;
use crate::findings::detail::{Detail, RecordFigures};
use crate::findings::figure::{FigureId, Measure};
use crate::findings::findings::Findings;
use crate::gui::inputs::record::Record;
use crate::gui::page::PageContext;
use crate::gui::widgets::grid::GridTotal;
use crate::model::register::Register;
use crate::units::display;
use crate::units::id::Id;

/// What the worked-out columns read.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    /// The register.
    pub register: &'a Register,
    /// What the engine says.
    pub findings: Option<&'a Findings>,
    /// What is said of each record of the partnership.
    pub detail: Option<&'a Detail>,
    /// The basis of every cost on screen.
    pub basis: Basis,
    /// The partnership that the records belong to.
    pub partnership: Option<Id>,
}

/// A worked-out figure of a row.
pub struct RowFigure {
    /// What stands in the cell.
    pub text: String,
    /// What a screen reader says of it.
    pub said: String,
    /// Which figure explains it.
    pub figure: FigureId,
}

impl<'a> Facts<'a> {
    /// The facts of a page.
    pub fn of(page: &PageContext<'a>, partnership: Option<Id>) -> Self {
        Self {
            register: page.register(),
            findings: page.findings(),
            detail: page.detail,
            basis: page.basis(),
            partnership,
        }
    }
}

/// What a record costs on the chosen basis.
pub fn cost<T: Record>(facts: &Facts<'_>, record: &T) -> Option<RowFigure> {
    let figures = facts.detail?.records.get(&record.id())?;
    let total = *figures.cost.get(facts.basis);
    Some(RowFigure {
        text: total_figure(total),
        said: total_text(total),
        figure: FigureId::new(
            facts.partnership?,
            Measure::Record(record.id(), facts.basis),
        ),
    })
}

/// The hours of a record.
pub fn hours<T: Record>(facts: &Facts<'_>, record: &T) -> Option<RowFigure> {
    let hours = facts.detail?.records.get(&record.id())?.hours?;
    Some(RowFigure {
        text: display::hours_figure(hours),
        said: display::hours(hours),
        figure: FigureId::new(facts.partnership?, Measure::RecordHours(record.id())),
    })
}

/// What the records of a table cost together on the chosen basis.
#[expect(
    clippy::unnecessary_wraps,
    reason = "the form of every total of a column"
)]
pub(crate) fn cost_total(facts: &Facts<'_>, together: &RecordFigures) -> Option<GridTotal> {
    let total = *together.cost.get(facts.basis);
    Some(GridTotal {
        text: total_figure(total),
        said: total_text(total),
    })
}

/// The hours of the records of a table together.
pub(crate) fn hours_total(_: &Facts<'_>, together: &RecordFigures) -> Option<GridTotal> {
    let hours = together.hours?;
    Some(GridTotal {
        text: display::hours_figure(hours),
        said: display::hours(hours),
    })
}

/// A total in a column whose header has the unit: `3,582`, `≥ 3,582`.
pub(crate) fn total_figure(total: Total) -> String {
    let amount = display::money_figure(total.amount);
    if total.is_at_least {
        format!("≥ {amount}")
    } else {
        amount
    }
}

/// A total in words: `£3,582`, `at least £3,582`.
pub(crate) fn total_text(total: Total) -> String {
    let amount = display::money(total.amount);
    if total.is_at_least {
        display::at_least(&amount)
    } else {
        amount
    }
}
