//! A tornado in points: names on the left, bars about the central figure on the right, the ends of each range beside its bar.

use crate::chart::ends::{self, both_sides, widest_that_fits};
use crate::chart::fonts::Face;
use crate::chart::geometry::{Point, Rect, count};
use crate::chart::layout::{Anchor, Area, CENTRING, Hit, Layout, Shape, Stroke, Text};
use crate::chart::legend::end;
use crate::chart::measure::Measure;
use crate::chart::text::{Sizes, in_lines, shorten};
use crate::chart::theme::Role;
use crate::chart::ticks::{self, Tick};
use crate::chart::tornado::{Across, End, TornadoBars, TornadoRow};

/// Lays out the rows for this width.
pub fn layout_tornado(
    bars: &TornadoBars,
    width: f64,
    sizes: &Sizes,
    measure: &dyn Measure,
) -> Layout {
    let mut out = Layout::of_width(width);
    if bars.rows.is_empty() {
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
    /// Where the central figure is.
    centre: f64,
    central: f64,
    per_pound: f64,
    ticks: Vec<Tick>,
}

impl Scale {
    fn fit(bars: &TornadoBars, width: f64, sizes: &Sizes, measure: &dyn Measure) -> Self {
        let widths = bars.rows.iter().map(|row| &row.name);
        let widths = widths.map(|name| measure.width(name, sizes.body, Face::Regular));
        let names = (widths.fold(0.0, f64::max) + sizes.body).clamp(width * 0.16, width * 0.38);
        let room = width - names;
        let central = bars.central.value;
        let ends: Vec<ends::End> = bars
            .rows
            .iter()
            .flat_map(|row| {
                let (left, right) = sides(row, central);
                [(left, true), (right, false)].map(|((value, said), is_left)| {
                    let words = measure.width(said, sizes.small, Face::Regular) + sizes.body * 0.45;
                    // A bar that ends at the centre has its words on that side all the same.
                    let least = if is_left { -f64::MIN_POSITIVE } else { 0.0 };
                    let value = value - central;
                    ends::End {
                        value: if is_left { value.min(least) } else { value },
                        words,
                    }
                })
            })
            .collect();
        let per_pound = widest_that_fits(&ends, room);
        let (left, right) = both_sides(&ends, per_pound);
        let spare = ((room - left - right) / 2.0).max(0.0);
        let centre = names + spare + left;
        let at = |x: f64| central + (x - centre) / per_pound;
        let (low, high) = if per_pound > 0.0 {
            (at(names), at(width))
        } else {
            (0.0, 0.0)
        };
        Self {
            names,
            plot: (names, width),
            centre,
            central,
            per_pound,
            ticks: ticks_between(bars.scale, (low, high), room, sizes),
        }
    }

    fn x(&self, value: f64) -> f64 {
        self.centre + (value - self.central) * self.per_pound
    }
}

fn ticks_between(across: Across, (low, high): (f64, f64), room: f64, sizes: &Sizes) -> Vec<Tick> {
    let letters = match across {
        Across::Money(unit) => ticks::letters(unit),
        Across::Number => 4.0,
    };
    let at_most = [7_u32, 6, 5, 4]
        .into_iter()
        .find(|n| f64::from(*n) * sizes.small * letters <= room);
    let at_most = usize::try_from(at_most.unwrap_or(3)).unwrap_or(3);
    match across {
        Across::Money(unit) => ticks::money(low, high, at_most, unit),
        Across::Number => ticks::numbers(low, high, at_most),
    }
}

type Side<'r> = (f64, &'r str);

/// How far a row reaches to the left and to the right, the centre at least, with what is said there.
///
/// Where both ends of the range move the figure the same way, the nearer one is said on the other side.
fn sides(row: &TornadoRow, central: f64) -> (Side<'_>, Side<'_>) {
    let (low, high) = (
        (row.low.0, row.low.1.as_str()),
        (row.high.0, row.high.1.as_str()),
    );
    let (left, right) = if low.0 <= high.0 {
        (low, high)
    } else {
        (high, low)
    };
    (
        (left.0.min(central), left.1),
        (right.0.max(central), right.1),
    )
}

struct Drawing<'a> {
    bars: &'a TornadoBars,
    scale: Scale,
    sizes: &'a Sizes,
    measure: &'a dyn Measure,
}

