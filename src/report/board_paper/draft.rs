//! A paper while it is written: numbers are given, edits put in place of what is composed, and every text made one line.

use std::collections::{BTreeMap, BTreeSet};

use crate::chart::chart::{Cell, Chart, Table};
use crate::model::paper::{Paper, PaperEdit};
use crate::report::board_paper::Passage;
use crate::report::board_paper::words::{cell_line, line};
use crate::report::document::{
    Block, ChartBlock, Origin, Paragraph, Section, TEXT_WIDTH_MM, TableBlock,
};

/// What stands in a cell that would be blank.
const NONE: &str = "–";

/// A paper that is being written, section by section.
pub(crate) struct Draft<'a> {
    paper: &'a Paper,
    written: Written,
    in_appendices: bool,
    key: String,
    heading: String,
    blocks: Vec<Block>,
    n_paragraphs: usize,
    n_tables: usize,
    n_figures: usize,
    behind: Vec<Behind>,
    seen: BTreeSet<String>,
}

/// The figures behind a chart.
#[derive(Clone)]
pub(crate) struct Behind {
    /// Of which: `Figure 1`.
    pub(crate) figure: String,
    /// Its figures, less those that stand behind an earlier chart already.
    pub(crate) table: Table,
}

/// What was written.
#[derive(Default)]
pub(crate) struct Written {
    pub(crate) sections: Vec<Section>,
    pub(crate) appendices: Vec<Section>,
    pub(crate) passages: Vec<Passage>,
    pub(crate) lost: Vec<PaperEdit>,
}

/// A paragraph before it has a number.
struct Unnumbered {
    place: String,
    text: String,
    origin: Origin,
    passage: usize,
}

impl<'a> Draft<'a> {
    /// Nothing yet; edits are those of `paper`.
    pub(crate) fn new(paper: &'a Paper) -> Self {
        Self {
            paper,
            written: Written::default(),
            in_appendices: false,
            key: String::new(),
            heading: String::new(),
            blocks: Vec::new(),
            n_paragraphs: 0,
            n_tables: 0,
            n_figures: 0,
            behind: Vec::new(),
            seen: BTreeSet::new(),
        }
    }

    /// Starts a section; the places of its paragraphs begin with `key`.
    pub(crate) fn open(&mut self, key: &str, heading: &str) {
        key.clone_into(&mut self.key);
        self.heading = line(heading);
        self.blocks = Vec::new();
        self.n_paragraphs = 0;
    }

    /// What follows is lettered.
    pub(crate) fn start_appendices(&mut self) {
        self.in_appendices = true;
    }

    /// Ends the section; one in which nothing stands is left out.
    pub(crate) fn close(&mut self) {
        let blocks = std::mem::take(&mut self.blocks);
        if blocks.is_empty() {
            return;
        }
        let section = Section {
            number: self.number(),
            heading: std::mem::take(&mut self.heading),
            blocks,
        };
        if self.in_appendices {
            self.written.appendices.push(section);
        } else {
            self.written.sections.push(section);
        }
    }

    /// The number or letter of the section that is open.
    fn number(&self) -> String {
        if !self.in_appendices {
            return self.written.sections.len().saturating_add(1).to_string();
        }
        let at = u8::try_from(self.written.appendices.len()).unwrap_or(u8::MAX);
        char::from(b'A'.saturating_add(at)).to_string()
    }

    /// A composed paragraph; a blank one is left out.
    pub(crate) fn say(&mut self, place: &str, composed: &str) {
        self.paragraph(place, composed, Origin::Composed);
    }

    /// What only an officer can write.
    pub(crate) fn prompt(&mut self, place: &str, what: &str) {
        self.paragraph(place, what, Origin::Prompt);
    }

    fn paragraph(&mut self, place: &str, composed: &str, origin: Origin) {
        if let Some(it) = self.text(place, composed, origin) {
            let paragraph = self.numbered(it);
            self.blocks.push(Block::Paragraph(paragraph));
        }
    }

