//! The sheets of cost lines: of the year looked at, and over the years of the appraisal.

use crate::costing::basis::Basis;
use crate::model::partnership::Partnership;
use crate::model::purpose::Purpose;
use crate::model::record_name::{grade_name, line_name_in, partner_name};
use crate::model::register::Register;
use crate::report::workbook::book::{Cell, Sheet, SheetId};
use crate::report::workbook::formula::{Scribe, Traced};
use crate::report::workbook::trace::{FlowLine, PartnershipSteps};
use crate::units::display::NOT_KNOWN;

/// The column of an amount on the sheet of the year.
pub const AMOUNT: u16 = 10;

/// The column of hours on it.
const HOURS: u16 = 9;

/// The column of an amount on the sheet of the years of the appraisal.
pub const FLOW: u16 = 6;

/// The empty sheet of the year.
pub fn costing() -> Sheet {
    Sheet::new(
        SheetId::Costing,
        "Each line of cost of the year, worked out from Inputs, Official and Grades, and rounded once to ten decimals.",
        &[
            ("Id", 9),
            ("Partnership", 30),
            ("Record", 9),
            ("Line", 46),
            ("Category", 22),
            ("Class", 22),
            ("Purpose", 11),
            ("Borne by", 28),
            ("Grade", 24),
            ("Hours", 12),
            ("Cost of the year, £", 18),
            ("In the Exhibit 2 basis", 12),
        ],
        4,
    )
}

/// The empty sheet of the years of the appraisal.
pub fn flows() -> Sheet {
    Sheet::new(
        SheetId::Flows,
        "Each line of cost in the years of the appraisal, at the pay and prices of the base year. Years that are alike share a row.",
        &[
            ("Id", 9),
            ("Partnership", 30),
            ("Record", 9),
            ("Line", 46),
            ("Borne by", 28),
            ("Years", 18),
            ("Cost of each year, £", 18),
        ],
        4,
    )
}

/// Adds the lines of a partnership to the sheet of the year.
pub fn add_lines(
    sheet: &mut Sheet,
    register: &Register,
    partnership: &Partnership,
    steps: &PartnershipSteps,
    (traced, scribe): (&mut Traced<'_>, &mut Scribe<'_>),
) {
    for line in &steps.lines {
        let name = line_name_in(register, partnership, line.record);
        traced.about.clone_from(&name);
        let hours = match line.hours {
            Some(hours) => scribe.cell(traced, hours.node, sheet.next(HOURS)),
            None => Cell::Blank,
        };
        let amount = match line.amount {
            Some(amount) => scribe.cell(traced, amount.node, sheet.next(AMOUNT)),
            None => Cell::words(NOT_KNOWN),
        };
        let is_counted = line.category.is_on(Basis::Exhibit2) && line.purpose == Purpose::Running;
        let grade = line.grade.map(|id| grade_name(register, Some(id)));
        sheet.push(vec![
            Cell::words(partnership.id.to_string()),
            Cell::words(&partnership.name),
            Cell::words(line.record.to_string()),
            Cell::words(name),
            Cell::words(line.category.label()),
            Cell::words(line.class.label()),
            Cell::words(line.purpose.label()),
            Cell::words(partner_name(register, line.bearer)),
            Cell::words(grade.unwrap_or_default()),
            hours,
            amount,
            Cell::words(if is_counted { "yes" } else { "no" }),
        ]);
    }
}

/// Adds the lines of a partnership to the sheet of the years of the appraisal.
pub fn add_flows(
    sheet: &mut Sheet,
    register: &Register,
    partnership: &Partnership,
    lines: &[FlowLine],
    (traced, scribe): (&mut Traced<'_>, &mut Scribe<'_>),
) {
    for line in lines {
        let name = line_name_in(register, partnership, line.record);
        traced.about.clone_from(&name);
        let amount = match line.amount {
            Some(amount) => scribe.cell(traced, amount, sheet.next(FLOW)),
            None => Cell::words(NOT_KNOWN),
        };
        let (first, last) = line.years;
        let years = if first == last {
            first.to_string()
        } else {
            format!("{first} to {last}")
        };
        sheet.push(vec![
            Cell::words(partnership.id.to_string()),
            Cell::words(&partnership.name),
            Cell::words(line.record.to_string()),
            Cell::words(name),
            Cell::words(partner_name(register, line.bearer)),
            Cell::words(years),
            amount,
        ]);
    }
}
