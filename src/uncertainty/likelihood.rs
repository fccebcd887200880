//! A probability in plain words: of so many draws, never certain where it is not.

use rust_decimal::Decimal;

use crate::uncertainty::statistics::Share;
use crate::units::quantity::{Number, Quantity};
use crate::units::{display, exact};

/// Of so many draws a share is said.
const OF: u32 = 100;
/// Of 100, from here to there nobody should see a difference between yes and no.
const EVEN: (u32, u32) = (48, 52);

/// How likely something is, as far as it is worth telling apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likelihood {
    /// It is so in no draw.
    Never,
    /// In fewer than one of 200.
    HardlyEver,
    /// In so many of 100.
    Of100(u32),
    /// In more than 199 of 200, but not in all.
    NearlyAlways,
    /// It is so in every draw.
    Always,
}

impl Likelihood {
    /// Of the draws that have a figure.
    pub fn of(share: &Share) -> Self {
        if share.share <= 0.0 {
            return Self::Never;
        }
        if share.share >= 1.0 {
            return Self::Always;
        }
        let share = Decimal::from_f64_retain(share.share).unwrap_or_default();
        let of_100 = exact::round(exact::mul(share, Decimal::from(OF)), 0);
        match u32::try_from(of_100) {
            Ok(0) | Err(_) => Self::HardlyEver,
            Ok(n) if n >= OF => Self::NearlyAlways,
            Ok(n) => Self::Of100(n),
        }
    }

    /// `in 83 of 100 draws`, `in nearly all draws`, `in no draw`.
    pub fn in_draws(self) -> String {
        match self {
            Self::Never => "in no draw".to_owned(),
            Self::HardlyEver => "in hardly any draw".to_owned(),
            Self::Of100(n) => format!("in {n} of {OF} draws"),
            Self::NearlyAlways => "in nearly all draws".to_owned(),
            Self::Always => "in every draw".to_owned(),
        }
    }

    /// A claim with how likely it is: `its benefits exceed its costs in 83 of 100 draws`, `it is about as likely as not
    /// that its benefits exceed its costs`.
    pub fn that(self, claim: &str) -> String {
        match self {
            Self::Of100(n) if (EVEN.0..=EVEN.1).contains(&n) => {
                format!("it is about as likely as not that {claim}")
            }
            _ => format!("{claim} {}", self.in_draws()),
        }
    }

    /// For a cell: `83%`, `over 99%`, `under 1%`.
    pub fn cell(self) -> String {
        match self {
            Self::Never => "0%".to_owned(),
            Self::HardlyEver => "under 1%".to_owned(),
            Self::Of100(n) => format!("{n}%"),
            Self::NearlyAlways => "over 99%".to_owned(),
            Self::Always => "100%".to_owned(),
        }
    }
}

/// A rank correlation: `0.83`, `−0.4`.
pub fn correlation(value: f64) -> String {
    let value = Decimal::from_f64_retain(value);
    value.map_or_else(
        || display::NOT_KNOWN.to_owned(),
        |it| display::number(Number::new(it)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(share: f64) -> Likelihood {
        Likelihood::of(&Share {
            share,
            standard_error: 0.0,
            n: 10_000,
        })
    }

    #[test]
    fn only_what_is_so_in_every_draw_is_certain() {
        let check = |share: f64, words: &str, cell: &str| {
            assert_eq!(of(share).in_draws(), words, "{share}");
            assert_eq!(of(share).cell(), cell, "{share}");
        };
        check(0.0, "in no draw", "0%");
        check(0.000_1, "in hardly any draw", "under 1%");
        check(0.004_9, "in hardly any draw", "under 1%");
        check(0.005_1, "in 1 of 100 draws", "1%");
        check(0.25, "in 25 of 100 draws", "25%");
        check(0.834_9, "in 83 of 100 draws", "83%");
        check(0.994_9, "in 99 of 100 draws", "99%");
        check(0.995_1, "in nearly all draws", "over 99%");
        check(0.999_999, "in nearly all draws", "over 99%");
        check(1.0, "in every draw", "100%");
    }

    #[test]
    fn a_claim_says_how_likely_it_is() {
        let check = |share: f64, words: &str| assert_eq!(of(share).that("it pays"), words);
        check(0.474_9, "it pays in 47 of 100 draws");
        check(0.476, "it is about as likely as not that it pays");
        check(0.5, "it is about as likely as not that it pays");
        check(0.524, "it is about as likely as not that it pays");
        check(0.526, "it pays in 53 of 100 draws");
        check(1.0, "it pays in every draw");
    }

    #[test]
    fn a_correlation_has_two_decimals() {
        assert_eq!(correlation(-0.834), "−0.83");
        assert_eq!(correlation(0.5), "0.5");
        assert_eq!(correlation(f64::NAN), "not known");
    }
}
