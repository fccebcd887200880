//! Two workers: `compute`, where a newer task replaces an older one, and `files`, in order and never cancelled.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use crate::findings::findings::{Findings, Question, appraise, reappraise};
use crate::guidance::edition::Guidance;
use crate::model::register::Register;
use crate::session::exporting::NotMade;
use crate::session::keeper::Kept;
use crate::session::recoverable::{self, Recoverable};
use crate::session::session::Stamp;
use crate::store::error::StoreError;
use crate::store::fingerprint::Fingerprint;
use crate::store::lock::{self, Holder, Lock, Locking};
use crate::store::read::{self, Opened};
use crate::store::write;
use crate::uncertainty::simulation::Simulation;

/// Called when a result is waiting, so that a window that does not repaint takes it up.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// A register to appraise.
pub(crate) struct Appraisal {
    pub(crate) stamp: Stamp,
    pub(crate) register: Register,
    pub(crate) previous: Option<Arc<Findings>>,
    pub(crate) guidance: &'static Guidance,
    pub(crate) question: Question,
}

/// Work on files.
pub(crate) enum FileTask {
    Open {
        ticket: u64,
        path: PathBuf,
        marking: Marking,
    },
    Save(Box<SaveTask>),
    /// Take the mark from a file that is no longer open.
    Release(Lock),
    /// Look for what can be recovered.
    Find {
        folder: PathBuf,
        us: Holder,
    },
    Recover {
        ticket: u64,
        recoverable: Box<Recoverable>,
        marking: Marking,
    },
}

/// A register to save.
#[derive(Clone)]
pub(crate) struct SaveTask {
    pub(crate) path: PathBuf,
    pub(crate) register: Register,
    pub(crate) stamp: Stamp,
    pub(crate) expected: Option<Fingerprint>,
    pub(crate) marking: Marking,
    /// Whether to stop where somebody else has the file open.
    pub(crate) minds_holder: bool,
}

/// Whether to mark a file as in use.
#[derive(Clone)]
pub(crate) enum Marking {
    /// No.
    Never,
    /// Yes, unless this is the mark that we have.
    As { us: Holder, held: Option<PathBuf> },
}

/// What came of marking a file.
pub(crate) enum Marked {
    /// It has the mark that we had before, at this place.
    Already(PathBuf),
    /// It was asked for.
    Asked(Locking),
}

/// Why a register was not saved.
pub(crate) enum Refused {
    /// The file would not have it.
    Store(StoreError),
    /// Somebody else has the file open.
    InUse(Holder),
}

/// What came of a task.
pub(crate) enum Done {
    Appraised {
        stamp: Stamp,
        findings: Arc<Findings>,
    },
    Opened {
        ticket: u64,
        path: PathBuf,
        result: Box<Result<Opened, StoreError>>,
        marked: Marked,
    },
    Saved {
        task: Box<SaveTask>,
        result: Result<Fingerprint, Refused>,
        marked: Marked,
    },
    Exported {
        path: PathBuf,
        what: String,
        result: Result<(), NotMade>,
    },
    Found(Vec<Recoverable>),
    Recovered {
        ticket: u64,
        recoverable: Box<Recoverable>,
        result: Box<Result<Opened, StoreError>>,
        marked: Marked,
    },
    Kept(Kept),
    Simulated {
        stamp: Stamp,
        found: Option<Box<Simulation>>,
    },
}

/// The two workers and what they have done.
pub(crate) struct Jobs {
    compute: Sender<Appraisal>,
    files: Sender<FileTask>,
    done: Receiver<Done>,
}

/// Where a worker leaves what it has done.
#[derive(Clone)]
pub(crate) struct Post {
    sender: Sender<Done>,
    wake: Wake,
}

impl Post {
    pub(crate) fn send(&self, done: Done) {
        // The window may have closed in the meantime.
        if self.sender.send(done).is_ok() {
            (self.wake)();
        }
    }
}

