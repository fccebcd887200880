//! Cells that a paste could not fill: each keeps what was pasted and why not, and a line above the table counts them.

use eframe::egui::accesskit::Live;
use eframe::egui::{Context, Frame, Id as EguiId, Margin, Stroke, Ui};

use crate::gui::inputs::block::Bad;
use crate::gui::page::PageContext;
use crate::gui::theme::{self, S4, S8};
use crate::gui::widgets::draft;
use crate::gui::widgets::grid::cell_id;
use crate::gui::widgets::icon::{Icon, icon_button};
use crate::session::history::Revision;
use crate::units::display;
use crate::units::id::Id;

/// What is left to say of the last paste into a table.
#[derive(Clone, Debug)]
pub(crate) struct Marks {
    /// What was pasted: `197 rows pasted`.
    said: String,
    left_out: Vec<String>,
    cells: Vec<(Id, usize)>,
    /// The state before the paste; going back to it takes the marks away.
    before: Revision,
    is_applied: bool,
    /// The mark that was gone to last.
    last: Option<(Id, usize)>,
}

/// The address of a cell of a record.
pub(crate) fn cell_of(grid: EguiId, record: Id, column: usize) -> EguiId {
    cell_id(grid, EguiId::unique(Some(record)), column)
}

impl Marks {
    /// Marks the cells that are not understood, and keeps what there is to say.
    pub(crate) fn put(
        ctx: &Context,
        (grid, table): (EguiId, EguiId),
        before: Revision,
        said: String,
        (bad, left_out): (Vec<Bad>, Vec<String>),
    ) {
        let cells = bad.iter().map(|it| (it.record, it.column)).collect();
        for bad in bad {
            let cell = cell_of(grid, bad.record, bad.column);
            draft::refuse(ctx, cell, &bad.from, &bad.text, bad.problem);
        }
        let marks = Self {
            said,
            left_out,
            cells,
            before,
            is_applied: false,
            last: None,
        };
        ctx.data_mut(|data| data.insert_temp(table, marks));
    }

    /// Shows the line above the table, while there is something to say; says which cell to go to.
    pub(crate) fn show(
        ui: &mut Ui,
        (grid, table): (EguiId, EguiId),
        page: &PageContext<'_>,
        shown: &[Id],
    ) -> Option<(Id, usize)> {
        let mut marks = ui.data(|data| data.get_temp::<Self>(table))?;
        let now = page.session.revision();
        let is_undone = marks.is_applied && now <= marks.before;
        marks.is_applied |= now > marks.before;
        let is_marked = |(record, column): &(Id, usize)| {
            let cell = cell_of(grid, *record, *column);
            shown.contains(record) && draft::is_refused(ui.ctx(), cell)
        };
        let waits = !marks.is_applied && !marks.cells.iter().any(is_marked);
        let left: Vec<(Id, usize)> = marks.cells.iter().copied().filter(is_marked).collect();
        let is_done = left.is_empty() && marks.left_out.is_empty() && !waits;
        if is_undone || is_done {
            for (record, column) in &marks.cells {
                draft::forget(ui.ctx(), cell_of(grid, *record, *column));
            }
            ui.data_mut(|data| data.remove::<Self>(table));
            return None;
        }
        let mut goes_to = None;
        let mut is_dismissed = false;
        if !left.is_empty() || !marks.left_out.is_empty() {
            (goes_to, is_dismissed) = marks.line(ui, &left);
        }
        marks.last = goes_to.or(marks.last);
        ui.data_mut(|data| {
            if is_dismissed {
                data.remove::<Self>(table);
            } else {
                data.insert_temp(table, marks);
            }
        });
        goes_to
    }

    fn line(&self, ui: &mut Ui, left: &[(Id, usize)]) -> (Option<(Id, usize)>, bool) {
        let palette = theme::palette(ui);
        let mut parts = vec![self.said.clone()];
        if !left.is_empty() {
            let n = display::count(left.len(), "cell was", "cells were");
            parts.push(format!("{n} not understood"));
        }
        parts.extend(self.left_out.iter().cloned());
        parts.retain(|part| !part.is_empty());
        let text = parts.join("; ");
        let mut goes_to = None;
        let mut is_dismissed = false;
        Frame::new()
            .fill(palette.error_soft)
            .stroke(Stroke::new(1.0, palette.border))
            .corner_radius(6.0)
            .inner_margin(Margin::symmetric(12, 4))
            .show(ui, |ui| {
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = S8;
                    Icon::Warning.show(ui, 15.0, palette.error);
                    let label = ui.label(text);
                    ui.ctx().accesskit_node_builder(label.id, |node| {
                        node.set_live(Live::Polite);
                    });
                    if !left.is_empty() && ui.button("Next").clicked() {
                        let at = self
                            .last
                            .and_then(|it| left.iter().position(|cell| *cell == it));
                        let next = at.map_or(0, |at| at.saturating_add(1));
                        goes_to = left.get(next).or(left.first()).copied();
                    }
                    is_dismissed =
                        left.is_empty() && icon_button(ui, Icon::Cross, "Dismiss").clicked();
                });
            });
        ui.add_space(S4);
        (goes_to, is_dismissed)
    }
}
