//! Decimal arithmetic that saturates where the operators of `rust_decimal` would panic.

use rust_decimal::{Decimal, RoundingStrategy};

/// Sums and products beyond this are treated as not known.
pub const LARGEST_FIGURE: Decimal = Decimal::from_parts(0xA4C6_8000, 0x0003_8D7E, 0, false, 0); // 10^15

/// Decimal places that an amount is rounded to, once, when it becomes a cost line or a flow.
pub const PLACES: u32 = 10;

/// `a + b`, or the largest value of the right sign.
pub fn add(a: Decimal, b: Decimal) -> Decimal {
    a.checked_add(b).unwrap_or(limit(a.is_sign_negative()))
}

/// `a − b`, or the largest value of the right sign.
pub fn sub(a: Decimal, b: Decimal) -> Decimal {
    a.checked_sub(b).unwrap_or(limit(a.is_sign_negative()))
}

/// `a × b`, or the largest value of the right sign.
pub fn mul(a: Decimal, b: Decimal) -> Decimal {
    a.checked_mul(b)
        .unwrap_or(limit(a.is_sign_negative() != b.is_sign_negative()))
}

/// `a ÷ b`, and nothing where `b` is nought or the answer does not fit.
pub fn div(a: Decimal, b: Decimal) -> Option<Decimal> {
    a.checked_div(b)
}

/// `a` with `places` decimals, half away from zero, without trailing noughts and never "−0".
pub fn round(a: Decimal, places: u32) -> Decimal {
    let rounded = a.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
    if rounded.is_zero() {
        Decimal::ZERO
    } else {
        rounded
    }
}

/// Whether a figure is small enough to be believed.
pub fn is_credible(a: Decimal) -> bool {
    a.abs() <= LARGEST_FIGURE
}

const fn limit(is_negative: bool) -> Decimal {
    if is_negative {
        Decimal::MIN
    } else {
        Decimal::MAX
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_figure_is_ten_to_the_fifteen() {
        assert_eq!(LARGEST_FIGURE, Decimal::from(1_000_000_000_000_000_i64));
    }

    #[test]
    fn what_does_not_fit_saturates_with_the_right_sign() {
        assert_eq!(add(Decimal::MAX, Decimal::MAX), Decimal::MAX);
        assert_eq!(sub(Decimal::MIN, Decimal::MAX), Decimal::MIN);
        assert_eq!(mul(Decimal::MIN, Decimal::MAX), Decimal::MIN);
        assert_eq!(mul(Decimal::MIN, Decimal::MIN), Decimal::MAX);
        assert_eq!(div(Decimal::ONE, Decimal::ZERO), None);
    }

    #[test]
    fn half_rounds_away_from_zero() {
        let half = Decimal::new(25, 1);
        assert_eq!(round(half, 0), Decimal::from(3));
        assert_eq!(round(-half, 0), Decimal::from(-3));
        assert_eq!(round(Decimal::new(-1, 3), 0).to_string(), "0");
    }
}
