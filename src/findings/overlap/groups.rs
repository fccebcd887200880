//! Sets of partnerships in which every two overlap.

use std::collections::BTreeMap;

use crate::findings::overlap::compared::Compared;
use crate::findings::overlap::scan::Found;
use crate::findings::overlap::similarity::Score;

/// Three or more partnerships by place, and the score of the two that are least alike.
pub(super) struct Places {
    pub(super) places: Vec<usize>,
    pub(super) weakest: Score,
}

/// Complete linkage: from the strongest pair on, two sets join where every pair across them overlaps as well, so that
/// groups do not chain. The largest first, then the strongest, then by the order of the register.
pub(super) fn groups(compared: &Compared<'_>, pairs: &[Found], least: Score) -> Vec<Places> {
    let mut sets: Vec<Vec<usize>> = Vec::new();
    let mut set_of: BTreeMap<usize, usize> = BTreeMap::new();
    for pair in pairs {
        let (a, b) = pair.places;
        let (a, b) = (
            set(a, &mut sets, &mut set_of),
            set(b, &mut sets, &mut set_of),
        );
        let (Some(of_a), Some(of_b)) = (sets.get(a), sets.get(b)) else {
            continue;
        };
        if a == b || !is_every_pair_alike(compared, of_a, of_b, least) {
            continue;
        }
        let moved = sets.get_mut(b).map(std::mem::take).unwrap_or_default();
        for place in &moved {
            set_of.insert(*place, a);
        }
        if let Some(set) = sets.get_mut(a) {
            set.extend(moved);
        }
    }
    let mut groups: Vec<Places> = sets
        .into_iter()
        .filter(|it| it.len() > 2)
        .map(|mut places| {
            places.sort_unstable();
            let weakest = weakest(compared, &places);
            Places { places, weakest }
        })
        .collect();
    groups.sort_by(|a, b| {
        let by_size = b.places.len().cmp(&a.places.len());
        let by_score = b.weakest.cmp(&a.weakest);
        by_size.then(by_score).then_with(|| a.places.cmp(&b.places))
    });
    groups
}

/// The set that a partnership is in; one of its own where it is in none yet.
fn set(place: usize, sets: &mut Vec<Vec<usize>>, set_of: &mut BTreeMap<usize, usize>) -> usize {
    *set_of.entry(place).or_insert_with(|| {
        sets.push(vec![place]);
        sets.len().saturating_sub(1)
    })
}

fn is_every_pair_alike(compared: &Compared<'_>, a: &[usize], b: &[usize], least: Score) -> bool {
    let mut pairs = a.iter().flat_map(|a| b.iter().map(move |b| (*a, *b)));
    pairs.all(|(a, b)| compared.score(a, b).is_some_and(|it| it >= least))
}

fn weakest(compared: &Compared<'_>, places: &[usize]) -> Score {
    let pairs = places.iter().enumerate().flat_map(|(at, a)| {
        let later = places.iter().skip(at.saturating_add(1));
        later.map(move |b| (*a, *b))
    });
    let scores = pairs.map(|(a, b)| compared.score(a, b).unwrap_or_default());
    scores.min().unwrap_or_default()
}
