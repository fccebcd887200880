//! The log of assumptions: every figure that was typed in one row, most money at risk first; a click goes to its cell.

use std::cmp::Ordering;
use std::sync::Arc;

use eframe::egui::{Id as EguiId, Label, Ui};
use rayon::prelude::*;

use crate::findings::assumptions::{Assumption, Assumptions};
use crate::gui::inputs::place::show_input;
use crate::gui::page::PageContext;
use crate::gui::theme::{self, S4, S8};
use crate::gui::widgets::grid::Grid;
use crate::gui::widgets::grid::cell_ui::CellUi;
use crate::gui::widgets::grid::column::{ColumnSpec, Direction, Sort, Width};
use crate::gui::widgets::text_cell::TextCell;
use crate::report::assumptions::{NO_MONEY, field, for_a_spreadsheet, headline, place, value};
use crate::units::display;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::Money;

const COLUMNS: [ColumnSpec<'static>; 8] = [
    ColumnSpec::text("Figure", Width::AtLeast(104.0)).sortable(),
    ColumnSpec::text("Record", Width::AtLeast(120.0)).sortable(),
    ColumnSpec::text("Partnership", Width::AtLeast(112.0)).sortable(),
    ColumnSpec::number("Value", "", Width::Exact(96.0)),
    ColumnSpec::text("Source", Width::AtLeast(92.0)).sortable(),
    ColumnSpec::number("Grade", "", Width::Exact(76.0)).sortable(),
    ColumnSpec::number("Money a year", "£", Width::Exact(124.0)).sortable(),
    ColumnSpec::number("At risk", "£", Width::Exact(84.0)).sortable(),
];

/// The order before anybody sorts, which is that of the log.
const AT_RISK_FIRST: Sort = Sort {
    column: 7,
    direction: Direction::Descending,
};

/// What the list is narrowed to.
#[derive(Clone, Default, PartialEq)]
struct Filter {
    only_without_source: bool,
    words: String,
}

/// What the page keeps from one frame to the next.
#[derive(Clone)]
struct Shown {
    of: Arc<Assumptions>,
    filter: Filter,
    sort: Sort,
    rows: Arc<Vec<usize>>,
}

/// Shows the log; nothing of it is known before the first answer.
pub fn assumptions_page(ui: &mut Ui, page: &mut PageContext<'_>, log: Option<&Arc<Assumptions>>) {
    ui.label(theme::figure_text("Assumptions"));
    ui.add_space(-S4);
    let Some(log) = log else {
        ui.horizontal(|ui| {
            ui.spinner();
            ui.label(theme::muted("Working out what hangs on each figure…"));
        });
        return;
    };
    ui.label(headline(log));
    ui.add(
        Label::new(theme::muted(
            "The money of a figure is the known cost of the year that rests on it; at risk is what the grade of its \
             evidence would add. A click goes to the figure. Figures of one line share its money: do not add them up.",
        ))
        .wrap(),
    );
    ui.add_space(S8);
    let key = EguiId::unique("log of assumptions");
    let shown: Option<Shown> = ui.data(|data| data.get_temp(key));
    let (mut filter, mut sort) = shown.as_ref().map_or_else(
        || (Filter::default(), AT_RISK_FIRST),
        |shown| (shown.filter.clone(), shown.sort),
    );
    let is_copied = show_filter(ui, &mut filter, log);
    ui.add_space(S4);
    let rows = match shown {
        Some(shown)
            if Arc::ptr_eq(&shown.of, log) && shown.filter == filter && shown.sort == sort =>
        {
            shown.rows
        }
        _ => Arc::new(order(log, &filter, sort)),
    };
    let of = |row: usize| rows.get(row).and_then(|at| log.rows.get(*at));
    if is_copied {
        let all = rows.iter().filter_map(|at| log.rows.get(*at));
        ui.ctx().copy_text(for_a_spreadsheet(all));
    }
    if rows.is_empty() {
        ui.label(theme::muted(if log.rows.is_empty() {
            "Type what partnerships cost, and each figure appears here with the money that hangs on it."
        } else {
            "No figure matches."
        }));
    }
    let row_key = |row: usize| EguiId::unique(of(row).map(|it| it.input));
    let name = |row: usize| of(row).map(said).unwrap_or_default();
    let columns = ColumnSpec::in_unit(COLUMNS, log.money_unit);
    let output = Grid::new(EguiId::unique("assumptions"), "Assumptions", &columns)
        .row_key(&row_key)
        .selectable(&name)
        .show(ui, rows.len(), Some(sort), |row, column, cell| {
            if let Some(it) = of(row) {
                fill(cell, column, it, log.money_unit);
            }
        });
    if let Some(it) = output.opened_row.or(output.clicked_row).and_then(of) {
        show_input(page.view, page.register(), it.input);
        page.view.explained = None;
        page.view.note_cell(it.input);
        page.view.is_vouching = true;
        ui.ctx().request_repaint();
    }
    sort = output.sort_clicked.unwrap_or(sort);
    let of = Arc::clone(log);
    // An order that was asked for is worked out in the next frame.
    let rows = if output.sort_clicked.is_some() {
        Arc::new(order(log, &filter, sort))
    } else {
        rows
    };
    ui.data_mut(|data| {
        data.insert_temp(
            key,
            Shown {
                of,
                filter,
                sort,
                rows,
            },
        );
    });
}

