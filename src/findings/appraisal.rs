//! What the engine says of whether a partnership is worth its cost.

use std::collections::BTreeMap;

use crate::appraisal::benefit::claim;
use crate::appraisal::measures::{self, Measures, break_even_per_point};
use crate::appraisal::partnership::{Appraised, OptionWorth, appraise};
use crate::appraisal::present_value::{BenefitWorth, PresentValue, Valued};
use crate::appraisal::terms::Terms;
use crate::costing::schedule::Total;
use crate::findings::options::{OptionFindings, Standing, mark_dominated};
use crate::findings::stakes::{Stake, stakes};
use crate::guidance::edition::Guidance;
use crate::model::benefit::BenefitClass;
use crate::model::direct_cost::CashKind;
use crate::model::option::AppraisalOption;
use crate::model::partnership::Partnership;
use crate::units::id::Id;
use crate::units::quantity::{Money, Number, Over, Quantity, Rate};
use crate::units::trace::{Plain, Reader, Recorder, Val};
use crate::units::year::FinancialYear;

/// The appraisal of a partnership, on full cost, against its partners acting separately.
#[derive(Clone, Debug, PartialEq)]
pub struct Appraisal {
    /// Year 0.
    pub first_year: FinancialYear,
    /// How many years are looked at.
    pub horizon: u16,
    /// The measures of going on as it is.
    pub worth: Worth,
    /// NPSV at the lower discount rates, over more than fifty years.
    pub npsv_at_lower_rates: Option<Money>,
    /// What every point of the score would have to be worth for NPSV to be nought.
    pub break_even_per_point: Option<Money>,
    /// Each year.
    pub years: Vec<AppraisalYear>,
    /// Present value of the costs that each bears; blank is unassigned.
    pub costs_by_bearer: BTreeMap<Option<Id>, Money>,
    /// Present value of the benefits that each has, transfers left out; blank is the public.
    pub benefits_by_gainer: BTreeMap<Option<Id>, Money>,
    /// What each bears and gains, who gains most first.
    pub stakes: Vec<Stake>,
    /// Present value of benefits by class, transfers left out.
    pub benefits_by_class: BTreeMap<ClassOfBenefit, Money>,
    /// Each benefit.
    pub benefits: Vec<BenefitFindings>,
    /// What a unit of each outcome costs.
    pub outcomes: Vec<CostPerOutcome>,
    /// Each option.
    pub options: Vec<OptionFindings>,
    /// Benefits without a price, which no total holds.
    pub unpriced: Vec<Id>,
    /// Records whose cost is not known in some year.
    pub not_known: Vec<Id>,
    /// What was spent once before year 0: sunk, and left out.
    pub sunk: Vec<Id>,
    /// Years whose prices are not known, so that amounts of them are left out.
    pub without_index: Vec<FinancialYear>,
    /// Benefits that come to more than can be believed, and so are left out.
    pub too_large: Vec<Id>,
    /// Benefits that come in none of the years that are looked at.
    pub outside: Vec<Id>,
}

/// The measures of one course of action.
#[derive(Clone, Debug, PartialEq)]
pub struct Worth {
    /// Present value of costs.
    pub pvc: Total,
    /// Present value of benefits.
    pub pvb: Total,
    /// PVB less PVC, of what is known.
    pub npsv: Money,
    /// PVB ÷ PVC; nothing where PVC is not above nought or no benefit has a price.
    pub bcr: Option<Number>,
    /// PVB ÷ costs of public bodies and funders.
    pub bcr_public: Option<Number>,
    /// Fiscal benefits to public bodies ÷ their costs.
    pub fiscal_return: Option<Number>,
    /// The cashable part of these ÷ the money they pay.
    pub cash_return: Option<Number>,
    /// When the outlay has come back.
    pub payback: Payback,
    /// What the costs come to a year of service.
    pub equivalent_annual_cost: Option<Money>,
    /// What the unpriced would have to be worth a year.
    pub break_even: Option<Money>,
    /// The band of the ratio; nothing where there is no ratio.
    pub band: Option<&'static str>,
    /// Whether a benefit has a price, so that there is something to set against the cost.
    pub is_priced: bool,
}

/// When an outlay has come back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Payback {
    /// Not within the years that are looked at.
    Never,
    /// After so many years from year 0.
    After(Number),
}

/// One year of an appraisal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AppraisalYear {
    /// The financial year.
    pub year: FinancialYear,
    /// What it costs, in base-year prices.
    pub cost: Money,
    /// What it brings, transfers left out.
    pub benefit: Money,
    /// What a pound of it is worth in year 0.
    pub factor: Number,
    /// Benefit less cost, discounted.
    pub net: Money,
    /// The nets of all years up to it.
    pub cumulative: Money,
}

