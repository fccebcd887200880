//! `list overlaps`: which partnerships do the same work with the same people, why, and what merging them would save.

use serde::Serialize;

use crate::cli::appraise_json::exact;
use crate::cli::opened::Opened;
use crate::cli::outcome::{Done, Refusal};
use crate::costing::basis::Basis;
use crate::findings::merging::{Bound, Merging, Saving};
use crate::findings::overlap::similarity::{SOME, Score};
use crate::findings::overlap::{Group, MOST_SHOWN, Overlap, Overlaps, Search, overlaps};
use crate::report::overlap::{
    METHOD, UPPER_VIEW, because, headline, in_all, left_out, merger, names, saving, statutory,
    strength,
};
use crate::report::text_table::one_line;
use crate::units::progress::{Progress, Stop};

/// Pairs in the answer of `appraise`, whose cost is kept small.
const MOST_IN_APPRAISE: usize = 50;

/// The whole answer.
#[derive(Serialize)]
struct Answer<'a> {
    partnerships: usize,
    not_comparable: usize,
    least: String,
    pairs: usize,
    overlaps: Vec<OfPair<'a>>,
    groups: Vec<OfGroup>,
}

#[derive(Serialize)]
struct OfPair<'a> {
    a: String,
    a_name: &'a str,
    b: String,
    b_name: &'a str,
    score: String,
    strength: String,
    statutory: Vec<String>,
    evidence: Vec<OfAspect<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    merging: Option<OfMerging>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    halving: Vec<OfHalving>,
}

#[derive(Serialize)]
struct OfAspect<'a> {
    aspect: &'static str,
    similarity: String,
    both: &'a [String],
    only_a: &'a [String],
    only_b: &'a [String],
}

#[derive(Serialize)]
struct OfMerging {
    ends: String,
    goes_on: String,
    joining: usize,
    saving: OfSaving,
}

#[derive(Serialize)]
struct OfHalving {
    partnership: String,
    saving: OfSaving,
}

/// Below nought where it would take more.
#[derive(Serialize)]
struct OfSaving {
    money: OnBoth,
    hours: OfChange,
    senior_days: OfChange,
}

#[derive(Serialize)]
struct OnBoth {
    exhibit2: OfChange,
    full: OfChange,
}

#[derive(Serialize)]
struct OfChange {
    amount: String,
    bound: &'static str,
}

#[derive(Serialize)]
struct OfGroup {
    partnerships: Vec<String>,
    weakest: String,
}

/// A pair in the answer of `appraise`.
#[derive(Debug, Serialize)]
pub(crate) struct InAppraise {
    a: String,
    b: String,
    score: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    saving: Option<String>,
}

pub(crate) fn list(opened: &Opened, is_json: bool) -> Result<Done, Refusal> {
    let found = find(opened, MOST_SHOWN);
    let text = if is_json {
        format!("{}\n", serde_json::to_string_pretty(&answer(&found))?)
    } else {
        text(&found)
    };
    Ok(Done::on(&opened.findings(), text))
}

/// The best pairs for the answer of `appraise`; a saving is absent where parts of both sides are not known.
pub(crate) fn in_appraise(opened: &Opened, basis: Basis) -> Vec<InAppraise> {
    let found = find(opened, MOST_IN_APPRAISE);
    let pairs = found.pairs.iter();
    pairs
        .map(|it| {
            let merging = it.merging.as_ref();
            let money = merging.map(|it| *it.saving.money.get(basis));
            InAppraise {
                a: it.a.id.to_string(),
                b: it.b.id.to_string(),
                score: score(it.score),
                saving: money
                    .filter(|it| it.bound != Bound::Unclear)
                    .map(|it| exact(it.amount)),
            }
        })
        .collect()
}

fn find(opened: &Opened, most: usize) -> Overlaps {
    let search = Search {
        least: SOME,
        most,
        only: None,
    };
    let (progress, stop) = (Progress::default(), Stop::default());
    let Opened {
        register,
        guidance,
        question,
    } = opened;
    let found = overlaps(register, guidance, *question, &search, &progress, &stop);
    // Nobody asks for the end here.
    found.unwrap_or_default()
}

