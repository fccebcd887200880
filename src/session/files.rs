//! Opening and saving: whose file it is, whether somebody else has changed it, and who has it open.

use std::path::{Path, PathBuf};

use crate::session::clock::since;
use crate::session::jobs::{FileTask, Marked, Marking, Refused, SaveTask};
use crate::session::notice::{Notice, Tone};
use crate::session::session::Session;
use crate::store::error::StoreError;
use crate::store::fingerprint::Fingerprint;
use crate::store::lock::{Holder, Lock, Locking};
use crate::store::read::Opened;

/// The file that is open.
pub(super) struct OpenFile {
    path: PathBuf,
    fingerprint: Option<Fingerprint>,
    mark: Option<Lock>,
    /// Whether the user has agreed to save it while somebody else has it open.
    is_shared: bool,
}

impl OpenFile {
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn fingerprint(&self) -> Option<&Fingerprint> {
        self.fingerprint.as_ref()
    }

    /// Says that it is no longer in use.
    pub(super) fn unmark(&mut self) {
        self.mark = None;
    }
}

impl Session {
    /// Whether a save was refused only because somebody else has the file open.
    pub fn may_save_anyway(&self) -> bool {
        self.refused.is_some()
    }

    pub(super) fn open(&mut self, path: PathBuf) {
        self.keep_now();
        let ticket = self.ticket(path.clone());
        let marking = self.marking();
        self.jobs.file(FileTask::Open {
            ticket,
            path,
            marking,
        });
    }

    /// A number for what is being opened now; what was asked for before is then stale.
    pub(super) fn ticket(&mut self, path: PathBuf) -> u64 {
        self.tickets = self.tickets.saturating_add(1);
        self.opening = Some((self.tickets, path));
        self.notice = None;
        self.refused = None;
        self.tickets
    }

    /// Whether this answer is the one that is waited for; then nothing is, any more.
    pub(super) fn is_awaited(&mut self, ticket: u64) -> bool {
        let awaited = self.opening.as_ref().map(|(wanted, _)| *wanted);
        let is_awaited = awaited == Some(ticket);
        if is_awaited {
            self.opening = None;
        }
        is_awaited
    }

    /// How the next file is to be marked as in use.
    pub(super) fn marking(&self) -> Marking {
        if !self.marks_files {
            return Marking::Never;
        }
        let mark = self.file.as_ref().and_then(|file| file.mark.as_ref());
        Marking::As {
            us: Holder::here(self.now().timestamp()),
            held: mark.map(|mark| mark.mark().to_owned()),
        }
    }

    /// The file that is open from now on, and who else has it open.
    pub(super) fn marked(
        &mut self,
        path: PathBuf,
        fingerprint: Option<Fingerprint>,
        marked: Marked,
    ) -> (OpenFile, Option<Holder>) {
        let (mark, holder) = match marked {
            Marked::Already(place) => {
                let mark = self.file.as_mut().and_then(|it| it.mark.take());
                // Not if the file has been saved elsewhere in the meantime.
                (mark.filter(|mark| mark.mark() == place), None)
            }
            Marked::Asked(Locking::Ours(mark)) => (Some(mark), None),
            Marked::Asked(Locking::Theirs(holder)) => (None, Some(holder)),
            Marked::Asked(Locking::Without) => (None, None),
        };
        let file = OpenFile {
            path,
            fingerprint,
            mark,
            is_shared: false,
        };
        (file, holder)
    }

    /// Takes another file for the open one, or none. The worker takes the mark from the old one: its drive may be slow.
    pub(super) fn replace_file(&mut self, file: Option<OpenFile>) {
        let old = std::mem::replace(&mut self.file, file);
        if let Some(mark) = old.and_then(|file| file.mark) {
            self.jobs.file(FileTask::Release(mark));
        }
    }

    pub(super) fn release(&self, marked: Marked) {
        if let Marked::Asked(Locking::Ours(mark)) = marked {
            self.jobs.file(FileTask::Release(mark));
        }
    }

    pub(super) fn take_opened(
        &mut self,
        ticket: u64,
        path: PathBuf,
        result: Result<Opened, StoreError>,
        marked: Marked,
    ) {
        // Cancelled, or another file was asked for since.
        if !self.is_awaited(ticket) {
            self.release(marked);
            return;
        }
        match result {
            Ok(opened) => {
                self.remember(&path);
                let (file, holder) = self.marked(path, Some(opened.fingerprint), marked);
                self.start(opened.register, Some(file));
                if let Some(holder) = holder {
                    self.notice = Some(self.in_use(&holder));
                }
            }
            Err(error) => self.notice = Some(Notice::problem(error.to_string(), error.hint())),
        }
    }

