//! Where a record is edited: its page, its section, its meeting.

use crate::gui::inputs::within::is_of_option;
use crate::gui::view::{Page, Section, View};
use crate::model::partnership::Partnership;
use crate::model::register::Register;
use crate::units::id::{Id, InputId, Kind};

/// The section of a partnership's page that a record, or a field of the partnership itself, is edited in.
pub fn section_of(partnership: &Partnership, record: Id, field: Option<&str>) -> Section {
    let mut options = partnership.options.iter();
    let may_be_of_option = matches!(
        record.kind(),
        Kind::Benefit | Kind::BenefitYear | Kind::CashLine | Kind::YearAmount
    );
    if may_be_of_option && options.any(|it| is_of_option(it, record)) {
        return Section::Options;
    }
    match record.kind() {
        Kind::Meeting | Kind::MeetingDate | Kind::Attendee | Kind::Expense => Section::Meetings,
        Kind::BetweenMeetings => Section::BetweenMeetings,
        Kind::Post | Kind::Secondment => Section::Staff,
        Kind::CashLine | Kind::YearAmount | Kind::Pool | Kind::Contribution => Section::DirectCosts,
        Kind::InKind => Section::InKind,
        Kind::Indicator | Kind::Reading | Kind::Judgement => Section::Achievement,
        Kind::Benefit | Kind::BenefitYear => Section::Benefits,
        Kind::AppraisalOption | Kind::OptionLine => Section::Options,
        Kind::Partnership if field == Some("additional_share") => Section::DirectCosts,
        Kind::Partnership if field == Some("value_statement") => Section::Appraisal,
        Kind::Partnership if field == Some("meetings") => Section::Meetings,
        Kind::Partnership if field == Some("indicators") => Section::Achievement,
        Kind::Partnership if matches!(field, Some("sharing" | "shares")) => Section::Sharing,
        Kind::Share => Section::Sharing,
        Kind::HealthAnswer | Kind::Risk | Kind::Departure => Section::Health,
        Kind::Settings
        | Kind::PayAward
        | Kind::PriceIndex
        | Kind::Partner
        | Kind::Grade
        | Kind::Outcome
        | Kind::Scenario
        | Kind::Override
        | Kind::Objective
        | Kind::Snapshot
        | Kind::Partnership => Section::Profile,
    }
}

/// Turns the window to the page that a field is edited on, and sends the keyboard to it.
pub fn show_input(view: &mut View, register: &Register, input: InputId) {
    let page = match input.record.kind() {
        Kind::Settings | Kind::PayAward | Kind::PriceIndex => Some(Page::Settings),
        Kind::Partner => Some(Page::Partners),
        Kind::Grade => Some(Page::Grades),
        Kind::Outcome => Some(Page::Outcomes),
        Kind::Scenario | Kind::Override => Some(Page::Scenarios),
        Kind::Snapshot => Some(Page::OverTime),
        _ => {
            let owner = register.owner(input.record);
            owner.map(|it| Page::Partnership(it.id))
        }
    };
    let Some(page) = page else { return };
    view.page = page;
    if let Page::Partnership(id) = page
        && let Some(partnership) = register.partnership(id)
    {
        view.section = section_of(partnership, input.record, Some(input.field));
        view.meeting = meeting_of(partnership, input.record).or(view.meeting);
    }
    view.jump = Some(input);
}

/// The meeting that a record is, or belongs to.
pub(crate) fn meeting_of(partnership: &Partnership, record: Id) -> Option<Id> {
    let found = partnership.meetings.iter().find(|it| {
        it.id == record
            || it.dates.iter().any(|it| it.id == record)
            || it.attendees.iter().any(|it| it.id == record)
            || it.expenses.iter().any(|it| it.id == record)
    });
    found.map(|it| it.id)
}