impl Jobs {
    /// Starts the workers; others leave what they have done by the same post.
    pub(crate) fn start(wake: Wake) -> (Self, Post) {
        let (sender, done) = mpsc::channel();
        let (compute, appraisals) = mpsc::channel();
        let (files, tasks) = mpsc::channel();
        let post = Post { sender, wake };
        let (of_compute, of_files) = (post.clone(), post.clone());
        spawn("compute", move || compute_loop(&appraisals, &of_compute));
        spawn("files", move || files_loop(tasks, &of_files));
        let jobs = Self {
            compute,
            files,
            done,
        };
        (jobs, post)
    }

    /// Appraises, in place of what is still waiting.
    pub(crate) fn appraise(&self, task: Appraisal) {
        if self.compute.send(task).is_err() {
            log::error!("the compute worker has ended");
        }
    }

    /// Works on a file after what is already waiting.
    pub(crate) fn file(&self, task: FileTask) {
        if self.files.send(task).is_err() {
            log::error!("the file worker has ended");
        }
    }

    /// The next result, if one is waiting.
    pub(crate) fn take(&self) -> Option<Done> {
        self.done.try_recv().ok()
    }

    /// The next result, when it comes.
    pub(crate) fn wait(&self) -> Option<Done> {
        self.done.recv().ok()
    }
}

pub(super) fn spawn(name: &str, work: impl FnOnce() + Send + 'static) {
    let started = thread::Builder::new().name(name.to_owned()).spawn(work);
    if let Err(error) = started {
        log::error!("cannot start the {name} worker: {error}");
    }
}

fn compute_loop(tasks: &Receiver<Appraisal>, post: &Post) {
    while let Ok(mut task) = tasks.recv() {
        while let Ok(newer) = tasks.try_recv() {
            task = newer;
        }
        let findings = match &task.previous {
            Some(previous) => reappraise(previous, &task.register, task.guidance, task.question),
            None => appraise(&task.register, task.guidance, task.question),
        };
        post.send(Done::Appraised {
            stamp: task.stamp,
            findings: Arc::new(findings),
        });
    }
}

fn files_loop(tasks: Receiver<FileTask>, post: &Post) {
    for task in tasks {
        match task {
            FileTask::Release(lock) => drop(lock),
            FileTask::Open {
                ticket,
                path,
                marking,
            } => {
                let result = Box::new(read::read(&path));
                let marked = marked_if(result.is_ok(), &path, marking);
                post.send(Done::Opened {
                    ticket,
                    path,
                    result,
                    marked,
                });
            }
            FileTask::Recover {
                ticket,
                recoverable,
                marking,
            } => {
                let result = Box::new(recoverable.entry.read());
                let marked = match &recoverable.path {
                    Some(path) => marked_if(result.is_ok(), path, marking),
                    None => Marked::Asked(Locking::Without),
                };
                post.send(Done::Recovered {
                    ticket,
                    recoverable,
                    result,
                    marked,
                });
            }
            FileTask::Save(task) => post.send(save(task)),
            FileTask::Find { folder, us } => {
                post.send(Done::Found(recoverable::find(&folder, &us)));
            }
        }
    }
}

fn save(task: Box<SaveTask>) -> Done {
    let marked = mark(&task.path, task.marking.clone());
    let result = match &marked {
        Marked::Asked(Locking::Theirs(holder)) if task.minds_holder => {
            Err(Refused::InUse(holder.clone()))
        }
        _ => {
            write::save(&task.path, &task.register, task.expected.as_ref()).map_err(Refused::Store)
        }
    };
    Done::Saved {
        task,
        result,
        marked,
    }
}

fn marked_if(is_open: bool, path: &Path, marking: Marking) -> Marked {
    mark(path, if is_open { marking } else { Marking::Never })
}

fn mark(path: &Path, marking: Marking) -> Marked {
    match marking {
        Marking::Never => Marked::Asked(Locking::Without),
        Marking::As { us, held } => match held {
            Some(held) if lock::mark_beside(path).as_ref() == Some(&held) => Marked::Already(held),
            _ => Marked::Asked(lock::beside(path, &us)),
        },
    }
}
