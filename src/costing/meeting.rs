//! What a body's meetings cost: time in them, preparing and travelling, and their expenses.

use crate::costing::context::Context;
use crate::costing::cost_line::{About, Category, Class, CostLine};
use crate::costing::sittings::Sittings;
use crate::model::meeting::{Attendee, Expense, Meeting};
use crate::model::partnership::Partnership;
use crate::model::purpose::Purpose;
use crate::units::quantity::{Hours, Money, Rate};
use crate::units::trace::{Reader, Recorder, Val};

/// The lines of one body's meetings in the year.
///
/// ```text
/// hours    = number × attendance × (length × meetings | preparation × meetings | travel × meetings held in person)
/// expenses = (fares + miles × mileage rate) × number × attendance × meetings held in person
/// meetings in the year = the dated ones where there are any in it, else times a year × months ÷ 12
/// meetings held in person = the dated ones that are not online, else meetings × (1 − online share)
/// ```
/// Source: the method note, section 3.
pub fn lines<R: Recorder>(
    context: &Context<'_, R>,
    partnership: &Partnership,
    meeting: &Meeting,
    lines: &mut Vec<CostLine<R::Node>>,
) {
    let sittings = Sittings::of(context, partnership, meeting);
    for attendee in &meeting.attendees {
        attendee_lines(context, &sittings, attendee, lines);
    }
    for expense in &meeting.expenses {
        lines.push(expense_line(context, &sittings, expense));
    }
}

fn attendee_lines<R: Recorder>(
    context: &Context<'_, R>,
    sittings: &Sittings<'_, R>,
    attendee: &Attendee,
    lines: &mut Vec<CostLine<R::Node>>,
) {
    let read = Reader::new(context.recorder, attendee.id);
    let attendance = read.get_or(
        "attendance",
        &attendee.attendance,
        "Attendance, all meetings",
        Rate::from(1),
    );
    let attending = read
        .get("number", &attendee.number)
        .map(|number| (number * attendance).named("People attending"));
    let meeting = attending.zip(sittings.length);
    let meeting = meeting.map(|(people, length)| people * length);
    let visits = attending.zip(sittings.count);
    let preparation = visits.zip(read.get("preparation", &attendee.preparation));
    let preparation = preparation.map(|((people, times), length)| people * length * times);
    let travel = match read.get("travel", &attendee.travel) {
        // Nobody travels to a meeting held online, so there is nothing to know.
        None if sittings.is_all_online() => Some(Val::constant(
            context.recorder,
            "No travel, all online",
            Hours::ZERO,
        )),
        travel => travel,
    };
    let journeys = attending.zip(sittings.in_person);
    let travel = journeys.zip(travel);
    let travel = travel.map(|((people, times), length)| people * length * times);

    lines.push(time_line(context, attendee, Category::Meetings, meeting));
    lines.push(time_line(
        context,
        attendee,
        Category::Preparation,
        preparation,
    ));
    lines.push(time_line(context, attendee, Category::Travel, travel));

    let fares = read.get("fares", &attendee.fares);
    let fares = fares.map(|fares| context.at_prices(fares));
    let mileage = read
        .get("miles", &attendee.miles)
        .map(|miles| (miles * context.mileage_rate).named("Mileage"));
    let journey = match (fares, mileage) {
        (Some(fares), Some(mileage)) => fares.map(|fares| fares + mileage),
        (Some(fares), None) => fares,
        (None, Some(mileage)) => Some(mileage),
        (None, None) => return,
    };
    let amount = journeys.zip(journey);
    let amount = amount.map(|((people, times), journey)| people * journey * times);
    let about = About {
        record: attendee.id,
        class: Class::Direct,
        category: Category::Expenses,
        purpose: Purpose::Running,
        bearer: attendee.partner,
        grade: None,
    };
    lines.push(CostLine::money(about, amount));
}

/// A line of an attendee's time: hours × hourly cost, or nought where it is already counted as staff.
fn time_line<R: Recorder>(
    context: &Context<'_, R>,
    attendee: &Attendee,
    category: Category,
    hours: Option<Val<'_, R, Hours>>,
) -> CostLine<R::Node> {
    let grade = context.grade(attendee.grade);
    let about = About {
        record: attendee.id,
        class: grade.map_or(Class::Opportunity, |grade| grade.class),
        category,
        purpose: Purpose::Running,
        bearer: attendee.partner,
        grade: attendee.grade,
    };
    cost_of_time(
        context,
        about,
        hours.map(|hours| hours.named("Hours")),
        attendee.is_partnership_staff,
    )
}

/// A line of time at its grade's hourly cost; partnership staff's time is there at £0, already in staff.
pub fn cost_of_time<R: Recorder>(
    context: &Context<'_, R>,
    about: About,
    hours: Option<Val<'_, R, Hours>>,
    is_partnership_staff: bool,
) -> CostLine<R::Node> {
    if is_partnership_staff {
        let nought = Val::constant(context.recorder, "Already in staff", Money::ZERO);
        return CostLine {
            is_already_in_staff: true,
            ..CostLine::time(about, hours, Some(nought))
        };
    }
    let hourly_cost = context
        .grade(about.grade)
        .and_then(|grade| grade.hourly_cost);
    let amount = hours.zip(hourly_cost).map(|(hours, cost)| hours * cost);
    CostLine::time(about, hours, amount)
}

fn expense_line<R: Recorder>(
    context: &Context<'_, R>,
    sittings: &Sittings<'_, R>,
    expense: &Expense,
) -> CostLine<R::Node> {
    let read = Reader::new(context.recorder, expense.id);
    let cost = read.get("cost", &expense.cost);
    let (class, category) = if expense.is_given {
        (Class::InKind, Category::InKind)
    } else {
        (Class::Direct, Category::Expenses)
    };
    let about = About {
        record: expense.id,
        class,
        category,
        purpose: Purpose::Running,
        bearer: expense.partner,
        grade: None,
    };
    let times = if expense.is_in_person_only {
        sittings.in_person
    } else {
        sittings.count
    };
    let cost = cost.and_then(|cost| context.at_prices(cost));
    let amount = cost.zip(times).map(|(cost, times)| cost * times);
    CostLine::money(about, amount)
}
