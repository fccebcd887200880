//! What the levers would save: the answer, before and after, each partnership, and what could not be moved.

use std::collections::BTreeSet;

use eframe::egui::accesskit::Role as AccessRole;
use eframe::egui::{Frame, Label, Margin, Rect, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2};

use crate::chart::theme::Role;
use crate::costing::basis::Basis;
use crate::costing::schedule::Total;
use crate::findings::levers::{Saving, SavingOf};
use crate::gui::page::PageContext;
use crate::gui::results::doubt::lines::lines;
use crate::gui::results::levers::aside::Answers;
use crate::gui::results::levers::state::Question;
use crate::gui::results::paint::{chart_palette, colour};
use crate::gui::theme::fonts::{FIGURE_SIZE, semibold};
use crate::gui::theme::{self, S4, S8, S12, S16};
use crate::gui::view::Page;
use crate::gui::widgets::button::{primary_button, starts};
use crate::gui::widgets::icon::Icon;
use crate::model::levers::{Levers, Shorter};
use crate::report::levers::{
    caution, days_between, hours_between, in_words, money_between, not_moved, spread_sentence,
    total_cell,
};
use crate::uncertainty::levers::SpreadOfSaving;
use crate::uncertainty::statistics::Summary;
use crate::units::display;
use crate::units::id::Id;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::{Hours, Money, Number, Quantity, Rate};

/// Rows of the table before it scrolls by itself.
const MOST_HEIGHT: f32 = 420.0;
/// The height of a bar.
const BAR: f32 = 20.0;
/// The room for the word before a bar.
const WORD: f32 = 44.0;

/// Shows the right side of the page.
pub(super) fn outcome(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    ids: &BTreeSet<Id>,
    answers: &Answers,
) {
    if let Some(done) = &page.view.levers.done {
        ui.horizontal(|ui| {
            Icon::Tick.show(ui, 14.0, theme::palette(ui).ink);
            ui.add(Label::new(done).wrap());
        });
        ui.add_space(S8);
    }
    if ids.is_empty() {
        ui.add_space(S16);
        ui.add(Label::new(theme::muted("Add a partnership above.")).wrap());
        return;
    }
    if page.view.levers.levers.change_nothing() {
        nothing_pulled(ui, page);
        return;
    }
    let Some((saving, is_current)) = &answers.saving else {
        ui.spinner();
        return;
    };
    let basis = page.basis();
    let unit = page.register().settings.money_unit;
    let spread = answers.spread.as_ref();
    // A range of other levers beside this saving would be a wrong figure.
    let spread = spread.filter(|(_, is_of_these)| *is_of_these && *is_current);
    let spread = spread.map(|(it, _)| it.as_ref());
    figures(ui, saving, spread, (basis, unit));
    let said = match spread {
        Some(it) if it.cost.get(basis).is_some() => format!(
            "{} Below each figure: its P10 to P90.",
            spread_sentence(it, basis, unit)
        ),
        Some(it) => spread_sentence(it, basis, unit),
        None => "Drawing…".to_owned(),
    };
    ui.add(Label::new(theme::muted(said)).wrap());
    ui.add_space(S8);
    bars(ui, saving, (basis, unit));
    ui.add_space(S8);
    buttons(ui, page, saving, *is_current);
    ui.add_space(S12);
    remarks(ui, page, saving);
    table(ui, page, saving, (basis, unit));
}

/// Three levers to start with, each one click.
fn nothing_pulled(ui: &mut Ui, page: &mut PageContext<'_>) {
    let why = "Move a lever on the left, and see here what fewer, shorter or smaller meetings would save these \
               partnerships in a year: money, hours and senior days, with the range of the doubt in them.";
    let ways = ["Half as often", "An hour at most", "Half of them online"];
    let half = Rate::new(rust_decimal::Decimal::new(5, 1));
    let bodies = page.view.levers.levers.bodies;
    let idle = Levers {
        bodies,
        ..Levers::default()
    };
    let levers = match starts(ui, "No lever is pulled", why, ways) {
        Some(0) => Levers {
            times: Some(half),
            ..idle
        },
        Some(1) => Levers {
            length: Some(Shorter::AtMost(Hours::from(1))),
            ..idle
        },
        Some(_) => Levers {
            online: Some(half),
            ..idle
        },
        None => return,
    };
    page.view.levers.levers = levers;
    page.view.levers.done = None;
    ui.ctx().request_repaint();
}

