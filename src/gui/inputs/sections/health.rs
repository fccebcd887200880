//! The health check: what is answered and what is open, governance in proportion, risks, and members that left.

use eframe::egui::{Label, Ui};

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
use crate::model::risk::{Departure, Risk};
use crate::report::health::{counts, headline, risks, why_asked};

const RISKS: [Column<Risk>; 7] = [
    Column::words("Risk", 180.0, slot!(name), "what could happen"),
    Column::words("Owner", 120.0, slot!(owner), "a post"),
    Column::value("Likelihood", "1–5", 112.0, slot!(likelihood), "not known"),
    Column::value("Impact", "1–5", 90.0, slot!(impact), "not known"),
    Column::value("Cost to us", "£", 100.0, slot!(cost), "not known"),
    Column::flag("Uncapped", 76.0, slot!(is_uncapped)),
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
