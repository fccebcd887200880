//! Over which years an appraisal looks, at which prices, and what it corrects for; and when an indicator is green.

use std::sync::Arc;

use eframe::egui::Ui;

use crate::gui::inputs::column::{Column, slot};
use crate::gui::inputs::form::Form;
use crate::gui::inputs::record_table::RecordTable;
use crate::gui::inputs::scope::Scope;
use crate::gui::inputs::teach::{Lesson, gap, heading};
use crate::gui::page::PageContext;
use crate::model::settings::{PriceIndex, Settings};
use crate::units::display;
use crate::units::quantity::Unit;

const INDICES: [Column<PriceIndex>; 2] = [
    Column::value("Year", "", 130.0, slot!(year), "not known"),
    Column::value("Index", "2024 = 100", 150.0, slot!(index), "not known"),
];

const NO_INDICES: Lesson = Lesson {
    is_main: false,
    what: "No indices of your own",
    why: "Money of another year is brought to the price year by the published deflator. For a year that it does not \
          have, type the index on the same scale, and its source beside it (F4).",
};

/// Shows the settings of the appraisal, and the marks from which an indicator is green or amber.
pub(crate) fn appraisal_settings(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    form: &Form<'_, Settings>,
) {
    heading(
        ui,
        "Appraisal",
        "The years that costs and benefits are looked at over. The first year is never discounted.",
    );
    let first = ("base year", "the first of the years that are looked at");
    form.typed(ui, page, "First year", &slot!(first_year), first);
    let usual = &page.session.guidance().conventions;
    let [horizon, green, amber] = [
        (&usual.horizon, Unit::Number),
        (&usual.green_from, Unit::Rate),
        (&usual.amber_from, Unit::Rate),
    ]
    .map(|(it, unit)| display::typed(it.value, unit));
    let horizon = (horizon.as_str(), "how many years, 1 to 500");
    form.typed(ui, page, "Years", &slot!(horizon), horizon);
    let rate = (
        "by the guidance",
        "one rate for every year and benefit, as a test; blank is the guidance’s schedules",
    );
    form.typed(ui, page, "Discount rate", &slot!(discount_rate), rate);
    let timing = ("", "when in a year its money is taken to flow");
    form.choice(ui, page, "Discounted at", &slot!(timing), timing);
    let words = "Correct costs and benefits for optimism, by the grade of their evidence";
    form.flag(ui, page, "Optimism", &slot!(has_optimism_bias), words);
    let words = "Between partners, count every fiscal benefit, not only what releases cash";
    form.flag(
        ui,
        page,
        "Transfers",
        &slot!(transfers_count_all_fiscal),
        words,
    );
    gap(ui);
    ui.scope(|ui| {
        ui.set_max_width(335.0);
        let indices = Scope::Register(
            |it| &it.settings.price_indices,
            |it| &mut Arc::make_mut(&mut it.settings).price_indices,
        );
        RecordTable::new("Indices of prices", indices, &INDICES, NO_INDICES).show(ui, page);
    });
    gap(ui);
    heading(
        ui,
        "Red, amber and green",
        "An indicator’s progress over what time alone would have brought by now; below amber it is red.",
    );
    let green = (green.as_str(), "from here on it is green");
    form.typed(ui, page, "Green from", &slot!(green_from), green);
    let amber = (amber.as_str(), "from here on it is amber");
    form.typed(ui, page, "Amber from", &slot!(amber_from), amber);
}
