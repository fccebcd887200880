//! The answers of an appraisal, from what was brought to year 0.

use crate::appraisal::present_value::PresentValue;
use crate::appraisal::terms::Terms;
use crate::model::benefit::BenefitClass;
use crate::units::id::Id;
use crate::units::quantity::{Money, Number};
use crate::units::trace::{Recorder, Val, sum};

/// The measures of one course of action. A measure that makes no sense is nothing.
#[derive(Debug)]
pub struct Measures<'r, R: Recorder> {
    /// Present value of benefits less that of costs.
    pub npsv: Val<'r, R, Money>,
    /// PVB ÷ PVC; nothing where PVC is not above nought or no benefit has a price.
    pub bcr: Option<Val<'r, R, Number>>,
    /// PVB ÷ the costs of public bodies and funders.
    pub bcr_public: Option<Val<'r, R, Number>>,
    /// Fiscal benefits to public bodies ÷ the costs of public bodies.
    pub fiscal_return: Option<Val<'r, R, Number>>,
    /// The cashable part of these ÷ the money that public bodies pay.
    pub cash_return: Option<Val<'r, R, Number>>,
    /// When the cumulative net is no longer below nought.
    pub payback: Payback<'r, R>,
    /// What the stream of costs comes to a year of service.
    pub equivalent_annual_cost: Option<Val<'r, R, Money>>,
    /// What the unpriced would have to be worth a year for NPSV to be nought.
    pub break_even: Option<Val<'r, R, Money>>,
}

/// When an outlay has come back.
#[derive(Debug)]
pub enum Payback<'r, R: Recorder> {
    /// Not within the years that are looked at.
    Never,
    /// After so many years from year 0.
    After(Val<'r, R, Number>),
}

/// Measures a present value.
///
/// ```text
/// NPSV           = PVB − PVC
/// BCR            = PVB ÷ PVC;   nothing where PVC ≤ 0, or where no benefit has a price
/// fiscal return  = PV of fiscal benefits to public bodies ÷ PV of public bodies' costs, transfers counted
/// cash return    = PV of the cashable part of these ÷ PV of the money that public bodies pay
/// equivalent annual cost = PVC ÷ Σ factor(t) over the years of service
/// break-even a year      = max(0, −NPSV) ÷ Σ factor(t)
/// ```
/// Source: the method note, section 8.
pub fn measures<'r, R: Recorder>(
    terms: &Terms<'r, R>,
    value: &PresentValue<'r, R>,
) -> Measures<'r, R> {
    let recorder = terms.recorder;
    let npsv = npsv(value);
    let costs_of = |is_one: &dyn Fn(Option<Id>) -> bool| {
        let parts = value
            .by_bearer
            .iter()
            .filter(|(bearer, _)| is_one(**bearer));
        sum(recorder, parts.map(|(_, cost)| *cost))
    };
    let public_costs = costs_of(&|bearer| terms.is_public(bearer)).named("Costs of public bodies");
    let funded_costs = costs_of(&|bearer| terms.is_public_or_funder(bearer))
        .named("Costs of public bodies and funders");
    let paid = value.direct_by_bearer.iter();
    let paid = paid.filter(|(bearer, _)| terms.is_public(**bearer));
    let paid = sum(recorder, paid.map(|(_, cost)| *cost)).named("Money that public bodies pay");
    let fiscal = || {
        let benefits = value.by_benefit.iter();
        benefits.filter(|it| {
            it.class == BenefitClass::Fiscal
                && it.partner.is_some_and(|id| terms.is_public(Some(id)))
        })
    };
    let fiscal_worth =
        sum(recorder, fiscal().filter_map(|it| it.value)).named("Fiscal benefits to public bodies");
    let cash_worth =
        sum(recorder, fiscal().map(|it| it.cashable)).named("Cash released to public bodies");
    let ratio = |benefit, cost, label| over(benefit, cost, label).filter(|_| value.is_priced());
    Measures {
        npsv,
        bcr: bcr(value),
        bcr_public: ratio(
            value.benefits,
            funded_costs,
            "Benefit–cost ratio, public costs",
        ),
        fiscal_return: ratio(fiscal_worth, public_costs, "Fiscal return"),
        cash_return: ratio(cash_worth, paid, "Cash return"),
        payback: payback(terms, value),
        equivalent_annual_cost: equivalent_annual_cost(terms, value),
        break_even: break_even(terms, value, npsv),
    }
}

