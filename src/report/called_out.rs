//! The partnerships that clearly cost more and score less than another, each with the one to ask about.

use crate::costing::basis::Basis;
use crate::findings::findings::Findings;
use crate::report::statement::name;
use crate::units::display;
use crate::units::id::Id;

/// What stands before the name of the one that betters it.
pub const COSTS_MORE: &str = "costs more and scores less than";

/// What stands after that name.
pub const ASK_WHY: &str = ": ask why";

/// A partnership that is asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalledOut {
    /// The partnership.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Whether the law requires it: then the question is how, not whether.
    pub is_statutory: bool,
    /// `£425,000 a year, scores 38`.
    pub figures: String,
    /// The one that costs less and scores more.
    pub better: Id,
    /// Its name.
    pub better_name: String,
    /// `£96,400 a year, scores 66`.
    pub better_figures: String,
}

impl CalledOut {
    /// `costs more and scores less than Food Partnership: ask why`.
    pub fn words(&self) -> String {
        format!("{COSTS_MORE} {}{ASK_WHY}", self.better_name)
    }
}

/// Those that are called out on `basis`, dearest first.
pub fn called_out(findings: &Findings, basis: Basis) -> Vec<CalledOut> {
    let unit = findings.money_unit();
    let figures = |id: Id| {
        let it = findings.partnership(id)?;
        let cost = display::money_in(it.annual_cost.get(basis).amount, unit);
        let score = display::score(it.achievement.shown_score()?);
        Some(format!("{cost} a year, scores {score}"))
    };
    let dearest = findings.portfolio.dearest.get(basis).iter();
    dearest
        .filter_map(|id| {
            let better = findings.called_out(*id, basis)?;
            let it = findings.partnership(*id)?;
            Some(CalledOut {
                id: *id,
                name: name(findings, it.id),
                is_statutory: it.is_statutory,
                figures: figures(*id)?,
                better: better.id,
                better_name: name(findings, better.id),
                better_figures: figures(better.id)?,
            })
        })
        .collect()
}

/// What the list says above its lines, or in their place.
pub fn why_asked(n: usize) -> &'static str {
    if n == 0 {
        "None clearly costs more and scores less than another. Only gaps wider than what is missing of either score \
         are called out, and only of costs that leave nothing out."
    } else {
        "There may be a good reason: a harder task, a greater need, a duty. Ask for it."
    }
}
