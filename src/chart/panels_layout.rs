//! Panels in points: names on the left, bars from nought, the figure beside each bar.

use crate::chart::chart::Range;
use crate::chart::doubts::Whisker;
use crate::chart::ends::{End, both_sides, widest_that_fits};
use crate::chart::fonts::Face;
use crate::chart::geometry::{Point, Rect};
use crate::chart::layout::{Anchor, Area, CENTRING, Hit, Layout, Shape, Stroke, Text};
use crate::chart::legend::{bare_whisker, range_stroke, score, segment, whisker};
use crate::chart::measure::Measure;
use crate::chart::panels::{Panel, PanelMark, PanelRow, Panels};
use crate::chart::text::{Sizes, in_lines, shorten};
use crate::chart::theme::Role;
use crate::findings::figure::FigureId;

/// From this many ems of body type on, panels stand side by side.
const WIDE: f64 = 46.0;

/// Lays out the panels for this width.
pub fn layout_panels(panels: &Panels, width: f64, sizes: &Sizes, measure: &dyn Measure) -> Layout {
    let mut out = Layout::of_width(width);
    let Some((first, others)) = panels.panels.split_first() else {
        let at = Point::new(0.0, sizes.body * 2.5);
        let text = Text::new(at, panels.when_empty.clone(), sizes.body);
        out.shapes.push(text.role(Role::Muted).into());
        out.height = sizes.body * 5.0;
        return out;
    };
    let one = |panel: &Panel, width: f64| draw(panel, width, sizes, measure);
    out.place(one(first, width), Point::new(0.0, 0.0));
    let gap = sizes.body * 1.5;
    let is_wide = width >= sizes.body * WIDE;
    for pair in others.chunks(if is_wide { 2 } else { 1 }) {
        let between = sizes.body * 2.5;
        let each = if is_wide {
            (width - between) / 2.0
        } else {
            width
        };
        let top = out.height + gap;
        let mut left = 0.0;
        for panel in pair {
            out.place(one(panel, each), Point::new(left, top));
            left += each + between;
        }
    }
    out
}

/// Where things stand in one panel.
struct Across {
    names: f64,
    /// The left and right end of the plot.
    plot: (f64, f64),
    zero: f64,
    per_unit: f64,
}

impl Across {
    fn fit(panel: &Panel, width: f64, sizes: &Sizes, measure: &dyn Measure) -> Self {
        let body = |text: &str| measure.width(text, sizes.body, Face::Regular);
        let widest = panel.rows.iter().map(|row| body(&row.name));
        let widest = widest.fold(0.0, f64::max);
        let names = (widest + sizes.body).clamp(width * 0.2, width * 0.36);
        let words = |row: &PanelRow| {
            let text = measure.width(&row.figure.text, sizes.body, face(row));
            text + sizes.body * 0.5
        };
        if let Some(full) = panel.full {
            // A score has a fixed scale; the figures stand in a column of their own.
            let widest = panel.rows.iter().map(words).fold(0.0, f64::max);
            let (left, right) = (names, width - widest - sizes.body * 0.6);
            return Self {
                names,
                plot: (left, right),
                zero: left,
                per_unit: (right - left) / full,
            };
        }
        let ends = panel.rows.iter().map(|row| End {
            value: reach(panel, row),
            words: words(row),
        });
        let ends: Vec<End> = ends.collect();
        let per_unit = widest_that_fits(&ends, width - names);
        Self {
            names,
            plot: (names, width),
            zero: names + both_sides(&ends, per_unit).0,
            per_unit,
        }
    }

    fn x(&self, value: f64) -> f64 {
        self.zero + value * self.per_unit
    }
}

