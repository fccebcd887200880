//! What the engine says of one partnership.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::appraisal::achievement::{Achievement, achievement};
use crate::appraisal::progress::Thresholds;
use crate::appraisal::terms::Terms;
use crate::costing::basis::{Basis, ByBasis};
use crate::costing::context::Context;
use crate::costing::cost_line::{Category, Class, CostLine};
use crate::costing::partnership::lines;
use crate::costing::schedule::{HoursOfTime, Schedule, TimeCost, Total};
use crate::costing::sittings::dated;
use crate::findings::appraisal::{self, Appraisal};
use crate::findings::health::{Asking, Figures, Health, health};
use crate::findings::indicator::{self, IndicatorFindings};
use crate::findings::sharing::{Shared, share};
use crate::guidance::edition::Guidance;
use crate::model::check::{Names, check_partnership};
use crate::model::partnership::{Model, Partnership};
use crate::model::purpose::Purpose;
use crate::model::query::{Counts, Query, Severity};
use crate::model::register::Register;
use crate::model::sharing::SharingRule;
use crate::units::id::Id;
use crate::units::quantity::{Fte, Money, Number, Over, Quantity};
use crate::units::trace::{Plain, Recorder, Val, sum};
use crate::units::year::FinancialYear;
use crate::units::{display, exact};

/// Everything said of one partnership in the year that was asked for. Costs are running costs.
#[derive(Clone, Debug)]
pub struct PartnershipFindings {
    /// The partnership.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Its model.
    pub model: Model,
    /// What it is about.
    pub topic: String,
    /// Whether the law requires it.
    pub is_statutory: bool,
    /// When it is next reviewed.
    pub review: Option<Date>,
    /// Whether the year is the one it started in.
    pub is_in_first_year: bool,
    /// Whole months of the year that it is in force.
    pub months_in_force: u8,
    /// Members, meetings and staff.
    pub scale: Scale,
    /// Running cost of the year.
    pub annual_cost: ByBasis<Total>,
    /// The same for twelve months, where it is in force for fewer.
    pub full_year_cost: Option<ByBasis<Total>>,
    /// Running cost by class.
    pub by_class: ByBasis<BTreeMap<Class, Money>>,
    /// Running cost by category.
    pub by_category: ByBasis<BTreeMap<Category, Money>>,
    /// Running cost by the partner that bears it; blank is unassigned.
    pub by_partner: ByBasis<BTreeMap<Option<Id>, Money>>,
    /// Time by grade.
    pub by_grade: ByBasis<BTreeMap<Id, TimeCost>>,
    /// Running cost that is no time.
    pub non_staff: ByBasis<Money>,
    /// Records with a part that is not known.
    pub incomplete: ByBasis<Vec<Id>>,
    /// The classes that these belong to.
    pub incomplete_classes: ByBasis<BTreeSet<Class>>,
    /// Running cost divided again among the members, as the partnership's rule says.
    pub shared: Shared,
    /// The part that we bear; nothing where no partner is marked as us.
    pub ours: ByBasis<Option<Money>>,
    /// Programme spending, beside the running cost.
    pub programme: Total,
    /// Hours of people's time.
    pub hours: HoursOfTime,
    /// Days of senior people's time.
    pub senior_days: Number,
    /// What it achieves.
    pub achievement: Achievement,
    /// Where each indicator stands.
    pub indicators: Vec<IndicatorFindings>,
    /// Annual cost over the score, where both are known and the score is not nought.
    pub cost_per_point: ByBasis<Option<Money>>,
    /// Whether it is worth its cost.
    pub appraisal: Appraisal,
    /// Its health check, governance and risks; no part of what it achieves.
    pub health: Health,
    /// What a careful reader would ask about it.
    pub queries: Vec<Query>,
    /// How many of these there are.
    pub n_queries: Counts,
}

/// How large a partnership is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scale {
    /// Bodies that take part.
    pub members: usize,
    /// Meetings in a full year; nothing where one body's are not known.
    pub meetings: Option<Number>,
    /// Full-time equivalents given to it in the year: posts and secondments.
    pub staff: Fte,
}

/// What the findings of every partnership are worked out with.
#[derive(Debug)]
pub struct Ground<'a> {
    /// The dated official numbers.
    pub guidance: &'static Guidance,
    /// The year looked at.
    pub context: Context<'a, Plain>,
    /// The same with part years counted as whole ones.
    pub full_year: Context<'a, Plain>,
    /// The years of an appraisal.
    pub terms: Terms<'a, Plain>,
    /// Partners and grades by id.
    pub names: Names<'a>,
    /// The body that keeps the register.
    pub us: Option<Id>,
    /// From where an indicator is green, and amber.
    pub thresholds: Thresholds,
    /// Which questions of the health check are asked.
    pub asking: Asking,
}

