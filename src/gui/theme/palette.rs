//! The colours of each look, each chosen for its own background.

use eframe::egui::Color32;

/// The colours of one look.
#[derive(Debug, PartialEq)]
pub struct Palette {
    /// Behind content: tables, forms, charts.
    pub surface: Color32,
    /// Behind side panels, bars and headers.
    pub panel: Color32,
    /// Behind menus, dialogs and tooltips.
    pub raised: Color32,
    /// Behind a field that can be typed in.
    pub field: Color32,
    /// The outline of such a field at rest.
    pub field_edge: Color32,
    /// Behind the row under the pointer.
    pub hover_row: Color32,
    /// Behind what is selected.
    pub selection: Color32,
    /// Behind a field whose text is not understood.
    pub error_soft: Color32,
    /// Lines between rows and panels.
    pub hairline: Color32,
    /// The outline of a control, at least 3:1 on every surface.
    pub border: Color32,
    /// Text.
    pub ink: Color32,
    /// Second-order text: units, hints, sub-labels.
    pub muted: Color32,
    /// Links, the main button and what is selected.
    pub accent: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    /// Errors, and what is rated red; nothing else.
    pub error: Color32,
    /// What is rated amber.
    pub amber: Color32,
    /// What is rated green.
    pub green: Color32,
    /// A number that somebody typed.
    pub typed: Color32,
    /// A number that was worked out.
    pub worked_out: Color32,
    /// The ring around what has the keyboard.
    pub focus_ring: Color32,
}

/// Dark blue on white.
pub const LIGHT: Palette = Palette {
    surface: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    panel: Color32::from_rgb(0xF6, 0xF7, 0xF9),
    raised: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    field: Color32::from_rgb(0xF1, 0xF5, 0xFA),
    field_edge: Color32::from_rgb(0xF1, 0xF5, 0xFA),
    hover_row: Color32::from_rgb(0xF4, 0xF6, 0xF9),
    selection: Color32::from_rgb(0xDB, 0xE7, 0xF3),
    error_soft: Color32::from_rgb(0xFD, 0xF2, 0xF1),
    hairline: Color32::from_rgb(0xE2, 0xE6, 0xEB),
    border: Color32::from_rgb(0x73, 0x7F, 0x8D),
    ink: Color32::from_rgb(0x17, 0x20, 0x2B),
    muted: Color32::from_rgb(0x52, 0x5E, 0x6C),
    accent: Color32::from_rgb(0x12, 0x43, 0x6D),
    on_accent: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    error: Color32::from_rgb(0xB3, 0x1B, 0x12),
    amber: Color32::from_rgb(0x85, 0x55, 0x00),
    green: Color32::from_rgb(0x1F, 0x6B, 0x3A),
    typed: Color32::from_rgb(0x12, 0x4F, 0x8C),
    worked_out: Color32::from_rgb(0x17, 0x20, 0x2B),
    focus_ring: Color32::from_rgb(0x1D, 0x6F, 0xB8),
};

/// Light blue on slate.
pub const DARK: Palette = Palette {
    surface: Color32::from_rgb(0x1A, 0x1D, 0x22),
    panel: Color32::from_rgb(0x14, 0x16, 0x1A),
    raised: Color32::from_rgb(0x23, 0x27, 0x2E),
    field: Color32::from_rgb(0x22, 0x28, 0x31),
    field_edge: Color32::from_rgb(0x22, 0x28, 0x31),
    hover_row: Color32::from_rgb(0x22, 0x26, 0x2C),
    selection: Color32::from_rgb(0x22, 0x3C, 0x57),
    error_soft: Color32::from_rgb(0x38, 0x22, 0x22),
    hairline: Color32::from_rgb(0x2D, 0x32, 0x39),
    border: Color32::from_rgb(0x7C, 0x87, 0x94),
    ink: Color32::from_rgb(0xE4, 0xE8, 0xED),
    muted: Color32::from_rgb(0xA3, 0xAD, 0xB9),
    accent: Color32::from_rgb(0x86, 0xBC, 0xEE),
    on_accent: Color32::from_rgb(0x0E, 0x1B, 0x28),
    error: Color32::from_rgb(0xFF, 0x93, 0x89),
    amber: Color32::from_rgb(0xF0, 0xC0, 0x5A),
    green: Color32::from_rgb(0x7F, 0xD1, 0x9B),
    typed: Color32::from_rgb(0x9B, 0xCB, 0xF5),
    worked_out: Color32::from_rgb(0xE4, 0xE8, 0xED),
    focus_ring: Color32::from_rgb(0x5E, 0xA5, 0xE6),
};

