//! How often a body meets in the year, for how long in all, and how often in person.

use jiff::civil::Date;

use crate::costing::context::{Context, overlap};
use crate::model::meeting::{Meeting, MeetingDate};
use crate::model::partnership::Partnership;
use crate::units::quantity::{Hours, Number, Rate};
use crate::units::trace::{Reader, Recorder, Val, sum};
use crate::units::year::FinancialYear;

/// A body's meetings in the year looked at; what is not known is nothing.
#[derive(Debug)]
pub struct Sittings<'r, R: Recorder> {
    /// Meetings in the year.
    pub count: Option<Val<'r, R, Number>>,
    /// Those held in person.
    pub in_person: Option<Val<'r, R, Number>>,
    /// Their length, all together.
    pub length: Option<Val<'r, R, Hours>>,
    is_all_online: bool,
}

impl<'r, R: Recorder> Sittings<'r, R> {
    /// The dated meetings where the year has any; else times a year × months ÷ 12.
    pub fn of(context: &Context<'r, R>, partnership: &Partnership, meeting: &Meeting) -> Self {
        let dated = dated(partnership, meeting, context.year);
        if dated.is_empty() {
            Self::times_a_year(context, partnership, meeting)
        } else {
            Self::dated(context, meeting, &dated)
        }
    }

    /// Whether nobody has to travel.
    pub fn is_all_online(&self) -> bool {
        self.is_all_online
    }

    fn times_a_year(
        context: &Context<'r, R>,
        partnership: &Partnership,
        meeting: &Meeting,
    ) -> Self {
        let read = Reader::new(context.recorder, meeting.id);
        let (start, end) = in_force(partnership, meeting);
        let count = read
            .get("times_a_year", &meeting.times_a_year)
            .map(|times| {
                let times = context.in_year(times, start, end);
                times.named("Meetings in the year")
            });
        let one = Val::constant(context.recorder, "1", Rate::from(1));
        let in_person = read
            .get("online_share", &meeting.online_share)
            .map_or(one, |online| (one - online).named("Share held in person"));
        let length = read.get("length", &meeting.length).zip(count);
        Self {
            count,
            in_person: count.map(|count| (count * in_person).named("Meetings held in person")),
            length: length.map(|(length, count)| {
                (length * count).named("Length of the meetings in the year")
            }),
            is_all_online: in_person.is_exactly(Rate::ZERO),
        }
    }

    fn dated(context: &Context<'r, R>, meeting: &Meeting, dated: &[&MeetingDate]) -> Self {
        let recorder = context.recorder;
        let counted = |label, n: usize| {
            let n = Number::from(i64::try_from(n).unwrap_or(i64::MAX));
            Val::constant(recorder, label, n)
        };
        let usual = Reader::new(recorder, meeting.id).get("length", &meeting.length);
        let count = counted("Meetings dated in the year", dated.len());
        let length = if dated.iter().all(|it| it.length.value().is_none()) {
            usual.map(|length| length * count)
        } else {
            let own = |it: &&MeetingDate| Reader::new(recorder, it.id).get("length", &it.length);
            let lengths: Option<Vec<_>> = dated.iter().map(|it| own(it).or(usual)).collect();
            lengths.map(|lengths| sum(recorder, lengths))
        };
        let n_in_person = dated.iter().filter(|it| !it.is_online).count();
        Self {
            count: Some(count),
            in_person: Some(counted("Dated meetings held in person", n_in_person)),
            length: length.map(|length| length.named("Length of the meetings in the year")),
            is_all_online: n_in_person == 0,
        }
    }
}

/// The meetings dated in a year, on days when both the body and the partnership are in force.
pub fn dated<'a>(
    partnership: &Partnership,
    meeting: &'a Meeting,
    year: FinancialYear,
) -> Vec<&'a MeetingDate> {
    let (start, end) = in_force(partnership, meeting);
    let is_in = |day: Date| {
        FinancialYear::of(day) == year
            && start.is_none_or(|start| start <= day)
            && end.is_none_or(|end| day <= end)
    };
    let dates = meeting.dates.iter();
    dates.filter(|it| it.date.is_some_and(is_in)).collect()
}

fn in_force(partnership: &Partnership, meeting: &Meeting) -> (Option<Date>, Option<Date>) {
    overlap(
        (partnership.start, partnership.end),
        (meeting.start, meeting.end),
    )
}
