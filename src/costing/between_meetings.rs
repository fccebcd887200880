//! What officers' work between meetings costs.

use crate::costing::context::{Context, overlap};
use crate::costing::cost_line::{About, Category, Class, CostLine};
use crate::costing::meeting::cost_of_time;
use crate::model::between_meetings::BetweenMeetings;
use crate::model::partnership::Partnership;
use crate::model::purpose::Purpose;
use crate::units::quantity::Hours;
use crate::units::trace::{Reader, Recorder, Val};

/// The line of work between meetings in the year.
///
/// Hours = hours a week × weeks (blank: productive hours ÷ weekly hours), or FTE × productive hours.
/// Source: the method note, section 3.
pub fn line<R: Recorder>(
    context: &Context<'_, R>,
    partnership: &Partnership,
    work: &BetweenMeetings,
) -> CostLine<R::Node> {
    let about = About {
        record: work.id,
        class: context
            .grade(work.grade)
            .map_or(Class::Opportunity, |grade| grade.class),
        category: Category::BetweenMeetings,
        purpose: work.purpose.unwrap_or(Purpose::Running),
        bearer: work.partner,
        grade: work.grade,
    };
    let (start, end) = overlap((partnership.start, partnership.end), (work.start, work.end));
    let hours =
        hours_a_year(context, work).map(|hours| context.in_year(hours, start, end).named("Hours"));
    cost_of_time(context, about, hours, work.is_partnership_staff)
}

fn hours_a_year<'r, R: Recorder>(
    context: &Context<'r, R>,
    work: &BetweenMeetings,
) -> Option<Val<'r, R, Hours>> {
    let read = Reader::new(context.recorder, work.id);
    let grade = context.grade(work.grade);
    if let Some(hours_a_week) = read.get("hours_a_week", &work.hours_a_week) {
        let weeks = read.get("weeks", &work.weeks).or_else(|| {
            let grade = grade?;
            let weeks = grade.productive_hours?.over(grade.weekly_hours)?;
            Some(weeks.named("Productive weeks a year"))
        })?;
        return Some(hours_a_week * weeks);
    }
    let fte = read.get("fte", &work.fte)?;
    Some(grade?.productive_hours? * fte)
}