    /// Saves to the open file, unless somebody else has changed it or has it open.
    pub(super) fn save(&mut self) {
        let Some(file) = &self.file else { return };
        let (path, expected) = (file.path.clone(), file.fingerprint.clone());
        let minds_holder = !file.is_shared;
        self.save_to(path, expected, minds_holder);
    }

    /// Saves to the open file, whoever has changed it.
    pub(super) fn save_over(&mut self) {
        if let Some(file) = &self.file {
            self.save_to(file.path.clone(), None, false);
        }
    }

    pub(super) fn save_as(&mut self, path: PathBuf) {
        self.save_to(path, None, true);
    }

    /// Saves the register as it is now where saving was refused because of who has the file open.
    pub(super) fn save_anyway(&mut self) {
        if let Some(task) = self.refused.take() {
            self.save_to(task.path, task.expected, false);
        }
    }

    fn save_to(&mut self, path: PathBuf, expected: Option<Fingerprint>, minds_holder: bool) {
        self.keep_now();
        self.saving = true;
        self.notice = None;
        self.refused = None;
        self.jobs.file(FileTask::Save(Box::new(SaveTask {
            path,
            register: self.register().clone(),
            stamp: self.stamp(),
            expected,
            marking: self.marking(),
            minds_holder,
        })));
    }

    pub(super) fn take_saved(
        &mut self,
        task: Box<SaveTask>,
        result: Result<Fingerprint, Refused>,
        marked: Marked,
    ) {
        self.saving = false;
        let stamp = task.stamp;
        match result {
            Ok(fingerprint) if stamp.n_opened == self.n_opened => {
                self.saved = Some(stamp.revision);
                self.saved_at = Some(self.now().time());
                self.notice = None;
                self.remember(&task.path);
                let (mut file, holder) = self.marked(task.path, Some(fingerprint), marked);
                file.is_shared = holder.is_some();
                self.replace_file(Some(file));
                // What is kept of later changes belongs to this file now.
                self.recovering.has_moved = true;
            }
            Ok(_) => {
                // Another register was opened in the meantime.
                self.release(marked);
                self.remember(&task.path);
            }
            Err(Refused::InUse(holder)) => {
                let name = task.path.file_name().unwrap_or_default().to_string_lossy();
                let who = self.in_use(&holder).message;
                self.notice = Some(Notice {
                    tone: Tone::InUse,
                    message: format!("{name} is not saved. {who}"),
                    hint: "Save under another name. If you save anyway, whoever saves after you is told that it has changed."
                        .to_owned(),
                    place: None,
                });
                self.refused = Some(task);
            }
            Err(Refused::Store(error)) => {
                self.settle_mark(&task.path, marked);
                let tone = match error {
                    StoreError::ChangedOnDisk { .. } => Tone::ChangedOnDisk,
                    _ => Tone::Problem,
                };
                self.notice = Some(Notice {
                    tone,
                    message: error.to_string(),
                    hint: error.hint(),
                    place: None,
                });
            }
        }
    }

    /// A mark that was taken for a save that failed: kept if the file is the open one, which nobody else has open now.
    fn settle_mark(&mut self, path: &Path, marked: Marked) {
        match (&mut self.file, marked) {
            (Some(file), Marked::Asked(Locking::Ours(mark))) if file.path == path => {
                file.mark = Some(mark);
            }
            (_, marked) => self.release(marked),
        }
    }

    /// Says who has a file open.
    pub(super) fn in_use(&self, holder: &Holder) -> Notice {
        let now = self.now();
        let us = Holder::here(now.timestamp());
        let user = match holder.user.as_str() {
            "" => "somebody else",
            user => user,
        };
        let who = match (holder.is_on_host_of(&us), holder.host.as_str()) {
            (true, _) if holder.user == us.user => "you in another window".to_owned(),
            (true, _) => format!("{user} on this machine"),
            (false, "") => user.to_owned(),
            (false, host) => format!("{user} on {host}"),
        };
        let time = since(holder.since, &now);
        Notice {
            tone: Tone::InUse,
            message: format!("Open by {who} since {time}"),
            hint: "You can look and try things; save under another name.".to_owned(),
            place: None,
        }
    }

    pub(super) fn remember(&mut self, path: &Path) {
        self.preferences.remember(path);
        self.save_preferences();
    }
}
