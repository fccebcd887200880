//! How a typed cell is painted: its box, its text, and the reason why a text is not understood.

use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{
    Align2, Color32, FontId, Frame, Galley, Rect, Response, Sense, Stroke, StrokeKind, Tooltip, Ui,
    Vec2,
};

use crate::gui::theme::{self, S4};
use crate::gui::widgets::icon::Icon;
use crate::model::query::Severity;

/// Between the edge of a cell and its text.
const PADDING: f32 = 6.0;
/// The room of a sign at the left of a cell.
const SIGN: f32 = 14.0;
/// The room of the sign at the right of a cell that has a list.
const CHEVRON: f32 = 20.0;

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

/// A sign in a cell, with what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sign<'a> {
    pub(crate) icon: Icon,
    pub(crate) is_error: bool,
    pub(crate) message: &'a str,
}

impl<'a> Sign<'a> {
    /// The sign of a text that is not understood.
    pub(crate) const fn refused(message: &'a str) -> Self {
        Self {
            icon: Icon::Warning,
            is_error: true,
            message,
        }
    }

    /// The sign of a query: shapes differ, not only colours.
    pub(crate) const fn query(severity: Severity, message: &'a str) -> Self {
        Self {
            icon: match severity {
                Severity::Error => Icon::Error,
                Severity::Warning => Icon::Warning,
                Severity::Note => Icon::Circle,
            },
            is_error: matches!(severity, Severity::Error),
            message,
        }
    }

    /// Paints it at the left of a cell.
    pub(crate) fn paint(&self, ui: &Ui, cell: Rect) {
        let inner = cell.shrink2(Vec2::new(PADDING, 0.0));
        let (place, _) = inner.split_left_right_at_x(inner.left() + SIGN);
        self.paint_in(ui, place, 13.0);
    }

    /// Paints it in the middle of `place`; a dot is smaller than the others.
    pub(crate) fn paint_in(&self, ui: &Ui, place: Rect, size: f32) {
        let size = if self.icon == Icon::Circle { 6.0 } else { size };
        self.icon.paint(ui.painter(), place, size, self.colour(ui));
    }

    fn colour(&self, ui: &Ui) -> Color32 {
        let palette = theme::palette(ui);
        if self.is_error {
            palette.error
        } else {
            palette.muted
        }
    }
}

/// The text of a cell at rest, with a sign at its left if there is one. Says whether it had to be cut.
pub(crate) fn paint_text(
    ui: &Ui,
    rect: Rect,
    text: &str,
    colour: Color32,
    align: Align2,
    sign: Option<&Sign>,
) -> bool {
    let mut inner = rect.shrink2(Vec2::new(PADDING, 0.0));
    if let Some(sign) = sign {
        sign.paint(ui, rect);
        inner = inner.with_min_x(inner.left() + SIGN + S4);
    }
    let galley = line(ui, text, theme::text_font(), colour, inner.width());
    let at = align.align_size_within_rect(galley.size(), inner).min;
    let is_cut = galley.elided;
    ui.painter().galley(at, galley, colour);
    is_cut
}

/// Says why a text is not understood: at once while the cell is open, on hover afterwards.
pub(crate) fn show_problem(ui: &Ui, response: &Response, is_open: bool, problem: &str) {
    say(ui, response, is_open, &Sign::refused(problem));
}

/// Says what a sign means: at once while the cell has the keyboard, on hover otherwise.
pub(crate) fn say(ui: &Ui, response: &Response, is_open: bool, sign: &Sign) {
    let tooltip = if is_open {
        Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), response.id, response.rect)
    } else {
        Tooltip::for_enabled(response)
    };
    tooltip.show(|ui| {
        Frame::new().inner_margin(S4).show(ui, |ui| {
            ui.horizontal(|ui| {
                let (place, _) = ui.allocate_exact_size(Vec2::splat(14.0), Sense::hover());
                sign.paint_in(ui, place, 14.0);
                let ink = if sign.is_error {
                    theme::palette(ui).error
                } else {
                    theme::palette(ui).ink
                };
                ui.colored_label(ink, sign.message);
            });
        });
    });
}

/// The sign of a cell that has a list.
pub(crate) fn paint_chevron(ui: &Ui, cell: Rect) {
    let (_, place) = cell.split_left_right_at_x(cell.right() - CHEVRON);
    let muted = theme::palette(ui).muted;
    Icon::ChevronDown.paint(ui.painter(), place, 10.0, muted);
}

/// The room that such a sign leaves.
pub(crate) fn without_chevron(cell: Rect) -> Rect {
    cell.with_max_x(cell.right() - CHEVRON)
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
