//! Levers on dated meetings: which days of each year are kept, moved, or held online.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rust_decimal::prelude::ToPrimitive;

use crate::model::meeting::{Meeting, MeetingDate};
use crate::model::partnership::Partnership;
use crate::units::exact;
use crate::units::id::Id;
use crate::units::quantity::{Quantity, Rate};
use crate::units::year::FinancialYear;

/// The dated meetings of each financial year in the order of their days; those with no day, or on a day when the body or
/// the partnership is not in force, are in none.
pub(super) fn years(
    partnership: &Partnership,
    meeting: &Meeting,
) -> BTreeMap<FinancialYear, Vec<Id>> {
    let starts = [partnership.start, meeting.start];
    let ends = [partnership.end, meeting.end];
    let is_in_force = |day: Date| {
        starts.into_iter().flatten().all(|start| start <= day)
            && ends.into_iter().flatten().all(|end| day <= end)
    };
    let mut dated: Vec<(Date, Id)> = meeting
        .dates
        .iter()
        .filter_map(|it| Some((it.date?, it.id)))
        .filter(|(day, _)| is_in_force(*day))
        .collect();
    dated.sort_unstable();
    let mut years: BTreeMap<FinancialYear, Vec<Id>> = BTreeMap::new();
    for (day, id) in dated {
        years.entry(FinancialYear::of(day)).or_default().push(id);
    }
    years
}

/// `n` of some things in order, spread evenly, the first among them: thing i of m is taken where ⌈i n ÷ m⌉ rises.
pub(super) fn evenly(of: &[Id], n: usize) -> Vec<Id> {
    let all = of.len();
    let up_to = |i: usize| i.saturating_mul(n).div_ceil(all.max(1));
    let taken = of.iter().enumerate();
    taken
        .filter(|(i, _)| up_to(i.saturating_add(1)) > up_to(*i))
        .map(|(_, id)| *id)
        .collect()
}

/// So many of `n` meetings are kept at this share: rounded up, so that no saving is said that dates cannot give.
pub(super) fn kept(n: usize, share: Rate) -> usize {
    let kept = exact::mul(whole(n), share.decimal()).ceil();
    kept.to_usize().unwrap_or(n).min(n)
}

/// Holds meetings of each year online until at least a share of them is, rounded down, spread over those in person.
pub(super) fn hold_online(partnership: &Partnership, meeting: &mut Meeting, share: Rate) {
    let mut chosen: Vec<Id> = Vec::new();
    for dated in years(partnership, meeting).into_values() {
        let is_in_person = |id: &Id| {
            let found = meeting.dates.iter().find(|it| it.id == *id);
            found.is_some_and(|it| !it.is_online)
        };
        let wanted = exact::mul(whole(dated.len()), share.decimal()).floor();
        let wanted = wanted.to_usize().unwrap_or(0);
        let n_all = dated.len();
        let in_person: Vec<Id> = dated.into_iter().filter(is_in_person).collect();
        let n_online = n_all.saturating_sub(in_person.len());
        chosen.extend(evenly(&in_person, wanted.saturating_sub(n_online)));
    }
    for it in &mut meeting.dates {
        it.is_online |= chosen.contains(&it.id);
    }
}

/// Takes away what is not kept of some dated meetings; gives what it took.
pub(super) fn take_away(meeting: &mut Meeting, of: &[Id], kept: &[Id]) -> Vec<MeetingDate> {
    let is_taken = |it: &MeetingDate| of.contains(&it.id) && !kept.contains(&it.id);
    let (taken, left) = std::mem::take(&mut meeting.dates)
        .into_iter()
        .partition(is_taken);
    meeting.dates = left;
    taken
}

fn whole(n: usize) -> rust_decimal::Decimal {
    rust_decimal::Decimal::from(n)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::id::Kind;

    #[test]
    fn dates_are_spread_evenly_from_the_first() {
        let dates: Vec<Id> = (1..=12).map(|n| Id::new(Kind::MeetingDate, n)).collect();
        let places = |n| -> Vec<u32> { evenly(&dates, n).iter().map(|it| it.number()).collect() };
        assert_eq!(places(6), [1, 3, 5, 7, 9, 11], "every second");
        assert_eq!(places(4), [1, 4, 7, 10], "every third");
        assert!(places(0).is_empty());
        assert_eq!(places(12).len(), 12);
        assert_eq!(kept(7, Rate::new(rust_decimal::Decimal::new(5, 1))), 4);
        assert_eq!(kept(7, Rate::ZERO), 0);
    }
}
