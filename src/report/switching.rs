//! Switching values in words: what an input would have to be for costs and benefits to come out even.

use rust_decimal::Decimal;

use crate::report::uncertainty::amount;
use crate::uncertainty::switching_value::{Switching, SwitchingValue};
use crate::units::quantity::{Money, Quantity, Rate};
use crate::units::{display, exact};

/// `Length of Board would have to rise from 2 h to 3 h 10 min before the costs outweigh the benefits.`
///
/// `name` is what the input is called, `npsv` what is left over today.
pub fn sentence(name: &str, it: &Switching, npsv: Money) -> String {
    let today = amount(it.central, it.unit);
    let (low, high) = (amount(it.looked.0, it.unit), amount(it.looked.1, it.unit));
    let Some(nearest) = it.nearest() else {
        return if it.moves {
            format!("{name}: no value between {low} and {high} makes costs and benefits even.")
        } else {
            format!("{name}: no value between {low} and {high} changes what is left over.")
        };
    };
    if nearest.value == it.central {
        return format!("{name} is {today}, and costs and benefits come out even there.");
    }
    let there = amount(nearest.value, it.unit);
    let how = if nearest.value > it.central {
        "rise"
    } else {
        "fall"
    };
    let before = if npsv < Money::ZERO {
        "before the benefits outweigh the costs"
    } else {
        "before the costs outweigh the benefits"
    };
    let first = if there == today {
        format!("{name} would only have to {how} a little from {today} {before}.")
    } else {
        format!("{name} would have to {how} from {today} to {there} {before}.")
    };
    let others: Vec<String> = it
        .values
        .iter()
        .filter(|other| other.value != nearest.value)
        .map(|other| amount(other.value, it.unit))
        .collect();
    if others.is_empty() {
        first
    } else {
        format!(
            "{first} They come out even at {} too.",
            others.join(" and ")
        )
    }
}

/// How far a switching value is from today's: `+58%`, `−12.5%`, `under 0.1%`; nothing where today's is nought.
pub fn change(it: &SwitchingValue) -> Option<String> {
    let change = Decimal::from_f64_retain(it.change?)?;
    // A tenth of a per cent is as much as is worth saying of it, and of what is many times as much a whole one.
    let places = if change.abs() < Decimal::ONE { 3 } else { 2 };
    let rounded = exact::round(change, places);
    if rounded.is_zero() && !change.is_zero() {
        return Some("under 0.1%".to_owned());
    }
    let sign = if rounded > Decimal::ZERO { "+" } else { "" };
    Some(format!("{sign}{}", display::rate(Rate::new(rounded))))
}

#[cfg(test)]
mod tests {
    use crate::units::id::{Id, InputId, Kind};
    use crate::units::quantity::Unit;

    use super::*;

    fn switching(central: &str, values: &[&str], moves: bool) -> Switching {
        let number = |text: &str| -> Decimal { text.parse().unwrap() };
        let values = values.iter().map(|it| SwitchingValue {
            value: number(it),
            change: None,
        });
        Switching {
            at: InputId {
                record: Id::new(Kind::Meeting, 3),
                field: "length",
            },
            unit: Unit::Hours,
            central: number(central),
            values: values.collect(),
            looked: (Decimal::ZERO, number("99")),
            moves,
            range: None,
        }
    }

    #[test]
    fn it_says_which_way_and_what_then_happens() {
        let check = |it: Switching, npsv: i64, text: &str| {
            assert_eq!(sentence("Length of Board", &it, Money::from(npsv)), text);
        };
        check(
            switching("2", &["3.1667"], true),
            500,
            "Length of Board would have to rise from 2 h to 3 h 10 min before the costs outweigh the benefits.",
        );
        check(
            switching("2", &["1.5"], true),
            -500,
            "Length of Board would have to fall from 2 h to 1 h 30 min before the benefits outweigh the costs.",
        );
        check(
            switching("2", &["1", "2.5", "6"], true),
            500,
            "Length of Board would have to rise from 2 h to 2 h 30 min before the costs outweigh the benefits. \
             They come out even at 1 h and 6 h too.",
        );
        check(
            switching("2", &["2.0001"], true),
            500,
            "Length of Board would only have to rise a little from 2 h before the costs outweigh the benefits.",
        );
        check(
            switching("2", &["2"], true),
            0,
            "Length of Board is 2 h, and costs and benefits come out even there.",
        );
        check(
            switching("2", &[], true),
            500,
            "Length of Board: no value between 0 h and 99 h makes costs and benefits even.",
        );
        check(
            switching("2", &[], false),
            500,
            "Length of Board: no value between 0 h and 99 h changes what is left over.",
        );
    }

    #[test]
    fn a_change_has_a_sign_and_is_never_nothing() {
        let of = |change: f64| change_of(Some(change)).unwrap();
        assert_eq!(of(0.58), "+58%");
        assert_eq!(of(-0.125), "−12.5%");
        assert_eq!(of(10.178_9), "+1,018%");
        assert_eq!(of(0.000_01), "under 0.1%");
        assert_eq!(of(0.0), "0%");
        assert_eq!(change_of(None), None);
    }

    fn change_of(change: Option<f64>) -> Option<String> {
        super::change(&SwitchingValue {
            value: Decimal::ONE,
            change,
        })
    }
}
