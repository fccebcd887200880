//! One yes or no.

use eframe::egui::accesskit::Role;
use eframe::egui::{CursorIcon, Id, Rect, Response, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2};

use crate::gui::theme::{self, S8};
use crate::gui::widgets::entry_paint::{line, paint_box, paint_focus_ring};
use crate::gui::widgets::icon::Icon;

/// The width of the box itself.
const BOX: f32 = 16.0;

/// A tick box with an accessible name.
pub struct FlagCell<'a> {
    id: Option<Id>,
    name: &'a str,
    is_on: bool,
}

impl<'a> FlagCell<'a> {
    /// `name` is what a screen reader says.
    pub fn new(name: &'a str, is_on: bool) -> Self {
        Self {
            id: None,
            name,
            is_on,
        }
    }

    /// An address that stays the same when the cell moves, to send the keyboard to it.
    #[must_use]
    pub fn id(mut self, id: Id) -> Self {
        self.id = Some(id);
        self
    }

    /// Shows the box with its name beside it, and says the new state when it was changed.
    pub fn show(self, ui: &mut Ui) -> (Response, Option<bool>) {
        let ink = theme::palette(ui).ink;
        let galley = line(ui, self.name, theme::text_font(), ink, f32::INFINITY);
        let size = Vec2::new(BOX + S8 + galley.size().x, 28.0);
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        let at = pos2(
            rect.left() + BOX + S8,
            rect.center().y - galley.size().y * 0.5,
        );
        ui.painter().galley(at, galley, ink);
        let tick_box = rect.with_max_x(rect.left() + BOX);
        self.interact(ui, rect, tick_box)
    }

    /// Shows the box alone in the middle of `rect`.
    pub fn show_in(self, ui: &mut Ui, rect: Rect) -> (Response, Option<bool>) {
        let rect = Rect::from_center_size(rect.center(), Vec2::splat(rect.height()));
        self.interact(ui, rect, rect)
    }

    fn interact(self, ui: &mut Ui, rect: Rect, around: Rect) -> (Response, Option<bool>) {
        let id = self.id.unwrap_or_else(|| ui.make_persistent_id(self.name));
        let mut response = ui.interact(rect, id, Sense::click());
        let is_on = self.is_on != response.clicked();
        if response.clicked() {
            response.mark_changed();
        }
        if response.hovered() {
            ui.set_cursor_icon(CursorIcon::PointingHand);
        }
        let palette = theme::palette(ui);
        let tick_box = Rect::from_center_size(around.center(), Vec2::splat(BOX));
        let outline = match (is_on, response.hovered()) {
            (true, _) => palette.accent,
            (false, true) => palette.ink,
            (false, false) => palette.border,
        };
        let fill = if is_on {
            palette.accent
        } else {
            palette.surface
        };
        paint_box(ui, tick_box, fill, Stroke::new(1.0, outline));
        if is_on {
            Icon::Tick.paint(ui.painter(), tick_box, 12.0, palette.on_accent);
        }
        if response.has_focus() {
            paint_focus_ring(ui, tick_box.expand(3.0));
        }
        response.widget_info(|| {
            WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), is_on, self.name)
        });
        let changed = response.changed().then_some(is_on);
        (response, changed)
    }
}
