//! The page of the board paper: what it is of, its head, and every paragraph to read and to edit.

use std::sync::Arc;

use eframe::egui::{Label, ScrollArea, Ui};

use crate::gui::inputs::teach::{gap, heading};
use crate::gui::page::PageContext;
use crate::gui::results::paper::aside::Composed;
use crate::gui::results::paper::facts::facts;
use crate::gui::results::paper::passage::passage;
use crate::gui::theme::{self, S4, S8};
use crate::gui::view::Page;
use crate::gui::widgets::button::{empty_state, primary_button};
use crate::gui::widgets::choice_cell::ChoiceCell;
use crate::gui::widgets::icon::Icon;
use crate::model::paper::Paper;
use crate::model::register::Register;
use crate::report::board_paper::{BoardPaper, Subject};
use crate::units::id::Id;

/// What was asked for on the page.
pub(crate) enum PaperWish {
    /// Export the paper.
    Export,
    /// Choose a file with the council's own headings.
    ChooseTemplate,
    /// Go back to the usual headings.
    UsualTemplate,
}

/// Shows the paper; gives what was asked for.
pub(crate) fn paper_page(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    composed: Option<&Arc<Composed>>,
) -> Option<PaperWish> {
    let register = page.register();
    if register.partnerships.is_empty() {
        ui.label(theme::figure_text("Board paper"));
        let why = "The paper for your cabinet, board or committee is composed from the figures: what the partnerships \
                   cost, what they achieve, and what is to be decided. Enter a partnership first.";
        if empty_state(ui, "No partnerships yet", why, "Estimate a partnership") {
            page.view.show(Page::Estimate);
        }
        return None;
    }
    let mut wish = head(ui, page, composed);
    let (id, paper) = typed(page.register(), page.view.paper_of);
    ScrollArea::vertical()
        .id_salt(("board paper", id))
        .auto_shrink([false, false])
        .show(ui, |ui| {
            facts(ui, page, id, &paper);
            wish = wish.take().or(template(ui, page, composed));
            match composed.and_then(|it| it.paper.as_deref()) {
                Some(written) => paragraphs(ui, page, (id, &paper), written),
                None => drop(ui.spinner()),
            }
        });
    wish
}

/// What is typed of the paper that is shown, with the address of its edits.
fn typed(register: &Register, of: Subject) -> (Id, Arc<Paper>) {
    match of {
        Subject::Portfolio => (Id::SETTINGS, Arc::clone(&register.paper)),
        Subject::Partnership(id) => {
            let found = register.partnership(id);
            (
                id,
                found.map_or_else(Arc::default, |it| Arc::new(it.paper.clone())),
            )
        }
    }
}

fn head(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    composed: Option<&Arc<Composed>>,
) -> Option<PaperWish> {
    let mut wish = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = S8;
        ui.label(theme::figure_text("Board paper"));
        subject_choice(ui, page);
        if primary_button(ui, "Preview and export…").clicked() {
            wish = Some(PaperWish::Export);
        }
    });
    let about = "Composed from the figures, and follows them. What you edit stays as you write it; clear a paragraph to \
                 leave it out.";
    ui.add(Label::new(theme::muted(about)).wrap());
    let left = composed.and_then(|it| it.paper.as_deref());
    let left = left.map(BoardPaper::left_in_short).unwrap_or_default();
    if !left.is_empty() {
        ui.add(Label::new(left).wrap());
    }
    ui.add_space(S4);
    wish
}

fn subject_choice(ui: &mut Ui, page: &mut PageContext<'_>) {
    let partnerships = &page.register().partnerships;
    let names = partnerships.iter().map(|it| match it.name.trim() {
        "" => "Unnamed partnership",
        name => name,
    });
    let names: Vec<&str> = std::iter::once("All partnerships").chain(names).collect();
    let at = match page.view.paper_of {
        Subject::Portfolio => None,
        Subject::Partnership(id) => partnerships.iter().position(|it| it.id == id),
    };
    let at = at.map_or(0, |at| at.saturating_add(1));
    let cell = ChoiceCell::new("What the paper is about", &names, Some(at)).width(260.0);
    if let (_, Some(at)) = cell.show(ui) {
        let chosen = at.checked_sub(1).and_then(|at| partnerships.get(at));
        page.view.paper_of = chosen.map_or(Subject::Portfolio, |it| Subject::Partnership(it.id));
    }
}

/// Whose headings the paper has.
fn template(
    ui: &mut Ui,
    page: &PageContext<'_>,
    composed: Option<&Arc<Composed>>,
) -> Option<PaperWish> {
    let mut wish = None;
    let chosen = page.session.preferences.paper_template.as_ref();
    crate::gui::inputs::form::line(ui, "Headings", "", |ui| {
        let name = chosen.and_then(|it| it.file_name());
        let name = name.map_or("The usual ones".into(), |it| it.to_string_lossy());
        ui.label(name);
        let choose = ui.button("Choose a template…");
        let choose = choose.on_hover_text(
            "A text file with your council’s own headings, their order and what else is to be written. The guide says \
             what stands in one",
        );
        if choose.clicked() {
            wish = Some(PaperWish::ChooseTemplate);
        }
        if chosen.is_some() && ui.button("Use the usual ones").clicked() {
            wish = Some(PaperWish::UsualTemplate);
        }
    });
    if let Some(why) = composed.and_then(|it| it.template_problem.as_ref()) {
        ui.horizontal(|ui| {
            Icon::Warning.show(ui, 14.0, theme::palette(ui).error);
            ui.add(Label::new(format!("{why}. The usual headings are used.")).wrap());
        });
    }
    wish
}

fn paragraphs(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    (id, paper): (Id, &Paper),
    written: &BoardPaper,
) {
    let mut last = None;
    for it in &written.passages {
        if last != Some(&it.heading) {
            gap(ui);
            heading(ui, &it.heading, "");
            ui.add_space(S4);
            last = Some(&it.heading);
        }
        passage(ui, page, (id, paper), it);
    }
}
