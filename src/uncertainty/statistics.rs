//! What a simulation's draws say: averages, percentiles, shares, ranks and the shape of a histogram.
//!
//! Sums are taken in the order of the draws, so that no figure depends on how many threads drew them.
//! A draw that is not a finite number is one with no figure: it is left out, and counted.

/// The distance in standard errors that covers the middle 95 % of a normal distribution.
const NORMAL_95: f64 = 1.96;

/// A percentile of numbers that are in ascending order, as Excel's PERCENTILE.INC; `p` is from 0 to 1.
///
/// The place is p × (n − 1), counted from 0, and between two numbers it is as far along as the place says
/// (type 7 of Hyndman and Fan 1996, "Sample quantiles in statistical packages"). None of no numbers, or outside 0 to 1.
pub fn percentile(sorted: &[f64], p: f64) -> Option<f64> {
    let (below, share) = place(sorted.len(), p)?;
    let low = *sorted.get(below)?;
    let high = sorted.get(below.saturating_add(1)).copied();
    Some(between(low, high.unwrap_or(low), share))
}

/// The number in this place from 0, and how far on towards the next.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a place is never below nought, and no larger than a slice"
)]
fn place(n: usize, p: f64) -> Option<(usize, f64)> {
    let last = n.checked_sub(1)?;
    (0.0..=1.0).contains(&p).then(|| {
        let place = p * number(last);
        (place as usize, place - place.floor())
    })
}

fn between(low: f64, high: f64, share: f64) -> f64 {
    // Without the product where it is nought, so that a large step cannot blur an exact place.
    if share > 0.0 {
        low + share * (high - low)
    } else {
        low
    }
}

/// The draws of one figure in short, in the figure's own unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Summary {
    /// Σ draws ÷ n.
    pub mean: f64,
    /// Of the mean, as an estimate of what it would be with endless draws: standard deviation ÷ √n.
    pub standard_error: f64,
    /// √(Σ (draw − mean)² ÷ (n − 1)).
    pub standard_deviation: f64,
    /// One draw in twenty is no more than this.
    pub p5: f64,
    /// One in ten.
    pub p10: f64,
    /// The middle draw.
    pub p50: f64,
    /// Nine in ten.
    pub p90: f64,
    /// Nineteen in twenty.
    pub p95: f64,
    /// The least of the draws.
    pub least: f64,
    /// The most of the draws.
    pub most: f64,
    /// Draws that have a figure, which are those that the rest is of.
    pub n: usize,
    /// Draws that have none.
    pub n_without: usize,
}

impl Summary {
    /// None of fewer than two draws with a figure, which have no spread.
    pub fn of(draws: &[f64]) -> Option<Self> {
        let mut figures: Vec<f64> = finite(draws).collect();
        let n = figures.len();
        if n < 2 {
            return None;
        }
        let mean = figures.iter().sum::<f64>() / number(n);
        let squares: f64 = figures.iter().map(|it| (it - mean) * (it - mean)).sum();
        let standard_deviation = (squares / number(n.saturating_sub(1))).sqrt();
        let least = figures.iter().copied().fold(f64::INFINITY, f64::min);
        let most = figures.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let [p95, p90, p50, p10, p5] = percentiles(&mut figures, [0.95, 0.9, 0.5, 0.1, 0.05]);
        Some(Self {
            mean,
            standard_error: standard_deviation / number(n).sqrt(),
            standard_deviation,
            p5: p5?,
            p10: p10?,
            p50: p50?,
            p90: p90?,
            p95: p95?,
            least,
            most,
            n,
            n_without: draws.len().saturating_sub(n),
        })
    }
}

/// Percentiles asked for from the highest down: each looks only among what the one before left below it.
///
/// That is several times quicker than sorting, and finds the same numbers.
fn percentiles<const N: usize>(figures: &mut [f64], descending: [f64; N]) -> [Option<f64>; N] {
    let n = figures.len();
    let mut rest = figures;
    // The least of what was cut off, which may be the neighbour above.
    let mut above = None;
    descending.map(|p| {
        let (below, share) = place(n, p)?;
        if below < rest.len() {
            let all = std::mem::take(&mut rest);
            let (_, _, higher) = all.select_nth_unstable_by(below, f64::total_cmp);
            above = higher.iter().copied().reduce(f64::min).or(above);
            rest = all.get_mut(..=below).unwrap_or_default();
        }
        let low = *rest.last()?;
        Some(between(low, above.unwrap_or(low), share))
    })
}

