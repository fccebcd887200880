//! The formats that a chart can be saved in; menus, the command line and tests go through this table.

use crate::chart::chart::Chart;
use crate::chart::measure::PlexMeasure;
use crate::chart::svg;
use crate::chart::theme::PRINT;
use crate::export::png;

/// A format of file.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// The name that scripts know it by, and the ending of its files.
    pub id: &'static str,
    /// The name that readers know it by.
    pub label: &'static str,
    /// Writes a chart.
    pub write: fn(&Chart, &PrintSize) -> Result<Vec<u8>, ExportError>,
}

/// Every format.
pub const FORMATS: &[Format] = &[
    Format {
        id: "svg",
        label: "SVG, for print and the web",
        write: write_svg,
    },
    Format {
        id: "png",
        label: "PNG, for documents and slides",
        write: png::write,
    },
];

/// The format with this id.
pub fn find(id: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.id == id)
}

/// How large a chart is printed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PrintSize {
    width_mm: f64,
    dpi: f64,
}

impl PrintSize {
    /// The text width of A4 upright, at the resolution of print.
    pub const A4: Self = Self {
        width_mm: 170.0,
        dpi: 300.0,
    };

    /// So many millimetres wide, at so many dots an inch.
    ///
    /// # Errors
    /// Outside 40 to 1,000 mm or 36 to 1,200 dpi.
    pub fn new(width_mm: f64, dpi: f64) -> Result<Self, ExportError> {
        if !(40.0..=1000.0).contains(&width_mm) {
            return Err(ExportError::Width(width_mm));
        }
        if !(36.0..=1200.0).contains(&dpi) {
            return Err(ExportError::Resolution(dpi));
        }
        Ok(Self { width_mm, dpi })
    }

    /// The width in millimetres.
    pub fn width_mm(&self) -> f64 {
        self.width_mm
    }

    /// Dots an inch.
    pub fn dpi(&self) -> f64 {
        self.dpi
    }
}

/// Why a chart was not written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// Too narrow or too wide.
    #[error("A width of {0} mm is not possible. Choose 40 to 1,000 mm")]
    Width(f64),
    /// Too coarse or too fine.
    #[error("A resolution of {0} dpi is not possible. Choose 36 to 1,200 dpi")]
    Resolution(f64),
    /// More pixels than a picture can have.
    #[error(
        "The picture would be {width} × {height} pixels, which is too large. Choose fewer dpi or a smaller width"
    )]
    TooLarge {
        /// From left to right.
        width: u32,
        /// From top to bottom.
        height: u32,
    },
    /// The drawing could not be turned into pixels.
    #[error("The picture could not be drawn: {0}. Save it as SVG instead")]
    Drawing(#[from] resvg::usvg::Error),
    /// The pixels could not be written.
    #[error("The picture could not be written: {0}. Save it as SVG instead")]
    Encoding(#[from] ::png::EncodingError),
}

#[expect(clippy::unnecessary_wraps, reason = "one signature for every format")]
fn write_svg(chart: &Chart, size: &PrintSize) -> Result<Vec<u8>, ExportError> {
    Ok(svg::write(chart, size.width_mm(), &PRINT, &PlexMeasure).into_bytes())
}
