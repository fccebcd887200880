//! What the window exports: what the dialog shows of it, what it is called, and the work that makes it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::Context;
use jiff::civil::Date;

use crate::chart::catalogue::Chosen;
use crate::chart::chart::Chart;
use crate::chart::comparison;
use crate::chart::doubts::Needs;
use crate::export::chart_pack::{self, PackOf};
use crate::export::error::ExportError;
use crate::export::formats::{FORMATS, PAPER_FORMATS};
use crate::export::pack_folder::PackError;
use crate::export::print_size::PrintSize;
use crate::export::xlsx::write;
use crate::export::{json, table_pack};
use crate::findings::filter::Filter;
use crate::gui::app::FruitfulApp;
use crate::gui::dialogs::export::kind::Kind;
use crate::gui::dialogs::export::{ExportDecision, ExportDialog, Material};
use crate::gui::dialogs::file_chooser::{Purpose, with_ending};
use crate::gui::results::paper::aside::{Composed, Wanted, composed};
use crate::gui::view::Page;
use crate::model::register::Register;
use crate::report::board_paper::{PROGRAM, Subject};
use crate::report::league::league;
use crate::report::summary::name_text;
use crate::report::workbook::compose::{Made, compose};
use crate::session::action::Action;
use crate::session::exporting::{ExportTask, NotMade};
use crate::store::checksum::checksum;
use crate::store::header::FORMAT_VERSION;
use crate::units::progress::Watch;

impl FruitfulApp {
    /// Sets up an export; the paper is that of the partnership that is shown.
    pub(crate) fn start_export(&mut self, kind: Kind, chosen: Chosen) {
        if let (Kind::Paper, Page::Partnership(id)) = (kind, self.view.page) {
            self.view.paper_of = Subject::Partnership(id);
        }
        self.dialogs.export = Some(ExportDialog::new(kind, chosen));
    }

    /// Shows the export that is being set up.
    pub(crate) fn show_export(&mut self, ctx: &Context) {
        // While the system's dialog asks where to, the export waits behind it.
        if self.dialogs.export.is_none() || self.dialogs.is_choosing() {
            return;
        }
        let kind = self.dialogs.export.as_ref().map(|it| it.kind);
        let chart = (kind == Some(Kind::Chart))
            .then(|| self.chart_to_export(ctx))
            .flatten();
        if kind == Some(Kind::Chart) && chart.is_none() {
            // Its partnership is gone.
            self.dialogs.export = None;
            return;
        }
        let paper = (kind == Some(Kind::Paper))
            .then(|| self.paper(ctx))
            .flatten();
        let shown = self.session.findings();
        let shown = shown.map(|all| self.shown.of(all, &self.view.filter));
        let narrowed = shown.as_ref().and_then(|shown| {
            let narrowed = shown.narrowed.as_ref()?;
            Some((narrowed, shown.partnerships.len()))
        });
        let about = self.paper_about();
        let Some(dialog) = &mut self.dialogs.export else {
            return;
        };
        let material = Material {
            chart: chart.as_ref(),
            narrowed,
            paper: paper.as_ref().map(|(it, is_ready)| (it, *is_ready)),
            about: &about,
        };
        match dialog.show(ctx, &material) {
            Some(ExportDecision::Cancelled) => self.dialogs.export = None,
            Some(ExportDecision::Edit) => {
                self.dialogs.export = None;
                self.view.show(Page::Paper);
                ctx.request_repaint();
            }
            Some(ExportDecision::Where) => {
                let (purpose, name) = self.export_purpose();
                self.choose(ctx, purpose, name);
            }
            None => {}
        }
    }

    /// What a path is wanted for, and the name that is offered.
    pub(crate) fn export_purpose(&self) -> (Purpose, String) {
        let Some(dialog) = &self.dialogs.export else {
            return (Purpose::ExportTable, self.table_name());
        };
        let purpose = match dialog.ending() {
            Some(ending) => Purpose::Export(ending),
            None => Purpose::ExportFolder,
        };
        let about = match self.view.paper_of {
            Subject::Portfolio => String::new(),
            Subject::Partnership(id) => id.to_string(),
        };
        let is_narrowed = !self.view.filter.is_everything();
        let name = dialog.file_name(&self.session.file_name(), &about, is_narrowed);
        (purpose, name)
    }

