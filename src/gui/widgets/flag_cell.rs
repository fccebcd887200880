//! One yes or no.

use eframe::egui::{Align, Checkbox, Layout, Rect, Response, Ui, UiBuilder};

/// A tick box with an accessible name.
pub struct FlagCell<'a> {
    name: &'a str,
    is_on: bool,
}

impl<'a> FlagCell<'a> {
    /// `name` is what a screen reader says; nothing is written beside the box.
    pub fn new(name: &'a str, is_on: bool) -> Self {
        Self { name, is_on }
    }

    /// Shows the box where `ui` stands, and says the new state when it was changed.
    pub fn show(self, ui: &mut Ui) -> (Response, Option<bool>) {
        let mut is_on = self.is_on;
        let response = ui
            .add(Checkbox::without_text(&mut is_on))
            .accessible_name(self.name);
        let changed = response.changed().then_some(is_on);
        (response, changed)
    }

    /// Shows the box in the middle of `rect`.
    pub fn show_in(self, ui: &mut Ui, rect: Rect) -> (Response, Option<bool>) {
        let layout = Layout::centered_and_justified(eframe::egui::Direction::LeftToRight)
            .with_cross_align(Align::Center);
        let builder = UiBuilder::new()
            .id_salt(self.name)
            .max_rect(Rect::from_center_size(
                rect.center(),
                rect.size().min(eframe::egui::vec2(28.0, 28.0)),
            ))
            .layout(layout);
        self.show(&mut ui.new_child(builder))
    }
}
