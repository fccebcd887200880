//! What each body bears of all partnerships and gains from them, before and after transfers, who gains most first.

use crate::chart::bars::{BarGroup, BarRow, Bars, Side};
use crate::chart::catalogue::ChartKind;
use crate::chart::chart::{Body as Marks, Cell, Chart, Content, Key, Swatch, Table};
use crate::chart::doubts::{Doubts, Needs};
use crate::chart::stake_rows::{cells, measures, row};
use crate::chart::stakes_wording::{as_far, of_partners};
use crate::chart::{wording, worth_wording as say};
use crate::costing::basis::Basis;
use crate::findings::figure::{FigureId, Measure};
use crate::findings::findings::Findings;
use crate::findings::stakes::Body;
use crate::findings::transfers::Transfers;
use crate::findings::who_pays::{ForWhom, Standing, WhoPays, who_pays};
use crate::findings::worth_measure::WorthMeasure;
use crate::units::display;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::Money;

/// The chart.
pub const CHART: ChartKind = ChartKind {
    id: "who-pays",
    label: "Who pays, who gains",
    description: "Present value of what each body bears and gains, before and after transfers",
    needs: Needs::Nothing,
    draw,
};

/// The finding where nobody has priced a benefit.
pub(crate) const NOT_PRICED: &str =
    "Who pays is known, and who gains is not: no benefit has a price";

const NOTHING: &str = "No costs and no benefits have been entered.";

/// Draws it of all partnerships; an appraisal is always on full cost.
pub fn draw(findings: &Findings, _: Basis, _: Doubts<'_>) -> Chart {
    let unit = findings.money_unit();
    let found = who_pays(findings);
    let rows: Vec<BarRow> = found
        .standings
        .iter()
        .map(|it| bars(findings, it, unit))
        .collect();
    let title = title(findings, &found, unit);
    let subtitle = subtitle(findings, "Present value of what each body bears and gains");
    let said = rows.iter().map(|row| row.hover.as_str());
    let alt = if rows.is_empty() {
        format!("{subtitle} There is nothing to draw.")
    } else {
        format!(
            "{title}. {subtitle} For each body a bar of costs to the left of nought, one of gains to the right, and its \
             net. {}",
            say::spoken(said)
        )
    };
    let has_after = rows.iter().any(|row| row.after.is_some());
    Chart {
        title,
        subtitle,
        note: note(findings, &found, has_after),
        alt,
        legend: legend(&rows, has_after),
        table: table(findings, &found, unit),
        body: Marks::Bars(Bars {
            partnership: None,
            zero: None,
            groups: vec![BarGroup {
                name: String::new(),
                rows,
            }],
            money_unit: unit,
            when_empty: NOTHING.to_owned(),
        }),
    }
}

fn figure(measure: WorthMeasure) -> FigureId {
    FigureId::portfolio(Measure::Worth(measure))
}

/// The bars of a body, what it bears where no benefit has a price at the end and open.
fn bars(findings: &Findings, it: &Standing, unit: MoneyUnit) -> BarRow {
    let mut row = row(findings, &it.stake(), ids(it.body), after(it), unit);
    let cost = row.bars.first().filter(|bar| bar.side == Side::Cost);
    let (Some(cost), true) = (cost.cloned(), it.unweighed > Money::ZERO) else {
        return row;
    };
    let long = display::money_in(it.unweighed, unit);
    let (name, rest) = row.hover.split_once('\n').unwrap_or((&row.hover, ""));
    row.hover = format!("{name}\n{rest}\nBorne where no benefit has a price {long}");
    let weighed = it.cost - it.unweighed;
    row.bars.remove(0);
    if weighed > Money::ZERO {
        let mut inner = cost.clone();
        inner.amount.value = -wording::position(weighed);
        // The sum stands once, at the end of both.
        inner.amount.text.clear();
        row.bars.insert(0, inner);
    }
    let at = row.bars.len().min(usize::from(weighed > Money::ZERO));
    let mut outer = cost;
    outer.side = Side::Unweighed;
    outer.amount.value = -wording::position(it.unweighed);
    row.bars.insert(at, outer);
    row
}

fn ids(body: Body) -> [FigureId; 3] {
    measures(body).map(figure)
}

/// The net after transfers, where they change it.
fn after(it: &Standing) -> Option<(Money, FigureId)> {
    let Body::Partner(id) = it.body else {
        return None;
    };
    let is_changed = it.transfer != Money::ZERO;
    is_changed.then(|| (it.net_after, figure(WorthMeasure::After(id))))
}

/// The partners that stand out; what the public gains is not told in a title.
fn title(findings: &Findings, found: &WhoPays, unit: MoneyUnit) -> String {
    match of_partners(findings, found, unit) {
        Some(said) => format!("{said}{}", as_far(findings)),
        None if found.is_priced || found.bearers.is_empty() => "Who pays, and who gains".to_owned(),
        None => NOT_PRICED.to_owned(),
    }
}

