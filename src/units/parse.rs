//! Reading quantities as people type them: `£1,234.50`, `1.2k`, `(500)`, `20%`, `1h 30m`, `90 min`.

use rust_decimal::Decimal;

use crate::units::exact;
use crate::units::quantity::{Fte, HourlyCost, Hours, Money, Number, Quantity, Rate};

/// Why a text was refused, and what would be taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Refusal(String);

impl Refusal {
    /// A refusal in these words.
    pub(crate) fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }
}

/// A quantity that can be typed and written to a file.
pub trait Typed: Quantity {
    /// What it is called in a refusal, with examples.
    const EXPECTED: &'static str;
    /// The smallest and largest value that is taken.
    const RANGE: (i64, i64);

    /// The value that somebody typed.
    ///
    /// # Errors
    /// A plain sentence that says what is wrong and what would be taken.
    fn from_text(text: &str) -> Result<Self, Refusal> {
        let value = match Self::read_plain(text) {
            Some(value) => value,
            None => exact::round(Self::read(text)?, exact::PLACES),
        };
        let (low, high) = Self::RANGE;
        if value < Decimal::from(low) || value > Decimal::from(high) {
            let (low, high) = (
                Self::new(Decimal::from(low)),
                Self::new(Decimal::from(high)),
            );
            return Err(Refusal(format!(
                "Out of range: {} to {}",
                low.to_text(),
                high.to_text()
            )));
        }
        Ok(Self::new(value))
    }

    /// The shortest text that reads back as the same value.
    fn to_text(self) -> String {
        self.decimal().normalize().to_string()
    }

    /// The same as [`Typed::read`] and rounded, but only of figures as files have them, and much faster.
    fn read_plain(text: &str) -> Option<Decimal> {
        plain(text, 0)
    }

    /// The decimal behind a text, before the range is looked at.
    ///
    /// # Errors
    /// As `from_text`.
    fn read(text: &str) -> Result<Decimal, Refusal> {
        number(text, Self::EXPECTED)
    }
}

impl Typed for Money {
    const EXPECTED: &'static str = "an amount of money. Try 1,234.50, £500 or 1.2k";
    const RANGE: (i64, i64) = (-1_000_000_000_000, 1_000_000_000_000);
    fn read(text: &str) -> Result<Decimal, Refusal> {
        amount(text, Self::EXPECTED)
    }
}

impl Typed for HourlyCost {
    const EXPECTED: &'static str = "a cost an hour. Try 32.50";
    const RANGE: (i64, i64) = (0, 1_000_000);
    fn read(text: &str) -> Result<Decimal, Refusal> {
        amount(text, Self::EXPECTED)
    }
}

impl Typed for Number {
    const EXPECTED: &'static str = "a number. Try 12 or 2.5";
    const RANGE: (i64, i64) = (-1_000_000_000, 1_000_000_000);
}

impl Typed for Fte {
    const EXPECTED: &'static str = "full-time equivalents. Try 1 or 0.5";
    const RANGE: (i64, i64) = (0, 100_000);
}

impl Typed for Rate {
    const EXPECTED: &'static str = "a percentage. Try 20%";
    const RANGE: (i64, i64) = (-10, 100);
    fn read(text: &str) -> Result<Decimal, Refusal> {
        let text = text.trim();
        let percent = number(text.strip_suffix('%').unwrap_or(text), Self::EXPECTED)?;
        Ok(exact::mul(percent, Decimal::new(1, 2)))
    }
    fn read_plain(text: &str) -> Option<Decimal> {
        plain(text.strip_suffix('%')?, 2)
    }
    fn to_text(self) -> String {
        let percent = exact::mul(self.decimal(), Decimal::ONE_HUNDRED);
        format!("{}%", percent.normalize())
    }
}

impl Typed for Hours {
    const EXPECTED: &'static str = "a length of time. Try 1.5, 1h 30m or 90 min";
    const RANGE: (i64, i64) = (0, 1_000_000);
    fn read(text: &str) -> Result<Decimal, Refusal> {
        duration(text)
    }
}

/// `1.5` or `35000`: digits and a point, nothing else; with `places` more decimals than are written.
fn plain(text: &str, places: u32) -> Option<Decimal> {
    const MOST_WHOLE: usize = 15;
    const MOST_FRACTION: usize = 8;
    let (mut figure, mut n_whole, mut n_fraction) = (0_i64, 0_usize, 0_usize);
    let mut has_point = false;
    for byte in text.bytes() {
        match byte {
            b'0'..=b'9' if has_point => n_fraction = n_fraction.saturating_add(1),
            b'0'..=b'9' => n_whole = n_whole.saturating_add(1),
            b'.' if !has_point => {
                has_point = true;
                continue;
            }
            _ => return None,
        }
        let digit = i64::from(byte.saturating_sub(b'0'));
        figure = figure.checked_mul(10)?.checked_add(digit)?;
    }
    if n_whole == 0 || n_whole > MOST_WHOLE || n_fraction > MOST_FRACTION {
        return None;
    }
    if figure == 0 {
        return Some(Decimal::ZERO);
    }
    let written = u32::try_from(n_fraction).ok()?;
    Some(Decimal::new(figure, places.saturating_add(written)))
}

