//! What is looked at, and how cost and achievement are counted.

use crate::costing::basis::Basis;
use crate::model::partnership::Model;
use crate::model::record_name::partner_name;
use crate::report::board_paper::draft::Draft;
use crate::report::board_paper::subject::{Of, One};
use crate::report::board_paper::words::{N_NAMED, line, listed, name, name_of, sentences};
use crate::units::display;

pub(crate) fn write(of: &Of<'_>, draft: &mut Draft<'_>) {
    match of.one {
        Some(one) => draft.say("what", &what_it_is(of, one)),
        None => draft.say("what", &what_they_are(of)),
    }
    if let Some(reason) = of.one.map(|it| line(&it.typed.reason)) {
        draft.say("reason", &reason);
    }
    draft.say("bases", bases(of.asked.basis));
    draft.say(
        "scores",
        "Achievement is a score from 0 to 100 against each partnership’s own targets, so scores raise questions and do not rank. What is not known is not counted as nought: where too little is known, no score is shown.",
    );
}

/// `15 partnerships are looked at: four separate organisations, …. Two are required by law. …`
fn what_they_are(of: &Of<'_>) -> String {
    let all = &of.findings.partnerships;
    let models = Model::ALL.into_iter().filter_map(|model| {
        let n = all.iter().filter(|it| it.model == model).count();
        (n > 0).then(|| format!("{} {}", display::in_words(n), plural(model, n)))
    });
    let models: Vec<String> = models.collect();
    let n_models = models.len();
    let n_statutory = all.iter().filter(|it| it.is_statutory).count();
    let law = match n_statutory {
        0 => String::new(),
        1 => "One is required by law.".to_owned(),
        n => format!(
            "{} are required by law.",
            display::capitalised(&display::in_words(n))
        ),
    };
    let shown = match &of.findings.narrowed {
        Some(it) => format!(
            "They are those of {} on the register that were chosen ({}).",
            display::count_figure(it.n_whole),
            it.words
        ),
        None => String::new(),
    };
    if models.is_empty() {
        return String::new();
    }
    let first = format!("What is looked at: {}.", listed(models, n_models));
    sentences([first, law, shown])
}

fn plural(model: Model, n: usize) -> String {
    let one = model.label().to_lowercase();
    match n {
        1 => one,
        _ if one.ends_with("staff") => format!("teams of {one}"),
        _ => format!("{one}s"),
    }
}

/// `Family hub is a steering group of nine bodies: A, B, C and six others. It started on …`
fn what_it_is(of: &Of<'_>, one: One<'_>) -> String {
    let One { found, typed } = one;
    let register = &of.findings.register;
    let n = typed.members.len();
    let members = typed.members.iter().take(N_NAMED);
    let members = members.map(|id| name(&partner_name(register, Some(*id))));
    let model = found.model.label().to_lowercase();
    let kind = if found.model == Model::CoLocatedStaff {
        format!("{} is a team of {model}", name_of(found))
    } else {
        format!("{} is a {model}", name_of(found))
    };
    let first = match n {
        0 => format!("{kind}; no members are entered."),
        n => format!("{kind} of {}.", listed(members.collect(), n)),
    };
    let law = if found.is_statutory {
        "The law requires it."
    } else {
        ""
    };
    let day = |what: &str, day: Option<jiff::civil::Date>| {
        day.map_or_else(String::new, |day| format!("{what} {}.", display::date(day)))
    };
    sentences([
        first,
        law.to_owned(),
        day("It started on", typed.start),
        day("It ends on", typed.end),
        day("Its funding is agreed to", typed.funded_until),
        day("It is next reviewed on", typed.review),
    ])
}

/// Both bases, the one of the paper first.
const fn bases(basis: Basis) -> &'static str {
    match basis {
        Basis::Full => {
            "Costs are running costs a year. Full cost counts money paid, people’s time with preparation, travel and work between meetings, posts, secondments and gifts in kind. The Exhibit 2 basis, after the Audit Commission’s exhibit of 1998, leaves out preparation, travel time, officers’ work between meetings and gifts. Spending on programmes is kept apart on both."
        }
        Basis::Exhibit2 => {
            "Costs are running costs a year on the Exhibit 2 basis, after the Audit Commission’s exhibit of 1998: money paid, people’s time in meetings, posts and secondments. Full cost adds preparation, travel time, officers’ work between meetings and gifts in kind. Spending on programmes is kept apart on both."
        }
    }
}
