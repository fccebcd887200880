//! An estimate that was begun, and something that would lose it.

use eframe::egui::{Context, Ui};

use crate::gui::dialogs::modal;
use crate::gui::theme::{S8, S16, heading};
use crate::gui::widgets::button::primary_button;

/// What the user decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaving {
    /// Go on with the estimate.
    Stay,
    /// Give it up.
    Leave,
}

/// Asks whether to give up an estimate that was begun.
pub fn leave(ctx: &Context) -> Option<Leaving> {
    let shown = modal(ctx, "leave estimate").show(ctx, |ui| {
        ui.set_width(380.0);
        ui.label(heading("Give up this estimate?"));
        ui.add_space(S8);
        ui.label("The partnership is not created yet, and its answers are kept nowhere else.");
        ui.add_space(S16);
        ui.horizontal(buttons).inner
    });
    if shown.should_close() {
        return Some(Leaving::Stay);
    }
    shown.inner
}

fn buttons(ui: &mut Ui) -> Option<Leaving> {
    let stay = primary_button(ui, "Go on with it");
    if ui.memory(|memory| memory.focused().is_none()) {
        stay.request_focus();
    }
    let leave = ui.button("Give it up");
    if stay.clicked() {
        Some(Leaving::Stay)
    } else {
        leave.clicked().then_some(Leaving::Leave)
    }
}
