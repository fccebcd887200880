//! The open register with everything said of it; the window reads it and asks for changes by actions.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Zoned;
use jiff::civil::{Date, Time};

use crate::findings::detail::{Detail, detail};
use crate::findings::explain::explain;
use crate::findings::explanation::Explanation;
use crate::findings::figure::FigureId;
use crate::findings::findings::{Findings, Question};
use crate::guidance::edition::{self, Guidance};
use crate::model::register::Register;
use crate::session::action::{Action, Edit};
use crate::session::history::{History, Revision};
use crate::session::jobs::{Appraisal, Done, FileTask, Jobs, Wake};
use crate::session::notice::{Notice, Tone};
use crate::session::preferences::Preferences;
use crate::store::error::StoreError;
use crate::store::fingerprint::Fingerprint;
use crate::store::read::Opened;
use crate::units::id::Id;
use crate::units::year::FinancialYear;

/// The program without a screen.
pub struct Session {
    history: History,
    /// The state that is on disk; nothing for a register that was never saved.
    saved: Option<Revision>,
    file: Option<File>,
    year: FinancialYear,
    findings: Option<Arc<Findings>>,
    appraised: Option<Stamp>,
    asked: Option<Stamp>,
    cached_detail: Option<(Stamp, Id, Arc<Detail>)>,
    jobs: Jobs,
    opening: Option<(u64, PathBuf)>,
    tickets: u64,
    n_writing: usize,
    saving: bool,
    saved_at: Option<Time>,
    notice: Option<Notice>,
    /// Counts registers opened or started, so that the window forgets what it showed of another.
    n_opened: u64,
    /// Recent files, look and size.
    pub preferences: Preferences,
    preferences_path: Option<PathBuf>,
}

/// Which state of which register, looked at in which year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    n_opened: u64,
    revision: Revision,
    year: FinancialYear,
}

/// The file that is open.
struct File {
    path: PathBuf,
    fingerprint: Option<Fingerprint>,
}

impl Session {
    /// A session with an empty register. Preferences are kept at `preferences_path`, where there is one.
    pub fn new(wake: Wake, preferences_path: Option<PathBuf>) -> Self {
        let year = FinancialYear::of(today());
        let mut session = Self {
            history: History::new(Register::new(year)),
            saved: None,
            file: None,
            year,
            findings: None,
            appraised: None,
            asked: None,
            cached_detail: None,
            jobs: Jobs::start(wake),
            opening: None,
            tickets: 0,
            n_writing: 0,
            saving: false,
            saved_at: None,
            notice: None,
            n_opened: 0,
            preferences: Preferences::load(preferences_path.as_deref()),
            preferences_path,
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
            None => self.history.undo_label().is_some(),
        }
    }

    /// The path of the open file.
    pub fn path(&self) -> Option<&Path> {
        self.file.as_ref().map(|file| file.path.as_path())
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

    /// Whether a file is being written.
    pub fn is_writing(&self) -> bool {
        self.saving || self.n_writing > 0
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
            Action::New => self.start(Register::new(FinancialYear::of(today())), None),
            Action::Open(path) => self.open(path),
            Action::CancelOpen => self.opening = None,
            Action::Save => self.save(true),
            Action::SaveOver => self.save(false),
            Action::SaveAs(path) => {
                self.save_to(path, None);
            }
            Action::Ask(year) => self.year = year,
            Action::DismissNotice => self.notice = None,
            Action::Write(task) => {
                self.n_writing = self.n_writing.saturating_add(1);
                self.jobs.file(FileTask::Write(task));
            }
        }
        self.keep_appraised();
    }

    /// Takes up what the workers have done.
    pub fn poll(&mut self) {
        while let Some(done) = self.jobs.take() {
            self.take(done);
        }
        self.keep_appraised();
    }

    /// Waits until nothing is under way: for programs without a window, and for tests.
    pub fn settle(&mut self) {
        self.poll();
        while self.is_stale() || self.opening.is_some() || self.is_writing() {
            match self.jobs.wait() {
                Some(done) => self.take(done),
                None => return,
            }
            self.keep_appraised();
        }
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

    fn start(&mut self, register: Register, file: Option<File>) {
        self.year = register.settings.base_year;
        self.history = History::new(register);
        self.saved = file.is_some().then(|| self.history.revision());
        self.file = file;
        self.findings = None;
        self.appraised = None;
        self.asked = None;
        self.cached_detail = None;
        self.saved_at = None;
        self.n_opened = self.n_opened.saturating_add(1);
        self.keep_appraised();
    }

    fn open(&mut self, path: PathBuf) {
        self.tickets = self.tickets.saturating_add(1);
        self.opening = Some((self.tickets, path.clone()));
        self.notice = None;
        self.jobs.file(FileTask::Open {
            ticket: self.tickets,
            path,
        });
    }

    fn save(&mut self, minds_others: bool) {
        let Some(file) = &self.file else { return };
        let expected = file.fingerprint.clone().filter(|_| minds_others);
        self.save_to(file.path.clone(), expected);
    }

    fn save_to(&mut self, path: PathBuf, expected: Option<Fingerprint>) {
        self.saving = true;
        self.notice = None;
        self.jobs.file(FileTask::Save {
            path,
            register: self.register().clone(),
            stamp: self.stamp(),
            expected,
        });
    }

    fn take(&mut self, done: Done) {
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
            } => self.take_opened(ticket, path, *result),
            Done::Saved {
                path,
                stamp,
                result,
            } => self.take_saved(path, stamp, result),
            Done::Written { path, what, result } => {
                self.n_writing = self.n_writing.saturating_sub(1);
                let name = path.display();
                self.notice = Some(match result {
                    Ok(()) => Notice::done(format!("{what} saved as {name}")),
                    Err(why) => Notice::problem(
                        format!("{what} not saved as {name}: {why}"),
                        "Choose another folder, or make room there, and export again",
                    ),
                });
            }
        }
    }

    fn take_opened(&mut self, ticket: u64, path: PathBuf, result: Result<Opened, StoreError>) {
        // Cancelled, or another file was asked for since.
        if self
            .opening
            .as_ref()
            .is_none_or(|(wanted, _)| *wanted != ticket)
        {
            return;
        }
        self.opening = None;
        match result {
            Ok(opened) => {
                self.remember(&path);
                let file = File {
                    path,
                    fingerprint: Some(opened.fingerprint),
                };
                self.start(opened.register, Some(file));
            }
            Err(error) => self.notice = Some(Notice::problem(error.to_string(), error.hint())),
        }
    }

    fn take_saved(&mut self, path: PathBuf, stamp: Stamp, result: Result<Fingerprint, StoreError>) {
        self.saving = false;
        match result {
            Ok(fingerprint) if stamp.n_opened == self.n_opened => {
                self.saved = Some(stamp.revision);
                self.saved_at = Some(Zoned::now().time());
                self.notice = None;
                self.remember(&path);
                self.file = Some(File {
                    path,
                    fingerprint: Some(fingerprint),
                });
            }
            // Another register was opened in the meantime.
            Ok(_) => self.remember(&path),
            Err(error) => {
                let tone = match error {
                    StoreError::ChangedOnDisk { .. } => Tone::ChangedOnDisk,
                    _ => Tone::Problem,
                };
                self.notice = Some(Notice {
                    tone,
                    message: error.to_string(),
                    hint: error.hint(),
                });
            }
        }
    }

    fn remember(&mut self, path: &Path) {
        self.preferences.remember(path);
        self.save_preferences();
    }
}

/// The day on the user's clock.
fn today() -> Date {
    Zoned::now().date()
}
