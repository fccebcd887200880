//! Costs and benefits year by year, and when the outlay has come back.

use crate::chart::bars::Side;
use crate::chart::catalogue::PartnershipChart;
use crate::chart::chart::{Body, Cell, Chart, Column, Content, Figure, Key, Swatch, Table};
use crate::chart::columns::{Band, ColumnYear, Columns, Mark};
use crate::chart::doubts::{Doubts, Needs, in_full};
use crate::chart::wording::position;
use crate::chart::worth_wording as say;
use crate::costing::basis::Basis;
use crate::findings::appraisal::{Appraisal, AppraisalYear, Payback};
use crate::findings::findings::Findings;
use crate::findings::partnership::PartnershipFindings;
use crate::findings::worth_measure::{WorthMeasure, Yardstick};
use crate::uncertainty::statistics::Summary;
use crate::units::display;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::{Money, Number, Quantity, Unit};

/// The chart.
pub const CHART: PartnershipChart = PartnershipChart {
    id: "cash-flow",
    label: "Costs and benefits by year",
    description: "Costs and benefits of each year, and when the outlay has come back",
    needs: Needs::ByItself,
    draw,
};

/// Draws it of one partnership; an appraisal is always on full cost.
pub fn draw(
    findings: &Findings,
    found: &PartnershipFindings,
    _: Basis,
    doubts: Doubts<'_>,
) -> Chart {
    let unit = findings.money_unit();
    let it = &found.appraisal;
    let is_empty = |year: &AppraisalYear| year.cost == Money::ZERO && year.benefit == Money::ZERO;
    let is_nothing = it.years.iter().all(is_empty);
    let bands = bands(found, doubts);
    let each = it.years.iter().zip(&bands);
    let years = each.map(|(of, band)| year(found, of, *band, unit));
    let has_fan = !is_nothing && bands.iter().any(Option::is_some);
    let years: Vec<ColumnYear> = if is_nothing {
        Vec::new()
    } else {
        years.collect()
    };
    let title = title(found, unit);
    let subtitle = format!(
        "Costs and benefits of each year, {}, in {} prices, and their net so far, discounted to {}. Full cost.",
        say::span(it),
        findings.register.settings.base_year,
        it.first_year
    );
    let mut alt = alt(found, &title, &subtitle, &years, unit);
    if has_fan {
        alt = format!("{alt} {FAN}");
    }
    let legend = if is_nothing {
        Vec::new()
    } else {
        let mut keys = say::keys("Costs", "Benefits", None);
        keys.reverse();
        if !say::has_priced(it) {
            keys.retain(|key| key.swatch != Swatch::Side(Side::Benefit));
        }
        keys.push(Key {
            swatch: Swatch::Line,
            label: "Net so far, discounted".to_owned(),
        });
        if has_fan {
            keys.push(Key {
                swatch: Swatch::Fan,
                label: "Net so far, P10, P50 and P90".to_owned(),
            });
        }
        vec![keys]
    };
    let mut notes = say::notes(findings, found);
    if has_fan {
        notes.push(FAN.to_owned());
    }
    Chart {
        title,
        subtitle,
        note: notes.join(" "),
        alt,
        legend,
        table: table(found, &bands, unit),
        body: Body::Columns(Columns {
            partnership: found.id,
            years,
            end: display::money_short_in(it.worth.npsv, unit),
            mark: mark(found),
            money_unit: unit,
            when_empty: "No costs and no benefits have been entered.".to_owned(),
        }),
    }
}

/// What the band means.
const FAN: &str = "The pale band is P10–P90 of the net so far: in 8 of 10 draws of every range it lies inside; its dashed line is P50.";

/// The band of each year; none at all where no year moves, or the draws are of other years.
fn bands(found: &PartnershipFindings, doubts: Doubts<'_>) -> Vec<Option<Band>> {
    let it = &found.appraisal;
    let none = vec![None; it.years.len()];
    let Some(simulated) = doubts.of(found.id) else {
        return none;
    };
    let drawn = &simulated.cumulative;
    let is_moving = drawn.iter().any(|it| it.least < it.most);
    if !is_moving || drawn.len() != it.years.len() {
        return none;
    }
    let band = |it: &Summary| {
        Some(Band {
            p10: it.p10,
            p50: it.p50,
            p90: it.p90,
        })
    };
    drawn.iter().map(band).collect()
}

fn year(
    found: &PartnershipFindings,
    of: &AppraisalYear,
    band: Option<Band>,
    unit: MoneyUnit,
) -> ColumnYear {
    let figure = |amount: Money, measure| Figure {
        value: position(amount),
        text: display::money_short_in(amount, unit),
        id: say::id(found, measure),
    };
    let mut hover = vec![
        of.year.to_string(),
        format!("Cost {}", display::money_in(of.cost, unit)),
        format!("Benefit {}", display::money_in(of.benefit, unit)),
        format!(
            "Net so far, discounted, {}",
            display::money_in(of.cumulative, unit)
        ),
    ];
    if let Some(Band { p10, p50, p90 }) = band {
        let [p10, p50, p90] = [p10, p50, p90].map(|it| in_full(it, unit));
        hover.push(format!("P10 {p10}, P50 {p50}, P90 {p90}"));
    }
    ColumnYear {
        name: of.year.to_string(),
        benefit: figure(of.benefit, WorthMeasure::YearBenefit(of.year)),
        cost: figure(of.cost, WorthMeasure::YearCost(of.year)),
        line: figure(of.cumulative, WorthMeasure::Cumulative(of.year)),
        band,
        hover: hover.join("\n"),
    }
}