    /// A paragraph that is kept elsewhere than with the paper, such as an edited statement on value.
    pub(crate) fn say_as(&mut self, place: &str, text: &str, origin: Origin) {
        if let Some(mut it) = self.text(place, text, Origin::Composed) {
            if it.origin == Origin::Composed {
                it.origin = origin;
                if let Some(passage) = self.written.passages.get_mut(it.passage) {
                    passage.origin = origin;
                }
            }
            let paragraph = self.numbered(it);
            self.blocks.push(Block::Paragraph(paragraph));
        }
    }

    fn numbered(&mut self, it: Unnumbered) -> Paragraph {
        self.n_paragraphs = self.n_paragraphs.saturating_add(1);
        let number = format!("{}.{}", self.number(), self.n_paragraphs);
        if let Some(passage) = self.written.passages.get_mut(it.passage) {
            passage.number.clone_from(&number);
        }
        Paragraph {
            place: it.place,
            number,
            text: it.text,
            origin: it.origin,
        }
    }

    /// A lettered list; items that are left out take no letter.
    pub(crate) fn list(&mut self, items: &[(String, String)]) {
        let mut list = Vec::new();
        for (place, composed) in items {
            let Some(it) = self.text(place, composed, Origin::Composed) else {
                continue;
            };
            let number = format!("({})", letter(list.len()));
            let full = format!("{}{number}", self.number());
            if let Some(passage) = self.written.passages.get_mut(it.passage) {
                passage.number = full;
            }
            list.push(Paragraph {
                place: it.place,
                number,
                text: it.text,
                origin: it.origin,
            });
        }
        if !list.is_empty() {
            self.blocks.push(Block::List(list));
        }
    }

    /// The words of a paragraph: as composed, or as edited; nothing where either is blank.
    fn text(&mut self, place: &str, composed: &str, origin: Origin) -> Option<Unnumbered> {
        let place = format!("{}/{place}", self.key);
        let composed = line(composed);
        if composed.is_empty() || !self.seen.insert(place.clone()) {
            return None;
        }
        let (text, origin) = match self.paper.edit(&place) {
            None => (composed.clone(), origin),
            Some(edit) if line(&edit.composed) == composed => (line(&edit.text), Origin::Edited),
            Some(edit) => (line(&edit.text), Origin::Stale),
        };
        let passage = self.written.passages.len();
        self.written.passages.push(Passage {
            place: place.clone(),
            number: String::new(),
            heading: self.heading.clone(),
            composed,
            origin,
            is_left_out: text.is_empty(),
        });
        (!text.is_empty()).then_some(Unnumbered {
            place,
            text,
            origin,
            passage,
        })
    }

    /// The number that the next chart will have.
    pub(crate) fn next_figure(&self) -> String {
        format!("Figure {}", self.n_figures.saturating_add(1))
    }

    /// The number that the next table will have.
    pub(crate) fn next_table(&self) -> String {
        format!("Table {}", self.n_tables.saturating_add(1))
    }

    /// A table; one without rows is left out.
    pub(crate) fn table(&mut self, caption: &str, mut table: Table, note: &str) {
        if table.rows.is_empty() {
            return;
        }
        let number = self.next_table();
        self.n_tables = self.n_tables.saturating_add(1);
        let n = table.columns.len();
        for column in &mut table.columns {
            column.title = line(&column.title);
        }
        for row in &mut table.rows {
            row.resize(n, Cell::words(""));
            for cell in row {
                cell.text = cell_line(&cell.text);
                if cell.text.is_empty() {
                    NONE.clone_into(&mut cell.text);
                }
            }
        }
        self.blocks.push(Block::Table(TableBlock {
            number,
            caption: line(caption),
            table,
            note: line(note),
        }));
    }

    /// A chart, at most so many millimetres tall where it can be, with all its figures for the appendix.
    pub(crate) fn chart(&mut self, caption: &str, chart: Chart, figures: Table, most_mm: f64) {
        let number = self.next_figure();
        self.n_figures = self.n_figures.saturating_add(1);
        let figures = self
            .behind
            .iter()
            .fold(figures, |left, it| left_of(left, &it.table));
        self.behind.push(Behind {
            figure: number.clone(),
            table: figures,
        });
        self.blocks.push(Block::Chart(Box::new(ChartBlock {
            number,
            caption: line(caption),
            chart,
            width_mm: TEXT_WIDTH_MM,
            most_mm,
        })));
    }

