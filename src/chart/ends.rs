//! How far bars may reach so that what is written beyond their ends still fits.

/// The end of a bar, with the room of the words beyond it.
pub(crate) struct End {
    /// How far it reaches, from where bars start; below nought to the left.
    pub(crate) value: f64,
    /// The width of what is written there, with its gap.
    pub(crate) words: f64,
}

impl End {
    /// The room that it takes to the left, at so many points for a pound.
    pub(crate) fn left(&self, per_pound: f64) -> f64 {
        if self.value < 0.0 {
            self.words - self.value * per_pound
        } else {
            0.0
        }
    }

    /// The room that it takes to the right.
    pub(crate) fn right(&self, per_pound: f64) -> f64 {
        if self.value < 0.0 {
            0.0
        } else {
            self.words + self.value * per_pound
        }
    }
}

/// The most that any end takes to the left, and to the right.
pub(crate) fn both_sides(ends: &[End], per_pound: f64) -> (f64, f64) {
    let most = |sides: &dyn Fn(&End) -> f64| ends.iter().map(sides).fold(0.0, f64::max);
    (
        most(&|it| it.left(per_pound)),
        most(&|it| it.right(per_pound)),
    )
}

/// The most points for a pound at which everything fits into `room`, halved in on.
pub(crate) fn widest_that_fits(ends: &[End], room: f64) -> f64 {
    let most = ends.iter().map(|it| it.value.abs()).fold(0.0, f64::max);
    if most <= 0.0 {
        return 0.0;
    }
    let (mut low, mut high) = (0.0, 2_000.0 / most);
    for _ in 0..50 {
        let middle = f64::midpoint(low, high);
        let (left, right) = both_sides(ends, middle);
        if left + right <= room {
            low = middle;
        } else {
            high = middle;
        }
    }
    low
}
