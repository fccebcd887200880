//! How an hour of one grade comes to its cost, step by step, with the source of each official number.

use eframe::egui::{Label, Sense, Stroke, Ui, Vec2};

use crate::findings::figure::{FigureId, Measure};
use crate::gui::inputs::column::slot;
use crate::gui::inputs::form::{Form, line};
use crate::gui::inputs::teach::heading;
use crate::gui::page::PageContext;
use crate::gui::theme::{self, S4, S8};
use crate::gui::widgets::figure::figure_link;
use crate::model::grade::{Grade, Pay};
use crate::units::display;
use crate::units::quantity::{Money, Quantity, Rate};

/// One line of the calculation.
struct Step {
    title: &'static str,
    amount: String,
    note: String,
    figure: Option<Measure>,
}

/// Shows the steps, and the fields that few grades need.
pub(crate) fn grade_steps(ui: &mut Ui, page: &mut PageContext<'_>, grade: &Grade) {
    let name = if grade.name.trim().is_empty() {
        "this grade"
    } else {
        grade.name.trim()
    };
    heading(ui, &format!("An hour of {name}"), "");
    ui.spacing_mut().item_spacing.y = S4;
    let form = Form {
        id: grade.id,
        value: grade,
        name: name.to_owned(),
        width: 200.0,
    };
    let own = "blank: the register’s";
    let hours = ("register’s", own);
    form.typed(ui, page, "Hours a week", &slot!(weekly_hours), hours);
    form.typed(ui, page, "Days of leave", &slot!(leave_days), hours);
    ui.add_space(S8);
    let steps = steps(page, grade);
    if steps.is_empty() {
        ui.label(theme::muted("Type the amount to see what an hour costs."));
    }
    let n = steps.len();
    for (at, step) in steps.into_iter().enumerate() {
        if at.saturating_add(1) == n && n > 1 {
            rule(ui);
        }
        show(ui, page, grade, &step);
    }
}

fn show(ui: &mut Ui, page: &mut PageContext<'_>, grade: &Grade, step: &Step) {
    line(ui, step.title, "", |ui| {
        ui.allocate_ui_with_layout(
            Vec2::new(112.0, 24.0),
            eframe::egui::Layout::right_to_left(eframe::egui::Align::Center),
            |ui| {
                ui.set_min_width(112.0);
                match step.figure {
                    Some(measure) => {
                        let said = format!("{} {}, show basis", step.title, step.amount);
                        if figure_link(ui, &step.amount, &said).clicked() {
                            page.explain(FigureId::new(grade.id, measure));
                        }
                    }
                    None => drop(ui.label(&step.amount)),
                }
            },
        );
        ui.add_space(S8);
        ui.add(Label::new(theme::muted(&step.note)).truncate());
    });
}

/// The line above the last step.
fn rule(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(Vec2::new(264.0, 1.0), Sense::hover());
    let stroke = Stroke::new(1.0, theme::palette(ui).border);
    ui.painter().hline(rect.x_range(), rect.center().y, stroke);
}

fn steps(page: &PageContext<'_>, grade: &Grade) -> Vec<Step> {
    let Some(found) = page.findings().and_then(|it| it.grade(grade.id)) else {
        return Vec::new();
    };
    let mut steps = Vec::new();
    let mut money = |title, amount: Option<Money>, note: String, figure| {
        if let Some(amount) = amount {
            steps.push(Step {
                title,
                amount: display::money_pence(amount),
                note,
                figure,
            });
        }
    };
    let typed = grade.amount.value();
    if typed.is_some() {
        money(grade.pay.label(), typed, "typed".to_owned(), None);
    }
    let insurance = insurance_note(page);
    money("Employer NI", found.national_insurance, insurance, None);
    money("Pension", found.pension, pension_note(page, grade), None);
    if grade.pay == Pay::Salary {
        let levy = found.levy.filter(|levy| *levy != Money::ZERO);
        let note = "the register’s share of salary".to_owned();
        money("Apprenticeship levy", levy, note, None);
        let note = "salary, National Insurance, pension and levy".to_owned();
        money("Employment cost", found.employment_cost, note, None);
    }
    let overheads = found.overheads.filter(|it| *it != Money::ZERO);
    let note = "a share of employment cost".to_owned();
    money("Overheads", overheads, note, None);
    let note = "with overheads".to_owned();
    let loaded = Some(Measure::LoadedCost);
    money("Loaded cost", found.loaded_cost, note, loaded);
    if let Some(hours) = found.productive_hours {
        steps.push(Step {
            title: "Hours worked",
            amount: display::hours(hours),
            note: "a year, after leave, bank holidays, training and sickness".to_owned(),
            figure: None,
        });
    }
    if let Some(cost) = found.hourly_cost {
        let note = found.paid_hour_cost.map(|paid| {
            let paid = display::hourly_cost(paid);
            format!("used for every hour of time; over paid hours it would be {paid}")
        });
        steps.push(Step {
            title: "Cost an hour",
            amount: display::hourly_cost(cost),
            note: note.unwrap_or_default(),
            figure: Some(Measure::HourlyCost),
        });
    }
    steps
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

fn pension_note(page: &PageContext<'_>, grade: &Grade) -> String {
    let settings = &page.register().settings;
    match (grade.pension_rate.value(), settings.pension_rate.value()) {
        (Some(rate), _) => format!("{} of salary, typed for this grade", display::rate(rate)),
        (None, Some(rate)) => format!("{} of salary, the register’s", display::rate(rate)),
        (None, None) => {
            let official = &page.session.guidance().conventions.pension_rate;
            let rate = display::rate(Rate::new(official.value));
            format!("{rate} of salary: {}", official.source)
        }
    }
}