fn refuse<T>(expected: &str) -> Result<T, Refusal> {
    Err(Refusal(format!("Not {expected}")))
}

/// `£1,234.50`, `1.2k`, `(500)`, `-£3m`.
fn amount(text: &str, expected: &str) -> Result<Decimal, Refusal> {
    let mut rest = text.trim();
    let mut is_negative = false;
    if let Some(inside) = rest
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
    {
        (rest, is_negative) = (inside.trim(), true);
    } else if let Some(after) = rest.strip_prefix(['-', '−']) {
        (rest, is_negative) = (after.trim_start(), true);
    }
    rest = rest.strip_prefix('£').unwrap_or(rest).trim_start();
    let mut scale = Decimal::ONE;
    for (suffix, times) in [("bn", 1_000_000_000_i64), ("k", 1_000), ("m", 1_000_000)] {
        let lower = rest.to_ascii_lowercase();
        if lower.ends_with(suffix) {
            rest = rest
                .get(..rest.len().saturating_sub(suffix.len()))
                .unwrap_or("")
                .trim_end();
            scale = Decimal::from(times);
            break;
        }
    }
    if is_negative && rest.starts_with(['-', '−']) {
        return refuse(expected);
    }
    let value = exact::mul(number(rest, expected)?, scale);
    Ok(signed(is_negative, value))
}

/// A plain number with an optional sign and thousands commas.
fn number(text: &str, expected: &str) -> Result<Decimal, Refusal> {
    let text = text.trim();
    let (is_negative, digits) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, fraction) = match digits.split_once('.') {
        Some((whole, fraction)) => (whole, fraction),
        None => (digits, ""),
    };
    let is_shaped = |part: &str| {
        part.bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b',')
    };
    if digits.is_empty() || digits == "." || !is_shaped(whole) {
        return refuse(expected);
    }
    if fraction.contains(',') && is_shaped(fraction) {
        return Err(Refusal(
            "Looks like a comma for the decimal point. Type 1,234.50, not 1.234,50".into(),
        ));
    }
    if !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return refuse(expected);
    }
    let whole = without_commas(whole)?;
    if whole.len() > 15 || fraction.len() > 10 {
        return Err(Refusal(
            "Too many digits. At most 15 before the point and 10 after".into(),
        ));
    }
    let mut mantissa: i128 = 0;
    for digit in whole.bytes().chain(fraction.bytes()) {
        mantissa = mantissa
            .saturating_mul(10)
            .saturating_add(i128::from(digit.saturating_sub(b'0')));
    }
    let places = u32::try_from(fraction.len()).unwrap_or(0);
    let value = Decimal::try_from_i128_with_scale(mantissa, places).unwrap_or_default();
    Ok(signed(is_negative, value))
}

fn signed(is_negative: bool, value: Decimal) -> Decimal {
    if is_negative {
        exact::sub(Decimal::ZERO, value)
    } else {
        value
    }
}

fn without_commas(whole: &str) -> Result<String, Refusal> {
    if !whole.contains(',') {
        return Ok(whole.to_owned());
    }
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or("");
    if !(1..=3).contains(&first.len()) || groups.any(|group| group.len() != 3) {
        return Err(Refusal(
            "Commas separate thousands: 1,234. Use a point for decimals: 12.5".into(),
        ));
    }
    Ok(whole.replace(',', ""))
}

/// `1.5`, `1h 30m`, `90 min`, `2 hours`, `1:30`.
fn duration(text: &str) -> Result<Decimal, Refusal> {
    let lower = text.trim().to_lowercase();
    if lower
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.')
    {
        return number(&lower, Hours::EXPECTED);
    }
    if let Some((hours, minutes)) = lower.split_once(':') {
        let minutes = number(minutes, Hours::EXPECTED)?;
        if minutes >= Decimal::from(60) {
            return refuse(Hours::EXPECTED);
        }
        return Ok(exact::add(
            number(hours, Hours::EXPECTED)?,
            in_hours(minutes),
        ));
    }
    let mut total = None;
    let mut rest = lower.as_str();
    let mut has_minutes = false;
    while !rest.is_empty() {
        let (figure, unit, after) = figure_and_unit(rest);
        let value = number(figure, Hours::EXPECTED)?;
        let hours = match unit {
            "h" | "hr" | "hrs" | "hour" | "hours" if total.is_none() => value,
            "m" | "min" | "mins" | "minute" | "minutes" if !has_minutes => {
                has_minutes = true;
                in_hours(value)
            }
            "" if total.is_none() && after.is_empty() => value,
            // "1h 30" is ninety minutes.
            "" if !has_minutes && after.is_empty() => in_hours(value),
            _ => return refuse(Hours::EXPECTED),
        };
        total = Some(exact::add(total.unwrap_or_default(), hours));
        rest = after;
    }
    total.map_or_else(|| refuse(Hours::EXPECTED), Ok)
}

