//! One partner's statement in words, and as a text for a spreadsheet.

use crate::costing::basis::{Basis, ByBasis};
use crate::findings::findings::Findings;
use crate::findings::statement::{Statement, StatementFigures};
use crate::model::record_name::partner_name;
use crate::report::summary::short_total;
use crate::report::tab_text::tab_text;
use crate::units::display;
use crate::units::id::Id;
use crate::units::quantity::{Money, Quantity};

/// What stands where a part is not known.
pub const NOT_KNOWN: &str = "—";

/// `Ashmere Council bears £1.2m a year of 12 partnerships: £0.7m in money, £0.4m in its people’s time (8,400 h), £0.1m
/// given.`
pub fn headline(findings: &Findings, statement: &Statement, partner: Id) -> String {
    let name = partner_name(&findings.register, Some(partner));
    if statement.lines.is_empty() {
        return format!("{name} takes part in no partnership of this register, and bears nothing.");
    }
    let all = &statement.all;
    let short = |total| short_total(total, findings.money_unit());
    let n = display::count(statement.lines.len(), "partnership", "partnerships");
    format!(
        "{name} bears {} a year of {n}: {} in money, {} in its people’s time ({}), {} given.",
        short(all.borne.full),
        short(all.direct),
        short(all.opportunity),
        display::hours(all.opportunity_hours),
        short(all.in_kind),
    )
}

/// What its share would be under the partnerships' rules; nothing where every one is shared as it is borne.
pub fn shared(findings: &Findings, statement: &Statement, basis: Basis) -> Option<String> {
    let unit = findings.money_unit();
    let all = &statement.all;
    let Some((share, beyond)) = (*all.shared.get(basis)).zip(*all.beyond.get(basis)) else {
        let without = statement.lines.iter();
        let n = without
            .filter(|it| it.figures.shared.get(basis).is_none())
            .count();
        let n = display::count(n, "partnership", "partnerships");
        return Some(format!(
            "Its share is not known: the rule of {n} cannot be followed yet."
        ));
    };
    let share = display::money_short_in(share, unit);
    if beyond == Money::ZERO {
        let is_same = |it: &StatementFigures| *it.beyond.get(basis) == Some(Money::ZERO);
        let all_same = statement.lines.iter().all(|it| is_same(&it.figures));
        return (!all_same)
            .then(|| format!("Under the rules of sharing it would bear {share}, just as much."));
    }
    let amount = display::money_short_in(beyond, unit);
    // The words say which way; the sign would say it twice.
    let amount = amount.trim_start_matches('−');
    let than = if beyond > Money::ZERO {
        "more than its share"
    } else {
        "less than its share"
    };
    Some(format!(
        "Under the rules of sharing it would bear {share}: it bears {amount} {than}."
    ))
}

/// The rows and their total, with exact figures between tabs; the last column says which leave something out.
pub fn for_a_spreadsheet(findings: &Findings, statement: &Statement, basis: Basis) -> String {
    let header = [
        "Partnership",
        "Bears, £",
        "In money, £",
        "In time, £",
        "Hours of that time",
        "In kind, £",
        "Programme, £",
        "Hours of all time",
        "Its share, £",
        "Beyond its share, £",
        "Into pools, £",
        "Received, £",
        "To leave, £",
        "At least",
    ];
    let exact = |money: Money| display::exact_text(money.decimal());
    let part = |of: &ByBasis<Option<Money>>| of.get(basis).map(exact).unwrap_or_default();
    let row = |name: String, it: &StatementFigures| {
        [
            name,
            exact(it.borne.get(basis).amount),
            exact(it.direct.amount),
            exact(it.opportunity.amount),
            display::exact_text(it.opportunity_hours.decimal()),
            exact(it.in_kind.amount),
            exact(it.programme.amount),
            display::exact_text(it.hours.decimal()),
            part(&it.shared),
            part(&it.beyond),
            exact(it.paid_into_pools.amount),
            exact(it.received.amount),
            exact(it.exit.amount),
            if is_at_least(it, basis) { "yes" } else { "" }.to_owned(),
        ]
    };
    let rows = statement
        .lines
        .iter()
        .map(|line| row(name(findings, line.partnership), &line.figures));
    let all = row("All together".to_owned(), &statement.all);
    tab_text(header, rows.chain(std::iter::once(all)))
}

/// Whether any of the figures leaves something out.
pub fn is_at_least(it: &StatementFigures, basis: Basis) -> bool {
    let totals = [
        it.borne.get(basis),
        &it.direct,
        &it.opportunity,
        &it.in_kind,
        &it.programme,
        &it.paid_into_pools,
        &it.received,
        &it.exit,
    ];
    totals.into_iter().any(|it| it.is_at_least)
}

/// The name of a partnership; a new one has none yet.
pub fn name(findings: &Findings, partnership: Id) -> String {
    let found = findings.partnership(partnership);
    let name = found.map(|it| it.name.trim()).unwrap_or_default();
    if name.is_empty() {
        "Unnamed partnership".to_owned()
    } else {
        name.to_owned()
    }
}
