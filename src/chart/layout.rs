//! A chart laid out: shapes in points in the order they are painted, and what the pointer meets.

use crate::chart::chart::{Body, Chart};
use crate::chart::fonts::Face;
use crate::chart::geometry::{Point, Rect};
use crate::chart::map::View;
use crate::chart::measure::Measure;
use crate::chart::paper;
use crate::chart::text::Sizes;
use crate::chart::theme::Role;
use crate::findings::figure::FigureId;
use crate::units::id::Id;

/// How much of a chart to lay out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parts {
    /// Everything that a reader of paper needs: title, subtitle, legend, note.
    Paper,
    /// Only the drawing; the window has labels for the rest.
    Screen,
}

/// What to lay out, and how large.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Request {
    /// The width in points.
    pub width: f64,
    /// How much of the chart.
    pub parts: Parts,
    /// The sizes of type.
    pub sizes: Sizes,
    /// The part of a map that is visible; all of it where nothing is said.
    pub view: Option<View>,
    /// As high as a drawing may be that has no rows; as high as suits its width where nothing is said.
    pub height: Option<f64>,
}

impl Request {
    /// A whole chart for paper.
    pub const fn paper(width: f64) -> Self {
        Self {
            width,
            parts: Parts::Paper,
            sizes: Sizes::PAPER,
            view: None,
            height: None,
        }
    }

    /// The drawing alone for the window.
    pub const fn screen(width: f64) -> Self {
        Self {
            width,
            parts: Parts::Screen,
            sizes: Sizes::SCREEN,
            view: None,
            height: None,
        }
    }
}

/// Lays out a chart.
pub fn layout(chart: &Chart, request: &Request, measure: &dyn Measure) -> Layout {
    match &chart.body {
        Body::Rows(rows) => paper::rows(chart, rows, request, measure),
        Body::Map(map) => paper::map(chart, map, request, measure),
        Body::Tiles(tiles) => paper::tiles(chart, tiles, request, measure),
        Body::Columns(columns) => paper::columns(chart, columns, request, measure),
        Body::Bars(bars) => paper::bars(chart, bars, request, measure),
        Body::Distribution(of) => paper::distribution(chart, of, request, measure),
        Body::Tornado(bars) => paper::tornado(chart, bars, request, measure),
        Body::Matrix(matrix) => paper::matrix(chart, matrix, request, measure),
        Body::Lanes(lanes) => paper::lanes(chart, lanes, request, measure),
        Body::Panels(panels) => paper::panels(chart, panels, request, measure),
    }
}

/// Shapes in the order they are painted, and what the pointer meets.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// The width in points.
    pub width: f64,
    /// The height in points.
    pub height: f64,
    /// What to paint, the hindmost first.
    pub shapes: Vec<Shape>,
    /// What the pointer meets, the hindmost first.
    pub hits: Vec<Hit>,
    /// The rectangles that data is plotted in.
    pub frames: Vec<Rect>,
    /// Where each partnership's row is, from the top; empty for a map.
    pub rows: Vec<RowExtent>,
}

impl Layout {
    /// Nothing yet, on paper of this width.
    pub fn of_width(width: f64) -> Self {
        Self {
            width,
            ..Self::default()
        }
    }

    /// What the pointer meets: the foremost area that holds it.
    pub fn hit(&self, at: Point) -> Option<&Hit> {
        self.hits.iter().rev().find(|hit| hit.area.contains(at))
    }

    /// Paints another layout over this one with its corner at `at`, and makes room for it below.
    pub fn place(&mut self, mut other: Self, at: Point) {
        for shape in &mut other.shapes {
            shape.shift(at);
        }
        self.shapes.append(&mut other.shapes);
        self.hits.extend(other.hits.into_iter().map(|hit| Hit {
            area: hit.area.shifted(at),
            ..hit
        }));
        self.frames
            .extend(other.frames.into_iter().map(|frame| frame.shifted(at)));
        self.rows
            .extend(other.rows.into_iter().map(|row| RowExtent {
                top: row.top + at.y,
                bottom: row.bottom + at.y,
                ..row
            }));
        self.height = self.height.max(at.y + other.height);
    }
}

