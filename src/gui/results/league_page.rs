//! The page of league tables: ranked by any figure, in groups, with the columns that are wanted; copied and saved as shown.

use std::sync::Arc;

use eframe::egui::containers::menu::{MenuButton, MenuConfig};
use eframe::egui::{Label, PopupCloseBehavior, Stroke, Ui};

use crate::findings::findings::Findings;
use crate::gui::commands::Command;
use crate::gui::results::filter_bar::{filter_bar, nothing_fits};
use crate::gui::results::league_grid::{Dress, composed, league_grid};
use crate::gui::theme::{S4, S8, heading, muted, palette};
use crate::gui::view::{Page, View};
use crate::gui::widgets::button::empty_state;
use crate::gui::widgets::choice_cell::ChoiceCell;
use crate::report::league::{Choices, League};
use crate::report::league_column::Column;
use crate::report::league_group::Grouping;
use crate::report::league_sheet::{order_text, tabs};

/// Shows the page: `all` of the register, and `findings` of what the filter keeps.
pub fn league_page(
    ui: &mut Ui,
    (all, findings): (&Arc<Findings>, &Arc<Findings>),
    view: &mut View,
) -> Option<Command> {
    if all.partnerships.is_empty() {
        let why = "A league table ranks partnerships by what they cost, take and achieve, so that the few that need a \
                   decision stand out. Add the first one, or open a register with File, Open.";
        return empty_state(ui, "No partnerships yet", why, "Add a partnership")
            .then_some(Command::AddPartnership);
    }
    filter_bar(ui, all, findings.partnerships.len(), &mut view.filter);
    if findings.partnerships.is_empty() {
        nothing_fits(ui, all, &mut view.filter);
        return None;
    }
    let mut asked = None;
    let league = composed(ui, "page", findings, view.basis, &view.league);
    ui.spacing_mut().item_spacing.y = S4;
    ui.horizontal_wrapped(|ui| {
        ui.label(heading(format!(
            "Ranked by {}",
            order_text(view.league.order)
        )));
        let made_up = if findings.is_illustrative {
            " · illustrative figures"
        } else {
            ""
        };
        let (basis, year) = (view.basis.label(), findings.year);
        let what = format!("{basis} · {year}{made_up}");
        ui.label(muted(what));
    });
    ui.add_space(S4);
    asked = asked.or(controls(ui, &league, view));
    if !league.notes.is_empty() {
        ui.add(Label::new(muted(league.notes.join(" "))).wrap());
    }
    ui.add_space(S4);
    let compared = view.compared.clone();
    let output = league_grid(ui, "League table", &league, (Dress::Full, &compared));
    if output.order.is_some() || output.compared.is_some() {
        ui.ctx().request_repaint();
    }
    if let Some(order) = output.order {
        view.league.rank_by(order);
    }
    if let Some(figure) = output.explained {
        view.explained = Some(figure);
    }
    if let Some(id) = output.compared {
        view.turn_compared(id);
    }
    let first = std::mem::take(&mut view.opens_first);
    let first = first.then(|| league.first()).flatten();
    let opened = output.opened.or(first);
    asked.or(opened.map(|id| Command::Show(Page::Partnership(id))))
}

/// What the table is grouped by, its columns, and the ways to take it along.
fn controls(ui: &mut Ui, league: &Arc<League>, view: &mut View) -> Option<Command> {
    let mut asked = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = S8;
        ui.label(muted("Group by"));
        let names = Grouping::ALL.map(Grouping::label);
        let at = Grouping::ALL
            .iter()
            .position(|it| *it == view.league.grouping);
        let cell = ChoiceCell::new("Group by", &names, at).width(150.0);
        if let (_, Some(at)) = cell.show(ui)
            && let Some(grouping) = Grouping::ALL.get(at)
        {
            view.league.grouping = *grouping;
            ui.ctx().request_repaint();
        }
        let stays = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
        MenuButton::new("Columns…")
            .config(stays)
            .ui(ui, |ui| columns(ui, &mut view.league));
        let copy = ui.button("Copy for a spreadsheet");
        if copy
            .on_hover_text("Copies what is shown, with exact figures between tabs")
            .clicked()
        {
            ui.ctx().copy_text(tabs(league));
        }
        let export = ui.button("Export CSV…");
        if export
            .on_hover_text("Saves what is shown as a file, with exact figures")
            .clicked()
        {
            asked = Some(Command::ExportLeague);
        }
        if !view.compared.is_empty() {
            let label = format!("Compare {}…", view.compared.len());
            let hint = "Put those that are ticked side by side";
            if ui.button(label).on_hover_text(hint).clicked() {
                asked = Some(Command::Show(Page::Compare));
            }
        }
    });
    asked
}

/// A tick box for each column. The one that is ranked by stays.
fn columns(ui: &mut Ui, choices: &mut Choices) {
    ui.set_max_width(360.0);
    // A menu takes the outlines off; a box that is not ticked would not be seen.
    let edge = Stroke::new(1.0, palette(ui).border);
    let widgets = &mut ui.visuals_mut().widgets;
    for state in [&mut widgets.inactive, &mut widgets.noninteractive] {
        state.bg_stroke = edge;
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.columns(2, |sides| {
        let columns = Column::ALL.into_iter().filter(|it| *it != Column::Name);
        let half = Column::ALL.len() / 2;
        for (at, column) in columns.enumerate() {
            let Some(ui) = sides.get_mut(usize::from(at >= half)) else {
                continue;
            };
            let mut is_shown = choices.columns.contains(&column);
            let is_needed = choices.order.by == column;
            ui.add_enabled_ui(!is_needed, |ui| {
                let tick = ui.checkbox(&mut is_shown, column.label());
                if tick.on_hover_text(column.about()).changed() {
                    choices.turn(column);
                }
            });
        }
    });
}
