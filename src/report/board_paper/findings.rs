//! Cost against achievement, with the two charts; of one partnership where it stands among the others, and its years.

use std::collections::BTreeSet;

use crate::chart::chart::Chart;
use crate::chart::{cash_flow, cost_achievement, exhibit2, who_gains};
use crate::findings::findings::Findings;
use crate::findings::partnership::PartnershipFindings;
use crate::report::board_paper::draft::Draft;
use crate::report::board_paper::subject::{Of, One};
use crate::report::board_paper::words::{listed, name_of, on_basis, sentences};
use crate::report::called_out::{called_out, why_asked};
use crate::report::summary::{score_text, summary};
use crate::units::display;
use crate::units::id::Id;

/// How tall the map of all partnerships is at most, in millimetres. With these heights a paper has four sides.
const MAP_OF_ALL_MM: f64 = 128.0;
/// The same where the paper is about one of them, and has other charts.
const MAP_OF_ONE_MM: f64 = 108.0;
/// Every other chart.
const OTHERS_MM: f64 = 92.0;

/// Partnerships that a chart in the text shows; the appendix has all.
pub(crate) const ON_A_CHART: usize = 8;

pub(crate) fn write(of: &Of<'_>, draft: &mut Draft<'_>) {
    if of.findings.partnerships.is_empty() {
        return;
    }
    match of.one {
        Some(one) => of_one(of, one, draft),
        None => of_all(of, draft),
    }
}

fn of_all(of: &Of<'_>, draft: &mut Draft<'_>) {
    let (basis, doubts) = (of.asked.basis, of.asked.doubts);
    let shown = shown(of, None);
    draft.say("cost", &concentration(of, draft, &shown));
    let all = exhibit2::draw(of.findings, basis, doubts);
    let chart = titled(exhibit2::draw(&shown, basis, doubts), &all);
    draft.chart(exhibit2::CHART.description, chart, all.table, OTHERS_MM);
    draft.say("map", &map_said(of, draft));
    draft_map(of, draft, &shown);
}

fn draft_map(of: &Of<'_>, draft: &mut Draft<'_>, shown: &Findings) {
    let (basis, doubts) = (of.asked.basis, of.asked.doubts);
    let all = cost_achievement::draw(of.findings, basis, doubts);
    let chart = titled(cost_achievement::draw(shown, basis, doubts), &all);
    let most_mm = match of.one {
        Some(_) => MAP_OF_ONE_MM,
        None => MAP_OF_ALL_MM,
    };
    draft.chart(
        cost_achievement::CHART.description,
        chart,
        all.table,
        most_mm,
    );
}

/// A chart of some under the finding on all, which the text has too; its subtitle says which are drawn.
fn titled(mut chart: Chart, all: &Chart) -> Chart {
    chart.alt = chart.alt.replacen(&chart.title, &all.title, 1);
    chart.title.clone_from(&all.title);
    chart
}

/// All, or the eight that cost most, and the one that the paper is about.
pub(crate) fn shown(of: &Of<'_>, also: Option<Id>) -> Findings {
    let findings = of.findings;
    if findings.partnerships.len() <= ON_A_CHART {
        return findings.clone();
    }
    let dearest = findings.portfolio.dearest.get(of.asked.basis).iter();
    let mut kept: BTreeSet<Id> = dearest.take(ON_A_CHART).copied().collect();
    // What others are compared with belongs beside them.
    let dominated = findings.portfolio.dominated.get(of.asked.basis);
    let better: Vec<Id> = (kept.iter().chain(&also))
        .filter_map(|id| dominated.get(id).copied())
        .collect();
    kept.extend(better);
    let words = match also.filter(|id| kept.insert(*id)) {
        Some(_) => "those that cost most, what they are compared with, and this one",
        None => "those that cost most, and what they are compared with",
    };
    let all = findings.partnerships.iter().enumerate();
    let places = all
        .filter(|(_, it)| kept.contains(&it.id))
        .map(|(at, _)| at);
    findings.part(&places.collect::<Vec<_>>(), words.to_owned())
}

/// Whose cost makes the most of it, and what the chart shows.
fn concentration(of: &Of<'_>, draft: &Draft<'_>, shown: &Findings) -> String {
    let said = summary(of.findings, of.asked.basis, of.asked.date);
    let n = of.findings.partnerships.len();
    let dearest: Vec<String> = said
        .dearest
        .iter()
        .map(|it| format!("{} ({})", name(of, it.id), it.text))
        .collect();
    let share = if said.share_of_dearest.is_empty() {
        String::new()
    } else {
        format!("{}.", display::capitalised(&said.share_of_dearest))
    };
    let most = format!(
        "Those that cost most {} are {}.",
        on_basis(of.asked.basis),
        listed(dearest, said.dearest.len())
    );
    let most = if n > 1 { most } else { String::new() };
    let figure = draft.next_figure();
    let chart = if shown.partnerships.len() < n {
        format!(
            "{figure} shows the {} that cost most and what they are compared with, by the kind of partnership they are; the appendix has all {}.",
            display::in_words(ON_A_CHART),
            display::count_figure(n)
        )
    } else {
        format!(
            "{figure} shows what each costs beside what it achieves, by the kind of partnership it is."
        )
    };
    sentences([most, share, chart])
}

