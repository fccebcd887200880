//! Weights by swing: points for the change from worst to best of each item, and one button that makes weights of them.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use eframe::egui::{Align, Button, Id as EguiId, Label, Layout, Ui, Vec2};

use crate::gui::inputs::loose::loose;
use crate::gui::inputs::teach::heading;
use crate::gui::page::PageContext;
use crate::gui::theme::{self, S4, S8};
use crate::model::partnership::Partnership;
use crate::model::swing_weights::{Comparison, comparisons, problem, shares};
use crate::session::action::Edit;
use crate::units::display;
use crate::units::id::Id;
use crate::units::input::Input;
use crate::units::quantity::{Number, Rate};

const NAME: f32 = 250.0;
const CHANGE: f32 = 150.0;
const POINTS: f32 = 88.0;
const SHARE: f32 = 72.0;

/// An indicator or a judgement as it is weighed.
struct Item {
    id: Id,
    name: String,
    change: String,
    weight: Option<Number>,
}

/// What is asked for below the points.
enum Asked {
    /// That they become weights.
    Use,
    /// That they are forgotten.
    Close,
}

/// The points of each item, as they are typed before they become weights.
type Draft = BTreeMap<Id, Input<Number>>;

/// Shows the helper, closed until somebody wants it.
pub(crate) fn swing(ui: &mut Ui, page: &mut PageContext<'_>, partnership: &Partnership) {
    let items = items(partnership);
    if items.len() < 2 {
        return;
    }
    heading(
        ui,
        "Weights by swing",
        "A weight says what a change is worth, not how important a subject sounds. Which change from worst to best \
         matters most? Give it 100, and the others in proportion.",
    );
    let opened = page.session.n_opened();
    let key = EguiId::unique(("swing weights", opened, partnership.id));
    let Some(mut draft) = ui.data(|data| data.get_temp::<Draft>(key)) else {
        if ui.button("Weigh the changes").clicked() {
            ui.data_mut(|data| data.insert_temp(key, start(&items)));
            ui.ctx().request_repaint();
        }
        return;
    };
    ui.spacing_mut().item_spacing.y = S4;
    let before = points(&items, &draft);
    let parts = shares(&before);
    head(ui);
    for (n, item) in items.iter().enumerate() {
        let part = parts.as_ref().and_then(|it| it.get(n)).copied();
        let points = draft.entry(item.id).or_default();
        row(ui, item, points, part);
    }
    let now = points(&items, &draft);
    for it in comparisons(&now) {
        if let Some(question) = question(&it, &items) {
            ui.add(Label::new(question).wrap());
        }
    }
    match bar(ui, &now, &items) {
        Some(Asked::Use) => page.edit(apply(partnership.id, &draft)),
        Some(Asked::Close) => {
            ui.data_mut(|data| data.remove::<Draft>(key));
            ui.ctx().request_repaint();
            return;
        }
        None => {}
    }
    ui.data_mut(|data| data.insert_temp(key, draft));
}

fn items(partnership: &Partnership) -> Vec<Item> {
    let measured = partnership.indicators.iter().map(|it| {
        let end = |value: Option<Number>| value.map_or_else(|| "?".to_owned(), display::number);
        Item {
            id: it.id,
            name: name_or(&it.name, it.id),
            change: format!("{} → {}", end(it.baseline.value()), end(it.target.value())),
            weight: it.weight.value(),
        }
    });
    let judged = partnership.judgements.iter().map(|it| Item {
        id: it.id,
        name: name_or(&it.name, it.id),
        change: "score 0 → 100".to_owned(),
        weight: it.weight.value(),
    });
    measured.chain(judged).collect()
}

fn name_or(name: &str, id: Id) -> String {
    match name.trim() {
        "" => id.to_string(),
        name => name.to_owned(),
    }
}

/// The weights there are, where they look like points; else nothing, so that nobody is led by them.
fn start(items: &[Item]) -> Draft {
    let most = Some(Number::from(100));
    if items.iter().all(|it| it.weight != most) {
        return Draft::new();
    }
    let known = items.iter().filter_map(|it| Some((it.id, it.weight?)));
    known.map(|(id, it)| (id, Input::known(it))).collect()
}

