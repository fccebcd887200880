//! The sheet of grades: from pay to the cost of an hour, step by step.

use std::collections::HashMap;

use crate::appraisal::terms::Terms;
use crate::costing::context::Context;
use crate::findings::findings::Findings;
use crate::guidance::edition::Guidance;
use crate::model::benefit::Schedule;
use crate::model::record_name::grade_name;
use crate::report::workbook::book::{Cell, Place, Sheet, SheetId};
use crate::report::workbook::formula::{Scribe, Traced};
use crate::report::workbook::ledger::{At, Kept, Ledger};
use crate::report::workbook::trace::{Grades, grades};
use crate::units::id::Id;

/// The column of the first step.
const FIRST: u16 = 3;

/// What all partnerships share, worked out once.
#[derive(Debug)]
pub struct Shared {
    /// Every step.
    pub kept: Kept,
    /// The grades at the pay of the year, then at that of the base year.
    pub grades: [Grades; 2],
    /// Discount factors of money, then of health.
    pub factors: [Vec<At>; 2],
}

/// Works out what all partnerships share.
pub fn shared(findings: &Findings, guidance: &'static Guidance) -> Shared {
    let ledger = Ledger::default();
    let register = &findings.register;
    let context = Context::new(&ledger, register, guidance, findings.year);
    let terms = Terms::new(&ledger, register, guidance);
    let factors = [Schedule::Standard, Schedule::Health].map(|schedule| {
        let factors = terms.discounting.of(schedule).iter();
        factors.map(|it| it.node()).collect()
    });
    let grades = [grades(&context), grades(&terms.context)];
    drop((context, terms));
    Shared {
        kept: ledger.into_kept(),
        grades,
        factors,
    }
}

/// The cells of each grade's steps, at the pay of the year and at that of the base year.
pub type GradePlaces = [HashMap<Id, Vec<Option<Place>>>; 2];

/// The sheet, and where each step stands.
pub fn sheet(
    findings: &Findings,
    shared: &Shared,
    traced: &mut Traced<'_>,
    scribe: &mut Scribe<'_>,
) -> (Sheet, GradePlaces) {
    let mut sheet = Sheet::new(
        SheetId::Grades,
        "What an hour of each grade costs: pay, what the employer pays on it, and the hours that are left for work.",
        &[
            ("Id", 8),
            ("Grade", 32),
            ("At the pay of", 12),
            ("Pay, £", 14),
            ("Employer NI, £", 14),
            ("Pension, £", 14),
            ("Levy, £", 12),
            ("Employment cost, £", 16),
            ("Overheads, £", 14),
            ("Loaded cost a year, £", 16),
            ("Hours a week", 12),
            ("Productive hours a year", 14),
            ("Cost of an hour, £", 14),
        ],
        2,
    );
    let base_year = findings.register.settings.base_year;
    let mut places = GradePlaces::default();
    for (n, (year, grades)) in [findings.year, base_year]
        .iter()
        .zip(&shared.grades)
        .enumerate()
    {
        if n > 0 && findings.year == base_year {
            break;
        }
        for (id, steps) in grades {
            let name = grade_name(&findings.register, Some(*id));
            traced.of = id.to_string();
            traced.about.clone_from(&name);
            let mut row = vec![
                Cell::words(id.to_string()),
                Cell::words(name),
                Cell::words(year.to_string()),
            ];
            let mut of_grade = Vec::with_capacity(steps.len());
            for (step, column) in steps.iter().zip(FIRST..) {
                let place = sheet.next(column);
                row.push(match step {
                    Some(at) => scribe.cell(traced, *at, place),
                    None => Cell::Blank,
                });
                of_grade.push(step.map(|_| place));
            }
            sheet.push(row);
            if let Some(of_year) = places.get_mut(n) {
                of_year.insert(*id, of_grade);
            }
        }
    }
    if findings.year == base_year {
        let [now, real] = &mut places;
        real.clone_from(now);
    }
    (sheet, places)
}

/// Says in a partnership's trace where the steps of its grades stand.
pub fn put(traced: &mut Traced<'_>, grades: &[Grades; 2], places: &GradePlaces) {
    for (of_year, places) in grades.iter().zip(places) {
        for (id, steps) in of_year {
            let Some(places) = places.get(id) else {
                continue;
            };
            for (step, place) in steps.iter().zip(places) {
                if let Some((step, place)) = step.zip(*place) {
                    traced.put_once(step, place);
                }
            }
        }
    }
}
