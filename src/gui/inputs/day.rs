//! Reading a day as people type it: `1/4/2026`, `1 Apr 2026`, `2026-04-01`.

use jiff::civil::Date;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The day that somebody typed: day, month, year, or the international order.
///
/// # Errors
/// A plain sentence that says what would be taken.
pub(crate) fn read(text: &str) -> Result<Date, String> {
    parts(text)
        .and_then(|(year, month, day)| Date::new(year, month, day).ok())
        .ok_or_else(|| "Not a date. Try 1/4/2026 or 1 April 2026".to_owned())
}

fn parts(text: &str) -> Option<(i16, i8, i8)> {
    let pieces: Vec<&str> = text
        .split(['/', '-', '.', ' '])
        .filter(|piece| !piece.is_empty())
        .collect();
    let [first, middle, last] = pieces.as_slice() else {
        return None;
    };
    if first.len() == 4 {
        return Some((first.parse().ok()?, month(middle)?, last.parse().ok()?));
    }
    Some((year(last)?, month(middle)?, first.parse().ok()?))
}

fn month(text: &str) -> Option<i8> {
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let text = text.to_lowercase();
    let at = MONTHS
        .iter()
        .position(|name| text.len() >= 3 && name.starts_with(&text))?;
    i8::try_from(at).ok()?.checked_add(1)
}

/// Two figures are years of this century.
fn year(text: &str) -> Option<i16> {
    let number: i16 = text.parse().ok()?;
    match text.len() {
        2 => number.checked_add(2000),
        4 => Some(number),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_in_the_ways_people_write_it() {
        for text in [
            "2026-04-01",
            "1/4/2026",
            "01/04/26",
            "1 Apr 2026",
            "1 april 2026",
            "1.4.2026",
        ] {
            assert_eq!(read(text), Ok(Date::constant(2026, 4, 1)), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_says_what_would_be_taken() {
        for text in ["soon", "31/2/2026", "2026", "1/4", "1 xyz 2026", "1/4/202"] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
