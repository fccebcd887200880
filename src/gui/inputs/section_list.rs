//! The sections of a partnership's page, each with how much is in it and whether it raises queries.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    CursorIcon, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2,
};

use crate::findings::partnership::PartnershipFindings;
use crate::gui::inputs::place::section_of;
use crate::gui::theme::{self, S4, S8};
use crate::gui::view::Section;
use crate::gui::widgets::entry_paint::{line, paint_focus_ring};
use crate::gui::widgets::icon::Icon;
use crate::model::partnership::Partnership;
use crate::model::query::{Query, Severity};
use crate::units::display;

/// The width of the list.
pub(crate) const WIDTH: f32 = 176.0;

/// How many records a section has; nothing for a section that is one form.
pub(crate) fn n_records(partnership: &Partnership, section: Section) -> Option<usize> {
    let it = partnership;
    match section {
        Section::Profile | Section::Appraisal => None,
        Section::Meetings => Some(it.meetings.len()),
        Section::BetweenMeetings => Some(it.between_meetings.len()),
        Section::Staff => Some(it.posts.len().saturating_add(it.secondments.len())),
        Section::DirectCosts => Some(it.cash_lines.len().saturating_add(it.pools.len())),
        Section::InKind => Some(it.in_kind.len()),
        Section::Sharing => Some(it.shares.len()),
        Section::Achievement => Some(it.indicators.len().saturating_add(it.judgements.len())),
        Section::Benefits => Some(it.benefits.len()),
        Section::Options => Some(it.options.len()),
        Section::Health => {
            let lists = [it.health.len(), it.risks.len(), it.departures.len()];
            Some(lists.into_iter().fold(0, usize::saturating_add))
        }
    }
}

/// The queries of one section.
pub(crate) fn queries_of<'a>(
    partnership: &'a Partnership,
    findings: Option<&'a PartnershipFindings>,
    section: Section,
) -> impl Iterator<Item = &'a Query> {
    findings
        .into_iter()
        .flat_map(|it| &it.queries)
        .filter(move |it| section_of(partnership, it.record, it.field) == section)
}

/// The list, one below the other.
pub(crate) fn section_list(
    ui: &mut Ui,
    open: &mut Section,
    partnership: &Partnership,
    findings: Option<&PartnershipFindings>,
) {
    ui.spacing_mut().item_spacing.y = 2.0;
    for section in Section::ALL {
        if entry(ui, Some(WIDTH), section, *open, partnership, findings).clicked() {
            *open = section;
        }
    }
}

/// The same side by side, where the page is narrow.
pub(crate) fn section_tabs(
    ui: &mut Ui,
    open: &mut Section,
    partnership: &Partnership,
    findings: Option<&PartnershipFindings>,
) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::new(1.0, 2.0);
        for section in Section::ALL {
            if entry(ui, None, section, *open, partnership, findings).clicked() {
                *open = section;
            }
        }
    });
}

fn entry(
    ui: &mut Ui,
    width: Option<f32>,
    section: Section,
    open: Section,
    partnership: &Partnership,
    findings: Option<&PartnershipFindings>,
) -> Response {
    let palette = theme::palette(ui);
    let is_open = section == open;
    let n = n_records(partnership, section);
    let worst = queries_of(partnership, findings, section)
        .map(|it| it.severity)
        .min();
    let n_queries = queries_of(partnership, findings, section)
        .filter(|it| it.severity != Severity::Note)
        .count();
    let count = n.map(|n| n.to_string()).unwrap_or_default();
    let (font, ink) = if is_open {
        (theme::strong_font(), palette.ink)
    } else {
        (theme::text_font(), palette.ink)
    };
    let label = match section {
        // Side by side there is room for one word only; a screen reader says the whole name.
        Section::BetweenMeetings if width.is_none() => "Between",
        Section::Staff if width.is_none() => "Staff",
        Section::Health if width.is_none() => "Health",
        section => section.label(),
    };
    let name = line(ui, label, font, ink, f32::INFINITY);
    let number = line(ui, &count, theme::text_font(), palette.muted, f32::INFINITY);
    let marked = n_queries > 0;
    let sign_room = if marked { 14.0 + S4 } else { 0.0 };
    let padding = if width.is_some() { S8 } else { 6.0 };
    let natural = name.size().x + 6.0 + number.size().x + sign_room + 2.0 * padding;
    let size = Vec2::new(width.unwrap_or(natural), 28.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    if response.hovered() {
        ui.set_cursor_icon(CursorIcon::PointingHand);
    }
    let fill = match (is_open, response.hovered()) {
        (true, _) => Some(palette.selection),
        (false, true) => Some(palette.hover_row),
        (false, false) => None,
    };
    if let Some(fill) = fill {
        ui.painter().rect_filled(rect, 4.0, fill);
    }
    let inner = rect.shrink2(Vec2::new(padding, 0.0));
    let top = |height: f32| rect.center().y - height * 0.5;
    let number_left = inner.right() - number.size().x;
    if marked {
        let right = number_left - if count.is_empty() { 0.0 } else { S4 };
        let sign = Rect::from_x_y_ranges(right - 14.0..=right, rect.y_range());
        let colour = if worst == Some(Severity::Error) {
            palette.error
        } else {
            palette.muted
        };
        Icon::Warning.paint(ui.painter(), sign, 13.0, colour);
    }
    ui.painter()
        .galley(pos2(inner.left(), top(name.size().y)), name, ink);
    ui.painter().galley(
        pos2(number_left, top(number.size().y)),
        number,
        palette.muted,
    );
    if response.has_focus() {
        paint_focus_ring(ui, rect);
    } else if is_open {
        let edge = Stroke::new(1.0, palette.selection);
        ui.painter()
            .rect_stroke(rect, 4.0, edge, StrokeKind::Inside);
    }
    response.widget_info(|| {
        let mut said = section.label().to_owned();
        if let Some(n) = n {
            said = format!("{said}, {}", display::count(n, "record", "records"));
        }
        if marked {
            said = format!("{said}, {}", display::count(n_queries, "query", "queries"));
        }
        WidgetInfo::selected(Role::Tab, ui.is_enabled(), is_open, said)
    });
    response
}
