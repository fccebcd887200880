//! The list of pages on the left: overview, partnerships, register.

use eframe::egui::accesskit::Role;
use eframe::egui::{Align2, Rect, ScrollArea, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2};

use crate::gui::commands::Command;
use crate::gui::theme::fonts::SMALL_SIZE;
use crate::gui::theme::{self, S4, S8, S12, muted, palette};
use crate::gui::view::{Page, View};
use crate::gui::widgets::icon::Icon;
use crate::gui::widgets::landing::{Pane, landing};
use crate::model::partnership::Model;
use crate::session::session::Session;

const ROW: f32 = 28.0;

/// The sign of each model.
pub fn model_icon(model: Model) -> Icon {
    match model {
        Model::SeparateOrganisation => Icon::Square,
        Model::VirtualOrganisation => Icon::Diamond,
        Model::CoLocatedStaff => Icon::Triangle,
        Model::SteeringGroup => Icon::Circle,
    }
}

/// Shows the list; gives what was asked for.
pub fn navigation(ui: &mut Ui, session: &Session, view: &View) -> Option<Command> {
    let mut asked = None;
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.add_space(S8);
    landing(ui, Pane::List);
    page_row(ui, view, Page::Overview, "Overview", None, &mut asked);
    page_row(ui, view, Page::Worth, "Value for money", None, &mut asked);
    page_row(ui, view, Page::Levers, "What if?", None, &mut asked);
    page_row(ui, view, Page::Doubt, "How sure?", None, &mut asked);
    page_row(ui, view, Page::Paper, "Board paper", None, &mut asked);
    heading(ui, "Partnerships");
    let below = 12.0 * ROW + 44.0;
    let room = (ui.available_height() - below).max(3.0 * ROW);
    let partnerships = &session.register().partnerships;
    ScrollArea::vertical()
        .id_salt("partnerships")
        .auto_shrink([false, true])
        .max_height(room)
        .show_rows(ui, ROW, partnerships.len(), |ui, rows| {
            for partnership in partnerships.get(rows).unwrap_or_default() {
                let name = match partnership.name.trim() {
                    "" => "Unnamed partnership",
                    name => name,
                };
                let page = Page::Partnership(partnership.id);
                ui.push_id(partnership.id, |ui| {
                    let icon = Some(model_icon(partnership.model));
                    page_row(ui, view, page, name, icon, &mut asked);
                });
            }
        });
    if row(ui, "Add partnership", Some(Icon::Plus), false) {
        asked = Some(Command::AddPartnership);
    }
    let is_here = view.page == Page::Estimate;
    if row(ui, "Quick estimate", Some(Icon::Roughly), is_here) {
        asked = Some(Command::Estimate);
    }
    heading(ui, "Register");
    page_row(ui, view, Page::Partners, "Partners", None, &mut asked);
    page_row(ui, view, Page::Grades, "Staff grades", None, &mut asked);
    page_row(ui, view, Page::Outcomes, "Outcomes", None, &mut asked);
    page_row(ui, view, Page::Scenarios, "Scenarios", None, &mut asked);
    page_row(ui, view, Page::Settings, "Settings", None, &mut asked);
    page_row(ui, view, Page::Assumptions, "Assumptions", None, &mut asked);
    page_row(ui, view, Page::Time, "People’s time", None, &mut asked);
    page_row(ui, view, Page::Statements, "Statements", None, &mut asked);
    asked
}

fn heading(ui: &mut Ui, text: &str) {
    ui.add_space(S12);
    ui.horizontal(|ui| {
        ui.add_space(S12);
        ui.label(muted(text).size(SMALL_SIZE));
    });
    ui.add_space(S4);
}

fn page_row(
    ui: &mut Ui,
    view: &View,
    page: Page,
    label: &str,
    icon: Option<Icon>,
    asked: &mut Option<Command>,
) {
    if row(ui, label, icon, view.page.stands_under() == page) {
        *asked = Some(Command::Show(page));
    }
}

/// One line of the list; true when it was clicked.
fn row(ui: &mut Ui, label: &str, icon: Option<Icon>, is_here: bool) -> bool {
    let palette = palette(ui);
    let size = Vec2::new(ui.available_width(), ROW);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    if ui.is_rect_visible(rect) {
        let inside = rect.shrink2(Vec2::new(S4, 1.0));
        let (fill, ink) = match (is_here, response.hovered()) {
            (true, _) => (palette.selection, palette.ink),
            (false, true) => (palette.hover_row, palette.ink),
            (false, false) => (palette.panel, palette.ink),
        };
        ui.painter().rect_filled(inside, 4.0, fill);
        if is_here {
            // The bar at the side says it without colour.
            let bar = Rect::from_min_max(inside.min, pos2(inside.left() + 3.0, inside.bottom()));
            ui.painter().rect_filled(bar, 1.5, palette.accent);
        }
        let mut left = inside.left() + S8;
        if let Some(icon) = icon {
            let place =
                Rect::from_center_size(pos2(left + 6.0, rect.center().y), Vec2::splat(12.0));
            icon.paint(ui.painter(), place, 10.0, palette.accent);
            left += 12.0 + S8;
        }
        let font = if is_here {
            theme::strong_font()
        } else {
            theme::text_font()
        };
        let galley = crate::gui::widgets::entry_paint::line(
            ui,
            label,
            font,
            ink,
            inside.right() - left - S4,
        );
        let is_cut = galley.elided;
        let at = Align2::LEFT_CENTER
            .anchor_size(pos2(left, rect.center().y), galley.size())
            .min;
        ui.painter().galley(at, galley, ink);
        if response.has_focus() {
            let ring = Stroke::new(2.0, palette.focus_ring);
            ui.painter()
                .rect_stroke(inside, 4.0, ring, eframe::egui::StrokeKind::Inside);
        }
        if is_cut {
            response.clone().on_hover_text(label);
        }
    }
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_here, label));
    response.clicked()
}
