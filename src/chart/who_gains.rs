//! What each body bears of a partnership and gains from it, who gains most first.

use crate::chart::bars::{Bar, BarGroup, BarRow, Bars, Side};
use crate::chart::catalogue::PartnershipChart;
use crate::chart::chart::{Body as Marks, Cell, Chart, Content, Figure, Table};
use crate::chart::doubts::{Doubts, Needs};
use crate::chart::wording::position;
use crate::chart::worth_wording as say;
use crate::costing::basis::Basis;
use crate::findings::explain_worth::body_name;
use crate::findings::figure::FigureId;
use crate::findings::findings::Findings;
use crate::findings::partnership::PartnershipFindings;
use crate::findings::stakes::{Body, Stake};
use crate::findings::worth_measure::WorthMeasure;
use crate::units::display;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::Money;

/// The chart.
pub const CHART: PartnershipChart = PartnershipChart {
    id: "who-gains",
    label: "Who pays, who gains",
    description: "Present value of what each partner and the public bear and gain",
    needs: Needs::Nothing,
    draw,
};

/// Draws it of one partnership; an appraisal is always on full cost.
pub fn draw(findings: &Findings, found: &PartnershipFindings, _: Basis, _: Doubts<'_>) -> Chart {
    let unit = findings.money_unit();
    let it = &found.appraisal;
    let rows: Vec<BarRow> = it
        .stakes
        .iter()
        .map(|stake| row(findings, found, stake, unit))
        .collect();
    let title = title(findings, found, unit);
    let subtitle = format!(
        "Present value of what each body bears and gains, {}",
        say::present_values(findings, it)
    );
    let said = rows.iter().map(|row| row.hover.as_str());
    let alt = if rows.is_empty() {
        format!("{subtitle} There is nothing to draw.")
    } else {
        format!(
            "{title}. {subtitle} For each body a bar of costs to the left of nought, one of gains to the right, and its net. {}",
            say::spoken(said)
        )
    };
    let legend = if rows.is_empty() {
        Vec::new()
    } else {
        vec![say::keys("Bears", "Gains", Some("Gain less cost"))]
    };
    Chart {
        title,
        subtitle,
        note: note(findings, found),
        alt,
        legend,
        table: table(findings, found, unit),
        body: Marks::Bars(Bars {
            partnership: found.id,
            zero: None,
            groups: vec![BarGroup {
                name: String::new(),
                rows,
            }],
            money_unit: unit,
            when_empty: "No costs and no benefits have been entered.".to_owned(),
        }),
    }
}

fn name(findings: &Findings, body: Body) -> String {
    display::capitalised(&body_name(&findings.register, body))
}

/// The address of what a body bears, gains and has left.
fn ids(found: &PartnershipFindings, body: Body) -> (FigureId, FigureId, FigureId) {
    let (bearer, gainer) = match body {
        Body::Partner(id) => (Some(id), Some(id)),
        Body::Public | Body::Unassigned => (None, None),
    };
    (
        say::id(found, WorthMeasure::Cost(bearer)),
        say::id(found, WorthMeasure::Gain(gainer)),
        say::id(found, WorthMeasure::Net(body)),
    )
}

fn row(findings: &Findings, found: &PartnershipFindings, stake: &Stake, unit: MoneyUnit) -> BarRow {
    let (cost, gain, net) = ids(found, stake.body);
    let name = name(findings, stake.body);
    let short = |amount| display::money_short_in(amount, unit);
    let mut bars = Vec::new();
    if stake.cost != Money::ZERO {
        bars.push(Bar {
            side: Side::Cost,
            amount: Figure {
                value: -position(stake.cost),
                text: short(stake.cost),
                id: cost,
            },
        });
    }
    if stake.gain != Money::ZERO {
        bars.push(Bar {
            side: Side::Benefit,
            amount: Figure {
                value: position(stake.gain),
                text: short(stake.gain),
                id: gain,
            },
        });
    }
    let long = |amount| display::money_in(amount, unit);
    let hover = [
        name.clone(),
        format!("Bears {}", long(stake.cost)),
        format!("Gains {}", long(stake.gain)),
        format!("Gain less cost {}", long(stake.net)),
    ];
    BarRow {
        name,
        remarks: Vec::new(),
        bars,
        net: Some(Figure {
            value: position(stake.net),
            text: short(stake.net),
            id: net,
        }),
        hover: hover.join("\n"),
    }
}

/// Who gains the most and who is left worst off; those in a tie are not named.
fn title(findings: &Findings, found: &PartnershipFindings, unit: MoneyUnit) -> String {
    let stakes = &found.appraisal.stakes;
    let partnership = say::name(found);
    let amount = |net: Money| say::size(net, unit);
    let most = match stakes.as_slice() {
        [one, other, ..] if one.net == other.net => None,
        [one, ..] => Some(one).filter(|it| it.net > Money::ZERO),
        [] => None,
    };
    let least = match stakes.as_slice() {
        [.., other, one] if one.net == other.net => None,
        [.., one] => Some(one).filter(|it| it.net < Money::ZERO),
        [] => None,
    };
    let gains = most.map(|it| {
        let (who, net) = (name(findings, it.body), amount(it.net));
        if it.cost == Money::ZERO {
            format!("{who} gains {net}")
        } else {
            format!("{who} gains {net} more than it bears")
        }
    });
    let bears = least.map(|it| {
        let who = name(findings, it.body);
        let net = amount(it.net);
        match it.body {
            Body::Unassigned => format!("{net} is borne by nobody who is named"),
            _ if it.gain == Money::ZERO => format!("{who} bears {net}"),
            _ => format!("{who} bears {net} more than it gains"),
        }
    });
    let said: Vec<String> = gains.into_iter().chain(bears).collect();
    if said.is_empty() {
        format!("{partnership}: who pays, and who gains")
    } else {
        let known = say::as_far_as_known(&found.appraisal);
        format!("{partnership}: {}{known}", lower_the(&said.join("; ")))
    }
}

/// `The public` after a colon.
fn lower_the(text: &str) -> String {
    match text.strip_prefix("The ") {
        Some(rest) => format!("the {rest}"),
        None => text.to_owned(),
    }
}

fn note(findings: &Findings, found: &PartnershipFindings) -> String {
    let mut notes = say::notes(findings, found);
    let has = |body| found.appraisal.stakes.iter().any(|it| it.body == body);
    if has(Body::Public) {
        notes.push("Benefits that name no partner are the public’s.".to_owned());
    }
    if has(Body::Unassigned) {
        notes.push("“Unassigned”: costs that name no bearer.".to_owned());
    }
    notes.join(" ")
}

fn table(findings: &Findings, found: &PartnershipFindings, unit: MoneyUnit) -> Table {
    let sign = unit.sign();
    let mut table = Table::with(&[
        ("Body", Content::Words),
        (&format!("Bears, {sign}"), Content::Figures),
        (&format!("Gains, {sign}"), Content::Figures),
        (&format!("Gain less cost, {sign}"), Content::Figures),
    ]);
    let it = &found.appraisal;
    let rows = it.stakes.iter().map(|stake| {
        let (cost, gain, net) = ids(found, stake.body);
        let long = |amount| display::money_in(amount, unit);
        // What somebody does not bear or gain has no figure behind it.
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
    });
    table.rows = rows.collect();
    table
}
