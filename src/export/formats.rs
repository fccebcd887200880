//! The formats that charts and papers can be saved in; menus, the command line and tests go through these tables.

use crate::chart::chart::Chart;
use crate::export::error::ExportError;
#[cfg(feature = "pdf")]
use crate::export::pdf::write;
use crate::export::print_size::PrintSize;
use crate::export::{docx, html, png, svg};
use crate::report::document::Document;
use crate::units::progress::Stop;

/// A format that charts are saved in.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// The name that scripts know it by, and the ending of its files.
    pub id: &'static str,
    /// The name that readers know it by.
    pub label: &'static str,
    /// Writes a chart.
    pub write: fn(&Chart, &PrintSize) -> Result<Vec<u8>, ExportError>,
}

/// Every format of a chart.
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
    #[cfg(feature = "pdf")]
    Format {
        id: "pdf",
        label: "PDF, for publishing and print",
        write: write::chart,
    },
];

/// A format that papers are saved in.
#[derive(Clone, Copy, Debug)]
pub struct PaperFormat {
    /// The name that scripts know it by, and the ending of its files.
    pub id: &'static str,
    /// The name that readers know it by.
    pub label: &'static str,
    /// Writes a paper, and gives up where it is told to stop.
    pub write: fn(&Document, &Stop) -> Result<Vec<u8>, ExportError>,
}

/// Every format of a paper.
pub const PAPER_FORMATS: &[PaperFormat] = &[
    #[cfg(feature = "pdf")]
    PaperFormat {
        id: "pdf",
        label: "PDF, for publishing and print",
        write: write::paper,
    },
    PaperFormat {
        id: "docx",
        label: "Word, to be completed and edited",
        write: docx::write::write,
    },
    PaperFormat {
        id: "html",
        label: "HTML, for a website",
        write: html::write,
    },
];

/// The format of papers with this id.
pub fn find_for_paper(id: &str) -> Option<&'static PaperFormat> {
    PAPER_FORMATS.iter().find(|format| format.id == id)
}

/// The format of charts with this id.
pub fn find(id: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.id == id)
}

/// What to say after “names no format” of a format that exists, but that this program was built without; else nothing.
pub fn built_without(id: &str) -> &'static str {
    if id == "pdf" && cfg!(not(feature = "pdf")) {
        ": this program was built without PDF"
    } else {
        ""
    }
}

fn write_svg(chart: &Chart, size: &PrintSize) -> Result<Vec<u8>, ExportError> {
    Ok(svg::write(chart, size)?.into_bytes())
}
