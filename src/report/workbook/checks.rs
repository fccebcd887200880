//! The sheet of checks: the turns that the method took, each as a formula that says whether it would still take them.

use std::collections::{HashMap, HashSet};

use rust_decimal::Decimal;

use crate::model::direct_cost::CashKind;
use crate::model::partnership::Partnership;
use crate::report::workbook::book::{Cell, HEADER_ROW, Outcome, Place, Sheet, SheetId, Shown};
use crate::report::workbook::formula::{Scribe, Traced};
use crate::report::workbook::inputs::{KNOWN, STATE, VALUE};
use crate::report::workbook::ledger::{At, Kept, Kind};
use crate::units::id::InputId;
use crate::units::quantity::Rate;
use crate::units::trace::Test;

/// What a reader is told while everything holds.
pub const HOLDS: &str = "All formulas hold";

/// What a reader is told once an input would make the method go another way.
pub const TURNED: &str =
    "An input now takes another turn of the method: open the register in the program and ask it";

/// The column of the answer.
const ANSWER: u16 = 3;

/// The checks as they are gathered.
#[derive(Debug)]
pub struct Checks {
    sheet: Sheet,
    seen: HashSet<String>,
}

impl Default for Checks {
    fn default() -> Self {
        Self {
            sheet: Sheet::new(
                SheetId::Checks,
                "A formula of this workbook holds while each answer below is TRUE. Where one is FALSE, the method works the figure out in another way, which the program does and a workbook cannot.",
                &[
                    ("Id", 9),
                    ("Partnership", 30),
                    ("What has to stay as it was", 90),
                    ("Holds", 10),
                ],
                0,
            ),
            seen: HashSet::new(),
        }
    }
}

impl Checks {
    /// The turns of a trace, each once.
    pub fn add(&mut self, traced: &mut Traced<'_>, scribe: &mut Scribe<'_>) {
        let kept: &Kept = traced.kept;
        for turn in &kept.turns {
            if !rests_on_input(kept, turn.at) {
                continue;
            }
            "Checks".clone_into(&mut traced.about);
            let part = scribe.part(traced, turn.at, SheetId::Checks).text;
            let formula = tested(&part, turn.test, turn.has_passed);
            if !self.seen.insert(formula.clone()) {
                continue;
            }
            let words = words(&part, turn.test, turn.has_passed);
            self.push(&traced.of, &traced.name, words, formula);
        }
    }

    /// That what was known is known still, and what was not is not.
    pub fn add_inputs(&mut self, inputs: &Sheet) {
        let Some(last) = inputs.rows.len().checked_sub(1) else {
            return;
        };
        let first = HEADER_ROW.saturating_add(1);
        let last = first.saturating_add(u32::try_from(last).unwrap_or(u32::MAX));
        let range = |column| {
            let at = |row| Place {
                sheet: SheetId::Inputs,
                row,
                column,
            };
            at(first).to(at(last), SheetId::Checks)
        };
        let (values, states) = (range(VALUE), range(STATE));
        let formula = format!("SUMPRODUCT(--(ISNUMBER({values})<>({states}=\"{KNOWN}\")))=0");
        let words = "Each input that was known is still a number, and each that was not known is still blank";
        self.push("", "", words.to_owned(), formula);
    }

    /// That a line of cash which does not grow still does not: its years share a row.
    pub fn add_growth(&mut self, partnership: &Partnership, places: &HashMap<InputId, Place>) {
        for cash in &partnership.cash_lines {
            if cash.kind != CashKind::Growing || cash.growth.value() != Some(Rate::ZERO) {
                continue;
            }
            let at = InputId {
                record: cash.id,
                field: "growth",
            };
            if let Some(place) = places.get(&at) {
                let part = place.on(SheetId::Checks);
                let test = Test::Is(Decimal::ZERO);
                let (words, formula) = (words(&part, test, true), tested(&part, test, true));
                let of = partnership.id.to_string();
                self.push(&of, &partnership.name, words, formula);
            }
        }
    }

