//! A chart on its page: title and subtitle above, legend off the data, notes below.

use crate::chart::bars::Bars;
use crate::chart::bars_layout::layout_bars;
use crate::chart::chart::Chart;
use crate::chart::columns::Columns;
use crate::chart::columns_layout::layout_columns;
use crate::chart::distribution::Distribution;
use crate::chart::distribution_layout::layout_distribution;
use crate::chart::fonts::Face;
use crate::chart::geometry::{Point, Size};
use crate::chart::lanes::Lanes;
use crate::chart::lanes_layout::layout_lanes;
use crate::chart::layout::{Anchor, CENTRING, Layout, Parts, Request, Shape, Stroke, Text};
use crate::chart::legend::legend;
use crate::chart::map::{Map, View};
use crate::chart::map_layout::{MapLayout, layout_map};
use crate::chart::matrix::Matrix;
use crate::chart::matrix_layout::layout_matrix;
use crate::chart::measure::Measure;
use crate::chart::panels::Panels;
use crate::chart::panels_layout::layout_panels;
use crate::chart::rows::Rows;
use crate::chart::rows_layout::layout_rows;
use crate::chart::text::{balanced, wrap};
use crate::chart::theme::Role;
use crate::chart::tiles::Tiles;
use crate::chart::tiles_layout::layout_tiles;
use crate::chart::tornado::TornadoBars;
use crate::chart::tornado_layout::layout_tornado;
use crate::units::display;

/// Exhibit 2 on its page.
pub fn rows(chart: &Chart, rows: &Rows, request: &Request, measure: &dyn Measure) -> Layout {
    let mut page = Page::new(request, measure);
    let sizes = &request.sizes;
    let parts = layout_rows(rows, page.width, sizes, measure);
    page.heading(chart);
    page.put(parts.header);
    page.put(parts.body);
    page.note(&[&chart.note]);
    page.finish()
}

/// Rows of tiles on their page.
pub fn tiles(chart: &Chart, tiles: &Tiles, request: &Request, measure: &dyn Measure) -> Layout {
    let mut page = Page::new(request, measure);
    let part = layout_tiles(tiles, page.width, &request.sizes, measure);
    page.heading(chart);
    page.put(part);
    page.note(&[&chart.note]);
    page.finish()
}

/// Years on their page.
pub fn columns(
    chart: &Chart,
    columns: &Columns,
    request: &Request,
    measure: &dyn Measure,
) -> Layout {
    let mut page = Page::new(request, measure);
    let part = layout_columns(
        columns,
        (page.width, request.height),
        &request.sizes,
        measure,
    );
    page.heading(chart);
    page.put(part);
    page.note(&[&chart.note]);
    page.finish()
}

/// Bars on their page.
pub fn bars(chart: &Chart, bars: &Bars, request: &Request, measure: &dyn Measure) -> Layout {
    let mut page = Page::new(request, measure);
    let part = layout_bars(bars, page.width, &request.sizes, measure);
    page.heading(chart);
    page.put(part);
    page.note(&[&chart.note]);
    page.finish()
}

/// A distribution on its page.
pub fn distribution(
    chart: &Chart,
    distribution: &Distribution,
    request: &Request,
    measure: &dyn Measure,
) -> Layout {
    let mut page = Page::new(request, measure);
    let room = (page.width, request.height);
    let part = layout_distribution(distribution, room, &request.sizes, measure);
    page.heading(chart);
    page.put(part);
    page.note(&[&chart.note]);
    page.finish()
}

/// A tornado on its page.
pub fn tornado(
    chart: &Chart,
    bars: &TornadoBars,
    request: &Request,
    measure: &dyn Measure,
) -> Layout {
    let mut page = Page::new(request, measure);
    let part = layout_tornado(bars, page.width, &request.sizes, measure);
    page.heading(chart);
    page.put(part);
    page.note(&[&chart.note]);
    page.finish()
}

/// A matrix on its page.
pub fn matrix(chart: &Chart, matrix: &Matrix, request: &Request, measure: &dyn Measure) -> Layout {
    let mut page = Page::new(request, measure);
    let part = layout_matrix(matrix, page.width, &request.sizes, measure);
    page.heading(chart);
    page.put(part);
    page.note(&[&chart.note]);
    page.finish()
}

