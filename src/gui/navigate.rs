//! From a typed quantity to the place on screen where it is typed.

use crate::gui::view::{Page, Section, View};
use crate::model::partnership::Partnership;
use crate::model::register::Register;
use crate::units::id::{Id, InputId, Kind};

/// Shows the page, section and meeting of a record, and sends the keyboard to the field. False where there is none such.
pub fn go_to(view: &mut View, register: &Register, to: InputId) -> bool {
    let id = to.record;
    let page = match id.kind() {
        Kind::Settings => Some(Page::Settings),
        Kind::Partner => Some(Page::Partners),
        Kind::Grade => Some(Page::Grades),
        _ => None,
    };
    if let Some(page) = page {
        view.page = page;
        view.jump = Some(to);
        return true;
    }
    for partnership in &register.partnerships {
        if let Some((section, meeting)) = place_within(partnership, id) {
            view.page = Page::Partnership(partnership.id);
            view.section = section;
            view.meeting = meeting.or(view.meeting);
            view.jump = Some(to);
            return true;
        }
    }
    false
}

/// The section that shows a record, and its meeting where it belongs to one.
pub fn place_within(partnership: &Partnership, id: Id) -> Option<(Section, Option<Id>)> {
    if partnership.id == id {
        return Some((Section::Profile, None));
    }
    let meeting = partnership.meetings.iter().find(|meeting| {
        let attends = meeting.attendees.iter().any(|line| line.id == id);
        meeting.id == id || attends || meeting.expenses.iter().any(|line| line.id == id)
    });
    if let Some(meeting) = meeting {
        return Some((Section::Meetings, Some(meeting.id)));
    }
    let mut is_here = false;
    partnership.each_id(|seen| is_here |= seen == id);
    if !is_here {
        return None;
    }
    let section = match id.kind() {
        Kind::BetweenMeetings => Section::BetweenMeetings,
        Kind::Post | Kind::Secondment => Section::Staff,
        Kind::CashLine => Section::DirectCosts,
        Kind::InKind => Section::InKind,
        Kind::Indicator | Kind::Judgement => Section::Achievement,
        _ => return None,
    };
    Some((section, None))
}
