//! Panels side by side in points: names on the left, then for each panel its title and bars from nought.

use crate::chart::bars::Side;
use crate::chart::fonts::Face;
use crate::chart::geometry::{Point, Rect, count};
use crate::chart::lanes::{Lane, LaneRow, Lanes};
use crate::chart::layout::{CENTRING, Layout, Shape, Stroke, Text};
use crate::chart::legend::side;
use crate::chart::measure::Measure;
use crate::chart::text::{Sizes, shorten};
use crate::chart::theme::Role;

/// Lays out the panels for this width.
pub fn layout_lanes(lanes: &Lanes, width: f64, sizes: &Sizes, measure: &dyn Measure) -> Layout {
    let mut out = Layout::of_width(width);
    if lanes.rows.is_empty() || lanes.titles.is_empty() {
        let at = Point::new(0.0, sizes.body * 2.5);
        let text = Text::new(at, lanes.when_empty.clone(), sizes.body);
        out.shapes.push(text.role(Role::Muted).into());
        out.height = sizes.body * 5.0;
        return out;
    }
    let drawing = Drawing::fit(lanes, width, sizes, measure);
    drawing.lay_out(&mut out);
    out
}

struct Drawing<'a> {
    lanes: &'a Lanes,
    /// The room of the names.
    names: f64,
    /// The width of a panel with the gap after it.
    pitch: f64,
    /// Points of paper for one of what each panel measures.
    scales: Vec<f64>,
    sizes: &'a Sizes,
    measure: &'a dyn Measure,
}

impl<'a> Drawing<'a> {
    fn fit(lanes: &'a Lanes, width: f64, sizes: &'a Sizes, measure: &'a dyn Measure) -> Self {
        let widest = lanes.rows.iter().map(|row| {
            let name = measure.width(&row.name, sizes.body, Face::Regular);
            name.max(measure.width(&row.remark, sizes.small, Face::Regular))
        });
        let widest = widest.fold(0.0, f64::max);
        let names = (widest + sizes.body).clamp(width * 0.16, width * 0.34);
        let n = lanes.titles.len();
        let pitch = (width - names) / count(n);
        let room = pitch - sizes.body * 1.2;
        let scale = |at: usize| {
            let bars = lanes.rows.iter().filter_map(|row| row.bars.get(at));
            let most = bars.clone().map(|it| it.value).fold(0.0, f64::max);
            let words = bars.map(|it| measure.width(&it.text, sizes.body, Face::Regular));
            let words = words.fold(0.0, f64::max) + sizes.body * 0.5;
            if most > 0.0 {
                (room - words).max(room * 0.2) / most
            } else {
                0.0
            }
        };
        Self {
            lanes,
            names,
            pitch,
            scales: (0..n).map(scale).collect(),
            sizes,
            measure,
        }
    }

    fn lay_out(&self, out: &mut Layout) {
        let em = self.sizes.small;
        let top = em * 1.9;
        let height = self.sizes.body * 1.15 + em * 1.15 + self.sizes.body * 0.75;
        let foot = top + height * count(self.lanes.rows.len());
        for (at, title) in self.lanes.titles.iter().enumerate() {
            let left = self.left(at);
            let room = self.pitch - self.sizes.body;
            let title = shorten(title, room, em, Face::SemiBold, self.measure);
            let title = Text::new(Point::new(left, em), title, em).face(Face::SemiBold);
            out.shapes.push(title.into());
        }
        for (n, row) in self.lanes.rows.iter().enumerate() {
            self.row(out, row, top + height * count(n), height);
        }
        for at in 0..self.lanes.titles.len() {
            let left = self.left(at);
            let stroke = Stroke::new(Role::Axis, self.sizes.body * 0.09);
            let axis = Shape::line(Point::new(left, top), Point::new(left, foot), stroke);
            out.shapes.push(axis);
            let frame = Rect::new(left, top, self.pitch - self.sizes.body, foot - top);
            out.frames.push(frame);
        }
        out.height = foot;
    }

    /// Where nought of a panel is.
    fn left(&self, at: usize) -> f64 {
        self.names + self.pitch * count(at)
    }

    fn row(&self, out: &mut Layout, row: &LaneRow, top: f64, height: f64) {
        let (body, em) = (self.sizes.body, self.sizes.small);
        let middle = top + height / 2.0;
        let room = self.names - body * 0.8;
        let name = shorten(&row.name, room, body, Face::Regular, self.measure);
        let name = Text::new(Point::new(0.0, middle - body * 0.13), name, body);
        out.shapes.push(name.into());
        let remark = shorten(&row.remark, room, em, Face::Regular, self.measure);
        let remark = Text::new(Point::new(0.0, middle + em * 1.1), remark, em);
        out.shapes.push(remark.role(Role::Muted).into());
        for (at, bar) in row.bars.iter().enumerate() {
            self.bar(out, bar, at, middle);
        }
    }

    fn bar(&self, out: &mut Layout, bar: &Lane, at: usize, middle: f64) {
        let scale = self.scales.get(at).copied().unwrap_or(0.0);
        let (left, long) = (self.left(at), (bar.value * scale).max(0.0));
        let thick = self.sizes.body * 1.25;
        if long > 0.0 {
            let rect = Rect::new(left, middle - thick / 2.0, long, thick);
            out.shapes.extend(side(Side::Cost, &[rect], self.sizes));
        }
        let baseline = middle + self.sizes.body * CENTRING;
        let at = Point::new(left + long + self.sizes.body * 0.4, baseline);
        let text = Text::new(at, bar.text.clone(), self.sizes.body);
        out.shapes.push(text.into());
    }
}
