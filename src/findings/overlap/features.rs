//! What each partnership has of one aspect, numbered, with an index from each thing to those that have it.

use std::collections::{BTreeMap, BTreeSet};

/// One aspect of all partnerships. Partnerships go by their place, things by their number.
#[derive(Debug)]
pub(super) struct Features<K> {
    /// What each number stands for, in order.
    keys: Vec<K>,
    /// What each thing counts for.
    weights: Vec<u32>,
    /// The things that each partnership has, in order.
    of: Vec<Vec<u32>>,
    /// What these count for together.
    totals: Vec<u32>,
    /// The partnerships that have each thing, in order.
    holders: Vec<Vec<u32>>,
}

impl<K: Ord + Clone> Features<K> {
    /// Of the things that each partnership has; `weigh` says what a thing that so many of all have counts for.
    pub(super) fn new(sets: &[BTreeSet<K>], weigh: impl Fn(usize, usize) -> u32) -> Self {
        let mut numbers: BTreeMap<&K, u32> = BTreeMap::new();
        for set in sets {
            numbers.extend(set.iter().map(|key| (key, 0)));
        }
        for (at, number) in numbers.values_mut().enumerate() {
            *number = number_of(at);
        }
        let mut holders: Vec<Vec<u32>> = vec![Vec::new(); numbers.len()];
        let mut of: Vec<Vec<u32>> = Vec::with_capacity(sets.len());
        for (place, set) in sets.iter().enumerate() {
            let own: Vec<u32> = set
                .iter()
                .filter_map(|key| numbers.get(key).copied())
                .collect();
            for thing in &own {
                if let Some(holders) = holders.get_mut(index(*thing)) {
                    holders.push(number_of(place));
                }
            }
            of.push(own);
        }
        let weights: Vec<u32> = holders
            .iter()
            .map(|holders| weigh(sets.len(), holders.len()))
            .collect();
        let total = |own: &Vec<u32>| sum(own.iter().map(|it| weight(&weights, *it)));
        let totals = of.iter().map(total).collect();
        Self {
            keys: numbers.into_keys().cloned().collect(),
            totals,
            weights,
            of,
            holders,
        }
    }

    /// What one partnership's things count for together; nought where it has none.
    pub(super) fn total(&self, place: usize) -> u32 {
        self.totals.get(place).copied().unwrap_or(0)
    }

    /// Adds to `shared`, by place, what each partnership from `from` on shares with the one at `place`.
    pub(super) fn share_out<const N: usize>(
        &self,
        place: usize,
        from: usize,
        aspect: usize,
        shared: &mut [[u32; N]],
    ) {
        for thing in self.things(place) {
            let weight = weight(&self.weights, *thing);
            let Some(holders) = self.holders.get(index(*thing)) else {
                continue;
            };
            let first = holders.partition_point(|it| index(*it) < from);
            for holder in holders.iter().skip(first) {
                let sums = shared.get_mut(index(*holder));
                if let Some(sum) = sums.and_then(|sums| sums.get_mut(aspect)) {
                    *sum = sum.saturating_add(weight);
                }
            }
        }
    }

    /// What the things that both have count for.
    pub(super) fn shared(&self, a: usize, b: usize) -> u32 {
        sum(self.in_both(&[a, b]).map(|it| weight(&self.weights, it)))
    }

    /// The things that all of these have, the rarest first.
    pub(super) fn keys_in_all(&self, places: &[usize]) -> Vec<&K> {
        self.by_weight(self.in_both(places).collect())
    }

    /// The things that one has and the other has not, the rarest first.
    pub(super) fn keys_only_in(&self, a: usize, b: usize) -> Vec<&K> {
        let others = self.things(b);
        let own = self.things(a).iter().copied();
        self.by_weight(own.filter(|it| others.binary_search(it).is_err()).collect())
    }

    fn things(&self, place: usize) -> &[u32] {
        self.of.get(place).map_or(&[], Vec::as_slice)
    }

    fn in_both<'a>(&'a self, places: &'a [usize]) -> impl Iterator<Item = u32> + 'a {
        let (first, others) = places
            .split_first()
            .map_or((usize::MAX, places), |(a, b)| (*a, b));
        let things = self.things(first).iter().copied();
        things.filter(move |thing| {
            others
                .iter()
                .all(|it| self.things(*it).binary_search(thing).is_ok())
        })
    }

    fn by_weight(&self, mut things: Vec<u32>) -> Vec<&K> {
        things.sort_by_key(|it| (std::cmp::Reverse(weight(&self.weights, *it)), *it));
        let keys = things.into_iter();
        keys.filter_map(|it| self.keys.get(index(it))).collect()
    }
}

fn weight(weights: &[u32], thing: u32) -> u32 {
    weights.get(index(thing)).copied().unwrap_or(0)
}

fn sum(weights: impl Iterator<Item = u32>) -> u32 {
    weights.fold(0, u32::saturating_add)
}

fn number_of(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