/// White on black with a yellow ring; every line is meant to be seen.
pub const HIGH_CONTRAST: Palette = Palette {
    surface: Color32::from_rgb(0x00, 0x00, 0x00),
    panel: Color32::from_rgb(0x00, 0x00, 0x00),
    raised: Color32::from_rgb(0x0A, 0x0A, 0x0A),
    field: Color32::from_rgb(0x0B, 0x1A, 0x2B),
    field_edge: Color32::from_rgb(0x9A, 0xA6, 0xB2),
    hover_row: Color32::from_rgb(0x1C, 0x1C, 0x1C),
    selection: Color32::from_rgb(0x00, 0x32, 0x5E),
    error_soft: Color32::from_rgb(0x33, 0x06, 0x04),
    hairline: Color32::from_rgb(0x6E, 0x6E, 0x6E),
    border: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    ink: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    muted: Color32::from_rgb(0xDD, 0xDD, 0xDD),
    accent: Color32::from_rgb(0x8F, 0xD3, 0xFF),
    on_accent: Color32::from_rgb(0x00, 0x00, 0x00),
    error: Color32::from_rgb(0xFF, 0xB0, 0xA8),
    amber: Color32::from_rgb(0xFF, 0xD3, 0x6B),
    green: Color32::from_rgb(0x8F, 0xE8, 0xAE),
    typed: Color32::from_rgb(0x8F, 0xD3, 0xFF),
    worked_out: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    focus_ring: Color32::from_rgb(0xFF, 0xDD, 0x00),
};

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(colour: Color32) -> f64 {
        let linear = |channel: u8| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.04045 {
                c / 12.92
            } else {
                ((c + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(colour.r()) + 0.7152 * linear(colour.g()) + 0.0722 * linear(colour.b())
    }

    fn contrast(one: Color32, other: Color32) -> f64 {
        let (a, b) = (luminance(one), luminance(other));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn check(name: &str, palette: &Palette, text_at_least: f64) {
        let p = palette;
        let surfaces = [
            ("surface", p.surface),
            ("panel", p.panel),
            ("raised", p.raised),
            ("field", p.field),
            ("hover row", p.hover_row),
            ("selection", p.selection),
            ("soft error", p.error_soft),
        ];
        let texts = [
            ("ink", p.ink),
            ("muted", p.muted),
            ("accent", p.accent),
            ("error", p.error),
            ("amber", p.amber),
            ("green", p.green),
            ("typed", p.typed),
            ("worked out", p.worked_out),
        ];
        for (surface_name, surface) in surfaces {
            for (text_name, text) in texts {
                let ratio = contrast(text, surface);
                assert!(
                    ratio >= text_at_least,
                    "{name}: {text_name} on {surface_name} is {ratio:.2}:1"
                );
            }
            for (line_name, line) in [("border", p.border), ("focus ring", p.focus_ring)] {
                let ratio = contrast(line, surface);
                assert!(
                    ratio >= 3.0,
                    "{name}: {line_name} on {surface_name} is {ratio:.2}:1"
                );
            }
        }
        assert!(contrast(p.on_accent, p.accent) >= text_at_least, "{name}");
    }

    #[test]
    fn text_can_be_read_on_every_surface() {
        check("light", &LIGHT, 4.5);
        check("dark", &DARK, 4.5);
        check("high contrast", &HIGH_CONTRAST, 7.0);
    }
}
