//! The charts: drawn, laid out, and written as SVG and PNG.

mod support;

use divan::{Bencher, black_box};
use fruitful::chart::bars_layout::layout_bars;
use fruitful::chart::catalogue::CHARTS;
use fruitful::chart::chart::{Body, Chart};
use fruitful::chart::columns_layout::layout_columns;
use fruitful::chart::distribution_layout::layout_distribution;
use fruitful::chart::doubts::Doubts;
use fruitful::chart::geometry::Size;
use fruitful::chart::lanes_layout::layout_lanes;
use fruitful::chart::map::View;
use fruitful::chart::map_layout::layout_map;
use fruitful::chart::matrix_layout::layout_matrix;
use fruitful::chart::measure::PlexMeasure;
use fruitful::chart::panels_layout::layout_panels;
use fruitful::chart::rows_layout::layout_rows;
use fruitful::chart::text::Sizes;
use fruitful::chart::tiles_layout::layout_tiles;
use fruitful::chart::tornado_layout::layout_tornado;
use fruitful::costing::basis::Basis;
use fruitful::export::formats::find;
use fruitful::export::print_size::PrintSize;
use fruitful::findings::findings::Findings;

use crate::support::{MANY, appraised, county_path, large, opened};

/// The charts by their place in the catalogue.
const BOTH: [usize; 2] = [0, 1];

fn main() {
    divan::main();
}

fn county() -> Findings {
    appraised(&opened(&county_path()))
}

fn many() -> Findings {
    appraised(&large::register(MANY))
}

fn drawn(at: usize, findings: &Findings) -> Chart {
    let kind = CHARTS.get(at).expect("there is such a chart");
    (kind.draw)(findings, Basis::Full, Doubts::NONE)
}

/// Findings of 60 partnerships to the text of a picture.
#[divan::bench(args = BOTH, min_time = 1)]
fn svg_60(bencher: Bencher, at: usize) {
    exported(bencher, at, "svg");
}

/// Findings of 60 partnerships to pixels, 170 mm wide at 300 dots an inch.
#[divan::bench(args = BOTH, sample_count = 20, sample_size = 1)]
fn png_60(bencher: Bencher, at: usize) {
    exported(bencher, at, "png");
}

fn exported(bencher: Bencher, at: usize, format: &str) {
    let findings = county();
    let format = find(format).expect("the format is known");
    bencher.bench(|| (format.write)(&drawn(at, black_box(&findings)), &PrintSize::A4));
}

#[divan::bench(args = BOTH, sample_count = 20, sample_size = 1)]
fn draw_5500(bencher: Bencher, at: usize) {
    let findings = many();
    bencher.bench(|| drawn(at, black_box(&findings)));
}

/// As after a change of the window's width.
#[divan::bench(args = BOTH, sample_count = 20, sample_size = 1)]
fn lay_out_5500(bencher: Bencher, at: usize) {
    let chart = drawn(at, &many());
    bencher.bench(|| match &black_box(&chart).body {
        Body::Rows(rows) => {
            let laid = layout_rows(rows, 560.0, &Sizes::SCREEN, &PlexMeasure);
            laid.body.shapes.len()
        }
        Body::Map(map) => {
            let size = Size {
                width: 560.0,
                height: 300.0,
            };
            let view = View::of(map);
            let laid = layout_map(map, size, &view, &Sizes::SCREEN, &PlexMeasure);
            laid.layout.shapes.len()
        }
        Body::Tiles(tiles) => {
            let laid = layout_tiles(tiles, 560.0, &Sizes::SCREEN, &PlexMeasure);
            laid.shapes.len()
        }
        Body::Columns(columns) => {
            let laid = layout_columns(columns, (560.0, None), &Sizes::SCREEN, &PlexMeasure);
            laid.shapes.len()
        }
        Body::Distribution(of) => {
            let laid = layout_distribution(of, (560.0, None), &Sizes::SCREEN, &PlexMeasure);
            laid.shapes.len()
        }
        Body::Tornado(bars) => {
            let laid = layout_tornado(bars, 560.0, &Sizes::SCREEN, &PlexMeasure);
            laid.shapes.len()
        }
        Body::Matrix(matrix) => {
            let laid = layout_matrix(matrix, 560.0, &Sizes::SCREEN, &PlexMeasure);
            laid.shapes.len()
        }
        Body::Lanes(lanes) => {
            let laid = layout_lanes(lanes, 560.0, &Sizes::SCREEN, &PlexMeasure);
            laid.shapes.len()
        }
        Body::Bars(bars) => {
            let laid = layout_bars(bars, 560.0, &Sizes::SCREEN, &PlexMeasure);
            laid.shapes.len()
        }
        Body::Panels(panels) => {
            let laid = layout_panels(panels, 560.0, &Sizes::SCREEN, &PlexMeasure);
            laid.shapes.len()
        }
    });
}
