//! Years in points: benefits rise from the line of nought, costs hang below it, and a line tells what is left so far.

use crate::chart::bars::Side;
use crate::chart::columns::{Band, ColumnYear, Columns, Mark};
use crate::chart::fonts::Face;
use crate::chart::geometry::{Point, Rect, count};
use crate::chart::layout::{Anchor, Area, CENTRING, Hit, Layout, Shape, Stroke, Text};
use crate::chart::legend::{band_stroke, line_stroke, median_stroke, point, side};
use crate::chart::measure::Measure;
use crate::chart::text::Sizes;
use crate::chart::theme::Role;
use crate::chart::ticks::{self, Tick};
use crate::findings::figure::FigureId;

/// Lays out the years for this width, and no higher than what is left where a height is given.
pub fn layout_columns(
    columns: &Columns,
    (width, most): (f64, Option<f64>),
    sizes: &Sizes,
    measure: &dyn Measure,
) -> Layout {
    let mut out = Layout::of_width(width);
    if columns.years.is_empty() {
        let at = Point::new(0.0, sizes.body * 2.5);
        let text = Text::new(at, columns.when_empty.clone(), sizes.body);
        out.shapes.push(text.role(Role::Muted).into());
        out.height = sizes.body * 5.0;
        return out;
    }
    let drawing = Drawing {
        columns,
        plot: Plot::fit(columns, (width, most), sizes, measure),
        sizes,
        measure,
    };
    drawing.lay_out(&mut out);
    out
}

/// Columns narrower than this, in ems of body type, stand without gaps and answer to the pointer as one.
const MERGED: f64 = 0.5;

/// Points of the line that are closer than this, in ems of body type, are marked only where a year is named.
const CROWDED: f64 = 0.9;

/// The room of the years below the frame, in ems of small type.
const FOOT: f64 = 2.3;

/// Where years and amounts stand.
struct Plot {
    frame: Rect,
    /// The least and the greatest amount of the frame.
    span: (f64, f64),
    /// The room of a year.
    pitch: f64,
    ticks: Vec<Tick>,
    /// Every how many years one is named.
    every: usize,
}

impl Plot {
    fn fit(
        columns: &Columns,
        (width, most): (f64, Option<f64>),
        sizes: &Sizes,
        measure: &dyn Measure,
    ) -> Self {
        let small = |text: &str| measure.width(text, sizes.small, Face::Regular);
        let (low, high) = span(columns);
        let at_most = 7;
        let ticks = ticks::money(low, high, at_most, columns.money_unit);
        let widest = ticks.iter().map(|tick| small(&tick.label));
        let left = widest.fold(0.0, f64::max) + sizes.small * 0.8;
        let end = measure.width(&columns.end, sizes.body, Face::SemiBold) + sizes.body * 1.1;
        let top = match columns.mark {
            Some(_) => sizes.body * 1.9,
            None => sizes.body * 0.6,
        };
        let left_over = most.map_or(f64::INFINITY, |most| most - top - sizes.small * FOOT);
        let height = (width * 0.5).min(sizes.body * 30.0).min(left_over);
        let height = height.max(sizes.body * 10.0);
        let frame = Rect::new(left, top, (width - left - end).max(1.0), height);
        let pitch = frame.width / count(columns.years.len());
        let names = columns.years.iter().map(|year| small(&year.name));
        let room = names.fold(0.0, f64::max) + sizes.small;
        let every = [1, 2, 5, 10, 20, 25, 50, 100, 250]
            .into_iter()
            .find(|every| count(*every) * pitch >= room)
            .unwrap_or(columns.years.len().max(1));
        Self {
            frame,
            span: (low, high),
            pitch,
            ticks,
            every,
        }
    }

    fn y(&self, value: f64) -> f64 {
        let (low, high) = self.span;
        self.frame.bottom() - self.frame.height * (value - low) / (high - low)
    }

    /// The middle of the year that is so many after the first.
    fn x(&self, years: f64) -> f64 {
        self.frame.x + self.pitch * (years + 0.5)
    }
}

