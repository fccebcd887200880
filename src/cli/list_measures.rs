//! `list measures`: what partnerships take of each body's means, what they lack, and where money and time go.

use serde::Serialize;

use crate::cli::appraise_json::exact;
use crate::cli::opened::Opened;
use crate::cli::outcome::{Done, Refusal};
use crate::costing::basis::Basis;
use crate::costing::schedule::Total;
use crate::findings::findings::Findings;
use crate::findings::groups::{Group, GroupBy, groups};
use crate::findings::portfolio_measures::{
    BodyMeasure, Gap, PortfolioMeasures, portfolio_measures,
};
use crate::model::record_name::partner_name;
use crate::report::groups::common_name;
use crate::report::portfolio_measures::{
    caution, failings, headline, largest, missing, safeguard, share_text,
};
use crate::report::statement::name;
use crate::report::summary_text::WIDTH;
use crate::report::text_table::{Align, TextTable};
use crate::units::display;
use crate::units::id::Id;
use crate::units::quantity::Money;

const NONE: &str = "—";

#[derive(Serialize)]
struct Answer {
    bodies: Vec<OfBody>,
    gaps: Vec<OfGap>,
    by_topic: Vec<OfGroup>,
    by_function: Vec<OfGroup>,
    by_model: Vec<OfGroup>,
}

#[derive(Serialize)]
struct OfBody {
    id: String,
    name: String,
    is_us: bool,
    borne: Amount,
    borne_exhibit2: Amount,
    time: Amount,
    #[serde(skip_serializing_if = "Option::is_none")]
    budget: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    of_budget: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    of_budget_exhibit2: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pay_bill: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    of_pay_bill: Option<String>,
}

/// An amount, and whether it leaves something out.
#[derive(Serialize)]
struct Amount {
    amount: String,
    is_at_least: bool,
}

#[derive(Serialize)]
struct OfGap {
    should_have: &'static str,
    have_it: usize,
    without: Vec<String>,
    partly: Vec<String>,
    not_known: Vec<String>,
}

#[derive(Serialize)]
struct OfGroup {
    name: String,
    partnerships: Vec<String>,
    cost: Amount,
    cost_exhibit2: Amount,
    #[serde(skip_serializing_if = "Option::is_none")]
    of_the_cost: Option<String>,
    programme: Amount,
    hours: String,
    senior_days: String,
}

pub(crate) fn list(opened: &Opened, is_json: bool) -> Result<Done, Refusal> {
    let findings = opened.findings();
    let found = portfolio_measures(&findings, opened.guidance);
    let text = if is_json {
        let answer = answer(&findings, &found);
        format!("{}\n", serde_json::to_string_pretty(&answer)?)
    } else {
        text(&findings, &found)
    };
    Ok(Done::on(&findings, text))
}

fn answer(findings: &Findings, found: &PortfolioMeasures) -> Answer {
    let of_groups = |by| groups(findings, by).iter().map(of_group).collect();
    Answer {
        bodies: found
            .bodies
            .iter()
            .map(|it| of_body(findings, it))
            .collect(),
        gaps: found.gaps.iter().map(of_gap).collect(),
        by_topic: of_groups(GroupBy::Topic),
        by_function: of_groups(GroupBy::Function),
        by_model: of_groups(GroupBy::Model),
    }
}

fn amount(total: Total) -> Amount {
    Amount {
        amount: exact(total.amount),
        is_at_least: total.is_at_least,
    }
}

fn of_body(findings: &Findings, it: &BodyMeasure) -> OfBody {
    OfBody {
        id: it.body.to_string(),
        name: partner_name(&findings.register, Some(it.body)),
        is_us: it.is_us,
        borne: amount(it.borne.full),
        borne_exhibit2: amount(it.borne.exhibit2),
        time: amount(it.time),
        budget: it.budget.map(exact),
        of_budget: it.of_budget.full.map(exact),
        of_budget_exhibit2: it.of_budget.exhibit2.map(exact),
        pay_bill: it.pay_bill.map(exact),
        of_pay_bill: it.of_pay_bill.map(exact),
    }
}

