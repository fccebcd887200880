//! Something about the register that a careful reader would ask about.

use serde::{Deserialize, Serialize};

use crate::units::id::Id;

/// How much it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// A figure is wrong or missing until it is answered.
    Error,
    /// A figure leaves something out, or looks odd.
    Warning,
    /// Worth knowing.
    Note,
}

impl Severity {
    /// The word that readers and scripts know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// How many queries there are of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    errors: usize,
    warnings: usize,
    notes: usize,
}

impl Counts {
    /// Counts queries.
    pub fn of(queries: &[Query]) -> Self {
        let n = |severity| queries.iter().filter(|it| it.severity == severity).count();
        Self {
            errors: n(Severity::Error),
            warnings: n(Severity::Warning),
            notes: n(Severity::Note),
        }
    }

    /// How many there are of `severity`.
    pub const fn get(self, severity: Severity) -> usize {
        match severity {
            Severity::Error => self.errors,
            Severity::Warning => self.warnings,
            Severity::Note => self.notes,
        }
    }

    /// Counts these too.
    pub fn add(&mut self, others: Self) {
        self.errors = self.errors.saturating_add(others.errors);
        self.warnings = self.warnings.saturating_add(others.warnings);
        self.notes = self.notes.saturating_add(others.notes);
    }
}

/// What is odd, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// How much it matters.
    pub severity: Severity,
    /// The partnership that the record belongs to, where it belongs to one.
    pub partnership: Option<Id>,
    /// The record.
    pub record: Id,
    /// The field of the record, where one is meant.
    pub field: Option<&'static str>,
    /// What is odd.
    pub message: String,
    /// What to do.
    pub hint: String,
}
