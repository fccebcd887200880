//! The line below a table: what is selected in it, in words.

use eframe::egui::Ui;
use eframe::egui::accesskit::Live;

use crate::gui::theme;
use crate::gui::widgets::grid::GridOutput;
use crate::units::display;

/// Says how many rows and columns are selected, to the eye and to a screen reader.
pub(crate) fn selection_text(ui: &mut Ui, output: &GridOutput) {
    let Some(range) = output
        .range
        .filter(|range| output.has_keyboard && !range.is_single())
    else {
        return;
    };
    let rows = display::count(range.n_rows(), "row", "rows");
    let columns = display::count(range.n_columns(), "column", "columns");
    let said = ui.label(theme::muted(format!("{rows} × {columns} selected")));
    ui.ctx().accesskit_node_builder(said.id, |node| {
        node.set_live(Live::Polite);
    });
}
