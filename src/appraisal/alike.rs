//! Which years of an appraisal cost the same, so that each is worked out once.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::model::direct_cost::CashKind;
use crate::model::partnership::Partnership;
use crate::units::quantity::Rate;
use crate::units::year::FinancialYear;

/// For each year, the place among `years` of the first that costs the same in real terms.
///
/// Between two years that a record names – by a date, by a plan, by spending once – nothing changes.
pub fn alike(partnership: &Partnership, years: &[FinancialYear]) -> Vec<usize> {
    let named = named_years(partnership);
    let growing = growing_from(partnership);
    let mut first_of_span: Option<(usize, usize)> = None;
    let mut places = Vec::with_capacity(years.len());
    for (place, year) in years.iter().enumerate() {
        let is_own = named.contains(year) || growing.is_some_and(|from| *year >= from);
        if is_own {
            places.push(place);
            continue;
        }
        let n_before = named.range(..*year).count();
        match first_of_span {
            Some((span, first)) if span == n_before => places.push(first),
            _ => {
                first_of_span = Some((n_before, place));
                places.push(place);
            }
        }
    }
    places
}

/// The first year of the earliest line that grows.
fn growing_from(partnership: &Partnership) -> Option<FinancialYear> {
    let growing = partnership.cash_lines.iter().filter(|it| {
        let is_nought = it.growth.value() == Some(Rate::ZERO) && !it.growth.entry().is_ranged();
        it.kind == CashKind::Growing && !is_nought
    });
    growing
        .map(|it| it.year.unwrap_or(FinancialYear::starting(i16::MIN)))
        .min()
}

fn named_years(it: &Partnership) -> BTreeSet<FinancialYear> {
    let mut years = BTreeSet::new();
    let mut day = |date: Option<Date>| {
        if let Some(date) = date {
            years.insert(FinancialYear::of(date));
        }
    };
    day(it.start);
    day(it.end);
    for meeting in &it.meetings {
        day(meeting.start);
        day(meeting.end);
        meeting.dates.iter().for_each(|it| day(it.date));
    }
    for work in &it.between_meetings {
        day(work.start);
        day(work.end);
    }
    for post in &it.posts {
        day(post.start);
        day(post.end);
    }
    for secondment in &it.secondments {
        day(secondment.start);
        day(secondment.end);
    }
    for cash in &it.cash_lines {
        day(cash.start);
        day(cash.end);
    }
    for gift in &it.in_kind {
        day(gift.start);
        day(gift.end);
    }
    for cash in &it.cash_lines {
        years.extend(cash.year);
        years.extend(cash.years.iter().filter_map(|it| it.year));
    }
    let contributions = it.pools.iter().flat_map(|it| &it.contributions);
    years.extend(contributions.filter_map(|it| it.year));
    years
}
