//! Bars to both sides of nought in points: names and remarks on the left, bars and what is left on the right.

use crate::chart::bars::{Bar, BarRow, Bars, Remark};
use crate::chart::chart::Figure;
use crate::chart::ends::{End, both_sides, widest_that_fits};
use crate::chart::fonts::Face;
use crate::chart::geometry::{Point, Rect};
use crate::chart::layout::{Anchor, Area, CENTRING, Hit, Layout, Shape, Stroke, Text};
use crate::chart::legend::{NET, net, net_after, side};
use crate::chart::measure::Measure;
use crate::chart::text::{Sizes, in_lines, shorten, wrap};
use crate::chart::theme::Role;
use crate::chart::ticks::{self, Tick};
use crate::findings::figure::FigureId;

/// Lays out the rows for this width.
pub fn layout_bars(bars: &Bars, width: f64, sizes: &Sizes, measure: &dyn Measure) -> Layout {
    let mut out = Layout::of_width(width);
    if bars.rows().next().is_none() {
        let at = Point::new(0.0, sizes.body * 2.5);
        let text = Text::new(at, bars.when_empty.clone(), sizes.body);
        out.shapes.push(text.role(Role::Muted).into());
        out.height = sizes.body * 5.0;
        return out;
    }
    let drawing = Drawing {
        bars,
        scale: Scale::fit(bars, width, sizes, measure),
        sizes,
        measure,
    };
    drawing.lay_out(&mut out);
    out
}

/// Where names and amounts stand.
struct Scale {
    /// The room of the names.
    names: f64,
    /// The left and right end of the plot.
    plot: (f64, f64),
    /// Where nought is.
    zero: f64,
    /// Points of paper for a pound.
    per_pound: f64,
    ticks: Vec<Tick>,
}

impl Scale {
    fn fit(bars: &Bars, width: f64, sizes: &Sizes, measure: &dyn Measure) -> Self {
        let widest = bars.rows().map(|row| {
            let name = measure.width(&row.name, sizes.body, Face::Regular);
            let face = |it: &Remark| face(it);
            let remarks = row.remarks.iter();
            let remarks = remarks.map(|it| measure.width(&it.text, sizes.small, face(it)));
            remarks.fold(name, f64::max)
        });
        let widest = widest.fold(0.0, f64::max);
        let names = (widest + sizes.body).clamp(width * 0.16, width * 0.34);
        let plot = (names, width);
        let room = plot.1 - plot.0;
        let ends: Vec<End> = bars
            .rows()
            .flat_map(|row| ends(row, sizes, measure))
            .collect();
        let per_pound = widest_that_fits(&ends, room);
        let zero = plot.0 + both_sides(&ends, per_pound).0;
        let (low, high) = if per_pound > 0.0 {
            ((plot.0 - zero) / per_pound, (plot.1 - zero) / per_pound)
        } else {
            (0.0, 0.0)
        };
        let letters = ticks::letters(bars.money_unit);
        let at_most = (3..=7)
            .rev()
            .find(|n| f64::from(*n) * sizes.small * letters <= room)
            .unwrap_or(3);
        let at_most = usize::try_from(at_most).unwrap_or(3);
        Self {
            names,
            plot,
            zero,
            per_pound,
            ticks: ticks::money(low, high, at_most, bars.money_unit),
        }
    }

    fn x(&self, value: f64) -> f64 {
        self.zero + value * self.per_pound
    }
}

/// How far a row reaches, with what is written at its ends.
fn ends(row: &BarRow, sizes: &Sizes, measure: &dyn Measure) -> Vec<End> {
    let gap = sizes.body * 0.45;
    let of_bars = [false, true].into_iter().filter_map(|is_left| {
        let said = said(row, is_left)?;
        Some(End {
            value: stacked(row, is_left),
            words: measure.width(&said, sizes.body, Face::Regular) + gap,
        })
    });
    let of_net = row.net.iter().chain(&row.after).map(|net| End {
        value: net.value,
        words: measure.width(&net.text, sizes.body, Face::SemiBold) + gap + sizes.body * NET * 1.3,
    });
    of_bars.chain(of_net).collect()
}

/// The bars on one side of nought; a bar of nothing is on the right.
fn on_side(row: &BarRow, is_left: bool) -> impl Iterator<Item = &Bar> {
    let bars = row.bars.iter();
    bars.filter(move |bar| (bar.amount.value < 0.0) == is_left)
}

