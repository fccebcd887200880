//! `list statement`: what one partner bears of every partnership, its share under the rules, and what it gets.

use serde::Serialize;

use crate::cli::list::json;
use crate::cli::opened::Opened;
use crate::cli::outcome::{Done, Refusal};
use crate::costing::basis::{Basis, ByBasis};
use crate::costing::schedule::Total;
use crate::findings::findings::Findings;
use crate::findings::statement::{Statement, StatementFigures, statement};
use crate::report::statement::{NOT_KNOWN, headline, name, shared};
use crate::report::summary_text::WIDTH;
use crate::report::text_table::{Align, TextTable};
use crate::units::display;
use crate::units::id::Id;
use crate::units::quantity::{Money, Quantity};

/// One partnership, or all of them together.
#[derive(Serialize)]
struct Row {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    name: String,
    borne: Amount,
    borne_exhibit2: Amount,
    direct: Amount,
    opportunity: Amount,
    opportunity_hours: String,
    in_kind: Amount,
    programme: Amount,
    hours: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    share: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    beyond: Option<String>,
    share_is_at_least: bool,
    paid_into_pools: Amount,
    received: Amount,
    exit: Amount,
}

/// An amount, and whether it leaves something out.
#[derive(Serialize)]
struct Amount {
    amount: String,
    is_at_least: bool,
}

pub(crate) fn list(opened: &Opened, partner: Option<Id>, is_json: bool) -> Result<Done, Refusal> {
    let register = &opened.register;
    let partner = partner
        .or_else(|| register.us().map(|us| us.id))
        .ok_or_else(|| {
            let message = "No partner is marked as us: name one with --partner";
            Refusal::Unknown(message.to_owned())
        })?;
    if register.partner(partner).is_none() {
        let message = format!("The register has no partner {partner}");
        return Err(Refusal::Unknown(message));
    }
    let findings = opened.findings();
    let found = statement(&findings, opened.guidance, partner);
    let text = if is_json {
        let lines = found.lines.iter();
        let mut rows: Vec<Row> = lines
            .map(|it| {
                let name = name(&findings, it.partnership);
                row(Some(it.partnership), name, &it.figures)
            })
            .collect();
        rows.push(row(None, "All together".to_owned(), &found.all));
        json(&rows)?
    } else {
        let mut text = headline(&findings, &found, partner);
        if let Some(shared) = shared(&findings, &found, Basis::Full) {
            text = format!("{text}\n{shared}");
        }
        format!("{text}\n\n{}", table(&findings, &found))
    };
    Ok(Done::on(&findings, text))
}

fn row(id: Option<Id>, name: String, it: &StatementFigures) -> Row {
    let exact = |amount: Money| display::exact_text(amount.decimal());
    let amount = |total: Total| Amount {
        amount: exact(total.amount),
        is_at_least: total.is_at_least,
    };
    let part = |of: &ByBasis<Option<Money>>| of.full.map(exact);
    Row {
        id: id.map(|id| id.to_string()),
        name,
        borne: amount(it.borne.full),
        borne_exhibit2: amount(it.borne.exhibit2),
        direct: amount(it.direct),
        opportunity: amount(it.opportunity),
        opportunity_hours: display::exact_text(it.opportunity_hours.decimal()),
        in_kind: amount(it.in_kind),
        programme: amount(it.programme),
        hours: display::exact_text(it.hours.decimal()),
        share: part(&it.shared),
        beyond: part(&it.beyond),
        share_is_at_least: it.shared_is_at_least.full,
        paid_into_pools: amount(it.paid_into_pools),
        received: amount(it.received),
        exit: amount(it.exit),
    }
}

fn table(findings: &Findings, found: &Statement) -> String {
    let mut table = TextTable::new(&[
        ("Partnership", Align::Left),
        ("Bears", Align::Right),
        ("Money", Align::Right),
        ("Time", Align::Right),
        ("In kind", Align::Right),
        ("Its share", Align::Right),
        ("Beyond", Align::Right),
    ]);
    let total = |it: Total| {
        let text = display::money(it.amount);
        if it.is_at_least {
            format!("≥ {text}")
        } else {
            text
        }
    };
    let mut push = |name: String, it: &StatementFigures| {
        let share = it.shared.full.map(|amount| Total {
            amount,
            is_at_least: it.shared_is_at_least.full,
        });
        let beyond = it.beyond.full.map(display::money);
        table.push([
            name,
            total(it.borne.full),
            total(it.direct),
            total(it.opportunity),
            total(it.in_kind),
            share.map_or_else(|| NOT_KNOWN.to_owned(), total),
            beyond.unwrap_or_else(|| NOT_KNOWN.to_owned()),
        ]);
    };
    for line in &found.lines {
        push(name(findings, line.partnership), &line.figures);
    }
    push("All together".to_owned(), &found.all);
    table.render(WIDTH)
}
