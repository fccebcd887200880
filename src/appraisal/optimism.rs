//! The correction for optimism: costs up, benefits down, by the grade of the evidence of each line.

use std::collections::BTreeMap;

use crate::appraisal::terms::Terms;
use crate::guidance::edition::Official;
use crate::model::inputs::{AnyInput, Inputs};
use crate::model::meeting::Meeting;
use crate::model::partnership::Partnership;
use crate::units::id::{Id, InputId, Kind};
use crate::units::quantity::{Money, Rate};
use crate::units::trace::{Recorder, Val};

/// One grade of evidence a line: the weakest of its typed quantities that have one.
#[derive(Debug, Default)]
pub struct Grades {
    by_record: BTreeMap<Id, u8>,
}

impl Grades {
    /// The grades of a partnership's lines; none where no correction is made.
    ///
    /// A line of a meeting rests on the meeting too, and a plan on each of its years.
    pub fn of<R: Recorder>(terms: &Terms<'_, R>, partnership: &Partnership) -> Self {
        let mut grades = Self::default();
        if !terms.has_optimism_bias {
            return grades;
        }
        let see: &mut dyn FnMut(InputId, &dyn AnyInput) = &mut |id, input| {
            if let Some(grade) = input.evidence().and_then(|it| it.grade) {
                grades.weaken(id.record, grade);
            }
        };
        partnership.each_input(see);
        for meeting in &partnership.meetings {
            grades.spread(meeting);
        }
        let of_options = partnership.options.iter().flat_map(|it| &it.cash_lines);
        for cash in partnership.cash_lines.iter().chain(of_options) {
            let parts = cash.years.iter().map(|it| it.id);
            grades.gather(cash.id, parts.collect());
        }
        let of_options = partnership.options.iter().flat_map(|it| &it.benefits);
        for benefit in partnership.benefits.iter().chain(of_options) {
            let parts = benefit.years.iter().map(|it| it.id);
            grades.gather(benefit.id, parts.collect());
        }
        grades
    }

    /// The grade of a line; nothing where nobody has graded it.
    pub fn get(&self, record: Id) -> Option<u8> {
        self.by_record.get(&record).copied()
    }

    /// A cost with its correction: `cost × (1 + correction)`, and money that comes in, a line below nought, `× (1 − it)`.
    ///
    /// The two halves of a secondment are one cost, so that what its lender gets back is corrected as its host's part is.
    pub fn on_cost<'r, R: Recorder>(
        &self,
        terms: &Terms<'r, R>,
        record: Id,
        cost: Val<'r, R, Money>,
    ) -> Val<'r, R, Money> {
        let correction =
            self.correction(record, |grade| terms.guidance.optimism_bias.on_cost(grade));
        match correction {
            Some(correction) => {
                let is_income = cost.is_below(Money::ZERO) && record.kind() != Kind::Secondment;
                cost * share(terms, correction, is_income)
            }
            None => cost,
        }
    }

    /// A benefit with its correction, b below nought: `benefit × (1 + b)`, and a disbenefit `× (1 − b)`.
    pub fn on_benefit<'r, R: Recorder>(
        &self,
        terms: &Terms<'r, R>,
        record: Id,
        benefit: Val<'r, R, Money>,
    ) -> Val<'r, R, Money> {
        let correction = self.correction(record, |grade| {
            terms.guidance.optimism_bias.on_benefit(grade)
        });
        match correction {
            Some(correction) => benefit * share(terms, correction, benefit.is_below(Money::ZERO)),
            None => benefit,
        }
    }

    fn correction<'g>(
        &self,
        record: Id,
        of: impl Fn(u8) -> Option<&'g Official>,
    ) -> Option<&'g Official> {
        of(self.get(record)?).filter(|it| !it.value.is_zero())
    }

    fn weaken(&mut self, record: Id, grade: u8) {
        let weakest = self.by_record.entry(record).or_insert(grade);
        *weakest = (*weakest).max(grade);
    }

    /// What a meeting's own quantities are worth holds for each of its lines.
    fn spread(&mut self, meeting: &Meeting) {
        let dates = meeting.dates.iter().map(|it| it.id);
        self.gather(meeting.id, dates.collect());
        let Some(grade) = self.get(meeting.id) else {
            return;
        };
        let attendees = meeting.attendees.iter().map(|it| it.id);
        let expenses = meeting.expenses.iter().map(|it| it.id);
        attendees
            .chain(expenses)
            .for_each(|id| self.weaken(id, grade));
    }

    /// A line is as weak as the weakest of its parts.
    fn gather(&mut self, whole: Id, parts: Vec<Id>) {
        let grades = parts.into_iter().filter_map(|it| self.get(it));
        if let Some(weakest) = grades.max() {
            self.weaken(whole, weakest);
        }
    }
}

fn share<'r, R: Recorder>(
    terms: &Terms<'r, R>,
    correction: &Official,
    is_less: bool,
) -> Val<'r, R, Rate> {
    let one = Val::constant(terms.recorder, "1", Rate::from(1));
    let correction = correction.in_formula(terms.recorder);
    let share = if is_less {
        one - correction
    } else {
        one + correction
    };
    share.named("With the correction for optimism")
}
