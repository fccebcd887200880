//! Draws from a distribution, each the value that the draw's chance stands for.

use crate::uncertainty::distribution::{Distribution, Shape, event, triangular, uniform};
use crate::uncertainty::pert_table::PertTable;
use crate::uncertainty::stream::{Chance, Stream};

/// A distribution made ready to be drawn from many times.
///
/// Every draw is the inverse of the distribution function at the stream's chance, so that a higher chance never gives
/// a lower value, and a change of one range moves each draw a little instead of shuffling all of them.
#[derive(Clone, Debug)]
pub struct Sampler(Prepared);

#[derive(Clone, Debug)]
enum Prepared {
    Table(PertTable),
    Other(Shape),
}

impl Sampler {
    /// Ready in about a microsecond; the first of the program works out the tables that all share.
    pub fn new(distribution: Distribution) -> Self {
        Self(match distribution.shape() {
            Shape::Pert { low, high, mode } => Prepared::Table(PertTable::new(low, high, mode)),
            other => Prepared::Other(other),
        })
    }

    /// The value that is not exceeded with the chance `u`, 0 to 1; within the ends of the distribution.
    #[inline]
    pub fn at(&self, u: f64) -> f64 {
        match &self.0 {
            Prepared::Table(table) => table.at(Chance::of(u)),
            Prepared::Other(shape) => other_at(*shape, u),
        }
    }

    /// The draws from `first` on, as many as `out` holds; the bits are those of `at(stream.uniform(draw))`.
    pub fn fill(&self, stream: &Stream, first: u32, out: &mut [f64]) {
        self.fill_from(stream.chances(first), out);
    }

    /// The draws with these numbers, in this order; the bits are those of `at(stream.uniform(draw))`.
    ///
    /// Where there are more of the one than of the other, what is left over stays as it is.
    pub fn fill_at(&self, stream: &Stream, draws: &[u32], out: &mut [f64]) {
        self.fill_from(draws.iter().map(|draw| stream.chance(*draw)), out);
    }

    /// The sort is asked for once and not at each draw.
    #[inline]
    fn fill_from(&self, mut chances: impl Iterator<Item = Chance>, out: &mut [f64]) {
        match &self.0 {
            Prepared::Table(table) => {
                let mut fill = |slots: &mut [f64]| {
                    for (slot, chance) in slots.iter_mut().zip(&mut chances) {
                        *slot = table.at(chance);
                    }
                };
                // Four at a time are a tenth quicker.
                let (fours, rest) = out.as_chunks_mut::<4>();
                for four in fours {
                    fill(four);
                }
                fill(rest);
            }
            Prepared::Other(shape) => {
                let shape = *shape;
                let slots = out.iter_mut().zip(chances);
                slots.for_each(|(slot, chance)| *slot = other_at(shape, chance.value()));
            }
        }
    }
}

