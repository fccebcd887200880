//! How a table fits its page: the size of its type, the width of each column, and whether the page lies on its side.
#![expect(clippy::float_arithmetic, reason = "sizes on paper, never amounts")]

use crate::chart::chart::{Cell, Content, Table};
use crate::chart::fonts::Face;
use crate::chart::measure::{Measure, PlexMeasure};
use crate::chart::svg::POINTS_PER_MM;
use crate::export::pdf::letters::MAY_BREAK;
use crate::report::document::TEXT_WIDTH_MM;

/// The width of the text of a page of A4 on its side, in millimetres.
pub const SIDEWAYS_WIDTH_MM: f64 = 257.0;

/// The sizes of type that are tried, in points; none is smaller.
const SIZES: [f64; 4] = [9.0, 8.5, 8.0, LEAST_SIZE];

/// The smallest type that is easily read, in points.
const LEAST_SIZE: f64 = 7.5;

/// The room on both sides of a cell together, in points.
pub const PADDING: f64 = 10.0;

/// Kerning may widen a word that is measured without it, in ems.
const SLACK: f64 = 0.25;

/// The most lines of a row, over all rows, before smaller type is tried.
const LINES: f64 = 2.0;

/// The least that a column of words is given if its words are long enough to need it, in ems.
const NARROW: f64 = 9.0;

/// The most that a column of words asks for, in ems.
const WIDE: f64 = 34.0;

/// How a table is set.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// The size of type, in points.
    pub size: f64,
    /// The width of each column with its padding, in points.
    pub widths: Vec<f64>,
    /// Whether it needs a page on its side.
    pub is_sideways: bool,
}

/// The largest type at which a table fits, with names in one line before names in several, upright before sideways;
/// one that fits nowhere has its words broken.
pub fn fit(table: &Table) -> Fit {
    let needs: Vec<Need> = (0..table.columns.len())
        .map(|at| Need::of(table, at))
        .collect();
    let in_one_line: Vec<Need> = needs.iter().map(Need::in_one_line).collect();
    let upright = TEXT_WIDTH_MM * POINTS_PER_MM;
    let sideways = SIDEWAYS_WIDTH_MM * POINTS_PER_MM;
    let found = first_size(&in_one_line, upright)
        .or_else(|| in_lines(table, &needs, upright))
        .map(|found| (found, false))
        .or_else(|| Some((in_lines(table, &needs, sideways)?, true)));
    if let Some(((size, widths), is_sideways)) = found {
        return Fit {
            size,
            widths,
            is_sideways,
        };
    }
    let size = LEAST_SIZE;
    let asked: Vec<f64> = needs.iter().map(|need| need.least * size).collect();
    let room = SIDEWAYS_WIDTH_MM * POINTS_PER_MM - PADDING * count(needs.len());
    let share = room / asked.iter().sum::<f64>();
    Fit {
        size,
        widths: asked.iter().map(|it| it * share + PADDING).collect(),
        is_sideways: true,
    }
}

/// The largest type at which all columns have what they need.
fn first_size(needs: &[Need], width: f64) -> Option<(f64, Vec<f64>)> {
    let sizes = SIZES.into_iter();
    let mut tries = sizes.filter_map(|size| Some((size, spread(needs, size, width)?)));
    tries.next()
}

/// The largest type at which rows are not too tall; where they always are, the smallest.
fn in_lines(table: &Table, needs: &[Need], width: f64) -> Option<(f64, Vec<f64>)> {
    let sizes = SIZES.into_iter();
    let mut last = None;
    for (size, widths) in sizes.filter_map(|size| Some((size, spread(needs, size, width)?))) {
        let is_good = lines(table, size, &widths) <= LINES;
        last = Some((size, widths));
        if is_good {
            break;
        }
    }
    last
}

