//! Money that is paid, every year or once.

use eframe::egui::Ui;

use crate::gui::inputs::column::{Column, slot};
use crate::gui::inputs::record_table::RecordTable;
use crate::gui::inputs::scope::Scope;
use crate::gui::inputs::teach::{Lesson, about};
use crate::gui::page::PageContext;
use crate::model::direct_cost::CashLine;
use crate::model::partnership::Partnership;

const CASH: [Column<CashLine>; 10] = [
    Column::words("Cash line", 124.0, slot!(name), "what it buys"),
    Column::choice("How often", 100.0, slot!(kind), ""),
    Column::value("Amount", "£", 92.0, slot!(amount), "not known"),
    Column::partner("Who pays", 110.0, slot!(partner), "choose"),
    Column::value("From", "", 90.0, slot!(start), "its start"),
    Column::value("To", "", 90.0, slot!(end), "its end"),
    Column::value("Spent in", "", 76.0, slot!(year), "—"),
    Column::value("Life", "years", 78.0, slot!(life), "to its end"),
    Column::choice("Purpose", 104.0, slot!(purpose), "running"),
    Column::cost(),
];

const LESSON: Lesson = Lesson {
    is_main: true,
    what: "No direct costs yet",
    why: "Rent, grants, consultants, publicity: most partnerships know part of this money and few know all of it. \
          Keeping the partnership going is running cost; what it buys or delivers is programme spending.",
};

/// Shows the section.
pub(crate) fn show(ui: &mut Ui, page: &mut PageContext<'_>, partnership: &Partnership) {
    about(
        ui,
        "Money paid every year, or once. A one-off needs the year it is spent in, and is spread over its life.",
    );
    let id = partnership.id;
    let scope = Scope::Partnership(id, |it| &it.cash_lines, |it| &mut it.cash_lines);
    RecordTable::new("Direct costs", scope, &CASH, LESSON).show(ui, page);
}
