//! How wide each column of a table is, and how small its type, so that all of it fits the page.
#![expect(clippy::float_arithmetic, reason = "lengths on paper, never amounts")]

use crate::chart::chart::Table;
use crate::chart::fonts::Face;
use crate::chart::measure::{Measure, PlexMeasure};

/// The text width of the page, in twentieths of a point.
const PAGE: f64 = 9638.0;

/// Twentieths of a point on both sides of a cell's text.
const PADDING: f64 = 114.0 + 20.0;

/// Where our typeface is not installed another stands in for it, and that may be wider.
const WIDER: f64 = 1.12;

/// A table with room to spare is this much wider than its texts ask for.
const SPARE: f64 = 1.2;

/// Sizes of type in half points, the style's own first.
const SIZES: [u32; 4] = [18, 17, 16, 15];

/// No column asks for more than this, in ems: longer texts break over lines.
const WIDEST: f64 = 26.0;

/// No word makes a column wider than this, in ems: a longer one is broken.
const LONGEST_WORD: f64 = 11.0;

/// No more letters of a text are measured.
const MOST_LETTERS: usize = 200;

/// The columns of a table on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fit {
    /// The width of each column, in twentieths of a point.
    pub(crate) widths: Vec<u32>,
    /// The size of type in half points, where the style's is too large.
    pub(crate) half_points: Option<u32>,
}

/// What a column asks for, in ems.
#[derive(Clone, Copy, Debug)]
struct Wish {
    /// Its longest word.
    least: f64,
    /// Its longest text on one line.
    most: f64,
}

/// The columns as wide as their texts ask for, and the table as wide as the page where they ask for that much.
pub(crate) fn fit(table: &Table) -> Fit {
    let wishes: Vec<Wish> = (0..table.columns.len()).map(|at| wish(table, at)).collect();
    let size = SIZES.into_iter().find(|size| room(&wishes, *size) >= 0.0);
    let half_points = size.unwrap_or(15);
    let widths = widths(&wishes, half_points);
    Fit {
        widths,
        half_points: (half_points != SIZES[0]).then_some(half_points),
    }
}

/// What is left of the page when each column has its longest word; less than nothing where they do not fit.
fn room(wishes: &[Wish], half_points: u32) -> f64 {
    PAGE - wishes
        .iter()
        .map(|it| twips(it.least, half_points))
        .sum::<f64>()
}

fn twips(ems: f64, half_points: u32) -> f64 {
    ems * f64::from(half_points) * 10.0 * WIDER + PADDING
}

fn widths(wishes: &[Wish], half_points: u32) -> Vec<u32> {
    let least = wishes.iter().map(|it| twips(it.least, half_points));
    let least: Vec<f64> = least.collect();
    let more = wishes
        .iter()
        .map(|it| twips(it.most - it.least, half_points) - PADDING);
    let more: Vec<f64> = more.collect();
    let (sum, wanted) = (least.iter().sum::<f64>(), more.iter().sum::<f64>());
    let room = PAGE - sum;
    let widths = least.iter().zip(&more).map(|(least, more)| {
        if room < 0.0 {
            // Words are broken, each column's by as much.
            least * PAGE / sum
        } else if wanted > room {
            least + more * room / wanted
        } else {
            (least + more) * (PAGE / (sum + wanted)).min(SPARE)
        }
    });
    widths.map(whole).collect()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a positive length on a page of A4"
)]
fn whole(width: f64) -> u32 {
    width.floor() as u32
}

fn wish(table: &Table, at: usize) -> Wish {
    let header = table
        .columns
        .get(at)
        .map(|it| (it.title.as_str(), Face::SemiBold));
    let cells = table.rows.iter().filter_map(|row| row.get(at));
    let cells = cells.map(|cell| (cell.text.as_str(), Face::Regular));
    let mut wish = Wish {
        least: 2.0,
        most: 2.0,
    };
    for (text, face) in header.into_iter().chain(cells) {
        let end = text.char_indices().nth(MOST_LETTERS);
        let text = text
            .get(..end.map_or(text.len(), |(at, _)| at))
            .unwrap_or_default();
        let width = |text: &str| PlexMeasure.width(text, 1.0, face);
        let words = text.split_whitespace().map(width);
        wish.least = words.fold(wish.least, f64::max).min(LONGEST_WORD);
        wish.most = wish.most.max(width(text)).min(WIDEST);
    }
    wish.most = wish.most.max(wish.least);
    wish
}
