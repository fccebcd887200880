//! The first screen in words: what all partnerships cost, which cost most, and which achieve least.

use jiff::civil::Date;

use crate::appraisal::achievement::Achievement;
use crate::costing::basis::Basis;
use crate::costing::cost_line::Class;
use crate::costing::schedule::Total;
use crate::findings::decisions::{Reason, decisions};
use crate::findings::figure::{FigureId, Measure};
use crate::findings::findings::Findings;
use crate::findings::partnership::PartnershipFindings;
use crate::findings::portfolio::N_NAMED;
use crate::findings::worth_measure::{WorthMeasure, Yardstick};
use crate::model::query::Severity;
use crate::report::glance::{self, Trend};
use crate::units::display;
use crate::units::id::Id;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::Money;

/// What the first screen says: an answer to each of its three questions.
#[derive(Clone, Debug)]
pub struct Summary {
    /// `15 partnerships · £3.4m a year to all partners, £1.2m of it ours`.
    pub headline: String,
    /// What is spent, what comes of it and what to decide, a line each.
    pub lines: [String; 3],
    /// What do we spend, in cash and in time?
    pub spend: Vec<KeyFigure>,
    /// How that has changed since the last snapshot.
    pub trend: Option<Trend>,
    /// What do we get?
    pub gain: Vec<KeyFigure>,
    /// Which ones need a decision?
    pub decisions: Vec<ToDecide>,
    /// The three that cost most, dearest first, with what they cost.
    pub dearest: Vec<Named>,
    /// What the dearest make of the whole: `the three that cost most make 71% of it`. Empty where there are no more than those.
    pub share_of_dearest: String,
    /// The three that achieve least, lowest score first, with the score.
    pub least_achieving: Vec<Named>,
    /// `3 errors, 12 warnings, 40 notes`.
    pub queries: String,
}

/// The partnerships that need a decision for one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToDecide {
    /// The reason.
    pub reason: Reason,
    /// All of them, the dearest first.
    pub partnerships: Vec<Id>,
    /// The first few, with what they cost.
    pub named: Vec<Named>,
}

/// One figure of the first screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyFigure {
    /// What it is.
    pub label: &'static str,
    /// The figure as text.
    pub text: String,
    /// What it leaves out or stands for, in a few words; empty where its label says all.
    pub note: String,
    /// The figure whose basis can be asked for; nothing for a count.
    pub figure: Option<FigureId>,
}

/// A partnership in a short list, with the figure that put it there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The partnership.
    pub id: Id,
    /// Its name, or its id where it has none.
    pub name: String,
    /// The figure as text.
    pub text: String,
}

/// Composes the first screen on `basis`, on a day.
pub fn summary(findings: &Findings, basis: Basis, today: Date) -> Summary {
    let portfolio = &findings.portfolio;
    let unit = findings.money_unit();
    let first = |ids: &[Id], text: &dyn Fn(&PartnershipFindings) -> String| -> Vec<Named> {
        let named = ids.iter().take(N_NAMED);
        named.filter_map(|id| find(findings, *id, text)).collect()
    };
    let cost = |it: &PartnershipFindings| cost_text(it, basis, unit);
    let decisions = decisions(findings, basis, today);
    Summary {
        headline: headline(findings, basis),
        lines: [
            glance::spend(findings, basis),
            glance::achieved(findings),
            glance::to_decide(findings, &decisions, today),
        ],
        spend: spend(findings, basis),
        trend: glance::trend(findings, basis),
        gain: gain(findings),
        dearest: first(portfolio.dearest.get(basis), &cost),
        share_of_dearest: share_of_dearest(findings, basis),
        least_achieving: first(&portfolio.least_achieving, &score_text),
        queries: queries(findings),
        decisions: decisions
            .into_iter()
            .map(|it| ToDecide {
                reason: it.reason,
                named: first(&it.partnerships, &cost),
                partnerships: it.partnerships,
            })
            .collect(),
    }
}

/// A running cost in short, "at least" where a part is not known.
pub fn short_total(total: Total, unit: MoneyUnit) -> String {
    at_least_if(
        total.is_at_least,
        display::money_short_in(total.amount, unit),
    )
}

/// A running cost in whole pounds or the register's unit, "at least" where a part is not known.
pub fn total_text(total: Total, unit: MoneyUnit) -> String {
    at_least_if(total.is_at_least, display::money_in(total.amount, unit))
}

/// A partnership's cost of the year in whole pounds or the register's unit, "at least" where a part is not known.
pub fn cost_text(partnership: &PartnershipFindings, basis: Basis, unit: MoneyUnit) -> String {
    total_text(*partnership.annual_cost.get(basis), unit)
}

/// A partnership's score with the range of a part-missing one: `74`, `60 (45–70)`, `not scored (20–80)`.
///
/// A range from 0 to 100 says nothing, and is left out.
pub fn score_text(partnership: &PartnershipFindings) -> String {
    let achievement = &partnership.achievement;
    let says_something = *achievement != Achievement::unknown();
    let range = (achievement.is_part_missing() && says_something).then(|| {
        let (low, high) = (achievement.low, achievement.high);
        format!(" ({}–{})", display::score(low), display::score(high))
    });
    let score = achievement.shown_score();
    let score = score.map_or_else(|| "not scored".to_owned(), display::score);
    format!("{score}{}", range.unwrap_or_default())
}

