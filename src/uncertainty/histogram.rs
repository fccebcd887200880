//! Draws counted in bins whose edges are round numbers.

use crate::uncertainty::statistics::number;

/// Widths go up to 10³⁰⁰; no figure is near it.
const LARGEST_POWER: i32 = 300;

/// How often the draws fall into each of a row of bins that touch.
#[derive(Clone, Debug, PartialEq)]
pub struct Histogram {
    /// Where bins begin and end, ascending: one more than there are bins.
    pub edges: Vec<f64>,
    /// Draws in each bin: from its lower edge up to, but not, its upper one.
    pub counts: Vec<usize>,
    /// Draws with no figure, which are in no bin.
    pub n_without: usize,
}

impl Histogram {
    /// How many of the counted draws are below each edge, as a share of them all.
    pub fn below(&self) -> Vec<f64> {
        let all: usize = self.counts.iter().sum();
        let mut so_far = 0_usize;
        let ends = self.counts.iter().map(|count| {
            so_far = so_far.saturating_add(*count);
            number(so_far) / number(all)
        });
        std::iter::once(0.0).chain(ends).collect()
    }
}

/// The draws in at most `most_bins` bins (or two, should they lie on both sides of nought), each 1, 2, 2.5 or 5 × 10^k
/// wide, with edges at whole widths, as narrow as that allows.
///
/// A constant is one bin about a hundredth of it wide. None where no draw has a figure.
pub fn histogram(draws: &[f64], most_bins: usize) -> Option<Histogram> {
    let figures: Vec<f64> = draws.iter().copied().filter(|it| it.is_finite()).collect();
    let most_bins = most_bins.max(2);
    let least = figures.iter().copied().reduce(f64::min)?;
    let most = figures.iter().copied().reduce(f64::max)?;
    let (width, first, n) = widths(narrowest(least, most, most_bins))
        .map(|width| {
            let (first, last) = (width.step_of(least), width.step_of(most));
            (width, first, last - first + 1.0)
        })
        .find(|(_, _, n)| *n <= number(most_bins))?;
    let n = whole(n);
    let edges: Vec<f64> = (0..=n).map(|at| width.edge(first + number(at))).collect();
    let mut counts = vec![0_usize; n];
    for figure in &figures {
        let bin = whole(width.step_of(*figure) - first);
        if let Some(count) = counts.get_mut(bin) {
            *count = count.saturating_add(1);
        }
    }
    Some(Histogram {
        edges,
        counts,
        n_without: draws.len().saturating_sub(figures.len()),
    })
}

/// A width of bins that is surely no wider than the one looked for, and can still be told apart from nought beside
/// the numbers.
fn narrowest(least: f64, most: f64, most_bins: usize) -> f64 {
    let spread = most - least;
    let largest = most.abs().max(least.abs());
    if spread > 0.0 {
        (spread / number(most_bins)).max(1e-12 * largest)
    } else if largest > 0.0 {
        largest / 100.0
    } else {
        1.0
    }
}

/// A round number, tenths × 10^power ÷ 10.
#[derive(Clone, Copy, Debug)]
struct Width {
    tenths: f64,
    /// 10 to the power of this many, or one over that: both are exact up to 10²², which a power of 0.1 is not.
    ten: f64,
    is_fraction: bool,
}

impl Width {
    /// Whole × width, rounded once, so that an edge of 0.3 is 0.3.
    fn edge(self, step: f64) -> f64 {
        if self.is_fraction {
            step * self.tenths / (10.0 * self.ten)
        } else {
            step * self.tenths * self.ten / 10.0
        }
    }

    /// The bin that a number is in, counted from 0 at nought; held against the edges, which division may miss by one.
    fn step_of(self, x: f64) -> f64 {
        let step = (x / self.edge(1.0)).floor();
        if x < self.edge(step) {
            step - 1.0
        } else if x >= self.edge(step + 1.0) {
            step + 1.0
        } else {
            step
        }
    }
}

/// The round widths from the first that is at least `least`, ascending.
#[expect(clippy::cast_possible_truncation, reason = "powers of ten are few")]
fn widths(least: f64) -> impl Iterator<Item = Width> {
    // One lower, should the logarithm be rounded up.
    let first = (libm::log10(least).floor() as i32).saturating_sub(1);
    let powers = (first..=LARGEST_POWER).map(|power| Width {
        tenths: 10.0,
        ten: power_of_ten(power.unsigned_abs()),
        is_fraction: power < 0,
    });
    let all =
        powers.flat_map(|width| [10.0, 20.0, 25.0, 50.0].map(|tenths| Width { tenths, ..width }));
    all.skip_while(move |width| width.edge(1.0) < least)
}

