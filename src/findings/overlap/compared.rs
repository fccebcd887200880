//! A register made ready to be compared: what each partnership has of every aspect.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::findings::overlap::features::Features;
use crate::findings::overlap::scan::score_of;
use crate::findings::overlap::similarity::{Aspect, N_ASPECTS, Score, similarity};
use crate::findings::overlap::words::add_words;
use crate::model::partnership::Partnership;
use crate::model::record_name::{grade_name, partner_name};
use crate::model::register::Register;
use crate::units::id::Id;
use crate::units::year::FinancialYear;

/// A grade of a body that sits at meetings.
pub(crate) type Seat = (Id, Id);

/// The partnerships of a register that are not over, by place.
pub(super) struct Compared<'a> {
    pub(super) register: &'a Register,
    partnerships: Vec<&'a Arc<Partnership>>,
    members: Features<Id>,
    remit: Features<String>,
    seats: Features<Seat>,
    objectives: Features<String>,
    /// How the words of remits and objectives are written.
    written: BTreeMap<String, String>,
    totals: Vec<[u32; N_ASPECTS]>,
    /// Which are compared with all others; nothing where all are.
    rows: Option<Vec<bool>>,
}

impl<'a> Compared<'a> {
    /// Those that are not over by the start of the year; with `only`, pairs of which at least one is among these.
    pub(super) fn new(
        register: &'a Register,
        year: FinancialYear,
        only: Option<&BTreeSet<Id>>,
    ) -> Self {
        let all = register.partnerships.iter();
        let is_over = |it: &Partnership| it.end.is_some_and(|end| FinancialYear::of(end) < year);
        let partnerships: Vec<_> = all.filter(|it| !is_over(it)).collect();
        let each = |set: &dyn Fn(&Partnership) -> BTreeSet<Id>| -> Vec<_> {
            partnerships.iter().map(|it| set(it)).collect()
        };
        let members = each(&|it| it.members.iter().copied().collect());
        let seats: Vec<BTreeSet<Seat>> = partnerships.iter().map(|it| seats(it)).collect();
        let mut written = BTreeMap::new();
        let remits: Vec<BTreeSet<String>> = partnerships
            .iter()
            .map(|it| words(&[&it.name, &it.topic, &it.reason], &mut written))
            .collect();
        let objectives: Vec<BTreeSet<String>> = partnerships
            .iter()
            .map(|it| {
                let texts: Vec<&String> = it.objectives.iter().map(|it| &it.text).collect();
                words(&texts, &mut written)
            })
            .collect();
        let (members, seats) = (
            Features::new(&members, |_, _| 1),
            Features::new(&seats, |_, _| 1),
        );
        let remit = Features::new(&remits, rarity);
        let objectives = Features::new(&objectives, rarity);
        let totals = (0..partnerships.len())
            .map(|at| {
                [
                    members.total(at),
                    remit.total(at),
                    seats.total(at),
                    objectives.total(at),
                ]
            })
            .collect();
        let rows = only.map(|only| {
            partnerships
                .iter()
                .map(|it| only.contains(&it.id))
                .collect()
        });
        Self {
            register,
            partnerships,
            members,
            remit,
            seats,
            objectives,
            written,
            totals,
            rows,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.partnerships.len()
    }

    pub(super) fn is_all_rows(&self) -> bool {
        self.rows.is_none()
    }

    pub(super) fn is_row(&self, place: usize) -> bool {
        let rows = self.rows.as_ref();
        rows.is_none_or(|rows| rows.get(place) == Some(&true))
    }

    pub(super) fn get(&self, place: usize) -> Option<&'a Arc<Partnership>> {
        self.partnerships.get(place).copied()
    }

    /// The ids and places of a pair, the smaller id first.
    pub(super) fn pair(&self, a: usize, b: usize) -> Option<((Id, Id), (usize, usize))> {
        let (id_a, id_b) = (self.get(a)?.id, self.get(b)?.id);
        let is_in_order = id_a <= id_b;
        Some(if is_in_order {
            ((id_a, id_b), (a, b))
        } else {
            ((id_b, id_a), (b, a))
        })
    }

    pub(super) fn totals(&self, place: usize) -> [u32; N_ASPECTS] {
        self.totals.get(place).copied().unwrap_or_default()
    }

    pub(super) fn all_totals(&self) -> &[[u32; N_ASPECTS]] {
        &self.totals
    }

    /// How many have too little typed to be compared: fewer than two aspects.
    pub(super) fn n_blank(&self) -> usize {
        let totals = self.totals.iter();
        let n_known = |it: &[u32; N_ASPECTS]| it.iter().filter(|it| **it > 0).count();
        totals.filter(|it| n_known(it) < 2).count()
    }

    /// Adds to `shared`, by place, what each from `from` on shares with the one at `place`.
    pub(super) fn share_out(&self, place: usize, from: usize, shared: &mut [[u32; N_ASPECTS]]) {
        self.members.share_out(place, from, 0, shared);
        self.remit.share_out(place, from, 1, shared);
        self.seats.share_out(place, from, 2, shared);
        self.objectives.share_out(place, from, 3, shared);
    }

    /// The score of one pair.
    pub(super) fn score(&self, a: usize, b: usize) -> Option<Score> {
        let shared = Aspect::ALL.map(|aspect| self.shared(aspect, a, b));
        score_of(&shared, &self.totals(a), &self.totals(b))
    }