/// Panels of bars on their page.
pub fn lanes(chart: &Chart, lanes: &Lanes, request: &Request, measure: &dyn Measure) -> Layout {
    let mut page = Page::new(request, measure);
    let part = layout_lanes(lanes, page.width, &request.sizes, measure);
    page.heading(chart);
    page.put(part);
    page.note(&[&chart.note]);
    page.finish()
}

/// Panels on their page.
pub fn panels(chart: &Chart, panels: &Panels, request: &Request, measure: &dyn Measure) -> Layout {
    let mut page = Page::new(request, measure);
    let part = layout_panels(panels, page.width, &request.sizes, measure);
    page.heading(chart);
    page.put(part);
    page.note(&[&chart.note]);
    page.finish()
}

/// A map on its page.
pub fn map(chart: &Chart, map: &Map, request: &Request, measure: &dyn Measure) -> Layout {
    let mut page = Page::new(request, measure);
    page.heading(chart);
    if map.marks.is_empty() {
        page.lines(
            &map.when_empty,
            request.sizes.body,
            Face::Regular,
            Role::Muted,
        );
        page.note(&[&undrawn(map), &chart.note]);
        return page.finish();
    }
    let inside = page.frame(map);
    let mut extra = Vec::new();
    if !inside.is_frontier_named {
        extra.push(format!("The stepped line is the {}.", map.frontier_name));
    }
    if inside.n_unnamed > 0 {
        let n = display::in_words(inside.n_unnamed);
        let is = if inside.n_unnamed == 1 {
            "mark has"
        } else {
            "marks have"
        };
        extra.push(format!(
            "{} {is} no name for want of room; the table lists all.",
            display::capitalised(&n)
        ));
    }
    let note = format!("{} {}", chart.note, extra.join(" "));
    page.note(&[&undrawn(map), &note]);
    page.finish()
}

fn undrawn(map: &Map) -> String {
    map.undrawn.join(" ")
}

/// Room around a chart on paper, so that nothing is cut off at the edge of a picture.
fn margin(parts: Parts) -> f64 {
    match parts {
        Parts::Paper => 6.0,
        Parts::Screen => 0.0,
    }
}

/// A page that fills from the top.
struct Page<'a> {
    request: &'a Request,
    measure: &'a dyn Measure,
    /// The width between the margins.
    width: f64,
    out: Layout,
}

impl<'a> Page<'a> {
    fn new(request: &'a Request, measure: &'a dyn Measure) -> Self {
        let width = request.width - 2.0 * margin(request.parts);
        Self {
            request,
            measure,
            width,
            out: Layout::of_width(width),
        }
    }

    /// The page with its margins.
    fn finish(self) -> Layout {
        let margin = margin(self.request.parts);
        let mut out = Layout::default();
        out.place(self.out, Point::new(margin, margin));
        out.width = self.request.width;
        out.height += margin;
        out
    }

    fn is_paper(&self) -> bool {
        self.request.parts == Parts::Paper
    }

    fn heading(&mut self, chart: &Chart) {
        let sizes = &self.request.sizes;
        if !self.is_paper() {
            return;
        }
        let width = balanced(
            &chart.title,
            self.width,
            sizes.title,
            Face::SemiBold,
            self.measure,
        );
        self.lines_within(width, &chart.title, sizes.title, Face::SemiBold, Role::Ink);
        self.space(sizes.body * 0.15);
        self.lines(&chart.subtitle, sizes.subtitle, Face::Regular, Role::Muted);
        self.space(sizes.body * 0.7);
        let keys = legend(&chart.legend, self.width, sizes, self.measure);
        self.put(keys);
        self.space(sizes.body * 0.9);
    }

    fn note(&mut self, paragraphs: &[&str]) {
        if !self.is_paper() {
            return;
        }
        let sizes = &self.request.sizes;
        self.space(sizes.body * 0.9);
        for paragraph in paragraphs {
            self.lines(paragraph, sizes.small, Face::Regular, Role::Muted);
            self.space(sizes.small * 0.25);
        }
    }

