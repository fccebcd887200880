//! Format 2 as it was written, where format 3 changed it, and how it becomes the register of today. Never changed again.
//!
//! Records that no later format changed are the model's own.

use std::sync::Arc;

use jiff::civil::Date;
use serde::Deserialize;

use crate::guidance::edition;
use crate::model::between_meetings::BetweenMeetings;
use crate::model::direct_cost::CashLine;
use crate::model::grade::Grade;
use crate::model::in_kind::InKind;
use crate::model::judgement::Judgement;
use crate::model::meeting::Meeting;
use crate::model::partner::Partner;
use crate::model::partnership::{Function, Model};
use crate::model::pool::Pool;
use crate::model::post::Post;
use crate::model::secondment::Secondment;
use crate::model::settings::PayAward;
use crate::model::sharing::{Share, SharingRule};
use crate::model::{indicator, partnership, register, settings};
use crate::units::id::Id;
use crate::units::input::Input;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::{Hours, Money, Number, Rate};
use crate::units::year::FinancialYear;

/// What follows the header of a file in format 2.
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
    pub(super) partnerships: Vec<Partnership>,
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

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Partnership {
    pub(super) id: Id,
    #[serde(default)]
    pub(super) name: String,
    #[serde(default)]
    pub(super) model: Model,
    #[serde(default)]
    pub(super) functions: Vec<Function>,
    #[serde(default)]
    pub(super) topic: String,
    #[serde(default)]
    pub(super) reason: String,
    #[serde(default)]
    pub(super) is_statutory: bool,
    #[serde(default)]
    pub(super) lead_post: String,
    #[serde(default)]
    pub(super) start: Option<Date>,
    #[serde(default)]
    pub(super) review: Option<Date>,
    #[serde(default)]
    pub(super) end: Option<Date>,
    #[serde(default)]
    pub(super) members: Vec<Id>,
    #[serde(default)]
    pub(super) meetings: Vec<Meeting>,
    #[serde(default)]
    pub(super) between_meetings: Vec<BetweenMeetings>,
    #[serde(default)]
    pub(super) posts: Vec<Post>,
    #[serde(default)]
    pub(super) secondments: Vec<Secondment>,
    #[serde(default)]
    pub(super) cash_lines: Vec<CashLine>,
    #[serde(default)]
    pub(super) in_kind: Vec<InKind>,
    #[serde(default)]
    pub(super) pools: Vec<Pool>,
    #[serde(default)]
    pub(super) sharing: SharingRule,
    #[serde(default)]
    pub(super) shares: Vec<Share>,
    #[serde(default)]
    pub(super) indicators: Vec<Indicator>,
    #[serde(default)]
    pub(super) judgements: Vec<Judgement>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Indicator {
    pub(super) id: Id,
    #[serde(default)]
    pub(super) name: String,
    #[serde(default)]
    pub(super) baseline: Input<Number>,
    #[serde(default)]
    pub(super) target: Input<Number>,
    #[serde(default)]
    pub(super) actual: Input<Number>,
    #[serde(default)]
    pub(super) baseline_date: Option<Date>,
    #[serde(default)]
    pub(super) target_date: Option<Date>,
    #[serde(default)]
    pub(super) actual_date: Option<Date>,
    #[serde(default)]
    pub(super) weight: Input<Number>,
}

fn newest_edition() -> String {
    edition::NEWEST.to_owned()
}

impl From<Register> for register::Register {
    fn from(it: Register) -> Self {
        let partnerships = it.partnerships.into_iter();
        Self {
            settings: Arc::new(it.settings.into()),
            partners: Arc::new(it.partners),
            grades: Arc::new(it.grades),
            partnerships: partnerships.map(|it| Arc::new(it.into())).collect(),
            last_id: it.last_id,
            outcomes: Arc::default(),
            scenarios: Arc::default(),
            snapshots: Arc::default(),
            paper: Arc::default(),
        }
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

impl From<Partnership> for partnership::Partnership {
    fn from(it: Partnership) -> Self {
        Self {
            name: it.name,
            model: it.model,
            functions: it.functions,
            topic: it.topic,
            reason: it.reason,
            is_statutory: it.is_statutory,
            lead_post: it.lead_post,
            start: it.start,
            review: it.review,
            end: it.end,
            members: it.members,
            meetings: it.meetings,
            between_meetings: it.between_meetings,
            posts: it.posts,
            secondments: it.secondments,
            cash_lines: it.cash_lines,
            in_kind: it.in_kind,
            pools: it.pools,
            sharing: it.sharing,
            shares: it.shares,
            indicators: it.indicators.into_iter().map(Into::into).collect(),
            judgements: it.judgements,
            ..Self::new(it.id)
        }
    }
}

impl From<Indicator> for indicator::Indicator {
    fn from(it: Indicator) -> Self {
        Self {
            name: it.name,
            baseline: it.baseline,
            target: it.target,
            actual: it.actual,
            baseline_date: it.baseline_date,
            target_date: it.target_date,
            actual_date: it.actual_date,
            weight: it.weight,
            ..Self::new(it.id)
        }
    }
}
