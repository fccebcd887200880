//! Work that partners' officers do between meetings.

use eframe::egui::Ui;

use crate::gui::inputs::column::{Column, slot};
use crate::gui::inputs::record_table::RecordTable;
use crate::gui::inputs::scope::Scope;
use crate::gui::inputs::teach::{Lesson, about};
use crate::gui::page::PageContext;
use crate::model::between_meetings::BetweenMeetings;
use crate::model::partnership::Partnership;

const WORK: [Column<BetweenMeetings>; 10] = [
    Column::words("Work", 140.0, slot!(name), "what is done"),
    Column::partner("Partner", 112.0, slot!(partner), "choose"),
    Column::grade("Grade", 112.0, slot!(grade), |it| it.partner),
    Column::value("Hours a week", "", 104.0, slot!(hours_a_week), "not known"),
    Column::value("Weeks", "", 80.0, slot!(weeks), "working"),
    Column::value("FTE", "", 60.0, slot!(fte), "—"),
    Column::flag("In staff", 66.0, slot!(is_partnership_staff)),
    Column::choice("Purpose", 108.0, slot!(purpose), "running"),
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
    let scope = Scope::Partnership(
        partnership.id,
        |it| &it.between_meetings,
        |it| &mut it.between_meetings,
    );
    RecordTable::new("Work between meetings", scope, &WORK, LESSON).show(ui, page);
}
