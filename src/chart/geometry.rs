//! Points and rectangles on paper, in points (1/72 inch), with y growing downwards.

/// How many of something there are, as a length or a share is worked out from it.
pub fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

/// A place.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

impl Point {
    /// The place `x` from the left and `y` from the top.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// Moved by `by`.
    #[must_use]
    pub fn shifted(self, by: Self) -> Self {
        Self::new(self.x + by.x, self.y + by.y)
    }

    /// How far apart two places are.
    pub fn distance(self, other: Self) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }
}

/// A width and a height.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

impl Size {
    /// So wide and so high.
    pub const fn new(width: f64, height: f64) -> Self {
        Self { width, height }
    }
}

/// An upright rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Its left edge.
    pub x: f64,
    /// Its top edge.
    pub y: f64,
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

impl Rect {
    /// From its top left corner.
    pub const fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self {
            x,
            y,
            width,
            height,
        }
    }

    /// A rectangle about its centre.
    pub fn about(centre: Point, half_width: f64, half_height: f64) -> Self {
        Self::new(
            centre.x - half_width,
            centre.y - half_height,
            2.0 * half_width,
            2.0 * half_height,
        )
    }

    /// The smallest rectangle that holds both places.
    pub fn spanning(a: Point, b: Point) -> Self {
        Self::new(
            a.x.min(b.x),
            a.y.min(b.y),
            (a.x - b.x).abs(),
            (a.y - b.y).abs(),
        )
    }

    /// Its right edge.
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// Its bottom edge.
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// Its middle.
    pub fn centre(&self) -> Point {
        Point::new(self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// Moved by `by`.
    #[must_use]
    pub fn shifted(self, by: Point) -> Self {
        Self::new(self.x + by.x, self.y + by.y, self.width, self.height)
    }

    /// Larger by `by` on every side.
    #[must_use]
    pub fn grown(self, by: f64) -> Self {
        Self::new(
            self.x - by,
            self.y - by,
            self.width + 2.0 * by,
            self.height + 2.0 * by,
        )
    }

    /// Whether the two share more than an edge.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.x < other.right()
            && other.x < self.right()
            && self.y < other.bottom()
            && other.y < self.bottom()
    }

    /// Whether a place is inside or on the edge.
    pub fn contains(&self, at: Point) -> bool {
        (self.x..=self.right()).contains(&at.x) && (self.y..=self.bottom()).contains(&at.y)
    }

    /// Whether all of `other` is inside.
    pub fn encloses(&self, other: &Self) -> bool {
        self.x <= other.x
            && self.y <= other.y
            && other.right() <= self.right()
            && other.bottom() <= self.bottom()
    }

    /// The place inside that is nearest to `to`.
    pub fn nearest(&self, to: Point) -> Point {
        Point::new(
            to.x.clamp(self.x, self.right()),
            to.y.clamp(self.y, self.bottom()),
        )
    }

    /// Whether the straight line from `a` to `b` passes through.
    pub fn meets_line(&self, a: Point, b: Point) -> bool {
        let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
        for (start, by, low, high) in [
            (a.x, b.x - a.x, self.x, self.right()),
            (a.y, b.y - a.y, self.y, self.bottom()),
        ] {
            if by.abs() < f64::EPSILON {
                if start < low || start > high {
                    return false;
                }
                continue;
            }
            let (one, other) = ((low - start) / by, (high - start) / by);
            enters = enters.max(one.min(other));
            leaves = leaves.min(one.max(other));
        }
        enters <= leaves
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_meets_what_it_passes_through() {
        let square = Rect::new(0.0, 0.0, 10.0, 10.0);
        let meets = |a: (f64, f64), b: (f64, f64)| {
            square.meets_line(Point::new(a.0, a.1), Point::new(b.0, b.1))
        };
        assert!(meets((-5.0, 5.0), (15.0, 5.0)));
        assert!(meets((-5.0, -5.0), (5.0, 5.0)));
        assert!(meets((2.0, 2.0), (3.0, 3.0)));
        assert!(!meets((-5.0, 5.0), (-1.0, 5.0)), "it stops before");
        assert!(!meets((-5.0, 6.0), (6.0, 25.0)), "it passes a corner");
        assert!(!meets((11.0, -5.0), (11.0, 15.0)));
    }

    #[test]
    fn rectangles_that_touch_do_not_overlap() {
        let left = Rect::new(0.0, 0.0, 10.0, 10.0);
        assert!(!left.overlaps(&Rect::new(10.0, 0.0, 10.0, 10.0)));
        assert!(left.overlaps(&Rect::new(9.9, 9.9, 10.0, 10.0)));
    }
}
