//! The first screen: what it all costs, what it achieves, and every partnership in one table.

use std::sync::Arc;

use eframe::egui::{Label, ScrollArea, Sense, Ui, UiBuilder, Vec2};

use jiff::civil::Date;

use crate::findings::filter::Filter;
use crate::findings::findings::Findings;
use crate::gui::commands::Command;
use crate::gui::doubts::DoubtsAtHand;
use crate::gui::results::chart_cache::ChartCache;
use crate::gui::results::chart_panel::{ChartOutput, chart_panel};
use crate::gui::results::filter_bar::nothing_fits;
use crate::gui::results::league_table::league_table;
use crate::gui::results::questions::questions;
use crate::gui::theme::{S4, S8, S12, heading, muted, strong};
use crate::gui::view::{Page, View};
use crate::gui::widgets::button::starts;
use crate::report::summary::Summary;
use crate::units::display;

/// Least room for the charts, and for the table.
const CHARTS: f32 = 256.0;
const TABLE: f32 = 252.0;

/// Shows the first screen on a day; gives what was asked for.
pub fn overview(
    ui: &mut Ui,
    (findings, today): (&Arc<Findings>, Date),
    view: &mut View,
    (cache, doubts): (&mut ChartCache, &DoubtsAtHand),
) -> Option<Command> {
    if findings.narrowed.is_some() && findings.partnerships.is_empty() {
        nothing_fits(ui, findings, &mut view.filter);
        return None;
    }
    if findings.partnerships.is_empty() {
        let why = "Few bodies know what their partnerships cost: direct spending is partly known, people’s time is rarely counted. Add one with its meetings, estimate it in ten answers, or open a register with File, Open.";
        let buttons = ["Estimate one in ten answers…", "Add a partnership"];
        return match starts(ui, "No partnerships yet", why, buttons) {
            Some(0) => Some(Command::Estimate),
            Some(_) => Some(Command::AddPartnership),
            None => None,
        };
    }
    let said = cache.summary(findings, view.basis, today);
    let mut asked = None;
    // On a small window the page scrolls as a whole; on a usual one it fits.
    ScrollArea::vertical()
        .id_salt("overview")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            let room = ui.available_height();
            let top = ui.cursor().top();
            ui.spacing_mut().item_spacing.y = S4;
            head(ui, findings, view, &said);
            ui.add_space(S4);
            asked = questions(ui, view, &said, findings.narrowed.is_some());
            ui.add_space(S12);
            let used = ui.cursor().top() - top;
            let left = (room - used - S4).max(CHARTS + TABLE);
            let charts = (left * 0.6).max(CHARTS);
            if let Some(command) = both_charts(ui, findings, view, (cache, doubts), charts) {
                asked = Some(command);
            }
            ui.add_space(S8);
            let table = Vec2::new(ui.available_width(), left - charts - S8);
            ui.allocate_ui(table, |ui| {
                ui.set_min_height(table.y);
                let output = league_table(ui, findings, view);
                if let Some(id) = output.opened {
                    asked = Some(Command::Show(Page::Partnership(id)));
                }
                if let Some(figure) = output.explained {
                    view.explained = Some(figure);
                }
            });
        });
    asked
}

/// What it is of, and the answer in three lines.
fn head(ui: &mut Ui, findings: &Findings, view: &mut View, said: &Summary) {
    ui.horizontal_wrapped(|ui| {
        ui.label(heading(&said.headline));
        let made_up = if findings.is_illustrative {
            " · illustrative figures"
        } else {
            ""
        };
        let what = format!("{} · {}{made_up}", view.basis.label(), findings.year);
        ui.label(muted(what));
    });
    for line in &said.lines {
        ui.add(Label::new(line).wrap());
    }
    if let Some(narrowed) = &findings.narrowed {
        ui.horizontal_wrapped(|ui| {
            let n = display::count_figure(findings.partnerships.len());
            let whole = display::count(narrowed.n_whole, "partnership", "partnerships");
            ui.label(strong(format!("{n} of {whole} shown: {}.", narrowed.words)));
            if ui.button("Show all").clicked() {
                view.filter = Filter::default();
            }
        });
    }
}

fn both_charts(
    ui: &mut Ui,
    findings: &Arc<Findings>,
    view: &View,
    (cache, doubts): (&mut ChartCache, &DoubtsAtHand),
    height: f32,
) -> Option<Command> {
    let mut asked = None;
    let whole = ui.available_width();
    let (rect, _) = ui.allocate_exact_size(Vec2::new(whole, height), Sense::hover());
    let (left, right) = rect.split_left_right_at_fraction(0.52);
    for (at, place) in [
        left.with_max_x(left.right() - S12),
        right.with_min_x(right.left() + S12),
    ]
    .into_iter()
    .enumerate()
    {
        let Some(chart) = cache.chart(findings, view.basis, at, doubts) else {
            continue;
        };
        let mut child = ui.new_child(UiBuilder::new().id_salt(("chart", at)).max_rect(place));
        child.shrink_clip_rect(place);
        let ChartOutput {
            opened,
            asked: also,
        } = chart_panel(&mut child, at, &chart);
        asked = asked
            .or(opened.map(|id| Command::Show(Page::Partnership(id))))
            .or(also);
    }
    asked
}

/// What stands while a register is being opened.
pub fn waiting(ui: &mut Ui, name: &str) -> bool {
    ui.vertical_centered(|ui| {
        ui.add_space(120.0);
        ui.spinner();
        ui.add_space(S8);
        ui.add(Label::new(format!("Opening {name}…")).truncate());
        ui.add_space(S8);
        ui.button("Cancel").clicked()
    })
    .inner
}
