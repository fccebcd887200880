//! A merger that the page shows, as an option of the partnership whose meetings would end.

use crate::findings::merging::Merging;
use crate::findings::overlap::Overlap;
use crate::model::option::{AppraisalOption, OptionForm, OptionLine};
use crate::model::register::Register;
use crate::report::overlap::{UPPER_VIEW, merger};
use crate::session::action::Edit;
use crate::units::id::Kind;
use crate::units::input::Input;
use crate::units::quantity::Rate;

/// Whether the partnership whose meetings would end has this merger among its options.
pub(super) fn has_option(register: &Register, merging: &Merging) -> bool {
    let ends = register.partnership(merging.ends);
    ends.is_some_and(|it| {
        let mut options = it.options.iter();
        options.any(|it| it.form == OptionForm::Merge && it.merged_with == Some(merging.goes_on))
    })
}

/// Adds it in one step: a merger in which none of its meetings is left. Who would join the other’s meetings is said in
/// the note, as their time is a cost of the other.
pub(super) fn add_option(overlap: &Overlap, merging: &Merging) -> Edit {
    let mut sides = overlap.sides().into_iter();
    let other = sides.find(|it| it.id == merging.goes_on);
    let name = other.map_or_else(String::new, |it| format!("Merge with {}", it.name));
    let note = format!("{} {UPPER_VIEW}", merger(overlap, merging));
    let (ends, goes_on) = (merging.ends, merging.goes_on);
    let label = "add a merger as an option";
    Edit::new(label, move |register: &mut Register| {
        let Some(partnership) = register.partnership(ends).cloned() else {
            return;
        };
        let mut option = AppraisalOption::new(register.new_id(Kind::AppraisalOption));
        option.form = OptionForm::Merge;
        option.merged_with = Some(goes_on);
        option.name = name;
        option.note = note;
        for meeting in &partnership.meetings {
            let mut line = OptionLine::new(register.new_id(Kind::OptionLine));
            line.record = Some(meeting.id);
            line.keeps = Input::known(Rate::ZERO);
            option.lines.push(line);
        }
        let add = Edit::partnership(ends, "", move |it| it.options.push(option));
        (add.change)(register);
    })
}
