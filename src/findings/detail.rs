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
