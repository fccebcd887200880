//! The cursor of a table that is typed into, and the range of cells that is selected from it.

use eframe::egui::{Context, EventFilter, FocusDirection, Id, Popup, Pos2, Rect, Ui, pos2};

use crate::gui::widgets::draft::standing;
use crate::gui::widgets::entry_keys::Go;
use crate::gui::widgets::grid::body::Body;
use crate::gui::widgets::grid::range::{Place, Range};
use crate::gui::widgets::grid::reach::{Limits, PastEnd};
use crate::gui::widgets::grid::sheet_keys::{At, Stroke, release, take_stroke};
use crate::gui::widgets::grid::{cell_id, row_rect, span};

/// What the user asks of the selected cells, for the page to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// Put them on the clipboard.
    Copy,
    /// Put them on the clipboard and clear them.
    Cut,
    /// Put this text into them and the cells after them.
    Paste(String),
    /// Clear them.
    Clear,
    /// Repeat the first row in those below.
    FillDown,
    /// Repeat the first column in those to its right.
    FillRight,
    /// A new row below.
    Insert,
    /// The rows once more.
    Duplicate,
    /// The rows away.
    Delete,
    /// The rows one up.
    MoveUp,
    /// The rows one down.
    MoveDown,
    /// The rows by the column of the first cell.
    Sort,
    /// The first cell into a scenario.
    TakeIntoScenario,
    /// The menu of all this, here.
    Menu(Pos2),
    /// Out of the table.
    Leave,
}

/// What a cell is to the keyboard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum CellKind {
    /// Text is typed into it.
    Typed,
    /// A name of a list is typed into it.
    List,
    /// Yes or no.
    Flag,
    /// A figure that opens its basis.
    Figure,
    /// Nothing that hears a key.
    #[default]
    Still,
}

/// The cursor and the far corner of the range, by what makes a row itself; kept between frames.
#[derive(Clone, Copy)]
struct Kept {
    at: (Id, usize),
    end: (Id, usize),
    kind: CellKind,
    /// The column where a run of Tabs began: Enter goes back to it.
    run: Option<usize>,
}

/// The table in this frame.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sheet {
    pub(crate) cursor: Option<Place>,
    pub(crate) range: Option<Range>,
    pub(crate) has_keyboard: bool,
    /// Whether the range is marked: while the table has the keyboard, or its menu.
    pub(crate) shows_range: bool,
    pub(crate) ask: Option<Ask>,
    pub(crate) reached: Option<Place>,
    pub(crate) past_end: Option<PastEnd>,
    /// The cell that is to have the keyboard once the rows are drawn.
    pub(crate) refocus: Option<Id>,
}

/// Selects a block of cells of a grid; its first cell takes the keyboard.
pub fn select(ctx: &Context, grid: Id, first: (Id, usize), last: (Id, usize)) {
    let kept = Kept {
        at: first,
        end: last,
        kind: CellKind::Still,
        run: None,
    };
    ctx.data_mut(|data| data.insert_temp(grid, kept));
    want(ctx, grid, cell_id(grid, first.0, first.1));
}

/// Gives the keyboard back to the cell with the cursor.
pub fn refocus(ctx: &Context, grid: Id) {
    if let Some(Kept { at, .. }) = ctx.data(|data| data.get_temp(grid)) {
        want(ctx, grid, cell_id(grid, at.0, at.1));
    }
}

/// A cell that is to have the keyboard, whatever was clicked in this frame.
#[derive(Clone, Copy, Default)]
struct Wanted(Option<Id>);

fn want(ctx: &Context, grid: Id, cell: Id) {
    ctx.memory_mut(|memory| memory.request_focus(cell));
    ctx.data_mut(|data| data.insert_temp(grid, Wanted(Some(cell))));
    ctx.request_repaint();
}

