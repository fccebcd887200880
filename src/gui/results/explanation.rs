//! The basis of a figure, in a panel at the side: a tree down to what was typed or published.

use eframe::egui::{Align, CollapsingHeader, Label, Layout, RichText, ScrollArea, Ui};

use crate::findings::explanation::{Explanation, Origin};
use crate::findings::figure::FigureId;
use crate::gui::theme::{S4, S8, S12, heading, muted, palette, small, strong, text_font};
use crate::gui::widgets::icon::{Icon, icon_button};
use crate::units::id::InputId;

/// What the user did in the panel.
#[derive(Default)]
pub struct ExplanationOutput {
    /// The panel was closed.
    pub is_closed: bool,
    /// Another figure to explain.
    pub figure: Option<FigureId>,
    /// A typed quantity to go to.
    pub input: Option<InputId>,
}

/// Levels that are open at first.
const OPEN: usize = 2;

/// Shows the basis of a figure.
pub fn explanation_panel(
    ui: &mut Ui,
    figure: FigureId,
    explanation: Option<&Explanation>,
) -> ExplanationOutput {
    let mut output = ExplanationOutput::default();
    ui.horizontal(|ui| {
        ui.label(heading("Basis of a figure"));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            output.is_closed = icon_button(ui, Icon::Cross, "Close basis").clicked();
        });
    });
    ui.add_space(S8);
    let Some(explanation) = explanation else {
        ui.add(
            Label::new(muted(
                "This figure is not known, or no longer in the register.",
            ))
            .wrap(),
        );
        return output;
    };
    ui.add(Label::new(strong(&explanation.label)).wrap());
    ui.label(crate::gui::theme::figure_text(explanation.value_text()));
    ui.add(Label::new(small(explanation.origin_text())).wrap());
    ui.add_space(S4);
    ui.add(Label::new(small(format!("{figure}"))).selectable(true))
        .on_hover_text("The name of this figure, for the command line");
    ui.add_space(S8);
    ui.separator();
    ScrollArea::vertical()
        .auto_shrink([false, false])
        .show(ui, |ui| {
            for (at, part) in explanation.parts.iter().enumerate() {
                ui.push_id(at, |ui| branch(ui, part, 0, &mut output));
            }
            if explanation.parts.is_empty() {
                leaf_origin(ui, explanation, &mut output);
            }
            ui.add_space(S12);
            ui.add(
                Label::new(small(
                    "Figures may not add up because of rounding on screen; the sums are exact.",
                ))
                .wrap(),
            );
        });
    output
}

fn branch(ui: &mut Ui, it: &Explanation, depth: usize, output: &mut ExplanationOutput) {
    if it.parts.is_empty() {
        line(ui, it, output);
        return;
    }
    let title = RichText::new(format!("{}   {}", it.label, it.value_text())).font(text_font());
    CollapsingHeader::new(title)
        .id_salt(&it.label)
        .default_open(depth < OPEN && it.parts.len() <= 12)
        .show(ui, |ui| {
            ui.add(Label::new(small(it.origin_text())).wrap());
            for (at, part) in it.parts.iter().enumerate() {
                ui.push_id(at, |ui| {
                    branch(ui, part, depth.saturating_add(1), output);
                });
            }
        });
}

/// A figure with nothing below it: name on the left, value on the right, source below.
fn line(ui: &mut Ui, it: &Explanation, output: &mut ExplanationOutput) {
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(S4);
            let ink = match it.origin {
                Origin::Typed(..) => palette(ui).typed,
                _ => palette(ui).worked_out,
            };
            ui.label(RichText::new(it.value_text()).color(ink));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| match it.figure {
                Some(figure) => {
                    if ui.link(&it.label).clicked() {
                        output.figure = Some(figure);
                    }
                }
                None => {
                    ui.add(Label::new(&it.label).truncate());
                }
            });
        });
    });
    leaf_origin(ui, it, output);
}

fn leaf_origin(ui: &mut Ui, it: &Explanation, output: &mut ExplanationOutput) {
    match &it.origin {
        Origin::Typed(id, _) => {
            let text = small(it.origin_text()).color(palette(ui).accent);
            let link = ui.add(eframe::egui::Link::new(text));
            if link.on_hover_text("Go to where it is typed").clicked() {
                output.input = Some(*id);
            }
        }
        Origin::Constant => {}
        _ => {
            ui.add(Label::new(small(it.origin_text())).wrap());
        }
    }
}
