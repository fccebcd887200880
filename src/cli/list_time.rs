//! `list time`: people's time by grade and body, and the share of a working year that it takes up.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::cli::list::json;
use crate::cli::opened::Opened;
use crate::cli::outcome::{Done, Refusal};
use crate::findings::time_ledger::{Time, TimeLedger, TimeRow, TimeUse, Weight, time_ledger};
use crate::report::summary_text::WIDTH;
use crate::report::text_table::{Align, TextTable};
use crate::report::time_ledger::{NOT_KNOWN, days, headline, short_share};
use crate::units::display;
use crate::units::id::Id;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::{Hours, Quantity};

/// What stands below the table.
const NOTE: &str = "Days are of all time, preparing and travel too; --json has the hours of each. A share of a year\n\
                    is of the grade’s posts, or as if of one where their number is not typed.\n";

/// The time of one grade that one body bears; what is absent is not known.
#[derive(Serialize)]
struct Row<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    grade: Option<String>,
    grade_name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    partner: Option<String>,
    partner_name: &'a str,
    is_senior: bool,
    hours: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    days: Option<String>,
    is_at_least: bool,
    hours_by_use: BTreeMap<&'static str, String>,
    cost: String,
    cost_is_at_least: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    share_of_year: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    posts: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    weight: Option<&'static str>,
    partnerships: usize,
    largest: Vec<Largest<'a>>,
}

/// One of the partnerships that take most of it.
#[derive(Serialize)]
struct Largest<'a> {
    id: String,
    name: &'a str,
    hours: String,
}

pub(crate) fn list(opened: &Opened, is_json: bool) -> Result<Done, Refusal> {
    let ledger = time_ledger(&opened.register, opened.guidance, opened.question);
    let text = if is_json {
        json(&ledger.rows.iter().map(row).collect::<Vec<_>>())?
    } else {
        format!("{}\n\n{}\n{NOTE}", headline(&ledger), table(&ledger))
    };
    Ok(Done::on(&opened.findings(), text))
}

fn row(it: &TimeRow) -> Row<'_> {
    let time = &it.time;
    let largest = it.largest.iter().map(|(id, name, hours)| Largest {
        id: id.to_string(),
        name,
        hours: exact(*hours),
    });
    let by_use = time.by_use.iter();
    Row {
        grade: it.grade.as_ref().map(Id::to_string),
        grade_name: &it.grade_name,
        partner: it.partner.as_ref().map(Id::to_string),
        partner_name: &it.partner_name,
        is_senior: it.is_senior,
        hours: exact(time.hours),
        days: (!time.lacks_days).then(|| exact(time.days)),
        is_at_least: time.is_at_least,
        hours_by_use: by_use
            .map(|(of, hours)| (of.key(), exact(*hours)))
            .collect(),
        cost: exact(time.cost.amount),
        cost_is_at_least: time.cost.is_at_least,
        share_of_year: it.share.map(|it| exact(it.share)),
        posts: it.share.and_then(|it| it.posts).map(exact),
        weight: it.weight().map(|weight| match weight {
            Weight::Half => "half",
            Weight::Quarter => "quarter",
        }),
        partnerships: it.n_partnerships,
        largest: largest.collect(),
    }
}

fn exact(figure: impl Quantity) -> String {
    display::exact_text(figure.decimal())
}

fn table(ledger: &TimeLedger) -> String {
    let mut table = TextTable::new(&[
        ("Grade, body", Align::Left),
        (TimeUse::Meetings.label(), Align::Right),
        (TimeUse::Between.label(), Align::Right),
        (TimeUse::Posts.label(), Align::Right),
        ("Days", Align::Right),
        ("Cost", Align::Right),
        ("Of a year", Align::Left),
    ]);
    let unit = ledger.money_unit;
    for it in &ledger.rows {
        let senior = if it.is_senior { " (senior)" } else { "" };
        let name = format!("{}{senior}, {}", it.grade_name, it.partner_name);
        let share = it.share.map_or_else(|| NOT_KNOWN.to_owned(), short_share);
        table.push(cells(name, &it.time, share, unit));
    }
    table.push(cells(
        "Senior time".to_owned(),
        &ledger.senior,
        String::new(),
        unit,
    ));
    table.push(cells(
        "All time".to_owned(),
        &ledger.all,
        String::new(),
        unit,
    ));
    table.render(WIDTH)
}

fn cells(name: String, time: &Time, share: String, unit: MoneyUnit) -> [String; 7] {
    let hours = |of| {
        let hours: Option<Hours> = time.by_use.get(&of).copied();
        hours.map(display::hours_figure).unwrap_or_default()
    };
    let mark = |text: String, is_at_least| {
        if is_at_least {
            format!("≥ {text}")
        } else {
            text
        }
    };
    let cost = display::money_in(time.cost.amount, unit);
    [
        name,
        hours(TimeUse::Meetings),
        hours(TimeUse::Between),
        hours(TimeUse::Posts),
        mark(days(time), time.is_at_least),
        mark(cost, time.cost.is_at_least),
        share,
    ]
}
