//! Who bears the cost of a partnership now, beside what the chosen rule would give each to bear.

use eframe::egui::{Id as EguiId, Ui};

use crate::costing::basis::Basis;
use crate::findings::figure::{FigureId, Measure};
use crate::findings::partnership::PartnershipFindings;
use crate::findings::shared_line::{SharedLine, SharedLines, shared_lines};
use crate::gui::inputs::teach::heading;
use crate::gui::page::PageContext;
use crate::gui::theme::{self, S4};
use crate::gui::widgets::grid::Grid;
use crate::gui::widgets::grid::cell_ui::CellUi;
use crate::gui::widgets::grid::column::{ColumnSpec, Width};
use crate::gui::widgets::icon::Icon;
use crate::model::partnership::Partnership;
use crate::model::record_name::partner_name;
use crate::model::sharing::SharingRule;
use crate::report::sharing::why_not;
use crate::units::display;
use crate::units::quantity::Money;

const COLUMNS: [ColumnSpec<'static>; 4] = [
    ColumnSpec::text("Member", Width::AtLeast(200.0)),
    ColumnSpec::number("Bears now", "£", Width::Exact(120.0)),
    ColumnSpec::number("Its share", "£", Width::Exact(120.0)),
    ColumnSpec::number("Beyond its share", "£", Width::Exact(150.0)),
];

/// The width of the table: few columns read badly when they are far apart.
const WIDTH: f32 = 640.0;

/// Shows the table, with a sentence where the rule cannot be followed.
pub(crate) fn sharing_table(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    partnership: &Partnership,
    found: &PartnershipFindings,
) {
    let basis = page.basis();
    let about = format!("{} a year. A figure shows its basis.", basis.label());
    heading(ui, "Who bears it", &about);
    if let Some(why) = why_not(page.register(), found) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = S4;
            Icon::Warning.show(ui, 14.0, theme::palette(ui).ink);
            ui.label(why);
        });
    }
    let total = *found.annual_cost.get(basis);
    if total.is_at_least {
        ui.label(theme::muted(
            "A part of the cost is not known: what is shared is what is known of it.",
        ));
    }
    let SharedLines { lines, all } = shared_lines(found, &partnership.members, basis);
    let is_shared = found.shared.rule != SharingRule::AsBorne;
    let columns = if is_shared {
        &COLUMNS[..]
    } else {
        &COLUMNS[..2]
    };
    let n = lines.len();
    let key = |row: usize| EguiId::unique(lines.get(row).map(|it| it.partner));
    ui.scope(|ui| {
        ui.set_max_width(WIDTH.min(ui.available_width()));
        Grid::new(
            EguiId::unique(("who bears it", partnership.id)),
            "Who bears it",
            columns,
        )
        .row_key(&key)
        .whole()
        .show(
            ui,
            n.saturating_add(1),
            None,
            |row, column, cell| match lines.get(row) {
                Some(line) => fill(cell, column, line, page, found, basis),
                None => fill_total(cell, column, &all),
            },
        );
    });
}

fn fill(
    cell: &mut CellUi<'_>,
    column: usize,
    line: &SharedLine,
    page: &mut PageContext<'_>,
    found: &PartnershipFindings,
    basis: Basis,
) {
    let name = partner_name(page.register(), line.partner);
    let mut figure = |cell: &mut CellUi<'_>, title: &str, amount: Money, measure: Measure| {
        let text = display::money_figure(amount);
        let said = format!("{title} {}, {name}, show basis", display::money(amount));
        if cell.figure(&text, &said).clicked() {
            page.explain(FigureId::new(found.id, measure));
        }
    };
    match (column, line.share, line.partner) {
        (0, _, Some(_)) => drop(cell.text(&name)),
        (0, _, None) => drop(cell.muted("Nobody is said to bear")),
        (1, ..) => figure(
            cell,
            "Bears now",
            line.borne,
            Measure::Partner(line.partner, basis),
        ),
        (2, Some(share), Some(id)) if found.shared.weights.contains_key(&id) => {
            figure(cell, "Its share", share, Measure::Shared(id, basis));
        }
        (2, Some(share), _) => drop(cell.text(&display::money_figure(share))),
        (3, ..) => drop(match line.beyond {
            Some(beyond) => cell.text(&display::money_figure(beyond)),
            None => cell.muted("—"),
        }),
        _ => drop(cell.muted("—")),
    }
}

fn fill_total(cell: &mut CellUi<'_>, column: usize, all: &SharedLine) {
    let amount = match column {
        0 => {
            cell.strong("All together");
            return;
        }
        1 => Some(all.borne),
        2 => all.share,
        _ => all.beyond,
    };
    match amount {
        Some(amount) => cell.strong(&display::money_figure(amount)),
        None => cell.muted("—"),
    };
}
