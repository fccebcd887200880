//! A plain table of texts: the first column words, the others figures.

use eframe::egui::{Id as EguiId, Ui, Vec2};

use crate::gui::widgets::grid::column::{ColumnSpec, Width};
use crate::gui::widgets::grid::{Grid, HEADER_HEIGHT, ROW_HEIGHT};

/// Points that a number of rows takes.
fn height(rows: usize) -> f32 {
    let rows = u16::try_from(rows).unwrap_or(u16::MAX);
    HEADER_HEIGHT + ROW_HEIGHT * f32::from(rows) + 2.0
}

/// Shows rows below these headers, all of them, or as many as fit into `most` points; gives the row that was opened.
pub(crate) fn lines(
    ui: &mut Ui,
    name: &str,
    headers: &[&str],
    rows: &[Vec<String>],
    most: f32,
) -> Option<usize> {
    let columns: Vec<ColumnSpec<'_>> = headers
        .iter()
        .enumerate()
        .map(|(at, header)| match at {
            0 => ColumnSpec::text(header, Width::AtLeast(180.0)),
            _ => ColumnSpec::number(header, "", Width::AtLeast(84.0)),
        })
        .collect();
    let said = |row: usize| rows.get(row).map(|it| it.join(", ")).unwrap_or_default();
    let size = Vec2::new(ui.available_width(), height(rows.len()).min(most));
    let shown = ui.allocate_ui(size, |ui| {
        Grid::new(EguiId::unique(("lines", name)), name, &columns)
            .selectable(&said)
            .max_height(size.y)
            .show(ui, rows.len(), None, |row, column, cell| {
                let text = rows.get(row).and_then(|it| it.get(column));
                match (column, text.map_or("", String::as_str)) {
                    (_, "—") => drop(cell.muted("—")),
                    (_, text) => drop(cell.text(text)),
                }
            })
    });
    shown.inner.opened_row.or(shown.inner.clicked_row)
}
