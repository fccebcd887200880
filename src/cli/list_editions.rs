//! `list editions`: the editions of the guidance, and what each would change in a register.

use serde::Serialize;

use crate::cli::appraise_json::exact;
use crate::cli::list::json;
use crate::cli::opened::Opened;
use crate::cli::outcome::{Done, Refusal};
use crate::findings::edition_comparison::{Compared, compare};
use crate::findings::findings::appraise;
use crate::guidance::edition::{edition, names};
use crate::report::summary_text::WIDTH;
use crate::report::text_table::{Align, TextTable};
use crate::units::display;

/// An edition, and the portfolio's figures in it.
#[derive(Serialize)]
struct Row {
    edition: &'static str,
    is_own: bool,
    annual_cost: String,
    npsv: String,
    partnerships_changed: usize,
}

pub(crate) fn list(opened: &Opened, is_json: bool) -> Result<Done, Refusal> {
    let findings = appraise(&opened.register, opened.guidance, opened.question);
    let mut rows = Vec::new();
    let mut table = TextTable::new(&[
        ("Edition", Align::Left),
        ("", Align::Left),
        ("Cost a year", Align::Right),
        ("Net present social value", Align::Right),
        ("Partnerships that change", Align::Right),
    ]);
    for other in names().filter_map(edition) {
        let it = compare(&opened.register, opened.guidance, other, opened.question);
        let Compared { annual_cost, npsv } = it.portfolio;
        let is_own = other.name == opened.guidance.name;
        table.push([
            other.name.to_owned(),
            if is_own { "this register’s" } else { "" }.to_owned(),
            display::money(annual_cost.1.amount),
            display::money(npsv.1),
            it.changed.len().to_string(),
        ]);
        rows.push(Row {
            edition: other.name,
            is_own,
            annual_cost: exact(annual_cost.1.amount),
            npsv: exact(npsv.1),
            partnerships_changed: it.changed.len(),
        });
    }
    let text = if is_json {
        json(&rows)?
    } else {
        table.render(WIDTH)
    };
    Ok(Done::on(&findings, text))
}
