//! Who gains more than it bears and who bears more than it gains, in words.

use crate::chart::worth_wording::size;
use crate::findings::explain_worth::body_name;
use crate::findings::findings::Findings;
use crate::findings::stakes::{Body, Stake};
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
    let gains = most.map(|it| gains(findings, it, unit));
    let bears = least.map(|it| bears(findings, it, unit));
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
