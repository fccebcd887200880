//! What the partnership achieves: measured outcomes, judged scores, and the score they make.

use eframe::egui::Ui;

use crate::findings::figure::FigureId;
use crate::findings::partnership::PartnershipFindings;
use crate::gui::inputs::column::{Column, slot};
use crate::gui::inputs::record_table::RecordTable;
use crate::gui::inputs::scope::Scope;
use crate::gui::inputs::teach::{Lesson, gap, heading};
use crate::gui::page::PageContext;
use crate::gui::theme::S4;
use crate::gui::widgets::figure::figure_link;
use crate::model::indicator::Indicator;
use crate::model::judgement::Judgement;
use crate::model::partnership::Partnership;
use crate::units::display;

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
    RecordTable::new("Indicators", indicators, &INDICATORS, NO_INDICATORS).show(ui, page);
    gap(ui);
    heading(
        ui,
        "Judged scores",
        "What cannot be counted, scored by somebody and with a reason.",
    );
    let judgements = Scope::Partnership(id, |it| &it.judgements, |it| &mut it.judgements);
    RecordTable::new("Judged scores", judgements, &JUDGEMENTS, NO_JUDGEMENTS).show(ui, page);
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
