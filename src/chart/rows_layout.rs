//! Exhibit 2 in points: an axis above, and below it a row for each partnership with its bar and its score.

use crate::chart::chart::Range;
use crate::chart::doubts::Whisker;
use crate::chart::fonts::Face;
use crate::chart::geometry::{Point, Rect, count};
use crate::chart::layout::{Anchor, Area, CENTRING, Hit, Layout, RowExtent, Shape, Stroke, Text};
use crate::chart::legend::{bare_whisker, range_stroke, score, segment, whisker};
use crate::chart::measure::Measure;
use crate::chart::rows::{Group, Row, Rows, Score};
use crate::chart::text::{Sizes, shorten};
use crate::chart::theme::Role;
use crate::chart::ticks::{self, Tick};
use crate::findings::figure::FigureId;

/// The axis and the rows, apart so that the axis can stay while the rows scroll.
#[derive(Clone, Debug, PartialEq)]
pub struct RowsLayout {
    /// What the panels measure, and their ticks.
    pub header: Layout,
    /// The rows, under grid lines that continue those of the header.
    pub body: Layout,
}

/// Lays out the axis and the rows for this width.
pub fn layout_rows(rows: &Rows, width: f64, sizes: &Sizes, measure: &dyn Measure) -> RowsLayout {
    let columns = Columns::fit(rows, width, sizes, measure);
    RowsLayout {
        header: header(rows, &columns, sizes, measure),
        body: body(rows, &columns, sizes, measure),
    }
}

/// Where names, bars, scores and figures stand across the paper.
struct Columns {
    width: f64,
    names: f64,
    bars: (f64, f64),
    scores: (f64, f64),
    most: f64,
    cost_ticks: Vec<Tick>,
    score_ticks: Vec<Tick>,
}

impl Columns {
    fn fit(rows: &Rows, width: f64, sizes: &Sizes, measure: &dyn Measure) -> Self {
        let widest = rows
            .rows()
            .map(|row| {
                let name = measure.width(&row.name, sizes.body, Face::Regular);
                name.max(measure.width(&row.scale, sizes.small, Face::Regular))
            })
            .fold(0.0, f64::max);
        let names = (widest + sizes.body).clamp(width * 0.2, width * 0.42);
        let figures = measure.width("not scored", sizes.small, Face::Italic) + sizes.body * 0.9;
        let scores_to = width - figures;
        let scores_from = scores_to - (width * 0.17).min(sizes.body * 18.0);
        let bars = (names, scores_from - sizes.body * 2.4);
        let room = bars.1 - bars.0;
        // The longest bars leave room for the figures at their ends.
        let most = rows
            .rows()
            .map(|row| {
                let figure = measure.width(&row.total.text, sizes.body, Face::SemiBold);
                let bar = (room - figure - sizes.body * 0.5).max(room * 0.3);
                reach(row) * room / bar
            })
            .fold(0.0, f64::max);
        let most = if most > 0.0 { most } else { 1.0 };
        let at_most = (3..=8)
            .rev()
            .find(|n| count(*n) * sizes.small * ticks::letters(rows.money_unit) <= room)
            .unwrap_or(3);
        Self {
            width,
            names,
            bars,
            scores: (scores_from, scores_to),
            most,
            cost_ticks: ticks::money(0.0, most, at_most, rows.money_unit),
            score_ticks: ticks::scores(0.0, 100.0, 3),
        }
    }

    fn cost(&self, value: f64) -> f64 {
        self.bars.0 + (self.bars.1 - self.bars.0) * value / self.most
    }

    fn score(&self, value: f64) -> f64 {
        self.scores.0 + (self.scores.1 - self.scores.0) * value.clamp(0.0, 100.0) / 100.0
    }
}

/// How far a row reaches: its bar, or its whisker.
fn reach(row: &Row) -> f64 {
    let whisker = row.whisker.map_or(0.0, |it| it.p90);
    length(row).max(whisker)
}

/// The length of a bar: its drawn parts end to end.
fn length(row: &Row) -> f64 {
    row.segments.iter().map(|part| part.amount.value).sum()
}

