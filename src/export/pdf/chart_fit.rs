//! A chart as a drawing that fits its page: one that is too tall is laid out wider and printed smaller.
#![expect(clippy::float_arithmetic, reason = "sizes on paper, never amounts")]

use crate::chart::chart::Chart;
use crate::chart::layout::{Layout, Request, layout};
use crate::chart::measure::PlexMeasure;
use crate::chart::svg::{self, POINTS_PER_MM};
use crate::chart::theme::PRINT;
use crate::export::error::ExportError;
use crate::export::pdf::letters::{Letters, readable};
use crate::export::print_size::PrintSize;
use crate::export::svg::fitted as lay_out;

/// A chart as SVG, and its size when printed.
pub struct Drawing {
    /// The drawing.
    pub svg: String,
    /// In millimetres.
    pub width_mm: f64,
    /// In millimetres.
    pub height_mm: f64,
}

/// The most that type is made smaller by before the drawing as a whole is made narrower.
const LEAST_SCALE: f64 = 0.82;

/// The chart so many millimetres wide, and no taller than `most_mm`.
pub fn draw(chart: &Chart, width_mm: f64, most_mm: f64, letters: Letters) -> Drawing {
    let width = (width_mm * POINTS_PER_MM).round();
    let mut scale = 1.0;
    let mut laid = layout(chart, &Request::paper(width), &PlexMeasure);
    let most = most_mm * POINTS_PER_MM;
    while laid.height.ceil() * scale > most && scale > LEAST_SCALE {
        scale -= 0.03;
        laid = layout(
            chart,
            &Request::paper((width / scale).round()),
            &PlexMeasure,
        );
    }
    let narrower = (most / (laid.height.ceil() * scale)).min(1.0);
    drawing(chart, &laid, width_mm * narrower, letters)
}

/// The chart in the room of its size.
///
/// # Errors
/// A chart that is taller than its room, even with the smallest type.
pub fn fitted(chart: &Chart, size: &PrintSize, letters: Letters) -> Result<Drawing, ExportError> {
    let laid = lay_out(chart, size)?;
    Ok(drawing(chart, &laid, size.width_mm(), letters))
}

fn drawing(chart: &Chart, laid: &Layout, width_mm: f64, letters: Letters) -> Drawing {
    let svg = svg::draw(chart, laid, width_mm, &PRINT);
    Drawing {
        // The marks of SVG itself are all plain letters, so only texts change.
        svg: readable(&svg, letters).into_owned(),
        width_mm,
        height_mm: width_mm * laid.height.ceil() / laid.width,
    }
}
