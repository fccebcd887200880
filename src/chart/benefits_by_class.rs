//! What a partnership brings, by class of benefit, beside what it costs.

use crate::chart::bars::{Bar, BarGroup, BarRow, Bars, Side};
use crate::chart::catalogue::PartnershipChart;
use crate::chart::chart::{Body, Cell, Chart, Content, Figure, Table};
use crate::chart::doubts::{Doubts, Needs};
use crate::chart::wording::position;
use crate::chart::worth_wording as say;
use crate::costing::basis::Basis;
use crate::costing::schedule::Total;
use crate::findings::appraisal::{Appraisal, ClassOfBenefit};
use crate::findings::figure::FigureId;
use crate::findings::findings::Findings;
use crate::findings::partnership::PartnershipFindings;
use crate::findings::worth_measure::{WorthMeasure, Yardstick};
use crate::units::display;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::Money;

/// The chart.
pub const CHART: PartnershipChart = PartnershipChart {
    id: "benefits-by-class",
    label: "Benefits by class",
    description: "Present value of benefits by class, beside the present value of costs",
    needs: Needs::Nothing,
    draw,
};

/// Draws it of one partnership; an appraisal is always on full cost.
pub fn draw(findings: &Findings, found: &PartnershipFindings, _: Basis, _: Doubts<'_>) -> Chart {
    let unit = findings.money_unit();
    let it = &found.appraisal;
    let mut table = Table::with(&[
        ("Present value of", Content::Words),
        (&format!("Amount, {}", unit.sign()), Content::Figures),
    ]);
    let mut put = |name: &str, side, total: Option<Total>, id: FigureId| {
        // What has no price is not worth nothing.
        let text = |known: fn(Total, MoneyUnit) -> String| match total {
            Some(total) => known(total, unit),
            None => say::UNPRICED.to_owned(),
        };
        let long = text(say::long);
        table.rows.push(vec![
            Cell::words(name.to_owned()),
            Cell::figure(long.clone(), id),
        ]);
        BarRow {
            name: name.to_owned(),
            remarks: Vec::new(),
            bars: vec![Bar {
                side,
                amount: Figure {
                    value: total.map_or(0.0, |total| position(total.amount)),
                    text: text(say::short),
                    id,
                },
            }],
            net: None,
            after: None,
            hover: format!("{name}\n{long}"),
        }
    };
    let measure = |measure| say::id(found, measure);
    let has_priced = say::has_priced(it);
    let (pvc, pvb) = (
        Some(it.worth.pvc),
        Some(it.worth.pvb).filter(|_| has_priced),
    );
    let costs = measure(WorthMeasure::AsItIs(Yardstick::Pvc));
    let benefits = measure(WorthMeasure::AsItIs(Yardstick::Pvb));
    let all = vec![
        put("All costs", Side::Cost, pvc, costs),
        put("All benefits", Side::Benefit, pvb, benefits),
    ];
    let classes = ClassOfBenefit::ALL.into_iter().map(|class| {
        let amount = it.benefits_by_class.get(&class);
        let total = amount.map(|amount| Total {
            amount: *amount,
            is_at_least: false,
        });
        let id = measure(WorthMeasure::Class(class));
        put(class.label(), Side::Benefit, total, id)
    });
    let classes: Vec<BarRow> = if has_priced {
        classes.collect()
    } else {
        Vec::new()
    };
    let group = |name: &str, rows: Vec<BarRow>| BarGroup {
        name: name.to_owned(),
        rows,
    };
    let mut groups = vec![group("", all)];
    if !classes.is_empty() {
        groups.push(group("Benefits by class", classes));
    }
    let title = title(found, unit);
    let subtitle = format!(
        "Present value of benefits by class, beside that of costs, {}",
        say::present_values(findings, it)
    );
    let hovers = groups.iter().flat_map(|group| &group.rows);
    let said = say::spoken(hovers.map(|row| row.hover.as_str()));
    Chart {
        alt: format!(
            "{title}. {subtitle} A bar for costs, one for benefits and one for each class. {said}"
        ),
        title,
        subtitle,
        note: note(findings, found),
        legend: vec![say::keys("Costs", "Benefits", None)],
        table,
        body: Body::Bars(Bars {
            partnership: Some(found.id),
            zero: None,
            groups,
            money_unit: unit,
            when_empty: String::new(),
        }),
    }
}

/// The class that most of the benefit is of; a tie names none.
fn title(found: &PartnershipFindings, unit: MoneyUnit) -> String {
    let (name, it) = (say::name(found), &found.appraisal);
    let costs = say::short(it.worth.pvc, unit);
    if !say::has_priced(it) {
        return format!("{name} costs {costs}; none of its benefits has a price");
    }
    let (costs_are, benefits) = (say::costs(it), say::benefits(it));
    let against = format!(
        "{benefits} of {} against {costs_are} of {}",
        display::money_short_in(it.worth.pvb.amount, unit),
        display::money_short_in(it.worth.pvc.amount, unit),
    );
    match largest(it) {
        Some((class, amount)) => format!(
            "{name} has {against}; the largest class is {}, {}",
            class.label().to_lowercase(),
            display::money_short_in(amount, unit)
        ),
        None => format!("{name} has {against}"),
    }
}

fn largest(it: &Appraisal) -> Option<(ClassOfBenefit, Money)> {
    let classes = it.benefits_by_class.iter();
    let above = classes.filter(|(_, amount)| **amount > Money::ZERO);
    let mut ranked: Vec<(ClassOfBenefit, Money)> = above.map(|(a, b)| (*a, *b)).collect();
    ranked.sort_by(|(_, one), (_, other)| other.cmp(one));
    match ranked.as_slice() {
        [(_, first), (_, second), ..] if first == second => None,
        [first, _, ..] => Some(*first),
        _ => None,
    }
}

fn note(findings: &Findings, found: &PartnershipFindings) -> String {
    let mut notes = say::notes(findings, found);
    let amounts = &found.appraisal.benefits_by_class;
    if amounts.contains_key(&ClassOfBenefit::FiscalCashable) {
        let cash = "Cashable benefits are money that can be spent on something else.";
        notes.push(cash.to_owned());
    }
    if amounts.values().any(|amount| *amount < Money::ZERO) {
        let harm = "A class to the left of nought does more harm than good.";
        notes.push(harm.to_owned());
    }
    notes.join(" ")
}
