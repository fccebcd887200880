//! What changed since a day whose figures were kept, and what is due, in words and lines.

use std::cmp::Reverse;

use jiff::civil::Date;

use crate::costing::basis::Basis;
use crate::costing::schedule::Total;
use crate::findings::due::{Due, Quarter, due};
use crate::findings::findings::Findings;
use crate::findings::over_time::{Drift, Moved, drift, together};
use crate::model::snapshot::Snapshot;
use crate::report::glance::snapshot_name;
use crate::report::statement::name;
use crate::report::summary::total_text;
use crate::report::tab_text::tab_text;
use crate::units::display;
use crate::units::id::Id;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::{Money, Number, Quantity};

/// A snapshot in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SnapshotRow {
    /// The snapshot.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// The day it was taken.
    pub taken: String,
    /// The year of its figures.
    pub year: String,
    /// How many partnerships.
    pub count: String,
    /// Running cost of the year, to all partners.
    pub cost: String,
    /// Senior days.
    pub senior_days: String,
    /// How many had a score.
    pub scored: String,
}

/// The snapshots of a register, the latest first.
pub fn snapshot_rows(findings: &Findings, basis: Basis) -> Vec<SnapshotRow> {
    let unit = findings.money_unit();
    let mut all: Vec<&Snapshot> = findings.register.snapshots.iter().collect();
    all.sort_by_key(|it| Reverse((it.taken, it.id)));
    let row = |it: &&Snapshot| {
        let of = together(it.lines.iter(), basis);
        SnapshotRow {
            id: it.id,
            name: snapshot_name(it),
            taken: it.taken.map(display::date).unwrap_or_default(),
            year: it.year.to_string(),
            count: display::count_figure(of.count),
            cost: total_text(of.cost, unit),
            senior_days: display::days(of.senior_days),
            scored: display::count_figure(of.n_scored),
        }
    };
    all.iter().map(row).collect()
}

/// What changed in one partnership, as a table shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovedRow {
    /// The partnership, while it is still there.
    pub id: Option<Id>,
    /// Its name.
    pub name: String,
    /// Its cost then, now, and the change.
    pub cost: [String; 3],
    /// Its score then, now, and the change.
    pub score: [String; 3],
    /// What a figure cannot say: it is new, or gone, or was not known.
    pub remark: &'static str,
}

const NOTHING: &str = "–";

/// Each partnership, the largest change of cost first; what cannot be compared stands last.
pub fn moved_rows(findings: &Findings, drift: &Drift) -> Vec<MovedRow> {
    let unit = findings.money_unit();
    let size = |it: &Moved| {
        it.cost_change
            .map(|it| if it < Money::ZERO { -it } else { it })
    };
    let mut all: Vec<&Moved> = drift.moved.iter().collect();
    all.sort_by_key(|it| (Reverse(size(it)), it.id));
    all.into_iter()
        .map(|it| moved_row(findings, it, unit))
        .collect()
}

fn moved_row(findings: &Findings, it: &Moved, unit: MoneyUnit) -> MovedRow {
    let cost = |total: Option<Total>| {
        total.map_or_else(|| NOTHING.to_owned(), |total| total_text(total, unit))
    };
    let score = |score: Option<Number>| score.map_or_else(|| NOTHING.to_owned(), display::score);
    let is_here = it.cost_now.is_some();
    MovedRow {
        id: is_here.then_some(it.id),
        name: if is_here {
            name(findings, it.id)
        } else {
            it.name.clone()
        },
        cost: [
            cost(it.cost_then),
            cost(it.cost_now),
            it.cost_change
                .map_or_else(|| NOTHING.to_owned(), |it| signed(it, unit)),
        ],
        score: [
            score(it.score_then),
            score(it.score_now),
            it.score_change
                .map_or_else(|| NOTHING.to_owned(), signed_score),
        ],
        remark: match (it.cost_then, it.cost_now, it.cost_change) {
            (None, ..) => "new",
            (_, None, _) => "gone",
            (.., None) => "not known in full",
            _ => "",
        },
    }
}

