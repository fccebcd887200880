//! Which edition of the guidance a register keeps, and what another would change in its figures.

use std::sync::Arc;

use eframe::egui::{Align, Grid, Label, Layout, RichText, Ui};

use crate::costing::schedule::Total;
use crate::findings::edition_comparison::{Compared, EditionComparison, compare};
use crate::findings::findings::Question;
use crate::gui::page::PageContext;
use crate::gui::theme::{self, S4, S8, S12};
use crate::guidance::edition::{self, Guidance, names};
use crate::model::record_name::line_name;
use crate::model::register::Register;
use crate::session::action::Edit;
use crate::units::display;
use crate::units::quantity::Money;

/// How many partnerships the table lists; the sentence above it says how many there are.
const MOST_ROWS: usize = 60;

/// The width of a partnership's name.
const NAME_WIDTH: f32 = 260.0;

/// What every other edition would change; worked out beside the window.
pub(crate) fn compare_all(
    register: &Register,
    own: &'static Guidance,
    question: Question,
) -> Vec<EditionComparison> {
    let others = names().filter(|name| *name != own.name);
    let others = others.filter_map(edition::edition);
    others
        .map(|other| compare(register, own, other, question))
        .collect()
}

/// Shows what each other edition would change, with a button to change over to it.
pub(crate) fn editions(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    found: Option<&Arc<Vec<EditionComparison>>>,
) {
    let Some(found) = found else {
        ui.horizontal(|ui| {
            ui.spinner();
            ui.label(theme::muted(
                "Working out what other editions would change…",
            ));
        });
        return;
    };
    for it in found.iter() {
        ui.add_space(S8);
        ui.label(RichText::new(format!("In edition {}", it.other)).font(theme::strong_font()));
        ui.add(Label::new(sentence(it)).wrap());
        if !it.changed.is_empty() {
            ui.add_space(S4);
            table(ui, page.register(), it);
            ui.add_space(S4);
        }
        let words = format!("Use edition {}", it.other);
        if ui.button(words).clicked() {
            page.edit(change_over(it.other));
        }
    }
}

fn sentence(it: &EditionComparison) -> String {
    if it.changed.is_empty() {
        return "No figure would change.".to_owned();
    }
    let Compared { annual_cost, npsv } = &it.portfolio;
    let n = display::count(it.changed.len(), "partnership", "partnerships");
    format!(
        "Figures of {n} would change. All together would cost {} a year in place of {}; their net present social value \
         would be {} in place of {}.",
        total(annual_cost.1),
        total(annual_cost.0),
        display::money(npsv.1),
        display::money(npsv.0),
    )
}

fn total(total: Total) -> String {
    let text = display::money(total.amount);
    if total.is_at_least {
        display::at_least(&text)
    } else {
        text
    }
}

fn table(ui: &mut Ui, register: &Register, it: &EditionComparison) {
    let heads = [
        "Partnership".to_owned(),
        "Cost a year now".to_owned(),
        format!("in {}", it.other),
        "Net value now".to_owned(),
        format!("in {}", it.other),
    ];
    Grid::new(("editions", it.other))
        .spacing([S12 * 2.0, S4])
        .show(ui, |ui| {
            for (at, head) in heads.iter().enumerate() {
                cell(ui, at, RichText::new(head).font(theme::strong_font()));
            }
            ui.end_row();
            for (id, compared) in it.changed.iter().take(MOST_ROWS) {
                let money = |amount: Money| RichText::new(display::money(amount));
                ui.scope(|ui| {
                    ui.set_width(NAME_WIDTH);
                    ui.add(Label::new(line_name(register, *id)).truncate());
                });
                cell(ui, 1, RichText::new(total(compared.annual_cost.0)));
                cell(ui, 2, RichText::new(total(compared.annual_cost.1)));
                cell(ui, 3, money(compared.npsv.0));
                cell(ui, 4, money(compared.npsv.1));
                ui.end_row();
            }
        });
}

/// Names stand left, figures right.
fn cell(ui: &mut Ui, column: usize, text: RichText) {
    if column == 0 {
        ui.label(text);
        return;
    }
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.label(text));
}

fn change_over(name: &'static str) -> Edit {
    Edit::new(
        format!("use guidance edition {name}"),
        move |register: &mut Register| {
            name.clone_into(&mut Arc::make_mut(&mut register.settings).guidance);
        },
    )
}
