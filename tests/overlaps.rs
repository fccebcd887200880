//! Overlaps of made-up registers: as a slow and simple search finds them, in any order and on any number of processors.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::thread;

use fruitful::findings::findings::Question;
use fruitful::findings::overlap::similarity::Score;
use fruitful::findings::overlap::{Overlaps, Search, overlaps};
use fruitful::guidance::edition::newest;
use fruitful::model::meeting::{Attendee, Meeting};
use fruitful::model::objective::Objective;
use fruitful::model::partnership::Partnership;
use fruitful::model::register::Register;
use fruitful::units::id::{Id, Kind};
use fruitful::units::progress::{Progress, Stop};
use fruitful::units::quantity::Quantity;
use fruitful::units::year::FinancialYear;
use rayon::ThreadPoolBuilder;
use rust_decimal::prelude::ToPrimitive;

/// Words that no list leaves out and no plural changes.
const WORDS: [&str; 14] = [
    "harbour", "flood", "youth", "justice", "tourism", "skill", "housing", "carer", "moor",
    "river", "crime", "library", "school", "farm",
];

/// A source of choices that its seed alone decides.
struct Choices(u64);

impl Choices {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % n
    }

    fn number(&mut self, n: u64) -> u32 {
        u32::try_from(self.below(n)).unwrap()
    }

    fn text(&mut self, most: u64) -> String {
        let n = self.below(most + 1);
        let word = |choices: &mut Self| {
            let at = usize::try_from(choices.below(WORDS.len() as u64)).unwrap();
            WORDS[at]
        };
        let words: Vec<&str> = (0..n).map(|_| word(self)).collect();
        words.join(" ")
    }
}

/// So many partnerships that share some of nine members, fourteen words, nine seats; a few have none of one.
fn register(seed: u64, n: u32) -> Register {
    let mut choices = Choices(seed);
    let mut register = Register::new(FinancialYear::starting(2026));
    for number in 1..=n {
        let mut it = Partnership::new(Id::new(Kind::Partnership, number));
        it.name = choices.text(4);
        it.reason = choices.text(2);
        for number in 1..=9 {
            if choices.below(3) > 0 && number != n % 9 {
                it.members.push(Id::new(Kind::Partner, number));
            }
        }
        if choices.below(5) == 0 {
            it.members.clear();
        }
        let mut meeting = Meeting::new(Id::new(Kind::Meeting, 10_000 + number));
        for at in 0..choices.number(5) {
            let mut attendee = Attendee::new(Id::new(Kind::Attendee, 100_000 + number * 10 + at));
            attendee.partner = Some(Id::new(Kind::Partner, 1 + choices.number(3)));
            attendee.grade =
                (choices.below(6) > 0).then(|| Id::new(Kind::Grade, 1 + choices.number(3)));
            attendee.is_partnership_staff = choices.below(8) == 0;
            meeting.attendees.push(attendee);
        }
        it.meetings.push(meeting);
        if choices.below(3) == 0 {
            let mut objective = Objective::new(Id::new(Kind::Objective, 200_000 + number));
            objective.text = choices.text(3);
            it.objectives.push(objective);
        }
        register.partnerships.push(Arc::new(it));
    }
    register.last_id = 1_000_000;
    register
}

fn search(percent: u32, most: usize) -> Search {
    Search {
        least: Score::percent(percent),
        most,
        only: None,
    }
}

fn find(register: &Register, search: &Search) -> Overlaps {
    let question = Question {
        year: register.settings.base_year,
    };
    let (progress, stop) = (Progress::default(), Stop::default());
    let found = overlaps(register, newest(), question, search, &progress, &stop);
    found.expect("nobody stopped it")
}

/// Each pair with its score in millionths.
fn pairs(found: &Overlaps) -> Vec<(i64, Id, Id)> {
    let millionths = |score: Score| {
        (score.rate().decimal() * rust_decimal::Decimal::from(1_000_000))
            .to_i64()
            .unwrap()
    };
    let pairs = found.pairs.iter();
    pairs
        .map(|it| (millionths(it.score), it.a.id, it.b.id))
        .collect()
}

