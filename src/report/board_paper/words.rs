//! Small words of a paper: one line of text, names that fit it, a few names as a sentence lists them.

use crate::costing::basis::Basis;
use crate::findings::findings::Findings;
use crate::findings::partnership::PartnershipFindings;
use crate::report::summary::name_text;
use crate::report::text_table::shortened;
use crate::units::display;
use crate::units::id::Id;

/// Letters of a name in a sentence; a longer one is cut, and ends in an ellipsis.
const NAME: usize = 120;

/// Letters of a paragraph; nobody reads more, and only names beyond all reason come to it.
const PARAGRAPH: usize = 6_000;

/// Letters of a cell of a table.
const CELL: usize = 400;

/// Partnerships that a sentence names before it only counts them.
pub(crate) const N_NAMED: usize = 3;

/// The text as one line: blanks and controls become single spaces, and what no file format can hold is left out.
pub(crate) fn line(text: &str) -> String {
    one_line(text, PARAGRAPH)
}

/// As `line`, for a cell of a table.
pub(crate) fn cell_line(text: &str) -> String {
    one_line(text, CELL)
}

fn one_line(text: &str, longest: usize) -> String {
    let clean: String = text
        .chars()
        .filter(|it| !matches!(it, '\u{FFFE}' | '\u{FFFF}') && !display::is_mark_of_direction(*it))
        .map(|it| if it.is_control() { ' ' } else { it })
        .collect();
    let words: Vec<&str> = clean.split_whitespace().collect();
    shortened(&words.join(" "), longest)
}

/// A partnership's name as a sentence holds it.
pub(crate) fn name_of(found: &PartnershipFindings) -> String {
    shortened(&line(&name_text(found)), NAME)
}

/// Any other name as a sentence holds it.
pub(crate) fn name(text: &str) -> String {
    shortened(&line(text), NAME)
}

/// `A, B and C`, or `A, B, C and two others`.
pub(crate) fn some_names(findings: &Findings, ids: &[Id]) -> String {
    let named = ids.iter().filter_map(|id| findings.partnership(*id));
    let names: Vec<String> = named.take(N_NAMED).map(name_of).collect();
    listed(names, ids.len())
}

/// The first few of `n` as a sentence lists them, and how many others there are.
pub(crate) fn listed(mut names: Vec<String>, n: usize) -> String {
    let more = n.saturating_sub(names.len());
    if more > 0 {
        let others = if more == 1 { "other" } else { "others" };
        names.push(format!("{} {others}", display::in_words(more)));
    }
    match names.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, first)) => format!("{} and {last}", first.join(", ")),
    }
}

/// Sentences one after the other, those that are blank left out.
pub(crate) fn sentences(said: impl IntoIterator<Item = String>) -> String {
    let said = said.into_iter().filter(|it| !it.trim().is_empty());
    said.collect::<Vec<_>>().join(" ")
}

/// `at full cost`, `on the Exhibit 2 basis`.
pub(crate) const fn on_basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Full => "at full cost",
        Basis::Exhibit2 => "on the Exhibit 2 basis",
    }
}

/// The other of the two.
pub(crate) const fn other(basis: Basis) -> Basis {
    match basis {
        Basis::Full => Basis::Exhibit2,
        Basis::Exhibit2 => Basis::Full,
    }
}

/// `15 partnerships`, `one partnership`, as a sentence starts.
pub(crate) fn partnerships(n: usize) -> String {
    let noun = if n == 1 {
        "partnership"
    } else {
        "partnerships"
    };
    format!("{} {noun}", display::in_words(n))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_one_line() {
        assert_eq!(line(" a\n\tb\u{0}c\u{FFFF} "), "a b c");
        assert_eq!(line(&"x".repeat(10_000)).chars().count(), PARAGRAPH);
        assert_eq!(cell_line("ŵ\u{2028}ŷ"), "ŵ ŷ");
    }

    #[test]
    fn names_are_listed_as_people_do() {
        let names = |n: usize| {
            ["A", "B", "C"]
                .iter()
                .take(n)
                .map(ToString::to_string)
                .collect()
        };
        assert_eq!(listed(names(1), 1), "A");
        assert_eq!(listed(names(3), 3), "A, B and C");
        assert_eq!(listed(names(3), 4), "A, B, C and one other");
        assert_eq!(listed(names(3), 14), "A, B, C and 11 others");
    }
}
