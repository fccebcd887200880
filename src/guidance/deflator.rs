//! The index of prices that takes inflation out of money of other years.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::Deserialize;

use crate::guidance::edition::{Official, Source};

/// The index of each calendar year that is published.
#[derive(Debug)]
pub struct Deflator {
    by_year: BTreeMap<i16, Official>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Row {
    year: i16,
    index: Decimal,
    source: String,
    date: String,
    status: String,
}

impl Deflator {
    pub(crate) fn new(rows: Vec<Row>) -> Self {
        let by_year = rows.into_iter().map(|row| {
            let source = Source {
                title: row.source,
                date: row.date,
                status: row.status,
            };
            let label = format!("Index of prices of {}", row.year);
            (row.year, Official::new(label, row.index, &source))
        });
        Self {
            by_year: by_year.collect(),
        }
    }

    /// The index of a calendar year, where it is published.
    pub fn of(&self, calendar_year: i16) -> Option<&Official> {
        self.by_year.get(&calendar_year)
    }

    /// The last calendar year with an index.
    pub fn last(&self) -> Option<i16> {
        self.by_year.keys().next_back().copied()
    }

    /// Every calendar year with its index, earliest first.
    pub fn all(&self) -> impl Iterator<Item = (i16, &Official)> {
        self.by_year.iter().map(|(year, index)| (*year, index))
    }
}

#[cfg(test)]
mod tests {
    use crate::guidance::edition::newest;

    /// The method note, section 7: the published series has 2024 = 100.
    #[test]
    fn the_series_has_2024_as_its_hundred() {
        let deflator = &newest().deflator;
        assert_eq!(deflator.of(2024).unwrap().value.to_string(), "100");
        assert_eq!(deflator.of(1998).unwrap().value.to_string(), "53.5326");
        assert!(deflator.of(2010).is_none());
        assert_eq!(deflator.last(), Some(2024));
    }
}
