//! The health of a partnership: what is answered, what is open, and its risks. It is no part of the achievement score.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::appraisal::achievement::Achievement;
use crate::costing::schedule::Total;
use crate::guidance::edition::Guidance;
use crate::guidance::health_check::{Asked, HealthGroup, HealthQuestion};
use crate::model::health_answer::Answer;
use crate::model::indicator::Indicator;
use crate::model::partnership::Partnership;
use crate::model::risk::Risk;
use crate::model::settings::Settings;
use crate::units::exact;
use crate::units::id::Id;
use crate::units::quantity::{Hours, Money, Number, Quantity, Rate};

/// The health of one partnership.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Health {
    /// Every question of the guidance edition, in its order.
    pub lines: Vec<HealthLine>,
    /// How the questions that are asked here are answered, by group.
    pub by_group: BTreeMap<HealthGroup, HealthCounts>,
    /// The same, all groups together.
    pub all: HealthCounts,
    /// Why governance is asked in full, or not.
    pub stake: Stake,
    /// Its risks, worst first; those that are not scored come last.
    pub risks: Vec<RiskLine>,
}

/// One question and what is said to it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HealthLine {
    /// Where the question stands in the catalogue of the guidance edition.
    pub place: usize,
    /// Whether it is asked of this partnership.
    pub is_asked: bool,
    /// The record of the typed answer.
    pub record: Option<Id>,
    /// The answer that was typed.
    pub typed: Option<Answer>,
    /// The answer that the figures give, for questions 20 to 23.
    pub worked_out: Option<WorkedOut>,
}

impl HealthLine {
    /// The answer that counts: the worked-out one, and where there is none the typed one.
    pub fn answer(&self) -> Option<Answer> {
        self.worked_out.map(|it| it.answer).or(self.typed)
    }

    /// Whether somebody still has to see to it: asked, and answered no, partly or not at all.
    pub fn is_open(&self) -> bool {
        self.is_asked && matches!(self.answer(), None | Some(Answer::Partly | Answer::No))
    }
}

/// An answer that the figures give, and the figures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WorkedOut {
    /// The answer.
    pub answer: Answer,
    /// What it is worked out from.
    pub from: WorkedFrom,
}

/// The figures that an answer is worked out from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum WorkedFrom {
    /// Question 20: indicators and judged scores, and the answers of the health check.
    Measuring {
        /// Indicators and judged scores.
        n_measured: usize,
        /// The share of their weight that is known.
        known_weight: Rate,
        /// Typed answers to other questions of the health check.
        n_answered: usize,
    },
    /// Question 21: indicators and their targets.
    Indicators {
        /// Indicators.
        n: usize,
        /// Those with a target.
        n_with_target: usize,
    },
    /// Question 22: the annual cost on the basis of full cost.
    Cost {
        /// The annual cost.
        cost: Total,
        /// Whether people's time is part of it.
        has_time: bool,
    },
    /// Question 23: cost, achievement and benefits side by side.
    Weighed {
        /// Whether the annual cost is known as a whole.
        is_cost_complete: bool,
        /// The share of the score's weight that is known.
        known_weight: Rate,
        /// Benefits.
        n_benefits: usize,
        /// Those with a price.
        n_priced: usize,
    },
}

/// How questions are answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HealthCounts {
    /// It is so.
    pub yes: usize,
    /// It is so in part.
    pub partly: usize,
    /// It is not so.
    pub no: usize,
    /// The question does not arise.
    pub not_needed: usize,
    /// Nobody has said.
    pub unknown: usize,
}

impl HealthCounts {
    /// Counts one answer.
    pub fn count(&mut self, answer: Option<Answer>) {
        let n = match answer {
            Some(Answer::Yes) => &mut self.yes,
            Some(Answer::Partly) => &mut self.partly,
            Some(Answer::No) => &mut self.no,
            Some(Answer::NotNeeded) => &mut self.not_needed,
            None => &mut self.unknown,
        };
        *n = n.saturating_add(1);
    }

    /// Counts those of another too.
    pub fn add(&mut self, other: Self) {
        self.yes = self.yes.saturating_add(other.yes);
        self.partly = self.partly.saturating_add(other.partly);
        self.no = self.no.saturating_add(other.no);
        self.not_needed = self.not_needed.saturating_add(other.not_needed);
        self.unknown = self.unknown.saturating_add(other.unknown);
    }

    /// Questions with an answer.
    pub fn answered(self) -> usize {
        let parts = [self.yes, self.partly, self.no, self.not_needed];
        parts.into_iter().fold(0, usize::saturating_add)
    }

    /// Questions.
    pub fn asked(self) -> usize {
        self.answered().saturating_add(self.unknown)
    }

