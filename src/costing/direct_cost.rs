//! What cash lines cost in the year: yearly ones for their months, one-offs by their yearly share.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::costing::context::{Context, overlap};
use crate::costing::cost_line::{About, Category, Class, CostLine};
use crate::guidance::discount_rates::LONGEST;
use crate::model::direct_cost::{CashKind, CashLine};
use crate::model::partnership::Partnership;
use crate::model::purpose::Purpose;
use crate::units::quantity::{Money, Quantity};
use crate::units::trace::{Reader, Recorder, Val};
use crate::units::year::FinancialYear;

/// The line of cash in the year; nothing where a one-off's life does not cover the year.
///
/// Yearly: amount × months ÷ 12. One-off: amount ÷ Σ DF(k), k = 1 to its life, standard schedule.
/// Source: the method note, section 4.
pub fn line<R: Recorder>(
    context: &Context<'_, R>,
    partnership: &Partnership,
    cash: &CashLine,
) -> Option<CostLine<R::Node>> {
    let about = About {
        record: cash.id,
        class: Class::Direct,
        category: Category::Direct,
        purpose: cash.purpose.unwrap_or(Purpose::Running),
        bearer: cash.partner,
        grade: None,
    };
    let amount = Reader::new(context.recorder, cash.id).get("amount", &cash.amount);
    let in_year = match cash.kind {
        CashKind::Yearly => {
            let dates = (cash.start, cash.end);
            let (start, end) = overlap((partnership.start, partnership.end), dates);
            amount.map(|amount| context.in_year(amount, start, end))
        }
        CashKind::OneOff => match cash.year {
            None => None,
            Some(spent) => yearly_share(context, partnership, cash, spent, amount)?,
        },
    };
    Some(CostLine::money(about, in_year))
}

/// The share of a one-off that falls in the year. The outer nothing means that its life does not cover the year.
#[expect(
    clippy::option_option,
    reason = "no share in this year and a share not known are two things"
)]
fn yearly_share<'r, R: Recorder>(
    context: &Context<'r, R>,
    partnership: &Partnership,
    cash: &CashLine,
    spent: FinancialYear,
    amount: Option<Val<'r, R, Money>>,
) -> Option<Option<Val<'r, R, Money>>> {
    let life = life(context, partnership, cash, spent);
    let age = context.year.since(spent);
    if age < 0 || i32::from(age) >= i32::from(life) {
        return None;
    }
    let annuity = context
        .guidance
        .discount_rates
        .annuity(context.recorder, life);
    Some(amount.and_then(|amount| amount.over(annuity)))
}

/// Its own life, else to the partnership's end year inclusive, else the convention; 1 to 500 years.
fn life<R: Recorder>(
    context: &Context<'_, R>,
    partnership: &Partnership,
    cash: &CashLine,
    spent: FinancialYear,
) -> u16 {
    let whole = |years: Decimal| years.round().to_u16().unwrap_or(1).clamp(1, LONGEST);
    if let Some(life) = cash.life.value() {
        return whole(life.decimal());
    }
    if let Some(end) = partnership.end {
        let years = FinancialYear::of(end).since(spent).saturating_add(1);
        return u16::try_from(years).unwrap_or(1).clamp(1, LONGEST);
    }
    whole(context.guidance.conventions.one_off_life.value)
}
