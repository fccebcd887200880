//! The health check in words: what is answered, what is open, what follows from the figures, and why it is asked.

use crate::costing::schedule::Total;
use crate::findings::health::{Health, HealthCounts, Stake, WorkedFrom};
use crate::guidance::health_check::{HealthCheck, HealthQuestion};
use crate::model::partnership::Partnership;
use crate::units::display;
use crate::units::id::Id;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::Money;

/// `17 of 31 questions answered; 5 open: 3, 4, 21–23, complaints.` Before anybody has answered, only how many are asked.
pub fn headline(health: &Health, catalogue: &HealthCheck) -> String {
    if health.lines.iter().all(|it| it.typed.is_none()) {
        let asked = health.all.asked();
        return format!("No answer is typed yet; {asked} questions are asked.");
    }
    let (all, open) = (health.all, open_text(health, catalogue));
    let answered = format!("{} of {} questions answered", all.answered(), all.asked());
    if open.is_empty() {
        format!("{answered}; none open.")
    } else {
        format!("{answered}; {} open: {open}.", all.open())
    }
}

/// The questions that somebody still has to see to, in order.
pub fn open<'c>(
    health: &Health,
    catalogue: &'c HealthCheck,
) -> impl Iterator<Item = &'c HealthQuestion> {
    let open = health.lines.iter().filter(|it| it.is_open());
    open.filter_map(|it| catalogue.questions().get(it.place))
}

/// Numbers in a row are put together: `3, 5–7, complaints`.
fn open_text(health: &Health, catalogue: &HealthCheck) -> String {
    let mut parts: Vec<(String, String)> = Vec::new();
    let mut before = None;
    for line in health.lines.iter().filter(|it| it.is_open()) {
        let Some(question) = catalogue.questions().get(line.place) else {
            continue;
        };
        let follows = before == line.place.checked_sub(1) && before.is_some();
        let name = question.short_name();
        match parts.last_mut() {
            Some((_, last)) if follows && question.number().is_some() => *last = name,
            _ => parts.push((name.clone(), name)),
        }
        before = Some(line.place);
    }
    let parts = parts.into_iter().map(|(first, last)| {
        if first == last {
            first
        } else {
            format!("{first}–{last}")
        }
    });
    parts.collect::<Vec<_>>().join(", ")
}

/// The worst risk, how many have no score, and how many have no limit; nothing where there are no risks.
pub fn risks(health: &Health, partnership: &Partnership) -> Option<String> {
    let all = &health.risks;
    let worst = all.first()?;
    let name = |id: Id| {
        let risk = partnership.risks.iter().find(|it| it.id == id);
        risk.map_or_else(String::new, |it| it.name.trim().to_owned())
    };
    let mut parts = Vec::new();
    if let Some(score) = worst.score {
        let score = display::number(score);
        parts.push(format!("Worst: {}, {score} of 25", name(worst.id)));
    }
    let n_unscored = all.iter().filter(|it| it.score.is_none()).count();
    if n_unscored > 0 {
        parts.push(format!("{n_unscored} of {} without a score", all.len()));
    }
    let n_uncapped = all.iter().filter(|it| it.is_uncapped).count();
    if n_uncapped > 0 {
        let n = display::count(n_uncapped, "risk", "risks");
        parts.push(format!("{n} with no limit on what we could have to pay"));
    }
    Some(format!("{}.", parts.join("; ")))
}

/// `6 yes · 3 partly · 2 not known`.
pub fn counts(counts: HealthCounts) -> String {
    let parts = [
        (counts.yes, "yes"),
        (counts.partly, "partly"),
        (counts.no, "no"),
        (counts.not_needed, "not needed"),
        (counts.unknown, "not known"),
    ];
    let said = parts.into_iter().filter(|(n, _)| *n > 0);
    let said = said.map(|(n, name)| format!("{n} {name}"));
    said.collect::<Vec<_>>().join(" · ")
}

/// Which questions of governance are asked, and why.
pub fn why_asked(stake: &Stake, unit: MoneyUnit) -> String {
    let money = total(stake.money, unit);
    let from = display::money_in(stake.from, unit);
    let what = "a year at full cost, with programme spending,";
    if stake.is_full {
        let pools = if stake.has_pools {
            ""
        } else {
            " There is no pooled budget, so none is asked about."
        };
        format!("Asked in full: {money} {what} is {from} or more.{pools}")
    } else if stake.money.is_at_least {
        format!(
            "Only the first three are asked: of {money} {what} what is known is below {from}. If the rest brings it there, \
             all are asked."
        )
    } else {
        format!("Only the first three are asked: {money} {what} is below {from}.")
    }
}

/// What an answer is worked out from.
pub fn worked_from(from: &WorkedFrom, unit: MoneyUnit) -> String {
    match *from {
        WorkedFrom::Measuring { n_measured: 0, .. } => "nothing is measured".to_owned(),
        WorkedFrom::Measuring {
            n_measured,
            known_weight,
            n_answered,
        } => {
            let measured = display::count(n_measured, "thing is", "things are");
            let known = display::rate(known_weight);
            let answered = match n_answered {
                0 => "no other question of the health check is answered".to_owned(),
                n => {
                    let others = display::count(n, "other question", "other questions");
                    format!("{others} of the health check answered")
                }
            };
            format!("{measured} measured, {known} of their weight is known; {answered}")
        }
        WorkedFrom::Indicators { n: 0, .. } => "it has no indicator".to_owned(),
        WorkedFrom::Indicators { n, n_with_target } => format!(
            "{n_with_target} of {} with a target",
            display::count(n, "indicator", "indicators")
        ),
        WorkedFrom::Cost { cost, has_time } => {
            let amount = total(cost, unit);
            let time = if has_time {
                ""
            } else {
                ", and nobody’s time is in it"
            };
            match (cost.amount == Money::ZERO, cost.is_at_least) {
                (true, _) => "no cost is known".to_owned(),
                (false, true) => format!("{amount} a year; a part is not known{time}"),
                (false, false) => format!("{amount} a year, complete as entered{time}"),
            }
        }
        WorkedFrom::Weighed {
            is_cost_complete,
            known_weight,
            n_benefits,
            n_priced,
        } => {
            let cost = if is_cost_complete {
                "the cost is complete"
            } else {
                "the cost is not complete"
            };
            let known = display::rate(known_weight);
            let benefits = match n_benefits {
                0 => "no benefit is entered".to_owned(),
                n => format!(
                    "{n_priced} of {} with a price",
                    display::count(n, "benefit", "benefits")
                ),
            };
            format!("{cost}; {known} of the achievement’s weight is known; {benefits}")
        }
    }
}

fn total(total: Total, unit: MoneyUnit) -> String {
    let amount = display::money_in(total.amount, unit);
    if total.is_at_least {
        display::at_least(&amount)
    } else {
        amount
    }
}
