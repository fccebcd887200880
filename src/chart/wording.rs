//! Phrases that several charts use, so that they say the same thing in the same words.

use crate::chart::chart::{Cell, Content, Range, Table};
use crate::costing::basis::Basis;
use crate::costing::cost_line::Class;
use crate::findings::figure::{FigureId, Measure};
use crate::findings::findings::Findings;
use crate::findings::partnership::PartnershipFindings;
use crate::units::display;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::{Fte, Money, Number, Quantity};

/// What scores mean, on every chart that shows one.
pub(crate) const OWN_TARGETS: &str = "Scores are progress against each partnership’s own targets.";

/// What stands where a score would.
pub(crate) const NOT_SCORED: &str = "not scored";

/// A position on an axis; what does not fit one is not a figure that the engine lets through.
pub(crate) fn position(quantity: impl Quantity) -> f64 {
    use rust_decimal::prelude::ToPrimitive;
    quantity.decimal().to_f64().unwrap_or_default()
}

/// `18 members · 12 meetings · 23 staff`.
pub(crate) fn scale(found: &PartnershipFindings) -> String {
    let members = display::count(found.scale.members, "member", "members");
    let meetings = match found.scale.meetings {
        Some(n) => display::count_of(n, "meeting", "meetings"),
        None => "meetings not known".to_owned(),
    };
    let staff = if found.scale.staff == Fte::ZERO {
        "no staff".to_owned()
    } else {
        format!("{} staff", display::fte(found.scale.staff))
    };
    format!("{members} · {meetings} · {staff}")
}

/// The cost for a chart: `£726k`, `at least £35k`.
pub(crate) fn short_cost(found: &PartnershipFindings, basis: Basis, unit: MoneyUnit) -> String {
    let total = found.annual_cost.get(basis);
    at_least(
        total.is_at_least,
        display::money_short_in(total.amount, unit),
    )
}

/// The cost for a table: `£726,400`, `at least £35,020`.
pub(crate) fn long_cost(found: &PartnershipFindings, basis: Basis, unit: MoneyUnit) -> String {
    let total = found.annual_cost.get(basis);
    at_least(total.is_at_least, display::money_in(total.amount, unit))
}

fn at_least(is_at_least: bool, text: String) -> String {
    if is_at_least {
        display::at_least(&text)
    } else {
        text
    }
}

/// What a class of cost comes to.
pub(crate) fn class_cost(found: &PartnershipFindings, basis: Basis, class: Class) -> Money {
    let by_class = found.by_class.get(basis);
    by_class.get(&class).copied().unwrap_or_default()
}

/// The score, and nothing where too little of it is known.
pub(crate) fn score(found: &PartnershipFindings) -> Option<Number> {
    found.achievement.shown_score()
}

/// `74`, or `not scored`.
pub(crate) fn score_text(found: &PartnershipFindings) -> String {
    score(found).map_or(NOT_SCORED.to_owned(), display::score)
}

/// What the score may be, where part of it is missing.
pub(crate) fn range(found: &PartnershipFindings) -> Option<Range> {
    let found = &found.achievement;
    found.is_part_missing().then(|| Range {
        low: position(found.low),
        high: position(found.high),
    })
}

/// `52–66`, and nothing where no part of the score is missing.
pub(crate) fn range_text(found: &PartnershipFindings) -> Option<String> {
    let found = &found.achievement;
    found.is_part_missing().then(|| {
        format!(
            "{}–{}",
            display::score(found.low),
            display::score(found.high)
        )
    })
}

/// The full name and the figures, in lines.
pub(crate) fn hover(found: &PartnershipFindings, basis: Basis, unit: MoneyUnit) -> Vec<String> {
    let mut lines = vec![
        found.name.clone(),
        if found.is_statutory {
            format!("{}, statutory", found.model.label())
        } else {
            found.model.label().to_owned()
        },
        format!(
            "{} a year ({})",
            display::capitalised(&long_cost(found, basis, unit)),
            basis_name(basis)
        ),
    ];
    for class in Class::ALL {
        let amount = class_cost(found, basis, class);
        let why = if amount < Money::ZERO {
            ", more is recharged than spent; not drawn"
        } else {
            ""
        };
        if amount != Money::ZERO {
            lines.push(format!(
                "{} {}{why}",
                class.label(),
                display::money_in(amount, unit)
            ));
        }
    }
    lines.push(match (score(found), range_text(found)) {
        (Some(score), None) => format!("Achievement {}", display::score(score)),
        (Some(score), Some(range)) => format!(
            "Achievement {}, between {range} as part is missing",
            display::score(score)
        ),
        (None, Some(range)) => format!("Not scored: achievement lies in {range}"),
        (None, None) => "Not scored".to_owned(),
    });
    lines
}

