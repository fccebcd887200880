//! The line at the foot: queries, what is saved, what Undo would take back.

use eframe::egui::{Align, Layout, Spinner, Ui};

use crate::gui::commands::Command;
use crate::gui::theme::{S8, S12, muted};
use crate::gui::view::Page;
use crate::model::query::Severity;
use crate::session::session::Session;
use crate::units::display;

/// Shows the line; gives what was asked for.
pub fn status_bar(ui: &mut Ui, session: &Session) -> Option<Command> {
    let mut asked = None;
    ui.horizontal_centered(|ui| {
        ui.add_space(S8);
        if let Some(findings) = session.findings() {
            let errors = findings.n_queries(Severity::Error);
            let warnings = findings.n_queries(Severity::Warning);
            let notes = findings.n_queries(Severity::Note);
            let all = errors.saturating_add(warnings).saturating_add(notes);
            let text = match errors {
                0 => display::count(all, "query", "queries"),
                _ => format!(
                    "{}, {}",
                    display::count(all, "query", "queries"),
                    display::count(errors, "error", "errors")
                ),
            };
            if ui.link(text).clicked() {
                asked = Some(Command::Show(Page::Queries));
            }
        }
        ui.add_space(S12);
        ui.label(muted(saved_text(session)));
        let n_left = session.n_left_for_later();
        if n_left > 0 {
            ui.add_space(S12);
            let what = display::count(n_left, "register", "registers");
            if ui.link(format!("{what} to recover")).clicked() {
                asked = Some(Command::ShowRecoverable);
            }
        }
        if session.is_stale() || session.opening().is_some() || session.is_writing() {
            ui.add(Spinner::new().size(12.0));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(S8);
            if let Some(label) = session.undo_label()
                && ui.link(format!("Undo: {label}")).clicked()
            {
                asked = Some(Command::Undo);
            }
        });
    });
    asked
}

fn saved_text(session: &Session) -> String {
    let name = session.file_name();
    if session.is_saving() {
        return format!("{name} · saving…");
    }
    match (session.is_dirty(), session.saved_at()) {
        (true, _) => match session.kept_at() {
            Some(at) => format!("{name} · changes kept {at}, not saved yet"),
            None => format!("{name} · changes not saved"),
        },
        (false, Some(at)) => format!("{name} · saved {:02}:{:02}", at.hour(), at.minute()),
        (false, None) => name,
    }
}
