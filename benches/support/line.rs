//! One record of each kind for a register that is made up.

use fruitful::model::between_meetings::BetweenMeetings;
use fruitful::model::direct_cost::CashLine;
use fruitful::model::in_kind::InKind;
use fruitful::model::indicator::Indicator;
use fruitful::model::judgement::Judgement;
use fruitful::model::meeting::{Attendee, Expense, Meeting};
use fruitful::model::post::Post;
use fruitful::model::purpose::Purpose;
use fruitful::model::register::Register;
use fruitful::model::secondment::Secondment;
use fruitful::units::id::Kind;
use fruitful::units::input::Evidence;

use crate::support::large::Choices;

/// A body that meets, with six lines of attendees and one expense.
pub(crate) fn meeting(choices: &mut Choices, register: &mut Register) -> Meeting {
    let mut it = Meeting::new(register.new_id(Kind::Meeting));
    "Steering group".clone_into(&mut it.name);
    it.times_a_year = choices.input(12, 0);
    it.length = choices.input(16, 1);
    for _ in 0..6 {
        let mut line = Attendee::new(register.new_id(Kind::Attendee));
        (line.partner, line.grade) = (choices.partner(), choices.grade());
        line.number = choices.input(4, 0);
        line.attendance = choices.input(100, 2);
        line.preparation = choices.input(30, 1);
        line.travel = choices.input(20, 1);
        line.fares = choices.input(2_500, 2);
        it.attendees.push(line);
    }
    let mut expense = Expense::new(register.new_id(Kind::Expense));
    "Room and refreshments".clone_into(&mut expense.name);
    expense.cost = choices.input(20_000, 2);
    expense.partner = choices.partner();
    it.expenses.push(expense);
    it
}

pub(crate) fn work(choices: &mut Choices, register: &mut Register) -> BetweenMeetings {
    let mut it = BetweenMeetings::new(register.new_id(Kind::BetweenMeetings));
    "Minutes, papers and follow-up".clone_into(&mut it.name);
    (it.partner, it.grade) = (choices.partner(), choices.grade());
    it.hours_a_week = choices.input(120, 1);
    it.purpose = Some(Purpose::Running);
    it
}

pub(crate) fn post(choices: &mut Choices, register: &mut Register) -> Post {
    let mut it = Post::new(register.new_id(Kind::Post));
    "Partnership officer".clone_into(&mut it.name);
    (it.partner, it.grade) = (choices.partner(), choices.grade());
    it.fte = choices.input(10, 1);
    it.purpose = Some(Purpose::Running);
    it
}

pub(crate) fn secondment(choices: &mut Choices, register: &mut Register) -> Secondment {
    let mut it = Secondment::new(register.new_id(Kind::Secondment));
    "Analyst on secondment".clone_into(&mut it.name);
    (it.lender, it.host, it.grade) = (choices.partner(), choices.partner(), choices.grade());
    it.fte = choices.input(10, 1);
    it.purpose = Some(Purpose::Programme);
    it
}

/// Half of these say where they come from.
pub(crate) fn cash(choices: &mut Choices, register: &mut Register) -> CashLine {
    let mut it = CashLine::new(register.new_id(Kind::CashLine));
    "Contribution to the pooled budget".clone_into(&mut it.name);
    it.amount = choices.input(90_000, 0);
    it.partner = choices.partner();
    it.purpose = Some(Purpose::Running);
    if choices.is(2) {
        it.amount.set_evidence(Some(Evidence {
            source: "General ledger, 2025/26 outturn".to_owned(),
            date: None,
            grade: Some(1),
            who: "Finance business partner".to_owned(),
        }));
    }
    it
}

pub(crate) fn gift(choices: &mut Choices, register: &mut Register) -> InKind {
    let mut it = InKind::new(register.new_id(Kind::InKind));
    "Use of a hall".clone_into(&mut it.name);
    it.partner = choices.partner();
    it.quantity = choices.input(40, 0);
    it.unit_cost = choices.input(12_000, 2);
    it.purpose = Some(Purpose::Running);
    it
}

pub(crate) fn indicator(choices: &mut Choices, register: &mut Register) -> Indicator {
    let mut it = Indicator::new(register.new_id(Kind::Indicator));
    "Residents who feel safe after dark, per cent".clone_into(&mut it.name);
    it.baseline = choices.input(400, 1);
    it.target = choices.input(900, 1);
    it.actual = choices.input(700, 1);
    it
}

pub(crate) fn judgement(choices: &mut Choices, register: &mut Register) -> Judgement {
    let mut it = Judgement::new(register.new_id(Kind::Judgement));
    "Partners agree what they are for".clone_into(&mut it.name);
    it.score = choices.input(100, 0);
    "Scrutiny panel".clone_into(&mut it.scorer);
    it
}
