//! What a secondment costs its lender and its host: recharge, value added tax, and the stand-in's premium.

use crate::costing::context::{Context, overlap};
use crate::costing::cost_line::{About, Category, Class, CostLine};
use crate::model::partner::VatRecovery;
use crate::model::partnership::Partnership;
use crate::model::purpose::Purpose;
use crate::model::secondment::Secondment;
use crate::units::quantity::{Money, Rate};
use crate::units::trace::{Reader, Recorder, Val};

/// Pushes the lines of a secondment.
///
/// ```text
/// S       = loaded cost × FTE × months ÷ 12
/// R       = the charge: S × share, or £ a year × months ÷ 12
/// lender  bears S − R, opportunity; host bears R, direct
/// tax     = R × the standard rate, direct, where it is due and the host does not recover it
/// premium = max(0, B − c × S), direct, lender; B the stand-in's cost, c the share of the time that it covers
/// ```
/// Source: the method note, section 3.
pub fn push_lines<R: Recorder>(
    context: &Context<'_, R>,
    partnership: &Partnership,
    secondment: &Secondment,
    lines: &mut Vec<CostLine<R::Node>>,
) {
    let dates = (secondment.start, secondment.end);
    let (start, end) = overlap((partnership.start, partnership.end), dates);
    let read = Reader::new(context.recorder, secondment.id);
    let grade = context.grade(secondment.grade);
    let fte = read.get("fte", &secondment.fte);
    let cost = grade.and_then(|grade| grade.loaded_cost).zip(fte);
    let cost = cost.map(|(loaded, fte)| {
        let cost = context.in_year(loaded * fte, start, end);
        cost.named("Cost of the secondee")
    });
    let hours = grade.and_then(|grade| grade.productive_hours).zip(fte);
    let hours = hours.map(|(hours, fte)| context.in_year(hours * fte, start, end).named("Hours"));
    let lender = About {
        record: secondment.id,
        class: Class::Opportunity,
        category: Category::Secondments,
        purpose: secondment.purpose.unwrap_or(Purpose::Running),
        bearer: secondment.lender,
        grade: secondment.grade,
    };

    let charge = Charge::of(context, secondment, cost, |yearly| {
        context.in_year(context.at_prices(yearly), start, end)
    });
    match charge {
        Charge::None => lines.push(CostLine::time(lender, hours, cost)),
        Charge::Some(charge) => {
            let left = cost.zip(charge).map(|(cost, charge)| cost - charge);
            let left = left.map(|left| left.named("Cost that the lender keeps"));
            lines.push(CostLine::time(lender, hours, left));
            let host = About {
                class: Class::Direct,
                bearer: secondment.host,
                ..lender
            };
            lines.push(CostLine::money(host, charge));
            push_tax(context, secondment, host, charge, lines);
        }
    }

    if let Some(backfill) = read.get("backfill", &secondment.backfill) {
        let cover = read.get_or(
            "backfill_cover",
            &secondment.backfill_cover,
            "Cover of the whole time",
            Rate::from(1),
        );
        let backfill = context
            .in_year(backfill, start, end)
            .named("Cost of the stand-in");
        let nought = Val::constant(context.recorder, "0", Money::ZERO);
        let premium = cost.map(|cost| (backfill - cost * cover).max(nought));
        let about = About {
            class: Class::Direct,
            grade: None,
            ..lender
        };
        let premium = premium.map(|it| it.named("Premium of the stand-in"));
        lines.push(CostLine::money(about, premium));
    }
}

/// What the lender charges the host.
enum Charge<'r, R: Recorder> {
    None,
    /// Charged, and how much where that is known.
    Some(Option<Val<'r, R, Money>>),
}

impl<'r, R: Recorder> Charge<'r, R> {
    /// An amount counts before a share; a check asks about both.
    fn of(
        context: &Context<'r, R>,
        secondment: &Secondment,
        cost: Option<Val<'r, R, Money>>,
        in_year: impl Fn(Val<'r, R, Money>) -> Val<'r, R, Money>,
    ) -> Self {
        let read = Reader::new(context.recorder, secondment.id);
        if let Some(yearly) = read.get("recharge", &secondment.recharge) {
            return Self::Some(Some(in_year(yearly).named("Charge to the host")));
        }
        match read.get("recharge_share", &secondment.recharge_share) {
            Some(share) => Self::Some(cost.map(|cost| (cost * share).named("Charge to the host"))),
            None => Self::None,
        }
    }
}

/// Tax on the whole charge, unless none is due or the host recovers it. Where that is not known, nor is the tax.
fn push_tax<'r, R: Recorder>(
    context: &Context<'r, R>,
    secondment: &Secondment,
    host: About,
    charge: Option<Val<'r, R, Money>>,
    lines: &mut Vec<CostLine<R::Node>>,
) {
    let recovery = context.vat_recovery(secondment.host);
    if secondment.is_free_of_vat || recovery == Some(VatRecovery::InFull) {
        return;
    }
    if charge.is_some_and(|charge| charge.value() <= Money::ZERO) {
        return;
    }
    let rate: Val<'r, R, Rate> = context
        .guidance
        .conventions
        .vat_rate
        .in_formula(context.recorder);
    let tax = charge.map(|charge| (charge * rate).named("Value added tax not recovered"));
    let about = About {
        grade: None,
        ..host
    };
    lines.push(CostLine::money(about, tax.filter(|_| recovery.is_some())));
}