/// The text with marks where words that are wider than `width` points may be broken.
pub fn breakable(text: &str, width: f64, size: f64) -> String {
    let is_too_wide = |word: &str| widest(word) * size > width;
    if !text.split(' ').any(is_too_wide) {
        return text.to_owned();
    }
    let words = text.split(' ').map(|word| {
        if is_too_wide(word) {
            let mut out = String::with_capacity(word.len().saturating_mul(2));
            for letter in word.chars() {
                out.push(letter);
                out.push(MAY_BREAK);
            }
            out
        } else {
            word.to_owned()
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// What a column needs, in ems.
struct Need {
    holds: Content,
    least: f64,
    wanted: f64,
}

impl Need {
    fn of(table: &Table, at: usize) -> Self {
        let column = table.columns.get(at);
        let holds = column.map_or(Content::Words, |it| it.holds);
        let header = column.map_or("", |it| it.title.as_str());
        let cells = table.rows.iter().filter_map(|row| row.get(at));
        let (mut word, mut whole) = (longest_word(header), widest(header) * 0.4);
        for cell in cells {
            word = word.max(longest_word(&cell.text));
            whole = whole.max(widest(&cell.text));
        }
        let wanted = whole.clamp(word.min(WIDE), WIDE);
        let least = match holds {
            Content::Figures => wanted,
            Content::Words => word.min(NARROW).max(wanted.min(NARROW)),
        };
        Self {
            holds,
            least,
            wanted,
        }
    }

    /// All that it wants is what it needs.
    fn in_one_line(&self) -> Self {
        Self {
            least: self.wanted,
            ..*self
        }
    }
}

/// The widths at which all columns have what they need and together fill the page.
fn spread(needs: &[Need], size: f64, width: f64) -> Option<Vec<f64>> {
    let room = width - PADDING * count(needs.len());
    let least: f64 = needs.iter().map(|need| need.least * size).sum();
    if least > room {
        return None;
    }
    let missing: f64 = needs.iter().map(|need| need.wanted - need.least).sum();
    let missing = missing * size;
    let given = (room - least).min(missing);
    let share = if missing > 0.0 { given / missing } else { 0.0 };
    let mut widths: Vec<f64> = needs
        .iter()
        .map(|need| (need.least + (need.wanted - need.least) * share) * size)
        .collect();
    let left = room - widths.iter().sum::<f64>();
    let is_words = |need: &&Need| need.holds == Content::Words;
    let of_words = needs.iter().filter(is_words).count();
    let takers = if of_words > 0 { of_words } else { needs.len() };
    for (width, need) in widths.iter_mut().zip(needs) {
        if of_words == 0 || is_words(&need) {
            *width += left / count(takers);
        }
        *width += PADDING;
    }
    Some(widths)
}

/// How many lines a row takes, over all rows.
fn lines(table: &Table, size: f64, widths: &[f64]) -> f64 {
    let of_row = |row: &Vec<Cell>| {
        let of_cells = row.iter().zip(widths);
        let of_cells = of_cells.map(|(it, width)| widest(&it.text) * size / (width - PADDING));
        of_cells.map(f64::ceil).fold(1.0, f64::max)
    };
    let all: f64 = table.rows.iter().map(of_row).sum();
    all / count(table.rows.len().max(1))
}

fn longest_word(text: &str) -> f64 {
    text.split(' ').map(widest).fold(0.0, f64::max)
}

/// In ems; the bolder of the two cuts that tables use, so that both fit.
fn widest(text: &str) -> f64 {
    if text.is_empty() {
        return 0.0;
    }
    PlexMeasure.width(text, 1.0, Face::SemiBold) + SLACK
}

#[expect(clippy::cast_precision_loss, reason = "tables have few columns")]
fn count(n: usize) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(columns: &[(&str, Content)], row: &[&str]) -> Table {
        let mut table = Table::with(columns);
        table
            .rows
            .push(row.iter().map(|it| Cell::words(*it)).collect());
        table
    }

    fn check(fit: &Fit, columns: usize) {
        assert_eq!(fit.widths.len(), columns);
        let width = if fit.is_sideways {
            SIDEWAYS_WIDTH_MM
        } else {
            TEXT_WIDTH_MM
        };
        let all: f64 = fit.widths.iter().sum();
        assert!((all - width * POINTS_PER_MM).abs() < 0.01, "{fit:?}");
        assert!(fit.size >= 7.5, "{fit:?}");
    }

    #[test]
    fn a_narrow_table_has_the_largest_type_and_its_names_take_what_is_left() {
        let columns = [("Partnership", Content::Words), ("Cost", Content::Figures)];
        let fit = fit(&table(&columns, &["Harbour", "£1,234"]));
        check(&fit, 2);
        assert!((fit.size - 9.0).abs() < 0.01 && !fit.is_sideways);
        assert!(fit.widths[0] > 5.0 * fit.widths[1]);
    }

    #[test]
    fn a_wide_table_has_smaller_type_and_then_lies_on_its_side() {
        let figures = |n: usize| {
            let columns = vec![("Cost", Content::Figures); n];
            fit(&table(&columns, &vec!["£1,234,567.89"; n]))
        };
        check(&figures(7), 7);
        assert!(!figures(7).is_sideways && figures(7).size < 9.0);
        check(&figures(10), 10);
        assert!(figures(10).is_sideways);
    }

    #[test]
    fn a_table_that_fits_nowhere_is_squeezed_to_the_page() {
        let columns = vec![("Cost", Content::Figures); 60];
        let fit = fit(&table(&columns, &["W".repeat(50).as_str(); 60]));
        check(&fit, 60);
        assert!(fit.is_sideways);
    }

    #[test]
    fn only_words_that_are_too_wide_may_be_broken() {
        assert_eq!(breakable("in two words", 30.0, 10.0), "in two words");
        let broken = breakable("a WWWW b", 30.0, 10.0);
        assert_eq!(broken.replace(MAY_BREAK, ""), "a WWWW b");
        assert_eq!(broken.matches(MAY_BREAK).count(), 4);
    }

    #[test]
    fn a_table_without_columns_is_no_trouble() {
        check_nothing(&fit(&Table::default()));
    }

    fn check_nothing(fit: &Fit) {
        assert!(fit.widths.is_empty() && !fit.is_sideways);
    }
}