/// The four classes of benefit: fiscal ones apart by whether they release cash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClassOfBenefit {
    /// Money that can be spent on something else.
    FiscalCashable,
    /// Money that is saved in theory only, such as a part of an officer's time.
    FiscalNonCashable,
    /// Income and output of people and businesses.
    Economic,
    /// Health, safety and wellbeing of people.
    Social,
}

impl ClassOfBenefit {
    /// Every class, in the order that bars are stacked.
    pub const ALL: [Self; 4] = [
        Self::FiscalCashable,
        Self::FiscalNonCashable,
        Self::Economic,
        Self::Social,
    ];

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::FiscalCashable => "Fiscal, cashable",
            Self::FiscalNonCashable => "Fiscal, not cashable",
            Self::Economic => "Economic",
            Self::Social => "Social",
        }
    }

    /// The name that scripts know it by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::FiscalCashable => "fiscal-cashable",
            Self::FiscalNonCashable => "fiscal-non-cashable",
            Self::Economic => "economic",
            Self::Social => "social",
        }
    }
}

/// What is said of one benefit.
#[derive(Clone, Debug, PartialEq)]
pub struct BenefitFindings {
    /// The benefit.
    pub id: Id,
    /// What sort of value it is.
    pub class: BenefitClass,
    /// Who gains; blank is the public.
    pub partner: Option<Id>,
    /// Whether it only moves money.
    pub is_transfer: bool,
    /// The outcome that it claims a share of, and which share.
    pub claim: Option<(Id, Rate)>,
    /// Its present value; nothing where it has no price.
    pub value: Option<Money>,
    /// The present value of the part that releases cash.
    pub cashable: Money,
    /// What is left of a full year's quantity after each factor, in the order of the form.
    pub steps: Vec<(&'static str, Number)>,
    /// The quantity of a full year before drop-off.
    pub net_quantity: Option<Number>,
    /// What it is worth in the first year that it comes, in base-year prices.
    pub first_value: Option<(FinancialYear, Money)>,
}

/// What a unit of an outcome costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CostPerOutcome {
    /// The outcome.
    pub outcome: Id,
    /// How much of it comes over all years, undiscounted.
    pub units: Number,
    /// (PVC − the other benefits) ÷ units.
    pub cost: Money,
}

/// Appraises a partnership; the score is the one that is shown.
pub fn find(
    terms: &Terms<'_, Plain>,
    guidance: &'static Guidance,
    partnership: &Partnership,
    score: Option<Number>,
) -> Appraisal {
    let appraised = appraise(terms, partnership);
    let Appraised {
        benefits,
        value,
        measures,
        npsv_at_lower_rates,
        options,
    } = &appraised;
    let unpriced: Vec<Id> = unpriced(benefits);
    let worth = worth(guidance, value, measures, !unpriced.is_empty());
    let break_even_per_point = measures.break_even.zip(score).and_then(|(value, score)| {
        let score = Val::constant(terms.recorder, "Score", score);
        Some(break_even_per_point(value, score)?.value())
    });
    let mut without_index: Vec<_> = benefits
        .iter()
        .flat_map(|it| it.stream.without_index.iter().copied())
        .collect();
    without_index.extend(costs_without_index(terms, partnership));
    without_index.sort_unstable();
    without_index.dedup();
    let as_it_is = Standing {
        pvc: worth.pvc,
        score,
    };
    let of_options = options
        .iter()
        .zip(&partnership.options)
        .map(|(it, option)| of_option(guidance, it, option, worth.pvc, &unpriced));
    let mut of_options: Vec<_> = of_options.collect();
    mark_dominated(as_it_is, &mut of_options);
    let costs_by_bearer: BTreeMap<_, _> = value
        .by_bearer
        .iter()
        .map(|(bearer, cost)| (*bearer, cost.value()))
        .collect();
    let benefits_by_gainer = by_gainer(value);
    Appraisal {
        first_year: terms.first_year,
        horizon: terms.horizon,
        npsv_at_lower_rates: npsv_at_lower_rates.map(Val::value),
        break_even_per_point,
        years: years(value),
        stakes: stakes(&costs_by_bearer, &benefits_by_gainer),
        costs_by_bearer,
        benefits_by_gainer,
        benefits_by_class: by_class(value),
        outcomes: outcomes(value),
        benefits: benefits
            .iter()
            .zip(&value.by_benefit)
            .map(|(it, worth)| of_benefit(terms, it, worth))
            .collect(),
        options: of_options,
        not_known: value.not_known.clone(),
        sunk: sunk(terms, partnership),
        too_large: ids(benefits, |it| it.stream.is_too_large),
        outside: ids(benefits, |it| {
            let years = &it.stream.years;
            it.stream.is_priced && years.iter().all(Option::is_none)
        }),
        unpriced,
        without_index,
        worth,
    }
}

