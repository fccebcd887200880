//! Outcomes that are claimed more than once, and the way to who gains and who bears.

use eframe::egui::{Label, Ui};

use crate::findings::findings::Findings;
use crate::gui::inputs::teach::heading;
use crate::gui::theme::{self, S4};
use crate::gui::view::{Page, View};
use crate::gui::widgets::icon::Icon;
use crate::report::worth::overclaims;

/// Leads to what each body gains and bears.
pub(crate) fn bodies(ui: &mut Ui, view: &mut View) {
    heading(
        ui,
        "Who gains and who bears",
        "What each body gains and bears over all partnerships, and who would pay whom, has a page of its own.",
    );
    if ui.link("Who pays, who gains").clicked() {
        view.show(Page::WhoPays);
        ui.ctx().request_repaint();
    }
}

/// Shows the outcomes that are claimed more than once over, and leads to their claims.
pub(crate) fn claimed_twice(ui: &mut Ui, view: &mut View, findings: &Findings) {
    let all = overclaims(findings);
    if all.is_empty() {
        return;
    }
    heading(
        ui,
        "Claimed more than once",
        "Partnerships that helped to bring about the same thing claim more than the whole of it together.",
    );
    for sentence in all {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = S4;
            Icon::Warning.show(ui, 14.0, theme::palette(ui).ink);
            ui.add(Label::new(sentence).wrap());
        });
    }
    if ui.link("The queries lead to each claim").clicked() {
        view.show(Page::Queries);
        ui.ctx().request_repaint();
    }
}
