//! Every pair compared: row by row on every processor, the best kept, ended when somebody asks.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use rayon::prelude::*;

use crate::findings::overlap::compared::Compared;
use crate::findings::overlap::similarity::{Aspect, N_ASPECTS, Score, score, similarity};
use crate::units::id::Id;
use crate::units::progress::{Progress, Stop};

/// Rows between two looks at whether to stop.
const BLOCK: usize = 16;

/// A pair that is alike enough; the better one is the smaller, pairs of one score in the order of their ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Found {
    pub(super) score: Reverse<Score>,
    pub(super) ids: (Id, Id),
    pub(super) places: (usize, usize),
}

/// The best pairs, and how many there are in all.
#[derive(Debug, Default)]
pub(super) struct Best {
    /// The worst of them on top.
    kept: BinaryHeap<Found>,
    pub(super) n_found: usize,
}

impl Best {
    /// The best first.
    pub(super) fn into_order(self) -> Vec<Found> {
        self.kept.into_sorted_vec()
    }

    fn take(&mut self, found: Found, most: usize) {
        self.kept.push(found);
        if self.kept.len() > most {
            self.kept.pop();
        }
    }

    fn join(mut self, other: Self, most: usize) -> Self {
        self.n_found = self.n_found.saturating_add(other.n_found);
        for found in other.kept {
            self.take(found, most);
        }
        self
    }
}

/// What one processor needs.
struct Desk {
    /// By place, what it shares with the row in each aspect.
    shared: Vec<[u32; N_ASPECTS]>,
    best: Best,
}

/// Compares every row with every other partnership, each pair once. Nothing where it was stopped.
///
/// The best of a total order are kept, so the answer does not depend on how rows were divided among processors.
pub(super) fn scan(
    compared: &Compared<'_>,
    least: Score,
    most: usize,
    progress: &Progress,
    stop: &Stop,
) -> Option<Best> {
    let rows: Vec<usize> = (0..compared.len())
        .filter(|it| compared.is_row(*it))
        .collect();
    let blocks: Vec<&[usize]> = rows.chunks(BLOCK).collect();
    progress.start(blocks.len());
    let start = || Desk {
        shared: vec![[0; N_ASPECTS]; compared.len()],
        best: Best::default(),
    };
    let best = blocks
        .into_par_iter()
        .fold(start, |mut desk, rows| {
            if !stop.is_asked() {
                for row in rows {
                    scan_row(compared, *row, (least, most), &mut desk);
                }
                progress.step();
            }
            desk
        })
        .map(|desk| desk.best)
        .reduce(Best::default, |a, b| a.join(b, most));
    (!stop.is_asked()).then_some(best)
}

fn scan_row(compared: &Compared<'_>, row: usize, (least, most): (Score, usize), desk: &mut Desk) {
    let from = if compared.is_all_rows() {
        row.saturating_add(1)
    } else {
        0
    };
    compared.share_out(row, from, &mut desk.shared);
    let own = compared.totals(row);
    let shared = desk.shared.iter_mut().zip(compared.all_totals());
    for (other, (shared, totals)) in shared.enumerate().skip(from) {
        let shared = std::mem::take(shared);
        if !may_reach(&shared, &own, totals, least) {
            continue;
        }
        // Of two rows the earlier has the pair.
        if other == row || (other < row && compared.is_row(other)) {
            continue;
        }
        let Some(score) = score_of(&shared, &own, totals).filter(|it| *it >= least) else {
            continue;
        };
        desk.best.n_found = desk.best.n_found.saturating_add(1);
        if let Some((ids, places)) = compared.pair(row, other) {
            let score = Reverse(score);
            let found = Found { score, ids, places };
            desk.best.take(found, most);
        }
    }
}

/// The score of what two share of what they have.
pub(super) fn score_of(
    shared: &[u32; N_ASPECTS],
    of_a: &[u32; N_ASPECTS],
    of_b: &[u32; N_ASPECTS],
) -> Option<Score> {
    let mut aspects = [None; N_ASPECTS];
    let sums = shared.iter().zip(of_a.iter().zip(of_b));
    for (aspect, (shared, (of_a, of_b))) in aspects.iter_mut().zip(sums) {
        *aspect = similarity(*shared, *of_a, *of_b);
    }
    score(&aspects)
}

/// How far, in millionths, the quick look lies above the score at least: further than rounding goes.
const SLACK: u64 = 4;

/// Whether a pair may reach a score: quick, and never wrong about one that does.
fn may_reach(
    shared: &[u32; N_ASPECTS],
    of_a: &[u32; N_ASPECTS],
    of_b: &[u32; N_ASPECTS],
    least: Score,
) -> bool {
    let n_shared = shared.iter().filter(|it| **it > 0).count();
    if n_shared < 2 {
        return false;
    }
    let (mut sum, mut weights) = (0_u64, 0_u64);
    let sums = shared.iter().zip(of_a.iter().zip(of_b));
    for (aspect, (shared, (of_a, of_b))) in Aspect::ALL.into_iter().zip(sums) {
        if *of_a > 0 && *of_b > 0 {
            let (shared, weight) = (u64::from(*shared), u64::from(aspect.weight()));
            let either = u64::from(*of_a).saturating_add(u64::from(*of_b));
            let either = either.saturating_sub(shared);
            let millionths = weight.saturating_mul(shared).saturating_mul(1_000_000);
            let part = millionths.checked_div(either).unwrap_or(millionths);
            sum = sum.saturating_add(part).saturating_add(1);
            weights = weights.saturating_add(weight);
        }
    }
    let least = u64::from(least.millionths()).saturating_sub(SLACK);
    sum >= weights.saturating_mul(least)
}
