//! `list league`: partnerships ranked by any figure, in groups with what each comes to.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use crate::cli::arguments::List;
use crate::cli::list::json;
use crate::cli::opened::Opened;
use crate::cli::outcome::{Done, Refusal};
use crate::report::league::{Choices, League, Line, Order, league};
use crate::report::league_column::{Column, Kind, Value};
use crate::report::league_group::Grouping;
use crate::report::league_sheet::{order_text, shown};
use crate::report::summary_text::WIDTH;
use crate::report::text_table::{Align, TextTable};
use crate::units::money_unit::MoneyUnit;

/// A line of the table; what is absent is not known, or no sum.
#[derive(Serialize)]
struct Row {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rank: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    name: String,
    figures: BTreeMap<&'static str, String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    at_least: Vec<&'static str>,
}

/// Every column in JSON, a few in the table for people.
pub(crate) fn list(opened: &Opened, asked: &List) -> Result<Done, Refusal> {
    let choices = choices(asked)?;
    let findings = Arc::new(opened.findings_of(asked.only.as_deref())?);
    let made = league(&findings, asked.basis.basis(), &choices);
    let text = if asked.json {
        let rows = (0..made.lines.len()).map(|line| row(&made, line));
        json(&rows.collect::<Vec<_>>())?
    } else {
        text(&made)
    };
    Ok(Done::on(&findings, text))
}

fn choices(asked: &List) -> Result<Choices, Refusal> {
    let mut choices = Choices::default();
    if let Some(key) = &asked.by {
        let by = Column::from_key(key).ok_or_else(|| {
            let known = Column::ALL.map(Column::key).join(", ");
            Refusal::Unknown(format!("Nothing is ranked by {key}. Try {known}"))
        })?;
        choices.rank_by(Order::first_by(by));
    }
    if let Some(key) = &asked.group {
        choices.grouping = Grouping::from_key(key).ok_or_else(|| {
            let known = Grouping::ALL.map(Grouping::key).join(", ");
            Refusal::Unknown(format!("Nothing is grouped by {key}. Try {known}"))
        })?;
    }
    if asked.json {
        choices.columns = Column::ALL.to_vec();
    } else {
        // What a line of 100 letters holds.
        let few = [
            Column::Name,
            Column::Cost,
            Column::Hours,
            Column::Achievement,
            Column::CostPerPoint,
            choices.order.by,
        ];
        choices.columns = few.to_vec();
        choices.columns.sort_unstable();
        choices.columns.dedup();
    }
    Ok(choices)
}

fn row(made: &League, line: usize) -> Row {
    let group = match made.lines.get(line) {
        Some(Line::Group(group) | Line::Partnership { group, .. }) => made.groups.get(*group),
        Some(Line::All) | None => None,
    };
    let group = group.map(|it| it.name.clone()).filter(|it| !it.is_empty());
    let mut figures = BTreeMap::new();
    let mut at_least = Vec::new();
    for column in made.columns() {
        let Some(value) = made.value(line, *column) else {
            continue;
        };
        if value.is_at_least() {
            at_least.push(column.key());
        }
        let is_blank = matches!(&value, Value::Words(words) if words.is_empty());
        if *column != Column::Name && !is_blank && !matches!(value, Value::Nothing(_)) {
            figures.insert(column.key(), value.exact());
        }
    }
    let partnership = made.partnership(line);
    Row {
        kind: match made.lines.get(line) {
            Some(Line::Group(_)) => "group",
            Some(Line::Partnership { .. }) => "partnership",
            Some(Line::All) | None => "all",
        },
        group,
        rank: made.rank(line),
        id: partnership.map(|it| it.id.to_string()),
        name: made.name(line),
        figures,
        at_least,
    }
}

fn text(made: &League) -> String {
    let unit = made.findings.money_unit();
    let mut columns = vec![("Partnership", Align::Left)];
    let others = made.columns().iter().filter(|it| **it != Column::Name);
    columns.extend(others.clone().map(|it| (it.label(), align(*it))));
    let mut table = TextTable::new(&columns);
    for line in 0..made.lines.len() {
        let rank = made.rank(line);
        let name = match (made.partnership(line), rank) {
            (Some(_), Some(rank)) => format!("{rank:>4} {}", made.name(line)),
            (Some(_), None) => format!("   – {}", made.name(line)),
            (None, _) => made.name(line),
        };
        let cells = others.clone().map(|it| cell(made, line, *it, unit));
        table.push(std::iter::once(name).chain(cells));
    }
    let head = format!(
        "{}, {}, {}, by {}.",
        shown(made),
        made.basis.label(),
        made.findings.year,
        order_text(made.choices.order)
    );
    let notes = made.notes.join("\n");
    format!("{head}\n\n{}\n{notes}\n", table.render(WIDTH))
}

fn align(column: Column) -> Align {
    if column.kind().is_some() {
        Align::Right
    } else {
        Align::Left
    }
}

fn cell(made: &League, line: usize, column: Column, unit: MoneyUnit) -> String {
    let Some(value) = made.value(line, column) else {
        return String::new();
    };
    match (&value, column.kind()) {
        (Value::Figure { .. }, Some(Kind::Money)) => {
            let mark = if value.is_at_least() { "≥ " } else { "" };
            let text = value.in_full(unit);
            format!("{mark}{}", text.trim_start_matches("at least "))
        }
        _ => value.text(unit),
    }
}
