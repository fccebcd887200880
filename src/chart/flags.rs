//! Words above a frame, each over the upright that it names: in as few rows as keep them apart.

use std::cmp::Ordering;

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
    /// Whether nothing stands between them and the frame, so that the upright can reach up to them.
    pub(crate) is_clear: bool,
}

/// Places flags between `left` and `right`, the first named over its upright and nearest to the frame.
///
/// No words cover others, and none stand on an upright that reaches up to others. Words stand over their upright or to
/// one side of it, in the lowest row that is free.
pub(crate) fn place(flags: &[Flag], (left, right): (f64, f64), gap: f64) -> Vec<Placed> {
    let mut done: Vec<(Placed, Flag)> = Vec::new();
    for flag in flags {
        let half = flag.width / 2.0;
        let over = flag.x.clamp(left + half, (right - half).max(left + half));
        let aside = half + gap / 2.0;
        let sides = [flag.x - aside, flag.x + aside];
        let sides = sides
            .into_iter()
            .filter(|middle| middle - half >= left && middle + half <= right);
        let middles: Vec<f64> = std::iter::once(over).chain(sides).collect();
        let highest = done.iter().map(|(it, _)| it.row.saturating_add(1)).max();
        let above_all = highest.unwrap_or_default();
        let places = (0..=above_all).flat_map(|row| {
            middles.iter().map(move |middle| Placed {
                middle: *middle,
                row,
                is_clear: true,
            })
        });
        let free = places.into_iter().find(|it| is_free(it, flag, &done, gap));
        let placed = free.unwrap_or(Placed {
            middle: over,
            row: above_all,
            is_clear: false,
        });
        done.push((placed, *flag));
    }
    done.into_iter().map(|(it, _)| it).collect()
}

fn is_free(place: &Placed, flag: &Flag, done: &[(Placed, Flag)], gap: f64) -> bool {
    let passes = |upright: f64, words: f64, width: f64| {
        (upright - words).abs() >= width / 2.0 + gap / 2.0 - 1e-9
    };
    done.iter()
        .all(|(other, of)| match other.row.cmp(&place.row) {
            Ordering::Equal => {
                (other.middle - place.middle).abs() >= f64::midpoint(of.width, flag.width) + gap
            }
            Ordering::Less => passes(flag.x, other.middle, of.width),
            Ordering::Greater => !other.is_clear || passes(of.x, place.middle, flag.width),
        })
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

    fn flag(x: f64, width: f64) -> Flag {
        Flag { x, width }
    }

    fn rows(flags: &[(f64, f64)]) -> Vec<usize> {
        let flags: Vec<Flag> = flags.iter().map(|(x, width)| flag(*x, *width)).collect();
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

    /// The second ends 2 left of its upright at 50, which is 4 and more from the first; the third starts 2 right of 64.
    #[test]
    fn words_step_aside_before_they_step_up() {
        let placed = place(&[flag(64.0, 20.0), flag(50.0, 20.0)], (0.0, 100.0), 4.0);
        assert_eq!([placed[0].middle, placed[1].middle], [64.0, 38.0]);
        assert_eq!([placed[0].row, placed[1].row], [0, 0]);
    }

    /// Both sides of 50 are taken by the first two, which leave its upright free.
    #[test]
    fn words_without_room_beside_stand_above() {
        assert_eq!(rows(&[(34.0, 20.0), (66.0, 20.0), (50.0, 20.0)]), [0, 0, 1]);
    }

    /// The first covers the upright of the second, which has no room on either side.
    #[test]
    fn an_upright_stops_below_words_that_are_in_its_way() {
        let placed = place(&[flag(50.0, 90.0), flag(60.0, 80.0)], (0.0, 100.0), 4.0);
        assert_eq!((placed[1].row, placed[1].is_clear), (1, false));
    }
}
