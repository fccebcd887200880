//! The shapes that tell the four models apart on a map, drawn as geometry because the typeface has no such signs.

use std::f64::consts::PI;

use crate::chart::geometry::Point;
use crate::chart::layout::{Shape, Stroke};
use crate::chart::theme::Role;

/// The outline of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marker {
    /// A separate organisation.
    Square,
    /// A virtual organisation.
    Diamond,
    /// Co-located staff.
    Triangle,
    /// A steering group.
    Circle,
}

impl Marker {
    /// The mark about `centre` with the area of a circle of this `radius`: sizes compare whatever the shape.
    pub fn shape(self, centre: Point, radius: f64, fill: Role, stroke: Stroke) -> Shape {
        let at = |x: f64, y: f64| Point::new(centre.x + x, centre.y + y);
        let reach = self.reach(radius);
        let points = match self {
            Self::Circle => {
                return Shape::Circle {
                    centre,
                    radius,
                    fill,
                    stroke: Some(stroke),
                };
            }
            Self::Square => vec![
                at(-reach, -reach),
                at(reach, -reach),
                at(reach, reach),
                at(-reach, reach),
            ],
            Self::Diamond => vec![
                at(0.0, -reach),
                at(reach, 0.0),
                at(0.0, reach),
                at(-reach, 0.0),
            ],
            // The centre of gravity stands on the figure: a third of the height from the base.
            Self::Triangle => {
                let height = reach * 3.0_f64.sqrt();
                vec![
                    at(0.0, -height * 2.0 / 3.0),
                    at(reach, height / 3.0),
                    at(-reach, height / 3.0),
                ]
            }
        };
        Shape::Polygon {
            points,
            fill,
            stroke: Some(stroke),
        }
    }

    /// Half of the width of the mark.
    ///
    /// Area π r²: a square has side r √π, a diamond diagonals of r √(2π), a triangle side r √(4π/√3).
    pub fn reach(self, radius: f64) -> f64 {
        match self {
            Self::Circle => radius,
            Self::Square => radius * PI.sqrt() / 2.0,
            Self::Diamond => radius * (PI / 2.0).sqrt(),
            Self::Triangle => radius * (PI / 3.0_f64.sqrt()).sqrt(),
        }
    }

    /// How far the mark rises above its centre, and how far it falls below.
    pub fn rise_and_fall(self, radius: f64) -> (f64, f64) {
        let reach = self.reach(radius);
        match self {
            Self::Triangle => (reach * 2.0 / 3.0_f64.sqrt(), reach / 3.0_f64.sqrt()),
            Self::Square | Self::Diamond | Self::Circle => (reach, reach),
        }
    }
}
