//! The legend, off the data: samples of the marks with what they mean, in lines across the paper.

use crate::chart::bars::Side;
use crate::chart::chart::{Key, Swatch};
use crate::chart::fonts::Face;
use crate::chart::geometry::{Point, Rect};
use crate::chart::hatch::{back_hatch, hatch};
use crate::chart::layout::{CENTRING, Layout, Shape, Stroke, Text};
use crate::chart::markers::Marker;
use crate::chart::measure::Measure;
use crate::chart::text::Sizes;
use crate::chart::theme::Role;
use crate::costing::cost_line::Class;

/// Hatching is this far apart, in ems of body type.
const HATCH: f64 = 0.46;

/// Lays out the lines of the legend, and breaks those that are wider than `width`.
pub fn legend(lines: &[Vec<Key>], width: f64, sizes: &Sizes, measure: &dyn Measure) -> Layout {
    let em = sizes.small;
    let line = em * 1.9;
    let mut out = Layout::of_width(width);
    let mut middle = line / 2.0;
    for keys in lines {
        let mut x = 0.0;
        for key in keys {
            let sample = room(key.swatch, sizes);
            let wanted = sample + em * 0.55 + measure.width(&key.label, em, Face::Regular);
            if x > 0.0 && x + wanted > width {
                x = 0.0;
                middle += line;
            }
            let area = Rect::new(x, middle - em / 2.0, sample, em);
            out.shapes.extend(swatch(key.swatch, area, sizes));
            let at = Point::new(x + sample + em * 0.55, middle + em * CENTRING);
            let label = Text::new(at, key.label.clone(), em).role(Role::Muted);
            out.shapes.push(label.into());
            x += wanted + em * 2.0;
        }
        middle += line;
        out.height = middle - line / 2.0;
    }
    out
}

/// A piece of a stacked bar, hatched or open as its class is.
pub fn segment(class: Class, rect: Rect, sizes: &Sizes) -> Vec<Shape> {
    let bar = |rect, fill, stroke| Shape::Rect { rect, fill, stroke };
    match class {
        Class::Direct => vec![bar(rect, Role::Direct, None)],
        Class::Opportunity => vec![
            bar(rect, Role::Opportunity, None),
            Shape::Lines {
                lines: hatch(rect, sizes.body * HATCH),
                stroke: Stroke::new(Role::Hatch, sizes.body * 0.08),
            },
        ],
        Class::InKind => {
            // The outline is drawn inside, so that an open bar is as long as a filled one of the same amount.
            let edge = (sizes.body * 0.07).min(rect.width / 4.0);
            let stroke = Stroke::new(Role::InKindEdge, edge);
            vec![bar(rect.grown(-edge / 2.0), Role::InKind, Some(stroke))]
        }
    }
}

/// A bar of costs, filled, or of benefits, hatched.
pub fn side(side: Side, rects: &[Rect], sizes: &Sizes) -> Vec<Shape> {
    let fill = match side {
        Side::Cost => Role::Direct,
        Side::Benefit => Role::Opportunity,
    };
    let mut shapes: Vec<Shape> = rects
        .iter()
        .map(|rect| Shape::Rect {
            rect: *rect,
            fill,
            stroke: None,
        })
        .collect();
    if side == Side::Benefit {
        shapes.push(Shape::Lines {
            lines: back_hatch(rects, sizes.body * HATCH),
            stroke: Stroke::new(Role::Hatch, sizes.body * 0.08),
        });
    }
    shapes
}

/// What is left: a stem from nought with a mark at its end.
pub fn net(from: Point, to: Point, sizes: &Sizes) -> Vec<Shape> {
    let edge = Stroke::new(Role::Surface, sizes.body * 0.08);
    vec![
        Shape::line(from, to, Stroke::new(Role::Ink, sizes.body * 0.16)),
        Marker::Diamond.shape(to, sizes.body * NET, Role::Ink, edge),
    ]
}

/// The size of the mark of what is left, in ems of body type.
pub const NET: f64 = 0.4;

/// A point of a line of figures.
pub fn point(centre: Point, sizes: &Sizes) -> Shape {
    Shape::Circle {
        centre,
        radius: sizes.body * 0.27,
        fill: Role::Surface,
        stroke: Some(Stroke::new(Role::Ink, sizes.body * 0.15)),
    }
}

