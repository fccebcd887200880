//! A paper to the bytes of a Word document.

use rayon::prelude::*;

use crate::export::docx::body::Body;
use crate::export::docx::picture::Picture;
use crate::export::docx::{numbering, package, properties};
use crate::export::error::ExportError;
use crate::report::document::{ChartBlock, Document};
use crate::units::progress::Stop;

/// The same bytes for the same paper, whenever and wherever it is written.
///
/// # Errors
/// A chart that could not be drawn, or the wish to stop.
pub fn write(paper: &Document, stop: &Stop) -> Result<Vec<u8>, ExportError> {
    let charts: Vec<&ChartBlock> = paper.charts().collect();
    let draw = |(at, block): (usize, &&ChartBlock)| {
        if stop.is_asked() {
            return Err(ExportError::Cancelled);
        }
        Picture::of(at, block)
    };
    let pictures: Vec<Picture> = charts
        .par_iter()
        .enumerate()
        .map(draw)
        .collect::<Result<_, _>>()?;
    let body = Body::of(paper, &pictures);
    if stop.is_asked() {
        return Err(ExportError::Cancelled);
    }
    let numbering = numbering::part(body.restarts());
    package::pack(
        &[
            ("docProps/core.xml", properties::core(paper)),
            ("docProps/app.xml", properties::app(paper)),
            ("word/document.xml", body.part()),
            ("word/footer1.xml", properties::footer(paper)),
            ("word/numbering.xml", numbering),
        ],
        &pictures,
    )
}
