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
use crate::chart::tornado::End;
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

/// A bar of costs, filled, of benefits, hatched, or of costs with nothing to set against them, open.
pub fn side(side: Side, rects: &[Rect], sizes: &Sizes) -> Vec<Shape> {
    let fill = match side {
        Side::Cost => Role::Direct,
        Side::Benefit => Role::Opportunity,
        Side::Unweighed => {
            let open = rects.iter();
            return open
                .flat_map(|it| segment(Class::InKind, *it, sizes))
                .collect();
        }
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

/// What is left after payments: the same with an open mark.
pub fn net_after(from: Point, to: Point, sizes: &Sizes) -> Vec<Shape> {
    let edge = Stroke::new(Role::Ink, sizes.body * 0.12);
    let stem = Stroke::new(Role::Ink, sizes.body * 0.12);
    let stem = stem.dashed(sizes.body * 0.3, sizes.body * 0.22);
    vec![
        Shape::line(from, to, stem),
        Marker::Diamond.shape(to, sizes.body * NET, Role::Surface, edge),
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

/// Where a figure lies in eight of ten draws, over a bar: a halo in the colour of the paper keeps it apart.
pub fn whisker(from: (Point, bool), to: (Point, bool), sizes: &Sizes) -> Vec<Shape> {
    let (lines, stroke) = whisker_lines(from, to, sizes);
    let halo = Stroke::new(Role::Surface, stroke.width * 3.0);
    let under = Shape::Lines {
        lines: lines.clone(),
        stroke: halo,
    };
    vec![under, Shape::Lines { lines, stroke }]
}

/// The same on paper: a thin line with a cap at each end that is in view.
pub fn bare_whisker(from: (Point, bool), to: (Point, bool), sizes: &Sizes) -> Shape {
    let (lines, stroke) = whisker_lines(from, to, sizes);
    Shape::Lines { lines, stroke }
}

fn whisker_lines(
    from: (Point, bool),
    to: (Point, bool),
    sizes: &Sizes,
) -> (Vec<(Point, Point)>, Stroke) {
    let cap = sizes.body * 0.26;
    let is_upright = (from.0.x - to.0.x).abs() < (from.0.y - to.0.y).abs();
    let (x, y) = if is_upright { (cap, 0.0) } else { (0.0, cap) };
    let caps = [from, to].into_iter().filter(|(_, is_seen)| *is_seen);
    let caps = caps.map(|(at, _)| (at.shifted(Point::new(-x, -y)), at.shifted(Point::new(x, y))));
    let lines = std::iter::once((from.0, to.0)).chain(caps).collect();
    (lines, Stroke::new(Role::Ink, sizes.body * 0.11))
}

/// The edges of a band in which a line lies in eight of ten draws.
pub fn band_stroke(sizes: &Sizes) -> Stroke {
    Stroke::new(Role::Ink, sizes.body * 0.085)
}

/// The line in the middle of such a band.
pub fn median_stroke(sizes: &Sizes) -> Stroke {
    band_stroke(sizes).dashed(sizes.body * 0.3, sizes.body * 0.22)
}

/// A piece of a bar towards the low end of a fact, open, or towards its high end, filled.
pub fn end(end: End, rect: Rect, sizes: &Sizes) -> Vec<Shape> {
    segment(
        match end {
            End::Low => Class::InKind,
            End::High => Class::Direct,
        },
        rect,
        sizes,
    )
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
        Swatch::Segment(_)
        | Swatch::Side(_)
        | Swatch::End(_)
        | Swatch::Net
        | Swatch::NetAfter
        | Swatch::Line
        | Swatch::Fan => em * 1.9,
        Swatch::Score | Swatch::Model(_) | Swatch::Filled | Swatch::Hollow => em,
        Swatch::Range | Swatch::Whisker => em * 1.7,
        Swatch::AtLeast => em * 1.6,
        Swatch::Area(_) => em * 2.1,
        Swatch::Tile(_) | Swatch::Tint(_) => em * 1.15,
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
        Swatch::Net | Swatch::NetAfter => {
            let end = area.right() - sizes.body * NET;
            let (from, to) = (Point::new(area.x, centre.y), Point::new(end, centre.y));
            if swatch == Swatch::Net {
                net(from, to, sizes)
            } else {
                net_after(from, to, sizes)
            }
        }
        Swatch::Tint(it) => vec![Shape::Rect {
            rect: area,
            fill: it.role(),
            stroke: Some(Stroke::new(Role::Grid, sizes.body * 0.07)),
        }],
        Swatch::Line => {
            let ends = [area.x, area.right()].map(|x| Point::new(x, centre.y));
            let line = Shape::line(ends[0], ends[1], line_stroke(sizes));
            vec![line, point(centre, sizes)]
        }
        Swatch::Whisker => {
            let ends = [area.x, area.right()].map(|x| (Point::new(x, centre.y), true));
            vec![bare_whisker(ends[0], ends[1], sizes)]
        }
        Swatch::Fan => {
            let rect = Rect::new(area.x, area.y - em * 0.1, area.width, em * 1.2);
            let level = |y: f64| (Point::new(rect.x, y), Point::new(rect.right(), y));
            vec![
                Shape::Rect {
                    rect,
                    fill: Role::Grid,
                    stroke: None,
                },
                Shape::Lines {
                    lines: vec![level(rect.y), level(rect.bottom())],
                    stroke: band_stroke(sizes),
                },
                Shape::Lines {
                    lines: vec![level(centre.y)],
                    stroke: median_stroke(sizes),
                },
            ]
        }
        Swatch::End(it) => end(it, area, sizes),
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
