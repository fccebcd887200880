//! What a record is called where it stands outside its own form.

use crate::model::meeting::{Attendee, Meeting};
use crate::model::partnership::Partnership;
use crate::model::register::Register;
use crate::units::display;
use crate::units::id::{Id, Kind};

/// The name of a partner; "unassigned" where there is none.
pub fn partner_name(register: &Register, id: Option<Id>) -> String {
    match id {
        None => "unassigned".to_owned(),
        Some(id) => register
            .partner(id)
            .map_or_else(|| id.to_string(), |it| or_id(&it.name, id)),
    }
}

/// The name of a grade; "no grade" where there is none.
pub fn grade_name(register: &Register, id: Option<Id>) -> String {
    match id {
        None => "no grade".to_owned(),
        Some(id) => register
            .grade(id)
            .map_or_else(|| id.to_string(), |it| or_id(&it.name, id)),
    }
}

/// The name of a record of a partnership, such as `Board: 3 × Head of service, Ashmere Council`.
pub fn line_name(register: &Register, record: Id) -> String {
    name_outside(register, record).unwrap_or_else(|| {
        let mut partnerships = register.partnerships.iter();
        let name = partnerships.find_map(|it| name_within(register, it, record));
        name.unwrap_or_else(|| record.to_string())
    })
}

/// As `line_name`, for a record that is known to be of `partnership`; a long list of them looks nowhere else.
pub fn line_name_in(register: &Register, partnership: &Partnership, record: Id) -> String {
    name_outside(register, record)
        .or_else(|| name_within(register, partnership, record))
        .unwrap_or_else(|| record.to_string())
}

/// The name of what belongs to no partnership.
fn name_outside(register: &Register, record: Id) -> Option<String> {
    match record.kind() {
        Kind::Settings => Some("Settings".to_owned()),
        Kind::Partner => Some(partner_name(register, Some(record))),
        Kind::Grade => Some(grade_name(register, Some(record))),
        _ => None,
    }
}

fn name_within(register: &Register, partnership: &Partnership, record: Id) -> Option<String> {
    let named = |id: Id, name: &str| (id == record).then(|| or_id(name, id));
    let it = partnership;
    named(it.id, &it.name)
        .or_else(|| {
            it.meetings
                .iter()
                .find_map(|it| within_meeting(register, it, record))
        })
        .or_else(|| {
            it.between_meetings
                .iter()
                .find_map(|it| named(it.id, &it.name))
        })
        .or_else(|| it.posts.iter().find_map(|it| named(it.id, &it.name)))
        .or_else(|| it.secondments.iter().find_map(|it| named(it.id, &it.name)))
        .or_else(|| it.cash_lines.iter().find_map(|it| named(it.id, &it.name)))
        .or_else(|| it.in_kind.iter().find_map(|it| named(it.id, &it.name)))
        .or_else(|| it.indicators.iter().find_map(|it| named(it.id, &it.name)))
        .or_else(|| it.judgements.iter().find_map(|it| named(it.id, &it.name)))
}

fn within_meeting(register: &Register, meeting: &Meeting, record: Id) -> Option<String> {
    let name = or_id(&meeting.name, meeting.id);
    if meeting.id == record {
        return Some(name);
    }
    if let Some(line) = meeting.attendees.iter().find(|it| it.id == record) {
        return Some(format!("{name}: {}", attendee_name(register, line)));
    }
    let expense = meeting.expenses.iter().find(|it| it.id == record)?;
    Some(format!("{name}: {}", or_id(&expense.name, expense.id)))
}

fn attendee_name(register: &Register, line: &Attendee) -> String {
    let grade = grade_name(register, line.grade);
    let partner = partner_name(register, line.partner);
    let number = line
        .number
        .value()
        .map_or_else(|| "?".to_owned(), display::number);
    format!("{number} × {grade}, {partner}")
}

fn or_id(name: &str, id: Id) -> String {
    if name.trim().is_empty() {
        id.to_string()
    } else {
        name.to_owned()
    }
}
