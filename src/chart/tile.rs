//! A tile stands for one question: its answer by colour, and by pattern or sign for those who do not see colour.

use crate::chart::geometry::{Point, Rect};
use crate::chart::hatch::hatch;
use crate::chart::layout::{Shape, Stroke};
use crate::chart::text::Sizes;
use crate::chart::theme::Role;

/// What a tile says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tile {
    /// Filled.
    Yes,
    /// Hatched.
    Partly,
    /// Open, with a cross.
    No,
    /// Open and pale.
    Unknown,
}

impl Tile {
    /// Every tile, from the base of a bar.
    pub const ALL: [Self; 4] = [Self::Yes, Self::Partly, Self::No, Self::Unknown];

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Yes => "Yes",
            Self::Partly => "Partly",
            Self::No => "No",
            Self::Unknown => "Not known",
        }
    }

    /// Draws it.
    pub fn shapes(self, rect: Rect, sizes: &Sizes) -> Vec<Shape> {
        let filled = |fill| Shape::Rect {
            rect,
            fill,
            stroke: None,
        };
        // The outline is drawn inside, so that an open tile is as large as a filled one.
        let open = |role, width: f64| Shape::Rect {
            rect: rect.grown(-width / 2.0),
            fill: Role::Surface,
            stroke: Some(Stroke::new(role, width)),
        };
        let line = sizes.body * 0.09;
        match self {
            Self::Yes => vec![filled(Role::Direct)],
            Self::Partly => vec![
                filled(Role::Opportunity),
                Shape::Lines {
                    lines: hatch(rect, sizes.body * 0.34),
                    stroke: Stroke::new(Role::Hatch, line),
                },
            ],
            Self::No => {
                let (centre, reach) = (rect.centre(), rect.width.min(rect.height) * 0.22);
                let corner = |x: f64, y: f64| centre.shifted(Point::new(x * reach, y * reach));
                vec![
                    open(Role::InKindEdge, line),
                    Shape::Lines {
                        lines: vec![
                            (corner(-1.0, -1.0), corner(1.0, 1.0)),
                            (corner(-1.0, 1.0), corner(1.0, -1.0)),
                        ],
                        stroke: Stroke::new(Role::InKindEdge, line * 1.4),
                    },
                ]
            }
            Self::Unknown => vec![open(Role::Range, line * 0.8)],
        }
    }
}