/// How far a row reaches. Words without a mark stand on the side where the longest bar is.
fn reach(panel: &Panel, row: &PanelRow) -> f64 {
    if row.mark != PanelMark::Nothing {
        return row.reach();
    }
    let values = panel.rows.iter().map(PanelRow::reach);
    let (least, most) = values.fold((0.0_f64, 0.0_f64), |(least, most), it| {
        (least.min(it), most.max(it))
    });
    if -least > most {
        -f64::MIN_POSITIVE
    } else {
        0.0
    }
}

fn face(row: &PanelRow) -> Face {
    match row.mark {
        PanelMark::Nothing
        | PanelMark::Score {
            is_known: false, ..
        } => Face::Italic,
        _ => Face::SemiBold,
    }
}

fn draw(panel: &Panel, width: f64, sizes: &Sizes, measure: &dyn Measure) -> Layout {
    let mut out = Layout::of_width(width);
    let across = Across::fit(panel, width, sizes, measure);
    let title = shorten(&panel.title, width, sizes.body, Face::SemiBold, measure);
    let title = Text::new(Point::new(0.0, sizes.body), title, sizes.body);
    out.shapes.push(title.face(Face::SemiBold).into());
    let mut top = sizes.body * 1.6;
    if panel.full.is_some() {
        top = ends_of_scale(&mut out, panel, &across, sizes);
    }
    let first = top;
    let height = sizes.body * 2.2;
    for row in &panel.rows {
        draw_row(
            &mut out,
            (panel, row),
            (top, height),
            &across,
            sizes,
            measure,
        );
        top += height;
    }
    out.height = top + sizes.body * 0.2;
    let upright = (
        Point::new(across.zero, first),
        Point::new(across.zero, out.height),
    );
    let base = Stroke::new(Role::Axis, sizes.body * 0.09);
    out.shapes.push(Shape::line(upright.0, upright.1, base));
    let (left, right) = across.plot;
    out.frames
        .push(Rect::new(left, first, right - left, out.height - first));
    out
}

/// Nought and the end of a fixed scale, above its rows.
fn ends_of_scale(out: &mut Layout, panel: &Panel, across: &Across, sizes: &Sizes) -> f64 {
    let baseline = sizes.body * 1.5 + sizes.small;
    let full = panel.full.unwrap_or_default();
    for (value, anchor) in [(0.0, Anchor::Start), (full, Anchor::End)] {
        let at = Point::new(across.x(value), baseline);
        let label = Text::new(at, format!("{value:.0}"), sizes.small);
        let label = label.role(Role::Muted).anchor(anchor);
        out.shapes.push(label.into());
    }
    baseline + sizes.small * 0.4
}

fn draw_row(
    out: &mut Layout,
    (panel, row): (&Panel, &PanelRow),
    (top, height): (f64, f64),
    across: &Across,
    sizes: &Sizes,
    measure: &dyn Measure,
) {
    let middle = top + height / 2.0;
    let baseline = middle + sizes.body * CENTRING;
    let whole = Rect::new(0.0, top, out.width, height);
    hit(out, row, whole, row.figure.id);
    let room = across.names - sizes.body * 0.8;
    name(out, &row.name, (middle, room), (sizes, measure));
    match &row.mark {
        PanelMark::Parts(parts) => {
            let mut value = 0.0;
            for part in parts {
                let (from, to) = (across.x(value), across.x(value + part.amount.value));
                // A gap in the colour of the paper keeps neighbours apart; a sliver keeps its whole width.
                let gap = (sizes.body * 0.08).min((to - from) / 3.0);
                let bar = bar((from, to - gap), middle, sizes);
                out.shapes.extend(segment(part.class, bar, sizes));
                hit(out, row, bar, part.amount.id);
                value += part.amount.value;
            }
        }
        PanelMark::Bar => {
            let (zero, end) = (across.zero, across.x(row.figure.value));
            out.shapes.push(Shape::Rect {
                rect: bar((zero.min(end), zero.max(end)), middle, sizes),
                fill: Role::Hollow,
                stroke: None,
            });
        }
        PanelMark::Score { is_known, range } => {
            draw_score(out, row, (*is_known, *range), middle, across, sizes);
        }
        PanelMark::Nothing => {}
    }
    if let (PanelMark::Parts(_), Some(Whisker { p10, p90 })) = (&row.mark, row.whisker) {
        let at = |cost: f64| Point::new(across.x(cost.max(0.0)), middle);
        out.shapes
            .extend(whisker((at(p10), true), (at(p90), true), sizes));
    }
    let end = reach(panel, row);
    label(out, row, (end, baseline), across, (sizes, measure));
}

