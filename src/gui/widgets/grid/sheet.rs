//! The cursor of a table that is typed into, and the range of cells that is selected from it.

use std::ops::RangeInclusive;

use eframe::egui::{Context, EventFilter, FocusDirection, Id, Popup, Pos2, Rect, Ui, pos2};

use crate::gui::widgets::draft::{Mode, standing};
use crate::gui::widgets::entry_keys::{Go, is_selecting};
use crate::gui::widgets::grid::body::Body;
use crate::gui::widgets::grid::sheet_keys::{At, Stroke, release, take_stroke};
use crate::gui::widgets::grid::{cell_id, row_at, row_rect, span};

/// A cell by its place on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its row, from 0.
    pub row: usize,
    /// Its column, from 0.
    pub column: usize,
}

/// A block of cells; both corners belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The corner at the top left.
    pub first: Place,
    /// The corner at the bottom right.
    pub last: Place,
}

impl Range {
    /// The block between two cells, in whatever order.
    pub fn between(a: Place, b: Place) -> Self {
        Self {
            first: Place {
                row: a.row.min(b.row),
                column: a.column.min(b.column),
            },
            last: Place {
                row: a.row.max(b.row),
                column: a.column.max(b.column),
            },
        }
    }

    /// A whole row of so many columns.
    pub fn row(row: usize, n_columns: usize) -> Self {
        Self {
            first: Place { row, column: 0 },
            last: Place {
                row,
                column: n_columns.saturating_sub(1),
            },
        }
    }

    /// Its rows.
    pub fn rows(&self) -> RangeInclusive<usize> {
        self.first.row..=self.last.row
    }

    /// Its columns.
    pub fn columns(&self) -> RangeInclusive<usize> {
        self.first.column..=self.last.column
    }

    /// How many rows.
    pub fn n_rows(&self) -> usize {
        self.last
            .row
            .saturating_sub(self.first.row)
            .saturating_add(1)
    }

    /// How many columns.
    pub fn n_columns(&self) -> usize {
        let more = self.last.column.saturating_sub(self.first.column);
        more.saturating_add(1)
    }

    /// Whether it is one cell.
    pub fn is_single(&self) -> bool {
        self.first == self.last
    }

    /// Whether a cell belongs to it.
    pub fn contains(&self, row: usize, column: usize) -> bool {
        self.rows().contains(&row) && self.columns().contains(&column)
    }
}

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
    /// The menu of all this, here.
    Menu(Pos2),
    /// Out of the table.
    Leave,
}

/// How the keyboard went past the last row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PastEnd {
    /// By Enter.
    Enter,
    /// By Tab.
    Tab,
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

/// The pointer is down on a cell, or on the number of a row.
#[derive(Clone, Copy)]
struct Dragging {
    is_rows: bool,
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
    refocus: Option<Id>,
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

    /// A press selects a cell or a row, a drag or a press with Shift a range, the other button opens the menu.
    fn point(
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
                pointer.button_pressed(eframe::egui::PointerButton::Secondary),
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

    fn is_open(&self, ui: &Ui, at: Place) -> bool {
        let cell = cell_id(self.id, self.key(at.row), at.column);
        let has_focus = ui.memory(|memory| memory.has_focus(cell));
        has_focus && standing(ui.ctx(), cell).mode != Mode::Ready
    }

    fn place(&self, (key, column): (Id, usize)) -> Option<Place> {
        let row = (0..self.n_rows).find(|row| self.key(*row) == key)?;
        Some(Place { row, column })
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

/// How far the cursor can go.
#[derive(Clone, Copy)]
struct Limits {
    n_rows: usize,
    n_columns: usize,
    page: usize,
}

impl Limits {
    fn last(&self) -> Place {
        Place {
            row: self.n_rows.saturating_sub(1),
            column: self.n_columns.saturating_sub(1),
        }
    }

    /// The cell that a key leads to, and whether it would lead past the last row.
    fn after(
        &self,
        from: Place,
        go: Go,
        run: &mut Option<usize>,
        is_typed: &dyn Fn(usize) -> bool,
    ) -> (Place, Option<PastEnd>) {
        let last = self.last();
        let began = run.take();
        let row = |row: usize| Place {
            row: row.min(last.row),
            ..from
        };
        let column = |column: usize| Place {
            column: column.min(last.column),
            ..from
        };
        let to = match go {
            Go::Up | Go::Above => row(from.row.saturating_sub(1)),
            Go::Down => row(from.row.saturating_add(1)),
            Go::PageUp => row(from.row.saturating_sub(self.page)),
            Go::PageDown => row(from.row.saturating_add(self.page)),
            Go::Top => row(0),
            Go::Bottom => row(last.row),
            Go::Left => column(from.column.saturating_sub(1)),
            Go::Right => column(from.column.saturating_add(1)),
            Go::RowStart => column(0),
            Go::RowEnd => column(last.column),
            Go::Start => Place { row: 0, column: 0 },
            Go::End => last,
            Go::Below if from.row == last.row => return (from, Some(PastEnd::Enter)),
            Go::Below => Place {
                row: from.row.saturating_add(1),
                column: began.unwrap_or(from.column),
            },
            Go::Next => {
                let after =
                    (from.column.saturating_add(1)..self.n_columns).find(|it| is_typed(*it));
                let first = (0..self.n_columns).find(|it| is_typed(*it));
                *run = began.or(Some(from.column));
                match (after, first) {
                    (Some(column), _) => Place { column, ..from },
                    (None, Some(column)) if from.row < last.row => Place {
                        row: from.row.saturating_add(1),
                        column,
                    },
                    _ => return (from, Some(PastEnd::Tab)),
                }
            }
            Go::Back => {
                let before = (0..from.column).rev().find(|it| is_typed(*it));
                let end = (0..self.n_columns).rev().find(|it| is_typed(*it));
                match (before, end) {
                    (Some(column), _) => Place { column, ..from },
                    (None, Some(column)) if from.row > 0 => Place {
                        row: from.row.saturating_sub(1),
                        column,
                    },
                    _ => from,
                }
            }
        };
        (to, None)
    }
}
