//! A chart as SVG, laid out for the size that it is printed at.

use crate::chart::chart::Chart;
use crate::chart::fit::fit;
use crate::chart::measure::PlexMeasure;
use crate::chart::svg;
use crate::chart::theme::PRINT;
use crate::export::error::ExportError;
use crate::export::print_size::PrintSize;

/// Writes a chart as SVG.
///
/// # Errors
/// A chart that is taller than its room, even with the smallest type.
pub fn write(chart: &Chart, size: &PrintSize) -> Result<String, ExportError> {
    let room = size.room();
    let layout = fit(chart, room, &PlexMeasure).map_err(|it| ExportError::TooTall {
        needed_mm: it.needed_mm,
        height_mm: room.height_mm.unwrap_or_default(),
    })?;
    Ok(svg::draw(chart, &layout, room.width_mm, &PRINT))
}
