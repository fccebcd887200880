//! Worked-out figures: a click on any of them shows what it is made of.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    CursorIcon, FontId, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2,
};

use crate::gui::theme::fonts::{FIGURE_SIZE, HEADING_SIZE, SMALL_SIZE, semibold};
use crate::gui::theme::{self, S4, S12};
use crate::gui::widgets::entry_paint::{line, paint_focus_ring};

/// A key figure on a card: what it is, how much, and a word on it. The whole card is a button.
///
/// A screen reader says `Annual cost £3.4m, show basis`.
pub fn figure_card(ui: &mut Ui, width: f32, label: &str, figure: &str, note: &str) -> Response {
    let card = KeyFigure {
        label,
        figure,
        note,
        is_large: true,
    };
    card.show(ui, width, 84.0)
}

/// The words of a card.
#[derive(Clone, Copy, Debug)]
pub struct KeyFigure<'a> {
    /// What it is.
    pub label: &'a str,
    /// How much.
    pub figure: &'a str,
    /// A word on it.
    pub note: &'a str,
    /// Whether it is what the page is about.
    pub is_large: bool,
}

impl KeyFigure<'_> {
    /// Shows the card as a button that is to show the basis of the figure.
    pub fn show(self, ui: &mut Ui, width: f32, height: f32) -> Response {
        let (rect, response) = ui.allocate_exact_size(Vec2::new(width, height), Sense::click());
        let mut is_cut = false;
        if ui.is_rect_visible(rect) {
            is_cut = self.paint(ui, rect, &response);
        }
        let Self { label, figure, .. } = self;
        response.widget_info(|| {
            let name = format!("{label} {figure}, show basis");
            WidgetInfo::labeled(Role::Button, ui.is_enabled(), name)
        });
        if is_cut {
            return response.on_hover_text(format!("{label}: {figure}. {}", self.note));
        }
        response
    }

    fn paint(self, ui: &Ui, rect: Rect, response: &Response) -> bool {
        let palette = theme::palette(ui);
        let (fill, outline) = if response.hovered() {
            ui.set_cursor_icon(CursorIcon::PointingHand);
            (palette.hover_row, palette.border)
        } else {
            (palette.surface, palette.hairline)
        };
        let outline = Stroke::new(1.0, outline);
        ui.painter()
            .rect(rect, 6.0, fill, outline, StrokeKind::Inside);
        let inner = rect.shrink2(Vec2::new(if rect.width() < 120.0 { 7.0 } else { S12 }, 0.0));
        let size = if self.is_large {
            FIGURE_SIZE
        } else {
            HEADING_SIZE
        };
        let figure_font = FontId::new(size, semibold());
        let lines = [
            (self.label, theme::text_font(), palette.muted),
            (self.figure, figure_font, palette.ink),
            (self.note, FontId::proportional(SMALL_SIZE), palette.muted),
        ]
        .map(|(text, font, colour)| (line(ui, text, font, colour, inner.width()), colour));
        // Baselines of neighbouring cards agree, whatever the size of their figures.
        let [_, figure, note] = &lines;
        let top = rect.center().y - 29.0;
        let tops = [
            top,
            top + 31.0 - figure.0.size().y * 0.5,
            top + 59.0 - note.0.size().y,
        ];
        let is_cut = lines.iter().any(|(galley, _)| galley.elided);
        for ((galley, colour), top) in lines.into_iter().zip(tops) {
            ui.painter().galley(pos2(inner.left(), top), galley, colour);
        }
        if response.has_focus() {
            paint_focus_ring(ui, rect);
        }
        is_cut
    }
}

/// A worked-out figure in running text: plain ink, underlined under the pointer.
pub fn figure_link(ui: &mut Ui, figure: &str, name: &str) -> Response {
    let palette = theme::palette(ui);
    let galley = line(
        ui,
        figure,
        theme::text_font(),
        palette.worked_out,
        f32::INFINITY,
    );
    let (rect, response) =
        ui.allocate_exact_size(galley.size() + Vec2::new(0.0, S4), Sense::click());
    let at = Rect::from_center_size(rect.center(), galley.size());
    ui.painter().galley(at.min, galley, palette.worked_out);
    underline(ui, at, &response);
    if response.has_focus() {
        paint_focus_ring(ui, rect.expand2(Vec2::new(S4, 0.0)));
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    response
}

/// The line under a figure or a link while the pointer is on it.
pub(crate) fn underline(ui: &Ui, text: Rect, response: &Response) {
    if response.hovered() {
        ui.set_cursor_icon(CursorIcon::PointingHand);
        let line = Stroke::new(1.0, theme::palette(ui).accent);
        ui.painter()
            .hline(text.x_range(), text.bottom() - 1.0, line);
    }
}
