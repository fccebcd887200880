//! The figures of a partnership that are followed through draws and cases, and the exact engine's way to each.

use crate::appraisal::achievement::{self, Scored};
use crate::appraisal::benefit::claim;
use crate::appraisal::measures::{bcr, npsv};
use crate::appraisal::partnership::Brought;
use crate::appraisal::terms::Terms;
use crate::costing::basis::Basis;
use crate::costing::context::Context;
use crate::costing::partnership::lines;
use crate::findings::findings::Question;
use crate::findings::partnership::senior_days;
use crate::guidance::edition::Guidance;
use crate::model::partnership::Partnership;
use crate::model::purpose::Purpose;
use crate::model::register::Register;
use crate::units::id::Id;
use crate::units::quantity::{Number, Quantity, Rate};
use crate::units::trace::{Reader, Recorder, Val, sum};

/// A figure that is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Output {
    /// The annual cost, £.
    AnnualCost(Basis),
    /// The achievement score that is shown, 0 to 100.
    Score,
    /// Annual cost at full cost ÷ score, £.
    CostPerPoint,
    /// Present value of costs, £.
    Pvc,
    /// Present value of benefits, £.
    Pvb,
    /// PVB less PVC, £.
    Npsv,
    /// PVB ÷ PVC.
    Bcr,
    /// The discounted nets of all years up to this one, £.
    Cumulative(u16),
    /// The NPSV of an option, £.
    OptionNpsv(Id),
    /// An option's NPSV less that of going on as it is, £.
    OptionIncremental(Id),
    /// The shares of an outcome that its benefits claim.
    Claims(Id),
    /// What the benefits of an outcome are worth, £.
    ClaimWorth(Id),
    /// The part of the annual cost that we bear, £.
    OurCost(Basis),
    /// Hours of people's time a year, nothing counted twice.
    Hours,
    /// Days of senior people's time a year.
    SeniorDays,
}

/// Which figures are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// What a tornado is drawn of: cost, score, PVC, PVB, NPSV, BCR.
    Measures,
    /// These, the options and the claims on outcomes.
    All,
    /// All, with each year's cumulative net.
    AllAndYears,
    /// NPSV alone.
    Npsv,
    /// The annual cost, our part of it and the time, and nothing of the years after.
    Cost,
}

/// A figure with how it came about.
pub type Followed<N> = (Output, N);

/// Works the wanted figures out over a recorder; what is not known is left out.
pub fn outputs<R: Recorder>(
    recorder: &R,
    register: &Register,
    guidance: &'static Guidance,
    question: Question,
    partnership: &Partnership,
    wanted: Wanted,
) -> Vec<Followed<R::Node>> {
    let mut found = Vec::new();
    if wanted == Wanted::Cost {
        let context = Context::new(recorder, register, guidance, question.year);
        cost_and_time(&context, register, partnership, &mut found);
        return found;
    }
    if wanted != Wanted::Npsv {
        costs(
            recorder,
            register,
            guidance,
            question,
            partnership,
            &mut found,
        );
    }
    let terms = Terms::new(recorder, register, guidance);
    let brought = Brought::to_year_0(&terms, partnership);
    let value = &brought.value;
    let npsv_as_it_is = npsv(value);
    found.push((Output::Npsv, npsv_as_it_is.node()));
    if wanted == Wanted::Npsv {
        return found;
    }
    found.push((Output::Pvc, value.costs.node()));
    found.push((Output::Pvb, value.benefits.node()));
    found.extend(bcr(value).map(|it| (Output::Bcr, it.node())));
    if wanted == Wanted::Measures {
        return found;
    }
    for option in &partnership.options {
        let of_option = npsv(&brought.option(&terms, partnership, option));
        let incremental = of_option - npsv_as_it_is;
        found.push((Output::OptionNpsv(option.id), of_option.node()));
        found.push((Output::OptionIncremental(option.id), incremental.node()));
    }
    claims(&terms, &brought, &mut found);
    if wanted == Wanted::AllAndYears {
        let years = (0..).zip(&value.years);
        found.extend(years.map(|(t, year)| (Output::Cumulative(t), year.cumulative.node())));
    }
    found
}

