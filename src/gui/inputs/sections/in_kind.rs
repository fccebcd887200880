//! Things other than people's time that are given without payment.

use eframe::egui::Ui;

use crate::gui::inputs::column::{Column, slot};
use crate::gui::inputs::record_table::RecordTable;
use crate::gui::inputs::scope::Scope;
use crate::gui::inputs::teach::{Lesson, about};
use crate::gui::page::PageContext;
use crate::model::in_kind::InKind;
use crate::model::partnership::Partnership;

const GIFTS: [Column<InKind>; 6] = [
    Column::words("Gift", 170.0, slot!(name), "what is given"),
    Column::partner("Who gives", 150.0, slot!(partner), "choose"),
    Column::value("How many a year", "", 128.0, slot!(quantity), "not known"),
    Column::value("Cost of each", "£", 112.0, slot!(unit_cost), "not known"),
    Column::choice("Purpose", 108.0, slot!(purpose), "running"),
    Column::cost(),
];

const LESSON: Lesson = Lesson {
    is_main: true,
    what: "Nothing given in kind yet",
    why: "Rooms, vehicles, advertising: somebody bears what nobody is billed for. Enter what each costs the giver, \
          and 0 where it is spare capacity. People’s time belongs under meetings, never here.",
};

/// Shows the section.
pub(crate) fn show(ui: &mut Ui, page: &mut PageContext<'_>, partnership: &Partnership) {
    about(
        ui,
        "Given without payment, at what it costs the giver. Counts at full cost only.",
    );
    let id = partnership.id;
    let scope = Scope::Partnership(id, |it| &it.in_kind, |it| &mut it.in_kind);
    RecordTable::new("Given in kind", scope, &GIFTS, LESSON).show(ui, page);
}