/// How many of the draws are as asked, as a share of those that have a figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// 0 to 1.
    pub share: f64,
    /// √(share × (1 − share) ÷ n), of a binomial share.
    ///
    /// It is nought where all or none are as asked; the true share may then still be off by about 3 ÷ n.
    pub standard_error: f64,
    /// Draws that have a figure.
    pub n: usize,
}

/// The share of the draws with a figure for which `is_so` holds; none where there is no figure.
pub fn share_of(draws: &[f64], is_so: impl Fn(f64) -> bool) -> Option<Share> {
    let n = finite(draws).count();
    let so = finite(draws).filter(|draw| is_so(*draw)).count();
    let share = number(so) / number(n);
    (n > 0).then(|| Share {
        share,
        standard_error: (share * (1.0 - share) / number(n)).sqrt(),
        n,
    })
}

/// The mean of the draws so far, for a picture of how it settles.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Checkpoint {
    /// Draws so far, those without a figure among them.
    pub n_draws: usize,
    /// The mean of those with a figure.
    pub mean: f64,
    /// 1.96 standard errors: the mean is within so much of that of endless draws in about 95 of 100 simulations.
    pub margin: f64,
}

/// The mean after 1/n, 2/n … of the draws; a checkpoint with fewer than two figures before it is left out.
pub fn running_mean(draws: &[f64], n_points: usize) -> Vec<Checkpoint> {
    let mut points = Vec::new();
    let (mut n, mut mean, mut squares, mut done) = (0.0, 0.0, 0.0, 0_usize);
    for point in 1..=n_points {
        let Some(until) = draws.len().saturating_mul(point).checked_div(n_points) else {
            break;
        };
        if until == done {
            continue;
        }
        // Welford 1962: the mean and the squares about it in one pass, without losing digits.
        for draw in finite(draws.get(done..until).unwrap_or_default()) {
            n += 1.0;
            let from_mean = draw - mean;
            mean += from_mean / n;
            squares += from_mean * (draw - mean);
        }
        done = until;
        if n >= 2.0 {
            points.push(Checkpoint {
                n_draws: done,
                mean,
                margin: NORMAL_95 * (squares / (n - 1.0) / n).sqrt(),
            });
        }
    }
    points
}

fn finite(draws: &[f64]) -> impl Iterator<Item = f64> {
    draws.iter().copied().filter(|draw| draw.is_finite())
}

