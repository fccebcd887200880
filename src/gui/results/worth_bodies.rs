//! Who gains and who bears across all partnerships, and outcomes that are claimed more than once.

use eframe::egui::{Id as EguiId, Label, Ui};

use crate::findings::findings::Findings;
use crate::findings::stakes::Body;
use crate::gui::inputs::teach::heading;
use crate::gui::theme::{self, S4};
use crate::gui::view::{Page, View};
use crate::gui::widgets::grid::Grid;
use crate::gui::widgets::grid::cell_ui::CellUi;
use crate::gui::widgets::grid::column::{ColumnSpec, Width};
use crate::gui::widgets::icon::Icon;
use crate::model::register::Register;
use crate::report::worth::{BodyLine, body_lines, overclaims, transfers};
use crate::units::display;
use crate::units::money_unit::MoneyUnit;

const COLUMNS: [ColumnSpec<'static>; 4] = [
    ColumnSpec::text("Who", Width::AtLeast(200.0)),
    ColumnSpec::number("Gains", "£", Width::Exact(120.0)),
    ColumnSpec::number("Bears", "£", Width::Exact(120.0)),
    ColumnSpec::number("Net", "£", Width::Exact(120.0)),
];

/// Few columns read badly when they are far apart.
const WIDTH: f32 = 640.0;

/// Shows what each body gains and bears, and who would pay whom.
pub(crate) fn bodies(ui: &mut Ui, register: &Register, findings: &Findings) {
    heading(
        ui,
        "Who gains and who bears",
        "Present values over all partnerships, who gains most first; each outcome counted once.",
    );
    let lines = body_lines(findings);
    let unit = register.settings.money_unit;
    let columns = ColumnSpec::in_unit(COLUMNS, unit);
    let key = |row: usize| EguiId::unique(lines.get(row).map(|it| it.body));
    ui.scope(|ui| {
        ui.set_max_width(WIDTH.min(ui.available_width()));
        Grid::new(
            EguiId::unique("who gains and who bears"),
            "Who gains and who bears",
            &columns,
        )
        .row_key(&key)
        .whole()
        .show(ui, lines.len(), None, |row, column, cell| {
            if let Some(it) = lines.get(row) {
                fill(cell, column, it, unit);
            }
        });
    });
    ui.add_space(S4);
    for sentence in transfers(findings) {
        ui.add(Label::new(sentence).wrap());
    }
}

fn fill(cell: &mut CellUi<'_>, column: usize, it: &BodyLine, unit: MoneyUnit) {
    let money = |amount| display::money_figure_in(amount, unit);
    match (column, it.body) {
        (0, Body::Partner(_)) => cell.text(&it.name),
        (0, Body::Public | Body::Unassigned) => cell.muted(&it.name),
        (1, _) => cell.text(&money(it.gain)),
        (2, _) => cell.text(&money(it.cost)),
        _ => cell.strong(&money(it.net)),
    };
}

/// Shows the outcomes that are claimed more than once over, and leads to their claims.
pub(crate) fn claimed_twice(ui: &mut Ui, view: &mut View, findings: &Findings) {
    let all = overclaims(findings);
    if all.is_empty() {
        return;
    }
    heading(
        ui,
        "Claimed more than once",
        "Partnerships that helped to bring about the same thing claim more than the whole of it together.",
    );
    for sentence in all {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = S4;
            Icon::Warning.show(ui, 14.0, theme::palette(ui).ink);
            ui.add(Label::new(sentence).wrap());
        });
    }
    if ui.link("The queries lead to each claim").clicked() {
        view.show(Page::Queries);
        ui.ctx().request_repaint();
    }
}
