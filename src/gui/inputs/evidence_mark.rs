//! The quiet mark of a figure that somebody vouches for: a corner of its cell, and words for a screen reader.

use eframe::egui::{Shape, Stroke, Vec2};

use crate::gui::inputs::field::Field;
use crate::gui::theme;
use crate::gui::widgets::entry::CellOutcome;

/// The sides of the corner.
const CORNER: f32 = 7.0;

/// Marks the cell of `field`, just shown, if somebody vouches for what it holds or says how far off it may be.
pub(crate) fn evidence_mark(outcome: &CellOutcome, field: &dyn Field) {
    let said = field.vouched();
    if said.is_empty() {
        return;
    }
    let cell = &outcome.response;
    let ctx = &cell.ctx;
    let colour = theme::palette_of(ctx).muted;
    let corner = cell.rect.right_top() + Vec2::new(-1.5, 1.5);
    let triangle = vec![
        corner - Vec2::new(CORNER, 0.0),
        corner,
        corner + Vec2::new(0.0, CORNER),
    ];
    ctx.layer_painter(cell.layer_id)
        .with_clip_rect(cell.interact_rect)
        .add(Shape::convex_polygon(triangle, colour, Stroke::NONE));
    if outcome.problem.is_none() {
        ctx.accesskit_node_builder(cell.id, |node| {
            let said = match node.description() {
                Some(before) => format!("{before}. {said}"),
                None => said,
            };
            node.set_description(said);
        });
    }
}
