//! One grade merged into another, in one step that can be undone.

use eframe::egui::{Button, Id as EguiId, Label, Ui};

use crate::gui::inputs::form::line;
use crate::gui::inputs::reference::Options;
use crate::gui::page::PageContext;
use crate::gui::theme;
use crate::gui::widgets::choice_cell::ChoiceCell;
use crate::model::grade::Grade;
use crate::model::merge::merge_grades;
use crate::model::record_name::grade_name;
use crate::model::register::Register;
use crate::model::uses::uses;
use crate::session::action::Edit;
use crate::units::display;
use crate::units::id::Id;
use crate::units::quantity::Number;

/// The grade that another is about to be merged into.
#[derive(Clone, Copy)]
struct Into(Option<Id>);

/// Offers to merge a grade, and says why where it has one post.
pub(crate) fn grade_merge(ui: &mut Ui, page: &mut PageContext<'_>, grade: &Grade, name: &str) {
    let register = page.register();
    if register.grades.len() < 2 {
        return;
    }
    if grade.posts.value() == Some(Number::from(1)) {
        let why = "One post is on this grade, so its pay could identify somebody. Merge it with a neighbouring grade.";
        ui.add(Label::new(why).wrap());
    }
    let options = Options::grades(register, grade.partner).without(grade.id);
    let key = EguiId::unique(("merge with", grade.id));
    let Into(into) = ui.data(|data| data.get_temp(key)).unwrap_or(Into(None));
    let into = into.filter(|id| register.grade(*id).is_some());
    line(ui, "Merge with", "", |ui| {
        let names = options.names();
        let cell = ChoiceCell::new("Merge with", &names, options.place(into));
        if let (_, Some(at)) = cell.placeholder("another grade").width(200.0).show(ui) {
            ui.data_mut(|data| data.insert_temp(key, Into(options.at(at))));
        }
        let button = ui.add_enabled(into.is_some(), Button::new("Merge"));
        let places = display::count(
            uses(register, grade.id).len(),
            "partnership",
            "partnerships",
        );
        let other = into.map_or_else(
            || "the other".to_owned(),
            |id| grade_name(register, Some(id)),
        );
        let note = format!("{name} is deleted; {places} will use {other}, at its pay");
        ui.add(Label::new(theme::muted(note)).truncate());
        if let Some(into) = into.filter(|_| button.clicked()) {
            let (from, label) = (grade.id, format!("merge {name} with {other}"));
            page.edit(Edit::new(label, move |register: &mut Register| {
                merge_grades(register, from, into);
            }));
        }
    });
}