    /// A paragraph across the page.
    fn lines(&mut self, text: &str, size: f64, face: Face, role: Role) {
        self.lines_within(self.width, text, size, face, role);
    }

    fn lines_within(&mut self, width: f64, text: &str, size: f64, face: Face, role: Role) {
        for line in wrap(text, width, size, face, self.measure) {
            let at = Point::new(0.0, self.out.height + size);
            let line = Text::new(at, line, size).face(face).role(role);
            self.out.shapes.push(line.into());
            self.out.height += size * 1.32;
        }
    }

    fn space(&mut self, height: f64) {
        self.out.height += height;
    }

    fn put(&mut self, part: Layout) {
        let at = Point::new(0.0, self.out.height);
        self.out.place(part, at);
    }

    /// The frame of a map with its axes: the name of each at its end, set level.
    fn frame(&mut self, map: &Map) -> MapLayout {
        let sizes = &self.request.sizes;
        let view = self.request.view.unwrap_or_else(|| View::of(map));
        let left = self.measure.width("100", sizes.small, Face::Regular) + sizes.small * 0.8;
        let shape = if map.marks.len() > 25 { 0.82 } else { 0.64 };
        let width = self.width - left;
        let height = self.request.height.unwrap_or(width * shape);
        let size = Size::new(width, height.min(width * shape).max(1.0));
        let inside = layout_map(map, size, &view, sizes, self.measure);

        self.lines(&map.y_title, sizes.small, Face::SemiBold, Role::Ink);
        self.space(sizes.small * 0.9);
        let top = self.out.height;
        for (y, tick) in &inside.y_ticks {
            let at = Point::new(left - sizes.small * 0.6, top + y + sizes.small * CENTRING);
            self.tick(at, &tick.label, Anchor::End);
        }
        self.out.place(inside.layout.clone(), Point::new(left, top));
        let bottom = self.out.height;
        let stroke = Stroke::new(Role::Axis, sizes.body * 0.1);
        let (from, to) = (Point::new(left, bottom), Point::new(self.width, bottom));
        self.out.shapes.push(Shape::line(from, to, stroke));
        for (x, tick) in &inside.x_ticks {
            let half = self.measure.width(&tick.label, sizes.small, Face::Regular) / 2.0;
            let x = (left + x).min(self.width - half);
            self.tick(
                Point::new(x, bottom + sizes.small * 1.35),
                &tick.label,
                Anchor::Middle,
            );
        }
        self.out.height = bottom + sizes.small * 2.9;
        let at = Point::new(self.width, self.out.height);
        let title = Text::new(at, map.x_title.clone(), sizes.small).face(Face::SemiBold);
        self.out.shapes.push(title.anchor(Anchor::End).into());
        self.space(sizes.small * 0.3);
        inside
    }

