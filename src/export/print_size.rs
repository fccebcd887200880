//! How large a chart is printed, and how finely.

use crate::export::error::ExportError;

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
