//! What a secondment costs its lender and its host: recharge, value added tax, and the stand-in's premium.

use crate::costing::context::{Context, overlap};
use crate::costing::cost_line::{About, Category, Class, CostLine};
use crate::model::partner::VatRecovery;
use crate::model::partnership::Partnership;
use crate::model::purpose::Purpose;
use crate::model::secondment::Secondment;
use crate::units::quantity::{Hours, Money, Rate};
use crate::units::trace::{Reader, Recorder, Val};

/// What a secondment comes to in the year, part by part, each borne by the lender or the host.
#[derive(Debug)]
pub struct Parts<'r, R: Recorder> {
    /// Hours of the secondee.
    pub hours: Option<Val<'r, R, Hours>>,
    /// What the secondee costs.
    pub cost: Option<Val<'r, R, Money>>,
    /// The part of it that the lender keeps.
    pub kept: Option<Val<'r, R, Money>>,
    /// What the lender charges the host.
    pub charge: Part<'r, R>,
    /// The value added tax on the charge that the host does not recover.
    pub tax: Part<'r, R>,
    /// What the lender's stand-in costs over the time that it covers.
    pub premium: Part<'r, R>,
}

/// A part that not every secondment has.
#[derive(Debug)]
pub enum Part<'r, R: Recorder> {
    /// There is none.
    None,
    /// There is one, but how much is not known.
    NotKnown,
    /// How much.
    Known(Val<'r, R, Money>),
}

impl<'r, R: Recorder> Part<'r, R> {
    fn of(amount: Option<Val<'r, R, Money>>) -> Self {
        amount.map_or(Self::NotKnown, Self::Known)
    }

    fn known(&self) -> Option<Val<'r, R, Money>> {
        match self {
            Self::Known(amount) => Some(*amount),
            Self::None | Self::NotKnown => None,
        }
    }

    fn is_none(&self) -> bool {
        matches!(self, Self::None)
    }
}

/// Pushes the lines of a secondment.
pub fn push_lines<R: Recorder>(
    context: &Context<'_, R>,
    partnership: &Partnership,
    secondment: &Secondment,
    lines: &mut Vec<CostLine<R::Node>>,
) {
    let lender = About {
        record: secondment.id,
        class: Class::Opportunity,
        category: Category::Secondments,
        purpose: secondment.purpose.unwrap_or(Purpose::Running),
        bearer: secondment.lender,
        grade: secondment.grade,
    };
    let host = About {
        class: Class::Direct,
        bearer: secondment.host,
        ..lender
    };
    let stand_in = About {
        class: Class::Direct,
        grade: None,
        ..lender
    };
    let parts = parts(context, partnership, secondment);
    lines.push(CostLine::time(lender, parts.hours, parts.kept));
    let taxed = About {
        grade: None,
        ..host
    };
    let line = |about, part: &Part<'_, R>| CostLine::money(about, part.known());
    if !parts.charge.is_none() {
        lines.push(line(host, &parts.charge));
    }
    if !parts.tax.is_none() {
        lines.push(line(taxed, &parts.tax).as_tax());
    }
    if !parts.premium.is_none() {
        lines.push(line(stand_in, &parts.premium));
    }
}

/// Works out the parts of a secondment.
///
/// ```text
/// S       = loaded cost × FTE × months ÷ 12
/// R       = the charge: S × share, or £ a year × months ÷ 12
/// lender  bears S − R, opportunity; host bears R, direct
/// tax     = R × the standard rate, direct, where it is due and the host does not recover it
/// premium = max(0, B − c × S), direct, lender; B the stand-in's cost, c the share of the time that it covers
/// ```
/// Source: the method note, section 3.
pub fn parts<'r, R: Recorder>(
    context: &Context<'r, R>,
    partnership: &Partnership,
    secondment: &Secondment,
) -> Parts<'r, R> {
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
    let charge = charge(context, secondment, cost, |yearly| {
        Some(context.in_year(context.at_prices(yearly)?, start, end))
    });
    let kept = if charge.is_none() {
        cost
    } else {
        let left = cost.zip(charge.known()).map(|(cost, charge)| cost - charge);
        left.map(|left| left.named("Cost that the lender keeps"))
    };
    let premium = match read.get("backfill", &secondment.backfill) {
        None => Part::None,
        Some(backfill) => {
            let cover = read.get_or(
                "backfill_cover",
                &secondment.backfill_cover,
                "Cover of the whole time",
                Rate::from(1),
            );
            let backfill = context.at_prices(backfill).map(|backfill| {
                let backfill = context.in_year(backfill, start, end);
                backfill.named("Cost of the stand-in")
            });
            let nought = Val::constant(context.recorder, "0", Money::ZERO);
            let premium = cost.zip(backfill);
            let premium = premium.map(|(cost, backfill)| (backfill - cost * cover).max(nought));
            Part::of(premium.map(|it| it.named("Premium of the stand-in")))
        }
    };
    Parts {
        hours,
        cost,
        kept,
        tax: tax(context, secondment, &charge),
        charge,
        premium,
    }
}

/// What the lender charges the host. An amount counts before a share; a check asks about both.
fn charge<'r, R: Recorder>(
    context: &Context<'r, R>,
    secondment: &Secondment,
    cost: Option<Val<'r, R, Money>>,
    in_year: impl Fn(Val<'r, R, Money>) -> Option<Val<'r, R, Money>>,
) -> Part<'r, R> {
    let read = Reader::new(context.recorder, secondment.id);
    if let Some(yearly) = read.get("recharge", &secondment.recharge) {
        return Part::of(in_year(yearly).map(|charge| charge.named("Charge to the host")));
    }
    match read.get("recharge_share", &secondment.recharge_share) {
        Some(share) => Part::of(cost.map(|cost| (cost * share).named("Charge to the host"))),
        None => Part::None,
    }
}

/// Tax on the whole charge, unless none is due or the host recovers it. Where that is not known, nor is the tax.
fn tax<'r, R: Recorder>(
    context: &Context<'r, R>,
    secondment: &Secondment,
    charge: &Part<'r, R>,
) -> Part<'r, R> {
    let recovery = context.vat_recovery(secondment.host);
    if charge.is_none()
        || secondment.is_free_of_vat
        || recovery == Some(VatRecovery::InFull)
        || charge
            .known()
            .is_some_and(|charge| !charge.is_above(Money::ZERO))
    {
        return Part::None;
    }
    let rate: Val<'r, R, Rate> = context
        .guidance
        .conventions
        .vat_rate
        .in_formula(context.recorder);
    let tax = charge
        .known()
        .map(|charge| (charge * rate).named("Value added tax not recovered"));
    Part::of(tax.filter(|_| recovery.is_some()))
}
