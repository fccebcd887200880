//! What it costs by kind and by who bears it, whose time it takes, and what it is worth over the years.

use crate::chart::chart::{Cell, Content, Table};
use crate::costing::basis::Basis;
use crate::costing::cost_line::Class;
use crate::costing::schedule::Total;
use crate::findings::figure::{FigureId, Measure};
use crate::findings::partnership::PartnershipFindings;
use crate::findings::portfolio_measures::portfolio_measures;
use crate::findings::worth_measure::Yardstick;
use crate::model::record_name::partner_name;
use crate::report::board_paper::draft::Draft;
use crate::report::board_paper::subject::{Of, One};
use crate::report::board_paper::words::{name, sentences};
use crate::report::measures::{MeasureLine, PAYBACK, measures, terms};
use crate::report::portfolio_measures::{headline, share_text};
use crate::report::value_for_money::{Piece, pieces};
use crate::report::{sharing, worth};
use crate::units::display;
use crate::units::id::Id;
use crate::units::quantity::{Money, Number};

/// Bodies that a table names; who bears most stands first.
const MOST_BODIES: usize = 5;

/// The two bases, as columns stand.
const BASES: [Basis; 2] = [Basis::Full, Basis::Exhibit2];

pub(crate) fn write(of: &Of<'_>, draft: &mut Draft<'_>) {
    if of.findings.partnerships.is_empty() {
        return;
    }
    match of.one {
        Some(one) => of_one(of, one, draft),
        None => of_all(of, draft),
    }
}

fn of_all(of: &Of<'_>, draft: &mut Draft<'_>) {
    let portfolio = &of.findings.portfolio;
    let kinds = draft.next_table();
    let hours = display::hours(portfolio.hours.all);
    let senior = if portfolio.senior_days > Number::ZERO {
        format!(
            ", among it {} days of senior people",
            display::days(portfolio.senior_days)
        )
    } else {
        String::new()
    };
    draft.say(
        "kinds",
        &format!(
            "{kinds} has the cost of {} by kind. It takes {hours} of people’s time{senior}.",
            of.findings.year
        ),
    );
    let row = |class: Class| {
        let mut row = vec![Cell::words(kind(class))];
        row.extend(BASES.map(|basis| {
            let amount = portfolio.by_class.get(basis).get(&class).copied();
            let text = of.total(Total {
                amount: amount.unwrap_or_default(),
                is_at_least: portfolio.incomplete_classes.get(basis).contains(&class),
            });
            Cell::figure(text, FigureId::portfolio(Measure::Class(class, basis)))
        }));
        row
    };
    let mut table = by_kind();
    table.rows.extend(Class::ALL.map(row));
    let mut all = vec![Cell::words("All running cost")];
    all.extend(BASES.map(|basis| {
        let total = *portfolio.annual_cost.get(basis);
        let figure = FigureId::portfolio(Measure::AnnualCost(basis));
        Cell::figure(of.total(total), figure)
    }));
    table.rows.push(all);
    let programme = of.total(portfolio.programme);
    let figure = FigureId::portfolio(Measure::ProgrammeSpend);
    let row = ["Programmes, beside it", "", ""].map(Cell::words);
    table
        .rows
        .push(with_figures(row.to_vec(), &programme, figure));
    draft.table(&caption(of, "Cost a year by kind"), table, ROUNDED);
    bodies(of, draft);
    let mut priced = of.findings.partnerships.iter();
    if priced.any(|it| worth::has_value(it)) {
        let where_each = "The appendix on figures has each partnership, with what has no price and how sure that is. Present values are on full cost, with programme spending; a later pound counts for less.";
        let said = std::iter::once(worth::headline(of.findings))
            .chain(worth::unweighed(of.findings).map(|it| display::capitalised(&it)))
            .chain([where_each.to_owned()]);
        draft.say("worth", &sentences(said));
    } else {
        draft.say(
            "worth",
            "No benefit has a price, so costs can be weighed against scores only and no ratio can be given.",
        );
    }
}

