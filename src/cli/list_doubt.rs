//! `list doubt`: between what each partnership's annual cost lies, and the facts that would narrow it.

use rayon::prelude::*;
use serde::Serialize;

use crate::cli::list::json;
use crate::cli::opened::Opened;
use crate::cli::outcome::{Done, Refusal};
use crate::costing::basis::{Basis, ByBasis};
use crate::findings::doubt::{Doubt, Fact};
use crate::findings::outlook::{Outlook, outlook};
use crate::report::doubt::{fact_ends, fact_name, widest};
use crate::report::summary_text::WIDTH;
use crate::report::text_table::{Align, TextTable};
use crate::units::display;
use crate::units::id::{Id, InputId};
use crate::units::quantity::{Money, Quantity};

/// What stands where nothing in doubt moves the cost.
const NONE: &str = "—";

/// One partnership.
#[derive(Serialize)]
struct Row<'a> {
    id: String,
    name: &'a str,
    full: Ends,
    exhibit2: Ends,
    facts: Vec<FactRow>,
}

/// A cost with its range; no low and high where nothing in doubt moves it.
#[derive(Serialize)]
struct Ends {
    #[serde(skip_serializing_if = "Option::is_none")]
    low: Option<String>,
    central: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    high: Option<String>,
    is_at_least: bool,
}

/// A fact and the least and the most that it makes of the full cost.
#[derive(Serialize)]
struct FactRow {
    name: String,
    inputs: Vec<String>,
    least: String,
    most: String,
}

pub(crate) fn list(opened: &Opened, is_json: bool) -> Result<Done, Refusal> {
    let register = &opened.register;
    let found: Vec<(Id, &str, Outlook)> = register
        .partnerships
        .par_iter()
        .filter_map(|it| {
            let found = outlook(register, opened.guidance, opened.question, it.id)?;
            Some((it.id, it.name.as_str(), found))
        })
        .collect();
    let text = if is_json {
        let rows = found.iter().map(|(id, name, it)| Row {
            id: id.to_string(),
            name,
            full: ends(it, Basis::Full),
            exhibit2: ends(it, Basis::Exhibit2),
            facts: facts(opened, it.doubt.as_ref()),
        });
        json(&rows.collect::<Vec<_>>())?
    } else {
        table(opened, &found)
    };
    Ok(Done::on(&opened.findings(), text))
}

fn ends(it: &Outlook, basis: Basis) -> Ends {
    let exact = |amount: Money| display::exact_text(amount.decimal());
    let end = |of: fn(&Doubt) -> &ByBasis<Money>| {
        let doubt = it.doubt.as_ref()?;
        Some(exact(*of(doubt).get(basis)))
    };
    let cost = it.cost.get(basis);
    Ends {
        low: end(|it| &it.low),
        central: exact(cost.amount),
        high: end(|it| &it.high),
        is_at_least: cost.is_at_least,
    }
}

fn facts(opened: &Opened, doubt: Option<&Doubt>) -> Vec<FactRow> {
    let row = |fact: &Fact| {
        let (least, most) = fact_ends(fact, Basis::Full);
        FactRow {
            name: fact_name(&opened.register, fact),
            inputs: fact.inputs.iter().map(InputId::to_string).collect(),
            least: display::exact_text(least.decimal()),
            most: display::exact_text(most.decimal()),
        }
    };
    doubt
        .into_iter()
        .flat_map(|doubt| widest(doubt, Basis::Full))
        .map(row)
        .collect()
}

fn table(opened: &Opened, found: &[(Id, &str, Outlook)]) -> String {
    let mut table = TextTable::new(&[
        ("Partnership", Align::Left),
        ("Id", Align::Left),
        ("Low", Align::Right),
        ("Full cost", Align::Right),
        ("High", Align::Right),
        ("What would narrow it most", Align::Left),
    ]);
    for (id, name, it) in found {
        let end = |of: fn(&Doubt) -> Money| {
            let end = it.doubt.as_ref().map(of);
            end.map_or_else(|| NONE.to_owned(), display::money)
        };
        let first = it.doubt.as_ref().and_then(|doubt| {
            let first = widest(doubt, Basis::Full).into_iter().next()?;
            Some(fact_name(&opened.register, first))
        });
        let cost = it.cost.full;
        let central = display::money(cost.amount);
        table.push([
            (*name).to_owned(),
            id.to_string(),
            end(|it| it.low.full),
            if cost.is_at_least {
                format!("≥ {central}")
            } else {
                central
            },
            end(|it| it.high.full),
            first.unwrap_or_else(|| NONE.to_owned()),
        ]);
    }
    table.render(WIDTH)
}
