//! The sheet of everything that was typed: the cells that a reader may change.

use std::collections::{BTreeSet, HashMap};

use crate::costing::basis::Basis;
use crate::findings::findings::Findings;
use crate::model::inputs::{AnyInput, Inputs};
use crate::model::partnership::Partnership;
use crate::model::record_name::{line_name, line_name_in};
use crate::report::workbook::book::{Cell, Place, Sheet, SheetId, Shown};
use crate::report::workbook::formula::unit_name;
use crate::units::display;
use crate::units::id::{Id, InputId, Kind};

/// The column of what was typed.
pub const VALUE: u16 = 4;

/// The column that says whether it was known.
pub const STATE: u16 = 6;

/// What stands in `STATE` of a quantity that was known.
pub const KNOWN: &str = "known";

/// The sheet, and the cell of each quantity on it.
///
/// Every quantity that is known has a row, and every blank one of a record whose cost is not known in full, or pay.
pub fn inputs(findings: &Findings) -> (Sheet, HashMap<InputId, Place>) {
    let register = &findings.register;
    let mut list = List {
        sheet: Sheet::new(
            SheetId::Inputs,
            "Everything that was typed. Change a value in the framed, shaded column E, and every sheet follows; blank is not known, which is not nought.",
            &[
                ("Address", 18),
                ("Partnership", 30),
                ("Record", 44),
                ("Field", 26),
                ("VALUE", 16),
                ("Unit", 11),
                ("When exported", 13),
                ("Low", 12),
                ("High", 12),
                ("As typed", 20),
                ("Source", 44),
                ("Vouched for by", 24),
                ("Dated", 12),
                ("Evidence grade, 1 best to 6", 12),
            ],
            4,
        ),
        places: HashMap::new(),
    };
    let mut see = |at: InputId, input: &dyn AnyInput| {
        let is_pay = at.record.kind() == Kind::Grade && at.field == "amount";
        if input.decimal().is_none() && !is_pay {
            return;
        }
        list.push("", at, input, || line_name(register, at.record));
    };
    register.settings.each_input(&mut see);
    for it in register.partners.iter() {
        it.each_input(&mut see);
    }
    for it in register.grades.iter() {
        it.each_input(&mut see);
    }
    for it in &register.partnerships {
        let incomplete = incomplete(findings, it);
        it.each_input(&mut |at, input| {
            if input.decimal().is_some() || incomplete.contains(&at.record) {
                list.push(&it.name, at, input, || {
                    line_name_in(register, it, at.record)
                });
            }
        });
    }
    (list.sheet, list.places)
}

fn incomplete(findings: &Findings, partnership: &Partnership) -> BTreeSet<Id> {
    let found = findings.partnership(partnership.id);
    let found = found.into_iter();
    let all = found.flat_map(|it| Basis::ALL.map(|basis| it.incomplete.get(basis).clone()));
    let mut all: BTreeSet<Id> = all.flatten().collect();
    // A line of a meeting rests on the meeting, which may be where something is missing.
    for meeting in &partnership.meetings {
        let attendees = meeting.attendees.iter().map(|it| it.id);
        let mut lines = attendees.chain(meeting.expenses.iter().map(|it| it.id));
        if lines.any(|id| all.contains(&id)) {
            all.insert(meeting.id);
        }
    }
    all
}

struct List {
    sheet: Sheet,
    places: HashMap<InputId, Place>,
}

impl List {
    fn push(
        &mut self,
        within: &str,
        at: InputId,
        input: &dyn AnyInput,
        record: impl Fn() -> String,
    ) {
        let value = input.decimal();
        // Of two records with one id the first is the one that formulas name.
        let place = self.sheet.next(VALUE);
        self.places.entry(at).or_insert(place);
        let shown = Shown::Unit(input.unit());
        let known = |it| match it {
            Some(it) => Cell::Figure(it, shown),
            None => Cell::Blank,
        };
        let evidence = input.evidence();
        let date = evidence.and_then(|it| it.date).map(display::date);
        let grade = evidence.and_then(|it| it.grade).map(|it| it.to_string());
        let words = |it: Option<String>| it.map_or(Cell::Blank, Cell::Words);
        self.sheet.push(vec![
            Cell::words(format!("{}/{}", at.record, at.field)),
            Cell::words(within),
            Cell::words(record()),
            Cell::words(display::field_name(at.field)),
            Cell::Input(value, shown),
            Cell::words(unit_name(input.unit())),
            Cell::words(if value.is_some() { KNOWN } else { "not known" }),
            known(input.low()),
            known(input.high()),
            if input.is_ranged() {
                Cell::words(input.entry_text())
            } else {
                Cell::Blank
            },
            words(evidence.map(|it| it.source.clone())),
            words(evidence.map(|it| it.who.clone())),
            words(date),
            words(grade),
        ]);
    }
}
