//! Papers and charts set into pages by typst.

use typst::comemo;
use typst::diag::SourceDiagnostic;
use typst_layout::PagedDocument;

use crate::chart::chart::Chart;
use crate::chart::fit::Room;
use crate::export::error::ExportError;
use crate::export::pdf::data::{ChartPage, of_paper};
use crate::export::pdf::letters::Letters;
use crate::export::pdf::world::Desk;
use crate::report::document::Document;

const PAPER: &str = include_str!("../../../assets/paper/paper.typ");
const CHART: &str = include_str!("../../../assets/paper/chart.typ");

/// The pages of a paper.
///
/// # Errors
/// No title, or a chart without alternative text.
pub fn paper(document: &Document, letters: Letters) -> Result<PagedDocument, ExportError> {
    let files = of_paper(document, letters)?;
    let drawings = files.drawings.into_iter();
    let drawings = drawings.map(|(path, svg)| (path, svg.into_bytes()));
    pages(PAPER, json(&files.data)?, drawings)
}

/// The page of a chart, as large as the chart.
///
/// # Errors
/// No title, no alternative text, or more height than there is room.
pub fn chart(chart: &Chart, room: &Room, letters: Letters) -> Result<PagedDocument, ExportError> {
    let (page, svg) = ChartPage::of(chart, room, letters)?;
    let drawing = ("/chart.svg".to_owned(), svg.into_bytes());
    pages(CHART, json(&page)?, [drawing])
}

fn json(data: &impl serde::Serialize) -> Result<Vec<u8>, ExportError> {
    serde_json::to_vec(data).map_err(|why| ExportError::Typesetting(why.to_string()))
}

fn pages(
    template: &str,
    data: Vec<u8>,
    drawings: impl IntoIterator<Item = (String, Vec<u8>)>,
) -> Result<PagedDocument, ExportError> {
    let data = [("/data.json".to_owned(), data)];
    let desk = Desk::new(template, data.into_iter().chain(drawings))?;
    let compiled = typst::compile::<PagedDocument>(&desk);
    // What typst remembers of earlier papers would stay in memory for as long as the window is open.
    comemo::evict(2);
    compiled.output.map_err(|why| typesetting(&why))
}

/// What typst says, as one sentence.
pub fn typesetting(why: &[SourceDiagnostic]) -> ExportError {
    let messages: Vec<_> = why.iter().map(|it| it.message.as_str()).collect();
    ExportError::Typesetting(messages.join("; "))
}