/// The top and bottom of a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RowExtent {
    /// Whose row it is.
    pub partnership: Id,
    /// From the top of the layout.
    pub top: f64,
    /// From the top of the layout.
    pub bottom: f64,
}

/// An area that answers to the pointer.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Where it is.
    pub area: Area,
    /// The figure shown there.
    pub figure: FigureId,
    /// The partnership it belongs to; nothing for a figure of several.
    pub partnership: Option<Id>,
    /// The full name and the figures, in lines.
    pub hover: String,
}

/// The shape of an area that answers to the pointer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Area {
    /// A bar, a row, a name.
    Rect(Rect),
    /// A mark.
    Circle {
        /// Its middle.
        centre: Point,
        /// Its reach.
        radius: f64,
    },
}

impl Area {
    /// Whether a place is inside.
    pub fn contains(&self, at: Point) -> bool {
        match self {
            Self::Rect(rect) => rect.contains(at),
            Self::Circle { centre, radius } => centre.distance(at) <= *radius,
        }
    }

    fn shifted(self, by: Point) -> Self {
        match self {
            Self::Rect(rect) => Self::Rect(rect.shifted(by)),
            Self::Circle { centre, radius } => Self::Circle {
                centre: centre.shifted(by),
                radius,
            },
        }
    }
}

/// Which part of a text its place refers to; up and down it is always the baseline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The left end.
    Start,
    /// The middle.
    Middle,
    /// The right end.
    End,
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub role: Role,
    /// Its thickness.
    pub width: f64,
    /// The lengths of dash and gap, or an unbroken line.
    pub dash: Option<(f64, f64)>,
}

impl Stroke {
    /// An unbroken line.
    pub const fn new(role: Role, width: f64) -> Self {
        Self {
            role,
            width,
            dash: None,
        }
    }

    /// The same line in dashes.
    #[must_use]
    pub const fn dashed(self, dash: f64, gap: f64) -> Self {
        Self {
            dash: Some((dash, gap)),
            ..self
        }
    }
}

/// One thing to paint.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// An upright rectangle.
    Rect {
        /// Where it is.
        rect: Rect,
        /// Inside.
        fill: Role,
        /// Its outline.
        stroke: Option<Stroke>,
    },
    /// Straight lines that are not joined up, such as hatching, a grid or one line.
    Lines {
        /// Their ends.
        lines: Vec<(Point, Point)>,
        /// How they are drawn.
        stroke: Stroke,
    },
    /// A line through several places.
    Polyline {
        /// The places.
        points: Vec<Point>,
        /// How it is drawn.
        stroke: Stroke,
    },
    /// A closed, convex outline.
    Polygon {
        /// Its corners.
        points: Vec<Point>,
        /// Inside.
        fill: Role,
        /// Its outline.
        stroke: Option<Stroke>,
    },
    /// A circle.
    Circle {
        /// Its middle.
        centre: Point,
        /// Its radius.
        radius: f64,
        /// Inside.
        fill: Role,
        /// Its outline.
        stroke: Option<Stroke>,
    },
    /// One line of text.
    Text(Text),
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// Where its baseline starts, has its middle or ends.
    pub at: Point,
    /// What it says.
    pub text: String,
    /// The size of type in points.
    pub size: f64,
    /// The cut of the typeface.
    pub face: Face,
    /// What `at` refers to.
    pub anchor: Anchor,
    /// Its colour.
    pub role: Role,
}

impl Shape {
    /// A single straight line.
    pub fn line(from: Point, to: Point, stroke: Stroke) -> Self {
        Self::Lines {
            lines: vec![(from, to)],
            stroke,
        }
    }

