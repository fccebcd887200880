//! One description of a chart, two readers: the screen and the paper show the same ticks, names and values.

#![expect(clippy::float_arithmetic, reason = "sizes on paper and screen")]

use std::path::Path;

use fruitful::chart::catalogue::CHARTS;
use fruitful::chart::chart::{Body, Chart};
use fruitful::chart::doubts::Doubts;
use fruitful::chart::geometry::Size;
use fruitful::chart::layout::{Layout, Shape};
use fruitful::chart::map::View;
use fruitful::chart::map_layout::{MapLayout, layout_map};
use fruitful::chart::measure::PlexMeasure;
use fruitful::chart::rows_layout::layout_rows;
use fruitful::chart::text::Sizes;
use fruitful::costing::basis::Basis;
use fruitful::findings::findings::{Findings, Question, appraise};
use fruitful::guidance::edition::newest;
use fruitful::store::read::read;

/// How much larger the type of the screen is than that of the paper.
const LARGER: f64 = 13.0 / 8.5;
/// The width of a plot on A4, in points.
const PAPER: f64 = 460.0;

fn findings(sample: &str) -> Findings {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data");
    let register = read(&folder.join(sample)).unwrap().register;
    let year = register.settings.base_year;
    appraise(&register, newest(), Question { year })
}

fn charts(basis: Basis) -> Vec<Chart> {
    let all = ["small.ron", "borough.ron", "county.ron"].map(findings);
    let draw = |findings| {
        CHARTS
            .iter()
            .map(move |kind| (kind.draw)(findings, basis, Doubts::NONE))
    };
    all.iter().flat_map(draw).collect()
}

fn maps(chart: &Chart) -> Option<(MapLayout, MapLayout)> {
    let Body::Map(map) = &chart.body else {
        return None;
    };
    let at = |scale: f64, sizes: &Sizes| {
        let frame = Size {
            width: PAPER * scale,
            height: PAPER * 0.6 * scale,
        };
        layout_map(map, frame, &View::of(map), sizes, &PlexMeasure)
    };
    Some((at(1.0, &Sizes::PAPER), at(LARGER, &Sizes::SCREEN)))
}

fn texts(layout: &Layout) -> Vec<String> {
    let texts = layout.shapes.iter().filter_map(|shape| match shape {
        Shape::Text(text) => Some(text.text.clone()),
        _ => None,
    });
    texts.collect()
}

fn hovers(layout: &Layout) -> Vec<&str> {
    layout.hits.iter().map(|hit| hit.hover.as_str()).collect()
}

#[test]
fn the_map_has_the_same_ticks_on_screen_and_on_paper() {
    for basis in Basis::ALL {
        for (paper, screen) in charts(basis).iter().filter_map(maps) {
            let labels = |ticks: &[(f64, fruitful::chart::ticks::Tick)]| -> Vec<String> {
                ticks.iter().map(|(_, tick)| tick.label.clone()).collect()
            };
            assert_eq!(labels(&paper.x_ticks), labels(&screen.x_ticks));
            assert_eq!(labels(&paper.y_ticks), labels(&screen.y_ticks));
            assert!(paper.x_ticks.len() >= 3);
        }
    }
}

#[test]
fn the_map_has_the_same_marks_and_values_on_screen_and_on_paper() {
    for (paper, screen) in charts(Basis::Full).iter().filter_map(maps) {
        assert_eq!(hovers(&paper.layout), hovers(&screen.layout));
        assert!(!paper.layout.hits.is_empty());
    }
}

#[test]
fn exhibit_2_says_the_same_on_screen_and_on_paper() {
    for chart in charts(Basis::Full) {
        let Body::Rows(rows) = &chart.body else {
            continue;
        };
        let paper = layout_rows(rows, PAPER, &Sizes::PAPER, &PlexMeasure);
        let screen = layout_rows(rows, PAPER * LARGER, &Sizes::SCREEN, &PlexMeasure);
        assert_eq!(texts(&paper.header), texts(&screen.header));
        assert_eq!(hovers(&paper.body), hovers(&screen.body));
        assert_eq!(texts(&paper.body).len(), texts(&screen.body).len());
    }
}
