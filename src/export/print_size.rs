//! How large a chart is printed, and how finely.

use crate::chart::fit::Room;
use crate::export::error::ExportError;

/// A size that papers and slides use.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PaperSize {
    /// The name that scripts know it by.
    pub id: &'static str,
    /// The name that readers know it by.
    pub label: &'static str,
    /// The room for the chart: a page of A4 becomes as tall as the chart, half a page and a slide do not.
    pub room: Room,
}

/// Every size, the usual one first.
pub const PAPERS: [PaperSize; 4] = [
    PaperSize {
        id: "a4-portrait",
        label: "A4 upright, 170 mm",
        room: Room {
            width_mm: 170.0,
            height_mm: None,
            type_scale: 1.0,
        },
    },
    PaperSize {
        id: "a4-landscape",
        label: "A4 on its side, 257 mm",
        room: Room {
            width_mm: 257.0,
            height_mm: None,
            type_scale: 1.0,
        },
    },
    PaperSize {
        id: "half-page",
        label: "Half a page, 170 × 120 mm",
        room: Room {
            width_mm: 170.0,
            height_mm: Some(120.0),
            type_scale: 1.0,
        },
    },
    PaperSize {
        id: "slide",
        label: "Slide, 254 × 143 mm",
        room: Room {
            width_mm: 254.0,
            // 16 to 9, rounded down so that nothing is cut off.
            height_mm: Some(142.8),
            // Read from the back of a room.
            type_scale: 1.5,
        },
    },
];

/// Dots an inch that pictures are asked for at: on screen, in print, and enlarged.
pub const RESOLUTIONS: [f64; 3] = [150.0, 300.0, 600.0];

/// The size with this id.
pub fn find_paper(id: &str) -> Option<&'static PaperSize> {
    PAPERS.iter().find(|paper| paper.id == id)
}

/// How large a chart is printed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PrintSize {
    room: Room,
    dpi: f64,
}

impl PrintSize {
    /// The text width of A4 upright, at the resolution of print.
    pub const A4: Self = Self {
        room: PAPERS[0].room,
        dpi: 300.0,
    };

    /// So many millimetres wide and as tall as the chart is, at so many dots an inch.
    ///
    /// # Errors
    /// Outside 40 to 1,000 mm or 36 to 1,200 dpi.
    pub fn new(width_mm: f64, dpi: f64) -> Result<Self, ExportError> {
        let height_mm = None;
        Self::within(
            Room {
                width_mm,
                height_mm,
                type_scale: 1.0,
            },
            dpi,
        )
    }

    /// In this room, at so many dots an inch.
    ///
    /// # Errors
    /// A width outside 40 to 1,000 mm, or a resolution outside 36 to 1,200 dpi.
    pub fn within(room: Room, dpi: f64) -> Result<Self, ExportError> {
        if !(40.0..=1000.0).contains(&room.width_mm) {
            return Err(ExportError::Width(room.width_mm));
        }
        if !(36.0..=1200.0).contains(&dpi) {
            return Err(ExportError::Resolution(dpi));
        }
        Ok(Self { room, dpi })
    }

    /// The width in millimetres.
    pub fn width_mm(&self) -> f64 {
        self.room.width_mm
    }

    /// The room that the chart is laid out in.
    pub fn room(&self) -> &Room {
        &self.room
    }

    /// Dots an inch.
    pub fn dpi(&self) -> f64 {
        self.dpi
    }
}
