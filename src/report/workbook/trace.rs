//! One partnership worked out over the ledger: which steps become cells of the workbook.

use std::sync::Arc;

use crate::appraisal::achievement::{self, LEAST_KNOWN};
use crate::appraisal::benefit::claim;
use crate::appraisal::costs::CostFlow;
use crate::appraisal::measures::measures;
use crate::appraisal::partnership::Brought;
use crate::appraisal::present_value::PresentValue;
use crate::appraisal::terms::Terms;
use crate::costing::basis::{Basis, ByBasis};
use crate::costing::context::Context;
use crate::costing::cost_line::{Category, Class, CostLine};
use crate::costing::grade_cost::GradeCost;
use crate::costing::partnership::lines;
use crate::findings::findings::Question;
use crate::findings::partnership::senior_days;
use crate::guidance::edition::Guidance;
use crate::model::benefit::Schedule;
use crate::model::partnership::Partnership;
use crate::model::purpose::Purpose;
use crate::model::register::Register;
use crate::report::workbook::ledger::{At, Kept, Ledger};
use crate::units::id::Id;
use crate::units::quantity::{Number, Quantity};
use crate::units::trace::{Reader, Val, sum};
use crate::units::year::FinancialYear;

/// The steps of a grade's cost that have columns, in order; nothing where a step is not known.
pub type GradeSteps = [Option<At>; 10];

/// The grades of a context.
pub type Grades = Vec<(Id, GradeSteps)>;

/// A figure that has a column on the sheet of results, and a name in the workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Headline {
    /// Running cost of the year.
    AnnualCost(Basis),
    /// The part of it that we bear.
    Ours(Basis),
    /// The part of it that is of one class, on full cost.
    Class(Class),
    /// Programme spending, beside it.
    Programme,
    /// Hours of people's time in meetings.
    HoursInMeetings,
    /// Hours of people's time, nothing counted twice.
    Hours,
    /// Days of senior people's time.
    SeniorDays,
    /// The achievement score that is shown.
    Score,
    /// Cost ÷ score.
    CostPerPoint(Basis),
    /// Present value of costs.
    Pvc,
    /// Present value of benefits.
    Pvb,
    /// PVB − PVC.
    Npsv,
    /// PVB ÷ PVC.
    Bcr,
    /// PVB ÷ costs of public bodies and funders.
    BcrPublic,
    /// Fiscal benefits ÷ costs of public bodies.
    FiscalReturn,
    /// Cash released ÷ money paid.
    CashReturn,
    /// What the unpriced would have to be worth a year.
    BreakEven,
}

/// One line of cost in the years of the appraisal that are alike.
#[derive(Clone, Debug)]
pub struct FlowLine {
    /// The record it comes from.
    pub record: Id,
    /// Who bears it.
    pub bearer: Option<Id>,
    /// The first year that it is of, and the last.
    pub years: (FinancialYear, FinancialYear),
    /// How much; nothing where a part is not known.
    pub amount: Option<At>,
}

