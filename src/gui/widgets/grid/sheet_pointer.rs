//! The pointer in a table that is typed into: it selects cells, rows and ranges, and opens the menu.

use eframe::egui::{PointerButton, Pos2, Ui, pos2};

use crate::gui::widgets::draft::{Mode, standing};
use crate::gui::widgets::entry_keys::is_selecting;
use crate::gui::widgets::grid::body::Body;
use crate::gui::widgets::grid::range::{Place, Range};
use crate::gui::widgets::grid::sheet::{Ask, Sheet};
use crate::gui::widgets::grid::{cell_id, row_at};

/// The pointer is down on a cell, or on the number of a row.
#[derive(Clone, Copy)]
struct Dragging {
    is_rows: bool,
}

impl Body<'_> {
    /// A press selects a cell or a row, a drag or a press with Shift a range, the other button opens the menu.
    pub(crate) fn point(
        &self,
        ui: &Ui,
        origin: Pos2,
        n_columns: usize,
        ends: &mut Option<(Place, Place)>,
        sheet: &mut Sheet,
    ) {
        let last = n_columns.saturating_sub(1);
        let shift = is_selecting(ui);
        let (is_pressed, is_other, is_down, at) = ui.input(|input| {
            let pointer = &input.pointer;
            (
                pointer.primary_pressed(),
                pointer.button_pressed(PointerButton::Secondary),
                pointer.primary_down(),
                pointer.interact_pos(),
            )
        });
        let Some(at) = at else { return };
        let is_inside = || ui.rect_contains_pointer(ui.clip_rect().intersect(ui.max_rect()));
        if (is_pressed || is_other) && is_inside() {
            let Some((row, column)) = self.hit(at, origin, n_columns) else {
                return;
            };
            let place = Place {
                row,
                column: column.unwrap_or_default(),
            };
            let is_rows = column.is_none();
            let far = Place {
                row,
                column: column.unwrap_or(last),
            };
            match ends {
                Some((first, end)) if shift && is_pressed => {
                    if is_rows {
                        first.column = 0;
                    }
                    *end = far;
                }
                Some((a, b))
                    if is_other && !is_rows && Range::between(*a, *b).contains(row, far.column) => {
                }
                Some((a, b)) if *a == place && *b == far && self.is_open(ui, place) => return,
                _ => *ends = Some((place, far)),
            }
            if is_pressed {
                ui.data_mut(|data| data.insert_temp(self.id, Dragging { is_rows }));
            } else {
                sheet.ask = Some(Ask::Menu(at));
            }
        } else if is_down
            && let Some(Dragging { is_rows }) = ui.data(|data| data.get_temp(self.id))
            && let Some((_, end)) = ends
        {
            let at = at.clamp(origin, pos2(f32::MAX, f32::MAX));
            let to = Place {
                row: row_at(at.y - origin.y).min(self.n_rows.saturating_sub(1)),
                column: if is_rows {
                    last
                } else {
                    self.column_at(at.x - origin.x, n_columns)
                },
            };
            if *end == to {
                return;
            }
            *end = to;
            sheet.reached = Some(to);
        } else {
            let was_down = ui.data(|data| data.get_temp::<Dragging>(self.id)).is_some();
            if is_down || !was_down {
                return;
            }
            // The release is a click beside the cell that has the keyboard, which would take it away.
            ui.data_mut(|data| data.remove::<Dragging>(self.id));
        }
        if let Some((first, _)) = ends {
            sheet.refocus = Some(cell_id(self.id, self.key(first.row), first.column));
        }
    }

    fn is_open(&self, ui: &Ui, at: Place) -> bool {
        let cell = cell_id(self.id, self.key(at.row), at.column);
        let has_focus = ui.memory(|memory| memory.has_focus(cell));
        has_focus && standing(ui.ctx(), cell).mode != Mode::Ready
    }

    /// The row and the column under a point; no column where the number of the row is.
    fn hit(&self, at: Pos2, origin: Pos2, n_columns: usize) -> Option<(usize, Option<usize>)> {
        let row = row_at(at.y - origin.y);
        if row >= self.n_rows || at.y < origin.y {
            return None;
        }
        if at.x - origin.x - self.shift < self.lead {
            return Some((row, None));
        }
        let column = self.column_at(at.x - origin.x, n_columns);
        let (left, right) = self.span(column);
        let x = at.x - origin.x;
        (left <= x && x < right).then_some((row, Some(column)))
    }

    fn column_at(&self, x: f32, n_columns: usize) -> usize {
        let covers = |column: &usize| {
            let (left, right) = self.span(*column);
            left <= x && x < right
        };
        let frozen = (0..self.n_frozen).find(covers);
        let found = frozen.or_else(|| (self.n_frozen..n_columns).find(covers));
        let edge = if x < self.lead {
            0
        } else {
            n_columns.saturating_sub(1)
        };
        found.unwrap_or(edge)
    }
}
