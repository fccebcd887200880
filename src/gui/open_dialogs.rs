//! Which questions are open, and what their answers set going.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::Context;

use crate::chart::catalogue::Chosen;
use crate::chart::chart::Chart;
use crate::chart::comparison;
use crate::export::csv;
use crate::findings::filter::Filter;
use crate::gui::app::FruitfulApp;
use crate::gui::commands::Command;
use crate::gui::dialogs::export_chart::{ExportDecision, ExportDialog};
use crate::gui::dialogs::file_chooser::{Ending, FileChooser, Purpose, with_ending};
use crate::gui::dialogs::help::{HelpPage, help};
use crate::gui::dialogs::leave::{Leaving, leave};
use crate::gui::dialogs::path::{PathDecision, PathDialog};
use crate::gui::dialogs::recovery::{RecoveryDecision, RecoveryDialog};
use crate::gui::dialogs::unsaved::{Decision, unsaved};
use crate::gui::view::Page;
use crate::report::league::{League, league};
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
    export: Option<ExportDialog>,
    /// The table that waits for a path.
    table: Option<League>,
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

    /// Sets up the export of a chart.
    pub fn export(&mut self, chart: Chosen) {
        self.export = Some(ExportDialog::new(chart));
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

    fn show_export(&mut self, ctx: &Context) {
        // While the system's dialog asks where to, the export waits behind it.
        if self.dialogs.chooser.is_some() || self.dialogs.path.is_some() {
            return;
        }
        let Some(chart) = self.chart_to_export(ctx) else {
            self.dialogs.export = None;
            return;
        };
        let Some(dialog) = &mut self.dialogs.export else {
            return;
        };
        let shown = self.session.findings();
        let shown = shown.map(|all| self.shown.of(all, &self.view.filter));
        let narrowed = shown.as_ref().and_then(|shown| {
            let narrowed = shown.narrowed.as_ref()?;
            Some((narrowed, shown.partnerships.len()))
        });
        match dialog.show(ctx, &chart, narrowed) {
            Some(ExportDecision::Cancelled) => self.dialogs.export = None,
            Some(ExportDecision::Where(ending)) => {
                let name = dialog.file_name(&self.session.file_name(), narrowed.is_some());
                self.choose(ctx, Purpose::Export(ending), name);
            }
            None => {}
        }
    }

    fn chart_to_export(&mut self, ctx: &Context) -> Option<Arc<Chart>> {
        let dialog = self.dialogs.export.as_ref()?;
        let (chosen, draws_shown) = (dialog.chosen, dialog.draws_shown());
        let part = match chosen {
            Chosen::OfAll(_) => None,
            Chosen::OfOne(_, id) => Some(id),
        };
        let doubts = self.doubts_for(ctx, part, chosen.needs());
        let all = Arc::clone(self.session.findings()?);
        if chosen.id() == comparison::CHART.id && !self.view.compared.is_empty() {
            let only = Filter::only(self.view.compared.iter().copied());
            let compared = self.compared.of(&all, &only);
            let charts = &mut self.compared_charts;
            return charts.chosen(&compared, self.view.basis, chosen, &doubts);
        }
        let findings = if draws_shown {
            self.shown.of(&all, &self.view.filter)
        } else {
            all
        };
        // Its own charts: those of the page behind it may be of other partnerships.
        let charts = &mut self.dialogs.export.as_mut()?.charts;
        charts.chosen(&findings, self.view.basis, chosen, &doubts)
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
                    let bytes =
                        move |_: &Watch| Ok(csv::write_rows(league_sheet::lines(&table)));
                    let task = ExportTask::file(path, "League table", bytes);
                    self.session.apply(Action::Export(task));
                }
            }
            Purpose::Export(ending) => {
                let path = with_ending(path, ending);
                if let Some(chart) = self.chart_to_export(ctx)
                    && let Some(dialog) = self.dialogs.export.take()
                {
                    let task = dialog.task(&chart, path);
                    self.session.apply(Action::Export(task));
                }
            }
        }
    }

    /// Asks where to save the league table as it is shown now.
    pub(crate) fn export_league(&mut self, ctx: &Context) {
        let Some(findings) = self.session.findings().cloned() else {
            return;
        };
        let shown = self.shown.of(&findings, &self.view.filter);
        self.dialogs.table = Some(league(&shown, self.view.basis, &self.view.league));
        let name = self.table_name();
        self.choose(ctx, Purpose::ExportTable, name);
    }

    fn table_name(&self) -> String {
        let register = self.session.file_name();
        let stem = Path::new(&register).file_stem().unwrap_or_default();
        format!("{}-league.csv", stem.to_string_lossy())
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

    fn choose(&mut self, ctx: &Context, purpose: Purpose, name: String) {
        if self.dialogs.chooser.is_none() {
            let folder = self.folder();
            self.dialogs.chooser = Some(FileChooser::open(ctx, purpose, folder, name));
        }
    }

    fn type_path(&mut self, purpose: Purpose, is_stand_in: bool) {
        let folder = self.folder().unwrap_or_default();
        let name = match &purpose {
            Purpose::Open => String::new(),
            Purpose::SaveAs => self.session.file_name(),
            Purpose::ExportTable => self.table_name(),
            Purpose::Export(_) => {
                let dialog = self.dialogs.export.as_ref();
                let is_narrowed = !self.view.filter.is_everything();
                dialog.map_or_else(String::new, |it| {
                    it.file_name(&self.session.file_name(), is_narrowed)
                })
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
    use std::path::Path;

    use super::*;
    use crate::model::partnership::Model;
    use crate::session::session::Session;

    /// The map on a linear scale as it is exported while the separate organisations of the borough are shown.
    fn to_export(is_whole: bool) -> Arc<Chart> {
        let ctx = Context::default();
        let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data/borough.ron");
        let mut session = Session::new(Arc::new(|| {}), None);
        session.apply(Action::Open(sample));
        session.settle();
        let mut app = FruitfulApp::new(&ctx, session);
        app.view.filter.model = Some(Model::SeparateOrganisation);
        let kinds = &crate::chart::catalogue::CHARTS;
        let at = (kinds.iter()).position(|it| it.id == "cost-achievement-linear");
        let mut dialog = ExportDialog::new(Chosen::OfAll(at.unwrap()));
        dialog.is_whole = is_whole;
        let expected = if is_whole {
            "borough-cost-achievement-linear.png"
        } else {
            "borough-selected-cost-achievement-linear.png"
        };
        assert_eq!(dialog.file_name("borough.ron", true), expected);
        app.dialogs.export = Some(dialog);
        app.chart_to_export(&ctx).unwrap()
    }

    #[test]
    fn a_chart_is_exported_of_what_is_shown_and_says_so() {
        let chart = to_export(false);
        let says = "three of 15 partnerships (model separate organisation)";
        assert!(chart.subtitle.contains(says), "{}", chart.subtitle);
        assert_eq!(chart.table.rows.len(), 3);
        // Or of all, where that is wanted.
        let chart = to_export(true);
        assert!(
            chart
                .subtitle
                .contains("achievement, 15 partnerships, 2026/27")
        );
        assert_eq!(chart.table.rows.len(), 15);
    }

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
