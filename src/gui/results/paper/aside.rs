//! The paper as it stands, composed beside the window whenever what it says has changed.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::Context;
use jiff::civil::Date;

use crate::costing::basis::Basis;
use crate::findings::findings::Findings;
use crate::gui::aside::Aside;
use crate::gui::doubts::DoubtsAtHand;
use crate::report::board_paper::template::{LARGEST, Template};
use crate::report::board_paper::{Asked, BoardPaper, PROGRAM, Subject, board_paper};
use crate::session::session::Session;
use crate::store::checksum::checksum;
use crate::store::wording::of_system;
use crate::uncertainty::switching_value::most_telling;
use crate::units::id::Id;

/// What a paper is composed of.
#[derive(Clone)]
pub(crate) struct Wanted {
    pub(crate) findings: Arc<Findings>,
    pub(crate) of: Subject,
    pub(crate) basis: Basis,
    pub(crate) date: Date,
    pub(crate) doubts: DoubtsAtHand,
    /// The council's own headings; the usual ones where there is no such file.
    pub(crate) template: Option<PathBuf>,
}

impl PartialEq for Wanted {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.findings, &other.findings)
            && (self.of, self.basis, self.date) == (other.of, other.basis, other.date)
            && self.doubts.is_same(&other.doubts)
            && self.template == other.template
    }
}

/// A paper, or why there is none.
pub(crate) struct Composed {
    /// Nothing where the register has no such partnership.
    pub(crate) paper: Option<Arc<BoardPaper>>,
    /// Why the council's own headings are not those of the paper.
    pub(crate) template_problem: Option<String>,
}

/// The paper that was composed last.
pub(crate) type PaperAside = Aside<Composed, Wanted>;

/// The paper that is wanted, with whether it is of the register as it is.
pub(crate) fn composed(
    aside: &mut PaperAside,
    ctx: &Context,
    session: &Session,
    wanted: &Wanted,
) -> Option<(Arc<Composed>, bool)> {
    let own = wanted.clone();
    aside.of_part_or_before(ctx, session, wanted, move |_, _, _| compose(&own))
}

fn compose(wanted: &Wanted) -> Composed {
    let (template, template_problem) = match wanted.template.as_deref().map(template) {
        None => (Template::default(), None),
        Some(Ok(template)) => (template, None),
        Some(Err(why)) => (Template::default(), Some(why)),
    };
    let part: Option<Id> = match wanted.of {
        Subject::Portfolio => None,
        Subject::Partnership(id) => Some(id),
    };
    let subject = wanted.doubts.subject.as_ref();
    let subject = subject.filter(|(of, _)| *of == part && part.is_some());
    let asked = Asked {
        findings: &wanted.findings,
        of: wanted.of,
        basis: wanted.basis,
        date: wanted.date,
        doubts: wanted.doubts.of(part),
        switching: subject.and_then(|(_, it)| most_telling(&it.switching)),
        template: &template,
        checksum: &checksum(&wanted.findings.register).unwrap_or_default(),
        program: PROGRAM,
    };
    Composed {
        paper: board_paper(&asked).map(Arc::new),
        template_problem,
    }
}

/// Reads a template, however large the file is.
fn template(path: &Path) -> Result<Template, String> {
    let name = path.display();
    let mut text = String::new();
    let limit = u64::try_from(LARGEST).unwrap_or(u64::MAX).saturating_add(1);
    File::open(path)
        .and_then(|file| file.take(limit).read_to_string(&mut text))
        .map_err(|error| format!("The template {name} cannot be read: {}", of_system(&error)))?;
    Template::read(&text).map_err(|error| format!("The template {name}: {error}"))
}
