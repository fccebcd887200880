//! Who takes part in the partnership that is estimated, and who leads it.

use eframe::egui::{Id as EguiId, ScrollArea, Ui};

use crate::gui::estimate::questions::{keep_in_view, label};
use crate::gui::theme::S8;
use crate::gui::widgets::choice_cell::ChoiceCell;
use crate::gui::widgets::flag_cell::FlagCell;
use crate::gui::widgets::text_cell::TextCell;
use crate::model::register::Register;
use crate::session::first_estimate::{Body, FirstEstimate};

/// The height that a long list of bodies scrolls in.
const HEIGHT: f32 = 150.0;

/// The field that adds a body.
pub(crate) fn add_id() -> EguiId {
    EguiId::unique("add a body to the estimate")
}

/// Shows the bodies, the field that adds one, and the choice of who leads.
pub(crate) fn who(ui: &mut Ui, register: &Register, form: &mut FirstEstimate) {
    let bodies = form.bodies(register);
    ScrollArea::vertical()
        .id_salt("bodies")
        .auto_shrink([false, true])
        .max_height(HEIGHT)
        .show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = [20.0, 0.0].into();
                for (body, name) in &bodies {
                    let id = EguiId::unique(("body of the estimate", name));
                    let cell = FlagCell::new(name, form.is_member(*body)).id(id);
                    let (response, changed) = cell.show(ui);
                    keep_in_view(&response);
                    if let Some(is_on) = changed {
                        form.tick(*body, is_on);
                    }
                }
            });
        });
    ui.horizontal(|ui| {
        label(ui, "Add");
        let width = ui.available_width().min(300.0);
        let cell = TextCell::new("Add a body: type its name and press Enter", "").id(add_id());
        let cell = cell.placeholder("name of another body, then Enter");
        let outcome = cell.width(width).show(ui);
        keep_in_view(&outcome.response);
        if let Some(name) = outcome.committed {
            form.add_body(register, &name);
            if outcome.moved.is_some() {
                // The next one can be typed at once.
                ui.memory_mut(|memory| memory.request_focus(add_id()));
                ui.ctx().request_repaint();
            }
        }
    });
    lead(ui, form, &bodies);
}

fn lead(ui: &mut Ui, form: &mut FirstEstimate, bodies: &[(Body, String)]) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = S8;
        label(ui, "Who pays");
        let mut names = vec!["not decided"];
        let mut choices: Vec<Option<Body>> = vec![None];
        for (body, name) in bodies.iter().filter(|(it, _)| form.is_member(*it)) {
            names.push(name);
            choices.push(Some(*body));
        }
        let at = choices.iter().position(|it| *it == form.lead());
        let cell = ChoiceCell::new("Who pays for its staff, money and gifts", &names, at);
        let width = ui.available_width().min(300.0);
        let (response, picked) = cell.width(width).show(ui);
        keep_in_view(&response);
        if let Some(lead) = picked.and_then(|at| choices.get(at)) {
            form.set_lead(*lead);
        }
    });
}
