//! What the engine says of one indicator: how far it has come, beside how far it should have.

use crate::appraisal::progress::{Rating, Thresholds, progressed};
use crate::model::indicator::Indicator;
use crate::units::id::Id;
use crate::units::quantity::Number;
use crate::units::trace::{Plain, Val};

/// Where an indicator stands. What is not known is nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IndicatorFindings {
    /// The indicator.
    pub id: Id,
    /// Progress from the baseline to the target; below 0 and above 1 as it is.
    pub progress: Option<Number>,
    /// Progress over the share of the time that had passed.
    pub time_adjusted: Option<Number>,
    /// Where it should have been when it was measured.
    pub expected: Option<Number>,
    /// Red, amber or green.
    pub rating: Option<Rating>,
}

/// Says where each indicator stands.
pub fn find(indicators: &[Indicator], thresholds: Thresholds) -> Vec<IndicatorFindings> {
    let found = indicators.iter().map(|indicator| {
        let it = progressed(&Plain, indicator);
        let time_adjusted = it.time_adjusted.map(Val::value);
        IndicatorFindings {
            id: indicator.id,
            progress: it.progress.map(Val::value),
            time_adjusted,
            expected: it.expected.map(Val::value),
            rating: time_adjusted.map(|it| thresholds.rating(it)),
        }
    });
    found.collect()
}
