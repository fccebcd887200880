//! Letters that the bundled typefaces have; for any other, a stand-in that can be read.
//!
//! PDF for the archive forbids the empty box of a missing letter, and a box says nothing to its reader anyway.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::sync::OnceLock;

use skrifa::{FontRef, MetadataProvider};

use crate::chart::fonts::{ARABIC, HEBREW, REGULAR};

/// Marks where a word that is too wide may be broken; no text that has passed [`readable`] holds it.
pub const MAY_BREAK: char = '\u{200B}';

/// Which letters are set as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letters {
    /// All that the bundled typefaces have.
    Bundled,
    /// Latin alone: where letters of several scripts are stacked so that no single typeface has them together.
    Latin,
}

/// The end of Latin Extended-B.
const LATIN: u32 = 0x250;

/// The text with letters that can be printed: control characters are spaces, what has no shape is left out,
/// and a letter that is in none of the typefaces is its number in Unicode, such as `[U+4E2D]`.
pub fn readable(text: &str, letters: Letters) -> Cow<'_, str> {
    if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match kind(letter, letters) {
            Printed::AsItIs => out.push(letter),
            Printed::Space => out.push(' '),
            Printed::Not => {}
            // Writing to a String cannot fail.
            Printed::StandIn => {
                let _ = write!(out, "[U+{:04X}]", u32::from(letter));
            }
        }
    }
    Cow::Owned(out)
}

enum Printed {
    AsItIs,
    Space,
    Not,
    StandIn,
}

fn kind(letter: char, letters: Letters) -> Printed {
    if letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}') {
        return Printed::Space;
    }
    if is_shapeless(letter) {
        return Printed::Not;
    }
    let code = u32::from(letter);
    let is_allowed = match letters {
        Letters::Bundled => true,
        Letters::Latin => code < LATIN,
    };
    if is_allowed && !is_private(code) && covered().contains(&code) {
        Printed::AsItIs
    } else {
        Printed::StandIn
    }
}

/// Joiners, marks of direction, variation selectors and the like. Those of direction could also show a figure backwards.
fn is_shapeless(letter: char) -> bool {
    matches!(
        u32::from(letter),
        0xAD | 0x34F
            | 0x61C
            | 0x115F..=0x1160
            | 0x17B4..=0x17B5
            | 0x180B..=0x180F
            | 0x200B..=0x200F
            | 0x202A..=0x202E
            | 0x2060..=0x206F
            | 0x3164
            | 0xFE00..=0xFE0F
            | 0xFEFF
            | 0xFFA0
            | 0xFFF0..=0xFFFB
            | 0xFFFE..=0xFFFF
            | 0x1BCA0..=0x1BCA3
            | 0x1D173..=0x1D17A
            | 0xE0000..=0xE0FFF
    )
}

/// Letters without a common meaning, which PDF for the archive wants explained one by one.
fn is_private(code: u32) -> bool {
    matches!(code, 0xE000..=0xF8FF | 0xF_0000..)
}

/// Every letter of the bundled typefaces.
fn covered() -> &'static BTreeSet<u32> {
    static COVERED: OnceLock<BTreeSet<u32>> = OnceLock::new();
    COVERED.get_or_init(|| {
        let fonts = [REGULAR, HEBREW, ARABIC].into_iter();
        let fonts = fonts.filter_map(|file| FontRef::new(file).ok());
        let letters = fonts.flat_map(|font| {
            let of_font = font.charmap().mappings();
            let shown = of_font.filter(|(_, glyph)| glyph.to_u32() != 0);
            shown.map(|(code, _)| code).collect::<Vec<_>>()
        });
        letters.collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fonts::{ITALIC, SEMI_BOLD};

    #[test]
    fn letters_of_the_typefaces_stay() {
        for text in [
            "Plain",
            "£1,234 − 5 % → ✓ “ŵ ŷ Ŵ Ŷ é”",
            "Ελλάδα",
            "Дунай",
            "שלום",
            "مرحبا",
            "#import <script> =cmd() ]]> $x$ @y \\",
        ] {
            assert_eq!(readable(text, Letters::Bundled), text);
        }
    }

    #[test]
    fn what_cannot_be_printed_is_said_or_left_out() {
        for (text, expected) in [
            ("中", "[U+4E2D]"),
            ("a🙂b", "a[U+1F642]b"),
            ("a\tb\nc\0d\u{7f}", "a b c d "),
            ("soft\u{AD}hyphen\u{200B}\u{202E}", "softhyphen"),
            ("\u{E000}\u{FEFF}", "[U+E000]"),
        ] {
            assert_eq!(readable(text, Letters::Bundled), expected);
        }
        assert_eq!(readable("ŵ ש", Letters::Latin), "ŵ [U+05E9]");
    }

    #[test]
    fn every_cut_has_the_letters_of_the_regular_one() {
        let letters = |file| {
            let font = FontRef::new(file).unwrap();
            let codes = font.charmap().mappings().map(|(code, _)| code);
            codes.collect::<BTreeSet<_>>()
        };
        for cut in [SEMI_BOLD, ITALIC] {
            assert_eq!(letters(cut), letters(REGULAR));
        }
    }
}
