//! What a paper is about, with everything that its sections look up: findings, register, guidance, and the words of its head.

use crate::costing::schedule::Total;
use crate::findings::doubt::{Doubt, doubt};
use crate::findings::findings::{Findings, Question};
use crate::findings::partnership::PartnershipFindings;
use crate::guidance::edition::{Guidance, edition, newest};
use crate::model::paper::Paper;
use crate::model::partnership::Partnership;
use crate::model::record_name::partner_name;
use crate::report::board_paper::appendices::single_posts;
use crate::report::board_paper::words::{line, name, name_of, on_basis, other};
use crate::report::board_paper::{Asked, Subject};
use crate::report::document::Fact;
use crate::report::summary::{short_total, total_text};
use crate::report::value_for_money::Drawn;
use crate::units::display;
use crate::units::quantity::Money;

/// What a register is called that has no name.
const UNNAMED: &str = "Register of partnerships";

/// The subject of a paper.
pub(crate) struct Of<'a> {
    pub(crate) asked: &'a Asked<'a>,
    pub(crate) findings: &'a Findings,
    pub(crate) guidance: &'static Guidance,
    /// The partnership, where it is of one.
    pub(crate) one: Option<One<'a>>,
}

/// The one partnership that a paper is about.
#[derive(Clone, Copy)]
pub(crate) struct One<'a> {
    pub(crate) found: &'a PartnershipFindings,
    pub(crate) typed: &'a Partnership,
}

impl<'a> Of<'a> {
    /// Nothing where the findings have no such partnership.
    pub(crate) fn new(asked: &'a Asked<'a>) -> Option<Self> {
        let findings = asked.findings;
        let one = match asked.of {
            Subject::Portfolio => None,
            Subject::Partnership(id) => Some(One {
                found: findings.partnership(id)?,
                typed: findings.register.partnership(id)?,
            }),
        };
        Some(Self {
            asked,
            findings,
            guidance: edition(findings.guidance).unwrap_or_else(newest),
            one,
        })
    }

    /// What is typed of the paper.
    pub(crate) fn paper(&self) -> &'a Paper {
        let typed = self.one.map(|it| &it.typed.paper);
        typed.unwrap_or(&self.findings.register.paper)
    }

    /// The register's name.
    pub(crate) fn register_name(&self) -> String {
        let title = name(&self.findings.title);
        if title.is_empty() {
            UNNAMED.to_owned()
        } else {
            title
        }
    }

    /// The body that owns the register, or the register's name.
    pub(crate) fn author(&self) -> String {
        let register = &self.findings.register;
        let us = register.us().map(|us| partner_name(register, Some(us.id)));
        us.map_or_else(|| self.register_name(), |us| name(&us))
    }

    pub(crate) fn title(&self) -> String {
        match self.one {
            Some(it) => format!("{}: what it costs and what it achieves", name_of(it.found)),
            None => "Partnerships: what they cost and what they achieve".to_owned(),
        }
    }

    pub(crate) fn about(&self) -> String {
        let year = self.findings.year;
        let what = match self.one {
            Some(it) => name_of(it.found),
            None => format!("The partnerships of {}", self.author()),
        };
        let basis = on_basis(self.asked.basis);
        format!("{what}: cost {basis}, achievement and value for money in {year}.")
    }

    pub(crate) fn facts(&self) -> Vec<Fact> {
        let paper = self.paper();
        let fact = |label: &str, text: String| Fact {
            label: label.to_owned(),
            text,
        };
        let mut facts = Vec::new();
        let body = name(&paper.decision_body);
        if !body.is_empty() {
            facts.push(fact("Report to", body));
        }
        let day = paper.meeting.unwrap_or(self.asked.date);
        let label = if paper.meeting.is_some() {
            "Meeting"
        } else {
            "Date"
        };
        facts.push(fact(label, display::date(day)));
        let post = name(&paper.report_of);
        if !post.is_empty() {
            facts.push(fact("Report of", post));
        }
        if let Some(lead) = self.one.map(|it| name(&it.typed.lead_post))
            && !lead.is_empty()
        {
            facts.push(fact("Lead officer", lead));
        }
        let year = self.findings.year;
        let (own, beside) = (self.asked.basis, other(self.asked.basis));
        let bases = format!(
            "Cost a year in {year} {}; {} beside it where named",
            on_basis(own),
            line(beside.label())
        );
        facts.push(fact("Figures", bases));
        if self.findings.is_illustrative {
            let made_up = "Illustrative: the figures are made up to show how the program works";
            facts.push(fact("Please note", made_up.to_owned()));
        }
        facts
    }

    /// Who is asked to decide: `Cabinet`, or `It`.
    pub(crate) fn decision_body(&self) -> String {
        name(&self.paper().decision_body)
    }

    /// A total in short: `£3.4m`, `at least £3.4m`.
    pub(crate) fn short(&self, total: Total) -> String {
        short_total(total, self.findings.money_unit())
    }

    /// A total in full: `£96,400`, `at least £96,400`.
    pub(crate) fn total(&self, total: Total) -> String {
        total_text(total, self.findings.money_unit())
    }

    /// An amount in short.
    pub(crate) fn money(&self, amount: Money) -> String {
        display::money_short_in(amount, self.findings.money_unit())
    }

    /// The range of the one partnership's cost, one fact varied at a time.
    pub(crate) fn doubt(&self) -> Option<Doubt> {
        let id = self.one?.found.id;
        let year = self.findings.year;
        doubt(
            &self.findings.register,
            self.guidance,
            Question { year },
            id,
        )
    }

    /// What draws say of the one partnership, by itself; no pay of a grade with one post, which would be of a person.
    pub(crate) fn drawn(&self) -> Option<Drawn<'a>> {
        let single = single_posts(&self.findings.register);
        let mut drawn = self.drawn_in_full()?;
        drawn.switching = drawn.switching.filter(|it| !single.contains(&it.at.record));
        Some(drawn)
    }

    /// As `drawn`, as the partnership's own page has it.
    pub(crate) fn drawn_in_full(&self) -> Option<Drawn<'a>> {
        Some(Drawn {
            simulated: self.asked.doubts.by_itself?,
            switching: self.asked.switching,
        })
    }
}
