//! The rows in view: drawn, hovered, picked, and walked with the keyboard.

use std::ops::Range;

use eframe::egui::accesskit::{self, Role};
use eframe::egui::style::ScrollAnimation;
use eframe::egui::{
    Align2, CornerRadius, Id, Pos2, Rect, Sense, Stroke, Ui, UiBuilder, Vec2, WidgetInfo, pos2,
};

use crate::gui::theme;
use crate::gui::widgets::entry_paint::{line, paint_focus_ring};
use crate::gui::widgets::grid::cell_ui::{CellEvents, CellUi};
use crate::gui::widgets::grid::column::ColumnSpec;
use crate::gui::widgets::grid::keys::{RowKeys, describe_rows, row_keys, set_current};
use crate::gui::widgets::grid::range::{Place, Range as CellRange};
use crate::gui::widgets::grid::sheet::Sheet;
use crate::gui::widgets::grid::{
    CELL_PADDING, GridOutput, GridTotal, cell_id, row_at, row_rect, span,
};

/// What the rows need to know.
pub(crate) struct Body<'a> {
    pub(crate) id: Id,
    pub(crate) name: &'a str,
    pub(crate) columns: &'a [ColumnSpec<'a>],
    pub(crate) edges: &'a [f32],
    pub(crate) n_rows: usize,
    pub(crate) row_key: Option<&'a dyn Fn(usize) -> Id>,
    pub(crate) row_name: Option<&'a dyn Fn(usize) -> String>,
    pub(crate) row_number: Option<&'a dyn Fn(usize) -> String>,
    pub(crate) selected: Option<usize>,
    pub(crate) reveal: Option<usize>,
    /// How many of the columns hold cells that the cursor goes to, in a table that is typed into.
    pub(crate) n_cells: Option<usize>,
    /// What the columns come to together, below the last row.
    pub(crate) totals: &'a [Option<GridTotal>],
    /// The room of the row numbers, left of the first column.
    pub(crate) lead: f32,
    /// The columns that stay while the others scroll sideways.
    pub(crate) n_frozen: usize,
    /// How far the others are scrolled.
    pub(crate) shift: f32,
}

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
        let page = seen.len().saturating_sub(2).max(1);
        let n_cells = self.n_cells.unwrap_or_default();
        let mut sheet = self.hear(ui, origin, page, n_cells);
        if self.n_cells.is_some() {
            // A drag selects cells; it must not reach a page that is scrolled by dragging.
            ui.interact(ui.max_rect(), self.id.with("drag"), Sense::DRAG);
        }
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
        for row in self.drawn(&seen, sheet.cursor) {
            self.row(
                ui,
                origin,
                row,
                (&keys, &sheet),
                &mut output,
                &mut events,
                fill,
            );
        }
        self.totals_row(ui, origin);
        if self.n_frozen > 0 && self.shift > 0.0 {
            // A soft edge: what lies beyond it is not at its place.
            let x = origin.x + self.frozen_edge();
            let edge = Rect::from_x_y_ranges(x..=x + 4.0, ui.clip_rect().y_range());
            let soft = theme::palette(ui).border.gamma_multiply(0.25);
            ui.painter().rect_filled(edge, CornerRadius::ZERO, soft);
        }
        output.opened_row = output.opened_row.or(events.opened_row);
        output.focused = events.focused;
        let focused = events
            .focused
            .map(|(row, column)| (Place { row, column }, events.kind));
        self.note(ui, focused, &mut sheet);
        if let Some(((row, column), go)) = events.moved {
            let from = Place { row, column };
            let (reached, past_end) = self.follow(ui, from, go, (page, n_cells));
            sheet.past_end = past_end;
            sheet.reached = Some(reached);
        }
        if let Some(at) = sheet.reached {
            events.reached = Some(self.bring_cell_into_view(ui, origin, at));
        }
        for row in [keys.reached, self.reveal].into_iter().flatten() {
            events.reached = Some(bring_into_view(ui, origin, row));
        }
        output.reached = events.reached;
        output.past_end = sheet.past_end;
        output.range = sheet.range;
        output.has_keyboard = sheet.has_keyboard;
        output.ask = sheet.ask;
        output
    }

    fn totals_row(&self, ui: &Ui, origin: Pos2) {
        let rect = row_rect(origin, self.n_rows, ui.max_rect().width());
        if self.totals.is_empty() || !ui.is_rect_visible(rect) {
            return;
        }
        let palette = theme::palette(ui);
        ui.painter()
            .hline(rect.x_range(), rect.top(), Stroke::new(1.0, palette.border));
        let first = self.totals.iter().position(Option::is_some);
        for (column, total) in self.totals.iter().enumerate() {
            let is_label = column == 0 && first != Some(0);
            let (text, said, align) = match total {
                Some(total) => {
                    let title = self.columns.get(column).map_or("", |it| it.title);
                    let said = format!("{title}, total {}", total.said);
                    (total.text.as_str(), said, Align2::RIGHT_CENTER)
                }
                None if is_label => ("Total", "Total".to_owned(), Align2::LEFT_CENTER),
                None => continue,
            };
            let place = self.cell_rect(
                origin,
                Place {
                    row: self.n_rows,
                    column,
                },
            );
            let inner = place.shrink2(Vec2::new(CELL_PADDING, 0.0));
            let galley = line(ui, text, theme::strong_font(), palette.ink, inner.width());
            let at = align.align_size_within_rect(galley.size(), inner);
            ui.painter().galley(at.min, galley, palette.ink);
            let response = ui.interact(place, self.id.with(("total", column)), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, &said));
        }
    }

    /// The rows to draw, top to bottom: those in view, one more on each side, and the one with the cursor, or the text
    /// under edit in it would be lost.
    fn drawn(&self, seen: &Range<usize>, cursor: Option<Place>) -> Vec<usize> {
        let from = seen.start.saturating_sub(1);
        let to = seen.end.saturating_add(1).min(self.n_rows);
        let mut rows: Vec<usize> = (from..to).collect();
        match cursor {
            Some(at) if at.row < from => rows.insert(0, at.row),
            Some(at) if at.row >= to && at.row < self.n_rows => rows.push(at.row),
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
        (keys, sheet): (&RowKeys, &Sheet),
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
        let is_hovered = output.hovered_row == Some(row);
        let whole = ui.clip_rect();
        let edge = rect.left() + self.frozen_edge();
        ui.set_clip_rect(whole.with_min_x(whole.left().max(edge)));
        for column in self.n_frozen..self.columns.len() {
            self.cell(&mut ui, rect, (row, column), sheet, events, fill);
        }
        ui.set_clip_rect(whole);
        if self.shift > 0.0 {
            let frozen = rect.with_max_x(edge).with_min_x(whole.left());
            let palette = theme::palette(&ui);
            ui.painter()
                .rect_filled(frozen, CornerRadius::ZERO, palette.surface);
            self.paint_back(&ui, frozen, row, is_hovered);
        }
        for column in 0..self.n_frozen {
            self.cell(&mut ui, rect, (row, column), sheet, events, fill);
        }
        if self.lead > 0.0 {
            let left = rect.left() + self.shift;
            let place = rect.with_min_x(left).with_max_x(left + self.lead);
            let is_in_range = |range: &CellRange| range.rows().contains(&row);
            let is_lit = sheet.range.as_ref().is_some_and(is_in_range);
            let own = self.row_number.map(|number| number(row));
            let text = own.unwrap_or_else(|| row.saturating_add(1).to_string());
            number(&mut ui, place, (self.id, key), (row, &text), is_lit);
        }
        if is_ringed {
            paint_focus_ring(&ui, rect.shrink(1.0));
        }
    }

    fn cell(
        &self,
        ui: &mut Ui,
        row_rect: Rect,
        (row, column): (usize, usize),
        sheet: &Sheet,
        events: &mut CellEvents,
        fill: &mut dyn FnMut(usize, usize, &mut CellUi),
    ) {
        let Some(spec) = self.columns.get(column) else {
            return;
        };
        let (left, right) = self.span(column);
        let rect = Rect::from_min_max(
            pos2(row_rect.left() + left, row_rect.top()),
            pos2(row_rect.left() + right, row_rect.bottom()),
        );
        let is_in_range = sheet
            .range
            .filter(|range| sheet.shows_range && !range.is_single())
            .is_some_and(|range| range.contains(row, column));
        if is_in_range {
            let selection = theme::palette(ui).selection;
            ui.painter()
                .rect_filled(rect, CornerRadius::ZERO, selection);
        }
        let mut cell = CellUi {
            id: cell_id(self.id, self.key(row), column),
            ui,
            rect,
            row,
            column,
            align: spec.align,
            is_in_range,
            covered: if column < self.n_frozen {
                0.0
            } else {
                self.frozen_edge() - self.shift
            },
            query: None,
            events,
        };
        fill(row, column, &mut cell);
    }

    /// The right edge of the columns that stay, from the left edge of the rows.
    fn frozen_edge(&self) -> f32 {
        let column = self.n_frozen.checked_sub(1);
        column.map_or(self.lead, |column| span(self.edges, column).1) + self.shift
    }

    fn bring_cell_into_view(&self, ui: &Ui, origin: Pos2, at: Place) -> Rect {
        let mut rect = self.cell_rect(origin, at);
        if at.column >= self.n_frozen {
            // The columns that stay cover what is below them.
            rect.min.x -= self.frozen_edge() - self.shift;
        } else {
            rect = Rect::from_x_y_ranges(ui.clip_rect().x_range(), rect.y_range());
        }
        ui.scroll_to_rect_animation(rect, None, ScrollAnimation::none());
        rect
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
            if self.row_name.is_some() || self.selected.is_some() {
                node.set_selected(self.selected == Some(row));
            }
            if let Some(name) = self.row_name.filter(|_| is_ringed) {
                node.set_label(name(row));
            }
        });
    }

    pub(crate) fn key(&self, row: usize) -> Id {
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

/// The number of a row, which selects all of it.
fn number(
    ui: &mut Ui,
    rect: Rect,
    (grid, key): (Id, Id),
    (row, text): (usize, &str),
    is_lit: bool,
) {
    let palette = theme::palette(ui);
    let response = ui.interact(rect, grid.with(("number", key)), Sense::CLICK);
    let colour = if is_lit || response.hovered() {
        palette.ink
    } else {
        palette.muted
    };
    if response.hovered() {
        ui.painter()
            .rect_filled(rect.shrink(2.0), 3.0, palette.selection);
    }
    let galley = line(ui, text, theme::text_font(), colour, rect.width());
    let at = Align2::RIGHT_CENTER
        .align_size_within_rect(galley.size(), rect.shrink2(Vec2::new(6.0, 0.0)));
    ui.painter().galley(at.min, galley, colour);
    response.widget_info(|| {
        let said = format!("Row {}", row.saturating_add(1));
        WidgetInfo::labeled(Role::RowHeader, true, said)
    });
}
