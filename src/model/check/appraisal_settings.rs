//! Queries on the settings of an appraisal: its years, indices of prices, and when an indicator is green.

use crate::guidance::edition::Guidance;
use crate::model::check::Queries;
use crate::model::register::Register;
use crate::units::id::Id;
use crate::units::quantity::{Number, Quantity, Rate};

/// What is odd about them.
pub(super) fn appraisal_settings(register: &Register, guidance: &Guidance, queries: &mut Queries) {
    let settings = &register.settings;
    let (record, it) = (Id::SETTINGS, &settings.horizon);
    let is_odd = |years: Number| {
        let is_whole = years.decimal().fract().is_zero();
        !is_whole || years < Number::from(1) || years > Number::from(500)
    };
    if it.value().is_some_and(is_odd) {
        let message = "The appraisal is not over a whole number of years from 1 to 500";
        let hint = "Type 1 to 500 whole years";
        queries.error(record, "horizon", message, hint);
    }
    if let Some(rate) = settings.discount_rate.value() {
        if rate <= Rate::from(-1) {
            let message = "A discount rate of −100% or less leaves nothing, so the guidance’s schedules are used";
            let hint = "Type a rate such as 3.5%, or leave it blank";
            queries.error(record, "discount_rate", message, hint);
        } else {
            let message = "Every year and every benefit is discounted at one typed rate, not at the guidance’s schedules";
            let hint = "Leave it blank for a paper; tests of other rates stand under How sure?";
            queries.warn(record, Some("discount_rate"), message, hint);
        }
    }
    queries.not_negative(record, "green_from", &settings.green_from);
    queries.not_negative(record, "amber_from", &settings.amber_from);
    let conventions = &guidance.conventions;
    let or_usual = |typed: Option<Rate>, usual| typed.unwrap_or(Rate::new(usual));
    let green = or_usual(settings.green_from.value(), conventions.green_from.value);
    let amber = or_usual(settings.amber_from.value(), conventions.amber_from.value);
    if amber > green {
        let message = "An indicator would be amber from more than it is green from";
        let hint = "Type an amber mark below the green one";
        queries.warn(record, Some("amber_from"), message, hint);
    }
    for (n, one) in settings.price_indices.iter().enumerate() {
        let mut before = settings.price_indices.iter().take(n);
        let index = one.index.value();
        if index.is_some_and(|index| index <= Number::ZERO) {
            let message = "This index of prices is not above nought";
            let hint = "Type it on the scale of the deflator, 2024 = 100";
            queries.error(one.id, "index", message, hint);
        }
        if one.year.is_none() || index.is_none() {
            let message = "This index has no year or no figure, so it is not used";
            let hint = "Type both, or delete the row";
            queries.warn(one.id, Some("year"), message, hint);
        } else if before.any(|it| it.year == one.year) {
            let message = "Two indices are entered for this year";
            queries.warn(one.id, Some("year"), message, "Delete one of them");
        }
    }
}
