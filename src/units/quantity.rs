//! One type per meaning: money, hours, rates. Only sums that make sense compile, and none can panic.

use std::iter::Sum;
use std::ops::{Add, Mul, Neg, Sub};

use rust_decimal::Decimal;

use crate::units::exact;

/// How a value reads and is parsed, known at run time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// Pounds.
    Money,
    /// Pounds an hour.
    HourlyCost,
    /// Hours of one person's time.
    Hours,
    /// Full-time equivalents.
    Fte,
    /// A share; 0.2 is 20 %.
    Rate,
    /// A plain number: people, meetings, miles, points.
    Number,
}

/// A decimal with a meaning.
pub trait Quantity: Copy + PartialEq + PartialOrd + Ord + Default + 'static {
    /// What it is measured in.
    const UNIT: Unit;
    /// The quantity of this many units.
    fn new(value: Decimal) -> Self;
    /// How many units it is.
    fn decimal(self) -> Decimal;
}

macro_rules! quantity {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(Decimal);

        impl Quantity for $name {
            const UNIT: Unit = Unit::$name;
            fn new(value: Decimal) -> Self {
                Self(value)
            }
            fn decimal(self) -> Decimal {
                self.0
            }
        }

        impl $name {
            /// Nought.
            pub const ZERO: Self = Self(Decimal::ZERO);
        }

        impl From<i64> for $name {
            fn from(whole: i64) -> Self {
                Self(Decimal::from(whole))
            }
        }

        impl Add for $name {
            type Output = Self;
            fn add(self, other: Self) -> Self {
                Self(exact::add(self.0, other.0))
            }
        }

        impl Sub for $name {
            type Output = Self;
            fn sub(self, other: Self) -> Self {
                Self(exact::sub(self.0, other.0))
            }
        }

        impl Neg for $name {
            type Output = Self;
            fn neg(self) -> Self {
                Self(exact::sub(Decimal::ZERO, self.0))
            }
        }

        impl Sum for $name {
            fn sum<I: Iterator<Item = Self>>(items: I) -> Self {
                items.fold(Self::ZERO, Add::add)
            }
        }
    };
}

quantity! {
    /// An amount of money, in pounds.
    Money
}
quantity! {
    /// Pounds for each hour of a person's time.
    HourlyCost
}
quantity! {
    /// Hours of one person's time.
    Hours
}
quantity! {
    /// Full-time equivalents; 0.5 is half of a full-time post.
    Fte
}
quantity! {
    /// A share or rate; 0.2 is 20 %.
    Rate
}
quantity! {
    /// A plain number: people, meetings, months, miles, points.
    Number
}

impl Hours {
    /// So many minutes.
    pub fn minutes(minutes: i64) -> Self {
        Self(exact::div(Decimal::from(minutes), Decimal::from(60)).unwrap_or_default())
    }
}

impl Money {
    /// So many pence.
    pub fn pence(pence: i64) -> Self {
        Self(Decimal::new(pence, 2))
    }

    /// Rounded once, to ten decimals, so that sums do not depend on their order.
    #[must_use]
    pub fn rounded(self) -> Self {
        Self(exact::round(self.0, exact::PLACES))
    }

    /// Parts in proportion to `weights`, the remainder of rounding in the last; nothing where the weights sum to nought.
    pub fn split(self, weights: &[Decimal]) -> Option<Vec<Self>> {
        let whole = weights.iter().copied().fold(Decimal::ZERO, exact::add);
        let mut left = self;
        let mut parts = Vec::with_capacity(weights.len());
        for (n, weight) in weights.iter().enumerate() {
            let part = if n.saturating_add(1) == weights.len() {
                left
            } else {
                Self(exact::div(exact::mul(self.0, *weight), whole)?).rounded()
            };
            left = Self(exact::sub(left.0, part.0));
            parts.push(part);
        }
        if whole.is_zero() { None } else { Some(parts) }
    }
}

/// Division that gives the meaning of the answer.
pub trait Over<Divisor> {
    /// What the answer means.
    type Output;
    /// `self ÷ divisor`, and nothing where the divisor is nought.
    fn over(self, divisor: Divisor) -> Option<Self::Output>;
}

macro_rules! product {
    ($($a:ident * $b:ident = $c:ident;)*) => {$(
        impl Mul<$b> for $a {
            type Output = $c;
            fn mul(self, other: $b) -> $c {
                $c(exact::mul(self.0, other.0))
            }
        }
    )*};
}

macro_rules! quotient {
    ($($a:ident / $b:ident = $c:ident;)*) => {$(
        impl Over<$b> for $a {
            type Output = $c;
            fn over(self, divisor: $b) -> Option<$c> {
                exact::div(self.0, divisor.0).map($c)
            }
        }
    )*};
}

product! {
    Hours * HourlyCost = Money;
    Hours * Number = Hours;
    Hours * Rate = Hours;
    Hours * Fte = Hours;
    Money * Number = Money;
    Money * Rate = Money;
    Money * Fte = Money;
    Number * Number = Number;
    Number * Rate = Number;
    Number * Hours = Hours;
    Number * Money = Money;
    Rate * Rate = Rate;
    Fte * Rate = Fte;
}

quotient! {
    Money / Hours = HourlyCost;
    Money / Number = Money;
    Hours / Hours = Number;
    Hours / Number = Hours;
    Number / Number = Number;
    Money / Money = Rate;
    Money / Rate = Money;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_split_add_up_to_the_whole() {
        let weights = [Decimal::ONE, Decimal::ONE, Decimal::ONE];
        let parts = Money::from(100).split(&weights).unwrap();
        assert_eq!(parts[0].decimal().to_string(), "33.3333333333");
        assert_eq!(parts[2].decimal().to_string(), "33.3333333334");
        assert_eq!(parts.into_iter().sum::<Money>(), Money::from(100));
    }

    #[test]
    fn nothing_is_split_by_no_weight() {
        assert_eq!(Money::from(100).split(&[Decimal::ZERO]), None);
    }

    #[test]
    fn hours_times_an_hourly_cost_is_money() {
        let hourly = HourlyCost::new(Decimal::new(4500, 2));
        assert_eq!(Hours::minutes(90) * hourly, Money::pence(6750));
    }
}
