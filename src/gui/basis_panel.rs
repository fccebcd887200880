//! Where the basis of a figure stands: beside a form, over charts and wide tables.

use eframe::egui::{Area, Frame, Id, Margin, Order, Panel, Ui};

use crate::gui::app::FruitfulApp;
use crate::gui::results::explanation::explanation_panel;
use crate::gui::theme::palette;
use crate::gui::view::Page;

/// The width of the basis of a figure.
const BASIS_WIDTH: f32 = 360.0;

/// A panel at the right edge that covers the page.
fn drawer<T>(ui: &Ui, frame: Frame, contents: impl FnOnce(&mut Ui) -> T) -> T {
    let room = ui.available_rect_before_wrap();
    let rect = room.with_min_x((room.right() - BASIS_WIDTH).max(room.left()));
    Area::new(Id::unique("basis drawer"))
        .fixed_pos(rect.min)
        .order(Order::Middle)
        .show(ui.ctx(), |ui| {
            let frame = frame
                .shadow(ui.visuals().popup_shadow)
                .stroke(ui.visuals().window_stroke);
            frame
                .show(ui, |ui| {
                    ui.set_width(rect.width() - 24.0);
                    ui.set_height(rect.height() - 24.0);
                    contents(ui)
                })
                .inner
        })
        .inner
}

impl FruitfulApp {
    /// Shows the basis of the figure that was asked for.
    pub(crate) fn explanation(&mut self, ui: &mut Ui) {
        let Some(figure) = self.view.explained else {
            return;
        };
        let explanation = self.explained.of(&self.session, figure);
        let frame = Frame::new()
            .fill(palette(ui).panel)
            .inner_margin(Margin::same(12));
        let output = if matches!(
            self.view.page,
            Page::Overview | Page::Assumptions | Page::Time | Page::Worth | Page::WhoPays
        ) {
            // Over the page: its charts and wide tables need their width.
            drawer(ui, frame, |ui| explanation_panel(ui, figure, explanation))
        } else {
            Panel::right("basis")
                .frame(frame)
                .resizable(true)
                .default_size(BASIS_WIDTH)
                .size_range(280.0..=520.0)
                .show(ui, |ui| explanation_panel(ui, figure, explanation))
                .inner
        };
        if output.is_closed {
            self.view.explained = None;
        }
        if let Some(figure) = output.figure {
            self.view.explained = Some(figure);
        }
        if let Some(input) = output.input {
            self.going_to = Some(input);
            ui.ctx().request_repaint();
        }
    }
}
