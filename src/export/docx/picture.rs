//! A chart in a Word document: pixels at its printed size, with its alternative text.
#![expect(clippy::float_arithmetic, reason = "lengths on paper, never amounts")]

use crate::chart::fit::enough_room;
use crate::chart::measure::PlexMeasure;
use crate::chart::svg::Escaped;
use crate::export::error::ExportError;
use crate::export::png;
use crate::export::print_size::PrintSize;
use crate::report::document::ChartBlock;

/// The text height of the page, less a heading and a caption, in millimetres.
const TALLEST_MM: f64 = 225.0;

/// English Metric Units in a millimetre.
const EMU_PER_MM: f64 = 36_000.0;

/// Dots an inch.
const DPI: f64 = 300.0;

/// A chart as a picture.
#[derive(Clone, Debug)]
pub(crate) struct Picture {
    /// From 1, and used once.
    number: usize,
    name: String,
    title: String,
    alt: String,
    /// The width and height on paper, in millimetres.
    size: (f64, f64),
    /// The picture.
    pub(crate) png: Vec<u8>,
}

impl Picture {
    /// The chart that stands at this place among the charts of the paper.
    ///
    /// # Errors
    /// A chart that could not be drawn.
    pub(crate) fn of(at: usize, block: &ChartBlock) -> Result<Self, ExportError> {
        let room = enough_room(&block.chart, &block.room(), &PlexMeasure);
        let width = room.width_mm;
        let png = png::write(&block.chart, &PrintSize::within(room, DPI)?)?;
        let height = width * png::proportion(&png).unwrap_or(1.0);
        // What is taller than the page is drawn smaller: Word would cut it off.
        let scale = (TALLEST_MM / height).min(1.0);
        Ok(Self {
            number: at.saturating_add(1),
            name: block.number.clone(),
            title: block.chart.title.clone(),
            alt: block.chart.alt.clone(),
            size: (width * scale, height * scale),
            png,
        })
    }

    /// Its file, from the folder of the document.
    pub(crate) fn file(&self) -> String {
        format!("media/figure{}.png", self.number)
    }

    /// By which name the document knows the file.
    pub(crate) fn relation(&self) -> String {
        format!("rIdFigure{}", self.number)
    }

    /// The picture in its place.
    pub(crate) fn drawing(&self) -> String {
        let (n, relation) = (self.number, self.relation());
        let (width, height) = (emu(self.size.0), emu(self.size.1));
        let (name, title, alt) = (
            Escaped(&self.name),
            Escaped(&self.title),
            Escaped(&self.alt),
        );
        format!(
            "<w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{width}\" cy=\"{height}\"/><wp:docPr id=\"{n}\" name=\"{name}\" descr=\"{alt}\" title=\"{title}\"/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr><pic:cNvPr id=\"{n}\" name=\"{name}\" descr=\"{alt}\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"{relation}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
        )
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a length on a page of A4")]
fn emu(mm: f64) -> i64 {
    (mm * EMU_PER_MM).round() as i64
}
