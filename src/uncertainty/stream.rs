//! Chance that depends on nothing but the seed, the name of an input and the number of the draw.

/// 2⁶⁴ ÷ the golden ratio, odd: the step of `SplitMix64`.
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// The bits of 1.0: put before 52 random bits they make a number from 1 up to 2.
const ONE: u64 = 0x3ff0_0000_0000_0000;

/// Half the distance between two of those numbers: 2⁻⁵³.
const HALF_STEP: f64 = f64::EPSILON / 2.0;

/// Bits of the generator that do not fit into a fraction.
const DROPPED: u32 = 64 - Chance::BITS;

/// The chance of one input: any draw can be asked for, in any order, on any thread, and is always the same.
///
/// An input has a stream of its own, so that one more input leaves the draws of the others as they were.
/// Draw n is output n + 1 of `SplitMix64` (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number
/// generators"; constants of Vigna's reference code), begun where the seed and the key say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stream {
    start: u64,
}

impl Stream {
    /// Of the input with this key, such as `m3/length`, in a simulation with this seed.
    pub fn new(seed: u64, key: &str) -> Self {
        Self {
            start: mixed(mixed(seed.wrapping_add(STEP)) ^ hash(key)),
        }
    }

    /// A number strictly between 0 and 1, every one of 2⁵² equally likely: (k + ½) ÷ 2⁵².
    #[inline]
    pub fn uniform(self, draw: u32) -> f64 {
        self.chance(draw).value()
    }

    /// The chance of one draw.
    #[inline]
    pub(crate) fn chance(self, draw: u32) -> Chance {
        let count = u64::from(draw).wrapping_add(1);
        Chance(mixed(self.start.wrapping_add(count.wrapping_mul(STEP))) >> DROPPED)
    }

    /// The chances of the draws from `first` on, without end.
    #[inline]
    pub(crate) fn chances(self, first: u32) -> impl Iterator<Item = Chance> {
        let mut state = self.start.wrapping_add(u64::from(first).wrapping_mul(STEP));
        std::iter::repeat_with(move || {
            state = state.wrapping_add(STEP);
            Chance(mixed(state) >> DROPPED)
        })
    }
}

/// A chance of (k + ½) ÷ 2⁵², held as k: whole numbers choose cells without rounding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Chance(u64);

impl Chance {
    /// Bits of k.
    pub(crate) const BITS: u32 = 52;

    /// The largest k.
    const LAST: u64 = (1 << Self::BITS) - 1;

    /// The one that `u` lies in; what is outside 0 to 1 counts as the nearer end, and what is no number as 0.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "below 2⁵² a whole number is exact; what is outside becomes the nearest"
    )]
    pub(crate) fn of(u: f64) -> Self {
        const TWO_TO_52: f64 = 4_503_599_627_370_496.0;
        Self(((u * TWO_TO_52) as u64).min(Self::LAST))
    }

    #[inline]
    pub(crate) fn k(self) -> u64 {
        self.0
    }

    #[inline]
    pub(crate) fn value(self) -> f64 {
        fraction(self.0) + HALF_STEP
    }

    /// As far from 1 as this is from 0.
    #[inline]
    pub(crate) fn mirrored(self) -> Self {
        Self(Self::LAST ^ self.0)
    }
}

/// k ÷ 2⁵², exactly, for k below 2⁵²: the bits behind those of 1.0, less 1.
#[inline]
pub(crate) fn fraction(k: u64) -> f64 {
    f64::from_bits(ONE | k) - 1.0
}

/// The larger of two numbers, and the second where the first is none; one instruction, which `f64::max` is not.
#[inline]
pub(crate) fn larger(a: f64, b: f64) -> f64 {
    if a > b { a } else { b }
}

/// The smaller of two numbers, and the second where the first is none.
#[inline]
pub(crate) fn smaller(a: f64, b: f64) -> f64 {
    if a < b { a } else { b }
}

/// The finaliser of `SplitMix64`: every bit of the answer depends on every bit of the question.
#[inline]
fn mixed(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

/// FNV-1a of 64 bits: the same on every system and in every version, which std's hashers do not promise.
fn hash(key: &str) -> u64 {
    key.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "these are exact, and ought to be")]
