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
    let place = || line_name(register, first.record);
    fact_name_in(inputs, input_at(register, *first), place)
}

/// As `fact_name`, for who has the first input at hand, and the name of the record that it is typed in.
pub fn fact_name_in(
    inputs: &[InputId],
    first: Option<&dyn AnyInput>,
    place: impl FnOnce() -> String,
) -> String {
    let Some(at) = inputs.first() else {
        return String::new();
    };
    let source = first.and_then(AnyInput::evidence);
    let source = source.map(|it| it.source.trim()).unwrap_or_default();
    if let Some(question) = source
        .strip_prefix(SOURCE)
        .and_then(|it| it.strip_prefix(": "))
    {
        return display::capitalised(question);
    }
    let name = field_of(*at, place);
    let others = inputs.len().saturating_sub(1);
    if others == 0 {
        name
    } else {
        let others = display::count(others, "other", "others");
        format!("{name} and {others}")
    }
}

/// The field and the record that it is typed in: `Length of Board`.
pub fn field_of(at: InputId, place: impl FnOnce() -> String) -> String {
    let place = match at.record.kind() {
        Kind::Settings => "the register".to_owned(),
        _ => place(),
    };
    format!("{} of {place}", display::field_name(at.field))
}
