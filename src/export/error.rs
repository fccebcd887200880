//! Why nothing was written, in words that say what to do.

/// Why a chart, a paper or a workbook was not written.
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
    /// More rows than the size has room for.
    #[error(
        "With the smallest type that can be read the chart is {needed_mm:.0} mm high, and this size has {height_mm:.0} mm. Choose a size of A4, which becomes as tall as the chart, or show fewer partnerships"
    )]
    TooTall {
        /// The height that it needs, in millimetres.
        needed_mm: f64,
        /// The height that there is, in millimetres.
        height_mm: f64,
    },
    /// The drawing could not be turned into pixels.
    #[error("The picture could not be drawn: {0}. Save it as SVG instead")]
    Drawing(#[from] resvg::usvg::Error),
    /// The pixels could not be written.
    #[error("The picture could not be written: {0}. Save it as SVG instead")]
    Encoding(#[from] ::png::EncodingError),
    /// A sheet could not be written.
    #[error("The workbook could not be written: {0}. Save the tables as CSV instead")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// The register could not be put into JSON.
    #[error("The JSON could not be written: {0}. Save the tables as CSV instead")]
    Json(#[from] serde_json::Error),
    /// A paper or chart without a title.
    #[error("It has no title, and screen readers need one. Give it a title, then export it again")]
    NoTitle,
    /// A chart without alternative text.
    #[error(
        "{0} has no text for readers who cannot see it. Export it as SVG or choose another chart"
    )]
    NoAlternativeText(String),
    /// The pages could not be set or written.
    #[error("The PDF could not be made: {0}. Save it in another format")]
    Typesetting(String),
    /// The parts of a document could not be put together.
    #[error("The document could not be put together: {0}. Save it in another format")]
    Packing(#[from] zip::result::ZipError),
    /// Somebody asked for the end.
    #[error("The export was cancelled, and nothing was written")]
    Cancelled,
}
