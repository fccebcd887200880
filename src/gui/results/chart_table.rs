//! The table behind a chart: every figure with its full name.

use eframe::egui::{Id, Ui};

use crate::chart::chart::{Content, Table};
use crate::gui::widgets::grid::Grid;
use crate::gui::widgets::grid::column::{ColumnSpec, Width};

/// Shows the table.
pub fn chart_table(ui: &mut Ui, name: &str, table: &Table) {
    let columns: Vec<ColumnSpec<'_>> = table
        .columns
        .iter()
        .map(|column| {
            if column.holds == Content::Figures {
                ColumnSpec::number(&column.title, "", Width::AtLeast(96.0))
            } else {
                ColumnSpec::text(&column.title, Width::AtLeast(150.0))
            }
        })
        .collect();
    Grid::new(Id::unique(("chart table", name)), name, &columns).show(
        ui,
        table.rows.len(),
        None,
        |row, column, cell| {
            let found = table.rows.get(row).and_then(|cells| cells.get(column));
            if let Some(found) = found {
                cell.text(&found.text);
            }
        },
    );
}
