//! `switching`: what each input would have to be for costs and benefits to come out even, the nearest first.

use rayon::prelude::*;
use serde::Serialize;

use crate::cli::appraise_json::exact;
use crate::cli::arguments::Doubted;
use crate::cli::doubt_json::{Head, float};
use crate::cli::opened::Opened;
use crate::cli::outcome::{Done, Refusal};
use crate::findings::findings::Findings;
use crate::findings::partnership::PartnershipFindings;
use crate::report::summary_text::WIDTH;
use crate::report::switching::{change, sentence};
use crate::report::text_table::{Align, TextTable};
use crate::report::uncertainty::{amount, field_of_line};
use crate::report::worth::has_value;
use crate::uncertainty::switching_value::{Switching, switching_values};
use crate::units::display;
use crate::units::progress::Stop;
use crate::units::quantity::{Money, Unit};

/// Inputs that a sentence is made of, the nearest.
const IN_WORDS: usize = 3;
/// What stands where there is none.
const NONE: &str = "—";

#[derive(Serialize)]
struct Answer {
    #[serde(flatten)]
    head: Head,
    partnerships: Vec<OfOne>,
}

#[derive(Serialize)]
struct OfOne {
    id: String,
    name: String,
    npsv: String,
    is_priced: bool,
    inputs: Vec<OfInput>,
}

#[derive(Serialize)]
struct OfInput {
    id: String,
    name: String,
    unit: &'static str,
    value: String,
    switching: Vec<OfValue>,
    looked: Looked,
    moves: bool,
    words: String,
}

#[derive(Serialize)]
struct OfValue {
    value: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    change: Option<String>,
}

#[derive(Serialize)]
struct Looked {
    low: String,
    high: String,
}

/// The switching values of one partnership.
struct Found<'a> {
    of: &'a PartnershipFindings,
    /// Each with what it is called.
    inputs: Vec<(String, Switching)>,
}

pub(crate) fn run(asked: &Doubted) -> Result<Done, Refusal> {
    let opened = Opened::new(&asked.file, asked.year)?;
    opened.must_have(asked.partnership)?;
    let findings = opened.findings();
    let found = find(&opened, &findings, asked);
    let text = if asked.json {
        let answer = Answer {
            head: Head::of(&opened),
            partnerships: found.iter().map(of_one).collect(),
        };
        format!("{}\n", serde_json::to_string_pretty(&answer)?)
    } else {
        let texts: Vec<String> = found.iter().map(|it| text(&findings, it)).collect();
        texts.join("\n")
    };
    Ok(Done::on(&findings, text))
}

fn find<'a>(opened: &Opened, findings: &'a Findings, asked: &Doubted) -> Vec<Found<'a>> {
    let stop = Stop::default();
    let (register, guidance, question) = (&opened.register, opened.guidance, opened.question);
    findings
        .partnerships
        .par_iter()
        .filter(|it| asked.partnership.is_none_or(|id| id == it.id))
        .filter_map(|of| {
            let partnership = register.partnership(of.id)?;
            let inputs = switching_values(register, guidance, question, of.id, &stop)?;
            let inputs = inputs.into_iter().map(|it| {
                let name = field_of_line(register, partnership, it.at);
                (name, it)
            });
            Some(Found {
                of,
                inputs: inputs.collect(),
            })
        })
        .collect()
}

fn of_one(it: &Found<'_>) -> OfOne {
    let npsv = it.of.appraisal.worth.npsv;
    OfOne {
        id: it.of.id.to_string(),
        name: it.of.name.clone(),
        npsv: exact(npsv),
        is_priced: it.of.appraisal.worth.is_priced,
        inputs: it
            .inputs
            .iter()
            .map(|(name, it)| of_input(name, it, npsv))
            .collect(),
    }
}

fn of_input(name: &str, it: &Switching, npsv: Money) -> OfInput {
    let values = it.values.iter().map(|it| OfValue {
        value: display::exact_text(it.value),
        change: it.change.map(float),
    });
    OfInput {
        id: it.at.to_string(),
        name: name.to_owned(),
        unit: unit_key(it.unit),
        value: display::exact_text(it.central),
        switching: values.collect(),
        looked: Looked {
            low: display::exact_text(it.looked.0),
            high: display::exact_text(it.looked.1),
        },
        moves: it.moves,
        words: sentence(name, it, npsv),
    }
}

/// The name that scripts know a unit by.
fn unit_key(unit: Unit) -> &'static str {
    match unit {
        Unit::Money => "pounds",
        Unit::HourlyCost => "pounds_an_hour",
        Unit::Hours => "hours",
        Unit::Fte => "fte",
        Unit::Rate => "share",
        Unit::Number => "number",
    }
}

fn text(findings: &Findings, it: &Found<'_>) -> String {
    let worth = &it.of.appraisal.worth;
    let mut text = format!("{} ({})\n", it.of.name, it.of.id);
    if !has_value(it.of) {
        text.push_str(
            "None of its benefits has a price, so there is nothing to weigh its costs against.\n",
        );
        return text;
    }
    let unit = findings.money_unit();
    let money = |amount| display::money_short_in(amount, unit);
    let [costs, benefits, left] = [worth.pvc.amount, worth.pvb.amount, worth.npsv].map(money);
    text.extend([
        "Costs ",
        &costs,
        ", benefits ",
        &benefits,
        ", left over ",
        &left,
        "\n",
    ]);
    if worth.pvc.is_at_least || worth.pvb.is_at_least {
        text.push_str("Something of it is not known; the switching values are of what is.\n");
    }
    let (moving, idle): (Vec<_>, Vec<_>) = it.inputs.iter().partition(|(_, it)| it.moves);
    if moving.is_empty() {
        text.push_str("Nothing that is entered moves what is left over.\n");
        return text;
    }
    let mut table = TextTable::new(&[
        ("Input", Align::Left),
        ("Today", Align::Right),
        ("Switching value", Align::Left),
        ("Change", Align::Right),
    ]);
    for (name, it) in &moving {
        table.push(row(name, it));
    }
    text.push_str(&table.render(WIDTH));
    for (name, it) in moving
        .iter()
        .filter(|(_, it)| it.nearest().is_some())
        .take(IN_WORDS)
    {
        text.push_str(&sentence(name, it, worth.npsv));
        text.push('\n');
    }
    if !idle.is_empty() {
        let inputs = display::count(idle.len(), "other input", "other inputs");
        text.extend([
            &display::capitalised(&inputs),
            " cannot move what is left over.
",
        ]);
    }
    text
}

fn row(name: &str, it: &Switching) -> [String; 4] {
    let values: Vec<String> = it
        .values
        .iter()
        .map(|at| amount(at.value, it.unit))
        .collect();
    let value = if values.is_empty() {
        let (low, high) = it.looked;
        format!(
            "none found between {} and {}",
            amount(low, it.unit),
            amount(high, it.unit)
        )
    } else {
        values.join(" and ")
    };
    let change = it.nearest().and_then(|it| change(&it));
    [
        name.to_owned(),
        amount(it.central, it.unit),
        value,
        change.unwrap_or_else(|| NONE.to_owned()),
    ]
}
