//! The first screen as plain text, for a terminal or a machine without a display.

use jiff::civil::Date;

use crate::costing::basis::Basis;
use crate::costing::schedule::Total;
use crate::findings::findings::Findings;
use crate::report::summary::{self, KeyFigure, Named, Summary, name_text, score_text, summary};
use crate::report::text_table::{Align, TextTable, one_line, shortened};
use crate::units::display;

/// Columns of a terminal that every line fits in, long names shortened.
pub const WIDTH: usize = 100;

/// Letters of a name that stands behind a reason.
const NAME: usize = 34;

/// The first screen on `basis`: headline, three sentences, an answer to each question, the dearest, the least achieving, and the league table.
pub fn text(findings: &Findings, basis: Basis, today: Date) -> String {
    let said = summary(findings, basis, today);
    let mut blocks = vec![
        heading(findings, basis),
        format!("{}\n", said.headline),
        lines(&said),
        figures("What do we spend?", &said.spend),
        figures("What do we get?", &said.gain),
        to_decide(&said),
    ];
    let dearest = match said.share_of_dearest.as_str() {
        "" => "Cost most a year".to_owned(),
        share => format!("Cost most a year: {share}"),
    };
    blocks.push(named(&dearest, &said.dearest));
    let least = "Achieve least, of 100 points towards their own targets";
    blocks.push(named(least, &said.least_achieving));
    blocks.push(league_table(findings, basis));
    blocks.push(format!("Queries: {}\n", said.queries));
    blocks.retain(|block| !block.is_empty());
    blocks.join("\n")
}

/// The register's name, the basis and the year; and whether the figures are made up.
pub fn heading(findings: &Findings, basis: Basis) -> String {
    let title = match findings.title.trim() {
        "" => "Register of partnerships",
        title => title,
    };
    let made_up = if findings.is_illustrative {
        " · illustrative figures"
    } else {
        ""
    };
    let (basis, year) = (basis.label(), findings.year);
    format!("{} · {basis}, {year}{made_up}\n", one_line(title))
}

/// Every partnership, dearest first.
pub fn league_table(findings: &Findings, basis: Basis) -> String {
    let portfolio = &findings.portfolio;
    let unit = findings.money_unit();
    if portfolio.count == 0 {
        return String::new();
    }
    let mut table = TextTable::new(&[
        ("Partnership", Align::Left),
        ("Cost a year", Align::Right),
        ("Hours", Align::Right),
        ("Score", Align::Right),
        ("A point", Align::Right),
    ]);
    for id in portfolio.dearest.get(basis) {
        let Some(found) = findings.partnership(*id) else {
            continue;
        };
        let cost_per_point = found.cost_per_point.get(basis);
        table.push([
            name_text(found),
            summary::cost_text(found, basis, unit),
            display::hours_figure(found.hours.all),
            score_text(found),
            cost_per_point.map_or_else(String::new, |amount| {
                let is_at_least = found.annual_cost.get(basis).is_at_least;
                let total = Total {
                    amount,
                    is_at_least,
                };
                summary::total_text(total, unit)
            }),
        ]);
    }
    table.push([
        "All partnerships".to_owned(),
        summary::total_text(*portfolio.annual_cost.get(basis), unit),
        display::hours_figure(portfolio.hours.all),
        String::new(),
        String::new(),
    ]);
    table.render(WIDTH)
}

/// The three sentences, each broken where a terminal ends.
fn lines(said: &Summary) -> String {
    let lines = said.lines.iter().map(|line| wrapped(line, WIDTH));
    lines.collect()
}

fn wrapped(text: &str, width: usize) -> String {
    let mut out = String::new();
    let mut used = 0_usize;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if used > 0 && used.saturating_add(length) >= width {
            out.push('\n');
            used = 0;
        } else if used > 0 {
            out.push(' ');
        }
        out.push_str(word);
        used = used.saturating_add(length).saturating_add(1);
    }
    out.push('\n');
    out
}

fn figures(question: &str, figures: &[KeyFigure]) -> String {
    let mut table = TextTable::new(&[("", Align::Left), ("", Align::Right), ("", Align::Left)]);
    for figure in figures {
        table.push([
            format!("  {}", figure.label),
            figure.text.clone(),
            figure.note.clone(),
        ]);
    }
    // The table's header is blank.
    format!("{question}{}", table.render(WIDTH))
}

fn to_decide(said: &Summary) -> String {
    if said.decisions.is_empty() {
        return String::new();
    }
    let mut table = TextTable::new(&[("", Align::Left), ("", Align::Right), ("", Align::Left)]);
    for it in &said.decisions {
        let n = it.partnerships.len();
        let first = it.named.first().map(|it| shortened(&it.name, NAME));
        let more = match n.saturating_sub(1) {
            0 => String::new(),
            more => format!(" and {}", display::count(more, "other", "others")),
        };
        table.push([
            format!("  {}", it.reason.label()),
            display::count_figure(n),
            format!("{}{more}", first.unwrap_or_default()),
        ]);
    }
    format!("Which need a decision?{}", table.render(WIDTH))
}

fn named(title: &str, list: &[Named]) -> String {
    if list.is_empty() {
        return String::new();
    }
    let mut table = TextTable::new(&[("", Align::Left), ("", Align::Right)]);
    for one in list {
        table.push([format!("  {}", one.name), one.text.clone()]);
    }
    format!("{title}{}", table.render(WIDTH))
}