fn ids(
    benefits: &[Valued<'_, '_, Plain>],
    is_one: impl Fn(&Valued<'_, '_, Plain>) -> bool,
) -> Vec<Id> {
    let found = benefits.iter().filter(|it| is_one(it));
    found.map(|it| it.benefit.id).collect()
}

/// Benefits that no total holds: without a price, or in prices that are not known in any of their years.
fn unpriced(benefits: &[Valued<'_, '_, Plain>]) -> Vec<Id> {
    let without = benefits
        .iter()
        .filter(|it| !it.stream.is_priced || !it.stream.without_index.is_empty());
    without.map(|it| it.benefit.id).collect()
}

fn worth<R: Recorder>(
    guidance: &'static Guidance,
    value: &PresentValue<'_, R>,
    it: &Measures<'_, R>,
    is_part_unpriced: bool,
) -> Worth {
    let bcr = it.bcr.map(Val::value);
    let band = bcr.and_then(|bcr| guidance.value_for_money.band(bcr.decimal()));
    Worth {
        pvc: Total {
            amount: value.costs.value(),
            is_at_least: !value.not_known.is_empty(),
        },
        pvb: Total {
            amount: value.benefits.value(),
            is_at_least: is_part_unpriced,
        },
        npsv: it.npsv.value(),
        bcr,
        bcr_public: it.bcr_public.map(Val::value),
        fiscal_return: it.fiscal_return.map(Val::value),
        cash_return: it.cash_return.map(Val::value),
        payback: match &it.payback {
            measures::Payback::Never => Payback::Never,
            measures::Payback::After(years) => Payback::After(years.value()),
        },
        equivalent_annual_cost: it.equivalent_annual_cost.map(Val::value),
        break_even: it.break_even.map(Val::value),
        band: band.map(|band| band.name.as_str()),
        is_priced: value.is_priced(),
    }
}

fn of_option(
    guidance: &'static Guidance,
    it: &OptionWorth<'_, Plain>,
    option: &AppraisalOption,
    base: Total,
    unpriced: &[Id],
) -> OptionFindings {
    let counted = it.value.by_benefit.iter().filter(|it| !it.is_transfer);
    let without = counted.filter(|it| it.value.is_none()).map(|it| it.id);
    let without: Vec<Id> = without.collect();
    let worth = worth(guidance, &it.value, &it.measures, !without.is_empty());
    // What has no price as it is must be left whole, or nobody can say what its loss is worth.
    let is_known = !base.is_at_least
        && !worth.pvc.is_at_least
        && without.iter().all(|id| unpriced.contains(id))
        && unpriced.iter().all(|id| option.keeps_whole(*id));
    let points = Number::ZERO..=Number::from(100);
    OptionFindings {
        id: it.id,
        worth,
        incremental_npsv: it.incremental.value(),
        is_comparable: is_known && option.changes_something(),
        // A score outside 0 to 100 is a slip, which a check reports.
        achievement: option.achievement.value().filter(|it| points.contains(it)),
        dominated_by: None,
    }
}

fn years(value: &PresentValue<'_, Plain>) -> Vec<AppraisalYear> {
    let years = value.years.iter().map(|it| AppraisalYear {
        year: it.year,
        cost: it.cost.value(),
        benefit: it.benefit.value(),
        factor: it.factor.value(),
        net: it.net.value(),
        cumulative: it.cumulative.value(),
    });
    years.collect()
}

/// Benefits that are counted: transfers only move money.
fn counted<'v, 'r, R: Recorder>(
    value: &'v PresentValue<'r, R>,
) -> impl Iterator<Item = (&'v BenefitWorth<'r, R>, Money)> {
    let benefits = value.by_benefit.iter().filter(|it| !it.is_transfer);
    benefits.filter_map(|it| Some((it, it.value?.value())))
}

/// Present value of the benefits that each has, transfers left out; blank is the public.
pub(crate) fn by_gainer<R: Recorder>(value: &PresentValue<'_, R>) -> BTreeMap<Option<Id>, Money> {
    let mut by_gainer: BTreeMap<Option<Id>, Money> = BTreeMap::new();
    for (it, worth) in counted(value) {
        let sum = by_gainer.entry(it.partner).or_default();
        *sum = *sum + worth;
    }
    by_gainer
}

