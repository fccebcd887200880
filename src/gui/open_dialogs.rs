//! Which questions are open, and what their answers set going.

use std::path::PathBuf;

use eframe::egui::Context;

use crate::export::csv;
use crate::gui::app::FruitfulApp;
use crate::gui::commands::Command;
use crate::gui::dialogs::export::ExportDialog;
use crate::gui::dialogs::file_chooser::{Ending, FileChooser, Purpose, with_ending};
use crate::gui::dialogs::help::{HelpPage, help};
use crate::gui::dialogs::leave::{Leaving, leave};
use crate::gui::dialogs::path::{PathDecision, PathDialog};
use crate::gui::dialogs::recovery::{RecoveryDecision, RecoveryDialog};
use crate::gui::dialogs::unsaved::{Decision, unsaved};
use crate::gui::view::Page;
use crate::report::league::League;
use crate::report::league_sheet;
use crate::session::action::Action;
use crate::session::exporting::ExportTask;
use crate::units::progress::Watch;

/// The dialogs that are open.
#[derive(Default)]
pub struct OpenDialogs {
    /// The help that is shown.
    pub help: Option<HelpPage>,
    unsaved: Option<Command>,
    /// Whether an estimate that was begun is given up, and for what.
    leave: Option<Left>,
    /// What goes on once the register is saved.
    after_save: Option<Command>,
    chooser: Option<FileChooser>,
    path: Option<PathDialog>,
    /// The export that is being set up.
    pub(crate) export: Option<ExportDialog>,
    /// The table that waits for a path.
    pub(crate) table: Option<League>,
    recovery: Option<RecoveryDialog>,
    may_close: bool,
}

/// What waits for an answer to whether typed answers may be left, where a command led away from them.
struct Left(Option<Command>);

impl OpenDialogs {
    /// Whether no question keeps the keyboard from the window.
    pub fn is_free(&self) -> bool {
        self.help.is_none()
            && self.unsaved.is_none()
            && self.leave.is_none()
            && self.path.is_none()
            && self.export.is_none()
            && self.chooser.is_none()
            && self.recovery.is_none()
    }

    /// Whether the user has agreed to close.
    pub fn may_close(&self) -> bool {
        self.may_close
    }

    /// Lets the window close.
    pub fn allow_close(&mut self) {
        self.may_close = true;
    }

    /// Asks about unsaved changes before `command`.
    pub fn ask_unsaved(&mut self, command: Command) {
        self.unsaved = Some(command);
    }

    /// Asks whether to give up an estimate that was begun, and goes on with `command` if so.
    pub fn ask_leave(&mut self, command: Option<Command>) {
        self.leave = Some(Left(command));
    }

    /// Whether somebody is choosing a path.
    pub(crate) fn is_choosing(&self) -> bool {
        self.chooser.is_some() || self.path.is_some()
    }
}

impl FruitfulApp {
    /// Takes up what the system's dialogs and the workers have answered.
    pub(crate) fn dialogs_poll(&mut self, ctx: &Context) {
        let ending = self.dialogs.chooser.as_ref().and_then(FileChooser::poll);
        if let Some(ending) = ending
            && let Some(chooser) = self.dialogs.chooser.take()
        {
            match ending {
                Ending::Chosen(path) => self.chosen_unseen(ctx, chooser.purpose, path),
                Ending::Cancelled => self.dialogs.after_save = None,
                Ending::Missing => self.type_path(chooser.purpose, true),
            }
        }
        if self.dialogs.after_save.is_some() && !self.session.is_writing() {
            // A path is still being chosen, or saving has failed and says so.
            let is_choosing = self.dialogs.chooser.is_some() || self.dialogs.path.is_some();
            if !self.session.is_dirty() {
                if let Some(command) = self.dialogs.after_save.take() {
                    self.go_on(ctx, command);
                }
            } else if !is_choosing && self.session.notice().is_some() {
                self.dialogs.after_save = None;
            }
        }
    }

