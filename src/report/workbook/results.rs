//! The sheet of results: a row for each partnership, one for all together, and a name for each figure.

use crate::costing::basis::Basis;
use crate::costing::cost_line::Class;
use crate::findings::findings::Findings;
use crate::findings::partnership::PartnershipFindings;
use crate::model::partnership::Partnership;
use crate::report::workbook::book::{Cell, Outcome, Place, Sheet, SheetId, Shown};
use crate::report::workbook::formula::{Scribe, Traced};
use crate::report::workbook::trace::{Headline, PartnershipSteps};
use crate::units::display::NOT_KNOWN;
use crate::units::quantity::{Quantity, Unit};

/// The figures of the sheet, in order: what each is called in the workbook, its header and its unit.
pub const COLUMNS: [(Headline, &str, &str, Unit); 22] = {
    use Basis::{Exhibit2, Full};
    use Headline as H;
    use Unit::{Hours, Money, Number};
    [
        (
            H::AnnualCost(Full),
            "annual_cost_full",
            "Annual cost, full, £",
            Money,
        ),
        (
            H::AnnualCost(Exhibit2),
            "annual_cost_exhibit2",
            "Annual cost, Exhibit 2 basis, £",
            Money,
        ),
        (
            H::Class(Class::Direct),
            "direct",
            "Of full cost: direct, £",
            Money,
        ),
        (
            H::Class(Class::Opportunity),
            "opportunity",
            "Of full cost: opportunity (staff time), £",
            Money,
        ),
        (
            H::Class(Class::InKind),
            "in_kind",
            "Of full cost: in kind, £",
            Money,
        ),
        (H::Ours(Full), "ours_full", "Our part, full, £", Money),
        (
            H::Ours(Exhibit2),
            "ours_exhibit2",
            "Our part, Exhibit 2 basis, £",
            Money,
        ),
        (
            H::Programme,
            "programme",
            "Programme spending beside it, £",
            Money,
        ),
        (
            H::HoursInMeetings,
            "hours_meetings",
            "Hours in meetings",
            Hours,
        ),
        (H::Hours, "hours_all", "Hours of people’s time", Hours),
        (H::SeniorDays, "senior_days", "Senior days", Number),
        (H::Score, "score", "Achievement score, 0 to 100", Number),
        (
            H::CostPerPoint(Full),
            "cost_per_point_full",
            "Cost per point, full, £",
            Money,
        ),
        (
            H::CostPerPoint(Exhibit2),
            "cost_per_point_exhibit2",
            "Cost per point, Exhibit 2 basis, £",
            Money,
        ),
        (H::Pvc, "pvc", "Present value of costs, £", Money),
        (H::Pvb, "pvb", "Present value of benefits, £", Money),
        (H::Npsv, "npsv", "Net present social value, £", Money),
        (H::Bcr, "bcr", "Benefit–cost ratio", Number),
        (
            H::BcrPublic,
            "bcr_public",
            "Benefit–cost ratio, public costs",
            Number,
        ),
        (H::FiscalReturn, "fiscal_return", "Fiscal return", Number),
        (H::CashReturn, "cash_return", "Cash return", Number),
        (
            H::BreakEven,
            "break_even",
            "Break-even value a year, £",
            Money,
        ),
    ]
};

/// The column of the first figure.
const FIRST: u16 = 3;

/// The empty sheet.
pub fn sheet() -> Sheet {
    let mut columns = vec![("Id", 10), ("Partnership", 34), ("Whole or at least", 26)];
    columns.extend(COLUMNS.iter().map(|(_, _, header, _)| (*header, 17)));
    Sheet::new(
        SheetId::Results,
        "What each partnership costs, achieves and is worth. Every figure is a formula that goes back to Inputs.",
        &columns,
        2,
    )
}

/// Adds a partnership, and what its figures are called.
pub fn add(
    sheet: &mut Sheet,
    partnership: &Partnership,
    found: Option<&PartnershipFindings>,
    steps: &PartnershipSteps,
    names: &mut Vec<(String, Place)>,
    (traced, scribe): (&mut Traced<'_>, &mut Scribe<'_>),
) {
    "Results".clone_into(&mut traced.about);
    // A ratio names the sums that stand in later columns of the row.
    let mut cells: Vec<Cell> = vec![Cell::words(NOT_KNOWN); COLUMNS.len()];
    for (at, figure) in steps.results.iter().map(|(figure, at)| (*at, figure)) {
        let mut columns = COLUMNS.iter().zip(FIRST..).zip(&mut cells);
        let column = columns.find(|(((of, ..), _), _)| of == figure);
        let Some((((_, suffix, ..), column), cell)) = column else {
            continue;
        };
        let place = sheet.next(column);
        *cell = scribe.cell(traced, at, place);
        names.push((format!("{}_{suffix}", partnership.id), place));
    }
    let mut row = vec![
        Cell::words(partnership.id.to_string()),
        Cell::words(&partnership.name),
        Cell::words(found.map_or("", state)),
    ];
    row.extend(cells);
    sheet.push(row);
}