/// Who bears most of it, and what part of its means that is.
fn bodies(of: &Of<'_>, draft: &mut Draft<'_>) {
    let found = portfolio_measures(of.findings, of.guidance);
    let basis = of.asked.basis;
    let bearing: Vec<_> = found
        .bodies
        .iter()
        .filter(|it| it.borne.get(basis).amount != Money::ZERO || it.borne.get(basis).is_at_least)
        .collect();
    if bearing.is_empty() {
        draft.say("bodies", "Nobody is named who bears any of it.");
        return;
    }
    let n = bearing.len();
    let number = draft.next_table();
    let which = if n > MOST_BODIES {
        let more = display::in_words(n.saturating_sub(MOST_BODIES));
        format!("{number} has the bodies that bear most of it; the workbook has {more} more.")
    } else {
        format!("{number} has who bears it.")
    };
    draft.say(
        "bodies",
        &sentences([which, headline(&found, basis).unwrap_or_default()]),
    );
    let mut table = Table::with(&[
        ("Body", Content::Words),
        ("Bears a year", Content::Figures),
        ("Of it people’s paid time", Content::Figures),
        ("Of its budget", Content::Figures),
    ]);
    let rows = bearing.into_iter().take(MOST_BODIES).map(|it| {
        let share = it.of_budget.get(basis).map(share_text);
        vec![
            Cell::words(name(&partner_name(&of.findings.register, Some(it.body)))),
            Cell::words(of.total(*it.borne.get(basis))),
            Cell::words(of.total(it.time)),
            Cell::words(share.unwrap_or_else(|| display::NOT_KNOWN.to_owned())),
        ]
    });
    table.rows = rows.collect();
    draft.table(&caption(of, "Who bears it"), table, "Time is at full cost.");
}

fn of_one(of: &Of<'_>, one: One<'_>, draft: &mut Draft<'_>) {
    let found = one.found;
    let kinds = draft.next_table();
    let hours = display::hours(found.hours.all);
    let part = found.full_year_cost.as_ref().map(|full| {
        let months = display::count(found.months_in_force.into(), "month", "months");
        let year = of.total(*full.get(of.asked.basis));
        format!("It is in force for {months} of the year; twelve would cost {year}.")
    });
    let bears = draft_bears(of, found);
    draft.say(
        "kinds",
        &sentences(
            [format!("{kinds} has the cost of {} by kind, and who bears it. It takes {hours} of people’s time.", of.findings.year)]
                .into_iter()
                .chain(part)
                .chain(sharing::why_not(&of.findings.register, found)),
        ),
    );
    let mut table = by_kind();
    for class in Class::ALL {
        let mut row = vec![Cell::words(kind(class))];
        row.extend(BASES.map(|basis| {
            let amount = found.by_class.get(basis).get(&class).copied();
            let total = Total {
                amount: amount.unwrap_or_default(),
                is_at_least: found.incomplete_classes.get(basis).contains(&class),
            };
            Cell::figure(of.total(total), FigureId::class(found.id, class, basis))
        }));
        table.rows.push(row);
    }
    let mut all = vec![Cell::words("All running cost")];
    all.extend(BASES.map(|basis| {
        let total = *found.annual_cost.get(basis);
        Cell::figure(of.total(total), FigureId::annual_cost(found.id, basis))
    }));
    table.rows.push(all);
    let programme = of.total(found.programme);
    let row = ["Programmes, beside it", "", ""].map(Cell::words);
    let figure = FigureId::new(found.id, Measure::ProgrammeSpend);
    table
        .rows
        .push(with_figures(row.to_vec(), &programme, figure));
    table.rows.extend(bears);
    draft.table(
        &caption(of, "Cost a year by kind and by who bears it"),
        table,
        ROUNDED,
    );
    if one.typed.value_statement.is_none() {
        let all = pieces(of.findings, found, one.typed, None, None);
        let said = all.iter().find(|(piece, _)| *piece == Piece::WhoGains);
        draft.say("who-gains", said.map_or("", |(_, text)| text));
    }
    let lines = measures(&of.findings.register, found);
    let mut table = Table::with(&[
        ("Measure", Content::Words),
        ("Value", Content::Figures),
        ("What it says", Content::Words),
    ]);
    let main = lines.into_iter().filter(|it| is_main(&it.label));
    table.rows = main.map(measure_row).collect();
    table.rows.push(unpriced(found));
    let years = terms(&of.findings.register, &found.appraisal);
    draft.table(
        &format!("What it is worth: {years}, discounted, on full cost"),
        table,
        "No measure stands by itself: it leaves out what has no price, and rests on the evidence that the section on risk and the appendix on assumptions describe.",
    );
}

