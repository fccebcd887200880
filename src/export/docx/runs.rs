//! Text as runs: escaped, and each stretch in the direction that its letters are read.

use std::fmt::Write;

use crate::chart::svg::Escaped;

/// How a run looks, beyond its paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Face {
    /// Whether it is bold.
    pub(crate) is_bold: bool,
    /// The size of type in half points, where the style's is too large.
    pub(crate) half_points: Option<u32>,
}

impl Face {
    /// As the style says.
    pub(crate) const PLAIN: Self = Self {
        is_bold: false,
        half_points: None,
    };

    /// In bold.
    pub(crate) const BOLD: Self = Self {
        is_bold: true,
        ..Self::PLAIN
    };
}

/// The text as runs.
///
/// What XML forbids becomes a space: no character of a name can break the file or leave its element.
pub(crate) fn runs(text: &str, face: Face) -> String {
    let mut out = String::with_capacity(text.len().saturating_add(64));
    for (is_rtl, piece) in stretches(text) {
        let properties = properties(face, is_rtl);
        // Writing to a String cannot fail.
        let _ = write!(
            out,
            "<w:r>{properties}<w:t xml:space=\"preserve\">{}</w:t></w:r>",
            Escaped(piece)
        );
    }
    out
}

fn properties(face: Face, is_rtl: bool) -> String {
    let bold = if face.is_bold { "<w:b/><w:bCs/>" } else { "" };
    let size = face.half_points.map_or(String::new(), |size| {
        format!("<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>")
    });
    let rtl = if is_rtl { "<w:rtl/>" } else { "" };
    let inside = format!("{bold}{size}{rtl}");
    if inside.is_empty() {
        inside
    } else {
        format!("<w:rPr>{inside}</w:rPr>")
    }
}

/// `<w:bidi/>` where the paragraph is read from the right: its first letter says so.
pub(crate) fn direction(text: &str) -> &'static str {
    let first = text.chars().find_map(is_rtl);
    if first == Some(true) { "<w:bidi/>" } else { "" }
}

/// The text in stretches of one direction; what has none, such as a space, goes with the paragraph's.
fn stretches(text: &str) -> Vec<(bool, &str)> {
    let base = text.chars().find_map(is_rtl).unwrap_or(false);
    let mut out = Vec::new();
    // Where the stretch begins, which way it runs, and where its last letter ends.
    let (mut start, mut way, mut end) = (0, base, 0);
    for (at, letter) in text.char_indices() {
        let Some(letter_way) = is_rtl(letter) else {
            continue;
        };
        if letter_way != way {
            // Between two directions, blanks and marks belong to the side that reads as the paragraph does.
            let cut = if way == base { at } else { end };
            out.push((way, text.get(start..cut).unwrap_or_default()));
            (start, way) = (cut, letter_way);
        }
        end = at.saturating_add(letter.len_utf8());
    }
    if way != base {
        out.push((way, text.get(start..end).unwrap_or_default()));
        (start, way) = (end, base);
    }
    out.push((way, text.get(start..).unwrap_or_default()));
    out.retain(|(_, piece)| !piece.is_empty());
    out
}

/// Whether a letter is read from the right; nothing for what has no direction of its own.
///
/// After the Unicode character database's blocks of Hebrew, Arabic and their kin (bidirectional classes R and AL).
fn is_rtl(letter: char) -> Option<bool> {
    let is_right = matches!(
        letter,
        '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}'
            | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}'
    );
    letter.is_alphabetic().then_some(is_right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_leave_its_run() {
        assert_eq!(
            runs("<w:p>&]]>\u{0}\t\"", Face::PLAIN),
            "<w:r><w:t xml:space=\"preserve\">&lt;w:p&gt;&amp;]]&gt;  &quot;</w:t></w:r>"
        );
        assert_eq!(runs("", Face::BOLD), "");
    }

    #[test]
    fn each_stretch_is_read_its_own_way() {
        for (text, expected) in [
            ("Ŵyl 2026", vec![(false, "Ŵyl 2026")]),
            ("שלום 12", vec![(true, "שלום 12")]),
            (
                "The שלום עולם group",
                vec![(false, "The "), (true, "שלום עולם"), (false, " group")],
            ),
            (
                "שלום (NHS) עולם",
                vec![(true, "שלום ("), (false, "NHS"), (true, ") עולם")],
            ),
            ("12.5", vec![(false, "12.5")]),
        ] {
            assert_eq!(stretches(text), expected);
            let whole: String = stretches(text).iter().map(|(_, it)| *it).collect();
            assert_eq!(whole, text);
        }
        assert_eq!(direction("(1) שלום"), "<w:bidi/>");
        assert_eq!(direction("A שלום"), "");
    }
}