/// A name in a line, or in two of smaller type where it is long.
fn name(
    out: &mut Layout,
    name: &str,
    (middle, room): (f64, f64),
    (sizes, measure): (&Sizes, &dyn Measure),
) {
    if measure.width(name, sizes.body, Face::Regular) <= room {
        let at = Point::new(0.0, middle + sizes.body * CENTRING);
        out.shapes.push(Text::new(at, name, sizes.body).into());
        return;
    }
    let lines = in_lines(name, 2, room, (sizes.small, Face::Regular), measure);
    let step = sizes.small * 1.15;
    let mut baseline = middle + sizes.small * CENTRING;
    if lines.len() > 1 {
        baseline -= step / 2.0;
    }
    for line in lines {
        let at = Point::new(0.0, baseline);
        out.shapes.push(Text::new(at, line, sizes.small).into());
        baseline += step;
    }
}

fn bar((from, to): (f64, f64), middle: f64, sizes: &Sizes) -> Rect {
    let thickness = sizes.body * 1.3;
    Rect::new(from, middle - thickness / 2.0, to - from, thickness)
}

fn draw_score(
    out: &mut Layout,
    row: &PanelRow,
    (is_known, range): (bool, Option<Range>),
    middle: f64,
    across: &Across,
    sizes: &Sizes,
) {
    let at = |value: f64| Point::new(across.x(value.clamp(0.0, 100.0)), middle);
    let track = Stroke::new(Role::Grid, sizes.body * 0.12);
    out.shapes.push(Shape::line(at(0.0), at(100.0), track));
    if let Some(Range { low, high }) = range {
        let stroke = range_stroke(sizes);
        out.shapes.push(Shape::line(at(low), at(high), stroke));
    }
    if !is_known {
        return;
    }
    if let Some(Whisker { p10, p90 }) = row.whisker {
        let ends = ((at(p10), true), (at(p90), true));
        out.shapes.push(bare_whisker(ends.0, ends.1, sizes));
    }
    out.shapes.push(score(at(row.figure.value), sizes));
}

/// The figure: beyond its bar, or in the column of scores; never off the panel.
fn label(
    out: &mut Layout,
    row: &PanelRow,
    (end, baseline): (f64, f64),
    across: &Across,
    (sizes, measure): (&Sizes, &dyn Measure),
) {
    let gap = sizes.body * 0.45;
    let face = face(row);
    let width = measure.width(&row.figure.text, sizes.body, face);
    let (x, anchor) = match row.mark {
        PanelMark::Score { .. } => (across.plot.1 + sizes.body * 0.9, Anchor::Start),
        _ if end < 0.0 => (
            (across.x(end) - gap).max(across.plot.0 + width),
            Anchor::End,
        ),
        _ => (
            (across.x(end) + gap).min(across.plot.1 - width),
            Anchor::Start,
        ),
    };
    let text = Text::new(Point::new(x, baseline), row.figure.text.clone(), sizes.body);
    let role = if face == Face::Italic {
        Role::Muted
    } else {
        Role::Ink
    };
    let text = text.face(face).role(role).anchor(anchor);
    out.shapes.push(text.into());
}

fn hit(out: &mut Layout, row: &PanelRow, rect: Rect, figure: FigureId) {
    out.hits.push(Hit {
        area: Area::Rect(rect),
        figure,
        partnership: Some(row.partnership),
        hover: row.hover.clone(),
    });
}
