//! A register from disk with its guidance and the question that is asked of it.

use std::path::Path;

use crate::cli::outcome::Refusal;
use crate::findings::filter::Filter;
use crate::findings::findings::{Findings, Question, appraise};
use crate::guidance::edition::{Guidance, edition};
use crate::model::register::Register;
use crate::store::error::StoreError;
use crate::store::read::read;
use crate::units::id::Id;
use crate::units::year::FinancialYear;

/// A register ready to be asked.
#[derive(Debug)]
pub(crate) struct Opened {
    pub(crate) register: Register,
    pub(crate) guidance: &'static Guidance,
    pub(crate) question: Question,
}

impl Opened {
    /// Opens a file for `year`, or for the register's base year.
    pub(crate) fn new(file: &Path, year: Option<FinancialYear>) -> Result<Self, Refusal> {
        let refuse = |error| Refusal::not_opened(file, &error);
        let register = read(file).map_err(refuse)?.register;
        let named = &register.settings.guidance;
        let unknown = || StoreError::UnknownGuidance {
            name: file.display().to_string(),
            edition: named.clone(),
        };
        let guidance = edition(named).ok_or_else(unknown).map_err(refuse)?;
        let year = year.unwrap_or(register.settings.base_year);
        Ok(Self {
            register,
            guidance,
            question: Question { year },
        })
    }

    /// Refuses a partnership that the register does not have; none asked for is all of them.
    pub(crate) fn must_have(&self, partnership: Option<Id>) -> Result<(), Refusal> {
        match partnership {
            Some(id) if self.register.partnership(id).is_none() => Err(Refusal::no_partnership(id)),
            _ => Ok(()),
        }
    }

    /// Everything that the engine says of it, or of some partnerships; refuses one that the register does not have.
    pub(crate) fn findings_of(&self, only: Option<&[Id]>) -> Result<Findings, Refusal> {
        let findings = self.findings();
        let Some(only) = only else {
            return Ok(findings);
        };
        for id in only {
            self.must_have(Some(*id))?;
        }
        Ok(findings.narrowed(&Filter::only(only.iter().copied())))
    }

    /// Everything that the engine says of it.
    pub(crate) fn findings(&self) -> Findings {
        appraise(&self.register, self.guidance, self.question)
    }
}

/// What is written must not take the place of what it is made from, by whatever path.
pub(crate) fn must_not_be(out: &Path, file: &Path) -> Result<(), Refusal> {
    match (out.canonicalize(), file.canonicalize()) {
        (Ok(same), Ok(file)) if same == file => {
            let out = out.display();
            let message = format!("\"{out}\" is what this is made from. Name another file for it");
            Err(Refusal::Unknown(message))
        }
        _ => Ok(()),
    }
}
