//! What a body bears and gains as a row of bars, and as a row of a table; of one partnership or of all.

use crate::chart::bars::{Bar, BarRow, Side};
use crate::chart::chart::{Cell, Figure};
use crate::chart::stakes_wording::name;
use crate::chart::wording::position;
use crate::findings::figure::FigureId;
use crate::findings::findings::Findings;
use crate::findings::stakes::{Body, Stake};
use crate::findings::worth_measure::WorthMeasure;
use crate::units::display;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::Money;

/// What a body bears, what it gains, and what it has left.
pub(crate) const fn measures(body: Body) -> [WorthMeasure; 3] {
    let (bearer, gainer) = match body {
        Body::Partner(id) => (Some(id), Some(id)),
        Body::Public | Body::Unassigned => (None, None),
    };
    [
        WorthMeasure::Cost(bearer),
        WorthMeasure::Gain(gainer),
        WorthMeasure::Net(body),
    ]
}

/// The bars of a body; `after` is its net after transfers, where they change it.
pub(crate) fn row(
    findings: &Findings,
    stake: &Stake,
    [cost, gain, net]: [FigureId; 3],
    after: Option<(Money, FigureId)>,
    unit: MoneyUnit,
) -> BarRow {
    let name = name(findings, stake.body);
    let figure = |value: f64, amount: Money, id| Figure {
        value,
        text: display::money_short_in(amount, unit),
        id,
    };
    let mut bars = Vec::new();
    if stake.cost != Money::ZERO {
        bars.push(Bar {
            side: Side::Cost,
            amount: figure(-position(stake.cost), stake.cost, cost),
        });
    }
    if stake.gain != Money::ZERO {
        bars.push(Bar {
            side: Side::Benefit,
            amount: figure(position(stake.gain), stake.gain, gain),
        });
    }
    let long = |amount| display::money_in(amount, unit);
    let mut hover = vec![
        name.clone(),
        format!("Bears {}", long(stake.cost)),
        format!("Gains {}", long(stake.gain)),
        format!("Gain less cost {}", long(stake.net)),
    ];
    if let Some((after, _)) = after {
        hover.push(format!("After transfers {}", long(after)));
    }
    BarRow {
        name,
        remarks: Vec::new(),
        bars,
        net: Some(figure(position(stake.net), stake.net, net)),
        after: after.map(|(after, id)| figure(position(after), after, id)),
        hover: hover.join("\n"),
    }
}

/// The name, what the body bears, gains and has left; what it does not bear or gain has no figure behind it.
pub(crate) fn cells(
    findings: &Findings,
    stake: &Stake,
    [cost, gain, net]: [FigureId; 3],
    unit: MoneyUnit,
) -> Vec<Cell> {
    let long = |amount| display::money_in(amount, unit);
    let cell = |amount: Money, id| {
        if amount == Money::ZERO {
            Cell::words(long(amount))
        } else {
            Cell::figure(long(amount), id)
        }
    };
    vec![
        Cell::words(name(findings, stake.body)),
        cell(stake.cost, cost),
        cell(stake.gain, gain),
        Cell::figure(long(stake.net), net),
    ]
}
