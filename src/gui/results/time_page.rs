//! People's time: who gives how much of a working year to partnerships, senior people first.

use std::cmp::{Ordering, Reverse};
use std::sync::Arc;

use eframe::egui::{Id as EguiId, Label, Ui};

use crate::costing::basis::Basis;
use crate::findings::figure::{FigureId, Measure};
use crate::findings::time_ledger::{Time, TimeLedger, TimeRow, TimeUse, Weight};
use crate::gui::page::PageContext;
use crate::gui::theme::{self, S4, S8};
use crate::gui::view::Page;
use crate::gui::widgets::button::empty_state;
use crate::gui::widgets::grid::Grid;
use crate::gui::widgets::grid::cell_ui::CellUi;
use crate::gui::widgets::grid::column::{ColumnSpec, Direction, Sort, Width};
use crate::report::time_ledger::{
    NOT_KNOWN, at_least, days, for_a_spreadsheet, headline, largest, remarks, share, short_share,
};
use crate::units::display;
use crate::units::id::Id;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::{Hours, Rate};

const COLUMNS: [ColumnSpec<'static>; 11] = [
    ColumnSpec::text("Grade", Width::AtLeast(120.0)).sortable(),
    ColumnSpec::text("Body", Width::AtLeast(104.0)).sortable(),
    ColumnSpec::number("Days", "", Width::Exact(68.0)).sortable(),
    ColumnSpec::number("Of a year", "", Width::Exact(108.0)).sortable(),
    ColumnSpec::number("Cost", "£", Width::Exact(90.0)).sortable(),
    ColumnSpec::text("Most time to", Width::AtLeast(140.0)),
    ColumnSpec::number("Meetings", "", Width::Exact(90.0)).sortable(),
    ColumnSpec::number("Preparing", "", Width::Exact(92.0)).sortable(),
    ColumnSpec::number("Travel", "", Width::Exact(70.0)).sortable(),
    ColumnSpec::number("Between", "", Width::Exact(84.0)).sortable(),
    ColumnSpec::number("Posts", "", Width::Exact(66.0)).sortable(),
];

/// The column of the first use of time.
const FIRST_USE: usize = 6;

/// The order before anybody sorts.
const MOST_DAYS_FIRST: Sort = Sort {
    column: 2,
    direction: Direction::Descending,
};

const SENIOR: &str = "All senior people";
const EVERYBODY: &str = "Everybody";

/// Remarks that stand above the table.
const N_REMARKS: usize = 3;

/// Which rows are shown, in which order.
#[derive(Clone, Copy)]
struct Choice {
    shows_all: bool,
    sort: Sort,
}