fn by_class(value: &PresentValue<'_, Plain>) -> BTreeMap<ClassOfBenefit, Money> {
    let mut by_class = BTreeMap::new();
    let mut add = |class, worth: Money| {
        let sum: &mut Money = by_class.entry(class).or_default();
        *sum = *sum + worth;
    };
    for (it, worth) in counted(value) {
        match it.class {
            BenefitClass::Fiscal => {
                let cash = it.cashable.value();
                add(ClassOfBenefit::FiscalCashable, cash);
                add(ClassOfBenefit::FiscalNonCashable, worth - cash);
            }
            BenefitClass::Economic => add(ClassOfBenefit::Economic, worth),
            BenefitClass::Social => add(ClassOfBenefit::Social, worth),
        }
    }
    by_class
}

/// (PVC − the benefits of other outcomes) ÷ units, for each outcome with units above nought.
///
/// Source: the method note, section 8.
fn outcomes(value: &PresentValue<'_, Plain>) -> Vec<CostPerOutcome> {
    let mut of_outcome: BTreeMap<Id, (Number, Money)> = BTreeMap::new();
    for it in &value.by_benefit {
        let (Some(outcome), Some(units)) = (it.outcome, it.units) else {
            continue;
        };
        let worth = it.value.filter(|_| !it.is_transfer).map(Val::value);
        let sums = of_outcome.entry(outcome).or_default();
        *sums = (sums.0 + units.value(), sums.1 + worth.unwrap_or_default());
    }
    let found = of_outcome
        .into_iter()
        .filter_map(|(outcome, (units, worth))| {
            let others = value.benefits.value() - worth;
            let cost = (value.costs.value() - others).over(units)?;
            Some(CostPerOutcome {
                outcome,
                units,
                cost,
            })
        });
    found.filter(|it| it.units > Number::ZERO).collect()
}

fn of_benefit(
    terms: &Terms<'_, Plain>,
    Valued { benefit, stream }: &Valued<'_, '_, Plain>,
    worth: &BenefitWorth<'_, Plain>,
) -> BenefitFindings {
    let read = Reader::new(terms.recorder, benefit.id);
    let first = terms.years().zip(&stream.years);
    let first = first
        .into_iter()
        .find_map(|(year, of_year)| Some((year, of_year.as_ref()?.value.value())));
    BenefitFindings {
        id: benefit.id,
        class: benefit.class,
        partner: benefit.partner,
        is_transfer: benefit.is_transfer,
        claim: benefit
            .outcome
            .map(|outcome| (outcome, claim(&read, benefit).value())),
        value: worth.value.map(Val::value),
        cashable: worth.cashable.value(),
        steps: stream
            .steps
            .iter()
            .map(|step| (step.field, step.left.value()))
            .collect(),
        net_quantity: stream.net_quantity.map(Val::value),
        first_value: first,
    }
}

/// The years whose index is missing for what is planned or paid in within the years that are looked at, or typed in the
/// prices of another year.
fn costs_without_index(terms: &Terms<'_, Plain>, partnership: &Partnership) -> Vec<FinancialYear> {
    let Some(real) = terms.context.real_terms() else {
        return Vec::new();
    };
    let plans = partnership.cash_lines.iter();
    let plans = plans
        .filter(|it| it.kind == CashKind::Profiled)
        .flat_map(|it| &it.years);
    let plans = plans
        .filter(|it| it.amount.value().is_some())
        .filter_map(|it| it.year);
    let paid_in = partnership.pools.iter().flat_map(|it| &it.contributions);
    let paid_in = paid_in
        .filter(|it| it.amount.value().is_some())
        .filter_map(|it| it.year);
    let within = plans.chain(paid_in).filter(|year| {
        let t = terms.t(*year);
        t >= 0 && i32::from(t) < i32::from(terms.horizon)
    });
    let is_typed = partnership
        .cash_lines
        .iter()
        .any(|it| it.amount.value().is_some());
    let typed = terms.register.settings.price_year.filter(|_| is_typed);
    within
        .chain(typed)
        .flat_map(|year| real.missing(year))
        .collect()
}

/// What was spent once before year 0.
fn sunk(terms: &Terms<'_, Plain>, partnership: &Partnership) -> Vec<Id> {
    let cash = partnership
        .cash_lines
        .iter()
        .filter(|it| it.kind.is_spread() && it.year.is_some_and(|year| year < terms.first_year));
    cash.map(|it| it.id).collect()
}