fn costs<R: Recorder>(
    recorder: &R,
    register: &Register,
    guidance: &'static Guidance,
    question: Question,
    partnership: &Partnership,
    found: &mut Vec<Followed<R::Node>>,
) {
    let context = Context::new(recorder, register, guidance, question.year);
    let lines = lines(&context, partnership);
    let annual = |basis| {
        let running = lines.iter().filter(|line| line.is_running_on(basis));
        let known = running.filter_map(|line| line.amount);
        sum(recorder, known.map(|amount| amount.resumed(recorder)))
    };
    for basis in Basis::ALL {
        found.push((Output::AnnualCost(basis), annual(basis).node()));
    }
    let Some(score) = shown_score(recorder, partnership) else {
        return;
    };
    found.push((Output::Score, score.node()));
    let per_point = annual(Basis::Full).over(score);
    found.extend(per_point.map(|it| (Output::CostPerPoint, it.node())));
}

/// What a year takes: to all, to us, and in time.
fn cost_and_time<R: Recorder>(
    context: &Context<'_, R>,
    register: &Register,
    partnership: &Partnership,
    found: &mut Vec<Followed<R::Node>>,
) {
    let recorder = context.recorder;
    let lines = lines(context, partnership);
    let borne = |basis, us: Option<Id>| {
        let running = lines.iter().filter(|line| line.is_running_on(basis));
        let ours = running.filter(|line| us.is_none() || line.bearer == us);
        let known = ours.filter_map(|line| line.amount);
        sum(recorder, known.map(|amount| amount.resumed(recorder)))
    };
    let us = register.us().map(|us| us.id);
    for basis in Basis::ALL {
        found.push((Output::AnnualCost(basis), borne(basis, None).node()));
        if us.is_some() {
            found.push((Output::OurCost(basis), borne(basis, us).node()));
        }
    }
    let counted = lines.iter();
    let counted = counted.filter(|it| it.purpose == Purpose::Running && !it.is_already_in_staff);
    let hours = counted.filter_map(|it| it.hours);
    let hours = sum(recorder, hours.map(|it| it.resumed(recorder)));
    found.push((Output::Hours, hours.node()));
    let days = senior_days(context, &lines);
    found.push((Output::SeniorDays, days.node()));
}

/// The score, where at least half of its weight is known.
fn shown_score<'r, R: Recorder>(
    recorder: &'r R,
    partnership: &Partnership,
) -> Option<Val<'r, R, Number>> {
    let Scored {
        score,
        known_weight,
        ..
    } = achievement::score(recorder, partnership);
    let half = Number::new(achievement::LEAST_KNOWN);
    if known_weight?.is_below(half) {
        return None;
    }
    score
}

/// The claims on each outcome, and what the claiming benefits are worth.
fn claims<R: Recorder>(
    terms: &Terms<'_, R>,
    brought: &Brought<'_, '_, R>,
    found: &mut Vec<Followed<R::Node>>,
) {
    let recorder = terms.recorder;
    let mut outcomes: Vec<Id> = brought
        .benefits
        .iter()
        .filter_map(|it| it.benefit.outcome)
        .collect();
    outcomes.sort_unstable();
    outcomes.dedup();
    for outcome in outcomes {
        let of_outcome = brought.benefits.iter().zip(&brought.value.by_benefit);
        let of_outcome = of_outcome.filter(|(it, _)| it.benefit.outcome == Some(outcome));
        let nought = || Val::constant(recorder, "0%", Rate::ZERO);
        let claims = of_outcome.clone().map(|(it, _)| {
            let read = Reader::new(recorder, it.benefit.id);
            claim(&read, it.benefit).max(nought())
        });
        found.push((Output::Claims(outcome), sum(recorder, claims).node()));
        let counted = of_outcome.filter(|(it, _)| !it.benefit.is_transfer);
        let worth = counted.filter_map(|(_, worth)| worth.value);
        let worth: Vec<_> = worth
            .map(|it| Val::resumed(recorder, it.value(), it.node()))
            .collect();
        found.push((Output::ClaimWorth(outcome), sum(recorder, worth).node()));
    }
}