/// Shows what the list is narrowed to; says whether it is to be copied.
fn show_filter(ui: &mut Ui, filter: &mut Filter, log: &Assumptions) -> bool {
    ui.horizontal_wrapped(|ui| {
        for (is_only, n, words) in [
            (false, log.rows.len(), "All"),
            (true, log.n_without_source, "Without a source"),
        ] {
            let text = format!("{words} {}", display::count_figure(n));
            if ui
                .selectable_label(filter.only_without_source == is_only, text)
                .clicked()
            {
                filter.only_without_source = is_only;
            }
        }
        ui.add_space(S8);
        let cell =
            TextCell::new("Filter assumptions", &filter.words).placeholder("filter by words");
        let outcome = cell.width(180.0).show(ui);
        if let Some(words) = outcome.typed.or(outcome.committed) {
            filter.words = words;
        }
        ui.add_space(S8);
        ui.button("Copy for a spreadsheet")
            .on_hover_text("Copies the rows that are listed, with exact figures between tabs")
            .clicked()
    })
    .inner
}

fn said(it: &Assumption) -> String {
    let field = field(it);
    format!("{field} of {}, {}, {}", it.record, place(it), value(it))
}

fn fill(cell: &mut CellUi<'_>, column: usize, it: &Assumption, unit: MoneyUnit) {
    let money = |amount: Option<Money>| {
        amount.map_or_else(
            || NO_MONEY.to_owned(),
            |it| display::money_figure_in(it, unit),
        )
    };
    match column {
        0 => cell.link(None, &field(it)),
        1 => cell.text(&it.record),
        2 => cell.muted(place(it)),
        3 => cell.typed(&value(it)),
        4 => match it.source() {
            Some(source) => cell.text(source),
            None => cell.muted("none"),
        },
        5 => match it.evidence.as_ref().and_then(|it| it.grade) {
            Some(grade) => cell.text(&grade.to_string()),
            None => cell.muted(NO_MONEY),
        },
        6 => cell.text(&money(it.money)),
        _ => cell.strong(&money(it.at_risk)),
    };
}

/// The places of the figures that the filter takes, in order; what has no money stands last either way.
fn order(log: &Assumptions, filter: &Filter, sort: Sort) -> Vec<usize> {
    let wanted = filter.words.trim().to_lowercase();
    let takes = |it: &Assumption| {
        let texts = [&*it.record, place(it), it.source().unwrap_or_default()];
        (!filter.only_without_source || it.source().is_none())
            && (wanted.is_empty()
                || field(it).to_lowercase().contains(&wanted)
                || texts
                    .iter()
                    .any(|text| text.to_lowercase().contains(&wanted)))
    };
    let rows = log.rows.par_iter().enumerate();
    let mut rows: Vec<usize> = rows.filter(|(_, it)| takes(it)).map(|(at, _)| at).collect();
    if sort == AT_RISK_FIRST {
        return rows;
    }
    rows.par_sort_by(|a, b| match (log.rows.get(*a), log.rows.get(*b)) {
        (Some(a), Some(b)) => compare(a, b, sort),
        _ => Ordering::Equal,
    });
    rows
}

fn compare(a: &Assumption, b: &Assumption, sort: Sort) -> Ordering {
    let turned = |order: Ordering| match sort.direction {
        Direction::Ascending => order,
        Direction::Descending => order.reverse(),
    };
    let known_first = |a: Option<Money>, b: Option<Money>| match (a, b) {
        (Some(a), Some(b)) => turned(a.cmp(&b)),
        (a, b) => a.is_none().cmp(&b.is_none()),
    };
    let words = |a: &str, b: &str| turned(a.to_lowercase().cmp(&b.to_lowercase()));
    let grade = |it: &Assumption| it.evidence.as_ref().and_then(|it| it.grade);
    match sort.column {
        0 => words(a.input.field, b.input.field),
        1 => words(&a.record, &b.record),
        2 => words(place(a), place(b)),
        4 => words(
            a.source().unwrap_or_default(),
            b.source().unwrap_or_default(),
        ),
        // What nobody has graded counts as weaker than the weakest.
        5 => turned(
            grade(a)
                .unwrap_or(u8::MAX)
                .cmp(&grade(b).unwrap_or(u8::MAX)),
        ),
        6 => known_first(a.money, b.money),
        _ => known_first(a.at_risk, b.at_risk),
    }
}