fn points(items: &[Item], draft: &Draft) -> Vec<Option<Number>> {
    let of = |it: &Item| draft.get(&it.id).and_then(Input::value);
    items.iter().map(of).collect()
}

fn head(ui: &mut Ui) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = S8;
        for (text, width) in [("Change", NAME), ("From worst to best", CHANGE)] {
            cell(ui, width, Align::Min, theme::strong(text));
        }
        for (text, width) in [("Points", POINTS), ("Weight", SHARE)] {
            cell(ui, width, Align::Max, theme::strong(text));
        }
    });
}

fn row(ui: &mut Ui, item: &Item, points: &mut Input<Number>, part: Option<Rate>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = S8;
        cell(ui, NAME, Align::Min, item.name.as_str());
        cell(ui, CHANGE, Align::Min, theme::muted(item.change.as_str()));
        let title = format!("Points, {}", item.name);
        ui.push_id(item.id, |ui| loose(ui, &title, "0 to 100", points, POINTS));
        cell(
            ui,
            SHARE,
            Align::Max,
            part.map(display::rate).unwrap_or_default(),
        );
    });
}

/// A label of its own width, to the left or to the right in it.
fn cell(ui: &mut Ui, width: f32, side: Align, text: impl Into<eframe::egui::WidgetText>) {
    let layout = if side == Align::Min {
        Layout::left_to_right(Align::Center)
    } else {
        Layout::right_to_left(Align::Center)
    };
    let size = Vec2::new(width, 28.0);
    ui.allocate_ui_with_layout(size, layout, |ui| {
        ui.set_min_size(size);
        ui.add(Label::new(text).truncate());
    });
}

/// `“A” and “B” together weigh 60, less than “C” with 80: is the change in “C” worth more than both?`
fn question(it: &Comparison, items: &[Item]) -> Option<String> {
    let name = |at: usize| items.get(at).map(|it| format!("“{}”", it.name));
    let (a, b, c) = (name(it.pair.0)?, name(it.pair.1)?, name(it.single)?);
    let together = display::number(it.together);
    let alone = display::number(it.alone);
    let (than, asked) = match it.together.cmp(&it.alone) {
        Ordering::Less => (
            "less than",
            format!("is the change in {c} worth more than both"),
        ),
        Ordering::Greater => (
            "more than",
            format!("are both worth more than the change in {c}"),
        ),
        Ordering::Equal => (
            "as much as",
            format!("is the change in {c} worth just as much as both"),
        ),
    };
    Some(format!(
        "{a} and {b} together weigh {together}, {than} {c} with {alone}: {asked}?"
    ))
}

/// The button that makes weights of the points, or why it cannot, and the one that ends it.
fn bar(ui: &mut Ui, points: &[Option<Number>], items: &[Item]) -> Option<Asked> {
    let problem = problem(points);
    let is_same = items.iter().map(|it| it.weight).eq(points.iter().copied());
    let note = match problem {
        Some(problem) => problem,
        None if is_same => "These are the weights",
        None => "Each weight becomes its points",
    };
    ui.add_space(S4);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = S8;
        let button = Button::new("Use these weights");
        let is_ready = problem.is_none() && !is_same;
        let uses = ui.add_enabled(is_ready, button).clicked();
        let closes = ui.button("Close").clicked();
        ui.label(theme::muted(note));
        let asked = closes.then_some(Asked::Close);
        uses.then_some(Asked::Use).or(asked)
    })
    .inner
}

fn apply(partnership: Id, draft: &Draft) -> Edit {
    let points: BTreeMap<Id, Number> = draft
        .iter()
        .filter_map(|(id, it)| Some((*id, it.value()?)))
        .collect();
    Edit::partnership(partnership, "weigh by swing", move |it| {
        for one in &mut it.indicators {
            if let Some(points) = points.get(&one.id) {
                one.weight.set(Some(*points));
            }
        }
        for one in &mut it.judgements {
            if let Some(points) = points.get(&one.id) {
                one.weight.set(Some(*points));
            }
        }
    })
}
