//! Picking partnerships on the map: by a rectangle, by a click, or one by one by keyboard.

use std::collections::BTreeSet;

use eframe::egui::{Id as EguiId, PointerButton, Pos2, Rect, Stroke, StrokeKind, Ui, Vec2};
use egui_plot::PlotResponse;

use crate::chart::layout::Area;
use crate::chart::map_layout::MapLayout;
use crate::gui::results::paint::narrow;
use crate::gui::theme::palette;
use crate::units::id::Id;

/// The partnerships that are picked, and whether the pointer picks rather than moves the map.
pub struct Picking<'a> {
    /// Which.
    pub picked: &'a mut BTreeSet<Id>,
    /// Whether the user said so; with Shift the pointer picks in any case.
    pub is_on: bool,
}

/// Where the rectangle that is being drawn starts.
#[derive(Clone, Copy)]
struct Corner(Pos2);

impl Picking<'_> {
    /// Whether a drag draws a rectangle and a click picks a mark.
    pub fn has_pointer(&self, ui: &Ui) -> bool {
        let is_drawn = ui.data(|data| data.get_temp::<Corner>(key()).is_some());
        self.is_on || is_drawn || ui.input(|input| input.modifiers.shift)
    }

    /// Takes up what the pointer and the keyboard picked, and marks what is picked.
    pub fn take(
        self,
        ui: &Ui,
        response: &PlotResponse<()>,
        layout: &MapLayout,
        toggled: Option<Id>,
    ) {
        let frame = *response.transform.frame();
        if let Some(id) = toggled
            && !self.picked.remove(&id)
        {
            self.picked.insert(id);
        }
        if let Some(drawn) = self.rectangle(ui, response) {
            let drawn = drawn.translate(-frame.min.to_vec2());
            let inside = marks(layout).filter(|(_, at, _)| drawn.contains(*at));
            self.picked.extend(inside.map(|(id, ..)| id));
        }
        if self.picked.is_empty() {
            return;
        }
        let painter = ui.painter().with_clip_rect(frame);
        let ring = Stroke::new(2.0, palette(ui).accent);
        for (id, at, radius) in marks(layout) {
            if self.picked.contains(&id) {
                let at = frame.min + at.to_vec2();
                let square = Rect::from_center_size(at, Vec2::splat(2.0 * radius + 6.0));
                painter.rect_stroke(square, 2.0, ring, StrokeKind::Outside);
            }
        }
    }

    /// The rectangle that was finished in this frame; until then it is shown.
    fn rectangle(&self, ui: &Ui, response: &PlotResponse<()>) -> Option<Rect> {
        let plot = &response.response;
        if plot.drag_started_by(PointerButton::Primary) && self.has_pointer(ui) {
            let from = ui.input(|input| input.pointer.press_origin())?;
            ui.data_mut(|data| data.insert_temp(key(), Corner(from)));
        }
        let Corner(from) = ui.data(|data| data.get_temp(key()))?;
        let to = ui.input(|input| input.pointer.latest_pos());
        let drawn = to.map(|to| Rect::from_two_pos(from, to));
        if plot.dragged() {
            let drawn = drawn?.intersect(*response.transform.frame());
            let palette = palette(ui);
            let outline = Stroke::new(1.0, palette.accent);
            let fill = palette.selection.gamma_multiply(0.25);
            ui.painter()
                .rect(drawn, 0.0, fill, outline, StrokeKind::Inside);
            return None;
        }
        ui.data_mut(|data| data.remove::<Corner>(key()));
        drawn
    }
}

fn key() -> EguiId {
    EguiId::unique("rectangle on the map")
}

/// The partnership, place and reach of each mark in view, from the corner of the frame.
fn marks(layout: &MapLayout) -> impl Iterator<Item = (Id, Pos2, f32)> {
    layout.layout.hits.iter().filter_map(|hit| match hit.area {
        Area::Circle { centre, radius } => {
            let at = Pos2::new(narrow(centre.x), narrow(centre.y));
            Some((hit.partnership?, at, narrow(radius)))
        }
        Area::Rect(_) => None,
    })
}
