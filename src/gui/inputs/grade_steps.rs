//! How an hour of one grade comes to its cost, step by step, with the source of each official number.

use eframe::egui::Ui;

use crate::findings::figure::{FigureId, Measure};
use crate::findings::grade::GradeFindings;
use crate::gui::inputs::steps::{Step, total_rule};
use crate::gui::page::PageContext;
use crate::gui::theme::{self, S4};
use crate::guidance::conventions::VolunteerDay;
use crate::guidance::edition::Official;
use crate::model::grade::{Grade, Pay, Skill};
use crate::units::display;
use crate::units::input::Input;
use crate::units::quantity::{Money, Quantity, Rate};

/// A step, and the figure that it explains, if any.
type Explained = (Step, Option<Measure>);

/// Shows the steps.
pub(crate) fn grade_steps(ui: &mut Ui, page: &mut PageContext<'_>, grade: &Grade) {
    ui.spacing_mut().item_spacing.y = S4;
    let found = page.findings().and_then(|it| it.grade(grade.id));
    let steps = found.map_or_else(Vec::new, |found| steps(page, grade, found));
    if steps.is_empty() {
        ui.label(theme::muted("Type the amount to see what an hour costs."));
    }
    let n = steps.len();
    for (at, (step, figure)) in steps.into_iter().enumerate() {
        if at.saturating_add(1) == n && n > 1 {
            total_rule(ui);
        }
        match figure {
            None => step.show(ui),
            Some(measure) => {
                if step.show_link(ui) {
                    page.explain(FigureId::new(grade.id, measure));
                }
            }
        }
    }
}

fn steps(page: &PageContext<'_>, grade: &Grade, found: &GradeFindings) -> Vec<Explained> {
    let mut steps = Vec::new();
    let mut money = |title, amount: Option<Money>, note: String, figure| {
        if let Some(amount) = amount {
            steps.push((Step::new(title, display::money_pence(amount), note), figure));
        }
    };
    money(grade.pay.label(), found.pay, pay_note(page, grade), None);
    let insurance = insurance_note(page);
    money("Employer NI", found.national_insurance, insurance, None);
    let it = &page.session.guidance().conventions;
    let settings = &page.register().settings;
    let share = |own, default: &Input<Rate>, official| share_note(own, default, official);
    let pension = share(
        &grade.pension_rate,
        &settings.pension_rate,
        &it.pension_rate,
    );
    let note = format!("{pension} of salary");
    money("Pension", found.pension, note, None);
    if grade.pay == Pay::Salary {
        let levy = found.levy.filter(|levy| *levy != Money::ZERO);
        let rate = share(&grade.levy_rate, &settings.levy_rate, &it.levy_rate);
        money(
            "Apprenticeship levy",
            levy,
            format!("{rate} of salary"),
            None,
        );
        let note = "salary, National Insurance, pension and levy".to_owned();
        money("Employment cost", found.employment_cost, note, None);
    }
    let overheads = found.overheads.filter(|it| *it != Money::ZERO);
    let rate = share(
        &grade.overhead_rate,
        &settings.overhead_rate,
        &it.overhead_rate,
    );
    let note = format!("{rate} of employment cost");
    money("Overheads", overheads, note, None);
    let note = "with overheads".to_owned();
    let loaded = Some(Measure::LoadedCost);
    money("Loaded cost", found.loaded_cost, note, loaded);
    let works = !matches!(grade.pay, Pay::Allowance | Pay::DayRate);
    if let Some(hours) = found.productive_hours.filter(|_| works) {
        let note = "a year, after leave, bank holidays, training and sickness";
        steps.push((Step::new("Hours worked", display::hours(hours), note), None));
    }
    if let Some(cost) = found.hourly_cost {
        let note = found.paid_hour_cost.map(|paid| {
            let paid = display::hourly_cost(paid);
            format!("used for every hour of time; over paid hours it would be {paid}")
        });
        let step = Step::new(
            "Cost an hour",
            display::hourly_cost(cost),
            note.unwrap_or_default(),
        );
        steps.push((step, Some(Measure::HourlyCost)));
    }
    steps
}

/// Where the first amount comes from: typed, grown since, or customary.
fn pay_note(page: &PageContext<'_>, grade: &Grade) -> String {
    let year = page.session.year();
    let base = page.register().settings.base_year;
    match grade.amount.value() {
        Some(amount) if year != base => {
            let typed = display::money_pence(amount);
            format!("typed as {typed} in {base}, at the pay of {year}")
        }
        Some(_) => "typed".to_owned(),
        None => {
            let days = &page.session.guidance().conventions.volunteer_day;
            let day = grade.skill.map(|skill| day(days, skill));
            day.map(|it| it.source.clone()).unwrap_or_default()
        }
    }
}

fn day(days: &VolunteerDay, skill: Skill) -> &Official {
    match skill {
        Skill::Unskilled => &days.unskilled,
        Skill::Skilled => &days.skilled,
        Skill::Professional => &days.professional,
    }
}

fn insurance_note(page: &PageContext<'_>) -> String {
    let rates = page
        .session
        .guidance()
        .national_insurance
        .of(page.session.year());
    rates.map_or_else(String::new, |rates| {
        let rate = display::rate(Rate::new(rates.rate.value));
        let threshold = display::money(Money::new(rates.threshold.value));
        format!("{rate} of pay above {threshold}: {}", rates.rate.source)
    })
}

/// The rate that is used, and whose it is.
fn share_note(own: &Input<Rate>, default: &Input<Rate>, official: &Official) -> String {
    match (own.value(), default.value()) {
        (Some(rate), _) => format!("typed for this grade: {}", display::rate(rate)),
        (None, Some(rate)) => format!("the register’s {}", display::rate(rate)),
        (None, None) => format!("the usual {}", display::rate(Rate::new(official.value))),
    }
}
