//! The health check: what is answered and what is open, governance in proportion, risks, and members that left.

use std::collections::BTreeSet;

use eframe::egui::{Label, Ui};

use crate::findings::health::Health;
use crate::findings::partnership::PartnershipFindings;
use crate::gui::inputs::answer_table::answer_table;
use crate::gui::inputs::column::{Column, slot};
use crate::gui::inputs::record_table::RecordTable;
use crate::gui::inputs::scope::Scope;
use crate::gui::inputs::teach::{Lesson, about, gap, heading};
use crate::gui::page::PageContext;
use crate::gui::theme;
use crate::guidance::health_check::HealthGroup;
use crate::model::partnership::Partnership;
use crate::model::query::Query;
use crate::model::risk::{Departure, Risk};
use crate::report::health::{counts, headline, risks, why_asked};
use crate::session::action::Edit;
use crate::units::display;
use crate::units::id::Id;

const RISKS: [Column<Risk>; 7] = [
    Column::words("Risk", 180.0, slot!(name), "what could happen"),
    Column::words("Owner", 120.0, slot!(owner), "a post"),
    Column::value("Likelihood", "1–5", 112.0, slot!(likelihood), "not known"),
    Column::value("Impact", "1–5", 90.0, slot!(impact), "not known"),
    Column::value("Cost to us", "£", 100.0, slot!(cost), "not known"),
    Column::flag("Uncapped", 92.0, slot!(is_uncapped)),
    Column::words("Response", 150.0, slot!(response), "what is done"),
];

const NO_RISKS: Lesson = Lesson {
    is_main: false,
    what: "No risks yet",
    why: "Say what could go wrong for us, who sees to it, how likely and how bad it is from 1 to 5, and whether anything \
          limits what we could have to pay.",
};

const DEPARTURES: [Column<Departure>; 3] = [
    Column::partner("Body that left", 200.0, slot!(partner), "choose"),
    Column::value("Left on", "", 104.0, slot!(date), "not dated"),
    Column::words("Why", 300.0, slot!(reason), "in its own words"),
];

const NO_DEPARTURES: Lesson = Lesson {
    is_main: false,
    what: "Nobody has left",
    why: "When a member leaves, keep when and why: it is the cheapest advice there is on keeping the others.",
};

/// Answers that no row shows, because there is no such question or it is answered already, and the way to lose them.
fn stray(ui: &mut Ui, page: &mut PageContext<'_>, partnership: &Partnership, health: &Health) {
    let shown: BTreeSet<Id> = health.lines.iter().filter_map(|it| it.record).collect();
    let all = partnership.health.iter().map(|it| it.id);
    let stray: BTreeSet<Id> = all.filter(|id| !shown.contains(id)).collect();
    // The findings may be a frame behind an answer that has just come.
    let is_known = |query: &Query| query.field == Some("question") && stray.contains(&query.record);
    let found = page
        .findings()
        .and_then(|it| it.partnership(partnership.id));
    let n = found.map_or(0, |it| it.queries.iter().filter(|it| is_known(it)).count());
    if n == 0 {
        return;
    }
    let answers = display::count(n, "answer is", "answers are");
    ui.horizontal_wrapped(|ui| {
        ui.label(format!(
            "{answers} not shown: no such question, or answered twice."
        ));
        if ui.button("Take away").clicked() {
            let label = format!("take away answers of {}", partnership.name);
            page.edit(Edit::partnership(partnership.id, label, move |it| {
                it.health.retain(|it| !stray.contains(&it.id));
            }));
        }
    });
}

/// Shows the section.
pub(crate) fn show(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    partnership: &Partnership,
    found: Option<&PartnershipFindings>,
) {
    if let Some(found) = found {
        let catalogue = &page.session.guidance().health_check;
        ui.add(Label::new(theme::strong(headline(&found.health, catalogue))).wrap());
        about(
            ui,
            "The questions of A Fruitful Partnership in our own words; “yes” is the good answer. The health of a partnership \
             is shown apart, and is no part of its achievement score.",
        );
        for group in HealthGroup::ALL {
            gap(ui);
            let said = found.health.by_group.get(&group);
            let mut said = said.map(|it| counts(*it)).unwrap_or_default();
            if group == HealthGroup::Governance {
                let unit = page.register().settings.money_unit;
                said = format!("{said}\n{}", why_asked(&found.health.stake, unit));
            }
            heading(ui, group.label(), &said);
            answer_table(ui, page, partnership, found, group);
        }
        stray(ui, page, partnership, &found.health);
        gap(ui);
    }
    let id = partnership.id;
    let worst = found.and_then(|it| risks(&it.health, partnership));
    let said = "What could go wrong for us; likelihood × impact is the score.";
    let said = worst.map_or_else(|| said.to_owned(), |worst| format!("{said} {worst}"));
    heading(ui, "Risk register", &said);
    let list = Scope::Partnership(id, |it| &it.risks, |it| &mut it.risks);
    RecordTable::new("Risk register", list, &RISKS, NO_RISKS).show(ui, page);
    gap(ui);
    heading(ui, "Members that left", "");
    let left = Scope::Partnership(id, |it| &it.departures, |it| &mut it.departures);
    RecordTable::new("Members that left", left, &DEPARTURES, NO_DEPARTURES).show(ui, page);
}
