//! The open register with everything said of it; the window reads it and asks for changes by actions.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use jiff::Zoned;
use jiff::civil::Time;

use crate::findings::detail::{Detail, detail};
use crate::findings::doubt::{Doubt, doubt};
use crate::findings::explain::explain;
use crate::findings::explanation::Explanation;
use crate::findings::figure::FigureId;
use crate::findings::findings::{Findings, Question};
use crate::guidance::edition::{self, Guidance};
use crate::model::register::Register;
use crate::session::action::{Action, Edit};
use crate::session::clock::Clock;
use crate::session::exporting::Exporting;
use crate::session::files::OpenFile;
use crate::session::history::{History, Revision};
use crate::session::jobs::{Appraisal, Done, Jobs, SaveTask, Wake};
use crate::session::keeper::Keeper;
use crate::session::notice::Notice;
use crate::session::preferences::Preferences;
use crate::session::recovering::Recovering;
use crate::session::simulating::Simulating;
use crate::session::surroundings::Surroundings;
use crate::units::id::Id;
use crate::units::year::FinancialYear;

/// The program without a screen.
pub struct Session {
    pub(super) history: History,
    /// The state that is on disk; nothing for a register that was never saved.
    pub(super) saved: Option<Revision>,
    /// Whether the register began as one that a program which ended had kept.
    pub(super) is_recovered: bool,
    pub(super) file: Option<OpenFile>,
    year: FinancialYear,
    findings: Option<Arc<Findings>>,
    appraised: Option<Stamp>,
    asked: Option<Stamp>,
    cached_detail: Option<(Stamp, Id, Arc<Detail>)>,
    cached_doubt: Option<(Stamp, Id, Option<Arc<Doubt>>)>,
    pub(super) jobs: Jobs,
    pub(super) opening: Option<(u64, PathBuf)>,
    pub(super) tickets: u64,
    pub(super) exporting: Exporting,
    pub(super) saving: bool,
    pub(super) saved_at: Option<Time>,
    /// What was not saved, because somebody else has the file open.
    pub(super) refused: Option<Box<SaveTask>>,
    pub(super) notice: Option<Notice>,
    /// Counts registers opened or started, so that the window forgets what it showed of another.
    pub(super) n_opened: u64,
    /// Recent files, look and size.
    pub preferences: Preferences,
    preferences_path: Option<PathBuf>,
    pub(super) clock: Clock,
    pub(super) marks_files: bool,
    pub(super) recovering: Recovering,
    pub(super) simulating: Simulating,
}

/// Which state of which register, looked at in which year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    pub(super) n_opened: u64,
    pub(super) revision: Revision,
    year: FinancialYear,
}

impl Session {
    /// A session with an empty register that keeps nothing but preferences, at `preferences_path` where there is one.
    pub fn new(wake: Wake, preferences_path: Option<PathBuf>) -> Self {
        let surroundings = Surroundings {
            preferences: preferences_path,
            ..Surroundings::none()
        };
        Self::within(wake, surroundings)
    }

    /// A session with an empty register.
    pub fn within(wake: Wake, surroundings: Surroundings) -> Self {
        let Surroundings {
            preferences: preferences_path,
            recovery,
            marks_files,
            clock,
        } = surroundings;
        let preferences = Preferences::load(preferences_path.as_deref());
        let (jobs, post) = Jobs::start(wake);
        let interval = Duration::from_secs(preferences.autosave_seconds.into());
        let simulating = Simulating::start(post.clone());
        let exports = post.clone();
        let keeper = recovery.clone().map(|folder| {
            let post = move |kept| post.send(Done::Kept(kept));
            Keeper::start(folder, interval, clock.clone(), post)
        });
        let year = FinancialYear::of(clock.wall().date());
        let mut session = Self {
            history: History::new(Register::new(year)),
            saved: None,
            is_recovered: false,
            file: None,
            year,
            findings: None,
            appraised: None,
            asked: None,
            cached_detail: None,
            cached_doubt: None,
            jobs,
            opening: None,
            tickets: 0,
            exporting: Exporting::start(exports),
            saving: false,
            saved_at: None,
            refused: None,
            notice: None,
            n_opened: 0,
            preferences,
            preferences_path,
            clock,
            marks_files,
            recovering: Recovering::new(recovery, keeper),
            simulating,
        };
        session.start(Register::new(year), None);
        session
    }

    /// The register as it is now.
    pub fn register(&self) -> &Register {
        self.history.register()
    }