impl<'a> Ground<'a> {
    /// Of a register in `year`.
    pub fn new(register: &'a Register, guidance: &'static Guidance, year: FinancialYear) -> Self {
        Self {
            guidance,
            context: Context::new(&Plain, register, guidance, year),
            full_year: Context::new(&Plain, register, guidance, year).for_a_full_year(),
            terms: Terms::new(&Plain, register, guidance),
            names: Names::of(register),
            us: register.us().map(|us| us.id),
            thresholds: Thresholds::of(&register.settings, guidance),
            asking: Asking::new(guidance, &register.settings),
        }
    }
}

/// Says everything of one partnership.
pub fn find(ground: &Ground<'_>, partnership: &Partnership) -> PartnershipFindings {
    let Ground {
        guidance,
        context,
        full_year,
        terms,
        names,
        us,
        thresholds,
        asking,
    } = ground;
    let lines = lines(context, partnership);
    let schedule = Schedule::of(&lines);
    let achievement = achievement(partnership);
    let months_in_force = context.months(partnership.start, partnership.end);
    let full_year_cost = (months_in_force < 12).then(|| annual_cost(full_year, partnership));
    let mut queries = check_partnership(partnership, names);
    queries.extend(too_large(partnership.id, &schedule.too_large));

    let annual = ByBasis::of(|basis| schedule.running.get(basis).total);
    let shared = share(partnership, names, &lines, &annual);
    queries.extend(not_shared(partnership.id, &shared));
    let senior_days = senior_days(context, &lines).value();
    let score = achievement.shown_score();
    let appraisal = appraisal::find(terms, guidance, partnership, score);
    queries.extend(without_index(partnership.id, &appraisal.without_index));
    queries.extend(too_large(partnership.id, &appraisal.too_large));
    queries.extend(outside(partnership.id, &appraisal.outside));
    let Schedule {
        running,
        programme,
        hours,
        too_large: _,
    } = schedule;
    let total = |basis| running.get(basis).total;
    let year = full_year_cost.as_ref().map(|it| it.full);
    let health = health(
        asking,
        partnership,
        &Figures {
            achievement: &achievement,
            annual_cost: total(Basis::Full),
            full_year_cost: year.unwrap_or(total(Basis::Full)),
            programme,
            hours: hours.all,
            months_in_force,
        },
    );
    PartnershipFindings {
        id: partnership.id,
        name: partnership.name.clone(),
        model: partnership.model,
        topic: partnership.topic.clone(),
        is_statutory: partnership.is_statutory,
        review: partnership.review,
        is_in_first_year: partnership
            .start
            .is_some_and(|start| FinancialYear::of(start) >= context.year),
        months_in_force,
        scale: scale(context, partnership),
        annual_cost: ByBasis::of(total),
        full_year_cost,
        shared,
        ours: ByBasis::of(|basis| {
            let borne = running.get(basis).by_partner.get(&Some((*us)?));
            Some(borne.copied().unwrap_or_default())
        }),
        cost_per_point: ByBasis::of(|basis| total(basis).amount.over(score?)),
        non_staff: ByBasis::of(|basis| running.get(basis).non_staff),
        by_class: ByBasis::of(|basis| running.get(basis).by_class.clone()),
        by_category: ByBasis::of(|basis| running.get(basis).by_category.clone()),
        by_partner: ByBasis::of(|basis| running.get(basis).by_partner.clone()),
        by_grade: ByBasis::of(|basis| running.get(basis).by_grade.clone()),
        incomplete_classes: ByBasis::of(|basis| running.get(basis).incomplete_classes.clone()),
        incomplete: ByBasis::of(|basis| running.get(basis).incomplete.clone()),
        programme,
        hours,
        senior_days,
        achievement,
        indicators: indicator::find(&partnership.indicators, *thresholds),
        appraisal,
        health,
        n_queries: Counts::of(&queries),
        queries,
    }
}

/// The running cost alone, on both bases.
pub fn annual_cost<R: Recorder>(
    context: &Context<'_, R>,
    partnership: &Partnership,
) -> ByBasis<Total> {
    let schedule = Schedule::of(&lines(context, partnership));
    ByBasis::of(|basis| schedule.running.get(basis).total)
}

/// Σ hours of senior grades ÷ (weekly hours ÷ 5), running the partnership, nothing counted twice.
pub fn senior_days<'r, R: Recorder>(
    context: &Context<'r, R>,
    lines: &[CostLine<R::Node>],
) -> Val<'r, R, Number> {
    let senior = lines.iter().filter(|line| is_senior_time(context, line));
    let days = senior.filter_map(|line| days(context, line));
    sum(context.recorder, days).named("Senior days")
}

