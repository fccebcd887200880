//! The league table of the first screen: every partnership that is shown in one row, sortable.

use std::sync::Arc;

use eframe::egui::Ui;

use crate::findings::findings::Findings;
use crate::gui::results::league_grid::{Dress, LeagueOutput, composed, league_grid};
use crate::gui::view::View;
use crate::report::league::Choices;
use crate::report::league_column::Column;
use crate::report::league_group::Grouping;

/// What the first screen shows of each.
const COLUMNS: [Column; 9] = [
    Column::Name,
    Column::Model,
    Column::Cost,
    Column::Direct,
    Column::Time,
    Column::InKind,
    Column::Hours,
    Column::Achievement,
    Column::CostPerPoint,
];

/// Shows the table in the room that `ui` has.
pub fn league_table(ui: &mut Ui, findings: &Arc<Findings>, view: &mut View) -> LeagueOutput {
    let choices = Choices {
        columns: COLUMNS.to_vec(),
        order: view.overview_order,
        grouping: Grouping::None,
    };
    let league = composed(ui, "overview", findings, view.basis, &choices);
    let mut output = league_grid(ui, "Partnerships", &league, (Dress::Plain, &[]));
    if let Some(order) = output.order {
        view.overview_order = order;
        ui.ctx().request_repaint();
    }
    if std::mem::take(&mut view.opens_first) {
        output.opened = output.opened.or(league.first());
    }
    output
}
