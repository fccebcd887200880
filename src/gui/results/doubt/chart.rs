//! A chart of doubt: of the partnership that is looked at, or of all together.

use std::sync::Arc;

use eframe::egui::{Ui, UiBuilder, Vec2};

use crate::chart::catalogue::{CHARTS, PARTNERSHIP_CHARTS};
use crate::gui::commands::Command;
use crate::gui::page::PageContext;
use crate::gui::results::chart_cache::ChartCache;
use crate::gui::results::chart_panel::chart_panel;
use crate::gui::results::partnership_chart::partnership_chart;
use crate::gui::theme::S8;

/// Shows the chart of this id in a room of `height` points.
pub(super) fn doubt_chart(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    charts: &mut ChartCache,
    id: &str,
    height: f32,
) {
    if let Some(partnership) = page.view.doubt_of {
        let kind = PARTNERSHIP_CHARTS.iter().find(|kind| kind.id == id);
        if let Some(kind) = kind {
            partnership_chart(ui, page, kind, partnership, height);
        }
        return;
    }
    let at = CHARTS.iter().position(|kind| kind.id == id);
    let findings = page.session.findings().map(Arc::clone);
    let found = at.zip(findings).and_then(|(at, findings)| {
        let chart = charts.chart(&findings, page.basis(), at, page.doubts)?;
        Some((at, chart))
    });
    let Some((at, chart)) = found else { return };
    let size = Vec2::new(ui.available_width(), height + 190.0);
    let (_, place) = ui.allocate_space(size);
    let mut child = ui.new_child(
        UiBuilder::new()
            .id_salt(("doubt chart", at))
            .max_rect(place),
    );
    child.shrink_clip_rect(place);
    if let Some(Command::ExportChart(chosen)) = chart_panel(&mut child, at, &chart).asked {
        page.view.export = Some(chosen);
    }
    ui.add_space(S8);
}
