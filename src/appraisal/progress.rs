//! How far an indicator has come, beside how far it should have come by the time it was measured.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::appraisal::achievement::progress;
use crate::guidance::edition::Guidance;
use crate::model::indicator::Indicator;
use crate::model::settings::Settings;
use crate::units::quantity::{Number, Quantity, Rate};
use crate::units::trace::{Reader, Recorder, Val};

/// Red, amber or green: never shown by colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rating {
    /// Far behind.
    Red,
    /// Behind.
    Amber,
    /// As far as it should be, or nearly.
    Green,
}

impl Rating {
    /// Every rating, best first.
    pub const ALL: [Self; 3] = [Self::Green, Self::Amber, Self::Red];

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Red => "Red",
            Self::Amber => "Amber",
            Self::Green => "Green",
        }
    }
}

/// Where an indicator stands.
#[derive(Debug)]
pub struct Progressed<'r, R: Recorder> {
    /// (actual − baseline) ÷ (target − baseline), as it is.
    pub progress: Option<Val<'r, R, Number>>,
    /// The share of the time that had passed when it was measured, at most all of it.
    pub elapsed: Option<Val<'r, R, Number>>,
    /// Progress ÷ the share of the time.
    pub time_adjusted: Option<Val<'r, R, Number>>,
    /// Where it should have been when it was measured.
    pub expected: Option<Val<'r, R, Number>>,
}

/// Works out where an indicator stands.
///
/// ```text
/// elapsed       = (date of actual − baseline date) ÷ (target date − baseline date), at most 1
/// time-adjusted = progress ÷ elapsed
/// expected      = baseline + (target − baseline) × elapsed
/// ```
/// No time passed, or a date missing: not known. It sets red, amber and green, never the score.
/// Source: the method note, section 9.
pub fn progressed<'r, R: Recorder>(recorder: &'r R, indicator: &Indicator) -> Progressed<'r, R> {
    let read = Reader::new(recorder, indicator.id);
    let progress = progress(&read, indicator);
    let elapsed = elapsed(recorder, indicator);
    let time_adjusted = progress.zip(elapsed).and_then(|(progress, elapsed)| {
        let adjusted = progress.over(elapsed)?;
        Some(adjusted.rounded().aside().named("Time-adjusted progress"))
    });
    let ends = read
        .get("baseline", &indicator.baseline)
        .zip(read.get("target", &indicator.target));
    let expected = ends.zip(elapsed).map(|((baseline, target), elapsed)| {
        (baseline + (target - baseline) * elapsed).named("Expected by then")
    });
    Progressed {
        progress,
        elapsed,
        time_adjusted,
        expected,
    }
}

fn elapsed<'r, R: Recorder>(recorder: &'r R, indicator: &Indicator) -> Option<Val<'r, R, Number>> {
    let from = indicator.baseline_date?;
    let days = |label, until| days(recorder, label, from, until);
    let passed = days(
        "Days from the baseline to the actual",
        indicator.actual_date?,
    )?;
    let all = days(
        "Days from the baseline to the target",
        indicator.target_date?,
    )?;
    if passed.value() <= Number::ZERO || all.value() <= Number::ZERO {
        return None;
    }
    let one = Val::constant(recorder, "1", Number::from(1));
    Some(
        passed
            .over(all)?
            .min(one)
            .named("Share of the time that had passed"),
    )
}

fn days<'r, R: Recorder>(
    recorder: &'r R,
    label: &'static str,
    from: Date,
    until: Date,
) -> Option<Val<'r, R, Number>> {
    let days = until.since(from).ok()?.get_days();
    Some(Val::constant(
        recorder,
        label,
        Number::from(i64::from(days)),
    ))
}

/// The time-adjusted progress from which an indicator is green, and from which it is amber.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thresholds {
    /// From here on green.
    pub green: Rate,
    /// From here on amber; below it red.
    pub amber: Rate,
}

impl Thresholds {
    /// As typed in the settings, else the conventions.
    pub fn of(settings: &Settings, guidance: &Guidance) -> Self {
        let usual = &guidance.conventions;
        let or = |typed: Option<Rate>, usual: Decimal| typed.unwrap_or_else(|| Rate::new(usual));
        Self {
            green: or(settings.green_from.value(), usual.green_from.value),
            amber: or(settings.amber_from.value(), usual.amber_from.value),
        }
    }

    /// The rating of a time-adjusted progress; the edge belongs to the better.
    pub fn rating(self, time_adjusted: Number) -> Rating {
        if time_adjusted.decimal() >= self.green.decimal() {
            Rating::Green
        } else if time_adjusted.decimal() >= self.amber.decimal() {
            Rating::Amber
        } else {
            Rating::Red
        }
    }
}