/// What a partnership has of each aspect, things by name.
fn things(it: &Partnership) -> [BTreeSet<String>; 4] {
    let words = |text: String| text.split_whitespace().map(str::to_owned).collect();
    let seats = it.meetings.iter().flat_map(|it| &it.attendees);
    let seats = seats.filter(|it| !it.is_partnership_staff);
    let seat = |it: &Attendee| Some(format!("{} {}", it.partner?, it.grade?));
    let objectives: Vec<&str> = it.objectives.iter().map(|it| it.text.as_str()).collect();
    [
        it.members.iter().map(Id::to_string).collect(),
        words(format!("{} {}", it.name, it.reason)),
        seats.filter_map(seat).collect(),
        words(objectives.join(" ")),
    ]
}

/// Every pair, scored as the method note says, with no regard for time.
#[expect(
    clippy::cast_precision_loss,
    clippy::float_arithmetic,
    reason = "the weight of a word, rounded to thousandths"
)]
fn slowly(register: &Register, percent: i64) -> Vec<(i64, Id, Id)> {
    let all: Vec<_> = register
        .partnerships
        .iter()
        .map(|it| (it.id, things(it)))
        .collect();
    let mut users: [BTreeMap<&str, u32>; 4] = Default::default();
    for (_, things) in &all {
        for (users, things) in users.iter_mut().zip(things) {
            for thing in things {
                *users.entry(thing).or_default() += 1;
            }
        }
    }
    let counts = |aspect: usize, thing: &str| -> i64 {
        if aspect.is_multiple_of(2) {
            return 1;
        }
        let share = all.len() as f64 / f64::from(users[aspect][thing]);
        ((1.0 + share.log2()) * 1_000.0).round().to_i64().unwrap()
    };
    let mut pairs = Vec::new();
    for (at, (a, of_a)) in all.iter().enumerate() {
        for (b, of_b) in &all[at + 1..] {
            let (mut sum, mut weights, mut n_shared) = (0, 0, 0);
            for (aspect, weight) in [3, 3, 2, 2].into_iter().enumerate() {
                let (one, other) = (&of_a[aspect], &of_b[aspect]);
                if one.is_empty() || other.is_empty() {
                    continue;
                }
                let size = |it: &mut dyn Iterator<Item = &String>| -> i64 {
                    it.map(|it| counts(aspect, it)).sum()
                };
                let shared = size(&mut one.intersection(other));
                let either = size(&mut one.union(other));
                sum += weight * ((2_000_000 * shared + either) / (2 * either));
                weights += weight;
                n_shared += i64::from(shared > 0);
            }
            if n_shared >= 2 {
                let score = (2 * sum + weights) / (2 * weights);
                pairs.push((score, *a.min(b), *a.max(b)));
            }
        }
    }
    pairs.retain(|(score, ..)| *score >= percent * 10_000);
    pairs.sort_by_key(|(score, a, b)| (-score, *a, *b));
    pairs
}

#[test]
fn the_fast_search_finds_what_a_slow_one_finds() {
    for seed in 1..=12 {
        let register = register(seed, 60);
        for percent in [1, 30, 45] {
            let slow = slowly(&register, percent.into());
            let fast = find(&register, &search(percent, 5_000));
            assert_eq!(pairs(&fast), slow, "seed {seed}, {percent} %");
            assert_eq!(fast.n_pairs, slow.len());
            // With room for a few the best of them are kept, and the others counted.
            let few = find(&register, &search(percent, 7));
            assert_eq!(pairs(&few), slow[..slow.len().min(7)]);
            assert_eq!(few.n_pairs, slow.len());
        }
    }
}

