//! What the partnership brings: its benefits, and for the one that is picked, how it comes about.

use eframe::egui::Ui;

use crate::gui::inputs::column::{Apart, Column, slot};
use crate::gui::inputs::picked::{pick, picked};
use crate::gui::inputs::record::name_or_place;
use crate::gui::inputs::record_table::RecordTable;
use crate::gui::inputs::reference::Others;
use crate::gui::inputs::scope::Scope;
use crate::gui::inputs::sections::benefit_form::{benefit_form, fields};
use crate::gui::inputs::teach::{Lesson, about, gap};
use crate::gui::inputs::within::is_of_benefit;
use crate::gui::page::PageContext;
use crate::model::benefit::{Benefit, BenefitClass};
use crate::model::partnership::Partnership;
use crate::units::id::Id;

const BENEFITS: [Column<Benefit>; 6] = [
    Column::words("Benefit", 124.0, slot!(name), "what is gained"),
    Column::choice("Class", 108.0, slot!(class), ""),
    Column::partner("Who gains", 96.0, slot!(partner), "the public"),
    Column::other("Outcome", 92.0, slot!(outcome), (Others::Outcomes, "none")),
    Column::choice("Worked out", 124.0, slot!(measure), ""),
    Column::<Benefit>::value("Cashable", "", 88.0, slot!(cashable), "none").apart(cashable),
];

/// What the form below edits, by the headings that a pasted table may have.
const FURTHER: [Column<Benefit>; 23] = [
    Column::value("Population", "", 80.0, slot!(population), ""),
    Column::value("Take-up", "", 80.0, slot!(take_up), ""),
    Column::value("Impact", "", 80.0, slot!(impact), ""),
    Column::value("Deadweight", "", 80.0, slot!(deadweight), ""),
    Column::value("Reference case", "", 80.0, slot!(reference_case), ""),
    Column::value("Attribution", "", 80.0, slot!(attribution), ""),
    Column::value("Claim", "", 80.0, slot!(claim), ""),
    Column::value("Displacement", "", 80.0, slot!(displacement), ""),
    Column::value("Leakage", "", 80.0, slot!(leakage), ""),
    Column::value("Substitution", "", 80.0, slot!(substitution), ""),
    Column::value("Multiplier", "", 80.0, slot!(multiplier), ""),
    Column::value("Unit value", "£", 80.0, slot!(unit_value), ""),
    Column::value("Amount", "£", 80.0, slot!(amount), ""),
    Column::value("Price year", "", 80.0, slot!(price_year), ""),
    Column::value("First year", "", 80.0, slot!(first_year), ""),
    Column::value("Lag", "", 80.0, slot!(lag), ""),
    Column::value("Last year", "", 80.0, slot!(last_year), ""),
    Column::value("Drop-off", "", 80.0, slot!(drop_off), ""),
    Column::flag("Transfer", 80.0, slot!(is_transfer)),
    Column::flag("Avoided cost", 80.0, slot!(is_avoided_cost)),
    Column::flag("Rests on programme", 80.0, slot!(rests_on_programme)),
    Column::choice("Achievement", 80.0, slot!(kind), ""),
    Column::choice("Discount rates", 80.0, slot!(schedule), ""),
];

/// Only money releases cash; what somebody has typed all the same stays in sight.
fn cashable(benefit: &Benefit) -> Apart {
    if benefit.class == BenefitClass::Fiscal || !benefit.cashable.is_blank() {
        Apart::Usual
    } else {
        Apart::Instead("not money")
    }
}

const LESSON: Lesson = Lesson {
    is_main: true,
    what: "No benefits yet",
    why: "A benefit is what working together brings and the partners apart would not. Most partnerships know part of \
          what they cost, and few can weigh it against what they bring (paragraphs 91 to 95). Say whom it reaches, \
          what changes, how much would have changed anyway, and what that is worth; a benefit without a price is \
          kept and told in words. What not working together would cost (paragraph 96), such as the same family \
          assessed five times, is entered once, as a benefit that names its outcome.",
};

/// A list of benefits: those of a partnership, or those of one of its options.
pub(crate) struct Benefits<'a> {
    /// What a screen reader calls the table.
    pub(crate) name: &'static str,
    /// Where the list stands.
    pub(crate) scope: Scope<Benefit>,
    /// The benefits.
    pub(crate) list: &'a [Benefit],
    /// What they belong to.
    pub(crate) owner: Id,
    /// What stands in the place of an empty list.
    pub(crate) lesson: Lesson,
}

/// Shows the section.
pub(crate) fn show(ui: &mut Ui, page: &mut PageContext<'_>, partnership: &Partnership) {
    about(
        ui,
        "What the partnership brings, against its partners acting separately. Pick a benefit to say below how it \
         comes about. A disbenefit is worth less than nought.",
    );
    let id = partnership.id;
    let benefits = Benefits {
        name: "Benefits",
        scope: Scope::Partnership(id, |it| &it.benefits, |it| &mut it.benefits),
        list: &partnership.benefits,
        owner: id,
        lesson: LESSON,
    };
    benefits.show(ui, page, partnership);
}

impl Benefits<'_> {
    /// Shows the table, and the form of the benefit that is picked.
    pub(crate) fn show(&self, ui: &mut Ui, page: &mut PageContext<'_>, partnership: &Partnership) {
        let chosen = picked(ui, page, (self.owner, self.list), is_of_benefit);
        let below = chosen.map_or_else(Vec::new, fields);
        let outcome = RecordTable::new(self.name, self.scope, &BENEFITS, self.lesson)
            .picked(chosen.map(|it| it.id))
            .below(&below)
            .further(&FURTHER)
            .show(ui, page);
        if let Some(benefit) = chosen {
            let row = self.list.iter().position(|it| it.id == benefit.id);
            let name = name_or_place(benefit, page.register(), row.unwrap_or_default());
            gap(ui);
            benefit_form(ui, page, (partnership, benefit), &name);
        }
        pick::<Benefit>(ui, self.owner, &outcome);
    }
}