    /// What stands behind the charts so far.
    pub(crate) fn behind(&self) -> Vec<Behind> {
        self.behind.clone()
    }

    /// What was written, and the edits that found no place in it.
    pub(crate) fn finish(self) -> Written {
        let mut written = self.written;
        let all = self.paper.edits.iter();
        let lost = all.filter(|it| !self.seen.contains(&it.place));
        written.lost = lost.cloned().collect();
        written
    }
}

/// `a` to `z`, then `aa`, `ab` …
fn letter(n: usize) -> String {
    let one = |n: usize| char::from(b'a'.saturating_add(u8::try_from(n).unwrap_or_default()));
    match (n / 26, n % 26) {
        (0, last) => one(last).to_string(),
        (first, last) => format!("{}{}", one(first.saturating_sub(1) % 26), one(last)),
    }
}

/// The columns of a table that an earlier one, with a row for each of its own, does not have with the same text.
fn left_of(table: Table, earlier: &Table) -> Table {
    let rows: BTreeMap<&str, &Vec<Cell>> = earlier.rows.iter().filter_map(named).collect();
    let names: BTreeSet<&str> = table
        .rows
        .iter()
        .filter_map(|row| Some(named(row)?.0))
        .collect();
    // Of two with one name nobody could tell which is meant.
    if rows.len() != earlier.rows.len() || names.len() != table.rows.len() {
        return table;
    }
    let is_there = |at: usize| {
        let title = table.columns.get(at).map(|it| &it.title);
        let there = earlier
            .columns
            .iter()
            .position(|it| Some(&it.title) == title);
        let Some(there) = there.filter(|_| at > 0) else {
            return false;
        };
        table.rows.iter().all(|row| {
            let same = named(row).and_then(|(name, _)| rows.get(name)?.get(there));
            same.is_some() && same == row.get(at)
        })
    };
    let kept: Vec<usize> = (0..table.columns.len())
        .filter(|at| !is_there(*at))
        .collect();
    let pick = |row: &Vec<Cell>| kept.iter().filter_map(|at| row.get(*at).cloned()).collect();
    Table {
        columns: kept
            .iter()
            .filter_map(|at| table.columns.get(*at).cloned())
            .collect(),
        rows: table.rows.iter().map(pick).collect(),
    }
}

/// A row by its name.
fn named(row: &Vec<Cell>) -> Option<(&str, &Vec<Cell>)> {
    Some((row.first()?.text.as_str(), row))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::chart::Content;

    fn table(titles: &[&str], rows: &[&[&str]]) -> Table {
        let columns: Vec<(&str, Content)> = titles.iter().map(|it| (*it, Content::Words)).collect();
        let mut table = Table::with(&columns);
        let rows = rows
            .iter()
            .map(|row| row.iter().map(|it| Cell::words(*it)).collect());
        table.rows = rows.collect();
        table
    }

    #[test]
    fn what_an_earlier_table_has_is_not_said_again() {
        let earlier = table(
            &["Name", "Cost", "Score"],
            &[&["a", "1", "5"], &["b", "2", "6"]],
        );
        let later = table(
            &["Name", "Score", "Line", "Cost"],
            &[&["b", "6", "x", "2"], &["a", "5", "y", "9"]],
        );
        // The score is the same of both; the cost of a is not.
        assert_eq!(
            left_of(later, &earlier),
            table(
                &["Name", "Line", "Cost"],
                &[&["b", "x", "2"], &["a", "y", "9"]]
            )
        );
        let twice = table(&["Name", "Score"], &[&["a", "5"], &["a", "5"]]);
        assert_eq!(left_of(twice.clone(), &earlier), twice);
        let other = table(&["Name", "Score"], &[&["c", "5"]]);
        assert_eq!(left_of(other.clone(), &earlier), other);
    }

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!([letter(0), letter(25)], ["a", "z"]);
        assert_eq!([letter(26), letter(27), letter(52)], ["aa", "ab", "ba"]);
    }
}
