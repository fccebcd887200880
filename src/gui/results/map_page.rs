//! The map on a page of its own: which partnerships, on which scale, what was picked, and who is to be asked why.

use std::sync::Arc;

use eframe::egui::{Rect, ScrollArea, Sense, Ui, UiBuilder, Vec2, vec2};

use crate::chart::catalogue::CHARTS;
use crate::chart::cost_achievement::of_scale;
use crate::chart::map::CostScale;
use crate::findings::filter::Filter;
use crate::findings::findings::Findings;
use crate::gui::commands::Command;
use crate::gui::doubts::DoubtsAtHand;
use crate::gui::results::asked_why::{Asked, asked_why};
use crate::gui::results::chart_cache::ChartCache;
use crate::gui::results::chart_panel::chart_panel_picking;
use crate::gui::results::filter_bar::{filter_bar, nothing_fits};
use crate::gui::results::map_picking::Picking;
use crate::gui::theme::{S4, S8, S16};
use crate::gui::view::{Page, View};
use crate::gui::widgets::button::{primary_button, starts};
use crate::units::display;
use crate::units::id::Id;

/// From this width on the list stands beside the map.
const WIDE: f32 = 880.0;
/// The width of the list beside the map, and its height below.
const BESIDE: f32 = 292.0;
const BELOW: f32 = 156.0;
/// Least height of the map.
const MAP: f32 = 264.0;

/// Shows the map of what the filter keeps; `all` are the findings of the whole register.
pub fn map_page(
    ui: &mut Ui,
    (all, shown): (&Arc<Findings>, &Arc<Findings>),
    view: &mut View,
    cache: &mut ChartCache,
    doubts: &DoubtsAtHand,
) -> Option<Command> {
    if all.partnerships.is_empty() {
        let why = "The map sets what each partnership costs against what it achieves, and shows which cost more and \
                   score less than another. It needs partnerships first.";
        let buttons = ["Estimate one in ten answers…", "Add a partnership"];
        return match starts(ui, "Nothing to compare yet", why, buttons)? {
            0 => Some(Command::Estimate),
            _ => Some(Command::AddPartnership),
        };
    }
    filter_bar(ui, all, shown.partnerships.len(), &mut view.filter);
    ui.add_space(S4);
    if shown.partnerships.is_empty() {
        nothing_fits(ui, all, &mut view.filter);
        return None;
    }
    tools(ui, shown, view);
    ui.add_space(S4);
    let kind = of_scale(view.cost_scale);
    let at = CHARTS.iter().position(|it| it.id == kind.id)?;
    let chart = cache.chart(shown, view.basis, at, doubts)?;
    let mut asked = None;
    let mut opened = None;
    ScrollArea::vertical()
        .id_salt("map page")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            let room = ui.available_size();
            let least = if room.x >= WIDE {
                MAP
            } else {
                MAP + S8 + BELOW
            };
            let size = vec2(room.x, room.y.max(least));
            let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
            let (map, list) = if room.x >= WIDE {
                let (map, list) = rect.split_left_right_at_x(rect.right() - BESIDE - S16);
                (map, list.with_min_x(list.left() + S16))
            } else {
                let (map, list) = rect.split_top_bottom_at_y(rect.bottom() - BELOW - S8);
                (map, list.with_min_y(list.top() + S8))
            };
            let picking = Picking {
                picked: &mut view.picked,
                is_on: view.is_picking,
            };
            let output = chart_panel_picking(&mut part(ui, "map", map), at, &chart, Some(picking));
            opened = output.opened;
            asked = output.asked;
            match asked_why(&mut part(ui, "list", list), shown, view.basis) {
                Some(Asked::Open(id)) => opened = Some(id),
                Some(Asked::Compare(one, other)) => {
                    view.compared = vec![one, other];
                    asked = Some(Command::Show(Page::Compare));
                }
                None => {}
            }
        });
    asked.or(opened.map(|id| Command::Show(Page::Partnership(id))))
}

fn part(ui: &mut Ui, name: &str, rect: Rect) -> Ui {
    let mut part = ui.new_child(UiBuilder::new().id_salt(name).max_rect(rect));
    // The outermost lines of a mark may stand on the edge.
    part.shrink_clip_rect(rect.expand(2.0));
    part
}

/// The scale of costs, picking, and what is done with those that are picked.
fn tools(ui: &mut Ui, shown: &Findings, view: &mut View) {
    let is_here = |id: &Id| shown.partnership(*id).is_some();
    view.picked.retain(is_here);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::new(S8, S4);
        for scale in CostScale::ALL {
            let hint = match scale {
                CostScale::Log => "Equal steps are equal factors: small and large have the same room",
                CostScale::Linear => "Equal steps are equal amounts: how far apart costs are in money",
            };
            let is_here = view.cost_scale == scale;
            let chosen = ui.radio(is_here, scale.label()).on_hover_text(hint);
            if chosen.clicked() {
                view.cost_scale = scale;
            }
        }
        ui.separator();
        let hint = "Drag a rectangle, or click one by one. With Shift this works at any time. By keyboard: Page Down and \
                    Page Up walk the marks, Space selects one, Enter opens it; arrows move the map, + and − zoom, Home \
                    shows all of it";
        ui.toggle_value(&mut view.is_picking, "Select on the map")
            .on_hover_text(hint);
        if view.picked.is_empty() {
            return;
        }
        let n = display::count_figure(view.picked.len());
        ui.label(format!("{n} selected"));
        if primary_button(ui, "Show only these").clicked() {
            let picked = std::mem::take(&mut view.picked);
            view.filter = Filter::only(picked);
            view.is_picking = false;
        }
        if ui.button("Clear selection").clicked() {
            view.picked.clear();
        }
    });
}
