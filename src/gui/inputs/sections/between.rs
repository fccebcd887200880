//! Work that partners' officers do between meetings.

use eframe::egui::Ui;

use crate::gui::inputs::column::{Column, slot};
use crate::gui::inputs::form::{Form, TWO_SHORT, side_by_side};
use crate::gui::inputs::picked::{pick, picked};
use crate::gui::inputs::record::name_or_place;
use crate::gui::inputs::record_table::RecordTable;
use crate::gui::inputs::scope::Scope;
use crate::gui::inputs::teach::{Lesson, about, gap, heading};
use crate::gui::page::PageContext;
use crate::gui::theme::S4;
use crate::model::between_meetings::BetweenMeetings;
use crate::model::partnership::Partnership;

const WORK: [Column<BetweenMeetings>; 8] = [
    Column::words("Work", 116.0, slot!(name), "what is done"),
    Column::partner("Partner", 96.0, slot!(partner), "choose"),
    Column::grade("Grade", 92.0, slot!(grade), |it| it.partner),
    Column::value("Hours a week", "", 98.0, slot!(hours_a_week), "not known"),
    Column::value("FTE", "", 52.0, slot!(fte), "—"),
    Column::choice("Purpose", 100.0, slot!(purpose), "running"),
    Column::hours(),
    Column::cost(),
];

const LESSON: Lesson = Lesson {
    is_main: true,
    what: "No work between meetings yet",
    why: "Partnership meetings lead to other meetings: partners brief, agree and follow up inside their own \
          organisations. That time is a cost of the partnership, though no invoice shows it.",
};

/// Shows the section.
pub(crate) fn show(ui: &mut Ui, page: &mut PageContext<'_>, partnership: &Partnership) {
    about(
        ui,
        "Officers’ time with no fixed share of a post: hours a week, or full-time equivalents. Counts at full cost only.",
    );
    let id = partnership.id;
    let list = &partnership.between_meetings;
    let chosen = picked(ui, page, (id, list), |_, _| false);
    let scope = Scope::Partnership(id, |it| &it.between_meetings, |it| &mut it.between_meetings);
    let outcome = RecordTable::new("Work between meetings", scope, &WORK, LESSON)
        .picked(chosen.map(|it| it.id))
        .below(&["weeks", "start", "end", "is_partnership_staff"])
        .show(ui, page);
    if let Some(work) = chosen {
        let row = list.iter().position(|it| it.id == work.id);
        let name = name_or_place(work, page.register(), row.unwrap_or_default());
        gap(ui);
        heading(ui, &format!("More of {name}"), "");
        form(ui, page, work, &name);
    }
    pick::<BetweenMeetings>(ui, id, &outcome);
}

fn form(ui: &mut Ui, page: &mut PageContext<'_>, work: &BetweenMeetings, name: &str) {
    let form = Form {
        id: work.id,
        value: work,
        name: name.to_owned(),
        width: 200.0,
    };
    side_by_side(
        ui,
        page,
        TWO_SHORT,
        |ui, page| {
            ui.spacing_mut().item_spacing.y = S4;
            let weeks = ("working", "a year; blank: working weeks");
            form.typed(ui, page, "Weeks", &slot!(weeks), weeks);
            let words = "Done by staff whose post is counted already";
            form.flag(ui, page, "In staff", &slot!(is_partnership_staff), words);
        },
        |ui, page| {
            ui.spacing_mut().item_spacing.y = S4;
            form.typed(ui, page, "From", &slot!(start), ("its start", ""));
            form.typed(ui, page, "To", &slot!(end), ("its end", ""));
        },
    );
}