impl Drawing<'_> {
    fn lay_out(&self, out: &mut Layout) {
        let top = self.header(out);
        let grid = out.shapes.len();
        let mut y = top;
        for row in &self.bars.rows {
            y = self.row(out, row, y);
        }
        let foot = y;
        if let Some(more) = &self.bars.more {
            let at = Point::new(0.0, y + self.sizes.body * 1.2);
            let text = Text::new(at, more.clone(), self.sizes.small);
            out.shapes.push(text.role(Role::Muted).into());
            y += self.sizes.body * 1.8;
        }
        out.height = y;
        let upright = |x: f64| (Point::new(x, top), Point::new(x, foot));
        let ticks = self.scale.ticks.iter();
        let lines = ticks.map(|tick| upright(self.scale.x(tick.value)));
        let behind = Shape::Lines {
            lines: lines.collect(),
            stroke: Stroke::new(Role::Grid, self.sizes.body * 0.07),
        };
        out.shapes.insert(grid, behind);
        let (from, to) = upright(self.scale.centre);
        let stroke = Stroke::new(Role::Ink, self.sizes.body * 0.12);
        out.shapes.push(Shape::line(from, to, stroke));
        let (left, right) = self.scale.plot;
        out.frames
            .push(Rect::new(left, top, right - left, foot - top));
    }

    /// What the central line is, and the ticks.
    fn header(&self, out: &mut Layout) -> f64 {
        let em = self.sizes.small;
        let title = &self.bars.central_title;
        let title = shorten(title, out.width, em, Face::SemiBold, self.measure);
        let half = self.measure.width(&title, em, Face::SemiBold) / 2.0;
        let middle = self.scale.centre.clamp(half, (out.width - half).max(half));
        let title = Text::new(Point::new(middle, em), title, em).face(Face::SemiBold);
        out.shapes.push(title.anchor(Anchor::Middle).into());
        let baseline = em * 2.5;
        let mut free_from = f64::NEG_INFINITY;
        for tick in &self.scale.ticks {
            let half = self.measure.width(&tick.label, em, Face::Regular) / 2.0;
            let x = self.scale.x(tick.value);
            let x = x.clamp(half, (out.width - half).max(half));
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
    fn row(&self, out: &mut Layout, row: &TornadoRow, top: f64) -> f64 {
        let (sizes, scale) = (self.sizes, &self.scale);
        let room = scale.names - sizes.body * 0.9;
        let lines = in_lines(
            &row.name,
            3,
            room,
            (sizes.body, Face::Regular),
            self.measure,
        );
        let pitch = sizes.body * 1.2;
        let names = pitch * count(lines.len().saturating_sub(1));
        let height = (sizes.body * 2.1).max(names + sizes.body * 1.65);
        let middle = top + height / 2.0;
        let mut baseline = middle + sizes.body * CENTRING - names / 2.0;
        for line in lines {
            out.shapes
                .push(Text::new(Point::new(0.0, baseline), line, sizes.body).into());
            baseline += pitch;
        }
        let foot = top + height;
        if let Some(partnership) = self.bars.partnership {
            out.hits.push(Hit {
                area: Area::Rect(Rect::new(0.0, top, out.width, height)),
                figure: self.bars.central.id,
                partnership: Some(partnership),
                hover: row.hover.clone(),
            });
        }
        for (which, rect) in self.pieces(row, middle) {
            out.shapes.extend(end(which, rect, sizes));
        }
        let gap = sizes.body * 0.45;
        let (left, right) = sides(row, scale.central);
        let ends = [
            (scale.x(left.0) - gap, left.1, Anchor::End),
            (scale.x(right.0) + gap, right.1, Anchor::Start),
        ];
        for (x, said, anchor) in ends {
            let at = Point::new(x, middle + sizes.small * CENTRING);
            let text = Text::new(at, said, sizes.small).role(Role::Muted);
            let text = text.anchor(anchor);
            // Paper under the words, so that no line of the grid runs through them.
            out.shapes.push(Shape::Rect {
                rect: text.extent(self.measure).grown(1.0),
                fill: Role::Surface,
                stroke: None,
            });
            out.shapes.push(text.into());
        }
        foot
    }

    /// A piece from the centre to the figure at each end; one above the other where both go the same way.
    fn pieces(&self, row: &TornadoRow, middle: f64) -> Vec<(End, Rect)> {
        let thickness = self.sizes.body * 1.15;
        let top = middle - thickness / 2.0;
        let (low, high) = (
            row.low.0 - self.scale.central,
            row.high.0 - self.scale.central,
        );
        let is_same_way = low * high > 0.0;
        let pieces = [(End::Low, row.low.0, 0.0), (End::High, row.high.0, 0.5)];
        let pieces = pieces.map(|(which, value, half)| {
            let (from, to) = (self.scale.centre, self.scale.x(value));
            let (y, height) = if is_same_way {
                (top + thickness * half, thickness / 2.0)
            } else {
                (top, thickness)
            };
            let rect = Rect::new(from.min(to), y, (to - from).abs(), height);
            (which, rect)
        });
        let drawn = pieces.into_iter().filter(|(_, rect)| rect.width > 0.0);
        drawn.collect()
    }
}
