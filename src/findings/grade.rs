//! What the engine says of a grade.

use crate::costing::context::Context;
use crate::costing::grade_cost::GradeCost;
use crate::units::id::Id;
use crate::units::quantity::{HourlyCost, Hours, Money};
use crate::units::trace::{Plain, Val};

/// The steps from a grade's pay to its cost an hour. What is blank does not apply, or is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GradeFindings {
    /// The grade.
    pub id: Id,
    /// What it is paid in the year: £ a year, an hour or a day, as the grade says.
    pub pay: Option<Money>,
    /// Employer National Insurance, £ a year.
    pub national_insurance: Option<Money>,
    /// Employer pension, £ a year.
    pub pension: Option<Money>,
    /// Apprenticeship levy, £ a year.
    pub levy: Option<Money>,
    /// Overheads, £ a year.
    pub overheads: Option<Money>,
    /// Salary and on-costs, £ a year.
    pub employment_cost: Option<Money>,
    /// Employment cost with overheads, £ a year.
    pub loaded_cost: Option<Money>,
    /// Hours a year that are left for work.
    pub productive_hours: Option<Hours>,
    /// What an hour of its time costs.
    pub hourly_cost: Option<HourlyCost>,
    /// Loaded cost over paid hours, to be shown beside it.
    pub paid_hour_cost: Option<HourlyCost>,
}

/// The grades of a context, in order of id.
pub fn grades(context: &Context<'_, Plain>) -> Vec<GradeFindings> {
    let findings = |(id, cost): (&Id, &GradeCost<'_, Plain>)| GradeFindings {
        id: *id,
        pay: cost.pay.map(Val::value),
        national_insurance: cost.national_insurance.map(Val::value),
        pension: cost.pension.map(Val::value),
        levy: cost.levy.map(Val::value),
        overheads: cost.overheads.map(Val::value),
        employment_cost: cost.employment_cost.map(Val::value),
        loaded_cost: cost.loaded_cost.map(Val::value),
        productive_hours: cost.productive_hours.map(Val::value),
        hourly_cost: cost.hourly_cost.map(Val::value),
        paid_hour_cost: cost.paid_hour_cost.map(Val::value),
    };
    context.grades().map(findings).collect()
}