    /// Whom the paper is about, in words.
    fn paper_about(&self) -> String {
        let all = || "On all partnerships".to_owned();
        match self.view.paper_of {
            Subject::Portfolio => all(),
            Subject::Partnership(id) => {
                let found = self.session.findings().and_then(|it| it.partnership(id));
                found.map_or_else(all, |it| format!("On {}", name_text(it)))
            }
        }
    }

    /// The paper as it stands, once it is composed, with whether it says all that there is to say: that of an earlier
    /// state, or one without the draws that are still under way, does not.
    pub(crate) fn paper(&mut self, ctx: &Context) -> Option<(Arc<Composed>, bool)> {
        if let Subject::Partnership(id) = self.view.paper_of
            && self.session.register().partnership(id).is_none()
        {
            self.view.paper_of = Subject::Portfolio;
        }
        let of = self.view.paper_of;
        let doubts = match of {
            Subject::Portfolio => self.doubts_for(ctx, None, Needs::Simulation),
            Subject::Partnership(id) => {
                self.session.want_simulation();
                self.doubts_for(ctx, Some(id), Needs::ByItself)
            }
        };
        let wanted = Wanted {
            findings: Arc::clone(self.session.findings()?),
            of,
            basis: self.view.basis,
            date: self.session.now().date(),
            doubts,
            template: self.session.preferences.paper_template.clone(),
        };
        let has_draws = self.session.has_nothing_to_simulate()
            || self.session.is_simulation_stopped()
            || wanted.doubts.simulation.is_some();
        let has_own = of == Subject::Portfolio || wanted.doubts.subject.is_some();
        let (paper, is_current) = composed(&mut self.paper, ctx, &self.session, &wanted)?;
        Some((paper, is_current && has_draws && has_own))
    }

    /// Exports what is set up to the file or folder that was chosen.
    pub(crate) fn export_to(&mut self, ctx: &Context, path: PathBuf) {
        let Some(kind) = self.dialogs.export.as_ref().map(|it| it.kind) else {
            return;
        };
        let task = match kind {
            Kind::Chart => self.chart_task(ctx, path),
            Kind::Paper => self.paper_task(ctx, path),
            Kind::Charts => self.pack_task(path),
            Kind::Workbook => self.workbook_task(path),
            Kind::Tables => self.tables_task(path),
            Kind::Data => Some(self.data_task(path)),
        };
        if let Some(task) = task {
            self.dialogs.export = None;
            self.session.apply(Action::Export(task));
        }
    }

    fn chart_task(&mut self, ctx: &Context, path: PathBuf) -> Option<ExportTask> {
        let chart = self.chart_to_export(ctx)?;
        let dialog = self.dialogs.export.as_ref()?;
        let path = with_ending(path, dialog.ending()?);
        Some(dialog.chart.task(&chart, path))
    }

    fn paper_task(&mut self, ctx: &Context, path: PathBuf) -> Option<ExportTask> {
        let (composed, _) = self.paper(ctx)?;
        let paper = Arc::clone(composed.paper.as_ref()?);
        let dialog = self.dialogs.export.as_ref()?;
        let format = PAPER_FORMATS.get(dialog.paper_format)?;
        let path = with_ending(path, format.id);
        Some(ExportTask::file(path, "Board paper", move |watch| {
            let written = (format.write)(&paper.document, &watch.stop);
            written.map_err(not_made)
        }))
    }

