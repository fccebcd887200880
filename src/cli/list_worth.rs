//! `list worth`: what each partnership costs and brings over the years of an appraisal, and the statement on it.

use rayon::prelude::*;
use serde::Serialize;

use crate::cli::list::json;
use crate::cli::opened::Opened;
use crate::cli::outcome::{Done, Refusal};
use crate::findings::doubt::doubt;
use crate::findings::findings::{Findings, appraise};
use crate::findings::partnership::PartnershipFindings;
use crate::model::value_statement::ValueStatement;
use crate::report::summary::short_total;
use crate::report::summary_text::WIDTH;
use crate::report::text_table::{Align, TextTable};
use crate::report::value_for_money::{Drawn, compose};
use crate::uncertainty::simulation::{Plan, simulate_partnership};
use crate::uncertainty::switching_value::{most_telling, switching_values};
use crate::units::display;
use crate::units::progress::Stop;

/// What stands where there is no ratio or no band.
const NONE: &str = "—";

/// The statement of one partnership.
#[derive(Serialize)]
struct Row {
    id: String,
    name: String,
    composed: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    edited: Option<String>,
}

pub(crate) fn list(opened: &Opened, is_json: bool) -> Result<Done, Refusal> {
    let findings = appraise(&opened.register, opened.guidance, opened.question);
    let rows: Vec<Row> = findings
        .partnerships
        .par_iter()
        .filter_map(|found| {
            let partnership = opened.register.partnership(found.id)?;
            let doubt = doubt(&opened.register, opened.guidance, opened.question, found.id);
            let edited = partnership.value_statement.as_ref();
            let (plan, stop) = (Plan::of(&opened.register.settings), Stop::default());
            let (register, guidance, question) =
                (&opened.register, opened.guidance, opened.question);
            let simulated =
                simulate_partnership(register, guidance, question, plan, found.id, &stop);
            let switching = switching_values(register, guidance, question, found.id, &stop);
            let drawn = simulated.as_ref().map(|simulated| Drawn {
                simulated,
                switching: switching.as_ref().and_then(|it| most_telling(it)),
            });
            Some(Row {
                id: found.id.to_string(),
                name: found.name.clone(),
                composed: compose(&findings, found, partnership, doubt.as_ref(), drawn),
                edited: edited.map(|it: &ValueStatement| it.text.clone()),
            })
        })
        .collect();
    let text = if is_json {
        json(&rows)?
    } else {
        let mut text = table(&findings);
        for row in &rows {
            let statement = row.edited.as_ref().unwrap_or(&row.composed);
            text.extend(["\n", &row.name, " (", &row.id, ")\n", statement, "\n"]);
        }
        text
    };
    Ok(Done::on(&findings, text))
}

fn table(findings: &Findings) -> String {
    let mut table = TextTable::new(&[
        ("Partnership", Align::Left),
        ("Costs", Align::Right),
        ("Benefits", Align::Right),
        ("Net", Align::Right),
        ("For each £1", Align::Right),
        ("Band", Align::Left),
        ("Unpriced", Align::Right),
    ]);
    for found in &findings.partnerships {
        table.push(row(findings, found));
    }
    table.render(WIDTH)
}

fn row(findings: &Findings, found: &PartnershipFindings) -> [String; 7] {
    let unit = findings.money_unit();
    let it = &found.appraisal;
    // What nobody has priced is not worth nothing.
    let priced = |text: &dyn Fn() -> String| {
        if it.worth.is_priced {
            text()
        } else {
            NONE.to_owned()
        }
    };
    [
        found.name.clone(),
        short_total(it.worth.pvc, unit),
        priced(&|| short_total(it.worth.pvb, unit)),
        priced(&|| display::money_short_in(it.worth.npsv, unit)),
        it.worth
            .bcr
            .map_or_else(|| NONE.to_owned(), display::pounds_ratio),
        it.worth.band.unwrap_or(NONE).to_owned(),
        it.unpriced.len().to_string(),
    ]
}
