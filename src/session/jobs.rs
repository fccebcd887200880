//! Two workers: `compute`, where a newer task replaces an older one, and `files`, in order and never cancelled.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use crate::findings::findings::{Findings, Question, appraise, reappraise};
use crate::guidance::edition::Guidance;
use crate::model::register::Register;
use crate::session::action::WriteTask;
use crate::session::session::Stamp;
use crate::store::error::StoreError;
use crate::store::fingerprint::Fingerprint;
use crate::store::read::{self, Opened};
use crate::store::wording::of_system;
use crate::store::{atomic, write};

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
    },
    Save {
        path: PathBuf,
        register: Register,
        stamp: Stamp,
        expected: Option<Fingerprint>,
    },
    Write(WriteTask),
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
    },
    Saved {
        path: PathBuf,
        stamp: Stamp,
        result: Result<Fingerprint, StoreError>,
    },
    Written {
        path: PathBuf,
        what: String,
        result: Result<(), String>,
    },
}

/// The two workers and what they have done.
pub(crate) struct Jobs {
    compute: Sender<Appraisal>,
    files: Sender<FileTask>,
    done: Receiver<Done>,
}

impl Jobs {
    /// Starts the workers.
    pub(crate) fn start(wake: Wake) -> Self {
        let (done_sender, done) = mpsc::channel();
        let (compute, appraisals) = mpsc::channel();
        let (files, tasks) = mpsc::channel();
        let post = {
            let wake = Arc::clone(&wake);
            let sender = done_sender.clone();
            move |done| {
                // The window may have closed in the meantime.
                if sender.send(done).is_ok() {
                    wake();
                }
            }
        };
        spawn("compute", move || compute_loop(&appraisals, &post));
        let post = move |done| {
            if done_sender.send(done).is_ok() {
                wake();
            }
        };
        spawn("files", move || files_loop(tasks, &post));
        Self {
            compute,
            files,
            done,
        }
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

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) {
    let started = thread::Builder::new().name(name.to_owned()).spawn(work);
    if let Err(error) = started {
        log::error!("cannot start the {name} worker: {error}");
    }
}

fn compute_loop(tasks: &Receiver<Appraisal>, post: &impl Fn(Done)) {
    while let Ok(mut task) = tasks.recv() {
        while let Ok(newer) = tasks.try_recv() {
            task = newer;
        }
        let findings = match &task.previous {
            Some(previous) => reappraise(previous, &task.register, task.guidance, task.question),
            None => appraise(&task.register, task.guidance, task.question),
        };
        post(Done::Appraised {
            stamp: task.stamp,
            findings: Arc::new(findings),
        });
    }
}

fn files_loop(tasks: Receiver<FileTask>, post: &impl Fn(Done)) {
    for task in tasks {
        post(match task {
            FileTask::Open { ticket, path } => Done::Opened {
                ticket,
                result: Box::new(read::read(&path)),
                path,
            },
            FileTask::Save {
                path,
                register,
                stamp,
                expected,
            } => Done::Saved {
                result: write::save(&path, &register, expected.as_ref()),
                path,
                stamp,
            },
            FileTask::Write(WriteTask { path, what, make }) => Done::Written {
                result: make().and_then(|bytes| write_whole(&path, &bytes)),
                path,
                what,
            },
        });
    }
}

/// Writes a file whole or not at all.
fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), String> {
    match atomic::replace(path, |file| file.write_all(bytes)) {
        Ok(_) => Ok(()),
        Err(error) => Err(of_system(&error)),
    }
}