/// Shows the ledger; nothing of it is known before the first answer.
pub fn time_page(ui: &mut Ui, page: &mut PageContext<'_>, ledger: Option<&Arc<TimeLedger>>) {
    ui.label(theme::figure_text("People’s time"));
    ui.add_space(-S4);
    let Some(ledger) = ledger else {
        ui.horizontal(|ui| {
            ui.spinner();
            ui.label(theme::muted("Adding up people’s time…"));
        });
        return;
    };
    if ledger.rows.is_empty() {
        let why = "The main cost of working in partnership is often senior people’s time, and few count it. Say who \
                   attends meetings and who works between them, and see how much of their year it takes.";
        if empty_state(ui, "No time entered yet", why, "Go to the overview") {
            page.view.show(Page::Overview);
        }
        return;
    }
    top(ui, ledger);
    let key = EguiId::unique("ledger of time");
    let mut choice = ui.data(|data| data.get_temp(key)).unwrap_or(Choice {
        shows_all: false,
        sort: MOST_DAYS_FIRST,
    });
    // Where nobody is senior, the whole ledger is all there is to see.
    let has_senior = ledger.rows.iter().any(|it| it.is_senior);
    let shows_all = choice.shows_all || !has_senior;
    let mut rows: Vec<&TimeRow> = ledger
        .rows
        .iter()
        .filter(|it| shows_all || it.is_senior)
        .collect();
    rows.sort_by(|a, b| compare(a, b, choice.sort));
    ui.horizontal(|ui| {
        for (is_all, text) in [(false, "Senior grades"), (true, "All grades")] {
            let is_free = is_all || has_senior;
            let label = ui.add_enabled_ui(is_free, |ui| {
                ui.selectable_label(shows_all == is_all, text).clicked()
            });
            if label.inner {
                choice.shows_all = is_all;
            }
        }
        ui.add_space(S8);
        if ui
            .button("Copy for a spreadsheet")
            .on_hover_text("Copies the rows that are listed, with exact figures between tabs")
            .clicked()
        {
            let rows = rows.iter().copied();
            ui.ctx().copy_text(for_a_spreadsheet(rows));
        }
    });
    ui.add_space(S4);
    let mut totals = vec![(SENIOR, &ledger.senior)];
    if shows_all {
        totals.push((EVERYBODY, &ledger.all));
    }
    // Totals stand on top, where a long table does not hide them.
    let lines: Vec<Line> = totals
        .into_iter()
        .map(|(name, time)| Line::Total(name, time))
        .chain(rows.into_iter().map(Line::Row))
        .collect();
    let row_key = |row: usize| EguiId::unique(lines.get(row).map(Line::key));
    let name = |row: usize| lines.get(row).map(Line::said).unwrap_or_default();
    let unit = ledger.money_unit;
    let columns = ColumnSpec::in_unit(COLUMNS, unit);
    let output = Grid::new(EguiId::unique("people's time"), "People’s time", &columns)
        .row_key(&row_key)
        .selectable(&name)
        .show(
            ui,
            lines.len(),
            Some(choice.sort),
            |row, column, cell| match lines.get(row) {
                Some(Line::Row(it)) => fill(cell, column, it, unit),
                Some(Line::Total(name, time)) => fill_total(cell, column, (name, time), unit),
                None => {}
            },
        );
    let clicked = output.opened_row.or(output.clicked_row);
    let measure = clicked.and_then(|row| match lines.get(row)? {
        Line::Row(it) => Some(Measure::Grade(it.grade?, Basis::Full)),
        Line::Total(SENIOR, _) => Some(Measure::SeniorDays),
        Line::Total(..) => Some(Measure::HoursOfTime),
    });
    if let Some(measure) = measure {
        page.explain(FigureId::portfolio(measure));
    }
    choice.sort = output.sort_clicked.unwrap_or(choice.sort);
    ui.data_mut(|data| data.insert_temp(key, choice));
}

fn top(ui: &mut Ui, ledger: &TimeLedger) {
    ui.label(headline(ledger));
    let remarks = remarks(ledger);
    let more = remarks.len().saturating_sub(N_REMARKS);
    for (weight, remark) in remarks.into_iter().take(N_REMARKS) {
        let text = match weight {
            Weight::Half => theme::strong(remark),
            Weight::Quarter => theme::muted(remark),
        };
        ui.add(Label::new(text).wrap());
    }
    if more > 0 {
        let more = display::count(more, "more grade", "more grades");
        ui.label(theme::muted(format!(
            "{more} with a quarter of a year or more"
        )));
    }
    ui.add(
        Label::new(theme::muted(
            "Days and cost a year of running partnerships, nothing counted twice; from Meetings on, the hours of each \
             use. A share of a year is of the grade’s posts, or as if of one where their number is not typed.",
        ))
        .wrap(),
    );
    ui.add_space(S8);
}

/// One line of the table.
enum Line<'l> {
    Total(&'static str, &'l Time),
    Row(&'l TimeRow),
}