/// PVB less PVC.
pub fn npsv<'r, R: Recorder>(value: &PresentValue<'r, R>) -> Val<'r, R, Money> {
    (value.benefits - value.costs).named("Net present social value")
}

/// PVB ÷ PVC; nothing where PVC is not above nought or no benefit has a price.
pub fn bcr<'r, R: Recorder>(value: &PresentValue<'r, R>) -> Option<Val<'r, R, Number>> {
    if !value.is_priced() {
        return None;
    }
    over(value.benefits, value.costs, "Benefit–cost ratio")
}

/// A ratio to a cost that is above nought.
fn over<'r, R: Recorder>(
    benefit: Val<'r, R, Money>,
    cost: Val<'r, R, Money>,
    label: &'static str,
) -> Option<Val<'r, R, Number>> {
    if !cost.is_above(Money::ZERO) {
        return None;
    }
    Some(benefit.ratio_to(cost)?.named(label))
}

/// 0 where the cumulative net is never below nought; never where it ends there; else, with s the last year below,
/// s − C(s) ÷ (C(s + 1) − C(s)).
fn payback<'r, R: Recorder>(terms: &Terms<'r, R>, value: &PresentValue<'r, R>) -> Payback<'r, R> {
    let whole = |label, n: usize| {
        let n = Number::from(i64::try_from(n).unwrap_or(i64::MAX));
        Val::constant(terms.recorder, label, n)
    };
    let is_below = |it: &Val<'r, R, Money>| it.value() < Money::ZERO;
    let last = value.years.iter().rposition(|it| is_below(&it.cumulative));
    let Some(s) = last else {
        return Payback::After(whole("The net is never below nought", 0));
    };
    let mut from_s = value.years.iter().skip(s).map(|it| it.cumulative);
    let (Some(before), Some(after)) = (from_s.next(), from_s.next()) else {
        return Payback::Never;
    };
    let before = before
        .aside()
        .named("Cumulative net of the last year below nought");
    let after = after.aside().named("Cumulative net of the year after it");
    match before.ratio_to(after - before) {
        Some(part) => {
            let years = whole("Years until the last below nought", s) - part;
            Payback::After(years.named("Payback in years"))
        }
        None => Payback::Never,
    }
}

fn equivalent_annual_cost<'r, R: Recorder>(
    terms: &Terms<'r, R>,
    value: &PresentValue<'r, R>,
) -> Option<Val<'r, R, Money>> {
    let has_service = value.years.iter().any(|it| it.is_running);
    let years = value.years.iter();
    let service = years.filter(|it| it.is_running || !has_service);
    let annuity = sum(terms.recorder, service.map(|it| it.factor));
    let annuity = annuity.named("Sum of discount factors over the years of service");
    let cost = value.costs.over(annuity)?;
    Some(cost.named("Equivalent annual cost"))
}

fn break_even<'r, R: Recorder>(
    terms: &Terms<'r, R>,
    value: &PresentValue<'r, R>,
    npsv: Val<'r, R, Money>,
) -> Option<Val<'r, R, Money>> {
    let nought = Val::constant(terms.recorder, "0", Money::ZERO);
    let shortfall = (nought - npsv).max(nought).named("Shortfall");
    let factors = value.years.iter().map(|it| it.factor);
    let annuity = sum(terms.recorder, factors).named("Sum of discount factors");
    Some(shortfall.over(annuity)?.named("Break-even value a year"))
}

/// Break-even a year ÷ the achievement score.
pub fn break_even_per_point<'r, R: Recorder>(
    break_even: Val<'r, R, Money>,
    score: Val<'r, R, Number>,
) -> Option<Val<'r, R, Money>> {
    Some(break_even.over(score)?.named("Break-even value of a point"))
}
