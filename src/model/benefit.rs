//! A benefit: what working together brings, as a chain of factors or a plain sum, to whom, and in which years.

use serde::{Deserialize, Serialize};

use crate::model::judgement::AchievementKind;
use crate::model::partner::is_false;
use crate::units::id::Id;
use crate::units::input::Input;
use crate::units::quantity::{Money, Number, Rate};
use crate::units::year::FinancialYear;

/// A benefit of a partnership, against its partners acting separately. A disbenefit is one below nought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each answers a question of its own"
)]
pub struct Benefit {
    /// Its id, `be…`.
    pub id: Id,
    /// What is gained.
    #[serde(default)]
    pub name: String,
    /// The outcome of the register that it claims a part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Id>,
    /// Which of the four kinds of achievement it serves. Blank: not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<AchievementKind>,
    /// What sort of value it is.
    #[serde(default)]
    pub class: BenefitClass,
    /// The share of it that releases cash. Blank: none.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub cashable: Input<Rate>,
    /// The body that gains. Blank: the public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner: Option<Id>,
    /// Whether it only moves money from one body to another: counted in fiscal return, never in the present value of benefits.
    #[serde(default, skip_serializing_if = "is_false")]
    pub is_transfer: bool,
    /// Whether it is what not working in partnership would have cost (paragraph 96).
    #[serde(default, skip_serializing_if = "is_false")]
    pub is_avoided_cost: bool,
    /// Whether programme spending brings it about.
    #[serde(default, skip_serializing_if = "is_false")]
    pub rests_on_programme: bool,
    /// Which discount rates it is valued with.
    #[serde(default, skip_serializing_if = "Schedule::is_usual")]
    pub schedule: Schedule,
    /// How it is worked out.
    #[serde(default)]
    pub measure: BenefitMeasure,
    /// How many people, places or cases it could reach. Blank: not known.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub population: Input<Number>,
    /// The share of them that take part. Blank: all.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub take_up: Input<Rate>,
    /// How much changes for each that takes part. Blank: 1.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub impact: Input<Number>,
    /// The share that would have happened anyway. Blank: none.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub deadweight: Input<Rate>,
    /// How much would have happened anyway, typed in place of a share. Blank: the share is used.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub reference_case: Input<Number>,
    /// The share that others brought about. Blank: none.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub attribution: Input<Rate>,
    /// The share of a named outcome that this benefit claims, in place of what others brought about. Blank: all of it.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub claim: Input<Rate>,
    /// The share that only moved the problem elsewhere. Blank: none.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub displacement: Input<Rate>,
    /// The share that goes to those it is not meant for. Blank: none.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub leakage: Input<Rate>,
    /// The share that took the place of something as good. Blank: none.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub substitution: Input<Rate>,
    /// What follows from it in turn. Blank: 1.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub multiplier: Input<Number>,
    /// Pounds for each unit of the outcome. Blank: not known, so it has no price.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub unit_value: Input<Money>,
    /// Pounds a year, of a plain sum. Blank: not known, so it has no price.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub amount: Input<Money>,
    /// The year whose prices the unit value or the sum is in. Blank: the register's price year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price_year: Option<FinancialYear>,
    /// Whether the unit value or the sum is in the money of each year, so that inflation is taken out of it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub is_nominal: bool,
    /// The year that work towards it starts. Blank: the first year of the appraisal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_year: Option<FinancialYear>,
    /// Whole years from then until it shows. Blank: none.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub lag: Input<Number>,
    /// The last year that it comes in. Blank: to the end of the appraisal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_year: Option<FinancialYear>,
    /// The share that is lost each year after the first. Blank: none.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub drop_off: Input<Rate>,
    /// Years in which only a part of it comes, or in which another share releases cash.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub years: Vec<BenefitYear>,
}

/// One year of a benefit that differs from the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BenefitYear {
    /// Its id, `by…`.
    pub id: Id,
    /// The year. Blank: not known, and not used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<FinancialYear>,
    /// The share of the full benefit that comes in it. Blank: all.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub share: Input<Rate>,
    /// The share of it that releases cash. Blank: as in other years.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub cashable: Input<Rate>,
}

/// What sort of value a benefit is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum BenefitClass {
    /// Money that a body no longer spends, or receives more of.
    #[default]
    Fiscal,
    /// Income and output of people and businesses.
    Economic,
    /// Health, safety and wellbeing of people.
    Social,
}

impl BenefitClass {
    /// Every class, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Fiscal, Self::Economic, Self::Social];

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Fiscal => "Fiscal",
            Self::Economic => "Economic",
            Self::Social => "Social",
        }
    }

    /// The name that scripts know it by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Fiscal => "fiscal",
            Self::Economic => "economic",
            Self::Social => "social",
        }
    }
}

/// How a benefit is worked out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum BenefitMeasure {
    /// People reached × change × what is due to the partnership × unit value.
    #[default]
    Chain,
    /// So many pounds a year.
    Sum,
}

impl BenefitMeasure {
    /// Every way, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::Chain, Self::Sum];

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Chain => "Step by step",
            Self::Sum => "A sum a year",
        }
    }
}

/// Which discount rates hold.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Schedule {
    /// Those of money.
    #[default]
    Standard,
    /// Those of health and risk to life, which do not rise with income.
    Health,
}

impl Schedule {
    /// Every schedule, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::Standard, Self::Health];

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Standard => "Standard",
            Self::Health => "Health and risk to life",
        }
    }

    /// The name that scripts and the guidance know it by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::Health => "health",
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

impl BenefitYear {
    /// A new year with nothing known of it.
    pub fn new(id: Id) -> Self {
        Self {
            id,
            year: None,
            share: Input::default(),
            cashable: Input::default(),
        }
    }
}

impl Benefit {
    /// A new benefit with nothing known of it.
    pub fn new(id: Id) -> Self {
        Self {
            id,
            name: String::new(),
            outcome: None,
            kind: None,
            class: BenefitClass::default(),
            cashable: Input::default(),
            partner: None,
            is_transfer: false,
            is_avoided_cost: false,
            rests_on_programme: false,
            schedule: Schedule::default(),
            measure: BenefitMeasure::default(),
            population: Input::default(),
            take_up: Input::default(),
            impact: Input::default(),
            deadweight: Input::default(),
            reference_case: Input::default(),
            attribution: Input::default(),
            claim: Input::default(),
            displacement: Input::default(),
            leakage: Input::default(),
            substitution: Input::default(),
            multiplier: Input::default(),
            unit_value: Input::default(),
            amount: Input::default(),
            price_year: None,
            is_nominal: false,
            first_year: None,
            lag: Input::default(),
            last_year: None,
            drop_off: Input::default(),
            years: Vec::new(),
        }
    }

    /// Whether somebody has put a price on it: a unit value, or a sum.
    pub fn has_price(&self) -> bool {
        match self.measure {
            BenefitMeasure::Chain => self.unit_value.value().is_some(),
            BenefitMeasure::Sum => self.amount.value().is_some(),
        }
    }
}