/// Which of its totals leave something out, and whether present values of benefits say anything.
pub fn state(found: &PartnershipFindings) -> &'static str {
    let is_cost = Basis::ALL
        .iter()
        .any(|basis| found.annual_cost.get(*basis).is_at_least);
    let worth = &found.appraisal.worth;
    let is_at_least = is_cost || found.programme.is_at_least || worth.pvc.is_at_least;
    match (is_at_least, worth.is_priced, worth.pvb.is_at_least) {
        (true, false, _) => "at least; no benefit priced",
        (false, false, _) => "whole; no benefit priced",
        (true, true, _) => "at least",
        (false, true, true) => "benefits at least",
        (false, true, false) => "whole",
    }
}

/// Adds the row of all partnerships together; `taken_off` is the cell of what more than one claims.
pub fn add_portfolio(
    sheet: &mut Sheet,
    findings: &Findings,
    taken_off: Option<Place>,
    names: &mut Vec<(String, Place)>,
) {
    let portfolio = &findings.portfolio;
    let worth = &portfolio.worth;
    let mut cells = Vec::with_capacity(COLUMNS.len());
    let n = sheet.rows.len();
    let first = Sheet::new(SheetId::Results, "", &[], 0);
    for ((figure, suffix, _, unit), column) in COLUMNS.iter().zip(FIRST..) {
        let value = match figure {
            Headline::AnnualCost(basis) => Some(portfolio.annual_cost.get(*basis).amount.decimal()),
            Headline::Class(class) => {
                let amount = portfolio.by_class.full.get(class).copied();
                Some(amount.unwrap_or_default().decimal())
            }
            Headline::Ours(basis) => portfolio.ours.get(*basis).map(|it| it.amount.decimal()),
            Headline::Programme => Some(portfolio.programme.amount.decimal()),
            Headline::HoursInMeetings => Some(portfolio.hours.meetings.decimal()),
            Headline::Hours => Some(portfolio.hours.all.decimal()),
            Headline::SeniorDays => Some(portfolio.senior_days.decimal()),
            Headline::Pvc => Some(worth.pvc.amount.decimal()),
            Headline::Pvb => Some(worth.pvb.amount.decimal()),
            Headline::Npsv => Some(worth.npsv.decimal()),
            _ => None,
        };
        let Some(value) = value.filter(|_| n > 0) else {
            cells.push(Cell::Blank);
            continue;
        };
        let place = sheet.next(column);
        let top = first.next(column);
        let last = Place {
            row: place.row.saturating_sub(1),
            ..place
        };
        let sum = format!("SUM({})", top.to(last, SheetId::Results));
        let on_row = |column: u16| Place { column, ..place }.local();
        let formula = match (figure, taken_off) {
            (Headline::Npsv, _) => {
                let (costs, benefits) = (column.saturating_sub(2), column.saturating_sub(1));
                format!("{}-{}", on_row(benefits), on_row(costs))
            }
            (Headline::Pvb, Some(taken_off)) => {
                format!("{sum}-{}", taken_off.on(SheetId::Results))
            }
            _ => sum,
        };
        cells.push(Cell::Formula(
            formula,
            Outcome::Figure(value),
            Shown::Unit(*unit),
        ));
        names.push((format!("portfolio_{suffix}"), place));
    }
    let incomplete = portfolio.annual_cost.full.is_at_least
        || portfolio.programme.is_at_least
        || worth.pvc.is_at_least;
    let state = match (incomplete, worth.pvb.is_at_least) {
        (true, _) => "at least",
        (_, true) => "benefits at least",
        _ => "whole",
    };
    let mut row = vec![
        Cell::Heading("portfolio".to_owned()),
        Cell::Heading("All partnerships".to_owned()),
        Cell::words(state),
    ];
    row.extend(cells);
    sheet.push(row);
}