    /// How alike two are in one aspect.
    pub(super) fn similarity(&self, aspect: Aspect, a: usize, b: usize) -> Option<Score> {
        let of = |at| match aspect {
            Aspect::Members => self.members.total(at),
            Aspect::Remit => self.remit.total(at),
            Aspect::Seats => self.seats.total(at),
            Aspect::Objectives => self.objectives.total(at),
        };
        similarity(self.shared(aspect, a, b), of(a), of(b))
    }

    /// What all of these have of an aspect, by name, the rarest first.
    pub(super) fn in_all(&self, aspect: Aspect, places: &[usize]) -> Vec<String> {
        match aspect {
            Aspect::Members => self.member_names(self.members.keys_in_all(places)),
            Aspect::Remit => self.words(self.remit.keys_in_all(places)),
            Aspect::Seats => self.seat_names(self.seats.keys_in_all(places)),
            Aspect::Objectives => self.words(self.objectives.keys_in_all(places)),
        }
    }

    /// What one has of an aspect and the other has not, by name, the rarest first.
    pub(super) fn only_in(&self, aspect: Aspect, a: usize, b: usize) -> Vec<String> {
        match aspect {
            Aspect::Members => self.member_names(self.members.keys_only_in(a, b)),
            Aspect::Remit => self.words(self.remit.keys_only_in(a, b)),
            Aspect::Seats => self.seat_names(self.seats.keys_only_in(a, b)),
            Aspect::Objectives => self.words(self.objectives.keys_only_in(a, b)),
        }
    }

    fn shared(&self, aspect: Aspect, a: usize, b: usize) -> u32 {
        match aspect {
            Aspect::Members => self.members.shared(a, b),
            Aspect::Remit => self.remit.shared(a, b),
            Aspect::Seats => self.seats.shared(a, b),
            Aspect::Objectives => self.objectives.shared(a, b),
        }
    }

    fn member_names(&self, members: Vec<&Id>) -> Vec<String> {
        let name = |id: &Id| partner_name(self.register, Some(*id));
        members.into_iter().map(name).collect()
    }

    fn seat_names(&self, seats: Vec<&Seat>) -> Vec<String> {
        let name = |(partner, grade): &Seat| {
            let grade = grade_name(self.register, Some(*grade));
            format!("{grade}, {}", partner_name(self.register, Some(*partner)))
        };
        seats.into_iter().map(name).collect()
    }

    fn words(&self, words: Vec<&String>) -> Vec<String> {
        let written = |word: &String| self.written.get(word).unwrap_or(word).clone();
        words.into_iter().map(written).collect()
    }
}

/// The seats at a partnership's meetings that are of a known grade of a known body; its own staff have none.
pub(crate) fn seats(partnership: &Partnership) -> BTreeSet<Seat> {
    let attendees = partnership.meetings.iter().flat_map(|it| &it.attendees);
    let others = attendees.filter(|it| !it.is_partnership_staff);
    others.filter_map(|it| it.partner.zip(it.grade)).collect()
}

fn words(texts: &[&String], written: &mut BTreeMap<String, String>) -> BTreeSet<String> {
    let mut words = BTreeMap::new();
    for text in texts {
        add_words(text, &mut words);
    }
    for (word, as_written) in &words {
        let shown = written
            .entry(word.clone())
            .or_insert_with(|| as_written.clone());
        if (as_written.len(), as_written) < (shown.len(), shown) {
            shown.clone_from(as_written);
        }
    }
    words.into_keys().collect()
}

/// What a word counts for, in thousandths: 1 + log₂(partnerships ÷ those that use it), so that one of all counts once
/// and each halving of its users once more.
fn rarity(n: usize, n_users: usize) -> u32 {
    let wide = |n: usize| u128::try_from(n.max(1)).unwrap_or(u128::MAX);
    let share = (wide(n) << FRACTION).checked_div(wide(n_users));
    let halvings = share.map_or(0, log2).saturating_add(1 << FRACTION);
    let thousandths = halvings
        .saturating_mul(1_000)
        .saturating_add(1 << (FRACTION - 1))
        >> FRACTION;
    u32::try_from(thousandths).unwrap_or(u32::MAX)
}

/// Bits behind the point.
const FRACTION: u32 = 40;

/// log₂ of a number of 1 or more, both with `FRACTION` bits behind the point: its whole part is where its first bit
/// stands, and each squaring of what is left gives one bit more.
fn log2(number: u128) -> u128 {
    let whole = number.max(1).ilog2().saturating_sub(FRACTION);
    let mut rest = number >> whole;
    let mut bits = u128::from(whole);
    for _ in 0..FRACTION {
        rest = rest.saturating_mul(rest) >> FRACTION;
        let is_two = rest >> FRACTION > 1;
        bits = bits << 1 | u128::from(is_two);
        rest >>= u32::from(is_two);
    }
    bits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_words_count_more() {
        // 1 + log₂ of 1, 2, 4 and 16; and of 5,500: 1 + 12.4252159…
        assert_eq!(rarity(4, 4), 1_000);
        assert_eq!(rarity(4, 2), 2_000);
        assert_eq!(rarity(4, 1), 3_000);
        assert_eq!(rarity(16, 1), 5_000);
        assert_eq!(rarity(5_500, 1), 13_425);
    }
}
