//! Why a partner, a grade, an outcome or a pooled budget is not deleted: where it is used, with the way there.

use eframe::egui::{Frame, Id as EguiId, Margin, Stroke, Ui};

use crate::gui::inputs::place::show_input;
use crate::gui::inputs::record_table::TableOutcome;
use crate::gui::page::PageContext;
use crate::gui::theme::{self, S4, S8, S12};
use crate::gui::view::{Page, Section};
use crate::gui::widgets::icon::{Icon, icon_button};
use crate::model::record_name::line_name;
use crate::model::uses::uses;
use crate::units::display;
use crate::units::id::{Id, InputId, Kind};

/// Places that are named one by one.
const N_NAMED: usize = 8;

/// The record whose deletion was refused last.
#[derive(Clone, Copy)]
struct Refused(Id);

/// Keeps in mind what a table refused to delete.
pub(crate) fn remember(ui: &Ui, outcome: &TableOutcome) {
    if let Some(id) = outcome.refused {
        ui.data_mut(|data| data.insert_temp(key(), Refused(id)));
        ui.ctx().request_repaint();
    }
}

/// Shows why the last record of this kind was not deleted, until it is dismissed or no longer in use.
pub(crate) fn refusal(ui: &mut Ui, page: &mut PageContext<'_>, kind: Kind) {
    let Some(Refused(id)) = ui.data(|data| data.get_temp(key())) else {
        return;
    };
    let register = page.register();
    let places = uses(register, id);
    if id.kind() != kind || places.is_empty() {
        ui.data_mut(|data| data.remove::<Refused>(key()));
        return;
    }
    let name = line_name(register, id);
    let palette = theme::palette(ui);
    Frame::new()
        .fill(palette.panel)
        .stroke(Stroke::new(1.0, palette.border))
        .corner_radius(6.0)
        .inner_margin(Margin::symmetric(12, 8))
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = S4;
            ui.horizontal(|ui| {
                Icon::Warning.show(ui, 15.0, palette.ink);
                ui.label(theme::strong(format!(
                    "{name} is in use, so it was not deleted"
                )));
                if icon_button(ui, Icon::Cross, "Dismiss").clicked() {
                    ui.data_mut(|data| data.remove::<Refused>(key()));
                }
            });
            let n = display::count(places.len(), "place", "places");
            let hint = format!("It is named in {n}. Choose another there first:");
            ui.label(theme::muted(hint));
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = S12;
                for place in places.iter().take(N_NAMED) {
                    if ui.link(line_name(register, *place)).clicked() {
                        go(page, *place);
                        if kind == Kind::Outcome {
                            page.view.section = Section::Benefits;
                        }
                    }
                }
                let rest = places.len().saturating_sub(N_NAMED);
                if rest > 0 {
                    ui.label(theme::muted(format!(
                        "and {}",
                        display::count(rest, "other", "others")
                    )));
                }
            });
        });
    ui.add_space(S8);
}

fn go(page: &mut PageContext<'_>, place: Id) {
    let field = match place.kind() {
        Kind::Grade => "partner",
        Kind::Post | Kind::CashLine => "pool",
        _ => {
            page.view.page = Page::Partnership(place);
            return;
        }
    };
    let input = InputId {
        record: place,
        field,
    };
    show_input(page.view, page.register(), input);
}

fn key() -> EguiId {
    EguiId::unique("refused deletion")
}
