//! What a record is to a table: its id, its name, how a new one starts.

use crate::model::benefit::{Benefit, BenefitYear};
use crate::model::between_meetings::BetweenMeetings;
use crate::model::direct_cost::{CashLine, YearAmount};
use crate::model::grade::Grade;
use crate::model::health_answer::HealthAnswer;
use crate::model::in_kind::InKind;
use crate::model::indicator::{Indicator, Reading};
use crate::model::judgement::Judgement;
use crate::model::meeting::{Attendee, Expense, Meeting, MeetingDate};
use crate::model::objective::Objective;
use crate::model::option::{AppraisalOption, OptionLine};
use crate::model::outcome::Outcome;
use crate::model::partner::Partner;
use crate::model::pool::{Contribution, Pool};
use crate::model::post::Post;
use crate::model::record_name::{
    grade_name, line_name, partner_name, quantity_name, question_name,
};
use crate::model::register::Register;
use crate::model::risk::{Departure, Risk};
use crate::model::scenario::{Override, Scenario};
use crate::model::secondment::Secondment;
use crate::model::settings::{PayAward, PriceIndex};
use crate::model::sharing::Share;
use crate::units::display;
use crate::units::id::{Id, Kind};
use crate::units::year::FinancialYear;

/// A record that a table edits.
pub trait Record: Clone + 'static {
    /// The letter of its ids.
    const KIND: Kind;
    /// What one is called: `meeting`.
    const ONE: &'static str;

    /// Its id.
    fn id(&self) -> Id;

    /// A new one with nothing known of it.
    fn fresh(id: Id) -> Self;

    /// Gives it an id of its own, and each record inside it too; for a copy.
    fn renumber(&mut self, new_id: &mut dyn FnMut(Kind) -> Id);

    /// What this one is called; blank where it has no name yet.
    fn name(&self, register: &Register) -> String;
}

/// Records by the letter of their ids, what one is called, what this one is called, and the lists inside it.
macro_rules! record {
    ($($type:ident, $one:literal, $name:expr $(, $inside:ident)*;)*) => {$(
        impl Record for $type {
            const KIND: Kind = Kind::$type;
            const ONE: &'static str = $one;

            fn id(&self) -> Id {
                self.id
            }

            fn fresh(id: Id) -> Self {
                Self::new(id)
            }

            fn renumber(&mut self, new_id: &mut dyn FnMut(Kind) -> Id) {
                self.id = new_id(Self::KIND);
                $(for inner in &mut self.$inside {
                    inner.renumber(new_id);
                })*
            }

            fn name(&self, register: &Register) -> String {
                let name: fn(&Self, &Register) -> String = $name;
                name(self, register)
            }
        }
    )*};
}

record! {
    Meeting, "meeting", |it, _| typed(&it.name), dates, attendees, expenses;
    MeetingDate, "date", |it, _| it.date.map(display::date).unwrap_or_default();
    Attendee, "attendee", attendee;
    Expense, "expense", |it, _| typed(&it.name);
    BetweenMeetings, "work", |it, _| typed(&it.name);
    Post, "post", |it, _| typed(&it.name);
    Secondment, "secondment", |it, _| typed(&it.name);
    CashLine, "cash line", |it, _| typed(&it.name), years;
    YearAmount, "year", |it, _| year(it.year);
    Pool, "pooled budget", |it, _| typed(&it.name), contributions;
    Contribution, "contribution", contribution;
    InKind, "gift", |it, _| typed(&it.name);
    Share, "share", |it, register| partner(register, it.partner);
    Indicator, "indicator", |it, _| typed(&it.name), readings;
    Reading, "reading", |it, _| it.date.map(display::date).unwrap_or_default();
    Judgement, "judgement", |it, _| typed(&it.name);
    Grade, "grade", |it, _| typed(&it.name);
    Partner, "partner", |it, _| typed(&it.name);
    PayAward, "pay award", |it, _| year(it.year);
    PriceIndex, "index", |it, _| year(it.year);
    Outcome, "outcome", |it, _| typed(&it.name);
    Benefit, "benefit", |it, _| typed(&it.name), years;
    BenefitYear, "year", |it, _| year(it.year);
    AppraisalOption, "option", |it, _| typed(&it.name), lines, cash_lines, benefits;
    OptionLine, "line", option_line;
    Risk, "risk", |it, _| typed(&it.name);
    Departure, "departure", |it, register| partner(register, it.partner);
    Scenario, "scenario", |it, _| typed(&it.name), overrides;
    Override, "quantity", quantity;
    Objective, "objective", |it, _| typed(&it.text);
}

impl Record for HealthAnswer {
    const KIND: Kind = Kind::HealthAnswer;
    const ONE: &'static str = "answer";

    fn id(&self) -> Id {
        self.id
    }

    /// Of no question yet: a table of the catalogue says which.
    fn fresh(id: Id) -> Self {
        Self::new(id, "")
    }

    fn renumber(&mut self, new_id: &mut dyn FnMut(Kind) -> Id) {
        self.id = new_id(Self::KIND);
    }

    fn name(&self, register: &Register) -> String {
        question_name(register, &self.question)
    }
}

fn typed(name: &str) -> String {
    name.trim().to_owned()
}

fn year(year: Option<FinancialYear>) -> String {
    year.map(|year| year.to_string()).unwrap_or_default()
}

/// Blank where no partner is chosen.
fn partner(register: &Register, partner: Option<Id>) -> String {
    let name = || partner_name(register, partner);
    partner.map(|_| name()).unwrap_or_default()
}

/// `Harbeck Council, 2026/27`: a partner may pay in of several years.
fn contribution(it: &Contribution, register: &Register) -> String {
    let parts = [partner(register, it.partner), year(it.year)];
    let parts: Vec<String> = parts.into_iter().filter(|it| !it.is_empty()).collect();
    parts.join(", ")
}

fn attendee(it: &Attendee, register: &Register) -> String {
    match (it.grade, it.partner) {
        (None, None) => String::new(),
        (Some(_), None) => grade_name(register, it.grade),
        (None, Some(_)) => partner_name(register, it.partner),
        (Some(_), Some(_)) => format!(
            "{}, {}",
            grade_name(register, it.grade),
            partner_name(register, it.partner)
        ),
    }
}

/// Blank where no record is chosen.
fn option_line(it: &OptionLine, register: &Register) -> String {
    let name = |id| line_name(register, id);
    it.record.map(name).unwrap_or_default()
}

/// Blank where no quantity is chosen.
fn quantity(it: &Override, register: &Register) -> String {
    let name = |record| quantity_name(register, record, &it.field);
    it.record.map(name).unwrap_or_default()
}

/// The name of a record; where it has none, its place: `meeting 2`.
pub(crate) fn name_or_place<T: Record>(record: &T, register: &Register, row: usize) -> String {
    let name = record.name(register);
    if name.is_empty() {
        format!("{} {}", T::ONE, row.saturating_add(1))
    } else {
        name
    }
}
