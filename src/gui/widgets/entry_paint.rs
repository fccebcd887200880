//! How a typed cell is painted: its box, its text, and the reason why a text is not understood.

use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{
    Align2, Color32, FontId, Frame, Galley, Rect, Response, Sense, Stroke, StrokeKind, Tooltip, Ui,
    Vec2,
};

use crate::gui::theme::{self, S4};
use crate::gui::widgets::icon::Icon;

/// Between the edge of a cell and its text.
const PADDING: f32 = 6.0;

/// The box of a cell.
pub(crate) fn paint_box(ui: &Ui, rect: Rect, fill: Color32, outline: Stroke) {
    ui.painter()
        .rect(rect, 4.0, fill, outline, StrokeKind::Inside);
}

/// One line of text, cut with an ellipsis where it does not fit.
pub(crate) fn line(ui: &Ui, text: &str, font: FontId, colour: Color32, width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::single_section(
        text.to_owned(),
        TextFormat {
            font_id: font,
            color: colour,
            ..TextFormat::default()
        },
    );
    job.wrap = TextWrapping::truncate_at_width(width.max(0.0));
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// The text of a cell at rest, with the sign of an error at its left if there is one. Says whether it had to be cut.
pub(crate) fn paint_text(
    ui: &Ui,
    rect: Rect,
    text: &str,
    colour: Color32,
    align: Align2,
    has_problem: bool,
) -> bool {
    let mut inner = rect.shrink2(Vec2::new(PADDING, 0.0));
    if has_problem {
        let (sign, rest) = inner.split_left_right_at_x(inner.left() + 14.0);
        Icon::Warning.paint(ui.painter(), sign, 14.0, theme::palette(ui).error);
        inner = rest.with_min_x(rest.left() + S4);
    }
    let galley = line(ui, text, theme::text_font(), colour, inner.width());
    let at = align.align_size_within_rect(galley.size(), inner).min;
    let is_cut = galley.elided;
    ui.painter().galley(at, galley, colour);
    is_cut
}

/// Says why a text is not understood: at once while the cell is open, on hover afterwards.
pub(crate) fn show_problem(ui: &Ui, response: &Response, is_open: bool, problem: Option<&str>) {
    let Some(problem) = problem else { return };
    let tooltip = if is_open {
        Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), response.id, response.rect)
    } else {
        Tooltip::for_enabled(response)
    };
    tooltip.show(|ui| {
        Frame::new().inner_margin(S4).show(ui, |ui| {
            ui.horizontal(|ui| {
                let error = theme::palette(ui).error;
                Icon::Warning.show(ui, 14.0, error);
                ui.colored_label(error, problem);
            });
        });
    });
}

/// Paints the ring that a control without a text field shows while it has the keyboard.
pub(crate) fn paint_focus_ring(ui: &Ui, rect: Rect) {
    let ring = Stroke::new(2.0, theme::palette(ui).focus_ring);
    ui.painter()
        .rect_stroke(rect, 4.0, ring, StrokeKind::Inside);
}

/// A row of `width`, high enough for one cell.
pub(crate) fn allocate(ui: &mut Ui, width: f32) -> Rect {
    ui.allocate_exact_size(Vec2::new(width, 28.0), Sense::hover())
        .0
}
