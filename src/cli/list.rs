//! `list`: figures, discount factors and grades, as lines for people or as JSON for programs.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::chart::catalogue::{self, CHARTS, PARTNERSHIP_CHARTS};
use crate::cli::arguments::{List, What};
use crate::cli::list_grades::grades;
use crate::cli::opened::Opened;
use crate::cli::outcome::{Done, Refusal};
use crate::cli::{
    list_assumptions, list_comparison, list_doubt, list_editions, list_health, list_league,
    list_measures, list_overlaps, list_statement, list_time, list_who_pays, list_worth,
};
use crate::export::formats::{FORMATS, PAPER_FORMATS, PaperFormat};
use crate::findings::detail::detail;
use crate::findings::explain::figure_title;
use crate::findings::figure::FigureId;
use crate::guidance::discount_rates::{LONGEST, Rates};
use crate::guidance::edition::newest;
use crate::report::board_paper::template::Template;
use crate::report::figures::{self, Figure};
use crate::report::summary_text::WIDTH;
use crate::report::text_table::{Align, TextTable, one_line};
use crate::report::workbook::tables::TABLES;
use crate::units::display;
use crate::units::quantity::{Quantity, Rate};

pub(crate) fn list(asked: &List) -> Result<Done, Refusal> {
    let (what, partner, is_json) = (asked.what, asked.partner, asked.json);
    if partner.is_some() && !matches!(what, What::Statement) {
        let message = "--partner is for `list statement`";
        return Err(Refusal::Unknown(message.to_owned()));
    }
    let is_ranked = asked.by.is_some() || asked.group.is_some();
    if is_ranked && !matches!(what, What::League) {
        let message = "--by and --group are for `list league`";
        return Err(Refusal::Unknown(message.to_owned()));
    }
    if asked.only.is_some() && !matches!(what, What::League | What::Comparison) {
        let message = "--only is for `list league` and `list comparison`";
        return Err(Refusal::Unknown(message.to_owned()));
    }
    let file = asked.file.as_deref();
    let opened = file.map(|file| Opened::new(file, None)).transpose()?;
    match (what, opened) {
        (What::Charts, opened) => names(&charts(), opened.as_ref(), is_json),
        (What::Formats, opened) => {
            let formats = FORMATS.iter().map(|format| NameRow {
                id: format.id,
                name: format.label.to_owned(),
            });
            let is_new = |it: &&PaperFormat| FORMATS.iter().all(|format| format.id != it.id);
            let papers = PAPER_FORMATS.iter().filter(is_new).map(|format| NameRow {
                id: format.id,
                name: format!("{}; of a paper", format.label),
            });
            let formats = formats.chain(papers);
            names(&formats.collect::<Vec<_>>(), opened.as_ref(), is_json)
        }
        (What::Template, opened) => template(opened.as_ref(), is_json),
        (What::Tables, opened) => {
            let tables = TABLES.iter().map(|table| NameRow {
                id: table.id,
                name: table.label.to_owned(),
            });
            names(&tables.collect::<Vec<_>>(), opened.as_ref(), is_json)
        }
        (What::Factors, opened) => factors(opened.as_ref(), is_json),
        (What::Figures, Some(opened)) => all_figures(&opened, is_json),
        (What::Grades, Some(opened)) => grades(&opened, is_json),
        (What::Assumptions, Some(opened)) => list_assumptions::list(&opened, is_json),
        (What::Time, Some(opened)) => list_time::list(&opened, is_json),
        (What::Health, Some(opened)) => list_health::list(&opened, is_json),
        (What::Doubt, Some(opened)) => list_doubt::list(&opened, is_json),
        (What::Editions, Some(opened)) => list_editions::list(&opened, is_json),
        (What::Worth, Some(opened)) => list_worth::list(&opened, is_json),
        (What::Overlaps, Some(opened)) => list_overlaps::list(&opened, is_json),
        (What::Measures, Some(opened)) => list_measures::list(&opened, is_json),
        (What::WhoPays, Some(opened)) => list_who_pays::list(&opened, is_json),
        (What::Statement, Some(opened)) => list_statement::list(&opened, partner, is_json),
        (What::League, Some(opened)) => list_league::list(&opened, asked),
        (What::Comparison, Some(opened)) => list_comparison::list(&opened, asked),
        (
            What::Figures
            | What::Grades
            | What::Assumptions
            | What::Time
            | What::Doubt
            | What::Health
            | What::Statement
            | What::Worth
            | What::Overlaps
            | What::WhoPays
            | What::Measures
            | What::Editions
            | What::League
            | What::Comparison,
            None,
        ) => {
            let message = "This list is of a register: name its FILE";
            Err(Refusal::Unknown(message.to_owned()))
        }
    }
}

/// Puts a list into JSON, one object each.
pub(crate) fn json(rows: &[impl Serialize]) -> Result<String, Refusal> {
    Ok(format!("{}\n", serde_json::to_string_pretty(rows)?))
}

