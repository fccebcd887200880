//! The first screen in three sentences, which change with the data: what is spent, what comes of it, what to decide.

use jiff::civil::Date;

use crate::costing::basis::Basis;
use crate::costing::cost_line::Class;
use crate::findings::decisions::{Decision, Reason, horizon};
use crate::findings::findings::Findings;
use crate::findings::over_time::{Drift, drift};
use crate::model::record_name::or_id;
use crate::model::snapshot::Snapshot;
use crate::report::summary::{name_text, short_total};
use crate::report::worth::has_value;
use crate::units::display;
use crate::units::quantity::{Money, Number, Rate};

/// What is spent, in cash and in time, and by how much that has changed.
pub fn spend(findings: &Findings, basis: Basis) -> String {
    let portfolio = &findings.portfolio;
    let unit = findings.money_unit();
    let share = portfolio.share_of(Class::Opportunity, basis);
    let mut text = match share.map(display::whole_rate) {
        Some(share) if portfolio.annual_cost.get(basis).is_at_least => {
            format!("{share} of the known cost is people’s time")
        }
        Some(share) => format!("{share} of the cost is people’s time"),
        None => format!("Nothing is known to cost anything in {}", findings.year),
    };
    if portfolio.senior_days > Number::ZERO {
        let days = display::days(portfolio.senior_days);
        text = format!("{text}, {days} days of it by senior staff");
    }
    if portfolio.programme.amount > Money::ZERO {
        let beside = short_total(portfolio.programme, unit);
        text = format!("{text}; {beside} is spent on programmes beside it");
    }
    text.push('.');
    match trend(findings, basis) {
        Some(trend) => format!("{text} {}", trend.sentence),
        None => text,
    }
}

/// What comes of it: achievement, and what has a price.
pub fn achieved(findings: &Findings) -> String {
    let portfolio = &findings.portfolio;
    let n = portfolio.count;
    let n_scored = n.saturating_sub(portfolio.not_scored.len());
    let scored = match portfolio.median_score {
        None => "None is scored yet, so nothing says what they achieve.".to_owned(),
        Some(median) => {
            let median = display::score(median);
            let who = match (n_scored, n) {
                (1, 1) => "It is".to_owned(),
                (scored, n) if scored == n => "All are".to_owned(),
                (1, n) => format!("One of {n} is"),
                (scored, n) => {
                    let scored = display::capitalised(&display::in_words(scored));
                    format!("{scored} of {n} are")
                }
            };
            format!("{who} scored; the middle score is {median} of 100 towards their own targets.")
        }
    };
    let all = findings.partnerships.iter();
    let n_priced = all.filter(|it| has_value(it)).count();
    let worth = &portfolio.worth;
    let unit = findings.money_unit();
    let priced = match n_priced {
        0 => "No benefit has a price yet.".to_owned(),
        priced if priced == n => format!(
            "Over the years of the appraisal, benefits with a price come to {} against costs of {}.",
            short_total(worth.pvb, unit),
            short_total(worth.pvc, unit),
        ),
        priced => format!(
            "{} {} a priced benefit, {} together over the years of the appraisal.",
            display::capitalised(&display::in_words(priced)),
            if priced == 1 { "has" } else { "have" },
            short_total(worth.pvb, unit),
        ),
    };
    format!("{scored} {priced}")
}

