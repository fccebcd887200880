//! The shape of a register: what is missing, out of range, or points nowhere.

use std::collections::{BTreeMap, BTreeSet};

use crate::guidance::edition::{Guidance, edition, newest};
use crate::guidance::health_check::HealthCheck;
use crate::model::grade::{Grade, Pay};
use crate::model::partner::Partner;
use crate::model::query::{Query, Severity};
use crate::model::register::Register;
use crate::units::display;
use crate::units::id::Id;
use crate::units::input::Input;
use crate::units::parse::Typed;
use crate::units::quantity::{Number, Quantity, Rate};
use crate::units::year::FinancialYear;

mod appraisal_settings;
mod benefit;
mod doubt;
mod health;
mod meeting_dates;
mod money;
mod option;
mod partnership;

pub use partnership::check_partnership;

/// The partners, grades, outcomes and partnerships of a register by id, for looking up references.
#[derive(Debug)]
pub struct Names<'a> {
    partners: BTreeMap<Id, &'a Partner>,
    grades: BTreeMap<Id, &'a Grade>,
    outcomes: BTreeSet<Id>,
    partnerships: BTreeSet<Id>,
    /// The first year of an appraisal.
    first_year: FinancialYear,
    health_check: &'static HealthCheck,
}

impl<'a> Names<'a> {
    /// The names of `register`.
    pub fn of(register: &'a Register) -> Self {
        Self {
            partners: register.partners.iter().map(|it| (it.id, it)).collect(),
            grades: register.grades.iter().map(|it| (it.id, it)).collect(),
            outcomes: register.outcomes.iter().map(|it| it.id).collect(),
            partnerships: register.partnerships.iter().map(|it| it.id).collect(),
            first_year: register
                .settings
                .first_year
                .unwrap_or(register.settings.base_year),
            health_check: &edition(&register.settings.guidance)
                .unwrap_or_else(newest)
                .health_check,
        }
    }
}

impl<'a> Names<'a> {
    /// The partner of this id.
    pub fn partner(&self, id: Id) -> Option<&'a Partner> {
        self.partners.get(&id).copied()
    }
}

/// Queries on the settings, partners and grades, and on the official numbers of the year that is looked at.
pub fn check_shared(register: &Register, guidance: &Guidance, year: FinancialYear) -> Vec<Query> {
    let mut queries = Queries::new(None);
    settings(register, &mut queries);
    appraisal_settings::appraisal_settings(register, guidance, &mut queries);
    for outcome in register.outcomes.iter() {
        queries.name(outcome.id, &outcome.name, "outcome");
    }
    doubt::doubt(register, &mut queries);
    insurance(guidance, year, &mut queries);
    queries.ranges(register.settings.as_ref());
    for partner in register.partners.iter() {
        queries.ranges(partner);
        queries.not_negative(partner.id, "population", &partner.population);
        queries.not_negative(partner.id, "budget", &partner.budget);
        queries.not_negative(partner.id, "pay_bill", &partner.pay_bill);
        queries.name(partner.id, &partner.name, "partner");
    }
    for grade in register.grades.iter() {
        check_grade(register, grade, &mut queries);
    }
    queries.found
}

fn settings(register: &Register, queries: &mut Queries) {
    let settings = &register.settings;
    let n_us = register.partners.iter().filter(|it| it.is_us).count();
    let record = Id::SETTINGS;
    if n_us == 0 {
        let message = "No partner is marked as us";
        queries.warn(record, None, message, "Mark your own body on the Partners page, so that its share of the cost can be told apart");
    }
    if n_us > 1 {
        let message = "More than one partner is marked as us";
        queries.warn(
            record,
            None,
            message,
            "Leave the mark on your own body only",
        );
    }
    queries.not_negative(record, "weekly_hours", &settings.weekly_hours);
    queries.not_negative(record, "leave_days", &settings.leave_days);
    queries.not_negative(record, "bank_holidays", &settings.bank_holidays);
    queries.not_negative(record, "training_days", &settings.training_days);
    queries.not_negative(record, "sickness_days", &settings.sickness_days);
    queries.share(record, "pension_rate", &settings.pension_rate);
    queries.share(record, "levy_rate", &settings.levy_rate);
    queries.not_negative(record, "overhead_rate", &settings.overhead_rate);
    queries.not_negative(record, "mileage_rate", &settings.mileage_rate);
    queries.growth(record, "pay_growth", &settings.pay_growth);
    queries.growth(record, "price_growth", &settings.price_growth);
    for award in &settings.pay_awards {
        queries.growth(award.id, "rise", &award.rise);
        let is_second = settings
            .pay_awards
            .iter()
            .any(|it| it.year == award.year && it.id < award.id);
        if award.year.is_none() || award.rise.value().is_none() {
            let message = "This pay award has no year or no rise, so it is not used";
            queries.warn(
                award.id,
                Some("year"),
                message,
                "Type both, or delete the row",
            );
        } else if is_second {
            let message = "Two pay awards are entered for this year; the first is used";
            queries.warn(award.id, Some("year"), message, "Delete one of them");
        }
    }
}