/// Hours of a line ÷ (weekly hours of its grade ÷ 5). Nothing where the hours or the grade are not known.
pub fn days<'r, R: Recorder>(
    context: &Context<'r, R>,
    line: &CostLine<R::Node>,
) -> Option<Val<'r, R, Number>> {
    let hours = line.hours?.resumed(context.recorder);
    let five = Val::constant(context.recorder, "Days in a week", Number::from(5));
    let day = context.grade(line.grade)?.weekly_hours.over(five)?;
    // Rounded once, as an amount is, so that the sum does not depend on the order of the records.
    Some(hours.over(day.named("Hours in a day"))?.rounded())
}

/// Whether a line is time of a senior grade, running the partnership, and not counted elsewhere.
pub fn is_senior_time<R: Recorder>(context: &Context<'_, R>, line: &CostLine<R::Node>) -> bool {
    let is_senior = context.grade(line.grade).is_some_and(|it| it.is_senior);
    is_senior && line.is_running_on(Basis::Full) && !line.is_already_in_staff
}

fn scale<R: Recorder>(context: &Context<'_, R>, partnership: &Partnership) -> Scale {
    let meetings =
        partnership
            .meetings
            .iter()
            .map(|it| match dated(partnership, it, context.year).len() {
                0 => it.times_a_year.value(),
                n => Some(Number::from(i64::try_from(n).unwrap_or(i64::MAX))),
            });
    let posts = partnership
        .posts
        .iter()
        .map(|it| (it.fte.value(), it.start, it.end));
    let secondments = partnership.secondments.iter();
    let secondments = secondments.map(|it| (it.fte.value(), it.start, it.end));
    let staff = posts.chain(secondments).map(|(fte, start, end)| {
        let in_force = Number::from(i64::from(context.months(
            start.max(partnership.start),
            end.into_iter().chain(partnership.end).min(),
        )));
        let fte = fte.unwrap_or_default().decimal();
        let months = exact::mul(fte, in_force.decimal());
        Fte::new(exact::div(months, rust_decimal::Decimal::from(12)).unwrap_or_default())
    });
    Scale {
        members: partnership.members.len(),
        meetings: meetings.sum(),
        staff: staff.sum(),
    }
}

/// A rule that cannot be followed, because a member's weight is not known.
fn not_shared(partnership: Id, shared: &Shared) -> Option<Query> {
    let (field, what) = match shared.rule {
        SharingRule::ByHours => ("sharing", "hours in meetings"),
        SharingRule::ByBudget => ("sharing", "budget"),
        SharingRule::ByPopulation => ("sharing", "population"),
        SharingRule::ByBenefit => ("shares", "share of the benefit"),
        SharingRule::Agreed => ("shares", "agreed share"),
        SharingRule::AsBorne | SharingRule::Equally => return None,
    };
    let n = shared.missing().count();
    (n > 0).then(|| Query {
        severity: Severity::Warning,
        partnership: Some(partnership),
        record: partnership,
        field: Some(field),
        message: format!(
            "The cost cannot be shared: the {what} of {} is not known",
            display::count(n, "member", "members")
        ),
        hint: "Type what is missing, or choose another rule in the Sharing section".into(),
    })
}

/// Amounts in the money of years that no index of prices is known of.
fn without_index(id: Id, years: &[FinancialYear]) -> Option<Query> {
    let first = years.first()?;
    Some(Query {
        severity: Severity::Warning,
        partnership: Some(id),
        record: Id::SETTINGS,
        field: Some("price_year"),
        message: format!(
            "No index of prices is known for {first}, so amounts in other prices than the base year’s are left out"
        ),
        hint: "Type an index and its source, or the growth of prices, on the Settings page".into(),
    })
}

/// Benefits that come in none of the years that are looked at.
fn outside(partnership: Id, benefits: &[Id]) -> impl Iterator<Item = Query> {
    benefits.iter().map(move |benefit| Query {
        severity: Severity::Warning,
        partnership: Some(partnership),
        record: *benefit,
        field: Some("first_year"),
        message: "It comes in none of the years of the appraisal, so it is worth nothing in it"
            .into(),
        hint: "Correct its years, or look at more years on the Settings page".into(),
    })
}

fn too_large(partnership: Id, records: &[Id]) -> impl Iterator<Item = Query> {
    records.iter().map(move |record| Query {
        severity: Severity::Error,
        partnership: Some(partnership),
        record: *record,
        field: None,
        message: "This comes to more than £1,000,000,000,000,000, so it is left out".into(),
        hint: "Look for a quantity typed in the wrong column".into(),
    })
}

/// Whether a line counts as programme spending.
pub fn is_programme<N>(line: &CostLine<N>) -> bool {
    line.purpose == Purpose::Programme
}
