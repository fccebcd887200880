//! Queries on the calendar of a body that meets.

use std::collections::BTreeMap;

use crate::model::check::partnership::Check;
use crate::model::meeting::Meeting;
use crate::model::query::Severity;
use crate::units::display;
use crate::units::quantity::Number;
use crate::units::year::FinancialYear;

impl Check<'_> {
    /// A year with fewer or more dates than meetings are typed for a year.
    fn dates_in_place_of_times(&mut self, meeting: &Meeting) {
        let Some(times) = meeting.times_a_year.value() else {
            return;
        };
        let mut by_year = BTreeMap::new();
        for day in meeting.dates.iter().filter_map(|it| it.date) {
            let n: &mut i64 = by_year.entry(FinancialYear::of(day)).or_default();
            *n = n.saturating_add(1);
        }
        let odd = by_year.into_iter().find(|(_, n)| Number::from(*n) != times);
        if let Some((year, n)) = odd {
            let n = display::number(Number::from(n));
            let times = display::number(times);
            let message =
                format!("{n} dated in {year}, and {times} a year are typed; the dates are counted");
            let hint = "Complete the calendar of that year, or delete its dates";
            self.queries.push(
                Severity::Warning,
                meeting.id,
                Some("times_a_year"),
                message,
                hint,
            );
        }
    }

    /// What is odd about the days that a body meets on.
    pub(super) fn meeting_dates(&mut self, meeting: &Meeting) {
        self.dates(meeting.id, meeting.start, meeting.end);
        let from = self.partnership.start.max(meeting.start);
        let ends = [self.partnership.end, meeting.end];
        let to = ends.into_iter().flatten().min();
        self.dates_in_place_of_times(meeting);
        for one in &meeting.dates {
            self.queries.not_negative(one.id, "length", &one.length);
            let Some(day) = one.date else {
                let hint = "Type the day, such as 14 Oct 2026, or delete the row";
                self.queries.warn(
                    one.id,
                    Some("date"),
                    "No day is typed, so this meeting is not counted",
                    hint,
                );
                continue;
            };
            if from.is_some_and(|from| day < from) || to.is_some_and(|to| to < day) {
                let message = "This day lies outside the life of the body, so it is not counted";
                let hint =
                    "Correct the day, or the first and last day of the body or the partnership";
                self.queries.warn(one.id, Some("date"), message, hint);
            }
            let before = meeting.dates.iter().take_while(|it| it.id != one.id);
            if before.filter(|it| it.date == one.date).count() > 0 {
                let message = "This day is listed twice";
                let hint = "Delete one, unless the body met twice that day";
                self.queries.note(one.id, "date", message, hint);
            }
        }
    }
}
