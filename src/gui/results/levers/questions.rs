//! What is asked before the register changes: whether to apply the levers, and what to call an option.

use std::collections::BTreeSet;

use eframe::egui::{Context, Label, Ui};

use crate::findings::levers::grades_below;
use crate::findings::levers_option::lines_left;
use crate::gui::dialogs::modal;
use crate::gui::page::PageContext;
use crate::gui::results::levers::aside::Answers;
use crate::gui::results::levers::state::Question;
use crate::gui::theme::{S8, S16, heading, muted};
use crate::gui::widgets::button::primary_button;
use crate::gui::widgets::text_cell::TextCell;
use crate::model::levers::pull;
use crate::model::levers_option::add_options;
use crate::report::levers::in_words;
use crate::session::action::Edit;
use crate::units::display;
use crate::units::id::Id;

/// What the user decided.
enum Decided {
    Done,
    Cancel,
}

/// Shows the question that is asked, where there is one, and does what is decided.
pub(super) fn questions(
    ctx: &Context,
    page: &mut PageContext<'_>,
    ids: &BTreeSet<Id>,
    answers: &Answers,
) {
    let Some(asking) = page.view.levers.asking else {
        return;
    };
    let shown = modal(ctx, "levers").show(ctx, |ui| {
        ui.set_width(420.0);
        match asking {
            Question::Apply => apply(ui, page, ids),
            Question::Keep => keep(ui, page),
        }
    });
    let decided = match shown.inner {
        None if shown.should_close() => Some(Decided::Cancel),
        decided => decided,
    };
    match decided {
        None => return,
        Some(Decided::Cancel) => {}
        Some(Decided::Done) if asking == Question::Apply => do_apply(page, ids),
        Some(Decided::Done) => do_keep(page, answers),
    }
    page.view.levers.asking = None;
    ctx.request_repaint();
}

fn apply(ui: &mut Ui, page: &PageContext<'_>, ids: &BTreeSet<Id>) -> Option<Decided> {
    let n = display::count(ids.len(), "partnership", "partnerships");
    ui.label(heading(format!("Change the meetings of {n}?")));
    ui.add_space(S8);
    let words = in_words(page.register(), &page.view.levers.levers);
    ui.add(Label::new(format!("{}.", display::capitalised(&words))).wrap());
    ui.add_space(S8);
    let said = "What is entered changes, with its ranges, for every year looked at. One step of undo takes it all back.";
    ui.add(Label::new(muted(said)).wrap());
    ui.add_space(S16);
    decide(ui, "Apply", true)
}

fn keep(ui: &mut Ui, page: &mut PageContext<'_>) -> Option<Decided> {
    ui.label(heading("Keep as an option"));
    ui.add_space(S8);
    let said = "Each partnership that changes gains an option of this name, with the share of each body’s cost that is \
                left. It is appraised with the other options; the meetings stay as they are.";
    ui.add(Label::new(muted(said)).wrap());
    ui.add_space(S8);
    ui.label("Name of the option");
    let name = page.view.levers.name.clone();
    let cell = TextCell::new("Name of the option", &name).width(400.0);
    let outcome = cell.show(ui);
    if let Some(text) = outcome.committed.or(outcome.typed) {
        page.view.levers.name = text;
    }
    ui.add_space(S16);
    decide(ui, "Keep", !page.view.levers.name.trim().is_empty())
}

fn decide(ui: &mut Ui, yes: &str, is_possible: bool) -> Option<Decided> {
    let row = ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = S8;
        let done = ui.add_enabled_ui(is_possible, |ui| primary_button(ui, yes));
        let done = done.inner;
        if ui.memory(|memory| memory.focused().is_none()) {
            done.request_focus();
        }
        let cancel = ui.button("Cancel");
        if done.clicked() {
            Some(Decided::Done)
        } else {
            cancel.clicked().then_some(Decided::Cancel)
        }
    });
    row.inner
}

/// One step: the register as it is then, with the levers pulled.
fn do_apply(page: &mut PageContext<'_>, ids: &BTreeSet<Id>) {
    let levers = page.view.levers.levers;
    let (guidance, question) = (page.session.guidance(), page.session.question());
    let n = display::count(ids.len(), "partnership", "partnerships");
    let ids = ids.clone();
    page.edit(Edit::new(
        format!("pull levers on the meetings of {n}"),
        move |register| {
            let below = grades_below(register, guidance, question);
            *register = pull(register, &levers, &ids, &below).register;
        },
    ));
    page.view.levers.reset();
    page.view.levers.done = Some(format!("Applied to {n}. Undo takes it back."));
}

fn do_keep(page: &mut PageContext<'_>, answers: &Answers) {
    // Never of a register that changed while the question stood there.
    let Some((saving, true)) = &answers.saving else {
        return;
    };
    let (guidance, question) = (page.session.guidance(), page.session.question());
    let left = lines_left(page.register(), guidance, question, saving);
    let name = page.view.levers.name.trim().to_owned();
    let words = in_words(page.register(), &page.view.levers.levers);
    let note = format!(
        "What is left of each body at full cost in {}: {words}.",
        question.year
    );
    let n = display::count(left.len(), "partnership", "partnerships");
    page.view.levers.done = Some(format!(
        "Kept as “{name}” among the options of {n}. The meetings stay as they are."
    ));
    page.edit(Edit::new(
        format!("add option {name} to {n}"),
        move |register| {
            add_options(register, &name, &note, &left);
        },
    ));
}
