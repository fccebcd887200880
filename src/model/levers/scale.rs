//! Quantities multiplied whole: the value, both ends of its range and what an event comes to.

use rust_decimal::Decimal;

use crate::units::exact;
use crate::units::input::Input;
use crate::units::parse::Typed;
use crate::units::quantity::{Quantity, Rate};
use crate::units::range::Entry;

/// Takes `part ÷ whole` of a quantity, to ten decimals; its shape, its chance and its evidence stay. Says whether it is
/// known, and so was changed; nothing changes where the part is the whole, or the whole is nought.
pub(super) fn take<Q: Typed>(input: &mut Input<Q>, part: Decimal, whole: Decimal) -> bool {
    if part != whole {
        change(input, |it| {
            exact::div(exact::mul(it, part), whole).unwrap_or(it)
        });
    }
    input.value().is_some()
}

/// Raises the share of meetings held online to at least `online`: what is left in person shrinks with its whole range.
///
/// in person = (1 − share) × (1 − online) ÷ (1 − share as it most likely is). A blank share is none, so that `online`
/// takes its place; that of an event is decided and no event any more.
pub(super) fn raise_online(input: &mut Input<Rate>, online: Rate) {
    let share = input.value().unwrap_or_default();
    if online <= share {
        return;
    }
    if input.event().is_some() || input.value().is_none() {
        input.enter(Entry {
            value: Some(online),
            ..Entry::default()
        });
        return;
    }
    let in_person = |it: Decimal| exact::sub(Decimal::ONE, it);
    let (part, whole) = (in_person(online.decimal()), in_person(share.decimal()));
    change(input, |it| {
        let left = exact::div(exact::mul(in_person(it), part), whole);
        in_person(left.unwrap_or_default())
    });
}

fn change<Q: Typed>(input: &mut Input<Q>, to: impl Fn(Decimal) -> Decimal) {
    let entry = input.entry();
    if entry == Entry::default() {
        return;
    }
    let part = |it: Q| Q::new(exact::round(to(it.decimal()), exact::PLACES));
    input.enter(Entry {
        value: entry.value.map(part),
        low: entry.low.map(part),
        high: entry.high.map(part),
        ..entry
    });
}

/// A share of nought to one.
pub(super) fn share(of: Rate) -> Rate {
    of.max(Rate::ZERO).min(Rate::from(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::inputs::AnyInput;
    use crate::units::quantity::{Hours, Number};

    fn typed<Q: Typed>(text: &str) -> Input<Q> {
        let mut input = Input::default();
        AnyInput::enter(&mut input, text).unwrap();
        input
    }

    #[test]
    fn a_range_shrinks_whole() {
        let mut number: Input<Number> = typed("4..6..9 triangular");
        assert!(take(&mut number, Decimal::ONE, Decimal::from(2)));
        assert_eq!(number.entry_text(), "2..3..4.5 triangular");
        let mut event: Input<Number> = typed("30% of 12");
        assert!(take(&mut event, Decimal::ONE, Decimal::from(4)));
        assert_eq!(event.entry_text(), "30% of 3");
    }

    #[test]
    fn a_third_of_three_times_as_much_is_exact() {
        // 1.5 × 1 ÷ 1.5: multiplied first, so that no third is ever rounded.
        let mut length: Input<Hours> = typed("1.5");
        assert!(take(&mut length, Decimal::ONE, Decimal::new(15, 1)));
        assert_eq!(length.value(), Some(Hours::from(1)));
    }

    #[test]
    fn a_blank_stays_blank() {
        let mut number = Input::<Number>::default();
        assert!(!take(&mut number, Decimal::ONE, Decimal::from(2)));
        assert!(number.is_blank());
    }

    #[test]
    fn more_online_shrinks_what_is_left_in_person() {
        // In person 60..75..90 % becomes two thirds of it, as 50 ÷ 75: 40..50..60 %; online 40..50..60 %.
        let mut online: Input<Rate> = typed("10%..25%..40%");
        raise_online(&mut online, Rate::new(Decimal::new(5, 1)));
        assert_eq!(online.entry_text(), "40%..50%..60%");
        raise_online(&mut online, Rate::new(Decimal::new(3, 1)));
        assert_eq!(
            online.entry_text(),
            "40%..50%..60%",
            "never less than it was"
        );
    }
}
