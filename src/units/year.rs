//! Financial years, and the whole months of one in which something is in force.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A year from 1 April to 31 March, written `2026/27`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FinancialYear(i16);

/// Why a text is not a financial year.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a financial year. Try 2026/27")]
pub struct NotAYear(String);

impl FinancialYear {
    const FIRST: i16 = 1900;
    const LAST: i16 = 2999;

    /// The year that starts on 1 April of this calendar year; kept within 1900 to 2999.
    pub fn starting(calendar_year: i16) -> Self {
        Self(calendar_year.clamp(Self::FIRST, Self::LAST))
    }

    /// The calendar year it starts in.
    pub fn start(self) -> i16 {
        self.0
    }

    /// The year `n` years later.
    #[must_use]
    pub fn plus(self, n: i16) -> Self {
        Self::starting(self.0.saturating_add(n))
    }

    /// How many years `self` comes after `earlier`.
    pub fn since(self, earlier: Self) -> i16 {
        self.0.saturating_sub(earlier.0)
    }

    /// The financial year that a day falls in.
    pub fn of(day: Date) -> Self {
        if day.month() >= 4 {
            Self::starting(day.year())
        } else {
            Self::starting(day.year().saturating_sub(1))
        }
    }

    /// Whole months of this year in force: the first day of the month is not before `start`, its last not after `end`.
    ///
    /// An open start or end is in force without limit. The answer is 0 to 12.
    pub fn months_in_force(self, start: Option<Date>, end: Option<Date>) -> u8 {
        let next = self.0.saturating_add(1);
        let months = (4..=12)
            .map(|month| (self.0, month))
            .chain((1..=3).map(|month| (next, month)));
        months
            .filter(|(year, month)| {
                Date::new(*year, *month, 1).is_ok_and(|first| {
                    start.is_none_or(|start| start <= first)
                        && end.is_none_or(|end| end >= first.last_of_month())
                })
            })
            .count()
            .try_into()
            .unwrap_or(12)
    }
}

impl fmt::Display for FinancialYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{:02}", self.0, self.0.saturating_add(1) % 100)
    }
}

impl FromStr for FinancialYear {
    type Err = NotAYear;

    fn from_str(text: &str) -> Result<Self, NotAYear> {
        let refuse = || NotAYear(text.chars().take(40).collect());
        let (start, _) = text.trim().split_once('/').ok_or_else(refuse)?;
        let start: i16 = start.parse().map_err(|_| refuse())?;
        let year = Self::starting(start);
        if year.to_string() == text.trim() {
            Ok(year)
        } else {
            Err(refuse())
        }
    }
}

impl Serialize for FinancialYear {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for FinancialYear {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<Date> {
        Some(text.parse().unwrap())
    }

    #[test]
    fn a_year_reads_back_as_written() {
        for text in ["2026/27", "1999/00", "2024/25"] {
            assert_eq!(text.parse::<FinancialYear>().unwrap().to_string(), text);
        }
        for text in ["2026", "2026/28", "26/27", "2026-27", "", "x/y"] {
            assert!(text.parse::<FinancialYear>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_day_falls_in_the_year_that_starts_in_april() {
        let of = |text| FinancialYear::of(day(text).unwrap()).to_string();
        assert_eq!(of("2026-04-01"), "2026/27");
        assert_eq!(of("2027-03-31"), "2026/27");
        assert_eq!(of("2026-03-31"), "2025/26");
    }

    #[test]
    fn only_whole_months_count() {
        let year = FinancialYear::starting(2026);
        assert_eq!(year.months_in_force(None, None), 12);
        assert_eq!(year.months_in_force(day("2026-10-01"), None), 6);
        assert_eq!(year.months_in_force(day("2026-10-02"), None), 5);
        assert_eq!(year.months_in_force(None, day("2026-06-30")), 3);
        assert_eq!(year.months_in_force(None, day("2026-06-29")), 2);
        assert_eq!(year.months_in_force(day("2027-04-01"), None), 0);
        assert_eq!(
            year.months_in_force(day("2027-01-01"), day("2027-02-28")),
            2
        );
    }
}
