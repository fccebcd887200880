//! The tables of who pays and who gains: bodies, pairs of bodies, and what each bears a year by topic.

use std::sync::Arc;

use eframe::egui::{Id as EguiId, Ui};

use crate::findings::explain_worth::{body_name, for_whom_name};
use crate::findings::figure::{FigureId, Measure};
use crate::findings::findings::Findings;
use crate::findings::groups::{Group, GroupBy, groups};
use crate::findings::stakes::Body;
use crate::findings::who_pays::{ForWhom, Standing, WhoPays};
use crate::findings::worth_measure::{WorthMeasure, Yardstick};
use crate::gui::page::PageContext;
use crate::gui::results::kept::kept;
use crate::gui::results::titled::titled;
use crate::gui::widgets::grid::Grid;
use crate::gui::widgets::grid::cell_ui::CellUi;
use crate::gui::widgets::grid::column::{ColumnSpec, Width};
use crate::model::record_name::partner_name;
use crate::report::groups::{borne_for_a_spreadsheet, common_name};
use crate::units::display;
use crate::units::id::Id;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::Money;

/// A column of money.
const MONEY: Width = Width::Exact(98.0);

/// What stands where there is nothing.
const NONE: &str = "–";

/// A figure of the portfolio that can be asked for; those of some partnerships only have no basis of their own.
fn figure(findings: &Findings, measure: WorthMeasure) -> Option<FigureId> {
    let is_whole = findings.narrowed.is_none();
    is_whole.then(|| FigureId::portfolio(Measure::Worth(measure)))
}

/// An amount in a cell, muted where there is none; true when its basis was asked for.
fn amount(
    cell: &mut CellUi<'_>,
    amount: Money,
    (of, unit): (&str, MoneyUnit),
    figure: Option<FigureId>,
) -> Option<FigureId> {
    if amount == Money::ZERO {
        cell.muted(NONE);
        return None;
    }
    let text = display::money_figure_in(amount, unit);
    let Some(figure) = figure else {
        cell.text(&text);
        return None;
    };
    let said = format!("{of}: {}, show basis", display::money_in(amount, unit));
    cell.figure(&text, &said).clicked().then_some(figure)
}

/// Where each body is left, before and after transfers.
pub(crate) fn standings(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    findings: &Findings,
    found: &WhoPays,
) {
    let unit = findings.money_unit();
    let balance = if findings.register.settings.transfers_count_all_fiscal {
        "Fiscal balance"
    } else {
        "Cash balance"
    };
    let columns = ColumnSpec::in_unit(
        [
            ColumnSpec::text("Who", Width::AtLeast(160.0)),
            ColumnSpec::number("Bears", "£", MONEY),
            ColumnSpec::number("Not priced", "£", MONEY),
            ColumnSpec::number("Gains", "£", MONEY),
            ColumnSpec::number("Net", "£", MONEY),
            ColumnSpec::number("Net after", "£", MONEY),
            ColumnSpec::number(balance, "£", Width::Exact(122.0)),
            ColumnSpec::number("Receives", "£", MONEY),
            ColumnSpec::number("Balance after", "£", Width::Exact(122.0)),
        ],
        unit,
    );
    let all = &found.standings;
    let key = |row: usize| EguiId::unique(all.get(row).map(|it| it.body));
    let mut explained = None;
    Grid::new(
        EguiId::unique("standings"),
        "Where each body is left",
        &columns,
    )
    .row_key(&key)
    .whole()
    .show(ui, all.len(), None, |row, column, cell| {
        if let Some(it) = all.get(row)
            && let Some(asked) = standing_cell(cell, column, it, (findings, unit))
        {
            explained = Some(asked);
        }
    });
    if let Some(asked) = explained {
        page.explain(asked);
    }
}

