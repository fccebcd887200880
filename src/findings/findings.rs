//! The one door of the engine: a register, dated guidance and a question in, findings out. Pure, and it cannot fail.

use std::sync::Arc;

use rayon::prelude::*;

use crate::costing::basis::Basis;
use crate::costing::context::Context;
use crate::findings::grade::{GradeFindings, grades};
use crate::findings::narrow::Narrowed;
use crate::findings::partnership::{self, Ground, PartnershipFindings};
use crate::findings::portfolio::{self, PortfolioFindings};
use crate::guidance::edition::Guidance;
use crate::model::check::check_shared;
use crate::model::partnership::Partnership;
use crate::model::query::{Counts, Query, Severity};
use crate::model::register::Register;
use crate::units::id::Id;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::Number;
use crate::units::trace::Plain;
use crate::units::year::FinancialYear;

/// The version of the method: raised when a formula changes a figure.
pub const METHOD: u32 = 1;

/// What is asked of a register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// The year whose annual cost is wanted.
    pub year: FinancialYear,
}

/// Everything that the engine says of a register.
#[derive(Clone, Debug)]
pub struct Findings {
    /// The register it is said of.
    pub register: Register,
    /// The register's name.
    pub title: String,
    /// Whether the figures are made up.
    pub is_illustrative: bool,
    /// The year whose annual cost it is.
    pub year: FinancialYear,
    /// The guidance edition that was used.
    pub guidance: &'static str,
    /// Each grade, in order of id.
    pub grades: Vec<GradeFindings>,
    /// Each partnership, in the order of the register.
    pub partnerships: Vec<Arc<PartnershipFindings>>,
    /// All partnerships together.
    pub portfolio: PortfolioFindings,
    /// Queries on settings, partners and grades.
    pub shared_queries: Vec<Query>,
    /// What was left out, where these are the findings of some partnerships only.
    pub narrowed: Option<Narrowed>,
}

impl Findings {
    /// The unit that every sum of a screen, a chart or a paper is shown in.
    pub fn money_unit(&self) -> MoneyUnit {
        self.register.settings.money_unit
    }

    /// What is said of one partnership.
    pub fn partnership(&self, id: Id) -> Option<&PartnershipFindings> {
        let found = self.partnerships.get(self.portfolio.place(id)?)?;
        Some(found)
    }

    /// The partnership that one is told to look at: it costs less and scores more, by more than the range of either score.
    ///
    /// Source: the method note, section 8: only gaps wider than both ranges are called out in text.
    pub fn called_out(&self, id: Id, basis: Basis) -> Option<&PartnershipFindings> {
        let better = self.portfolio.dominated.get(basis).get(&id)?;
        let (one, better) = (self.partnership(id)?, self.better_one(*better)?);
        let cost = |it: &PartnershipFindings| it.annual_cost.get(basis).amount;
        let gap = better.achievement.shown_score()? - one.achievement.shown_score()?;
        let width = |it: &PartnershipFindings| it.achievement.high - it.achievement.low;
        let is_clear = gap > Number::ZERO && gap > width(one) && gap > width(better);
        (is_clear && cost(one) > cost(better)).then_some(better)
    }

    /// What is said of one grade.
    pub fn grade(&self, id: Id) -> Option<&GradeFindings> {
        self.grades.iter().find(|it| it.id == id)
    }

    /// Every query: the shared ones, then each partnership's.
    pub fn queries(&self) -> impl Iterator<Item = &Query> {
        let of_partnerships = self.partnerships.iter().flat_map(|it| &it.queries);
        let across = &self.portfolio.worth.queries;
        self.shared_queries
            .iter()
            .chain(across)
            .chain(of_partnerships)
    }

    /// How many queries there are of a severity.
    pub fn n_queries(&self, severity: Severity) -> usize {
        let mut counts = Counts::of(&self.shared_queries);
        counts.add(self.portfolio.n_queries);
        counts.add(Counts::of(&self.portfolio.worth.queries));
        counts.get(severity)
    }
}

/// Appraises a whole register.
pub fn appraise(register: &Register, guidance: &'static Guidance, question: Question) -> Findings {
    appraise_with(register, guidance, question, |_, _| None)
}

/// Appraises a register again after an edit; what did not change is kept.
///
/// A partnership's findings are kept when its own record, the settings, partners, grades and outcomes, the guidance and
/// the question are those of `previous`; and the list of partnerships, where it may be merged with one of them.
pub fn reappraise(
    previous: &Findings,
    register: &Register,
    guidance: &'static Guidance,
    question: Question,
) -> Findings {
    let old = &previous.register;
    let is_shared_same = Arc::ptr_eq(&old.settings, &register.settings)
        && Arc::ptr_eq(&old.partners, &register.partners)
        && Arc::ptr_eq(&old.grades, &register.grades)
        && Arc::ptr_eq(&old.outcomes, &register.outcomes)
        && previous.guidance == guidance.name
        && previous.year == question.year;
    if !is_shared_same {
        return appraise(register, guidance, question);
    }
    let ids = |it: &Register| -> Vec<Id> { it.partnerships.iter().map(|it| it.id).collect() };
    let is_list_same = ids(old) == ids(register);
    let may_merge = |it: &Partnership| it.options.iter().any(|it| it.merged_with.is_some());
    // After an edit most partnerships stand where they stood; after an insertion they stand near it.
    appraise_with(register, guidance, question, |at, partnership| {
        let near = at.saturating_sub(1)..at.saturating_add(2);
        near.into_iter().find_map(|at| {
            let is_same = Arc::ptr_eq(old.partnerships.get(at)?, partnership)
                && (is_list_same || !may_merge(partnership));
            previous.partnerships.get(at).filter(|_| is_same).cloned()
        })
    })
}

/// Queries on what partnerships share, and on grades that no hour can be costed of.
fn shared_queries(
    register: &Register,
    guidance: &Guidance,
    year: FinancialYear,
    context: &Context<'_, Plain>,
) -> Vec<Query> {
    let mut queries = check_shared(register, guidance, year);
    let without_time = register.grades.iter().filter(|grade| {
        let cost = context.grade(Some(grade.id));
        cost.is_some_and(|cost| cost.productive_hours.is_none())
    });
    queries.extend(without_time.map(|grade| Query {
        severity: Severity::Error,
        partnership: None,
        record: grade.id,
        field: Some("weekly_hours"),
        message: "No productive hours are left in its year, so an hour of it cannot be costed".into(),
        hint: "Correct the hours a week, or the days of leave, training and sickness, here or in the settings".into(),
    }));
    queries
}

fn appraise_with(
    register: &Register,
    guidance: &'static Guidance,
    question: Question,
    kept: impl Fn(usize, &Arc<Partnership>) -> Option<Arc<PartnershipFindings>> + Sync,
) -> Findings {
    let year = question.year;
    let ground = Ground::new(register, guidance, year);
    let partnerships: Vec<_> = register
        .partnerships
        .par_iter()
        .with_min_len(32)
        .enumerate()
        .map(|(at, it)| kept(at, it).unwrap_or_else(|| Arc::new(partnership::find(&ground, it))))
        .collect();
    Findings {
        register: register.clone(),
        title: register.settings.title.clone(),
        is_illustrative: register.settings.is_illustrative,
        year,
        guidance: guidance.name,
        grades: grades(&ground.context),
        portfolio: portfolio::find(register, &partnerships),
        partnerships,
        shared_queries: shared_queries(register, guidance, year, &ground.context),
        narrowed: None,
    }
}