/// The least and the greatest amount that is drawn, with air; nought is always between them.
fn span(columns: &Columns) -> (f64, f64) {
    let mut low = 0.0_f64;
    let mut high = 0.0_f64;
    for year in &columns.years {
        let (rise, fall) = reach(year);
        let band = year.band.map(|it| (it.p10, it.p90));
        let (least, most) = band.unwrap_or((year.line.value, year.line.value));
        low = low.min(fall).min(year.line.value).min(least);
        high = high.max(rise).max(year.line.value).max(most);
    }
    let air = (high - low) * 0.05;
    if air > 0.0 {
        (low - air, high + air)
    } else {
        (-1.0, 1.0)
    }
}

/// How far the bars of a year rise above nought, and fall below it.
fn reach(year: &ColumnYear) -> (f64, f64) {
    let parts = [year.benefit.value, -year.cost.value];
    let rise = parts.iter().filter(|it| **it > 0.0).sum();
    let fall = parts.iter().filter(|it| **it < 0.0).sum();
    (rise, fall)
}

/// A bar without a gap before it: one with the last where they are equally high.
fn merge(bars: &mut Vec<Rect>, next: Rect) {
    // A hair more than its room, so that no seams show.
    let next = Rect {
        width: next.width + SEAM,
        ..next
    };
    let is_level = |one: f64, other: f64| (one - other).abs() < LEVEL;
    match bars.last_mut() {
        Some(last)
            if is_level(last.y, next.y)
                && is_level(last.height, next.height)
                && next.x <= last.right() =>
        {
            last.width = next.right() - last.x;
        }
        _ => bars.push(next),
    }
}

/// How far merged bars overlap, in points.
const SEAM: f64 = 0.4;

/// Bars that differ by less than this, in points, are equally high.
const LEVEL: f64 = 0.02;

struct Drawing<'a> {
    columns: &'a Columns,
    plot: Plot,
    sizes: &'a Sizes,
    measure: &'a dyn Measure,
}

