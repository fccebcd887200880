//! The log of assumptions in words: its headline, its columns, and the text for a spreadsheet.

use rust_decimal::Decimal;

use crate::findings::assumptions::{Assumption, Assumptions};
use crate::report::tab_text::tab_text;
use crate::units::display;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::Quantity;

/// What stands where no known cost rests on a figure: not nought.
pub const NO_MONEY: &str = "—";

/// Where a figure that partnerships share belongs.
pub const SHARED: &str = "All partnerships";

/// The log in two sentences.
pub fn headline(log: &Assumptions) -> String {
    let n = log.rows.len();
    if n == 0 {
        return "No figures are typed yet.".to_owned();
    }
    let typed = match n {
        1 => "1 figure was typed.".to_owned(),
        n => format!("{} figures were typed.", display::count_figure(n)),
    };
    let money = display::money_short_in(log.resting_without_source, log.money_unit);
    match log.n_costed_without_source {
        0 => format!("{typed} Every one that a known cost rests on has a source."),
        1 => format!("{typed} {money} a year rests on one of them that has no source."),
        n => {
            let n = display::count_figure(n);
            format!("{typed} {money} a year rests on {n} of them without a source.")
        }
    }
}

/// The partnership of a figure.
pub fn place(it: &Assumption) -> &str {
    match (it.partnership, &*it.within) {
        (None, _) => SHARED,
        (Some(_), "") => "Unnamed partnership",
        (Some(_), name) => name,
    }
}

/// What a figure is: `Length`.
pub fn field(it: &Assumption) -> String {
    display::field_name(it.input.field)
}

/// What hangs on a figure: `£1,620 a year rests on it, £648 at risk.`
pub fn money_text(it: &Assumption, unit: MoneyUnit) -> String {
    match (it.money, it.at_risk) {
        (Some(money), Some(at_risk)) => format!(
            "{} a year rests on it, {} at risk.",
            display::money_in(money, unit),
            display::money_in(at_risk, unit)
        ),
        _ => "No known cost of the year rests on it.".to_owned(),
    }
}

/// The figure with its unit.
pub fn value(it: &Assumption) -> String {
    display::figure(it.value, it.unit)
}

const HEADER: [&str; 13] = [
    "Id",
    "Partnership",
    "Record",
    "Figure",
    "Value",
    "Lowest",
    "Highest",
    "Source",
    "Date",
    "Evidence grade",
    "Who vouches",
    "Money a year, £",
    "Money at risk, £",
];

/// The rows as a table for a spreadsheet, with exact figures; a share is a decimal.
pub fn for_a_spreadsheet<'a>(rows: impl IntoIterator<Item = &'a Assumption>) -> String {
    let exact = |value: Option<Decimal>| value.map(display::exact_text).unwrap_or_default();
    let rows = rows.into_iter().map(|it| {
        let evidence = it.evidence.clone().unwrap_or_default();
        [
            it.input.to_string(),
            place(it).to_owned(),
            it.record.to_string(),
            field(it),
            display::exact_text(it.value),
            exact(it.low),
            exact(it.high),
            evidence.source,
            evidence.date.map(|day| day.to_string()).unwrap_or_default(),
            evidence
                .grade
                .map(|grade| grade.to_string())
                .unwrap_or_default(),
            evidence.who,
            exact(it.money.map(Quantity::decimal)),
            exact(it.at_risk.map(Quantity::decimal)),
        ]
    });
    tab_text(HEADER, rows)
}
