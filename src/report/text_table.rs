//! A table in plain text: columns that line up, figures to the right, the first column shortened to fit.

/// How a column lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Left,
    /// Figures.
    Right,
}

/// A table of texts.
#[derive(Clone, Debug)]
pub struct TextTable {
    columns: Vec<(&'static str, Align)>,
    rows: Vec<Vec<String>>,
}

/// Between two columns.
const GAP: &str = "  ";
/// The first column is never narrower, however little is left for it.
const NARROWEST: usize = 12;

impl TextTable {
    /// A table with these columns and no rows yet.
    pub fn new(columns: &[(&'static str, Align)]) -> Self {
        Self {
            columns: columns.to_vec(),
            rows: Vec::new(),
        }
    }

    /// Adds a row; a control character in a text becomes a space, so that a row stays one line.
    pub fn push(&mut self, row: impl IntoIterator<Item = String>) {
        self.rows
            .push(row.into_iter().map(|cell| one_line(&cell)).collect());
    }

    /// The lines of the table, each ending in a line break, at most `width` letters wide where that can be.
    pub fn render(&self, width: usize) -> String {
        let mut widths: Vec<usize> = (0..self.columns.len()).map(|n| self.widest(n)).collect();
        let gaps = GAP.len().saturating_mul(widths.len().saturating_sub(1));
        let others: usize = widths.iter().skip(1).sum();
        let left = width.saturating_sub(gaps).saturating_sub(others);
        if let Some(first) = widths.first_mut() {
            *first = (*first).min(left.max(NARROWEST));
        }
        let headers = self.columns.iter().map(|(header, _)| (*header).to_owned());
        let mut text = self.line(&headers.collect::<Vec<_>>(), &widths);
        for row in &self.rows {
            text.push_str(&self.line(row, &widths));
        }
        text
    }

    fn widest(&self, n: usize) -> usize {
        let header = self.columns.get(n).map_or(0, |(header, _)| length(header));
        let cells = self.rows.iter().filter_map(|row| row.get(n));
        cells.map(|cell| length(cell)).fold(header, usize::max)
    }

    fn line(&self, cells: &[String], widths: &[usize]) -> String {
        let cells = cells.iter().zip(widths).zip(&self.columns);
        let cells = cells.map(|((cell, width), (_, align))| {
            let cell = shortened(cell, *width);
            match align {
                Align::Left => format!("{cell:<width$}"),
                Align::Right => format!("{cell:>width$}"),
            }
        });
        let line = cells.collect::<Vec<_>>().join(GAP);
        format!("{}\n", line.trim_end())
    }
}

/// The text in one line: control characters, such as a line break typed into a name, become spaces.
pub fn one_line(text: &str) -> String {
    text.replace(char::is_control, " ")
}

fn length(text: &str) -> usize {
    text.chars().count()
}

/// At most `width` letters, the last an ellipsis where some are left out.
pub fn shortened(text: &str, width: usize) -> String {
    if length(text) <= width {
        return text.to_owned();
    }
    let kept: String = text.chars().take(width.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_and_the_first_is_shortened() {
        let mut table = TextTable::new(&[("Name", Align::Left), ("Cost", Align::Right)]);
        table.push(["Community safety partnership".to_owned(), "£5".to_owned()]);
        table.push(["A\nb".to_owned(), "−£1,234".to_owned()]);
        assert_eq!(
            table.render(26),
            "Name                  Cost\nCommunity safety…       £5\nA b                −£1,234\n"
        );
    }
}
