//! Growth from one year to another: pay by its awards, prices by their growth.

use crate::units::quantity::{Money, Rate};
use crate::units::trace::{Recorder, Val};
use crate::units::year::FinancialYear;

/// What amounts of one year are multiplied by, or divided by, to be of another year.
#[derive(Debug)]
pub enum Growth<'r, R: Recorder> {
    /// They stay as they are.
    None,
    /// A rate of −100 % or less leaves nothing to go on from.
    Unknown,
    /// To a later year.
    Times(Val<'r, R, Rate>),
    /// To an earlier year.
    Over(Val<'r, R, Rate>),
}

impl<'r, R: Recorder> Growth<'r, R> {
    /// Π (1 + rate of each year after the earlier one, up to the later one); a year without a rate has none.
    pub fn between(
        from: FinancialYear,
        to: FinancialYear,
        rate: impl Fn(FinancialYear) -> Option<Val<'r, R, Rate>>,
    ) -> Self {
        let (earlier, later) = (from.min(to), from.max(to));
        let mut product: Option<Val<'r, R, Rate>> = None;
        for n in 1..=later.since(earlier) {
            let Some(rate) = rate(earlier.plus(n)) else {
                continue;
            };
            let one = Val::constant(rate.recorder(), "1", Rate::from(1));
            let step = one + rate;
            if !step.is_above(Rate::ZERO) {
                return Self::Unknown;
            }
            product = Some(match product {
                Some(product) => product * step,
                None => step,
            });
        }
        match product {
            None => Self::None,
            Some(product) if to > from => Self::Times(product),
            Some(product) => Self::Over(product),
        }
    }

    /// The same under the name that readers know it by.
    #[must_use]
    pub fn named(self, label: &'static str) -> Self {
        match self {
            Self::None => Self::None,
            Self::Unknown => Self::Unknown,
            Self::Times(product) => Self::Times(product.named(label)),
            Self::Over(product) => Self::Over(product.named(label)),
        }
    }

    /// An amount of the one year as it is in the other. Nothing where a rate is −100 % or less, or all of it is lost.
    pub fn of(&self, amount: Val<'r, R, Money>) -> Option<Val<'r, R, Money>> {
        match self {
            Self::None => Some(amount),
            Self::Unknown => None,
            Self::Times(product) => Some(amount * *product),
            Self::Over(product) => amount.over(*product),
        }
    }
}
