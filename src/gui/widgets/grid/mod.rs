//! The table: sticky header, hairlines, sorting, rows and cells by keyboard, and only what is in view is drawn.
//!
//! Built on a scroll area rather than on `egui_extras::TableBuilder`: assistive technology gets real rows, a row is
//! one response instead of one `Ui` per cell, and the header follows sideways scrolling.

mod body;
pub mod cell_ui;
pub mod column;
mod header;
mod keys;
pub mod range;
pub mod reach;
pub mod sheet;
mod sheet_keys;
mod sheet_pointer;

use eframe::egui::accesskit::Role;
use eframe::egui::style::ScrollAnimation;
use eframe::egui::{Id, Rect, ScrollArea, Ui, UiBuilder, Vec2, pos2};

use crate::gui::widgets::grid::body::Body;
use crate::gui::widgets::grid::cell_ui::CellUi;
use crate::gui::widgets::grid::column::{ColumnSpec, Sort};
use crate::gui::widgets::grid::header::Header;
use crate::gui::widgets::grid::range::Range;
use crate::gui::widgets::grid::reach::PastEnd;
use crate::gui::widgets::grid::sheet::Ask;

/// The height of a row.
pub const ROW_HEIGHT: f32 = 28.0;
/// The height of the header.
pub const HEADER_HEIGHT: f32 = 32.0;
/// Between the edge of a cell and its text: a field's own padding and the gap between two fields.
pub(crate) const CELL_PADDING: f32 = 8.0;

/// The room of the row numbers of a table that is typed into.
const NUMBERS: f32 = 26.0;

/// A table under construction.
pub struct Grid<'a> {
    id: Id,
    name: &'a str,
    columns: &'a [ColumnSpec<'a>],
    row_key: Option<&'a dyn Fn(usize) -> Id>,
    row_name: Option<&'a dyn Fn(usize) -> String>,
    row_number: Option<&'a dyn Fn(usize) -> String>,
    selected: Option<usize>,
    reveal: Option<usize>,
    max_height: f32,
    is_whole: bool,
    n_cells: Option<usize>,
    n_kept: usize,
    totals: &'a [Option<GridTotal>],
}

/// What the figures of a column come to together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridTotal {
    /// What stands below the column.
    pub text: String,
    /// What a screen reader says of it.
    pub said: String,
}

/// How far the rows are scrolled sideways, for the header of the next frame.
#[derive(Clone, Copy, Default, PartialEq)]
struct Sideways(f32);

/// What the user did to the table in this frame.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GridOutput {
    /// The row that was clicked.
    pub clicked_row: Option<usize>,
    /// The row to open: its link was followed, it was double-clicked, or Enter was pressed on it.
    pub opened_row: Option<usize>,
    /// The row under the pointer.
    pub hovered_row: Option<usize>,
    /// The row the keyboard is on.
    pub current_row: Option<usize>,
    /// The row and column of the cell that has the keyboard.
    pub focused: Option<(usize, usize)>,
    /// Where the keyboard has just arrived, for what scrolls around the table.
    pub(crate) reached: Option<Rect>,
    /// The order that the user asks for.
    pub sort_clicked: Option<Sort>,
    /// Enter or Tab in the last row, past its end: a page of inputs adds a row.
    pub past_end: Option<PastEnd>,
    /// The selected cells: the one with the cursor, or a block around it.
    pub range: Option<Range>,
    /// Whether one of its cells has the keyboard.
    pub has_keyboard: bool,
    /// What the user asks of the selected cells.
    pub ask: Option<Ask>,
}