/// What to decide; the reasons that weigh most, with a name.
pub fn to_decide(findings: &Findings, decisions: &[Decision], today: Date) -> String {
    let find = |reason: Reason| decisions.iter().find(|it| it.reason == reason);
    let first = |it: &Decision| {
        let first = it
            .partnerships
            .first()
            .and_then(|id| findings.partnership(*id));
        first.map(name_text).unwrap_or_default()
    };
    let mut parts = Vec::new();
    if let Some(it) = find(Reason::Bettered) {
        let n = it.partnerships.len();
        let (costs, scores) = if n == 1 {
            ("costs", "scores")
        } else {
            ("cost", "score")
        };
        let first = first(it);
        let of = if n == 1 {
            format!(" ({first})")
        } else {
            format!(", {first} the dearest")
        };
        let n = display::in_words(n);
        parts.push(format!(
            "{n} {costs} more and {scores} less than another{of}"
        ));
    }
    if let Some(it) = find(Reason::LosesValue) {
        let n = it.partnerships.len();
        let brings = if n == 1 { "brings" } else { "bring" };
        let n = display::in_words(n);
        parts.push(format!(
            "{n} {brings} less than {} cost",
            if brings == "brings" { "its" } else { "their" }
        ));
    }
    if let Some(it) = find(Reason::Overdue) {
        let n = it.partnerships.len();
        let is = if n == 1 { "is" } else { "are" };
        parts.push(format!(
            "{} {is} overdue for a decision",
            display::in_words(n)
        ));
    }
    if let Some(it) = find(Reason::Due) {
        let n = it.partnerships.len();
        let comes = if n == 1 { "comes" } else { "come" };
        let by = display::date(horizon(today));
        parts.push(format!(
            "{} {comes} up for review by {by}",
            display::in_words(n)
        ));
    }
    if parts.is_empty()
        && let Some(it) = find(Reason::NotScored)
    {
        let n = it.partnerships.len();
        let have = if n == 1 { "has" } else { "have" };
        parts.push(format!(
            "{} {have} no score, so nobody can say whether to go on",
            display::in_words(n)
        ));
    }
    if parts.is_empty()
        && let Some(it) = find(Reason::CostNotKnown)
    {
        let n = it.partnerships.len();
        let has = if n == 1 {
            "has a cost that is"
        } else {
            "have costs that are"
        };
        let n = display::in_words(n);
        parts.push(format!("{n} {has} not known in full"));
    }
    match parts.as_slice() {
        [] => {
            let by = display::date(horizon(today));
            format!("Nothing calls for a decision before {by}.")
        }
        parts => display::capitalised(&format!("{}.", parts.join("; "))),
    }
}

/// The change since the last snapshot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trend {
    /// `up 4%`, `down 2%`, `as it was`.
    pub short: String,
    /// `The cost is £130k (4%) more than in “Annual review 2025”.`
    pub sentence: String,
}

/// The latest snapshot: by the day it was taken, else the last of the list.
pub fn latest(snapshots: &[Snapshot]) -> Option<&Snapshot> {
    let dated = snapshots.iter().filter(|it| it.taken.is_some());
    dated.max_by_key(|it| it.taken).or(snapshots.last())
}

/// How a snapshot is called.
pub fn snapshot_name(snapshot: &Snapshot) -> String {
    let name = snapshot.name.trim();
    match (name.is_empty(), snapshot.taken) {
        (false, _) => name.to_owned(),
        (true, Some(day)) => format!("Snapshot of {}", display::date(day)),
        (true, None) => or_id("", snapshot.id),
    }
}

/// How the cost has changed since the last snapshot; nothing where there is none, or nothing of it was kept.
pub fn trend(findings: &Findings, basis: Basis) -> Option<Trend> {
    let snapshot = latest(&findings.register.snapshots)?;
    let drift = drift(findings, snapshot, basis);
    (drift.then.count > 0).then(|| said(findings, snapshot, &drift))
}