/// How far the bars on one side reach, end to end.
fn stacked(row: &BarRow, is_left: bool) -> f64 {
    on_side(row, is_left).map(|bar| bar.amount.value).sum()
}

/// What is written at the end of the bars on one side.
fn said(row: &BarRow, is_left: bool) -> Option<String> {
    let texts: Vec<&str> = on_side(row, is_left)
        .map(|bar| bar.amount.text.as_str())
        .filter(|text| !text.is_empty())
        .collect();
    (!texts.is_empty()).then(|| texts.join(" · "))
}

fn face(remark: &Remark) -> Face {
    if remark.is_strong {
        Face::SemiBold
    } else {
        Face::Regular
    }
}

/// How what is left is drawn, from nought to its amount.
type Left = fn(Point, Point, &Sizes) -> Vec<Shape>;

struct Drawing<'a> {
    bars: &'a Bars,
    scale: Scale,
    sizes: &'a Sizes,
    measure: &'a dyn Measure,
}

impl Drawing<'_> {
    fn lay_out(&self, out: &mut Layout) {
        let top = self.header(out);
        let grid = out.shapes.len();
        let mut y = top;
        for group in &self.bars.groups {
            if !group.name.is_empty() {
                y += self.sizes.body * 0.6;
                let at = Point::new(0.0, y + self.sizes.body * 1.15);
                let name = shorten(
                    &group.name,
                    self.scale.names - self.sizes.body,
                    self.sizes.body,
                    Face::SemiBold,
                    self.measure,
                );
                let name = Text::new(at, name, self.sizes.body).face(Face::SemiBold);
                out.shapes.push(name.into());
                y += self.sizes.body * 1.5;
            }
            for row in &group.rows {
                y = self.row(out, row, y);
            }
        }
        out.height = y;
        let upright = |x: f64| (Point::new(x, top), Point::new(x, y));
        let ticks = self.scale.ticks.iter();
        let lines = ticks.map(|tick| upright(self.scale.x(tick.value)));
        let behind = Shape::Lines {
            lines: lines.collect(),
            stroke: Stroke::new(Role::Grid, self.sizes.body * 0.07),
        };
        out.shapes.insert(grid, behind);
        let (from, to) = upright(self.scale.zero);
        let stroke = Stroke::new(Role::Ink, self.sizes.body * 0.09);
        out.shapes.push(Shape::line(from, to, stroke));
        let (left, right) = self.scale.plot;
        out.frames.push(Rect::new(left, top, right - left, y - top));
    }

    /// What nought means, and the ticks.
    fn header(&self, out: &mut Layout) -> f64 {
        let em = self.sizes.small;
        let mut baseline = em;
        if let Some(zero) = &self.bars.zero {
            let text = shorten(zero, out.width, em, Face::SemiBold, self.measure);
            let half = self.measure.width(&text, em, Face::SemiBold) / 2.0;
            let middle = self.scale.zero.clamp(half, out.width - half);
            let text = Text::new(Point::new(middle, baseline), text, em);
            let text = text.face(Face::SemiBold).anchor(Anchor::Middle);
            out.shapes.push(text.into());
            baseline += em * 1.45;
        }
        let mut free_from = f64::NEG_INFINITY;
        for tick in &self.scale.ticks {
            let half = self.measure.width(&tick.label, em, Face::Regular) / 2.0;
            let x = self.scale.x(tick.value).min(out.width - half);
            if x - half < free_from {
                continue;
            }
            free_from = x + half + em * 0.6;
            let label = Text::new(Point::new(x, baseline), tick.label.clone(), em);
            let label = label.role(Role::Muted).anchor(Anchor::Middle);
            out.shapes.push(label.into());
        }
        baseline + em * 0.55
    }

    /// One row from `top` down; gives its foot.
    fn row(&self, out: &mut Layout, row: &BarRow, top: f64) -> f64 {
        let sizes = self.sizes;
        let lane = sizes.body * 1.45;
        let n_lanes = match (&row.net, &row.after) {
            (None, None) => 1.0,
            (Some(_), Some(_)) => 3.0,
            _ => 2.0,
        };
        let above = sizes.body * 0.45;
        let words = self.words(out, row, top + above);
        let foot = (top + above + lane * n_lanes).max(words) + above;
        let first = row.net.as_ref().map(|net| net.id);
        let id = first.or_else(|| row.bars.first().map(|bar| bar.amount.id));
        if let Some(id) = id {
            let whole = Rect::new(0.0, top, out.width, foot - top);
            self.hit(out, whole, id, row);
        }
        let middle = top + above + lane / 2.0;
        for is_left in [true, false] {
            self.side(out, row, is_left, middle);
        }
        let left = [(&row.net, net as Left), (&row.after, net_after as Left)];
        let mut at = middle;
        for (figure, draw) in left {
            if let Some(figure) = figure {
                at += lane;
                self.net(out, row, (figure, draw), at);
            }
        }
        foot
    }

    /// The name and the remarks; gives where they end.
    fn words(&self, out: &mut Layout, row: &BarRow, top: f64) -> f64 {
        let sizes = self.sizes;
        let room = self.scale.names - sizes.body * 0.9;
        let middle = top + sizes.body * 1.45 / 2.0;
        let mut baseline = middle + sizes.body * CENTRING;
        let name = in_lines(
            &row.name,
            2,
            room,
            (sizes.body, Face::Regular),
            self.measure,
        );
        for (n, line) in name.into_iter().enumerate() {
            if n > 0 {
                baseline += sizes.body * 1.2;
            }
            let line = Text::new(Point::new(0.0, baseline), line, sizes.body);
            out.shapes.push(line.into());
        }
        let mut foot = baseline + sizes.body * 0.25;
        baseline += sizes.body * 0.3;
        for remark in &row.remarks {
            let face = face(remark);
            for line in wrap(&remark.text, room, sizes.small, face, self.measure) {
                baseline += sizes.small * 1.25;
                let role = if remark.is_strong {
                    Role::Ink
                } else {
                    Role::Muted
                };
                let line = Text::new(Point::new(0.0, baseline), line, sizes.small);
                out.shapes.push(line.face(face).role(role).into());
                foot = baseline + sizes.small * 0.3;
            }
        }
        foot
    }

    /// The bars on one side of nought, end to end, with their amounts.
    fn side(&self, out: &mut Layout, row: &BarRow, is_left: bool, middle: f64) {
        let thickness = self.sizes.body * 1.15;
        let mut value = 0.0;
        for bar in on_side(row, is_left) {
            let (from, to) = (self.scale.x(value), self.scale.x(value + bar.amount.value));
            let rect = Rect::new(
                from.min(to),
                middle - thickness / 2.0,
                (to - from).abs(),
                thickness,
            );
            if rect.width > 0.0 {
                out.shapes.extend(side(bar.side, &[rect], self.sizes));
                self.hit(out, rect, bar.amount.id, row);
            }
            value += bar.amount.value;
        }
        let Some(said) = said(row, is_left) else {
            return;
        };
        let text = self.beyond(value, is_left, middle, self.sizes.body * 0.45, said);
        if let Some(bar) = on_side(row, is_left).last() {
            self.hit(out, text.extent(self.measure), bar.amount.id, row);
        }
        out.shapes.push(text.into());
    }

    fn net(&self, out: &mut Layout, row: &BarRow, (figure, draw): (&Figure, Left), middle: f64) {
        let from = Point::new(self.scale.zero, middle);
        let to = Point::new(self.scale.x(figure.value), middle);
        out.shapes.extend(draw(from, to, self.sizes));
        let gap = self.sizes.body * (0.45 + NET * 1.3);
        let is_left = figure.value < 0.0;
        let text = self.beyond(figure.value, is_left, middle, gap, figure.text.clone());
        let text = text.face(Face::SemiBold);
        let reach = self.sizes.body * NET * 1.3;
        let line = Rect::spanning(from, to).grown(reach);
        self.hit(out, line, figure.id, row);
        self.hit(out, text.extent(self.measure), figure.id, row);
        out.shapes.push(text.into());
    }

    /// Words just beyond an amount.
    fn beyond(&self, value: f64, is_left: bool, middle: f64, gap: f64, said: String) -> Text {
        let (x, anchor) = if is_left {
            (self.scale.x(value) - gap, Anchor::End)
        } else {
            (self.scale.x(value) + gap, Anchor::Start)
        };
        let baseline = middle + self.sizes.body * CENTRING;
        Text::new(Point::new(x, baseline), said, self.sizes.body).anchor(anchor)
    }

    fn hit(&self, out: &mut Layout, rect: Rect, figure: FigureId, row: &BarRow) {
        out.hits.push(Hit {
            area: Area::Rect(rect),
            figure,
            partnership: self.bars.partnership,
            hover: row.hover.clone(),
        });
    }
}
