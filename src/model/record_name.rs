//! What a record is called where it stands outside its own form.

use crate::guidance::edition::{edition, newest};
use crate::guidance::health_check::HealthQuestion;
use crate::model::benefit::Benefit;
use crate::model::direct_cost::CashLine;
use crate::model::indicator::Indicator;
use crate::model::meeting::{Attendee, Meeting};
use crate::model::option::AppraisalOption;
use crate::model::partnership::Partnership;
use crate::model::pool::Pool;
use crate::model::register::Register;
use crate::units::display;
use crate::units::id::{Id, InputId, Kind};
use crate::units::year::FinancialYear;

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

/// The name of an outcome.
pub fn outcome_name(register: &Register, id: Id) -> String {
    let outcome = register.outcome(id);
    outcome.map_or_else(|| id.to_string(), |it| or_id(&it.name, id))
}

/// What a question of the health check is called; its key where the edition has no such question.
pub fn question_name(register: &Register, key: &str) -> String {
    let guidance = edition(&register.settings.guidance).unwrap_or_else(newest);
    let question = guidance.health_check.question(key);
    question.map_or_else(|| key.to_owned(), HealthQuestion::name)
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

/// A typed quantity by where it is typed and its field, such as `Board › Length`.
pub fn input_name(register: &Register, at: InputId) -> String {
    let field = display::field_name(at.field);
    format!("{} › {field}", line_name(register, at.record))
}

/// The name of what belongs to no partnership.
fn name_outside(register: &Register, record: Id) -> Option<String> {
    match record.kind() {
        Kind::Settings => Some("Settings".to_owned()),
        Kind::PayAward => Some(award_name(register, record)),
        Kind::Partner => Some(partner_name(register, Some(record))),
        Kind::Grade => Some(grade_name(register, Some(record))),
        Kind::PriceIndex => Some(index_name(register, record)),
        Kind::Outcome => Some(outcome_name(register, record)),
        Kind::Scenario => {
            let scenario = register.scenario(record);
            Some(scenario.map_or_else(|| record.to_string(), |it| or_id(&it.name, it.id)))
        }
        Kind::Snapshot => {
            let mut snapshots = register.snapshots.iter();
            let snapshot = snapshots.find(|it| it.id == record);
            Some(snapshot.map_or_else(|| record.to_string(), |it| or_id(&it.name, it.id)))
        }
        Kind::Override => Some(override_name(register, record)),
        _ => None,
    }
}

/// What a typed quantity is called where any may be meant: `Market Square: Board › Length`.
pub fn quantity_name(register: &Register, record: Id, field: &str) -> String {
    let field = display::field_name(field);
    let owner = register.owner(record);
    let Some(owner) = owner.filter(|_| name_outside(register, record).is_none()) else {
        return format!("{} › {field}", line_name(register, record));
    };
    let within = or_id(&owner.name, owner.id);
    if owner.id == record {
        return format!("{within} › {field}");
    }
    let line = line_name_in(register, owner, record);
    format!("{within}: {line} › {field}")
}

/// `Lean: Market Square: Board › Length`; of one that has no quantity yet, only whose it is.
fn override_name(register: &Register, id: Id) -> String {
    let mut scenarios = register.scenarios.iter();
    let found = scenarios.find_map(|scenario| {
        let it = scenario.overrides.iter().find(|it| it.id == id)?;
        Some((scenario, it))
    });
    let Some((scenario, it)) = found else {
        return id.to_string();
    };
    let name = or_id(&scenario.name, scenario.id);
    match it.record {
        Some(record) => format!("{name}: {}", quantity_name(register, record, &it.field)),
        None => format!("{name}: no quantity"),
    }
}

fn name_within(register: &Register, partnership: &Partnership, record: Id) -> Option<String> {
    let named = |id: Id, name: &str| (id == record).then(|| or_id(name, id));
    let it = partnership;
    named(it.id, &it.name)
        .or_else(|| it.objectives.iter().find_map(|it| named(it.id, &it.text)))
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
        .or_else(|| it.cash_lines.iter().find_map(|it| within_cash(it, record)))
        .or_else(|| {
            it.pools
                .iter()
                .find_map(|it| within_pool(register, it, record))
        })
        .or_else(|| {
            let share = it.shares.iter().find(|it| it.id == record)?;
            Some(format!(
                "Share of {}",
                partner_name(register, share.partner)
            ))
        })
        .or_else(|| it.in_kind.iter().find_map(|it| named(it.id, &it.name)))
        .or_else(|| {
            let mut indicators = it.indicators.iter();
            indicators.find_map(|it| within_indicator(it, record))
        })
        .or_else(|| it.judgements.iter().find_map(|it| named(it.id, &it.name)))
        .or_else(|| {
            let mut benefits = it.benefits.iter();
            benefits.find_map(|it| within_benefit(it, record))
        })
        .or_else(|| {
            let mut options = it.options.iter();
            options.find_map(|option| within_option(register, it, option, record))
        })
        .or_else(|| it.risks.iter().find_map(|it| named(it.id, &it.name)))
        .or_else(|| {
            let gone = it.departures.iter().find(|it| it.id == record)?;
            Some(format!("{} left", partner_name(register, gone.partner)))
        })
        .or_else(|| {
            let answer = it.health.iter().find(|it| it.id == record)?;
            let name = question_name(register, &answer.question);
            Some(display::capitalised(&name))
        })
}

fn within_meeting(register: &Register, meeting: &Meeting, record: Id) -> Option<String> {
    let name = or_id(&meeting.name, meeting.id);
    if meeting.id == record {
        return Some(name);
    }
    if let Some(line) = meeting.dates.iter().find(|it| it.id == record) {
        let day = line.date.map(display::date);
        return Some(format!(
            "{name}: {}",
            day.unwrap_or_else(|| "no date".to_owned())
        ));
    }
    if let Some(line) = meeting.attendees.iter().find(|it| it.id == record) {
        return Some(format!("{name}: {}", attendee_name(register, line)));
    }
    let expense = meeting.expenses.iter().find(|it| it.id == record)?;
    Some(format!("{name}: {}", or_id(&expense.name, expense.id)))
}

fn within_cash(cash: &CashLine, record: Id) -> Option<String> {
    let name = or_id(&cash.name, cash.id);
    if cash.id == record {
        return Some(name);
    }
    let line = cash.years.iter().find(|it| it.id == record)?;
    Some(format!("{name}: {}", year_name(line.year)))
}

fn within_pool(register: &Register, pool: &Pool, record: Id) -> Option<String> {
    let name = or_id(&pool.name, pool.id);
    if pool.id == record {
        return Some(name);
    }
    let line = pool.contributions.iter().find(|it| it.id == record)?;
    Some(format!("{name}: {}", partner_name(register, line.partner)))
}

fn within_indicator(indicator: &Indicator, record: Id) -> Option<String> {
    let name = or_id(&indicator.name, indicator.id);
    if indicator.id == record {
        return Some(name);
    }
    let reading = indicator.readings.iter().find(|it| it.id == record)?;
    let day = reading.date.map(display::date);
    let day = day.unwrap_or_else(|| "no date".to_owned());
    Some(format!("{name}: {day}"))
}

fn within_benefit(benefit: &Benefit, record: Id) -> Option<String> {
    let name = or_id(&benefit.name, benefit.id);
    if benefit.id == record {
        return Some(name);
    }
    let line = benefit.years.iter().find(|it| it.id == record)?;
    Some(format!("{name}: {}", year_name(line.year)))
}

fn within_option(
    register: &Register,
    partnership: &Partnership,
    option: &AppraisalOption,
    record: Id,
) -> Option<String> {
    let name = or_id(&option.name, option.id);
    if option.id == record {
        return Some(name);
    }
    if let Some(line) = option.lines.iter().find(|it| it.id == record) {
        let of = line.record.filter(|of| of.kind() != Kind::OptionLine);
        let of = of.map(|of| line_name_in(register, partnership, of));
        return Some(format!(
            "{name}: {}",
            of.unwrap_or_else(|| "no line chosen".to_owned())
        ));
    }
    let mut cash = option.cash_lines.iter();
    let cash = cash.find_map(|it| within_cash(it, record));
    cash.or_else(|| {
        let mut benefits = option.benefits.iter();
        benefits.find_map(|it| within_benefit(it, record))
    })
}

fn index_name(register: &Register, record: Id) -> String {
    let indices = &register.settings.price_indices;
    let index = indices.iter().find(|it| it.id == record);
    format!(
        "Index of prices, {}",
        year_name(index.and_then(|it| it.year))
    )
}

fn award_name(register: &Register, record: Id) -> String {
    let awards = &register.settings.pay_awards;
    let award = awards.iter().find(|it| it.id == record);
    format!("Pay award, {}", year_name(award.and_then(|it| it.year)))
}

fn year_name(year: Option<FinancialYear>) -> String {
    year.map_or_else(|| "no year".to_owned(), |year| year.to_string())
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

pub fn or_id(name: &str, id: Id) -> String {
    if name.trim().is_empty() {
        id.to_string()
    } else {
        name.to_owned()
    }
}
