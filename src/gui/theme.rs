//! Fonts, sizes and colours: everything the window shows takes them from here.

pub mod fonts;
pub mod palette;
mod visuals;

use eframe::egui::{Color32, Context, FontId, Frame, Margin, RichText, Theme, ThemePreference, Ui};

use crate::gui::theme::fonts::{FIGURE_SIZE, TEXT_SIZE, semibold};
use crate::gui::theme::palette::{DARK, HIGH_CONTRAST, LIGHT, Palette};
use crate::session::preferences::Look;

/// One step of the 4-point grid.
pub const S4: f32 = 4.0;
/// Between things that belong together.
pub const S8: f32 = 8.0;
/// Inside cards and buttons.
pub const S12: f32 = 12.0;
/// Between groups.
pub const S16: f32 = 16.0;
/// Around a page.
pub const S24: f32 = 24.0;
/// Between sections.
pub const S32: f32 = 32.0;

/// Puts our fonts and styles into a new window; call it once, then `set_look`.
pub fn install(ctx: &Context) {
    ctx.set_fonts(fonts::definitions());
    set_look(ctx, Look::System);
}

/// Changes the look at once.
pub fn set_look(ctx: &Context, look: Look) {
    let (preference, light, dark) = match look {
        Look::System => (ThemePreference::System, &LIGHT, &DARK),
        Look::Light => (ThemePreference::Light, &LIGHT, &DARK),
        Look::Dark => (ThemePreference::Dark, &LIGHT, &DARK),
        Look::HighContrast => (ThemePreference::Dark, &LIGHT, &HIGH_CONTRAST),
    };
    ctx.set_style_of(Theme::Light, visuals::style(Theme::Light, light));
    ctx.set_style_of(Theme::Dark, visuals::style(Theme::Dark, dark));
    ctx.options_mut(|options| options.fallback_theme = Theme::Light);
    ctx.set_theme(preference);
}

/// The colours in use where `ui` stands.
pub fn palette(ui: &Ui) -> &'static Palette {
    // The panel's colour names the look: no two looks share it, and reading it takes no lock.
    of_panel(ui.visuals().panel_fill)
}

/// The colours in use, for what is painted outside a `Ui`.
pub fn palette_of(ctx: &Context) -> &'static Palette {
    of_panel(ctx.global_style().visuals.panel_fill)
}

fn of_panel(panel: Color32) -> &'static Palette {
    [&DARK, &HIGH_CONTRAST]
        .into_iter()
        .find(|palette| palette.panel == panel)
        .unwrap_or(&LIGHT)
}

/// The font of running text.
pub fn text_font() -> FontId {
    FontId::proportional(TEXT_SIZE)
}

/// The font of emphasised text and of table headers.
pub fn strong_font() -> FontId {
    FontId::new(TEXT_SIZE, semibold())
}

/// A key figure.
pub fn figure_text(text: impl Into<String>) -> RichText {
    RichText::new(text).font(FontId::new(FIGURE_SIZE, semibold()))
}

/// A heading.
pub fn heading(text: impl Into<String>) -> RichText {
    RichText::new(text).heading()
}

/// Second-order text.
pub fn muted(text: impl Into<String>) -> RichText {
    RichText::new(text).weak()
}

/// Second-order text under a figure.
pub fn small(text: impl Into<String>) -> RichText {
    RichText::new(text).small().weak()
}

/// Emphasised text.
pub fn strong(text: impl Into<String>) -> RichText {
    RichText::new(text).font(strong_font())
}

/// The frame of a page: the surface, with room to breathe.
pub fn page_frame(ui: &Ui) -> Frame {
    Frame::new()
        .fill(palette(ui).surface)
        .inner_margin(Margin::same(24))
}
