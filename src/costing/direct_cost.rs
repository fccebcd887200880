//! What cash lines cost in the year: yearly ones for their months, planned ones as planned, one-offs by their yearly share.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::costing::context::{Context, overlap};
use crate::costing::cost_line::{About, Category, Class, CostLine};
use crate::costing::growth::Growth;
use crate::costing::pool::push_borne;
use crate::guidance::discount_rates::LONGEST;
use crate::model::direct_cost::{CashKind, CashLine};
use crate::model::partnership::Partnership;
use crate::model::purpose::Purpose;
use crate::units::quantity::Money;
use crate::units::trace::{Reader, Recorder, Val, sum};
use crate::units::year::FinancialYear;

/// Pushes the lines of cash in the year; none where a one-off's life or a plan does not cover the year, or for an exit cost.
///
/// ```text
/// yearly   amount × months ÷ 12
/// growing  amount × (1 + growth)^(years since its first) × months ÷ 12
/// planned  what the plan says of the year, in the money of that year
/// one-off  amount ÷ Σ DF(k), k = 1 to its life, standard schedule; in real terms the amount, in its year
/// ```
/// Source: the method note, section 4.
pub fn push_lines<R: Recorder>(
    context: &Context<'_, R>,
    partnership: &Partnership,
    cash: &CashLine,
    lines: &mut Vec<CostLine<R::Node>>,
) {
    let amount = once(context, cash);
    let dates = (cash.start, cash.end);
    let (start, end) = overlap((partnership.start, partnership.end), dates);
    let in_year = match cash.kind {
        CashKind::Yearly => Some(amount.map(|amount| context.in_year(amount, start, end))),
        CashKind::Growing => growing(context, cash, amount)
            .map(|amount| amount.map(|amount| context.in_year(amount, start, end))),
        CashKind::Profiled => planned(context, cash),
        CashKind::OneOff | CashKind::SetUp => match cash.year {
            None => Some(None),
            Some(spent) => yearly_share(context, partnership, cash, spent, amount),
        },
        CashKind::Exit => None,
    };
    if let Some(in_year) = in_year {
        push_borne(
            context,
            partnership,
            (about(cash), cash.pool),
            None,
            in_year,
            lines,
        );
    }
}

/// Pushes the lines of what is paid on leaving, all of it in the year looked at.
pub fn push_exit<R: Recorder>(
    context: &Context<'_, R>,
    partnership: &Partnership,
    cash: &CashLine,
    lines: &mut Vec<CostLine<R::Node>>,
) {
    let amount = once(context, cash);
    let about = (about(cash), cash.pool);
    push_borne(context, partnership, about, None, amount, lines);
}

fn about(cash: &CashLine) -> About {
    About {
        record: cash.id,
        class: Class::Direct,
        category: Category::Direct,
        purpose: cash.purpose.unwrap_or(Purpose::Running),
        bearer: cash.partner,
        grade: None,
    }
}

/// The typed amount in the money that costs are in.
fn once<'r, R: Recorder>(context: &Context<'r, R>, cash: &CashLine) -> Option<Val<'r, R, Money>> {
    let amount = Reader::new(context.recorder, cash.id).get("amount", &cash.amount)?;
    context.at_prices(amount)
}

/// Nothing before its first year; else the amount of the year, where it is known.
#[expect(
    clippy::option_option,
    reason = "none in this year and not known are two things"
)]
fn growing<'r, R: Recorder>(
    context: &Context<'r, R>,
    cash: &CashLine,
    amount: Option<Val<'r, R, Money>>,
) -> Option<Option<Val<'r, R, Money>>> {
    let first = cash.year.unwrap_or(context.base_year);
    if context.year < first {
        return None;
    }
    let read = Reader::new(context.recorder, cash.id);
    if context.year > first && cash.growth.value().is_none() {
        return Some(None);
    }
    let growth = Growth::between(first, context.year, |_| read.get("growth", &cash.growth));
    let growth = growth.named("Growth since the first year");
    Some(amount.and_then(|amount| growth.of(amount)))
}

/// Nothing in a year that the plan does not name; else the sum of what it says of the year, where all of it is known.
#[expect(
    clippy::option_option,
    reason = "none in this year and not known are two things"
)]
fn planned<'r, R: Recorder>(
    context: &Context<'r, R>,
    cash: &CashLine,
) -> Option<Option<Val<'r, R, Money>>> {
    if cash.years.is_empty() {
        return Some(None);
    }
    let years = cash.years.iter();
    let in_year: Vec<_> = years.filter(|it| it.year == Some(context.year)).collect();
    if in_year.is_empty() {
        return None;
    }
    let amounts = in_year
        .into_iter()
        .map(|it| Reader::new(context.recorder, it.id).get("amount", &it.amount));
    let known: Option<Vec<_>> = amounts.collect();
    let planned = known.map(|amounts| sum(context.recorder, amounts));
    Some(planned.and_then(|planned| context.of_its_year(planned)))
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
    if !context.spreads_one_offs() {
        return (context.year == spent).then_some(amount);
    }
    let life = life(context, partnership, cash, spent);
    let age = context.year.since(spent);
    if age < 0 || i32::from(age) >= i32::from(life) {
        return None;
    }
    let annuity = context
        .guidance
        .discount_rates
        .standard()
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
    let whole = |years: Decimal| {
        let years = years.round().clamp(Decimal::ONE, Decimal::from(LONGEST));
        years.to_u16().unwrap_or(LONGEST)
    };
    let read = Reader::new(context.recorder, cash.id);
    if let Some(life) = read.get("life", &cash.life) {
        return whole(life.whole());
    }
    if let Some(end) = partnership.end {
        let years = FinancialYear::of(end).since(spent).saturating_add(1);
        return u16::try_from(years).unwrap_or(1).clamp(1, LONGEST);
    }
    whole(context.guidance.conventions.one_off_life.value)
}
