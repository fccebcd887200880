//! What a quantity may be: a range with its shape, or an event that happens or not.

use crate::uncertainty::beta::PertBeta;
use crate::uncertainty::stream::{larger, smaller};

/// Larger numbers than this are not amounts, and their squares would overflow.
const LARGEST: f64 = 1e150;

/// How likely each value of a quantity is, in the quantity's own unit.
///
/// A range whose numbers are in the wrong order, or are not numbers, counts as its most likely value alone
/// (a uniform one as its middle); the model refuses such a range before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Distribution {
    /// Always this.
    Constant(f64),
    /// The beta distribution with α = 1 + 4(m−a)/(b−a) and β = 1 + 4(b−m)/(b−a), stretched over the range.
    Pert {
        /// The least possible, a.
        low: f64,
        /// The most likely, m.
        likely: f64,
        /// The most possible, b.
        high: f64,
    },
    /// Straight up from the low end to the most likely value, and straight down from there.
    Triangular {
        /// The least possible.
        low: f64,
        /// The most likely.
        likely: f64,
        /// The most possible.
        high: f64,
    },
    /// Every value of the range alike.
    Uniform {
        /// The least possible.
        low: f64,
        /// The most possible.
        high: f64,
    },
    /// `amount` where it happens, and nought where it does not.
    Event {
        /// The chance that it happens, 0 to 1; what is outside counts as the nearer of the two.
        chance: f64,
        /// What it comes to.
        amount: f64,
    },
}

/// A distribution with every special case taken out, so that each formula holds as it is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Shape {
    Constant(f64),
    /// `mode` is the place of the most likely value, 0 at the low end and 1 at the high end; low < high.
    Pert {
        low: f64,
        high: f64,
        mode: f64,
    },
    /// As above.
    Triangular {
        low: f64,
        high: f64,
        mode: f64,
    },
    /// low < high.
    Uniform {
        low: f64,
        high: f64,
    },
    /// The chance is neither 0 nor 1, and the amount is not nought.
    Event {
        chance: f64,
        amount: f64,
    },
}

impl Distribution {
    /// What it comes to on average: (a + 4m + b) ÷ 6 of a PERT range, (a + m + b) ÷ 3 of a triangular one.
    pub fn mean(self) -> f64 {
        let mean = match (self, self.shape()) {
            (_, Shape::Constant(value)) => return value,
            (_, Shape::Event { chance, amount }) => return chance * amount,
            (Self::Pert { low, likely, high }, _) => (low + 4.0 * likely + high) / 6.0,
            (Self::Triangular { low, likely, high }, _) => (low + likely + high) / 3.0,
            (Self::Uniform { low, high }, _) => 0.5 * (low + high),
            (Self::Constant(value) | Self::Event { amount: value, .. }, _) => value,
        };
        // Rounding must not carry it out of a range of a few last digits.
        let (low, high) = self.ends();
        smaller(larger(mean, low), high)
    }

    /// The square of its standard deviation, in squares of its unit.
    ///
    /// (mean − a)(b − mean) ÷ 7 of a PERT range; (a² + m² + b² − am − ab − mb) ÷ 18 of a triangular one, worked out
    /// from its width and mode; (b − a)² ÷ 12 of a uniform one; p (1 − p) × amount² of an event.
    pub fn variance(self) -> f64 {
        match self.shape() {
            Shape::Constant(_) => 0.0,
            Shape::Pert { low, high, .. } => {
                let mean = self.mean();
                (mean - low) * (high - mean) / 7.0
            }
            Shape::Triangular { low, high, mode } => {
                let width = high - low;
                width * width * (1.0 - mode * (1.0 - mode)) / 18.0
            }
            Shape::Uniform { low, high } => {
                let width = high - low;
                width * width / 12.0
            }
            Shape::Event { chance, amount } => chance * (1.0 - chance) * amount * amount,
        }
    }

    /// The least and the most that is possible.
    pub fn ends(self) -> (f64, f64) {
        match self.shape() {
            Shape::Constant(value) => (value, value),
            Shape::Pert { low, high, .. }
            | Shape::Triangular { low, high, .. }
            | Shape::Uniform { low, high } => (low, high),
            Shape::Event { amount, .. } => (amount.min(0.0), amount.max(0.0)),
        }
    }

