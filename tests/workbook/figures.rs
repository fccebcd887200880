//! Every figure that has a name in a workbook, as the program says it.

use std::collections::BTreeMap;

use fruitful::costing::basis::Basis;
use fruitful::costing::cost_line::Class;
use fruitful::findings::findings::Findings;
use fruitful::report::workbook::results::COLUMNS;
use fruitful::report::workbook::trace::Headline;
use fruitful::units::quantity::{Money, Number, Quantity};
use rust_decimal::Decimal;

/// Every figure that has a name in the workbook, as the program says it.
pub(crate) fn figures(found: &Findings) -> BTreeMap<String, Decimal> {
    let mut all = BTreeMap::new();
    let mut put = |id: String, suffix: &str, value: Option<Decimal>| {
        if let Some(value) = value {
            all.insert(format!("{id}_{suffix}"), value);
        }
    };
    let money = |it: Option<Money>| it.map(Quantity::decimal);
    for it in &found.partnerships {
        let worth = &it.appraisal.worth;
        for (figure, suffix, ..) in COLUMNS {
            let number = |it: Option<Number>| it.map(Quantity::decimal);
            let value = match figure {
                Headline::AnnualCost(basis) => Some(it.annual_cost.get(basis).amount.decimal()),
                Headline::Class(class) => {
                    let amount = it.by_class.full.get(&class).copied();
                    money(Some(amount.unwrap_or_default()))
                }
                Headline::Ours(basis) => money(*it.ours.get(basis)),
                Headline::Programme => Some(it.programme.amount.decimal()),
                Headline::HoursInMeetings => Some(it.hours.meetings.decimal()),
                Headline::Hours => Some(it.hours.all.decimal()),
                Headline::SeniorDays => number(Some(it.senior_days)),
                Headline::Score => number(it.achievement.shown_score()),
                Headline::CostPerPoint(basis) => money(*it.cost_per_point.get(basis)),
                Headline::Pvc => Some(worth.pvc.amount.decimal()),
                Headline::Pvb => Some(worth.pvb.amount.decimal()),
                Headline::Npsv => money(Some(worth.npsv)),
                Headline::Bcr => number(worth.bcr),
                Headline::BcrPublic => number(worth.bcr_public),
                Headline::FiscalReturn => number(worth.fiscal_return),
                Headline::CashReturn => number(worth.cash_return),
                Headline::BreakEven => money(worth.break_even),
            };
            put(it.id.to_string(), suffix, value);
        }
        for option in &it.appraisal.options {
            let worth = &option.worth;
            let id = || option.id.to_string();
            put(id(), "pvc", money(Some(worth.pvc.amount)));
            put(id(), "pvb", money(Some(worth.pvb.amount)));
            put(id(), "npsv", money(Some(worth.npsv)));
            put(
                id(),
                "incremental_npsv",
                money(Some(option.incremental_npsv)),
            );
            put(id(), "bcr", worth.bcr.map(Quantity::decimal));
        }
    }
    let all_of = &found.portfolio;
    for basis in Basis::ALL {
        let key = basis.key().replace('-', "_");
        let total = all_of.annual_cost.get(basis).amount.decimal();
        put(
            "portfolio".into(),
            &format!("annual_cost_{key}"),
            Some(total),
        );
        let ours = all_of.ours.get(basis).map(|it| it.amount);
        put("portfolio".into(), &format!("ours_{key}"), money(ours));
    }
    for class in Class::ALL {
        let amount = all_of.by_class.full.get(&class).copied();
        let amount = money(Some(amount.unwrap_or_default()));
        put("portfolio".into(), class.key(), amount);
    }
    for (suffix, value) in [
        ("programme", all_of.programme.amount.decimal()),
        ("hours_meetings", all_of.hours.meetings.decimal()),
        ("hours_all", all_of.hours.all.decimal()),
        ("senior_days", all_of.senior_days.decimal()),
        ("pvc", all_of.worth.pvc.amount.decimal()),
        ("pvb", all_of.worth.pvb.amount.decimal()),
        ("npsv", all_of.worth.npsv.decimal()),
    ] {
        put("portfolio".into(), suffix, Some(value));
    }
    all
}