    /// Shows the questions that are open.
    pub(crate) fn show_dialogs(&mut self, ctx: &Context) {
        if let Some(page) = self.dialogs.help {
            self.dialogs.help = help(ctx, &self.session, page);
        }
        self.show_recovery(ctx);
        self.show_leave(ctx);
        self.show_unsaved(ctx);
        self.show_path(ctx);
        self.show_export(ctx);
    }

    fn show_recovery(&mut self, ctx: &Context) {
        // What it asks for may have to wait for another answer.
        let is_waiting = self.dialogs.unsaved.is_some()
            || self.dialogs.after_save.is_some()
            || self.dialogs.path.is_some();
        if self.session.recoverable().is_empty() {
            self.dialogs.recovery = None;
            return;
        }
        let dialog = self.dialogs.recovery.get_or_insert_default();
        if is_waiting {
            return;
        }
        match dialog.show(ctx, &self.session) {
            Some(RecoveryDecision::Recover(id)) => self.run(ctx, Command::Recover(id)),
            Some(RecoveryDecision::Delete(id)) => {
                self.session.apply(Action::DeleteRecoverable(id));
            }
            Some(RecoveryDecision::Later) => self.session.apply(Action::RecoverLater),
            None => {}
        }
    }

    fn show_leave(&mut self, ctx: &Context) {
        if self.dialogs.leave.is_none() {
            return;
        }
        let Some(decision) = leave(ctx) else { return };
        let command = self.dialogs.leave.take().and_then(|Left(command)| command);
        if decision == Leaving::Leave {
            self.leave_estimate();
            if let Some(command) = command {
                self.run(ctx, command);
            }
        }
        ctx.request_repaint();
    }

    /// Gives up the estimate that was begun, if any.
    pub(crate) fn leave_estimate(&mut self) {
        self.estimate.clear();
        self.view.show(Page::Overview);
    }

    fn show_unsaved(&mut self, ctx: &Context) {
        if self.dialogs.unsaved.is_none() {
            return;
        }
        let Some(decision) = unsaved(ctx, &self.session.file_name()) else {
            return;
        };
        let Some(command) = self.dialogs.unsaved.take() else {
            return;
        };
        match decision {
            Decision::Stay => {}
            Decision::Discard => self.go_on(ctx, command),
            Decision::Save => {
                self.dialogs.after_save = Some(command);
                self.go_on(ctx, Command::Save);
            }
        }
    }

    fn show_path(&mut self, ctx: &Context) {
        let Some(dialog) = &mut self.dialogs.path else {
            return;
        };
        let Some(decision) = dialog.show(ctx) else {
            return;
        };
        let Some(dialog) = self.dialogs.path.take() else {
            return;
        };
        match decision {
            PathDecision::Chosen(path) => self.chosen(ctx, &dialog.purpose, path),
            PathDecision::Cancelled => self.dialogs.after_save = None,
        }
    }

    /// Takes a path from the system's dialog, which has asked about the file of that name only: with its ending it may be
    /// another, which is not replaced unasked.
    fn chosen_unseen(&mut self, ctx: &Context, purpose: Purpose, path: PathBuf) {
        let full = match purpose.ending() {
            Some(ending) => with_ending(path.clone(), ending),
            None => path.clone(),
        };
        if full != path && full.exists() {
            self.dialogs.path = Some(PathDialog {
                purpose,
                text: full.display().to_string(),
                is_stand_in: false,
            });
        } else {
            self.chosen(ctx, &purpose, path);
        }
    }

    fn chosen(&mut self, ctx: &Context, purpose: &Purpose, path: PathBuf) {
        match purpose {
            Purpose::Open => self.session.apply(Action::Open(path)),
            Purpose::SaveAs => self.session.apply(Action::SaveAs(with_ending(path, "ron"))),
            Purpose::ExportTable => {
                let path = with_ending(path, "csv");
                if let Some(table) = self.dialogs.table.take() {
                    let bytes = move |_: &Watch| Ok(csv::write_rows(league_sheet::lines(&table)));
                    let task = ExportTask::file(path, "League table", bytes);
                    self.session.apply(Action::Export(task));
                }
            }
            Purpose::Export(_) | Purpose::ExportFolder => self.export_to(ctx, path),
            Purpose::Template => {
                self.session.preferences.paper_template = Some(path);
                self.session.save_preferences();
            }
        }
    }

