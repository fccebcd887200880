//! The paper for a board, a cabinet or a committee, composed from the findings and from what an officer has typed.
//!
//! **Architecture invariant:** it works no figure out and adds no two figures up; sentences and tables are those of the rest
//! of [`report`](crate::report) where it has them, and every figure becomes text in [`display`](crate::units::display).

mod appendices;
mod background;
mod costs;
mod draft;
mod findings;
mod method_note;
mod options;
pub mod part;
mod purpose;
mod recommendations;
mod risk;
mod subject;
mod summary;
pub mod template;
pub mod to_do;
mod words;

use jiff::civil::Date;

use crate::chart::doubts::Doubts;
use crate::costing::basis::Basis;
use crate::findings::findings::Findings;
use crate::model::paper::PaperEdit;
use crate::report::board_paper::draft::Draft;
use crate::report::board_paper::part::{Appendix, Part};
use crate::report::board_paper::subject::Of;
use crate::report::board_paper::template::Template;
use crate::report::document::{Document, Origin};
use crate::uncertainty::switching_value::Switching;
use crate::units::id::Id;

/// The program, as papers and workbooks name it.
pub const PROGRAM: &str = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"));

/// What a paper is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// All partnerships of the findings.
    Portfolio,
    /// One of them.
    Partnership(Id),
}

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The findings; the register that they are of has what is typed of the paper.
    pub findings: &'a Findings,
    /// What it is about.
    pub of: Subject,
    /// The basis of the running cost; the other one is named beside it.
    pub basis: Basis,
    /// The day it is dated; reviews and ends are counted from it.
    pub date: Date,
    /// What draws and variations say: of all partnerships, or of the one, as a chart takes it.
    pub doubts: Doubts<'a>,
    /// The switching value of the one partnership that is nearest to today's figure, where it was looked for.
    pub switching: Option<&'a Switching>,
    /// The sections, their order and their headings.
    pub template: &'a Template,
    /// What tells the register that it was made from from any other, such as a hash of the file; blank where there is none.
    pub checksum: &'a str,
    /// The version of the program.
    pub program: &'a str,
}

/// A paper with what its author still has to see to.
#[derive(Clone, Debug, PartialEq)]
pub struct BoardPaper {
    /// The paper.
    pub document: Document,
    /// Every paragraph that the program composed or asked for, those that an edit leaves out with them, in order.
    pub passages: Vec<Passage>,
    /// Edits of paragraphs that this paper does not have: their section is left out, or what they were about is no more.
    pub lost: Vec<PaperEdit>,
}

/// A paragraph, as composed and as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Where it stands: `summary/cost`.
    pub place: String,
    /// Its number, `2.1` or `3(a)`; blank where it is left out.
    pub number: String,
    /// The heading of its section.
    pub heading: String,
    /// What the program composes today; an edit keeps it, to tell when the figures have moved.
    pub composed: String,
    /// Where its words come from.
    pub origin: Origin,
    /// Whether an edit leaves it out.
    pub is_left_out: bool,
}

/// Composes a paper; nothing where the findings have no such partnership.
pub fn board_paper(asked: &Asked<'_>) -> Option<BoardPaper> {
    let of = Of::new(asked)?;
    let mut draft = Draft::new(of.paper());
    for section in asked.template.sections() {
        draft.open(&section.key(), &section.heading);
        match section.part {
            Some(Part::Purpose) => purpose::write(&of, &mut draft),
            Some(Part::Summary) => summary::write(&of, &mut draft),
            Some(Part::Recommendations) => recommendations::write(&of, &mut draft),
            Some(Part::Background) => background::write(&of, &mut draft),
            Some(Part::Findings) => findings::write(&of, &mut draft),
            Some(Part::Options) => options::write(&of, &mut draft),
            Some(Part::Financial) => costs::write(&of, &mut draft),
            Some(Part::Risk) => risk::write(&of, &mut draft),
            Some(Part::Legal | Part::Equalities | Part::Consultation) | None => {}
        }
        if !section.prompt.is_empty() {
            draft.prompt("prompt", &section.prompt);
        }
        draft.close();
    }
    draft.start_appendices();
    for appendix in Appendix::ALL {
        draft.open(appendix.key(), asked.template.heading_of(appendix));
        match appendix {
            Appendix::Figures => appendices::figures(&of, &mut draft),
            Appendix::Assumptions => appendices::assumptions(&of, &mut draft),
            Appendix::Method => method_note::write(&of, &mut draft),
            Appendix::Provenance => appendices::provenance(&of, &mut draft),
        }
        draft.close();
    }
    let written = draft.finish();
    Some(BoardPaper {
        document: Document {
            title: of.title(),
            subject: of.about(),
            author: of.author(),
            date: asked.date,
            facts: of.facts(),
            sections: written.sections,
            appendices: written.appendices,
        },
        passages: written.passages,
        lost: written.lost,
    })
}

#[cfg(test)]
mod tests;
