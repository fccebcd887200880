//! Weights from swings: the change from worst to best that matters most has 100 points, the others in proportion.

use crate::units::exact;
use crate::units::quantity::{Number, Quantity, Rate};

/// The points of the change that matters most.
const MOST: i64 = 100;
/// Comparisons that are asked for at most.
const N_ASKED: usize = 3;

/// One change against two others together, to see whether the points are meant as they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The places of the two.
    pub pair: (usize, usize),
    /// Their points together.
    pub together: Number,
    /// The place of the one.
    pub single: usize,
    /// Its points.
    pub alone: Number,
}

/// Why the points cannot be weights yet, in words; nothing where they can.
pub fn problem(points: &[Option<Number>]) -> Option<&'static str> {
    let typed = || points.iter().flatten();
    let most = Number::from(MOST);
    if points.len() < 2 {
        Some("One change alone needs no weight")
    } else if typed().any(|it| *it < Number::ZERO || *it > most) {
        Some("Points go from 0 to 100")
    } else if typed().all(|it| *it != most) {
        Some("Give 100 to the change that matters most")
    } else if typed().count() < points.len() {
        Some("Give points to every change; 0 where it does not matter at all")
    } else {
        None
    }
}

/// The share of all points that each has; nothing while there is a problem with them.
pub fn shares(points: &[Option<Number>]) -> Option<Vec<Rate>> {
    if problem(points).is_some() {
        return None;
    }
    let sum: Number = points.iter().flatten().copied().sum();
    let share = |it: &Number| exact::div(it.decimal(), sum.decimal()).map(Rate::new);
    points.iter().flatten().map(share).collect()
}

/// For the heaviest changes, the two lighter ones that come nearest to each together: at most three comparisons.
pub fn comparisons(points: &[Option<Number>]) -> Vec<Comparison> {
    let typed = points.iter().enumerate();
    let mut heavy: Vec<(usize, Number)> = typed
        .filter_map(|(at, it)| Some((at, (*it)?)))
        .filter(|(_, it)| *it > Number::ZERO)
        .collect();
    heavy.sort_by(|(_, a), (_, b)| b.cmp(a));
    let mut found = Vec::new();
    let mut rest = heavy.as_slice();
    while let [(single, alone), lighter @ ..] = rest {
        found.extend(nearest(lighter, *alone).map(|(pair, together)| Comparison {
            pair,
            together,
            single: *single,
            alone: *alone,
        }));
        rest = lighter;
    }
    found.truncate(N_ASKED);
    found
}

/// The two of a list, heaviest first, that come nearest to `aim` together.
fn nearest(list: &[(usize, Number)], aim: Number) -> Option<((usize, usize), Number)> {
    let mut best: Option<((usize, usize), Number)> = None;
    let mut rest = list;
    // The heaviest and the lightest that are left: a lighter pair is tried after one too heavy, and the other way round.
    while let [(first, a), between @ .., (last, b)] = rest {
        let together = *a + *b;
        let is_nearer = best.is_none_or(|(_, other)| apart(together, aim) < apart(other, aim));
        if is_nearer {
            best = Some(((*first, *last), together));
        }
        rest = if together > aim {
            rest.get(1..).unwrap_or(between)
        } else {
            rest.split_last().map_or(between, |(_, heavier)| heavier)
        };
    }
    best
}

fn apart(a: Number, b: Number) -> Number {
    if a < b { b - a } else { a - b }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::display;

    fn points(of: &[i64]) -> Vec<Option<Number>> {
        of.iter().map(|it| Some(Number::from(*it))).collect()
    }

    #[test]
    fn shares_are_parts_of_all_points() {
        // 100 + 60 + 40 = 200: a half, 30 % and 20 %.
        let found = shares(&points(&[60, 100, 40])).unwrap();
        let said: Vec<String> = found.into_iter().map(display::rate).collect();
        assert_eq!(said, ["30%", "50%", "20%"]);
        // 100 + 0: what does not matter has no weight.
        let found = shares(&points(&[100, 0])).unwrap();
        let said: Vec<String> = found.into_iter().map(display::rate).collect();
        assert_eq!(said, ["100%", "0%"]);
    }

    #[test]
    fn points_that_cannot_be_weights_are_asked_about() {
        let blank = [Some(Number::from(100)), None];
        for (points, says) in [
            (points(&[100]), "One change alone"),
            (points(&[101, 50]), "from 0 to 100"),
            (points(&[100, -1]), "from 0 to 100"),
            (points(&[90, 50]), "Give 100"),
            (vec![None, None], "Give 100"),
            (blank.to_vec(), "every change"),
        ] {
            assert!(problem(&points).unwrap().contains(says), "{points:?}");
            assert_eq!(shares(&points), None);
        }
        assert_eq!(problem(&points(&[100, 100])), None);
    }

    /// The places of the pair, its points, the place of the one, its points.
    fn asked(of: &[i64]) -> Vec<(usize, usize, i64, usize, i64)> {
        let found = comparisons(&points(of)).into_iter();
        let whole = |it: Number| it.decimal().to_string().parse().unwrap();
        found
            .map(|it| {
                let (a, b) = it.pair;
                (a, b, whole(it.together), it.single, whole(it.alone))
            })
            .collect()
    }

    #[test]
    fn one_change_is_held_against_the_two_that_come_nearest() {
        // 40 + 20 = 60, less than 80; nothing is left to hold 40 against.
        assert_eq!(asked(&[40, 20, 80]), [(0, 1, 60, 2, 80)]);
        // Against 100: 60 + 50 = 110 is 10 away, 60 + 30 = 90 is 10 away too, 50 + 30 = 80 is 20 away; the first that is
        // met, of the heaviest and the lightest, is 60 + 30. Against 60: only 50 + 30 = 80 is left.
        assert_eq!(
            asked(&[100, 60, 50, 30]),
            [(1, 3, 90, 0, 100), (2, 3, 80, 1, 60)]
        );
        // Against 100: 70 + 30 = 100 to the point.
        assert_eq!(asked(&[30, 100, 70]), [(2, 0, 100, 1, 100)]);
    }

    #[test]
    fn at_most_three_are_asked_and_what_does_not_matter_is_left_out() {
        assert_eq!(asked(&[100, 90, 80, 70, 60, 50]).len(), 3);
        assert_eq!(asked(&[100, 60, 0]), []);
        assert_eq!(comparisons(&[None, None]), []);
    }
}
