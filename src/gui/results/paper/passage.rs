//! One paragraph of a paper: its number, its words, and where they come from.

use eframe::egui::{Align, Id as EguiId, Label, Layout, Ui, Vec2};

use crate::gui::inputs::form::Subject;
use crate::gui::page::PageContext;
use crate::gui::theme::{self, S4, S8};
use crate::gui::widgets::icon::Icon;
use crate::gui::widgets::prose::Prose;
use crate::model::paper::Paper;
use crate::report::board_paper::Passage;
use crate::report::document::Origin;
use crate::session::action::Edit;
use crate::units::id::Id;

/// The width of a number before its paragraph.
const NUMBER: f32 = 44.0;
/// Longer lines are hard to read.
const WIDTH: f32 = 720.0;

/// Shows a paragraph; an edit is one step, and its words stay when the figures move.
pub(super) fn passage(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    (id, paper): (Id, &Paper),
    it: &Passage,
) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = S8;
        let size = Vec2::new(NUMBER, 28.0);
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_size(size);
            ui.label(theme::muted(&it.number));
        });
        ui.vertical(|ui| {
            ui.set_max_width(WIDTH.min(ui.available_width()));
            ui.spacing_mut().item_spacing.y = S4;
            words(ui, page, (id, paper), it);
            origin(ui, page, id, it);
        });
    });
    ui.add_space(S4);
}

fn words(ui: &mut Ui, page: &mut PageContext<'_>, (id, paper): (Id, &Paper), it: &Passage) {
    let kept = paper.edit(&it.place).map(|edit| edit.text.as_str());
    let is_prompt = it.origin == Origin::Prompt;
    let text = match kept {
        Some(text) => text,
        None if is_prompt => "",
        None => &it.composed,
    };
    let hint = if it.is_left_out {
        "Left out of the paper"
    } else {
        &it.composed
    };
    let name = match it.number.as_str() {
        "" => format!("{}, paragraph left out", it.heading),
        number => format!("{}, paragraph {number}", it.heading),
    };
    let field = EguiId::unique(("paragraph of a board paper", id, &it.place));
    let typed = Prose::new(field, &name, text).hint(hint).rows(1).show(ui);
    let Some(typed) = typed else { return };
    // A prompt that is cleared again asks once more; anything else that is cleared is left out.
    let (typed, composed) = (one_paragraph(&typed), it.composed.clone());
    if typed == it.composed || (is_prompt && typed.is_empty()) {
        page.edit(follow(id, &it.place));
    } else {
        page.edit(rewrite(id, &it.place, typed, composed));
    }
}

/// A paragraph is one: what is pasted in several lines is joined.
fn one_paragraph(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn origin(ui: &mut Ui, page: &mut PageContext<'_>, id: Id, it: &Passage) {
    match it.origin {
        Origin::Composed => {}
        Origin::Prompt => {
            ui.horizontal_wrapped(|ui| {
                mark(ui, Icon::Warning, "For an officer to write.");
                if ui.button("Leave out").clicked() {
                    let composed = it.composed.clone();
                    page.edit(rewrite(id, &it.place, String::new(), composed));
                }
            });
        }
        Origin::Edited => {
            ui.horizontal_wrapped(|ui| {
                let said = if it.is_left_out {
                    "Left out."
                } else {
                    "In your own words."
                };
                mark(ui, Icon::Tick, said);
                back(ui, page, id, it);
            });
        }
        Origin::Stale => {
            let said = if it.is_left_out {
                "Left out. The figures have moved since; the program now says:"
            } else {
                "In your own words. The figures have moved since; the program now says:"
            };
            ui.horizontal(|ui| mark(ui, Icon::Warning, said));
            ui.indent("now", |ui| {
                ui.add(Label::new(theme::muted(&it.composed)).wrap());
            });
            ui.horizontal_wrapped(|ui| {
                back(ui, page, id, it);
                let keep = ui.button("Keep mine");
                let keep = keep.on_hover_text("Your words still hold with today’s figures");
                if keep.clicked() {
                    page.edit(still_holds(id, &it.place, it.composed.clone()));
                }
            });
        }
    }
}

fn mark(ui: &mut Ui, icon: Icon, said: &str) {
    ui.spacing_mut().item_spacing.x = S8;
    icon.show(ui, 14.0, theme::palette(ui).ink);
    ui.label(theme::strong(said));
}

fn back(ui: &mut Ui, page: &mut PageContext<'_>, id: Id, it: &Passage) {
    let button = ui.button("Use the program’s words");
    let button = button.on_hover_text("Drops your words; the paragraph follows the figures again");
    if button.clicked() {
        page.edit(follow(id, &it.place));
    }
}

fn rewrite(id: Id, place: &str, text: String, composed: String) -> Edit {
    let place = place.to_owned();
    <Paper as Subject>::edit(id, "edit the board paper".to_owned(), move |paper| {
        paper.put(&place, text, composed);
    })
}

fn follow(id: Id, place: &str) -> Edit {
    let place = place.to_owned();
    <Paper as Subject>::edit(id, "use the program’s words".to_owned(), move |paper| {
        paper.forget(&place);
    })
}

fn still_holds(id: Id, place: &str, composed: String) -> Edit {
    let place = place.to_owned();
    <Paper as Subject>::edit(id, "keep the words of a paper".to_owned(), move |paper| {
        if let Some(edit) = paper.edits.iter_mut().find(|it| it.place == place) {
            edit.composed = composed;
        }
    })
}
