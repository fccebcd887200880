//! One dated set of official numbers, embedded in the program; an old register keeps its own.

use std::sync::OnceLock;

use rust_decimal::Decimal;
use serde::de::DeserializeOwned;

use crate::guidance::conventions::Conventions;
use crate::guidance::deflator::Deflator;
use crate::guidance::discount_rates::DiscountRates;
use crate::guidance::estimate::StartingPoints;
use crate::guidance::health_check::HealthCheck;
use crate::guidance::national_insurance::NationalInsurance;
use crate::guidance::optimism_bias::OptimismBias;
use crate::guidance::value_for_money::ValueForMoney;
use crate::units::quantity::Quantity;
use crate::units::trace::{Leaf, Recorder, Val};

/// The edition that new registers name.
pub const NEWEST: &str = "2026-11";

/// An edition of the guidance.
#[derive(Debug)]
pub struct Guidance {
    /// The edition's name, year and month.
    pub name: &'static str,
    /// Employer National Insurance by financial year.
    pub national_insurance: NationalInsurance,
    /// Working time, pension, mileage and other defaults.
    pub conventions: Conventions,
    /// The discount schedules.
    pub discount_rates: DiscountRates,
    /// Where a first estimate starts from.
    pub starting_points: StartingPoints,
    /// The index of prices.
    pub deflator: Deflator,
    /// The bands of benefit–cost ratios.
    pub value_for_money: ValueForMoney,
    /// How far a cost or a benefit is to be doubted, by the grade of its evidence.
    pub optimism_bias: OptimismBias,
    /// The questions of the health check and of governance.
    pub health_check: HealthCheck,
}

/// A published or customary number with where it comes from.
#[derive(Clone, Debug)]
pub struct Official {
    /// What it is.
    pub label: String,
    /// The number.
    pub value: Decimal,
    /// Publisher, title, date, and whether it is official or a convention.
    pub source: String,
}

impl Official {
    pub(crate) fn new(label: String, value: Decimal, row: &Source) -> Self {
        Self {
            label,
            value,
            source: row.text(),
        }
    }

    /// The number as a leaf of a formula.
    pub fn in_formula<'r, R: Recorder, Q: Quantity>(&self, recorder: &'r R) -> Val<'r, R, Q> {
        let leaf = Leaf::Official {
            label: &self.label,
            source: &self.source,
        };
        Val::leaf(recorder, leaf, Q::new(self.value))
    }
}

/// The columns that every table of guidance ends with.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    pub(crate) title: String,
    pub(crate) date: String,
    pub(crate) status: String,
}

impl Source {
    /// Publisher, title, date, and whether it is official or a convention.
    pub(crate) fn text(&self) -> String {
        let status = if self.status == "official" {
            "official"
        } else {
            "convention, check against your own guidance"
        };
        format!("{} ({}; {status})", self.title, self.date)
    }
}

/// The edition of this name, and nothing where the program does not have it.
pub fn edition(name: &str) -> Option<&'static Guidance> {
    static EDITION_2026_11: OnceLock<Guidance> = OnceLock::new();
    match name {
        NEWEST => Some(EDITION_2026_11.get_or_init(|| Guidance {
            name: NEWEST,
            national_insurance: NationalInsurance::new(rows(include_str!(
                "../../assets/guidance/2026-11/national_insurance.csv"
            ))),
            conventions: Conventions::new(&rows(include_str!(
                "../../assets/guidance/2026-11/conventions.csv"
            ))),
            discount_rates: DiscountRates::new(&rows(include_str!(
                "../../assets/guidance/2026-11/discount_rates.csv"
            ))),
            deflator: Deflator::new(rows(include_str!(
                "../../assets/guidance/2026-11/deflator.csv"
            ))),
            value_for_money: ValueForMoney::new(rows(include_str!(
                "../../assets/guidance/2026-11/value_for_money.csv"
            ))),
            starting_points: StartingPoints::new(rows(include_str!(
                "../../assets/guidance/2026-11/estimate.csv"
            ))),
            optimism_bias: OptimismBias::new(&rows(include_str!(
                "../../assets/guidance/2026-11/optimism_bias.csv"
            ))),
            health_check: HealthCheck::new(rows(include_str!(
                "../../assets/guidance/2026-11/health_check.csv"
            ))),
        })),
        _ => None,
    }
}

/// The newest edition.
///
/// # Panics
/// Never: the newest edition is embedded, and a test reads it.
pub fn newest() -> &'static Guidance {
    edition(NEWEST).expect("the newest edition is embedded")
}

fn rows<Row: DeserializeOwned>(text: &str) -> Vec<Row> {
    csv::Reader::from_reader(text.as_bytes())
        .deserialize()
        .collect::<Result<_, _>>()
        .expect("the embedded tables are read by a test")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_embedded_edition_can_be_read() {
        assert_eq!(newest().name, NEWEST);
        assert!(edition("1998-11").is_none());
    }
}