fn name(of: &Of<'_>, id: Id) -> String {
    of.findings.partnership(id).map(name_of).unwrap_or_default()
}

/// What the map shows, those that score least, and how many are asked about.
fn map_said(of: &Of<'_>, draft: &Draft<'_>) -> String {
    let said = summary(of.findings, of.asked.basis, of.asked.date);
    let least: Vec<String> = said
        .least_achieving
        .iter()
        .map(|it| format!("{} ({})", name(of, it.id), it.text))
        .collect();
    let n_least = least.len();
    let least = match n_least {
        0 => String::new(),
        _ => format!(
            "Furthest from their own targets are {}; those in their first year are left out.",
            listed(least, n_least)
        ),
    };
    let asked = called_out(of.findings, of.asked.basis);
    let n = asked.len();
    let asked = match n {
        0 => why_asked(0).to_owned(),
        1 => format!(
            "One clearly costs more and scores less than another. {}",
            why_asked(1)
        ),
        n => format!(
            "{} clearly cost more and score less than another. {}",
            display::capitalised(&display::in_words(n)),
            why_asked(n)
        ),
    };
    let figure = draft.next_figure();
    let map = format!(
        "{figure} sets cost against achievement: the nearer to the top left, the more is achieved for less."
    );
    sentences([map, least, asked])
}

fn of_one(of: &Of<'_>, one: One<'_>, draft: &mut Draft<'_>) {
    let (basis, doubts) = (of.asked.basis, of.asked.doubts);
    if of.findings.partnerships.len() > 1 {
        draft.say("place", &place(of, one.found, draft));
        let shown = shown(of, Some(one.found.id));
        draft_map(of, draft, &shown);
    }
    let figure = draft.next_figure();
    let years = display::count(one.found.appraisal.horizon.into(), "year", "years");
    draft.say(
        "years",
        &format!(
            "{figure} shows what it costs and brings in each of {years} from {}, and the discounted net up to each.",
            one.found.appraisal.first_year
        ),
    );
    let chart = cash_flow::draw(of.findings, one.found, basis, doubts);
    let all = chart.table.clone();
    draft.chart(cash_flow::CHART.description, chart, all, OTHERS_MM);
    if !one.found.appraisal.stakes.is_empty() {
        let figure = draft.next_figure();
        draft.say(
            "gains",
            &format!("{figure} shows who bears its costs and who gains."),
        );
        let chart = who_gains::draw(of.findings, one.found, basis, doubts);
        let all = chart.table.clone();
        draft.chart(who_gains::CHART.description, chart, all, OTHERS_MM);
    }
}

/// `It is the third dearest of 15, and scores 74; the middle score is 60. …`
fn place(of: &Of<'_>, found: &PartnershipFindings, draft: &Draft<'_>) -> String {
    let (findings, basis) = (of.findings, of.asked.basis);
    let dearest = findings.portfolio.dearest.get(basis);
    let n = display::count_figure(dearest.len());
    let at = dearest.iter().position(|id| *id == found.id).unwrap_or(0);
    let cost = match at {
        0 => format!("Of {n} partnerships none costs more"),
        1 => format!("Of {n} partnerships one costs more"),
        at => format!("Of {n} partnerships {} cost more", display::in_words(at)),
    };
    let known = if findings.portfolio.incomplete.get(basis).is_empty() {
        ""
    } else {
        " as far as is known"
    };
    let score = match (
        found.achievement.shown_score(),
        findings.portfolio.median_score,
    ) {
        (Some(_), Some(middle)) => format!(
            "It scores {} of 100 against its own targets; the middle score of all is {}, each against its own.",
            score_text(found),
            display::score(middle)
        ),
        _ => "Too little is known of what it achieves for a score.".to_owned(),
    };
    let asked = called_out(findings, basis)
        .into_iter()
        .find(|it| it.id == found.id);
    let asked = match asked {
        Some(it) => format!("It {}. {}", it.words(), why_asked(1)),
        None => String::new(),
    };
    let n_shown = findings.partnerships.len().min(ON_A_CHART);
    let figure = draft.next_figure();
    let map = if n_shown < findings.partnerships.len() {
        format!(
            "{figure} shows it among the {} that cost most; the appendix has all.",
            display::in_words(n_shown)
        )
    } else {
        format!("{figure} shows it among the others.")
    };
    sentences([format!("{cost}{known}."), score, asked, map])
}
