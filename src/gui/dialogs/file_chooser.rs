//! The system's file dialog, on a thread of its own: it blocks, and it may not be there at all.

use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, TryRecvError};
use std::thread;
use std::time::{Duration, Instant};

use eframe::egui::Context;
use rfd::FileDialog;

/// What a path is wanted for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To open a register.
    Open,
    /// To save the register.
    SaveAs,
    /// To export a file with this ending.
    Export(&'static str),
    /// To export a folder; what is chosen is the folder that it goes into.
    ExportFolder,
    /// To read the headings of a council's papers.
    Template,
    /// To export a table as comma-separated values.
    ExportTable,
}

impl Purpose {
    /// The ending that a new file gets, where none was typed.
    pub const fn ending(&self) -> Option<&'static str> {
        match self {
            Self::Open | Self::ExportFolder | Self::Template => None,
            Self::SaveAs => Some("ron"),
            Self::Export(ending) => Some(ending),
            Self::ExportTable => Some("csv"),
        }
    }
}

/// A dialog that is open.
pub struct FileChooser {
    /// What the path is for.
    pub purpose: Purpose,
    started: Instant,
    answer: Receiver<Option<PathBuf>>,
}

/// How a dialog ended.
#[derive(Debug, PartialEq, Eq)]
pub enum Ending {
    /// With a path.
    Chosen(PathBuf),
    /// Without one.
    Cancelled,
    /// At once: there is no dialog on this system, so the path must be typed.
    Missing,
}

/// Nobody cancels a dialog faster than this.
const AT_ONCE: Duration = Duration::from_millis(400);

impl FileChooser {
    /// Opens the system's dialog.
    pub fn open(ctx: &Context, purpose: Purpose, folder: Option<PathBuf>, name: String) -> Self {
        let (sender, answer) = mpsc::channel();
        let ctx = ctx.clone();
        let of = purpose.clone();
        let dialog = move || {
            // The window may have closed in the meantime.
            let _closed = sender.send(ask(&of, folder, name));
            ctx.request_repaint();
        };
        let thread = thread::Builder::new().name("file dialog".into());
        if let Err(error) = thread.spawn(dialog) {
            log::warn!("no thread for the file dialog: {error}");
        }
        Self {
            purpose,
            started: Instant::now(),
            answer,
        }
    }

    /// A dialog that has been answered.
    #[cfg(test)]
    pub(crate) fn answered(purpose: Purpose, path: PathBuf) -> Self {
        let (sender, answer) = mpsc::channel();
        sender.send(Some(path)).unwrap();
        Self {
            purpose,
            started: Instant::now(),
            answer,
        }
    }

    /// How it ended, if it has.
    pub fn poll(&self) -> Option<Ending> {
        match self.answer.try_recv() {
            Ok(Some(path)) => Some(Ending::Chosen(path)),
            Ok(None) if self.started.elapsed() < AT_ONCE => Some(Ending::Missing),
            Ok(None) => Some(Ending::Cancelled),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Ending::Missing),
        }
    }
}

fn ask(purpose: &Purpose, folder: Option<PathBuf>, name: String) -> Option<PathBuf> {
    let mut dialog = FileDialog::new();
    if let Some(folder) = folder {
        dialog = dialog.set_directory(folder);
    }
    match purpose {
        Purpose::Open => dialog
            .set_title("Open a register")
            .add_filter("Fruitful register", &["ron"])
            .add_filter("All files", &["*"])
            .pick_file(),
        Purpose::SaveAs => dialog
            .set_title("Save the register as")
            .add_filter("Fruitful register", &["ron"])
            .set_file_name(name)
            .save_file(),
        Purpose::Export(ending) => dialog
            .set_title("Export as")
            .add_filter(ending.to_uppercase(), &[ending])
            .set_file_name(name)
            .save_file(),
        Purpose::ExportFolder => dialog
            .set_title("Choose the folder to export into")
            .pick_folder()
            .map(|folder| folder.join(name)),
        Purpose::Template => dialog
            .set_title("Choose a template of headings")
            .add_filter("Text", &["txt"])
            .add_filter("All files", &["*"])
            .pick_file(),
        Purpose::ExportTable => dialog
            .set_title("Export the table as")
            .add_filter("Comma-separated values", &["csv"])
            .set_file_name(name)
            .save_file(),
    }
}

/// The path with an ending, where none was typed.
pub fn with_ending(mut path: PathBuf, ending: &str) -> PathBuf {
    if path.extension().is_none() {
        path.set_extension(ending);
    }
    path
}
