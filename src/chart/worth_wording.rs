//! Phrases that the charts of an appraisal share: which years, which prices, what no figure holds.

use crate::chart::bars::Side;
use crate::chart::chart::{Key, Swatch};
use crate::chart::wording;
use crate::costing::schedule::Total;
use crate::findings::appraisal::Appraisal;
use crate::findings::figure::{FigureId, Measure};
use crate::findings::findings::Findings;
use crate::findings::partnership::PartnershipFindings;
use crate::findings::worth_measure::WorthMeasure;
use crate::model::record_name::line_name_in;
use crate::units::display;
use crate::units::id::Id;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::Money;

/// A figure of a partnership's appraisal.
pub(crate) const fn id(found: &PartnershipFindings, measure: WorthMeasure) -> FigureId {
    FigureId::new(found.id, Measure::Worth(measure))
}

/// The name of the partnership, as the start of a sentence.
pub(crate) fn name(found: &PartnershipFindings) -> &str {
    match found.name.trim() {
        "" => "This partnership",
        name => name,
    }
}

/// `2026/27 to 2035/36`, `2026/27`.
pub(crate) fn span(it: &Appraisal) -> String {
    let first = it.first_year;
    match it.years.last() {
        Some(last) if last.year != first => format!("{first} to {}", last.year),
        _ => first.to_string(),
    }
}

/// `10 years`.
pub(crate) fn horizon(it: &Appraisal) -> String {
    display::count(usize::from(it.horizon), "year", "years")
}

/// `present values in 2026/27, in prices of 2026/27`, and the basis of costs.
pub(crate) fn present_values(findings: &Findings, it: &Appraisal) -> String {
    format!(
        "{}, discounted to {}, in {} prices. Full cost.",
        span(it),
        it.first_year,
        findings.register.settings.base_year
    )
}

/// An amount on a chart: `£726k`, `at least £35k`.
pub(crate) fn short(total: Total, unit: MoneyUnit) -> String {
    let text = display::money_short_in(total.amount, unit);
    if total.is_at_least {
        display::at_least(&text)
    } else {
        text
    }
}

/// An amount in a table: `£726,400`, `at least £35,020`.
pub(crate) fn long(total: Total, unit: MoneyUnit) -> String {
    let text = display::money_in(total.amount, unit);
    if total.is_at_least {
        display::at_least(&text)
    } else {
        text
    }
}

/// An amount without its sign, for sentences that say which way it goes.
pub(crate) fn size(amount: Money, unit: MoneyUnit) -> String {
    let text = display::money_short_in(amount, unit);
    text.trim_start_matches('−').to_owned()
}

/// `costs`, `known costs`.
pub(crate) fn costs(it: &Appraisal) -> &'static str {
    if it.worth.pvc.is_at_least {
        "known costs"
    } else {
        "costs"
    }
}

/// `benefits`, `priced benefits`.
pub(crate) fn benefits(it: &Appraisal) -> &'static str {
    if it.unpriced.is_empty() {
        "benefits"
    } else {
        "priced benefits"
    }
}

/// Whether a benefit has a price and is counted.
pub(crate) fn has_priced(it: &Appraisal) -> bool {
    let counted = it.benefits.iter().filter(|it| !it.is_transfer);
    counted.into_iter().any(|it| it.value.is_some())
}

/// Whether every partnership has a priced benefit, none without a price, and every cost is known.
pub(crate) fn is_all_known(findings: &Findings) -> bool {
    findings.partnerships.iter().all(|it| {
        let worth = &it.appraisal.worth;
        worth.is_priced && !worth.pvc.is_at_least && !worth.pvb.is_at_least
    })
}

/// Whether any partnership has such a benefit.
pub(crate) fn is_any_priced(findings: &Findings) -> bool {
    let mut all = findings.partnerships.iter();
    all.any(|it| has_priced(&it.appraisal))
}

/// What stands where a present value of benefits would, where nothing has a price: unknown is not nought.
pub(crate) const UNPRICED: &str = "none has a price";

/// The present value of the benefits of one course of action, in words where nothing has a price.
pub(crate) fn pvb(
    it: &Appraisal,
    pvb: Total,
    text: fn(Total, MoneyUnit) -> String,
    unit: MoneyUnit,
) -> String {
    if pvb.amount == Money::ZERO && !has_priced(it) {
        UNPRICED.to_owned()
    } else {
        text(pvb, unit)
    }
}

/// What a finding adds that rests on costs or benefits of which a part is not known.
pub(crate) fn as_far_as_known(it: &Appraisal) -> &'static str {
    if it.worth.pvc.is_at_least || !it.unpriced.is_empty() {
        ", as far as is known"
    } else {
        ""
    }
}

/// What every note of an appraisal says: the source, what it is measured against, and what no figure holds.
pub(crate) fn notes(findings: &Findings, found: &PartnershipFindings) -> Vec<String> {
    let it = &found.appraisal;
    let name = |id: &Id| match findings.register.partnership(found.id) {
        Some(partnership) => line_name_in(&findings.register, partnership, *id),
        None => id.to_string(),
    };
    let mut notes = vec![
        wording::source(findings),
        "Measured against the partners acting separately.".to_owned(),
    ];
    if it.benefits.is_empty() {
        notes.push("No benefits have been entered.".to_owned());
    } else if !has_priced(it) {
        notes.push("No benefit has a price, so only costs are shown.".to_owned());
    }
    if !it.unpriced.is_empty() {
        let n = display::count(
            it.unpriced.len(),
            "benefit has no price and stands",
            "benefits have no price and stand",
        );
        let names = some(&it.unpriced, name);
        notes.push(format!("{n} beside this chart: {names}."));
    }
    if it.worth.pvc.is_at_least {
        let names = some(&it.not_known, name);
        notes.push(format!("Part of the cost is not known: {names}."));
    }
    if it.benefits.iter().any(|it| it.is_transfer) {
        notes.push("Benefits that only move money are left out.".to_owned());
    }
    notes
}

/// As many names as a note lists.
const N_NAMED: usize = 4;

/// The first few names, and how many more there are.
fn some(ids: &[Id], name: impl Fn(&Id) -> String) -> String {
    let mut names: Vec<String> = ids.iter().take(N_NAMED).map(name).collect();
    match ids.len().saturating_sub(N_NAMED) {
        0 => {}
        n => names.push(display::count(n, "other", "others")),
    }
    wording::list(&names)
}

/// The sentences of a row's hover as one for those who hear it.
pub(crate) fn spoken<'a>(hovers: impl Iterator<Item = &'a str>) -> String {
    let said = hovers.map(|it| format!("{}.", it.replacen('\n', ": ", 1).replace('\n', ", ")));
    said.collect::<Vec<_>>().join(" ")
}

/// Costs, benefits and what is left, as the charts of present values draw them.
pub(crate) fn keys(costs: &str, benefits: &str, net: Option<&str>) -> Vec<Key> {
    let key = |swatch, label: &str| Key {
        swatch,
        label: label.to_owned(),
    };
    let sides = [
        key(Swatch::Side(Side::Cost), costs),
        key(Swatch::Side(Side::Benefit), benefits),
    ];
    let net = net.map(|label| key(Swatch::Net, label));
    sides.into_iter().chain(net).collect()
}