/// A benefit's steps.
#[derive(Clone, Debug)]
pub struct BenefitSteps {
    /// The benefit.
    pub id: Id,
    /// What is left after each factor.
    pub steps: Vec<(&'static str, At)>,
    /// The quantity of a full year.
    pub net_quantity: Option<At>,
    /// Its worth in each year.
    pub years: Vec<Option<At>>,
    /// Its present value.
    pub value: Option<At>,
    /// The outcome that it claims, and how much of it.
    pub claim: Option<(Id, At)>,
    /// Whether it only moves money.
    pub is_transfer: bool,
}

/// An option's steps.
#[derive(Clone, Debug)]
pub struct OptionSteps {
    /// The option.
    pub id: Id,
    /// PVC, PVB, NPSV, NPSV less that of going on as it is.
    pub steps: [At; 4],
    /// The benefit–cost ratio.
    pub bcr: Option<At>,
}

/// A year of the appraisal: cost, benefit, discounted cost, discounted benefit, their difference, and it up to the year.
pub type YearSteps = [At; 4];

/// Who bears a cost, what of each year, and its present value.
pub type BearerSteps = (Option<Id>, Vec<Option<At>>, Option<At>);

/// One partnership, worked out.
#[derive(Debug)]
pub struct PartnershipSteps {
    /// The partnership.
    pub id: Id,
    /// Every step.
    pub kept: Kept,
    /// The grades at the pay of the year, then at that of the base year.
    pub grades: [Grades; 2],
    /// The lines of cost of the year.
    pub lines: Vec<CostLine<At>>,
    /// Discount factors of money, then of health.
    pub factors: [Vec<At>; 2],
    /// The lines of cost over the years.
    pub flows: Vec<FlowLine>,
    /// The cost of each year by bearer, and its present value.
    pub bearers: Vec<BearerSteps>,
    /// The benefits.
    pub benefits: Vec<BenefitSteps>,
    /// The years.
    pub years: Vec<YearSteps>,
    /// The options.
    pub options: Vec<OptionSteps>,
    /// The results, where they are known.
    pub results: Vec<(Headline, At)>,
}

/// Works a partnership out.
pub fn trace(
    register: &Register,
    guidance: &'static Guidance,
    question: Question,
    partnership: &Partnership,
) -> PartnershipSteps {
    let ledger = Ledger::default();
    let context = Context::new(&ledger, register, guidance, question.year);
    let lines = lines(&context, partnership);
    let mut results = of_costs(&context, register, partnership, &lines);
    let terms = Terms::new(&ledger, register, guidance);
    let brought = Brought::to_year_0(&terms, partnership);
    let value = &brought.value;
    let measured = measures(&terms, value);
    results.extend([
        (Headline::Pvc, value.costs.node()),
        (Headline::Pvb, value.benefits.node()),
        (Headline::Npsv, measured.npsv.node()),
    ]);
    let ratios = [
        (Headline::Bcr, measured.bcr),
        (Headline::BcrPublic, measured.bcr_public),
        (Headline::FiscalReturn, measured.fiscal_return),
        (Headline::CashReturn, measured.cash_return),
    ];
    let known =
        |(result, at): (Headline, Option<Val<'_, Ledger, Number>>)| Some((result, at?.node()));
    results.extend(ratios.into_iter().filter_map(known));
    results.extend(
        measured
            .break_even
            .map(|it| (Headline::BreakEven, it.node())),
    );
    let options = partnership.options.iter().map(|option| {
        let of_option = brought.option(&terms, partnership, option);
        let measured_then = measures(&terms, &of_option);
        let incremental = measured_then.npsv - measured.npsv;
        OptionSteps {
            id: option.id,
            steps: [
                of_option.costs.node(),
                of_option.benefits.node(),
                measured_then.npsv.node(),
                incremental.node(),
            ],
            bcr: measured_then.bcr.map(Val::node),
        }
    });
    let options = options.collect();
    let factors = [Schedule::Standard, Schedule::Health].map(|schedule| {
        let factors = terms.discounting.of(schedule).iter();
        factors.map(|it| it.node()).collect()
    });
    let steps = Steps {
        lines,
        grades: [grades(&context), grades(&terms.context)],
        factors,
        flows: flows(&terms, &brought.flows),
        bearers: bearers(&brought),
        benefits: benefits(&brought),
        years: years(value),
        options,
        results,
    };
    drop((brought, terms, context));
    steps.of(partnership.id, ledger.into_kept())
}

/// Everything but the ledger, which is still being written.
struct Steps {
    lines: Vec<CostLine<At>>,
    grades: [Grades; 2],
    factors: [Vec<At>; 2],
    flows: Vec<FlowLine>,
    bearers: Vec<BearerSteps>,
    benefits: Vec<BenefitSteps>,
    years: Vec<YearSteps>,
    options: Vec<OptionSteps>,
    results: Vec<(Headline, At)>,
}

impl Steps {
    fn of(self, id: Id, kept: Kept) -> PartnershipSteps {
        PartnershipSteps {
            id,
            kept,
            grades: self.grades,
            lines: self.lines,
            factors: self.factors,
            flows: self.flows,
            bearers: self.bearers,
            benefits: self.benefits,
            years: self.years,
            options: self.options,
            results: self.results,
        }
    }
}

/// The steps of every grade of a context.
pub fn grades(context: &Context<'_, Ledger>) -> Grades {
    let all = context.grades();
    all.map(|(id, grade)| (*id, grade_steps(grade))).collect()
}

fn grade_steps(it: &GradeCost<'_, Ledger>) -> GradeSteps {
    let money = |it: Option<Val<'_, Ledger, _>>| it.map(Val::node);
    [
        money(it.pay),
        money(it.national_insurance),
        money(it.pension),
        money(it.levy),
        money(it.employment_cost),
        money(it.overheads),
        money(it.loaded_cost),
        Some(it.weekly_hours.node()),
        it.productive_hours.map(Val::node),
        it.hourly_cost.map(Val::node),
    ]
}

/// What the lines of the year come to, and how that stands to the score.
fn of_costs(
    context: &Context<'_, Ledger>,
    register: &Register,
    partnership: &Partnership,
    lines: &[CostLine<At>],
) -> Vec<(Headline, At)> {
    let ledger = context.recorder;
    let money = |is_counted: &dyn Fn(&CostLine<At>) -> bool| {
        let counted = lines.iter().filter(|line| is_counted(line));
        let known = counted.filter_map(|line| line.amount);
        sum(ledger, known.map(|amount| amount.resumed(ledger)))
    };
    let hours = |is_counted: &dyn Fn(&CostLine<At>) -> bool| {
        let running = lines.iter().filter(|line| line.purpose == Purpose::Running);
        let known = running.filter(|line| is_counted(line));
        let known = known.filter_map(|line| line.hours);
        sum(ledger, known.map(|hours| hours.resumed(ledger)))
    };
    let annual = ByBasis::of(|basis| money(&|line| line.is_running_on(basis)));
    let mut found: Vec<(Headline, At)> = Basis::ALL
        .map(|basis| (Headline::AnnualCost(basis), annual.get(basis).node()))
        .to_vec();
    let of_class = |class| money(&|line| line.is_running_on(Basis::Full) && line.class == class);
    found.extend(Class::ALL.map(|class| (Headline::Class(class), of_class(class).node())));
    if let Some(us) = register.us().map(|us| us.id) {
        let ours = |basis| money(&|line| line.is_running_on(basis) && line.bearer == Some(us));
        let ours = Basis::ALL.map(|basis| (Headline::Ours(basis), ours(basis).node()));
        found.extend(ours);
    }
    let programme = money(&|line| line.purpose == Purpose::Programme);
    let in_meetings = hours(&|line| line.category == Category::Meetings);
    let of_time = hours(&|line| !line.is_already_in_staff);
    found.extend([
        (Headline::Programme, programme.node()),
        (Headline::HoursInMeetings, in_meetings.node()),
        (Headline::Hours, of_time.node()),
        (Headline::SeniorDays, senior_days(context, lines).node()),
    ]);
    let scored = achievement::score(ledger, partnership);
    let half = Number::new(LEAST_KNOWN);
    let is_enough = scored.known_weight.is_some_and(|it| !it.is_below(half));
    if let Some(score) = scored.score.filter(|_| is_enough) {
        found.push((Headline::Score, score.node()));
        for basis in Basis::ALL {
            let per_point = annual.get(basis).over(score);
            found.extend(per_point.map(|it| (Headline::CostPerPoint(basis), it.node())));
        }
    }
    found
}

fn flows(terms: &Terms<'_, Ledger>, by_year: &[Arc<Vec<CostFlow<'_, Ledger>>>]) -> Vec<FlowLine> {
    let years: Vec<FinancialYear> = terms.years().collect();
    let mut found = Vec::new();
    let mut seen: Vec<&Arc<Vec<CostFlow<'_, Ledger>>>> = Vec::new();
    for (of_year, year) in by_year.iter().zip(&years) {
        if seen.iter().any(|it| Arc::ptr_eq(it, of_year)) {
            continue;
        }
        seen.push(of_year);
        let alike = by_year.iter().zip(&years);
        let last = alike
            .filter(|(it, _)| Arc::ptr_eq(it, of_year))
            .map(|(_, year)| *year)
            .next_back();
        let mut lines: Vec<FlowLine> = of_year
            .iter()
            .map(|it| FlowLine {
                record: it.record,
                bearer: it.bearer,
                years: (*year, last.unwrap_or(*year)),
                amount: it.amount.map(Val::node),
            })
            .collect();
        // Together by who bears them, so that what each bears is one range.
        lines.sort_by_key(|it| it.bearer);
        found.extend(lines);
    }
    found
}

fn bearers(brought: &Brought<'_, '_, Ledger>) -> Vec<BearerSteps> {
    let mut all: Vec<Option<Id>> = brought
        .costs
        .iter()
        .flat_map(|it| it.by_bearer.iter().map(|(bearer, _)| *bearer))
        .collect();
    all.sort_unstable();
    all.dedup();
    let of = |bearer: Option<Id>| {
        let years = brought.costs.iter().map(|year| {
            let mut costs = year.by_bearer.iter();
            let cost = costs.find(|(it, _)| *it == bearer);
            cost.map(|(_, cost)| cost.node())
        });
        let value = brought.value.by_bearer.get(&bearer);
        (bearer, years.collect(), value.map(|it| it.node()))
    };
    all.into_iter().map(of).collect()
}

fn benefits(brought: &Brought<'_, '_, Ledger>) -> Vec<BenefitSteps> {
    let all = brought.benefits.iter().zip(&brought.value.by_benefit);
    let found = all.map(|(valued, worth)| {
        let stream = &valued.stream;
        let read = Reader::new(worth.cashable.recorder(), valued.benefit.id);
        let claims = valued.benefit.outcome;
        BenefitSteps {
            id: valued.benefit.id,
            steps: stream
                .steps
                .iter()
                .map(|step| (step.field, step.left.node()))
                .collect(),
            net_quantity: stream.net_quantity.map(Val::node),
            years: stream
                .years
                .iter()
                .map(|year| year.as_ref().map(|it| it.value.node()))
                .collect(),
            value: worth.value.map(Val::node),
            claim: claims.map(|outcome| (outcome, claim(&read, valued.benefit).node())),
            is_transfer: worth.is_transfer,
        }
    });
    found.collect()
}

fn years(value: &PresentValue<'_, Ledger>) -> Vec<YearSteps> {
    let years = value.years.iter();
    years
        .map(|it| {
            [
                it.cost.node(),
                it.benefit.node(),
                it.net.node(),
                it.cumulative.node(),
            ]
        })
        .collect()
}
