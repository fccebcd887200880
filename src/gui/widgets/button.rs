//! The main button of a page, and the page that has nothing to show yet.

use eframe::egui::{Button, Response, RichText, Stroke, Ui};

use crate::gui::theme::{self, S8, S16, S32};

/// The one button that a page is about.
pub fn primary_button(ui: &mut Ui, text: &str) -> Response {
    let palette = theme::palette(ui);
    let text = RichText::new(text)
        .font(theme::strong_font())
        .color(palette.on_accent);
    let focus_ring = Stroke::new(2.0, palette.focus_ring);
    ui.scope(|ui| {
        let widgets = &mut ui.visuals_mut().widgets;
        for state in [
            &mut widgets.inactive,
            &mut widgets.hovered,
            &mut widgets.active,
        ] {
            state.weak_bg_fill = palette.accent;
        }
        widgets.inactive.bg_stroke = Stroke::new(1.0, palette.accent);
        widgets.hovered.bg_stroke = Stroke::new(2.0, palette.border);
        widgets.active.bg_stroke = focus_ring;
        ui.add(Button::new(text))
    })
    .inner
}

/// What stands where there is nothing yet: what this is, why it matters, and one button. Says whether it was clicked.
pub fn empty_state(ui: &mut Ui, what: &str, why: &str, button: &str) -> bool {
    starts(ui, what, why, [button]).is_some()
}

/// The same with several ways to start, the main one first. Says the place of the one that was clicked.
pub fn starts<const N: usize>(
    ui: &mut Ui,
    what: &str,
    why: &str,
    buttons: [&str; N],
) -> Option<usize> {
    ui.vertical_centered(|ui| {
        ui.set_max_width(440.0);
        ui.add_space(S32);
        ui.label(theme::heading(what));
        ui.add_space(S8);
        ui.label(theme::muted(why));
        ui.add_space(S16);
        let mut clicked = None;
        for (at, button) in buttons.into_iter().enumerate() {
            let response = if at == 0 {
                primary_button(ui, button)
            } else {
                ui.button(button)
            };
            if response.clicked() {
                clicked = Some(at);
            }
        }
        ui.add_space(S32);
        clicked
    })
    .inner
}