fn standing_cell(
    cell: &mut CellUi<'_>,
    column: usize,
    it: &Standing,
    (findings, unit): (&Findings, MoneyUnit),
) -> Option<FigureId> {
    let name = display::capitalised(&body_name(&findings.register, it.body));
    let (bearer, gainer, partner) = match it.body {
        Body::Partner(id) => (Some(id), Some(id), Some(id)),
        Body::Public | Body::Unassigned => (None, None, None),
    };
    let (sum, measure, title) = match (column, partner) {
        (0, Some(_)) => {
            cell.text(&name);
            return None;
        }
        (0, None) => {
            cell.muted(&name);
            return None;
        }
        (1, _) => (it.cost, WorthMeasure::Cost(bearer), "bears"),
        (2, _) => {
            let to_nobody = WorthMeasure::Pays(bearer, ForWhom::NoPricedBenefit);
            (
                it.unweighed,
                to_nobody,
                "bears where no benefit has a price",
            )
        }
        (3, _) => (it.gain, WorthMeasure::Gain(gainer), "gains"),
        (4, _) => (it.net, WorthMeasure::Net(it.body), "net"),
        (5, Some(id)) => (it.net_after, WorthMeasure::After(id), "net after transfers"),
        _ => {
            let other = match column {
                6 => it.balance,
                7 => Some(it.transfer).filter(|it| *it != Money::ZERO),
                8 => it.balance_after,
                _ => Some(it.net_after),
            };
            match other {
                Some(other) => cell.text(&display::money_figure_in(other, unit)),
                None => cell.muted(NONE),
            };
            return None;
        }
    };
    let of = format!("{name} {title}");
    amount(cell, sum, (&of, unit), figure(findings, measure))
}

/// Who bears what for whose gain: a row for each bearer, a column for each who gains, and the sum of the row.
pub(crate) fn payments(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    findings: &Findings,
    found: &WhoPays,
) {
    let register = &findings.register;
    let unit = findings.money_unit();
    let heads: Vec<String> = found
        .for_whom
        .iter()
        .map(|it| display::capitalised(&for_whom_name(register, *it)))
        .collect();
    let mut columns = vec![ColumnSpec::text("Borne by", Width::AtLeast(160.0))];
    let widths = heads
        .iter()
        .map(|head| ColumnSpec::number(head, "", Width::Exact(head_width(head))));
    columns.extend(widths);
    columns.push(ColumnSpec::number("All", unit.sign(), MONEY));
    let last = columns.len().saturating_sub(1);
    let n = found.bearers.len();
    // The last row is what each column comes to.
    let n_rows = if n > 1 { n.saturating_add(1) } else { n };
    let key = |row: usize| EguiId::unique(("pays", found.bearers.get(row)));
    let mut explained = None;
    Grid::new(
        EguiId::unique("who pays for whom"),
        "Who pays for whose gain",
        &columns,
    )
    .row_key(&key)
    .whole()
    .show(ui, n_rows, None, |row, column, cell| {
        let bearer = found.bearers.get(row).copied();
        let for_whom = column
            .checked_sub(1)
            .and_then(|at| found.for_whom.get(at))
            .copied();
        let asked = match (bearer, for_whom) {
            (Some(bearer), _) if column == 0 => {
                let name = display::capitalised(&partner_name(register, bearer));
                if bearer.is_some() {
                    cell.text(&name);
                } else {
                    cell.muted(&name);
                }
                None
            }
            (None, _) if column == 0 => {
                cell.strong("All");
                None
            }
            (Some(bearer), Some(for_whom)) => pair(cell, findings, found, (bearer, for_whom)),
            (Some(bearer), None) => {
                let borne = found.borne.get(&bearer).copied().unwrap_or_default();
                let of = format!("{} bears", partner_name(register, bearer));
                let asked = figure(findings, WorthMeasure::Cost(bearer));
                amount(cell, borne, (&of, unit), asked)
            }
            (None, Some(for_whom)) => {
                let sum = found.borne_for.get(&for_whom).copied();
                cell.strong(&display::money_figure_in(sum.unwrap_or_default(), unit));
                None
            }
            (None, None) if column == last => {
                let asked = figure(findings, WorthMeasure::AsItIs(Yardstick::Pvc));
                amount(cell, found.total.amount, ("All costs", unit), asked)
            }
            (None, None) => None,
        };
        explained = explained.or(asked);
    });
    if let Some(asked) = explained {
        page.explain(asked);
    }
}

