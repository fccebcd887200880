//! The league table: every partnership in one row, sortable and searchable.

use std::cmp::Ordering;
use std::sync::Arc;

use eframe::egui::{Id as EguiId, Ui};

use crate::costing::basis::Basis;
use crate::costing::cost_line::Class;
use crate::findings::figure::{FigureId, Measure};
use crate::findings::findings::Findings;
use crate::findings::partnership::PartnershipFindings;
use crate::gui::chrome::navigation::model_icon;
use crate::gui::view::View;
use crate::gui::widgets::grid::Grid;
use crate::gui::widgets::grid::cell_ui::CellUi;
use crate::gui::widgets::grid::column::{ColumnSpec, Direction, Sort, Width};
use crate::units::display;
use crate::units::id::Id;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::Money;

const COLUMNS: [ColumnSpec<'static>; 9] = [
    ColumnSpec::text("Partnership", Width::AtLeast(180.0)).sortable(),
    ColumnSpec::text("Model", Width::Exact(150.0)).sortable(),
    ColumnSpec::number("Cost a year", "£", Width::Exact(112.0)).sortable(),
    ColumnSpec::number("Direct", "£", Width::Exact(88.0)).sortable(),
    ColumnSpec::number("Time", "£", Width::Exact(88.0)).sortable(),
    ColumnSpec::number("In kind", "£", Width::Exact(86.0)).sortable(),
    ColumnSpec::number("Hours", "", Width::Exact(72.0)).sortable(),
    ColumnSpec::number("Achievement", "", Width::Exact(112.0)).sortable(),
    ColumnSpec::number("Cost a point", "£", Width::Exact(116.0)).sortable(),
];

/// The order before anybody sorts: the dearest first.
const DEAREST_FIRST: Sort = Sort {
    column: 2,
    direction: Direction::Descending,
};

/// What the user did to the table.
#[derive(Default)]
pub struct LeagueOutput {
    /// The partnership to open.
    pub opened: Option<Id>,
    /// The figure to explain.
    pub explained: Option<FigureId>,
}

/// The rows in order, kept while nothing of it changes.
#[derive(Clone)]
struct Ordered {
    of: Arc<Findings>,
    basis: Basis,
    sort: Sort,
    rows: Arc<Vec<usize>>,
}

/// Shows the table in the room that `ui` has.
pub fn league_table(ui: &mut Ui, findings: &Arc<Findings>, view: &mut View) -> LeagueOutput {
    let mut output = LeagueOutput::default();
    let basis = view.basis;
    let sort = view.sort.unwrap_or(DEAREST_FIRST);
    let rows = ordered(ui, findings, view, sort);
    let of = |row: usize| rows.get(row).and_then(|at| findings.partnerships.get(*at));
    let key = |row: usize| EguiId::unique(of(row).map(|it| it.id));
    let name = |row: usize| of(row).map(|it| it.name.clone()).unwrap_or_default();
    let unit = findings.money_unit();
    let columns = ColumnSpec::in_unit(COLUMNS, unit);
    let shown = Grid::new(EguiId::unique("league table"), "Partnerships", &columns)
        .row_key(&key)
        .selectable(&name)
        .show(ui, rows.len(), Some(sort), |row, column, cell| {
            if let Some(it) = of(row)
                && let Some(figure) = fill(cell, column, it, (basis, unit))
            {
                output.explained = Some(figure);
            }
        });
    if let Some(sort) = shown.sort_clicked {
        view.sort = Some(sort);
    }
    let first = std::mem::take(&mut view.opens_first).then_some(0);
    // A click anywhere on a row opens it, unless it was on a figure, which explains itself.
    let clicked = shown.clicked_row.filter(|_| output.explained.is_none());
    output.opened = shown
        .opened_row
        .or(clicked)
        .or(first)
        .and_then(of)
        .map(|it| it.id);
    output
}