impl<'a> Grid<'a> {
    /// A table; `name` is what a screen reader calls it.
    pub fn new(id: Id, name: &'a str, columns: &'a [ColumnSpec<'a>]) -> Self {
        Self {
            id,
            name,
            columns,
            row_key: None,
            row_name: None,
            row_number: None,
            selected: None,
            reveal: None,
            max_height: f32::INFINITY,
            is_whole: false,
            n_cells: None,
            n_kept: 0,
            totals: &[],
        }
    }

    /// What makes a row itself when rows are sorted, added or removed; without it, its place.
    #[must_use]
    pub fn row_key(mut self, key: &'a dyn Fn(usize) -> Id) -> Self {
        self.row_key = Some(key);
        self
    }

    /// Lets rows be picked by click and by keyboard, and says what each is called.
    #[must_use]
    pub fn selectable(mut self, name: &'a dyn Fn(usize) -> String) -> Self {
        self.row_name = Some(name);
        self
    }

    /// What stands in place of the number of a row, where rows have numbers of their own.
    #[must_use]
    pub fn numbers(mut self, number: &'a dyn Fn(usize) -> String) -> Self {
        self.row_number = Some(number);
        self
    }

    /// Marks a row.
    #[must_use]
    pub fn selected(mut self, row: Option<usize>) -> Self {
        self.selected = row;
        self
    }

    /// Brings a row into view in this frame.
    #[must_use]
    pub fn reveal(mut self, row: Option<usize>) -> Self {
        self.reveal = row;
        self
    }

    /// Scrolls inside this height; without it, inside the height that is left.
    #[must_use]
    pub fn max_height(mut self, points: f32) -> Self {
        self.max_height = points;
        self
    }

    /// Shows all rows at once, however many: for a page that scrolls as a whole.
    #[must_use]
    pub fn whole(mut self) -> Self {
        self.is_whole = true;
        self
    }

    /// A table that is typed into like a spreadsheet: its first `n_columns` hold cells that the cursor goes to.
    #[must_use]
    pub fn sheet(mut self, n_columns: usize) -> Self {
        self.n_cells = Some(n_columns);
        self
    }

    /// Keeps the first columns in view where the table is wider than the page.
    #[must_use]
    pub fn keeping(mut self, n_columns: usize) -> Self {
        self.n_kept = n_columns;
        self
    }

    /// A last row with what columns come to together; none if it is empty.
    #[must_use]
    pub fn totals(mut self, totals: &'a [Option<GridTotal>]) -> Self {
        self.totals = totals;
        self
    }

    /// Shows the table: `fill` is called for each cell in view with its row, its column and the cell.
    pub fn show(
        self,
        ui: &mut Ui,
        n_rows: usize,
        sort: Option<Sort>,
        mut fill: impl FnMut(usize, usize, &mut CellUi),
    ) -> GridOutput {
        let builder = UiBuilder::new()
            .scope_id(self.id)
            .accessibility_role(Role::Table)
            .accessibility_label(self.name);
        let inner = ui.scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing = Vec2::ZERO;
            ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
                node.set_row_count(n_rows);
                node.set_column_count(self.columns.len());
            });
            self.contents(ui, n_rows, sort, &mut fill)
        });
        inner.inner
    }

    fn contents(
        &self,
        ui: &mut Ui,
        n_rows: usize,
        sort: Option<Sort>,
        fill: &mut dyn FnMut(usize, usize, &mut CellUi),
    ) -> GridOutput {
        let available = ui.available_size();
        let room = available.y.min(self.max_height) - HEADER_HEIGHT;
        let n_totals = usize::from(!self.totals.is_empty());
        let all_rows = rows_to_points(n_rows.saturating_add(n_totals));
        let scrolls_down = !self.is_whole && all_rows > room;
        let bar = if scrolls_down {
            ui.spacing().scroll.allocated_width()
        } else {
            0.0
        };
        let lead = if self.n_cells.is_some() { NUMBERS } else { 0.0 };
        let edges = column::edges(self.columns, lead, available.x - bar);
        let width = edges.last().copied().unwrap_or_default();
        let header = Header {
            id: self.id,
            columns: self.columns,
            edges: &edges,
            sort,
            n_frozen: self.n_frozen(&edges, available.x),
            is_sheet: self.n_cells.is_some(),
        };
        let top_left = ui.cursor().min;
        // Where the page scrolls as a whole, the titles of a table that is typed into stay at the top of what is seen.
        let top = if self.is_whole && self.n_cells.is_some() {
            let seen = ui.clip_rect().top();
            top_left.y.max(seen.min(top_left.y + all_rows))
        } else {
            top_left.y
        };
        let size = Vec2::new(available.x, HEADER_HEIGHT);
        let header_rect = Rect::from_min_size(pos2(top_left.x, top), size);
        if self.is_whole {
            // A bar that belongs to a table out of view would otherwise stand at the edge of the page.
            let extent = Vec2::new(available.x, HEADER_HEIGHT + all_rows);
            let around = 8.0 + ui.spacing().scroll.allocated_width();
            let own = Rect::from_min_size(top_left, extent).expand(around);
            ui.set_clip_rect(ui.clip_rect().intersect(own));
        }
        let before = ui.data(|data| data.get_temp::<Sideways>(self.id));
        let before = before.unwrap_or_default();
        ui.advance_cursor_after_rect(Rect::from_min_size(top_left, size));
        let heard = header.hear(ui, header_rect, before.0);
        // Where all rows are shown, up and down belong to the page around the table.
        let scrolled = ScrollArea::new([true, scrolls_down])
            .id_salt("rows")
            .auto_shrink([false, true])
            .max_height(room.max(ROW_HEIGHT))
            .min_scrolled_height(ROW_HEIGHT)
            .show_viewport(ui, |ui, view| {
                ui.set_min_size(Vec2::new(width, all_rows));
                let below = ui.clip_rect();
                ui.set_clip_rect(below.with_min_y(below.top().max(header_rect.bottom())));
                Body {
                    id: self.id,
                    name: self.name,
                    columns: self.columns,
                    edges: &edges,
                    n_rows,
                    row_key: self.row_key,
                    row_name: self.row_name,
                    row_number: self.row_number,
                    selected: self.selected,
                    reveal: self.reveal,
                    n_cells: self.n_cells,
                    totals: self.totals,
                    lead,
                    n_frozen: header.n_frozen,
                    shift: if header.n_frozen > 0 || self.n_cells.is_some() {
                        view.left().max(0.0)
                    } else {
                        0.0
                    },
                }
                .show(ui, fill)
            });
        if let Some(rect) = scrolled.inner.reached.filter(|_| !scrolls_down) {
            // A scroll area keeps such wishes from the one around it, even where it does not scroll that way itself.
            let mut rect = Rect::from_x_y_ranges(ui.clip_rect().x_range(), rect.y_range());
            rect.min.y -= HEADER_HEIGHT;
            ui.scroll_to_rect_animation(rect, None, ScrollAnimation::none());
        }
        let after = Sideways(scrolled.state.clamped_offset().x);
        if after != before {
            ui.data_mut(|data| data.insert_temp(self.id, after));
            ui.ctx().request_repaint();
        }
        header.paint(&heard, header_rect, (after.0, top > top_left.y));
        GridOutput {
            sort_clicked: heard.asked,
            ..scrolled.inner
        }
    }

    /// How many columns stay in view where the table is wider than the page, unless that leaves no room for the rest: the
    /// first of a table that is typed into.
    fn n_frozen(&self, edges: &[f32], available: f32) -> usize {
        let n = self.n_kept.max(usize::from(self.n_cells.is_some()));
        let width = edges.last().copied().unwrap_or_default();
        let kept = edges.get(n).copied().unwrap_or_default();
        let is_wider = width > available + 0.5 && kept < available * 0.4;
        if is_wider { n } else { 0 }
    }
}

/// The address of the cell in `column` of the row with this key, to send the keyboard to it.
pub fn cell_id(grid: Id, row_key: Id, column: usize) -> Id {
    grid.with((row_key, column))
}

/// The left and right edge of a column.
pub(crate) fn span(edges: &[f32], column: usize) -> (f32, f32) {
    let edge = |at: usize| edges.get(at).copied().unwrap_or_default();
    (edge(column), edge(column.saturating_add(1)))
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a table of sixteen million rows is off by a point"
)]
pub(crate) fn rows_to_points(n_rows: usize) -> f32 {
    n_rows as f32 * ROW_HEIGHT
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast saturates, and a row above the first is the first"
)]
pub(crate) fn row_at(points: f32) -> usize {
    (points / ROW_HEIGHT) as usize
}

/// The place of a row in a list that starts at `origin`.
pub(crate) fn row_rect(origin: eframe::egui::Pos2, row: usize, width: f32) -> Rect {
    Rect::from_min_size(
        pos2(origin.x, origin.y + rows_to_points(row)),
        Vec2::new(width, ROW_HEIGHT),
    )
}