fn of_gap(it: &Gap) -> OfGap {
    let ids = |ids: &[Id]| ids.iter().map(Id::to_string).collect();
    OfGap {
        should_have: it.of.key(),
        have_it: it.n_met,
        without: ids(&it.lacking),
        partly: ids(&it.partly),
        not_known: ids(&it.unknown),
    }
}

fn of_group(it: &Group) -> OfGroup {
    OfGroup {
        name: common_name(&it.common),
        partnerships: it.ids.iter().map(Id::to_string).collect(),
        cost: amount(it.cost.full),
        cost_exhibit2: amount(it.cost.exhibit2),
        of_the_cost: it.share.full.map(exact),
        programme: amount(it.programme),
        hours: exact(it.hours),
        senior_days: exact(it.senior_days),
    }
}

fn text(findings: &Findings, found: &PortfolioMeasures) -> String {
    let mut text = String::new();
    let mut line = |said: &str| text.extend([said, "\n"]);
    if let Some(said) = headline(found, Basis::Full) {
        line(&said);
    }
    for (said, _) in missing(found) {
        line(said);
    }
    line("");
    line(bodies(findings, &found.bodies).trim_end());
    for gap in &found.gaps {
        line("");
        line(&format!(
            "{}: {} have it",
            safeguard(gap.of),
            display::count_figure(gap.n_met)
        ));
        for (said, ids) in failings(gap) {
            let names: Vec<String> = ids.iter().map(|id| name(findings, *id)).collect();
            line(&format!("  {said}: {}", names.join("; ")));
        }
    }
    for by in GroupBy::ALL {
        let all = groups(findings, by);
        line("");
        if let Some(said) = largest(findings, &all, Basis::Full) {
            line(&said);
        }
        line(caution(by));
        line(group_table(findings, &all, by).trim_end());
    }
    text
}

fn marked(findings: &Findings, total: Total) -> String {
    let text = display::money_in(total.amount, findings.money_unit());
    if total.is_at_least {
        format!("≥ {text}")
    } else {
        text
    }
}

fn bodies(findings: &Findings, all: &[BodyMeasure]) -> String {
    let mut table = TextTable::new(&[
        ("Partner", Align::Left),
        ("Bears a year", Align::Right),
        ("Budget", Align::Right),
        ("Of budget", Align::Right),
        ("Time a year", Align::Right),
        ("Pay bill", Align::Right),
        ("Of pay bill", Align::Right),
    ]);
    let money = |sum: Option<Money>| {
        sum.map_or_else(
            || NONE.to_owned(),
            |it| display::money_in(it, findings.money_unit()),
        )
    };
    for it in all {
        table.push([
            partner_name(&findings.register, Some(it.body)),
            marked(findings, it.borne.full),
            money(it.budget),
            it.of_budget
                .full
                .map_or_else(|| NONE.to_owned(), share_text),
            marked(findings, it.time),
            money(it.pay_bill),
            it.of_pay_bill.map_or_else(|| NONE.to_owned(), share_text),
        ]);
    }
    table.render(WIDTH)
}

fn group_table(findings: &Findings, all: &[Group], by: GroupBy) -> String {
    let mut table = TextTable::new(&[
        (by.label(), Align::Left),
        ("Partnerships", Align::Right),
        ("Cost a year", Align::Right),
        ("Of the cost", Align::Right),
        ("Programme", Align::Right),
        ("Hours", Align::Right),
        ("Senior days", Align::Right),
    ]);
    for it in all {
        table.push([
            common_name(&it.common),
            display::count_figure(it.ids.len()),
            marked(findings, it.cost.full),
            it.share.full.map_or_else(|| NONE.to_owned(), share_text),
            marked(findings, it.programme),
            display::hours_figure(it.hours),
            display::days(it.senior_days),
        ]);
    }
    table.render(WIDTH)
}
