//! Where a partner, a grade, an outcome or a pooled budget is used, so that it is not deleted from under its users.

use crate::model::benefit::Benefit;
use crate::model::direct_cost::CashLine;
use crate::model::partnership::Partnership;
use crate::model::register::Register;
use crate::units::id::{Id, Kind};

/// The records that name `id`, each once, in order: partnerships and grades that name a partner or a grade; partnerships
/// that name an outcome or another partnership; posts and cash lines that a pooled budget pays.
pub fn uses(register: &Register, id: Id) -> Vec<Id> {
    if id.kind() == Kind::Pool {
        return paid_from(register, id);
    }
    let grades = register.grades.iter();
    let grades = grades.filter(|it| it.partner == Some(id)).map(|it| it.id);
    let partnerships = register.partnerships.iter();
    let partnerships = partnerships.filter(|it| it.id != id && is_used_in(it, id));
    let partnerships = partnerships.map(|it| it.id);
    if id.kind() == Kind::Partner {
        grades.chain(partnerships).collect()
    } else {
        partnerships.collect()
    }
}

fn paid_from(register: &Register, pool: Id) -> Vec<Id> {
    let mut partnerships = register.partnerships.iter();
    let owner = partnerships.find(|it| it.pools.iter().any(|it| it.id == pool));
    let Some(owner) = owner else {
        return Vec::new();
    };
    let posts = owner.posts.iter().filter(|it| it.pool == Some(pool));
    let cash = owner.cash_lines.iter().filter(|it| it.pool == Some(pool));
    posts.map(|it| it.id).chain(cash.map(|it| it.id)).collect()
}

fn is_used_in(partnership: &Partnership, id: Id) -> bool {
    let id = Some(id);
    let attendees = partnership.meetings.iter().flat_map(|it| &it.attendees);
    let expenses = partnership.meetings.iter().flat_map(|it| &it.expenses);
    id.is_some_and(|id| partnership.members.contains(&id))
        || attendees
            .into_iter()
            .any(|it| it.partner == id || it.grade == id)
        || expenses.into_iter().any(|it| it.partner == id)
        || partnership
            .between_meetings
            .iter()
            .any(|it| it.partner == id || it.grade == id)
        || partnership
            .posts
            .iter()
            .any(|it| it.partner == id || it.grade == id)
        || partnership
            .secondments
            .iter()
            .any(|it| it.lender == id || it.host == id || it.grade == id)
        || partnership
            .pools
            .iter()
            .any(|it| it.host == id || it.contributions.iter().any(|it| it.partner == id))
        || partnership.shares.iter().any(|it| it.partner == id)
        || partnership.cash_lines.iter().any(|it| it.partner == id)
        || partnership.in_kind.iter().any(|it| it.partner == id)
        || partnership.objectives.iter().any(|it| it.partner == id)
        || partnership.departures.iter().any(|it| it.partner == id)
        || partnership.options.iter().any(|it| it.merged_with == id)
        || each_benefit(partnership).any(|it| it.partner == id || it.outcome == id)
        || each_option_cash(partnership).any(|it| it.partner == id)
}

fn each_benefit(partnership: &Partnership) -> impl Iterator<Item = &Benefit> {
    let of_options = partnership.options.iter().flat_map(|it| &it.benefits);
    partnership.benefits.iter().chain(of_options)
}

fn each_option_cash(partnership: &Partnership) -> impl Iterator<Item = &CashLine> {
    partnership.options.iter().flat_map(|it| &it.cash_lines)
}
