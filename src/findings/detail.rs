//! What the engine says of each record of one partnership, for its own page; and its cost year by year.

use std::collections::BTreeMap;

use crate::costing::basis::{Basis, ByBasis};
use crate::costing::context::Context;
use crate::costing::cost_line::CostLine;
use crate::costing::partnership::lines;
use crate::costing::schedule::Total;
use crate::costing::sittings::dated;
use crate::findings::findings::Question;
use crate::findings::partnership::annual_cost;
use crate::findings::secondment::{SecondmentFindings, secondment};
use crate::guidance::edition::Guidance;
use crate::model::register::Register;
use crate::units::id::Id;
use crate::units::quantity::Hours;
use crate::units::trace::Plain;
use crate::units::year::FinancialYear;

/// Years that the page shows, the one asked for first.
const N_YEARS: i16 = 5;

/// The records of one partnership and its years.
#[derive(Clone, Debug, Default)]
pub struct Detail {
    /// What each record comes to; a meeting is its attendees and expenses together.
    pub records: BTreeMap<Id, RecordFigures>,
    /// How many meetings of each body are dated in the year, and counted in place of meetings a year.
    pub dated: BTreeMap<Id, usize>,
    /// The parts of each secondment.
    pub secondments: BTreeMap<Id, SecondmentFindings>,
    /// Running cost of the year that was asked for and those after it, at the register's pay and prices.
    pub years: Vec<(FinancialYear, ByBasis<Total>)>,
}

/// What one record comes to in the year.
#[derive(Clone, Debug, Default)]
pub struct RecordFigures {
    /// Its cost; "at least" where a part is not known.
    pub cost: ByBasis<Total>,
    /// Its hours of time, where it has any.
    pub hours: Option<Hours>,
}

/// Says everything of the records of the partnership `id`; nothing where the register has none such.
pub fn detail(
    register: &Register,
    guidance: &'static Guidance,
    question: Question,
    id: Id,
) -> Option<Detail> {
    let partnership = register.partnership(id)?;
    let context = Context::new(&Plain, register, guidance, question.year);
    let mut detail = Detail::default();
    for line in lines(&context, partnership) {
        detail.add(line.record, &line);
        let meeting = partnership.meetings.iter().find(|meeting| {
            let attendees = meeting.attendees.iter().map(|it| it.id);
            let mut within = attendees.chain(meeting.expenses.iter().map(|it| it.id));
            within.any(|id| id == line.record)
        });
        if let Some(meeting) = meeting {
            detail.add(meeting.id, &line);
        }
    }
    let meetings = partnership.meetings.iter();
    detail.dated = meetings
        .map(|it| (it.id, dated(partnership, it, question.year).len()))
        .collect();
    let secondments = partnership.secondments.iter();
    detail.secondments = secondments
        .map(|it| (it.id, secondment(&context, partnership, it)))
        .collect();
    detail.years = (0..N_YEARS)
        .map(|n| {
            let year = question.year.plus(n);
            let context = Context::new(&Plain, register, guidance, year);
            (year, annual_cost(&context, partnership))
        })
        .collect();
    Some(detail)
}

impl Detail {
    /// What several records come to together, such as all those of one list: costs on each basis, and the hours of those
    /// that have any. "At least" where a part of one is not known.
    ///
    /// A meeting is its attendees and expenses already: it is not to be named beside them.
    pub fn together(&self, records: impl IntoIterator<Item = Id>) -> RecordFigures {
        let mut together = RecordFigures::default();
        for figures in records.into_iter().filter_map(|id| self.records.get(&id)) {
            for basis in Basis::ALL {
                let (total, more) = (together.cost.get_mut(basis), figures.cost.get(basis));
                total.amount = total.amount + more.amount;
                total.is_at_least |= more.is_at_least;
            }
            if let Some(hours) = figures.hours {
                together.hours = Some(together.hours.unwrap_or_default() + hours);
            }
        }
        together
    }

    fn add(&mut self, record: Id, line: &CostLine<()>) {
        let figures = self.records.entry(record).or_default();
        for basis in Basis::ALL {
            if !line.category.is_on(basis) {
                continue;
            }
            let total = figures.cost.get_mut(basis);
            match &line.amount {
                Some(amount) => total.amount = total.amount + amount.value,
                None => total.is_at_least = true,
            }
        }
        if let Some(hours) = &line.hours {
            figures.hours = Some(figures.hours.unwrap_or_default() + hours.value);
        }
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;
    use crate::units::id::Kind;
    use crate::units::quantity::{Money, Quantity};

    fn figures(pence: i64, is_at_least: bool, hours: Option<i64>) -> RecordFigures {
        let mut figures = RecordFigures {
            hours: hours.map(|it| Hours::new(Decimal::from(it))),
            ..RecordFigures::default()
        };
        *figures.cost.get_mut(Basis::Full) = Total {
            amount: Money::new(Decimal::new(pence, 2)),
            is_at_least,
        };
        figures
    }

    #[test]
    fn records_together_are_at_least_their_sum() {
        let id = |number| Id::new(Kind::Attendee, number);
        let mut detail = Detail::default();
        detail
            .records
            .insert(id(1), figures(120_050, false, Some(10)));
        detail.records.insert(id(2), figures(30_025, true, None));
        detail.records.insert(id(3), figures(999, false, Some(7)));
        // £1,200.50 + £300.25 = £1,500.75, at least; the third is not asked for, the fourth costs nothing.
        let together = detail.together([id(1), id(2), id(4)]);
        let full = together.cost.get(Basis::Full);
        assert_eq!(full.amount, Money::new(Decimal::new(150_075, 2)));
        assert!(full.is_at_least);
        assert_eq!(together.hours, Some(Hours::new(Decimal::from(10))));
        let known = detail.together([id(1), id(3)]);
        assert!(!known.cost.get(Basis::Full).is_at_least);
        // £1,200.50 + £9.99 = £1,210.49; 10 h + 7 h = 17 h.
        assert_eq!(
            known.cost.get(Basis::Full).amount,
            Money::new(Decimal::new(121_049, 2))
        );
        assert_eq!(known.hours, Some(Hours::new(Decimal::from(17))));
        assert_eq!(detail.together([id(2)]).hours, None);
    }
}