/// How a line of figures is drawn.
pub fn line_stroke(sizes: &Sizes) -> Stroke {
    Stroke::new(Role::Ink, sizes.body * 0.17)
}

/// The mark of a score.
pub fn score(centre: Point, sizes: &Sizes) -> Shape {
    Shape::Circle {
        centre,
        radius: sizes.body * 0.4,
        fill: Role::Mark,
        stroke: Some(Stroke::new(Role::Surface, sizes.body * 0.08)),
    }
}

/// How the range of a part-missing score is drawn.
pub fn range_stroke(sizes: &Sizes) -> Stroke {
    Stroke::new(Role::Range, sizes.body * 0.28)
}

/// An arrow to the right: the cost is this much or more.
pub fn at_least(from: Point, sizes: &Sizes) -> Vec<Shape> {
    let length = sizes.body * 0.95;
    let barb = sizes.body * 0.24;
    let tip = Point::new(from.x + length, from.y);
    let stroke = Stroke::new(Role::Hollow, sizes.body * 0.1);
    vec![
        Shape::line(from, tip, stroke),
        Shape::Polyline {
            points: vec![
                tip.shifted(Point::new(-barb, -barb)),
                tip,
                tip.shifted(Point::new(-barb, barb)),
            ],
            stroke,
        },
    ]
}

fn room(swatch: Swatch, sizes: &Sizes) -> f64 {
    let em = sizes.small;
    match swatch {
        Swatch::Segment(_) | Swatch::Side(_) | Swatch::Net | Swatch::Line => em * 1.9,
        Swatch::Score | Swatch::Model(_) | Swatch::Filled | Swatch::Hollow => em,
        Swatch::Range => em * 1.7,
        Swatch::AtLeast => em * 1.6,
        Swatch::Area(_) => em * 2.1,
        Swatch::Tile(_) => em * 1.15,
    }
}

fn swatch(swatch: Swatch, area: Rect, sizes: &Sizes) -> Vec<Shape> {
    let em = sizes.small;
    let centre = area.centre();
    let outline = Stroke::new(Role::Hollow, sizes.body * 0.12);
    match swatch {
        Swatch::Segment(class) => segment(class, area, sizes),
        Swatch::Tile(tile) => tile.shapes(area, sizes),
        Swatch::Side(it) => side(it, &[area], sizes),
        Swatch::Net => {
            let end = area.right() - sizes.body * NET;
            net(
                Point::new(area.x, centre.y),
                Point::new(end, centre.y),
                sizes,
            )
        }
        Swatch::Line => {
            let ends = [area.x, area.right()].map(|x| Point::new(x, centre.y));
            let line = Shape::line(ends[0], ends[1], line_stroke(sizes));
            vec![line, point(centre, sizes)]
        }
        Swatch::Score => vec![score(centre, sizes)],
        Swatch::Range => vec![Shape::line(
            Point::new(area.x, centre.y),
            Point::new(area.right(), centre.y),
            range_stroke(sizes),
        )],
        Swatch::Model(marker) => vec![marker.shape(centre, em * 0.42, Role::Surface, outline)],
        Swatch::Filled => {
            let stroke = Stroke::new(Role::Surface, sizes.body * 0.1);
            vec![Marker::Circle.shape(centre, em * 0.45, Role::Mark, stroke)]
        }
        Swatch::Hollow => vec![Marker::Circle.shape(centre, em * 0.42, Role::Surface, outline)],
        Swatch::AtLeast => {
            let from = Point::new(area.x + em * 0.35, centre.y);
            let edge = Stroke::new(Role::Range, sizes.body * 0.08);
            let mark = Marker::Circle.shape(from, em * 0.35, Role::Grid, edge);
            let mut shapes = at_least(from, sizes);
            shapes.push(mark);
            shapes
        }
        Swatch::Area(share) => {
            let largest = em * 0.62;
            let small = largest * share.sqrt();
            let at = |x: f64| Point::new(area.x + x, centre.y);
            vec![
                Marker::Circle.shape(at(small), small, Role::Surface, outline),
                Marker::Circle.shape(at(area.width - largest), largest, Role::Surface, outline),
            ]
        }
    }
}