fn score(it: Score) -> String {
    exact(it.rate())
}

fn answer(found: &Overlaps) -> Answer<'_> {
    Answer {
        partnerships: found.n_compared,
        not_comparable: found.n_blank,
        least: score(found.least),
        pairs: found.n_pairs,
        overlaps: found.pairs.iter().map(|it| of_pair(found, it)).collect(),
        groups: found.groups.iter().map(of_group).collect(),
    }
}

fn of_pair<'a>(found: &'a Overlaps, it: &'a Overlap) -> OfPair<'a> {
    let sides = it.sides().into_iter();
    let halving = sides.clone().filter_map(|it| {
        Some(OfHalving {
            partnership: it.id.to_string(),
            saving: of_saving(found.halving.get(&it.id)?),
        })
    });
    OfPair {
        a: it.a.id.to_string(),
        a_name: &it.a.name,
        b: it.b.id.to_string(),
        b_name: &it.b.name,
        score: score(it.score),
        strength: it.score.word().to_lowercase(),
        evidence: it
            .evidence
            .iter()
            .map(|it| OfAspect {
                aspect: it.aspect.key(),
                similarity: score(it.similarity),
                both: &it.both,
                only_a: &it.only_a,
                only_b: &it.only_b,
            })
            .collect(),
        merging: it.merging.as_ref().map(of_merging),
        halving: halving.collect(),
        statutory: sides
            .filter(|it| it.is_statutory)
            .map(|it| it.id.to_string())
            .collect(),
    }
}

fn of_merging(it: &Merging) -> OfMerging {
    OfMerging {
        ends: it.ends.to_string(),
        goes_on: it.goes_on.to_string(),
        joining: it.n_joining,
        saving: of_saving(&it.saving),
    }
}

fn of_saving(it: &Saving) -> OfSaving {
    let change = |amount: String, bound: Bound| OfChange {
        amount,
        bound: match bound {
            Bound::Exact => "exact",
            Bound::AtLeast => "at_least",
            Bound::AtMost => "at_most",
            Bound::Unclear => "unclear",
        },
    };
    OfSaving {
        money: OnBoth {
            exhibit2: change(exact(it.money.exhibit2.amount), it.money.exhibit2.bound),
            full: change(exact(it.money.full.amount), it.money.full.bound),
        },
        hours: change(exact(it.hours.amount), it.hours.bound),
        senior_days: change(exact(it.senior_days.amount), it.senior_days.bound),
    }
}

fn of_group(it: &Group) -> OfGroup {
    let partnerships = it.partnerships.iter();
    OfGroup {
        partnerships: partnerships.map(|it| it.id.to_string()).collect(),
        weakest: score(it.weakest),
    }
}

fn text(found: &Overlaps) -> String {
    let mut lines = vec![headline(found)];
    lines.extend(left_out(found));
    for it in &found.pairs {
        lines.push(String::new());
        lines.push(format!(
            "{}: {} {} and {} {}",
            strength(it.score),
            it.a.id,
            it.a.name,
            it.b.id,
            it.b.name
        ));
        lines.push(format!("  {}", because(it)));
        if let Some(merging) = &it.merging {
            let saving = saving(&merging.saving, Basis::Full, found.money_unit);
            lines.push(format!("  {} That {saving}.", merger(it, merging)));
        }
        lines.extend(statutory(it).map(|it| format!("  {it}")));
    }
    if !found.groups.is_empty() {
        lines.extend([
            String::new(),
            "Groups in which every two overlap".to_owned(),
        ]);
        let groups = found.groups.iter();
        lines.extend(groups.map(|it| format!("  {}: {}", names(it), in_all(it))));
    }
    lines.extend([String::new(), METHOD.to_owned(), UPPER_VIEW.to_owned()]);
    let lines = lines.iter().map(|it| format!("{}\n", one_line(it)));
    lines.collect()
}
