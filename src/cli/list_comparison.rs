//! `list comparison`: two to four partnerships side by side, and how they differ in words.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::chart::doubts::Needs;
use crate::cli::arguments::List;
use crate::cli::doubts::Worked;
use crate::cli::opened::Opened;
use crate::cli::outcome::{Done, Refusal};
use crate::findings::comparison::comparison;
use crate::report::comparison::differences;
use crate::report::comparison_table::compared_rows;
use crate::report::summary::name_text;
use crate::report::summary_text::WIDTH;
use crate::report::text_table::{Align, TextTable};
use crate::units::id::Id;

/// What is printed for other programs; a figure that is absent is not known.
#[derive(Serialize)]
struct Compared {
    partnerships: Vec<Row>,
    differences: Vec<String>,
}

#[derive(Serialize)]
struct Row {
    id: String,
    name: String,
    figures: BTreeMap<&'static str, String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    at_least: Vec<&'static str>,
}

pub(crate) fn list(opened: &Opened, asked: &List) -> Result<Done, Refusal> {
    let only = asked.only.as_deref().unwrap_or_default();
    let findings = opened.findings();
    for id in only {
        opened.must_have(Some(*id))?;
    }
    let basis = asked.basis.basis();
    let order: Vec<Id> = comparison(&findings, only, basis).order;
    if !(2..=4).contains(&order.len()) {
        let message = "Name two to four partnerships to compare, such as --only p12,p14";
        return Err(Refusal::Unknown(message.to_owned()));
    }
    let worked = Worked::new(opened, Needs::Simulation, None);
    let rows = compared_rows(&findings, &order, basis, worked.doubts());
    let differences = differences(&findings, &order, basis, worked.doubts());
    let named: Vec<(Id, String)> = order
        .iter()
        .filter_map(|id| Some((*id, name_text(findings.partnership(*id)?))))
        .collect();
    let text = if asked.json {
        let partnerships = named.into_iter().enumerate().map(|(at, (id, name))| {
            let cells = rows
                .iter()
                .filter_map(|row| Some((row, row.cells.get(at)?)));
            let at_least = cells.clone().filter(|(_, cell)| cell.is_at_least);
            Row {
                id: id.to_string(),
                name,
                at_least: at_least.map(|(row, _)| row.key).collect(),
                figures: cells
                    .filter_map(|(row, cell)| Some((row.key, cell.exact.clone()?)))
                    .filter(|(_, exact)| !exact.is_empty())
                    .collect(),
            }
        });
        let compared = Compared {
            partnerships: partnerships.collect(),
            differences,
        };
        format!("{}\n", serde_json::to_string_pretty(&compared)?)
    } else {
        const COLUMNS: [&str; 4] = ["(1)", "(2)", "(3)", "(4)"];
        let each = COLUMNS.into_iter().take(named.len());
        let columns = std::iter::once(("Figure", Align::Left));
        let columns = columns.chain(each.clone().map(|it| (it, Align::Right)));
        let mut table = TextTable::new(&columns.collect::<Vec<_>>());
        for row in &rows {
            let cells = row.cells.iter().map(|cell| cell.text.clone());
            table.push(std::iter::once(row.label.to_owned()).chain(cells));
        }
        let names = each.zip(&named);
        let names = names.map(|(n, (id, name))| format!("{n} {name} ({id})"));
        let names = names.collect::<Vec<_>>().join("\n");
        format!(
            "{names}\n\n{}\n{}\n",
            table.render(WIDTH),
            differences.join("\n")
        )
    };
    Ok(Done::on(&findings, text))
}
