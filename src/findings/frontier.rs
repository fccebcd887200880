//! Which partnerships cost more and score less than another, and which do not.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::units::exact;
use crate::units::id::Id;
use crate::units::quantity::{Money, Number, Over, Quantity};

/// A partnership with a known score and a complete cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// The partnership.
    pub id: Id,
    /// Its annual cost.
    pub cost: Money,
    /// Its score.
    pub score: Number,
}

/// The frontier and who is off it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frontier {
    /// Those that no other betters, cheapest first.
    pub on: Vec<Id>,
    /// The others, each with the one that betters it.
    pub dominated: BTreeMap<Id, Id>,
    /// What each further point of score costs from the next cheaper place on the frontier.
    pub cost_per_extra_point: BTreeMap<Id, Money>,
}

/// Finds the frontier.
///
/// One is dominated if another costs no more and scores no less, and one of the two strictly; with equal cost and
/// score both stay. The dominator named has the highest score, then the lowest cost, then the first id.
/// Source: the method note, section 8.
pub fn frontier(points: &[Point]) -> Frontier {
    let mut sorted: Vec<&Point> = points.iter().collect();
    sorted.sort_by_cached_key(|point| {
        (
            in_order(point.cost),
            Reverse(in_order(point.score)),
            point.id,
        )
    });
    let mut frontier = Frontier::default();
    let mut best: Option<&Point> = None;
    let mut below: Option<&Point> = None;
    for point in sorted {
        // Sorted so, the best so far costs no more than this one.
        match best {
            Some(best) if is_better(best, point) => {
                frontier.dominated.insert(point.id, best.id);
                continue;
            }
            Some(equal) if equal.score == point.score => {}
            _ => (below, best) = (best, Some(point)),
        }
        frontier.on.push(point.id);
        if let Some(extra) = below.and_then(|below| extra_point(below, point)) {
            frontier.cost_per_extra_point.insert(point.id, extra);
        }
    }
    frontier
}

fn is_better(best: &Point, point: &Point) -> bool {
    best.score > point.score || (best.score == point.score && best.cost < point.cost)
}

/// Orders like the quantity itself, and mostly by whole numbers, which compare faster than decimals.
pub(crate) fn in_order<Q: Quantity>(quantity: Q) -> (i128, Q) {
    (exact::rank(quantity.decimal()), quantity)
}

/// Δ cost ÷ Δ score.
fn extra_point(below: &Point, point: &Point) -> Option<Money> {
    (point.cost - below.cost).over(point.score - below.score)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::id::Kind;

    fn find(rows: &[(i64, i64)]) -> Frontier {
        let points = rows.iter().enumerate().map(|(n, (cost, score))| Point {
            id: Id::new(Kind::Partnership, u32::try_from(n + 1).unwrap()),
            cost: Money::from(*cost),
            score: Number::from(*score),
        });
        frontier(&points.collect::<Vec<_>>())
    }

    fn id(n: u32) -> Id {
        Id::new(Kind::Partnership, n)
    }

    #[test]
    fn the_dearer_and_worse_is_dominated_by_the_best_of_the_cheaper() {
        // p1 £10k/60, p2 £20k/70, p3 £30k/65 (p2 betters it), p4 £5k/20, p5 £40k/70 (p2 betters it).
        let found = find(&[(10, 60), (20, 70), (30, 65), (5, 20), (40, 70)]);
        assert_eq!(found.on, [id(4), id(1), id(2)]);
        assert_eq!(
            found.dominated,
            BTreeMap::from([(id(3), id(2)), (id(5), id(2))])
        );
        // (10 − 5) ÷ (60 − 20) = 0.125; (20 − 10) ÷ (70 − 60) = 1; none for the cheapest.
        let extra = &found.cost_per_extra_point;
        assert_eq!(extra.get(&id(4)), None);
        assert_eq!(extra[&id(1)], Money::from(1).over(Number::from(8)).unwrap());
        assert_eq!(extra[&id(2)], Money::from(1));
    }

    #[test]
    fn equal_cost_and_score_both_stay() {
        let found = find(&[(10, 60), (10, 60), (10, 50)]);
        assert_eq!(found.on, [id(1), id(2)]);
        assert_eq!(found.dominated, BTreeMap::from([(id(3), id(1))]));
    }

    #[test]
    fn equal_score_at_more_cost_is_dominated_by_the_cheapest() {
        let found = find(&[(30, 60), (20, 60), (10, 60)]);
        assert_eq!(found.on, [id(3)]);
        assert_eq!(
            found.dominated,
            BTreeMap::from([(id(1), id(3)), (id(2), id(3))])
        );
    }
}
