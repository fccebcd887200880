//! The standard discount schedule: a one-off is spread over its life with it.

use rust_decimal::Decimal;
use serde::Deserialize;

use crate::guidance::edition::{Official, Source};
use crate::units::quantity::Number;
use crate::units::trace::{Recorder, Val, sum};

/// The longest horizon, in years.
pub const LONGEST: u16 = 500;

/// Bands of years, each with its rate.
#[derive(Debug)]
pub struct DiscountRates {
    standard: Vec<Band>,
}

/// Years with one rate.
#[derive(Debug)]
pub struct Band {
    /// The first year it holds for; year 1 is the first that is discounted.
    pub from: u16,
    /// The last year it holds for.
    pub to: u16,
    /// The yearly rate.
    pub rate: Official,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Row {
    schedule: String,
    from_year: u16,
    to_year: u16,
    rate: Decimal,
    source: String,
    date: String,
    status: String,
}

impl DiscountRates {
    pub(crate) fn new(rows: Vec<Row>) -> Self {
        let bands = rows
            .into_iter()
            .filter(|row| row.schedule == "standard")
            .map(|row| {
                let source = Source {
                    title: row.source,
                    date: row.date,
                    status: row.status,
                };
                let label = format!("Discount rate, years {} to {}", row.from_year, row.to_year);
                Band {
                    from: row.from_year,
                    to: row.to_year,
                    rate: Official::new(label, row.rate, &source),
                }
            });
        Self {
            standard: bands.collect(),
        }
    }

    /// The bands of the standard schedule, earliest first.
    pub fn standard(&self) -> &[Band] {
        &self.standard
    }

    /// The factors of years 1 to `years`: DF(k) = DF(k − 1) ÷ (1 + r(k)), DF(0) = 1.
    ///
    /// Rates change by band, so factors are multiplied year by year. `years` is kept within 1 to 500.
    pub fn factors<'r, R: Recorder>(&self, recorder: &'r R, years: u16) -> Vec<Val<'r, R, Number>> {
        let one = Val::constant(recorder, "1", Number::from(1));
        let mut factor = one;
        let mut factors = Vec::new();
        for year in 1..=years.clamp(1, LONGEST) {
            let Some(band) = self.band(year) else { break };
            let rate: Val<'r, R, Number> = band.rate.in_formula(recorder);
            let Some(next) = factor.over(one + rate) else {
                break;
            };
            factor = next.named("Discount factor");
            factors.push(factor);
        }
        factors
    }

    /// The band of the standard schedule that a year lies in.
    pub fn band(&self, year: u16) -> Option<&Band> {
        let mut bands = self.standard.iter();
        bands.find(|band| (band.from..=band.to).contains(&year))
    }

    /// What £1 a year is worth at its start: Σ DF(k), k = 1 to `life`, which is kept within 1 to 500.
    pub fn annuity<'r, R: Recorder>(&self, recorder: &'r R, life: u16) -> Val<'r, R, Number> {
        sum(recorder, self.factors(recorder, life)).named("Sum of discount factors over the life")
    }
}

#[cfg(test)]
mod tests {
    use crate::guidance::edition::newest;
    use crate::units::exact;
    use crate::units::quantity::Quantity;
    use crate::units::trace::Plain;

    /// 1/1.035 = 0.96618357488; its square = 0.93351070037; the sum = 1.89969427525 (worked by hand).
    #[test]
    fn two_years_at_three_and_a_half_per_cent() {
        let factor = newest().discount_rates.annuity(&Plain, 2).value();
        assert_eq!(
            exact::round(factor.decimal(), 10).to_string(),
            "1.8996942752"
        );
    }

    #[test]
    fn the_bands_join_without_gap_to_the_longest_horizon() {
        let bands = newest().discount_rates.standard();
        assert_eq!(bands[0].from, 1);
        for pair in bands.windows(2) {
            assert_eq!(pair[1].from, pair[0].to + 1);
        }
        assert_eq!(bands.last().unwrap().to, super::LONGEST);
    }
}