/// What is drawn, of which partnerships, over which years.
pub(crate) fn subtitle(findings: &Findings, what: &str) -> String {
    let of = wording::shown(findings);
    match findings.partnerships.first() {
        Some(first) => {
            let years = say::present_values(findings, &first.appraisal);
            format!("{what}, {of}, {years}")
        }
        None => format!("{what}, {of}."),
    }
}

fn legend(rows: &[BarRow], has_after: bool) -> Vec<Vec<Key>> {
    if rows.is_empty() {
        return Vec::new();
    }
    let mut keys = say::keys("Bears", "Gains", Some("Gain less cost"));
    let mut bars = rows.iter().flat_map(|row| &row.bars);
    if bars.any(|bar| bar.side == Side::Unweighed) {
        let unweighed = Key {
            swatch: Swatch::Side(Side::Unweighed),
            label: "Bears where no benefit has a price".to_owned(),
        };
        keys.insert(1, unweighed);
    }
    if has_after {
        keys.push(Key {
            swatch: Swatch::NetAfter,
            label: "After transfers".to_owned(),
        });
    }
    vec![keys]
}

/// What both charts of who pays leave out.
pub(crate) fn left_out(findings: &Findings, found: &WhoPays) -> Vec<String> {
    let mut notes = vec![wording::source(findings)];
    if found.n_unpriced > 0 {
        let have = display::count(found.n_unpriced, "partnership has", "partnerships have");
        notes.push(format!(
            "{have} no benefit with a price: only the costs are here."
        ));
    }
    let unpriced = findings.partnerships.iter();
    let unpriced = unpriced.map(|it| it.appraisal.unpriced.len());
    let n = unpriced.fold(0, usize::saturating_add);
    if n > 0 {
        let stand = display::count(n, "benefit has", "benefits have");
        notes.push(format!("{stand} no price and no part in these figures."));
    }
    if found.total.is_at_least {
        notes.push("Part of the cost is not known.".to_owned());
    }
    notes
}

fn note(findings: &Findings, found: &WhoPays, has_after: bool) -> String {
    let mut notes = left_out(findings, found);
    let counted = if findings.register.settings.transfers_count_all_fiscal {
        "fiscal benefits"
    } else {
        "cash-releasing benefits"
    };
    if has_after {
        notes.push(format!(
            "Transfers let nobody lose on {counted}: each deficit is met by those in surplus, in proportion."
        ));
    } else if found.is_priced {
        notes.push(match findings.portfolio.worth.transfers {
            Transfers::NothingToShare => {
                format!("No transfers: the {counted} of all bodies are less than what they bear.")
            }
            Transfers::NotNeeded | Transfers::Paid(_) => {
                format!("No transfers are needed: the {counted} of each body cover what it bears.")
            }
        });
    }
    if !findings.portfolio.worth.overclaimed.is_empty() {
        notes.push("Outcomes that are claimed more than once over count once.".to_owned());
    }
    notes.join(" ")
}

/// The part of its cost where no benefit has a price.
fn unweighed(it: &Standing, unit: MoneyUnit) -> Cell {
    let text = display::money_in(it.unweighed, unit);
    let bearer = match it.body {
        Body::Partner(id) => Some(id),
        Body::Public | Body::Unassigned => None,
    };
    if it.unweighed == Money::ZERO {
        Cell::words(text)
    } else {
        let id = figure(WorthMeasure::Pays(bearer, ForWhom::NoPricedBenefit));
        Cell::figure(text, id)
    }
}

fn table(findings: &Findings, found: &WhoPays, unit: MoneyUnit) -> Table {
    let sign = unit.sign();
    let mut table = Table::with(&[
        ("Body", Content::Words),
        (&format!("Bears, {sign}"), Content::Figures),
        (
            &format!("Of it no benefit priced, {sign}"),
            Content::Figures,
        ),
        (&format!("Gains, {sign}"), Content::Figures),
        (&format!("Gain less cost, {sign}"), Content::Figures),
        (&format!("Would receive, {sign}"), Content::Figures),
        (&format!("After transfers, {sign}"), Content::Figures),
    ]);
    let rows = found.standings.iter().map(|it| {
        let mut row = cells(findings, &it.stake(), ids(it.body), unit);
        row.insert(2, unweighed(it, unit));
        row.push(Cell::words(display::money_in(it.transfer, unit)));
        let left = display::money_in(it.net_after, unit);
        row.push(match it.body {
            Body::Partner(id) => Cell::figure(left, figure(WorthMeasure::After(id))),
            Body::Public | Body::Unassigned => Cell::words(left),
        });
        row
    });
    table.rows = rows.collect();
    table
}