    /// What the engine says; of an earlier state while `is_stale`, and nothing before the first answer.
    pub fn findings(&self) -> Option<&Arc<Findings>> {
        self.findings.as_ref()
    }

    /// Whether the findings are of an earlier state than the register.
    pub fn is_stale(&self) -> bool {
        self.appraised != Some(self.stamp())
    }

    /// The year that is looked at.
    pub fn year(&self) -> FinancialYear {
        self.year
    }

    /// Which state of the register this is.
    pub fn revision(&self) -> Revision {
        self.history.revision()
    }

    /// Counts the registers opened or started.
    pub fn n_opened(&self) -> u64 {
        self.n_opened
    }

    /// Whether there are changes that are not on disk.
    pub fn is_dirty(&self) -> bool {
        match self.saved {
            Some(saved) => saved != self.history.revision(),
            None => self.is_recovered || self.history.undo_label().is_some(),
        }
    }

    /// The path of the open file.
    pub fn path(&self) -> Option<&Path> {
        self.file.as_ref().map(OpenFile::path)
    }

    /// The name of the open file, or what stands in its place.
    pub fn file_name(&self) -> String {
        self.path().and_then(Path::file_name).map_or_else(
            || "New register".into(),
            |name| name.to_string_lossy().into_owned(),
        )
    }

    /// When the register was last saved.
    pub fn saved_at(&self) -> Option<Time> {
        self.saved_at
    }

    /// What Undo would take back.
    pub fn undo_label(&self) -> Option<&str> {
        self.history.undo_label()
    }

    /// What Redo would do again.
    pub fn redo_label(&self) -> Option<&str> {
        self.history.redo_label()
    }

    /// The file that is being opened.
    pub fn opening(&self) -> Option<&Path> {
        self.opening.as_ref().map(|(_, path)| path.as_path())
    }

    /// Whether the register is being saved, or anything is exported.
    pub fn is_writing(&self) -> bool {
        self.saving || self.is_exporting()
    }

    /// Whether the register is being saved.
    pub fn is_saving(&self) -> bool {
        self.saving
    }

    /// The message to show.
    pub fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// What is said of each record of one partnership, as the register is now.
    pub fn detail(&mut self, id: Id) -> Option<Arc<Detail>> {
        let stamp = self.stamp();
        if let Some((seen, of, detail)) = &self.cached_detail
            && (*seen, *of) == (stamp, id)
        {
            return Some(Arc::clone(detail));
        }
        let found = detail(self.register(), self.guidance(), self.question(), id)?;
        let found = Arc::new(found);
        self.cached_detail = Some((stamp, id, Arc::clone(&found)));
        Some(found)
    }

    /// How far the cost of one partnership may lie from its central figure, as the register is now; nothing where no fact
    /// with a range moves it.
    pub fn doubt(&mut self, id: Id) -> Option<Arc<Doubt>> {
        let stamp = self.stamp();
        if let Some((seen, of, doubt)) = &self.cached_doubt
            && (*seen, *of) == (stamp, id)
        {
            return doubt.clone();
        }
        let found = doubt(self.register(), self.guidance(), self.question(), id);
        let found = found.map(Arc::new);
        self.cached_doubt = Some((stamp, id, found.clone()));
        found
    }

    /// The basis of a figure, as the register is now.
    pub fn explain(&self, figure: FigureId) -> Option<Explanation> {
        explain(self.register(), self.guidance(), self.question(), figure)
    }

