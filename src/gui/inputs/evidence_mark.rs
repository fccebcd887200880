//! The quiet marks of a figure: a corner where somebody vouches for it, a whisker before it where it has a range.

use eframe::egui::{Painter, Rect, Shape, Stroke, Vec2, pos2};
use rust_decimal::prelude::ToPrimitive as _;

use crate::gui::inputs::field::Field;
use crate::gui::theme;
use crate::gui::widgets::entry::CellOutcome;
use crate::model::inputs::AnyInput;
use crate::report::evidence::{doubt_text, evidence_text};
use crate::units::display;

/// The sides of the corner.
const CORNER: f32 = 7.0;
/// The height of the whisker.
const WHISKER: f32 = 14.0;
/// The width of its ends.
const END: f32 = 5.0;

/// Marks the cell of `field`, just shown, if somebody vouches for what it holds or says how far off it may be.
pub(crate) fn evidence_mark(outcome: &CellOutcome, field: &dyn Field) {
    let Some(input) = field.input() else { return };
    let said = evidence_text(input);
    if said.is_empty() {
        return;
    }
    let cell = &outcome.response;
    let ctx = &cell.ctx;
    let line = Stroke::new(1.25, theme::palette_of(ctx).muted);
    let painter = ctx
        .layer_painter(cell.layer_id)
        .with_clip_rect(cell.interact_rect);
    let doubt = doubt_text(input);
    // A file may have evidence that says nothing.
    if said != doubt {
        corner(&painter, cell.rect, line);
    }
    // With the keyboard the cell itself says its range.
    let is_at_rest = outcome.problem.is_none() && !cell.has_focus();
    if !doubt.is_empty() && is_at_rest {
        whisker(&painter, cell.rect, line, (input, &field.shown()));
        // Not by `on_hover_text`, which would say it to a screen reader twice.
        let words = display::capitalised(&doubt);
        cell.clone().on_hover_ui(|ui| drop(ui.label(words)));
    }
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

fn corner(painter: &Painter, cell: Rect, line: Stroke) {
    let corner = cell.right_top() + Vec2::new(-1.5, 1.5);
    let triangle = vec![
        corner - Vec2::new(CORNER, 0.0),
        corner,
        corner + Vec2::new(0.0, CORNER),
    ];
    painter.add(Shape::convex_polygon(triangle, line.color, Stroke::NONE));
}

/// A whisker before the figure, from the least at its foot to the most, with a dot where the most likely lies; of an
/// event two rings, the full one for what it comes to. What only moves with others has none.
fn whisker(painter: &Painter, cell: Rect, line: Stroke, (input, shown): (&dyn AnyInput, &str)) {
    let font = theme::text_font();
    let galley = painter.layout_no_wrap(shown.to_owned(), font, line.color);
    let x = cell.right() - 6.0 - galley.size().x - 9.0;
    let x = x.max(cell.left() + 4.0);
    let at = |share: f32| pos2(x, cell.center().y + WHISKER * (0.5 - share));
    if input.event().is_some() {
        painter.circle_stroke(at(0.15), 2.0, line);
        painter.circle_filled(at(0.8), 2.6, line.color);
        return;
    }
    let (low, high) = (input.low(), input.high());
    if low.is_none() && high.is_none() {
        return;
    }
    painter.line_segment([at(0.0), at(1.0)], line);
    for end in [low.map(|_| at(0.0)), high.map(|_| at(1.0))] {
        let Some(end) = end else { continue };
        let half = Vec2::new(END / 2.0, 0.0);
        painter.line_segment([end - half, end + half], line);
    }
    if let Some(share) = place(input) {
        painter.circle_filled(at(share), 2.2, line.color);
    }
}

/// Where the most likely lies between the ends, 0 to 1.
fn place(input: &dyn AnyInput) -> Option<f32> {
    let (low, high) = (input.low()?.to_f32()?, input.high()?.to_f32()?);
    let share = (input.decimal()?.to_f32()? - low) / (high - low);
    share.is_finite().then(|| share.clamp(0.0, 1.0))
}