/// The saving to all, ours, and the time.
fn figures(
    ui: &mut Ui,
    saving: &Saving,
    spread: Option<&SpreadOfSaving>,
    (basis, unit): (Basis, MoneyUnit),
) {
    let saved = &saving.saved;
    let short = |it: Money| display::money_in(it, unit);
    let ours = saved.ours.get(basis);
    let note = |it: Option<String>, else_said: &str| match it {
        Some(it) => it,
        None => else_said.to_owned(),
    };
    let money = |of: Option<&Summary>| money_between(of, unit);
    let to_all = spread.and_then(|it| money(it.cost.get(basis).as_ref()));
    let to_us = spread.and_then(|it| money(it.ours.get(basis).as_ref()));
    let hours = spread.and_then(|it| hours_between(it.hours.as_ref()));
    let days = spread.and_then(|it| days_between(it.senior_days.as_ref()));
    let all = [
        (
            "Saves all partners a year".to_owned(),
            total_cell(*saved.cost.get(basis), unit),
            note(to_all, basis.label()),
        ),
        (
            "Of it ours".to_owned(),
            ours.map_or_else(|| "—".to_owned(), short),
            match ours {
                Some(_) => note(to_us, "a year"),
                None => "no partner is marked as us".to_owned(),
            },
        ),
        (
            "People’s time".to_owned(),
            display::hours(saved.hours),
            note(hours, "a year"),
        ),
        (
            "Senior days".to_owned(),
            display::days(saved.senior_days),
            note(days, "a year"),
        ),
    ];
    let columns = if ui.available_width() < 560.0 { 2 } else { 4 };
    let gaps = S8 * (if columns == 2 { 1.0 } else { 3.0 });
    let width = (ui.available_width() - gaps) / (if columns == 2 { 2.0 } else { 4.0 });
    for row in all.chunks(columns) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = S8;
            for (label, figure, note) in row {
                card(ui, width, (label, figure, note));
            }
        });
        ui.add_space(S4);
    }
}

/// A figure that has no basis of its own to show: words, and no button.
fn card(ui: &mut Ui, width: f32, (label, figure, note): (&str, &str, &str)) {
    let palette = theme::palette(ui);
    let frame = Frame::new()
        .fill(palette.surface)
        .stroke(Stroke::new(1.0, palette.hairline))
        .corner_radius(6.0)
        .inner_margin(Margin::symmetric(12, 8));
    let inner = width - 26.0;
    frame.show(ui, |ui| {
        ui.vertical(|ui| {
            ui.set_width(inner);
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.add(Label::new(theme::muted(label)).truncate());
            let text =
                theme::figure_text(figure).font(eframe::egui::FontId::new(FIGURE_SIZE, semibold()));
            ui.add(Label::new(text).truncate());
            ui.add(Label::new(theme::small(note).color(palette.muted)).truncate());
        });
    });
}

/// Two bars on one scale from nought.
fn bars(ui: &mut Ui, saving: &Saving, (basis, unit): (Basis, MoneyUnit)) {
    let before = *saving.before.meetings.get(basis);
    let after = *saving.after.meetings.get(basis);
    ui.label(theme::strong("What their meetings cost a year"));
    let size = Vec2::new(ui.available_width(), 2.0 * BAR + S4);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let said = |it: Total| total_cell(it, unit);
    let name = format!("Cost a year now {}, then {}", said(before), said(after));
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Figure, true, name.clone()));
    let palette = chart_palette(ui);
    let ink = theme::palette(ui).ink;
    let most = before.amount.max(after.amount);
    let room = 120.0;
    let widest = (rect.width() - WORD - room).max(40.0);
    let rows = [("Now", before, Role::Muted), ("Then", after, Role::Direct)];
    for (at, (word, total, role)) in rows.into_iter().enumerate() {
        let top = rect.top() + if at == 0 { 0.0 } else { BAR + S4 };
        let middle = top + BAR / 2.0;
        let painter = ui.painter();
        let galley = painter.layout_no_wrap(word.to_owned(), theme::text_font(), ink);
        let y = middle - galley.size().y / 2.0;
        painter.galley(pos2(rect.left(), y), galley, ink);
        let left = rect.left() + WORD;
        let length = widest * part(total.amount, most);
        let bar = Rect::from_min_size(pos2(left, top), Vec2::new(length.max(1.0), BAR));
        painter.rect_filled(bar, 0.0, colour(palette, role));
        let galley = painter.layout_no_wrap(said(total), theme::text_font(), ink);
        painter.galley(pos2(bar.right() + S8, y), galley, ink);
    }
}

