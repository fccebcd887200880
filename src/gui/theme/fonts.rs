//! IBM Plex Sans in two weights and a slant, and the few sizes that the window uses.

use std::collections::BTreeMap;
use std::sync::Arc;

use eframe::egui::{FontData, FontDefinitions, FontFamily, FontId, TextStyle};

use crate::chart::fonts;

const REGULAR: &str = "IBM Plex Sans";
const SEMIBOLD: &str = "IBM Plex Sans SemiBold";
const ITALIC: &str = "IBM Plex Sans Italic";

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

/// The slanted cut, for asides on charts.
pub fn italic() -> FontFamily {
    FontFamily::Name(ITALIC.into())
}

/// Our faces first, egui's own behind them for the signs that Plex lacks.
pub(crate) fn definitions() -> FontDefinitions {
    let mut all = FontDefinitions::default();
    for (name, bytes) in [
        (REGULAR, fonts::REGULAR),
        (SEMIBOLD, fonts::SEMI_BOLD),
        (ITALIC, fonts::ITALIC),
    ] {
        all.font_data
            .insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let proportional = all.families.entry(FontFamily::Proportional).or_default();
    let behind = proportional.clone();
    proportional.insert(0, REGULAR.to_owned());
    for (family, face) in [(semibold(), SEMIBOLD), (italic(), ITALIC)] {
        let mut faces = behind.clone();
        faces.insert(0, face.to_owned());
        all.families.insert(family, faces);
    }
    all
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