fn said(findings: &Findings, snapshot: &Snapshot, drift: &Drift) -> Trend {
    let name = snapshot_name(snapshot);
    let change = drift.cost_change;
    let is_open = drift.then.cost.is_at_least || drift.now.cost.is_at_least;
    let (word, amount) = if change < Money::ZERO {
        ("less", -change)
    } else {
        ("more", change)
    };
    let amount = display::money_short_in(amount, findings.money_unit());
    let share = drift
        .cost_change_share
        .map(|share| if share < Rate::ZERO { -share } else { share });
    let share = share.map(|share| match display::whole_rate(share) {
        nought if nought == "0%" => "under 1%".to_owned(),
        share => share,
    });
    let known = if is_open {
        "The known cost"
    } else {
        "The cost"
    };
    let otherwise = if drift.is_reckoned_otherwise {
        ", which is of another year or was reckoned otherwise"
    } else {
        ""
    };
    if change == Money::ZERO {
        return Trend {
            short: "as it was".to_owned(),
            sentence: format!("{known} is as it was in “{name}”{otherwise}."),
        };
    }
    let by = share
        .as_ref()
        .map(|share| format!(" ({share})"))
        .unwrap_or_default();
    let arrow = if change < Money::ZERO { "down" } else { "up" };
    Trend {
        short: match share {
            Some(share) => format!("{arrow} {share}"),
            None => format!("{arrow} {amount}"),
        },
        sentence: format!("{known} is {amount}{by} {word} than in “{name}”{otherwise}."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    use crate::findings::decisions::decisions;
    use crate::findings::findings::{METHOD, Question, appraise};
    use crate::findings::over_time::lines;
    use crate::guidance::edition;
    use crate::model::direct_cost::CashLine;
    use crate::model::register::Register;
    use crate::units::id::{Id, Kind};
    use crate::units::year::FinancialYear;

    fn today() -> Date {
        Date::constant(2026, 11, 22)
    }

    fn register(costs: &[i64]) -> Register {
        let mut register = Register::new(FinancialYear::starting(2026));
        for cost in costs {
            register.add_partnership();
            let mut cash = CashLine::new(register.new_id(Kind::CashLine));
            cash.amount.set(Some(Money::from(*cost)));
            let it = Arc::make_mut(register.partnerships.last_mut().unwrap());
            it.cash_lines.push(cash);
        }
        register
    }

    fn findings(register: &Register) -> Findings {
        let year = FinancialYear::starting(2026);
        appraise(register, edition::newest(), Question { year })
    }

    #[test]
    fn nothing_known_says_what_is_missing() {
        let found = findings(&register(&[100_000, 20_000]));
        assert_eq!(
            spend(&found, Basis::Full),
            "0% of the cost is people’s time."
        );
        assert_eq!(
            achieved(&found),
            "None is scored yet, so nothing says what they achieve. No benefit has a price yet."
        );
        let decisions = decisions(&found, Basis::Full, today());
        assert_eq!(
            to_decide(&found, &decisions, today()),
            "Two have no score, so nobody can say whether to go on."
        );
    }

    /// £120,000 then; £90,000 (down 25 %), £120,000, £120,300 (up 0.25 %) and £180,000 (up 50 %) now.
    #[test]
    fn the_trend_follows_the_last_snapshot() {
        let then = findings(&register(&[100_000, 20_000]));
        let kept = Snapshot {
            name: "Review 2025".to_owned(),
            method: METHOD,
            guidance: then.guidance.to_owned(),
            lines: lines(&then),
            ..Snapshot::new(Id::new(Kind::Snapshot, 90), then.year)
        };
        for (now, short, sentence) in [
            (
                70_000,
                "down 25%",
                "The cost is £30k (25%) less than in “Review 2025”.",
            ),
            (
                100_000,
                "as it was",
                "The cost is as it was in “Review 2025”.",
            ),
            (
                100_300,
                "up under 1%",
                "The cost is £300 (under 1%) more than in “Review 2025”.",
            ),
            (
                160_000,
                "up 50%",
                "The cost is £60k (50%) more than in “Review 2025”.",
            ),
        ] {
            let mut register = register(&[now, 20_000]);
            register.snapshots = Arc::new(vec![kept.clone()]);
            let found = trend(&findings(&register), Basis::Full).unwrap();
            assert_eq!(
                (found.short.as_str(), found.sentence.as_str()),
                (short, sentence)
            );
        }
        assert_eq!(trend(&then, Basis::Full), None, "nothing was kept");
    }
}
