//! A named list to choose from.

use eframe::egui::{ComboBox, Ui};

/// Shows a label with the list that it names.
pub(super) fn choice(ui: &mut Ui, name: &str, labels: &[String], chosen: &mut usize) {
    let label = ui.label(name);
    let text = labels.get(*chosen).map_or("", String::as_str);
    let combo = ComboBox::from_id_salt(name)
        .selected_text(text)
        .width(160.0)
        .show_ui(ui, |ui| {
            for (at, text) in labels.iter().enumerate() {
                ui.selectable_value(chosen, at, text);
            }
        });
    combo.response.labelled_by(label.id);
}
