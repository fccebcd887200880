//! Format 3 as it was written, where format 4 changed it, and how it becomes the register of today. Never changed again.
//!
//! Records that no later format changed are the model's own.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;
use serde::Deserialize;

use crate::guidance::edition;
use crate::model::grade::Grade;
use crate::model::inputs::{AnyInput, Inputs};
use crate::model::outcome::Outcome;
use crate::model::partner::Partner;
use crate::model::partnership::Partnership;
use crate::model::settings::{PayAward, PriceIndex, Timing};
use crate::model::{register, settings};
use crate::units::display;
use crate::units::id::InputId;
use crate::units::input::Input;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::{Hours, Money, Number, Rate};
use crate::units::year::FinancialYear;

/// What follows the header of a file in format 3.
pub(crate) type Body = Register;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Register {
    pub(super) settings: Settings,
    #[serde(default)]
    pub(super) partners: Vec<Partner>,
    #[serde(default)]
    pub(super) grades: Vec<Grade>,
    #[serde(default)]
    pub(super) outcomes: Vec<Outcome>,
    #[serde(default)]
    pub(super) partnerships: Vec<Arc<Partnership>>,
    #[serde(default)]
    pub(super) last_id: u32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Settings {
    #[serde(default)]
    pub(super) title: String,
    #[serde(default)]
    pub(super) is_illustrative: bool,
    pub(super) base_year: FinancialYear,
    #[serde(default)]
    pub(super) price_year: Option<FinancialYear>,
    #[serde(default)]
    pub(super) pay_growth: Input<Rate>,
    #[serde(default)]
    pub(super) pay_awards: Vec<PayAward>,
    #[serde(default)]
    pub(super) price_growth: Input<Rate>,
    #[serde(default)]
    pub(super) first_year: Option<FinancialYear>,
    #[serde(default)]
    pub(super) horizon: Input<Number>,
    #[serde(default)]
    pub(super) timing: Timing,
    #[serde(default)]
    pub(super) has_optimism_bias: bool,
    #[serde(default)]
    pub(super) transfers_count_all_fiscal: bool,
    #[serde(default)]
    pub(super) price_indices: Vec<PriceIndex>,
    #[serde(default)]
    pub(super) green_from: Input<Rate>,
    #[serde(default)]
    pub(super) amber_from: Input<Rate>,
    #[serde(default)]
    pub(super) governance_from: Input<Money>,
    #[serde(default)]
    pub(super) money_unit: MoneyUnit,
    #[serde(default)]
    pub(super) weekly_hours: Input<Hours>,
    #[serde(default)]
    pub(super) leave_days: Input<Number>,
    #[serde(default)]
    pub(super) bank_holidays: Input<Number>,
    #[serde(default)]
    pub(super) training_days: Input<Number>,
    #[serde(default)]
    pub(super) sickness_days: Input<Number>,
    #[serde(default)]
    pub(super) pension_rate: Input<Rate>,
    #[serde(default)]
    pub(super) levy_rate: Input<Rate>,
    #[serde(default)]
    pub(super) overhead_rate: Input<Rate>,
    #[serde(default)]
    pub(super) mileage_rate: Input<Money>,
    #[serde(default = "newest_edition")]
    pub(super) guidance: String,
}

fn newest_edition() -> String {
    edition::NEWEST.to_owned()
}

impl From<Register> for register::Register {
    fn from(it: Register) -> Self {
        Self {
            settings: Arc::new(it.settings.into()),
            partners: Arc::new(it.partners),
            grades: Arc::new(it.grades),
            outcomes: Arc::new(it.outcomes),
            scenarios: Arc::default(),
            snapshots: Arc::default(),
            paper: Arc::default(),
            partnerships: it.partnerships.into_iter().map(grouped).collect(),
            last_id: it.last_id,
        }
    }
}

/// Format 3 took quantities of one field, range and source for one fact; now they share a name that says so.
fn grouped(mut partnership: Arc<Partnership>) -> Arc<Partnership> {
    let mut facts: BTreeMap<Fact, Vec<InputId>> = BTreeMap::new();
    partnership.each_input(&mut |at, input| {
        if let Some(fact) = Fact::of(at, input) {
            facts.entry(fact).or_default().push(at);
        }
    });
    facts.retain(|_, inputs| inputs.len() > 1);
    let mut names: BTreeMap<InputId, String> = BTreeMap::new();
    let mut n_of_field: BTreeMap<&str, usize> = BTreeMap::new();
    for (fact, inputs) in facts {
        let n = n_of_field.entry(fact.field).or_default();
        *n = n.saturating_add(1);
        let field = display::field_name(fact.field);
        let id = partnership.id;
        let name = match *n {
            1 => format!("{field} ({id})"),
            n => format!("{field} {n} ({id})"),
        };
        names.extend(inputs.into_iter().map(|at| (at, name.clone())));
    }
    if !names.is_empty() {
        Arc::make_mut(&mut partnership).each_input_mut(&mut |at, input| {
            if let Some(name) = names.get(&at) {
                input.set_moves_with(name);
            }
        });
    }
    partnership
}

/// What made two quantities one fact.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Fact {
    field: &'static str,
    source: String,
    low: Option<Decimal>,
    value: Option<Decimal>,
    high: Option<Decimal>,
}

impl Fact {
    /// Nothing for a quantity without a range, or without a source to share.
    fn of(at: InputId, input: &dyn AnyInput) -> Option<Self> {
        let source = input.evidence()?.source.trim().to_owned();
        let (low, high) = (input.low(), input.high());
        if source.is_empty() || (low.is_none() && high.is_none()) {
            return None;
        }
        Some(Self {
            field: at.field,
            source,
            low,
            value: input.decimal(),
            high,
        })
    }
}

impl From<Settings> for settings::Settings {
    fn from(it: Settings) -> Self {
        Self {
            title: it.title,
            is_illustrative: it.is_illustrative,
            price_year: it.price_year,
            pay_growth: it.pay_growth,
            pay_awards: it.pay_awards,
            price_growth: it.price_growth,
            first_year: it.first_year,
            horizon: it.horizon,
            timing: it.timing,
            has_optimism_bias: it.has_optimism_bias,
            transfers_count_all_fiscal: it.transfers_count_all_fiscal,
            price_indices: it.price_indices,
            green_from: it.green_from,
            amber_from: it.amber_from,
            governance_from: it.governance_from,
            money_unit: it.money_unit,
            weekly_hours: it.weekly_hours,
            leave_days: it.leave_days,
            bank_holidays: it.bank_holidays,
            training_days: it.training_days,
            sickness_days: it.sickness_days,
            pension_rate: it.pension_rate,
            levy_rate: it.levy_rate,
            overhead_rate: it.overhead_rate,
            mileage_rate: it.mileage_rate,
            guidance: it.guidance,
            ..Self::new(it.base_year)
        }
    }
}
