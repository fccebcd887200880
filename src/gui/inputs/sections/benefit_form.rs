//! One benefit as sentences: whom it reaches, what changes and is due to the partnership, what it is worth, and when.

use eframe::egui::Ui;

use crate::gui::inputs::column::{Column, slot};
use crate::gui::inputs::form::{Form, TWO_LONG, split};
use crate::gui::inputs::record_table::RecordTable;
use crate::gui::inputs::scope::Scope;
use crate::gui::inputs::sections::benefit_left::{findings_of, left};
use crate::gui::inputs::sections::benefit_sentence::{FLAGS, Words, sentence, when};
use crate::gui::inputs::sections::factor::{chosen, factor, tick};
use crate::gui::inputs::teach::{Lesson, gap, heading};
use crate::gui::inputs::within::{benefit as find, benefit_mut as find_mut};
use crate::gui::page::PageContext;
use crate::gui::theme::S4;
use crate::model::benefit::{Benefit, BenefitMeasure, BenefitYear};
use crate::model::partnership::Partnership;
use crate::units::id::Id;

const YEARS: [Column<BenefitYear>; 3] = [
    Column::value("Year", "", 92.0, slot!(year), "not known"),
    Column::value("Share that comes", "", 130.0, slot!(share), "all"),
    Column::value("Cashable", "", 92.0, slot!(cashable), "as usual"),
];

const NO_YEARS: Lesson = Lesson {
    is_main: false,
    what: "Every year alike",
    why: "Add a year in which only a part of the benefit comes, or in which another share of it releases cash.",
};

/// The part of the width that the chain of factors has: beside each there is room for what is left after it.
const LEFT: f32 = 0.58;

/// The fields that the form of a benefit shows.
pub(crate) fn fields(benefit: &Benefit) -> Vec<&'static str> {
    let words = Words::default();
    let all = sentence(benefit, &words).into_iter().chain(when(&words));
    let shown = all.filter(|it| it.is_shown(benefit));
    let flags = [
        "is_nominal",
        "is_transfer",
        "is_avoided_cost",
        "rests_on_programme",
        "kind",
        "schedule",
    ];
    shown.map(|it| it.slot.field).chain(flags).collect()
}

/// Shows the form of a benefit, and the years that differ.
pub(crate) fn benefit_form(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    (partnership, benefit): (&Partnership, &Benefit),
    name: &str,
) {
    heading(
        ui,
        &format!("How {name} comes about"),
        about(benefit.measure),
    );
    let form = Form {
        id: benefit.id,
        value: benefit,
        name: name.to_owned(),
        width: 200.0,
    };
    let words = Words::of(page.register(), benefit);
    split(
        ui,
        page,
        (TWO_LONG, LEFT),
        |ui, page| {
            ui.spacing_mut().item_spacing.y = S4;
            let found = findings_of(page, partnership.id, benefit.id);
            for mut it in sentence(benefit, &words) {
                it.left = left(found, it.slot.field);
                factor(ui, page, &form, &it);
            }
            let words = "or in the money of each year: inflation is taken out";
            tick(ui, page, &form, ("Own money", &slot!(is_nominal), words));
        },
        |ui, page| {
            ui.spacing_mut().item_spacing.y = S4;
            for it in when(&words) {
                factor(ui, page, &form, &it);
            }
            for flag in FLAGS {
                tick(ui, page, &form, flag);
            }
            chosen(ui, page, &form, ("It serves", &slot!(kind), "not said"));
            chosen(ui, page, &form, ("Discount rates", &slot!(schedule), ""));
            gap(ui);
            years(ui, page, partnership.id, benefit.id);
        },
    );
}

/// What each way of working it out reads as.
const fn about(measure: BenefitMeasure) -> &'static str {
    match measure {
        BenefitMeasure::Chain => "Read it as one sentence. A grey word is what a blank means.",
        BenefitMeasure::Sum => {
            "A plain sum a year; choose “Step by step” above to say whom it reaches and how much is due to the \
             partnership."
        }
    }
}

fn years(ui: &mut Ui, page: &mut PageContext<'_>, partnership: Id, benefit: Id) {
    let scope = Scope::Within(
        partnership,
        benefit,
        |it, id| Some(&find(it, id)?.years),
        |it, id| Some(&mut find_mut(it, id)?.years),
    );
    ui.scope(|ui| {
        ui.set_max_width(368.0_f32.min(ui.available_width()));
        RecordTable::new("Years that differ", scope, &YEARS, NO_YEARS).show(ui, page);
    });
}
