//! What has to be decided when: reviews, ends and funding that run out, by quarter of the financial year.

use jiff::civil::Date;

use crate::findings::findings::Findings;
use crate::model::health_answer::HealthAnswer;
use crate::model::partnership::Partnership;
use crate::units::id::Id;
use crate::units::year::FinancialYear;

/// The question of the health check whose answer says when the written agreement is looked at again.
const AGREEMENT: &str = "agreement";

/// What is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DueKind {
    /// Its funding is agreed up to then.
    Funding,
    /// It ends.
    End,
    /// It is reviewed.
    Review,
    /// Its written agreement is looked at again.
    Agreement,
}

impl DueKind {
    /// What happens, as a list says it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Funding => "Funding ends",
            Self::End => "Ends",
            Self::Review => "Review",
            Self::Agreement => "Agreement reviewed",
        }
    }
}

/// One decision that is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Due {
    /// The day.
    pub date: Date,
    /// What it is.
    pub kind: DueKind,
    /// Of which partnership.
    pub partnership: Id,
}

/// A quarter of a financial year; the first starts in April.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quarter {
    /// The year.
    pub year: FinancialYear,
    /// 1 to 4.
    pub number: u8,
}

impl Quarter {
    /// The quarter that a day falls in.
    pub fn of(day: Date) -> Self {
        let number = match day.month() {
            4..=6 => 1,
            7..=9 => 2,
            10..=12 => 3,
            _ => 4,
        };
        Self {
            year: FinancialYear::of(day),
            number,
        }
    }

    /// The quarter after it.
    #[must_use]
    pub fn next(self) -> Self {
        match self.number {
            4.. => Self {
                year: self.year.plus(1),
                number: 1,
            },
            n => Self {
                number: n.saturating_add(1),
                ..self
            },
        }
    }

    /// `October to December 2026`.
    pub fn label(self) -> String {
        let start = self.year.start();
        match self.number {
            1 => format!("April to June {start}"),
            2 => format!("July to September {start}"),
            3 => format!("October to December {start}"),
            _ => format!("January to March {}", start.saturating_add(1)),
        }
    }
}

/// Every decision that is due, the earliest first. Those before `today` are overdue: a review that has passed without
/// another day set, or funding that ran out of a partnership that goes on. A partnership that has ended has none.
pub fn due(findings: &Findings, today: Date) -> Vec<Due> {
    let mut all = Vec::new();
    for (at, found) in findings.partnerships.iter().enumerate() {
        let register = &findings.register;
        let typed = register.partnerships.get(at).filter(|it| it.id == found.id);
        let typed = typed.or_else(|| register.partnership(found.id));
        if let Some(it) = typed {
            all.extend(of(it, today));
        }
    }
    all.sort_unstable();
    all
}

fn of(it: &Partnership, today: Date) -> impl Iterator<Item = Due> {
    let has_ended = it.end.is_some_and(|end| end < today);
    let agreement = it.health.iter().find(|it| it.question == AGREEMENT);
    let agreement = agreement.and_then(|it: &HealthAnswer| it.review);
    let id = it.id;
    [
        (DueKind::Funding, it.funded_until),
        (DueKind::End, it.end),
        (DueKind::Review, it.review),
        (DueKind::Agreement, agreement),
    ]
    .into_iter()
    .filter(move |_| !has_ended)
    .filter_map(move |(kind, date)| {
        Some(Due {
            date: date?,
            kind,
            partnership: id,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    use crate::findings::findings::{Question, appraise};
    use crate::guidance::edition;
    use crate::model::register::Register;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn a_quarter_starts_in_april_july_october_and_january() {
        for (date, expected) in [
            ("2026-04-01", "April to June 2026"),
            ("2026-09-30", "July to September 2026"),
            ("2026-12-31", "October to December 2026"),
            ("2027-03-31", "January to March 2027"),
        ] {
            assert_eq!(Quarter::of(day(date)).label(), expected);
        }
        let last = Quarter::of(day("2027-03-31"));
        assert_eq!(last.next(), Quarter::of(day("2027-04-01")));
        assert_eq!(Quarter::of(day("2026-06-30")).next().number, 2);
    }

    #[test]
    fn what_is_due_comes_in_order_and_what_has_ended_is_past_deciding() {
        let mut register = Register::new(FinancialYear::starting(2026));
        let mut add = |review: Option<&str>, end: Option<&str>, funded: Option<&str>| {
            let id = register.add_partnership();
            let it = Arc::make_mut(register.partnerships.last_mut().unwrap());
            it.review = review.map(day);
            it.end = end.map(day);
            it.funded_until = funded.map(day);
            id
        };
        let first = add(Some("2026-01-31"), None, Some("2027-03-31"));
        let second = add(None, Some("2026-12-31"), None);
        add(Some("2026-12-01"), Some("2026-11-21"), None);
        let year = FinancialYear::starting(2026);
        let findings = appraise(&register, edition::newest(), Question { year });
        let found = due(&findings, day("2026-11-22"));
        let found: Vec<_> = found.iter().map(|it| (it.kind, it.partnership)).collect();
        assert_eq!(
            found,
            [
                (DueKind::Review, first),
                (DueKind::End, second),
                (DueKind::Funding, first),
            ]
        );
    }
}
