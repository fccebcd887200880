//! Queries under the records they are about: a click goes to the cell.

use eframe::egui::accesskit::Role;
use eframe::egui::{CursorIcon, Response, Sense, Ui, Vec2, WidgetInfo, pos2};

use crate::gui::inputs::place::show_input;
use crate::gui::page::PageContext;
use crate::gui::theme::{self, S4, S8};
use crate::gui::view::Page;
use crate::gui::widgets::entry_paint::{Sign, line, paint_focus_ring};
use crate::model::query::Query;
use crate::model::record_name::{line_name, line_name_in};
use crate::model::register::Register;
use crate::units::display;
use crate::units::id::InputId;

/// Queries shown under a table before the rest is left to the page of queries.
const N_SHOWN: usize = 5;
/// The height of one query.
const HEIGHT: f32 = 28.0;

/// Shows `queries`, the worst first, and goes to the cell of one that is clicked.
pub(crate) fn query_list(ui: &mut Ui, page: &mut PageContext<'_>, mut queries: Vec<&Query>) {
    if queries.is_empty() {
        return;
    }
    queries.sort_by_key(|it| it.severity);
    ui.label(theme::heading("Queries"));
    ui.add_space(-S4);
    let n = queries.len();
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for query in queries.into_iter().take(N_SHOWN) {
            query_row(ui, page, query);
        }
    });
    if n > N_SHOWN {
        let more = display::count(n.saturating_sub(N_SHOWN), "more query", "more queries");
        if ui.link(format!("{more} on the page of queries")).clicked() {
            page.view.page = Page::Queries;
        }
    }
}

/// One query on one line: how much it matters, where, what, and what to do.
pub(crate) fn query_row(ui: &mut Ui, page: &mut PageContext<'_>, query: &Query) {
    let register = page.register();
    if show(ui, register, query).clicked() {
        let input = InputId {
            record: query.record,
            field: query.field.unwrap_or_default(),
        };
        show_input(page.view, register, input);
    }
}

fn show(ui: &mut Ui, register: &Register, query: &Query) -> Response {
    let palette = theme::palette(ui);
    let size = Vec2::new(ui.available_width(), HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let name = || match query.partnership.and_then(|id| register.partnership(id)) {
        Some(partnership) => line_name_in(register, partnership, query.record),
        None => line_name(register, query.record),
    };
    let message = || format!("{}: {}", name(), query.message);
    let mut hint_is_cut = false;
    if ui.is_rect_visible(rect) {
        if response.hovered() {
            ui.set_cursor_icon(CursorIcon::PointingHand);
            ui.painter().rect_filled(rect, 4.0, palette.hover_row);
        }
        let (sign, rest) = rect.split_left_right_at_x(rect.left() + 20.0);
        Sign::query(query.severity, "").paint_in(ui, sign, 15.0);
        let rest = rest.with_min_x(rest.left() + S8);
        let text = line(
            ui,
            &message(),
            theme::text_font(),
            palette.ink,
            rest.width(),
        );
        let left = rest.left() + text.size().x + S8;
        let room = rest.right() - left - S8;
        let hint = line(ui, &query.hint, theme::text_font(), palette.muted, room);
        hint_is_cut = hint.elided || text.elided;
        let top = rect.center().y - text.size().y * 0.5;
        ui.painter()
            .galley(pos2(rest.left(), top), text, palette.ink);
        if room > 48.0 {
            ui.painter().galley(pos2(left, top), hint, palette.muted);
        }
        if response.has_focus() {
            paint_focus_ring(ui, rect);
        }
    }
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    let severity = display::field_name(query.severity.label());
    response.widget_info(|| {
        let said = format!("{severity}: {}. {}", message(), query.hint);
        WidgetInfo::labeled(Role::Button, ui.is_enabled(), said)
    });
    if hint_is_cut {
        return response.on_hover_text(format!("{}. {}", message(), query.hint));
    }
    response
}