/// Whether the outlay comes back in some year, and is lost again later.
fn is_back_for_a_time(it: &Appraisal) -> bool {
    it.years.iter().any(|year| year.cumulative >= Money::ZERO)
}

/// When the outlay has come back, where something is priced that it could come back from.
fn mark(found: &PartnershipFindings) -> Option<Mark> {
    let it = &found.appraisal;
    if !say::has_priced(it) {
        return None;
    }
    let (at, text) = match it.worth.payback {
        Payback::Never if is_back_for_a_time(it) => {
            let text = format!(
                "paid back for a time, not at the end of {}",
                say::horizon(it)
            );
            (None, text)
        }
        Payback::Never => {
            let text = format!("not paid back within {}", say::horizon(it));
            (None, text)
        }
        Payback::After(years) if years == Number::ZERO => (None, "never out of pocket".to_owned()),
        Payback::After(years) => (
            Some(position(years)),
            format!("paid back after {}", display::years(years)),
        ),
    };
    // What never comes has no basis to show; the net at the end says why.
    let measure = match (it.worth.payback, it.years.last()) {
        (Payback::Never, Some(last)) => WorthMeasure::Cumulative(last.year),
        _ => WorthMeasure::AsItIs(Yardstick::Payback),
    };
    Some(Mark {
        at,
        text: display::capitalised(&text),
        id: say::id(found, measure),
    })
}

/// When the outlay has come back, and what is left at the end.
fn title(found: &PartnershipFindings, unit: MoneyUnit) -> String {
    let (name, it) = (say::name(found), &found.appraisal);
    let (costs, benefits, horizon) = (say::costs(it), say::benefits(it), say::horizon(it));
    let npsv = it.worth.npsv;
    let left = say::size(npsv, unit);
    if !say::has_priced(it) {
        let cost = say::short(it.worth.pvc, unit);
        return format!("{name} costs {cost} over {horizon}; no benefit has a price");
    }
    match it.worth.payback {
        Payback::Never if is_back_for_a_time(it) => format!(
            "{name} pays back for a time, but over {horizon} {costs} exceed {benefits} by {left}"
        ),
        Payback::Never => format!(
            "{name} does not pay back within {horizon}: {costs} exceed {benefits} by {left}"
        ),
        Payback::After(years) if years == Number::ZERO => format!(
            "{name} is never out of pocket: {benefits} exceed {costs} by {left} over {horizon}"
        ),
        Payback::After(years) => format!(
            "{name} pays back after {}: {benefits} exceed {costs} by {left} over {horizon}",
            display::years(years)
        ),
    }
}

/// As many years as the alternative text says in full.
const N_SAID: usize = 3;

fn alt(
    found: &PartnershipFindings,
    title: &str,
    subtitle: &str,
    years: &[ColumnYear],
    unit: MoneyUnit,
) -> String {
    if years.is_empty() {
        return format!("{subtitle} There is nothing to draw.");
    }
    let first = say::spoken(years.iter().take(N_SAID).map(|year| year.hover.as_str()));
    let rest = match years.last() {
        Some(last) if years.len() > N_SAID => format!(
            " In the last year, {}, the net so far is {}. The table has every year.",
            last.name,
            display::money_short_in(found.appraisal.worth.npsv, unit)
        ),
        _ => String::new(),
    };
    format!(
        "{title}. {subtitle} Bars of benefits above nought and of costs below it, and a line of the net. {first}{rest}"
    )
}

fn table(found: &PartnershipFindings, bands: &[Option<Band>], unit: MoneyUnit) -> Table {
    let sign = unit.sign();
    let titles = [
        format!("Cost, {sign}"),
        format!("Benefit, {sign}"),
        format!("Net, discounted, {sign}"),
        format!("Net so far, discounted, {sign}"),
    ];
    let [cost, benefit, net, cumulative] = &titles;
    let mut table = Table::with(&[
        ("Year", Content::Words),
        (cost, Content::Figures),
        (benefit, Content::Figures),
        ("Discount factor", Content::Figures),
        (net, Content::Figures),
        (cumulative, Content::Figures),
    ]);
    let it: &Appraisal = &found.appraisal;
    let figure =
        |amount, measure| Cell::figure(display::money_in(amount, unit), say::id(found, measure));
    let rows = it.years.iter().map(|of| {
        vec![
            Cell::words(of.year.to_string()),
            figure(of.cost, WorthMeasure::YearCost(of.year)),
            figure(of.benefit, WorthMeasure::YearBenefit(of.year)),
            Cell::words(display::figure(of.factor.decimal(), Unit::Number)),
            Cell::words(display::money_in(of.net, unit)),
            figure(of.cumulative, WorthMeasure::Cumulative(of.year)),
        ]
    });
    table.rows = rows.collect();
    if bands.iter().any(Option::is_some) {
        for name in ["P10", "P50", "P90"] {
            table.columns.push(Column {
                title: format!("{name} of net so far, {sign}"),
                holds: Content::Figures,
            });
        }
        for (row, band) in table.rows.iter_mut().zip(bands) {
            let figures = band.map(|it| [it.p10, it.p50, it.p90]);
            let text = |it| in_full(it, unit);
            let cells = figures.map_or([const { String::new() }; 3], |it| it.map(text));
            row.extend(cells.map(Cell::words));
        }
    }
    table
}
