//! Which partnerships need a decision, and why: the lists that a chief executive looks at first.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::costing::basis::Basis;
use crate::findings::due::{Due, DueKind, Quarter, due};
use crate::findings::findings::Findings;
use crate::findings::partnership::PartnershipFindings;
use crate::units::id::Id;
use crate::units::quantity::Money;

/// Why a partnership needs a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// It costs more and scores less than another, by more than the range of either score.
    Bettered,
    /// Its priced benefits are worth less than its costs.
    LosesValue,
    /// A review has passed, or its funding has run out.
    Overdue,
    /// It ends, or its funding does, within a year.
    Ending,
    /// A review falls in this quarter or the next.
    Due,
    /// Too little of its achievement is known to show a score.
    NotScored,
    /// Part of its cost is not known.
    CostNotKnown,
}

impl Reason {
    /// What is said of them: `cost more and score less than another`.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Bettered => "Costs more and scores less than another",
            Self::LosesValue => "Priced benefits below cost",
            Self::Overdue => "Review or funding overdue",
            Self::Ending => "Ends or loses funding within a year",
            Self::Due => "Review this quarter or next",
            Self::NotScored => "Not scored",
            Self::CostNotKnown => "Cost not known in full",
        }
    }
}

/// The partnerships that need a decision for one reason, the dearest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The reason.
    pub reason: Reason,
    /// The partnerships; one at least.
    pub partnerships: Vec<Id>,
}

/// The last day that the lists look ahead to: the end of next quarter.
pub fn horizon(today: Date) -> Date {
    let after = Quarter::of(today).next().next();
    let month = match after.number {
        1 => 4,
        2 => 7,
        3 => 10,
        _ => 1,
    };
    let year = after.year.start().saturating_add(i16::from(month == 1));
    let first = Date::new(year, month, 1).and_then(Date::yesterday);
    first.unwrap_or(today)
}

/// Every reason that somebody has, in the order that they weigh.
pub fn decisions(findings: &Findings, basis: Basis, today: Date) -> Vec<Decision> {
    let mut dates: BTreeMap<Id, Vec<Due>> = BTreeMap::new();
    for it in due(findings, today) {
        dates.entry(it.partnership).or_default().push(it);
    }
    let in_a_year = today.checked_add(jiff::Span::new().years(1));
    let in_a_year = in_a_year.unwrap_or(Date::MAX);
    let soon = horizon(today);
    let has =
        |id: Id, is: &dyn Fn(&Due) -> bool| dates.get(&id).is_some_and(|due| due.iter().any(is));
    let is_review = |it: &Due| matches!(it.kind, DueKind::Review | DueKind::Agreement);
    let is_end = |it: &Due| matches!(it.kind, DueKind::End | DueKind::Funding);
    let is = |it: &PartnershipFindings, reason: Reason| match reason {
        Reason::Bettered => findings.called_out(it.id, basis).is_some(),
        Reason::LosesValue => loses_value(it),
        Reason::Overdue => has(it.id, &|it| it.date < today),
        Reason::Ending => has(it.id, &|it| {
            is_end(it) && it.date >= today && it.date < in_a_year
        }),
        Reason::Due => has(it.id, &|it| {
            is_review(it) && it.date >= today && it.date <= soon
        }),
        Reason::NotScored => it.achievement.shown_score().is_none(),
        Reason::CostNotKnown => it.annual_cost.get(basis).is_at_least,
    };
    let dearest = findings.portfolio.dearest.get(basis);
    let reasons = [
        Reason::Bettered,
        Reason::LosesValue,
        Reason::Overdue,
        Reason::Ending,
        Reason::Due,
        Reason::NotScored,
        Reason::CostNotKnown,
    ];
    let all = dearest.iter().filter_map(|id| findings.partnership(*id));
    let all: Vec<&PartnershipFindings> = all.collect();
    reasons
        .into_iter()
        .filter_map(|reason| {
            let those = all.iter().filter(|it| is(it, reason));
            let partnerships: Vec<Id> = those.map(|it| it.id).collect();
            (!partnerships.is_empty()).then_some(Decision {
                reason,
                partnerships,
            })
        })
        .collect()
}

/// Both sides must be known in full: a cost or a benefit that leaves something out proves nothing.
fn loses_value(it: &PartnershipFindings) -> bool {
    let worth = &it.appraisal.worth;
    worth.is_priced
        && it.appraisal.unpriced.is_empty()
        && !worth.pvc.is_at_least
        && !worth.pvb.is_at_least
        && worth.npsv < Money::ZERO
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    use crate::findings::findings::{Question, appraise};
    use crate::guidance::edition;
    use crate::model::register::Register;
    use crate::units::year::FinancialYear;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn the_lists_look_to_the_end_of_next_quarter() {
        for (today, expected) in [
            ("2026-04-01", "2026-09-30"),
            ("2026-09-30", "2026-12-31"),
            ("2026-11-22", "2027-03-31"),
            ("2027-01-01", "2027-06-30"),
        ] {
            assert_eq!(horizon(day(today)), day(expected), "{today}");
        }
    }

    #[test]
    fn each_date_is_a_reason_of_its_own() {
        let mut register = Register::new(FinancialYear::starting(2026));
        let mut add = |review: Option<&str>, end: Option<&str>| {
            let id = register.add_partnership();
            let it = Arc::make_mut(register.partnerships.last_mut().unwrap());
            it.review = review.map(day);
            it.end = end.map(day);
            id
        };
        let late = add(Some("2026-11-21"), None);
        let soon = add(Some("2027-03-31"), None);
        let far = add(Some("2027-04-01"), Some("2027-11-22"));
        let ending = add(None, Some("2027-11-21"));
        let year = FinancialYear::starting(2026);
        let findings = appraise(&register, edition::newest(), Question { year });
        let found = decisions(&findings, Basis::Full, day("2026-11-22"));
        let of = |reason: Reason| {
            let found = found.iter().find(|it| it.reason == reason);
            found.map(|it| it.partnerships.clone()).unwrap_or_default()
        };
        assert_eq!(of(Reason::Overdue), [late]);
        assert_eq!(of(Reason::Due), [soon]);
        assert_eq!(of(Reason::Ending), [ending]);
        assert_eq!(of(Reason::NotScored), [late, soon, far, ending]);
        assert_eq!(of(Reason::LosesValue), []);
    }
}
