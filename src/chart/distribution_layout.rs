//! A distribution in points: columns of how often, and below them on the same scale a line of how many are no larger.

use crate::chart::bars::Side;
use crate::chart::distribution::{Bin, Distribution, percent};
use crate::chart::flags::{self, Flag};
use crate::chart::fonts::Face;
use crate::chart::geometry::{Point, Rect, count};
use crate::chart::layout::{Anchor, Area, CENTRING, Hit, Layout, Shape, Stroke, Text};
use crate::chart::legend::{line_stroke, side};
use crate::chart::measure::Measure;
use crate::chart::text::Sizes;
use crate::chart::theme::Role;
use crate::chart::ticks::{self, Tick};
use crate::units::display;

/// Lays out the columns and the line for this width, and no higher than what is left where a height is given.
pub fn layout_distribution(
    distribution: &Distribution,
    (width, most): (f64, Option<f64>),
    sizes: &Sizes,
    measure: &dyn Measure,
) -> Layout {
    let mut out = Layout::of_width(width);
    if distribution.bins.is_empty() {
        let at = Point::new(0.0, sizes.body * 2.5);
        let text = Text::new(at, distribution.when_empty.clone(), sizes.body);
        out.shapes.push(text.role(Role::Muted).into());
        out.height = sizes.body * 5.0;
        return out;
    }
    let drawing = Drawing {
        of: distribution,
        scale: Scale::fit(distribution, (width, most), sizes, measure),
        sizes,
        measure,
    };
    drawing.lay_out(&mut out);
    out
}

/// A row of words above the columns, in ems of small type.
const LINE: f64 = 1.45;

/// The shares of draws that the line is read at.
const SHARES: [f64; 3] = [0.1, 0.5, 0.9];

/// The room below the frames: ticks and the title of the axis, in ems of small type.
const FOOT: f64 = 3.4;

/// Nought is in view unless it is further from all draws than so many times their spread.
const NEAR: f64 = 1.0;

struct Scale {
    columns: Rect,
    line: Rect,
    span: (f64, f64),
    most: f64,
    x_ticks: Vec<Tick>,
    y_ticks: Vec<f64>,
    /// Amounts that are marked, what is said of them, and where.
    flags: Vec<(Flag, flags::Placed, String, bool)>,
}

impl Scale {
    fn fit(
        of: &Distribution,
        (width, most_high): (f64, Option<f64>),
        sizes: &Sizes,
        measure: &dyn Measure,
    ) -> Self {
        let em = sizes.small;
        let small = |text: &str| measure.width(text, em, Face::Regular);
        let most = of.bins.iter().map(|bin| count(bin.n)).fold(1.0, f64::max);
        let whole = |it: &f64| it.fract().abs() < 1e-9;
        let y_ticks = ticks::linear(0.0, most, 5);
        let y_ticks: Vec<f64> = y_ticks.into_iter().filter(whole).collect();
        let labels = y_ticks.iter().map(|it| small(&whole_number(*it)));
        let left = labels.fold(small("90%"), f64::max) + em * 0.8;
        let span = span(of);
        let plot = (width - left - em * 1.2).max(1.0);
        let x = |value: f64| left + plot * (value - span.0) / (span.1 - span.0);
        let nought = of.nought.iter().map(|it| (0.0, it.clone(), true));
        let nought = nought.filter(|_| (span.0..=span.1).contains(&0.0));
        let marks = of.marks.iter().map(|(at, said)| (*at, said.clone(), false));
        let marks: Vec<_> = nought.chain(marks).collect();
        let wanted: Vec<Flag> = marks
            .iter()
            .map(|(at, said, _)| Flag {
                x: x(*at),
                width: measure.width(said, em, Face::SemiBold),
            })
            .collect();
        let placed = flags::place(&wanted, (0.0, width), em * 0.7);
        let n_rows = placed.iter().map(|it| it.row.saturating_add(1)).max();
        let above = em * LINE * (1.2 + count(n_rows.unwrap_or_default()));
        let between = em * 2.4;
        let left_over = most_high.map_or(f64::INFINITY, |most| most - above - between - em * FOOT);
        let height = (width * 0.48).min(sizes.body * 28.0).min(left_over);
        let height = height.max(sizes.body * 12.0);
        let columns = Rect::new(left, above, plot, height * 0.64);
        let line = Rect::new(left, columns.bottom() + between, plot, height * 0.36);
        let letters = em * ticks::letters(of.money_unit);
        let at_most = (3..=9)
            .rev()
            .find(|n| count(*n) * letters <= plot)
            .unwrap_or(3);
        let flags = wanted.into_iter().zip(placed).zip(marks);
        Self {
            columns,
            line,
            span,
            most: most * 1.04,
            x_ticks: ticks::money(span.0, span.1, at_most, of.money_unit),
            y_ticks,
            flags: flags
                .map(|((flag, placed), (_, said, is_nought))| (flag, placed, said, is_nought))
                .collect(),
        }
    }