impl Drawing<'_> {
    fn lay_out(&self, out: &mut Layout) {
        let frame = self.plot.frame;
        out.frames.push(frame);
        self.axes(out);
        self.fan(out);
        self.bars(out);
        let nought = (
            Point::new(frame.x, self.plot.y(0.0)),
            Point::new(frame.right(), self.plot.y(0.0)),
        );
        let stroke = Stroke::new(Role::Ink, self.sizes.body * 0.09);
        out.shapes.push(Shape::line(nought.0, nought.1, stroke));
        let mark = self.columns.mark.as_ref();
        if let Some(at) = mark.and_then(|mark| mark.at) {
            self.crossing(out, at);
        }
        self.fan_lines(out);
        self.line(out);
        if let Some(mark) = mark {
            self.said(out, mark);
        }
        out.height = frame.bottom() + self.sizes.small * FOOT;
    }

    fn axes(&self, out: &mut Layout) {
        let (frame, em) = (self.plot.frame, self.sizes.small);
        let mut grid = Vec::new();
        for tick in &self.plot.ticks {
            let y = self.plot.y(tick.value);
            grid.push((Point::new(frame.x, y), Point::new(frame.right(), y)));
            let at = Point::new(frame.x - em * 0.6, y + em * CENTRING);
            let label = Text::new(at, tick.label.clone(), em).role(Role::Muted);
            out.shapes.push(label.anchor(Anchor::End).into());
        }
        out.shapes.push(Shape::Lines {
            lines: grid,
            stroke: Stroke::new(Role::Grid, self.sizes.body * 0.07),
        });
        let mut notches = Vec::new();
        let mut free_from = f64::NEG_INFINITY;
        for (n, year) in self.named() {
            let x = self.plot.x(count(n));
            let foot = frame.bottom();
            notches.push((Point::new(x, foot), Point::new(x, foot + em * 0.35)));
            let half = self.measure.width(&year.name, em, Face::Regular) / 2.0;
            let middle = x.clamp(half, (out.width - half).max(half));
            if middle - half < free_from {
                continue;
            }
            free_from = middle + half + em * 0.5;
            let at = Point::new(middle, foot + em * 1.6);
            let label = Text::new(at, year.name.clone(), em).role(Role::Muted);
            out.shapes.push(label.anchor(Anchor::Middle).into());
        }
        out.shapes.push(Shape::Lines {
            lines: notches,
            stroke: Stroke::new(Role::Axis, self.sizes.body * 0.09),
        });
    }

    /// The years that have a name below them.
    fn named(&self) -> impl Iterator<Item = (usize, &ColumnYear)> {
        let years = self.columns.years.iter().enumerate();
        years.step_by(self.plot.every)
    }

    fn is_merged(&self) -> bool {
        self.plot.pitch < self.sizes.body * MERGED
    }

    fn bars(&self, out: &mut Layout) {
        let width = if self.is_merged() {
            self.plot.pitch
        } else {
            (self.plot.pitch * 0.68).min(self.sizes.body * 5.0)
        };
        let (mut benefits, mut costs) = (Vec::new(), Vec::new());
        for (n, year) in self.columns.years.iter().enumerate() {
            let middle = self.plot.x(count(n));
            let frame = self.plot.frame;
            let room = Rect::new(
                middle - self.plot.pitch / 2.0,
                frame.y,
                self.plot.pitch,
                frame.height,
            );
            self.hit(out, Area::Rect(room), year.line.id, &year.hover);
            let bar = |from: f64, to: f64| {
                let (from, to) = (self.plot.y(from), self.plot.y(to));
                Rect::new(middle - width / 2.0, from.min(to), width, (from - to).abs())
            };
            // What is on the wrong side of nought stands beyond what is on its own.
            let (benefit, cost) = (year.benefit.value, -year.cost.value);
            let (rise, fall) = (benefit.max(0.0), cost.min(0.0));
            let parts = [
                (&year.benefit, Side::Benefit, 0.0, rise),
                (&year.cost, Side::Cost, 0.0, fall),
                (&year.benefit, Side::Benefit, fall, fall + benefit.min(0.0)),
                (&year.cost, Side::Cost, rise, rise + cost.max(0.0)),
            ];
            for (figure, side, from, to) in parts {
                let rect = bar(from, to);
                if rect.height <= 0.0 {
                    continue;
                }
                let bars = match side {
                    Side::Benefit => &mut benefits,
                    Side::Cost | Side::Unweighed => &mut costs,
                };
                if self.is_merged() {
                    merge(bars, rect);
                } else {
                    bars.push(rect);
                    self.hit(out, Area::Rect(rect), figure.id, &year.hover);
                }
            }
        }
        out.shapes.extend(side(Side::Cost, &costs, self.sizes));
        out.shapes
            .extend(side(Side::Benefit, &benefits, self.sizes));
    }

    /// A line through one end of the band of every year.
    fn through(&self, of: fn(&Band) -> f64) -> Vec<Point> {
        let years = self.columns.years.iter().enumerate();
        let points = years.filter_map(|(n, year)| {
            let value = of(year.band.as_ref()?);
            Some(Point::new(self.plot.x(count(n)), self.plot.y(value)))
        });
        points.collect()
    }

    /// The band of eight of ten draws, behind the bars: a piece from each year to the next.
    fn fan(&self, out: &mut Layout) {
        let (low, high) = (self.through(|it| it.p10), self.through(|it| it.p90));
        for (below, above) in low.windows(2).zip(high.windows(2)) {
            let ([a, b], [c, d]) = (below, above) else {
                continue;
            };
            let next = Point::new(SEAM, 0.0);
            out.shapes.push(Shape::Polygon {
                points: vec![*c, d.shifted(next), b.shifted(next), *a],
                fill: Role::Grid,
                stroke: None,
            });
        }
    }

    /// Its edges and its middle, over the bars.
    fn fan_lines(&self, out: &mut Layout) {
        let (edge, middle) = (band_stroke(self.sizes), median_stroke(self.sizes));
        let lines = [
            (self.through(|it| it.p10), edge),
            (self.through(|it| it.p90), edge),
            (self.through(|it| it.p50), middle),
        ];
        for (points, stroke) in lines {
            if points.len() < 2 {
                continue;
            }
            let halo = Stroke::new(Role::Surface, stroke.width * 3.0);
            for stroke in [halo, stroke] {
                let points = points.clone();
                out.shapes.push(Shape::Polyline { points, stroke });
            }
        }
    }

    /// The line in the colour of the paper below itself, so that it stands out from the bars.
    fn line(&self, out: &mut Layout) {
        let at = |(n, year): (usize, &ColumnYear)| {
            Point::new(self.plot.x(count(n)), self.plot.y(year.line.value))
        };
        let years = self.columns.years.iter().enumerate();
        let points: Vec<Point> = years.clone().map(at).collect();
        let stroke = line_stroke(self.sizes);
        let halo = Stroke::new(Role::Surface, stroke.width * 2.6);
        if points.len() > 1 {
            for stroke in [halo, stroke] {
                let points = points.clone();
                out.shapes.push(Shape::Polyline { points, stroke });
            }
        }
        let every = if self.plot.pitch < self.sizes.body * CROWDED {
            self.plot.every
        } else {
            1
        };
        let last = self.columns.years.len().saturating_sub(1);
        for (n, year) in years {
            if !n.is_multiple_of(every) && n != last {
                continue;
            }
            let centre = at((n, year));
            out.shapes.push(point(centre, self.sizes));
            let area = Area::Circle {
                centre,
                radius: self.sizes.body * 0.6,
            };
            self.hit(out, area, year.line.id, &year.hover);
        }
        if let (Some(end), Some(year)) = (points.last(), self.columns.years.last()) {
            self.end(out, *end, year);
        }
    }

    /// What is left in the end: beside the last point, or beyond the frame where a bar is in the way.
    fn end(&self, out: &mut Layout, end: Point, year: &ColumnYear) {
        let sizes = self.sizes;
        let label = |x: f64| {
            let at = Point::new(x, end.y + sizes.body * CENTRING);
            Text::new(at, self.columns.end.clone(), sizes.body).face(Face::SemiBold)
        };
        let near = label(end.x + sizes.body * 0.75);
        let (rise, fall) = reach(year);
        let (top, foot) = (self.plot.y(rise), self.plot.y(fall));
        let bar = Rect::new(self.plot.frame.x, top, self.plot.frame.width, foot - top);
        let text = if near
            .extent(self.measure)
            .overlaps(&bar.grown(sizes.body * 0.2))
        {
            label(self.plot.frame.right() + sizes.body * 0.7)
        } else {
            near
        };
        let area = Area::Rect(text.extent(self.measure));
        self.hit(out, area, year.line.id, &year.hover);
        out.shapes.push(text.into());
    }

    /// An upright from the words down to where the line crosses nought.
    fn crossing(&self, out: &mut Layout, at: f64) {
        let x = self.plot.x(at).min(self.plot.frame.right());
        let from = Point::new(x, self.plot.frame.y - self.sizes.body * 0.3);
        let to = Point::new(x, self.plot.y(0.0));
        let width = self.sizes.body * 0.1;
        let halo = Stroke::new(Role::Surface, width * 3.0);
        let stroke = Stroke::new(Role::Ink, width).dashed(2.5, 2.0);
        out.shapes.push(Shape::line(from, to, halo));
        out.shapes.push(Shape::line(from, to, stroke));
    }

    /// The words above the frame, as close to the crossing as they fit.
    fn said(&self, out: &mut Layout, mark: &Mark) {
        let frame = self.plot.frame;
        let width = self
            .measure
            .width(&mark.text, self.sizes.body, Face::SemiBold);
        let x = match mark.at {
            Some(at) => self.plot.x(at) - self.sizes.body * 0.4,
            None => frame.right() - width,
        };
        let most = (out.width - width).max(0.0);
        let place = Point::new(x.clamp(0.0, most), frame.y - self.sizes.body * 0.75);
        let text = Text::new(place, mark.text.clone(), self.sizes.body).face(Face::SemiBold);
        let area = Area::Rect(text.extent(self.measure));
        self.hit(out, area, mark.id, &mark.text);
        out.shapes.push(text.into());
    }

    fn hit(&self, out: &mut Layout, area: Area, figure: FigureId, hover: &str) {
        out.hits.push(Hit {
            area,
            figure,
            partnership: Some(self.columns.partnership),
            hover: hover.to_owned(),
        });
    }
}
