//! Nothing that was typed is lost: changes are told to the keeper, and what a program that ended has kept is opened again.

use std::path::PathBuf;

use jiff::Timestamp;

use crate::session::clock::{time_of_day, when};
use crate::session::history::Revision;
use crate::session::jobs::{FileTask, Marked};
use crate::session::keeper::{Keeper, Kept, Work};
use crate::session::notice::{Notice, Tone};
use crate::session::recoverable::Recoverable;
use crate::session::session::Session;
use crate::store::error::StoreError;
use crate::store::lock::Holder;
use crate::store::read::Opened;
use crate::store::recovery::Entry;

/// What is kept for recovery, and what was found.
pub(super) struct Recovering {
    folder: Option<PathBuf>,
    pub(super) keeper: Option<Keeper>,
    /// What the keeper was last told of.
    told: Option<(u64, Revision)>,
    /// Whether the register belongs to another file than the keeper was told.
    pub(super) has_moved: bool,
    kept_at: Option<Timestamp>,
    cannot_keep: Option<String>,
    has_said_so: bool,
    pub(super) is_finding: bool,
    pub(super) found: Vec<Recoverable>,
    n_left: usize,
}

impl Recovering {
    pub(super) fn new(folder: Option<PathBuf>, keeper: Option<Keeper>) -> Self {
        Self {
            folder,
            keeper,
            told: None,
            has_moved: false,
            kept_at: None,
            cannot_keep: None,
            has_said_so: false,
            is_finding: false,
            found: Vec::new(),
            n_left: 0,
        }
    }
}

impl Session {
    /// The time of day at which unsaved changes were last kept for recovery, as the user's clock had it.
    pub fn kept_at(&self) -> Option<String> {
        let at = self
            .recovering
            .kept_at?
            .to_zoned(self.now().time_zone().clone());
        Some(time_of_day(&at))
    }

    /// Why unsaved changes cannot be kept for recovery, while they cannot.
    pub fn cannot_keep(&self) -> Option<&str> {
        self.recovering.cannot_keep.as_deref()
    }

    /// The registers that are offered for recovery.
    pub fn recoverable(&self) -> &[Recoverable] {
        &self.recovering.found
    }

    /// How many registers were left for later.
    pub fn n_left_for_later(&self) -> usize {
        self.recovering.n_left
    }

    /// Tells the keeper of a state that it does not know.
    pub(super) fn keep_changes(&mut self) {
        let state = (self.n_opened, self.revision());
        let wanted = self.is_dirty().then_some(state);
        if self.recovering.told == wanted && !self.recovering.has_moved {
            return;
        }
        self.recovering.has_moved = false;
        let is_another = self
            .recovering
            .told
            .is_some_and(|(n_opened, _)| n_opened != state.0);
        self.recovering.told = wanted;
        let Some(keeper) = &self.recovering.keeper else {
            return;
        };
        if wanted.is_none() || is_another {
            keeper.forget();
            self.recovering.kept_at = None;
            self.recovering.cannot_keep = None;
        }
        if wanted.is_some() {
            keeper.changed(Work {
                n_opened: self.n_opened,
                register: self.register().clone(),
                path: self.path().map(ToOwned::to_owned),
                fingerprint: self.file.as_ref().and_then(|it| it.fingerprint().cloned()),
            });
        }
    }

    /// Keeps at once what is not kept: something long or dangerous comes next.
    pub(super) fn keep_now(&mut self) {
        self.keep_changes();
        if let Some(keeper) = &self.recovering.keeper {
            keeper.now();
        }
    }

    pub(super) fn take_kept(&mut self, kept: Kept) {
        // Of another register, or saved in the meantime.
        if kept.n_opened != self.n_opened || !self.is_dirty() {
            return;
        }
        match kept.result {
            Ok(at) => {
                self.recovering.kept_at = Some(at);
                self.recovering.cannot_keep = None;
                self.recovering.has_said_so = false;
            }
            Err(why) => self.recovering.cannot_keep = Some(why),
        }
    }

