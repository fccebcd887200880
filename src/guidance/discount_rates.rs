//! The discount schedules: standard, health, and the lower one of a sensitivity test.

use rust_decimal::Decimal;
use serde::Deserialize;

use crate::guidance::edition::{Official, Source};
use crate::units::quantity::{Number, Over, Quantity, Rate};
use crate::units::trace::{Leaf, Recorder, Val, sum};

/// The longest horizon, in years.
pub const LONGEST: u16 = 500;

/// Every schedule of an edition.
#[derive(Debug)]
pub struct DiscountRates {
    standard: Rates,
    health: Rates,
    lower: Rates,
}

/// One schedule: bands of years, earliest first.
#[derive(Debug)]
pub struct Rates {
    /// What scripts and the table call it.
    pub key: &'static str,
    bands: Vec<Band>,
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
    pub(crate) fn new(rows: &[Row]) -> Self {
        Self {
            standard: Rates::new("standard", rows),
            health: Rates::new("health", rows),
            lower: Rates::new("lower", rows),
        }
    }

    /// The rates of money.
    pub fn standard(&self) -> &Rates {
        &self.standard
    }

    /// The rates of health and risk to life, without the part for rising income.
    pub fn health(&self) -> &Rates {
        &self.health
    }

    /// The lower rates that an appraisal of more than fifty years is tested with.
    pub fn lower(&self) -> &Rates {
        &self.lower
    }

    /// Every schedule.
    pub fn all(&self) -> [&Rates; 3] {
        [&self.standard, &self.health, &self.lower]
    }
}

impl Rates {
    fn new(key: &'static str, rows: &[Row]) -> Self {
        let rows = rows.iter().filter(|row| row.schedule == key);
        let bands = rows.map(|row| {
            let source = Source {
                title: row.source.clone(),
                date: row.date.clone(),
                status: row.status.clone(),
            };
            let (from, to) = (row.from_year, row.to_year);
            let label = match key {
                "standard" => format!("Discount rate, years {from} to {to}"),
                _ => format!("Discount rate, {key}, years {from} to {to}"),
            };
            Band {
                from,
                to,
                rate: Official::new(label, row.rate, &source),
            }
        });
        Self {
            key,
            bands: bands.collect(),
        }
    }

    /// The bands, earliest first.
    pub fn bands(&self) -> &[Band] {
        &self.bands
    }

    /// The band that a year lies in.
    pub fn band(&self, year: u16) -> Option<&Band> {
        let mut bands = self.bands.iter();
        bands.find(|band| (band.from..=band.to).contains(&year))
    }

    /// The factors of years 1 to `years`: DF(k) = DF(k − 1) ÷ (1 + r(k)), DF(0) = 1. None for no years, at most 500.
    ///
    /// Rates change by band, so factors are multiplied year by year. Source: the method note, section 7.
    pub fn factors(&self, years: u16) -> Vec<Number> {
        let mut factor = Number::from(1);
        let mut factors = Vec::new();
        for year in 1..=years.min(LONGEST) {
            let next = self.growth(year).and_then(|growth| factor.over(growth));
            let Some(next) = next else { break };
            factor = next;
            factors.push(factor);
        }
        factors
    }

    /// A factor of a year as a leaf of a formula, with where its rate comes from; `when` says when in the year.
    pub fn in_formula<'r, R: Recorder>(
        &self,
        recorder: &'r R,
        year: u16,
        factor: Number,
        when: &str,
    ) -> Option<Val<'r, R, Number>> {
        let source = &self.band(year)?.rate.source;
        let label = format!("Discount factor of year {year}, {}{when}", self.key);
        let leaf = Leaf::Official {
            label: &label,
            source,
        };
        Some(Val::leaf(recorder, leaf, factor))
    }

    /// 1 + the rate of a year.
    pub fn growth(&self, year: u16) -> Option<Number> {
        Some(Number::from(1) + Number::new(self.band(year)?.rate.value))
    }

    /// The yearly rate of a year.
    pub fn rate(&self, year: u16) -> Option<Rate> {
        Some(Rate::new(self.band(year)?.rate.value))
    }

    /// What £1 a year is worth at its start: Σ DF(k), k = 1 to `life`, which is kept within 1 to 500.
    pub fn annuity<'r, R: Recorder>(&self, recorder: &'r R, life: u16) -> Val<'r, R, Number> {
        let factors = (1..).zip(self.factors(life.max(1)));
        let factors =
            factors.filter_map(|(year, factor)| self.in_formula(recorder, year, factor, ""));
        sum(recorder, factors).named("Sum of discount factors over the life")
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
        let factor = newest()
            .discount_rates
            .standard()
            .annuity(&Plain, 2)
            .value();
        assert_eq!(
            exact::round(factor.decimal(), 10).to_string(),
            "1.8996942752"
        );
    }

    #[test]
    fn the_bands_of_each_schedule_join_without_gap_to_the_longest_horizon() {
        for rates in newest().discount_rates.all() {
            let bands = rates.bands();
            assert_eq!(bands[0].from, 1, "{}", rates.key);
            for pair in bands.windows(2) {
                assert_eq!(pair[1].from, pair[0].to + 1, "{}", rates.key);
            }
            assert_eq!(bands.last().unwrap().to, super::LONGEST);
        }
    }

    #[test]
    fn at_a_rate_of_nought_every_year_counts_whole() {
        let row = super::Row {
            schedule: "standard".to_owned(),
            from_year: 1,
            to_year: 500,
            rate: rust_decimal::Decimal::ZERO,
            source: String::new(),
            date: String::new(),
            status: String::new(),
        };
        let rates = super::Rates::new("standard", &[row]);
        let factors = rates.factors(500);
        assert_eq!(factors.len(), 500);
        assert!(
            factors
                .iter()
                .all(|it| *it == crate::units::quantity::Number::from(1))
        );
    }
}