#[test]
fn pairs_of_some_partnerships_are_those_of_all_that_have_one_of_them() {
    let register = register(5, 60);
    let only: BTreeSet<Id> = [3, 17, 18, 60]
        .map(|it| Id::new(Kind::Partnership, it))
        .into();
    let all = pairs(&find(&register, &search(25, 5_000)));
    let expected: Vec<_> = all
        .into_iter()
        .filter(|(_, a, b)| only.contains(a) || only.contains(b))
        .collect();
    assert!(expected.len() > 20);
    let some = Search {
        only: Some(only),
        ..search(25, 5_000)
    };
    assert_eq!(pairs(&find(&register, &some)), expected);
}

#[test]
fn the_order_of_the_register_changes_nothing() {
    let there = register(9, 50);
    let mut back = there.clone();
    back.partnerships.reverse();
    let (there, back) = (find(&there, &search(25, 30)), find(&back, &search(25, 30)));
    assert_eq!(there.pairs, back.pairs);
    assert_eq!(there.halving, back.halving);
}

#[test]
fn any_number_of_processors_finds_the_same() {
    let register = register(3, 120);
    let on = |n: usize| {
        let pool = ThreadPoolBuilder::new().num_threads(n).build().unwrap();
        pool.install(|| find(&register, &search(25, 40)))
    };
    let one = on(1);
    assert_eq!(one.pairs.len(), 40);
    assert!(one.n_pairs > 40 && !one.groups.is_empty());
    for n in [2, 8] {
        assert_eq!(on(n), one, "{n} processors");
    }
}

#[test]
fn every_two_of_a_group_overlap() {
    for seed in 1..=12 {
        let found = find(&register(seed, 60), &search(45, 5_000));
        let listed: BTreeSet<(Id, Id)> = found.pairs.iter().map(|it| (it.a.id, it.b.id)).collect();
        let mut seen = BTreeSet::new();
        for group in &found.groups {
            assert!(group.partnerships.len() > 2);
            for (at, a) in group.partnerships.iter().enumerate() {
                assert!(seen.insert(a.id), "{} is in two groups", a.id);
                for b in &group.partnerships[at + 1..] {
                    let pair = (a.id.min(b.id), a.id.max(b.id));
                    assert!(listed.contains(&pair), "{pair:?}");
                }
            }
        }
    }
}

#[test]
fn a_partnership_is_most_like_its_copy() {
    let mut register = register(4, 30);
    let full = |it: &&Arc<Partnership>| {
        let things = things(it);
        things.iter().all(|it| !it.is_empty())
    };
    let mut copy = Partnership::clone(register.partnerships.iter().find(full).unwrap());
    let original = copy.id;
    copy.id = Id::new(Kind::Partnership, 900);
    register.partnerships.push(Arc::new(copy));
    let found = find(&register, &search(25, 5_000));
    let best = &found.pairs[0];
    assert_eq!(
        (best.a.id, best.b.id),
        (original, Id::new(Kind::Partnership, 900))
    );
    assert_eq!(best.score, Score::percent(100));
}

#[test]
fn blank_partnerships_overlap_with_nobody() {
    let mut register = Register::new(FinancialYear::starting(2026));
    for _ in 0..3 {
        register.add_partnership();
    }
    let found = find(&register, &search(0, 10));
    assert_eq!((found.n_pairs, found.n_compared, found.n_blank), (0, 3, 3));
}

#[test]
fn a_search_that_is_stopped_ends_within_a_block() {
    let register = register(8, 3_000);
    let question = Question {
        year: register.settings.base_year,
    };
    let search = search(60, 200);
    let (progress, stop) = (Progress::default(), Stop::default());
    stop.ask();
    let found = overlaps(&register, newest(), question, &search, &progress, &stop);
    assert_eq!((found, progress.get().0), (None, 0));

    let stop = Stop::default();
    let found = thread::scope(|scope| {
        let work = || overlaps(&register, newest(), question, &search, &progress, &stop);
        let work = scope.spawn(work);
        while progress.get().0 == 0 {
            thread::yield_now();
        }
        stop.ask();
        work.join().unwrap()
    });
    let (done, all) = progress.get();
    assert_eq!(found, None);
    assert!(done > 0 && done < all, "{done} of {all} blocks");
}
