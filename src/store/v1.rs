//! Format 1 as it was written, and how it becomes the register of today. Never changed again.

use std::sync::Arc;

use jiff::civil::Date;
use serde::Deserialize;

use crate::model::direct_cost::CashKind;
use crate::model::grade::Pay;
use crate::model::judgement::Judgement;
use crate::model::meeting::MeetingKind;
use crate::model::partner::PartnerKind;
use crate::model::partnership::{Function, Model};
use crate::model::post::PostKind;
use crate::model::purpose::Purpose;
use crate::model::{
    between_meetings, direct_cost, grade, in_kind, meeting, partner, partnership, post, register,
    secondment, settings,
};
use crate::store::v2::Indicator;
use crate::units::id::Id;
use crate::units::input::Input;
use crate::units::quantity::{Fte, Hours, Money, Number, Rate};
use crate::units::year::FinancialYear;

/// What follows the header of a file in format 1.
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
pub(super) struct Partner {
    pub(super) id: Id,
    #[serde(default)]
    pub(super) name: String,
    #[serde(default)]
    pub(super) kind: PartnerKind,
    #[serde(default)]
    pub(super) is_us: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Grade {
    pub(super) id: Id,
    #[serde(default)]
    pub(super) name: String,
    #[serde(default)]
    pub(super) partner: Option<Id>,
    #[serde(default)]
    pub(super) is_senior: bool,
    #[serde(default)]
    pub(super) posts: Input<Number>,
    #[serde(default)]
    pub(super) pay: Pay,
    #[serde(default)]
    pub(super) amount: Input<Money>,
    #[serde(default)]
    pub(super) hours: Input<Hours>,
    #[serde(default)]
    pub(super) pension_rate: Input<Rate>,
    #[serde(default)]
    pub(super) overhead_rate: Input<Rate>,
    #[serde(default)]
    pub(super) weekly_hours: Input<Hours>,
    #[serde(default)]
    pub(super) leave_days: Input<Number>,
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
    pub(super) indicators: Vec<Indicator>,
    #[serde(default)]
    pub(super) judgements: Vec<Judgement>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Meeting {
    pub(super) id: Id,
    #[serde(default)]
    pub(super) name: String,
    #[serde(default)]
    pub(super) kind: MeetingKind,
    #[serde(default)]
    pub(super) times_a_year: Input<Number>,
    #[serde(default)]
    pub(super) length: Input<Hours>,
    #[serde(default)]
    pub(super) online_share: Input<Rate>,
    #[serde(default)]
    pub(super) attendees: Vec<Attendee>,
    #[serde(default)]
    pub(super) expenses: Vec<Expense>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Attendee {
    pub(super) id: Id,
    #[serde(default)]
    pub(super) partner: Option<Id>,
    #[serde(default)]
    pub(super) grade: Option<Id>,
    #[serde(default)]
    pub(super) number: Input<Number>,
    #[serde(default)]
    pub(super) attendance: Input<Rate>,
    #[serde(default)]
    pub(super) preparation: Input<Hours>,
    #[serde(default)]
    pub(super) travel: Input<Hours>,
    #[serde(default)]
    pub(super) fares: Input<Money>,
    #[serde(default)]
    pub(super) miles: Input<Number>,
    #[serde(default)]
    pub(super) is_partnership_staff: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Expense {
    pub(super) id: Id,
    #[serde(default)]
    pub(super) name: String,
    #[serde(default)]
    pub(super) cost: Input<Money>,
    #[serde(default)]
    pub(super) partner: Option<Id>,
    #[serde(default)]
    pub(super) is_given: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BetweenMeetings {
    pub(super) id: Id,
    #[serde(default)]
    pub(super) name: String,
    #[serde(default)]
    pub(super) partner: Option<Id>,
    #[serde(default)]
    pub(super) grade: Option<Id>,
    #[serde(default)]
    pub(super) hours_a_week: Input<Hours>,
    #[serde(default)]
    pub(super) weeks: Input<Number>,
    #[serde(default)]
    pub(super) fte: Input<Fte>,
    #[serde(default)]
    pub(super) is_partnership_staff: bool,
    #[serde(default)]
    pub(super) purpose: Option<Purpose>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Post {
    pub(super) id: Id,
    #[serde(default)]
    pub(super) name: String,
    #[serde(default)]
    pub(super) kind: PostKind,
    #[serde(default)]
    pub(super) grade: Option<Id>,
    #[serde(default)]
    pub(super) partner: Option<Id>,
    #[serde(default)]
    pub(super) fte: Input<Fte>,
    #[serde(default)]
    pub(super) start: Option<Date>,
    #[serde(default)]
    pub(super) end: Option<Date>,
    #[serde(default)]
    pub(super) purpose: Option<Purpose>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Secondment {
    pub(super) id: Id,
    #[serde(default)]
    pub(super) name: String,
    #[serde(default)]
    pub(super) grade: Option<Id>,
    #[serde(default)]
    pub(super) lender: Option<Id>,
    #[serde(default)]
    pub(super) host: Option<Id>,
    #[serde(default)]
    pub(super) fte: Input<Fte>,
    #[serde(default)]
    pub(super) start: Option<Date>,
    #[serde(default)]
    pub(super) end: Option<Date>,
    #[serde(default)]
    pub(super) purpose: Option<Purpose>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CashLine {
    pub(super) id: Id,
    #[serde(default)]
    pub(super) name: String,
    #[serde(default)]
    pub(super) kind: CashKind,
    #[serde(default)]
    pub(super) amount: Input<Money>,
    #[serde(default)]
    pub(super) partner: Option<Id>,
    #[serde(default)]
    pub(super) start: Option<Date>,
    #[serde(default)]
    pub(super) end: Option<Date>,
    #[serde(default)]
    pub(super) year: Option<FinancialYear>,
    #[serde(default)]
    pub(super) life: Input<Number>,
    #[serde(default)]
    pub(super) purpose: Option<Purpose>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct InKind {
    pub(super) id: Id,
    #[serde(default)]
    pub(super) name: String,
    #[serde(default)]
    pub(super) partner: Option<Id>,
    #[serde(default)]
    pub(super) quantity: Input<Number>,
    #[serde(default)]
    pub(super) unit_cost: Input<Money>,
    #[serde(default)]
    pub(super) purpose: Option<Purpose>,
}

fn newest_edition() -> String {
    // The edition that every program of format 1 had.
    "2026-11".to_owned()
}

impl From<Register> for register::Register {
    fn from(it: Register) -> Self {
        Self {
            settings: Arc::new(it.settings.into()),
            partners: Arc::new(all(it.partners)),
            grades: Arc::new(all(it.grades)),
            partnerships: it
                .partnerships
                .into_iter()
                .map(|it| Arc::new(it.into()))
                .collect(),
            last_id: it.last_id,
            outcomes: Arc::default(),
            scenarios: Arc::default(),
            snapshots: Arc::default(),
            paper: Arc::default(),
        }
    }
}

fn all<A, B: From<A>>(list: Vec<A>) -> Vec<B> {
    list.into_iter().map(B::from).collect()
}

impl From<Settings> for settings::Settings {
    fn from(it: Settings) -> Self {
        Self {
            title: it.title,
            is_illustrative: it.is_illustrative,
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

impl From<Partner> for partner::Partner {
    fn from(it: Partner) -> Self {
        Self {
            name: it.name,
            kind: it.kind,
            is_us: it.is_us,
            ..Self::new(it.id)
        }
    }
}

impl From<Grade> for grade::Grade {
    fn from(it: Grade) -> Self {
        Self {
            name: it.name,
            partner: it.partner,
            is_senior: it.is_senior,
            posts: it.posts,
            pay: it.pay,
            amount: it.amount,
            hours: it.hours,
            pension_rate: it.pension_rate,
            overhead_rate: it.overhead_rate,
            weekly_hours: it.weekly_hours,
            leave_days: it.leave_days,
            ..Self::new(it.id)
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
            meetings: all(it.meetings),
            between_meetings: all(it.between_meetings),
            posts: all(it.posts),
            secondments: all(it.secondments),
            cash_lines: all(it.cash_lines),
            in_kind: all(it.in_kind),
            indicators: all(it.indicators),
            judgements: it.judgements,
            ..Self::new(it.id)
        }
    }
}

impl From<Meeting> for meeting::Meeting {
    fn from(it: Meeting) -> Self {
        Self {
            name: it.name,
            kind: it.kind,
            times_a_year: it.times_a_year,
            length: it.length,
            online_share: it.online_share,
            attendees: all(it.attendees),
            expenses: all(it.expenses),
            ..Self::new(it.id)
        }
    }
}

impl From<Attendee> for meeting::Attendee {
    fn from(it: Attendee) -> Self {
        Self {
            partner: it.partner,
            grade: it.grade,
            number: it.number,
            attendance: it.attendance,
            preparation: it.preparation,
            travel: it.travel,
            fares: it.fares,
            miles: it.miles,
            is_partnership_staff: it.is_partnership_staff,
            ..Self::new(it.id)
        }
    }
}

impl From<Expense> for meeting::Expense {
    fn from(it: Expense) -> Self {
        Self {
            name: it.name,
            cost: it.cost,
            partner: it.partner,
            is_given: it.is_given,
            ..Self::new(it.id)
        }
    }
}

impl From<BetweenMeetings> for between_meetings::BetweenMeetings {
    fn from(it: BetweenMeetings) -> Self {
        Self {
            name: it.name,
            partner: it.partner,
            grade: it.grade,
            hours_a_week: it.hours_a_week,
            weeks: it.weeks,
            fte: it.fte,
            is_partnership_staff: it.is_partnership_staff,
            purpose: it.purpose,
            ..Self::new(it.id)
        }
    }
}

impl From<Post> for post::Post {
    fn from(it: Post) -> Self {
        Self {
            name: it.name,
            kind: it.kind,
            grade: it.grade,
            partner: it.partner,
            fte: it.fte,
            start: it.start,
            end: it.end,
            purpose: it.purpose,
            ..Self::new(it.id)
        }
    }
}

impl From<Secondment> for secondment::Secondment {
    fn from(it: Secondment) -> Self {
        Self {
            name: it.name,
            grade: it.grade,
            lender: it.lender,
            host: it.host,
            fte: it.fte,
            start: it.start,
            end: it.end,
            purpose: it.purpose,
            ..Self::new(it.id)
        }
    }
}

impl From<CashLine> for direct_cost::CashLine {
    fn from(it: CashLine) -> Self {
        Self {
            name: it.name,
            kind: it.kind,
            amount: it.amount,
            partner: it.partner,
            start: it.start,
            end: it.end,
            year: it.year,
            life: it.life,
            purpose: it.purpose,
            ..Self::new(it.id)
        }
    }
}

impl From<InKind> for in_kind::InKind {
    fn from(it: InKind) -> Self {
        Self {
            name: it.name,
            partner: it.partner,
            quantity: it.quantity,
            unit_cost: it.unit_cost,
            purpose: it.purpose,
            ..Self::new(it.id)
        }
    }
}