    /// The guidance that the register names.
    pub fn guidance(&self) -> &'static Guidance {
        edition::edition(&self.register().settings.guidance).unwrap_or_else(edition::newest)
    }

    /// What is asked of the engine.
    pub fn question(&self) -> Question {
        Question { year: self.year }
    }

    /// Does what the user asks.
    pub fn apply(&mut self, action: Action) {
        match action {
            Action::Edit(edit) => self.edit(edit),
            Action::Undo => {
                self.history.undo();
            }
            Action::Redo => {
                self.history.redo();
            }
            Action::New => {
                let year = FinancialYear::of(self.now().date());
                self.start(Register::new(year), None);
            }
            Action::Open(path) => self.open(path),
            Action::CancelOpen => self.opening = None,
            Action::StopSimulation => self.stop_simulation(),
            Action::SimulateAgain => self.simulate_again(),
            Action::Save => self.save(),
            Action::SaveOver => self.save_over(),
            Action::SaveAnyway => self.save_anyway(),
            Action::SaveAs(path) => self.save_as(path),
            Action::FindRecoverable => self.find_recoverable(),
            Action::Recover(id) => self.recover(&id),
            Action::DeleteRecoverable(id) => self.delete_recoverable(&id),
            Action::RecoverLater => self.recover_later(),
            Action::Ask(year) => self.year = year,
            Action::DismissNotice => {
                self.notice = None;
                self.refused = None;
            }
            Action::Export(task) => self.export(task),
            Action::StopExport => self.stop_export(),
        }
        self.keep_appraised();
        self.keep_changes();
    }

    /// Takes up what the workers have done.
    pub fn poll(&mut self) {
        while let Some(done) = self.jobs.take() {
            self.take(done);
        }
        self.keep_appraised();
        self.keep_changes();
        self.say_what_cannot_be_kept();
    }

    /// Waits until nothing is under way and what is due to be kept is kept: for programs without a window, and for tests.
    pub fn settle(&mut self) {
        self.poll();
        while self.is_stale()
            || self.opening.is_some()
            || self.is_writing()
            || self.recovering.is_finding
            || self.simulation_progress().is_some()
        {
            match self.jobs.wait() {
                Some(done) => self.take(done),
                None => return,
            }
            self.keep_appraised();
        }
        self.keep_changes();
        if let Some(keeper) = &self.recovering.keeper {
            keeper.wait();
        }
        self.poll();
    }

    /// Ends the session on the user's wish: what was kept for recovery is not wanted, and the file is no longer in use.
    /// A session that merely goes leaves it.
    pub fn close(&mut self) {
        if let Some(keeper) = self.recovering.keeper.take() {
            keeper.forget();
        }
        if let Some(file) = &mut self.file {
            file.unmark();
        }
        self.recovering.found.clear();
    }

    /// The user's day and time.
    pub fn now(&self) -> Zoned {
        self.clock.wall()
    }

    /// Keeps the preferences on disk.
    pub fn save_preferences(&self) {
        self.preferences.save(self.preferences_path.as_deref());
    }

    /// Which state of which register this is, looked at in which year.
    pub fn stamp(&self) -> Stamp {
        Stamp {
            n_opened: self.n_opened,
            revision: self.history.revision(),
            year: self.year,
        }
    }

    /// Asks for an appraisal of the present state, unless that is already asked.
    fn keep_appraised(&mut self) {
        let wanted = self.stamp();
        self.simulating.keep_to(wanted);
        if self.asked == Some(wanted) {
            return;
        }
        self.asked = Some(wanted);
        self.jobs.appraise(Appraisal {
            stamp: wanted,
            register: self.register().clone(),
            previous: self.findings.clone(),
            guidance: self.guidance(),
            question: self.question(),
        });
    }

    fn edit(&mut self, edit: Edit) {
        let mut register = self.register().clone();
        (edit.change)(&mut register);
        self.history.step(edit.label, register, edit.typing);
    }

    pub(super) fn start(&mut self, register: Register, file: Option<OpenFile>) {
        self.year = register.settings.base_year;
        self.history = History::new(register);
        self.saved = file.is_some().then(|| self.history.revision());
        self.is_recovered = false;
        self.replace_file(file);
        self.findings = None;
        self.appraised = None;
        self.asked = None;
        self.cached_detail = None;
        self.cached_doubt = None;
        self.simulating.forget();
        self.saved_at = None;
        self.refused = None;
        self.n_opened = self.n_opened.saturating_add(1);
        self.keep_appraised();
        self.keep_changes();
    }

    pub(super) fn take(&mut self, done: Done) {
        match done {
            Done::Appraised { stamp, findings } => {
                // Of an earlier state, or of another register: a newer answer is under way.
                if self.asked == Some(stamp) {
                    self.appraised = Some(stamp);
                    self.findings = Some(findings);
                }
            }
            Done::Opened {
                ticket,
                path,
                result,
                marked,
            } => self.take_opened(ticket, path, *result, marked),
            Done::Saved {
                task,
                result,
                marked,
            } => self.take_saved(task, result, marked),
            Done::Exported { path, what, result } => self.take_exported(path, &what, result),
            Done::Found(found) => self.take_found(found),
            Done::Recovered {
                ticket,
                recoverable,
                result,
                marked,
            } => self.take_recovered(ticket, *recoverable, *result, marked),
            Done::Kept(kept) => self.take_kept(kept),
            Done::Simulated { stamp, found } => {
                self.simulating.take(stamp, found.map(|it| *it));
            }
        }
    }
}
