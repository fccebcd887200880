//! How far indicators have come, in words.

use crate::appraisal::progress::Thresholds;
use crate::units::display;
use crate::units::quantity::{Number, Quantity, Rate};

/// A share of the way as a percentage: `62%`; below 0 and above 100 as it is.
pub fn progress_text(progress: Number) -> String {
    display::percent(Rate::new(progress.decimal()))
}

/// From where an indicator is green, amber or red.
pub fn thresholds_text(thresholds: Thresholds) -> String {
    let green = display::rate(thresholds.green);
    let amber = display::rate(thresholds.amber);
    format!("Green from {green} of where it should be by then, amber from {amber}, red below.")
}
