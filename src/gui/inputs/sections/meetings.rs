//! Who meets, how often and for how long; and for the meeting that is picked, who attends, what it costs and when it is.

use eframe::egui::Ui;

use crate::gui::inputs::column::{Column, slot};
use crate::gui::inputs::record::name_or_place;
use crate::gui::inputs::record_table::RecordTable;
use crate::gui::inputs::scope::Scope;
use crate::gui::inputs::sections::calendar::calendar;
use crate::gui::inputs::teach::{Lesson, about, gap, heading};
use crate::gui::page::PageContext;
use crate::model::meeting::{Attendee, Expense, Meeting};
use crate::model::partnership::Partnership;
use crate::units::id::Id;

const MEETINGS: [Column<Meeting>; 7] = [
    Column::words("Meeting", 130.0, slot!(name), "name"),
    Column::choice("Kind", 124.0, slot!(kind), ""),
    Column::value("Times a year", "", 100.0, slot!(times_a_year), "not known"),
    Column::value("Length", "h", 78.0, slot!(length), "not known"),
    Column::value("Online", "", 70.0, slot!(online_share), "none"),
    Column::hours(),
    Column::cost(),
];

const ATTENDEES: [Column<Attendee>; 11] = [
    Column::partner("Partner", 110.0, slot!(partner), "choose"),
    Column::grade("Grade", 110.0, slot!(grade), |it| it.partner),
    Column::value("Number", "", 76.0, slot!(number), "not known"),
    Column::value("Attendance", "", 90.0, slot!(attendance), "all"),
    Column::value("Preparation", "h", 104.0, slot!(preparation), "not known"),
    Column::value("Travel", "h", 76.0, slot!(travel), "not known"),
    Column::value("Fares", "£", 68.0, slot!(fares), "none"),
    Column::value("Miles", "", 56.0, slot!(miles), "none"),
    Column::flag("In staff", 66.0, slot!(is_partnership_staff)),
    Column::hours(),
    Column::cost(),
];

const EXPENSES: [Column<Expense>; 6] = [
    Column::words("Expense", 160.0, slot!(name), "venue, catering, minutes"),
    Column::value("Cost a meeting", "£", 128.0, slot!(cost), "not known"),
    Column::partner("Who pays or gives", 150.0, slot!(partner), "choose"),
    Column::flag("In person only", 108.0, slot!(is_in_person_only)),
    Column::flag("Given free", 88.0, slot!(is_given)),
    Column::cost(),
];

const NO_MEETINGS: Lesson = Lesson {
    is_main: true,
    what: "No meetings yet",
    why: "Somewhere the partners meet and decide: add that board or group first. The hours around its table are often \
          the largest cost that nobody counts.",
};

const NOBODY: Lesson = Lesson {
    is_main: false,
    what: "Nobody attends yet",
    why: "Say how many people of each grade each partner sends, never who they are: their time is priced by grade, \
          and preparing and travelling are counted at full cost.",
};

const NO_EXPENSES: Lesson = Lesson {
    is_main: false,
    what: "No expenses",
    why: "Venue, catering and minute-taking, for each meeting. What a partner gives free is counted in kind, at what \
          it costs the giver.",
};

/// Shows the section.
pub(crate) fn show(ui: &mut Ui, page: &mut PageContext<'_>, partnership: &Partnership) {
    let id = partnership.id;
    let wanted = page.view.meeting;
    let picked = partnership
        .meetings
        .iter()
        .find(|it| Some(it.id) == wanted)
        .or(partnership.meetings.first());
    about(
        ui,
        "The bodies that meet, in a full year. Pick one to say below who attends, what it costs in money, and on which days.",
    );
    let scope = Scope::Partnership(id, |it| &it.meetings, |it| &mut it.meetings);
    let outcome = RecordTable::new("Meetings", scope, &MEETINGS, NO_MEETINGS)
        .picked(picked.map(|it| it.id))
        .below(&["start", "end", "dates", "attendees", "expenses"])
        .show(ui, page);
    if let Some(picked) = picked {
        let row = partnership
            .meetings
            .iter()
            .position(|it| it.id == picked.id);
        let name = name_or_place(picked, page.register(), row.unwrap_or_default());
        one_meeting(ui, page, id, picked, &name);
    }
    page.view.meeting = outcome.picked.or(page.view.meeting);
}

fn one_meeting(ui: &mut Ui, page: &mut PageContext<'_>, id: Id, meeting: &Meeting, name: &str) {
    gap(ui);
    heading(
        ui,
        &format!("Who attends {name}"),
        "Each for one meeting. “In staff” is for people whose whole post is already under Staff: their time is not \
         counted again.",
    );
    let attendees = Scope::Meeting(id, meeting.id, |it| &it.attendees, |it| &mut it.attendees);
    RecordTable::new("Attendees", attendees, &ATTENDEES, NOBODY).show(ui, page);
    gap(ui);
    heading(
        ui,
        &format!("Expenses of {name}"),
        "For each meeting. “In person only” is for what a meeting held online does not need, such as a room.",
    );
    let expenses = Scope::Meeting(id, meeting.id, |it| &it.expenses, |it| &mut it.expenses);
    RecordTable::new("Expenses", expenses, &EXPENSES, NO_EXPENSES).show(ui, page);
    gap(ui);
    calendar(ui, page, (id, meeting), name);
}