/// The name of a basis inside a sentence.
pub(crate) fn basis_name(basis: Basis) -> String {
    match basis {
        Basis::Exhibit2 => basis.label().to_owned(),
        Basis::Full => basis.label().to_lowercase(),
    }
}

/// Where the figures come from.
pub(crate) fn source(findings: &Findings) -> String {
    let title = match findings.title.trim() {
        "" => "register of partnerships",
        title => title,
    };
    if findings.is_illustrative {
        format!("Source: {title}, illustrative figures.")
    } else {
        format!("Source: {title}.")
    }
}

/// What the basis counts.
pub(crate) fn basis_note(basis: Basis) -> &'static str {
    match basis {
        Basis::Exhibit2 => {
            "The Exhibit 2 basis counts time in meetings, staff and cash; not preparation, travel time, work between meetings or gifts."
        }
        Basis::Full => {
            "Full cost includes preparation, travel time, work between meetings and gifts in kind."
        }
    }
}

/// `15 partnerships`, `one partnership`.
pub(crate) fn partnerships(n: usize) -> String {
    let noun = if n == 1 {
        "partnership"
    } else {
        "partnerships"
    };
    match n {
        0 => format!("no {noun}"),
        _ => format!("{} {noun}", display::in_words(n)),
    }
}

/// The partnerships that a chart is of: `15 partnerships`, `nine of 60 partnerships (topic Health)`.
pub(crate) fn shown(findings: &Findings) -> String {
    let n = findings.partnerships.len();
    let Some(narrowed) = &findings.narrowed else {
        return partnerships(n);
    };
    let of = display::in_words(n);
    let whole = partnerships(narrowed.n_whole);
    format!("{of} of {whole} ({})", narrowed.words)
}

/// A few names, as a sentence lists them: `A, B and C`.
pub(crate) fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// All figures of all partnerships, with full names, in the order given.
pub(crate) fn table<'f>(
    partnerships: impl Iterator<Item = &'f PartnershipFindings>,
    basis: Basis,
    unit: MoneyUnit,
) -> Table {
    let mut table = Table::with(&[
        ("Partnership", Content::Words),
        ("Model", Content::Words),
        ("Scale", Content::Words),
        ("Direct, £ a year", Content::Figures),
        ("Opportunity, £ a year", Content::Figures),
        ("In kind, £ a year", Content::Figures),
        ("Cost, £ a year", Content::Figures),
        ("Staff time, hours", Content::Figures),
        ("Achievement, 0–100", Content::Figures),
        ("Range", Content::Figures),
    ]);
    table.rows = partnerships
        .map(|found| table_row(found, basis, unit))
        .collect();
    table
}

fn table_row(found: &PartnershipFindings, basis: Basis, unit: MoneyUnit) -> Vec<Cell> {
    let id = found.id;
    let mut row = vec![
        Cell::words(found.name.clone()),
        Cell::words(found.model.label()),
        Cell::words(scale(found)),
    ];
    row.extend(Class::ALL.map(|class| {
        Cell::figure(
            display::money_in(class_cost(found, basis, class), unit),
            FigureId::class(id, class, basis),
        )
    }));
    row.push(Cell::figure(
        long_cost(found, basis, unit),
        FigureId::annual_cost(id, basis),
    ));
    row.push(Cell::figure(
        display::hours_figure(found.hours.all),
        FigureId::new(id, Measure::HoursOfTime),
    ));
    row.push(Cell::figure(score_text(found), FigureId::achievement(id)));
    row.push(Cell::words(range_text(found).unwrap_or_default()));
    row
}
