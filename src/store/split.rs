//! A long file read on every processor: cut between its partnerships, where it is laid out as this program writes it.
//!
//! A file that is laid out otherwise, or that a piece of cannot be read, is read as a whole, which says what is wrong.

use std::sync::Arc;

use rayon::prelude::*;
use ron::de::Deserializer;
use serde::Deserialize;

use crate::model::partnership::Partnership;
use crate::store::header::Header;
use crate::store::read::options;
use crate::store::v6::Body;

/// Shorter files are read as quickly in one go.
const LONG: usize = 1 << 20;
/// About the length of a piece.
const PIECE: usize = 1 << 18;

const LIST_STARTS: &str = "\n  partnerships: [\n";
const PARTNERSHIP_ENDS: &str = "\n    ),\n";
const LIST_ENDS: &str = "\n  ],";

/// A file cut up.
struct Cut<'t> {
    /// Everything but the partnerships.
    rest: String,
    /// The partnerships, in order, some in each piece.
    pieces: Vec<&'t str>,
}

/// The header and the body of a long file; nothing where it has to be read as a whole.
pub(crate) fn read_in_pieces(text: &str) -> Option<(Header, Body)> {
    let Cut { rest, pieces } = cut(text)?;
    let mut values = Deserializer::from_str_with_options(&rest, &options()).ok()?;
    let header = Header::deserialize(&mut values).ok()?;
    let mut body = Body::deserialize(&mut values).ok()?;
    values.end().ok()?;
    let read: Option<Vec<_>> = pieces.into_par_iter().map(partnerships).collect();
    body.partnerships = read?.into_iter().flatten().collect();
    Some((header, body))
}

fn partnerships(piece: &str) -> Option<Vec<Arc<Partnership>>> {
    options().from_str(&format!("[{piece}]")).ok()
}

fn cut(text: &str) -> Option<Cut<'_>> {
    if text.len() < LONG {
        return None;
    }
    let (before, after) = text.split_once(LIST_STARTS)?;
    if !is_inside_body(before) {
        return None;
    }
    // Were one of these ends part of a text or a comment, the piece before it would have no end and could not be read.
    let (list, after) = after.split_at(after.find(LIST_ENDS)?);
    let mut pieces = Vec::new();
    let mut left = list;
    while let Some(at) = left.get(PIECE..).and_then(|far| far.find(PARTNERSHIP_ENDS)) {
        let ends = PIECE
            .saturating_add(at)
            .saturating_add(PARTNERSHIP_ENDS.len());
        let (piece, rest) = left.split_at(ends);
        pieces.push(piece);
        left = rest;
    }
    pieces.push(left);
    let rest = format!("{before}{LIST_STARTS}{after}");
    Some(Cut { rest, pieces })
}

/// Whether a text stops between two fields of the second value: not in a quotation, and without comments and the like.
fn is_inside_body(text: &str) -> bool {
    let mut depth = 0_u32;
    let mut n_values = 0_u32;
    let mut is_quoted = false;
    let mut last = b' ';
    for byte in text.bytes() {
        if is_quoted {
            match (last, byte) {
                (b'\\', _) => {
                    // What follows a backslash stands for itself.
                    last = b' ';
                    continue;
                }
                (_, b'"') => is_quoted = false,
                _ => {}
            }
        } else {
            match byte {
                b'"' if last.is_ascii_alphanumeric() || last == b'#' => return false,
                b'"' => is_quoted = true,
                b'/' | b'#' | b'\'' => return false,
                b'(' | b'[' | b'{' => {
                    n_values = n_values.saturating_add(u32::from(depth == 0));
                    depth = depth.saturating_add(1);
                }
                b')' | b']' | b'}' => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        last = byte;
    }
    !is_quoted && depth == 1 && n_values == 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::register::Register;
    use crate::store::write::to_text;
    use crate::units::year::FinancialYear;

    fn long() -> Register {
        let mut register = Register::new(FinancialYear::starting(2026));
        for n in 0..500 {
            let id = register.add_partnership();
            if let Some(last) = register.partnerships.last_mut() {
                let last = Arc::make_mut(last);
                last.name = format!(
                    "Forum {n} of {id}, \"the\" one \\ with (brackets) and\n  ],\n    ),\n"
                );
                last.reason = "x".repeat(3_000);
            }
        }
        register
    }

    fn whole(text: &str) -> Body {
        let mut values = Deserializer::from_str_with_options(text, &options()).unwrap();
        Header::deserialize(&mut values).unwrap();
        Body::deserialize(&mut values).unwrap()
    }

    #[test]
    fn pieces_read_like_the_whole() {
        let text = to_text(&long()).unwrap();
        let (header, body) = read_in_pieces(&text).unwrap();
        assert_eq!(header, Header::newest(&body.settings.guidance));
        assert_eq!(body, whole(&text));
        assert!(cut(&text).unwrap().pieces.len() > 3);
    }

    #[test]
    fn a_layout_of_another_hand_is_left_to_the_whole() {
        let text = to_text(&long()).unwrap();
        for (ours, theirs) in [
            (LIST_STARTS, "\n  partnerships:\n  [\n"),
            ("(\n  settings", "(\n  // ours\n  settings"),
            ("Forum 7 ", "Forum 7 \n    ),\n"),
            ("Forum 7 ", "Forum 7 \n  ],"),
        ] {
            assert!(text.contains(ours), "{ours}");
            let text = text.replace(ours, theirs);
            assert!(
                read_in_pieces(&text).is_none_or(|(_, body)| body == whole(&text)),
                "{theirs}"
            );
        }
    }

    #[test]
    fn a_list_inside_a_quotation_is_no_list() {
        assert!(is_inside_body("(a: \"x\")\n(settings: (title: \"\\\"\"),"));
        for text in [
            "(a: 1)\n(settings: (title: \"",
            "(a: 1)",
            "(a: 1)\n(b: (",
            "(a: 1) (b: r\"",
            "(a: 1) (b: 'x', ",
        ] {
            assert!(!is_inside_body(text), "{text}");
        }
    }
}
