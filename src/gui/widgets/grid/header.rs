//! The row of titles: stays while the rows scroll, sorts by click or by keyboard.

use eframe::egui::accesskit::{Role, SortDirection};
use eframe::egui::{
    Align2, CursorIcon, Id, Rect, Sense, Stroke, Ui, UiBuilder, Vec2, WidgetInfo, pos2,
};

use crate::gui::theme::{self, S4};
use crate::gui::widgets::entry::paint_focus_ring;
use crate::gui::widgets::entry_paint::line;
use crate::gui::widgets::grid::column::{ColumnSpec, Direction, Sort};
use crate::gui::widgets::grid::{CELL_PADDING, span};
use crate::gui::widgets::icon::Icon;

/// The header of one grid.
pub(crate) struct Header<'a> {
    pub(crate) id: Id,
    pub(crate) columns: &'a [ColumnSpec<'a>],
    pub(crate) edges: &'a [f32],
    pub(crate) sort: Option<Sort>,
}

impl Header<'_> {
    /// Shows the titles in `rect`, moved to the left by `scrolled`; says the order that a click asks for.
    pub(crate) fn show(&self, ui: &mut Ui, rect: Rect, scrolled: f32) -> Option<Sort> {
        let builder = UiBuilder::new()
            .scope_id(self.id.with("header"))
            .max_rect(rect)
            .accessibility_role(Role::Row);
        let mut ui = ui.new_child(builder);
        ui.shrink_clip_rect(rect);
        let palette = theme::palette(&ui);
        let base = Stroke::new(1.0, palette.border);
        ui.painter()
            .hline(rect.x_range(), rect.bottom() - 0.5, base);
        let mut asked = None;
        for (at, column) in self.columns.iter().enumerate() {
            let (left, right) = span(self.edges, at);
            let origin = rect.left() - scrolled;
            let cell = Rect::from_min_max(
                pos2(origin + left, rect.top()),
                pos2(origin + right, rect.bottom()),
            );
            if self.cell(&mut ui, cell, at, column) {
                asked = Some(Sort::after_click(self.sort, at, column));
            }
        }
        asked
    }

    /// One title; says whether it was clicked.
    fn cell(&self, ui: &mut Ui, rect: Rect, at: usize, column: &ColumnSpec) -> bool {
        let id = self.id.with(("column", at));
        let sense = if column.is_sortable {
            Sense::click()
        } else {
            Sense::hover()
        };
        let response = ui.interact(rect, id, sense);
        let sorted = self
            .sort
            .filter(|sort| sort.column == at)
            .map(|sort| sort.direction);
        let is_lit = column.is_sortable && (response.hovered() || response.has_focus());
        paint(ui, rect, column, sorted, is_lit);
        if column.is_sortable && response.hovered() {
            ui.set_cursor_icon(CursorIcon::PointingHand);
        }
        if response.has_focus() {
            paint_focus_ring(ui, rect.shrink(2.0));
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
        response.clicked()
    }
}

/// The title, its unit, and the arrow that says which way the column is or would be sorted.
fn paint(ui: &Ui, rect: Rect, column: &ColumnSpec, sorted: Option<Direction>, is_lit: bool) {
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
    let sign_width = if column.is_sortable { 14.0 } else { 0.0 };
    let room = inner.width() - unit_width - sign_width;
    let title = line(ui, column.title, theme::strong_font(), ink, room);
    let used = title.size().x + unit_width;
    let is_right = column.align == Align2::RIGHT_CENTER;
    let left = if is_right {
        inner.right() - used
    } else {
        inner.left()
    };
    let top = |height: f32| rect.center().y - height * 0.5;
    let title_size = title.size();
    ui.painter()
        .galley(pos2(left, top(title_size.y)), title, ink);
    let unit_left = left + title_size.x + S4;
    ui.painter()
        .galley(pos2(unit_left, top(unit.size().y)), unit, palette.muted);
    let icon = match sorted.unwrap_or_else(|| column.first_direction()) {
        Direction::Ascending => Icon::SortUp,
        Direction::Descending => Icon::SortDown,
    };
    if sorted.is_some() || is_lit {
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
        icon.paint(ui.painter(), place, 8.0, colour);
    }
}
