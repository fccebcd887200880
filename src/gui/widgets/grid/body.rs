//! The rows in view: drawn, hovered, picked, and walked with the keyboard.

use std::ops::Range;

use eframe::egui::accesskit::{self, Role};
use eframe::egui::style::ScrollAnimation;
use eframe::egui::{CornerRadius, Id, Pos2, Rect, Sense, Stroke, Ui, UiBuilder, pos2};

use crate::gui::theme;
use crate::gui::widgets::entry_keys::Move;
use crate::gui::widgets::entry_paint::paint_focus_ring;
use crate::gui::widgets::grid::cell_ui::{CellEvents, CellUi};
use crate::gui::widgets::grid::column::ColumnSpec;
use crate::gui::widgets::grid::keys::{RowKeys, describe_rows, row_keys, set_current};
use crate::gui::widgets::grid::{GridOutput, cell_id, row_at, row_rect, span};

/// What the rows need to know.
pub(crate) struct Body<'a> {
    pub(crate) id: Id,
    pub(crate) name: &'a str,
    pub(crate) columns: &'a [ColumnSpec<'a>],
    pub(crate) edges: &'a [f32],
    pub(crate) n_rows: usize,
    pub(crate) row_key: Option<&'a dyn Fn(usize) -> Id>,
    pub(crate) row_name: Option<&'a dyn Fn(usize) -> String>,
    pub(crate) selected: Option<usize>,
    pub(crate) reveal: Option<usize>,
}

/// The row whose cell had the keyboard in the last frame: it is drawn even out of view, or its text would be lost.
#[derive(Clone, Copy)]
struct EditingRow(usize);

/// Fills one cell of one row.
type Fill<'f> = &'f mut dyn FnMut(usize, usize, &mut CellUi);

