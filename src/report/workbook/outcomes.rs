//! The sheet of outcomes that benefits claim: what is claimed more than once over is counted once in the portfolio.

use rust_decimal::Decimal;

use crate::model::partnership::Partnership;
use crate::model::record_name::{line_name_in, outcome_name};
use crate::model::register::Register;
use crate::report::workbook::book::{Cell, Outcome, Place, Sheet, SheetId, Shown};
use crate::report::workbook::formula::{Scribe, Traced};
use crate::report::workbook::trace::PartnershipSteps;
use crate::units::exact;
use crate::units::id::Id;
use crate::units::quantity::Unit;

const CLAIM: u16 = 4;
const ALL_CLAIMS: u16 = 5;
const WORTH: u16 = 6;
const COUNTED: u16 = 7;
const TAKEN_OFF: u16 = 8;

/// The claims as they are gathered.
#[derive(Debug, Default)]
pub struct Claims(Vec<Claim>);

#[derive(Debug)]
struct Claim {
    outcome: Id,
    partnership: String,
    name: String,
    benefit: String,
    formula: String,
    value: Decimal,
    worth: Option<(Place, Decimal)>,
}

impl Claims {
    /// The claims of a partnership's benefits, which stand on the sheet of years already.
    pub fn add(
        &mut self,
        register: &Register,
        partnership: &Partnership,
        steps: &PartnershipSteps,
        (traced, scribe): (&mut Traced<'_>, &mut Scribe<'_>),
    ) {
        for benefit in &steps.benefits {
            let Some((outcome, claim)) = benefit.claim else {
                continue;
            };
            let worth = benefit.value.filter(|_| !benefit.is_transfer);
            let worth = worth.and_then(|at| {
                let place = traced.places(at).first().copied()?;
                Some((place, traced.value(at)))
            });
            // A claim below nought is a slip, and must not hide that the others claim too much.
            let formula = scribe.formula(traced, claim, SheetId::Outcomes);
            self.0.push(Claim {
                outcome,
                partnership: partnership.id.to_string(),
                name: partnership.name.clone(),
                benefit: line_name_in(register, partnership, benefit.id),
                formula: format!("MAX(0,{formula})"),
                value: traced.value(claim).max(Decimal::ZERO),
                worth,
            });
        }
    }

    /// The sheet, and the cell of all that is taken off.
    ///
    /// `counted = worth ÷ max(1, Σ claims on the outcome)`, rounded to ten decimals. Source: the method note, section 6.
    pub fn sheet(mut self, register: &Register) -> (Sheet, Option<Place>) {
        let mut sheet = Sheet::new(
            SheetId::Outcomes,
            "Outcomes that several benefits claim. Where the claims come to more than 100%, each benefit counts in the portfolio by its part of them.",
            &[
                ("Id", 9),
                ("Outcome", 36),
                ("Partnership", 30),
                ("Benefit", 40),
                ("Claim", 12),
                ("All claims on the outcome", 14),
                ("Present value of the benefit, £", 18),
                ("Counted in the portfolio, £", 18),
                ("Taken off, £", 16),
            ],
            2,
        );
        self.0.sort_by_key(|it| it.outcome);
        let all = sheet.next(TAKEN_OFF);
        let mut taken_off = Decimal::ZERO;
        for of_outcome in self.0.chunk_by(|a, b| a.outcome == b.outcome) {
            let first = sheet.next(CLAIM);
            let n = u32::try_from(of_outcome.len()).unwrap_or(u32::MAX);
            let last = Place {
                row: first.row.saturating_add(n).saturating_sub(1),
                ..first
            };
            let claims = of_outcome.iter().map(|it| it.value);
            let claims = claims.fold(Decimal::ZERO, exact::add);
            for it in of_outcome {
                let sum = format!("SUM({})", first.to(last, SheetId::Outcomes));
                let off = it.row(&mut sheet, register, (sum, claims));
                taken_off = exact::add(taken_off, off);
            }
        }
        if self.0.is_empty() {
            return (sheet, None);
        }
        let place = sheet.next(TAKEN_OFF);
        let last = Place {
            row: place.row.saturating_sub(1),
            ..place
        };
        let mut row = vec![Cell::Blank; usize::from(TAKEN_OFF)];
        if let Some(cell) = row.get_mut(1) {
            *cell = Cell::Heading("All outcomes".to_owned());
        }
        let formula = format!("SUM({})", all.to(last, SheetId::Outcomes));
        row.push(money(formula, taken_off));
        sheet.push(row);
        (sheet, Some(place))
    }
}

fn money(formula: String, value: Decimal) -> Cell {
    Cell::Formula(formula, Outcome::Figure(value), Shown::Unit(Unit::Money))
}

fn share(formula: String, value: Decimal) -> Cell {
    Cell::Formula(formula, Outcome::Figure(value), Shown::Unit(Unit::Rate))
}

impl Claim {
    /// Adds its row; gives what is taken off.
    fn row(
        &self,
        sheet: &mut Sheet,
        register: &Register,
        (sum, claims): (String, Decimal),
    ) -> Decimal {
        let at = |column| sheet.next(column).local();
        let mut row = vec![
            Cell::words(self.outcome.to_string()),
            Cell::words(outcome_name(register, self.outcome)),
            Cell::words(format!("{} {}", self.partnership, self.name)),
            Cell::words(&self.benefit),
            share(self.formula.clone(), self.value),
            share(sum, claims),
        ];
        let Some((place, worth)) = self.worth else {
            sheet.push(row);
            return Decimal::ZERO;
        };
        let counted = exact::div(worth, claims.max(Decimal::ONE)).unwrap_or(worth);
        let counted = exact::round(counted, exact::PLACES);
        let off = exact::sub(worth, counted);
        row.extend([
            money(place.on(SheetId::Outcomes), worth),
            money(
                format!("ROUND({}/MAX(1,{}),10)", at(WORTH), at(ALL_CLAIMS)),
                counted,
            ),
            money(format!("{}-{}", at(WORTH), at(COUNTED)), off),
        ]);
        sheet.push(row);
        off
    }
}