/// How much of the widest bar an amount takes, 0 to 1.
fn part(amount: Money, most: Money) -> f32 {
    use rust_decimal::prelude::ToPrimitive;
    let (amount, most) = (amount.decimal().to_f32(), most.decimal().to_f32());
    match (amount, most) {
        (Some(amount), Some(most)) if most > 0.0 => (amount / most).clamp(0.0, 1.0),
        _ => 0.0,
    }
}

fn buttons(ui: &mut Ui, page: &mut PageContext<'_>, saving: &Saving, is_current: bool) {
    let changes = saving.partnerships.iter().any(|it| it.before != it.after)
        || saving.pulled.register != *page.register();
    ui.add_enabled_ui(changes && is_current, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = S8;
            if primary_button(ui, "Apply…").clicked() {
                page.view.levers.asking = Some(Question::Apply);
            }
            let keep = ui.button("Keep as an option…");
            let hint = "Adds it to the options of each partnership, to be appraised beside them; its meetings stay";
            if keep.on_hover_text(hint).clicked() {
                page.view.levers.name = in_words(page.register(), &page.view.levers.levers);
                page.view.levers.asking = Some(Question::Keep);
            }
        });
    });
}

fn remarks(ui: &mut Ui, page: &PageContext<'_>, saving: &Saving) {
    let stays = not_moved(page.register(), &saving.pulled.not_moved);
    if !stays.is_empty() {
        ui.label(theme::strong("What could not be moved"));
        for said in stays {
            ui.add(Label::new(said).wrap());
        }
        ui.add_space(S8);
    }
    if let Some(said) = caution(saving) {
        ui.horizontal_top(|ui| {
            Icon::Warning.show(ui, 14.0, theme::palette(ui).ink);
            ui.add(Label::new(said).wrap());
        });
        ui.add_space(S8);
    }
}

/// Each partnership; a row opens it.
fn table(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    saving: &Saving,
    (basis, unit): (Basis, MoneyUnit),
) {
    let headers = [
        "Partnership",
        "Saves a year",
        "Ours",
        "Time",
        "Senior",
        "Costs now",
        "Then",
    ];
    let row = |it: &SavingOf| {
        let cost = |total: &Total| total_cell(*total, unit);
        let ours = it.saved.ours.get(basis);
        let days: Number = it.saved.senior_days;
        vec![
            it.name.clone(),
            cost(it.saved.cost.get(basis)),
            ours.map_or_else(|| "—".to_owned(), |it| display::money_in(it, unit)),
            display::hours(it.saved.hours),
            format!("{} d", display::days(days)),
            cost(it.before.cost.get(basis)),
            cost(it.after.cost.get(basis)),
        ]
    };
    // The largest saving first.
    let mut all: Vec<&SavingOf> = saving.partnerships.iter().collect();
    all.sort_by(|a, b| {
        let of = |it: &SavingOf| it.saved.cost.get(basis).amount;
        of(b).cmp(&of(a)).then(a.id.cmp(&b.id))
    });
    let rows: Vec<Vec<String>> = all.iter().map(|it| row(it)).collect();
    let opened = lines(ui, "Saving by partnership", &headers, &rows, MOST_HEIGHT);
    if let Some(it) = opened.and_then(|at| all.get(at)) {
        page.view.show(Page::Partnership(it.id));
        ui.ctx().request_repaint();
    }
}
