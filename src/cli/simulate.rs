//! `simulate`: every ranged input drawn many times over, and what each figure then comes to.

use std::path::{Path, PathBuf};

use crate::cli::arguments::Simulate;
use crate::cli::opened::Opened;
use crate::cli::outcome::{Done, Refusal};
use crate::cli::simulate_json::Answer;
use crate::cli::{simulate_csv, simulate_text as text};
use crate::findings::findings::Findings;
use crate::guidance::conventions::{LEAST_DRAWS, MOST_DRAWS};
use crate::uncertainty::simulation::{Plan, Simulated, simulate, simulate_partnership};
use crate::units::display;
use crate::units::progress::{Progress, Stop};

/// What was drawn.
#[derive(Debug)]
pub(crate) struct Drawn {
    pub(crate) opened: Opened,
    pub(crate) findings: Findings,
    pub(crate) plan: Plan,
    /// How many draws the register asks for, where that is more or less than can be drawn.
    pub(crate) capped: Option<u32>,
    pub(crate) n_ranged: usize,
    /// Of each partnership, or of the one that was asked for.
    pub(crate) partnerships: Vec<Simulated>,
    /// Of all together; nothing where one was asked for.
    pub(crate) portfolio: Option<Simulated>,
}

pub(crate) fn run(asked: &Simulate) -> Result<Done, Refusal> {
    let opened = Opened::new(&asked.file, asked.year)?;
    opened.must_have(asked.partnership)?;
    if let Some(csv) = &asked.csv {
        refuse_itself(&asked.file, csv)?;
    }
    let settings = &opened.register.settings;
    let mut plan = Plan::of(settings);
    let capped = settings
        .draws
        .filter(|it| *it != plan.draws && asked.draws.is_none());
    plan.draws = asked.draws.unwrap_or(plan.draws);
    plan.seed = asked.seed.unwrap_or(plan.seed);
    if asked.csv.is_some() {
        simulate_csv::must_fit(&opened, asked.partnership, plan)?;
    }
    let drawn = draw(opened, asked, plan, capped)?;
    if let Some(csv) = &asked.csv {
        simulate_csv::write(&drawn.opened, asked.partnership, plan, csv)?;
    }
    let text = if asked.json {
        let answer = Answer::new(&drawn);
        format!("{}\n", serde_json::to_string_pretty(&answer)?)
    } else {
        match (&drawn.portfolio, drawn.partnerships.first()) {
            (None, Some(one)) => text::of_one(&drawn, one),
            _ => text::of_all(&drawn),
        }
    };
    Ok(Done::on(&drawn.findings, text))
}

fn draw(
    opened: Opened,
    asked: &Simulate,
    plan: Plan,
    capped: Option<u32>,
) -> Result<Drawn, Refusal> {
    let findings = opened.findings();
    let (register, guidance, question) = (&opened.register, opened.guidance, opened.question);
    let stop = Stop::default();
    // Nobody asks it to stop, so there is always an answer.
    let nothing = || Refusal::Unknown("Nothing could be drawn".to_owned());
    let (n_ranged, partnerships, portfolio) = if let Some(id) = asked.partnership {
        let one = simulate_partnership(register, guidance, question, plan, id, &stop);
        let one = one.ok_or_else(nothing)?;
        (one.n_ranged, vec![one], None)
    } else {
        let progress = Progress::default();
        let all = simulate(register, guidance, question, plan, &progress, &stop);
        let all = all.ok_or_else(nothing)?;
        (all.n_ranged, all.partnerships, Some(all.portfolio))
    };
    Ok(Drawn {
        opened,
        findings,
        plan,
        capped,
        n_ranged,
        partnerships,
        portfolio,
    })
}

/// The draws must not take the place of the register that they are of.
fn refuse_itself(file: &Path, csv: &Path) -> Result<(), Refusal> {
    let real = |path: &Path| -> Option<PathBuf> { path.canonicalize().ok() };
    let why = if real(file).is_some() && real(file) == real(csv) {
        "is the register itself. Name another file for the draws"
    } else if csv
        .extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("ron"))
    {
        "ends as a register does. Name a .csv file for the draws"
    } else {
        return Ok(());
    };
    Err(Refusal::Unknown(format!("\"{}\" {why}", csv.display())))
}

/// What is said where the register asks for more or fewer draws than can be drawn.
pub(crate) fn capped_sentence(drawn: &Drawn) -> Option<String> {
    let asked = drawn.capped?;
    let count = |n: u32| display::count_figure(usize::try_from(n).unwrap_or(usize::MAX));
    Some(format!(
        "The register asks for {} draws; {} to {} can be drawn, so {} were.",
        count(asked),
        count(LEAST_DRAWS),
        count(MOST_DRAWS),
        count(drawn.plan.draws)
    ))
}