impl Body<'_> {
    /// Hears the keyboard and the pointer before the rows are drawn.
    pub(crate) fn hear(&self, ui: &Ui, origin: Pos2, page: usize, n_columns: usize) -> Sheet {
        let mut sheet = Sheet::default();
        if self.n_rows == 0 || n_columns == 0 {
            return sheet;
        }
        let kept = ui.data(|data| data.get_temp::<Kept>(self.id));
        let mut run = None;
        let mut ends = kept.and_then(|kept| {
            let at = self.place(kept.at)?;
            Some((at, self.place(kept.end).unwrap_or(at)))
        });
        if let (Some(kept), Some((at, end))) = (kept, &mut ends) {
            let cell = cell_id(self.id, kept.at.0, kept.at.1);
            run = kept.run;
            sheet.has_keyboard = ui.memory(|memory| memory.has_focus(cell));
            if sheet.has_keyboard {
                let stroke = self.stroke(ui, cell, kept.kind, at == end);
                let limits = Limits {
                    n_rows: self.n_rows,
                    n_columns,
                    page,
                };
                if let Some(stroke) = stroke {
                    self.obey(ui, stroke, (at, end), &mut run, &limits, &mut sheet, origin);
                }
            } else {
                release(ui, self.id);
            }
        }
        self.point(ui, origin, n_columns, &mut ends, &mut sheet);
        if let Some((at, end)) = ends {
            sheet.cursor = Some(at);
            sheet.range = Some(Range::between(at, end));
            sheet.shows_range =
                sheet.has_keyboard || sheet.refocus.is_some() || Popup::is_any_open(ui.ctx());
            let kept = Kept {
                at: (self.key(at.row), at.column),
                end: (self.key(end.row), end.column),
                kind: kept.map(|kept| kept.kind).unwrap_or_default(),
                run,
            };
            ui.data_mut(|data| data.insert_temp(self.id, kept));
        }
        sheet
    }

    fn stroke(&self, ui: &Ui, cell: Id, kind: CellKind, is_single: bool) -> Option<Stroke> {
        let all = EventFilter {
            tab: true,
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
        };
        ui.memory_mut(|memory| {
            // The table moves its own cursor: Tab and the arrows are not for the window's order of controls.
            memory.move_focus(FocusDirection::None);
            memory.set_focus_lock_filter(cell, all);
        });
        let at = At {
            kind,
            standing: standing(ui.ctx(), cell),
            is_single,
        };
        take_stroke(ui, self.id, at)
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "a key may change all of the frame"
    )]
    fn obey(
        &self,
        ui: &Ui,
        stroke: Stroke,
        (at, end): (&mut Place, &mut Place),
        run: &mut Option<usize>,
        limits: &Limits,
        sheet: &mut Sheet,
        origin: Pos2,
    ) {
        let is_typed = |column: usize| self.is_typed(column);
        match stroke {
            Stroke::Go(go) => {
                let (to, past_end) = limits.after(*at, go, run, &is_typed);
                (*at, *end) = (to, to);
                sheet.past_end = past_end;
                sheet.reached = Some(to);
                let cell = cell_id(self.id, self.key(to.row), to.column);
                ui.memory_mut(|memory| memory.request_focus(cell));
            }
            Stroke::Extend(go) => {
                (*end, _) = limits.after(*end, go, &mut None, &is_typed);
                sheet.reached = Some(*end);
            }
            Stroke::All | Stroke::Rows | Stroke::Columns => {
                let last = limits.last();
                let range = Range::between(*at, *end);
                let (first, to) = match stroke {
                    Stroke::Rows => (
                        Place {
                            column: 0,
                            ..range.first
                        },
                        Place {
                            column: last.column,
                            ..range.last
                        },
                    ),
                    Stroke::Columns => (
                        Place {
                            row: 0,
                            ..range.first
                        },
                        Place {
                            row: last.row,
                            ..range.last
                        },
                    ),
                    _ => (Place { row: 0, column: 0 }, last),
                };
                (*at, *end) = (first, to);
                let cell = cell_id(self.id, self.key(first.row), first.column);
                ui.memory_mut(|memory| memory.request_focus(cell));
            }
            Stroke::Menu => {
                let cell = self.cell_rect(origin, *at);
                sheet.ask = Some(Ask::Menu(pos2(cell.left(), cell.bottom())));
            }
            Stroke::Leave if at == end => {
                let cell = cell_id(self.id, self.key(at.row), at.column);
                ui.memory_mut(|memory| memory.surrender_focus(cell));
                sheet.has_keyboard = false;
                sheet.ask = Some(Ask::Leave);
            }
            Stroke::Leave => *end = *at,
            Stroke::Ask(ask) => sheet.ask = Some(ask),
        }
    }

    /// Keeps where the keyboard is once the rows are drawn.
    pub(crate) fn note(&self, ui: &Ui, focused: Option<(Place, CellKind)>, sheet: &mut Sheet) {
        let wanted = ui.data_mut(|data| data.remove_temp::<Wanted>(self.id));
        if let Some(cell) = sheet.refocus.take().or(wanted.and_then(|it| it.0)) {
            ui.memory_mut(|memory| memory.request_focus(cell));
            ui.ctx().request_repaint();
            return;
        }
        let Some((at, kind)) = focused else { return };
        let key = (self.key(at.row), at.column);
        let kept = ui.data(|data| data.get_temp::<Kept>(self.id));
        let kept = match kept.filter(|kept| kept.at == key) {
            Some(kept) => Kept { kind, ..kept },
            None => Kept {
                at: key,
                end: key,
                kind,
                run: None,
            },
        };
        sheet.has_keyboard = true;
        sheet.cursor = Some(at);
        ui.data_mut(|data| data.insert_temp(self.id, kept));
    }

    /// Where a cell that was left by a key sends the keyboard.
    pub(crate) fn follow(
        &self,
        ui: &Ui,
        from: Place,
        go: Go,
        (page, n_columns): (usize, usize),
    ) -> (Place, Option<PastEnd>) {
        let limits = Limits {
            n_rows: self.n_rows,
            n_columns,
            page,
        };
        let kept = ui.data(|data| data.get_temp::<Kept>(self.id));
        let mut run = kept.and_then(|kept| kept.run);
        let (to, past_end) = limits.after(from, go, &mut run, &|column| self.is_typed(column));
        let key = (self.key(to.row), to.column);
        let kept = Kept {
            at: key,
            end: key,
            kind: CellKind::Still,
            run,
        };
        ui.data_mut(|data| data.insert_temp(self.id, kept));
        ui.memory_mut(|memory| memory.request_focus(cell_id(self.id, key.0, key.1)));
        ui.ctx().request_repaint();
        (to, past_end)
    }

    fn is_typed(&self, column: usize) -> bool {
        self.columns.get(column).is_some_and(|it| !it.is_worked_out)
    }

    fn place(&self, (key, column): (Id, usize)) -> Option<Place> {
        let row = (0..self.n_rows).find(|row| self.key(*row) == key)?;
        Some(Place { row, column })
    }

    /// The left and right edge of a column as it is drawn; the first ones stay while the others scroll sideways.
    pub(crate) fn span(&self, column: usize) -> (f32, f32) {
        let (left, right) = span(self.edges, column);
        if column < self.n_frozen {
            (left + self.shift, right + self.shift)
        } else {
            (left, right)
        }
    }

    /// Where a cell is drawn.
    pub(crate) fn cell_rect(&self, origin: Pos2, at: Place) -> Rect {
        let (left, right) = self.span(at.column);
        let row = row_rect(origin, at.row, 1.0);
        Rect::from_x_y_ranges(origin.x + left..=origin.x + right, row.y_range())
    }
}
