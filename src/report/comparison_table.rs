//! Partnerships side by side: a row for each figure, a column for each partnership.

use crate::chart::doubts::{Doubts, in_full};
use crate::costing::basis::Basis;
use crate::findings::figure::FigureId;
use crate::findings::findings::Findings;
use crate::findings::partnership::PartnershipFindings;
use crate::report::health;
use crate::report::league_column::{Column, Value};
use crate::report::summary::score_text;
use crate::uncertainty::ranges::is_any_ranged;
use crate::units::id::Id;

/// A figure of each partnership.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedRow {
    /// What it is.
    pub label: &'static str,
    /// The name that scripts know it by.
    pub key: &'static str,
    /// What it is, in a sentence.
    pub about: &'static str,
    /// One for each partnership.
    pub cells: Vec<ComparedCell>,
}

/// A figure of one partnership.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedCell {
    /// As it reads: `at least £35,020`, `not priced`.
    pub text: String,
    /// For other programs; nothing where there is no figure.
    pub exact: Option<String>,
    /// Whether there is something to read: a figure, a range or words.
    pub is_known: bool,
    /// Whether a part is not known.
    pub is_at_least: bool,
    /// The figure whose basis can be asked for.
    pub figure: Option<FigureId>,
}

/// What is compared, in order.
const COLUMNS: [Column; 22] = [
    Column::Model,
    Column::Topic,
    Column::Statutory,
    Column::Members,
    Column::Meetings,
    Column::Cost,
    Column::Direct,
    Column::Time,
    Column::InKind,
    Column::Ours,
    Column::Programme,
    Column::Hours,
    Column::SeniorDays,
    Column::Achievement,
    Column::CostPerPoint,
    Column::BetteredBy,
    Column::Pvc,
    Column::Pvb,
    Column::Npsv,
    Column::Ratio,
    Column::Queries,
    Column::Review,
];

/// The figures of these partnerships, in this order; ids that the findings do not have are left out.
pub fn compared_rows(
    findings: &Findings,
    ids: &[Id],
    basis: Basis,
    doubts: Doubts<'_>,
) -> Vec<ComparedRow> {
    let all: Vec<&PartnershipFindings> = ids
        .iter()
        .filter_map(|id| findings.partnership(*id))
        .collect();
    let mut rows: Vec<ComparedRow> = Vec::new();
    for column in COLUMNS {
        rows.push(ComparedRow {
            label: column.label(),
            key: column.key(),
            about: column.about(),
            cells: all
                .iter()
                .map(|it| cell(findings, it, column, basis))
                .collect(),
        });
        match column {
            Column::Cost => rows.push(p10_p90(findings, &all, basis, doubts)),
            Column::Ratio => rows.push(health_row(&all)),
            _ => {}
        }
    }
    rows
}

fn cell(
    findings: &Findings,
    it: &PartnershipFindings,
    column: Column,
    basis: Basis,
) -> ComparedCell {
    let value = column.of(findings, it, basis);
    let text = match (column, &value) {
        (Column::Achievement, _) => score_text(it),
        (Column::Statutory, _) => if it.is_statutory { "yes" } else { "no" }.to_owned(),
        (_, Value::Words(words)) if words.is_empty() => "–".to_owned(),
        _ => value.in_full(findings.money_unit()),
    };
    ComparedCell {
        text,
        is_known: !matches!(value, Value::Nothing(_)),
        exact: (!matches!(value, Value::Nothing(_))).then(|| value.exact()),
        is_at_least: value.is_at_least(),
        figure: column.figure(it, basis, &value),
    }
}

fn words(text: String, is_known: bool) -> ComparedCell {
    ComparedCell {
        exact: None,
        is_known,
        text,
        is_at_least: false,
        figure: None,
    }
}

fn p10_p90(
    findings: &Findings,
    all: &[&PartnershipFindings],
    basis: Basis,
    doubts: Doubts<'_>,
) -> ComparedRow {
    let unit = findings.money_unit();
    let is_waiting = doubts.simulation.is_none() && is_any_ranged(&findings.register);
    let cells = all.iter().map(|it| match doubts.of_cost(it.id, basis) {
        Some(ends) => {
            let [low, high] = [ends.p10, ends.p90].map(|it| in_full(it, unit));
            words(format!("{low} to {high}"), true)
        }
        None if is_waiting => words("not worked through".to_owned(), false),
        None => words("no range typed".to_owned(), false),
    });
    ComparedRow {
        label: "Cost, P10 to P90",
        key: "annual-cost-p10-p90",
        about: "Between which ends the cost lies in eight of ten draws",
        cells: cells.collect(),
    }
}

fn health_row(all: &[&PartnershipFindings]) -> ComparedRow {
    let cells = all.iter().map(|it| {
        let said = health::counts(it.health.all);
        let is_known = !said.is_empty();
        let said = if is_known { said } else { "–".to_owned() };
        words(said, is_known)
    });
    ComparedRow {
        label: "Health check",
        key: "health",
        about: "How the questions of its health check are answered",
        cells: cells.collect(),
    }
}
