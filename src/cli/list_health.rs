//! `list health`: what is answered and what is open in each partnership's health check, and its risks.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::cli::list::json;
use crate::cli::opened::Opened;
use crate::cli::outcome::{Done, Refusal};
use crate::findings::findings::Findings;
use crate::findings::health::{HealthCounts, HealthLine, RiskLine};
use crate::findings::partnership::PartnershipFindings;
use crate::guidance::health_check::HealthCheck;
use crate::model::health_answer::Answer;
use crate::model::partnership::Partnership;
use crate::report::health::{headline, worked_from};
use crate::report::summary_text::WIDTH;
use crate::report::text_table::{Align, TextTable, one_line};
use crate::units::display;
use crate::units::quantity::Quantity;

/// What stands below the table.
const NOTE: &str = "Governance is asked in proportion to the money at stake; questions 20 to 23 are answered from the figures.\n\
                    The health check is no part of the achievement score; --json has every question.\n";

/// The health of one partnership; what is absent is not known.
#[derive(Serialize)]
struct Row<'a> {
    partnership: String,
    name: &'a str,
    asked: usize,
    answered: usize,
    open: usize,
    by_group: BTreeMap<&'static str, Counts>,
    money_at_stake: String,
    money_is_at_least: bool,
    governance_from: String,
    questions: Vec<Question<'a>>,
    risks: Vec<Risk<'a>>,
}

#[derive(Serialize)]
struct Counts {
    yes: usize,
    partly: usize,
    no: usize,
    not_needed: usize,
    unknown: usize,
}

/// One question and what is said to it.
#[derive(Serialize)]
struct Question<'a> {
    key: &'a str,
    group: &'static str,
    text: &'a str,
    is_asked: bool,
    is_open: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    typed: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    worked_out_from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<String>,
}

/// One risk, worst first.
#[derive(Serialize)]
struct Risk<'a> {
    id: String,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<String>,
    is_uncapped: bool,
}

pub(crate) fn list(opened: &Opened, is_json: bool) -> Result<Done, Refusal> {
    let findings = opened.findings();
    let catalogue = &opened.guidance.health_check;
    let found = findings
        .partnerships
        .iter()
        .zip(&opened.register.partnerships);
    let text = if is_json {
        let rows = found.map(|(found, it)| row(&findings, catalogue, found, it));
        json(&rows.collect::<Vec<_>>())?
    } else {
        let lines = found.map(|(found, _)| {
            let said = headline(&found.health, catalogue);
            format!(
                "{}\n",
                one_line(&format!("{}  {}: {said}", found.id, found.name))
            )
        });
        let lines: String = lines.collect();
        format!("{}\n{lines}\n{NOTE}", table(&findings))
    };
    Ok(Done::on(&findings, text))
}

fn row<'a>(
    findings: &Findings,
    catalogue: &'a HealthCheck,
    found: &'a PartnershipFindings,
    partnership: &'a Partnership,
) -> Row<'a> {
    let health = &found.health;
    let groups = health.by_group.iter();
    let lines = health.lines.iter();
    let stake = &health.stake;
    Row {
        partnership: found.id.to_string(),
        name: &found.name,
        asked: health.all.asked(),
        answered: health.all.answered(),
        open: health.all.open(),
        by_group: groups
            .map(|(group, it)| (group.key(), counts(*it)))
            .collect(),
        money_at_stake: display::exact_text(stake.money.amount.decimal()),
        money_is_at_least: stake.money.is_at_least,
        governance_from: display::exact_text(stake.from.decimal()),
        questions: lines
            .filter_map(|line| question(findings, catalogue, line))
            .collect(),
        risks: health
            .risks
            .iter()
            .map(|it| risk(it, partnership))
            .collect(),
    }
}

fn counts(it: HealthCounts) -> Counts {
    Counts {
        yes: it.yes,
        partly: it.partly,
        no: it.no,
        not_needed: it.not_needed,
        unknown: it.unknown,
    }
}

fn question<'a>(
    findings: &Findings,
    catalogue: &'a HealthCheck,
    line: &HealthLine,
) -> Option<Question<'a>> {
    let question = catalogue.questions().get(line.place)?;
    let unit = findings.money_unit();
    Some(Question {
        key: &question.key,
        group: question.group.key(),
        text: &question.question,
        is_asked: line.is_asked,
        is_open: line.is_open(),
        answer: line.answer().map(Answer::key),
        typed: line.typed.map(Answer::key),
        worked_out_from: line.worked_out.map(|it| worked_from(&it.from, unit)),
        record: line.record.map(|it| it.to_string()),
    })
}

fn risk<'a>(line: &RiskLine, partnership: &'a Partnership) -> Risk<'a> {
    let named = partnership.risks.iter().find(|it| it.id == line.id);
    Risk {
        id: line.id.to_string(),
        name: named.map_or("", |it| &it.name),
        score: line.score.map(|it| display::exact_text(it.decimal())),
        is_uncapped: line.is_uncapped,
    }
}

fn table(findings: &Findings) -> String {
    let mut table = TextTable::new(&[
        ("Partnership", Align::Left),
        ("Asked", Align::Right),
        ("Yes", Align::Right),
        ("Partly", Align::Right),
        ("No", Align::Right),
        ("Not needed", Align::Right),
        ("Not known", Align::Right),
        ("Risks", Align::Right),
    ]);
    for found in &findings.partnerships {
        let n_risks = found.health.risks.len();
        table.push(cells(&found.name, found.health.all, n_risks.to_string()));
    }
    table.push(cells(
        "All partnerships",
        findings.portfolio.health,
        String::new(),
    ));
    table.render(WIDTH)
}

fn cells(name: &str, it: HealthCounts, risks: String) -> [String; 8] {
    let n = display::count_figure;
    [
        name.to_owned(),
        n(it.asked()),
        n(it.yes),
        n(it.partly),
        n(it.no),
        n(it.not_needed),
        n(it.unknown),
        risks,
    ]
}