/// `+£1,200`, `−£300`, `£0`.
fn signed(change: Money, unit: MoneyUnit) -> String {
    let text = display::money_in(change, unit);
    if change > Money::ZERO {
        format!("+{text}")
    } else {
        text
    }
}

fn signed_score(change: Number) -> String {
    let text = display::score(change);
    if change > Number::ZERO {
        format!("+{text}")
    } else {
        text
    }
}

/// What changed in all of them, in a sentence or two.
pub fn said(findings: &Findings, snapshot: &Snapshot, basis: Basis) -> String {
    let drift = drift(findings, snapshot, basis);
    let unit = findings.money_unit();
    let then = total_text(drift.then.cost, unit);
    let now = total_text(drift.now.cost, unit);
    let mut text = format!(
        "{} cost {then} then; {} cost {now} now.",
        display::capitalised(&display::count(
            drift.then.count,
            "partnership",
            "partnerships"
        )),
        display::in_words(drift.now.count),
    );
    if drift.senior_days_change != Number::ZERO {
        let is_more = drift.senior_days_change > Number::ZERO;
        let days = if is_more {
            drift.senior_days_change
        } else {
            -drift.senior_days_change
        };
        let word = if is_more { "more" } else { "fewer" };
        text = format!(
            "{text} That takes {} {word} senior days.",
            display::days(days)
        );
    }
    if drift.is_reckoned_otherwise {
        text.push_str(
            " They are of another year, or follow another method or guidance, so part of a change may be one of reckoning.",
        );
    }
    text
}

/// The changes as a text for a spreadsheet, with exact figures.
pub fn for_a_spreadsheet(drift: &Drift) -> String {
    let exact = |total: Option<Total>| {
        let known = total.map(|it| display::exact_text(it.amount.decimal()));
        known.unwrap_or_default()
    };
    let number = |it: Option<Number>| {
        it.map(|it| display::exact_text(it.decimal()))
            .unwrap_or_default()
    };
    let rows = drift.moved.iter().map(|it| {
        [
            it.name.clone(),
            exact(it.cost_then),
            exact(it.cost_now),
            it.cost_change
                .map(|it| display::exact_text(it.decimal()))
                .unwrap_or_default(),
            number(it.score_then),
            number(it.score_now),
            number(it.score_change),
        ]
    });
    let header = [
        "Partnership",
        "Cost then",
        "Cost now",
        "Change of cost",
        "Score then",
        "Score now",
        "Change of score",
    ];
    tab_text(header, rows)
}

/// What is due in one quarter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueGroup {
    /// `Overdue`, `October to December 2026`.
    pub label: String,
    /// Whether it is past.
    pub is_overdue: bool,
    /// What is due, the earliest first.
    pub lines: Vec<DueLine>,
}

/// One decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueLine {
    /// The partnership.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// What is due.
    pub what: &'static str,
    /// When.
    pub date: String,
}

/// Quarters that are listed one by one, this one included; what comes after is one group.
const QUARTERS: usize = 8;

/// What is overdue, then each quarter that has something, for two years; then all that comes later.
pub fn due_groups(findings: &Findings, today: Date) -> Vec<DueGroup> {
    let all = due(findings, today);
    let line = |it: &Due| DueLine {
        id: it.partnership,
        name: name(findings, it.partnership),
        what: it.kind.label(),
        date: display::date(it.date),
    };
    let group = |label: String, is_overdue: bool, is: &dyn Fn(&Due) -> bool| DueGroup {
        label,
        is_overdue,
        lines: all.iter().filter(|it| is(it)).map(line).collect(),
    };
    let mut groups = vec![group("Overdue".to_owned(), true, &|it| it.date < today)];
    let mut quarter = Quarter::of(today);
    for _ in 0..QUARTERS {
        let of = |it: &Due| it.date >= today && Quarter::of(it.date) == quarter;
        groups.push(group(quarter.label(), false, &of));
        quarter = quarter.next();
    }
    let later = |it: &Due| it.date >= today && Quarter::of(it.date) >= quarter;
    groups.push(group("Later".to_owned(), false, &later));
    groups.retain(|it| !it.lines.is_empty());
    groups
}