/// One entry of a catalogue.
#[derive(Serialize)]
struct NameRow {
    id: &'static str,
    name: String,
}

/// The charts of all partnerships, then those of one; a chart that is both is listed once.
fn charts() -> Vec<NameRow> {
    let of_all = CHARTS.iter().map(|kind| {
        let of_one = catalogue::find_of_partnership(kind.id);
        let also = of_one.map_or("", |_| "; of one with --partnership");
        NameRow {
            id: kind.id,
            name: format!("{}{also}", kind.description),
        }
    });
    let of_one = PARTNERSHIP_CHARTS
        .iter()
        .filter(|kind| catalogue::find(kind.id).is_none());
    let of_one = of_one.map(|kind| NameRow {
        id: kind.id,
        name: format!("{}; of one, with --partnership", kind.description),
    });
    of_all.chain(of_one).collect()
}

fn names(rows: &[NameRow], opened: Option<&Opened>, is_json: bool) -> Result<Done, Refusal> {
    let text = if is_json {
        json(rows)?
    } else {
        let lines = rows.iter().map(|row| format!("{}  {}\n", row.id, row.name));
        lines.collect()
    };
    Ok(done(opened, text))
}

/// The usual template of a board paper, to be changed and given to `paper --template`.
fn template(opened: Option<&Opened>, is_json: bool) -> Result<Done, Refusal> {
    if is_json {
        let message = "The template is a text file: leave --json out";
        return Err(Refusal::Unknown(message.to_owned()));
    }
    Ok(done(opened, Template::default().text()))
}

/// Done, on a register where one was named.
fn done(opened: Option<&Opened>, text: String) -> Done {
    match opened {
        Some(opened) => Done::on(&opened.findings(), text),
        None => Done::plainly(text),
    }
}

/// One figure that can be explained.
#[derive(Serialize)]
struct FigureRow {
    id: String,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
}

fn all_figures(opened: &Opened, is_json: bool) -> Result<Done, Refusal> {
    let Opened {
        register,
        guidance,
        question,
    } = opened;
    let findings = opened.findings();
    let mut all: Vec<Figure> = figures::portfolio(&findings);
    for found in &findings.partnerships {
        all.extend(figures::partnership(found));
        if let Some(detail) = detail(register, guidance, *question, found.id) {
            all.extend(figures::records(found.id, &detail));
        }
    }
    all.extend(figures::grades(&findings));
    let name = |id: FigureId| figure_title(register, guidance, *question, id);
    let rows = all.into_iter().map(|figure| FigureRow {
        id: figure.id.to_string(),
        name: name(figure.id),
        value: figure.value.map(display::exact_text),
    });
    let rows: Vec<FigureRow> = rows.collect();
    let text = if is_json {
        json(&rows)?
    } else {
        let line =
            |row: &FigureRow| format!("{}\n", one_line(&format!("{}  {}", row.id, row.name)));
        rows.iter().map(line).collect()
    };
    Ok(Done::on(&findings, text))
}

/// One year of a discount schedule.
#[derive(Serialize)]
struct FactorRow {
    schedule: &'static str,
    year: usize,
    rate: String,
    factor: String,
}

fn factors(opened: Option<&Opened>, is_json: bool) -> Result<Done, Refusal> {
    let guidance = opened.map_or_else(newest, |opened| opened.guidance);
    let schedules = guidance.discount_rates.all().into_iter();
    let rows: Vec<FactorRow> = schedules.flat_map(|it| factor_rows(it, is_json)).collect();
    let text = if is_json {
        json(&rows)?
    } else {
        factor_table(&rows)
    };
    Ok(done(opened, text))
}

fn factor_rows(rates: &Rates, is_json: bool) -> Vec<FactorRow> {
    let row = |year: u16, rate: Rate, factor: Decimal| FactorRow {
        schedule: rates.key,
        year: year.into(),
        rate: if is_json {
            display::exact_text(rate.decimal())
        } else {
            display::rate(rate)
        },
        factor: display::exact_text(factor),
    };
    let start = row(0, Rate::ZERO, Decimal::ONE);
    let factors = (1..=LONGEST).zip(rates.factors(LONGEST));
    let later = factors.filter_map(|(year, it)| Some(row(year, rates.rate(year)?, it.decimal())));
    std::iter::once(start).chain(later).collect()
}

fn factor_table(rows: &[FactorRow]) -> String {
    let mut table = TextTable::new(&[
        ("Schedule", Align::Left),
        ("Year", Align::Right),
        ("Rate", Align::Right),
        ("Factor", Align::Left),
    ]);
    for row in rows {
        table.push([
            row.schedule.to_owned(),
            row.year.to_string(),
            row.rate.clone(),
            row.factor.clone(),
        ]);
    }
    table.render(WIDTH)
}