fn insurance(guidance: &Guidance, year: FinancialYear, queries: &mut Queries) {
    match guidance.national_insurance.of(year) {
        None => queries.push(
            Severity::Error,
            Id::SETTINGS,
            Some("base_year"),
            format!("No employer National Insurance rates for {year}"),
            "Choose 2024/25 or a later year, or type the grades as employment costs",
        ),
        Some(rates) if rates.year != year => queries.push(
            Severity::Note,
            Id::SETTINGS,
            Some("base_year"),
            format!(
                "No National Insurance rates for {} yet; those of {} are used",
                year, rates.year
            ),
            "Update the program when the new rates are published",
        ),
        Some(_) => {}
    }
}

fn check_grade(register: &Register, grade: &Grade, queries: &mut Queries) {
    let id = grade.id;
    queries.ranges(grade);
    queries.name(id, &grade.name, "grade");
    if grade
        .partner
        .is_some_and(|partner| register.partner(partner).is_none())
    {
        queries.nowhere(id, "partner", "partner");
    }
    let is_customary = grade.pay == Pay::DayRate && grade.skill.is_some();
    if !is_customary {
        queries.known(id, "amount", &grade.amount);
    }
    queries.not_negative(id, "amount", &grade.amount);
    if matches!(grade.pay, Pay::Allowance | Pay::DayRate) && !is_customary {
        queries.known(id, "hours", &grade.hours);
    }
    let source = grade.amount.evidence().map(|it| it.source.trim());
    if grade.pay == Pay::HourlyCost
        && grade.amount.value().is_some()
        && source.is_none_or(str::is_empty)
    {
        let message = "A typed cost an hour has no source";
        let hint = "Say where it comes from, so that an auditor can follow it";
        queries.note(id, "amount", message, hint);
    }
    if grade.posts.value() == Some(Number::from(1)) {
        queries.warn(
            id,
            Some("posts"),
            "One post is on this grade, so its pay could identify somebody",
            "Merge it with a neighbouring grade before papers leave the building",
        );
    }
    queries.not_negative(id, "posts", &grade.posts);
    queries.share(id, "pension_rate", &grade.pension_rate);
    queries.not_negative(id, "overhead_rate", &grade.overhead_rate);
    queries.not_negative(id, "leave_days", &grade.leave_days);
    queries.not_negative(id, "bank_holidays", &grade.bank_holidays);
    queries.not_negative(id, "training_days", &grade.training_days);
    queries.not_negative(id, "sickness_days", &grade.sickness_days);
    queries.share(id, "levy_rate", &grade.levy_rate);
    queries.growth(id, "pay_growth", &grade.pay_growth);
}

/// Collects queries, each in the same words wherever the same thing is odd.
struct Queries {
    partnership: Option<Id>,
    found: Vec<Query>,
}

impl Queries {
    fn new(partnership: Option<Id>) -> Self {
        Self {
            partnership,
            found: Vec::new(),
        }
    }

