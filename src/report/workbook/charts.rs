//! The sheet of charts: a small table that follows the results, and the charts that are drawn of it.

use crate::costing::basis::Basis;
use crate::costing::cost_line::Class;
use crate::findings::findings::Findings;
use crate::report::workbook::book::{
    Cell, Drawing, DrawingKind, Outcome, Place, Series, Sheet, SheetId, Shown,
};
use crate::report::workbook::plain::value;
use crate::report::workbook::results::COLUMNS;
use crate::report::workbook::trace::Headline;
use crate::units::display;
use crate::units::id::Id;
use crate::units::quantity::Unit;

/// The most partnerships that a chart can show and still be read.
const MOST: usize = 60;

/// The most points that have a name beside them.
const MOST_NAMED: usize = 25;

/// The sheet, and what is drawn beside its table. `names` say where each result stands.
pub fn charts(findings: &Findings, names: &[(String, Place)]) -> (Sheet, Vec<Drawing>) {
    let mut sheet = Sheet::new(
        SheetId::Charts,
        "The dearest partnerships: what each costs a year, and what that achieves. The charts follow the table, and the table follows Results.",
        &[
            ("Partnership", 36),
            ("Direct, £", 14),
            ("Opportunity (staff time), £", 14),
            ("In kind, £", 14),
            ("Annual cost, full, £", 14),
            ("Achievement score", 12),
        ],
        1,
    );
    let shown: Vec<Id> = findings
        .portfolio
        .dearest
        .full
        .iter()
        .copied()
        .take(MOST)
        .collect();
    let columns = [
        Headline::Class(Class::Direct),
        Headline::Class(Class::Opportunity),
        Headline::Class(Class::InKind),
        Headline::AnnualCost(Basis::Full),
        Headline::Score,
    ];
    for id in &shown {
        let Some(found) = findings.partnership(*id) else {
            continue;
        };
        let mut row = vec![Cell::words(&found.name)];
        for figure in columns {
            let value = value(found, figure);
            let unit = if figure == Headline::Score {
                Unit::Number
            } else {
                Unit::Money
            };
            let suffix = COLUMNS.iter().find(|(of, ..)| *of == figure);
            let name = suffix.map(|(_, suffix, ..)| format!("{id}_{suffix}"));
            let place = name.and_then(|name| names.iter().find(|(it, _)| *it == name));
            row.push(match (place, value) {
                (Some((_, place)), Some(value)) => Cell::Formula(
                    place.on(SheetId::Charts),
                    Outcome::Figure(value),
                    Shown::Unit(unit),
                ),
                _ => Cell::Blank,
            });
        }
        sheet.push(row);
    }
    let drawings = drawings(findings, &sheet);
    (sheet, drawings)
}

fn drawings(findings: &Findings, sheet: &Sheet) -> Vec<Drawing> {
    let n = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
    if n == 0 {
        return Vec::new();
    }
    let empty = Sheet::new(SheetId::Charts, "", &[], 0);
    let column = |column: u16| {
        let first = empty.next(column);
        let row = first.row.saturating_add(n).saturating_sub(1);
        (first, Place { row, ..first })
    };
    let series = |name: &str, at| Series {
        name: name.to_owned(),
        values: column(at),
    };
    let count = display::count(sheet.rows.len(), "partnership", "partnerships");
    let which = if findings.partnerships.len() > sheet.rows.len() {
        format!("the dearest {count}")
    } else {
        count
    };
    let mut drawn = vec![Drawing {
        kind: DrawingKind::StackedBars,
        title: "Annual cost, full, by who gives something up, £".to_owned(),
        alternative: format!(
            "Stacked bars of the annual cost of {which}, dearest first: direct, opportunity and in kind. The figures are in the table beside it."
        ),
        across: "£ a year".to_owned(),
        up: String::new(),
        categories: column(0),
        series: vec![
            series("Direct", 1),
            series("Opportunity (staff time)", 2),
            series("In kind", 3),
        ],
        names: Vec::new(),
    }];
    let is_scored = |row: &&Vec<Cell>| !matches!(row.last(), Some(Cell::Blank) | None);
    if sheet.rows.iter().any(|row| is_scored(&row)) {
        let names = sheet.rows.iter().map(|row| match row.first() {
            Some(Cell::Words(name)) => name.clone(),
            _ => String::new(),
        });
        let names = names.collect();
        drawn.push(Drawing {
            kind: DrawingKind::Points,
            title: "Annual cost against achievement".to_owned(),
            alternative: format!(
                "Points of {which}: annual cost across, achievement score upwards; low on the right costs much and achieves little. The figures are in the table beside it."
            ),
            across: "Annual cost, full, £".to_owned(),
            up: "Achievement score, 0 to 100".to_owned(),
            categories: column(4),
            series: vec![series("Partnerships with a score", 5)],
            names: if sheet.rows.len() > MOST_NAMED { Vec::new() } else { names },
        });
    }
    drawn
}
