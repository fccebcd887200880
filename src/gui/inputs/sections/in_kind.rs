//! Things other than people's time that are given without payment.

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
use crate::model::in_kind::{Direction, InKind};
use crate::model::partnership::Partnership;

const GIFTS: [Column<InKind>; 7] = [
    Column::words("Gift", 116.0, slot!(name), "what is given"),
    Column::<InKind>::choice("Which way", 118.0, slot!(direction), "").growing(),
    Column::partner("Who gives or gets", 118.0, slot!(partner), "choose"),
    Column::value("A year", "", 76.0, slot!(quantity), "not known"),
    Column::value("Each costs", "£", 92.0, slot!(unit_cost), "not known"),
    Column::choice("Purpose", 96.0, slot!(purpose), "running"),
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
    let list = &partnership.in_kind;
    let chosen = picked(ui, page, (id, list), |_, _| false);
    let scope = Scope::Partnership(id, |it| &it.in_kind, |it| &mut it.in_kind);
    let outcome = RecordTable::new("Given in kind", scope, &GIFTS, LESSON)
        .picked(chosen.map(|it| it.id))
        .below(&["unit_value", "start", "end"])
        .show(ui, page);
    if let Some(gift) = chosen {
        let row = list.iter().position(|it| it.id == gift.id);
        let name = name_or_place(gift, page.register(), row.unwrap_or_default());
        gap(ui);
        heading(ui, &format!("More of {name}"), means(gift.direction));
        form(ui, page, gift, &name);
    }
    pick::<InKind>(ui, id, &outcome);
}

/// Whose cost it is.
fn means(direction: Direction) -> &'static str {
    match direction {
        Direction::ToPartnership => {
            "A cost of the partner that gives it. What it is worth to the partnership stands beside, and is never a cost."
        }
        Direction::ToPartner => {
            "What the partnership gives is paid for already, so it costs nothing more. What it is worth to the partner \
             stands beside, and is never a cost."
        }
    }
}

fn form(ui: &mut Ui, page: &mut PageContext<'_>, gift: &InKind, name: &str) {
    let form = Form {
        id: gift.id,
        value: gift,
        name: name.to_owned(),
        width: 200.0,
    };
    side_by_side(
        ui,
        page,
        TWO_SHORT,
        |ui, page| {
            let worth = ("not known", "to the receiver; never a cost");
            form.typed(ui, page, "Each is worth, £", &slot!(unit_value), worth);
        },
        |ui, page| {
            ui.spacing_mut().item_spacing.y = S4;
            form.typed(ui, page, "From", &slot!(start), ("its start", ""));
            form.typed(ui, page, "To", &slot!(end), ("its end", ""));
        },
    );
}
