//! A map in points: grid, guides, frontier, marks and the names that fit, for the part of it that is visible.

use crate::chart::chart::Range;
use crate::chart::doubts::Whisker;
use crate::chart::fonts::Face;
use crate::chart::geometry::{Point, Rect, Size};
use crate::chart::labels::{self, Obstacles, Target};
use crate::chart::layout::{ASCENT, Anchor, Area, DESCENT, Hit, Layout, Shape, Stroke, Text};
use crate::chart::legend::{at_least, bare_whisker, range_stroke};
use crate::chart::map::{Map, Mark, Standing, View};
use crate::chart::map_scale::Scale;
use crate::chart::measure::Measure;
use crate::chart::room_index::RoomIndex;
use crate::chart::text::{Sizes, shorten};
use crate::chart::theme::Role;
use crate::chart::ticks::Tick;

/// What stands inside the frame, and the ticks beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct MapLayout {
    /// The inside of the frame, from its top left corner.
    pub layout: Layout,
    /// Costs along the bottom, with their place from the left.
    pub x_ticks: Vec<(f64, Tick)>,
    /// Scores up the side, with their place from the top.
    pub y_ticks: Vec<(f64, Tick)>,
    /// How many visible marks have no name, because no place for it was free.
    pub n_unnamed: usize,
    /// Whether the frontier has its name beside it.
    pub is_frontier_named: bool,
}

/// Lays out the visible part of a map in a frame of this size.
pub fn layout_map(
    map: &Map,
    frame: Size,
    view: &View,
    sizes: &Sizes,
    measure: &dyn Measure,
) -> MapLayout {
    let scale = Scale::new(frame, (*view, map.scale), sizes, map.money_unit);
    let drawing = Drawing {
        map,
        scale: &scale,
        sizes,
        measure,
    };
    drawing.lay_out()
}

/// As many names as are tried for a place: more never fit, and trying takes time for each against all marks.
const MOST_NAMES: usize = 120;

/// The share of the width of a name that a short one has.
const SHORT: f64 = 0.66;

struct Drawing<'a> {
    map: &'a Map,
    scale: &'a Scale,
    sizes: &'a Sizes,
    measure: &'a dyn Measure,
}

