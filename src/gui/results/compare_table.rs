//! The figures of a few partnerships: a row for each figure, a column for each partnership.

use eframe::egui::{Id as EguiId, Ui};

use crate::findings::figure::FigureId;
use crate::gui::theme::{S4, heading};
use crate::gui::widgets::grid::Grid;
use crate::gui::widgets::grid::cell_ui::CellUi;
use crate::gui::widgets::grid::column::{ColumnSpec, Width};
use crate::report::comparison_table::{ComparedCell, ComparedRow};
use crate::units::display;
use crate::units::id::Id;

/// What the user did to the table.
#[derive(Default)]
pub struct ComparedOutput {
    /// The partnership to open.
    pub opened: Option<Id>,
    /// The figure to explain.
    pub explained: Option<FigureId>,
}

/// The room of the names of the figures.
const FIRST: f32 = 150.0;

/// Shows all rows at once.
pub fn compare_table(ui: &mut Ui, names: &[(Id, String)], rows: &[ComparedRow]) -> ComparedOutput {
    let mut output = ComparedOutput::default();
    ui.label(heading("Their figures"));
    ui.add_space(S4);
    let first = ColumnSpec::text("Figure", Width::Exact(FIRST));
    // Columns that are far apart are hard to read across.
    let room = ui.available_width() - FIRST;
    let each = f32::from(u8::try_from(names.len().max(1)).unwrap_or(u8::MAX));
    let each = (room / each).floor().clamp(130.0, 236.0);
    let of_each = names
        .iter()
        .map(|(_, name)| ColumnSpec::number(name, "", Width::Exact(each)));
    let specs: Vec<ColumnSpec<'_>> = std::iter::once(first).chain(of_each).collect();
    let key = |row: usize| EguiId::unique(rows.get(row).map(|it| it.key));
    // The last row opens them.
    let n = rows.len().saturating_add(1);
    Grid::new(EguiId::unique("compared"), "Comparison", &specs)
        .row_key(&key)
        .whole()
        .show(ui, n, None, |row, column, cell| {
            let Some(it) = rows.get(row) else {
                if let Some((id, name)) = column.checked_sub(1).and_then(|at| names.get(at)) {
                    let link = cell.link(None, &format!("Open {name}"));
                    if link.clicked() {
                        output.opened = Some(*id);
                    }
                }
                return;
            };
            let Some(at) = column.checked_sub(1) else {
                cell.text(it.label).on_hover_text(it.about);
                return;
            };
            if let (Some(of), Some((_, name))) = (it.cells.get(at), names.get(at)) {
                let explained = fill(cell, it.label, of, name);
                output.explained = output.explained.or(explained);
            }
        });
    output
}

fn fill(cell: &mut CellUi<'_>, label: &str, of: &ComparedCell, name: &str) -> Option<FigureId> {
    let Some(figure) = of.figure else {
        if of.is_known {
            cell.text(&of.text);
        } else {
            cell.muted(&of.text);
        }
        return None;
    };
    let spoken = of.text.replace('≥', display::AT_LEAST);
    let said = format!("{label} {spoken}, {name}, show basis");
    cell.figure(&of.text, &said).clicked().then_some(figure)
}
