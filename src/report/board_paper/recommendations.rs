//! What is to be decided, composed from the findings: each recommendation with its reason and the figures it rests on.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::findings::decisions::{Decision, Reason, decisions, horizon};
use crate::findings::due::{Due, DueKind, due};
use crate::findings::filter::Filter;
use crate::findings::options::OptionFindings;
use crate::model::query::Severity;
use crate::model::record_name::line_name_in;
use crate::report::board_paper::draft::Draft;
use crate::report::board_paper::subject::{Of, One};
use crate::report::board_paper::words::{
    N_NAMED, listed, name, name_of, on_basis, partnerships, some_names,
};
use crate::report::called_out::{CalledOut, called_out};
use crate::units::display;
use crate::units::id::Id;
use crate::units::quantity::Money;

/// Dates that one recommendation names.
const MOST_DATES: usize = 3;

/// A recommendation: the place that edits know it by, and its words.
type Item = (String, String);

pub(crate) fn write(of: &Of<'_>, draft: &mut Draft<'_>) {
    let body = of.decision_body();
    let intro = if body.is_empty() {
        "It is recommended to:".to_owned()
    } else {
        format!("{body} is recommended to:")
    };
    if of.findings.partnerships.is_empty() {
        return;
    }
    let found = decisions(of.findings, of.asked.basis, of.asked.date);
    let items = match of.one {
        Some(one) => of_one(of, one, &found),
        None => of_all(of, &found),
    };
    draft.say("intro", &intro);
    draft.list(&items);
}

fn of_all(of: &Of<'_>, found: &[Decision]) -> Vec<Item> {
    let mut items = vec![note(of)];
    items.extend(bettered(of, None));
    for it in found {
        items.extend(for_reason(of, it.reason, &it.partnerships));
    }
    items.extend(errors(of.findings.n_queries(Severity::Error)));
    if items.len() == 1 {
        items.push(nothing_else(of));
    }
    items
}

fn of_one(of: &Of<'_>, one: One<'_>, found: &[Decision]) -> Vec<Item> {
    let id = one.found.id;
    let mut items = Vec::new();
    items.extend(best_option(of, one));
    items.extend(bettered(of, Some(id)));
    for it in found.iter().filter(|it| it.partnerships.contains(&id)) {
        items.extend(for_reason(of, it.reason, &[id]));
    }
    items.extend(errors(one.found.n_queries.get(Severity::Error)));
    if items.is_empty() {
        items.push(nothing_else(of));
    }
    items
}

/// `note that they cost £3.4m a year at full cost in 2026/27, …`
fn note(of: &Of<'_>) -> Item {
    let portfolio = &of.findings.portfolio;
    let cost = of.short(*portfolio.annual_cost.get(of.asked.basis));
    let text = format!(
        "note that {} {} {cost} a year to all partners in {} {}, and that scores are against each one’s own targets.",
        partnerships(portfolio.count),
        if portfolio.count == 1 {
            "costs"
        } else {
            "cost"
        },
        of.findings.year,
        on_basis(of.asked.basis),
    );
    ("note".to_owned(), text)
}

fn nothing_else(of: &Of<'_>) -> Item {
    let by = display::date(horizon(of.asked.date));
    let text = format!("note that nothing in the figures calls for a decision before {by}.");
    ("nothing".to_owned(), text)
}

/// Those that another betters clearly, together with the one to ask about.
fn bettered(of: &Of<'_>, only: Option<Id>) -> Vec<Item> {
    let mut all = called_out(of.findings, of.asked.basis);
    all.retain(|it| only.is_none_or(|id| id == it.id));
    let mut by_better: Vec<(Id, Vec<CalledOut>)> = Vec::new();
    for it in all {
        match by_better
            .iter_mut()
            .find(|(better, _)| *better == it.better)
        {
            Some((_, those)) => those.push(it),
            None => by_better.push((it.better, vec![it])),
        }
    }
    by_better
        .iter()
        .filter_map(|(better, those)| bettered_by(*better, those))
        .collect()
}

/// `ask why A (£876,479 a year, scores 46), B … and five others cost more and score less than Z (£65,961 a year, scores 88). …`
fn bettered_by(better: Id, those: &[CalledOut]) -> Option<Item> {
    let first = those.first()?;
    let named = those.iter().take(N_NAMED);
    let named = named.map(|it| format!("{} ({})", name(&it.name), it.figures));
    let names = listed(named.collect(), those.len());
    let does = match those.len() {
        1 => "costs more and scores less than",
        _ => "cost more and score less than",
    };
    let law = match (
        those.iter().filter(|it| it.is_statutory).count(),
        those.len(),
    ) {
        (0, _) => String::new(),
        (1, 1) => " The law requires it, so the question is how it is run, not whether.".to_owned(),
        (n, _) => format!(
            " The law requires {} of them; of these the question is how they are run, not whether.",
            display::in_words(n)
        ),
    };
    let text = format!(
        "ask why {names} {does} {} ({}). There may be a good reason, such as a harder task or a greater need.{law}",
        name(&first.better_name),
        first.better_figures,
    );
    Some((format!("bettered-by-{better}"), text))
}

