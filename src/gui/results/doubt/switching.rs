//! What each input would have to be for benefits and costs to be the same, the nearest first.

use eframe::egui::{Label, Ui};

use crate::gui::inputs::place::show_input;
use crate::gui::page::PageContext;
use crate::gui::results::doubt::lines::lines;
use crate::gui::theme::{self, S4, S8};
use crate::model::record_name::input_name;
use crate::report::switching::{change, sentence};
use crate::report::uncertainty::amount;
use crate::uncertainty::figure_text::NONE;
use crate::uncertainty::switching_value::{Switching, most_telling};
use crate::units::display;

/// Shows the switching values of a partnership.
pub(super) fn switching(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    all: &[Switching],
    has_benefits: bool,
) {
    if !has_benefits {
        let said = "A switching value is where benefits and costs are the same. No benefit of this partnership has a \
                    price yet.";
        ui.add(Label::new(said).wrap());
        return;
    }
    let register = page.register();
    let said = "Each figure by itself, the others as they are: what it would have to be for benefits and costs to be \
                the same.";
    ui.add(Label::new(theme::muted(said)).wrap());
    ui.add_space(S8);
    let of = page.view.doubt_of;
    let found = of.and_then(|id| page.findings()?.partnership(id));
    let nearest = most_telling(all);
    if let Some((found, it)) = found.zip(nearest) {
        let name = input_name(register, it.at);
        let said = sentence(&name, it, found.appraisal.worth.npsv);
        ui.add(Label::new(theme::strong(said)).wrap());
        ui.add_space(S8);
    }
    let moving: Vec<&Switching> = all.iter().filter(|it| !it.values.is_empty()).collect();
    if moving.is_empty() {
        ui.add(Label::new("No figure by itself makes them the same.").wrap());
    }
    let rows: Vec<Vec<String>> = moving
        .iter()
        .map(|it| {
            let values = it.values.iter().map(|at| amount(at.value, it.unit));
            let values: Vec<String> = values.collect();
            let away = it.nearest().and_then(|it| change(&it));
            let range = match (it.range, it.is_within_range()) {
                (None, _) => NONE,
                (Some(_), true) => "reaches it",
                (Some(_), false) => "does not reach it",
            };
            vec![
                input_name(register, it.at),
                amount(it.central, it.unit),
                values.join(" or "),
                away.unwrap_or_else(|| NONE.to_owned()),
                range.to_owned(),
            ]
        })
        .collect();
    let headers = ["Figure", "Today", "Switching value", "Away", "Its range"];
    if !rows.is_empty() {
        let opened = lines(ui, "Switching values", &headers, &rows, f32::INFINITY);
        if let Some(it) = opened.and_then(|row| moving.get(row)) {
            show_input(page.view, register, it.at);
            ui.ctx().request_repaint();
        }
    }
    ui.add_space(S4);
    let idle = all
        .iter()
        .filter(|it| it.moves && it.values.is_empty())
        .count();
    let still = all.iter().filter(|it| !it.moves).count();
    let said = format!(
        "{} would have to be more than a hundred times what they are, or go beyond 100 %; {} do not bear on it.",
        display::count(idle, "other figure", "other figures"),
        display::count(still, "figure", "figures"),
    );
    ui.add(Label::new(theme::small(said)).wrap());
}