/// The first figure, the word behind it, and the rest.
fn figure_and_unit(text: &str) -> (&str, &str, &str) {
    let text = text.trim_start();
    let figure_ends = text
        .find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ','))
        .unwrap_or(text.len());
    let (figure, rest) = text.split_at(figure_ends);
    let rest = rest.trim_start();
    let unit_ends = rest
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(rest.len());
    let (unit, after) = rest.split_at(unit_ends);
    (figure, unit, after.trim_start())
}

fn in_hours(minutes: Decimal) -> Decimal {
    exact::div(minutes, Decimal::from(60)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check<Q: Typed>(text: &str, expected: &str) {
        let seen = match Q::from_text(text) {
            Ok(value) => value.to_text(),
            Err(refusal) => refusal.to_string(),
        };
        assert_eq!(seen, expected, "typed {text:?}");
    }

    #[test]
    fn lengths_of_time_read_as_people_type_them() {
        let refused = "Not a length of time. Try 1.5, 1h 30m or 90 min";
        for (text, expected) in [
            ("1h 30m", "1.5"),
            ("1h30", "1.5"),
            ("1 hr 30 mins", "1.5"),
            ("90 min", "1.5"),
            ("90m", "1.5"),
            ("1.5", "1.5"),
            (" 2 hours ", "2"),
            ("1:30", "1.5"),
            ("0", "0"),
            ("50 min", "0.8333333333"),
            ("7.4h", "7.4"),
            ("", refused),
            ("soon", refused),
            ("1h 2h", refused),
            ("-1", refused),
            ("NaN", refused),
            ("1:75", refused),
            ("h", refused),
            ("9999999", "Out of range: 0 to 1000000"),
        ] {
            check::<Hours>(text, expected);
        }
    }

    #[test]
    fn money_reads_as_people_type_it() {
        let refused = "Not an amount of money. Try 1,234.50, £500 or 1.2k";
        let commas = "Commas separate thousands: 1,234. Use a point for decimals: 12.5";
        for (text, expected) in [
            ("£1,234.50", "1234.5"),
            ("1234.5", "1234.5"),
            ("1.2k", "1200"),
            ("£3m", "3000000"),
            ("0.25bn", "250000000"),
            ("(500)", "-500"),
            ("-500", "-500"),
            ("−£500", "-500"),
            ("(£1,000)", "-1000"),
            (".5", "0.5"),
            ("5.", "5"),
            ("-0", "0"),
            ("1,234,567", "1234567"),
            (
                "1.234,50",
                "Looks like a comma for the decimal point. Type 1,234.50, not 1.234,50",
            ),
            ("1,23", commas),
            ("12,5", commas),
            ("1234,567", commas),
            ("", refused),
            ("£", refused),
            ("1e5", refused),
            ("1_000", refused),
            ("inf", refused),
            ("--5", refused),
            ("(-5)", refused),
            ("5 apples", refused),
            ("1.2.3", refused),
            (
                "1.12345678901",
                "Too many digits. At most 15 before the point and 10 after",
            ),
            ("9999bn", "Out of range: -1000000000000 to 1000000000000"),
        ] {
            check::<Money>(text, expected);
        }
    }

    #[test]
    fn a_percentage_means_the_same_with_and_without_its_sign() {
        for (text, expected) in [
            ("20%", "20%"),
            ("20", "20%"),
            ("0.5 %", "0.5%"),
            ("-5%", "-5%"),
            ("twenty", "Not a percentage. Try 20%"),
            ("99999", "Out of range: -1000% to 10000%"),
        ] {
            check::<Rate>(text, expected);
        }
    }

    #[test]
    fn the_short_way_reads_what_the_long_way_reads() {
        for text in [
            "0",
            "00",
            "0.00",
            "1",
            "1.5",
            "1.50",
            "007",
            "5.",
            "35000",
            "0.12345678",
            "123456789012345",
            "123456789.87654321",
        ] {
            let long = exact::round(Number::read(text).unwrap(), exact::PLACES);
            let short = Number::read_plain(text).unwrap();
            assert_eq!((short, short.scale()), (long, long.scale()), "{text}");
            let percent = format!("{text}%");
            let long = exact::round(Rate::read(&percent).unwrap(), exact::PLACES);
            let short = Rate::read_plain(&percent).unwrap();
            assert_eq!((short, short.scale()), (long, long.scale()), "{percent}");
        }
        for text in [
            "",
            ".",
            "-1",
            "1,000",
            "1.2.3",
            "1e5",
            "0.123456789",
            " 1",
            "1234567890123456",
        ] {
            assert_eq!(Number::read_plain(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_written_reads_back_the_same() {
        for text in ["0", "12.25", "1000000", "0.0000000001"] {
            let value = Number::from_text(text).unwrap();
            assert_eq!(Number::from_text(&value.to_text()).unwrap(), value);
        }
    }
}
