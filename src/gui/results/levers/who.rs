//! Whom levers are pulled on: a chip for each partnership, and a list to add from.

use std::collections::BTreeSet;

use eframe::egui::{Button, Ui};

use crate::gui::page::PageContext;
use crate::gui::theme::{self, S8};
use crate::gui::widgets::choice_cell::ChoiceCell;
use crate::units::display;
use crate::units::id::Id;

/// So many have a chip each.
const MOST_CHIPS: usize = 8;
/// Of more, so many have one and the others are counted.
const OF_MANY: usize = 4;
/// Letters of a name on a chip.
const MOST_LETTERS: usize = 28;

/// Shows the chips and takes what is added or taken away.
pub(super) fn who(ui: &mut Ui, page: &mut PageContext<'_>, ids: &BTreeSet<Id>) {
    let register = page.register();
    let mut chosen: Option<BTreeSet<Id>> = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = eframe::egui::vec2(S8, 4.0);
        let all = register.partnerships.iter();
        let n_chips = if ids.len() > MOST_CHIPS {
            OF_MANY
        } else {
            MOST_CHIPS
        };
        let in_it = all.clone().filter(|it| ids.contains(&it.id));
        for it in in_it.take(n_chips) {
            let name = named(&it.name);
            let chip = ui.add(Button::new(format!("{}  ×", short(name))));
            let said = format!("Leave out {name}");
            ui.ctx()
                .accesskit_node_builder(chip.id, |node| node.set_label(said.clone()));
            if chip.on_hover_text(said).clicked() {
                let left = ids.iter().copied().filter(|id| *id != it.id);
                chosen = Some(left.collect());
            }
        }
        let more = ids.len().saturating_sub(n_chips);
        if more > 0 {
            let said = format!("and {} more", display::count_figure(more));
            ui.label(theme::muted(said));
        }
        let others: Vec<(Id, &str)> = all
            .filter(|it| !ids.contains(&it.id))
            .map(|it| (it.id, named(&it.name)))
            .collect();
        if !others.is_empty() {
            let names: Vec<&str> = others.iter().map(|(_, name)| *name).collect();
            let cell = ChoiceCell::new("Add a partnership", &names, None);
            let cell = cell.placeholder("Add a partnership").width(168.0);
            if let (_, Some(at)) = cell.show(ui) {
                let added = others.get(at).map(|(id, _)| *id);
                chosen = Some(ids.iter().copied().chain(added).collect());
            }
            if ui
                .button("All")
                .on_hover_text("Every partnership")
                .clicked()
            {
                let all = register.partnerships.iter();
                chosen = Some(all.map(|it| it.id).collect());
            }
        }
        if page.view.levers.chosen.is_some() {
            let usual = ui.button("As at first");
            if usual
                .on_hover_text("What the filter keeps, or else the three dearest with meetings")
                .clicked()
            {
                page.view.levers.chosen = None;
            }
        }
    });
    if chosen.is_some() {
        page.view.levers.chosen = chosen;
        page.view.levers.done = None;
        ui.ctx().request_repaint();
    }
}

fn named(name: &str) -> &str {
    match name.trim() {
        "" => "Unnamed partnership",
        name => name,
    }
}

fn short(name: &str) -> String {
    if name.chars().count() <= MOST_LETTERS {
        return name.to_owned();
    }
    let start: String = name.chars().take(MOST_LETTERS).collect();
    format!("{}…", start.trim_end())
}
