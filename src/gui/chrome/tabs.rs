//! The row of tabs above a page: the other pages that answer the same question.

use eframe::egui::accesskit::Role;
use eframe::egui::{Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2};

use crate::gui::theme::{S8, S16, palette, strong_font, text_font};
use crate::gui::view::Page;

const HEIGHT: f32 = 28.0;

/// Shows the tabs of the page's group, where it has more than one; gives the one that was chosen.
pub fn tabs(ui: &mut Ui, page: Page) -> Option<Page> {
    let tabs = page.tabs();
    (tabs.len() > 1).then(|| tab_row(ui, tabs, page)).flatten()
}

/// Shows a row of tabs above a line; gives the one that was chosen.
pub fn tab_row<T: Copy + PartialEq>(ui: &mut Ui, tabs: &[(T, &str)], here: T) -> Option<T> {
    let mut chosen = None;
    let row = ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::new(S16, 0.0);
        for (at, label) in tabs {
            if tab(ui, label, *at == here) {
                chosen = Some(*at);
            }
        }
    });
    let line = Stroke::new(1.0, palette(ui).hairline);
    let across = ui.max_rect().x_range();
    ui.painter().hline(across, row.response.rect.bottom(), line);
    ui.add_space(S8);
    chosen.filter(|it| *it != here)
}

/// One tab; true when it was clicked. The page that is shown is strong and underlined, so that no colour is needed.
fn tab(ui: &mut Ui, label: &str, is_here: bool) -> bool {
    let palette = palette(ui);
    let font = if is_here { strong_font() } else { text_font() };
    let galley = ui
        .painter()
        .layout_no_wrap(label.to_owned(), font, palette.ink);
    let size = Vec2::new(galley.size().x, HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let at = pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
    let ink = if is_here || response.hovered() {
        palette.ink
    } else {
        palette.muted
    };
    ui.painter()
        .galley_with_override_text_color(at, galley, ink);
    if is_here {
        let stroke = Stroke::new(3.0, palette.accent);
        ui.painter()
            .hline(rect.x_range(), rect.bottom() - 1.5, stroke);
    }
    if response.has_focus() {
        let ring = Stroke::new(2.0, palette.focus_ring);
        ui.painter().rect_stroke(
            rect.expand2(Vec2::new(4.0, -2.0)),
            4.0,
            ring,
            StrokeKind::Outside,
        );
    }
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_here, label));
    response.clicked()
}
