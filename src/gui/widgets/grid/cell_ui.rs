//! One cell of a grid: what the page may put into it.

use eframe::egui::accesskit::{Invalid, Role};
use eframe::egui::style::ScrollAnimation;
use eframe::egui::{
    Align2, Color32, FontId, Id, Key, Layout, Rect, Response, Sense, Stroke, Ui, UiBuilder, Vec2,
    WidgetInfo,
};

use crate::gui::theme::palette::Palette;
use crate::gui::theme::{self, S8};
use crate::gui::widgets::draft;
use crate::gui::widgets::entry::CellOutcome;
use crate::gui::widgets::entry_keys::{Go, Manner, is_selecting};
use crate::gui::widgets::entry_paint::{Sign, line, paint_box, paint_focus_ring, say};
use crate::gui::widgets::figure::underline;
use crate::gui::widgets::flag_cell::FlagCell;
use crate::gui::widgets::grid::CELL_PADDING;
use crate::gui::widgets::grid::sheet::CellKind;
use crate::gui::widgets::icon::Icon;
use crate::gui::widgets::pick_cell::PickCell;
use crate::gui::widgets::text_cell::TextCell;
use crate::gui::widgets::value_cell::{ValueCell, room_for_text};
use crate::model::query::Severity;

/// One cell, given to the page to fill; one call fills it.
pub struct CellUi<'u> {
    pub(crate) ui: &'u mut Ui,
    pub(crate) rect: Rect,
    pub(crate) id: Id,
    pub(crate) row: usize,
    pub(crate) column: usize,
    pub(crate) align: Align2,
    /// Whether it belongs to a selected block of several cells.
    pub(crate) is_in_range: bool,
    /// The width that columns which stay cover at the left of the others.
    pub(crate) covered: f32,
    /// A query that a typed cell shows the sign of, and what it says.
    pub(crate) query: Option<(Severity, String)>,
    pub(crate) events: &'u mut CellEvents,
}

/// What the cells of a grid tell it.
#[derive(Default)]
pub(crate) struct CellEvents {
    /// A cell was left by a key: from which row and column, and which way.
    pub(crate) moved: Option<((usize, usize), Go)>,
    /// The row and column of the cell that has the keyboard.
    pub(crate) focused: Option<(usize, usize)>,
    /// What that cell is.
    pub(crate) kind: CellKind,
    /// The cell that the keyboard has just reached.
    pub(crate) reached: Option<Rect>,
    /// The row whose link was followed.
    pub(crate) opened_row: Option<usize>,
}

