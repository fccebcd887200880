//! Quantities of which a range makes no sense, each with the reason.

use crate::model::inputs::AnyInput;
use crate::units::id::{InputId, Kind};

const RULE: &str =
    "A threshold is a rule that somebody sets, not something in doubt: use a scenario";
const SCORE: &str = "A score of the risk register is picked from 1 to 5: type one of them";

/// What is refused, and why.
const REFUSED: [(Kind, &str, &str); 8] = [
    (
        Kind::Settings,
        "horizon",
        "Two horizons are two questions: use a scenario",
    ),
    (
        Kind::Settings,
        "discount_rate",
        "Two discount rates are two questions: use a scenario",
    ),
    (Kind::Settings, "green_from", RULE),
    (Kind::Settings, "amber_from", RULE),
    (Kind::Settings, "governance_from", RULE),
    (
        Kind::Grade,
        "posts",
        "No figure rests on the number of posts, so a range of it would change none: type one number",
    ),
    (Kind::Risk, "likelihood", SCORE),
    (Kind::Risk, "impact", SCORE),
];

/// Why the quantity at an address can have no range or chance; nothing where it can.
pub fn why_no_range(at: InputId) -> Option<&'static str> {
    let found = REFUSED
        .iter()
        .find(|(kind, field, _)| (*kind, *field) == (at.record.kind(), at.field));
    found.map(|(_, _, why)| *why)
}

/// Whether a text can be typed in the cell at an address.
///
/// # Errors
/// Why it is not understood, or why it may not be a range.
pub fn check_entry(at: InputId, input: &dyn AnyInput, text: &str) -> Result<(), String> {
    input.read_entry(text)?;
    match why_no_range(at) {
        Some(why) if input.says_range(text) => Err(why.to_owned()),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::id::Id;
    use crate::units::input::Input;
    use crate::units::quantity::Number;

    #[test]
    fn two_horizons_are_refused_and_one_is_taken() {
        let at = InputId {
            record: Id::SETTINGS,
            field: "horizon",
        };
        let input = Input::<Number>::default();
        assert_eq!(check_entry(at, &input, "10"), Ok(()));
        assert_eq!(check_entry(at, &input, ""), Ok(()));
        for text in ["10..20", "10 ±20%", "50% of 10", "5..10..20"] {
            let why = check_entry(at, &input, text).unwrap_err();
            assert!(why.starts_with("Two horizons"), "{text}: {why}");
        }
        let why = check_entry(at, &input, "ten").unwrap_err();
        assert!(why.starts_with("Not a number"), "{why}");
        let leave = InputId {
            field: "leave_days",
            ..at
        };
        assert_eq!(check_entry(leave, &input, "25..30"), Ok(()));
    }
}
