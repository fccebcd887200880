//! Exports: files and folders that are made beside the window, one after the other, with their progress and a way to end
//! them.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

use crate::session::jobs::{Done, Post, spawn};
use crate::session::notice::Notice;
use crate::session::session::Session;
use crate::store::atomic;
use crate::store::wording::of_system;
use crate::units::progress::Watch;

/// How long an export goes on before its progress is shown.
pub const UNSEEN: Duration = Duration::from_millis(500);

/// Something to be made at a place; nothing of an old file is lost if it fails.
pub struct ExportTask {
    /// The file or the folder.
    pub path: PathBuf,
    /// What it is, as a message names it.
    pub what: String,
    /// Makes it there.
    pub make: Make,
}

/// Makes an export at a place, whole or not at all.
pub type Make = Box<dyn FnOnce(&Path, &Watch) -> Result<(), NotMade> + Send>;

/// Why an export was not made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotMade {
    /// Somebody wanted it to end.
    Cancelled,
    /// It could not be, in words.
    Because(String),
}

impl ExportTask {
    /// A file of these bytes, which the worker makes.
    pub fn file(
        path: PathBuf,
        what: impl Into<String>,
        bytes: impl FnOnce(&Watch) -> Result<Vec<u8>, NotMade> + Send + 'static,
    ) -> Self {
        Self {
            path,
            what: what.into(),
            make: Box::new(move |path, watch| {
                let bytes = bytes(watch)?;
                if watch.stop.is_asked() {
                    return Err(NotMade::Cancelled);
                }
                let written = atomic::replace(path, |file| file.write_all(&bytes));
                written.map_err(|error| NotMade::Because(of_system(&error)))?;
                Ok(())
            }),
        }
    }
}

/// An export that is made now, or waits until those before it are.
#[derive(Debug)]
pub struct Export {
    /// What it is.
    pub what: String,
    /// How far it has come, and the wish that it end.
    pub watch: Watch,
    since: Duration,
}

/// The worker and what it has to do.
pub(super) struct Exporting {
    tasks: Sender<(ExportTask, Watch)>,
    under_way: VecDeque<Export>,
}

impl Exporting {
    pub(super) fn start(post: Post) -> Self {
        let (tasks, waiting) = mpsc::channel();
        spawn("exports", move || exports_loop(&waiting, &post));
        Self {
            tasks,
            under_way: VecDeque::new(),
        }
    }

    pub(super) fn is_idle(&self) -> bool {
        self.under_way.is_empty()
    }
}

impl Session {
    /// The export that is made now, once it has gone on for so long that somebody waits.
    pub fn export_under_way(&self) -> Option<&Export> {
        let export = self.exporting.under_way.front()?;
        let is_long = self.clock.steady().saturating_sub(export.since) >= UNSEEN;
        is_long.then_some(export)
    }

    /// Whether anything is being exported.
    pub fn is_exporting(&self) -> bool {
        !self.exporting.is_idle()
    }

    pub(super) fn export(&mut self, task: ExportTask) {
        self.keep_now();
        let real = |path: &Path| path.canonicalize().ok();
        let own = self.path().and_then(real);
        if own.is_some() && own == real(&task.path) {
            let name = task.path.display();
            self.notice = Some(Notice::problem(
                format!("{} not saved: {name} is the register itself", task.what),
                "Choose another name, and export again",
            ));
            return;
        }
        self.notice = None;
        let watch = Watch::default();
        self.exporting.under_way.push_back(Export {
            what: task.what.clone(),
            watch: watch.clone(),
            since: self.clock.steady(),
        });
        if self.exporting.tasks.send((task, watch)).is_err() {
            log::error!("the export worker has ended");
        }
    }

    /// Ends the export that is made now, at its next look.
    pub(super) fn stop_export(&mut self) {
        if let Some(export) = self.exporting.under_way.front() {
            export.watch.stop.ask();
        }
    }

    pub(super) fn take_exported(&mut self, path: PathBuf, what: &str, result: Result<(), NotMade>) {
        self.exporting.under_way.pop_front();
        // The next one begins now.
        if let Some(next) = self.exporting.under_way.front_mut() {
            next.since = self.clock.steady();
        }
        let name = path.display();
        self.notice = Some(match result {
            Ok(()) => {
                let mut notice = Notice::done(format!("{what} saved as {name}"));
                notice.place = Some(path);
                notice
            }
            Err(NotMade::Cancelled) => Notice::done(format!(
                "Export of {what} cancelled; {name} is as it was before"
            )),
            Err(NotMade::Because(why)) => Notice::problem(
                format!("{what} not saved as {name}: {why}"),
                "Choose another folder, or make room there, and export again",
            ),
        });
    }
}

fn exports_loop(tasks: &Receiver<(ExportTask, Watch)>, post: &Post) {
    while let Ok((ExportTask { path, what, make }, watch)) = tasks.recv() {
        let result = if watch.stop.is_asked() {
            Err(NotMade::Cancelled)
        } else {
            make(&path, &watch)
        };
        post.send(Done::Exported { path, what, result });
    }
}