    fn x(&self, value: f64) -> f64 {
        let (low, high) = self.span;
        self.columns.x + self.columns.width * (value - low) / (high - low)
    }

    fn height(&self, n: f64) -> f64 {
        self.columns.height * n / self.most
    }

    fn share(&self, share: f64) -> f64 {
        self.line.bottom() - self.line.height * share
    }
}

/// From the first bound to the last, and to nought where it is near and means something.
fn span(of: &Distribution) -> (f64, f64) {
    let low = of.bins.first().map_or(0.0, |it| it.low);
    let high = of.bins.last().map_or(1.0, |it| it.high);
    let reach = (high - low) * NEAR;
    let (with_low, with_high) = (low.min(0.0), high.max(0.0));
    if of.nought.is_some() && low - with_low <= reach && with_high - high <= reach {
        let air = (with_high - with_low) * 0.02;
        (
            if with_low < low { with_low - air } else { low },
            if with_high > high {
                with_high + air
            } else {
                high
            },
        )
    } else {
        (low, high)
    }
}

fn whole_number(n: f64) -> String {
    let n = format!("{}", n.round().abs());
    n.parse().map_or(n, display::count_figure)
}

struct Drawing<'a> {
    of: &'a Distribution,
    scale: Scale,
    sizes: &'a Sizes,
    measure: &'a dyn Measure,
}

