//! Placing names beside marks so that none collides with a mark, another name or the frame.

use crate::chart::geometry::{Point, Rect, Size};
use crate::chart::room_index::RoomIndex;

/// A mark that wants its name beside it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Target {
    /// The room that the mark takes.
    pub mark: Rect,
    /// The room that its name needs.
    pub name: Size,
    /// The room that it needs when cut short, where that is better than no name.
    pub short: Option<Size>,
}

/// Where a name goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// The room of the name.
    pub rect: Rect,
    /// A thin line from the mark, where the name is not right beside it.
    pub leader: Option<(Point, Point)>,
    /// Whether only the short name fits.
    pub is_short: bool,
}

/// What names avoid.
#[derive(Clone, Debug)]
pub struct Obstacles {
    /// Never touched: marks and other text.
    pub hard: RoomIndex,
    /// Avoided where there is room: a line, and how many points of distance it is worth not to cross it.
    pub soft: RoomIndex,
    /// On a crowded map a name that would stand further off than this, or cross that much, is left out.
    pub worst: f64,
}

impl Obstacles {
    /// Whether nothing stands in a room but lines that hardly matter.
    pub fn is_clear(&self, room: &Rect) -> bool {
        let apart = room.grown(1.0);
        !self.hard.any(&apart, |it, _| it.overlaps(&apart))
            && !self
                .soft
                .any(room, |line, cost| cost > 20.0 && line.overlaps(room))
    }
}

/// Between a mark and its name.
const GAP: f64 = 2.5;

/// Distances tried, from right beside the mark outwards.
const DISTANCES: [f64; 7] = [0.0, 4.0, 9.0, 15.0, 23.0, 33.0, 45.0];

/// Beyond this distance a leader tells whose name it is.
const LEADER_FROM: f64 = 8.0;

/// What a leader costs against the points of distance that names are compared by.
const LEADER_COST: f64 = 9.0;

/// What a name costs that stands closer to another mark than to its own.
const CONFUSION_COST: f64 = 12.0;

/// Another mark that stands less than so many times as far from a name as its own makes a reader doubt.
const DOUBTFUL: f64 = 1.7;

/// A place for each name; nothing where no place is free.
///
/// Where all are to be named, those with least choice are served first; on a crowded map, the first. Those that are
/// left over get a short name where one fits.
pub fn place(targets: &[Target], frame: Rect, obstacles: &Obstacles) -> Vec<Option<Place>> {
    let mut taken = Taken {
        rooms: obstacles.hard.clone(),
        leaders: Vec::new(),
    };
    let mut order: Vec<usize> = (0..targets.len()).collect();
    if obstacles.worst.is_infinite() {
        let hardship = |target: &Target| {
            best(target, targets, frame, obstacles, &taken).map_or(f64::INFINITY, |(_, cost)| cost)
        };
        let hardships: Vec<f64> = targets.iter().map(hardship).collect();
        let of = |n: &usize| hardships.get(*n).copied().unwrap_or_default();
        order.sort_by(|one, other| of(other).total_cmp(&of(one)));
    }
    let mut places = vec![None; targets.len()];
    for n in order {
        let (Some(target), Some(found)) = (targets.get(n), places.get_mut(n)) else {
            continue;
        };
        if let Some((place, _)) = best(target, targets, frame, obstacles, &taken) {
            taken.take(place);
            *found = Some(place);
        }
    }
    for (target, found) in targets.iter().zip(&mut places) {
        let (None, Some(name)) = (&found, target.short) else {
            continue;
        };
        let short = Target { name, ..*target };
        if let Some((place, _)) = best(&short, targets, frame, obstacles, &taken) {
            taken.take(place);
            *found = Some(Place {
                is_short: true,
                ..place
            });
        }
    }
    places
}

/// What stands where already.
struct Taken {
    rooms: RoomIndex,
    leaders: Vec<(Point, Point)>,
}

impl Taken {
    fn take(&mut self, place: Place) {
        self.rooms.take(place.rect.grown(1.5), 0.0);
        self.leaders.extend(place.leader);
    }
}

/// The free place that least speaks against.
fn best(
    target: &Target,
    targets: &[Target],
    frame: Rect,
    obstacles: &Obstacles,
    taken: &Taken,
) -> Option<(Place, f64)> {
    candidates(target)
        .filter(|(place, _)| is_free(place, target, frame, taken))
        .map(|(place, cost)| {
            let crossings = obstacles.soft.cost(&place.rect);
            (place, cost + crossings + confusion(&place, target, targets))
        })
        .filter(|(_, cost)| *cost <= obstacles.worst)
        .min_by(|(_, one), (_, other)| one.total_cmp(other))
}

