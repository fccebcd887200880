//! The page of levers: whom they are pulled on, the levers on the left, what they would save on the right.

use std::collections::BTreeSet;

use eframe::egui::{Layout, ScrollArea, Ui, Vec2};

use crate::gui::page::PageContext;
use crate::gui::results::levers::aside::Answers;
use crate::gui::results::levers::controls::controls;
use crate::gui::results::levers::outcome::outcome;
use crate::gui::results::levers::questions::questions;
use crate::gui::results::levers::who::who;
use crate::gui::theme::{self, S8, S12, S16};
use crate::gui::view::Page;
use crate::gui::widgets::button::empty_state;
use crate::report::levers::NOTHING_CHANGED;
use crate::units::id::Id;

/// The width of the levers.
const LEVERS: f32 = 304.0;

/// Shows the page for the partnerships of these ids.
pub(crate) fn levers_page(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    ids: &BTreeSet<Id>,
    answers: &Answers,
) {
    ui.horizontal(|ui| {
        ui.label(theme::figure_text("What if?"));
        ui.add_space(S8);
        ui.label(theme::muted(NOTHING_CHANGED));
    });
    if page.register().partnerships.is_empty() {
        let why = "Much of what a partnership costs is people’s time in meetings. Enter one with its meetings, and see \
                   here what fewer, shorter or smaller ones would save, before anybody is asked to change a thing.";
        if empty_state(ui, "No partnership yet", why, "Go to the overview") {
            page.view.show(Page::Overview);
        }
        return;
    }
    who(ui, page, ids);
    ui.add_space(S8);
    let height = ui.available_height();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = S16;
        let top_down = Layout::top_down(eframe::egui::Align::Min);
        ui.allocate_ui_with_layout(Vec2::new(LEVERS, height), top_down, |ui| {
            ScrollArea::vertical()
                .id_salt("levers")
                .auto_shrink([false, false])
                .show(ui, |ui| {
                    ui.set_max_width(LEVERS - S12);
                    controls(ui, page, ids);
                });
        });
        let rest = Vec2::new(ui.available_width(), height);
        ui.allocate_ui_with_layout(rest, top_down, |ui| {
            ScrollArea::vertical()
                .id_salt("saving")
                .auto_shrink([false, false])
                .show(ui, |ui| outcome(ui, page, ids, answers));
        });
    });
    questions(ui.ctx(), page, ids, answers);
}
