//! Who keeps the register, for which year, and the defaults of its working time.

use serde::{Deserialize, Serialize};

use crate::guidance::edition;
use crate::model::partner::is_false;
use crate::units::input::Input;
use crate::units::quantity::{Hours, Money, Number, Rate};
use crate::units::year::FinancialYear;

/// The register's settings. A blank default falls back on the guidance edition's convention.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The register's name, as charts and papers give it.
    #[serde(default)]
    pub title: String,
    /// Whether the figures are made up to show how the program works.
    #[serde(default, skip_serializing_if = "is_false")]
    pub is_illustrative: bool,
    /// The year that is looked at first; pay and prices are of this year.
    pub base_year: FinancialYear,
    /// Full-time hours a week.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub weekly_hours: Input<Hours>,
    /// Days of leave a year.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub leave_days: Input<Number>,
    /// Bank holidays a year.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub bank_holidays: Input<Number>,
    /// Days of training a year.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub training_days: Input<Number>,
    /// Days of sickness a year.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub sickness_days: Input<Number>,
    /// Employer pension, a share of salary.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub pension_rate: Input<Rate>,
    /// Apprenticeship levy, a share of salary.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub levy_rate: Input<Rate>,
    /// Overheads, a share of employment cost.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub overhead_rate: Input<Rate>,
    /// Pounds a mile.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub mileage_rate: Input<Money>,
    /// The edition of the guidance that the figures follow.
    #[serde(default = "newest_edition")]
    pub guidance: String,
}

fn newest_edition() -> String {
    edition::NEWEST.to_owned()
}

impl Settings {
    /// Settings for a new register of `base_year`.
    pub fn new(base_year: FinancialYear) -> Self {
        Self {
            title: String::new(),
            is_illustrative: false,
            base_year,
            weekly_hours: Input::default(),
            leave_days: Input::default(),
            bank_holidays: Input::default(),
            training_days: Input::default(),
            sickness_days: Input::default(),
            pension_rate: Input::default(),
            levy_rate: Input::default(),
            overhead_rate: Input::default(),
            mileage_rate: Input::default(),
            guidance: newest_edition(),
        }
    }
}
