//! A league table as text for a spreadsheet: the lines that are shown, with exact figures.

use crate::report::league::{League, Line, Order};
use crate::report::league_column::{Column, Kind, Value};
use crate::report::league_group::Grouping;
use crate::report::tab_text::safe;
use crate::units::display;

/// What is shown, and how: a line each, its name and what it says.
pub fn about(league: &League) -> Vec<[String; 2]> {
    let findings = &league.findings;
    let mut lines = vec![
        ["Register".to_owned(), findings.title.trim().to_owned()],
        ["Basis".to_owned(), league.basis.label().to_owned()],
        ["Year".to_owned(), findings.year.to_string()],
        ["Shown".to_owned(), shown(league)],
        ["Order".to_owned(), order_text(league.choices.order)],
    ];
    if league.choices.grouping != Grouping::None {
        let by = league.choices.grouping.label().to_owned();
        lines.push(["Groups".to_owned(), by]);
    }
    if findings.is_illustrative {
        let made_up = ["Figures".to_owned(), "illustrative".to_owned()];
        lines.push(made_up);
    }
    lines
}

/// What the rows are in order of: `cost a year, largest first`.
pub fn order_text(order: Order) -> String {
    let way = match (order.by, order.is_descending) {
        (Column::Review, true) => "latest first",
        (Column::Review, false) => "soonest first",
        (by, true) if by.kind().is_some() => "largest first",
        (by, false) if by.kind().is_some() => "smallest first",
        (_, true) => "Z to A",
        (_, false) => "A to Z",
    };
    let by = match order.by {
        // These begin with an abbreviation.
        by @ (Column::Pvc | Column::Pvb) => by.label().to_owned(),
        by => by.label().to_lowercase(),
    };
    format!("{by}, {way}")
}

/// `9 of 60 partnerships: model steering group`, or how many there are.
pub fn shown(league: &League) -> String {
    let n = league.n_shown();
    match &league.findings.narrowed {
        Some(narrowed) => {
            let whole = display::count(narrowed.n_whole, "partnership", "partnerships");
            format!(
                "{} of {whole}: {}",
                display::count_figure(n),
                narrowed.words
            )
        }
        None => display::count(n, "partnership", "partnerships"),
    }
}

/// The title of a column with its unit: `Cost a year, £`.
pub fn title(column: Column) -> String {
    let unit = match column.kind() {
        Some(Kind::Money) => ", £",
        Some(Kind::Ratio) => ", £ for each £1",
        _ => "",
    };
    match column {
        Column::Ratio => "Benefit–cost ratio".to_owned(),
        Column::CostPerExtraPoint => format!("Cost of an extra point{unit}"),
        _ => format!("{}{unit}", column.label()),
    }
}

/// The header of the table and its lines, the same and in the same order as they are shown.
///
/// A group stands in a column of its own on each of its lines. The last column names the figures that are "at least".
pub fn rows(league: &League) -> Vec<Vec<String>> {
    let is_grouped = league.choices.grouping != Grouping::None;
    let lead = is_grouped.then(|| "Group".to_owned());
    let titles = league.columns().iter().map(|column| title(*column));
    let last = std::iter::once("At least".to_owned());
    let header = lead
        .into_iter()
        .chain(["Rank".to_owned()])
        .chain(titles)
        .chain(last)
        .collect();
    let lines = (0..league.lines.len()).map(|line| row(league, line, is_grouped));
    std::iter::once(header).chain(lines).collect()
}

fn row(league: &League, line: usize, is_grouped: bool) -> Vec<String> {
    let group = match league.lines.get(line) {
        Some(Line::Group(group) | Line::Partnership { group, .. }) => league.groups.get(*group),
        Some(Line::All) | None => None,
    };
    let group = is_grouped.then(|| group.map_or_else(String::new, |it| it.name.clone()));
    let rank = league.rank(line).unwrap_or_default();
    let values: Vec<(Column, Option<Value>)> = league
        .columns()
        .iter()
        .map(|column| (*column, league.value(line, *column)))
        .collect();
    let at_least = values.iter().filter(|(_, value)| {
        let value = value.as_ref();
        value.is_some_and(Value::is_at_least)
    });
    let at_least: Vec<&str> = at_least.map(|(column, _)| column.label()).collect();
    let cells = values
        .iter()
        .map(|(_, value)| value.as_ref().map(Value::exact).unwrap_or_default());
    group
        .into_iter()
        .chain([rank])
        .chain(cells)
        .chain([at_least.join("; ")])
        .collect()
}

/// All of it in lines of cells: what is shown and how, a blank line, and the table.
pub fn lines(league: &League) -> Vec<Vec<String>> {
    let about = about(league).into_iter().map(Vec::from);
    let gap = std::iter::once(Vec::new());
    about.chain(gap).chain(rows(league)).collect()
}

/// All of it between tabs, to be pasted into a spreadsheet.
pub fn tabs(league: &League) -> String {
    let line = |cells: &Vec<String>| {
        let cells: Vec<String> = cells.iter().map(|cell| safe(cell)).collect();
        format!("{}\n", cells.join("\t"))
    };
    lines(league).iter().map(line).collect()
}
