//! The hatching that tells opportunity cost from direct cost without colour.

use crate::chart::geometry::{Point, Rect};

/// Slanting lines (/) across a rectangle, clipped to it.
///
/// The lines of neighbouring rectangles fall on one grid, so that stacked bars look like one cloth.
pub fn hatch(area: Rect, spacing: f64) -> Vec<(Point, Point)> {
    let first = ((area.x + area.y) / spacing).ceil() * spacing;
    let last = area.right() + area.bottom();
    std::iter::successors(Some(first), |sum| Some(sum + spacing))
        .take_while(|sum| *sum < last)
        .filter_map(|sum| {
            let left = area.x.max(sum - area.bottom());
            let right = area.right().min(sum - area.y);
            (left < right).then(|| (Point::new(left, sum - left), Point::new(right, sum - right)))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_stays_inside() {
        let area = Rect::new(3.3, 7.1, 41.0, 12.5);
        let lines = hatch(area, 3.5);
        assert!(lines.len() > 10);
        for (a, b) in lines {
            assert!(area.grown(1e-9).contains(a) && area.grown(1e-9).contains(b));
        }
    }

    #[test]
    fn a_sliver_has_no_lines() {
        assert_eq!(hatch(Rect::new(0.5, 0.5, 0.0, 12.0), 3.5), []);
    }
}
