//! Says that a page is of some partnerships only, and shows all again.

use eframe::egui::{Label, Ui};

use crate::findings::filter::Filter;
use crate::findings::findings::Findings;
use crate::gui::results::filter_bar::nothing_fits;
use crate::gui::theme::{self, S4};
use crate::gui::view::View;
use crate::gui::widgets::icon::Icon;
use crate::units::display;

/// Says what was left out, where something was; true where nothing is left, and nothing more is to be shown.
pub(crate) fn narrowed_line(ui: &mut Ui, view: &mut View, findings: &Findings) -> bool {
    let Some(narrowed) = &findings.narrowed else {
        return false;
    };
    if findings.partnerships.is_empty() {
        nothing_fits(ui, findings, &mut view.filter);
        return true;
    }
    let n = display::in_words(findings.partnerships.len());
    let whole = display::count(narrowed.n_whole, "partnership", "partnerships");
    let said = format!(
        "Of {n} of {whole} only: {}. Figures have no basis to open until all are shown.",
        narrowed.words
    );
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = S4;
        Icon::Warning.show(ui, 14.0, theme::palette(ui).ink);
        ui.add(Label::new(said).wrap());
        if ui.button("Show all").clicked() {
            view.filter = Filter::default();
        }
    });
    false
}
