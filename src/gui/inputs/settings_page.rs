//! The register's name and year, and the defaults of its working time.

use std::sync::Arc;

use eframe::egui::{Label, ScrollArea, Ui};

use crate::findings::edition_comparison::EditionComparison;
use crate::gui::inputs::appraisal_settings::appraisal_settings;
use crate::gui::inputs::column::{Column, Slot, slot};
use crate::gui::inputs::editions::editions;
use crate::gui::inputs::field::Field;
use crate::gui::inputs::form::{Form, line};
use crate::gui::inputs::query_list::query_list;
use crate::gui::inputs::record_table::RecordTable;
use crate::gui::inputs::scope::Scope;
use crate::gui::inputs::teach::{Lesson, gap, heading};
use crate::gui::page::PageContext;
use crate::gui::theme::{self, S4, S8};
use crate::guidance::conventions::{LEAST_DRAWS, MOST_DRAWS, USUAL_DRAWS, USUAL_SEED};
use crate::guidance::edition::Official;
use crate::model::settings::{PayAward, Settings};
use crate::units::display;
use crate::units::id::{Id, Kind};
use crate::units::quantity::Unit;

/// Shows the settings.
pub fn settings_page(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    compared: Option<&Arc<Vec<EditionComparison>>>,
) {
    ui.label(theme::figure_text("Settings"));
    ui.add_space(-S4);
    ui.label(theme::muted(
        "Kept in the register’s file. A blank follows the guidance edition, as the field says.",
    ));
    ui.add_space(S8);
    ScrollArea::vertical()
        .auto_shrink([false, false])
        .show(ui, |ui| contents(ui, page, compared));
    if page.view.jump.is_some_and(|it| of_settings(it.record)) {
        page.view.jump = None;
    }
}

/// Whether a record is shown on this page.
const fn of_settings(id: Id) -> bool {
    matches!(
        id.kind(),
        Kind::Settings | Kind::PayAward | Kind::PriceIndex
    )
}

fn contents(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    compared: Option<&Arc<Vec<EditionComparison>>>,
) {
    let form = Form {
        id: Id::SETTINGS,
        value: page.register().settings.as_ref(),
        name: "settings".to_owned(),
        width: 400.0,
    };
    heading(ui, "Register", "");
    ui.spacing_mut().item_spacing.y = S4;
    let title = ("as charts and papers give it", "");
    form.typed(ui, page, "Title", &slot!(title), title);
    let words = "The figures are made up to show how the program works";
    form.flag(ui, page, "Illustrative", &slot!(is_illustrative), words);
    let year = ("", "the year looked at first; pay is of this year");
    form.typed(ui, page, "Base year", &slot!(base_year), year);
    let unit = (
        "",
        "on cards, charts, tables of results and reports; forms keep to pounds",
    );
    form.choice(ui, page, "Money shown in", &slot!(money_unit), unit);
    gap(ui);
    growth(ui, page, &form);
    gap(ui);
    appraisal_settings(ui, page, &form);
    gap(ui);
    simulation(ui, page, &form);
    gap(ui);
    heading(ui, "Working time and on-costs", "");
    defaults(ui, page, &form);
    gap(ui);
    guidance(ui, page);
    editions(ui, page, compared);
    gap(ui);
    let queries = page
        .findings()
        .into_iter()
        .flat_map(|it| &it.shared_queries);
    let queries = queries.filter(|it| of_settings(it.record));
    query_list(ui, page, queries.collect());
}

const AWARDS: [Column<PayAward>; 2] = [
    Column::value("First year paid", "", 130.0, slot!(year), "not known"),
    Column::value("Rise", "", 96.0, slot!(rise), "not known"),
];

const NO_AWARDS: Lesson = Lesson {
    is_main: false,
    what: "No pay awards",
    why: "A year with an award uses it; any other year uses the growth of pay above.",
};

/// How pay and prices move from year to year, for costs in other years than they were typed in.
fn growth(ui: &mut Ui, page: &mut PageContext<'_>, form: &Form<'_, Settings>) {
    heading(
        ui,
        "Growth of pay and prices",
        "A cost in another year is at that year’s pay and prices. With nothing typed, none grows.",
    );
    let prices = ("base year", "typed amounts of money are in its prices");
    form.typed(ui, page, "Price year", &slot!(price_year), prices);
    let none = ("none", "a year");
    form.typed(ui, page, "Growth of prices", &slot!(price_growth), none);
    let pay = ("none", "a year, where no award is entered below");
    form.typed(ui, page, "Growth of pay", &slot!(pay_growth), pay);
    ui.scope(|ui| {
        ui.set_max_width(281.0);
        let awards = Scope::Register(
            |it| &it.settings.pay_awards,
            |it| &mut Arc::make_mut(&mut it.settings).pay_awards,
        );
        RecordTable::new("Pay awards", awards, &AWARDS, NO_AWARDS).show(ui, page);
    });
}

