//! A table as text with tabs, to be pasted into a spreadsheet.

use crate::report::text_table::one_line;

/// The lines of a table, its header first; each ends in a line break.
///
/// A tab or line break inside a cell becomes a space. A text that a spreadsheet would take for a formula gets an
/// apostrophe in front; figures are left alone.
pub fn tab_text<const N: usize>(
    header: [&str; N],
    rows: impl IntoIterator<Item = [String; N]>,
) -> String {
    let mut text = header.join("\t");
    text.push('\n');
    for row in rows {
        text.push_str(&row.map(|cell| safe(&cell)).join("\t"));
        text.push('\n');
    }
    text
}

/// The cell in one line, with an apostrophe in front of what a spreadsheet would take for a formula, even after blanks.
pub(crate) fn safe(cell: &str) -> String {
    let cell = one_line(cell);
    let is_figure = cell.parse::<rust_decimal::Decimal>().is_ok();
    if cell.trim_start().starts_with(['=', '+', '-', '@']) && !is_figure {
        format!("'{cell}")
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_never_a_formula_and_a_figure_stays_one() {
        let rows = [["=SUM(A1)\tx".to_owned(), "-500.5".to_owned()]];
        assert_eq!(
            tab_text(["Name", "Cost"], rows),
            "Name\tCost\n'=SUM(A1) x\t-500.5\n"
        );
        assert_eq!(safe("\t=1+1"), "' =1+1");
        assert_eq!(safe("-2+3"), "'-2+3");
    }
}
