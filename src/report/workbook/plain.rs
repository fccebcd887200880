//! The workbook of a register that is too large for formulas: its results as figures, and how to get the rest.

use rust_decimal::Decimal;

use crate::findings::findings::Findings;
use crate::findings::partnership::PartnershipFindings;
use crate::report::workbook::about;
use crate::report::workbook::book::{Book, Cell, Outcome, Shown};
use crate::report::workbook::compose::{MOST_LIVE, Made};
use crate::report::workbook::results::{self, COLUMNS};
use crate::report::workbook::trace::Headline;
use crate::units::display;
use crate::units::quantity::{Number, Quantity};

/// Composes it.
pub fn plain(findings: &Findings, made: &Made) -> Book {
    let mut sheet = results::sheet();
    let count = display::count_figure(findings.partnerships.len());
    sheet.note = format!(
        "What each of {count} partnerships costs, achieves and is worth, as figures. Above {MOST_LIVE} partnerships there are no formulas: a spreadsheet could not hold them. Filter the register to fewer, or export CSV or JSON for every input."
    );
    for it in &findings.partnerships {
        let mut row = vec![
            Cell::words(it.id.to_string()),
            Cell::words(&it.name),
            Cell::words(results::state(it)),
        ];
        row.extend(
            COLUMNS
                .iter()
                .map(|(figure, .., unit)| match value(it, *figure) {
                    Some(value) => Cell::Figure(value, Shown::Unit(*unit)),
                    None => Cell::words(display::NOT_KNOWN),
                }),
        );
        sheet.push(row);
    }
    let mut names = Vec::new();
    results::add_portfolio(&mut sheet, findings, None, &mut names);
    // The sum of a column would count what several partnerships claim more than once.
    if let Some(row) = sheet.rows.last_mut() {
        for cell in row {
            if let Cell::Formula(_, Outcome::Figure(value), shown) = cell {
                *cell = Cell::Figure(*value, *shown);
            }
        }
    }
    let mut sheets = vec![
        sheet,
        about::missing(findings),
        about::provenance(findings, made),
    ];
    sheets.retain(|it| !it.rows.is_empty());
    Book {
        title: findings.title.clone(),
        date: made.date,
        sheets,
        drawings: Vec::new(),
        names,
    }
}

/// A result of a partnership; nothing where it is not known.
pub fn value(it: &PartnershipFindings, figure: Headline) -> Option<Decimal> {
    let worth = &it.appraisal.worth;
    let number = |it: Option<Number>| it.map(Quantity::decimal);
    match figure {
        Headline::AnnualCost(basis) => Some(it.annual_cost.get(basis).amount.decimal()),
        Headline::Class(class) => {
            let amount = it.by_class.full.get(&class).copied();
            Some(amount.unwrap_or_default().decimal())
        }
        Headline::Ours(basis) => it.ours.get(basis).map(Quantity::decimal),
        Headline::Programme => Some(it.programme.amount.decimal()),
        Headline::HoursInMeetings => Some(it.hours.meetings.decimal()),
        Headline::Hours => Some(it.hours.all.decimal()),
        Headline::SeniorDays => Some(it.senior_days.decimal()),
        Headline::Score => number(it.achievement.shown_score()),
        Headline::CostPerPoint(basis) => it.cost_per_point.get(basis).map(Quantity::decimal),
        Headline::Pvc => Some(worth.pvc.amount.decimal()),
        Headline::Pvb => Some(worth.pvb.amount.decimal()),
        Headline::Npsv => Some(worth.npsv.decimal()),
        Headline::Bcr => number(worth.bcr),
        Headline::BcrPublic => number(worth.bcr_public),
        Headline::FiscalReturn => number(worth.fiscal_return),
        Headline::CashReturn => number(worth.cash_return),
        Headline::BreakEven => worth.break_even.map(Quantity::decimal),
    }
}
