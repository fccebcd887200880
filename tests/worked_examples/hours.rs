//! The cost of an hour of each kind of pay: working.md, part A.

use fruitful::findings::findings::Findings;
use fruitful::units::display::exact_text;
use fruitful::units::quantity::Quantity;
use fruitful::units::year::FinancialYear;

use crate::support::registers::{findings, findings_in, register};

fn of_grade(settings: &str, grade: &str) -> Findings {
    findings(&register(&format!(
        r#"settings: (base_year: "2026/27", {settings}), grades: [(id: "g1", {grade})]"#
    )))
}

fn text(figure: Option<impl Quantity>) -> String {
    figure.map_or("none".to_owned(), |it| exact_text(it.decimal()))
}

/// NI, pension, employment cost, loaded cost, productive hours, cost of a productive hour, cost of a paid hour.
fn check(found: &Findings, expected: [&str; 7]) {
    let grade = &found.grades[0];
    let seen = [
        text(grade.national_insurance),
        text(grade.pension),
        text(grade.employment_cost),
        text(grade.loaded_cost),
        text(grade.productive_hours),
        text(grade.hourly_cost),
        text(grade.paid_hour_cost),
    ];
    assert_eq!(seen, expected);
}

#[test]
fn a_salary_is_built_up_with_the_conventions() {
    let found = of_grade("", r#"amount: "40000""#);
    let (hour, paid_hour) = ("33.9912420687", "27.6008129411");
    check(
        &found,
        ["5250", "8000", "53250", "53250", "1566.58", hour, paid_hour],
    );
}

#[test]
fn national_insurance_follows_the_year() {
    let body = r#"settings: (base_year: "2026/27"), grades: [(id: "g1", amount: "40000")]"#;
    let found = findings_in(&register(body), FinancialYear::starting(2024));
    let (hour, paid_hour) = ("33.3619732155", "27.0898480323");
    check(
        &found,
        [
            "4264.2", "8000", "52264.2", "52264.2", "1566.58", hour, paid_hour,
        ],
    );
}

#[test]
fn no_national_insurance_below_the_threshold() {
    let found = of_grade("", r#"amount: "4000""#);
    check(
        &found,
        [
            "0",
            "800",
            "4800",
            "4800",
            "1566.58",
            "3.0639992851",
            "2.4879606031",
        ],
    );
}

#[test]
fn typed_rates_and_working_time_stand_in_place_of_the_conventions() {
    let found = of_grade(
        r#"levy_rate: "0.5%", overhead_rate: "30%""#,
        r#"amount: "35000", pension_rate: "18.5%", weekly_hours: "36", leave_days: "30""#,
    );
    let (hour, paid_hour) = ("39.7359985164", "31.9607191335");
    check(
        &found,
        ["4500", "6475", "46150", "59995", "1509.84", hour, paid_hour],
    );
}

#[test]
fn an_employment_cost_has_only_overheads_put_on_it() {
    let found = of_grade(
        "",
        r#"pay: EmploymentCost, amount: "60000", overhead_rate: "25%""#,
    );
    let (hour, paid_hour) = ("47.8749888292", "38.8743844241");
    check(
        &found,
        ["none", "none", "60000", "75000", "1566.58", hour, paid_hour],
    );
}

#[test]
fn a_loaded_cost_has_nothing_put_on_it() {
    let found = of_grade(
        "",
        r#"pay: LoadedCost, amount: "50000", overhead_rate: "25%""#,
    );
    let (hour, paid_hour) = ("31.9166592194", "25.9162562827");
    check(
        &found,
        ["none", "none", "none", "50000", "1566.58", hour, paid_hour],
    );
}

#[test]
fn a_typed_hour_gives_a_loaded_cost_through_productive_hours() {
    let found = of_grade("", r#"pay: HourlyCost, amount: "45""#);
    let paid_hour = "36.5398998907";
    check(
        &found,
        [
            "none", "none", "none", "70496.1", "1566.58", "45", paid_hour,
        ],
    );
}

#[test]
fn an_elected_members_hour_is_allowance_and_insurance_over_entered_hours() {
    let found = of_grade("", r#"pay: Allowance, amount: "12000", hours: "800""#);
    check(
        &found,
        ["1050", "none", "none", "none", "1566.58", "16.3125", "none"],
    );
}

#[test]
fn a_volunteers_hour_is_the_day_rate_over_the_hours_of_the_day() {
    let found = of_grade("", r#"pay: DayRate, amount: "150", hours: "7""#);
    check(
        &found,
        [
            "none",
            "none",
            "none",
            "none",
            "1566.58",
            "21.4285714286",
            "none",
        ],
    );
}

#[test]
fn what_is_not_typed_has_no_cost() {
    for grade in [
        "name: \"Blank\"",
        r#"pay: Allowance, amount: "12000""#,
        r#"pay: DayRate, amount: "150", hours: "0""#,
        r#"amount: "40000", leave_days: "260""#,
    ] {
        assert_eq!(
            text(of_grade("", grade).grades[0].hourly_cost),
            "none",
            "{grade}"
        );
    }
}
