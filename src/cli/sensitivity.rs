//! `sensitivity`: each fact from its low to its high end while the others stay central, the widest swing first.

use serde::Serialize;

use crate::cli::arguments::Doubted;
use crate::cli::doubt_json::{Head, float};
use crate::cli::opened::Opened;
use crate::cli::outcome::{Done, Refusal};
use crate::model::register::Register;
use crate::report::summary_text::WIDTH;
use crate::report::text_table::{Align, TextTable};
use crate::report::uncertainty::{FactNames, HOW_TO_RANGE};
use crate::uncertainty::figure_text::{label, short};
use crate::uncertainty::output::Output;
use crate::uncertainty::ranges::FactKey;
use crate::uncertainty::sensitivity::{Bar, Tornado, sensitivity};
use crate::units::display;
use crate::units::id::{Id, InputId};
use crate::units::progress::Stop;

#[derive(Serialize)]
struct Answer {
    #[serde(flatten)]
    head: Head,
    #[serde(skip_serializing_if = "Option::is_none")]
    partnership: Option<String>,
    n_facts: usize,
    tornadoes: Vec<OfFigure>,
}

#[derive(Serialize)]
struct OfFigure {
    figure: &'static str,
    central: String,
    bars: Vec<OfFact>,
    idle: Vec<String>,
}

#[derive(Serialize)]
struct OfFact {
    name: String,
    inputs: Vec<String>,
    at_low: String,
    at_high: String,
    swing: String,
}

pub(crate) fn run(asked: &Doubted) -> Result<Done, Refusal> {
    let opened = Opened::new(&asked.file, asked.year)?;
    opened.must_have(asked.partnership)?;
    let stop = Stop::default();
    let (register, guidance, question) = (&opened.register, opened.guidance, opened.question);
    let found = sensitivity(register, guidance, question, asked.partnership, &stop);
    // Nobody asks it to stop, and the partnership is there.
    let tornadoes = found.unwrap_or_default();
    let names = FactNames::new(register, asked.partnership);
    let text = if asked.json {
        let answer = Answer {
            head: Head::of(&opened),
            partnership: asked.partnership.map(|it| it.to_string()),
            n_facts: n_facts(&tornadoes),
            tornadoes: tornadoes.iter().map(|it| of_figure(&names, it)).collect(),
        };
        format!("{}\n", serde_json::to_string_pretty(&answer)?)
    } else {
        text(&opened, asked.partnership, &names, &tornadoes)
    };
    Ok(Done::on(&opened.findings(), text))
}

fn n_facts(tornadoes: &[Tornado]) -> usize {
    let all = tornadoes
        .iter()
        .map(|it| it.bars.len().saturating_add(it.idle.len()));
    all.max().unwrap_or_default()
}

/// The name that scripts know a figure by.
fn key(output: Output) -> &'static str {
    match output {
        Output::AnnualCost(_) => "annual_cost",
        Output::Bcr => "bcr",
        Output::CostPerPoint => "cost_per_point",
        _ => "npsv",
    }
}

fn of_figure(names: &FactNames<'_>, it: &Tornado) -> OfFigure {
    let of_fact = |it: &Bar| OfFact {
        name: names.of(&it.fact, &it.inputs),
        inputs: it.inputs.iter().map(InputId::to_string).collect(),
        at_low: float(it.at_low),
        at_high: float(it.at_high),
        swing: float(it.swing()),
    };
    OfFigure {
        figure: key(it.output),
        central: float(it.central),
        bars: it.bars.iter().map(of_fact).collect(),
        idle: it.idle.iter().map(|it| idle_name(names, it)).collect(),
    }
}

/// A fact that stands in no bar.
fn idle_name(names: &FactNames<'_>, fact: &FactKey) -> String {
    match fact {
        FactKey::Alone(at) => names.of(fact, &[*at]),
        FactKey::Together(_) => names.of(fact, &[]),
    }
}

fn text(
    opened: &Opened,
    partnership: Option<Id>,
    names: &FactNames<'_>,
    tornadoes: &[Tornado],
) -> String {
    let n_facts = n_facts(tornadoes);
    let whose = match partnership {
        Some(id) => {
            let name = opened.register.partnership(id).map(|it| it.name.clone());
            format!("{} ({id})", name.unwrap_or_default())
        }
        None => "All partnerships together".to_owned(),
    };
    let facts = display::count(n_facts, "fact", "facts");
    let mut text =
        format!("{whose}: {facts} with a range, each varied while the others stay central\n");
    if n_facts == 0 {
        text.push_str(HOW_TO_RANGE);
        text.push('\n');
        return text;
    }
    for it in tornadoes {
        text.push_str(&tornado(&opened.register, names, it));
    }
    text
}

fn tornado(register: &Register, names: &FactNames<'_>, it: &Tornado) -> String {
    let (title, unit) = (label(register, it.output), register.settings.money_unit);
    let figure = |value: f64| short(it.output, value, unit);
    let mut text = format!("\n{title}: {}\n", figure(it.central));
    if it.bars.is_empty() {
        text.push_str("Nothing that has a range can move it.\n");
        return text;
    }
    let mut table = TextTable::new(&[
        ("Fact", Align::Left),
        ("Low", Align::Right),
        ("makes it", Align::Right),
        ("High", Align::Right),
        ("makes it", Align::Right),
        ("Swing", Align::Right),
    ]);
    for bar in &it.bars {
        let (low, high) = names.ends(&bar.inputs);
        table.push([
            names.of(&bar.fact, &bar.inputs),
            low,
            figure(bar.at_low),
            high,
            figure(bar.at_high),
            figure(bar.swing()),
        ]);
    }
    text.push_str(&table.render(WIDTH));
    if !it.idle.is_empty() {
        let idle: Vec<String> = it.idle.iter().map(|it| idle_name(names, it)).collect();
        text.extend(["Cannot move it: ", &idle.join("; "), "\n"]);
    }
    text
}
