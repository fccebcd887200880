//! The first screen: what it all costs, what it achieves, and every partnership in one table.

use std::sync::Arc;

use eframe::egui::{Label, Response, ScrollArea, Sense, Ui, UiBuilder, Vec2};

use crate::findings::figure::{FigureId, Measure};
use crate::findings::filter::Filter;
use crate::findings::findings::Findings;
use crate::gui::commands::Command;
use crate::gui::doubts::DoubtsAtHand;
use crate::gui::results::chart_cache::ChartCache;
use crate::gui::results::chart_panel::{ChartOutput, chart_panel};
use crate::gui::results::league_table::league_table;
use crate::gui::theme::{S4, S8, S12, heading, muted, strong};
use crate::gui::view::{Page, View};
use crate::gui::widgets::button::{empty_state, starts};
use crate::gui::widgets::figure::figure_card;
use crate::report::summary::{Named, Summary};
use crate::units::display;
use crate::units::id::Id;

/// Least room for the charts, and for the table.
const CHARTS: f32 = 216.0;
const TABLE: f32 = 168.0;

/// Shows the first screen; gives what was asked for.
pub fn overview(
    ui: &mut Ui,
    findings: &Arc<Findings>,
    view: &mut View,
    cache: &mut ChartCache,
    doubts: &DoubtsAtHand,
) -> Option<Command> {
    if let Some(narrowed) = &findings.narrowed
        && findings.partnerships.is_empty()
    {
        let why = format!("No partnership fits: {}.", narrowed.words);
        if empty_state(ui, "Nothing to show", &why, "Show all") {
            view.filter = Filter::default();
        }
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
    let said = cache.summary(findings, view.basis);
    let mut asked = None;
    // On a small window the page scrolls as a whole; on a usual one it fits.
    ScrollArea::vertical()
        .id_salt("overview")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            let room = ui.available_height();
            let top = ui.cursor().top();
            ui.spacing_mut().item_spacing.y = S4;
            ui.spacing_mut().interact_size.y = 20.0;
            top_line(ui, findings, view, &said);
            ui.add_space(S4);
            cards(ui, view, &said);
            ui.add_space(S4);
            asked = extremes(ui, &said);
            ui.add_space(S12);
            let used = ui.cursor().top() - top;
            let left = (room - used - S4).max(CHARTS + TABLE);
            let charts = (left * 0.54).max(CHARTS);
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

fn top_line(ui: &mut Ui, findings: &Findings, view: &mut View, said: &Summary) {
    let total = FigureId::portfolio(Measure::AnnualCost(view.basis));
    ui.horizontal_wrapped(|ui| {
        ui.label(heading(&said.headline));
        if ui
            .small_button("Basis")
            .on_hover_text("Show what the annual cost is made of")
            .clicked()
        {
            view.explained = Some(total);
        }
        let made_up = if findings.is_illustrative {
            " · illustrative figures"
        } else {
            ""
        };
        let what = format!("{} · {}{made_up}", view.basis.label(), findings.year);
        ui.label(muted(what));
    });
}

fn cards(ui: &mut Ui, view: &mut View, said: &Summary) {
    let n = said.key_figures.len().max(1);
    let gap = S8;
    #[expect(clippy::cast_precision_loss, reason = "a handful of cards")]
    let n = n as f32;
    let width = ((ui.available_width() - gap * (n - 1.0)) / n).floor();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for key in &said.key_figures {
            // "At least" belongs to the label: the figure itself is large and must not be cut.
            let (label, text) = match key.text.strip_prefix(display::AT_LEAST) {
                Some(text) => (format!("{}, at least", key.label), text.trim_start()),
                None => (key.label.to_owned(), key.text.as_str()),
            };
            let card: Response = figure_card(ui, width, &label, text, &key.note);
            if !key.note.is_empty() {
                card.clone().on_hover_text(&key.note);
            }
            if card.clicked() && key.figure.is_some() {
                view.explained = key.figure;
            }
        }
    });
}

/// Who costs most and who achieves least: each name opens its partnership.
fn extremes(ui: &mut Ui, said: &Summary) -> Option<Command> {
    let mut opened = None;
    for (label, named) in [
        ("Cost most", &said.dearest),
        ("Achieve least", &said.least_achieving),
    ] {
        if named.is_empty() {
            continue;
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = S4;
            names(ui, label, named, &mut opened);
        });
    }
    opened.map(|id| Command::Show(Page::Partnership(id)))
}

fn names(ui: &mut Ui, label: &str, named: &[Named], opened: &mut Option<Id>) {
    ui.label(strong(format!("{label}:")));
    let last = named.len().saturating_sub(1);
    for (at, it) in named.iter().enumerate() {
        // A very long name must not push the charts off the screen.
        let name = it.name.chars().take(60).collect::<String>();
        if ui.link(name).on_hover_text(&it.name).clicked() {
            *opened = Some(it.id);
        }
        let end = if at == last { "" } else { "," };
        ui.label(muted(format!("{}{end}", it.text)));
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
