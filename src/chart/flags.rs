//! Words above a frame, each over the upright that it names: in as few rows as keep them apart.

use crate::chart::geometry::{Point, Rect, count};

/// Words that name an upright.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Flag {
    /// Where the upright stands.
    pub(crate) x: f64,
    /// How wide the words are.
    pub(crate) width: f64,
}

/// Where the words of a flag go.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Placed {
    /// Their middle.
    pub(crate) middle: f64,
    /// Their row, from 0 for the one that is nearest to the frame.
    pub(crate) row: usize,
}

/// Places flags between `left` and `right`, the first named nearest to the frame.
///
/// No words cover others, and none stand on the way of others down to their upright; a row above all has always room.
pub(crate) fn place(flags: &[Flag], (left, right): (f64, f64), gap: f64) -> Vec<Placed> {
    let mut done: Vec<(Placed, Flag)> = Vec::new();
    for flag in flags {
        let half = flag.width / 2.0;
        let middle = flag.x.clamp(left + half, (right - half).max(left + half));
        let is_free = |row: &usize| {
            done.iter().all(|(other, of)| {
                let is_apart =
                    (other.middle - middle).abs() >= f64::midpoint(of.width, flag.width) + gap;
                let passes = |upright: f64, words: f64, width: f64| {
                    (upright - words).abs() >= width / 2.0 + gap / 2.0
                };
                match other.row.cmp(row) {
                    std::cmp::Ordering::Equal => is_apart,
                    std::cmp::Ordering::Less => passes(flag.x, other.middle, of.width),
                    std::cmp::Ordering::Greater => passes(of.x, middle, flag.width),
                }
            })
        };
        let highest = done.iter().map(|(it, _)| it.row.saturating_add(1)).max();
        let above_all = highest.unwrap_or_default();
        let row = (0..above_all).find(is_free).unwrap_or(above_all);
        done.push((Placed { middle, row }, *flag));
    }
    done.into_iter().map(|(it, _)| it).collect()
}

/// The room of placed words, above a frame whose top is at `top`; rows are `line` high.
pub(crate) fn room(placed: &Placed, flag: &Flag, top: f64, line: f64) -> Rect {
    let foot = top - line * count(placed.row);
    let corner = Point::new(placed.middle - flag.width / 2.0, foot - line);
    Rect::new(corner.x, corner.y, flag.width, line)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(flags: &[(f64, f64)]) -> Vec<usize> {
        let flags: Vec<Flag> = flags
            .iter()
            .map(|(x, width)| Flag {
                x: *x,
                width: *width,
            })
            .collect();
        let placed = place(&flags, (0.0, 100.0), 4.0);
        for (it, flag) in placed.iter().zip(&flags) {
            let room = room(it, flag, 50.0, 10.0);
            assert!(room.x >= 0.0 && room.right() <= 100.0);
        }
        placed.iter().map(|it| it.row).collect()
    }

    #[test]
    fn words_that_are_apart_share_a_row() {
        assert_eq!(rows(&[(10.0, 20.0), (50.0, 20.0), (90.0, 20.0)]), [0, 0, 0]);
    }

    #[test]
    fn words_that_would_touch_stand_above() {
        assert_eq!(rows(&[(40.0, 20.0), (60.0, 20.0), (50.0, 20.0)]), [0, 1, 2]);
        assert_eq!(rows(&[(20.0, 20.0), (70.0, 20.0), (45.0, 26.0)]), [0, 0, 1]);
    }

    #[test]
    fn no_words_stand_on_the_way_down_of_others() {
        // The third is above, and its upright passes left of the fourth only in a row higher still.
        assert_eq!(
            rows(&[(30.0, 20.0), (70.0, 20.0), (45.0, 30.0), (50.0, 8.0)]),
            [0, 0, 1, 2]
        );
    }
}