fn power_of_ten(power: u32) -> f64 {
    (0..power).fold(1.0, |ten, _| ten * 10.0)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "no more than the bins allowed, and not below nought"
)]
fn whole(n: f64) -> usize {
    n as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(draws: &[f64], most_bins: usize, edges: &[f64], counts: &[usize]) {
        let found = histogram(draws, most_bins).unwrap();
        assert_eq!(found.edges, edges, "{draws:?}");
        assert_eq!(found.counts, counts, "{draws:?}");
    }

    /// 0.1 to 0.95 in at most 10: 0.1 wide gives 0.1 to 1, nine bins; 0.05 would give 18.
    #[test]
    fn edges_are_round_numbers_to_the_last_digit() {
        let edges = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0];
        check(
            &[0.1, 0.3, 0.299, 0.95],
            10,
            &edges,
            &[1, 1, 1, 0, 0, 0, 0, 0, 1],
        );
    }

    /// −40 to 60 in at most 5: 20 wide has six bins (60 is in a sixth), 25 has −50, −25, 0, 25, 50, 75: five.
    #[test]
    fn bins_are_as_narrow_as_allowed() {
        check(
            &[-40.0, -1.0, 0.0, 60.0],
            5,
            &[-50.0, -25.0, 0.0, 25.0, 50.0, 75.0],
            &[1, 1, 1, 0, 1],
        );
        check(
            &[-40.0, 60.0],
            6,
            &[-40.0, -20.0, 0.0, 20.0, 40.0, 60.0, 80.0],
            &[1, 0, 0, 0, 0, 1],
        );
        check(&[12e6, 31e6], 2, &[0.0, 20e6, 40e6], &[1, 1]);
    }

    /// 1, 2 and 5 draws of 8: an eighth, three eighths, all.
    #[test]
    fn shares_below_the_edges_add_up() {
        let found = Histogram {
            edges: vec![0.0, 1.0, 2.0, 3.0],
            counts: vec![1, 2, 5],
            n_without: 0,
        };
        assert_eq!(found.below(), [0.0, 0.125, 0.375, 1.0]);
    }

    #[test]
    fn a_constant_is_one_bin() {
        check(&[250.0, 250.0], 20, &[250.0, 252.5], &[2]);
        check(&[0.0], 20, &[0.0, 1.0], &[1]);
        check(&[-7.0], 1, &[-7.0, -6.9], &[1]);
    }

    #[test]
    fn what_is_not_there_is_counted_apart() {
        let found = histogram(&[1.0, f64::NAN, f64::INFINITY, 1.0], 5).unwrap();
        assert_eq!((found.counts, found.n_without), (vec![2], 2));
        assert_eq!(histogram(&[f64::NAN], 5), None);
        assert_eq!(histogram(&[], 5), None);
    }

    /// Every draw is between the edges of the bin that counts it; nothing is lost; ends are not empty.
    #[test]
    fn every_draw_is_in_its_bin() {
        let stream = crate::uncertainty::stream::Stream::new(5, "test");
        for (scale, shift) in [
            (1.0, 0.0),
            (1e-7, 0.3),
            (3e9, -1e9),
            (0.7, 1e6),
            (1e-9, 1e6),
            (1e200, 0.0),
        ] {
            let draws: Vec<f64> = (0..500)
                .map(|draw| shift + scale * stream.uniform(draw))
                .collect();
            for most_bins in [2, 7, 40] {
                let found = histogram(&draws, most_bins).unwrap();
                assert!(found.counts.len() <= most_bins);
                assert_eq!(found.edges.len(), found.counts.len() + 1);
                assert!(found.edges.is_sorted_by(|a, b| a < b));
                for (count, edges) in found.counts.iter().zip(found.edges.windows(2)) {
                    let inside = draws.iter().filter(|it| (edges[0]..edges[1]).contains(*it));
                    assert_eq!(*count, inside.count(), "{scale} {shift} {edges:?}");
                }
                assert_eq!(found.counts.iter().sum::<usize>(), 500);
                assert!(found.counts[0] > 0 && found.counts.last() > Some(&0));
            }
        }
    }
}
