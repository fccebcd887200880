//! Between what and what a step may lie, from the ends of the inputs below it.

use crate::uncertainty::tape::{Operand, Step};

/// Everything from `low` to `high`, both included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The least.
    pub low: f64,
    /// The most.
    pub high: f64,
}

impl Interval {
    /// Every number.
    pub const ALL: Self = Self {
        low: f64::NEG_INFINITY,
        high: f64::INFINITY,
    };

    /// Just one.
    pub fn point(at: f64) -> Self {
        Self { low: at, high: at }
    }

    /// The smallest that holds all of these; everything where one of them is no number.
    fn around(values: impl IntoIterator<Item = f64>) -> Self {
        let mut it = Self {
            low: f64::INFINITY,
            high: f64::NEG_INFINITY,
        };
        for value in values {
            if value.is_nan() {
                return Self::ALL;
            }
            it.low = it.low.min(value);
            it.high = it.high.max(value);
        }
        it
    }

    /// Whether some of it is above a bound and some is not.
    pub(crate) fn reaches_both_sides_above(self, bound: f64) -> bool {
        self.high > bound && self.low <= bound
    }

    /// Whether some of it is below a bound and some is not.
    pub(crate) fn reaches_both_sides_below(self, bound: f64) -> bool {
        self.low < bound && self.high >= bound
    }

    /// Whether it holds a number, and others beside it.
    pub(crate) fn holds(self, number: f64) -> bool {
        self.low <= number && number <= self.high && self.low < self.high
    }

    /// Whether all of it rounds to one whole number, halves to the even one.
    #[expect(clippy::float_cmp, reason = "whole numbers")]
    pub(crate) fn rounds_to(self, whole: f64) -> bool {
        self.low.round_ties_even() == whole && self.high.round_ties_even() == whole
    }

    fn times(self, other: Self) -> Self {
        Self::around([
            self.low * other.low,
            self.low * other.high,
            self.high * other.low,
            self.high * other.high,
        ])
    }

    fn over(self, other: Self) -> Self {
        if other.low <= 0.0 && other.high >= 0.0 {
            return Self::ALL;
        }
        self.times(Self::around([1.0 / other.low, 1.0 / other.high]))
    }
}

/// The interval of every step; `ends` are those of the inputs.
pub(crate) fn of_steps(steps: &[Step], ends: &[Interval]) -> Vec<Interval> {
    let mut found: Vec<Interval> = Vec::with_capacity(steps.len());
    for step in steps {
        let of_slot = |slot: u32| {
            let slot = usize::try_from(slot).unwrap_or(usize::MAX);
            found.get(slot).copied().unwrap_or(Interval::ALL)
        };
        let of = |operand: &Operand| match operand {
            Operand::Constant(value) => Interval::point(*value),
            Operand::Slot(slot) => of_slot(*slot),
        };
        let interval = match step {
            Step::Source(input) => ends.get(*input).copied().unwrap_or(Interval::ALL),
            Step::Sum(constant, terms) => {
                let mut sum = Interval::point(*constant);
                for (factor, slot) in terms {
                    let part = of_slot(*slot).times(Interval::point(*factor));
                    sum = Interval::around([sum.low + part.low, sum.high + part.high]);
                }
                sum
            }
            Step::Product(a, b) => of_slot(*a).times(of_slot(*b)),
            Step::Quotient(a, b) => of(a).over(of_slot(*b)),
            Step::Larger(a, b) => {
                let (a, b) = (of_slot(*a), of(b));
                Interval::around([a.low.max(b.low), a.high.max(b.high)])
            }
            Step::Smaller(a, b) => {
                let (a, b) = (of_slot(*a), of(b));
                Interval::around([a.low.min(b.low), a.high.min(b.high)])
            }
            Step::Power(a, power) => {
                let base = of_slot(*a);
                let mut product = Interval::point(1.0);
                for _ in 0..*power {
                    product = product.times(base);
                }
                product
            }
            Step::Root(a) => {
                let of = of_slot(*a);
                Interval::around([of.low.max(0.0).sqrt(), of.high.max(0.0).sqrt()])
            }
        };
        found.push(interval);
    }
    found
}