impl Body<'_> {
    /// Draws the rows in view, be it through the table's own window or through a page that scrolls as a whole.
    pub(crate) fn show(&self, ui: &mut Ui, fill: Fill) -> GridOutput {
        let origin = ui.max_rect().min;
        ui.ctx().allow_widget_id_changes_in(ui.max_rect());
        let rows_id = self.id.with("rows");
        let view = ui.clip_rect().y_range();
        let first = row_at(view.min - origin.y).min(self.n_rows);
        let after_last = row_at(view.max - origin.y).saturating_add(1);
        let seen = first..after_last.min(self.n_rows);
        let keys = self.keys(ui, rows_id, &seen);
        let pointer = ui
            .rect_contains_pointer(ui.clip_rect().intersect(ui.min_rect()))
            .then(|| ui.input(|input| input.pointer.hover_pos()))
            .flatten();
        let mut output = GridOutput {
            hovered_row: pointer
                .map(|at| row_at(at.y - origin.y))
                .filter(|&row| row < self.n_rows),
            current_row: keys.ringed,
            opened_row: keys.opened,
            ..GridOutput::default()
        };
        let mut events = CellEvents::default();
        for row in self.drawn(ui, &seen) {
            self.row(ui, origin, row, &keys, &mut output, &mut events, fill);
        }
        output.opened_row = output.opened_row.or(events.opened_row);
        output.focused = events.focused;
        ui.data_mut(|data| match events.focused {
            Some((row, _)) => {
                data.insert_temp(self.id, EditingRow(row));
            }
            None => data.remove::<EditingRow>(self.id),
        });
        if let Some(moved) = events.moved {
            let (reached, past_end) = self.follow(ui, moved);
            output.past_end = past_end;
            events.reached = Some(bring_into_view(ui, origin, reached));
        }
        for row in [keys.reached, self.reveal].into_iter().flatten() {
            events.reached = Some(bring_into_view(ui, origin, row));
        }
        output.reached = events.reached;
        output
    }

    /// The rows to draw, top to bottom: those in view, one more on each side, and the one under edit.
    fn drawn(&self, ui: &Ui, seen: &Range<usize>) -> Vec<usize> {
        let from = seen.start.saturating_sub(1);
        let to = seen.end.saturating_add(1).min(self.n_rows);
        let mut rows: Vec<usize> = (from..to).collect();
        let editing = ui.data(|data| data.get_temp::<EditingRow>(self.id));
        match editing {
            Some(EditingRow(row)) if row < from => rows.insert(0, row),
            Some(EditingRow(row)) if row >= to && row < self.n_rows => rows.push(row),
            _ => {}
        }
        rows
    }

    fn keys(&self, ui: &Ui, rows_id: Id, seen: &Range<usize>) -> RowKeys {
        if self.row_name.is_none() {
            return RowKeys::default();
        }
        let page = seen.len().saturating_sub(2).max(1);
        let start = self.selected.unwrap_or(seen.start);
        let rect = ui.clip_rect();
        let (_, keys) = row_keys(ui, rows_id, rect, self.n_rows, page, start);
        let ringed = keys.ringed.map(|row| self.row_id(row));
        describe_rows(ui, rows_id, self.name, ringed);
        keys
    }

    #[expect(clippy::too_many_arguments, reason = "one row sees all of the frame")]
    fn row(
        &self,
        ui: &mut Ui,
        origin: Pos2,
        row: usize,
        keys: &RowKeys,
        output: &mut GridOutput,
        events: &mut CellEvents,
        fill: &mut dyn FnMut(usize, usize, &mut CellUi),
    ) {
        let width = self.edges.last().copied().unwrap_or_default();
        let rect = row_rect(origin, row, width);
        let key = self.key(row);
        let mut builder = UiBuilder::new()
            .scope_id(self.row_id(row))
            .max_rect(rect)
            .accessibility_role(Role::Row);
        if self.row_name.is_some() {
            builder = builder.accessibility_parent(self.id.with("rows"));
        }
        let mut ui = ui.new_child(builder);
        self.paint_back(&ui, rect, row, output.hovered_row == Some(row));
        let is_ringed = keys.ringed == Some(row);
        self.describe_row(&ui, rect, row, is_ringed);
        if self.row_name.is_some() {
            let place = ui.interact(rect, self.id.with(("click", key)), Sense::CLICK);
            if place.clicked() {
                output.clicked_row = Some(row);
                set_current(&ui, self.id.with("rows"), row);
                ui.memory_mut(|memory| memory.request_focus(self.id.with("rows")));
            }
            if place.double_clicked() {
                output.opened_row = Some(row);
            }
        }
        for (column, spec) in self.columns.iter().enumerate() {
            let (left, right) = span(self.edges, column);
            let cell = Rect::from_min_max(
                pos2(rect.left() + left, rect.top()),
                pos2(rect.left() + right, rect.bottom()),
            );
            let mut cell = CellUi {
                ui: &mut ui,
                rect: cell,
                id: cell_id(self.id, key, column),
                row,
                column,
                align: spec.align,
                events,
            };
            fill(row, column, &mut cell);
        }
        if is_ringed {
            paint_focus_ring(&ui, rect.shrink(1.0));
        }
    }

    fn paint_back(&self, ui: &Ui, rect: Rect, row: usize, is_hovered: bool) {
        let palette = theme::palette(ui);
        let back = if self.selected == Some(row) {
            Some(palette.selection)
        } else if is_hovered {
            Some(palette.hover_row)
        } else {
            None
        };
        if let Some(back) = back {
            ui.painter().rect_filled(rect, CornerRadius::ZERO, back);
        }
        let hairline = Stroke::new(1.0, palette.hairline);
        ui.painter()
            .hline(rect.x_range(), rect.bottom() - 0.5, hairline);
    }

    /// Only the ringed row has a name of its own; the others are read cell by cell.
    fn describe_row(&self, ui: &Ui, rect: Rect, row: usize, is_ringed: bool) {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_row_index(row);
            node.set_bounds(accesskit::Rect {
                x0: rect.min.x.into(),
                y0: rect.min.y.into(),
                x1: rect.max.x.into(),
                y1: rect.max.y.into(),
            });
            if self.row_name.is_some() {
                node.set_selected(self.selected == Some(row));
            }
            if let Some(name) = self.row_name.filter(|_| is_ringed) {
                node.set_label(name(row));
            }
        });
    }

    /// Sends the keyboard to the same column of the next row; says that row, and the column if there is none below.
    fn follow(&self, ui: &Ui, moved: (usize, usize, Move)) -> (usize, Option<usize>) {
        let (row, column, to) = moved;
        let target = match to {
            Move::Next => Some(row.saturating_add(1)),
            Move::Previous => row.checked_sub(1),
        };
        // Enter at either end leaves the keyboard where it is.
        let reached = target.filter(|&at| at < self.n_rows).unwrap_or(row);
        let id = cell_id(self.id, self.key(reached), column);
        ui.memory_mut(|memory| memory.request_focus(id));
        ui.ctx().request_repaint();
        let is_past_end = to == Move::Next && reached == row;
        (reached, is_past_end.then_some(column))
    }

    fn key(&self, row: usize) -> Id {
        self.row_key.map_or_else(|| Id::unique(row), |key| key(row))
    }

    fn row_id(&self, row: usize) -> Id {
        self.id.with(("row", self.key(row)))
    }
}

/// Scrolls the table to a row; says where it is.
fn bring_into_view(ui: &Ui, origin: Pos2, row: usize) -> Rect {
    let rect = row_rect(origin, row, 1.0);
    let rect = Rect::from_x_y_ranges(ui.clip_rect().x_range(), rect.y_range());
    ui.scroll_to_rect_animation(rect, None, ScrollAnimation::none());
    rect
}