    /// Questions that somebody still has to see to.
    pub fn open(self) -> usize {
        let parts = [self.partly, self.no, self.unknown];
        parts.into_iter().fold(0, usize::saturating_add)
    }
}

/// The money at stake, which governance is in proportion to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stake {
    /// Running cost of a full year at full cost, and programme spending.
    pub money: Total,
    /// The sum from which every question of governance is asked.
    pub from: Money,
    /// Whether the money reaches it.
    pub is_full: bool,
    /// Whether the partnership has a pooled budget.
    pub has_pools: bool,
}

/// A risk with its score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RiskLine {
    /// The risk.
    pub id: Id,
    /// Likelihood × impact, 1 to 25; nothing where one of them is not known or lies outside 1 to 5.
    pub score: Option<Number>,
    /// Whether nothing limits what we could have to pay.
    pub is_uncapped: bool,
}

/// What the health of every partnership is asked by.
#[derive(Clone, Copy, Debug)]
pub struct Asking {
    guidance: &'static Guidance,
    from: Money,
}

impl Asking {
    /// The questions of an edition, and the sum of the settings or of convention.
    pub fn new(guidance: &'static Guidance, settings: &Settings) -> Self {
        let usual = Money::new(guidance.conventions.governance_from.value);
        Self {
            guidance,
            from: settings.governance_from.value().unwrap_or(usual),
        }
    }
}

/// The figures of a partnership that its health is read from.
#[derive(Clone, Copy, Debug)]
pub struct Figures<'a> {
    /// What it achieves.
    pub achievement: &'a Achievement,
    /// Running cost of the year at full cost.
    pub annual_cost: Total,
    /// The same for twelve months.
    pub full_year_cost: Total,
    /// Programme spending.
    pub programme: Total,
    /// Hours of people's time.
    pub hours: Hours,
    /// Whole months of the year that it is in force.
    pub months_in_force: u8,
}

/// Says how healthy a partnership is.
pub fn health(asking: &Asking, partnership: &Partnership, figures: &Figures<'_>) -> Health {
    let stake = stake(asking, partnership, figures);
    let catalogue = &asking.guidance.health_check;
    let mut typed = vec![None; catalogue.questions().len()];
    let mut n_answered: usize = 0;
    for answer in &partnership.health {
        let place = catalogue.place(&answer.question);
        // Of two answers to one question the first counts; a check reports the second.
        if let Some(slot @ None) = place.and_then(|at| typed.get_mut(at)) {
            *slot = Some(answer);
            let is_about_health = !is_worked_out(&answer.question);
            if is_about_health && answer.answer.is_some() {
                n_answered = n_answered.saturating_add(1);
            }
        }
    }
    let lines = catalogue.questions().iter().zip(typed).enumerate();
    let lines = lines.map(|(place, (question, typed))| HealthLine {
        place,
        is_asked: stake.asks(question),
        record: typed.map(|it| it.id),
        typed: typed.and_then(|it| it.answer),
        worked_out: worked_out(question, partnership, figures, n_answered),
    });
    let lines: Vec<HealthLine> = lines.collect();
    let mut by_group: BTreeMap<HealthGroup, HealthCounts> = BTreeMap::new();
    let mut all = HealthCounts::default();
    for (line, question) in lines.iter().zip(catalogue.questions()) {
        if line.is_asked {
            by_group
                .entry(question.group)
                .or_default()
                .count(line.answer());
            all.count(line.answer());
        }
    }
    Health {
        lines,
        by_group,
        all,
        stake,
        risks: risks(&partnership.risks),
    }
}

/// Money at stake = running cost of twelve months at full cost + programme spending of the year.
fn stake(asking: &Asking, partnership: &Partnership, figures: &Figures<'_>) -> Stake {
    let (running, programme) = (figures.full_year_cost, figures.programme);
    let money = Total {
        amount: [running.amount, programme.amount].into_iter().sum(),
        is_at_least: running.is_at_least || programme.is_at_least,
    };
    Stake {
        money,
        from: asking.from,
        is_full: money.amount >= asking.from,
        has_pools: !partnership.pools.is_empty(),
    }
}

impl Stake {
    fn asks(&self, question: &HealthQuestion) -> bool {
        match question.asked {
            Asked::Always => true,
            Asked::Full => self.is_full,
            Asked::Pools => self.is_full && self.has_pools,
        }
    }
}

/// Questions whose answer follows from the figures.
const WORKED_OUT: [&str; 4] = ["h20", "h21", "h22", "h23"];

/// Whether the answer to this question follows from the figures.
pub fn is_worked_out(key: &str) -> bool {
    WORKED_OUT.contains(&key)
}

