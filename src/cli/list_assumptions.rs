//! `list assumptions`: every figure that was typed, who vouches for it, and the money that hangs on it.

use serde::Serialize;

use crate::cli::list::json;
use crate::cli::opened::Opened;
use crate::cli::outcome::{Done, Refusal};
use crate::findings::assumptions::{Assumption, Assumptions, assumptions};
use crate::report::assumptions::{NO_MONEY, field, headline, place, value};
use crate::report::summary_text::WIDTH;
use crate::report::text_table::{Align, TextTable};
use crate::units::display;
use crate::units::id::Id;
use crate::units::quantity::{Money, Quantity};

/// One figure; what is absent nobody has said, or no known cost rests on.
#[derive(Serialize)]
struct AssumptionRow<'a> {
    id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    partnership: Option<String>,
    record: &'a str,
    field: &'static str,
    value: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    low: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    high: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    grade: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    who: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    money: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    money_at_risk: Option<String>,
}

pub(crate) fn list(opened: &Opened, is_json: bool) -> Result<Done, Refusal> {
    let log = assumptions(&opened.register, opened.guidance, opened.question);
    let text = if is_json {
        json(&log.rows.iter().map(row).collect::<Vec<_>>())?
    } else {
        format!("{}\n\n{}", headline(&log), table(&log))
    };
    Ok(Done::on(&opened.findings(), text))
}

fn row(it: &Assumption) -> AssumptionRow<'_> {
    let evidence = it.evidence.as_ref();
    let money = |amount: Option<Money>| amount.map(|it| display::exact_text(it.decimal()));
    let who = evidence.map(|it| it.who.trim());
    AssumptionRow {
        id: it.input.to_string(),
        partnership: it.partnership.as_ref().map(Id::to_string),
        record: &it.record,
        field: it.input.field,
        value: display::exact_text(it.value),
        low: it.low.map(display::exact_text),
        high: it.high.map(display::exact_text),
        source: it.source(),
        date: evidence.and_then(|it| it.date).map(|day| day.to_string()),
        grade: evidence.and_then(|it| it.grade),
        who: who.filter(|who| !who.is_empty()),
        money: money(it.money),
        money_at_risk: money(it.at_risk),
    }
}

fn table(log: &Assumptions) -> String {
    let mut table = TextTable::new(&[
        ("Figure", Align::Left),
        ("Id", Align::Left),
        ("Value", Align::Right),
        ("Source", Align::Left),
        ("Grade", Align::Right),
        ("Money a year", Align::Right),
        ("At risk", Align::Right),
    ]);
    let money = |amount: Option<Money>| {
        amount.map_or_else(
            || NO_MONEY.to_owned(),
            |it| display::money_in(it, log.money_unit),
        )
    };
    for it in &log.rows {
        let grade = it.evidence.as_ref().and_then(|it| it.grade);
        table.push([
            // Long names are shortened from the end: what it is comes first.
            format!("{}, {}, {}", field(it), it.record, place(it)),
            it.input.to_string(),
            value(it),
            it.source().map_or("none", |_| "yes").to_owned(),
            grade.map_or_else(|| NO_MONEY.to_owned(), |grade| grade.to_string()),
            money(it.money),
            money(it.at_risk),
        ]);
    }
    table.render(WIDTH)
}
