//! A path typed by hand: always there, whatever dialogs the system has.

use std::path::PathBuf;

use eframe::egui::{Context, Key, TextEdit};

use crate::gui::dialogs::file_chooser::Purpose;
use crate::gui::dialogs::modal;
use crate::gui::theme::{S8, S16, heading, muted};
use crate::gui::widgets::button::primary_button;

/// A path that is being typed.
pub struct PathDialog {
    /// What it is for.
    pub purpose: Purpose,
    /// The text so far.
    pub text: String,
    /// Whether it stands in for a system dialog that is not there.
    pub is_stand_in: bool,
}

/// What the user decided.
pub enum PathDecision {
    /// This path.
    Chosen(PathBuf),
    /// None.
    Cancelled,
}

impl PathDialog {
    /// Shows it; says what was decided.
    pub fn show(&mut self, ctx: &Context) -> Option<PathDecision> {
        let (title, button) = match self.purpose {
            Purpose::Open => ("Open a register", "Open"),
            Purpose::SaveAs => ("Save the register as", "Save"),
            Purpose::Export(_) => ("Export the chart as", "Export"),
        };
        let shown = modal(ctx, "path dialog").show(ctx, |ui| {
            ui.set_width(460.0);
            ui.label(heading(title));
            ui.add_space(S8);
            if self.is_stand_in {
                ui.label(muted(
                    "This system offers no file dialog, so type the path.",
                ));
                ui.add_space(S8);
            }
            let label = ui.label("Path of the file");
            let field = TextEdit::singleline(&mut self.text).desired_width(f32::INFINITY);
            let field = ui.add(field).labelled_by(label.id);
            if ui.memory(|memory| memory.focused().is_none()) {
                field.request_focus();
            }
            let is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            ui.add_space(S16);
            ui.horizontal(|ui| {
                let is_chosen = primary_button(ui, button).clicked() || is_entered;
                let text = self.text.trim();
                if is_chosen && !text.is_empty() {
                    return Some(PathDecision::Chosen(PathBuf::from(text)));
                }
                let is_cancelled = ui.button("Cancel").clicked();
                is_cancelled.then_some(PathDecision::Cancelled)
            })
            .inner
        });
        if shown.should_close() {
            return Some(PathDecision::Cancelled);
        }
        shown.inner
    }
}
