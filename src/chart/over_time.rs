//! Cost, senior time and scores of all partnerships on each day whose figures were kept, and now.

use crate::chart::catalogue::ChartKind;
use crate::chart::chart::{Body, Cell, Chart, Content, Table};
use crate::chart::doubts::{Doubts, Needs};
use crate::chart::lanes::{Lane, LaneRow, Lanes};
use crate::chart::{wording, worth_wording as say};
use crate::costing::basis::Basis;
use crate::findings::findings::Findings;
use crate::findings::over_time::{Drift, Together, drift};
use crate::model::record_name::or_id;
use crate::model::snapshot::Snapshot;
use crate::units::display;
use crate::units::quantity::{Money, Rate};

/// The chart.
pub const CHART: ChartKind = ChartKind {
    id: "over-time",
    label: "Over time",
    description: "Cost and senior time on each day whose figures were kept, and now",
    needs: Needs::Nothing,
    draw,
};

/// As many snapshots as are drawn, the latest; the table has all.
const MOST: usize = 12;

/// What stood on one day.
struct Day {
    name: String,
    remark: String,
    of: Together,
}

/// Draws it of the partnerships that are shown; on both sides, where they are some of all.
pub fn draw(findings: &Findings, basis: Basis, _: Doubts<'_>) -> Chart {
    let mut kept: Vec<&Snapshot> = findings.register.snapshots.iter().collect();
    kept.sort_by_key(|it| (it.taken, it.id));
    let drifts: Vec<(&Snapshot, Drift)> = kept
        .iter()
        .map(|it| (*it, drift(findings, it, basis)))
        .collect();
    let mut days: Vec<Day> = drifts.iter().map(|(it, drift)| then(it, drift)).collect();
    if let Some((_, last)) = drifts.last() {
        days.push(Day {
            name: "Now".to_owned(),
            remark: findings.year.to_string(),
            of: last.now,
        });
    }
    let title = drifts.last().map_or_else(
        || "No figures of an earlier day were kept".to_owned(),
        |(snapshot, drift)| title(snapshot, drift),
    );
    let subtitle = format!(
        "Annual cost and days of senior people’s time, {}. {}.",
        wording::shown(findings),
        basis.label()
    );
    let said: Vec<String> = days.iter().map(|it| sentence(findings, it)).collect();
    let drawn = days.len().saturating_sub(MOST);
    let rows: Vec<LaneRow> = days
        .iter()
        .skip(drawn)
        .map(|it| row(findings, it))
        .collect();
    let is_reckoned_otherwise = drifts.iter().any(|(_, it)| it.is_reckoned_otherwise);
    Chart {
        alt: format!("{title}. {subtitle} {}", said.join(" ")).trim_end().to_owned(),
        note: note(findings, basis, is_reckoned_otherwise, drawn),
        legend: Vec::new(),
        table: table(findings, &days),
        title,
        subtitle,
        body: Body::Lanes(Lanes {
            titles: vec!["Annual cost".to_owned(), "Senior days a year".to_owned()],
            rows,
            when_empty: "Take a snapshot on the page Over time, and what changes from then on is drawn here.".to_owned(),
        }),
    }
}

fn name(snapshot: &Snapshot) -> String {
    or_id(&snapshot.name, snapshot.id)
}

fn then(snapshot: &Snapshot, drift: &Drift) -> Day {
    let taken = snapshot
        .taken
        .map(|day| format!("{}, ", display::date(day)));
    Day {
        name: name(snapshot),
        remark: format!("{}figures of {}", taken.unwrap_or_default(), snapshot.year),
        of: drift.then,
    }
}

fn row(findings: &Findings, day: &Day) -> LaneRow {
    LaneRow {
        name: day.name.clone(),
        remark: format!("{} · {}", day.remark, wording::partnerships(day.of.count)),
        bars: vec![
            Lane {
                value: wording::position(day.of.cost.amount),
                text: say::short(day.of.cost, findings.money_unit()),
            },
            Lane {
                value: wording::position(day.of.senior_days),
                text: display::days(day.of.senior_days),
            },
        ],
    }
}

fn sentence(findings: &Findings, day: &Day) -> String {
    format!(
        "{}: {} cost {} and take {} senior days.",
        day.name,
        wording::partnerships(day.of.count),
        say::long(day.of.cost, findings.money_unit()),
        display::days(day.of.senior_days)
    )
}