fn pair(
    cell: &mut CellUi<'_>,
    findings: &Findings,
    found: &WhoPays,
    (bearer, for_whom): (Option<Id>, ForWhom),
) -> Option<FigureId> {
    let register = &findings.register;
    let of = format!(
        "Borne by {} for {}",
        partner_name(register, bearer),
        for_whom_name(register, for_whom)
    );
    let paid = found.payment(bearer, for_whom);
    let asked = figure(findings, WorthMeasure::Pays(bearer, for_whom));
    amount(cell, paid, (&of, findings.money_unit()), asked)
}

/// As wide as a name asks, within reason: longer ones are cut and told in full by the pointer.
fn head_width(head: &str) -> f32 {
    let letters = u16::try_from(head.chars().count()).unwrap_or(u16::MAX);
    (f32::from(letters) * 7.5 + 20.0).clamp(96.0, 190.0)
}

/// What each partner bears of the running cost of the year, by topic.
pub(crate) fn borne_by_topic(ui: &mut Ui, page: &mut PageContext<'_>, findings: &Arc<Findings>) {
    let found = kept(ui, "groups by topic", findings, |it| {
        groups(it, GroupBy::Topic)
    });
    let basis = page.basis();
    let register = &findings.register;
    let unit = findings.money_unit();
    let about = format!(
        "Running cost of {}, {}; a row for each topic, a column for each who bears.",
        findings.year,
        basis.label().to_lowercase()
    );
    titled(
        ui,
        ("What each bears a year, by topic", &about),
        "Copy the topics",
        || borne_for_a_spreadsheet(findings, &found, basis),
    );
    let bearers = bearers(&found, |it| {
        it.by_partner
            .get(basis)
            .iter()
            .map(|(id, sum)| (*id, *sum))
            .collect()
    });
    let heads: Vec<String> = bearers
        .iter()
        .map(|it| display::capitalised(&partner_name(register, *it)))
        .collect();
    let mut columns = vec![ColumnSpec::text("Topic", Width::AtLeast(160.0))];
    columns.push(ColumnSpec::number("All", unit.sign(), MONEY));
    let widths = heads
        .iter()
        .map(|head| ColumnSpec::number(head, "", Width::Exact(head_width(head))));
    columns.extend(widths);
    let key = |row: usize| EguiId::unique(("topic", row));
    Grid::new(
        EguiId::unique("borne by topic"),
        "What each bears a year, by topic",
        &columns,
    )
    .row_key(&key)
    .whole()
    .show(ui, found.len(), None, |row, column, cell| {
        let Some(group) = found.get(row) else { return };
        match column.checked_sub(2) {
            None if column == 0 => drop(cell.text(&common_name(&group.common))),
            None => {
                let total = group.cost.get(basis);
                let text = display::money_figure_in(total.amount, unit);
                cell.strong(&if total.is_at_least {
                    format!("≥ {text}")
                } else {
                    text
                });
            }
            Some(at) => {
                let bearer = bearers.get(at).copied().unwrap_or_default();
                let borne = group.by_partner.get(basis).get(&bearer).copied();
                amount(cell, borne.unwrap_or_default(), ("", unit), None);
            }
        }
    });
}

/// Everybody who bears a part, nobody yet last; in order of id.
fn bearers(groups: &[Group], of: impl Fn(&Group) -> Vec<(Option<Id>, Money)>) -> Vec<Option<Id>> {
    let all = groups.iter().flat_map(of);
    let all = all.filter(|(_, sum)| *sum != Money::ZERO);
    let mut bearers: Vec<Option<Id>> = all.map(|(id, _)| id).collect();
    bearers.sort_by_key(|it| (it.is_none(), *it));
    bearers.dedup();
    bearers
}
