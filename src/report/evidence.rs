//! Who vouches for a figure, in words.

use rust_decimal::Decimal;

use crate::model::inputs::AnyInput;
use crate::units::display;
use crate::units::input::Evidence;
use crate::units::quantity::{Money, Quantity, Rate, Unit};

/// Who vouches for a figure, and how far off it may be: `evidence grade 2, Diary; between 1 h and 2 h, PERT`. Empty
/// where nobody has said anything.
pub fn evidence_text(input: &dyn AnyInput) -> String {
    let evidence = input.evidence().map(of_evidence).unwrap_or_default();
    [evidence, doubt_text(input)]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("; ")
}

/// What a figure may be besides what is counted: `between £40 and £75, PERT; moves with pay`, `30% chance of £12,000`.
/// Empty where nobody has said.
pub fn doubt_text(input: &dyn AnyInput) -> String {
    let text = |value| amount(value, input.unit());
    let spread = match (input.event(), input.low(), input.high()) {
        (Some((amount, chance)), ..) => {
            format!(
                "{} chance of {}",
                display::rate(Rate::new(chance)),
                text(amount)
            )
        }
        (None, Some(low), Some(high)) => {
            let shape = input.shape().word();
            format!("between {} and {}, {shape}", text(low), text(high))
        }
        (None, low, high) => range(low, high, input.unit()),
    };
    let with = match input.moves_with() {
        "" => String::new(),
        name => format!("moves with {name}"),
    };
    let parts = [spread, with].into_iter().filter(|it| !it.is_empty());
    parts.collect::<Vec<_>>().join("; ")
}

fn of_evidence(it: &Evidence) -> String {
    let grade = it.grade.map(|grade| format!("evidence grade {grade}"));
    let date = it.date.map(display::date);
    let words = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let parts = [grade, words(&it.source), words(&it.who), date];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Between what and what a figure lies: `1 h to 2 h`, `from 1 h`; empty where nobody has said.
pub fn range(low: Option<Decimal>, high: Option<Decimal>, unit: Unit) -> String {
    let text = |value| amount(value, unit);
    match (low, high) {
        (None, None) => String::new(),
        (Some(low), None) => format!("from {}", text(low)),
        (None, Some(high)) => format!("up to {}", text(high)),
        (Some(low), Some(high)) => format!("{} to {}", text(low), text(high)),
    }
}

/// Pounds without pence where there are none.
pub(crate) fn amount(value: Decimal, unit: Unit) -> String {
    match unit {
        Unit::Money | Unit::HourlyCost if value.fract().is_zero() => {
            display::money(Money::new(value))
        }
        _ => display::figure(value, unit),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::input::Input;
    use crate::units::quantity::Hours;
    use crate::units::range::Entry;

    #[test]
    fn evidence_reads_as_a_screen_reader_says_it() {
        let mut length = Input::known(Hours::minutes(90));
        assert_eq!(evidence_text(&length), "");
        length.set_evidence(Some(Evidence {
            source: "Diary".into(),
            grade: Some(2),
            ..Evidence::default()
        }));
        assert_eq!(evidence_text(&length), "evidence grade 2, Diary");
        length.set_range(Some(Hours::from(1)), Some(Hours::from(2)));
        assert_eq!(
            evidence_text(&length),
            "evidence grade 2, Diary; between 1 h and 2 h, PERT"
        );
    }

    #[test]
    fn doubt_reads_as_people_say_it() {
        for (typed, said) in [
            ("50", ""),
            ("40..50..75", "between £40 and £75, PERT"),
            ("40..75", "between £40 and £75, uniform"),
            ("40..50..75 triangular", "between £40 and £75, triangular"),
            ("40..50..", "from £40"),
            ("30% of 12,000", "30% chance of £12,000"),
        ] {
            let mut input = Input::<Money>::default();
            input.enter(Entry::from_text(typed).unwrap());
            assert_eq!(doubt_text(&input), said, "{typed}");
        }
        let mut input = Input::known(Money::from(50));
        input.set_moves_with("pay settlement");
        assert_eq!(doubt_text(&input), "moves with pay settlement");
    }
}