/// Fills one cell; gives the figure whose basis was asked for.
fn fill(
    cell: &mut CellUi<'_>,
    column: usize,
    it: &PartnershipFindings,
    (basis, unit): (Basis, MoneyUnit),
) -> Option<FigureId> {
    let class = |class: Class| {
        let amount = it.by_class.get(basis).get(&class).copied();
        let is_at_least = it.incomplete_classes.get(basis).contains(&class);
        let text = sum(amount.unwrap_or_default(), is_at_least, unit);
        (text, Measure::Class(class, basis))
    };
    let total = it.annual_cost.get(basis);
    let (text, measure) = match column {
        0 => {
            let name = if it.name.is_empty() {
                "Unnamed partnership"
            } else {
                &it.name
            };
            cell.link(Some(model_icon(it.model)), name);
            return None;
        }
        1 => {
            cell.muted(it.model.label());
            return None;
        }
        2 => {
            let text = sum(total.amount, total.is_at_least, unit);
            (text, Measure::AnnualCost(basis))
        }
        3 => class(Class::Direct),
        4 => class(Class::Opportunity),
        5 => class(Class::InKind),
        6 => (display::hours_figure(it.hours.all), Measure::HoursOfTime),
        7 => {
            let Some(score) = it.achievement.shown_score() else {
                cell.muted("not scored");
                return None;
            };
            (display::score(score), Measure::Achievement)
        }
        _ => {
            let Some(cost) = it.cost_per_point.get(basis) else {
                cell.muted("–");
                return None;
            };
            (
                sum(*cost, total.is_at_least, unit),
                Measure::CostPerPoint(basis),
            )
        }
    };
    let title = COLUMNS.get(column).map_or("", |column| column.title);
    let spoken = text.replace('≥', display::AT_LEAST);
    let name = format!("{title} {spoken}, {}, show basis", it.name);
    let response = cell.figure(&text, &name);
    response.clicked().then_some(FigureId::new(it.id, measure))
}

fn sum(amount: Money, is_at_least: bool, unit: MoneyUnit) -> String {
    let text = display::money_figure_in(amount, unit);
    if is_at_least {
        // The words would be cut; a screen reader says them.
        format!("≥ {text}")
    } else {
        text
    }
}

fn ordered(ui: &Ui, findings: &Arc<Findings>, view: &View, sort: Sort) -> Arc<Vec<usize>> {
    let key = EguiId::unique("league table order");
    let kept: Option<Ordered> = ui.data(|data| data.get_temp(key));
    if let Some(kept) = kept
        && Arc::ptr_eq(&kept.of, findings)
        && kept.basis == view.basis
        && kept.sort == sort
    {
        return kept.rows;
    }
    let rows = Arc::new(order(findings, view.basis, sort));
    let kept = Ordered {
        of: Arc::clone(findings),
        basis: view.basis,
        sort,
        rows: Arc::clone(&rows),
    };
    ui.data_mut(|data| data.insert_temp(key, kept));
    rows
}

/// The places of the partnerships in order; what is not known stands last either way.
pub fn order(findings: &Findings, basis: Basis, sort: Sort) -> Vec<usize> {
    let all = &findings.partnerships;
    let mut rows: Vec<usize> = (0..all.len()).collect();
    let class = |it: &PartnershipFindings, class: Class| {
        it.by_class
            .get(basis)
            .get(&class)
            .copied()
            .unwrap_or_default()
    };
    let of = |at: &usize| all.get(*at);
    rows.sort_by(|a, b| {
        let (Some(a), Some(b)) = (of(a), of(b)) else {
            return Ordering::Equal;
        };
        let known = |a: Option<Ordering>, is_a: bool, is_b: bool| match (is_a, is_b) {
            (true, true) => turned(a.unwrap_or(Ordering::Equal), sort.direction),
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
            (false, false) => Ordering::Equal,
        };
        let by = match sort.column {
            0 => turned(
                a.name.to_lowercase().cmp(&b.name.to_lowercase()),
                sort.direction,
            ),
            1 => turned(a.model.cmp(&b.model), sort.direction),
            2 => turned(
                a.annual_cost
                    .get(basis)
                    .amount
                    .cmp(&b.annual_cost.get(basis).amount),
                sort.direction,
            ),
            3 => turned(
                class(a, Class::Direct).cmp(&class(b, Class::Direct)),
                sort.direction,
            ),
            4 => turned(
                class(a, Class::Opportunity).cmp(&class(b, Class::Opportunity)),
                sort.direction,
            ),
            5 => turned(
                class(a, Class::InKind).cmp(&class(b, Class::InKind)),
                sort.direction,
            ),
            6 => turned(a.hours.all.cmp(&b.hours.all), sort.direction),
            7 => {
                let (a, b) = (a.achievement.shown_score(), b.achievement.shown_score());
                known(Some(a.cmp(&b)), a.is_some(), b.is_some())
            }
            _ => {
                let (a, b) = (a.cost_per_point.get(basis), b.cost_per_point.get(basis));
                known(Some(a.cmp(b)), a.is_some(), b.is_some())
            }
        };
        by.then_with(|| a.name.cmp(&b.name))
    });
    rows
}

fn turned(order: Ordering, direction: Direction) -> Ordering {
    match direction {
        Direction::Ascending => order,
        Direction::Descending => order.reverse(),
    }
}
