//! What goes on the table: a Word document, and the folder of every chart, of 60 partnerships.

mod support;

use std::fs;

use divan::Bencher;
use fruitful::chart::catalogue::CHARTS;
use fruitful::chart::doubts::Doubts;
use fruitful::costing::basis::Basis;
use fruitful::export::chart_pack::{self, PackOf};
use fruitful::export::formats::{find, find_for_paper};
use fruitful::export::print_size::PrintSize;
use fruitful::guidance::edition::newest;
use fruitful::report::document::{Block, ChartBlock, Document, Section, TEXT_WIDTH_MM, TableBlock};
use fruitful::units::progress::{Progress, Stop};
use jiff::civil::date;

use crate::support::{appraised, county_path, opened};

fn main() {
    divan::main();
}

/// A paper with every chart of all partnerships and the table behind each.
fn paper() -> Document {
    let findings = appraised(&opened(&county_path()));
    let blocks = CHARTS.iter().enumerate().flat_map(|(at, kind)| {
        let chart = (kind.draw)(&findings, Basis::Full, Doubts::NONE);
        let n = at.saturating_add(1);
        let table = TableBlock {
            number: format!("Table {n}"),
            caption: kind.label.to_owned(),
            table: chart.table.clone(),
            note: String::new(),
        };
        let chart = ChartBlock {
            number: format!("Figure {n}"),
            caption: kind.label.to_owned(),
            chart,
            width_mm: TEXT_WIDTH_MM,
            most_mm: 240.0,
        };
        [Block::Chart(Box::new(chart)), Block::Table(table)]
    });
    Document {
        title: "Every chart".to_owned(),
        subject: "Every chart of 60 partnerships".to_owned(),
        author: "Ashmere Council".to_owned(),
        date: date(2026, 11, 22),
        facts: Vec::new(),
        sections: vec![Section {
            number: "1".to_owned(),
            heading: "Charts".to_owned(),
            blocks: blocks.collect(),
        }],
        appendices: Vec::new(),
    }
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn docx_60(bencher: Bencher) {
    let paper = paper();
    let format = find_for_paper("docx").expect("papers are written as docx");
    bencher.bench(|| (format.write)(&paper, &Stop::default()));
}

/// Every chart of all and of each: drawings, or pictures at 150 dots an inch.
#[divan::bench(args = ["svg", "png"], sample_count = 5, sample_size = 1)]
fn pack_60(bencher: Bencher, format: &str) {
    let findings = appraised(&opened(&county_path()));
    let format = find(format).expect("the format is known");
    let size = PrintSize::new(PrintSize::A4.width_mm(), 150.0).expect("a size of paper");
    let folder = std::env::temp_dir().join(format!("fruitful-bench-pack-{}", std::process::id()));
    bencher.bench(|| {
        let pack = PackOf {
            findings: &findings,
            guidance: newest(),
            basis: Basis::Full,
            formats: &[format],
            size,
        };
        let written = chart_pack::write(&pack, &folder, (&Progress::default(), &Stop::default()));
        written
            .expect("the folder for temporary files can be written")
            .len()
    });
    let _ = fs::remove_dir_all(folder);
}