impl CellUi<'_> {
    /// The colours in use.
    pub fn palette(&self) -> &'static Palette {
        theme::palette(self.ui)
    }

    /// Plain text: words, or a figure that somebody worked out.
    pub fn text(&mut self, text: &str) -> Response {
        self.label(text, theme::text_font(), self.palette().ink)
    }

    /// Second-order text.
    pub fn muted(&mut self, text: &str) -> Response {
        self.label(text, theme::text_font(), self.palette().muted)
    }

    /// Emphasised text: totals.
    pub fn strong(&mut self, text: &str) -> Response {
        self.label(text, theme::strong_font(), self.palette().ink)
    }

    /// A figure that was typed elsewhere.
    pub fn typed(&mut self, text: &str) -> Response {
        self.label(text, theme::text_font(), self.palette().typed)
    }

    /// The row's name as a link; following it opens the row. `icon` stands before it.
    pub fn link(&mut self, icon: Option<Icon>, name: &str) -> Response {
        let palette = self.palette();
        let mut inner = self.inner();
        if let Some(icon) = icon {
            let (sign, rest) = inner.split_left_right_at_x(inner.left() + 12.0);
            icon.paint(self.ui.painter(), sign, 11.0, palette.accent);
            inner = rest.with_min_x(rest.left() + S8);
        }
        // Not a tab stop: sixty of them would stand between the user and the next control. The rows take the keyboard.
        let response = self.place(
            inner,
            name,
            theme::text_font(),
            palette.accent,
            Sense::CLICK,
        );
        self.describe(&response, Role::Link, name);
        if response.clicked() {
            self.events.opened_row = Some(self.row);
        }
        response
    }

    /// A worked-out figure whose basis opens on a click. `name` is what a screen reader says.
    pub fn figure(&mut self, figure: &str, name: &str) -> Response {
        let palette = self.palette();
        let inner = self.inner();
        let response = self.place(
            inner,
            figure,
            theme::text_font(),
            palette.worked_out,
            Sense::click(),
        );
        if response.has_focus() {
            paint_focus_ring(self.ui, self.rect.shrink(2.0));
        }
        self.describe(&response, Role::Button, name);
        self.note_focus(&response, CellKind::Figure);
        response
    }

    /// A quantity that can be typed.
    pub fn value(&mut self, cell: ValueCell) -> CellOutcome {
        let query = self.query.take();
        self.rect = room_for_text(self.ui, self.rect, self.id, cell.entry.edit);
        let (mut ui, rect) = self.field();
        let mut cell = cell.id(self.id);
        cell.entry.manner = Manner::Table;
        cell.entry.is_in_range = self.is_in_range;
        cell.entry.sign = query.as_ref().map(sign);
        let outcome = cell.show_in(&mut ui, rect);
        self.note(&outcome, CellKind::Typed);
        outcome
    }

    /// A line of words that can be typed.
    pub fn words(&mut self, cell: TextCell) -> CellOutcome {
        let query = self.query.take();
        let (mut ui, rect) = self.field();
        let mut cell = cell.id(self.id);
        cell.entry.manner = Manner::Table;
        cell.entry.is_in_range = self.is_in_range;
        cell.entry.sign = query.as_ref().map(sign);
        let outcome = cell.show_in(&mut ui, rect);
        self.note(&outcome, CellKind::Typed);
        outcome
    }

    /// One of a list, typed or picked; says the place of a new choice.
    pub fn pick(&mut self, cell: PickCell) -> Option<usize> {
        let query = self.query.take();
        let mut cell = cell;
        let (mut ui, rect) = self.field();
        cell.entry.is_in_range = self.is_in_range;
        cell.entry.sign = query.as_ref().map(sign);
        let (outcome, chosen) = cell.show_in(&mut ui, self.id, rect);
        self.note(&outcome, CellKind::List);
        chosen
    }

    /// Yes or no.
    pub fn flag(&mut self, cell: FlagCell) -> (Response, Option<bool>) {
        let refused = draft::problem(self.ui.ctx(), self.id);
        let refused_sign = refused.as_deref().map(Sign::refused);
        let query = self.query.take();
        let sign = refused_sign.or(query.as_ref().map(sign));
        let (mut ui, rect) = self.field();
        if refused.is_some() {
            let palette = theme::palette(&ui);
            let outline = Stroke::new(1.5, palette.error);
            paint_box(&ui, rect, palette.error_soft, outline);
        }
        if let Some(sign) = &sign {
            sign.paint(&ui, rect);
        }
        let (response, changed) = cell.id(self.id).show_in(&mut ui, rect);
        if let Some(sign) = &sign {
            say(&ui, &response, response.has_focus(), sign);
        }
        let ctx = ui.ctx().clone();
        ctx.accesskit_node_builder(self.id, |node| {
            if let Some(sign) = &sign {
                node.set_description(sign.message);
            }
            if refused.is_some() {
                node.set_invalid(Invalid::True);
            }
            if self.is_in_range {
                node.set_selected(true);
            }
        });
        // With Shift the pointer selects cells, and changes none of them.
        let changed = changed.filter(|_| !is_selecting(&ui));
        let is_left = ui.input(|input| input.key_pressed(Key::Escape)) && response.has_focus();
        if refused.is_some() && (changed.is_some() || is_left) {
            draft::forget(&ctx, self.id);
        }
        self.note_focus(&response, CellKind::Flag);
        (response, changed)
    }

    /// A quiet button that shows only a sign. Not a tab stop: a row that has one takes a key for the same.
    pub fn button(&mut self, icon: Icon, name: &str, hint: &str) -> Response {
        let palette = self.palette();
        let rect = Rect::from_center_size(self.rect.center(), Vec2::splat(22.0));
        let response = self.ui.interact(rect, self.id, Sense::CLICK);
        if response.hovered() {
            self.ui.painter().rect_filled(rect, 4.0, palette.selection);
        }
        let colour = if response.hovered() {
            palette.ink
        } else {
            palette.muted
        };
        icon.paint(self.ui.painter(), rect, 10.0, colour);
        self.describe(&response, Role::Button, name);
        response.on_hover_text(hint)
    }

    /// Anything else, laid out from the left.
    pub fn ui<R>(&mut self, contents: impl FnOnce(&mut Ui) -> R) -> R {
        let inner = self.inner();
        let mut ui = self.child(inner);
        contents(&mut ui)
    }

    fn inner(&self) -> Rect {
        self.rect.shrink2(Vec2::new(CELL_PADDING, 0.0))
    }

    fn child(&mut self, rect: Rect) -> Ui {
        let builder = UiBuilder::new()
            .scope_id(self.id.with("cell"))
            .max_rect(rect)
            .layout(Layout::left_to_right(eframe::egui::Align::Center))
            .accessibility_role(Role::Cell);
        let mut ui = self.ui.new_child(builder);
        ui.shrink_clip_rect(self.rect);
        let (row, column) = (self.row, self.column);
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_row_index(row);
            node.set_column_index(column);
        });
        ui
    }

    /// A child for a field, and the field's place: a little smaller than the cell, so that fields do not touch.
    fn field(&mut self) -> (Ui, Rect) {
        let rect = self.rect.shrink2(Vec2::new(2.0, 2.0));
        (self.child(rect), rect)
    }

    fn label(&mut self, text: &str, font: FontId, colour: Color32) -> Response {
        let response = self.place(self.inner(), text, font, colour, Sense::hover());
        self.describe(&response, Role::Cell, text);
        if response.has_focus() {
            paint_focus_ring(self.ui, self.rect.shrink(2.0));
            self.note_focus(&response, CellKind::Still);
        }
        response
    }

    /// Paints one line and makes its place known; cut text is whole in the tooltip.
    fn place(
        &mut self,
        inner: Rect,
        text: &str,
        font: FontId,
        colour: Color32,
        sense: Sense,
    ) -> Response {
        let galley = line(self.ui, text, font, colour, inner.width());
        let at = self.align.align_size_within_rect(galley.size(), inner);
        let is_cut = galley.elided;
        let place = if sense == Sense::hover() {
            self.rect
        } else {
            Rect::from_x_y_ranges(at.x_range(), self.rect.y_range())
        };
        let response = self.ui.interact(place, self.id, sense);
        if self.ui.is_rect_visible(self.rect) {
            self.ui.painter().galley(at.min, galley, colour);
            if sense.senses_click() {
                underline(self.ui, at, &response);
            }
        }
        if is_cut {
            return response.on_hover_text(text);
        }
        response
    }

    fn describe(&self, response: &Response, role: Role, name: &str) {
        response.widget_info(|| WidgetInfo::labeled(role, true, name));
        let (row, column) = (self.row, self.column);
        self.ui.ctx().accesskit_node_builder(self.id, |node| {
            node.set_row_index(row);
            node.set_column_index(column);
        });
    }

    fn note(&mut self, outcome: &CellOutcome, kind: CellKind) {
        self.note_focus(&outcome.response, kind);
        if let Some(to) = outcome.moved {
            self.events.moved = Some(((self.row, self.column), to));
        }
    }

    fn note_focus(&mut self, response: &Response, kind: CellKind) {
        if response.has_focus() {
            self.events.focused = Some((self.row, self.column));
            self.events.kind = kind;
        }
        if response.gained_focus() {
            let now = ScrollAnimation::none();
            let mut rect = self.rect;
            rect.min.x -= self.covered;
            self.ui.scroll_to_rect_animation(rect, None, now);
            self.events.reached = Some(self.rect);
        }
    }
}

fn sign((severity, message): &(Severity, String)) -> Sign<'_> {
    Sign::query(*severity, message)
}
