//! Changes that are not saved, and something that would lose them.

use eframe::egui::{Context, Ui};

use crate::gui::dialogs::modal;
use crate::gui::theme::{S8, S16, heading};
use crate::gui::widgets::button::primary_button;

/// What the user decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Save first.
    Save,
    /// Go on without saving.
    Discard,
    /// Stay.
    Stay,
}

/// Asks what to do with changes to `name`.
pub fn unsaved(ctx: &Context, name: &str) -> Option<Decision> {
    let shown = modal(ctx, "unsaved changes").show(ctx, |ui| {
        ui.set_width(380.0);
        ui.label(heading(format!("Save the changes to {name}?")));
        ui.add_space(S8);
        ui.label("They are lost if you go on without saving.");
        ui.add_space(S16);
        ui.horizontal(buttons).inner
    });
    if shown.should_close() {
        return Some(Decision::Stay);
    }
    shown.inner
}

fn buttons(ui: &mut Ui) -> Option<Decision> {
    let save = primary_button(ui, "Save");
    if ui.memory(|memory| memory.focused().is_none()) {
        save.request_focus();
    }
    let discard = ui.button("Go on without saving");
    let stay = ui.button("Cancel");
    if save.clicked() {
        Some(Decision::Save)
    } else if discard.clicked() {
        Some(Decision::Discard)
    } else {
        stay.clicked().then_some(Decision::Stay)
    }
}
