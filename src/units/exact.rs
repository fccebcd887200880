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

/// `a` multiplied with itself `power` times over; 1 for a power of nought.
pub fn pow(a: Decimal, power: u16) -> Decimal {
    (0..power).fold(Decimal::ONE, |product, _| mul(product, a))
}

/// The square root of `a` to the last decimal that fits, and nothing where `a` is below nought.
pub fn root(a: Decimal) -> Option<Decimal> {
    if a.is_sign_negative() && !a.is_zero() {
        return None;
    }
    if a.is_zero() {
        return Some(Decimal::ZERO);
    }
    let two = Decimal::from(2);
    // Newton's method comes closer each time, until it only wavers in the last decimal.
    let mut guess = a.max(Decimal::ONE);
    for _ in 0..200 {
        let next = div(add(guess, div(a, guess)?), two)?;
        if next >= guess {
            break;
        }
        guess = next;
    }
    Some(guess)
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

/// A whole number that never falls where a decimal rises: the decimal in units of its tenth place, cut off.
pub fn rank(a: Decimal) -> i128 {
    if let Some(more) = PLACES.checked_sub(a.scale()) {
        return a.mantissa().saturating_mul(ten_to(more));
    }
    let fewer = ten_to(a.scale().saturating_sub(PLACES));
    a.mantissa().checked_div(fewer).unwrap_or(0)
}

/// Ten to a power of at most 28, the most decimals that a decimal has.
fn ten_to(power: u32) -> i128 {
    const POWERS: [i128; 29] = {
        let mut powers = [1_i128; 29];
        let mut power = 1_i128;
        let mut at = 0_usize;
        while at < powers.len() {
            powers[at] = power;
            power = power.saturating_mul(10);
            at = at.saturating_add(1);
        }
        powers
    };
    let power = usize::try_from(power).unwrap_or(usize::MAX);
    POWERS.get(power).copied().unwrap_or(i128::MAX)
}

/// Adds up many amounts, whole numbers of ten-billionths wherever that is exact, which is much faster than decimals.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sum {
    units: i128,
    scale: u32,
    beside: Decimal,
}

impl Sum {
    /// Far inside what a decimal holds, so that one more amount never leaves it.
    const MOST: i128 = 1 << 94;

    /// Adds an amount.
    pub fn add(&mut self, a: Decimal) {
        let units = rank(a);
        let both = self.units.saturating_add(units);
        if a.scale() <= PLACES && both.saturating_abs() < Self::MOST {
            self.units = both;
            self.scale = self.scale.max(a.scale());
        } else {
            self.beside = add(self.beside, a);
        }
    }

    /// What all come to, or the largest value of the right sign.
    pub fn total(self) -> Decimal {
        let step = ten_to(PLACES.saturating_sub(self.scale));
        let units = self.units.checked_div(step);
        let sum = Decimal::try_from_i128_with_scale(units.unwrap_or(0), self.scale);
        add(sum.unwrap_or_default(), self.beside)
    }
}

impl FromIterator<Decimal> for Sum {
    fn from_iter<I: IntoIterator<Item = Decimal>>(amounts: I) -> Self {
        let mut sum = Self::default();
        amounts.into_iter().for_each(|amount| sum.add(amount));
        sum
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
    fn powers_and_roots() {
        let number = |text: &str| text.parse::<Decimal>().unwrap();
        assert_eq!(pow(number("1.5"), 3), number("3.375"));
        assert_eq!(pow(number("7"), 0), Decimal::ONE);
        assert_eq!(root(number("16")), Some(number("4")));
        assert_eq!(root(number("0.25")), Some(number("0.5")));
        assert_eq!(root(number("-1")), None);
        // √2 = 1.41421356237309504880168872…, as printed in tables.
        let of_two = round(root(number("2")).unwrap(), 20);
        assert_eq!(of_two, number("1.41421356237309504880"));
    }

    #[test]
    fn ranks_never_fall_where_decimals_rise() {
        let rising = [
            "-79228162514264337593543950335",
            "-1000",
            "-0.0000000001",
            "0.0",
            "0.00000000001",
            "0.3333333333333333333333333333",
            "0.33334",
            "2.50",
            "2.5000000001",
            "1000000000000000",
        ];
        let rising = rising.map(|text| text.parse::<Decimal>().unwrap());
        assert!(rising.is_sorted());
        assert!(rising.map(rank).is_sorted());
        assert_eq!(rank(Decimal::new(25, 1)), rank(Decimal::new(250, 2)));
    }

    #[test]
    fn a_sum_is_that_of_the_decimals() {
        let check = |amounts: &[&str], expected: &str| {
            let amounts = amounts.iter().map(|text| text.parse().unwrap());
            let sum: Sum = amounts.collect();
            assert_eq!(sum.total().to_string(), expected);
        };
        check(&[], "0");
        check(&["12.50", "-2.5"], "10.00");
        check(&["33.3333333333", "66.6666666667"], "100.0000000000");
        check(&["0.00000000000000000001", "1"], "1.00000000000000000001");
        check(
            &["79228162514264337593543950335", "1"],
            "79228162514264337593543950335",
        );
        check(
            &["-79228162514264337593543950335", "-1"],
            "-79228162514264337593543950335",
        );
        check(
            &["1900000000000000000", "1900000000000000000.5"],
            "3800000000000000000.5",
        );
    }

    #[test]
    fn half_rounds_away_from_zero() {
        let half = Decimal::new(25, 1);
        assert_eq!(round(half, 0), Decimal::from(3));
        assert_eq!(round(-half, 0), Decimal::from(-3));
        assert_eq!(round(Decimal::new(-1, 3), 0).to_string(), "0");
    }
}
