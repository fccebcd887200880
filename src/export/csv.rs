//! Tables as comma-separated values that a spreadsheet reads right, and in which no text can become a formula.
//!
//! UTF-8 with a mark at its start, because Excel reads “£” wrong without one; CRLF after each row, as RFC 4180 has it.

use crate::chart::chart::Table;
use crate::report::tab_text::safe;

/// What says at the start of a file that it is UTF-8.
const MARK: &str = "\u{FEFF}";

/// A table with its headers.
pub fn write(table: &Table) -> Vec<u8> {
    let headers = table.columns.iter().map(|it| it.title.clone()).collect();
    let rows = table.rows.iter();
    let rows = rows.map(|row| row.iter().map(|cell| cell.text.clone()).collect());
    write_rows(std::iter::once(headers).chain(rows))
}

/// Rows of cells, headers among them; a row without cells is a blank line.
///
/// A control character becomes a space. A text that a spreadsheet would take for a formula gets an apostrophe in front;
/// a figure, whatever its sign, is left alone.
pub fn write_rows(rows: impl IntoIterator<Item = Vec<String>>) -> Vec<u8> {
    let mut text = MARK.to_owned();
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| quoted(&safe(cell))).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text.into_bytes()
}

/// In quotation marks where it holds a comma, a semicolon (which separates in some countries) or one of them.
fn quoted(cell: &str) -> String {
    if cell.contains([',', ';', '"']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::chart::{Cell, Content};

    fn written(cells: &[&str]) -> String {
        let mut table = Table::with(&[("Name", Content::Words), ("Cost, £", Content::Figures)]);
        for pair in cells.chunks(2) {
            table
                .rows
                .push(pair.iter().map(|it| Cell::words(*it)).collect());
        }
        String::from_utf8(write(&table)).unwrap()
    }

    #[test]
    fn a_table_opens_as_it_reads() {
        assert_eq!(
            written(&["Ŵyl, “y” \"Tŷ\"", "−£1,234", "Plain", "-500.5"]),
            "\u{FEFF}Name,\"Cost, £\"\r\n\"Ŵyl, “y” \"\"Tŷ\"\"\",\"−£1,234\"\r\nPlain,-500.5\r\n"
        );
    }

    #[test]
    fn no_text_is_a_formula() {
        for (cell, expected) in [
            ("=cmd()", "'=cmd()"),
            ("+1+2", "'+1+2"),
            ("-2+3", "'-2+3"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "' =1"),
            ("\r=1", "' =1"),
            ("=1,\"x\"", "\"'=1,\"\"x\"\"\""),
            ("-12", "-12"),
            ("+12", "+12"),
            ("−12", "−12"),
            ("two\nlines", "two lines"),
        ] {
            let text = written(&[cell, "1"]);
            let row = format!("\r\n{expected},1\r\n");
            assert!(text.ends_with(&row), "{cell:?}: {text:?}");
        }
    }

    #[test]
    fn a_reader_finds_the_cells_again() {
        let long = "x".repeat(10_000);
        let text = written(&[&long, "a \"b\"; c, d"]);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let row = reader.records().next().unwrap().unwrap();
        assert_eq!(
            (&row[0], &row[1]),
            (long.as_str(), "a \"b\"; c, d"),
            "nothing is cut or split"
        );
    }

    #[test]
    fn an_empty_table_has_its_headers() {
        assert_eq!(written(&[]), "\u{FEFF}Name,\"Cost, £\"\r\n");
    }
}
