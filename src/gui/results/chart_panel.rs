//! A chart on screen: its finding as a heading, the drawing or its table, and the way to export it.

use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{Align, Id, Label, Layout, Response, Sense, Ui, UiBuilder, Vec2};

use crate::chart::catalogue::{CHARTS, Chosen};
use crate::chart::chart::{Body, Chart};
use crate::chart::legend;
use crate::chart::measure::PlexMeasure;
use crate::chart::text::Sizes;
use crate::gui::commands::Command;
use crate::gui::results::chart_table::chart_table;
use crate::gui::results::map_picking::Picking;
use crate::gui::results::paint::{chart_palette, narrow, paint};
use crate::gui::results::{exhibit2, map, partnership_chart, tiles};
use crate::gui::theme::{S4, S8, small, strong};
use crate::units::id::Id as RecordId;

/// What the user did to a chart.
#[derive(Default)]
pub struct ChartOutput {
    /// The partnership to open.
    pub opened: Option<RecordId>,
    /// What else was asked for.
    pub asked: Option<Command>,
}

/// Shows the chart at this place of the catalogue in the room that `ui` has.
pub fn chart_panel(ui: &mut Ui, at: usize, chart: &Arc<Chart>) -> ChartOutput {
    chart_panel_picking(ui, at, chart, None)
}

/// The same; on a map partnerships can be picked.
pub fn chart_panel_picking(
    ui: &mut Ui,
    at: usize,
    chart: &Arc<Chart>,
    picking: Option<Picking<'_>>,
) -> ChartOutput {
    let mut output = ChartOutput::default();
    let Some(kind) = CHARTS.get(at) else {
        return output;
    };
    let as_table = Id::unique(("chart as table", kind.id));
    let mut is_table = ui.data(|data| data.get_temp(as_table)).unwrap_or(false);
    let builder = UiBuilder::new()
        .id_salt(kind.id)
        .accessibility_role(Role::Group)
        .accessibility_label(kind.label);
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.spacing_mut().interact_size.y = 20.0;
        ui.add(Label::new(strong(&chart.title)).wrap());
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if ui
                    .small_button("Export…")
                    .on_hover_text("Save this chart as a picture for a paper")
                    .clicked()
                {
                    output.asked = Some(Command::ExportChart(Chosen::OfAll(at)));
                }
                let switch = if is_table { "Chart" } else { "Table" };
                let name = format!("{switch}: {}", kind.label);
                let button = ui.small_button(switch);
                ui.ctx()
                    .accesskit_node_builder(button.id, |node| node.set_label(name));
                if button.clicked() {
                    is_table = !is_table;
                    ui.data_mut(|data| data.insert_temp(as_table, is_table));
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.add(Label::new(small(&chart.subtitle)).truncate())
                        .on_hover_text(format!("{}\n{}", chart.subtitle, chart.note));
                });
            });
        });
        ui.add_space(S4);
        if is_table {
            chart_table(ui, kind.label, &chart.table);
            return;
        }
        let has_legend = matches!(
            chart.body,
            Body::Rows(_)
                | Body::Tornado(_)
                | Body::Distribution(_)
                | Body::Bars(_)
                | Body::Matrix(_)
                | Body::Panels(_)
        ) || picking.is_some();
        if has_legend && ui.available_height() > ROOM_FOR_LEGEND {
            legend(ui, chart);
        }
        output.opened = match &chart.body {
            Body::Rows(rows) => exhibit2::show(ui, chart, rows),
            Body::Map(map) => map::show(ui, chart, map, picking),
            Body::Tiles(rows) => tiles::show(ui, chart, rows),
            Body::Columns(_)
            | Body::Bars(_)
            | Body::Distribution(_)
            | Body::Tornado(_)
            | Body::Matrix(_)
            | Body::Lanes(_)
            | Body::Panels(_) => partnership_chart::whole(ui, chart),
        };
    });
    ui.add_space(S8);
    output
}

/// Below this height every point goes to the drawing.
const ROOM_FOR_LEGEND: f32 = 190.0;

/// What the marks stand for, in the words and shapes of the paper.
fn legend(ui: &mut Ui, chart: &Chart) {
    let width = f64::from(ui.available_width());
    let layout = legend::legend(&chart.legend, width, &Sizes::SCREEN, &PlexMeasure);
    let size = Vec2::new(ui.available_width(), narrow(layout.height));
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    paint(ui.painter(), &layout, rect.min, chart_palette(ui), rect);
}

/// Says what a drawing is to those who do not see it.
pub fn describe(ui: &Ui, response: &Response, chart: &Chart) {
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Figure);
        node.set_label(chart.title.clone());
        node.set_description(chart.alt.clone());
    });
}
