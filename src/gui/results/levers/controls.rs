//! The levers: a slider for each and a cell to type in beside it.

use std::collections::BTreeSet;

use eframe::egui::{Slider, Ui};
use rust_decimal::prelude::ToPrimitive;

use crate::gui::page::PageContext;
use crate::gui::theme::{self, S8, S12};
use crate::gui::widgets::choice_cell::ChoiceCell;
use crate::gui::widgets::value_cell::ValueCell;
use crate::model::levers::{
    Bodies, Executive, Levers, Shorter, Smaller, number_of_text, share_of_text,
};
use crate::model::register::Register;
use crate::units::id::Id;
use crate::units::quantity::{Number, Quantity, Rate};
use crate::units::{display, exact};

/// The width of a cell beside its slider.
const CELL: f32 = 76.0;
/// People on an executive that a slider reaches; more are typed.
const MOST_PEOPLE: i64 = 20;
/// Full meetings of the board that a slider reaches.
const MOST_MEETINGS: i64 = 12;
/// Full meetings of the board while nobody has said otherwise: every quarter.
const FULL_MEETINGS: i64 = 4;

/// Shows the levers; a change is taken at once.
pub(super) fn controls(ui: &mut Ui, page: &mut PageContext<'_>, ids: &BTreeSet<Id>) {
    let was = page.view.levers.levers;
    let mut levers = was;
    let slider = (ui.available_width() - CELL - S8).max(80.0);
    ui.spacing_mut().slider_width = slider;
    ui.spacing_mut().item_spacing.y = 2.0;
    bodies(ui, page.register(), ids, &mut levers);
    kept(ui, &mut levers.times);
    shorter(ui, &mut levers.length);
    smaller(ui, &mut levers.attendees);
    let names = ("Online", "at least this share of the meetings");
    share(ui, names, Rate::ZERO, &mut levers.online);
    let names = ("Delegated", "senior attendances, to the next grade");
    share(ui, names, Rate::ZERO, &mut levers.delegated);
    executive(ui, &mut levers.executive);
    let is_pulled = !levers.change_nothing();
    page.view.levers.levers = levers;
    ui.add_space(S12);
    ui.add_enabled_ui(is_pulled, |ui| {
        if ui
            .button("Reset")
            .on_hover_text("Puts every lever back")
            .clicked()
        {
            page.view.levers.reset();
        }
    });
    if page.view.levers.levers != was {
        page.view.levers.done = None;
        ui.ctx().request_repaint();
    }
}

fn heading(ui: &mut Ui, (name, what): (&str, &str)) {
    ui.add_space(S8);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = S8;
        if !name.is_empty() {
            ui.label(theme::strong(name));
        }
        ui.label(theme::muted(what));
    });
}

/// Which bodies; one by itself where a single partnership is looked at.
fn bodies(ui: &mut Ui, register: &Register, ids: &BTreeSet<Id>, levers: &mut Levers) {
    let only = ids.first().filter(|_| ids.len() == 1);
    let meetings = only.and_then(|id| register.partnership(*id));
    let meetings = meetings
        .map(|it| it.meetings.as_slice())
        .unwrap_or_default();
    let mut all = vec![Bodies::All, Bodies::Boards];
    all.extend(meetings.iter().map(|it| Bodies::One(it.id)));
    let mut names = vec!["All meetings", "Boards only"];
    names.extend(meetings.iter().map(|it| match it.name.trim() {
        "" => "A body without a name",
        name => name,
    }));
    if !all.contains(&levers.bodies) {
        levers.bodies = Bodies::All;
    }
    let at = all.iter().position(|it| *it == levers.bodies);
    let width = ui.available_width();
    let cell = ChoiceCell::new("Which meetings", &names, at).width(width);
    if let (_, Some(at)) = cell.show(ui) {
        levers.bodies = all.get(at).copied().unwrap_or_default();
    }
}

fn kept(ui: &mut Ui, times: &mut Option<Rate>) {
    let names = ("Fewer", "share of the meetings that is kept");
    share(ui, names, Rate::from(1), times);
}

/// A lever that is a share; at `idle` it is not pulled.
fn share(ui: &mut Ui, names: (&str, &str), idle: Rate, value: &mut Option<Rate>) {
    heading(ui, names);
    let shown = value.unwrap_or(idle);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = S8;
        if let Some(moved) = percent_slider(ui, names.0, shown) {
            *value = Some(moved);
        }
        let text = display::rate(shown);
        let check = |text: &str| share_of_text(text).map(drop);
        if let Some(typed) = cell(ui, names.0, &text, "", &check) {
            *value = share_of_text(&typed).ok();
        }
    });
    *value = value.filter(|it| *it != idle);
}

