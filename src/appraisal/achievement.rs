//! The achievement score, its range, and how much of it is known.

use rust_decimal::Decimal;

use crate::model::indicator::Indicator;
use crate::model::judgement::Judgement;
use crate::model::partnership::Partnership;
use crate::units::input::Input;
use crate::units::quantity::{Number, Quantity, Rate};
use crate::units::trace::{Plain, Reader, Recorder, Val, sum};

/// How far a partnership has come towards its own targets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Achievement {
    /// The weighted mean of what is known, 0 to 100; nothing where nothing is known.
    pub score: Option<Number>,
    /// The same with every unknown at 0.
    pub low: Number,
    /// The same with every unknown at 100.
    pub high: Number,
    /// The share of the weight that is known.
    pub known_weight: Rate,
}

/// The share of the weight that has to be known for a score to be shown.
pub const LEAST_KNOWN: Decimal = Decimal::from_parts(5, 0, 0, false, 1);

impl Achievement {
    /// Of a partnership of which nothing is known: 0 to 100.
    pub fn unknown() -> Self {
        Self {
            score: None,
            low: Number::ZERO,
            high: Number::from(100),
            known_weight: Rate::ZERO,
        }
    }

    /// The score, where at least half of its weight is known; below that only the range is shown.
    pub fn shown_score(&self) -> Option<Number> {
        let is_enough = self.known_weight >= Rate::new(LEAST_KNOWN);
        self.score.filter(|_| is_enough)
    }

    /// Whether a part of the score is missing, so that there is a range to show.
    pub fn is_part_missing(&self) -> bool {
        self.low != self.high
    }
}

/// The parts of the score, with how each came about.
#[derive(Debug)]
pub struct Scored<'r, R: Recorder> {
    /// Σ w s ÷ Σ w over what is known.
    pub score: Option<Val<'r, R, Number>>,
    /// Σ w s ÷ Σ w with every unknown at 0.
    pub low: Option<Val<'r, R, Number>>,
    /// Σ w s ÷ Σ w with every unknown at 100.
    pub high: Option<Val<'r, R, Number>>,
    /// Known Σ w ÷ Σ w.
    pub known_weight: Option<Val<'r, R, Number>>,
}

/// The achievement of `partnership`.
pub fn achievement(partnership: &Partnership) -> Achievement {
    let scored = score(&Plain, partnership);
    let Scored {
        score,
        low: Some(low),
        high: Some(high),
        known_weight: Some(known_weight),
    } = scored
    else {
        return Achievement::unknown();
    };
    Achievement {
        score: score.map(Val::value),
        low: low.value(),
        high: high.value(),
        known_weight: Rate::new(known_weight.value().decimal()),
    }
}

/// Scores `partnership` over `recorder`.
///
/// ```text
/// achievement score = Σ w s ÷ Σ w over what is known (default weight 1);   known weight = known Σ w ÷ Σ w
/// range             = the same with every unknown at 0 and at 100
/// ```
/// No items, or Σ w = 0: nothing. Source: the method note, section 9.
pub fn score<'r, R: Recorder>(recorder: &'r R, partnership: &Partnership) -> Scored<'r, R> {
    let indicators = partnership.indicators.iter().map(|it| {
        let read = Reader::new(recorder, it.id);
        (weight(&read, &it.weight), indicator_score(&read, it))
    });
    let judgements = partnership.judgements.iter().map(|it| {
        let read = Reader::new(recorder, it.id);
        (weight(&read, &it.weight), judged_score(&read, it))
    });
    let items: Vec<_> = indicators.chain(judgements).collect();
    let hundred = Val::constant(recorder, "100", Number::from(100));

    let all_weight = sum(recorder, items.iter().map(|(weight, _)| *weight)).named("Weight of all");
    let known = items.iter().filter(|(_, score)| score.is_some());
    let known_weight =
        sum(recorder, known.map(|(weight, _)| *weight)).named("Weight of what is known");
    let weighted = items
        .iter()
        .filter_map(|(weight, score)| Some((*weight * (*score)?).named("Weighted score")));
    let weighted = sum(recorder, weighted).named("Sum of weighted scores");
    let unknown = items.iter().filter(|(_, score)| score.is_none());
    let at_most = sum(recorder, unknown.map(|(weight, _)| *weight * hundred));

    Scored {
        score: weighted
            .over(known_weight)
            .map(|score| score.named("Achievement score")),
        low: weighted.over(all_weight),
        high: (weighted + at_most).over(all_weight),
        known_weight: known_weight.over(all_weight),
    }
}

/// 100 × min(1, max(0, (actual − baseline) ÷ (target − baseline))), rounded once to ten decimals; falling targets work.
fn indicator_score<'r, R: Recorder>(
    read: &Reader<'r, R>,
    indicator: &Indicator,
) -> Option<Val<'r, R, Number>> {
    let progress = progress(read, indicator)?;
    let whole = |label, value| Val::constant(read.recorder(), label, Number::from(value));
    let kept = progress.max(whole("0", 0)).min(whole("1", 1));
    Some((kept * whole("100", 100)).named("Score").rounded())
}

/// Progress as it is: below 0 and above 1 too. Source: the method note, section 9.
pub fn progress<'r, R: Recorder>(
    read: &Reader<'r, R>,
    indicator: &Indicator,
) -> Option<Val<'r, R, Number>> {
    let baseline = read.get("baseline", &indicator.baseline)?;
    let target = read.get("target", &indicator.target)?;
    let actual = read.get("actual", &indicator.actual)?;
    let progress = (actual - baseline).over(target - baseline)?;
    Some(progress.named("Progress"))
}

/// A judged score, kept within 0 and 100.
fn judged_score<'r, R: Recorder>(
    read: &Reader<'r, R>,
    judgement: &Judgement,
) -> Option<Val<'r, R, Number>> {
    let score = read.get("score", &judgement.score)?;
    if !score.is_below(Number::ZERO) && !score.is_above(Number::from(100)) {
        return Some(score);
    }
    let whole = |label, value| Val::constant(read.recorder(), label, Number::from(value));
    Some(score.max(whole("0", 0)).min(whole("100", 100)))
}

/// The weight, 1 where none is typed, never below nought.
fn weight<'r, R: Recorder>(read: &Reader<'r, R>, input: &Input<Number>) -> Val<'r, R, Number> {
    let weight = read.get_or("weight", input, "Weight, 1 unless typed", Number::from(1));
    if weight.is_below(Number::ZERO) {
        return weight.max(Val::constant(read.recorder(), "0", Number::ZERO));
    }
    weight
}
