//! What partnerships on each topic cost a year, and whose senior time they take; largest first, without a topic last.

use crate::chart::catalogue::ChartKind;
use crate::chart::chart::{Body, Cell, Chart, Content, Table};
use crate::chart::doubts::{Doubts, Needs};
use crate::chart::lanes::{Lane, LaneRow, Lanes};
use crate::chart::{wording, worth_wording as say};
use crate::costing::basis::Basis;
use crate::findings::findings::Findings;
use crate::findings::groups::{Common, Group, GroupBy, groups};
use crate::units::display;
use crate::units::quantity::Rate;

/// The chart.
pub const CHART: ChartKind = ChartKind {
    id: "by-topic",
    label: "Cost and senior time by topic",
    description: "Running cost and days of senior people’s time by topic",
    needs: Needs::Nothing,
    draw,
};

const NO_TOPIC: &str = "No topic";

/// Draws it of the partnerships that are shown.
pub fn draw(findings: &Findings, basis: Basis, _: Doubts<'_>) -> Chart {
    let unit = findings.money_unit();
    let mut all = groups(findings, GroupBy::Topic);
    // Largest first on the basis that is drawn.
    all.sort_by_key(|it| {
        let cost = it.cost.get(basis).amount;
        (it.common == Common::NotSaid, std::cmp::Reverse(cost))
    });
    let subtitle = format!(
        "Annual cost and days of senior people’s time by topic, {}, {}. {}.",
        wording::shown(findings),
        findings.year,
        basis.label()
    );
    let title = title(&all, basis);
    let rows: Vec<LaneRow> = all
        .iter()
        .map(|it| LaneRow {
            name: name(it),
            remark: remark(it, basis),
            bars: vec![
                Lane {
                    value: wording::position(it.cost.get(basis).amount),
                    text: say::short(*it.cost.get(basis), unit),
                },
                Lane {
                    value: wording::position(it.senior_days),
                    text: display::days(it.senior_days),
                },
            ],
        })
        .collect();
    let said = all.iter().map(|it| {
        let cost = say::long(*it.cost.get(basis), unit);
        let days = display::days(it.senior_days);
        format!("{}: {cost} a year, {days} senior days.", name(it))
    });
    let said: Vec<String> = said.take(N_SAID).collect();
    let rest = if all.len() > N_SAID {
        " The table has the others."
    } else {
        ""
    };
    let alt = if rows.is_empty() {
        format!("{subtitle} There is nothing to draw.")
    } else {
        format!(
            "{title}. {subtitle} Two bars for each topic. {}{rest}",
            said.join(" ")
        )
    };
    Chart {
        title,
        subtitle,
        note: format!(
            "{} Senior days are at full cost, of the grades marked as senior. {}",
            wording::source(findings),
            wording::basis_note(basis)
        )
        .trim_end()
        .to_owned(),
        alt,
        legend: Vec::new(),
        table: table(findings, &all, basis),
        body: Body::Lanes(Lanes {
            titles: vec!["Annual cost".to_owned(), "Senior days a year".to_owned()],
            rows,
            when_empty: "The register holds no partnerships yet.".to_owned(),
        }),
    }
}

/// As many topics as the alternative text reads out.
const N_SAID: usize = 12;

fn name(group: &Group) -> String {
    match &group.common {
        Common::Topic(topic) => topic.clone(),
        _ => NO_TOPIC.to_owned(),
    }
}

/// `nine partnerships · 34% of the cost`.
fn remark(group: &Group, basis: Basis) -> String {
    let n = wording::partnerships(group.ids.len());
    match group.share.get(basis) {
        Some(share) => {
            let text = match display::percent(*share).as_str() {
                "0%" if *share > Rate::ZERO => "less than 1%".to_owned(),
                text => text.to_owned(),
            };
            format!("{n} · {text} of the cost")
        }
        None => n,
    }
}

/// The topic that costs most, with its share; no finding where there is only one, or most has no topic.
fn title(all: &[Group], basis: Basis) -> String {
    let first = all.first().filter(|it| it.common != Common::NotSaid);
    let share = first.and_then(|it| *it.share.get(basis));
    let share = share.filter(|it| *it > Rate::ZERO && all.len() > 1);
    match first.zip(share) {
        Some((first, share)) => format!(
            "{} takes {} of the cost, the most of any topic",
            display::capitalised(&name(first)),
            display::percent(share)
        ),
        None => "Cost and senior time by topic".to_owned(),
    }
}

fn table(findings: &Findings, all: &[Group], basis: Basis) -> Table {
    let unit = findings.money_unit();
    let mut table = Table::with(&[
        ("Topic", Content::Words),
        ("Partnerships", Content::Figures),
        (&format!("Annual cost, {}", unit.sign()), Content::Figures),
        ("Of the cost", Content::Figures),
        ("Senior days", Content::Figures),
    ]);
    let rows = all.iter().map(|it| {
        let share = it.share.get(basis).map(display::rate);
        vec![
            Cell::words(name(it)),
            Cell::words(display::count_figure(it.ids.len())),
            Cell::words(say::long(*it.cost.get(basis), unit)),
            Cell::words(share.unwrap_or_default()),
            Cell::words(display::days(it.senior_days)),
        ]
    });
    table.rows = rows.collect();
    table
}
