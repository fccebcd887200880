//! The days of a series of meetings: every so many weeks, or the same weekday of every so many months.

use jiff::Span;
use jiff::civil::{Date, Weekday};

/// How far one day of a series is from the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Every {
    /// So many weeks.
    Weeks(u8),
    /// So many months, on the weekday that the first day is: the second Tuesday, the last Friday.
    Months(u8),
}

/// The first `n` days of a series, the first of all included; fewer where the calendar ends.
pub fn series(first: Date, every: Every, n: u8) -> Vec<Date> {
    (0..i32::from(n))
        .map_while(|at| match every {
            Every::Weeks(weeks) => {
                let weeks = i32::from(weeks).saturating_mul(at);
                first.checked_add(Span::new().weeks(weeks)).ok()
            }
            Every::Months(months) => {
                let months = i32::from(months).saturating_mul(at);
                let month = first
                    .first_of_month()
                    .checked_add(Span::new().months(months));
                let month = month.ok()?;
                month.nth_weekday_of_month(nth(first), first.weekday()).ok()
            }
        })
        .collect()
}

/// The weekday of a day within its month: `2nd Tuesday`, `last Friday`.
pub fn weekday_in_words(day: Date) -> String {
    let nth = match nth(day) {
        1 => "1st",
        2 => "2nd",
        3 => "3rd",
        4 => "4th",
        _ => "last",
    };
    let weekday = match day.weekday() {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    };
    format!("{nth} {weekday}")
}

/// Which of its weekdays of the month a day is. Not every month has a fifth, so that one is the last: −1.
fn nth(day: Date) -> i8 {
    match day.day() {
        ..=7 => 1,
        8..=14 => 2,
        15..=21 => 3,
        22..=28 => 4,
        _ => -1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(first: &str, every: Every, n: u8) -> Vec<String> {
        let days = series(first.parse().unwrap(), every, n);
        days.iter().map(Date::to_string).collect()
    }

    #[test]
    fn weeks_are_counted_across_the_end_of_a_year() {
        let expected = ["2026-12-15", "2026-12-29", "2027-01-12"];
        assert_eq!(days("2026-12-15", Every::Weeks(2), 3), expected);
    }

    #[test]
    fn a_month_has_its_second_tuesday() {
        // Read from a calendar: April 2026 starts on a Wednesday.
        let expected = ["2026-04-14", "2026-05-12", "2026-06-09", "2026-07-14"];
        assert_eq!(days("2026-04-14", Every::Months(1), 4), expected);
        let expected = ["2026-04-14", "2026-07-14", "2026-10-13"];
        assert_eq!(days("2026-04-14", Every::Months(3), 3), expected);
    }

    #[test]
    fn a_fifth_weekday_is_the_last_of_each_month() {
        let expected = ["2026-06-30", "2026-07-28", "2026-08-25", "2026-09-29"];
        assert_eq!(days("2026-06-30", Every::Months(1), 4), expected);
        let words = |day: &str| weekday_in_words(day.parse().unwrap());
        assert_eq!(words("2026-06-30"), "last Tuesday");
        assert_eq!(words("2026-04-14"), "2nd Tuesday");
        assert_eq!(words("2026-04-03"), "1st Friday");
    }

    #[test]
    fn the_end_of_the_calendar_ends_the_series() {
        assert_eq!(days("9999-12-28", Every::Weeks(1), 9), ["9999-12-28"]);
        assert_eq!(days("9999-12-28", Every::Months(1), 9), ["9999-12-28"]);
        assert!(days("2026-04-14", Every::Weeks(1), 0).is_empty());
    }
}