fn header(rows: &Rows, columns: &Columns, sizes: &Sizes, measure: &dyn Measure) -> Layout {
    let mut out = Layout::of_width(columns.width);
    if rows.groups.is_empty() {
        return out;
    }
    let title = sizes.body;
    let labels = title + sizes.small * 1.75;
    out.height = labels + sizes.small * 0.55;
    for (x, text) in [
        (columns.bars.0, &rows.cost_title),
        (columns.scores.0, &rows.score_title),
    ] {
        let text = Text::new(Point::new(x, title), text.clone(), sizes.body);
        out.shapes.push(text.face(Face::SemiBold).into());
    }
    let mut label = |x: f64, tick: &Tick, anchor| {
        let text = Text::new(Point::new(x, labels), tick.label.clone(), sizes.small);
        out.shapes
            .push(text.role(Role::Muted).anchor(anchor).into());
    };
    let mut free_from = f64::NEG_INFINITY;
    for (n, tick) in columns.cost_ticks.iter().enumerate() {
        let (at, width) = (
            columns.cost(tick.value),
            measure.width(&tick.label, sizes.small, Face::Regular),
        );
        let (anchor, left) = if n == 0 {
            (Anchor::Start, at)
        } else {
            (Anchor::Middle, at - width / 2.0)
        };
        // Where the panel is narrow, a label that would touch the one before it is left out; its grid line stays.
        if left >= free_from {
            label(at, tick, anchor);
            free_from = left + width + sizes.small * 0.5;
        }
    }
    for tick in &columns.score_ticks {
        let anchor = match tick.label.as_str() {
            "0" => Anchor::Start,
            "100" => Anchor::End,
            _ => Anchor::Middle,
        };
        label(columns.score(tick.value), tick, anchor);
    }
    out
}

fn body(rows: &Rows, columns: &Columns, sizes: &Sizes, measure: &dyn Measure) -> Layout {
    let mut out = Layout::of_width(columns.width);
    if rows.groups.is_empty() {
        let at = Point::new(0.0, sizes.body * 2.5);
        let text = Text::new(at, rows.when_empty.clone(), sizes.body);
        out.shapes.push(text.role(Role::Muted).into());
        out.height = sizes.body * 5.0;
        return out;
    }
    let mut y = 0.0;
    for (n, part) in rows.groups.iter().enumerate() {
        if n > 0 {
            y += sizes.body * 0.9;
        }
        y = group(&mut out, part, y, columns, sizes, measure);
    }
    out.height = y + sizes.body * 0.4;
    let back = backdrop(columns, out.height, sizes);
    out.shapes.splice(0..0, back);
    let frame = |(from, to): (f64, f64)| Rect::new(from, 0.0, to - from, out.height);
    out.frames = vec![frame(columns.bars), frame(columns.scores)];
    out
}

/// The grid behind the rows, and the line that bars stand on.
fn backdrop(columns: &Columns, height: f64, sizes: &Sizes) -> [Shape; 2] {
    let upright = |x: f64| (Point::new(x, 0.0), Point::new(x, height));
    let costs = columns
        .cost_ticks
        .iter()
        .map(|tick| columns.cost(tick.value));
    let scores = columns
        .score_ticks
        .iter()
        .map(|tick| columns.score(tick.value));
    [
        Shape::Lines {
            lines: costs.skip(1).chain(scores).map(upright).collect(),
            stroke: Stroke::new(Role::Grid, sizes.body * 0.07),
        },
        Shape::Lines {
            lines: vec![upright(columns.bars.0)],
            stroke: Stroke::new(Role::Axis, sizes.body * 0.09),
        },
    ]
}

fn group(
    out: &mut Layout,
    part: &Group,
    top: f64,
    columns: &Columns,
    sizes: &Sizes,
    measure: &dyn Measure,
) -> f64 {
    let heading = sizes.body * 1.9;
    let at = Point::new(0.0, top + sizes.body * 1.15);
    let name = Text::new(at, part.name.clone(), sizes.body);
    out.shapes.push(name.face(Face::SemiBold).into());
    let height = row_height(sizes);
    for (n, row) in part.rows.iter().enumerate() {
        let from = top + heading + height * count(n);
        out.rows.push(RowExtent {
            partnership: row.partnership,
            top: from,
            bottom: from + height,
        });
        draw_row(out, row, from, columns, sizes, measure);
    }
    top + heading + height * count(part.rows.len())
}

