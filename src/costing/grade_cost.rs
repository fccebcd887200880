//! What an hour of a grade costs, built up step by step.

use crate::costing::cost_line::Class;
use crate::costing::growth::Growth;
use crate::guidance::edition::{Guidance, Official};
use crate::model::grade::{Grade, Pay, Skill};
use crate::model::settings::Settings;
use crate::units::id::Id;
use crate::units::input::Input;
use crate::units::parse::Typed;
use crate::units::quantity::{HourlyCost, Hours, Money, Number, Rate};
use crate::units::trace::{Reader, Recorder, Val};
use crate::units::year::FinancialYear;

/// The cost of a grade. What is blank cannot be worked out.
#[derive(Debug)]
pub struct GradeCost<'r, R: Recorder> {
    /// Opportunity for paid people, in kind for volunteers.
    pub class: Class,
    /// Whether its time is senior time.
    pub is_senior: bool,
    /// The typed amount at the pay of the year, or the customary one: £ a year, an hour or a day.
    pub pay: Option<Val<'r, R, Money>>,
    /// Employer National Insurance on a full-time salary, £ a year.
    pub national_insurance: Option<Val<'r, R, Money>>,
    /// Employer pension, £ a year.
    pub pension: Option<Val<'r, R, Money>>,
    /// Apprenticeship levy, £ a year.
    pub levy: Option<Val<'r, R, Money>>,
    /// Overheads, £ a year.
    pub overheads: Option<Val<'r, R, Money>>,
    /// Salary, National Insurance, pension and levy, £ a year.
    pub employment_cost: Option<Val<'r, R, Money>>,
    /// Employment cost with overheads, £ a year.
    pub loaded_cost: Option<Val<'r, R, Money>>,
    /// Full-time hours a week.
    pub weekly_hours: Val<'r, R, Hours>,
    /// Hours a year that are left for work.
    pub productive_hours: Option<Val<'r, R, Hours>>,
    /// Loaded cost over productive hours: used for every hour of time.
    pub hourly_cost: Option<Val<'r, R, HourlyCost>>,
    /// Loaded cost over paid hours, to be shown beside it.
    pub paid_hour_cost: Option<Val<'r, R, HourlyCost>>,
}

/// Works out the cost of `grade` in `year`, at the pay of that year.
///
/// ```text
/// employer NI      = max(0, salary − threshold) × rate
/// employment cost  = salary + NI + salary × pension rate + salary × levy rate
/// loaded cost      = employment cost × (1 + overhead rate)
/// productive hours = (260.7 − leave − bank holidays − training − sickness) × weekly hours ÷ 5
/// hourly cost      = loaded cost ÷ productive hours
/// ```
/// An elected member's hour is (allowance + NI) ÷ hours a year; a volunteer's is the day rate ÷ hours a day.
/// Source: the method note, section 1.
pub fn of<'r, R: Recorder>(
    recorder: &'r R,
    grade: &Grade,
    settings: &Settings,
    guidance: &Guidance,
    year: FinancialYear,
) -> GradeCost<'r, R> {
    let build = Build {
        recorder,
        read: Reader::new(recorder, grade.id),
        defaults: Reader::new(recorder, Id::SETTINGS),
        grade,
        settings,
        guidance,
        year,
    };
    build.all()
}

struct Build<'a, 'r, R: Recorder> {
    recorder: &'r R,
    read: Reader<'r, R>,
    defaults: Reader<'r, R>,
    grade: &'a Grade,
    settings: &'a Settings,
    guidance: &'a Guidance,
    year: FinancialYear,
}