    fn tick(&mut self, at: Point, label: &str, anchor: Anchor) {
        let text = Text::new(at, label, self.request.sizes.small);
        self.out
            .shapes
            .push(text.role(Role::Muted).anchor(anchor).into());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::catalogue::{CHARTS, PARTNERSHIP_CHARTS};
    use crate::chart::chart::Body;
    use crate::chart::doubts::Doubts;
    use crate::chart::geometry::Rect;
    use crate::chart::layout::layout;
    use crate::chart::measure::PlexMeasure;
    use crate::chart::sample;
    use crate::chart::text::Sizes;
    use crate::costing::basis::Basis;

    /// 170 mm, the text width of A4 upright.
    const WIDTH: f64 = 482.0;

    fn texts(layout: &Layout) -> Vec<&Text> {
        let texts = layout.shapes.iter().filter_map(|shape| match shape {
            Shape::Text(text) => Some(text),
            _ => None,
        });
        texts.collect()
    }

    /// Every chart, of so many partnerships or of the one at this place.
    fn each(check: impl Fn(&str, usize, &Layout)) {
        for kind in CHARTS {
            for n in [0, 1, 2, 3, 7, 15, 60] {
                let chart = (kind.draw)(&sample::findings(n), Basis::Full, Doubts::NONE);
                for width in [WIDTH, 340.0, 800.0] {
                    let request = Request::paper(width);
                    check(kind.id, n, &layout(&chart, &request, &PlexMeasure));
                }
            }
        }
        for kind in PARTNERSHIP_CHARTS {
            let findings = sample::findings(15);
            for (n, found) in findings.partnerships.iter().enumerate() {
                let chart = (kind.draw)(&findings, found, Basis::Full, Doubts::NONE);
                for width in [WIDTH, 340.0, 800.0] {
                    let request = Request::paper(width);
                    check(kind.id, n, &layout(&chart, &request, &PlexMeasure));
                }
            }
        }
    }

    #[test]
    fn everything_stands_on_the_page() {
        each(|kind, n, page| {
            let paper = Rect::new(0.0, 0.0, page.width, page.height);
            for text in texts(page) {
                assert!(
                    paper.encloses(&text.extent(&PlexMeasure)),
                    "{} of {n}, {} wide: {:?}",
                    kind,
                    page.width,
                    text
                );
            }
            for row in &page.rows {
                assert!(row.top >= 0.0 && row.bottom <= page.height);
            }
        });
    }

    #[test]
    fn no_text_covers_another() {
        each(|kind, n, page| {
            let texts = texts(page);
            for (at, one) in texts.iter().enumerate() {
                for other in texts.iter().skip(at + 1) {
                    assert!(
                        !one.extent(&PlexMeasure)
                            .overlaps(&other.extent(&PlexMeasure)),
                        "{} of {n}, {} wide: {} and {}",
                        kind,
                        page.width,
                        one.text,
                        other.text
                    );
                }
            }
        });
    }

    #[test]
    fn type_on_paper_is_never_below_seven_points() {
        each(|_, _, page| assert!(texts(page).iter().all(|text| text.size >= 7.0)));
    }

    #[test]
    fn sixty_rows_make_a_taller_page() {
        let height = |n| {
            let chart = (CHARTS[0].draw)(&sample::findings(n), Basis::Full, Doubts::NONE);
            let page = layout(&chart, &Request::paper(WIDTH), &PlexMeasure);
            assert_eq!(page.rows.len(), n);
            page.height
        };
        assert!(height(15) < 700.0, "15 rows fit a page of A4");
        assert!(height(60) > height(15) * 2.5);
    }

    #[test]
    fn screen_and_paper_show_the_same_ticks_names_and_figures() {
        let chart = (CHARTS[0].draw)(&sample::findings(15), Basis::Full, Doubts::NONE);
        let Body::Rows(rows) = &chart.body else {
            panic!("Exhibit 2 is rows");
        };
        let paper = layout(&chart, &Request::paper(WIDTH), &PlexMeasure);
        let screen = layout_rows(
            rows,
            WIDTH - 2.0 * margin(Parts::Paper),
            &Sizes::PAPER,
            &PlexMeasure,
        );
        let paper: Vec<&str> = texts(&paper)
            .iter()
            .map(|text| text.text.as_str())
            .collect();
        for text in texts(&screen.header).into_iter().chain(texts(&screen.body)) {
            let start = text.text.trim_end_matches('…');
            assert!(
                paper.iter().any(|on_paper| on_paper.starts_with(start)),
                "{start}"
            );
        }
    }

    #[test]
    fn a_map_can_be_seen_in_part() {
        let chart = (CHARTS[1].draw)(&sample::findings(15), Basis::Full, Doubts::NONE);
        let Body::Map(map) = &chart.body else {
            panic!("cost against achievement is a map");
        };
        let view = View {
            cost: (5.2, 5.5),
            score: (60.0, 90.0),
        };
        let size = Size::new(600.0, 400.0);
        let part = layout_map(map, size, &view, &Sizes::SCREEN, &PlexMeasure);
        assert_eq!(part.layout.hits.len(), 3);
        assert!(part.x_ticks.len() >= 3 && part.y_ticks.len() >= 3);
        let frame = Rect::new(0.0, 0.0, 600.0, 400.0);
        assert_eq!(part.layout.frames, [frame]);
        for text in texts(&part.layout) {
            assert!(frame.encloses(&text.extent(&PlexMeasure)), "{}", text.text);
        }
    }
}
