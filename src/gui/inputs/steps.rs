//! The steps of a calculation under each other: what it is, how much, and a note.

use eframe::egui::{Align, Label, Layout, Response, Sense, Stroke, Ui, Vec2};

use crate::gui::inputs::form::line;
use crate::gui::theme::{self, S8};
use crate::gui::widgets::figure::figure_link;

/// The width of the amounts.
const AMOUNT: f32 = 112.0;

/// One step.
pub(crate) struct Step {
    title: &'static str,
    amount: String,
    note: String,
}

impl Step {
    /// A step that was worked out.
    pub(crate) fn new(title: &'static str, amount: String, note: impl Into<String>) -> Self {
        Self {
            title,
            amount,
            note: note.into(),
        }
    }

    /// Shows it as text.
    pub(crate) fn show(&self, ui: &mut Ui) {
        self.with(ui, |ui| ui.label(&self.amount));
    }

    /// Shows it as a figure that explains itself; says whether somebody asks for its basis.
    pub(crate) fn show_link(&self, ui: &mut Ui) -> bool {
        let said = format!("{} {}, show basis", self.title, self.amount);
        self.with(ui, |ui| figure_link(ui, &self.amount, &said))
            .clicked()
    }

    fn with(&self, ui: &mut Ui, amount: impl FnOnce(&mut Ui) -> Response) -> Response {
        line(ui, self.title, "", |ui| {
            let layout = Layout::right_to_left(Align::Center);
            let response = ui
                .allocate_ui_with_layout(Vec2::new(AMOUNT, 24.0), layout, |ui| {
                    ui.set_min_width(AMOUNT);
                    amount(ui)
                })
                .inner;
            ui.add_space(S8);
            ui.add(Label::new(theme::muted(&self.note)).truncate());
            response
        })
    }
}

/// The line above a last step.
pub(crate) fn total_rule(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(Vec2::new(264.0, 1.0), Sense::hover());
    let stroke = Stroke::new(1.0, theme::palette(ui).border);
    ui.painter().hline(rect.x_range(), rect.center().y, stroke);
}