    /// Every chart of the whole register, with its figures.
    fn pack_task(&self, path: PathBuf) -> Option<ExportTask> {
        let findings = Arc::clone(self.session.findings()?);
        let (guidance, basis) = (self.session.guidance(), self.view.basis);
        let format = FORMATS.get(self.dialogs.export.as_ref()?.pack_format)?;
        let make = move |folder: &Path, watch: &Watch| {
            let pack = PackOf {
                findings: &findings,
                guidance,
                basis,
                formats: &[format],
                size: PrintSize::A4,
            };
            let written = chart_pack::write(&pack, folder, (&watch.progress, &watch.stop));
            match written {
                Ok(_) => Ok(()),
                Err(why) => Err(not_packed(why)),
            }
        };
        Some(ExportTask {
            path,
            what: "All charts".to_owned(),
            make: Box::new(make),
        })
    }

    fn workbook_task(&self, path: PathBuf) -> Option<ExportTask> {
        let findings = Arc::clone(self.session.findings()?);
        let (guidance, date) = (self.session.guidance(), self.session.now().date());
        let bytes = move |watch: &Watch| {
            let made = made(&findings.register, date);
            let book = compose(&findings, guidance, &made, watch);
            let book = book.ok_or(NotMade::Cancelled)?;
            write::write(&book, &watch.stop).map_err(not_made)
        };
        let path = with_ending(path, "xlsx");
        Some(ExportTask::file(path, "Workbook", bytes))
    }

    /// Every table of the whole register.
    fn tables_task(&self, path: PathBuf) -> Option<ExportTask> {
        let findings = Arc::clone(self.session.findings()?);
        let (guidance, date) = (self.session.guidance(), self.session.now().date());
        let make = move |folder: &Path, watch: &Watch| {
            let made = made(&findings.register, date);
            let book = compose(&findings, guidance, &made, watch);
            let book = book.ok_or(NotMade::Cancelled)?;
            match table_pack::write(&findings, &book, folder, &watch.stop) {
                Ok(_) => Ok(()),
                Err(why) => Err(not_packed(why)),
            }
        };
        Some(ExportTask {
            path,
            what: "Tables".to_owned(),
            make: Box::new(make),
        })
    }

    fn data_task(&self, path: PathBuf) -> ExportTask {
        let register = self.session.register().clone();
        let date = self.session.now().date();
        let bytes = move |_: &Watch| {
            json::write(&register, FORMAT_VERSION, &made(&register, date)).map_err(not_made)
        };
        let path = with_ending(path, "json");
        ExportTask::file(path, "Data", bytes)
    }

    fn chart_to_export(&mut self, ctx: &Context) -> Option<Arc<Chart>> {
        let choice = &self.dialogs.export.as_ref()?.chart;
        let (chosen, draws_shown) = (choice.chosen, choice.draws_shown());
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
        let charts = &mut self.dialogs.export.as_mut()?.chart.charts;
        charts.chosen(&findings, self.view.basis, chosen, &doubts)
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

    pub(crate) fn table_name(&self) -> String {
        let register = self.session.file_name();
        let stem = Path::new(&register).file_stem().unwrap_or_default();
        format!("{}-league.csv", stem.to_string_lossy())
    }
}

/// What an export was made from, when and by what.
fn made(register: &Register, date: Date) -> Made {
    Made {
        date,
        program: PROGRAM.to_owned(),
        checksum: checksum(register).unwrap_or_default(),
    }
}

fn not_packed(why: PackError) -> NotMade {
    match why {
        PackError::Export(why) => not_made(why),
        why => NotMade::Because(why.to_string()),
    }
}

fn not_made(why: ExportError) -> NotMade {
    match why {
        ExportError::Cancelled => NotMade::Cancelled,
        why => NotMade::Because(why.to_string()),
    }
}

#[cfg(test)]
mod tests {
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
        let mut dialog = ExportDialog::new(Kind::Chart, Chosen::OfAll(at.unwrap()));
        dialog.chart.is_whole = is_whole;
        let expected = if is_whole {
            "borough-cost-achievement-linear.png"
        } else {
            "borough-selected-cost-achievement-linear.png"
        };
        assert_eq!(dialog.file_name("borough.ron", "", true), expected);
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
}