    /// The value that is not exceeded with the chance `u`; what is outside 0 to 1 counts as the nearer of the two.
    ///
    /// Of a PERT range it is right to about 10⁻¹⁴ of the width.
    pub fn quantile(self, u: f64) -> f64 {
        let u = within(u);
        match self.shape() {
            Shape::Constant(value) => value,
            Shape::Pert { low, high, mode } => {
                let beta = PertBeta::of_mode(mode);
                let width = high - low;
                let value = if u <= 0.5 {
                    low + width * beta.lower_quantile(u, None)
                } else {
                    high - width * beta.mirrored().lower_quantile(1.0 - u, None)
                };
                value.clamp(low, high)
            }
            Shape::Triangular { low, high, mode } => triangular(low, high, mode, u),
            Shape::Uniform { low, high } => uniform(low, high, u),
            Shape::Event { chance, amount } => event(chance, amount, u),
        }
    }

    /// The chance of no more than `x`.
    pub fn cumulative(self, x: f64) -> f64 {
        match self.shape() {
            Shape::Constant(value) => f64::from(u8::from(x >= value)),
            Shape::Pert { low, high, mode } => {
                let beta = PertBeta::of_mode(mode);
                let width = high - low;
                // From the nearer end, so that a small chance keeps its digits.
                if x - low <= high - x {
                    beta.cumulative((x - low) / width)
                } else {
                    1.0 - beta.mirrored().cumulative((high - x) / width)
                }
            }
            Shape::Triangular { low, high, mode } => {
                let (up, down) = (
                    within((x - low) / (high - low)),
                    within((high - x) / (high - low)),
                );
                if up < mode {
                    up * up / mode
                } else if down > 0.0 {
                    1.0 - down * down / (1.0 - mode)
                } else {
                    1.0
                }
            }
            Shape::Uniform { low, high } => within((x - low) / (high - low)),
            Shape::Event { chance, amount } => {
                let happened = if x >= amount { chance } else { 0.0 };
                let not = if x >= 0.0 { 1.0 - chance } else { 0.0 };
                happened + not
            }
        }
    }

    /// How thickly chance lies at `x`, for each unit of the quantity; nought for a constant and an event, which have
    /// no thickness but lumps.
    pub fn density(self, x: f64) -> f64 {
        let (low, high) = self.ends();
        if !(low..=high).contains(&x) {
            return 0.0;
        }
        let width = high - low;
        let place = (x - low) / width;
        match self.shape() {
            Shape::Constant(_) | Shape::Event { .. } => 0.0,
            Shape::Pert { mode, .. } => PertBeta::of_mode(mode).density(place) / width,
            Shape::Triangular { mode, .. } if place < mode => 2.0 * place / mode / width,
            Shape::Triangular { mode, .. } if mode < 1.0 => {
                2.0 * (1.0 - place) / (1.0 - mode) / width
            }
            Shape::Triangular { .. } => 2.0 / width,
            Shape::Uniform { .. } => 1.0 / width,
        }
    }

    pub(crate) fn shape(self) -> Shape {
        match self {
            Self::Constant(value) => Shape::Constant(value),
            Self::Pert { low, likely, high } => match mode(low, likely, high) {
                Some(mode) => Shape::Pert { low, high, mode },
                None => Shape::Constant(likely),
            },
            Self::Triangular { low, likely, high } => match mode(low, likely, high) {
                Some(mode) => Shape::Triangular { low, high, mode },
                None => Shape::Constant(likely),
            },
            Self::Uniform { low, high } => match mode(low, low, high) {
                Some(_) => Shape::Uniform { low, high },
                None => Shape::Constant(0.5 * low + 0.5 * high),
            },
            Self::Event { chance, amount } if chance >= 1.0 => Shape::Constant(amount),
            Self::Event { chance, amount } if chance > 0.0 && amount != 0.0 => {
                Shape::Event { chance, amount }
            }
            Self::Event { .. } => Shape::Constant(0.0),
        }
    }
}

/// The place of the most likely value within its range, 0 to 1; none where there is no range.
fn mode(low: f64, likely: f64, high: f64) -> Option<f64> {
    let is_range = -LARGEST <= low && low <= likely && likely <= high && high <= LARGEST;
    let mode = (likely - low) / (high - low);
    (is_range && (0.0..=1.0).contains(&mode)).then_some(mode)
}

