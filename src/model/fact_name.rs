//! What a fact is called that figures rest on: one typed quantity, or several that are one and the same.

use crate::model::estimate::SOURCE;
use crate::model::inputs::{AnyInput, input_at};
use crate::model::record_name::line_name;
use crate::model::register::Register;
use crate::units::display;
use crate::units::id::{InputId, Kind};

/// The question of a first estimate, else the field and where it is typed; empty where it is typed nowhere.
pub fn fact_name(register: &Register, inputs: &[InputId]) -> String {
    let Some(first) = inputs.first() else {
        return String::new();
    };
    let source = input_at(register, *first).and_then(AnyInput::evidence);
    let source = source.map(|it| it.source.trim()).unwrap_or_default();
    if let Some(question) = source
        .strip_prefix(SOURCE)
        .and_then(|it| it.strip_prefix(": "))
    {
        return display::capitalised(question);
    }
    let field = display::field_name(first.field);
    let place = match first.record.kind() {
        Kind::Settings => "the register".to_owned(),
        _ => line_name(register, first.record),
    };
    let others = inputs.len().saturating_sub(1);
    if others == 0 {
        format!("{field} of {place}")
    } else {
        let others = display::count(others, "other", "others");
        format!("{field} of {place} and {others}")
    }
}
