//! A pasted row of headings: which column of the table each of them means.

use crate::gui::widgets::matching::plain;

/// A column as headings name it.
pub(crate) struct Heading {
    /// What stands in the header of the table.
    pub(crate) title: &'static str,
    /// Its name in the file.
    pub(crate) field: Option<&'static str>,
}

/// The column of each pasted cell of the first row, where that row is one of headings; nothing where it is not.
///
/// It is one if most of its cells that are not blank name a column, each another.
pub(crate) fn columns_of(first: &[String], headings: &[Heading]) -> Option<Vec<Option<usize>>> {
    let mut columns: Vec<Option<usize>> = Vec::with_capacity(first.len());
    for cell in first {
        let found = column_of(cell, headings).filter(|at| !columns.contains(&Some(*at)));
        columns.push(found);
    }
    let n_found = columns.iter().flatten().count();
    let n_written = first.iter().filter(|it| !plain(it).is_empty()).count();
    (n_found > 0 && n_found.saturating_mul(2) > n_written).then_some(columns)
}

fn column_of(cell: &str, headings: &[Heading]) -> Option<usize> {
    let said = without_unit(cell);
    if said.is_empty() {
        return None;
    }
    let is_it = |heading: &Heading| {
        said == plain(heading.title)
            || heading
                .field
                .is_some_and(|field| said == plain(&field.replace('_', " ")))
    };
    headings.iter().position(is_it)
}

/// `Amount (£)`, `Amount £`, `Length, hours`, `Online %` without their units.
fn without_unit(cell: &str) -> String {
    let mut said = plain(cell);
    if let Some((before, _)) = said.split_once('(') {
        said = before.trim_end().to_owned();
    }
    for unit in ["£", "%", "hours", "hrs", "h", "gbp"] {
        if let Some(before) = said.strip_suffix(unit)
            && before.ends_with([' ', ','])
        {
            said = before.trim_end_matches([' ', ',']).to_owned();
        }
    }
    said.trim_end_matches([':', '*', '.']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADINGS: [Heading; 4] = [
        Heading {
            title: "Grade",
            field: Some("name"),
        },
        Heading {
            title: "Amount",
            field: Some("amount"),
        },
        Heading {
            title: "Hours",
            field: Some("hours"),
        },
        Heading {
            title: "Pension",
            field: Some("pension_rate"),
        },
    ];

    fn columns(cells: &[&str]) -> Option<Vec<Option<usize>>> {
        let cells: Vec<String> = cells.iter().map(|it| (*it).to_owned()).collect();
        columns_of(&cells, &HEADINGS)
    }

    #[test]
    fn headings_are_found_in_any_order_and_without_their_units() {
        for (cells, found) in [
            (vec!["Grade", "Amount"], Some(vec![Some(0), Some(1)])),
            (vec!["AMOUNT (£)", "grade"], Some(vec![Some(1), Some(0)])),
            (
                vec!["Amount £", "Pension rate"],
                Some(vec![Some(1), Some(3)]),
            ),
            (
                vec!["Pension, %", "Hours", "Grade "],
                Some(vec![Some(3), Some(2), Some(0)]),
            ),
            (
                vec!["Grade", "", "Amount", "Notes"],
                Some(vec![Some(0), None, Some(1), None]),
            ),
            (
                vec!["Grade", "Grade", "Amount"],
                Some(vec![Some(0), None, Some(1)]),
            ),
        ] {
            assert_eq!(columns(&cells), found, "{cells:?}");
        }
    }

    #[test]
    fn a_row_of_values_is_not_one_of_headings() {
        for cells in [
            vec!["Officer", "31,000"],
            vec!["", ""],
            vec!["Grade", "31,000"],
            vec!["Hours", "x", "y"],
        ] {
            assert_eq!(columns(&cells), None, "{cells:?}");
        }
    }
}
