//! A path typed by hand: always there, whatever dialogs the system has.

use std::path::PathBuf;

use eframe::egui::{Context, Key, TextEdit};

use crate::gui::dialogs::file_chooser::{Purpose, with_ending};
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
    /// The name of the file that saving to this path would replace.
    fn replaces(&self) -> Option<String> {
        let path = with_ending(PathBuf::from(self.text.trim()), self.purpose.ending()?);
        let name = path.file_name()?.to_string_lossy().into_owned();
        path.is_file().then_some(name)
    }

    /// Shows it; says what was decided.
    pub fn show(&mut self, ctx: &Context) -> Option<PathDecision> {
        let (title, button) = match self.purpose {
            Purpose::Open => ("Open a register", "Open"),
            Purpose::SaveAs => ("Save the register as", "Save"),
            Purpose::Export(_) => ("Export as", "Export"),
            Purpose::ExportFolder => ("Export to a folder", "Export"),
            Purpose::Template => ("Choose a template of headings", "Choose"),
            Purpose::ExportTable => ("Export the table as", "Export"),
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
            let label = ui.label(match self.purpose {
                Purpose::ExportFolder => "Path of the folder",
                _ => "Path of the file",
            });
            let field = TextEdit::singleline(&mut self.text).desired_width(f32::INFINITY);
            let field = ui.add(field).labelled_by(label.id);
            let is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            if !is_entered && ui.memory(|memory| memory.focused().is_none()) {
                field.request_focus();
            }
            let replaces = self.replaces();
            if let Some(name) = &replaces {
                ui.add_space(S8);
                ui.label(format!("There is already a file called {name}."));
            }
            ui.add_space(S16);
            ui.horizontal(|ui| {
                let button = if replaces.is_some() {
                    "Replace it"
                } else {
                    button
                };
                // Enter never replaces a file: that takes the button.
                let is_entered = is_entered && replaces.is_none();
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
