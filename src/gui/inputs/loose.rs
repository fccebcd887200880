//! A field that belongs to no record yet: what is typed stays with the form until it is used.

use eframe::egui::Ui;

use crate::gui::inputs::field::Field;
use crate::gui::widgets::value_cell::ValueCell;

/// Shows the field of a value, and takes what is typed into it.
pub(crate) fn loose(ui: &mut Ui, title: &str, blank: &str, value: &mut dyn Field, width: f32) {
    let outcome = {
        let (shown, edit) = (value.shown(), value.edit_text());
        let check = |text: &str| match value.input() {
            Some(input) if input.says_range(text) => Err("One number is enough here".to_owned()),
            _ => value.check(text),
        };
        let cell = ValueCell::new(title, &shown, &edit, &check);
        cell.placeholder(blank).width(width).show(ui)
    };
    if let Some(text) = outcome.typed.or(outcome.committed) {
        value.set(&text);
    }
}
