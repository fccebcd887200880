//! The basis of a figure, in a panel at the side: a tree down to what was typed or published.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align, Id, Label, Layout, Rect, RichText, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2,
};

use crate::findings::explanation::{Explanation, Origin};
use crate::findings::figure::FigureId;
use crate::gui::theme::{S4, S8, S12, S16, heading, muted, palette, small, strong, text_font};
use crate::gui::widgets::entry_paint::line as one_line;
use crate::gui::widgets::icon::{Icon, icon_button};
use crate::report::explanation::as_text;
use crate::units::display;
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

/// The height of a line that unfolds.
const ROW: f32 = 24.0;

/// How many parts of one figure are shown at once.
const AT_ONCE: usize = 200;

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
    ui.label(crate::gui::theme::figure_text(explanation.honest_text()));
    ui.add(Label::new(small(explanation.origin_text())).wrap());
    ui.add_space(S4);
    ui.add(Label::new(small(format!("{figure}"))).selectable(true))
        .on_hover_text("The name of this figure, for the command line");
    let copy = ui.button("Copy as text");
    if copy
        .on_hover_text("Copies all of the basis, indented, for a working paper")
        .clicked()
    {
        ui.ctx().copy_text(as_text(explanation));
    }
    ui.add_space(S8);
    ui.separator();
    ScrollArea::vertical()
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.spacing_mut().interact_size.y = 20.0;
            let path = Id::unique(("basis", figure));
            branches(ui, &explanation.parts, path, &mut output);
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

fn branch(ui: &mut Ui, it: &Explanation, path: Id, output: &mut ExplanationOutput) {
    if it.parts.is_empty() {
        line(ui, it, output);
        leaf_origin(ui, it, output);
        return;
    }
    // The same place in the tree stays open when the panel moves.
    let id = path;
    let mut is_open = ui.data(|data| data.get_temp(id)).unwrap_or(false);
    if fold(ui, it, is_open) {
        is_open = !is_open;
        ui.data_mut(|data| data.insert_temp(id, is_open));
    }
    if !is_open {
        return;
    }
    ui.indent("parts", |ui| {
        ui.add(Label::new(small(it.origin_text())).wrap());
        branches(ui, &it.parts, path, output);
    });
}

/// Parts one below the other; of very many the first, and a button for more, so that each frame draws few.
fn branches(ui: &mut Ui, parts: &[Explanation], path: Id, output: &mut ExplanationOutput) {
    let key = path.with("shown");
    let n = ui.data(|data| data.get_temp(key)).unwrap_or(AT_ONCE);
    for (at, part) in parts.iter().enumerate().take(n) {
        ui.push_id(at, |ui| branch(ui, part, path.with(at), output));
    }
    let more = parts.len().saturating_sub(n);
    if more == 0 {
        return;
    }
    let text = format!(
        "Show {} of {} more",
        display::count_figure(more.min(AT_ONCE)),
        display::count_figure(more)
    );
    if ui.button(text).clicked() {
        ui.data_mut(|data| data.insert_temp(key, n.saturating_add(AT_ONCE)));
    }
}

/// A figure with parts below it: a click unfolds or folds them.
fn fold(ui: &mut Ui, it: &Explanation, is_open: bool) -> bool {
    let palette = palette(ui);
    let size = Vec2::new(ui.available_width(), ROW);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    if ui.is_rect_visible(rect) {
        if response.hovered() {
            ui.painter().rect_filled(rect, 4.0, palette.hover_row);
        }
        let icon = if is_open {
            Icon::ChevronDown
        } else {
            Icon::ChevronRight
        };
        let place =
            Rect::from_center_size(pos2(rect.left() + S8, rect.center().y), Vec2::splat(S12));
        icon.paint(ui.painter(), place, 9.0, palette.muted);
        let value = one_line(
            ui,
            &it.honest_text(),
            text_font(),
            palette.worked_out,
            f32::INFINITY,
        );
        let right = rect.right() - S4;
        let at = pos2(
            right - value.size().x,
            rect.center().y - value.size().y / 2.0,
        );
        let left = rect.left() + S16;
        let room = at.x - left - S8;
        ui.painter().galley(at, value, palette.worked_out);
        let name = one_line(ui, &it.label, text_font(), palette.ink, room);
        let is_cut = name.elided;
        let at = pos2(left, rect.center().y - name.size().y / 2.0);
        ui.painter().galley(at, name, palette.ink);
        if response.has_focus() {
            let ring = Stroke::new(2.0, palette.focus_ring);
            ui.painter()
                .rect_stroke(rect, 4.0, ring, StrokeKind::Inside);
        }
        if is_cut {
            response.clone().on_hover_text(&it.label);
        }
    }
    let name = format!("{} {}", it.label, it.honest_text());
    response.widget_info(|| WidgetInfo::selected(Role::TreeItem, true, is_open, &name));
    response.clicked()
}

/// A figure with nothing below it: name on the left, value on the right.
fn line(ui: &mut Ui, it: &Explanation, output: &mut ExplanationOutput) {
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(S4);
            let ink = match it.origin {
                Origin::Typed(..) => palette(ui).typed,
                _ => palette(ui).worked_out,
            };
            ui.label(RichText::new(it.honest_text()).color(ink));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add_space(S16);
                match it.figure {
                    Some(figure) => {
                        if ui.link(&it.label).clicked() {
                            output.figure = Some(figure);
                        }
                    }
                    None => {
                        ui.add(Label::new(&it.label).truncate())
                            .on_hover_text(&it.label);
                    }
                }
            });
        });
    });
}

fn leaf_origin(ui: &mut Ui, it: &Explanation, output: &mut ExplanationOutput) {
    match &it.origin {
        Origin::Typed(id, _) => indented(ui, |ui| {
            let text = small(it.origin_text()).color(palette(ui).accent);
            let link = ui.add(eframe::egui::Link::new(text));
            if link.on_hover_text("Go to where it is typed").clicked() {
                output.input = Some(*id);
            }
        }),
        Origin::Constant => {}
        _ => indented(ui, |ui| {
            ui.add(Label::new(small(it.origin_text())).wrap());
        }),
    }
}

/// Below a name, as far in as the name.
fn indented(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        ui.add_space(S16);
        ui.vertical(contents);
    });
    ui.add_space(S4);
}
