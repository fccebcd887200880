//! How far two figures of the same draws go up and down together, whatever the shape of either.

use crate::uncertainty::statistics::number;

/// Spearman's rank correlation, −1 to 1, of the draws for which both have a figure.
///
/// Pearson's correlation of the ranks; equal draws share the average of their ranks. None where one of the two is
/// constant or fewer than two draws are left: then there is nothing that goes together.
pub fn rank_correlation(a: &[f64], b: &[f64]) -> Option<f64> {
    let pairs = a.iter().zip(b);
    let both = pairs.filter(|(a, b)| a.is_finite() && b.is_finite());
    let (a, b): (Vec<f64>, Vec<f64>) = both.unzip();
    correlation_of_ranks(&ranks(&a), &ranks(&b))
}

/// The rank of each number, 1 for the least; equal numbers share the average of their ranks.
///
/// For many correlations with one figure, whose ranks need to be found once only. All must be numbers.
pub fn ranks(numbers: &[f64]) -> Vec<f64> {
    let mut order: Vec<(u64, usize)> = numbers.iter().map(|it| sortable(*it)).zip(0..).collect();
    order.sort_unstable();
    let mut ranks = vec![0.0; numbers.len()];
    let mut before = 0_usize;
    for equal in order.chunk_by(|a, b| a.0 == b.0) {
        let rank = number(before) + 0.5 * number(equal.len().saturating_add(1));
        for (_, at) in equal {
            if let Some(slot) = ranks.get_mut(*at) {
                *slot = rank;
            }
        }
        before = before.saturating_add(equal.len());
    }
    ranks
}

/// A whole number that orders as the number does, with −0 as 0; whole numbers sort in half the time.
fn sortable(number: f64) -> u64 {
    const SIGN: u64 = 1 << 63;
    let bits = (number + 0.0).to_bits();
    if bits & SIGN == 0 { bits | SIGN } else { !bits }
}

/// Pearson's correlation of ranks by [`ranks`], of which both have as many.
pub fn correlation_of_ranks(a: &[f64], b: &[f64]) -> Option<f64> {
    let n = a.len().min(b.len());
    // The average of 1 to n, whether or not some are equal.
    let mean = 0.5 * number(n.saturating_add(1));
    let (mut both, mut of_a, mut of_b) = (0.0, 0.0, 0.0);
    for (a, b) in a.iter().zip(b) {
        let (a, b) = (a - mean, b - mean);
        both += a * b;
        of_a += a * a;
        of_b += b * b;
    }
    let scale = (of_a * of_b).sqrt();
    (scale > 0.0).then(|| (both / scale).clamp(-1.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(a: &[f64], b: &[f64], expected: Option<f64>) {
        for found in [rank_correlation(a, b), rank_correlation(b, a)] {
            let is_near = match (found, expected) {
                (Some(found), Some(expected)) => (found - expected).abs() < 1e-12,
                (found, expected) => found == expected,
            };
            assert!(is_near, "{a:?} {b:?}: {found:?}");
        }
    }

    /// Ten pupils' hours of television and IQ (Wikipedia, "Spearman's rank correlation coefficient"):
    /// Σ d² = 194, 1 − 6 × 194 ÷ (10 × 99) = −29/165.
    #[test]
    fn the_published_example() {
        let iq = [
            106.0, 100.0, 86.0, 101.0, 99.0, 103.0, 97.0, 113.0, 112.0, 110.0,
        ];
        let hours = [7.0, 27.0, 2.0, 50.0, 28.0, 29.0, 20.0, 12.0, 6.0, 17.0];
        check(&iq, &hours, Some(-29.0 / 165.0));
    }

    /// 1, 2, 2, 4 has ranks 1, 2½, 2½, 4; 3, 1, 2, 4 has 3, 1, 2, 4. About 2½: −1½, 0, 0, 1½ and ½, −1½, −½, 1½;
    /// Σ products = −¾ + 2¼ = 1½; Σ squares 4½ and 5; 1½ ÷ √22½ = 0.316 227…= 1 ÷ √10.
    #[test]
    fn equal_numbers_share_the_average_of_their_ranks() {
        assert_eq!(ranks(&[2.0, 4.0, 1.0, 2.0]), [2.5, 4.0, 1.0, 2.5]);
        assert_eq!(ranks(&[0.0, -0.0, -7.0]), [2.5, 2.5, 1.0]);
        check(
            &[1.0, 2.0, 2.0, 4.0],
            &[3.0, 1.0, 2.0, 4.0],
            Some(0.1_f64.sqrt()),
        );
    }

    #[test]
    fn only_the_order_counts() {
        let a = [-3.0, -1.0, 0.5, 2.0, 9.0];
        check(&a, &a.map(|it| it * it * it), Some(1.0));
        check(&a, &a.map(|it| -libm::exp(it)), Some(-1.0));
    }

    #[test]
    fn what_is_constant_goes_with_nothing() {
        check(&[1.0, 2.0, 3.0], &[5.0, 5.0, 5.0], None);
        check(&[1.0], &[2.0], None);
        check(&[], &[], None);
    }

    #[test]
    fn draws_without_a_figure_are_left_out_of_both() {
        let none = f64::NAN;
        check(
            &[1.0, none, 2.0, 3.0, 4.0],
            &[1.0, 9.0, 2.0, none, 3.0],
            Some(1.0),
        );
        check(&[1.0, none, 2.0], &[1.0, 2.0, none], None);
    }
}