impl<'r, R: Recorder> Build<'_, 'r, R> {
    fn all(&self) -> GradeCost<'r, R> {
        let amount = self.amount();
        let hours = self.hours();
        let weekly_hours = self.weekly_hours();
        let productive_hours = self.productive_hours(weekly_hours);
        let mut cost = GradeCost {
            class: if self.grade.pay.is_paid() {
                Class::Opportunity
            } else {
                Class::InKind
            },
            is_senior: self.grade.is_senior,
            pay: amount,
            national_insurance: None,
            pension: None,
            levy: None,
            overheads: None,
            employment_cost: None,
            loaded_cost: None,
            weekly_hours,
            productive_hours,
            hourly_cost: None,
            paid_hour_cost: None,
        };
        match self.grade.pay {
            Pay::Salary => {
                cost.national_insurance = amount.and_then(|salary| self.national_insurance(salary));
                cost.pension = amount.map(|salary| self.pension(salary));
                cost.levy = amount.map(|salary| self.levy(salary));
                cost.employment_cost = Self::employment_cost(amount, &cost);
                self.load(&mut cost);
            }
            Pay::EmploymentCost => {
                cost.employment_cost = amount;
                self.load(&mut cost);
            }
            Pay::LoadedCost => cost.loaded_cost = amount,
            Pay::HourlyCost => {
                let hour = Val::constant(self.recorder, "1 hour", Hours::from(1));
                cost.hourly_cost = amount.and_then(|amount| amount.over(hour));
                cost.loaded_cost = productive_hours
                    .zip(cost.hourly_cost)
                    .map(|(hours, hourly)| (hours * hourly).named("Loaded cost a year"));
            }
            Pay::Allowance => {
                cost.national_insurance = amount.and_then(|pay| self.national_insurance(pay));
                cost.hourly_cost = amount
                    .zip(cost.national_insurance)
                    .zip(hours)
                    .and_then(|((pay, insurance), hours)| (pay + insurance).over(hours));
            }
            Pay::DayRate => {
                cost.hourly_cost = amount.zip(hours).and_then(|(rate, hours)| rate.over(hours));
            }
        }
        if cost.hourly_cost.is_none() {
            cost.hourly_cost = cost
                .loaded_cost
                .zip(productive_hours)
                .and_then(|(cost, hours)| cost.over(hours));
        }
        cost.hourly_cost = cost.hourly_cost.map(|cost| cost.named("Hourly cost"));
        cost.paid_hour_cost = cost
            .loaded_cost
            .and_then(|cost| cost.over(self.paid_hours(weekly_hours)));
        cost
    }

    /// The typed amount at the pay of the year; of a volunteer with a skill and no amount, the customary day rate.
    fn amount(&self) -> Option<Val<'r, R, Money>> {
        if let Some(amount) = self.read.get("amount", &self.grade.amount) {
            return self.pay_growth().of(amount);
        }
        let days = &self.guidance.conventions.volunteer_day;
        let day = match self.skill()? {
            Skill::Unskilled => &days.unskilled,
            Skill::Skilled => &days.skilled,
            Skill::Professional => &days.professional,
        };
        Some(day.in_formula(self.recorder))
    }

    fn hours(&self) -> Option<Val<'r, R, Hours>> {
        self.read.get("hours", &self.grade.hours).or_else(|| {
            self.skill()?;
            let usual = &self.guidance.conventions.volunteer_hours;
            Some(usual.in_formula(self.recorder))
        })
    }

    fn skill(&self) -> Option<Skill> {
        self.grade.skill.filter(|_| self.grade.pay == Pay::DayRate)
    }

    /// From the base year to the year looked at: the grade's own growth, else the awards, else the register's growth.
    fn pay_growth(&self) -> Growth<'r, R> {
        let own = &self.grade.pay_growth;
        let settings = self.settings;
        let growth = Growth::between(settings.base_year, self.year, |year| {
            if own.value().is_some() {
                return self.read.get("pay_growth", own);
            }
            // Of two awards in one year the first by id counts; a check reports the second.
            let awards = settings.pay_awards.iter();
            let award = awards
                .filter(|it| it.year == Some(year))
                .min_by_key(|it| it.id);
            award
                .and_then(|it| Reader::new(self.recorder, it.id).get("rise", &it.rise))
                .or_else(|| self.defaults.get("pay_growth", &settings.pay_growth))
        });
        growth.named("Pay of the year looked at")
    }

    /// max(0, salary − threshold) × rate, for a full-time post.
    fn national_insurance(&self, salary: Val<'r, R, Money>) -> Option<Val<'r, R, Money>> {
        let rates = self.guidance.national_insurance.of(self.year)?;
        let threshold: Val<'r, R, Money> = rates.threshold.in_formula(self.recorder);
        let rate: Val<'r, R, Rate> = rates.rate.in_formula(self.recorder);
        let nought = Val::constant(self.recorder, "0", Money::ZERO);
        Some(((salary - threshold).max(nought) * rate).named("Employer NI"))
    }

    fn pension(&self, salary: Val<'r, R, Money>) -> Val<'r, R, Money> {
        let rate = self.own_or_default(
            "pension_rate",
            &self.grade.pension_rate,
            &self.settings.pension_rate,
            &self.guidance.conventions.pension_rate,
        );
        (salary * rate).named("Employer pension")
    }

    fn levy(&self, salary: Val<'r, R, Money>) -> Val<'r, R, Money> {
        let rate = self.own_or_default(
            "levy_rate",
            &self.grade.levy_rate,
            &self.settings.levy_rate,
            &self.guidance.conventions.levy_rate,
        );
        (salary * rate).named("Apprenticeship levy")
    }

    fn employment_cost(
        salary: Option<Val<'r, R, Money>>,
        cost: &GradeCost<'r, R>,
    ) -> Option<Val<'r, R, Money>> {
        let salary = salary?;
        let on_costs = cost.national_insurance? + cost.pension? + cost.levy?;
        Some((salary + on_costs.named("On-costs")).named("Employment cost"))
    }

    /// Overheads = employment cost × rate; loaded cost = employment cost + overheads.
    fn load(&self, cost: &mut GradeCost<'r, R>) {
        let Some(employment_cost) = cost.employment_cost else {
            return;
        };
        let rate = self.own_or_default(
            "overhead_rate",
            &self.grade.overhead_rate,
            &self.settings.overhead_rate,
            &self.guidance.conventions.overhead_rate,
        );
        let overheads = (employment_cost * rate).named("Overheads");
        cost.overheads = Some(overheads);
        cost.loaded_cost = Some((employment_cost + overheads).named("Loaded cost a year"));
    }

    fn weekly_hours(&self) -> Val<'r, R, Hours> {
        self.own_or_default(
            "weekly_hours",
            &self.grade.weekly_hours,
            &self.settings.weekly_hours,
            &self.guidance.conventions.weekly_hours,
        )
    }

    /// (260.7 − leave − bank holidays − training − sickness) × weekly hours ÷ 5.
    fn productive_hours(&self, weekly_hours: Val<'r, R, Hours>) -> Option<Val<'r, R, Hours>> {
        let (settings, usual) = (self.settings, &self.guidance.conventions);
        let all: Val<'r, R, Number> = usual.working_days_in_a_year.in_formula(self.recorder);
        let leave = self.own_or_default(
            "leave_days",
            &self.grade.leave_days,
            &settings.leave_days,
            &usual.leave_days,
        );
        let bank_holidays = self.own_or_default(
            "bank_holidays",
            &self.grade.bank_holidays,
            &settings.bank_holidays,
            &usual.bank_holidays,
        );
        let training = self.own_or_default(
            "training_days",
            &self.grade.training_days,
            &settings.training_days,
            &usual.training_days,
        );
        let sickness = self.own_or_default(
            "sickness_days",
            &self.grade.sickness_days,
            &settings.sickness_days,
            &usual.sickness_days,
        );
        let days = (all - leave - bank_holidays - training - sickness).named("Productive days");
        let five = Val::constant(self.recorder, "Days in a week", Number::from(5));
        let hours = (days * weekly_hours)
            .over(five)?
            .named("Productive hours a year");
        hours.is_above(Hours::ZERO).then_some(hours)
    }

    /// 52.143 × weekly hours.
    fn paid_hours(&self, weekly_hours: Val<'r, R, Hours>) -> Val<'r, R, Hours> {
        let weeks: Val<'r, R, Number> = self
            .guidance
            .conventions
            .weeks_in_a_year
            .in_formula(self.recorder);
        (weeks * weekly_hours).named("Paid hours a year")
    }

    fn own_or_default<Q: Typed>(
        &self,
        field: &'static str,
        own: &Input<Q>,
        default: &Input<Q>,
        usual: &Official,
    ) -> Val<'r, R, Q> {
        self.read
            .get(field, own)
            .unwrap_or_else(|| self.default(field, default, usual))
    }

    fn default<Q: Typed>(
        &self,
        field: &'static str,
        default: &Input<Q>,
        usual: &Official,
    ) -> Val<'r, R, Q> {
        self.defaults
            .get(field, default)
            .unwrap_or_else(|| usual.in_formula(self.recorder))
    }
}