/// A count as a number to divide by.
#[expect(clippy::cast_precision_loss, reason = "exact below 2⁵³ draws")]
pub(crate) fn number(n: usize) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Microsoft's documented example is PERCENTILE.INC({1,2,3,4}, 0.3) = 1.9: place 0.3 × 3 = 0.9, 1 + 0.9 × 1.
    /// Of 15, 20, 35, 40, 50 at 0.4: place 1.6, 20 + 0.6 × 15 = 29 (Wikipedia, "Percentile", second variant, C = 1).
    #[test]
    fn percentiles_are_those_of_excel() {
        let check = |sorted: &[f64], p: f64, expected: Option<f64>| {
            let found = percentile(sorted, p);
            let is_near = match (found, expected) {
                (Some(found), Some(expected)) => (found - expected).abs() < 1e-12,
                (found, expected) => found == expected,
            };
            assert!(is_near, "{sorted:?} {p}: {found:?}");
        };
        check(&[1.0, 2.0, 3.0, 4.0], 0.3, Some(1.9));
        check(&[15.0, 20.0, 35.0, 40.0, 50.0], 0.4, Some(29.0));
        check(&[1.0, 2.0, 3.0, 4.0], 0.0, Some(1.0));
        check(&[1.0, 2.0, 3.0, 4.0], 1.0, Some(4.0));
        check(&[7.0], 0.9, Some(7.0));
        check(&[1.0, 2.0], 1.1, None);
        check(&[1.0, 2.0], -0.1, None);
        check(&[1.0, 2.0], f64::NAN, None);
        check(&[], 0.5, None);
    }

    /// 2, 4, 4, 4, 5, 5, 7, 9: mean 40 ÷ 8 = 5; squares 9+1+1+1+0+0+4+16 = 32, √(32 ÷ 7) = 2.138 089 935…;
    /// ÷ √8 = 0.755 928 946…. Percentiles by place p × 7: 0.35 → 2 + 0.35 × 2 = 2.7; 0.7 → 3.4; 3.5 → 4.5;
    /// 6.3 → 7 + 0.3 × 2 = 7.6; 6.65 → 8.3.
    #[test]
    fn a_summary_by_hand() {
        let draws = [
            9.0,
            4.0,
            f64::NAN,
            5.0,
            4.0,
            2.0,
            f64::INFINITY,
            7.0,
            4.0,
            5.0,
        ];
        let found = Summary::of(&draws).unwrap();
        let near = |found: f64, expected: f64| assert!((found - expected).abs() < 1e-9, "{found}");
        near(found.mean, 5.0);
        near(found.standard_deviation, 2.138_089_935);
        near(found.standard_error, 0.755_928_946);
        near(found.p5, 2.7);
        near(found.p10, 3.4);
        near(found.p50, 4.5);
        near(found.p90, 7.6);
        near(found.p95, 8.3);
        assert_eq!((found.least, found.most), (2.0, 9.0));
        assert_eq!((found.n, found.n_without), (8, 2));
        assert_eq!(Summary::of(&[1.0, f64::NAN]), None);
        assert_eq!(Summary::of(&[]), None);
    }

    /// Sorting is the long way round to the same numbers.
    #[test]
    fn percentiles_of_a_summary_are_those_of_the_sorted_draws() {
        for n in [2, 3, 5, 10, 19, 20, 21, 1000, 4096] {
            let draws = draws(n);
            let mut sorted = draws.clone();
            sorted.sort_by(f64::total_cmp);
            let found = Summary::of(&draws).unwrap();
            for (found, p) in [
                (found.p5, 0.05),
                (found.p10, 0.1),
                (found.p50, 0.5),
                (found.p90, 0.9),
                (found.p95, 0.95),
            ] {
                assert_eq!(Some(found), percentile(&sorted, p), "{n} {p}");
            }
            assert_eq!((found.least, found.most), (sorted[0], sorted[n - 1]));
        }
    }

    /// Many equal ones among them.
    fn draws(n: usize) -> Vec<f64> {
        let stream = crate::uncertainty::stream::Stream::new(3, "test");
        let draws = (0..).map(|draw| (100.0 * stream.uniform(draw)).floor());
        draws.take(n).collect()
    }

    /// 3 of 4: ¾, √(¾ × ¼ ÷ 4) = 0.216 506…
    #[test]
    fn a_share_counts_draws_with_a_figure_only() {
        let found = share_of(&[1.0, -1.0, f64::NAN, 2.0, 3.0], |npsv| npsv > 0.0).unwrap();
        assert_eq!((found.share, found.n), (0.75, 4));
        assert!((found.standard_error - 0.216_506_350_9).abs() < 1e-9);
        assert_eq!(share_of(&[f64::NAN], |_| true), None);
    }

    /// 1, 3 | 5, none | 11, 4: after two 2 ± 1.96 × √2 ÷ √2 = 1.96; after four 3 ± 1.96 × 2 ÷ √3 = 2.263 213…;
    /// after six 4.8 and √(58.8 ÷ 4... squares 14.44 + 3.24 + 0.04 + 38.44 + 0.64 = 56.8; √(56.8 ÷ 4 ÷ 5) = 1.685 230…
    #[test]
    fn the_running_mean_by_hand() {
        let found = running_mean(&[1.0, 3.0, 5.0, f64::NAN, 11.0, 4.0], 3);
        let expected = [(2, 2.0, 1.96), (4, 3.0, 2.263_213_0), (6, 4.8, 3.303_050_7)];
        assert_eq!(found.len(), 3);
        for (found, (n_draws, mean, margin)) in found.iter().zip(expected) {
            assert_eq!(found.n_draws, n_draws);
            assert!((found.mean - mean).abs() < 1e-12, "{found:?}");
            assert!((found.margin - margin).abs() < 1e-6, "{found:?}");
        }
    }

    #[test]
    fn the_last_checkpoint_is_the_summary() {
        let draws = draws(1003);
        let summary = Summary::of(&draws).unwrap();
        let points = running_mean(&draws, 50);
        let last = points.last().unwrap();
        assert_eq!((points.len(), last.n_draws), (50, 1003));
        assert!((last.mean - summary.mean).abs() < 1e-12 * summary.mean);
        assert!((last.margin - 1.96 * summary.standard_error).abs() < 1e-12);
        assert!(running_mean(&draws, 0).is_empty());
        assert!(running_mean(&[], 5).is_empty());
        assert_eq!(running_mean(&draws[..3], 50).len(), 2);
    }
}
