//! Staff grades: what an hour of each costs, and how that comes about.

use std::sync::Arc;

use eframe::egui::{ScrollArea, Ui};

use crate::findings::figure::{FigureId, Measure};
use crate::gui::inputs::column::{Apart, Column, slot};
use crate::gui::inputs::facts::{Facts, RowFigure};
use crate::gui::inputs::form::{TWO_LONG, side_by_side};
use crate::gui::inputs::grade_form::{fields, grade_form};
use crate::gui::inputs::grade_merge::grade_merge;
use crate::gui::inputs::grade_steps::grade_steps;
use crate::gui::inputs::picked::{pick, picked};
use crate::gui::inputs::query_list::query_list;
use crate::gui::inputs::record_table::{RecordTable, TableOutcome};
use crate::gui::inputs::refusal::{refusal, remember};
use crate::gui::inputs::scope::Scope;
use crate::gui::inputs::teach::{Lesson, gap, heading};
use crate::gui::page::PageContext;
use crate::gui::theme::{self, S4, S8};
use crate::model::grade::{Grade, Pay};
use crate::units::display;
use crate::units::id::{Id, Kind};

const GRADES: [Column<Grade>; 7] = [
    Column::words("Grade", 120.0, slot!(name), "name"),
    Column::partner("Whose", 96.0, slot!(partner), "everybody"),
    Column::flag("Senior", 56.0, slot!(is_senior)),
    Column::value("Posts", "", 76.0, slot!(posts), "not known"),
    Column::choice("Typed as", 168.0, slot!(pay), ""),
    Column::<Grade>::value("Amount", "£", 80.0, slot!(amount), "not known").apart(amount),
    Column::figure("Cost an hour", "£", 112.0, hourly),
];

/// What the form below edits, by the headings that a pasted table may have.
const FURTHER: [Column<Grade>; 11] = [
    Column::choice("Skill", 80.0, slot!(skill), ""),
    Column::value("Hours", "", 80.0, slot!(hours), ""),
    Column::value("Hours a week", "", 80.0, slot!(weekly_hours), ""),
    Column::value("Leave", "", 80.0, slot!(leave_days), ""),
    Column::value("Bank holidays", "", 80.0, slot!(bank_holidays), ""),
    Column::value("Training", "", 80.0, slot!(training_days), ""),
    Column::value("Sickness", "", 80.0, slot!(sickness_days), ""),
    Column::value("Pension", "", 80.0, slot!(pension_rate), ""),
    Column::value("Levy", "", 80.0, slot!(levy_rate), ""),
    Column::value("Overheads", "", 80.0, slot!(overhead_rate), ""),
    Column::value("Growth of pay", "", 80.0, slot!(pay_growth), ""),
];

/// A volunteer of a skill has the customary rate while no other is typed.
fn amount(grade: &Grade) -> Apart {
    match (grade.pay, grade.skill) {
        (Pay::DayRate, Some(_)) => Apart::Blank("customary"),
        _ => Apart::Usual,
    }
}

const LESSON: Lesson = Lesson {
    is_main: true,
    what: "No grades yet",
    why: "Time is most of what a partnership costs, and few price it. Enter pay by grade, at its midpoint, never a \
          person’s: the program adds National Insurance, pension and overheads, and divides by the hours really worked.",
};

/// Shows the grades.
pub fn grades_page(ui: &mut Ui, page: &mut PageContext<'_>) {
    ui.label(theme::figure_text("Staff grades"));
    ui.add_space(-S4);
    ui.label(theme::muted(
        "Pay by grade, never a person’s. A grade that is nobody’s may be used by every partner.",
    ));
    ui.add_space(S8);
    refusal(ui, page, Kind::Grade);
    let register = page.register();
    let grades = register.grades.as_slice();
    let chosen = picked(ui, page, (Id::SETTINGS, grades), |_, _| false);
    // The grade that is picked stays in sight below the table, however many grades there are.
    let half = (ui.available_height() * 0.5).floor();
    let outcome = ScrollArea::vertical()
        .id_salt("table of grades")
        .max_height(half)
        .auto_shrink([false, true])
        .show(ui, |ui| table(ui, page, chosen))
        .inner;
    remember(ui, &outcome);
    gap(ui);
    ScrollArea::vertical()
        .id_salt("one grade")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            if let Some(grade) = chosen {
                one_grade(ui, page, grade);
            }
            queries(ui, page);
        });
    pick::<Grade>(ui, Id::SETTINGS, &outcome);
}

fn table(ui: &mut Ui, page: &mut PageContext<'_>, chosen: Option<&Grade>) -> TableOutcome {
    let conventions = &page.session.guidance().conventions;
    let below = chosen.map_or_else(Vec::new, |it| fields(conventions, it));
    let scope = Scope::Register(|it| it.grades.as_ref(), |it| Arc::make_mut(&mut it.grades));
    RecordTable::new("Staff grades", scope, &GRADES, LESSON)
        .picked(chosen.map(|it| it.id))
        .below(&below)
        .further(&FURTHER)
        .show(ui, page)
}

fn one_grade(ui: &mut Ui, page: &mut PageContext<'_>, grade: &Grade) {
    let name = match grade.name.trim() {
        "" => "this grade",
        name => name,
    };
    heading(ui, &format!("An hour of {name}"), "");
    side_by_side(
        ui,
        page,
        TWO_LONG,
        |ui, page| grade_form(ui, page, grade, name),
        |ui, page| grade_steps(ui, page, grade),
    );
    gap(ui);
    grade_merge(ui, page, grade, name);
    gap(ui);
}

fn queries(ui: &mut Ui, page: &mut PageContext<'_>) {
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