impl Drawing<'_> {
    fn lay_out(&self) -> MapLayout {
        let frame = self.scale.frame;
        let mut out = Layout {
            width: frame.width,
            height: frame.height,
            frames: vec![frame],
            ..Layout::default()
        };
        out.shapes.push(self.grid());
        out.shapes.extend(self.guides());
        let steps = self.frontier();
        out.shapes
            .extend(steps.iter().map(|points| Shape::Polyline {
                points: points.clone(),
                stroke: Stroke::new(Role::Accent, self.sizes.body * 0.2),
            }));

        let mut marks: Vec<&Mark> = self
            .map
            .marks
            .iter()
            .filter(|m| self.is_visible(m))
            .collect();
        let ranges: Vec<(Point, Point)> = marks.iter().filter_map(|m| self.range(m)).collect();
        out.shapes.push(Shape::Lines {
            lines: ranges.clone(),
            stroke: range_stroke(self.sizes),
        });
        let whiskers: Vec<[(Point, bool); 2]> =
            marks.iter().flat_map(|m| self.whiskers(m)).collect();
        for [from, to] in &whiskers {
            out.shapes.push(bare_whisker(*from, *to, self.sizes));
        }
        let lines = whiskers.iter().map(|[from, to]| (from.0, to.0));
        let lines: Vec<_> = ranges.into_iter().chain(lines).collect();

        let mut obstacles = self.obstacles(&marks, &steps, &lines);
        let name = self.frontier_name(&steps, &obstacles);
        let is_frontier_named = name.is_some() || steps.is_empty();
        if let Some(name) = name {
            obstacles.hard.take(name.extent(self.measure), 0.0);
            out.shapes.push(name.into());
        }
        let (names, n_unnamed) = self.names(&marks, &mut obstacles);
        out.shapes.extend(self.quarters(&obstacles));
        // The smallest last, so that none hides behind a larger one.
        marks.sort_by(|one, other| other.share_of_area.total_cmp(&one.share_of_area));
        let (leaders, names): (Vec<Shape>, Vec<Shape>) = names
            .into_iter()
            .partition(|shape| matches!(shape, Shape::Lines { .. }));
        out.shapes.extend(leaders);
        for mark in marks {
            self.mark(&mut out, mark);
        }
        out.shapes.extend(names);
        MapLayout {
            layout: out,
            x_ticks: self.scale.x_ticks.clone(),
            y_ticks: self.scale.y_ticks.clone(),
            n_unnamed,
            is_frontier_named,
        }
    }

    fn is_crowded(&self) -> bool {
        self.map.marks.len() > 20
    }

    fn centre(&self, mark: &Mark) -> Point {
        self.scale.at(mark.cost.value, mark.score.value)
    }

    fn is_visible(&self, mark: &Mark) -> bool {
        self.scale.is_visible(self.centre(mark))
    }

    /// The radius of a circle of the mark's area, between a least that can be seen and a most that leaves room.
    fn radius(&self, mark: &Mark) -> f64 {
        let most = if self.is_crowded() { 0.8 } else { 1.1 };
        let radius = self.sizes.body * most * mark.share_of_area.max(0.0).sqrt();
        radius.max(self.sizes.body * 0.38)
    }

    fn room(&self, mark: &Mark) -> Rect {
        let centre = self.centre(mark);
        let radius = self.radius(mark);
        let reach = mark.marker.reach(radius);
        let (rise, fall) = mark.marker.rise_and_fall(radius);
        let right = if mark.is_at_least {
            self.sizes.body * 1.0
        } else {
            0.0
        };
        Rect::new(
            centre.x - reach,
            centre.y - rise,
            reach * 2.0 + right,
            rise + fall,
        )
    }

    fn grid(&self) -> Shape {
        let Rect { width, height, .. } = self.scale.frame;
        let upright = |(x, _): &(f64, Tick)| (Point::new(*x, 0.0), Point::new(*x, height));
        let level = |(y, _): &(f64, Tick)| (Point::new(0.0, *y), Point::new(width, *y));
        Shape::Lines {
            lines: (self.scale.x_ticks.iter().map(upright))
                .chain(self.scale.y_ticks.iter().map(level))
                .collect(),
            stroke: Stroke::new(Role::Grid, self.sizes.body * 0.06),
        }
    }

    fn medians(&self) -> (Option<f64>, Option<f64>) {
        let Rect { width, height, .. } = self.scale.frame;
        let x = self.map.median_cost.map(|cost| self.scale.x(cost));
        let y = self.map.median_score.map(|score| self.scale.y(score));
        (
            x.filter(|x| (0.0..=width).contains(x)),
            y.filter(|y| (0.0..=height).contains(y)),
        )
    }

    fn guides(&self) -> Option<Shape> {
        let Rect { width, height, .. } = self.scale.frame;
        let (x, y) = self.medians();
        let upright = x.map(|x| (Point::new(x, 0.0), Point::new(x, height)));
        let level = y.map(|y| (Point::new(0.0, y), Point::new(width, y)));
        let lines: Vec<_> = upright.into_iter().chain(level).collect();
        let stroke = Stroke::new(Role::Axis, self.sizes.body * 0.08);
        (!lines.is_empty()).then_some(Shape::Lines {
            lines,
            stroke: stroke.dashed(3.0, 2.5),
        })
    }

    fn range(&self, mark: &Mark) -> Option<(Point, Point)> {
        let Range { low, high } = mark.range?;
        let Rect { height, .. } = self.scale.frame;
        let at = |score| {
            let Point { x, y } = self.scale.at(mark.cost.value, score);
            Point::new(x, y.clamp(0.0, height))
        };
        Some((at(low), at(high)))
    }

    /// The lines of eight of ten draws, cut off at the frame; whether each end is inside.
    fn whiskers(&self, mark: &Mark) -> Vec<[(Point, bool); 2]> {
        let Rect { width, height, .. } = self.scale.frame;
        let centre = self.centre(mark);
        let across = mark.cost_whisker.map(|Whisker { p10, p90 }| {
            [p10, p90].map(|cost| {
                let x = self.scale.x(cost);
                let at = Point::new(x.clamp(0.0, width), centre.y);
                (at, (0.0..=width).contains(&x))
            })
        });
        let up = mark.score_whisker.map(|Whisker { p10, p90 }| {
            [p10, p90].map(|score| {
                let y = self.scale.y(score);
                let at = Point::new(centre.x, y.clamp(0.0, height));
                (at, (0.0..=height).contains(&y))
            })
        });
        across.into_iter().chain(up).collect()
    }

    /// The steps of the frontier inside the frame, in unbroken runs.
    ///
    /// From each partnership level to the cost of the next and then up to its score: what so much money can reach.
    fn frontier(&self) -> Vec<Vec<Point>> {
        let Rect { width, height, .. } = self.scale.frame;
        let mut corners = Vec::new();
        for (cost, score) in &self.map.frontier {
            let at = self.scale.at(*cost, *score);
            if let Some(Point { y, .. }) = corners.last().copied() {
                corners.push(Point::new(at.x, y));
            }
            corners.push(at);
        }
        if let Some(Point { x, y }) = corners.last().copied() {
            corners.push(Point::new(width.max(x), y));
        }
        let mut runs: Vec<Vec<Point>> = Vec::new();
        for pair in corners.windows(2) {
            let [a, b] = pair else { continue };
            let is_outside =
                |one: f64, other: f64, end: f64| one.max(other) < 0.0 || one.min(other) > end;
            if is_outside(a.x, b.x, width) || is_outside(a.y, b.y, height) {
                continue;
            }
            let inside = |p: &Point| Point::new(p.x.clamp(0.0, width), p.y.clamp(0.0, height));
            let (a, b) = (inside(a), inside(b));
            match runs.last_mut() {
                Some(run) if run.last() == Some(&a) => run.push(b),
                _ => runs.push(vec![a, b]),
            }
        }
        runs
    }

    fn obstacles(
        &self,
        marks: &[&Mark],
        steps: &[Vec<Point>],
        ranges: &[(Point, Point)],
    ) -> Obstacles {
        let line = |a: &Point, b: &Point, cost| (Rect::spanning(*a, *b).grown(0.8), cost);
        let mut soft: Vec<(Rect, f64)> = ranges.iter().map(|(a, b)| line(a, b, 22.0)).collect();
        soft.extend(steps.iter().flat_map(|run| {
            run.windows(2).filter_map(|pair| match pair {
                [a, b] => Some(line(a, b, 26.0)),
                _ => None,
            })
        }));
        if let Some(Shape::Lines { lines, .. }) = self.guides() {
            soft.extend(lines.iter().map(|(a, b)| line(a, b, 20.0)));
        }
        let times = if self.is_crowded() { 2.0 } else { 1.0 };
        let mut lines = RoomIndex::new(self.scale.frame);
        for (line, cost) in soft {
            lines.take(line, cost * times);
        }
        let mut rooms = RoomIndex::new(self.scale.frame);
        for mark in marks {
            rooms.take(self.room(mark), 0.0);
        }
        Obstacles {
            hard: rooms,
            soft: lines,
            worst: if self.is_crowded() {
                42.0
            } else {
                f64::INFINITY
            },
        }
    }

    /// The frontier's name above or below one of its level parts, the last for choice.
    fn frontier_name(&self, steps: &[Vec<Point>], obstacles: &Obstacles) -> Option<Text> {
        let em = self.sizes.small;
        let width = self
            .measure
            .width(&self.map.frontier_name, em, Face::Regular);
        let levels = steps
            .iter()
            .flat_map(|run| run.windows(2))
            .filter_map(|pair| match pair {
                [a, b] if b.x - a.x > width + em => Some((*a, *b)),
                _ => None,
            });
        let levels: Vec<(Point, Point)> = levels.collect();
        let baselines = [-em * 0.45, em * 1.1];
        let places = levels.iter().rev().flat_map(|(a, b)| {
            let (a, b) = (*a, *b);
            baselines.into_iter().flat_map(move |down| {
                let ends = [
                    b.x - em * 0.5,
                    f64::midpoint(a.x, b.x) + width / 2.0,
                    a.x + width + em,
                ];
                ends.into_iter().map(move |x| Point::new(x, a.y + down))
            })
        });
        places
            .map(|at| {
                Text::new(at, self.map.frontier_name.clone(), em)
                    .role(Role::AccentInk)
                    .anchor(Anchor::End)
            })
            .find(|text| {
                let room = text.extent(self.measure);
                self.scale.frame.encloses(&room) && obstacles.is_clear(&room)
            })
    }

    fn names(&self, marks: &[&Mark], obstacles: &mut Obstacles) -> (Vec<Shape>, usize) {
        let size = self.sizes.small * 1.06;
        let ems = if self.is_crowded() { 14.0 } else { 17.0 };
        let widest = (self.scale.frame.width * 0.3).min(size * ems);
        let tried = marks.get(..MOST_NAMES).unwrap_or(marks);
        let within = |mark: &&Mark, width: f64| {
            shorten(&mark.name, width, size, Face::Regular, self.measure).into_owned()
        };
        let room = |name: &str| {
            let width = self.measure.width(name, size, Face::Regular);
            Size::new(width, size * (ASCENT + DESCENT))
        };
        let names: Vec<String> = tried.iter().map(|mark| within(mark, widest)).collect();
        let short: Vec<String> = if self.is_crowded() {
            tried.iter().map(|it| within(it, widest * SHORT)).collect()
        } else {
            Vec::new()
        };
        let targets: Vec<Target> = tried
            .iter()
            .zip(&names)
            .enumerate()
            .map(|(at, (mark, name))| Target {
                mark: self.room(mark),
                name: room(name),
                short: short.get(at).map(|name| room(name)),
            })
            .collect();
        let places = labels::place(&targets, self.scale.frame.grown(-1.5), obstacles);
        let n_named = places.iter().flatten().count();
        let n_unnamed = marks.len().saturating_sub(n_named);
        let mut shapes = Vec::new();
        for (at, (place, name)) in places.into_iter().zip(names).enumerate() {
            let Some(place) = place else { continue };
            let name = match short.get(at).filter(|_| place.is_short) {
                Some(short) => short.clone(),
                None => name,
            };
            obstacles.hard.take(place.rect, 0.0);
            if let Some((from, to)) = place.leader {
                obstacles.hard.take(Rect::spanning(from, to), 0.0);
                let stroke = Stroke::new(Role::Axis, self.sizes.body * 0.06);
                shapes.push(Shape::line(from, to, stroke));
            }
            let at = Point::new(place.rect.x, place.rect.y + size * ASCENT);
            shapes.push(Text::new(at, name, size).into());
        }
        (shapes, n_unnamed)
    }

    /// The names of the quarters in their outer corners, or along their outer edges; left out where all is taken.
    fn quarters(&self, obstacles: &Obstacles) -> Vec<Shape> {
        let (Some(x), Some(y)) = self.medians() else {
            return Vec::new();
        };
        let Rect { width, height, .. } = self.scale.frame;
        let em = self.sizes.small;
        let pad = em * 0.7;
        let top = pad + em * ASCENT;
        let bottom = height - pad - em * DESCENT;
        // From the corner inwards, and down or up a line at a time.
        let corners = [
            (pad, top, Anchor::Start, (1.0, 1.0), (x, y)),
            (width - pad, top, Anchor::End, (-1.0, 1.0), (width - x, y)),
            (pad, bottom, Anchor::Start, (1.0, -1.0), (x, height - y)),
            (
                width - pad,
                bottom,
                Anchor::End,
                (-1.0, -1.0),
                (width - x, height - y),
            ),
        ];
        let mut written = Vec::new();
        for ((at_x, at_y, anchor, (right, down), (wide, high)), name) in
            corners.into_iter().zip(&self.map.quarters)
        {
            let text = |aside: f64, lines: f64| {
                let at = Point::new(
                    at_x + right * aside * em * 1.5,
                    at_y + down * lines * em * 1.4,
                );
                Text::new(at, name.clone(), em)
                    .face(Face::Italic)
                    .role(Role::Muted)
                    .anchor(anchor)
            };
            let places = (0..3).flat_map(|lines| (0..40).map(move |aside| (aside, lines)));
            let found = places
                .map(|(aside, lines)| (f64::from(aside), f64::from(lines)))
                .take_while(|_| wide > pad * 2.0 && high > pad * 2.0)
                .map(|(aside, lines)| (text(aside, lines), aside * em * 1.5, lines * em * 1.4))
                .find(|(text, aside, below)| {
                    let room = text.extent(self.measure);
                    room.width + aside + pad * 2.0 <= wide
                        && room.height + below + pad * 2.0 <= high
                        && obstacles.is_clear(&room)
                });
            written.extend(found.map(|(text, ..)| text.into()));
        }
        written
    }

    fn mark(&self, out: &mut Layout, mark: &Mark) {
        let centre = self.centre(mark);
        let radius = self.radius(mark);
        if mark.is_at_least {
            let from = Point::new(centre.x + mark.marker.reach(radius), centre.y);
            out.shapes.extend(at_least(from, self.sizes));
        }
        let (fill, stroke) = match mark.standing {
            Standing::Frontier => (
                Role::Mark,
                Stroke::new(Role::Surface, self.sizes.body * 0.1),
            ),
            Standing::Other => (
                Role::Surface,
                Stroke::new(Role::Hollow, self.sizes.body * 0.16),
            ),
            Standing::NotCompared => (Role::Grid, Stroke::new(Role::Range, self.sizes.body * 0.08)),
        };
        out.shapes
            .push(mark.marker.shape(centre, radius, fill, stroke));
        out.hits.push(Hit {
            area: Area::Circle {
                centre,
                radius: mark.marker.reach(radius).max(self.sizes.body * 0.6),
            },
            figure: mark.cost.id,
            partnership: Some(mark.partnership),
            hover: mark.hover.clone(),
        });
    }
}
