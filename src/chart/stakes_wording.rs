//! Who gains more than it bears and who bears more than it gains, in words.

use crate::chart::worth_wording::size;
use crate::findings::explain_worth::body_name;
use crate::findings::findings::Findings;
use crate::findings::stakes::{Body, Stake};
use crate::findings::who_pays::{Standing, WhoPays};
use crate::units::display;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::Money;

/// The name of a body, as the start of a sentence.
pub(crate) fn name(findings: &Findings, body: Body) -> String {
    display::capitalised(&body_name(&findings.register, body))
}

/// Who gains the most and who is left worst off; those in a tie are not named. The stakes stand with who gains most first.
pub(crate) fn gains_and_bears(
    findings: &Findings,
    stakes: &[Stake],
    unit: MoneyUnit,
) -> Option<String> {
    let (most, least) = ends(stakes);
    let gains = most.map(|it| gains(findings, it, unit));
    let bears = least.map(|it| bears(findings, it, unit));
    joined(gains, bears)
}

/// The same of the partners over all partnerships, and how much of it is borne where no benefit has a price. Nothing where
/// no benefit has one at all.
pub(crate) fn of_partners(findings: &Findings, found: &WhoPays, unit: MoneyUnit) -> Option<String> {
    let partners = found.standings.iter();
    let partners = partners.filter(|it| matches!(it.body, Body::Partner(_)));
    let stakes: Vec<Stake> = partners.map(Standing::stake).collect();
    let (most, least) = ends(&stakes);
    let gains = most.map(|it| gains(findings, it, unit));
    let bears = least.map(|it| {
        let said = bears(findings, it, unit);
        let mut all = found.standings.iter();
        let unweighed = all.find(|other| other.body == it.body);
        let unweighed = unweighed.map_or(Money::ZERO, |it| it.unweighed);
        if unweighed <= Money::ZERO {
            said
        } else if unweighed >= -it.net {
            format!("{said}, all of it where no benefit has a price")
        } else {
            let part = size(unweighed, unit);
            format!("{said}, {part} of it where no benefit has a price")
        }
    });
    joined(gains, bears).filter(|_| found.is_priced)
}

/// What a finding over all partnerships adds where a cost or a benefit of those with a price is not known.
pub(crate) fn as_far(findings: &Findings) -> &'static str {
    let mut all = findings.partnerships.iter();
    let is_part_missing = all.any(|it| {
        let it = &it.appraisal;
        it.worth.pvc.is_at_least || !it.unpriced.is_empty()
    });
    if is_part_missing {
        ", as far as is known"
    } else {
        ""
    }
}

/// The first and the last, where they stand alone and gain or lose.
fn ends(stakes: &[Stake]) -> (Option<&Stake>, Option<&Stake>) {
    let most = match stakes {
        [one, other, ..] if one.net == other.net => None,
        [one, ..] => Some(one).filter(|it| it.net > Money::ZERO),
        [] => None,
    };
    let least = match stakes {
        [.., other, one] if one.net == other.net => None,
        [.., one] => Some(one).filter(|it| it.net < Money::ZERO),
        [] => None,
    };
    (most, least)
}

fn joined(gains: Option<String>, bears: Option<String>) -> Option<String> {
    let said: Vec<String> = gains.into_iter().chain(bears).collect();
    (!said.is_empty()).then(|| said.join("; "))
}

fn gains(findings: &Findings, it: &Stake, unit: MoneyUnit) -> String {
    let (who, net) = (name(findings, it.body), size(it.net, unit));
    if it.cost == Money::ZERO {
        format!("{who} gains {net}")
    } else {
        format!("{who} gains {net} more than it bears")
    }
}

fn bears(findings: &Findings, it: &Stake, unit: MoneyUnit) -> String {
    let (who, net) = (name(findings, it.body), size(it.net, unit));
    match it.body {
        Body::Unassigned => format!("{net} is borne by nobody who is named"),
        _ if it.gain == Money::ZERO => format!("{who} bears {net}"),
        _ => format!("{who} bears {net} more than it gains"),
    }
}
