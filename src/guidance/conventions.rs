//! Defaults that a register's settings can replace: working time, pension, mileage.

use rust_decimal::Decimal;
use serde::Deserialize;

use crate::guidance::edition::{Official, Source};

/// How many draws a simulation takes where the settings do not say.
pub const USUAL_DRAWS: u32 = 10_000;
/// Fewer draws say too little to be shown.
pub const LEAST_DRAWS: u32 = 100;
/// More draws take long and say no more that anybody could see.
pub const MOST_DRAWS: u32 = 1_000_000;
/// What draws start from where the settings do not say.
pub const USUAL_SEED: u32 = 1;

/// The customary number for each default.
#[derive(Debug)]
pub struct Conventions {
    /// Weeks in a year, for hourly pay.
    pub weeks_in_a_year: Official,
    /// Weekdays in a year, for productive time.
    pub working_days_in_a_year: Official,
    /// Hours in a full-time week.
    pub weekly_hours: Official,
    /// Days of annual leave.
    pub leave_days: Official,
    /// Bank holidays.
    pub bank_holidays: Official,
    /// Days of training.
    pub training_days: Official,
    /// Days of sickness.
    pub sickness_days: Official,
    /// Employer pension contribution, a share of salary.
    pub pension_rate: Official,
    /// Apprenticeship levy, a share of salary.
    pub levy_rate: Official,
    /// Overheads, a share of employment cost.
    pub overhead_rate: Official,
    /// Pounds a mile.
    pub mileage_rate: Official,
    /// What a charge for staff bears in value added tax, a share of the charge.
    pub vat_rate: Official,
    /// A volunteer's day by skill: £ a day.
    pub volunteer_day: VolunteerDay,
    /// Hours in a volunteer's day.
    pub volunteer_hours: Official,
    /// Years that a one-off is spread over where nothing else says.
    pub one_off_life: Official,
    /// Years that an appraisal looks at.
    pub horizon: Official,
    /// The time-adjusted progress from which an indicator is green.
    pub green_from: Official,
    /// The same for amber.
    pub amber_from: Official,
    /// The annual cost from which every question of governance is asked.
    pub governance_from: Official,
}

/// What a day of a volunteer is worth, by what they bring.
#[derive(Debug)]
pub struct VolunteerDay {
    /// Anybody can do it.
    pub unskilled: Official,
    /// It needs some experience.
    pub skilled: Official,
    /// It needs a profession.
    pub professional: Official,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Row {
    key: String,
    label: String,
    value: Decimal,
    source: String,
    date: String,
    status: String,
}

impl Conventions {
    pub(crate) fn new(rows: &[Row]) -> Self {
        let of = |key: &str| {
            let row = rows
                .iter()
                .find(|row| row.key == key)
                .expect("the embedded table is read by a test");
            let source = Source {
                title: row.source.clone(),
                date: row.date.clone(),
                status: row.status.clone(),
            };
            Official::new(row.label.clone(), row.value, &source)
        };
        Self {
            weeks_in_a_year: of("weeks_in_a_year"),
            working_days_in_a_year: of("working_days_in_a_year"),
            weekly_hours: of("weekly_hours"),
            leave_days: of("leave_days"),
            bank_holidays: of("bank_holidays"),
            training_days: of("training_days"),
            sickness_days: of("sickness_days"),
            pension_rate: of("pension_rate"),
            levy_rate: of("levy_rate"),
            overhead_rate: of("overhead_rate"),
            mileage_rate: of("mileage_rate"),
            vat_rate: of("vat_rate"),
            volunteer_day: VolunteerDay {
                unskilled: of("volunteer_day_unskilled"),
                skilled: of("volunteer_day_skilled"),
                professional: of("volunteer_day_professional"),
            },
            volunteer_hours: of("volunteer_hours"),
            one_off_life: of("one_off_life"),
            horizon: of("horizon"),
            green_from: of("green_from"),
            amber_from: of("amber_from"),
            governance_from: of("governance_from"),
        }
    }
}
