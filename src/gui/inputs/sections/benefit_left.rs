//! What is left of a benefit after each step of its sentence, as the engine says.

use crate::findings::appraisal::BenefitFindings;
use crate::gui::page::PageContext;
use crate::units::display;
use crate::units::id::Id;
use crate::units::quantity::{Number, Quantity, Unit};

/// What stands at the end of the line of `field`; blank for a step that nothing was typed for.
pub(crate) fn left(found: Option<&BenefitFindings>, field: &str) -> String {
    let Some(found) = found else {
        return String::new();
    };
    match field {
        // What it starts from stands in the field itself.
        "population" => String::new(),
        "unit_value" | "amount" => found.first_value.map_or_else(String::new, |(year, value)| {
            format!("{} in {year}", display::money(value))
        }),
        field => {
            let step = found.steps.iter().find(|(of, _)| *of == field);
            step.map_or_else(String::new, |(_, left)| says(field, *left))
        }
    }
}

/// What the engine says of a benefit of a partnership, if it has answered; of those of an option it says nothing.
pub(crate) fn findings_of<'a>(
    page: &PageContext<'a>,
    partnership: Id,
    benefit: Id,
) -> Option<&'a BenefitFindings> {
    let found = page.findings()?.partnership(partnership)?;
    found.appraisal.benefits.iter().find(|it| it.id == benefit)
}

/// `leaves 1,200`, `makes 60`.
fn says(field: &str, left: Number) -> String {
    let verb = match field {
        "impact" | "multiplier" => "makes",
        _ => "leaves",
    };
    let short = display::number(left);
    let is_lost = short == "0" && left != Number::ZERO;
    let text = if is_lost {
        display::typed(left.decimal(), Unit::Number)
    } else {
        short
    };
    format!("{verb} {text}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::parse::Typed;

    #[test]
    fn a_small_quantity_does_not_read_as_nought() {
        for (field, left, said) in [
            ("take_up", "1200", "leaves 1,200"),
            ("impact", "60", "makes 60"),
            ("deadweight", "0.001", "leaves 0.001"),
            ("leakage", "0", "leaves 0"),
        ] {
            let left = Number::from_text(left).unwrap();
            assert_eq!(says(field, left), said);
        }
    }
}
