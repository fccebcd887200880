//! A chart as a drawing that fits its page.
#![expect(clippy::float_arithmetic, reason = "sizes on paper, never amounts")]

use crate::chart::chart::Chart;
use crate::chart::fit::{Room, fit};
use crate::chart::layout::{Layout, Request, layout};
use crate::chart::measure::PlexMeasure;
use crate::chart::svg::{self, POINTS_PER_MM};
use crate::chart::theme::PRINT;
use crate::export::error::ExportError;
use crate::export::pdf::letters::{Letters, readable};

/// A chart as SVG, and its size when printed.
pub struct Drawing {
    /// The drawing.
    pub svg: String,
    /// In millimetres.
    pub width_mm: f64,
    /// In millimetres.
    pub height_mm: f64,
}

/// The chart in the room that there is.
///
/// # Errors
/// A chart that is taller, even with the smallest type.
pub fn draw(chart: &Chart, room: &Room, letters: Letters) -> Result<Drawing, ExportError> {
    let laid = fit(chart, room, &PlexMeasure).map_err(|it| ExportError::TooTall {
        needed_mm: it.needed_mm,
        height_mm: room.height_mm.unwrap_or_default(),
    })?;
    Ok(drawing(chart, &laid, room.width_mm, letters))
}

/// The chart so many millimetres wide and no taller than `most_mm`: one that is taller even with the smallest type is
/// made smaller as a whole, so that a paper is never without it.
pub fn squeeze(chart: &Chart, width_mm: f64, most_mm: f64, letters: Letters) -> Drawing {
    let room = Room {
        width_mm,
        height_mm: Some(most_mm),
        type_scale: 1.0,
    };
    if let Ok(laid) = fit(chart, &room, &PlexMeasure) {
        return drawing(chart, &laid, width_mm, letters);
    }
    let request = Request::paper((width_mm * POINTS_PER_MM).round());
    let laid = layout(chart, &request, &PlexMeasure);
    let narrower = most_mm / height_mm(&laid, width_mm);
    drawing(chart, &laid, width_mm * narrower, letters)
}

fn height_mm(laid: &Layout, width_mm: f64) -> f64 {
    width_mm * laid.height.ceil() / laid.width
}

fn drawing(chart: &Chart, laid: &Layout, width_mm: f64, letters: Letters) -> Drawing {
    let svg = svg::draw(chart, laid, width_mm, &PRINT);
    Drawing {
        // The marks of SVG itself are all plain letters, so only texts change.
        svg: readable(&svg, letters).into_owned(),
        width_mm,
        height_mm: height_mm(laid, width_mm),
    }
}