fn shorter(ui: &mut Ui, value: &mut Option<Shorter>) {
    let name = "Shorter";
    heading(ui, (name, "share of the length, or at most: 1h"));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = S8;
        let (at, text) = match value {
            Some(Shorter::Share(share)) => (*share, display::rate(*share)),
            Some(Shorter::AtMost(most)) => (Rate::from(1), display::duration(*most)),
            None => (Rate::from(1), display::rate(Rate::from(1))),
        };
        if let Some(moved) = percent_slider(ui, name, at) {
            *value = Some(Shorter::Share(moved));
        }
        let check = |text: &str| Shorter::from_text(text).map(drop);
        if let Some(typed) = cell(ui, name, &text, "", &check) {
            *value = Shorter::from_text(&typed).ok();
        }
    });
    *value = value.filter(|it| *it != Shorter::Share(Rate::from(1)));
}

fn smaller(ui: &mut Ui, value: &mut Option<Smaller>) {
    let name = "Smaller";
    heading(ui, (name, "share of the people, or at most: 8"));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = S8;
        let (at, text) = match value {
            Some(Smaller::Share(share)) => (*share, display::rate(*share)),
            Some(Smaller::AtMost(most)) => (Rate::from(1), display::number(*most)),
            None => (Rate::from(1), display::rate(Rate::from(1))),
        };
        if let Some(moved) = percent_slider(ui, name, at) {
            *value = Some(Smaller::Share(moved));
        }
        let check = |text: &str| Smaller::from_text(text).map(drop);
        if let Some(typed) = cell(ui, name, &text, "", &check) {
            *value = Smaller::from_text(&typed).ok();
        }
    });
    *value = value.filter(|it| *it != Smaller::Share(Rate::from(1)));
}

/// An executive of none is no executive.
fn executive(ui: &mut Ui, value: &mut Option<Executive>) {
    let name = "Executive";
    heading(ui, (name, "people in place of the full board"));
    let people = value.map(|it| it.people);
    let mut full = value.map_or(Number::from(FULL_MEETINGS), |it| it.full_meetings);
    let text = people.map(display::number).unwrap_or_default();
    let wanted = number_row(ui, name, people.unwrap_or_default(), (MOST_PEOPLE, &text));
    if value.is_some() {
        heading(ui, ("", "full meetings a year that the board keeps"));
        let text = display::number(full);
        let changed = number_row(ui, "Full meetings", full, (MOST_MEETINGS, &text));
        full = changed.unwrap_or(full);
    }
    let people = wanted.or(people).filter(|it| *it > Number::ZERO);
    *value = people.map(|people| Executive {
        people,
        full_meetings: full,
    });
}

/// A slider over whole numbers and a cell; gives a change, which is nought where the cell was cleared.
fn number_row(ui: &mut Ui, name: &str, value: Number, (most, text): (i64, &str)) -> Option<Number> {
    let mut changed = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = S8;
        let whole = value.decimal().round().to_i64();
        let mut at = whole.unwrap_or(0).clamp(0, most);
        if slide(ui, name, &mut at, most) {
            changed = Some(Number::from(at));
        }
        let check = |text: &str| number_of_text(text).map(drop);
        if let Some(typed) = cell(ui, name, text, "none", &check) {
            changed = Some(number_of_text(&typed).unwrap_or_default());
        }
    });
    changed
}

/// A slider in whole per cent; gives the share that it was moved to.
fn percent_slider(ui: &mut Ui, name: &str, shown: Rate) -> Option<Rate> {
    let percent = exact::mul(shown.decimal(), rust_decimal::Decimal::ONE_HUNDRED);
    let mut percent = percent.round().to_i64().unwrap_or(0).clamp(0, 100);
    let is_moved = slide(ui, name, &mut percent, 100);
    is_moved.then(|| Rate::new(rust_decimal::Decimal::new(percent, 2)))
}

fn slide(ui: &mut Ui, name: &str, value: &mut i64, most: i64) -> bool {
    let slider = Slider::new(value, 0..=most)
        .show_value(false)
        .trailing_fill(true);
    let response = ui.push_id(("slider", name), |ui| ui.add(slider)).inner;
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_label(format!("{name}, slider"));
    });
    response.changed()
}

/// A cell beside a slider; gives what was typed and understood, which is blank where it was cleared.
fn cell(
    ui: &mut Ui,
    name: &str,
    text: &str,
    blank: &str,
    check: &dyn Fn(&str) -> Result<(), String>,
) -> Option<String> {
    let cell = ValueCell::new(name, text, text, check);
    let outcome = cell.placeholder(blank).width(CELL).show(ui);
    outcome.committed.or(outcome.typed)
}
