//! One benefit as sentences: whom it reaches, what changes and is due to the partnership, what it is worth, and when.

use eframe::egui::Ui;

use crate::gui::inputs::column::{Column, Slot, slot};
use crate::gui::inputs::form::{Form, TWO_LONG, split};
use crate::gui::inputs::record_table::RecordTable;
use crate::gui::inputs::scope::Scope;
use crate::gui::inputs::sections::factor::{Factor, chosen, factor, tick};
use crate::gui::inputs::teach::{Lesson, gap, heading};
use crate::gui::inputs::within::{benefit as find, benefit_mut as find_mut};
use crate::gui::page::PageContext;
use crate::gui::theme::S4;
use crate::model::benefit::{Benefit, BenefitMeasure, BenefitYear};
use crate::model::partnership::Partnership;
use crate::model::register::Register;
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
    let all = chain(benefit, "").into_iter().chain(worth(benefit, ""));
    let shown = all.filter(|it| it.is_shown(benefit));
    let flags = [
        "is_nominal",
        "is_transfer",
        "is_avoided_cost",
        "rests_on_programme",
        "kind",
        "schedule",
    ];
    shown
        .map(|it| it.slot.field)
        .chain(when("").map(|it| it.slot.field))
        .chain(flags)
        .collect()
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
    split(
        ui,
        page,
        (TWO_LONG, LEFT),
        |ui, page| {
            ui.spacing_mut().item_spacing.y = S4;
            let outcome = outcome_of(page.register(), benefit);
            for it in chain(benefit, &outcome) {
                factor(ui, page, &form, &it);
            }
            let prices = prices(page.register());
            for it in worth(benefit, &prices) {
                factor(ui, page, &form, &it);
            }
            let words = "in the money of each year, so inflation is taken out of it";
            tick(ui, page, &form, ("Own money", &slot!(is_nominal), words));
        },
        |ui, page| {
            ui.spacing_mut().item_spacing.y = S4;
            let settings = &page.register().settings;
            let first = settings.first_year.unwrap_or(settings.base_year);
            for it in when(&first.to_string()) {
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

/// The outcome that a benefit claims a part of, in quotation marks; blank where it names none.
fn outcome_of(register: &Register, benefit: &Benefit) -> String {
    let outcome = benefit.outcome.and_then(|id| register.outcome(id));
    let name = outcome.map(|it| it.name.trim()).unwrap_or_default();
    match (outcome, name) {
        (None, _) => String::new(),
        (Some(_), "") => "the outcome".to_owned(),
        (Some(_), name) => format!("“{name}”"),
    }
}

/// The year whose prices typed amounts are in.
fn prices(register: &Register) -> String {
    let settings = &register.settings;
    settings
        .price_year
        .unwrap_or(settings.base_year)
        .to_string()
}

/// From those that it could reach to what is due to the partnership.
fn chain(benefit: &Benefit, outcome: &str) -> Vec<Factor<Benefit>> {
    let applies = benefit.measure == BenefitMeasure::Chain;
    let names_outcome = benefit.outcome.is_some();
    let of = |title, slot, (lead, tail): (&'static str, &str), blank| Factor {
        applies,
        is_step: true,
        ..Factor::new(title, slot, (lead, tail), blank)
    };
    let claimed = format!("of {outcome},");
    vec![
        of(
            "Population",
            slot!(population),
            ("Of", "people, places or cases,"),
            "not known",
        ),
        of("Take-up", slot!(take_up), ("", "take part,"), "all"),
        of("Impact", slot!(impact), ("and for each", "changes."), "1"),
        of(
            "Deadweight",
            slot!(deadweight),
            ("Of that", "would have happened anyway"),
            "none",
        ),
        of(
            "Reference case",
            slot!(reference_case),
            ("or", "in all, typed in place of that share,"),
            "by share",
        ),
        Factor {
            applies: applies && !names_outcome,
            ..of(
                "Attribution",
                slot!(attribution),
                ("", "is due to others,"),
                "none",
            )
        },
        Factor {
            applies: names_outcome,
            ..of("Claim", slot!(claim), ("we claim", &claimed), "all")
        },
        of(
            "Displacement",
            slot!(displacement),
            ("", "only moved elsewhere,"),
            "none",
        ),
        of(
            "Leakage",
            slot!(leakage),
            ("", "goes to those it is not meant for,"),
            "none",
        ),
        of(
            "Substitution",
            slot!(substitution),
            ("and", "took the place of something as good."),
            "none",
        ),
        of(
            "Multiplier",
            slot!(multiplier),
            ("In turn it brings", "times as much."),
            "1",
        ),
    ]
}

/// What it is worth.
fn worth(benefit: &Benefit, prices: &str) -> [Factor<Benefit>; 3] {
    let is_chain = benefit.measure == BenefitMeasure::Chain;
    [
        Factor {
            applies: is_chain,
            is_step: true,
            ..Factor::new(
                "Unit value, £",
                slot!(unit_value),
                ("Each is worth £", "for each unit of the outcome,"),
                "not priced",
            )
        },
        Factor {
            applies: !is_chain,
            ..Factor::new(
                "Amount, £ a year",
                slot!(amount),
                ("It is worth £", "a year,"),
                "not priced",
            )
        },
        Factor::new("Price year", slot!(price_year), ("in", "prices,"), prices),
    ]
}

/// When it comes.
fn when(first: &str) -> [Factor<Benefit>; 4] {
    [
        Factor::new("First year", slot!(first_year), ("It starts in", ""), first),
        Factor::new("Lag", slot!(lag), ("shows after", "years,"), "no"),
        Factor::new("Last year", slot!(last_year), ("ends in", ""), "the last"),
        Factor::new(
            "Drop-off",
            slot!(drop_off),
            ("and", "is lost each year."),
            "none",
        ),
    ]
}

/// What else is said of it: the name for a screen reader, the field, the words beside the box.
const FLAGS: [(&str, &Slot<Benefit, bool>, &str); 3] = [
    (
        "Transfer",
        &slot!(is_transfer),
        "It only moves money between bodies",
    ),
    (
        "Avoided cost",
        &slot!(is_avoided_cost),
        "It is what not working together would cost",
    ),
    (
        "Programme",
        &slot!(rests_on_programme),
        "Programme spending brings it about",
    ),
];

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
