//! The tables of the measures: what each body's means give, and what each group of partnerships takes.

use eframe::egui::{Id as EguiId, Ui};

use crate::costing::schedule::Total;
use crate::findings::filter::Filter;
use crate::findings::findings::Findings;
use crate::findings::groups::{Group, GroupBy};
use crate::findings::portfolio_measures::BodyMeasure;
use crate::gui::inputs::place::show_input;
use crate::gui::page::PageContext;
use crate::gui::theme::S4;
use crate::gui::view::Page;
use crate::gui::widgets::grid::Grid;
use crate::gui::widgets::grid::cell_ui::CellUi;
use crate::gui::widgets::grid::column::{ColumnSpec, Width};
use crate::model::record_name::partner_name;
use crate::report::groups::common_name;
use crate::report::portfolio_measures::share_text;
use crate::units::display;
use crate::units::id::InputId;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::{Money, Rate};

/// A column of money.
const MONEY: Width = Width::Exact(112.0);

/// A column of shares.
const SHARE: Width = Width::Exact(104.0);

fn money(total: Total, unit: MoneyUnit) -> String {
    marked(
        display::money_figure_in(total.amount, unit),
        total.is_at_least,
    )
}

fn marked(text: String, is_at_least: bool) -> String {
    if is_at_least {
        format!("≥ {text}")
    } else {
        text
    }
}

/// What partnerships take of each body's budget and pay bill; what is not known leads to where it is typed.
pub(crate) fn bodies(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    findings: &Findings,
    all: &[BodyMeasure],
) {
    let basis = page.basis();
    let unit = findings.money_unit();
    let key = EguiId::unique("every body's means");
    let mut shows_all = ui.data(|data| data.get_temp(key)).unwrap_or(false);
    let is_telling = |it: &&BodyMeasure| it.is_us || it.budget.is_some() || it.pay_bill.is_some();
    let telling: Vec<&BodyMeasure> = all.iter().filter(is_telling).collect();
    let n_more = if telling.is_empty() {
        0
    } else {
        all.len().saturating_sub(telling.len())
    };
    let all: Vec<&BodyMeasure> = if shows_all || telling.is_empty() {
        all.iter().collect()
    } else {
        telling
    };
    let columns = ColumnSpec::in_unit(
        [
            ColumnSpec::text("Partner", Width::AtLeast(160.0)),
            ColumnSpec::number("Bears a year", "£", Width::Exact(128.0)),
            ColumnSpec::number("Budget", "£", Width::Exact(128.0)),
            ColumnSpec::number("Of budget", "", SHARE),
            ColumnSpec::number("Time a year", "£", MONEY),
            ColumnSpec::number("Pay bill", "£", Width::Exact(128.0)),
            ColumnSpec::number("Of pay bill", "", SHARE),
        ],
        unit,
    );
    let row_key = |row: usize| EguiId::unique(("means of", all.get(row).map(|it| it.body)));
    let mut typed = None;
    Grid::new(
        EguiId::unique("means"),
        "What it takes of each body’s means",
        &columns,
    )
    .row_key(&row_key)
    .whole()
    .show(ui, all.len(), None, |row, column, cell| {
        let Some(it) = all.get(row) else { return };
        let name = partner_name(&findings.register, Some(it.body));
        match column {
            0 if it.is_us => drop(cell.strong(&format!("{name} (us)"))),
            0 => drop(cell.text(&name)),
            1 => drop(cell.text(&money(*it.borne.get(basis), unit))),
            2 => known(cell, it.budget, unit, (&name, "budget"), || {
                typed = Some((it.body, "budget"));
            }),
            3 => share(
                cell,
                *it.of_budget.get(basis),
                it.borne.get(basis).is_at_least,
            ),
            4 => drop(cell.text(&money(it.time, unit))),
            5 => known(cell, it.pay_bill, unit, (&name, "pay bill"), || {
                typed = Some((it.body, "pay_bill"));
            }),
            _ => share(cell, it.of_pay_bill, it.time.is_at_least),
        }
    });
    if n_more > 0 {
        let n = display::count(n_more, "partner", "partners");
        let text = if shows_all {
            format!("Hide {n} without a budget or pay bill")
        } else {
            format!("Show {n} without a budget or pay bill")
        };
        ui.add_space(S4);
        if ui.button(text).clicked() {
            shows_all = !shows_all;
            ui.data_mut(|data| data.insert_temp(key, shows_all));
        }
    }
    if let Some((record, field)) = typed {
        show_input(page.view, &findings.register, InputId { record, field });
        ui.ctx().request_repaint();
    }
}

/// A sum that was typed, or the way to type it.
fn known(
    cell: &mut CellUi<'_>,
    sum: Option<Money>,
    unit: MoneyUnit,
    (who, what): (&str, &str),
    ask: impl FnOnce(),
) {
    if let Some(sum) = sum {
        cell.text(&display::money_figure_in(sum, unit));
        return;
    }
    let said = format!("The {what} of {who} is not known: type it");
    if cell.figure("type it", &said).clicked() {
        ask();
    }
}

fn share(cell: &mut CellUi<'_>, share: Option<Rate>, is_at_least: bool) {
    match share {
        Some(share) => cell.strong(&marked(share_text(share), is_at_least)),
        None => cell.muted("—"),
    };
}

/// What each group takes; a row leads to its partnerships.
pub(crate) fn group_table(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    findings: &Findings,
    all: &[Group],
    by: GroupBy,
) {
    let basis = page.basis();
    let unit = findings.money_unit();
    let columns = ColumnSpec::in_unit(
        [
            ColumnSpec::text(by.label(), Width::AtLeast(160.0)),
            ColumnSpec::number("Partnerships", "", MONEY),
            ColumnSpec::number("Cost a year", "£", MONEY),
            ColumnSpec::number("Of the cost", "", SHARE),
            ColumnSpec::number("Programme", "£", MONEY),
            ColumnSpec::number("Hours", "", SHARE),
            ColumnSpec::number("Senior days", "", SHARE),
        ],
        unit,
    );
    let key = |row: usize| EguiId::unique(("group", by.key(), row));
    let said = |row: usize| {
        all.get(row).map_or_else(String::new, |it| {
            let n = display::count(it.ids.len(), "partnership", "partnerships");
            let cost = display::money_in(it.cost.get(basis).amount, unit);
            format!("{}, {n}, {cost} a year, show them", common_name(&it.common))
        })
    };
    let shown = Grid::new(EguiId::unique(("groups", by.key())), by.label(), &columns)
        .row_key(&key)
        .selectable(&said)
        .whole()
        .show(ui, all.len(), None, |row, column, cell| {
            let Some(it) = all.get(row) else { return };
            match column {
                0 => drop(cell.link(None, &common_name(&it.common))),
                1 => drop(cell.text(&display::count_figure(it.ids.len()))),
                2 => drop(cell.text(&money(*it.cost.get(basis), unit))),
                3 => share(cell, *it.share.get(basis), false),
                4 => drop(cell.text(&money(it.programme, unit))),
                5 => drop(cell.text(&display::hours_figure(it.hours))),
                _ => drop(cell.text(&display::days(it.senior_days))),
            }
        });
    let asked = shown.opened_row.or(shown.clicked_row);
    if let Some(group) = asked.and_then(|row| all.get(row)) {
        page.view.filter = Filter::only(group.ids.iter().copied());
        page.view.show(Page::Overview);
        ui.ctx().request_repaint();
    }
}
