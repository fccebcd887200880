//! How a command ends: what it printed, and whether the register has errors; or why it could not be done.

use std::path::{Path, PathBuf};

use crate::export::error::ExportError;
use crate::export::pack_folder::PackError;
use crate::findings::findings::Findings;
use crate::model::query::Severity;
use crate::report::text_table::one_line;
use crate::store::error::StoreError;
use crate::store::wording::of_system;
use crate::units::id::Id;

/// A command that was done.
#[derive(Debug)]
pub(crate) struct Done {
    /// What goes to standard output.
    pub(crate) text: String,
    /// Whether the register has errors, so that figures are wrong or missing until they are answered.
    pub(crate) has_errors: bool,
}

impl Done {
    /// Done without a register.
    pub(crate) fn plainly(text: String) -> Self {
        Self {
            text,
            has_errors: false,
        }
    }

    /// Done on a register.
    pub(crate) fn on(findings: &Findings, text: String) -> Self {
        Self {
            text,
            has_errors: findings.n_queries(Severity::Error) > 0,
        }
    }
}

/// Why a command could not be done.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Refusal {
    /// A register could not be opened: `FILE:LINE:COLUMN: message`, and the hint below it.
    #[error("{0}")]
    Register(String),
    /// Something was asked for by a name that is not there.
    #[error("{0}")]
    Unknown(String),
    /// The system would not take what was written.
    #[error("Cannot write: {0}")]
    Output(#[from] std::io::Error),
    /// A file could not be written; what was there before still is.
    #[error("Cannot write \"{}\": {}. Choose another place, or make room there", path.display(), of_system(why))]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        why: std::io::Error,
    },
    /// A chart could not be turned into a file.
    #[error("{0}")]
    Chart(#[from] ExportError),
    /// The findings could not be put into JSON.
    #[error("Cannot write JSON: {0}")]
    Json(#[from] serde_json::Error),
}

impl Refusal {
    /// The register has no partnership of this id.
    pub(crate) fn no_partnership(id: Id) -> Self {
        Self::Unknown(format!("The register has no partnership {id}"))
    }

    /// Why a folder of files could not be written.
    pub(crate) fn not_packed(error: PackError) -> Self {
        match error {
            PackError::File { path, why } => Self::File { path, why },
            PackError::Export(why) => Self::Chart(why),
            other => Self::Unknown(other.to_string()),
        }
    }

    /// Why a file could not be opened, with its place in the form that editors jump to.
    pub(crate) fn not_opened(file: &Path, error: &StoreError) -> Self {
        let place = error.place();
        let place = place.map_or_else(String::new, |(line, column)| format!(":{line}:{column}"));
        let path = match error.path() {
            "" => String::new(),
            path => format!("{path}: "),
        };
        let (what, hint) = (one_line(&error.what()), one_line(&error.hint()));
        let file = file.display();
        Self::Register(format!("{file}{place}: {path}{what}\n  Hint: {hint}"))
    }
}
