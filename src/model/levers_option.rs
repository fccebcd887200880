//! Levers kept as an option of each partnership, so that they are appraised beside the others.

use std::sync::Arc;

use crate::model::option::{AppraisalOption, OptionForm, OptionLine};
use crate::model::register::Register;
use crate::units::id::{Id, Kind};
use crate::units::input::Input;
use crate::units::quantity::Rate;

/// The share of each body's cost that is left in one partnership.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinesLeft {
    /// The partnership.
    pub partnership: Id,
    /// Its bodies that change, each with the share that is left.
    pub lines: Vec<(Id, Rate)>,
}

/// Adds an option of this name and note to each of the partnerships, from the first year of the appraisal; gives how many
/// were added.
pub fn add_options(register: &mut Register, name: &str, note: &str, left: &[LinesLeft]) -> usize {
    let mut n_added = 0_usize;
    for of_one in left {
        let mut option = AppraisalOption::new(register.new_id(Kind::AppraisalOption));
        option.form = OptionForm::Other;
        name.trim().clone_into(&mut option.name);
        note.clone_into(&mut option.note);
        for (record, share) in &of_one.lines {
            let mut line = OptionLine::new(register.new_id(Kind::OptionLine));
            line.record = Some(*record);
            line.keeps = Input::known(*share);
            option.lines.push(line);
        }
        let mut all = register.partnerships.iter_mut();
        if let Some(it) = all.find(|it| it.id == of_one.partnership) {
            Arc::make_mut(it).options.push(option);
            n_added = n_added.saturating_add(1);
        }
    }
    n_added
}
