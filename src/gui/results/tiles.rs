//! Rows of tiles on screen, all of them at once; a click on a partnership's row opens it.

use std::sync::Arc;

use eframe::egui::{ScrollArea, Sense, Ui, Vec2};

use crate::chart::chart::Chart;
use crate::chart::measure::PlexMeasure;
use crate::chart::text::Sizes;
use crate::chart::tiles::Tiles;
use crate::chart::tiles_layout::layout_tiles;
use crate::gui::results::chart_panel::describe;
use crate::gui::results::paint::{chart_palette, narrow, paint};
use crate::units::id::Id;

/// Shows the rows in the room that `ui` has, and scrolls where there are more; gives the partnership to open.
pub fn show(ui: &mut Ui, chart: &Arc<Chart>, tiles: &Tiles) -> Option<Id> {
    let shown = ScrollArea::vertical()
        .id_salt("tiles")
        .show(ui, |ui| whole(ui, chart, tiles));
    shown.inner
}

/// Shows all rows; gives the partnership to open.
pub fn whole(ui: &mut Ui, chart: &Chart, tiles: &Tiles) -> Option<Id> {
    let width = ui.available_width();
    let layout = layout_tiles(tiles, f64::from(width), &Sizes::SCREEN, &PlexMeasure);
    let sense = if layout.rows.is_empty() {
        Sense::hover()
    } else {
        Sense::click()
    };
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, narrow(layout.height)), sense);
    describe(ui, &response, chart);
    let visible = rect.intersect(ui.clip_rect());
    paint(ui.painter(), &layout, rect.min, chart_palette(ui), visible);
    let at = response
        .interact_pointer_pos()
        .filter(|_| response.clicked())?;
    let y = f64::from(at.y - rect.top());
    let row = layout.rows.iter().find(|it| it.top <= y && y < it.bottom);
    row.map(|it| it.partnership)
}
