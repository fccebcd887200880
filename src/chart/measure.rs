//! How wide a text is, which decides what fits and where names may stand.

use std::sync::OnceLock;

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

use crate::chart::fonts::Face;

/// Knows the width of a text in points.
pub trait Measure {
    /// The width of `text` set in `face` at `size` points.
    fn width(&self, text: &str, size: f64, face: Face) -> f64;
}

/// Measures with the bundled IBM Plex Sans, without kerning, which would only make a text narrower.
#[derive(Clone, Copy, Debug, Default)]
pub struct PlexMeasure;

impl Measure for PlexMeasure {
    fn width(&self, text: &str, size: f64, face: Face) -> f64 {
        let advances = Advances::of(face);
        size * text
            .chars()
            .map(|letter| advances.of_letter(letter))
            .sum::<f64>()
    }
}

/// The advance widths of one cut, in ems.
struct Advances {
    face: Face,
    /// Latin letters and punctuation, looked up once.
    common: Vec<f64>,
}

/// Up to the end of Latin Extended-B; anything later is looked up when it occurs.
const COMMON: u32 = 0x250;

/// For a letter that the font lacks: the width of the box drawn in its place, near enough.
const MISSING: f64 = 0.6;

impl Advances {
    fn of(face: Face) -> &'static Self {
        static TABLES: OnceLock<[Advances; 3]> = OnceLock::new();
        let tables = TABLES.get_or_init(|| Face::ALL.map(Self::read));
        let [regular, semi_bold, italic] = tables;
        match face {
            Face::Regular => regular,
            Face::SemiBold => semi_bold,
            Face::Italic => italic,
        }
    }

    fn read(face: Face) -> Self {
        Self {
            face,
            common: look_up(face, 0..COMMON),
        }
    }

    fn of_letter(&self, letter: char) -> f64 {
        let code = u32::from(letter);
        usize::try_from(code)
            .ok()
            .and_then(|place| self.common.get(place))
            .copied()
            .unwrap_or_else(|| {
                look_up(self.face, code..=code)
                    .first()
                    .copied()
                    .unwrap_or(MISSING)
            })
    }
}

fn look_up(face: Face, letters: impl Iterator<Item = u32>) -> Vec<f64> {
    let Ok(font) = FontRef::new(face.file()) else {
        return letters.map(|_| MISSING).collect();
    };
    let glyphs = font.charmap();
    let metrics = font.glyph_metrics(Size::new(1.0), LocationRef::default());
    letters
        .map(|letter| {
            glyphs
                .map(letter)
                .and_then(|glyph| metrics.advance_width(glyph))
                .map_or(MISSING, f64::from)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_of_the_font() {
        let close =
            |text, face, width: f64| (PlexMeasure.width(text, 1000.0, face) - width).abs() < 0.5;
        let width = |text, face| PlexMeasure.width(text, 1000.0, face);
        assert!(
            close("0000", Face::Regular, 2400.0),
            "digits are 600 of 1000 units"
        );
        assert!(close("1111", Face::Regular, 2400.0), "and of equal width");
        assert!(width("Harbour", Face::SemiBold) > width("Harbour", Face::Regular));
        assert!(width("−ŵŷ", Face::Regular) > 1000.0);
        assert!(close("", Face::Italic, 0.0));
    }

    #[test]
    fn letters_beyond_the_table_are_measured_too() {
        assert!(PlexMeasure.width("ẁ", 10.0, Face::Regular) > 5.0);
        assert!(PlexMeasure.width("漢", 10.0, Face::Regular) > 5.0);
    }
}
