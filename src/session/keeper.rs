//! The worker that keeps unsaved changes in the recovery folder: it has its own timer, and waits for nobody.

use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use jiff::Timestamp;

use crate::model::register::Register;
use crate::session::clock::Clock;
use crate::session::pace::Pace;
use crate::store::fingerprint::Fingerprint;
use crate::store::lock::Holder;
use crate::store::recovery::{Entry, Note};

/// The longest that a program which ends waits for the last entry to be written or removed.
const PATIENCE: Duration = Duration::from_secs(5);

/// A register with unsaved changes, and the file that it belongs to.
pub(crate) struct Work {
    /// Which register it is, as the session counts them.
    pub(crate) n_opened: u64,
    pub(crate) register: Register,
    pub(crate) path: Option<PathBuf>,
    pub(crate) fingerprint: Option<Fingerprint>,
}

/// What came of keeping.
pub(crate) struct Kept {
    /// Which register it is.
    pub(crate) n_opened: u64,
    /// When it was kept, or why not, in words for the user.
    pub(crate) result: Result<Timestamp, String>,
}

/// What the worker is told.
enum Wish {
    /// The register changed, at this time of the steady clock.
    Changed(Box<Work>, Duration),
    /// Something may go wrong: keep what is not kept.
    Now,
    /// It is saved or given up.
    Forget,
    /// Go on with an entry that was recovered.
    Adopt(Entry),
    /// Say when everything before this is done.
    Answer(Sender<()>),
}

/// The worker. When it goes, it first keeps what is not kept; only [`Keeper::forget`] removes anything.
pub(crate) struct Keeper {
    wishes: Option<Sender<Wish>>,
    clock: Clock,
    /// Ends with the worker.
    ended: Receiver<()>,
}

impl Keeper {
    /// Starts it. `post` is told what came of each attempt.
    pub(crate) fn start(
        folder: PathBuf,
        interval: Duration,
        clock: Clock,
        post: impl Fn(Kept) + Send + 'static,
    ) -> Self {
        let (sender, wishes) = mpsc::channel();
        let (alive, ended) = mpsc::channel();
        let desk = Desk {
            folder,
            clock: clock.clone(),
            pace: Pace::new(interval),
            entry: None,
            waiting: None,
        };
        let work = move || {
            let _alive: Sender<()> = alive;
            // Gone before `_alive` is, so that nobody waits for less than the end of the entry's mark.
            let mut desk = desk;
            desk.run(&wishes, &post);
        };
        let started = thread::Builder::new().name("keeper".into()).spawn(work);
        if let Err(error) = started {
            log::error!("cannot start the keeper: {error}");
        }
        Self {
            wishes: Some(sender),
            clock,
            ended,
        }
    }

    /// The register changed and is not on disk.
    pub(crate) fn changed(&self, work: Work) {
        self.tell(Wish::Changed(Box::new(work), self.clock.steady()));
    }

    /// Keeps at once what is not kept.
    pub(crate) fn now(&self) {
        self.tell(Wish::Now);
    }

    /// Removes what is kept.
    pub(crate) fn forget(&self) {
        self.tell(Wish::Forget);
    }

    /// Goes on with an entry that was recovered, in place of any other.
    pub(crate) fn adopt(&self, entry: Entry) {
        self.tell(Wish::Adopt(entry));
    }

    /// Waits until all that was told, and all that is due, is done.
    pub(crate) fn wait(&self) {
        let (sender, answer) = mpsc::channel();
        self.tell(Wish::Answer(sender));
        let _ended = answer.recv_timeout(PATIENCE);
    }

    fn tell(&self, wish: Wish) {
        if let Some(wishes) = &self.wishes
            && wishes.send(wish).is_err()
        {
            log::error!("the keeper has ended");
        }
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.wishes = None;
        let _ended = self.ended.recv_timeout(PATIENCE);
    }
}

/// What the worker has before it.
struct Desk {
    folder: PathBuf,
    clock: Clock,
    pace: Pace,
    entry: Option<Entry>,
    /// What is not kept yet.
    waiting: Option<Box<Work>>,
}

impl Desk {
    fn run(&mut self, wishes: &Receiver<Wish>, post: &impl Fn(Kept)) {
        loop {
            let next = match self.pace.due() {
                None => wishes.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(due) => wishes.recv_timeout(due.saturating_sub(self.clock.steady())),
            };
            let mut answer = None;
            match next {
                Ok(Wish::Changed(work, at)) => {
                    self.waiting = Some(work);
                    self.pace.changed(at);
                }
                Ok(Wish::Now) => self.keep(post),
                Ok(Wish::Forget) => self.forget(),
                Ok(Wish::Adopt(entry)) => {
                    self.forget();
                    self.entry = Some(entry);
                }
                Ok(Wish::Answer(sender)) => answer = Some(sender),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => {
                    self.keep(post);
                    return;
                }
            }
            if self.pace.is_due(self.clock.steady()) {
                self.keep(post);
            }
            if let Some(answer) = answer {
                let _nobody_waits = answer.send(());
            }
        }
    }

    fn keep(&mut self, post: &impl Fn(Kept)) {
        let Some(work) = self.waiting.take() else {
            return;
        };
        let now = self.clock.wall().timestamp();
        let n_opened = work.n_opened;
        let result = self.write(&work, now).map(|()| now);
        if result.is_ok() {
            self.pace.rest();
        } else {
            self.waiting = Some(work);
            self.pace.failed(self.clock.steady());
        }
        post(Kept { n_opened, result });
    }

    fn write(&mut self, work: &Work, now: Timestamp) -> Result<(), String> {
        let entry = match self.entry.take() {
            Some(entry) => entry,
            None => Entry::new(&self.folder, &Holder::here(now))?,
        };
        let note = Note::new(work.path.as_deref(), work.fingerprint.as_ref(), now);
        let kept = entry.keep(&work.register, &note);
        self.entry = Some(entry);
        kept
    }

    fn forget(&mut self) {
        self.waiting = None;
        self.pace.rest();
        if let Some(Err(error)) = self.entry.take().map(Entry::remove) {
            log::warn!("what was kept for recovery is still there: {error}");
        }
    }
}
