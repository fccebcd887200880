//! What each body bears of a partnership and gains from it, who gains most first.

use crate::chart::bars::{BarGroup, BarRow, Bars};
use crate::chart::catalogue::PartnershipChart;
use crate::chart::chart::{Body as Marks, Chart, Content, Table};
use crate::chart::doubts::{Doubts, Needs};
use crate::chart::stake_rows::{cells, measures, row};
use crate::chart::stakes_wording::gains_and_bears;
use crate::chart::worth_wording as say;
use crate::costing::basis::Basis;
use crate::findings::figure::FigureId;
use crate::findings::findings::Findings;
use crate::findings::partnership::PartnershipFindings;
use crate::findings::stakes::Body;
use crate::units::money_unit::MoneyUnit;

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
        .map(|stake| row(findings, stake, ids(found, stake.body), None, unit))
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
            partnership: Some(found.id),
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

/// The address of what a body bears, gains and has left.
fn ids(found: &PartnershipFindings, body: Body) -> [FigureId; 3] {
    measures(body).map(|it| say::id(found, it))
}

/// Who gains the most and who is left worst off, of this partnership.
fn title(findings: &Findings, found: &PartnershipFindings, unit: MoneyUnit) -> String {
    let partnership = say::name(found);
    match gains_and_bears(findings, &found.appraisal.stakes, unit) {
        None => format!("{partnership}: who pays, and who gains"),
        Some(said) => {
            let known = say::as_far_as_known(&found.appraisal);
            format!("{partnership}: {}{known}", lower_the(&said))
        }
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
    let stakes = found.appraisal.stakes.iter();
    let rows = stakes.map(|stake| cells(findings, stake, ids(found, stake.body), unit));
    table.rows = rows.collect();
    table
}