/// The answer that the figures give; nothing for other questions, and for the cost of a year that it is not in force in.
///
/// ```text
/// 20  yes: at least half of the weight of what is measured is known, and a question of the health check is answered
///     no: nothing is measured                                                                   partly: in between
/// 21  yes: every indicator has a target          no: no indicators                              partly: in between
/// 22  yes: the full cost is complete, people's time in it        no: no cost is known           partly: in between
/// 23  yes: as 22; half of the weight known; there are benefits, and each has a price
///     no: no cost is known, or neither an achievement nor a price of a benefit                  partly: in between
/// ```
fn worked_out(
    question: &HealthQuestion,
    partnership: &Partnership,
    figures: &Figures<'_>,
    n_answered: usize,
) -> Option<WorkedOut> {
    let is_in_force = figures.months_in_force > 0;
    match question.key.as_str() {
        "h20" => Some(measuring(partnership, figures, n_answered)),
        "h21" => Some(indicators(partnership)),
        "h22" => is_in_force.then(|| cost(figures)),
        "h23" => is_in_force.then(|| weighed(partnership, figures)),
        _ => None,
    }
}

fn measuring(partnership: &Partnership, figures: &Figures<'_>, n_answered: usize) -> WorkedOut {
    let (indicators, judgements) = (&partnership.indicators, &partnership.judgements);
    let n_measured = indicators.len().saturating_add(judgements.len());
    let is_known = figures.achievement.shown_score().is_some();
    let answer = match n_measured {
        0 => Answer::No,
        _ if is_known && n_answered > 0 => Answer::Yes,
        _ => Answer::Partly,
    };
    let from = WorkedFrom::Measuring {
        n_measured,
        known_weight: figures.achievement.known_weight,
        n_answered,
    };
    WorkedOut { answer, from }
}

fn indicators(partnership: &Partnership) -> WorkedOut {
    let all = &partnership.indicators;
    let has_target = |it: &&Indicator| it.target.value().is_some();
    let (n, n_with_target) = (all.len(), all.iter().filter(has_target).count());
    let answer = match n {
        0 => Answer::No,
        _ if n_with_target == n => Answer::Yes,
        _ => Answer::Partly,
    };
    let from = WorkedFrom::Indicators { n, n_with_target };
    WorkedOut { answer, from }
}

fn cost(figures: &Figures<'_>) -> WorkedOut {
    let cost = figures.annual_cost;
    let has_time = figures.hours > Hours::ZERO;
    let answer = if cost.amount == Money::ZERO {
        Answer::No
    } else if is_cost_complete(figures) {
        Answer::Yes
    } else {
        Answer::Partly
    };
    let from = WorkedFrom::Cost { cost, has_time };
    WorkedOut { answer, from }
}

fn is_cost_complete(figures: &Figures<'_>) -> bool {
    let cost = figures.annual_cost;
    cost.amount != Money::ZERO && !cost.is_at_least && figures.hours > Hours::ZERO
}

fn weighed(partnership: &Partnership, figures: &Figures<'_>) -> WorkedOut {
    let known_weight = figures.achievement.known_weight;
    let benefits = &partnership.benefits;
    let n_benefits = benefits.len();
    let n_priced = benefits.iter().filter(|it| it.has_price()).count();
    let is_cost_complete = is_cost_complete(figures);
    let is_scored = figures.achievement.shown_score().is_some();
    let has_gain = known_weight > Rate::ZERO || n_priced > 0;
    let is_priced = n_benefits > 0 && n_priced == n_benefits;
    let answer = if figures.annual_cost.amount == Money::ZERO || !has_gain {
        Answer::No
    } else if is_cost_complete && is_scored && is_priced {
        Answer::Yes
    } else {
        Answer::Partly
    };
    let from = WorkedFrom::Weighed {
        is_cost_complete,
        known_weight,
        n_benefits,
        n_priced,
    };
    WorkedOut { answer, from }
}

/// Worst first; of equal ones an uncapped liability first, then the order of the register.
fn risks(risks: &[Risk]) -> Vec<RiskLine> {
    let line = |it: &Risk| RiskLine {
        id: it.id,
        score: score(it),
        is_uncapped: it.is_uncapped,
    };
    let mut lines: Vec<RiskLine> = risks.iter().map(line).collect();
    lines.sort_by_key(|it| (Reverse(it.score), !it.is_uncapped));
    lines
}

/// Likelihood × impact.
fn score(risk: &Risk) -> Option<Number> {
    let (least, most) = (Number::from(1), Number::from(5));
    let on_scale = |it: Option<Number>| it.filter(|it| *it >= least && *it <= most);
    let likelihood = on_scale(risk.likelihood.value())?;
    let impact = on_scale(risk.impact.value())?;
    Some(Number::new(exact::mul(
        likelihood.decimal(),
        impact.decimal(),
    )))
}
