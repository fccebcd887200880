//! What an employer pays in National Insurance on a full-time salary, by financial year.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::Deserialize;

use crate::guidance::edition::{Official, Source};
use crate::units::year::FinancialYear;

/// Threshold and rate of each year.
#[derive(Debug)]
pub struct NationalInsurance {
    years: BTreeMap<FinancialYear, Rates>,
}

/// One year's threshold and rate; there is no upper limit.
#[derive(Debug)]
pub struct Rates {
    /// The year they were published for.
    pub year: FinancialYear,
    /// Pay above this bears the rate, £ a year.
    pub threshold: Official,
    /// The share of pay above the threshold.
    pub rate: Official,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Row {
    year: FinancialYear,
    threshold: Decimal,
    rate: Decimal,
    source: String,
    date: String,
    status: String,
}

impl NationalInsurance {
    pub(crate) fn new(rows: Vec<Row>) -> Self {
        let years = rows.into_iter().map(|row| {
            let source = Source {
                title: row.source,
                date: row.date,
                status: row.status,
            };
            let named = |what: &str| format!("Employer NI {what}, {}", row.year);
            let rates = Rates {
                year: row.year,
                threshold: Official::new(named("threshold"), row.threshold, &source),
                rate: Official::new(named("rate"), row.rate, &source),
            };
            (row.year, rates)
        });
        Self {
            years: years.collect(),
        }
    }

    /// The rates of `year`; for a later year than any published, the latest. Nothing before the first.
    pub fn of(&self, year: FinancialYear) -> Option<&Rates> {
        self.years
            .range(..=year)
            .next_back()
            .map(|(_, rates)| rates)
    }

    /// Every year's rates, earliest first.
    pub fn all(&self) -> impl Iterator<Item = &Rates> {
        self.years.values()
    }
}

#[cfg(test)]
mod tests {
    use crate::guidance::edition::newest;
    use crate::units::year::FinancialYear;

    #[test]
    fn a_year_without_rates_of_its_own_takes_the_latest_before_it() {
        let rates = &newest().national_insurance;
        let year_of = |start| {
            rates
                .of(FinancialYear::starting(start))
                .map(|rates| rates.year.start())
        };
        assert_eq!(year_of(2023), None);
        assert_eq!(year_of(2024), Some(2024));
        assert_eq!(year_of(2026), Some(2026));
        assert_eq!(year_of(2031), Some(2026));
    }

    #[test]
    fn the_rate_rose_and_the_threshold_fell_in_2025() {
        let rates = &newest().national_insurance;
        let of = |start| {
            let rates = rates.of(FinancialYear::starting(start)).unwrap();
            (
                rates.threshold.value.to_string(),
                rates.rate.value.to_string(),
            )
        };
        assert_eq!(of(2024), ("9100".into(), "0.138".into()));
        assert_eq!(of(2025), ("5000".into(), "0.15".into()));
        assert_eq!(of(2026), ("5000".into(), "0.15".into()));
    }
}
