//! One of a few: a closed list that opens below, by pointer or by keyboard.

use eframe::egui::accesskit::{HasPopup, Role};
use eframe::egui::{
    Align2, CursorIcon, EventFilter, Id, Key, Popup, Rect, Response, Sense, Stroke, Ui, Vec2,
    WidgetInfo,
};

use crate::gui::theme::{self, S4, S8};
use crate::gui::widgets::entry_paint::{
    allocate, paint_box, paint_chevron, paint_focus_ring, paint_text, without_chevron,
};

/// A cell that holds one of `options`.
pub struct ChoiceCell<'a> {
    id: Option<Id>,
    name: &'a str,
    options: &'a [&'a str],
    chosen: Option<usize>,
    placeholder: &'a str,
    width: f32,
}

impl<'a> ChoiceCell<'a> {
    /// `name` is what a screen reader says; `chosen` is a place in `options`.
    pub fn new(name: &'a str, options: &'a [&'a str], chosen: Option<usize>) -> Self {
        Self {
            id: None,
            name,
            options,
            chosen,
            placeholder: "choose",
            width: 160.0,
        }
    }

    /// What the cell says before anything is chosen.
    #[must_use]
    pub fn placeholder(mut self, text: &'a str) -> Self {
        self.placeholder = text;
        self
    }

    /// The width outside a grid.
    #[must_use]
    pub fn width(mut self, points: f32) -> Self {
        self.width = points;
        self
    }

    /// An address that stays the same when the cell moves, to send the keyboard to it.
    #[must_use]
    pub fn id(mut self, id: Id) -> Self {
        self.id = Some(id);
        self
    }

    /// Shows the cell where `ui` stands, and says the place of a new choice.
    pub fn show(self, ui: &mut Ui) -> (Response, Option<usize>) {
        let rect = allocate(ui, self.width);
        self.show_in(ui, rect)
    }

    /// Shows the cell in `rect`.
    pub fn show_in(self, ui: &mut Ui, rect: Rect) -> (Response, Option<usize>) {
        let id = self.id.unwrap_or_else(|| ui.make_persistent_id(self.name));
        let response = ui.interact(rect, id, Sense::click());
        if response.clicked() {
            // The list starts at what is chosen only for who has the keyboard.
            response.request_focus();
        }
        let popup_id = Popup::default_response_id(&response);
        let is_open = Popup::is_id_open(ui.ctx(), popup_id);
        let is_cut = self.paint(ui, rect, &response);
        let by_key = (response.has_focus() && !is_open)
            .then(|| self.step(ui, id))
            .flatten();
        let by_list = Popup::menu(&response)
            .width(rect.width())
            .accessible_name(self.name)
            .show(|ui| self.list(ui, &response))
            .and_then(|shown| shown.inner);
        if by_list.is_some() {
            response.request_focus();
        }
        self.describe(ui, &response, is_open);
        let response = if is_cut && !is_open {
            response.on_hover_text(self.text())
        } else {
            response
        };
        let chosen = by_list.or(by_key).filter(|&at| Some(at) != self.chosen);
        (response, chosen)
    }

    fn text(&self) -> &'a str {
        self.chosen
            .and_then(|at| self.options.get(at))
            .copied()
            .unwrap_or_default()
    }

    fn paint(&self, ui: &Ui, rect: Rect, response: &Response) -> bool {
        if !ui.is_rect_visible(rect) {
            return false;
        }
        let palette = theme::palette(ui);
        let outline = if response.hovered() {
            ui.set_cursor_icon(CursorIcon::PointingHand);
            palette.border
        } else {
            palette.field_edge
        };
        paint_box(ui, rect, palette.field, Stroke::new(1.0, outline));
        let (text, colour) = match self.text() {
            "" => (self.placeholder, palette.muted),
            text => (text, palette.ink),
        };
        let is_cut = paint_text(
            ui,
            without_chevron(rect),
            text,
            colour,
            Align2::LEFT_CENTER,
            None,
        );
        paint_chevron(ui, rect);
        if response.has_focus() {
            paint_focus_ring(ui, rect);
        }
        is_cut
    }

    /// Up and Down change the choice without opening the list, as a closed list does everywhere.
    fn step(&self, ui: &Ui, id: Id) -> Option<usize> {
        let filter = EventFilter {
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let last = self.options.len().checked_sub(1)?;
        let (up, down) = ui.input(|input| {
            (
                input.key_pressed(Key::ArrowUp),
                input.key_pressed(Key::ArrowDown),
            )
        });
        match (up, down, self.chosen) {
            (true, false, Some(at)) => Some(at.saturating_sub(1)),
            (false, true, Some(at)) => Some(at.saturating_add(1).min(last)),
            (true, false, None) => Some(last),
            (false, true, None) => Some(usize::from(self.starts_blank()).min(last)),
            _ => None,
        }
    }

    /// Whether the first option only takes a choice back: while nothing is chosen, there is nothing to take back.
    fn starts_blank(&self) -> bool {
        let first = self.options.first();
        first.is_some_and(|it| !it.contains(char::is_alphanumeric))
    }

    fn list(&self, ui: &mut Ui, opener: &Response) -> Option<usize> {
        let spacing = ui.spacing_mut();
        spacing.item_spacing.y = 0.0;
        spacing.button_padding = Vec2::new(S8, S4);
        ui.set_min_width(opener.rect.width() - S8 - S4);
        let mut picked = None;
        for (at, option) in self.options.iter().enumerate() {
            let item = ui.selectable_label(self.chosen == Some(at), *option);
            if opener.has_focus() && self.chosen.unwrap_or_default() == at {
                item.request_focus();
            }
            if item.clicked() {
                picked = Some(at);
                ui.close();
            }
        }
        picked
    }

    fn describe(&self, ui: &Ui, response: &Response, is_open: bool) {
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::ComboBox, ui.is_enabled(), self.name);
            info.current_text_value = Some(self.text().to_owned());
            info
        });
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_has_popup(HasPopup::Listbox);
            node.set_expanded(is_open);
        });
    }
}
