//! What stands where nothing is entered yet, and what stands above every table: what this is and why it matters.

use eframe::egui::{Label, Ui};

use crate::gui::theme::{self, S4, S8, S12};
use crate::gui::widgets::button::primary_button;

/// What a list is for.
#[derive(Clone, Copy, Debug)]
pub struct Lesson {
    /// Whether it is what the page is about, so that its button is the main one.
    pub is_main: bool,
    /// What is missing while it is empty.
    pub what: &'static str,
    /// Why it matters, in one sentence.
    pub why: &'static str,
}

/// Says what belongs here, with the one button that starts it. Says whether it was clicked.
pub(crate) fn teach(ui: &mut Ui, lesson: &Lesson, button: &str) -> bool {
    ui.vertical(|ui| {
        ui.set_max_width(560.0_f32.min(ui.available_width()));
        ui.add_space(S4);
        ui.label(theme::strong(lesson.what));
        ui.add(Label::new(theme::muted(lesson.why)).wrap());
        ui.add_space(S8);
        let response = if lesson.is_main {
            primary_button(ui, button)
        } else {
            ui.button(button)
        };
        ui.add_space(S8);
        response.clicked()
    })
    .inner
}

/// A heading inside a page, with a line that says what goes below it.
pub(crate) fn heading(ui: &mut Ui, title: &str, about: &str) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.label(theme::heading(title));
        if !about.is_empty() {
            ui.add(Label::new(theme::muted(about)).wrap());
        }
    });
}

/// The line above a table that needs no heading: the section's name is beside it.
pub(crate) fn about(ui: &mut Ui, text: &str) {
    ui.add(Label::new(theme::muted(text)).wrap());
}

/// Room between two parts of a page.
pub(crate) fn gap(ui: &mut Ui) {
    ui.add_space(S12);
}
