//! Exhibit 2 on screen: the axis stays, the rows scroll; a click on a row opens its partnership.

use std::sync::Arc;

use eframe::egui::{
    Event, EventFilter, Id as EguiId, Key, Pos2, Rect, ScrollArea, Sense, Ui, Vec2,
};

use crate::chart::chart::Chart;
use crate::chart::geometry::Point;
use crate::chart::measure::PlexMeasure;
use crate::chart::rows::Rows;
use crate::chart::rows_layout::{RowsLayout, layout_rows};
use crate::chart::text::Sizes;
use crate::gui::results::chart_panel::describe;
use crate::gui::results::paint::{chart_palette, narrow, paint};
use crate::gui::theme;
use crate::units::id::Id;

/// A layout with what it was made for.
#[derive(Clone)]
struct Laid {
    chart: Arc<Chart>,
    width: f32,
    layout: Arc<RowsLayout>,
}

/// Shows the chart in the room that `ui` has; gives the partnership to open.
pub fn show(ui: &mut Ui, chart: &Arc<Chart>, rows: &Rows) -> Option<Id> {
    let width = ui.available_width() - ui.spacing().scroll.allocated_width();
    let layout = laid_out(ui, chart, rows, width);
    let palette = chart_palette(ui);
    let header_size = Vec2::new(width, narrow(layout.header.height));
    let (header, _) = ui.allocate_exact_size(header_size, Sense::hover());
    paint(ui.painter(), &layout.header, header.min, palette, header);

    let mut opened = None;
    ScrollArea::vertical()
        .id_salt("rows")
        .auto_shrink([false, false])
        .show_viewport(ui, |ui, view| {
            let size = Vec2::new(width, narrow(layout.body.height));
            let (rect, response) = ui.allocate_exact_size(size, Sense::click());
            describe(ui, &response, chart);
            let visible = view.translate(rect.min.to_vec2()).intersect(ui.clip_rect());
            let by_key = by_keyboard(ui, &layout, rect, response.id);
            let pointed = response
                .hover_pos()
                .and_then(|at| layout.body.hit(inside(rect, at)));
            let marked = pointed.and_then(|hit| hit.partnership).or(by_key.current);
            if let Some(row) = layout
                .body
                .rows
                .iter()
                .find(|row| Some(row.partnership) == marked)
            {
                let (top, bottom) = (narrow(row.top), narrow(row.bottom));
                let band =
                    Rect::from_x_y_ranges(rect.x_range(), rect.top() + top..=rect.top() + bottom);
                ui.painter()
                    .rect_filled(band, 4.0, theme::palette(ui).hover_row);
            }
            paint(ui.painter(), &layout.body, rect.min, palette, visible);
            opened = by_key.opened;
            if let Some(hit) = pointed {
                if response.clicked() {
                    opened = hit.partnership;
                }
                ui.set_cursor_icon(eframe::egui::CursorIcon::PointingHand);
                response.clone().on_hover_text_at_pointer(&hit.hover);
            }
        });
    opened
}

fn inside(rect: Rect, at: Pos2) -> Point {
    let from = at - rect.min;
    Point::new(f64::from(from.x), f64::from(from.y))
}

fn laid_out(ui: &Ui, chart: &Arc<Chart>, rows: &Rows, width: f32) -> Arc<RowsLayout> {
    let key = EguiId::unique("exhibit 2 layout");
    let kept: Option<Laid> = ui.data(|data| data.get_temp(key));
    #[expect(clippy::float_cmp, reason = "the same width lays out the same")]
    if let Some(kept) = kept
        && Arc::ptr_eq(&kept.chart, chart)
        && kept.width == width
    {
        return kept.layout;
    }
    let layout = layout_rows(rows, f64::from(width), &Sizes::SCREEN, &PlexMeasure);
    let laid = Laid {
        chart: Arc::clone(chart),
        width,
        layout: Arc::new(layout),
    };
    let layout = Arc::clone(&laid.layout);
    ui.data_mut(|data| data.insert_temp(key, laid));
    layout
}

/// Where the keyboard is, and what it opened.
#[derive(Default)]
struct ByKey {
    current: Option<Id>,
    opened: Option<Id>,
}

/// Up and Down walk the rows while the chart has the keyboard; Enter opens one.
fn by_keyboard(ui: &Ui, layout: &RowsLayout, rect: Rect, id: EguiId) -> ByKey {
    if !ui.memory(|memory| memory.has_focus(id)) {
        return ByKey::default();
    }
    ui.memory_mut(|memory| {
        memory.set_focus_lock_filter(
            id,
            EventFilter {
                vertical_arrows: true,
                ..EventFilter::default()
            },
        );
    });
    let rows = &layout.body.rows;
    let kept: usize = ui.data(|data| data.get_temp(id)).unwrap_or(0);
    let last = rows.len().saturating_sub(1);
    let mut at = kept.min(last);
    let mut is_opened = false;
    let mut is_moved = false;
    ui.input(|input| {
        for event in &input.events {
            let Event::Key {
                key, pressed: true, ..
            } = event
            else {
                continue;
            };
            match key {
                Key::ArrowDown => (at, is_moved) = (at.saturating_add(1).min(last), true),
                Key::ArrowUp => (at, is_moved) = (at.saturating_sub(1), true),
                Key::Enter => is_opened = true,
                _ => {}
            }
        }
    });
    ui.data_mut(|data| data.insert_temp(id, at));
    let Some(row) = rows.get(at) else {
        return ByKey::default();
    };
    if is_moved {
        let band = rect.top() + narrow(row.top)..=rect.top() + narrow(row.bottom);
        ui.scroll_to_rect(Rect::from_x_y_ranges(rect.x_range(), band), None);
    }
    ByKey {
        current: Some(row.partnership),
        opened: is_opened.then_some(row.partnership),
    }
}