/// How ranges are drawn.
fn simulation(ui: &mut Ui, page: &mut PageContext<'_>, form: &Form<'_, Settings>) {
    heading(
        ui,
        "Simulation",
        "Every figure that has a range or a chance is drawn many times over, and what follows is counted.",
    );
    let count = |it: u32| display::count_figure(usize::try_from(it).unwrap_or(usize::MAX));
    let (usual, seed) = (count(USUAL_DRAWS), count(USUAL_SEED));
    let range = format!(
        "{} to {}; more draws take longer and steady the last digits",
        count(LEAST_DRAWS),
        count(MOST_DRAWS)
    );
    let draws = (usual.as_str(), range.as_str());
    form.typed(ui, page, "Draws", &slot!(draws), draws);
    let seed = (
        seed.as_str(),
        "the same seed, the same draws; another shows what chance alone does",
    );
    form.typed(ui, page, "Seed", &slot!(seed), seed);
}

/// A default, and what it follows while it is blank.
struct Default<'a> {
    title: &'static str,
    slot: Slot<Settings, dyn Field>,
    official: &'a Official,
    unit: Unit,
}

fn defaults(ui: &mut Ui, page: &mut PageContext<'_>, form: &Form<'_, Settings>) {
    let it = &page.session.guidance().conventions;
    let number = |title, slot, official| Default {
        title,
        slot,
        official,
        unit: Unit::Number,
    };
    let rate = |title, slot, official| Default {
        title,
        slot,
        official,
        unit: Unit::Rate,
    };
    let lines = [
        number("Hours a week", slot!(weekly_hours), &it.weekly_hours),
        number("Days of leave", slot!(leave_days), &it.leave_days),
        number("Bank holidays", slot!(bank_holidays), &it.bank_holidays),
        number("Days of training", slot!(training_days), &it.training_days),
        number("Days of sickness", slot!(sickness_days), &it.sickness_days),
        rate("Employer pension", slot!(pension_rate), &it.pension_rate),
        rate("Apprenticeship levy", slot!(levy_rate), &it.levy_rate),
        rate("Overheads", slot!(overhead_rate), &it.overhead_rate),
        number("Mileage, £ a mile", slot!(mileage_rate), &it.mileage_rate),
        Default {
            title: "Governance from, £",
            slot: slot!(governance_from),
            official: &it.governance_from,
            unit: Unit::Money,
        },
    ];
    for line in lines {
        let value = display::typed(line.official.value, line.unit);
        let settings = &page.register().settings;
        let own = format!("typed here; blank is {value}");
        let is_typed = !(line.slot.get)(settings).shown().is_empty();
        // The source is that of the usual value: beside one's own it would vouch for the wrong number.
        let source = if is_typed {
            &own
        } else {
            &line.official.source
        };
        let note = (value.as_str(), source.as_str());
        form.typed(ui, page, line.title, &line.slot, note);
    }
}

/// The edition, and the official numbers that it holds.
fn guidance(ui: &mut Ui, page: &PageContext<'_>) {
    let guidance = page.session.guidance();
    heading(
        ui,
        "Guidance",
        "Official numbers are dated data: a register keeps the edition that it was made with.",
    );
    line(ui, "Edition", "", |ui| ui.label(guidance.name));
    for rates in guidance.national_insurance.all() {
        let title = format!("Employer NI {}", rates.year);
        let rate = display::typed(rates.rate.value, Unit::Rate);
        let threshold = display::typed(rates.threshold.value, Unit::Money);
        line(ui, &title, "", |ui| {
            ui.label(format!("{rate} above £{threshold}"));
            ui.add(Label::new(theme::muted(&rates.rate.source)).truncate());
        });
    }
    line(ui, "Working days a year", "", |ui| {
        let days = &guidance.conventions.working_days_in_a_year;
        ui.label(display::typed(days.value, Unit::Number));
        ui.add(Label::new(theme::muted(&days.source)).truncate());
    });
}