    /// Says once that nothing can be kept, and not over another message.
    pub(super) fn say_what_cannot_be_kept(&mut self) {
        if let Some(why) = &self.recovering.cannot_keep
            && !self.recovering.has_said_so
            && self.notice.is_none()
        {
            self.notice = Some(Notice::problem(
                format!("Unsaved changes cannot be kept in case the program stops: {why}"),
                "Save now and then. The program goes on trying.",
            ));
            self.recovering.has_said_so = true;
        }
    }

    pub(super) fn find_recoverable(&mut self) {
        let Some(folder) = self.recovering.folder.clone() else {
            return;
        };
        self.recovering.is_finding = true;
        let us = Holder::here(self.now().timestamp());
        self.jobs.file(FileTask::Find { folder, us });
    }

    pub(super) fn take_found(&mut self, found: Vec<Recoverable>) {
        self.recovering.is_finding = false;
        self.recovering.n_left = 0;
        self.recovering.found = found;
    }

    pub(super) fn recover_later(&mut self) {
        self.recovering.n_left = self.recovering.found.len();
        self.recovering.found.clear();
    }

    pub(super) fn delete_recoverable(&mut self, id: &str) {
        let Some(found) = self.take_recoverable(id) else {
            return;
        };
        let name = found.name();
        if let Err(error) = found.entry.remove() {
            self.notice = Some(Notice::problem(
                format!("The kept changes to {name} are not deleted: {error}"),
                "They are offered again at the next start.",
            ));
        }
    }

    pub(super) fn recover(&mut self, id: &str) {
        let Some(recoverable) = self.take_recoverable(id) else {
            return;
        };
        self.recover_later();
        self.keep_now();
        let path = recoverable.path.clone();
        let ticket = self.ticket(path.unwrap_or_else(|| recoverable.kept_in()));
        let marking = self.marking();
        self.jobs.file(FileTask::Recover {
            ticket,
            recoverable: Box::new(recoverable),
            marking,
        });
    }

    fn take_recoverable(&mut self, id: &str) -> Option<Recoverable> {
        let at = self.recovering.found.iter().position(|it| it.id() == id)?;
        Some(self.recovering.found.remove(at))
    }

    pub(super) fn take_recovered(
        &mut self,
        ticket: u64,
        recoverable: Recoverable,
        result: Result<Opened, StoreError>,
        marked: Marked,
    ) {
        if !self.is_awaited(ticket) {
            self.release(marked);
            self.recovering.n_left = self.recovering.n_left.saturating_add(1);
            return;
        }
        let opened = match result {
            Ok(opened) => opened,
            Err(error) => {
                let place = recoverable.kept_in();
                self.notice = Some(Notice::problem(
                    error.to_string(),
                    format!("{} It stays in {}.", error.hint(), place.display()),
                ));
                return;
            }
        };
        let name = recoverable.name();
        let kept = recoverable.kept;
        let (mut file, mut holder) = (None, None);
        if let Some(path) = recoverable.path {
            let (found, who) = self.marked(path, recoverable.fingerprint, marked);
            (file, holder) = (Some(found), who);
        }
        self.start(opened.register, file);
        self.saved = None;
        self.is_recovered = true;
        self.go_on_with(recoverable.entry, kept);
        self.notice = Some(match holder {
            Some(holder) => self.in_use(&holder),
            None => Notice {
                tone: Tone::Done,
                message: match kept {
                    Some(at) => format!("{name} is back as it was {}", when(at, &self.now())),
                    None => format!("The changes to {name} are back"),
                },
                hint: "Your file is untouched until you save.".to_owned(),
                place: None,
            },
        });
    }

    /// Keeps the register where it is kept already, so that there is no moment at which it is not.
    fn go_on_with(&mut self, entry: Entry, kept: Option<Timestamp>) {
        self.recovering.told = Some((self.n_opened, self.revision()));
        self.recovering.kept_at = kept;
        if let Some(keeper) = &self.recovering.keeper {
            keeper.adopt(entry);
        }
    }
}