    /// That the figures of a column are small enough to be believed.
    pub fn add_credible(&mut self, sheet: &Sheet, column: u16) {
        let Some(last) = sheet.rows.len().checked_sub(1) else {
            return;
        };
        let first = HEADER_ROW.saturating_add(1);
        let at = |row| Place {
            sheet: sheet.id,
            row,
            column,
        };
        let last = first.saturating_add(u32::try_from(last).unwrap_or(u32::MAX));
        let range = at(first).to(at(last), SheetId::Checks);
        let formula = format!("AND(MAX({range})<=1E15,MIN({range})>=-1E15)");
        let name = sheet.id.name();
        let words =
            format!("No line of {name} is larger than can be believed (£1,000,000,000,000,000)");
        self.push("", "", words, formula);
    }

    /// The sheet, with the answer to all in its first row, and where that stands.
    pub fn finished(mut self) -> (Sheet, Place) {
        let all = Sheet::new(SheetId::Checks, "", &[], 0).next(ANSWER);
        let below = self.sheet.rows.len();
        let last = Place {
            row: all
                .row
                .saturating_add(u32::try_from(below).unwrap_or(u32::MAX)),
            ..all
        };
        let formula = if below == 0 {
            "TRUE".to_owned()
        } else {
            format!("AND({})", all.below().to(last, SheetId::Checks))
        };
        let row = vec![
            Cell::Blank,
            Cell::Blank,
            Cell::Heading("All of them".to_owned()),
            Cell::Formula(formula, Outcome::Truth(true), Shown::Truth),
        ];
        self.sheet.rows.insert(0, row);
        (self.sheet, all)
    }

    fn push(&mut self, of: &str, name: &str, words: String, formula: String) {
        self.sheet.push(vec![
            Cell::words(of),
            Cell::words(name),
            Cell::words(words),
            Cell::Formula(formula, Outcome::Truth(true), Shown::Truth),
        ]);
    }
}

/// The formula that says in words whether all checks hold.
pub fn verdict(all: Place, on: SheetId) -> Cell {
    let formula = format!("IF({},\"{HOLDS}\",\"{TURNED}\")", all.on(on));
    Cell::Formula(formula, Outcome::Words(HOLDS.to_owned()), Shown::Words)
}

/// Whether a value can change at all.
fn rests_on_input(kept: &Kept, at: At) -> bool {
    let mut left = vec![at];
    while let Some(at) = left.pop() {
        let Some(entry) = kept.entry(at) else {
            continue;
        };
        match entry.kind {
            Kind::Input(_) => return true,
            _ => left.extend(&entry.parts),
        }
    }
    false
}

/// The formula of a turn. Rounded, because a spreadsheet's nought is sometimes a ten-trillionth.
fn tested(part: &str, test: Test, has_passed: bool) -> String {
    let value = format!("ROUND({part},10)");
    let text = |it: Decimal| it.normalize().to_string();
    match (test, has_passed) {
        (Test::Above(bound), true) => format!("{value}>{}", text(bound)),
        (Test::Above(bound), false) => format!("{value}<={}", text(bound)),
        (Test::Below(bound), true) => format!("{value}<{}", text(bound)),
        (Test::Below(bound), false) => format!("{value}>={}", text(bound)),
        (Test::Is(bound), true) => format!("{value}={}", text(bound)),
        (Test::Is(bound), false) => format!("{value}<>{}", text(bound)),
        (Test::RoundsTo(whole), _) => {
            let is_even = whole
                .checked_rem(Decimal::TWO)
                .is_some_and(|it| it.is_zero());
            let sign = if is_even { "<=" } else { "<" };
            format!("ABS({value}-({})){sign}0.5", text(whole))
        }
    }
}

/// The same for people.
fn words(part: &str, test: Test, has_passed: bool) -> String {
    let part = if part.chars().count() > 120 {
        let start: String = part.chars().take(117).collect();
        format!("{start}…")
    } else {
        part.to_owned()
    };
    let text = |it: Decimal| it.normalize().to_string();
    match (test, has_passed) {
        (Test::Above(bound), true) => format!("{part} is above {}", text(bound)),
        (Test::Above(bound), false) => format!("{part} is not above {}", text(bound)),
        (Test::Below(bound), true) => format!("{part} is below {}", text(bound)),
        (Test::Below(bound), false) => format!("{part} is not below {}", text(bound)),
        (Test::Is(bound), true) => format!("{part} is exactly {}", text(bound)),
        (Test::Is(bound), false) => format!("{part} is not {}", text(bound)),
        (Test::RoundsTo(whole), _) => {
            format!("{part} is {} to the nearest whole number", text(whole))
        }
    }
}
