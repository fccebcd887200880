//! What each body bears of all partnerships and gains from them, before and after transfers, who gains most first.

use crate::chart::bars::{BarGroup, BarRow, Bars};
use crate::chart::catalogue::ChartKind;
use crate::chart::chart::{Body as Marks, Cell, Chart, Content, Key, Swatch, Table};
use crate::chart::doubts::{Doubts, Needs};
use crate::chart::stake_rows::{cells, measures, row};
use crate::chart::stakes_wording::gains_and_bears;
use crate::chart::{wording, worth_wording as say};
use crate::costing::basis::Basis;
use crate::findings::figure::{FigureId, Measure};
use crate::findings::findings::Findings;
use crate::findings::stakes::{Body, Stake};
use crate::findings::transfers::Transfers;
use crate::findings::who_pays::{Standing, WhoPays, who_pays};
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

const NOTHING: &str = "No costs and no benefits have been entered.";

/// Draws it of all partnerships; an appraisal is always on full cost.
pub fn draw(findings: &Findings, _: Basis, _: Doubts<'_>) -> Chart {
    let unit = findings.money_unit();
    let found = who_pays(findings);
    let rows: Vec<BarRow> = found
        .standings
        .iter()
        .map(|it| row(findings, &it.stake(), ids(it.body), after(it), unit))
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
        legend: legend(rows.is_empty(), has_after),
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

/// The partners that stand out; who the public is, is not told in a title.
fn title(findings: &Findings, found: &WhoPays, unit: MoneyUnit) -> String {
    let all = found.standings.iter();
    let partners = all.filter(|it| matches!(it.body, Body::Partner(_)));
    let partners: Vec<Stake> = partners.map(Standing::stake).collect();
    let said = gains_and_bears(findings, &partners, unit);
    match said.filter(|_| found.is_priced) {
        None => "Who pays, and who gains".to_owned(),
        Some(said) if say::is_all_known(findings) => said,
        Some(said) => format!("{said}, as far as is known"),
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

fn legend(is_empty: bool, has_after: bool) -> Vec<Vec<Key>> {
    if is_empty {
        return Vec::new();
    }
    let mut keys = say::keys("Bears", "Gains", Some("Gain less cost"));
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
        notes.push(format!("{have} no benefit with a price: only the costs are here."));
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
            Transfers::NothingToShare => format!(
                "No transfers: the {counted} of all bodies are less than what they bear."
            ),
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

fn table(findings: &Findings, found: &WhoPays, unit: MoneyUnit) -> Table {
    let sign = unit.sign();
    let mut table = Table::with(&[
        ("Body", Content::Words),
        (&format!("Bears, {sign}"), Content::Figures),
        (&format!("Gains, {sign}"), Content::Figures),
        (&format!("Gain less cost, {sign}"), Content::Figures),
        (&format!("Would receive, {sign}"), Content::Figures),
        (&format!("After transfers, {sign}"), Content::Figures),
    ]);
    let rows = found.standings.iter().map(|it| {
        let mut row = cells(findings, &it.stake(), ids(it.body), unit);
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