/// A line of name, a line of scale, and air.
fn row_height(sizes: &Sizes) -> f64 {
    sizes.body * 1.15 + sizes.small * 1.15 + sizes.body * 0.65
}

fn draw_row(
    out: &mut Layout,
    row: &Row,
    top: f64,
    columns: &Columns,
    sizes: &Sizes,
    measure: &dyn Measure,
) {
    let height = row_height(sizes);
    let middle = top + height / 2.0;
    let room = columns.names - sizes.body * 0.8;
    hit(
        out,
        row,
        Rect::new(0.0, top, columns.width, height),
        row.total.id,
    );

    let name = shorten(&row.name, room, sizes.body, Face::Regular, measure);
    let at = Point::new(0.0, middle - sizes.body * 0.13);
    out.shapes.push(Text::new(at, name, sizes.body).into());
    let scale = shorten(&row.scale, room, sizes.small, Face::Regular, measure);
    let at = Point::new(0.0, middle + sizes.small * 1.1);
    let scale = Text::new(at, scale, sizes.small).role(Role::Muted);
    out.shapes.push(scale.into());

    let thickness = sizes.body * 1.55;
    let mut value = 0.0;
    for part in &row.segments {
        let (from, to) = (columns.cost(value), columns.cost(value + part.amount.value));
        // A gap in the colour of the paper keeps neighbours apart; a sliver keeps its whole width.
        let gap = (sizes.body * 0.08).min((to - from) / 3.0);
        let bar = Rect::new(from, middle - thickness / 2.0, to - from - gap, thickness);
        out.shapes.extend(segment(part.class, bar, sizes));
        hit(out, row, bar, part.amount.id);
        value += part.amount.value;
    }
    if let Some(Whisker { p10, p90 }) = row.whisker {
        let at = |cost: f64| Point::new(columns.cost(cost.max(0.0)), middle);
        out.shapes
            .extend(whisker((at(p10), true), (at(p90), true), sizes));
    }
    let at = Point::new(
        columns.cost(reach(row)) + sizes.body * 0.4,
        middle + sizes.body * CENTRING,
    );
    let total = Text::new(at, row.total.text.clone(), sizes.body).face(Face::SemiBold);
    hit(out, row, total.extent(measure), row.total.id);
    out.shapes.push(total.into());
    draw_score(out, row, Point::new(columns.width, middle), columns, sizes);
}

fn draw_score(out: &mut Layout, row: &Row, at: Point, columns: &Columns, sizes: &Sizes) {
    let Score {
        figure,
        is_known,
        range,
        whisker: between,
    } = &row.score;
    let across = |from: f64, to: f64| {
        (
            Point::new(columns.score(from), at.y),
            Point::new(columns.score(to), at.y),
        )
    };
    out.shapes.push(Shape::Lines {
        lines: vec![across(0.0, 100.0)],
        stroke: Stroke::new(Role::Grid, sizes.body * 0.12),
    });
    if let Some(Range { low, high }) = range {
        let (from, to) = across(*low, *high);
        out.shapes.push(Shape::line(from, to, range_stroke(sizes)));
    }
    let text = Text::new(
        Point::new(
            columns.scores.1 + sizes.body * 0.9,
            at.y + sizes.body * CENTRING,
        ),
        figure.text.clone(),
        sizes.body,
    );
    let text = if *is_known {
        let centre = Point::new(columns.score(figure.value), at.y);
        if let Some(Whisker { p10, p90 }) = between {
            let (from, to) = across(*p10, *p90);
            out.shapes
                .push(bare_whisker((from, true), (to, true), sizes));
        }
        out.shapes.push(score(centre, sizes));
        text
    } else {
        Text {
            at: Point::new(text.at.x, at.y + sizes.small * CENTRING),
            size: sizes.small,
            face: Face::Italic,
            role: Role::Muted,
            ..text
        }
    };
    out.shapes.push(text.into());
    let height = row_height(sizes);
    let panel = Rect::new(
        columns.scores.0,
        at.y - height / 2.0,
        columns.width - columns.scores.0,
        height,
    );
    hit(out, row, panel, figure.id);
}

fn hit(out: &mut Layout, row: &Row, rect: Rect, figure: FigureId) {
    out.hits.push(Hit {
        area: Area::Rect(rect),
        figure,
        partnership: Some(row.partnership),
        hover: row.hover.clone(),
    });
}
