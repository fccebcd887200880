//! The outcomes of the register, of which benefits of more than one partnership may claim a part.

use std::sync::Arc;

use eframe::egui::{Label, ScrollArea, Ui};

use crate::gui::inputs::column::{Column, slot};
use crate::gui::inputs::query_list::query_list;
use crate::gui::inputs::record_table::RecordTable;
use crate::gui::inputs::refusal::{refusal, remember};
use crate::gui::inputs::scope::Scope;
use crate::gui::inputs::teach::{Lesson, gap};
use crate::gui::page::PageContext;
use crate::gui::theme::{self, S4, S8};
use crate::model::outcome::Outcome;
use crate::units::id::Kind;

const OUTCOMES: [Column<Outcome>; 3] = [
    Column::words("Outcome", 220.0, slot!(name), "what changes"),
    Column::words("One unit", 150.0, slot!(unit), "an admission, a job"),
    Column::words("Note", 260.0, slot!(note), "where it is measured"),
];

const LESSON: Lesson = Lesson {
    is_main: true,
    what: "No outcomes yet",
    why: "Two partnerships that both count the same fewer admissions count them twice. Name the outcome here, and let \
          each benefit claim its part of it: all claims together come to the whole at most.",
};

/// Shows the outcomes.
pub fn outcomes_page(ui: &mut Ui, page: &mut PageContext<'_>) {
    ui.label(theme::figure_text("Outcomes"));
    ui.add_space(-S4);
    let about = "What more than one partnership helps to bring about. A benefit that names an outcome claims a part of \
                 it, so that no part is counted twice across the register.";
    ui.add(Label::new(theme::muted(about)).wrap());
    ui.add_space(S8);
    refusal(ui, page, Kind::Outcome);
    ScrollArea::vertical()
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.set_max_width(1000.0_f32.min(ui.available_width()));
            let scope = Scope::Register(
                |it| it.outcomes.as_ref(),
                |it| Arc::make_mut(&mut it.outcomes),
            );
            let outcome = RecordTable::new("Outcomes", scope, &OUTCOMES, LESSON).show(ui, page);
            remember(ui, &outcome);
            gap(ui);
            let queries = page
                .findings()
                .into_iter()
                .flat_map(|it| &it.shared_queries);
            let queries = queries.filter(|it| it.record.kind() == Kind::Outcome);
            query_list(ui, page, queries.collect());
        });
}