mod tests {
    use super::*;

    /// The first outputs for the seed 1234567, as published with the reference code (Rosetta Code, "`SplitMix64`").
    #[test]
    fn the_generator_is_splitmix64() {
        let stream = Stream { start: 1_234_567 };
        let published = [
            6_457_827_717_110_365_317,
            3_203_168_211_198_807_973,
            9_817_491_932_198_370_423,
            4_593_380_528_125_082_431,
            16_408_922_859_458_223_821,
        ];
        let expected = published.map(|bits: u64| Chance(bits >> 12));
        let drawn: Vec<_> = (0..5).map(|draw| stream.chance(draw)).collect();
        assert_eq!(drawn, expected);
    }

    /// Test vectors of the FNV-1a reference, 64 bits.
    #[test]
    fn the_hash_is_fnv_1a() {
        assert_eq!(hash(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(hash("a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(hash("foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn one_after_another_or_each_by_itself_is_the_same() {
        let stream = Stream::new(42, "m3/length");
        let each: Vec<_> = (1000..3000).map(|draw| stream.chance(draw)).collect();
        let row: Vec<_> = stream.chances(1000).take(2000).collect();
        assert_eq!(each, row);
    }

    #[test]
    fn numbers_are_strictly_between_nought_and_one() {
        assert!(Chance(0).value() > 0.0);
        assert!(Chance(Chance::LAST).value() < 1.0);
        for k in [0, 1, 12_345, 1 << 51, Chance::LAST] {
            assert_eq!(Chance::of(Chance(k).value()), Chance(k));
            assert_eq!(Chance(k).mirrored().value(), 1.0 - Chance(k).value());
        }
        assert_eq!(Chance::of(-1.0), Chance(0));
        assert_eq!(Chance::of(f64::NAN), Chance(0));
        assert_eq!(Chance::of(2.0), Chance(Chance::LAST));
    }

    /// Chi-square of 100,000 draws in 100 cells: mean 99, standard deviation √198 = 14.07; within four of it.
    #[test]
    fn numbers_fall_everywhere_alike() {
        for key in ["m3/length", "m4/length", ""] {
            let stream = Stream::new(1, key);
            let mut counts = [0_u32; 100];
            for draw in 0..100_000 {
                let place = 100.0 * stream.uniform(draw);
                let cell = (0..100_u8).find(|it| place < f64::from(it + 1)).unwrap();
                counts[usize::from(cell)] += 1;
            }
            let square = |count: &u32| (f64::from(*count) - 1000.0) * (f64::from(*count) - 1000.0);
            let chi_square = counts.iter().map(square).sum::<f64>() / 1000.0;
            assert!((42.7..155.3).contains(&chi_square), "{key}: {chi_square}");
        }
    }

    /// The correlation of 100,000 independent pairs has standard deviation 1 ÷ √100,000 = 0.00316.
    #[test]
    fn streams_of_two_keys_or_two_seeds_have_nothing_in_common() {
        let one = Stream::new(1, "m3/length");
        for other in [
            Stream::new(1, "m4/length"),
            Stream::new(1, "m3/lengtg"),
            Stream::new(2, "m3/length"),
            Stream::new(u64::MAX, "m3/length"),
        ] {
            for lag in [0, 1] {
                let products = (0..100_000_u32)
                    .map(|draw| (one.uniform(draw) - 0.5) * (other.uniform(draw + lag) - 0.5));
                let correlation = products.sum::<f64>() / 100_000.0 * 12.0;
                assert!(
                    correlation.abs() < 4.0 * 0.00316,
                    "{other:?}: {correlation}"
                );
            }
        }
    }

    /// Worked out by hand in Python from the published constants; it must never change, or saved results would.
    #[test]
    fn a_key_gives_the_same_draws_for_ever() {
        let stream = Stream::new(2026, "m3/length");
        assert_eq!(stream.chance(0), Chance(3_006_723_295_674_539));
        assert_eq!(stream.chance(9_999), Chance(2_455_363_094_467_174));
    }
}
