//! The answer first: what it costs, what it achieves, whether it is worth it, and how sure that is.

use crate::costing::cost_line::Class;
use crate::findings::decisions::decisions;
use crate::findings::partnership::PartnershipFindings;
use crate::model::query::Severity;
use crate::report::board_paper::draft::Draft;
use crate::report::board_paper::subject::{Of, One};
use crate::report::board_paper::words::{name_of, on_basis, other, partnerships, sentences};
use crate::report::document::Origin;
use crate::report::glance;
use crate::report::summary::cost_text;
use crate::report::uncertainty::{ALL_KNOWN, cost_sentence, not_weighed, worth_sentence};
use crate::report::value_for_money::{Piece, compose, is_out_of_date, pieces};
use crate::units::display;
use crate::units::quantity::{Money, Number, Over};

pub(crate) fn write(of: &Of<'_>, draft: &mut Draft<'_>) {
    match of.one {
        Some(one) => of_one(of, one, draft),
        None => of_all(of, draft),
    }
}

fn of_all(of: &Of<'_>, draft: &mut Draft<'_>) {
    let (findings, basis) = (of.findings, of.asked.basis);
    if findings.portfolio.count == 0 {
        draft.say(
            "cost",
            "The register holds no partnerships yet, so there is nothing to decide.",
        );
        return;
    }
    draft.say(
        "cost",
        &sentences([cost_of_all(of), glance::spend(findings, basis)]),
    );
    draft.say("achieved", &glance::achieved(findings));
    let due = decisions(findings, basis, of.asked.date);
    draft.say("decide", &glance::to_decide(findings, &due, of.asked.date));
    draft.say("sure", &how_sure(of));
}

/// `15 partnerships cost £3.4m a year to all partners at full cost, £1.2m of it ours. On the Exhibit 2 basis it is £2.9m.`
pub(crate) fn cost_of_all(of: &Of<'_>) -> String {
    let (portfolio, basis) = (&of.findings.portfolio, of.asked.basis);
    let n = portfolio.count;
    let costs = if n == 1 { "costs" } else { "cost" };
    let all = of.short(*portfolio.annual_cost.get(basis));
    let ours = match portfolio.ours.get(basis) {
        Some(ours) => format!(", of which {} bears {}", of.author(), of.short(*ours)),
        None => String::new(),
    };
    let beside = of.short(*portfolio.annual_cost.get(other(basis)));
    format!(
        "{} {costs} {all} a year to all partners {}{ours}; {} it is {beside}.",
        display::capitalised(&partnerships(n)),
        on_basis(basis),
        on_basis(other(basis)),
    )
}

/// What is missing, and what draws say.
fn how_sure(of: &Of<'_>) -> String {
    let findings = of.findings;
    let basis = of.asked.basis;
    let n_open = findings.portfolio.incomplete.get(basis).len();
    let mut said = Vec::new();
    said.push(match n_open {
        0 => "No cost that was asked for is missing.".to_owned(),
        1 => "The cost of one partnership is not known in full, so what it is part of is “at least”.".to_owned(),
        n => format!(
            "The costs of {} partnerships are not known in full, so what they are part of is “at least”.",
            display::in_words(n)
        ),
    });
    let n_errors = findings.n_queries(Severity::Error);
    if n_errors > 0 {
        let errors = display::count(n_errors, "error", "errors");
        said.push(format!("What was entered has {errors} to put right first."));
    }
    if let Some(simulation) = of.asked.doubts.simulation.filter(|it| it.n_ranged > 0) {
        let unit = findings.money_unit();
        said.extend(cost_sentence(
            ALL_KNOWN,
            &simulation.portfolio,
            (of.asked.basis, unit),
        ));
        if not_weighed(findings).is_none() {
            said.extend(worth_sentence("their", &simulation.portfolio, unit));
        }
    }
    sentences(said)
}

fn of_one(of: &Of<'_>, one: One<'_>, draft: &mut Draft<'_>) {
    draft.say("cost", &cost_of_one(of, one.found));
    let composed = compose(
        of.findings,
        one.found,
        one.typed,
        of.doubt().as_ref(),
        of.drawn_in_full(),
    );
    if let Some(edited) = &one.typed.value_statement {
        let origin = if is_out_of_date(edited, &composed) {
            Origin::Stale
        } else {
            Origin::Edited
        };
        let paragraphs = edited.text.split("\n\n").filter(|it| !it.trim().is_empty());
        for (at, text) in paragraphs.enumerate() {
            draft.say_as(&format!("value-{}", at.saturating_add(1)), text, origin);
        }
        return;
    }
    for (piece, text) in pieces(
        of.findings,
        one.found,
        one.typed,
        of.doubt().as_ref(),
        of.drawn(),
    ) {
        if matches!(
            piece,
            Piece::CostAndBenefit | Piece::WithoutPrice | Piece::HowSure
        ) {
            draft.say(piece.key(), &text);
        }
    }
}

/// `Family hub costs £96,400 a year at full cost, £40,000 of it borne by us; on the Exhibit 2 basis it is £80,000. 61% …`
pub(crate) fn cost_of_one(of: &Of<'_>, found: &PartnershipFindings) -> String {
    let basis = of.asked.basis;
    let unit = of.findings.money_unit();
    let cost = cost_text(found, basis, unit);
    let beside = cost_text(found, other(basis), unit);
    let is_at_least = found.annual_cost.get(basis).is_at_least;
    let ours = match found.ours.get(basis) {
        Some(ours) => {
            let ours = display::money_in(*ours, unit);
            let known = if is_at_least {
                " as far as is known"
            } else {
                ""
            };
            format!(", of which {} bears {ours}{known}", of.author())
        }
        None => String::new(),
    };
    let first = format!(
        "{} costs {cost} a year {}{ours}; {} it is {beside}.",
        name_of(found),
        on_basis(basis),
        on_basis(other(basis)),
    );
    let part = found.by_class.get(basis).get(&Class::Opportunity).copied();
    let share = part
        .unwrap_or(Money::ZERO)
        .over(found.annual_cost.get(basis).amount);
    let time = share.map(|share| {
        let share = display::whole_rate(share);
        let of_what = if is_at_least {
            "the known cost"
        } else {
            "the cost"
        };
        let senior = if found.senior_days > Number::ZERO {
            format!(
                ", {} days of it by senior staff",
                display::days(found.senior_days)
            )
        } else {
            String::new()
        };
        format!("{share} of {of_what} is people’s time{senior}.")
    });
    let programme = (found.programme.amount > Money::ZERO).then(|| {
        let beside = of.short(found.programme);
        format!(
            "{} is spent on programmes beside it.",
            display::capitalised(&beside)
        )
    });
    sentences([Some(first), time, programme].into_iter().flatten())
}
