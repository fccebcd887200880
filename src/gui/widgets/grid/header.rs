//! The row of titles: stays while the rows scroll, sorts by click or by keyboard.

use eframe::egui::accesskit::{Role, SortDirection};
use eframe::egui::{
    Align2, CornerRadius, CursorIcon, Id, Painter, Rect, Response, Sense, Stroke, Ui, UiBuilder,
    Vec2, WidgetInfo, pos2,
};

use crate::gui::theme::{self, S4};
use crate::gui::widgets::entry_paint::{line, paint_focus_ring};
use crate::gui::widgets::grid::column::{ColumnSpec, Direction, Sort};
use crate::gui::widgets::grid::{CELL_PADDING, span};
use crate::gui::widgets::icon::Icon;

/// The header of one grid.
pub(crate) struct Header<'a> {
    pub(crate) id: Id,
    pub(crate) columns: &'a [ColumnSpec<'a>],
    pub(crate) edges: &'a [f32],
    pub(crate) sort: Option<Sort>,
    /// The columns that stay while the others scroll sideways.
    pub(crate) n_frozen: usize,
    /// Whether the table is typed into.
    pub(crate) is_sheet: bool,
}

/// The room of the arrow beside a title.
const SIGN: f32 = 14.0;

/// A header that has heard the pointer and the keyboard, and is still to be painted.
pub(crate) struct Heard {
    /// The order that a click asks for.
    pub(crate) asked: Option<Sort>,
    ui: Ui,
    titles: Vec<Response>,
}

impl Header<'_> {
    /// Hears the titles in `rect`, as they stood in the last frame: before the rows, so that Tab meets them first.
    pub(crate) fn hear(&self, ui: &mut Ui, rect: Rect, scrolled: f32) -> Heard {
        let builder = UiBuilder::new()
            .scope_id(self.id.with("header"))
            .max_rect(rect)
            .accessibility_role(Role::Row);
        let mut ui = ui.new_child(builder);
        ui.shrink_clip_rect(rect);
        let mut asked = None;
        let mut titles = Vec::with_capacity(self.columns.len());
        let frozen = self.frozen_edge(rect);
        for (at, column) in self.columns.iter().enumerate() {
            let mut seen = self.place(rect, scrolled, at);
            if at >= self.n_frozen && self.n_frozen > 0 {
                seen.min.x = seen.min.x.max(frozen.min(seen.max.x));
            }
            let response = self.title(&ui, seen, at, column);
            if response.clicked() {
                asked = Some(Sort::after_click(self.sort, at, column));
            }
            titles.push(response);
        }
        Heard { asked, ui, titles }
    }

    /// Paints the titles, moved to the left by `scrolled`: after the rows, so that both move as one. Where the header
    /// stays above rows that scroll below it, it has a ground of its own.
    pub(crate) fn paint(&self, heard: &Heard, rect: Rect, (scrolled, is_stuck): (f32, bool)) {
        let ui = &heard.ui;
        let palette = theme::palette(ui);
        let ground = |rect: Rect| {
            ui.painter()
                .rect_filled(rect, CornerRadius::ZERO, palette.surface);
        };
        if is_stuck {
            ground(rect);
        }
        let is_shifted = self.n_frozen > 0 && scrolled > 0.0;
        let edge = self.frozen_edge(rect);
        let moving = rect.with_min_x(if self.n_frozen > 0 { edge } else { rect.left() });
        let mut clipped = ui.painter().clone();
        clipped.shrink_clip_rect(moving);
        for (at, column) in self.columns.iter().enumerate().skip(self.n_frozen) {
            self.paint_one(heard, &clipped, (rect, scrolled), at, column);
        }
        for (at, column) in self.columns.iter().enumerate().take(self.n_frozen) {
            self.paint_one(heard, ui.painter(), (rect, scrolled), at, column);
        }
        let base = Stroke::new(1.0, palette.border);
        ui.painter()
            .hline(rect.x_range(), rect.bottom() - 0.5, base);
        if is_shifted {
            ui.painter()
                .vline(edge, rect.y_range(), Stroke::new(1.0, palette.hairline));
        }
    }

    fn paint_one(
        &self,
        heard: &Heard,
        painter: &Painter,
        (rect, scrolled): (Rect, f32),
        at: usize,
        column: &ColumnSpec,
    ) {
        let Some(response) = heard.titles.get(at) else {
            return;
        };
        let is_lit = column.is_sortable && (response.hovered() || response.has_focus());
        let place = self.place(rect, scrolled, at);
        let sorted = self.sorted(at);
        paint_title((&heard.ui, painter), place, column, sorted, is_lit);
        if response.has_focus() {
            paint_focus_ring(&heard.ui, place.shrink(2.0));
        }
    }

    /// The right edge of the columns that stay.
    fn frozen_edge(&self, rect: Rect) -> f32 {
        let column = self.n_frozen.checked_sub(1);
        rect.left() + column.map_or(0.0, |column| span(self.edges, column).1)
    }

    fn place(&self, rect: Rect, scrolled: f32, column: usize) -> Rect {
        let (left, right) = span(self.edges, column);
        let scrolled = if column < self.n_frozen {
            0.0
        } else {
            scrolled
        };
        let origin = rect.left() - scrolled;
        Rect::from_x_y_ranges(origin + left..=origin + right, rect.y_range())
    }

    fn sorted(&self, column: usize) -> Option<Direction> {
        self.sort
            .filter(|sort| sort.column == column)
            .map(|sort| sort.direction)
    }

    /// Hears one title and says what it is.
    fn title(&self, ui: &Ui, rect: Rect, at: usize, column: &ColumnSpec) -> Response {
        let id = self.id.with(("column", at));
        let sense = match (column.is_sortable, self.is_sheet) {
            (false, _) => Sense::hover(),
            (true, false) => Sense::click(),
            // Not a tab stop: Tab goes to the cells, whose menu sorts too.
            (true, true) => Sense::CLICK,
        };
        let response = ui.interact(rect, id, sense);
        let sorted = self.sorted(at);
        if column.is_sortable && response.hovered() {
            ui.set_cursor_icon(CursorIcon::PointingHand);
        }
        response.widget_info(|| {
            let name = match sorted {
                None => column.title.to_owned(),
                Some(Direction::Ascending) => format!("{}, sorted ascending", column.title),
                Some(Direction::Descending) => format!("{}, sorted descending", column.title),
            };
            WidgetInfo::labeled(Role::ColumnHeader, ui.is_enabled(), name)
        });
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_column_index(at);
            if !column.unit.is_empty() {
                node.set_description(column.unit);
            }
            match sorted {
                Some(Direction::Ascending) => node.set_sort_direction(SortDirection::Ascending),
                Some(Direction::Descending) => node.set_sort_direction(SortDirection::Descending),
                None => {}
            }
        });
        response
    }
}

