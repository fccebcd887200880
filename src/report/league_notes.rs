//! What a reader of a league table has to know: who has no rank and why, and what does not add up.

use crate::chart::wording::OWN_TARGETS;
use crate::report::league::League;
use crate::report::league_column::{Column, Value};
use crate::report::league_group::Grouping;
use crate::report::summary::name_text;
use crate::units::display;

/// Who has no rank and why, and what else a reader has to know, a sentence each.
pub(crate) fn notes(league: &League) -> Vec<String> {
    let mut said = Vec::new();
    let by = league.choices.order.by;
    if by.kind().is_some() {
        let all = league.findings.partnerships.iter();
        let values = all.map(|it| (it, by.of(&league.findings, it, league.basis)));
        let mut at_least = Vec::new();
        let mut n_nothing = 0_usize;
        for (it, value) in values {
            match value {
                Value::Nothing(_) => n_nothing = n_nothing.saturating_add(1),
                Value::Figure {
                    value,
                    is_at_least: true,
                    ..
                } => at_least.push((value, it)),
                _ => {}
            }
        }
        let have = |n| display::count(n, "partnership has", "partnerships have");
        let largest = at_least.iter().max_by_key(|(value, _)| *value);
        let mut parts = Vec::new();
        if let Some((_, it)) = largest {
            let unit = league.findings.money_unit();
            let most = by.of(&league.findings, it, league.basis).in_full(unit);
            let (have, name) = (have(at_least.len()), name_text(it));
            parts.push(format!(
                "{have} a figure of which part is not known (≥); the largest is {name}, {most}"
            ));
        }
        if n_nothing > 0 {
            parts.push(format!("{} none", have(n_nothing)));
        }
        if !parts.is_empty() {
            said.push(format!("Not ranked, and last: {}.", parts.join("; ")));
        }
    }
    if league.choices.grouping == Grouping::Partner {
        said.push(
            "A partnership stands under each of its members, so the groups come to more than all together."
                .to_owned(),
        );
    }
    if league.columns().contains(&Column::Achievement) {
        said.push(OWN_TARGETS.to_owned());
    }
    said
}
