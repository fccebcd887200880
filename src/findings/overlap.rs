//! Which partnerships do the same work with the same people: pairs and groups, the evidence, and what less would save.

mod compared;
mod features;
mod groups;
mod scan;
pub mod similarity;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use crate::findings::findings::Question;
use crate::findings::merging::{Merging, Saving, Savings};
use crate::findings::overlap::compared::Compared;
use crate::findings::overlap::groups::{Places, groups};
use crate::findings::overlap::scan::{Found, scan};
use crate::findings::overlap::similarity::{Aspect, Score};
use crate::guidance::edition::Guidance;
use crate::model::partnership::Partnership;
use crate::model::register::Register;
use crate::units::id::Id;
use crate::units::money_unit::MoneyUnit;
use crate::units::progress::{Progress, Stop};

/// What to look for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    /// The least score of a pair that is listed.
    pub least: Score,
    /// How many pairs are kept, the best ones.
    pub most: usize,
    /// Pairs of which at least one is among these; all pairs where nothing is said.
    pub only: Option<BTreeSet<Id>>,
}

/// Pairs that are kept for a screen.
pub const MOST_SHOWN: usize = 200;

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overlaps {
    /// The least score that was asked for.
    pub least: Score,
    /// The best pairs, the best first; those of one score in the order of their ids.
    pub pairs: Vec<Overlap>,
    /// How many pairs there are in all.
    pub n_pairs: usize,
    /// Sets of three or more of these in which every two overlap, the largest first.
    pub groups: Vec<Group>,
    /// How many partnerships were compared: those that are not over.
    pub n_compared: usize,
    /// How many of these have too little typed: less than two of members, words, seats and objectives.
    pub n_blank: usize,
    /// What half as many meetings of one would save, of each that is in a pair and meets more than once a year.
    pub halving: BTreeMap<Id, Saving>,
    /// The unit that sums are shown in.
    pub money_unit: MoneyUnit,
}

/// One of two that overlap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// The partnership.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Whether the law requires it, so that merging may not be open.
    pub is_statutory: bool,
}

/// Two partnerships that overlap.
#[derive(Clone, Debug, PartialEq)]
pub struct Overlap {
    /// The one with the smaller id.
    pub a: Side,
    /// The other.
    pub b: Side,
    /// How much, of 1.
    pub score: Score,
    /// Why, by aspect; aspects in which one has nothing are left out, as nothing is known of them.
    pub evidence: Vec<Evidence>,
    /// What merging their meetings would save; nothing where none of them meets.
    pub merging: Option<Merging>,
}

/// How alike two are in one aspect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// In what.
    pub aspect: Aspect,
    /// How alike, of 1.
    pub similarity: Score,
    /// What both have, the rarest first.
    pub both: Vec<String>,
    /// What only `a` has.
    pub only_a: Vec<String>,
    /// What only `b` has.
    pub only_b: Vec<String>,
}

impl Evidence {
    /// How many things either has.
    pub fn n_either(&self) -> usize {
        let n_alone = self.only_a.len().saturating_add(self.only_b.len());
        n_alone.saturating_add(self.both.len())
    }
}

/// Three or more partnerships of which every two overlap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// In the order of the register.
    pub partnerships: Vec<Side>,
    /// The score of the two that are least alike.
    pub weakest: Score,
    /// What all of them have, by aspect; aspects without any are left out.
    pub in_all: Vec<(Aspect, Vec<String>)>,
}

impl Overlap {
    /// Whether the law requires one of them.
    pub fn is_statutory(&self) -> bool {
        self.a.is_statutory || self.b.is_statutory
    }

    /// Both, the smaller id first.
    pub fn sides(&self) -> [&Side; 2] {
        [&self.a, &self.b]
    }
}

/// Compares all pairs. Nothing where it was stopped.
///
/// Partnerships that were over before the year are left out. Source: the method note, section 11.
pub fn overlaps(
    register: &Register,
    guidance: &'static Guidance,
    question: Question,
    search: &Search,
    progress: &Progress,
    stop: &Stop,
) -> Option<Overlaps> {
    let compared = Compared::new(register, question.year, search.only.as_ref());
    let best = scan(&compared, search.least, search.most, progress, stop)?;
    let n_pairs = best.n_found;
    let best = best.into_order();
    let savings = Savings::new(register, guidance, question);
    let mut halving = BTreeMap::new();
    let mut pairs = Vec::with_capacity(best.len());
    for found in &best {
        if stop.is_asked() {
            return None;
        }
        let (a, b) = found.places;
        let (Some(one), Some(other)) = (compared.get(a), compared.get(b)) else {
            continue;
        };
        for it in [one, other] {
            if let std::collections::btree_map::Entry::Vacant(entry) = halving.entry(it.id) {
                entry.insert(savings.halving(it));
            }
        }
        pairs.push(Overlap {
            a: side(one),
            b: side(other),
            score: found.score.0,
            evidence: evidence(&compared, found),
            merging: savings.merging(one, other),
        });
    }
    let groups = groups(&compared, &best, search.least).into_iter();
    Some(Overlaps {
        least: search.least,
        pairs,
        n_pairs,
        groups: groups.map(|it| group(&compared, &it)).collect(),
        n_compared: compared.len(),
        n_blank: compared.n_blank(),
        halving: halving
            .into_iter()
            .filter_map(|(id, it)| Some((id, it?)))
            .collect(),
        money_unit: register.settings.money_unit,
    })
}

fn side(it: &Partnership) -> Side {
    let name = it.name.trim();
    Side {
        id: it.id,
        name: if name.is_empty() {
            format!("Unnamed partnership {}", it.id)
        } else {
            name.to_owned()
        },
        is_statutory: it.is_statutory,
    }
}

fn evidence(compared: &Compared<'_>, found: &Found) -> Vec<Evidence> {
    let (a, b) = found.places;
    let of = |aspect| {
        Some(Evidence {
            aspect,
            similarity: compared.similarity(aspect, a, b)?,
            both: compared.in_all(aspect, &[a, b]),
            only_a: compared.only_in(aspect, a, b),
            only_b: compared.only_in(aspect, b, a),
        })
    };
    Aspect::ALL.into_iter().filter_map(of).collect()
}

fn group(compared: &Compared<'_>, group: &Places) -> Group {
    let places = group.places.iter();
    let in_all = Aspect::ALL.into_iter().filter_map(|aspect| {
        let names = compared.in_all(aspect, &group.places);
        (!names.is_empty()).then_some((aspect, names))
    });
    Group {
        partnerships: places
            .filter_map(|it| Some(side(compared.get(*it)?)))
            .collect(),
        weakest: group.weakest,
        in_all: in_all.collect(),
    }
}
