//! A heading over a table, with a button that copies it.

use eframe::egui::{Align, Label, Layout, Ui};

use crate::gui::theme::{self, S4};

/// A heading, what is below it, and a button that copies the rows for a spreadsheet.
pub(crate) fn titled(
    ui: &mut Ui,
    (title, about): (&str, &str),
    button: &str,
    text: impl FnOnce() -> String,
) {
    ui.horizontal(|ui| {
        ui.label(theme::heading(title));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let hint = "Copies the rows with exact figures between tabs, for a spreadsheet";
            if ui.button(button).on_hover_text(hint).clicked() {
                ui.ctx().copy_text(text());
            }
        });
    });
    ui.add(Label::new(theme::muted(about)).wrap());
    ui.add_space(S4);
}
