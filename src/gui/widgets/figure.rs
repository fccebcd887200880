//! Worked-out figures: a click on any of them shows what it is made of.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    CursorIcon, FontId, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
};

use crate::gui::theme::fonts::{FIGURE_SIZE, SMALL_SIZE, semibold};
use crate::gui::theme::{self, S4, S12};
use crate::gui::widgets::entry_paint::{line, paint_focus_ring};

/// A key figure on a card: what it is, how much, and a word on it. The whole card is a button.
///
/// A screen reader says `Annual cost £3.4m, show basis`.
pub fn figure_card(ui: &mut Ui, width: f32, label: &str, figure: &str, note: &str) -> Response {
    let palette = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, 84.0), Sense::click());
    if ui.is_rect_visible(rect) {
        let (fill, outline) = if response.hovered() {
            ui.set_cursor_icon(CursorIcon::PointingHand);
            (palette.hover_row, palette.border)
        } else {
            (palette.surface, palette.hairline)
        };
        let outline = Stroke::new(1.0, outline);
        ui.painter()
            .rect(rect, 6.0, fill, outline, StrokeKind::Inside);
        let inner = rect.shrink(S12);
        let mut top = inner.min;
        for (text, font, colour, gap) in [
            (label, theme::text_font(), palette.muted, 2.0),
            (
                figure,
                FontId::new(FIGURE_SIZE, semibold()),
                palette.ink,
                1.0,
            ),
            (note, FontId::proportional(SMALL_SIZE), palette.muted, 0.0),
        ] {
            let galley = line(ui, text, font, colour, inner.width());
            let height = galley.size().y;
            ui.painter().galley(top, galley, colour);
            top.y += height + gap;
        }
        if response.has_focus() {
            paint_focus_ring(ui, rect);
        }
    }
    response.widget_info(|| {
        let name = format!("{label} {figure}, show basis");
        WidgetInfo::labeled(Role::Button, ui.is_enabled(), name)
    });
    response
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
