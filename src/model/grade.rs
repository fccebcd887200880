//! A staff grade: pay by grade, never a person's.

use serde::{Deserialize, Serialize};

use crate::model::partner::is_false;
use crate::units::id::Id;
use crate::units::input::Input;
use crate::units::quantity::{Hours, Money, Number, Rate};

/// A grade, and what an hour of it is built up from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grade {
    /// Its id, `g…`.
    pub id: Id,
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// The body whose grade it is; blank means that any body may use it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner: Option<Id>,
    /// Whether its time is counted as senior time.
    #[serde(default, skip_serializing_if = "is_false")]
    pub is_senior: bool,
    /// Posts on the grade; a grade with one post would identify somebody. Blank: not known.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub posts: Input<Number>,
    /// What `amount` is.
    #[serde(default)]
    pub pay: Pay,
    /// Pounds a year, an hour or a day, as `pay` says; a grade's midpoint. Blank: not known.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub amount: Input<Money>,
    /// A volunteer's skill, whose customary day rate is used where no amount is typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skill: Option<Skill>,
    /// Hours a year of an elected member, or hours a day of a volunteer. Blank: not known; of a volunteer of a customary rate, its hours.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub hours: Input<Hours>,
    /// Employer pension, a share of salary. Blank: the register's.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub pension_rate: Input<Rate>,
    /// Overheads, a share of employment cost. Blank: the register's.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub overhead_rate: Input<Rate>,
    /// Full-time hours a week. Blank: the register's.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub weekly_hours: Input<Hours>,
    /// Days of leave a year. Blank: the register's.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub leave_days: Input<Number>,
    /// Bank holidays a year. Blank: the register's.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub bank_holidays: Input<Number>,
    /// Days of training a year. Blank: the register's.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub training_days: Input<Number>,
    /// Days of sickness a year. Blank: the register's.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub sickness_days: Input<Number>,
    /// Apprenticeship levy, a share of salary. Blank: the register's.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub levy_rate: Input<Rate>,
    /// The growth of its pay a year, in place of the register's awards. Blank: the register's.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub pay_growth: Input<Rate>,
}

/// What a volunteer brings, as funders value it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Skill {
    /// Anybody can do it.
    Unskilled,
    /// It needs some experience.
    Skilled,
    /// It needs a profession.
    Professional,
}

impl Skill {
    /// Every skill, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Unskilled, Self::Skilled, Self::Professional];

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Unskilled => "Unskilled",
            Self::Skilled => "Skilled",
            Self::Professional => "Professional",
        }
    }
}

/// What a grade's typed amount is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Pay {
    /// A full-time salary, £ a year, to build up from.
    #[default]
    Salary,
    /// Salary, National Insurance and pension together, £ a year.
    EmploymentCost,
    /// Employment cost with overheads, £ a year.
    LoadedCost,
    /// £ for each productive hour.
    HourlyCost,
    /// An elected member's allowance, £ a year.
    Allowance,
    /// A volunteer's day rate, £ a day: time given in kind.
    DayRate,
}

impl Pay {
    /// Every kind, in the order they are offered.
    pub const ALL: [Self; 6] = [
        Self::Salary,
        Self::EmploymentCost,
        Self::LoadedCost,
        Self::HourlyCost,
        Self::Allowance,
        Self::DayRate,
    ];

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Salary => "Salary a year",
            Self::EmploymentCost => "Employment cost a year",
            Self::LoadedCost => "Loaded cost a year",
            Self::HourlyCost => "Cost an hour",
            Self::Allowance => "Member's allowance a year",
            Self::DayRate => "Volunteer's day rate",
        }
    }

    /// Whether the people on the grade are paid for their time.
    pub const fn is_paid(self) -> bool {
        !matches!(self, Self::DayRate)
    }
}

impl Grade {
    /// A new grade with nothing known of it.
    pub fn new(id: Id) -> Self {
        Self {
            id,
            name: String::new(),
            partner: None,
            is_senior: false,
            posts: Input::default(),
            pay: Pay::default(),
            amount: Input::default(),
            skill: None,
            hours: Input::default(),
            pension_rate: Input::default(),
            overhead_rate: Input::default(),
            weekly_hours: Input::default(),
            leave_days: Input::default(),
            bank_holidays: Input::default(),
            training_days: Input::default(),
            sickness_days: Input::default(),
            levy_rate: Input::default(),
            pay_growth: Input::default(),
        }
    }
}