/// Whether the cost rose or fell since the last snapshot; not where it was not known in full.
fn title(snapshot: &Snapshot, drift: &Drift) -> String {
    let since = name(snapshot);
    let is_open = drift.then.cost.is_at_least || drift.now.cost.is_at_least;
    let known = if is_open {
        "The known cost"
    } else {
        "The cost"
    };
    match drift.cost_change_share {
        Some(share) if drift.cost_change > Money::ZERO => {
            format!(
                "{known} has risen by {} since “{since}”",
                display::percent(share)
            )
        }
        Some(share) if drift.cost_change < Money::ZERO => {
            let fall = Rate::ZERO - share;
            format!(
                "{known} has fallen by {} since “{since}”",
                display::percent(fall)
            )
        }
        Some(_) => format!("{known} is as it was in “{since}”"),
        None => format!("Nothing was known to cost anything in “{since}”"),
    }
}

fn note(findings: &Findings, basis: Basis, is_reckoned_otherwise: bool, left: usize) -> String {
    let mut sentences = vec![wording::source(findings)];
    sentences.push("Figures of earlier days are as they were reported then.".to_owned());
    if is_reckoned_otherwise {
        sentences.push(
            "Some are of another year, method or edition of the guidance, so part of a change may be one of reckoning."
                .to_owned(),
        );
    }
    if left > 0 {
        let days = display::count(left, "earlier day", "earlier days");
        sentences.push(format!("The table has {days} more."));
    }
    sentences.push(wording::basis_note(basis).to_owned());
    sentences.join(" ")
}

fn table(findings: &Findings, days: &[Day]) -> Table {
    let unit = findings.money_unit();
    let mut table = Table::with(&[
        ("Day", Content::Words),
        ("Figures of", Content::Words),
        ("Partnerships", Content::Figures),
        (&format!("Annual cost, {}", unit.sign()), Content::Figures),
        ("Hours", Content::Figures),
        ("Senior days", Content::Figures),
        ("Scored", Content::Figures),
    ]);
    let rows = days.iter().map(|it| {
        vec![
            Cell::words(it.name.clone()),
            Cell::words(it.remark.clone()),
            Cell::words(display::count_figure(it.of.count)),
            Cell::words(say::long(it.of.cost, unit)),
            Cell::words(display::hours_figure(it.of.hours)),
            Cell::words(display::days(it.of.senior_days)),
            Cell::words(display::count_figure(it.of.n_scored)),
        ]
    });
    table.rows = rows.collect();
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::sample;
    use crate::findings::findings::METHOD;
    use crate::findings::over_time::lines;
    use crate::units::id::{Id, Kind};
    use std::sync::Arc;

    fn kept(findings: &Findings) -> Snapshot {
        Snapshot {
            name: "Review 2025".to_owned(),
            method: METHOD,
            guidance: findings.guidance.to_owned(),
            lines: lines(findings),
            ..Snapshot::new(Id::new(Kind::Snapshot, 900), findings.year)
        }
    }

    #[test]
    fn without_a_snapshot_it_says_how_to_take_one() {
        let chart = draw(&sample::findings(3), Basis::Full, Doubts::NONE);
        assert_eq!(chart.title, "No figures of an earlier day were kept");
        assert!(chart.table.rows.is_empty());
    }

    /// Half of each cost was kept, so that it has doubled.
    #[test]
    fn the_title_says_by_how_much_it_rose() {
        let mut findings = sample::findings(3);
        let mut snapshot = kept(&findings);
        for line in &mut snapshot.lines {
            let half = line.full.amount.decimal() / rust_decimal::Decimal::TWO;
            line.full.amount = Money::new(half);
        }
        findings.register.snapshots = Arc::new(vec![snapshot]);
        let chart = draw(&findings, Basis::Full, Doubts::NONE);
        assert_eq!(
            chart.title,
            "The cost has risen by 100% since “Review 2025”"
        );
        assert_eq!(chart.table.rows.len(), 2);
        assert!(
            chart.alt.contains("Now: three partnerships cost"),
            "{}",
            chart.alt
        );
    }

    use crate::units::quantity::Quantity;
}
