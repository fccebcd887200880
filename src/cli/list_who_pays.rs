//! `list who-pays`: what each body bears and gains of all partnerships, for whose gain it bears it, and who would pay whom.

use serde::Serialize;

use crate::chart::stakes_wording::name;
use crate::cli::appraise_json::exact;
use crate::cli::opened::Opened;
use crate::cli::outcome::{Done, Refusal};
use crate::cli::worth_json::{OfTransfer, transfers as pairs};
use crate::findings::explain_worth::for_whom_name;
use crate::findings::findings::Findings;
use crate::findings::stakes::Body;
use crate::findings::transfers::Transfers;
use crate::findings::who_pays::{ForWhom, Standing, WhoPays, who_pays};
use crate::model::record_name::partner_name;
use crate::report::summary_text::WIDTH;
use crate::report::text_table::{Align, TextTable};
use crate::report::who_pays::{about, beside, headline, left_out, transfers};
use crate::units::display;
use crate::units::id::Id;
use crate::units::quantity::Money;

const UNASSIGNED: &str = "unassigned";
const PUBLIC: &str = "public";
const NO_PRICED_BENEFIT: &str = "no-priced-benefit";
const NONE: &str = "—";

#[derive(Serialize)]
struct Answer {
    costs: String,
    is_at_least: bool,
    partnerships_without_a_priced_benefit: usize,
    bodies: Vec<OfBody>,
    payments: Vec<Payment>,
    transfers_count: &'static str,
    transfers_are: &'static str,
    transfers: Vec<OfTransfer>,
}

/// Where a body is left; present values.
#[derive(Serialize)]
struct OfBody {
    body: String,
    name: String,
    cost: String,
    cost_without_a_priced_benefit: String,
    gain: String,
    net: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    balance: Option<String>,
    transfer: String,
    net_after: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    balance_after: Option<String>,
}

/// What one bears for the gain of another.
#[derive(Serialize)]
struct Payment {
    borne_by: String,
    #[serde(rename = "for")]
    for_whom: String,
    amount: String,
}

pub(crate) fn list(opened: &Opened, is_json: bool) -> Result<Done, Refusal> {
    let findings = opened.findings();
    let found = who_pays(&findings);
    let text = if is_json {
        format!(
            "{}\n",
            serde_json::to_string_pretty(&answer(&findings, &found))?
        )
    } else {
        text(&findings, &found)
    };
    Ok(Done::on(&findings, text))
}

fn answer(findings: &Findings, found: &WhoPays) -> Answer {
    let paid = found.bearers.iter().flat_map(|bearer| {
        let all = found.for_whom.iter();
        all.map(move |for_whom| (*bearer, *for_whom))
    });
    let paid = paid.filter(|key| found.payments.contains_key(key));
    let worth = &findings.portfolio.worth;
    Answer {
        costs: exact(found.total.amount),
        is_at_least: found.total.is_at_least,
        partnerships_without_a_priced_benefit: found.n_unpriced,
        bodies: found
            .standings
            .iter()
            .map(|it| of_body(findings, it))
            .collect(),
        payments: paid
            .map(|(bearer, for_whom)| Payment {
                borne_by: bearer_key(bearer),
                for_whom: match for_whom {
                    ForWhom::Partner(id) => id.to_string(),
                    ForWhom::Public => PUBLIC.to_owned(),
                    ForWhom::NoPricedBenefit => NO_PRICED_BENEFIT.to_owned(),
                },
                amount: exact(found.payment(bearer, for_whom)),
            })
            .collect(),
        transfers_count: if findings.register.settings.transfers_count_all_fiscal {
            "all-fiscal"
        } else {
            "cashable"
        },
        transfers_are: match worth.transfers {
            Transfers::NotNeeded => "not-needed",
            Transfers::NothingToShare => "nothing-to-share",
            Transfers::Paid(_) => "paid",
        },
        transfers: pairs(worth),
    }
}

fn bearer_key(bearer: Option<Id>) -> String {
    bearer.map_or_else(|| UNASSIGNED.to_owned(), |id| id.to_string())
}

fn of_body(findings: &Findings, it: &Standing) -> OfBody {
    OfBody {
        body: match it.body {
            Body::Partner(id) => id.to_string(),
            Body::Public => PUBLIC.to_owned(),
            Body::Unassigned => UNASSIGNED.to_owned(),
        },
        name: name(findings, it.body),
        cost: exact(it.cost),
        cost_without_a_priced_benefit: exact(it.unweighed),
        gain: exact(it.gain),
        net: exact(it.net),
        balance: it.balance.map(exact),
        transfer: exact(it.transfer),
        net_after: exact(it.net_after),
        balance_after: it.balance_after.map(exact),
    }
}

fn text(findings: &Findings, found: &WhoPays) -> String {
    let said = headline(findings, found).into_iter();
    let said = said.chain(beside(findings, found));
    let said = said.chain(std::iter::once(about(findings, found)));
    let said: Vec<String> = said.collect();
    let mut text = said.join("\n");
    text.push_str("\n\n");
    text.push_str(&standings(findings, found));
    text.push('\n');
    text.push_str(&payments(findings, found));
    text.push('\n');
    let after = transfers(findings).into_iter();
    for it in after.chain(left_out(findings, found)) {
        text.extend([it.as_str(), "\n"]);
    }
    text
}

fn standings(findings: &Findings, found: &WhoPays) -> String {
    let mut table = TextTable::new(&[
        ("Who", Align::Left),
        ("Bears", Align::Right),
        ("Gains", Align::Right),
        ("Net", Align::Right),
        ("Balance", Align::Right),
        ("Would receive", Align::Right),
        ("Net after", Align::Right),
    ]);
    let money = |amount: Money| display::money_in(amount, findings.money_unit());
    for it in &found.standings {
        table.push([
            name(findings, it.body),
            money(it.cost),
            money(it.gain),
            money(it.net),
            it.balance.map_or_else(|| NONE.to_owned(), money),
            money(it.transfer),
            money(it.net_after),
        ]);
    }
    table.render(WIDTH)
}

fn payments(findings: &Findings, found: &WhoPays) -> String {
    let mut table = TextTable::new(&[
        ("Borne by", Align::Left),
        ("For the gain of", Align::Left),
        ("Present value", Align::Right),
    ]);
    let register = &findings.register;
    for bearer in &found.bearers {
        for for_whom in &found.for_whom {
            let paid = found.payment(*bearer, *for_whom);
            if paid != Money::ZERO {
                table.push([
                    display::capitalised(&partner_name(register, *bearer)),
                    display::capitalised(&for_whom_name(register, *for_whom)),
                    display::money_in(paid, findings.money_unit()),
                ]);
            }
        }
    }
    table.render(WIDTH)
}