    pub(crate) fn choose_open(&mut self, ctx: &Context) {
        self.choose(ctx, Purpose::Open, String::new());
    }

    pub(crate) fn choose_save(&mut self, ctx: &Context) {
        let name = match self.session.path() {
            Some(_) => self.session.file_name(),
            None => "register.ron".to_owned(),
        };
        self.choose(ctx, Purpose::SaveAs, name);
    }

    pub(crate) fn type_open(&mut self) {
        self.type_path(Purpose::Open, false);
    }

    pub(crate) fn type_save(&mut self) {
        self.type_path(Purpose::SaveAs, false);
    }

    pub(crate) fn choose_template(&mut self, ctx: &Context) {
        self.choose(ctx, Purpose::Template, String::new());
    }

    pub(crate) fn choose(&mut self, ctx: &Context, purpose: Purpose, name: String) {
        if self.dialogs.chooser.is_none() {
            let folder = self.folder();
            self.dialogs.chooser = Some(FileChooser::open(ctx, purpose, folder, name));
        }
    }

    fn type_path(&mut self, purpose: Purpose, is_stand_in: bool) {
        let folder = self.folder().unwrap_or_default();
        let name = match &purpose {
            Purpose::Open | Purpose::Template => String::new(),
            Purpose::SaveAs => self.session.file_name(),
            Purpose::ExportTable | Purpose::Export(_) | Purpose::ExportFolder => {
                self.export_purpose().1
            }
        };
        self.dialogs.path = Some(PathDialog {
            purpose,
            text: folder.join(name).display().to_string(),
            is_stand_in,
        });
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::Arc;

    use super::*;
    use crate::session::session::Session;

    /// The window, and the file that a dialog answered with `chosen` for `purpose` would replace unasked.
    fn asked(purpose: Purpose, chosen: &str) -> (FruitfulApp, Option<String>) {
        let ctx = Context::default();
        let session = Session::new(Arc::new(|| {}), None);
        let mut app = FruitfulApp::new(&ctx, session);
        app.dialogs.chooser = Some(FileChooser::answered(purpose, PathBuf::from(chosen)));
        app.dialogs_poll(&ctx);
        let text = app.dialogs.path.as_ref().map(|path| path.text.clone());
        (app, text)
    }

    #[test]
    fn a_file_that_only_its_ending_leads_to_is_not_replaced_unasked() {
        let folder = std::env::temp_dir().join(format!("fruitful-ending-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let at = |name: &str| folder.join(name).display().to_string();
        for name in ["plan.ron", "chart.png"] {
            fs::write(at(name), "theirs").unwrap();
        }
        let check = |purpose: Purpose, chosen: &str, expected: Option<&str>| {
            let (mut app, text) = asked(purpose, &at(chosen));
            assert_eq!(text, expected.map(at), "{chosen}");
            app.session.settle();
        };
        check(Purpose::SaveAs, "plan", Some("plan.ron"));
        check(Purpose::Export("png"), "chart", Some("chart.png"));
        check(Purpose::SaveAs, "other", None);
        check(Purpose::Open, "plan", None);
        assert_eq!(fs::read_to_string(at("plan.ron")).unwrap(), "theirs");
        assert_eq!(fs::read_to_string(at("chart.png")).unwrap(), "theirs");
        assert!(folder.join("other.ron").is_file());
        // The dialog itself has asked about a name with its ending.
        check(Purpose::SaveAs, "plan.ron", None);
        assert_ne!(fs::read_to_string(at("plan.ron")).unwrap(), "theirs");
        fs::remove_dir_all(&folder).unwrap();
    }
}