/// `u` brought into 0 to 1; what is no number counts as 0.
fn within(u: f64) -> f64 {
    smaller(larger(u, 0.0), 1.0)
}

/// The quantile of a triangular range: the square root that fits the side of the mode that `u` is on.
#[inline]
pub(crate) fn triangular(low: f64, high: f64, mode: f64, u: f64) -> f64 {
    let width = high - low;
    let left = low + width * (u * mode).sqrt();
    let right = high - width * ((1.0 - u) * (1.0 - mode)).sqrt();
    // Chosen by a mask: a jump would often be foreseen wrongly, which costs more than both roots.
    let is_left = 0_u64.wrapping_sub(u64::from(u < mode));
    let value = f64::from_bits((left.to_bits() & is_left) | (right.to_bits() & !is_left));
    smaller(larger(value, low), high)
}

/// The quantile of a uniform range.
#[inline]
pub(crate) fn uniform(low: f64, high: f64, u: f64) -> f64 {
    smaller(larger(low + (high - low) * u, low), high)
}

/// The quantile of an event: the lower of nought and the amount comes first.
#[inline]
pub(crate) fn event(chance: f64, amount: f64, u: f64) -> f64 {
    let happens = if amount < 0.0 {
        u <= chance
    } else {
        u > 1.0 - chance
    };
    if happens { amount } else { 0.0 }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "these are exact, and ought to be")]
mod tests {
    use super::*;

    fn pert(low: f64, likely: f64, high: f64) -> Distribution {
        Distribution::Pert { low, likely, high }
    }

    fn triangle(low: f64, likely: f64, high: f64) -> Distribution {
        Distribution::Triangular { low, likely, high }
    }

    /// Low = likely, likely = high, narrow, wide, far from nought, below nought.
    fn ranges() -> Vec<Distribution> {
        let numbers = [
            (0.0, 0.3, 1.0),
            (0.0, 0.0, 1.0),
            (2.0, 5.0, 5.0),
            (1e9, 1.000_000_1e9, 1.000_001e9),
            (-40.0, -39.0, 12.0),
            (0.0, 1e-9, 1e7),
        ];
        let mut all = vec![
            Distribution::Uniform {
                low: -1.0,
                high: 4.0,
            },
            Distribution::Constant(7.0),
        ];
        for (low, likely, high) in numbers {
            all.extend([pert(low, likely, high), triangle(low, likely, high)]);
        }
        all
    }

    /// With α and β whole, F(x) is the chance of at least α heads of 5: polynomials, solved by halving in 60 digits.
    /// α = 3: 10x³ − 15x⁴ + 6x⁵; α = 2: 1 − (1−x)⁵ − 5x(1−x)⁴; α = 1: 1 − (1−x)⁵; α = 5: x⁵.
    /// The others by the series x^α ÷ B × Σ (1−β)ₙ xⁿ ÷ n! ÷ (α + n) (DLMF 8.17.7) in 60 digits, with B from the
    /// reflection formula: (1−α)(2−α)(3−α)(4−α)(5−α) π ÷ sin(πα) ÷ 120.
    #[test]
    fn quantiles_of_pert_ranges_are_right() {
        let check = |likely: f64, expected: [f64; 5]| {
            for (u, expected) in [1e-6, 0.05, 0.5, 0.9, 0.999].into_iter().zip(expected) {
                let found = pert(0.0, likely, 4.0).quantile(u) / 4.0;
                assert!(
                    (found - expected).abs() <= 1e-14,
                    "{likely} {u}: {found} {expected}"
                );
                let back = pert(0.0, likely, 4.0).cumulative(4.0 * expected);
                assert!((back - u).abs() <= 1e-14, "{likely} {expected}: {back}");
            }
        };
        check(
            2.0,
            [
                0.004_652_416_361_586_582,
                0.189_255_377_437_770_8,
                0.5,
                0.753_363_546_711_533_4,
                0.952_448_101_824_542_3,
            ],
        );
        check(
            1.0,
            [
                0.000_316_327_821_393_724_3,
                0.076_440_391_412_328_89,
                0.313_810_170_455_697_4,
                0.583_890_374_619_529,
                0.877_986_170_388_521_6,
            ],
        );
        check(
            0.0,
            [
                2.000_000_800_000_48e-7,
                0.010_206_218_313_011_496,
                0.129_449_436_703_875_85,
                0.369_042_655_519_806_75,
                0.748_811_356_849_042,
            ],
        );
        check(
            4.0,
            [
                0.063_095_734_448_019_33,
                0.549_280_271_653_058_9,
                0.870_550_563_296_124_1,
                0.979_148_362_360_976_8,
                0.999_799_919_951_966_4,
            ],
        );
        check(
            1.2,
            [
                0.000_642_581_239_076_254_3,
                0.095_704_283_529_198_88,
                0.350_999_484_949_118,
                0.620_754_485_665_12,
                0.896_369_137_628_450_8,
            ],
        );
        check(
            3.7,
            [
                0.046_555_069_740_683_15,
                0.479_437_239_642_247_6,
                0.815_745_121_168_835,
                0.957_657_569_775_441_7,
                0.998_853_412_136_175,
            ],
        );
    }

