//! Pages of a paper or a chart as pixels, the very pages that its PDF has.

use typst::utils::Scalar;
use typst_layout::PagedDocument;
use typst_render::RenderOptions;

use crate::chart::chart::Chart;
use crate::export::error::ExportError;
use crate::export::pdf::compile;
use crate::export::pdf::letters::Letters;
use crate::export::print_size::PrintSize;
use crate::report::document::Document;

/// The pages of a paper, set once and drawn as they are asked for.
#[derive(Clone, Debug)]
pub struct Pages(PagedDocument);

/// A page as pixels: red, green, blue and opacity, a byte each, row by row from the top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// From left to right, in pixels.
    pub width: u32,
    /// From top to bottom, in pixels.
    pub height: u32,
    /// Four bytes for each pixel; paper is opaque.
    pub rgba: Vec<u8>,
}

/// Sets a paper. It takes as long as most of an export: not for the thread that draws the window.
///
/// # Errors
/// No title, or a chart without alternative text.
pub fn paper(document: &Document) -> Result<Pages, ExportError> {
    compile::paper(document, Letters::Bundled).map(Pages)
}

/// Sets a chart on a page of its own size.
///
/// # Errors
/// No title, no alternative text, or more height than there is room.
pub fn chart(chart: &Chart, size: &PrintSize) -> Result<Pages, ExportError> {
    compile::chart(chart, size.room(), Letters::Bundled).map(Pages)
}

impl Pages {
    /// How many pages there are.
    pub fn count(&self) -> usize {
        self.0.pages().len()
    }

    /// The width and height of a page in points, the first being page 0; nothing where there is no such page.
    pub fn size(&self, page: usize) -> Option<(f64, f64)> {
        let size = self.0.pages().get(page)?.frame.size();
        Some((size.x.to_pt(), size.y.to_pt()))
    }

    /// A page, the first being page 0, at so many pixels a point; nothing where there is no such page.
    pub fn draw(&self, page: usize, pixels_per_pt: f64) -> Option<Picture> {
        let options = RenderOptions {
            pixel_per_pt: Scalar::new(pixels_per_pt),
            render_bleed: false,
        };
        let drawn = typst_render::render(self.0.pages().get(page)?, &options);
        Some(Picture {
            width: drawn.width(),
            height: drawn.height(),
            rgba: drawn.take(),
        })
    }
}
