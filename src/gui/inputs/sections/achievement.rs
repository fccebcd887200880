//! What the partnership achieves: measured outcomes, judged scores, and the score they make.

use eframe::egui::Ui;

use crate::findings::figure::FigureId;
use crate::findings::partnership::PartnershipFindings;
use crate::gui::inputs::column::{Column, slot};
use crate::gui::inputs::form::{Form, TWO_SHORT, side_by_side};
use crate::gui::inputs::picked::{pick, picked};
use crate::gui::inputs::record::name_or_place;
use crate::gui::inputs::record_table::RecordTable;
use crate::gui::inputs::scope::Scope;
use crate::gui::inputs::sections::indicator_progress::indicator_progress;
use crate::gui::inputs::sections::swing::swing;
use crate::gui::inputs::teach::{Lesson, gap, heading};
use crate::gui::page::PageContext;
use crate::gui::theme::S4;
use crate::gui::widgets::figure::figure_link;
use crate::model::indicator::{Indicator, Reading};
use crate::model::judgement::Judgement;
use crate::model::partnership::Partnership;
use crate::units::display;
use crate::units::id::Id;

const INDICATORS: [Column<Indicator>; 8] = [
    Column::words("Indicator", 150.0, slot!(name), "what is measured"),
    Column::value("Baseline", "", 84.0, slot!(baseline), "not known"),
    Column::value("Baseline on", "", 98.0, slot!(baseline_date), "not dated"),
    Column::value("Target", "", 84.0, slot!(target), "not known"),
    Column::value("Target by", "", 98.0, slot!(target_date), "not dated"),
    Column::value("Actual", "", 84.0, slot!(actual), "not known"),
    Column::value("Actual on", "", 98.0, slot!(actual_date), "not dated"),
    Column::value("Weight", "", 64.0, slot!(weight), "1"),
];

const JUDGEMENTS: [Column<Judgement>; 7] = [
    Column::words("Question", 170.0, slot!(name), "what is judged"),
    Column::choice("Kind of achievement", 176.0, slot!(kind), ""),
    Column::value("Score", "of 100", 108.0, slot!(score), "not known"),
    Column::value("Weight", "", 64.0, slot!(weight), "1"),
    Column::words("Scored by", 100.0, slot!(scorer), "post or panel"),
    Column::words("Why", 110.0, slot!(reason), "reason"),
    Column::words("Dissent", 100.0, slot!(dissent), "none"),
];

/// What the form below edits, by the headings that a pasted table may have.
const FURTHER: [Column<Indicator>; 4] = [
    Column::choice("It measures", 80.0, slot!(kind), ""),
    Column::choice("It should go", 80.0, slot!(direction), ""),
    Column::words("Seen to by", 80.0, slot!(owner), ""),
    Column::choice("Quality of the data", 80.0, slot!(quality), ""),
];

const READINGS: [Column<Reading>; 2] = [
    Column::value("Measured on", "", 120.0, slot!(date), "not dated"),
    Column::value("Reading", "", 110.0, slot!(actual), "not known"),
];

const NO_READINGS: Lesson = Lesson {
    is_main: false,
    what: "No earlier readings",
    why: "Where it was before, to show the way it has come. The latest is its Actual above.",
};

const NO_INDICATORS: Lesson = Lesson {
    is_main: true,
    what: "No indicators yet",
    why: "For each objective, choose something that can be counted, and measure where it \
          was, where it should be and where it is. A figure that should fall has a target below its baseline.",
};

const NO_JUDGEMENTS: Lesson = Lesson {
    is_main: false,
    what: "Nothing judged yet",
    why: "Some goals cannot be counted. Let users, partners or a panel score them from 0 to 100, and keep who scored, \
          why, and who disagreed.",
};

