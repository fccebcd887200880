//! Two figures at a time: what a result comes to for five values of each.

use std::sync::Arc;

use eframe::egui::{Id as EguiId, Label, Ui};

use crate::gui::page::PageContext;
use crate::gui::results::doubt::lines::lines;
use crate::gui::theme::{self, S4, S8};
use crate::gui::widgets::choice_cell::ChoiceCell;
use crate::model::inputs::input_at;
use crate::model::record_name::input_name;
use crate::session::session::Stamp;
use crate::uncertainty::figure_text::{input_text, label, text};
use crate::uncertainty::output::Output;
use crate::uncertainty::sensitivity::FIGURES;
use crate::uncertainty::switching_value::Switching;
use crate::uncertainty::what_if::{Grid, grid};
use crate::units::id::{Id, InputId};
use crate::units::progress::Stop;

/// What is chosen: the places of two inputs and of the figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Choice {
    output: usize,
    first: Option<InputId>,
    second: Option<InputId>,
}

/// The last grid, and what it is of.
#[derive(Clone)]
struct Kept {
    of: (Stamp, Id, Choice),
    grid: Option<Arc<Grid>>,
}

/// Shows the grid of a partnership; `switching` lists the inputs that may be chosen, the most telling first.
pub(super) fn pairs(ui: &mut Ui, page: &PageContext<'_>, partnership: Id, switching: &[Switching]) {
    let register = page.register();
    let key = EguiId::unique(("two at a time", partnership));
    // What is in doubt comes first.
    let moving = || switching.iter().filter(|it| it.moves);
    let ranged = moving().filter(|it| it.range.is_some());
    let others = moving().filter(|it| it.range.is_none());
    let inputs: Vec<InputId> = ranged.chain(others).map(|it| it.at).collect();
    if inputs.len() < 2 {
        ui.add(Label::new("There are no two figures yet that this partnership rests on.").wrap());
        return;
    }
    let is_there = |it: &InputId| inputs.contains(it);
    let kept: Choice = ui.data(|data| data.get_temp(key)).unwrap_or_default();
    let first = kept.first.filter(is_there).or(inputs.first().copied());
    let others = inputs.iter().copied().filter(|it| Some(*it) != first);
    let second = kept.second.filter(is_there).filter(|it| Some(*it) != first);
    let mut choice = Choice {
        first,
        second: second.or(others.into_iter().next()),
        ..kept
    };
    let names: Vec<String> = inputs.iter().map(|at| input_name(register, *at)).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let figures: Vec<String> = FIGURES.iter().map(|it| label(register, *it)).collect();
    let figures: Vec<&str> = figures.iter().map(String::as_str).collect();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = S8;
        let place = |at: Option<InputId>| inputs.iter().position(|it| Some(*it) == at);
        let cell = ChoiceCell::new("Figure", &figures, Some(choice.output)).width(220.0);
        if let (_, Some(at)) = cell.show(ui) {
            choice.output = at;
        }
        ui.label(theme::muted("for each"));
        let cell = ChoiceCell::new("First", &names, place(choice.first)).width(220.0);
        if let (_, Some(at)) = cell.show(ui) {
            choice.first = inputs.get(at).copied();
        }
        ui.label(theme::muted("and each"));
        let cell = ChoiceCell::new("Second", &names, place(choice.second)).width(220.0);
        if let (_, Some(at)) = cell.show(ui) {
            choice.second = inputs.get(at).copied();
        }
    });
    ui.data_mut(|data| data.insert_temp(key, choice));
    ui.add_space(S8);
    let (Some(first), Some(second)) = (choice.first, choice.second) else {
        return;
    };
    if first == second {
        ui.label("Choose two different figures.");
        return;
    }
    let Some(output) = FIGURES.get(choice.output).copied() else {
        return;
    };
    let Some(found) = worked_out(ui, page, (partnership, output), choice, (first, second)) else {
        ui.label("There is no such figure of this partnership.");
        return;
    };
    table(ui, page, &found, first, second);
}

fn table(ui: &mut Ui, page: &PageContext<'_>, found: &Grid, first: InputId, second: InputId) {
    let register = page.register();
    let unit = register.settings.money_unit;
    let read = |at: InputId, value: f64| {
        let input = input_at(register, at);
        input.map_or_else(String::new, |it| input_text(value, it.unit()))
    };
    let mut headers = vec![input_name(register, first)];
    headers.extend(found.columns.iter().map(|value| read(second, *value)));
    let headers: Vec<&str> = headers.iter().map(String::as_str).collect();
    let rows = found.rows.iter().zip(&found.cells).map(|(value, cells)| {
        let mut row = vec![read(first, *value)];
        row.extend(cells.iter().map(|cell| text(found.output, *cell, unit)));
        row
    });
    let rows: Vec<Vec<String>> = rows.collect();
    lines(ui, "Two at a time", &headers, &rows, f32::INFINITY);
    ui.add_space(S4);
    let said = format!(
        "Across: {}. Both between the ends of their ranges, today’s value in the middle; without one, a half to either side.",
        input_name(register, second)
    );
    ui.add(Label::new(theme::small(said)).wrap());
}

/// The grid as the register is now: 25 cases of one partnership take no time that anybody notices.
fn worked_out(
    ui: &Ui,
    page: &PageContext<'_>,
    (partnership, output): (Id, Output),
    choice: Choice,
    inputs: (InputId, InputId),
) -> Option<Arc<Grid>> {
    let session = page.session;
    let of = (session.stamp(), partnership, choice);
    let key = EguiId::unique("grid of two");
    let kept: Option<Kept> = ui.data(|data| data.get_temp(key));
    if let Some(kept) = kept.filter(|it| it.of == of) {
        return kept.grid;
    }
    let found = grid(
        session.register(),
        session.guidance(),
        session.question(),
        (partnership, output),
        inputs,
        &Stop::default(),
    );
    let grid = found.map(Arc::new);
    let kept = Kept {
        of,
        grid: grid.clone(),
    };
    ui.data_mut(|data| data.insert_temp(key, kept));
    grid
}