    fn push(
        &mut self,
        severity: Severity,
        record: Id,
        field: Option<&'static str>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        self.found.push(Query {
            severity,
            partnership: self.partnership,
            record,
            field,
            message: message.into(),
            hint: hint.into(),
        });
    }

    fn warn(&mut self, record: Id, field: Option<&'static str>, message: &str, hint: &str) {
        self.push(Severity::Warning, record, field, message, hint);
    }

    fn error(&mut self, record: Id, field: &'static str, message: &str, hint: &str) {
        self.push(Severity::Error, record, Some(field), message, hint);
    }

    fn note(&mut self, record: Id, field: &'static str, message: &str, hint: &str) {
        self.push(Severity::Note, record, Some(field), message, hint);
    }

    /// Every record should have a name.
    fn name(&mut self, record: Id, name: &str, what: &str) {
        if name.trim().is_empty() {
            let message = format!("This {what} has no name");
            self.push(
                Severity::Warning,
                record,
                Some("name"),
                message,
                "Type its name",
            );
        }
    }

    /// A reference that points nowhere.
    fn nowhere(&mut self, record: Id, field: &'static str, what: &str) {
        let message = format!("The {what} chosen here is not in the register");
        self.push(
            Severity::Error,
            record,
            Some(field),
            message,
            "Choose another, or add it again",
        );
    }

    /// A quantity without which a figure is "at least".
    fn known<Q: Typed>(&mut self, record: Id, field: &'static str, input: &Input<Q>) {
        if input.value().is_none() {
            let message = format!("{} is not known", display::field_name(field));
            self.push(
                Severity::Warning,
                record,
                Some(field),
                message,
                "Type it, or 0 if there is none; until then totals are \"at least\"",
            );
        }
    }

    fn not_negative<Q: Typed>(&mut self, record: Id, field: &'static str, input: &Input<Q>) {
        let is_odd = |value: Q| value < Q::default();
        if input.value().is_some_and(is_odd) {
            let message = format!("{} is below nought", display::field_name(field));
            self.push(
                Severity::Error,
                record,
                Some(field),
                message,
                "Type 0 or more",
            );
        } else {
            self.ends((record, field), input, is_odd, "below nought");
        }
    }

    fn share(&mut self, record: Id, field: &'static str, input: &Input<Rate>) {
        let is_odd = |share| share < Rate::ZERO || share > Rate::from(1);
        if input.value().is_some_and(is_odd) {
            let message = format!("{} is not between 0% and 100%", display::field_name(field));
            self.push(
                Severity::Error,
                record,
                Some(field),
                message,
                "Type a share between 0% and 100%",
            );
        } else {
            self.ends((record, field), input, is_odd, "outside 0% to 100%");
        }
    }

    /// Growth a year: a slip of the decimal point is asked about.
    fn growth(&mut self, record: Id, field: &'static str, input: &Input<Rate>) {
        let is_odd = |growth| growth <= Rate::from(-1) || growth > Rate::from(1);
        let Some(growth) = input.value().filter(|it| is_odd(*it)) else {
            self.ends(
                (record, field),
                input,
                is_odd,
                "outside −100% to 100% a year",
            );
            return;
        };
        let (name, growth) = (display::field_name(field), display::rate(growth));
        let message = format!("{name} is {growth} a year");
        let hint = "Type 3.5% for three and a half per cent";
        self.push(Severity::Warning, record, Some(field), message, hint);
    }

    fn points(&mut self, record: Id, field: &'static str, input: &Input<Number>) {
        let is_odd = |score| score < Number::ZERO || score > Number::from(100);
        if input.value().is_some_and(is_odd) {
            let message = format!("{} is not between 0 and 100", display::field_name(field));
            self.push(
                Severity::Error,
                record,
                Some(field),
                message,
                "Type a score between 0 and 100",
            );
        } else {
            self.ends((record, field), input, is_odd, "outside 0 to 100");
        }
    }

    fn whole_years(&mut self, record: Id, field: &'static str, input: &Input<Number>) {
        let is_out = |years| years < Number::from(1) || years > Number::from(500);
        let is_odd = |years: Number| is_out(years) || !years.decimal().fract().is_zero();
        if input.value().is_some_and(is_odd) {
            self.error(
                record,
                field,
                "The life is not a whole number of years from 1 to 500",
                "Type 1 to 500 whole years",
            );
        } else {
            self.ends((record, field), input, is_out, "outside 1 to 500 years");
        }
    }
}
