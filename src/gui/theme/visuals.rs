//! How egui's own widgets look in each palette.

use eframe::egui::epaint::Shadow;
use eframe::egui::style::{ScrollStyle, WidgetVisuals, Widgets};
use eframe::egui::{Color32, CornerRadius, Margin, Stroke, Style, Theme, Vec2, Visuals};

use crate::gui::theme::palette::{HIGH_CONTRAST, Palette};
use crate::gui::theme::{S4, S8, S12, fonts};

const RADIUS: CornerRadius = CornerRadius::same(4);

/// The whole style of one look: sizes from the 4-point grid, colours from the palette.
pub(crate) fn style(theme: Theme, palette: &Palette) -> Style {
    let mut style = Style {
        text_styles: fonts::text_styles(),
        visuals: visuals(theme, palette),
        animation_time: 0.08,
        ..Style::default()
    };
    let spacing = &mut style.spacing;
    spacing.item_spacing = Vec2::new(S8, S8);
    spacing.button_padding = Vec2::new(S12, S4);
    spacing.interact_size = Vec2::new(32.0, 28.0);
    spacing.window_margin = Margin::same(16);
    spacing.menu_margin = Margin::same(4);
    spacing.icon_width = 16.0;
    spacing.icon_width_inner = 10.0;
    spacing.indent = 16.0;
    spacing.tooltip_width = 360.0;
    spacing.scroll = ScrollStyle {
        bar_width: 8.0,
        floating_width: 4.0,
        floating_allocated_width: 8.0,
        foreground_color: true,
        dormant_background_opacity: 0.0,
        active_background_opacity: 0.0,
        interact_background_opacity: 0.1,
        dormant_handle_opacity: 0.3,
        active_handle_opacity: 0.4,
        interact_handle_opacity: 0.6,
        ..ScrollStyle::thin()
    };
    // Text in tables and headings is read, not dragged over; figures are copied from their menu.
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.35;
    style
}

fn visuals(theme: Theme, p: &Palette) -> Visuals {
    let base = match theme {
        Theme::Light => Visuals::light(),
        Theme::Dark => Visuals::dark(),
    };
    let shadow = |strength| Shadow {
        offset: [0, 4],
        blur: 16,
        spread: 0,
        color: Color32::from_black_alpha(strength),
    };
    let depth = match theme {
        Theme::Light => 28,
        Theme::Dark => 110,
    };
    let mut visuals = Visuals {
        widgets: widgets(p),
        hyperlink_color: p.accent,
        faint_bg_color: p.hover_row,
        extreme_bg_color: p.field,
        text_edit_bg_color: Some(p.field),
        code_bg_color: p.panel,
        warn_fg_color: p.ink,
        error_fg_color: p.error,
        weak_text_color: Some(p.muted),
        window_fill: p.raised,
        window_stroke: line(p),
        window_shadow: shadow(depth),
        window_corner_radius: CornerRadius::same(8),
        menu_corner_radius: CornerRadius::same(6),
        popup_shadow: shadow(depth),
        panel_fill: p.panel,
        striped: false,
        ..base
    };
    visuals.selection.bg_fill = p.selection;
    visuals.selection.stroke = Stroke::new(2.0, p.accent);
    visuals.text_cursor.blink = false;
    visuals.text_cursor.stroke = Stroke::new(1.5, p.accent);
    visuals
}

fn widgets(p: &Palette) -> Widgets {
    let look = |fill, stroke, ink| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: stroke,
        corner_radius: RADIUS,
        fg_stroke: Stroke::new(1.5, ink),
        expansion: 0.0,
    };
    Widgets {
        noninteractive: WidgetVisuals {
            fg_stroke: Stroke::new(1.0, p.ink),
            ..look(p.panel, line(p), p.ink)
        },
        inactive: look(p.field, quiet_outline(p), p.ink),
        hovered: look(p.selection, Stroke::new(1.0, p.border), p.ink),
        active: look(p.selection, Stroke::new(2.0, p.focus_ring), p.accent),
        open: look(p.selection, Stroke::new(1.0, p.border), p.ink),
    }
}

/// The hairline of this palette.
fn line(p: &Palette) -> Stroke {
    Stroke::new(1.0, p.hairline)
}

/// The outline of a control at rest: quiet, save where every line is meant to be seen.
fn quiet_outline(p: &Palette) -> Stroke {
    let colour = if p == &HIGH_CONTRAST {
        p.border
    } else {
        p.hairline
    };
    Stroke::new(1.0, colour)
}