    /// Moves it.
    pub fn shift(&mut self, by: Point) {
        match self {
            Self::Rect { rect, .. } => *rect = rect.shifted(by),
            Self::Lines { lines, .. } => {
                for (from, to) in lines {
                    *from = from.shifted(by);
                    *to = to.shifted(by);
                }
            }
            Self::Polyline { points, .. } | Self::Polygon { points, .. } => {
                for point in points {
                    *point = point.shifted(by);
                }
            }
            Self::Circle { centre, .. } => *centre = centre.shifted(by),
            Self::Text(text) => text.at = text.at.shifted(by),
        }
    }
}

impl Text {
    /// Regular text in ink from its left end.
    pub fn new(at: Point, text: impl Into<String>, size: f64) -> Self {
        Self {
            at,
            text: text.into(),
            size,
            face: Face::Regular,
            anchor: Anchor::Start,
            role: Role::Ink,
        }
    }

    /// In another cut.
    #[must_use]
    pub fn face(self, face: Face) -> Self {
        Self { face, ..self }
    }

    /// Placed by another of its parts.
    #[must_use]
    pub fn anchor(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }

    /// In another colour.
    #[must_use]
    pub fn role(self, role: Role) -> Self {
        Self { role, ..self }
    }

    /// The room it takes, from the top of its capitals to the foot of its descenders.
    pub fn extent(&self, measure: &dyn Measure) -> Rect {
        let width = measure.width(&self.text, self.size, self.face);
        let left = match self.anchor {
            Anchor::Start => self.at.x,
            Anchor::Middle => self.at.x - width / 2.0,
            Anchor::End => self.at.x - width,
        };
        let top = self.at.y - self.size * ASCENT;
        Rect::new(left, top, width, self.size * (ASCENT + DESCENT))
    }
}

impl From<Text> for Shape {
    fn from(text: Text) -> Self {
        Self::Text(text)
    }
}

/// How far letters rise above the baseline, in ems.
pub const ASCENT: f64 = 0.78;

/// How far letters fall below the baseline, in ems.
pub const DESCENT: f64 = 0.22;

/// From a centre line down to the baseline of text whose figures are centred on it, in ems: half of the height of capitals.
pub const CENTRING: f64 = 0.35;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::catalogue::{CHARTS, PARTNERSHIP_CHARTS};
    use crate::chart::doubts::Doubts;
    use crate::chart::measure::PlexMeasure;
    use crate::chart::sample;
    use crate::costing::basis::Basis;

    /// Too small to hold a line of hatching, in points.
    const SLIVER: f64 = 5.0;

    #[test]
    fn turquoise_is_hatched_wherever_it_fills_so_that_colour_is_not_the_only_sign() {
        let findings = sample::findings(15);
        let of_all = CHARTS
            .iter()
            .map(|kind| (kind.id, (kind.draw)(&findings, Basis::Full, Doubts::NONE)));
        let of_one = PARTNERSHIP_CHARTS.iter().flat_map(|kind| {
            let each = findings.partnerships.iter();
            each.map(|it| {
                (
                    kind.id,
                    (kind.draw)(&findings, it, Basis::Full, Doubts::NONE),
                )
            })
        });
        let mut n_filled = 0;
        for (id, chart) in of_all.chain(of_one) {
            let page = layout(&chart, &Request::paper(482.0), &PlexMeasure);
            for (at, shape) in page.shapes.iter().enumerate() {
                let Shape::Rect {
                    rect,
                    fill: Role::Opportunity,
                    ..
                } = shape
                else {
                    continue;
                };
                if rect.width < SLIVER || rect.height < SLIVER {
                    continue;
                }
                n_filled += 1;
                let over = page.shapes.iter().skip(at + 1);
                let is_hatched = over.into_iter().any(|it| {
                    matches!(it, Shape::Lines { lines, stroke }
                        if stroke.role == Role::Hatch
                            && lines.iter().any(|(from, _)| rect.grown(0.1).contains(*from)))
                });
                assert!(is_hatched, "{id}: {rect:?}");
            }
        }
        assert!(n_filled > 20, "{n_filled}");
    }
}
