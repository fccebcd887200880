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

/// The tables of an edition that differ from one to the next. The others are conventions of this program.
struct Tables {
    name: &'static str,
    national_insurance: &'static str,
    discount_rates: &'static str,
    deflator: &'static str,
}

/// Every edition, oldest first.
const EDITIONS: [Tables; 2] = [
    Tables {
        name: "2024-09",
        national_insurance: include_str!("../../assets/guidance/2024-09/national_insurance.csv"),
        discount_rates: include_str!("../../assets/guidance/2024-09/discount_rates.csv"),
        deflator: include_str!("../../assets/guidance/2024-09/deflator.csv"),
    },
    Tables {
        name: NEWEST,
        national_insurance: include_str!("../../assets/guidance/2026-11/national_insurance.csv"),
        discount_rates: include_str!("../../assets/guidance/2026-11/discount_rates.csv"),
        deflator: include_str!("../../assets/guidance/2026-11/deflator.csv"),
    },
];

/// The names of every edition, oldest first.
pub fn names() -> impl Iterator<Item = &'static str> {
    EDITIONS.iter().map(|it| it.name)
}

/// The edition of this name, and nothing where the program does not have it.
pub fn edition(name: &str) -> Option<&'static Guidance> {
    static READ: [OnceLock<Guidance>; EDITIONS.len()] = [const { OnceLock::new() }; EDITIONS.len()];
    let all = READ.iter().zip(&EDITIONS);
    let (read, tables) = all.into_iter().find(|(_, it)| it.name == name)?;
    Some(read.get_or_init(|| Guidance::of(tables)))
}

impl Guidance {
    fn of(tables: &Tables) -> Self {
        Self {
            name: tables.name,
            national_insurance: NationalInsurance::new(rows(tables.national_insurance)),
            discount_rates: DiscountRates::new(&rows(tables.discount_rates)),
            deflator: Deflator::new(rows(tables.deflator)),
            conventions: Conventions::new(&rows(include_str!(
                "../../assets/guidance/2026-11/conventions.csv"
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
        }
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
        for name in names() {
            assert_eq!(edition(name).unwrap().name, name);
        }
        assert_eq!(names().last(), Some(NEWEST));
        assert!(edition("1998-11").is_none());
    }
}