impl Line<'_> {
    /// What makes a line itself.
    fn key(&self) -> (&'static str, Option<Id>, Option<Id>) {
        match self {
            Self::Total(name, _) => (name, None, None),
            Self::Row(it) => ("", it.grade, it.partner),
        }
    }

    fn said(&self) -> String {
        match self {
            Self::Total(name, time) => {
                let days = at_least(days(time), time.is_at_least || time.lacks_days);
                format!("{name}, {days} days a year")
            }
            Self::Row(it) => said(it),
        }
    }
}

fn said(it: &TimeRow) -> String {
    let days = at_least(days(&it.time), it.time.is_at_least);
    let share = it.share.map(share).unwrap_or_default();
    format!(
        "{}, {}, {days} days a year, {share}",
        it.grade_name, it.partner_name
    )
}

fn fill(cell: &mut CellUi<'_>, column: usize, it: &TimeRow, unit: MoneyUnit) {
    let time = &it.time;
    match column {
        0 => cell.link(None, &it.grade_name),
        1 => cell.text(&it.partner_name),
        2 => cell.text(&marked(days(time), time.is_at_least)),
        3 => match (it.share, it.weight()) {
            (Some(of), Some(Weight::Half)) => cell.strong(&marked(short_share(of), of.is_at_least)),
            (Some(of), _) => cell.text(&marked(short_share(of), of.is_at_least)),
            (None, _) => cell.muted(NOT_KNOWN),
        },
        4 => cell.text(&cost(time, unit)),
        5 => cell.muted(&largest(it)),
        _ => cell.text(&hours(time, column)),
    };
}

fn fill_total(cell: &mut CellUi<'_>, column: usize, (name, time): (&str, &Time), unit: MoneyUnit) {
    match column {
        0 => cell.strong(name),
        1 | 3 | 5 => cell.muted(""),
        2 => cell.strong(&marked(days(time), time.is_at_least || time.lacks_days)),
        4 => cell.strong(&cost(time, unit)),
        _ => cell.strong(&hours(time, column)),
    };
}

fn cost(time: &Time, unit: MoneyUnit) -> String {
    marked(
        display::money_figure_in(time.cost.amount, unit),
        time.cost.is_at_least,
    )
}

/// The hours of the use that stands in a column; blank where there are none.
fn hours(time: &Time, column: usize) -> String {
    let hours = use_at(column).and_then(|time_use| time.by_use.get(&time_use));
    hours
        .copied()
        .map(display::hours_figure)
        .unwrap_or_default()
}

fn use_at(column: usize) -> Option<TimeUse> {
    TimeUse::ALL.get(column.checked_sub(FIRST_USE)?).copied()
}

/// The words would be cut; a screen reader says them.
fn marked(text: String, is_at_least: bool) -> String {
    if is_at_least {
        format!("≥ {text}")
    } else {
        text
    }
}

fn compare(a: &TimeRow, b: &TimeRow, sort: Sort) -> Ordering {
    let share = |it: &TimeRow| it.share.map_or(Rate::ZERO, |it| it.share);
    let hours = |it: &TimeRow| -> Hours {
        let hours = use_at(sort.column).and_then(|time_use| it.time.by_use.get(&time_use));
        hours.copied().unwrap_or_default()
    };
    let order = match sort.column {
        0 => a
            .grade_name
            .to_lowercase()
            .cmp(&b.grade_name.to_lowercase()),
        1 => a
            .partner_name
            .to_lowercase()
            .cmp(&b.partner_name.to_lowercase()),
        2 => a.time.days.cmp(&b.time.days),
        3 => share(a).cmp(&share(b)),
        4 => a.time.cost.amount.cmp(&b.time.cost.amount),
        _ => hours(a).cmp(&hours(b)),
    };
    let order = match sort.direction {
        Direction::Ascending => order,
        Direction::Descending => order.reverse(),
    };
    // Senior people stand first whatever the order.
    Reverse(a.is_senior).cmp(&Reverse(b.is_senior)).then(order)
}