/// The value of a chance, of every sort but PERT.
#[inline]
fn other_at(shape: Shape, u: f64) -> f64 {
    match shape {
        Shape::Constant(value) => value,
        Shape::Triangular { low, high, mode } => triangular(low, high, mode, u),
        Shape::Uniform { low, high } => uniform(low, high, u),
        Shape::Event { chance, amount } => event(chance, amount, u),
        Shape::Pert { low, high, mode } => PertTable::new(low, high, mode).at(Chance::of(u)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::uncertainty::statistics::Summary;

    fn pert(low: f64, likely: f64, high: f64) -> Distribution {
        Distribution::Pert { low, likely, high }
    }

    fn shapes() -> Vec<Distribution> {
        vec![
            pert(0.0, 0.3, 1.0),
            pert(100.0, 100.0, 400.0),
            pert(-5.0, 2.0, 2.0),
            pert(0.0, 0.001, 1e6),
            pert(3.0, 3.0, 3.0),
            Distribution::Triangular {
                low: 0.0,
                likely: 3.0,
                high: 12.0,
            },
            Distribution::Triangular {
                low: -1.0,
                likely: 4.0,
                high: 4.0,
            },
            Distribution::Uniform {
                low: -1.0,
                high: 4.0,
            },
            Distribution::Event {
                chance: 0.2,
                amount: 5000.0,
            },
            Distribution::Event {
                chance: 0.7,
                amount: -2.0,
            },
            Distribution::Constant(7.5),
        ]
    }

    #[test]
    fn a_draw_has_the_same_bits_however_it_is_asked_for() {
        let stream = Stream::new(42, "m3/length");
        for distribution in shapes() {
            let sampler = Sampler::new(distribution);
            let mut row = vec![f64::NAN; 2003];
            sampler.fill(&stream, 500, &mut row);
            let draws: Vec<u32> = (500..2503).rev().collect();
            let mut scattered = vec![f64::NAN; 2003];
            sampler.fill_at(&stream, &draws, &mut scattered);
            scattered.reverse();
            let each = (500..2503).map(|draw| sampler.at(stream.uniform(draw)));
            for ((row, scattered), each) in row.iter().zip(&scattered).zip(each) {
                assert_eq!(row.to_bits(), each.to_bits(), "{distribution:?}");
                assert_eq!(scattered.to_bits(), each.to_bits(), "{distribution:?}");
            }
        }
    }

    #[test]
    fn fewer_draws_than_room_leave_the_rest_alone() {
        let sampler = Sampler::new(pert(0.0, 1.0, 2.0));
        for n in [0, 3, 4, 5] {
            let mut out = [-1.0; 10];
            let draws: Vec<u32> = (0..n).collect();
            sampler.fill_at(&Stream::new(1, "a"), &draws, &mut out);
            let drawn = out.iter().filter(|it| **it >= 0.0).count();
            assert_eq!(drawn, draws.len());
        }
    }

    /// 100,000 draws: the mean within three standard errors √(variance ÷ n); the variance within three of its own,
    /// √((fourth moment − variance²) ÷ n), taken from the draws; the share below the p-quantile within three of
    /// √(p (1 − p) ÷ n).
    #[test]
    fn moments_and_quantiles_of_draws_are_those_of_the_distribution() {
        const N: usize = 100_000;
        let n = 1e5_f64;
        for distribution in shapes() {
            let mut draws = vec![0.0; N];
            Sampler::new(distribution).fill(&Stream::new(7, "x1/cost"), 0, &mut draws);
            let (mean, variance) = (distribution.mean(), distribution.variance());
            let found = draws.iter().sum::<f64>() / n;
            let rounding = 1e-12 * mean.abs();
            assert!(
                (found - mean).abs() <= 3.0 * (variance / n).sqrt() + rounding,
                "{distribution:?}: {found} {mean}"
            );
            let squares: Vec<f64> = draws.iter().map(|it| (it - mean) * (it - mean)).collect();
            let found = squares.iter().sum::<f64>() / n;
            let fourth = squares.iter().map(|it| it * it).sum::<f64>() / n;
            let error = ((fourth - variance * variance).max(0.0) / n).sqrt();
            assert!(
                (found - variance).abs() <= 3.0 * error + rounding,
                "{distribution:?}: {found} {variance}"
            );
            for p in [0.001, 0.05, 0.25, 0.5, 0.9, 0.999] {
                let quantile = distribution.quantile(p);
                // An event and a constant are exceeded in lumps.
                let p = distribution.cumulative(quantile);
                let below = draws.iter().filter(|it| **it <= quantile).count();
                let share = f64::from(u32::try_from(below).unwrap()) / n;
                let error = (p * (1.0 - p) / n).sqrt();
                assert!(
                    (share - p).abs() <= 3.0 * error + 1e-12,
                    "{distribution:?} {p}: {share}"
                );
            }
        }
    }

    /// Of 200 intervals of 95 %, as many hold the true mean as a binomial with n = 200 and p = 0.95: outside 180 to 199
    /// with the chance Σ C(200, k) 0.95ᵏ 0.05²⁰⁰⁻ᵏ = 0.0012.
    #[test]
    fn intervals_of_95_per_cent_hold_the_mean_95_times_in_100() {
        for distribution in [pert(100.0, 100.0, 400.0), pert(0.0, 0.7, 1.0)] {
            let sampler = Sampler::new(distribution);
            let mut draws = vec![0.0; 2000];
            let holds = (0..200_u64).filter(|seed| {
                sampler.fill(&Stream::new(*seed, "m3/length"), 0, &mut draws);
                let summary = Summary::of(&draws).unwrap();
                (summary.mean - distribution.mean()).abs() <= 1.96 * summary.standard_error
            });
            let n = holds.count();
            assert!((180..=199).contains(&n), "{distribution:?}: {n}");
        }
    }
}
