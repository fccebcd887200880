//! The hatching that tells one kind of bar from another without colour.

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

/// Lines slanting the other way (\\) across columns that stand side by side, each line drawn once through all it crosses.
pub fn back_hatch(areas: &[Rect], spacing: f64) -> Vec<(Point, Point)> {
    let mirrored = |area: &Rect| Rect::new(-area.right(), area.y, area.width, area.height);
    let pieces = areas.iter().flat_map(|area| hatch(mirrored(area), spacing));
    let mut lines: Vec<(Point, Point)> = pieces.collect();
    let sum = |(from, _): &(Point, Point)| ((from.x + from.y) / spacing).round();
    lines.sort_by(|one, other| {
        let by_line = sum(one).total_cmp(&sum(other));
        by_line.then(one.0.x.total_cmp(&other.0.x))
    });
    let mut joined: Vec<(Point, Point)> = Vec::new();
    let mut of = f64::NAN;
    for line in lines {
        let is_same = of.total_cmp(&sum(&line)).is_eq();
        of = sum(&line);
        match joined.last_mut() {
            Some(last) if is_same && line.0.x <= last.1.x + TOUCHING => {
                if line.1.x > last.1.x {
                    last.1 = line.1;
                }
            }
            _ => joined.push(line),
        }
    }
    let back = |at: Point| Point::new(-at.x, at.y);
    joined
        .into_iter()
        .map(|(a, b)| (back(a), back(b)))
        .collect()
}

/// Pieces of a line that are no further apart than this, in points, are one.
const TOUCHING: f64 = 0.05;

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

    #[test]
    fn columns_side_by_side_are_hatched_as_one_cloth() {
        let columns: Vec<Rect> = (0..500_u32)
            .map(|n| Rect::new(f64::from(n) * 0.8, 0.0, 0.8, 100.0))
            .collect();
        let whole = back_hatch(&[Rect::new(0.0, 0.0, 400.0, 100.0)], 3.5);
        let joined = back_hatch(&columns, 3.5);
        assert_eq!(joined.len(), whole.len());
        for (one, other) in joined.iter().zip(&whole) {
            assert!(one.0.distance(other.0) < 0.01 && one.1.distance(other.1) < 0.01);
        }
        assert!(
            joined
                .iter()
                .all(|(from, to)| (from.y < to.y) == (from.x < to.x))
        );
    }
}
