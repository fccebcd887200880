//! What is wrong in a text that could not be read: where, in which record, and what to do.

use ron::Error;
use ron::de::Deserializer;
use ron::error::{Position, SpannedError};
use serde::Deserialize;

use crate::store::error::StoreError;
use crate::store::header::Header;
use crate::store::near::nearest;
use crate::store::read::options;

/// Reads the text again with a record of where it is, and explains what stops it.
pub(crate) fn explain<'a, Body: Deserialize<'a>>(text: &'a str, name: &str) -> StoreError {
    let mut values = match Deserializer::from_str_with_options(text, &options()) {
        Ok(values) => values,
        Err(error) => return malformed(name, error.span.end, String::new(), &error.code),
    };
    let header = serde_path_to_error::deserialize::<_, Header>(&mut values).map(|_| ());
    let read =
        header.and_then(|()| serde_path_to_error::deserialize::<_, Body>(&mut values).map(|_| ()));
    if let Err(error) = read {
        let path = in_words(&error.path().to_string());
        return explain_one(&values, name, path, error.into_inner());
    }
    let code = values.end().err().unwrap_or(Error::TrailingCharacters);
    if code != Error::TrailingCharacters {
        return explain_one(&values, name, String::new(), code);
    }
    let Position { line, col: column } = values.span_error(code).span.end;
    StoreError::Trailing {
        name: name.to_owned(),
        line,
        column,
    }
}

fn explain_one(values: &Deserializer<'_>, name: &str, path: String, code: Error) -> StoreError {
    let SpannedError { code, span } = values.span_error(code);
    // A whole file ends in a bracket, so where no bracket follows the end is missing, whatever was found instead.
    let breaks_off = !values.remainder().contains(')')
        || matches!(
            code,
            Error::Eof | Error::ExpectedStringEnd | Error::UnclosedBlockComment
        );
    if breaks_off {
        let Position { line, col: column } = end_of(values, span.end);
        return StoreError::EndsTooEarly {
            name: name.to_owned(),
            line,
            column,
        };
    }
    let place = match code {
        Error::NoSuchStructField { .. }
        | Error::DuplicateStructField { .. }
        | Error::NoSuchEnumVariant { .. }
        | Error::InvalidValueForType { .. }
        | Error::Message(_)
            if span.start.line == span.end.line =>
        {
            span.start
        }
        _ => span.end,
    };
    malformed(name, place, path, &code)
}

/// Where the text ends, counted on from a place in it.
fn end_of(values: &Deserializer<'_>, from: Position) -> Position {
    let mut place = from;
    for letter in values.remainder().trim_end().chars() {
        if letter == '\n' {
            place.line = place.line.saturating_add(1);
            place.col = 1;
        } else {
            place.col = place.col.saturating_add(1);
        }
    }
    place
}

fn malformed(name: &str, place: Position, path: String, code: &Error) -> StoreError {
    let (what, hint) = said(code, &path);
    StoreError::Malformed {
        name: name.to_owned(),
        line: place.line,
        column: place.col,
        path,
        what,
        hint,
    }
}

/// `partnerships[3].meetings[0].length` as `partnerships[3] › meetings[0] › length`.
fn in_words(path: &str) -> String {
    match path {
        "." | "?" => String::new(),
        path => path.replace(".?", "").replace('.', " › "),
    }
}

const RESTORE: &str = "Correct it, or restore the file from a copy.";

/// Fields that hold a day.
const DAYS: [&str; 7] = [
    "date",
    "start",
    "review",
    "end",
    "baseline_date",
    "target_date",
    "actual_date",
];

/// What an error of the parser means, and what to do about it.
fn said(code: &Error, path: &str) -> (String, String) {
    let (what, hint) = match code {
        Error::NoSuchStructField {
            expected, found, ..
        } => (
            format!("there is no field called {}", quoted(found)),
            choices(found, expected, "The fields here are"),
        ),
        Error::NoSuchEnumVariant {
            expected, found, ..
        } => (
            format!("{} is not one of the choices", quoted(found)),
            choices(found, expected, "The choices are"),
        ),
        Error::MissingStructField { field, .. } => (
            format!("the record that ends here has no \"{field}\""),
            format!("Add the field \"{field}\", or restore the file from a copy."),
        ),
        Error::DuplicateStructField { field, .. } => (
            format!("\"{field}\" is given twice"),
            "Keep the one that is right.".into(),
        ),
        Error::InvalidValueForType { expected, found } => not_expected(expected, found),
        Error::Message(_) if DAYS.iter().any(|field| path.ends_with(field)) => (
            "not a day of the calendar".into(),
            "Write year, month and day, such as \"2026-04-01\".".into(),
        ),
        // Our own types say what is wrong and then, in a second sentence, what would be taken.
        Error::Message(message) => match message.split_once(". ") {
            Some((what, hint)) => (plain(what), format!("{}.", short(hint))),
            None => (plain(message), RESTORE.into()),
        },
        Error::ExceededRecursionLimit => (
            "brackets are nested more deeply than in any register".into(),
            RESTORE.into(),
        ),
        Error::IntegerOutOfBounds => ("the number is out of range".into(), RESTORE.into()),
        Error::ExpectedComma => (
            "expected a comma or a closing bracket".into(),
            "Look for a missing comma, bracket or quotation mark just before.".into(),
        ),
        Error::ExpectedMapColon => (
            "expected a colon after the field’s name".into(),
            RESTORE.into(),
        ),
        Error::ExpectedString => (
            "expected text in quotation marks".into(),
            "Put quotation marks around it.".into(),
        ),
        Error::ExpectedIdentifier => (
            "expected a name without quotation marks".into(),
            RESTORE.into(),
        ),
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => {
            ("expected an opening bracket (".into(), RESTORE.into())
        }
        other => (plain(&other.to_string()), RESTORE.into()),
    };
    (what, hint)
}

fn not_expected(expected: &str, found: &str) -> (String, String) {
    let number = [
        "the floating point number",
        "the unsigned integer",
        "the signed integer",
    ]
    .iter()
    .find_map(|kind| found.strip_prefix(kind));
    let found = match (number, found) {
        (Some(number), _) => number.replace('`', ""),
        (None, "a sequence") => " a list".into(),
        (None, "a unit value") => " ()".into(),
        (None, "an optional value") => " None or Some".into(),
        (None, other) => format!(" {}", other.replace('`', "")),
    };
    let hint = match number {
        Some(number) if number.contains(|c: char| c.is_ascii_digit()) => {
            "Put quotation marks around it."
        }
        _ => "Write a number in quotation marks, or leave the field out where it is not known.",
    };
    (
        format!("expected {expected}, found{}", short(&found)),
        hint.to_owned(),
    )
}

fn choices(found: &str, known: &[&str], list: &str) -> String {
    match nearest(found, known) {
        Some(name) => format!("Did you mean {name}?"),
        None => format!("{list}: {}.", known.join(", ")),
    }
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", short(name))
}

/// The start of a text that somebody else's file chose the length of.
fn short(text: &str) -> String {
    const MOST: usize = 160;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// "Expected closing `]`" as "expected closing ]".
fn plain(text: &str) -> String {
    let text = text.replace('`', "");
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => short(&format!("{}{}", first.to_lowercase(), letters.as_str())),
        None => text,
    }
}