/// Whether a measure stands in the text; the appendix has them all.
fn is_main(label: &str) -> bool {
    let main = [
        Yardstick::Pvc,
        Yardstick::Pvb,
        Yardstick::Npsv,
        Yardstick::Bcr,
        Yardstick::CashReturn,
        Yardstick::Payback,
    ];
    main.iter().any(|it| label == it.label()) || label == PAYBACK
}

/// A measure as a row: what it is, its value, what it says.
pub(crate) fn measure_row(it: MeasureLine) -> Vec<Cell> {
    let value = match it.figure {
        Some(figure) => Cell::figure(it.text, figure),
        None => Cell::words(it.text),
    };
    vec![Cell::words(it.label), value, Cell::words(it.about)]
}

/// What no measure of a table holds.
fn unpriced(found: &PartnershipFindings) -> Vec<Cell> {
    let (n, all) = (
        found.appraisal.unpriced.len(),
        found.appraisal.benefits.len(),
    );
    let value = if all == 0 {
        "none entered".to_owned()
    } else {
        format!("{n} of {all}")
    };
    [
        "Benefits without a price".to_owned(),
        value,
        "They stand in no measure; the score says what is known of them.".to_owned(),
    ]
    .map(Cell::words)
    .to_vec()
}

/// A row for each who bears a part, who bears most on the basis of the paper first.
fn draft_bears(of: &Of<'_>, found: &PartnershipFindings) -> Vec<Vec<Cell>> {
    let parts = found.by_partner.get(of.asked.basis);
    let mut bearers: Vec<(Money, Option<Id>)> =
        parts.iter().map(|(id, part)| (*part, *id)).collect();
    bearers.sort_by_key(|(part, id)| (std::cmp::Reverse(*part), *id));
    let n = bearers.len();
    let unit = of.findings.money_unit();
    let rows = bearers.into_iter().take(MOST_BODIES).map(|(_, id)| {
        let who = name(&partner_name(&of.findings.register, id));
        let mut row = vec![Cell::words(format!("Borne by {who}"))];
        row.extend(BASES.map(|basis| {
            let part = found.by_partner.get(basis).get(&id).copied();
            let text = display::money_in(part.unwrap_or_default(), unit);
            Cell::figure(text, FigureId::new(found.id, Measure::Partner(id, basis)))
        }));
        row
    });
    let mut rows: Vec<Vec<Cell>> = rows.collect();
    if n > MOST_BODIES {
        let more = display::in_words(n.saturating_sub(MOST_BODIES));
        let text = format!(
            "{} more bear less; the workbook has them",
            display::capitalised(&more)
        );
        rows.push([text.as_str(), "", ""].map(Cell::words).to_vec());
    }
    rows
}

/// What a table of amounts says below it.
const ROUNDED: &str =
    "“At least”: a part is not known. Figures may not add up because of rounding.";

fn by_kind() -> Table {
    Table::with(&[
        ("Kind of cost", Content::Words),
        ("Full cost", Content::Figures),
        ("Exhibit 2 basis", Content::Figures),
    ])
}

const fn kind(class: Class) -> &'static str {
    match class {
        Class::Direct => "Direct: money paid",
        Class::Opportunity => "Opportunity: people’s paid time",
        Class::InKind => "In kind: gifts and unpaid time",
    }
}

fn caption(of: &Of<'_>, what: &str) -> String {
    format!("{what}, {}", of.findings.year)
}

/// The same figure on both bases.
fn with_figures(mut row: Vec<Cell>, text: &str, figure: FigureId) -> Vec<Cell> {
    for cell in row.iter_mut().skip(1) {
        *cell = Cell::figure(text, figure);
    }
    row
}
