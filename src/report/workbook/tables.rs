//! The tables of a register for other programs: the sheets of the workbook and the league table, figures exact.

use std::sync::Arc;

use crate::costing::basis::Basis;
use crate::findings::findings::Findings;
use crate::report::league::{Choices, league};
use crate::report::league_column::Column;
use crate::report::league_sheet::rows;
use crate::report::workbook::book::{Book, Cell, Outcome, Sheet, SheetId};
use crate::units::display::exact_text;

/// A table that can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableKind {
    /// The name that scripts and files know it by.
    pub id: &'static str,
    /// What it holds.
    pub label: &'static str,
    /// The sheet whose rows they are; nothing for the league table.
    sheet: Option<SheetId>,
}

/// Every table, in the order that they are written.
pub const TABLES: &[TableKind] = &[
    of(
        "partnerships",
        "Each partnership with every result, and all together",
        SheetId::Results,
    ),
    TableKind {
        id: "league",
        label: "The league table, dearest first, with every column",
        sheet: None,
    },
    of(
        "cost-lines",
        "Each line of cost of the year",
        SheetId::Costing,
    ),
    of(
        "inputs",
        "Each quantity that was typed, with its range and source",
        SheetId::Inputs,
    ),
    of(
        "official",
        "The published and customary numbers that were used",
        SheetId::Official,
    ),
    of(
        "grades",
        "Each grade’s pay, built up to its hourly cost",
        SheetId::Grades,
    ),
    of(
        "flows",
        "Each line of cost in the years of the appraisal",
        SheetId::Flows,
    ),
    of("benefits", "Each benefit, step by step", SheetId::Benefits),
    of(
        "years",
        "Costs and benefits by year, and what discounting makes of them",
        SheetId::Years,
    ),
    of("options", "Each option of a partnership", SheetId::Options),
    of(
        "outcomes",
        "What benefits claim of each outcome",
        SheetId::Outcomes,
    ),
    of(
        "missing",
        "What is not known and is left out of the totals",
        SheetId::Missing,
    ),
    of(
        "assumptions",
        "What rests on each typed quantity",
        SheetId::Assumptions,
    ),
    of(
        "provenance",
        "What the tables were made from",
        SheetId::Provenance,
    ),
];

const fn of(id: &'static str, label: &'static str, sheet: SheetId) -> TableKind {
    TableKind {
        id,
        label,
        sheet: Some(sheet),
    }
}

/// The table of this name.
pub fn find(id: &str) -> Option<&'static TableKind> {
    TABLES.iter().find(|it| it.id == id)
}

impl TableKind {
    /// Its headers and its rows; nothing where the register has no such rows.
    pub fn rows(&self, findings: &Arc<Findings>, book: &Book) -> Option<Vec<Vec<String>>> {
        let Some(id) = self.sheet else {
            let choices = Choices {
                columns: Column::ALL.to_vec(),
                ..Choices::default()
            };
            return Some(rows(&league(findings, Basis::Full, &choices)));
        };
        let sheet = book.sheets.iter().find(|it| it.id == id)?;
        Some(of_sheet(sheet))
    }
}

fn of_sheet(sheet: &Sheet) -> Vec<Vec<String>> {
    let headers = sheet.columns.iter().map(|it| it.header.clone()).collect();
    let rows = sheet.rows.iter();
    let rows = rows.map(|row| {
        let mut cells: Vec<String> = row.iter().map(text).collect();
        cells.resize(sheet.columns.len(), String::new());
        cells
    });
    std::iter::once(headers).chain(rows).collect()
}

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Blank | Cell::Input(None, _) => String::new(),
        Cell::Words(words) | Cell::Heading(words) | Cell::Formula(_, Outcome::Words(words), _) => {
            words.clone()
        }
        Cell::Figure(value, _)
        | Cell::Input(Some(value), _)
        | Cell::Formula(_, Outcome::Figure(value), _) => exact_text(*value),
        Cell::Formula(_, Outcome::Truth(value), _) => value.to_string(),
    }
}