/// Shows the section.
pub(crate) fn show(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    partnership: &Partnership,
    found: Option<&PartnershipFindings>,
) {
    let id = partnership.id;
    if let Some(found) = found {
        score(ui, page, found);
    }
    heading(
        ui,
        "Indicators",
        "Measured outcomes: progress against this partnership’s own targets.",
    );
    let indicators = Scope::Partnership(id, |it| &it.indicators, |it| &mut it.indicators);
    let list = &partnership.indicators;
    let chosen = picked(ui, page, (id, list), |it, id| {
        it.readings.iter().any(|it| it.id == id)
    });
    let outcome = RecordTable::new("Indicators", indicators, &INDICATORS, NO_INDICATORS)
        .picked(chosen.map(|it| it.id))
        .below(&["kind", "direction", "owner", "quality", "readings"])
        .further(&FURTHER)
        .show(ui, page);
    if let Some(found) = found.filter(|it| !it.indicators.is_empty()) {
        gap(ui);
        indicator_progress(ui, page, partnership, found);
    }
    if let Some(indicator) = chosen {
        let row = list.iter().position(|it| it.id == indicator.id);
        let name = name_or_place(indicator, page.register(), row.unwrap_or_default());
        gap(ui);
        one_indicator(ui, page, (id, indicator), &name);
    }
    pick::<Indicator>(ui, id, &outcome);
    gap(ui);
    heading(
        ui,
        "Judged scores",
        "What cannot be counted, scored by somebody and with a reason.",
    );
    let judgements = Scope::Partnership(id, |it| &it.judgements, |it| &mut it.judgements);
    RecordTable::new("Judged scores", judgements, &JUDGEMENTS, NO_JUDGEMENTS).show(ui, page);
    gap(ui);
    swing(ui, page, partnership);
}

/// What sort of change it measures and who sees to it, and where it was before.
fn one_indicator(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    (partnership, indicator): (Id, &Indicator),
    name: &str,
) {
    heading(ui, &format!("More of {name}"), "");
    let form = Form {
        id: indicator.id,
        value: indicator,
        name: name.to_owned(),
        width: 200.0,
    };
    side_by_side(
        ui,
        page,
        TWO_SHORT,
        |ui, page| {
            ui.spacing_mut().item_spacing.y = S4;
            form.choice(ui, page, "It measures", &slot!(kind), ("", ""));
            let blank = ("as the target says", "");
            form.choice(ui, page, "It should go", &slot!(direction), blank);
            let blank = ("a post, never a name", "");
            form.typed(ui, page, "Seen to by", &slot!(owner), blank);
            let blank = ("not said", "");
            form.choice(ui, page, "Quality of the data", &slot!(quality), blank);
        },
        |ui, page| {
            let scope = Scope::Within(
                partnership,
                indicator.id,
                |it, id| Some(&it.indicators.iter().find(|it| it.id == id)?.readings),
                |it, id| Some(&mut it.indicators.iter_mut().find(|it| it.id == id)?.readings),
            );
            ui.scope(|ui| {
                ui.set_max_width(286.0_f32.min(ui.available_width()));
                RecordTable::new("Earlier readings", scope, &READINGS, NO_READINGS).show(ui, page);
            });
        },
    );
}

/// The score in words: never alone, always with its range and how much of it is known.
fn score(ui: &mut Ui, page: &mut PageContext<'_>, found: &PartnershipFindings) {
    let it = &found.achievement;
    let range = format!("{} to {}", display::score(it.low), display::score(it.high));
    let known = display::rate(it.known_weight);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = S4;
        let rest = match it.shown_score() {
            Some(score) => {
                let score = display::score(score);
                ui.label("Achievement score");
                let said = format!("Achievement score {score}, show basis");
                if figure_link(ui, &score, &said).clicked() {
                    page.explain(FigureId::achievement(found.id));
                }
                if it.is_part_missing() {
                    format!("of 100; {known} of the weight is known, so it could be {range}.")
                } else {
                    "of 100; all of it is known.".to_owned()
                }
            }
            None => format!(
                "No score: {known} of the weight is known. It could be anything from {range}."
            ),
        };
        ui.label(rest);
    });
}
