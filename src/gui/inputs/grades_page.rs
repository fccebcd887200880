//! Staff grades: what an hour of each costs, and how that comes about.

use std::sync::Arc;

use eframe::egui::{Id as EguiId, ScrollArea, Ui};

use crate::findings::figure::{FigureId, Measure};
use crate::gui::inputs::column::{Column, slot};
use crate::gui::inputs::facts::{Facts, RowFigure};
use crate::gui::inputs::grade_steps::grade_steps;
use crate::gui::inputs::query_list::query_list;
use crate::gui::inputs::record_table::RecordTable;
use crate::gui::inputs::refusal::{refusal, remember};
use crate::gui::inputs::scope::Scope;
use crate::gui::inputs::teach::{Lesson, gap};
use crate::gui::page::PageContext;
use crate::gui::theme::{self, S4, S8};
use crate::model::grade::Grade;
use crate::units::display;
use crate::units::id::{Id, Kind};

const GRADES: [Column<Grade>; 10] = [
    Column::words("Grade", 140.0, slot!(name), "name"),
    Column::partner("Whose", 110.0, slot!(partner), "everybody"),
    Column::flag("Senior", 60.0, slot!(is_senior)),
    Column::value("Posts", "", 78.0, slot!(posts), "not known"),
    Column::choice("Typed as", 156.0, slot!(pay), ""),
    Column::value("Amount", "£", 84.0, slot!(amount), "not known"),
    Column::value("Hours", "", 60.0, slot!(hours), "—"),
    Column::value("Pension", "", 80.0, slot!(pension_rate), "register’s"),
    Column::value("Overheads", "", 88.0, slot!(overhead_rate), "register’s"),
    Column::figure("Cost an hour", "£", 106.0, hourly),
];

const LESSON: Lesson = Lesson {
    is_main: true,
    what: "No grades yet",
    why: "Time is most of what a partnership costs, and few price it. Enter pay by grade, at its midpoint, never a \
          person’s: the program adds National Insurance, pension and overheads, and divides by the hours really worked.",
};

/// The grade whose cost is shown step by step.
#[derive(Clone, Copy)]
struct Picked(Id);

/// Shows the grades.
pub fn grades_page(ui: &mut Ui, page: &mut PageContext<'_>) {
    ui.label(theme::figure_text("Staff grades"));
    ui.add_space(-S4);
    ui.label(theme::muted(
        "Pay by grade, never a person’s. A grade that is nobody’s may be used by every partner.",
    ));
    ui.add_space(S8);
    refusal(ui, page, Kind::Grade);
    ScrollArea::vertical()
        .auto_shrink([false, false])
        .show(ui, |ui| contents(ui, page));
}

fn contents(ui: &mut Ui, page: &mut PageContext<'_>) {
    let key = EguiId::unique("picked grade");
    let register = page.register();
    if let Some(jump) = page.view.jump
        && jump.record.kind() == Kind::Grade
    {
        ui.data_mut(|data| data.insert_temp(key, Picked(jump.record)));
    }
    let wanted = ui.data(|data| data.get_temp(key)).map(|Picked(id)| id);
    let picked = wanted
        .and_then(|id| register.grade(id))
        .or(register.grades.first());
    let scope = Scope::Register(|it| it.grades.as_ref(), |it| Arc::make_mut(&mut it.grades));
    let outcome = RecordTable::new("Staff grades", scope, &GRADES, LESSON)
        .picked(picked.map(|it| it.id))
        .show(ui, page);
    remember(ui, &outcome);
    if let Some(id) = outcome.picked {
        ui.data_mut(|data| data.insert_temp(key, Picked(id)));
    }
    if let Some(grade) = picked {
        gap(ui);
        grade_steps(ui, page, grade);
    }
    gap(ui);
    let queries = page
        .findings()
        .into_iter()
        .flat_map(|it| &it.shared_queries);
    let queries = queries.filter(|it| it.record.kind() == Kind::Grade);
    query_list(ui, page, queries.collect());
}

fn hourly(facts: &Facts<'_>, grade: &Grade) -> Option<RowFigure> {
    let cost = facts.findings?.grade(grade.id)?.hourly_cost?;
    let said = display::hourly_cost(cost);
    Some(RowFigure {
        text: said.trim_start_matches('£').to_owned(),
        said,
        figure: FigureId::new(grade.id, Measure::HourlyCost),
    })
}
