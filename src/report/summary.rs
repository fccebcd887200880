//! The first screen in words: what all partnerships cost, which cost most, and which achieve least.

use crate::appraisal::achievement::Achievement;
use crate::costing::basis::Basis;
use crate::costing::cost_line::Class;
use crate::costing::schedule::Total;
use crate::findings::figure::{FigureId, Measure};
use crate::findings::findings::Findings;
use crate::findings::partnership::PartnershipFindings;
use crate::findings::portfolio::N_NAMED;
use crate::model::query::Severity;
use crate::units::display;
use crate::units::id::Id;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::Money;

/// What the first screen says.
#[derive(Clone, Debug)]
pub struct Summary {
    /// `15 partnerships · £3.4m a year to all partners, £1.2m of it ours`.
    pub headline: String,
    /// The few figures below it.
    pub key_figures: Vec<KeyFigure>,
    /// The three that cost most, dearest first, with what they cost.
    pub dearest: Vec<Named>,
    /// What the dearest make of the whole: `the three that cost most make 71% of it`. Empty where there are no more than those.
    pub share_of_dearest: String,
    /// The three that achieve least, lowest score first, with the score.
    pub least_achieving: Vec<Named>,
    /// Those with no score to show, in the order of the register, with the range it lies in.
    pub not_scored: Vec<Named>,
    /// `3 errors, 12 warnings, 40 notes`.
    pub queries: String,
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

/// Composes the first screen on `basis`.
pub fn summary(findings: &Findings, basis: Basis) -> Summary {
    let portfolio = &findings.portfolio;
    let unit = findings.money_unit();
    let first = |ids: &[Id], text: &dyn Fn(&PartnershipFindings) -> String| -> Vec<Named> {
        let named = ids.iter().take(N_NAMED);
        named.filter_map(|id| find(findings, *id, text)).collect()
    };
    Summary {
        headline: headline(findings, basis),
        key_figures: key_figures(findings, basis),
        dearest: first(portfolio.dearest.get(basis), &|it| {
            cost_text(it, basis, unit)
        }),
        share_of_dearest: share_of_dearest(findings, basis),
        least_achieving: first(&portfolio.least_achieving, &score_text),
        not_scored: portfolio
            .not_scored
            .iter()
            .filter_map(|id| find(findings, *id, &score_text))
            .collect(),
        queries: queries(findings),
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

fn key_figures(findings: &Findings, basis: Basis) -> Vec<KeyFigure> {
    let portfolio = &findings.portfolio;
    let unit = findings.money_unit();
    let class = |class: Class, label, note: String| {
        let amount = portfolio.by_class.get(basis).get(&class);
        let text = display::money_short_in(amount.copied().unwrap_or_default(), unit);
        let is_at_least = portfolio.incomplete_classes.get(basis).contains(&class);
        KeyFigure {
            label,
            text: at_least_if(is_at_least, text),
            note,
            figure: Some(FigureId::portfolio(Measure::Class(class, basis))),
        }
    };
    let all_hours = display::hours(portfolio.hours.all);
    let direct = "money paid".to_owned();
    let time = format!("{all_hours} in all");
    let in_kind = "gifts, unpaid time".to_owned();
    let mut figures = vec![
        class(Class::Direct, "Direct", direct),
        class(Class::Opportunity, "Time", time),
        class(Class::InKind, "In kind", in_kind),
        KeyFigure {
            label: "Senior days",
            text: display::days(portfolio.senior_days),
            note: "of senior grades".to_owned(),
            figure: Some(FigureId::portfolio(Measure::SeniorDays)),
        },
        KeyFigure {
            label: "Not scored",
            text: display::count_figure(portfolio.not_scored.len()),
            note: "too little is known".to_owned(),
            figure: None,
        },
    ];
    if portfolio.programme.amount != Money::ZERO || portfolio.programme.is_at_least {
        figures.push(KeyFigure {
            label: "Programmes",
            text: short_total(portfolio.programme, unit),
            note: "beside the running cost".to_owned(),
            figure: Some(FigureId::portfolio(Measure::ProgrammeSpend)),
        });
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
