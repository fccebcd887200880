//! `list grades`: each grade's pay, built up to its hourly cost.

use serde::Serialize;

use crate::cli::list::json;
use crate::cli::opened::Opened;
use crate::cli::outcome::{Done, Refusal};
use crate::findings::grade::GradeFindings;
use crate::model::record_name::grade_name;
use crate::report::summary_text::WIDTH;
use crate::report::text_table::{Align, TextTable};
use crate::units::display;
use crate::units::quantity::{Money, Quantity};

/// One grade; what is absent does not apply, or is not known.
#[derive(Serialize)]
struct GradeRow {
    id: String,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pay: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    national_insurance: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pension: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    employment_cost: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    loaded_cost: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    productive_hours: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hourly_cost: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    paid_hour_cost: Option<String>,
}

pub(crate) fn grades(opened: &Opened, is_json: bool) -> Result<Done, Refusal> {
    let findings = opened.findings();
    let text = if is_json {
        let rows = findings.grades.iter().map(|grade| row(opened, grade));
        json(&rows.collect::<Vec<_>>())?
    } else {
        table(opened, &findings.grades)
    };
    Ok(Done::on(&findings, text))
}

fn row(opened: &Opened, found: &GradeFindings) -> GradeRow {
    let grade = opened.register.grade(found.id);
    GradeRow {
        id: found.id.to_string(),
        name: grade_name(&opened.register, Some(found.id)),
        pay: grade.map(|grade| grade.pay.label()),
        amount: grade.and_then(|grade| grade.amount.value()).map(exact),
        national_insurance: found.national_insurance.map(exact),
        pension: found.pension.map(exact),
        employment_cost: found.employment_cost.map(exact),
        loaded_cost: found.loaded_cost.map(exact),
        productive_hours: found.productive_hours.map(exact),
        hourly_cost: found.hourly_cost.map(exact),
        paid_hour_cost: found.paid_hour_cost.map(exact),
    }
}

fn exact(figure: impl Quantity) -> String {
    display::exact_text(figure.decimal())
}

fn table(opened: &Opened, grades: &[GradeFindings]) -> String {
    let mut table = TextTable::new(&[
        ("Grade", Align::Left),
        ("Id", Align::Left),
        ("Typed", Align::Right),
        ("NI", Align::Right),
        ("Pension", Align::Right),
        ("Employment", Align::Right),
        ("Loaded", Align::Right),
        ("Hours", Align::Right),
        ("An hour", Align::Right),
    ]);
    let money = |amount: Option<Money>| amount.map_or_else(String::new, display::money);
    for found in grades {
        let grade = opened.register.grade(found.id);
        let typed = grade.and_then(|grade| grade.amount.value());
        let hours = found.productive_hours.map(display::hours_figure);
        let hourly_cost = found.hourly_cost.map(display::hourly_cost);
        table.push([
            grade_name(&opened.register, Some(found.id)),
            found.id.to_string(),
            typed.map_or_else(String::new, display::money_pence),
            money(found.national_insurance),
            money(found.pension),
            money(found.employment_cost),
            money(found.loaded_cost),
            hours.unwrap_or_default(),
            hourly_cost.unwrap_or_else(|| display::NOT_KNOWN.to_owned()),
        ]);
    }
    table.render(WIDTH)
}
