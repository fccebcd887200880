//! The line below a table: the queries on its cells, and what is selected in it.

use eframe::egui::accesskit::Live;
use eframe::egui::{Popup, ScrollArea, Sense, Ui, Vec2};

use crate::gui::inputs::query_list::query_row;
use crate::gui::page::PageContext;
use crate::gui::theme::{self, S4};
use crate::gui::widgets::entry_paint::Sign;
use crate::gui::widgets::grid::GridOutput;
use crate::model::query::Query;
use crate::units::display;

/// Says how many queries there are on the cells of a table; opens a list that leads to each.
pub(crate) fn queries_button(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    (table, queries): (&str, &[&Query]),
) {
    let Some(worst) = queries.first() else { return };
    ui.spacing_mut().item_spacing.x = S4;
    ui.add_space(S4);
    let (place, _) = ui.allocate_exact_size(Vec2::splat(15.0), Sense::hover());
    Sign::query(worst.severity, "").paint_in(ui, place, 14.0);
    let n = display::count(queries.len(), "query", "queries");
    let button = ui.link(format!("{n} in this table"));
    Popup::menu(&button)
        .accessible_name(format!("Queries of {table}"))
        .width(520.0)
        .show(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.set_min_width(500.0);
            ScrollArea::vertical().max_height(260.0).show(ui, |ui| {
                for query in queries {
                    query_row(ui, page, query);
                }
            });
        });
    ui.add_space(S4);
}

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