    /// α = 1 + 4 × 30 ÷ 300 = 1.4; quantiles as above. Mean (100 + 520 + 400) ÷ 6 = 170; variance 70 × 230 ÷ 7 = 2,300.
    #[test]
    fn a_pert_range_by_hand() {
        let cost = pert(100.0, 130.0, 400.0);
        let near = |found: f64, expected: f64| assert!((found - expected).abs() < 1e-11, "{found}");
        near(cost.mean(), 170.0);
        near(cost.variance(), 2300.0);
        near(cost.quantile(0.05), 108.999_454_697_076_73);
        near(cost.quantile(0.5), 160.799_455_108_439_84);
        near(cost.quantile(0.95), 262.622_229_215_594_87);
        // Of 0, 0.3, 1: α = 2.2, the series of the test above.
        near(
            pert(0.0, 0.3, 1.0).cumulative(0.3),
            0.398_027_850_094_271_66,
        );
        near(pert(0.0, 0.3, 1.0).density(0.3), 2.015_293_532_734_568_7);
    }

    /// Of 0, 3, 12: mean 15 ÷ 3 = 5; variance (0 + 9 + 144 − 0 − 0 − 36) ÷ 18 = 6.5. F(3) = 3 ÷ 12 = ¼;
    /// F(1.5) = 1.5² ÷ (12 × 3) = 1/16; F(6) = 1 − 6² ÷ (12 × 9) = ⅔; height at 3: 2 ÷ 12.
    #[test]
    fn a_triangular_range_by_hand() {
        let range = triangle(0.0, 3.0, 12.0);
        let near = |found: f64, expected: f64| assert!((found - expected).abs() < 1e-14, "{found}");
        near(range.mean(), 5.0);
        near(range.variance(), 6.5);
        near(range.cumulative(3.0), 0.25);
        near(range.cumulative(1.5), 0.0625);
        near(range.cumulative(6.0), 2.0 / 3.0);
        near(range.quantile(0.25), 3.0);
        near(range.quantile(0.0625), 1.5);
        near(range.density(3.0), 1.0 / 6.0);
        near(range.density(1.5), 1.0 / 12.0);
    }

    /// Of 2 to 5: mean 3.5, variance 9 ÷ 12. An event of 30 with the chance 0.2: 6, and 0.2 × 0.8 × 900 = 144.
    #[test]
    fn a_uniform_range_and_an_event_by_hand() {
        let range = Distribution::Uniform {
            low: 2.0,
            high: 5.0,
        };
        assert_eq!((range.mean(), range.variance()), (3.5, 0.75));
        assert_eq!((range.quantile(0.25), range.cumulative(3.5)), (2.75, 0.5));
        assert_eq!(range.density(3.0), 1.0 / 3.0);
        let event = |chance, amount| Distribution::Event { chance, amount };
        let fire = event(0.2, 30.0);
        assert_eq!(fire.mean(), 6.0);
        assert!((fire.variance() - 144.0).abs() < 1e-12);
        assert_eq!((fire.quantile(0.79), fire.quantile(0.81)), (0.0, 30.0));
        assert_eq!((fire.cumulative(-1.0), fire.cumulative(0.0)), (0.0, 0.8));
        assert_eq!((fire.cumulative(29.0), fire.cumulative(30.0)), (0.8, 1.0));
        assert_eq!((fire.ends(), fire.density(30.0)), ((0.0, 30.0), 0.0));
        let loss = event(0.2, -30.0);
        assert_eq!((loss.quantile(0.19), loss.quantile(0.21)), (-30.0, 0.0));
        assert_eq!((loss.cumulative(-1.0), loss.cumulative(0.0)), (0.2, 1.0));
        assert_eq!(loss.ends(), (-30.0, 0.0));
        assert_eq!(
            (event(0.0, 9.0).ends(), event(1.0, 9.0).ends()),
            ((0.0, 0.0), (9.0, 9.0))
        );
    }