impl Drawing<'_> {
    fn lay_out(&self, out: &mut Layout) {
        let Scale { columns, line, .. } = self.scale;
        out.frames.extend([columns, line]);
        self.axes(out);
        self.columns(out);
        self.flags(out);
        self.line(out);
        for frame in [columns, line] {
            let stroke = Stroke::new(Role::Ink, self.sizes.body * 0.09);
            let foot = frame.bottom();
            let (from, to) = (Point::new(frame.x, foot), Point::new(frame.right(), foot));
            out.shapes.push(Shape::line(from, to, stroke));
        }
        out.height = line.bottom() + self.sizes.small * FOOT;
    }

    fn axes(&self, out: &mut Layout) {
        let (scale, em) = (&self.scale, self.sizes.small);
        let level = |frame: &Rect, y: f64| (Point::new(frame.x, y), Point::new(frame.right(), y));
        let mut grid = Vec::new();
        let mut label = |out: &mut Layout, frame: &Rect, y: f64, text: String| {
            grid.push(level(frame, y));
            let at = Point::new(frame.x - em * 0.6, y + em * CENTRING);
            let text = Text::new(at, text, em).role(Role::Muted);
            out.shapes.push(text.anchor(Anchor::End).into());
        };
        for n in &scale.y_ticks {
            let y = scale.columns.bottom() - scale.height(*n);
            label(out, &scale.columns, y, whole_number(*n));
        }
        for share in SHARES {
            label(out, &scale.line, scale.share(share), percent(share));
        }
        let grid = Shape::Lines {
            lines: grid,
            stroke: Stroke::new(Role::Grid, self.sizes.body * 0.07),
        };
        out.shapes.insert(0, grid);
        for (y, title) in [
            (em, &self.of.columns_title),
            (scale.line.y - em * 0.75, &self.of.line_title),
        ] {
            let title = Text::new(Point::new(0.0, y), title.clone(), em);
            out.shapes.push(title.face(Face::SemiBold).into());
        }
        let foot = scale.line.bottom();
        let mut free_from = f64::NEG_INFINITY;
        let mut notches = Vec::new();
        for tick in &scale.x_ticks {
            let x = scale.x(tick.value);
            notches.push((Point::new(x, foot), Point::new(x, foot + em * 0.35)));
            let half = self.measure.width(&tick.label, em, Face::Regular) / 2.0;
            let middle = x.clamp(half, (out.width - half).max(half));
            if middle - half < free_from {
                continue;
            }
            free_from = middle + half + em * 0.5;
            let at = Point::new(middle, foot + em * 1.6);
            let text = Text::new(at, tick.label.clone(), em).role(Role::Muted);
            out.shapes.push(text.anchor(Anchor::Middle).into());
        }
        out.shapes.push(Shape::Lines {
            lines: notches,
            stroke: Stroke::new(Role::Axis, self.sizes.body * 0.09),
        });
        let at = Point::new(scale.columns.right(), foot + em * 3.1);
        let title = Text::new(at, self.of.x_title.clone(), em).face(Face::SemiBold);
        out.shapes.push(title.anchor(Anchor::End).into());
    }

    fn columns(&self, out: &mut Layout) {
        let (scale, sizes) = (&self.scale, self.sizes);
        for of in [Side::Cost, Side::Benefit] {
            let bins = self.of.bins.iter().filter(|bin| bin.side == of);
            let rects: Vec<Rect> = bins
                .filter(|bin| bin.n > 0)
                .map(|bin| self.bar(bin))
                .collect();
            out.shapes.extend(side(of, &rects, sizes));
        }
        let Some(partnership) = self.of.partnership else {
            return;
        };
        for bin in &self.of.bins {
            let (from, to) = (scale.x(bin.low), scale.x(bin.high));
            for frame in [scale.columns, scale.line] {
                let area = Rect::new(from, frame.y, to - from, frame.height);
                out.hits.push(Hit {
                    area: Area::Rect(area),
                    figure: self.of.figure,
                    partnership: Some(partnership),
                    hover: bin.hover.clone(),
                });
            }
        }
    }

    /// A column, with a hairline of paper between it and the next.
    fn bar(&self, bin: &Bin) -> Rect {
        let (from, to) = (self.scale.x(bin.low), self.scale.x(bin.high));
        let gap = (self.sizes.body * 0.07).min((to - from) / 5.0);
        let height = self.scale.height(count(bin.n));
        let foot = self.scale.columns.bottom();
        Rect::new(from + gap / 2.0, foot - height, to - from - gap, height)
    }

    /// The marked amounts: words above, and an upright through both frames; that of nought unbroken.
    fn flags(&self, out: &mut Layout) {
        let (scale, em) = (&self.scale, self.sizes.small);
        let Scale { columns, line, .. } = *scale;
        for (flag, placed, said, is_nought) in &scale.flags {
            let room = flags::room(placed, flag, columns.y, em * LINE);
            let at = Point::new(placed.middle, room.bottom() - em * 0.45);
            let text = Text::new(at, said.clone(), em).face(Face::SemiBold);
            out.shapes.push(text.anchor(Anchor::Middle).into());
            let upright = |top: f64, foot: f64| (Point::new(flag.x, top), Point::new(flag.x, foot));
            let top = if placed.is_clear {
                room.bottom() - em * 0.1
            } else {
                columns.y
            };
            let lines = vec![
                upright(top, columns.bottom()),
                upright(line.y, line.bottom()),
            ];
            let width = self.sizes.body * if *is_nought { 0.16 } else { 0.1 };
            let stroke = Stroke::new(Role::Ink, width);
            let halo = Stroke::new(Role::Surface, width * 3.0);
            let stroke = if *is_nought {
                stroke
            } else {
                stroke.dashed(self.sizes.body * 0.3, self.sizes.body * 0.24)
            };
            for stroke in [halo, stroke] {
                out.shapes.push(Shape::Lines {
                    lines: lines.clone(),
                    stroke,
                });
            }
        }
    }

    /// How many draws are no larger, straight from bound to bound.
    fn line(&self, out: &mut Layout) {
        let scale = &self.scale;
        let first = self.of.bins.first().map(|bin| (bin.low, 0.0));
        let rest = self.of.bins.iter().map(|bin| (bin.high, bin.below));
        let points = first.into_iter().chain(rest);
        let points = points.map(|(value, below)| Point::new(scale.x(value), scale.share(below)));
        out.shapes.push(Shape::Polyline {
            points: points.collect(),
            stroke: line_stroke(self.sizes),
        });
    }
}
