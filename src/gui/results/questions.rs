//! The three questions of the first screen, side by side: what do we spend, what do we get, which need a decision.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align, Label, Layout, Rect, Response, RichText, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2,
    WidgetInfo, pos2,
};

use crate::findings::filter::Filter;
use crate::gui::commands::Command;
use crate::gui::theme::{S4, S8, S12, heading, muted, palette, small};
use crate::gui::view::{Page, View};
use crate::gui::widgets::figure::figure_link;
use crate::report::summary::{KeyFigure, Named, Summary, ToDecide};
use crate::units::display;
use crate::units::id::Id;

const LINE: f32 = 21.0;

/// The height of a panel: its question, seven figures, and three partnerships by name.
const HEIGHT: f32 = 40.0 + 11.0 * LINE + S12;

/// So many reasons are shown with the dearest by name; the others lead to theirs.
const N_WITH_NAME: usize = 2;

/// Shows the three panels in one row; gives what was asked for.
///
/// Figures of a part of the register have no basis to open: that of the register is another.
pub fn questions(
    ui: &mut Ui,
    view: &mut View,
    said: &Summary,
    is_narrowed: bool,
) -> Option<Command> {
    let mut asked = None;
    let size = Vec2::new(ui.available_width(), HEIGHT);
    let (row, _) = ui.allocate_exact_size(size, Sense::hover());
    let width = ((row.width() - 2.0 * S12) / 3.0).floor();
    let place = |at: f32| {
        let left = row.left() + at * (width + S12);
        Rect::from_min_size(pos2(left, row.top()), Vec2::new(width, HEIGHT))
    };
    panel(ui, place(0.0), "What do we spend?", |ui| {
        figures(ui, view, &said.spend, is_narrowed);
        named(ui, "Cost most", &said.dearest, &mut asked);
    });
    panel(ui, place(1.0), "What do we get?", |ui| {
        figures(ui, view, &said.gain, is_narrowed);
        named(ui, "Achieve least", &said.least_achieving, &mut asked);
    });
    panel(ui, place(2.0), "Which need a decision?", |ui| {
        decisions(ui, view, &said.decisions, &mut asked);
    });
    asked
}

fn panel(ui: &mut Ui, place: Rect, question: &'static str, add: impl FnOnce(&mut Ui)) {
    let outline = Stroke::new(1.0, palette(ui).hairline);
    ui.painter()
        .rect_stroke(place, 6.0, outline, StrokeKind::Inside);
    let builder = UiBuilder::new()
        .id_salt(question)
        .max_rect(place.shrink2(Vec2::new(S12, S8)))
        .layout(Layout::top_down(Align::Min))
        .accessibility_role(Role::Group)
        .accessibility_label(question);
    let mut ui = ui.new_child(builder);
    ui.shrink_clip_rect(place);
    ui.spacing_mut().item_spacing = Vec2::new(S8, 0.0);
    ui.spacing_mut().interact_size.y = LINE;
    ui.label(heading(question));
    ui.add_space(S4);
    add(&mut ui);
}

fn figures(ui: &mut Ui, view: &mut View, figures: &[KeyFigure], is_narrowed: bool) {
    for it in figures {
        let response = line(ui, it.label, &it.note, |ui| {
            match it.figure.filter(|_| !is_narrowed) {
                Some(figure) => {
                    let name = format!("{} {}, show basis", it.label, it.text);
                    let response = figure_link(ui, &it.text, &name);
                    if response.clicked() {
                        view.explained = Some(figure);
                    }
                    response
                }
                None => ui.label(&it.text),
            }
        });
        if !it.note.is_empty() {
            response.on_hover_text(&it.note);
        }
    }
}

/// A label on the left, with a word on it where there is room; what `add` shows on the right.
fn line(ui: &mut Ui, label: &str, note: &str, add: impl FnOnce(&mut Ui) -> Response) -> Response {
    let size = Vec2::new(ui.available_width(), LINE);
    let shown = ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        ui.set_min_height(LINE);
        let response = add(ui);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add(Label::new(label).truncate());
            if ui.available_width() > 60.0 {
                ui.add(Label::new(small(note)).truncate());
            }
        });
        response
    });
    shown.inner
}

/// A few partnerships in running text: each name opens its partnership.
fn named(ui: &mut Ui, label: &str, named: &[Named], asked: &mut Option<Command>) {
    if named.is_empty() {
        return;
    }
    ui.add_space(S4);
    ui.label(muted(label));
    for it in named {
        line_of_one(ui, it, asked);
    }
}

fn line_of_one(ui: &mut Ui, it: &Named, asked: &mut Option<Command>) {
    let size = Vec2::new(ui.available_width(), LINE);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        ui.set_min_height(LINE);
        ui.label(&it.text);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            name_link(ui, it.id, &it.name, asked);
        });
    });
}

fn name_link(ui: &mut Ui, id: Id, name: &str, asked: &mut Option<Command>) {
    let link = eframe::egui::Link::new(RichText::new(name));
    ui.style_mut().wrap_mode = Some(eframe::egui::TextWrapMode::Truncate);
    if ui.add(link).on_hover_text(name).clicked() {
        *asked = Some(Command::Show(Page::Partnership(id)));
    }
}

/// A line for each reason: how many, which shows them alone, and the dearest by name.
fn decisions(ui: &mut Ui, view: &mut View, all: &[ToDecide], asked: &mut Option<Command>) {
    if all.is_empty() {
        ui.label(muted(
            "None: nothing is overdue, unscored or clearly bettered.",
        ));
        return;
    }
    for (at, it) in all.iter().enumerate() {
        let n = display::count_figure(it.partnerships.len());
        let label = it.reason.label();
        line(ui, label, "", |ui| {
            let name = format!("{label}: {n}, show them");
            let response = ui.link(&n).on_hover_text("Show these alone");
            response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &name));
            if response.clicked() {
                view.filter = Filter::only(it.partnerships.iter().copied());
            }
            response
        });
        let first = it.named.first().filter(|_| at < N_WITH_NAME);
        if let Some(first) = first {
            let size = Vec2::new(ui.available_width(), LINE - 3.0);
            ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
                ui.add_space(S12);
                ui.spacing_mut().item_spacing.x = 0.0;
                let more = it.partnerships.len().saturating_sub(1);
                let rest = match more {
                    0 => String::new(),
                    _ => format!(" and {}", display::count(more, "other", "others")),
                };
                ui.scope(|ui| {
                    ui.set_max_width((ui.available_width() - 80.0).max(60.0));
                    name_link(ui, first.id, &first.name, asked);
                });
                ui.label(small(rest));
            });
        }
    }
}
