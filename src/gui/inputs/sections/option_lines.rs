//! One option: which lines of the partnership are left otherwise, and what only this option costs and brings.

use eframe::egui::Ui;

use crate::gui::inputs::column::{Column, slot};
use crate::gui::inputs::record_table::RecordTable;
use crate::gui::inputs::reference::Others;
use crate::gui::inputs::scope::Scope;
use crate::gui::inputs::sections::benefits::Benefits;
use crate::gui::inputs::sections::direct::{CashLines, OPTION_CASH};
use crate::gui::inputs::teach::{Lesson, gap, heading};
use crate::gui::inputs::within::{option as find, option_mut as find_mut};
use crate::gui::page::PageContext;
use crate::model::option::{AppraisalOption, OptionForm, OptionLine};
use crate::model::partnership::Partnership;

const LINES: [Column<OptionLine>; 2] = [
    Column::other(
        "Line of the partnership",
        280.0,
        slot!(record),
        (Others::Lines, "choose a meeting, a post, a benefit…"),
    ),
    Column::value("What is left of it", "", 140.0, slot!(keeps), "not known"),
];

const NO_LINES: Lesson = Lesson {
    is_main: false,
    what: "Every line alike",
    why: "Add a line that changes otherwise: 50% for a board that meets half as often, 0% for a post that ends, 100% \
          for a benefit that goes on.",
};

const NO_CASH: Lesson = Lesson {
    is_main: false,
    what: "No costs of its own",
    why: "Money that is paid only if this is done: redundancy, a contract price, the cost of merging two offices.",
};

const NO_BENEFITS: Lesson = Lesson {
    is_main: false,
    what: "No benefits of its own",
    why: "What only this option brings. A benefit that the partnership has already is a line above, with what is \
          left of it.",
};

/// Shows what an option changes.
pub(crate) fn one_option(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    (partnership, option): (&Partnership, &AppraisalOption),
    name: &str,
) {
    let (id, owner) = (partnership.id, option.id);
    heading(ui, &format!("Lines under {name}"), rest(option));
    ui.scope(|ui| {
        ui.set_max_width(560.0_f32.min(ui.available_width()));
        let lines = Scope::Within(
            id,
            owner,
            |it, id| Some(&find(it, id)?.lines),
            |it, id| Some(&mut find_mut(it, id)?.lines),
        );
        RecordTable::new("Lines that change", lines, &LINES, NO_LINES).show(ui, page);
    });
    gap(ui);
    heading(ui, &format!("What only {name} costs"), "");
    let cash = CashLines {
        name: "Costs of the option",
        scope: Scope::Within(
            id,
            owner,
            |it, id| Some(&find(it, id)?.cash_lines),
            |it, id| Some(&mut find_mut(it, id)?.cash_lines),
        ),
        columns: &OPTION_CASH,
        list: &option.cash_lines,
        owner,
        lesson: NO_CASH,
    };
    cash.show(ui, page, partnership);
    gap(ui);
    heading(ui, &format!("What only {name} brings"), "");
    let benefits = Benefits {
        name: "Benefits of the option",
        scope: Scope::Within(
            id,
            owner,
            |it, id| Some(&find(it, id)?.benefits),
            |it, id| Some(&mut find_mut(it, id)?.benefits),
        ),
        list: &option.benefits,
        owner,
        lesson: NO_BENEFITS,
    };
    benefits.show(ui, page, partnership);
}

/// What happens to the lines that are not named, in a sentence.
fn rest(option: &AppraisalOption) -> &'static str {
    match (option.keeps.value(), option.form) {
        (Some(_), _) => {
            "A line that is not named here keeps the share that stands above under Keeps."
        }
        (None, OptionForm::Leave) => {
            "On leaving, nothing is left of a line that is not named here."
        }
        (None, _) => "A line that is not named here goes on unchanged.",
    }
}