/// Places around the mark with what speaks against each: right of it first, then left, above and below.
fn candidates(target: &Target) -> impl Iterator<Item = (Place, f64)> {
    let Target { mark, name, .. } = *target;
    let centre = mark.centre();
    DISTANCES.into_iter().flat_map(move |distance| {
        let away = GAP + distance;
        let diagonal = away * 0.7;
        let right = mark.right() + away;
        let left = mark.x - away - name.width;
        let above = mark.y - away - name.height;
        let below = mark.bottom() + away;
        let middle = centre.y - name.height / 2.0;
        let corner_right = mark.right() + diagonal - mark.width * 0.15;
        let corner_left = mark.x - diagonal + mark.width * 0.15 - name.width;
        let corner_above = mark.y - diagonal + mark.height * 0.15 - name.height;
        let corner_below = mark.bottom() + diagonal - mark.height * 0.15;
        [
            (right, middle, 0.0),
            (left, middle, 1.5),
            (centre.x - name.width / 2.0, above, 1.0),
            (centre.x - name.width / 2.0, below, 1.2),
            (corner_right, corner_above, 2.0),
            (corner_right, corner_below, 2.2),
            (corner_left, corner_above, 2.6),
            (corner_left, corner_below, 2.8),
            // Close above or below a line that runs through the mark.
            (mark.right() + away * 0.6, centre.y - name.height - 0.9, 2.6),
            (mark.right() + away * 0.6, centre.y + 1.0, 2.8),
            (left + away * 0.4, centre.y - name.height - 0.9, 3.4),
            (left + away * 0.4, centre.y + 1.0, 3.5),
            (mark.x, above, 3.0),
            (mark.right() - name.width, above, 3.2),
            (mark.x, below, 3.4),
            (mark.right() - name.width, below, 3.6),
        ]
        .into_iter()
        .map(move |(x, y, against)| {
            let rect = Rect::new(x, y, name.width, name.height);
            let from = mark.nearest(rect.nearest(centre));
            let to = rect.nearest(from);
            let inner = mark.width.min(mark.height) / 2.0;
            let apart = (rect.nearest(centre).distance(centre) - inner).max(0.0);
            let leader = (apart > LEADER_FROM).then_some((from, to));
            let cost = against + apart + if leader.is_some() { LEADER_COST } else { 0.0 };
            let place = Place {
                rect,
                leader,
                is_short: false,
            };
            (place, cost)
        })
    })
}

fn is_free(place: &Place, target: &Target, frame: Rect, taken: &Taken) -> bool {
    let is_clear = |(from, to): (Point, Point)| {
        let near = Rect::spanning(from, to);
        let is_met = |room: &Rect, _| *room != target.mark && room.meets_line(from, to);
        !taken.rooms.any(&near, is_met)
    };
    frame.encloses(&place.rect)
        && !taken
            .rooms
            .any(&place.rect, |room, _| room.overlaps(&place.rect))
        && !taken
            .leaders
            .iter()
            .any(|(from, to)| place.rect.meets_line(*from, *to))
        && place.leader.is_none_or(is_clear)
}

/// What it costs to stand so close to other marks that the name could be theirs.
fn confusion(place: &Place, target: &Target, targets: &[Target]) -> f64 {
    let distance = |other: &Target| {
        let centre = other.mark.centre();
        place.rect.nearest(centre).distance(centre)
    };
    let own = distance(target) + 1.0;
    let others = targets.iter().filter(|other| other.mark != target.mark);
    others
        .map(|other| match distance(other) {
            near if near < own => CONFUSION_COST,
            near if near < own * DOUBTFUL => CONFUSION_COST / 2.0,
            _ => 0.0,
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const FRAME: Rect = Rect::new(0.0, 0.0, 440.0, 280.0);

    fn free() -> Obstacles {
        Obstacles {
            hard: RoomIndex::new(FRAME),
            soft: RoomIndex::new(FRAME),
            worst: f64::INFINITY,
        }
    }

    fn targets() -> impl Strategy<Value = Vec<Target>> {
        let target = (0.0..440.0, 0.0..280.0, 3.0..11.0, 30.0..110.0).prop_map(
            |(x, y, radius, width): (f64, f64, f64, f64)| Target {
                mark: Rect::about(Point::new(x, y), radius, radius),
                name: Size::new(width, 8.5),
                short: Some(Size::new(width / 2.0, 8.5)),
            },
        );
        proptest::collection::vec(target, 1..60)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn no_name_touches_a_mark_another_name_or_the_frame(targets in targets()) {
            let mut obstacles = free();
            for target in &targets {
                obstacles.hard.take(target.mark, 0.0);
            }
            let placed = place(&targets, FRAME, &obstacles);
            prop_assert_eq!(placed.len(), targets.len());
            let names: Vec<Place> = placed.into_iter().flatten().collect();
            for (n, name) in names.iter().enumerate() {
                prop_assert!(FRAME.encloses(&name.rect));
                prop_assert!(targets.iter().all(|target| !target.mark.overlaps(&name.rect)));
                for other in names.iter().skip(n + 1) {
                    prop_assert!(!name.rect.overlaps(&other.rect));
                }
            }
        }
    }

    #[test]
    fn a_lonely_name_stands_to_the_right() {
        let target = Target {
            mark: Rect::about(Point::new(100.0, 100.0), 5.0, 5.0),
            name: Size::new(60.0, 8.0),
            short: None,
        };
        let places = place(&[target], FRAME, &free());
        let name = places[0].unwrap();
        assert_eq!(name.rect, Rect::new(107.5, 96.0, 60.0, 8.0));
        assert_eq!(name.leader, None);
    }

    #[test]
    fn a_name_turns_left_at_the_right_edge() {
        let target = Target {
            mark: Rect::about(Point::new(430.0, 100.0), 5.0, 5.0),
            name: Size::new(60.0, 8.0),
            short: None,
        };
        let places = place(&[target], FRAME, &free());
        assert!(places[0].unwrap().rect.right() < 425.0);
    }
}