/// The title, its unit, and the arrow that says which way the column is or would be sorted.
fn paint_title(
    (ui, painter): (&Ui, &Painter),
    rect: Rect,
    column: &ColumnSpec,
    sorted: Option<Direction>,
    is_lit: bool,
) {
    if !ui.is_rect_visible(rect) {
        return;
    }
    let palette = theme::palette(ui);
    let inner = rect.shrink2(Vec2::new(CELL_PADDING, 0.0));
    let unit = line(
        ui,
        column.unit,
        theme::text_font(),
        palette.muted,
        inner.width(),
    );
    let unit_width = if column.unit.is_empty() {
        0.0
    } else {
        unit.size().x + S4
    };
    let ink = if sorted.is_some() || is_lit {
        palette.ink
    } else {
        palette.muted
    };
    let sign_width = if sorted.is_some() { SIGN } else { 0.0 };
    let room = inner.width() - unit_width - sign_width;
    let title = line(ui, column.title, theme::strong_font(), ink, room);
    let used = title.size().x + unit_width;
    let is_right = column.align == Align2::RIGHT_CENTER;
    let left = if is_right {
        inner.right() - used
    } else if column.align == Align2::CENTER_CENTER {
        inner.center().x - used * 0.5
    } else {
        inner.left()
    };
    let top = |height: f32| rect.center().y - height * 0.5;
    let title_size = title.size();
    painter.galley(pos2(left, top(title_size.y)), title, ink);
    let unit_left = left + title_size.x + S4;
    painter.galley(pos2(unit_left, top(unit.size().y)), unit, palette.muted);
    let icon = match sorted.unwrap_or_else(|| column.first_direction()) {
        Direction::Ascending => Icon::SortUp,
        Direction::Descending => Icon::SortDown,
    };
    // A title is not cut for a sign that only says what a click would do.
    let has_room = inner.width() - used >= SIGN;
    if sorted.is_some() || (is_lit && has_room) {
        let x = if is_right {
            left - 10.0
        } else {
            left + used + 10.0
        };
        let place = Rect::from_center_size(pos2(x, rect.center().y), Vec2::splat(8.0));
        let colour = if sorted.is_some() {
            palette.accent
        } else {
            palette.border
        };
        icon.paint(painter, place, 8.0, colour);
    }
}
