//! Pages as PDF/UA-1, papers as PDF/A-2a too: tagged, titled, with every letter embedded; the same bytes every time.

use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::chart::chart::Chart;
use crate::export::error::ExportError;
use crate::export::pdf::compile;
use crate::export::pdf::letters::Letters;
use crate::export::pdf::stream_ends::made_plain;
use crate::export::print_size::PrintSize;
use crate::report::document::Document;
use crate::units::progress::Stop;

/// Writes a paper as PDF.
///
/// # Errors
/// No title, a chart without alternative text, or the wish to stop.
pub fn paper(document: &Document, stop: &Stop) -> Result<Vec<u8>, ExportError> {
    with_letters(|letters| {
        going_on(stop)?;
        let pages = compile::paper(document, letters)?;
        going_on(stop)?;
        bytes(&pages, &[PdfStandard::Ua_1, PdfStandard::A_2a])
    })
}

/// Writes a chart as PDF, on a page of its own size.
///
/// It is PDF/UA-1 only: the archive wants to know the day of a document, which a chart does not say.
///
/// # Errors
/// No title, no alternative text, or more height than there is room.
pub fn chart(chart: &Chart, size: &PrintSize) -> Result<Vec<u8>, ExportError> {
    with_letters(|letters| {
        let page = compile::chart(chart, size.room(), letters)?;
        bytes(&page, &[PdfStandard::Ua_1])
    })
}

/// With all letters that there are; where some of them cannot be set together, with Latin letters alone.
fn with_letters(
    write: impl Fn(Letters) -> Result<Vec<u8>, ExportError>,
) -> Result<Vec<u8>, ExportError> {
    match write(Letters::Bundled) {
        Err(ExportError::Typesetting(_)) => write(Letters::Latin),
        written => written,
    }
}

fn going_on(stop: &Stop) -> Result<(), ExportError> {
    if stop.is_asked() {
        return Err(ExportError::Cancelled);
    }
    Ok(())
}

fn bytes(pages: &PagedDocument, standards: &[PdfStandard]) -> Result<Vec<u8>, ExportError> {
    let standards = PdfStandards::new(standards);
    let standards = standards.map_err(|why| ExportError::Typesetting(why.message().to_string()))?;
    let options = PdfOptions {
        creator: Smart::Custom(Some("Fruitful".to_owned())),
        standards,
        ..PdfOptions::default()
    };
    let pdf = typst_pdf::pdf(pages, &options).map_err(|why| compile::typesetting(&why))?;
    Ok(made_plain(pdf))
}