fn for_reason(of: &Of<'_>, reason: Reason, ids: &[Id]) -> Vec<Item> {
    match reason {
        // It is said with the one that betters it.
        Reason::Bettered => Vec::new(),
        Reason::LosesValue => loses_value(of, ids),
        Reason::Overdue => dates(
            of,
            ids,
            "overdue",
            "settle at once what is overdue",
            &|it| it.date < of.asked.date,
        ),
        Reason::Ending => dates(
            of,
            ids,
            "ending",
            "decide in time whether to go on with what ends or loses its funding within a year",
            &|it| {
                it.date >= of.asked.date
                    && it.date < in_a_year(of.asked.date)
                    && matches!(it.kind, DueKind::End | DueKind::Funding)
            },
        ),
        Reason::Due => {
            let by = horizon(of.asked.date);
            let what = format!("hold the reviews that fall due by {}", display::date(by));
            dates(of, ids, "due", &what, &|it| {
                it.date >= of.asked.date
                    && it.date <= by
                    && matches!(it.kind, DueKind::Review | DueKind::Agreement)
            })
        }
        Reason::NotScored => vec![not_scored(of, ids)],
        Reason::CostNotKnown => vec![cost_not_known(of, ids)],
    }
}

fn in_a_year(today: Date) -> Date {
    today
        .checked_add(jiff::Span::new().years(1))
        .unwrap_or(Date::MAX)
}

/// Each whose priced benefits are below its costs, both known in full; beyond a few they are counted.
fn loses_value(of: &Of<'_>, ids: &[Id]) -> Vec<Item> {
    let named = ids.iter().take(N_NAMED);
    let each = named.filter_map(|id| {
        let it = of.findings.partnership(*id)?;
        let less = of.money(Money::ZERO - it.appraisal.worth.npsv);
        let years = display::count(it.appraisal.horizon.into(), "year", "years");
        let text = format!(
            "decide whether {} goes on as it is: over {years} what it brings is worth {less} less than it costs, and every benefit that is entered has a price.",
            name_of(it)
        );
        Some((format!("loses-value-{id}"), text))
    });
    let mut items: Vec<Item> = each.collect();
    let rest = ids.get(N_NAMED..).unwrap_or_default();
    if !rest.is_empty() {
        let text = format!(
            "ask the same of {}, whose priced benefits are below their costs too.",
            some_names(of.findings, rest)
        );
        items.push(("loses-value-others".to_owned(), text));
    }
    items
}

/// What falls on certain days, the earliest first, a few with their day.
fn dates(of: &Of<'_>, ids: &[Id], key: &str, what: &str, is: &dyn Fn(&Due) -> bool) -> Vec<Item> {
    let ids: BTreeSet<Id> = ids.iter().copied().collect();
    let all = due(of.findings, of.asked.date);
    let all: Vec<&Due> = all
        .iter()
        .filter(|it| ids.contains(&it.partnership) && is(it))
        .collect();
    let said = all.iter().take(MOST_DATES).filter_map(|it| {
        let found = of.findings.partnership(it.partnership)?;
        let day = display::date(it.date);
        let (is_past, name) = (it.date < of.asked.date, name_of(found));
        let what = match (it.kind, is_past) {
            (DueKind::Funding, true) => "funding ran out on",
            (DueKind::Funding, false) => "funding ends on",
            (DueKind::End, _) => "ends on",
            (DueKind::Review, true) => "review was due on",
            (DueKind::Review, false) => "review on",
            (DueKind::Agreement, true) => "agreement was to be reviewed by",
            (DueKind::Agreement, false) => "agreement to be reviewed by",
        };
        Some(format!("{name} ({what} {day})"))
    });
    let names: Vec<String> = said.collect();
    if names.is_empty() {
        return Vec::new();
    }
    vec![(
        key.to_owned(),
        format!("{what}: {}.", listed(names, all.len())),
    )]
}

fn not_scored(of: &Of<'_>, ids: &[Id]) -> Item {
    let some = of.findings.narrowed(&Filter::only(ids.iter().copied()));
    let cost = of.short(*some.portfolio.annual_cost.get(of.asked.basis));
    let whose = if ids.len() == 1 { "its" } else { "their" };
    let text = format!(
        "have the achievement of {} measured: too little is known for a score, so nobody can say what {whose} {cost} a year brings.",
        some_names(of.findings, ids)
    );
    ("not-scored".to_owned(), text)
}

fn cost_not_known(of: &Of<'_>, ids: &[Id]) -> Item {
    let (cost, is) = if ids.len() == 1 {
        ("cost", "it is")
    } else {
        ("costs", "they are")
    };
    let text = format!(
        "have what is missing of the {cost} of {} found out: {is} “at least” until then.",
        some_names(of.findings, ids)
    );
    ("cost-not-known".to_owned(), text)
}

fn errors(n: usize) -> Option<Item> {
    (n > 0).then(|| {
        let what = display::count(n, "error", "errors");
        let is = if n == 1 { "is" } else { "are" };
        let text = format!(
            "see that {what} in what was entered {is} put right before the figures are relied on."
        );
        ("errors".to_owned(), text)
    })
}

/// The option that is worth most more than going on as it is, where one is.
fn best_option(of: &Of<'_>, one: One<'_>) -> Option<Item> {
    let options = one.found.appraisal.options.iter();
    let weighed = options.filter(|it| it.is_comparable && it.incremental_npsv > Money::ZERO);
    let best: &OptionFindings =
        weighed.max_by_key(|it| (it.incremental_npsv, std::cmp::Reverse(it.id)))?;
    let called = line_name_in(&of.findings.register, one.typed, best.id);
    let years = display::count(one.found.appraisal.horizon.into(), "year", "years");
    let score = match best.achievement {
        Some(score) => format!("at an expected score of {}", display::score(score)),
        None => "though what it would achieve is not known".to_owned(),
    };
    let text = format!(
        "decide between going on as it is and “{}”, which over {years} is worth {} more, {score}.",
        name(&called),
        of.money(best.incremental_npsv)
    );
    Some((format!("option-{}", best.id), text))
}
