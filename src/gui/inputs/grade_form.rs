//! What few grades need and every grade may have: its own working time and on-costs, in place of the register's.

use eframe::egui::{Label, Ui};

use crate::gui::inputs::column::{Slot, slot};
use crate::gui::inputs::field::Field;
use crate::gui::inputs::form::Form;
use crate::gui::page::PageContext;
use crate::gui::theme::{self, S4};
use crate::guidance::conventions::Conventions;
use crate::guidance::edition::Official;
use crate::model::grade::{Grade, Pay};
use crate::model::settings::Settings;
use crate::units::display;
use crate::units::quantity::Unit;

/// A field of the form.
struct Line<'a> {
    title: &'static str,
    slot: Slot<Grade, dyn Field>,
    /// Whether a grade of its kind uses it.
    applies: bool,
    blank: Blank<'a>,
}

/// What a blank means.
enum Blank<'a> {
    /// The register's, which follows the convention while it is blank itself.
    Registers(Slot<Settings, dyn Field>, &'a Official, Unit),
    /// What stands in the field, and after it.
    Says(&'static str, &'static str),
    /// A customary number.
    Customary(&'a Official, Unit),
}

/// The fields that the form shows of a grade: those its kind uses, and those that somebody has filled in.
pub(crate) fn fields(conventions: &Conventions, grade: &Grade) -> Vec<&'static str> {
    let lines = lines(conventions, grade).into_iter();
    let shown = lines.filter(|it| it.is_shown(grade));
    let mut fields: Vec<&str> = shown.map(|it| it.slot.field).collect();
    if has_skill(grade) {
        fields.push("skill");
    }
    fields
}

/// Shows the form of a grade.
pub(crate) fn grade_form(ui: &mut Ui, page: &mut PageContext<'_>, grade: &Grade, name: &str) {
    ui.spacing_mut().item_spacing.y = S4;
    let form = Form {
        id: grade.id,
        value: grade,
        name: name.to_owned(),
        width: 200.0,
    };
    if let Some(about) = about(grade.pay) {
        ui.add(Label::new(theme::muted(about)).wrap());
    }
    if has_skill(grade) {
        let blank = ("not chosen", "");
        form.choice(ui, page, "Skill", &slot!(skill), blank);
    }
    let conventions = &page.session.guidance().conventions;
    for line in lines(conventions, grade) {
        if !line.is_shown(grade) {
            continue;
        }
        let (blank, note) = line.words(&page.register().settings, grade);
        form.typed(ui, page, line.title, &line.slot, (&blank, &note));
    }
}

/// One sentence on those who are not paid a salary.
fn about(pay: Pay) -> Option<&'static str> {
    match pay {
        Pay::Allowance => Some(
            "An elected member’s hour is the allowance and its National Insurance over the hours of duty a year; \
             without hours, the time is shown and its cost is not known.",
        ),
        Pay::DayRate => Some(
            "A volunteer’s time is given, so it counts in kind: a day rate over the hours of a day. Choose a skill and \
             leave the amount blank for the rate that funders use.",
        ),
        _ => None,
    }
}

fn has_skill(grade: &Grade) -> bool {
    grade.pay == Pay::DayRate || grade.skill.is_some()
}

fn lines<'a>(it: &'a Conventions, grade: &Grade) -> Vec<Line<'a>> {
    let pay = grade.pay;
    let works = !matches!(pay, Pay::Allowance | Pay::DayRate);
    let is_salary = pay == Pay::Salary;
    let line = |title, slot, applies, blank| Line {
        title,
        slot,
        applies,
        blank,
    };
    let days = |title, slot, own, official| {
        line(
            title,
            slot,
            works,
            Blank::Registers(own, official, Unit::Number),
        )
    };
    let rate = |title, slot, own, official, applies| {
        line(
            title,
            slot,
            applies,
            Blank::Registers(own, official, Unit::Rate),
        )
    };
    let hours = match pay {
        Pay::DayRate if grade.skill.is_some() => {
            let blank = Blank::Customary(&it.volunteer_hours, Unit::Hours);
            line("Hours a day", slot!(hours), true, blank)
        }
        Pay::DayRate => {
            let blank = Blank::Says("not known", "that a day’s rate is for");
            line("Hours a day", slot!(hours), true, blank)
        }
        pay => {
            let blank = Blank::Says("not known", "of an elected member’s duty");
            line("Hours a year", slot!(hours), pay == Pay::Allowance, blank)
        }
    };
    let growth = Blank::Says(
        "register’s",
        "a year, in place of the register’s pay awards",
    );
    vec![
        hours,
        days(
            "Hours a week",
            slot!(weekly_hours),
            slot!(weekly_hours),
            &it.weekly_hours,
        ),
        days(
            "Days of leave",
            slot!(leave_days),
            slot!(leave_days),
            &it.leave_days,
        ),
        days(
            "Bank holidays",
            slot!(bank_holidays),
            slot!(bank_holidays),
            &it.bank_holidays,
        ),
        days(
            "Days of training",
            slot!(training_days),
            slot!(training_days),
            &it.training_days,
        ),
        days(
            "Days of sickness",
            slot!(sickness_days),
            slot!(sickness_days),
            &it.sickness_days,
        ),
        rate(
            "Employer pension",
            slot!(pension_rate),
            slot!(pension_rate),
            &it.pension_rate,
            is_salary,
        ),
        rate(
            "Apprenticeship levy",
            slot!(levy_rate),
            slot!(levy_rate),
            &it.levy_rate,
            is_salary,
        ),
        rate(
            "Overheads",
            slot!(overhead_rate),
            slot!(overhead_rate),
            &it.overhead_rate,
            is_salary || pay == Pay::EmploymentCost,
        ),
        line("Growth of pay", slot!(pay_growth), true, growth),
    ]
}

impl Line<'_> {
    fn is_typed(&self, grade: &Grade) -> bool {
        !(self.slot.get)(grade).shown().is_empty()
    }

    fn is_shown(&self, grade: &Grade) -> bool {
        self.applies || self.is_typed(grade)
    }

    /// What stands in the blank field, and after it.
    fn words(&self, settings: &Settings, grade: &Grade) -> (String, String) {
        let is_typed = self.is_typed(grade);
        let (value, source) = match &self.blank {
            Blank::Says(blank, note) => ((*blank).to_owned(), (*note).to_owned()),
            Blank::Customary(official, unit) => {
                let value = display::typed(official.value, *unit);
                (value, official.source.clone())
            }
            Blank::Registers(own, official, unit) => {
                let own = (own.get)(settings).shown();
                if own.is_empty() {
                    let value = display::typed(official.value, *unit);
                    (value, official.source.clone())
                } else {
                    (own, "the register’s".to_owned())
                }
            }
        };
        if !self.applies {
            let note = format!(
                "not used: this is typed as {}",
                grade.pay.label().to_lowercase()
            );
            return (value, note);
        }
        // The source is that of the usual value: beside one's own it would vouch for the wrong number.
        if is_typed && !matches!(self.blank, Blank::Says(..)) {
            let own = format!("typed for this grade; blank is {value}");
            return (value, own);
        }
        (value, source)
    }
}
