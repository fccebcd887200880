//! Who vouches for a figure, in words.

use rust_decimal::Decimal;

use crate::model::inputs::AnyInput;
use crate::units::display;
use crate::units::input::Evidence;
use crate::units::quantity::Unit;

/// Who vouches for a figure: `evidence grade 2, Diary; 1 h to 2 h`. Empty where nobody has said anything.
pub fn evidence_text(input: &dyn AnyInput) -> String {
    let evidence = input.evidence().map(of_evidence).unwrap_or_default();
    let range = range(input.low(), input.high(), input.unit());
    [evidence, range]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("; ")
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
    let text = |value| display::figure(value, unit);
    match (low, high) {
        (None, None) => String::new(),
        (Some(low), None) => format!("from {}", text(low)),
        (None, Some(high)) => format!("up to {}", text(high)),
        (Some(low), Some(high)) => format!("{} to {}", text(low), text(high)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::input::Input;
    use crate::units::quantity::Hours;

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
            "evidence grade 2, Diary; 1 h to 2 h"
        );
    }
}
