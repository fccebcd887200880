//! Making a text fit: lines no wider than the paper, names no wider than their column.

use std::borrow::Cow;

use crate::chart::fonts::Face;
use crate::chart::measure::Measure;

/// The sizes of type on a chart, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sizes {
    /// The finding.
    pub title: f64,
    /// What, when, which basis.
    pub subtitle: f64,
    /// Names and figures.
    pub body: f64,
    /// Scale in words, ticks, notes. Never below 7 on paper.
    pub small: f64,
}

impl Sizes {
    /// For a page of A4 held in the hand.
    pub const PAPER: Self = Self {
        title: 13.0,
        subtitle: 9.0,
        body: 8.5,
        small: 7.2,
    };

    /// For the window.
    pub const SCREEN: Self = Self {
        title: 16.0,
        subtitle: 13.0,
        body: 13.0,
        small: 11.0,
    };
}

/// No line of a chart holds more letters.
const LONGEST: usize = 300;

/// What stands for the rest of a name.
const ELLIPSIS: &str = "…";

/// The text, or as much of it as fits `width` with an ellipsis.
pub fn shorten<'t>(
    text: &'t str,
    width: f64,
    size: f64,
    face: Face,
    measure: &dyn Measure,
) -> Cow<'t, str> {
    if measure.width(text, size, face) <= width {
        return Cow::Borrowed(text);
    }
    // Nothing longer than this fits any page, and measuring it letter by letter would take for ever.
    let longest = text
        .char_indices()
        .nth(LONGEST)
        .map_or(text.len(), |(at, _)| at);
    let mut kept = text.get(..longest).unwrap_or_default().trim_end();
    while let Some((end, _)) = kept.char_indices().next_back() {
        kept = kept
            .get(..end)
            .unwrap_or_default()
            .trim_end_matches([' ', ',', '·', '-']);
        let shortened = format!("{kept}{ELLIPSIS}");
        if measure.width(&shortened, size, face) <= width {
            return Cow::Owned(shortened);
        }
    }
    Cow::Borrowed(ELLIPSIS)
}

/// The text in lines no wider than `width`; a word that is wider than that is shortened.
pub fn wrap(text: &str, width: f64, size: f64, face: Face, measure: &dyn Measure) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let word = shorten(word, width, size, face, measure);
        let longer = if line.is_empty() {
            word.to_string()
        } else {
            format!("{line} {word}")
        };
        if measure.width(&longer, size, face) <= width {
            line = longer;
        } else {
            lines.push(std::mem::replace(&mut line, word.into_owned()));
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// The text in at most so many lines, the last with an ellipsis where there is more.
pub fn in_lines(
    text: &str,
    most: usize,
    width: f64,
    (size, face): (f64, Face),
    measure: &dyn Measure,
) -> Vec<String> {
    let mut lines = wrap(text, width, size, face, measure);
    if lines.len() > most {
        let rest = lines.split_off(most.saturating_sub(1)).join(" ");
        lines.push(shorten(&rest, width, size, face, measure).into_owned());
    }
    lines
}

/// The narrowest of a few widths at which the text still takes as few lines, so that no word is left alone.
pub fn balanced(text: &str, width: f64, size: f64, face: Face, measure: &dyn Measure) -> f64 {
    let n_lines = |width| wrap(text, width, size, face, measure).len();
    let fewest = n_lines(width);
    [0.55, 0.65, 0.75, 0.85, 0.95]
        .into_iter()
        .map(|share| share * width)
        .find(|narrow| fewest > 1 && n_lines(*narrow) == fewest)
        .unwrap_or(width)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::measure::PlexMeasure;

    const NAME: &str = "Harbour, Docklands and Riverside Regeneration Company";

    #[test]
    fn a_name_that_fits_stays_whole() {
        let text = shorten(NAME, 400.0, 8.5, Face::Regular, &PlexMeasure);
        assert_eq!(text, NAME);
    }

    #[test]
    fn a_long_name_ends_in_an_ellipsis_within_its_column() {
        for width in [8.0, 30.0, 60.0, 100.0, 150.0] {
            let text = shorten(NAME, width, 8.5, Face::Regular, &PlexMeasure);
            assert!(text.ends_with('…'), "{text}");
            assert!(
                PlexMeasure.width(&text, 8.5, Face::Regular) <= width,
                "{text}"
            );
        }
        let text = shorten(NAME, 42.0, 8.5, Face::Regular, &PlexMeasure);
        assert_eq!(text, "Harbour…", "no comma is left before the ellipsis");
    }

    #[test]
    fn as_many_lines_as_are_allowed_hold_the_name() {
        let lines = |most| in_lines(NAME, most, 100.0, (8.5, Face::Regular), &PlexMeasure);
        assert_eq!(lines(3).join(" "), NAME);
        let two = lines(2);
        assert_eq!(two.len(), 2);
        assert!(two[1].ends_with('…'), "{two:?}");
    }

    #[test]
    fn lines_hold_every_word_and_none_is_too_wide() {
        let text = "Scores are progress against each partnership's own targets.";
        let lines = wrap(text, 90.0, 7.0, Face::Regular, &PlexMeasure);
        assert_eq!(lines.join(" "), text);
        for line in &lines {
            assert!(
                PlexMeasure.width(line, 7.0, Face::Regular) <= 90.0,
                "{line}"
            );
        }
        assert!(wrap("", 90.0, 7.0, Face::Regular, &PlexMeasure).is_empty());
    }
}