    #[test]
    fn quantile_and_cumulative_undo_each_other_within_the_ends() {
        for distribution in ranges() {
            let (low, high) = distribution.ends();
            let mut before = low;
            for step in 0..=400_u16 {
                let u = f64::from(step) / 400.0;
                let x = distribution.quantile(u);
                assert!(
                    (low..=high).contains(&x) && x >= before,
                    "{distribution:?} {u}: {x}"
                );
                before = x;
                // A number far from nought has fewer digits left for its place in the range.
                let blur = 4.0 * f64::EPSILON * (1.0 + distribution.density(x) * x.abs());
                let back = distribution.cumulative(x);
                assert!(
                    low == high || (back - u).abs() <= 1e-14 + blur,
                    "{distribution:?} {u}: {back}"
                );
            }
            assert_eq!(distribution.quantile(0.0), low);
            assert_eq!(distribution.quantile(1.0), high);
        }
    }

    /// The slope of the distribution function, over a hundred-thousandth of the width.
    #[test]
    fn density_is_the_slope_of_the_cumulative() {
        for distribution in ranges() {
            let (low, high) = distribution.ends();
            let step = 1e-5 * (high - low);
            for place in 1..20_u8 {
                let x = low + (high - low) * f64::from(place) / 20.0;
                let rise = distribution.cumulative(x + step) - distribution.cumulative(x - step);
                let slope = rise / 2.0 / step;
                let density = distribution.density(x);
                let is_near = (slope - density).abs() <= 1e-4 / (high - low);
                assert!(
                    low == high || is_near,
                    "{distribution:?} {x}: {slope} {density}"
                );
            }
        }
    }

    #[test]
    fn what_is_no_range_is_its_most_likely_value() {
        let middle = Distribution::Uniform {
            low: 9.0,
            high: 2.0,
        };
        for distribution in [
            pert(5.5, 5.5, 5.5),
            pert(1.0, 5.5, 2.0),
            pert(7.0, 5.5, 9.0),
            pert(f64::NAN, 5.5, 9.0),
            pert(f64::NEG_INFINITY, 5.5, 9.0),
            triangle(5.5, 5.5, 5.5),
            triangle(9.0, 5.5, 2.0),
            middle,
        ] {
            assert_eq!(distribution.mean(), 5.5, "{distribution:?}");
            assert_eq!(distribution.variance(), 0.0);
            assert_eq!(distribution.ends(), (5.5, 5.5));
            assert_eq!(distribution.quantile(0.3), 5.5);
            assert_eq!(
                (distribution.cumulative(5.4), distribution.cumulative(5.5)),
                (0.0, 1.0)
            );
            assert_eq!(distribution.density(5.5), 0.0);
        }
    }

    #[test]
    fn nothing_is_ever_not_a_number() {
        let ends = [
            f64::MIN,
            -1e150,
            -3.0,
            -0.0,
            5e-324,
            1.0,
            1.0 + f64::EPSILON,
            1e150,
            f64::MAX,
        ];
        for low in ends {
            for likely in ends {
                for high in ends {
                    for distribution in [
                        pert(low, likely, high),
                        triangle(low, likely, high),
                        Distribution::Uniform { low, high },
                        Distribution::Event {
                            chance: low,
                            amount: high,
                        },
                    ] {
                        let (least, most) = distribution.ends();
                        assert!(least <= most, "{distribution:?}");
                        assert!(!distribution.mean().is_nan() && distribution.variance() >= 0.0);
                        for u in [0.0, 1e-300, 0.3, 0.7, 1.0, f64::NAN] {
                            let x = distribution.quantile(u);
                            assert!(least <= x && x <= most, "{distribution:?} {u}: {x}");
                            assert!((0.0..=1.0).contains(&distribution.cumulative(x)));
                            assert!(distribution.density(x) >= 0.0, "{distribution:?} {x}");
                        }
                    }
                }
            }
        }
    }
}
