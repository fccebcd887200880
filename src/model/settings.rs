//! Who keeps the register, for which year, and the defaults of its working time.

use serde::{Deserialize, Serialize};

use crate::guidance::conventions::{LEAST_DRAWS, MOST_DRAWS, USUAL_DRAWS, USUAL_SEED};
use crate::guidance::edition;
use crate::model::partner::is_false;
use crate::units::id::Id;
use crate::units::input::Input;
use crate::units::money_unit::MoneyUnit;
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
    /// The year that is looked at first; pay is of this year.
    pub base_year: FinancialYear,
    /// The year whose prices typed amounts are in. Blank: the base year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price_year: Option<FinancialYear>,
    /// The growth of pay in a year that no award is entered for. Blank: none.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub pay_growth: Input<Rate>,
    /// Pay awards, each on the pay of the year before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pay_awards: Vec<PayAward>,
    /// The growth of prices a year. Blank: none.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub price_growth: Input<Rate>,
    /// The first year of an appraisal. Blank: the base year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_year: Option<FinancialYear>,
    /// How many years an appraisal looks at, 1 to 500. Blank: the convention.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub horizon: Input<Number>,
    /// One discount rate for every year and every benefit of an appraisal, as a test of it. Blank: the guidance's schedules.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub discount_rate: Input<Rate>,
    /// When in a year its money is taken to flow.
    #[serde(default, skip_serializing_if = "Timing::is_usual")]
    pub timing: Timing,
    /// Whether costs and benefits are corrected for optimism by the grade of their evidence.
    #[serde(default, skip_serializing_if = "is_false")]
    pub has_optimism_bias: bool,
    /// Whether transfers between partners count every fiscal benefit, and not only what releases cash.
    #[serde(default, skip_serializing_if = "is_false")]
    pub transfers_count_all_fiscal: bool,
    /// Indices of prices that the guidance does not have.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub price_indices: Vec<PriceIndex>,
    /// The time-adjusted progress from which an indicator is green. Blank: the convention.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub green_from: Input<Rate>,
    /// The same for amber; below it is red. Blank: the convention.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub amber_from: Input<Rate>,
    /// The annual cost from which every question of governance is asked. Blank: the convention.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub governance_from: Input<Money>,
    /// How many draws a simulation takes. Blank: the convention.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draws: Option<u32>,
    /// What the draws of a simulation start from: the same seed, the same draws. Blank: the convention.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seed: Option<u32>,
    /// The unit that sums of money are shown in.
    #[serde(default, skip_serializing_if = "MoneyUnit::is_usual")]
    pub money_unit: MoneyUnit,
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

/// A pay award.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PayAward {
    /// Its id, `w…`.
    pub id: Id,
    /// The first year that it is paid in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<FinancialYear>,
    /// The rise on the pay of the year before. Blank: not known, and the growth of pay is used.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub rise: Input<Rate>,
}

impl PayAward {
    /// A new award with nothing known of it.
    pub fn new(id: Id) -> Self {
        Self {
            id,
            year: None,
            rise: Input::default(),
        }
    }
}

/// An index of prices of one year, on the scale of the guidance's deflator (2024 = 100).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PriceIndex {
    /// Its id, `px…`.
    pub id: Id,
    /// The year. A financial year reads the calendar year that it starts in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<FinancialYear>,
    /// The index. Blank: not known.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub index: Input<Number>,
}

impl PriceIndex {
    /// A new index with nothing known of it.
    pub fn new(id: Id) -> Self {
        Self {
            id,
            year: None,
            index: Input::default(),
        }
    }
}

/// When in a year the money of an appraisal is taken to flow; the first year is never discounted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Timing {
    /// At its end.
    #[default]
    EndOfYear,
    /// In its middle.
    MidYear,
    /// At its start.
    StartOfYear,
}

impl Timing {
    /// Every convention, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::EndOfYear, Self::MidYear, Self::StartOfYear];

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::EndOfYear => "End of the year",
            Self::MidYear => "Middle of the year",
            Self::StartOfYear => "Start of the year",
        }
    }

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde passes the field by reference"
    )]
    fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

fn newest_edition() -> String {
    edition::NEWEST.to_owned()
}

impl Settings {
    /// How many draws a simulation takes: as typed, kept within what can be drawn; the usual number for none.
    pub fn draws_taken(&self) -> u32 {
        let typed = self.draws.filter(|it| *it > 0);
        let draws = typed.unwrap_or(USUAL_DRAWS);
        draws.clamp(LEAST_DRAWS, MOST_DRAWS)
    }

    /// What its draws start from.
    pub fn seed_taken(&self) -> u32 {
        self.seed.unwrap_or(USUAL_SEED)
    }

    /// Settings for a new register of `base_year`.
    pub fn new(base_year: FinancialYear) -> Self {
        Self {
            title: String::new(),
            is_illustrative: false,
            base_year,
            price_year: None,
            pay_growth: Input::default(),
            pay_awards: Vec::new(),
            price_growth: Input::default(),
            first_year: None,
            horizon: Input::default(),
            timing: Timing::default(),
            has_optimism_bias: false,
            transfers_count_all_fiscal: false,
            price_indices: Vec::new(),
            green_from: Input::default(),
            amber_from: Input::default(),
            governance_from: Input::default(),
            discount_rate: Input::default(),
            draws: None,
            seed: None,
            money_unit: MoneyUnit::default(),
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
