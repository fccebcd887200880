//! Options side by side: which cost more and achieve less than another.

use crate::costing::schedule::Total;
use crate::findings::appraisal::Worth;
use crate::units::id::Id;
use crate::units::quantity::{Money, Number};

/// What is said of one option, against the partners acting separately.
#[derive(Clone, Debug, PartialEq)]
pub struct OptionFindings {
    /// The option.
    pub id: Id,
    /// Its measures.
    pub worth: Worth,
    /// Its NPSV less that of going on as it is.
    pub incremental_npsv: Money,
    /// Whether it can be weighed against going on as it is: it changes something, no cost of either is unknown, and what
    /// has no price is left whole.
    pub is_comparable: bool,
    /// The score that is expected of it.
    pub achievement: Option<Number>,
    /// The course of action that costs no more and achieves no less, and is better in one of the two.
    pub dominated_by: Option<Course>,
}

/// A course of action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Course {
    /// Going on as it is.
    AsItIs,
    /// An option.
    Option(Id),
}

/// Where a course of action stands.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    /// Its present value of costs.
    pub pvc: Total,
    /// Its score; nothing where it is not known.
    pub score: Option<Number>,
}

/// Marks the options that another course betters, by present value of costs and achievement.
///
/// Only complete costs and known scores are compared. The dominator named is the one with the highest score, then the
/// lowest cost, then as it is before an option, then by id. Source: the method note, section 8.
pub fn mark_dominated(as_it_is: Standing, options: &mut [OptionFindings]) {
    let of_options = options.iter().map(|it| {
        let standing = Standing {
            pvc: it.worth.pvc,
            score: it.achievement,
        };
        (Course::Option(it.id), standing)
    });
    let all = std::iter::once((Course::AsItIs, as_it_is)).chain(of_options);
    let mut known: Vec<(Course, Money, Number)> = all
        .filter(|(_, it)| !it.pvc.is_at_least)
        .filter_map(|(course, it)| Some((course, it.pvc.amount, it.score?)))
        .collect();
    known.sort_by(|a, b| b.2.cmp(&a.2).then(a.1.cmp(&b.1)).then(a.0.cmp(&b.0)));
    for option in options {
        let course = Course::Option(option.id);
        let own = known.iter().find(|(it, ..)| *it == course);
        let Some((_, cost, score)) = own.copied() else {
            continue;
        };
        let better = known.iter().find(|(it, other_cost, other_score)| {
            *it != course
                && *other_cost <= cost
                && *other_score >= score
                && (*other_cost < cost || *other_score > score)
        });
        option.dominated_by = better.map(|(course, ..)| *course);
    }
}