/// A partnership's name, or its id where it has none.
pub fn name_text(partnership: &PartnershipFindings) -> String {
    let name = partnership.name.trim();
    if name.is_empty() {
        return partnership.id.to_string();
    }
    // A name is one line wherever it stands.
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn at_least_if(is_at_least: bool, text: String) -> String {
    if is_at_least {
        display::at_least(&text)
    } else {
        text
    }
}

fn find(
    findings: &Findings,
    id: Id,
    text: &dyn Fn(&PartnershipFindings) -> String,
) -> Option<Named> {
    let found = findings.partnership(id)?;
    Some(Named {
        id,
        name: name_text(found),
        text: text(found),
    })
}

fn headline(findings: &Findings, basis: Basis) -> String {
    let portfolio = &findings.portfolio;
    let count = display::count(portfolio.count, "partnership", "partnerships");
    if portfolio.count == 0 {
        return "No partnerships yet".to_owned();
    }
    let cost = short_total(*portfolio.annual_cost.get(basis), findings.money_unit());
    let ours = match portfolio.ours.get(basis) {
        Some(ours) => format!(", {} of it ours", short_total(*ours, findings.money_unit())),
        None => String::new(),
    };
    format!("{count} · {cost} a year to all partners{ours}")
}

/// Money to all and to us, by what it is; people's time; programmes apart.
fn spend(findings: &Findings, basis: Basis) -> Vec<KeyFigure> {
    let portfolio = &findings.portfolio;
    let unit = findings.money_unit();
    let figure = |label, text, note: String, measure| KeyFigure {
        label,
        text,
        note,
        figure: Some(FigureId::portfolio(measure)),
    };
    let class = |class: Class, label, note: String| {
        let amount = portfolio.by_class.get(basis).get(&class);
        let text = display::money_short_in(amount.copied().unwrap_or_default(), unit);
        let is_at_least = portfolio.incomplete_classes.get(basis).contains(&class);
        let text = at_least_if(is_at_least, text);
        figure(label, text, note, Measure::Class(class, basis))
    };
    let all = short_total(*portfolio.annual_cost.get(basis), unit);
    let in_all = "running cost".to_owned();
    let mut figures = vec![figure(
        "To all partners",
        all,
        in_all,
        Measure::AnnualCost(basis),
    )];
    if let Some(ours) = portfolio.ours.get(basis) {
        let note = "what we bear".to_owned();
        figures.push(figure(
            "Ours",
            short_total(*ours, unit),
            note,
            Measure::Ours(basis),
        ));
    }
    let hours = format!("{} in all", display::hours(portfolio.hours.all));
    let days = display::days(portfolio.senior_days);
    figures.extend([
        class(Class::Direct, "Direct", "money paid".to_owned()),
        class(Class::Opportunity, "Time", hours),
        class(Class::InKind, "In kind", "gifts, unpaid time".to_owned()),
        figure(
            "Senior days",
            days,
            "of senior grades".to_owned(),
            Measure::SeniorDays,
        ),
    ]);
    if portfolio.programme.amount != Money::ZERO || portfolio.programme.is_at_least {
        let text = short_total(portfolio.programme, unit);
        let note = "services, projects".to_owned();
        figures.push(figure(
            "Programmes, apart",
            text,
            note,
            Measure::ProgrammeSpend,
        ));
    }
    figures
}

/// Achievement, and what has a price.
fn gain(findings: &Findings) -> Vec<KeyFigure> {
    let portfolio = &findings.portfolio;
    let unit = findings.money_unit();
    let n_scored = portfolio.count.saturating_sub(portfolio.not_scored.len());
    let n_scored = display::count_figure(n_scored);
    let count = display::count_figure(portfolio.count);
    let plain = |label, text, note: &str| KeyFigure {
        label,
        text,
        note: note.to_owned(),
        figure: None,
    };
    let middle = portfolio
        .median_score
        .map_or_else(|| "–".to_owned(), display::score);
    let own = "of 100, own targets";
    let mut figures = vec![
        plain("Middle score", middle, own),
        plain(
            "Scored",
            format!("{n_scored} of {count}"),
            "enough is known",
        ),
    ];
    let worth = |label, text, note: &str, yardstick| KeyFigure {
        label,
        text,
        note: note.to_owned(),
        figure: Some(FigureId::portfolio(Measure::Worth(WorthMeasure::AsItIs(
            yardstick,
        )))),
    };
    let all = findings.partnerships.iter();
    let n_priced = all.filter(|it| it.appraisal.worth.is_priced).count();
    let priced = format!("{} of {count}", display::count_figure(n_priced));
    figures.push(plain("With a price", priced, "a benefit in pounds"));
    let found = &portfolio.worth;
    if n_priced > 0 {
        let benefits = short_total(found.pvb, unit);
        let over = "present value";
        figures.push(worth("Priced benefits", benefits, over, Yardstick::Pvb));
        // Costs are of all: beside the benefits of a few they would mislead.
        if n_priced == portfolio.count {
            let costs = short_total(found.pvc, unit);
            figures.push(worth("Costs, same years", costs, over, Yardstick::Pvc));
            let net = display::money_short_in(found.npsv, unit);
            figures.push(worth("Net", net, over, Yardstick::Npsv));
        }
    }
    figures
}

fn share_of_dearest(findings: &Findings, basis: Basis) -> String {
    match findings.portfolio.share_of_dearest.get(basis) {
        Some(share) => format!(
            "the {} that cost most make {} of it",
            display::in_words(N_NAMED),
            display::whole_rate(*share)
        ),
        None => String::new(),
    }
}

fn queries(findings: &Findings) -> String {
    let counts = [
        (Severity::Error, "error", "errors"),
        (Severity::Warning, "warning", "warnings"),
        (Severity::Note, "note", "notes"),
    ];
    let counts = counts.into_iter().filter_map(|(severity, one, many)| {
        let n = findings.n_queries(severity);
        (n > 0).then(|| display::count(n, one, many))
    });
    let text = counts.collect::<Vec<_>>().join(", ");
    if text.is_empty() {
        "no queries".to_owned()
    } else {
        text
    }
}
