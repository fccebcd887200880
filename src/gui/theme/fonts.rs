//! IBM Plex Sans in two weights, and the few sizes that the window uses.

use std::collections::BTreeMap;
use std::sync::Arc;

use eframe::egui::{FontData, FontDefinitions, FontFamily, FontId, TextStyle};

const REGULAR: &str = "IBM Plex Sans";
const SEMIBOLD: &str = "IBM Plex Sans SemiBold";

/// Text in running lines, labels and tables.
pub const TEXT_SIZE: f32 = 13.0;
/// Headings.
pub const HEADING_SIZE: f32 = 16.0;
/// Key figures.
pub const FIGURE_SIZE: f32 = 22.0;
/// Sub-labels under a figure.
pub const SMALL_SIZE: f32 = 11.0;

/// The heavier of the two weights.
pub fn semibold() -> FontFamily {
    FontFamily::Name(SEMIBOLD.into())
}

/// Our two faces first, egui's own behind them for the signs that Plex lacks.
pub(crate) fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    for (name, bytes) in [
        (
            REGULAR,
            &include_bytes!("../../../assets/fonts/IBMPlexSans-Regular.ttf")[..],
        ),
        (
            SEMIBOLD,
            &include_bytes!("../../../assets/fonts/IBMPlexSans-SemiBold.ttf")[..],
        ),
    ] {
        fonts
            .font_data
            .insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let proportional = fonts.families.entry(FontFamily::Proportional).or_default();
    let mut heavy = proportional.clone();
    proportional.insert(0, REGULAR.to_owned());
    heavy.insert(0, SEMIBOLD.to_owned());
    fonts.families.insert(semibold(), heavy);
    fonts
}

/// Which face and size each kind of text has.
pub(crate) fn text_styles() -> BTreeMap<TextStyle, FontId> {
    BTreeMap::from([
        (TextStyle::Small, FontId::proportional(SMALL_SIZE)),
        (TextStyle::Body, FontId::proportional(TEXT_SIZE)),
        (TextStyle::Button, FontId::proportional(TEXT_SIZE)),
        (TextStyle::Heading, FontId::new(HEADING_SIZE, semibold())),
        (TextStyle::Monospace, FontId::monospace(12.0)),
    ])
}
