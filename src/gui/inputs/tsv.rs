//! Cells on the clipboard: rows of cells between tabs, as spreadsheets put them there and take them.

/// The cells of a text. Quoted cells may hold tabs, line breaks and doubled quotes; a last line break ends the last row.
///
/// Not read by the `csv` crate, which skips blank lines: a blank cell of a column would move all below it up.
pub(crate) fn parse(text: &str) -> Vec<Vec<String>> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = text.strip_suffix('\n').unwrap_or(&text);
    // A quote that nothing closes is a sign of inches, not the start of a cell.
    let has_quoting = text.matches('"').count().is_multiple_of(2);
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut cell = String::new();
    let mut is_quoted = false;
    let mut is_start = true;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if is_quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if is_quoted => is_quoted = false,
            '"' if is_start && has_quoting => is_quoted = true,
            '\t' | '\n' if !is_quoted => {
                row.push(std::mem::take(&mut cell));
                if letter == '\n' {
                    rows.push(std::mem::take(&mut row));
                }
                is_start = true;
                continue;
            }
            _ => cell.push(letter),
        }
        is_start = false;
    }
    row.push(cell);
    rows.push(row);
    rows
}

/// The text of cells; those that hold a tab, a line break or a quote are quoted.
pub(crate) fn write(rows: &[Vec<String>]) -> String {
    let cell = |cell: &String| {
        if cell.contains(['\t', '\n', '\r', '"']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.clone()
        }
    };
    let row = |row: &Vec<String>| {
        let cells: Vec<String> = row.iter().map(cell).collect();
        cells.join("\t") + "\n"
    };
    rows.iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(cells: &[&[&str]]) -> Vec<Vec<String>> {
        let row = |row: &&[&str]| row.iter().map(|it| (*it).to_owned()).collect();
        cells.iter().map(row).collect()
    }

    #[test]
    fn a_clipboard_is_read_as_both_spreadsheets_write_it() {
        for (text, cells) in [
            ("a\tb\r\nc\td\r\n", rows(&[&["a", "b"], &["c", "d"]])),
            ("a\tb\nc\td", rows(&[&["a", "b"], &["c", "d"]])),
            ("one", rows(&[&["one"]])),
            ("one\n", rows(&[&["one"]])),
            ("\"two\nlines\"\tx\n", rows(&[&["two\nlines", "x"]])),
            (
                "\"a\tb\"\t\"say \"\"no\"\"\"\n",
                rows(&[&["a\tb", "say \"no\""]]),
            ),
            ("5\n\n7\n", rows(&[&["5"], &[""], &["7"]])),
            ("\t\tx\n", rows(&[&["", "", "x"]])),
            ("5\" pipe\tx\n", rows(&[&["5\" pipe", "x"]])),
            ("\"lost\tx\ny\tz\n", rows(&[&["\"lost", "x"], &["y", "z"]])),
            ("\"\"\tx\n", rows(&[&["", "x"]])),
            ("a\n\n", rows(&[&["a"], &[""]])),
        ] {
            assert_eq!(parse(text), cells, "{text:?}");
        }
    }

    #[test]
    fn what_is_written_reads_back() {
        for cells in [
            rows(&[&["a", "b"], &["", "d"]]),
            rows(&[&["two\nlines", "tab\there"], &["say \"no\"", ""]]),
            rows(&[&["5"], &[""], &["7"]]),
            rows(&[&[""]]),
            rows(&[&["", ""]]),
        ] {
            assert_eq!(parse(&write(&cells)), cells, "{:?}", write(&cells));
        }
        assert_eq!(write(&rows(&[&["a", "b"], &["", "d"]])), "a\tb\n\td\n");
        assert_eq!(write(&rows(&[&["5"], &[""], &["7"]])), "5\n\n7\n");
    }
}
