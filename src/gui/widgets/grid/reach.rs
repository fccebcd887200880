//! Where a key leads from a cell of a table, and whether it would lead past its end.

use crate::gui::widgets::entry_keys::Go;
use crate::gui::widgets::grid::range::Place;

/// How the keyboard went past the last row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PastEnd {
    /// By Enter.
    Enter,
    /// By Tab.
    Tab,
}

/// How far the cursor can go.
#[derive(Clone, Copy)]
pub(crate) struct Limits {
    pub(crate) n_rows: usize,
    pub(crate) n_columns: usize,
    /// Rows that a page holds.
    pub(crate) page: usize,
}

impl Limits {
    /// The last cell.
    pub(crate) fn last(&self) -> Place {
        Place {
            row: self.n_rows.saturating_sub(1),
            column: self.n_columns.saturating_sub(1),
        }
    }

    /// The cell that a key leads to, and whether it would lead past the last row.
    pub(crate) fn after(
        &self,
        from: Place,
        go: Go,
        run: &mut Option<usize>,
        is_typed: &dyn Fn(usize) -> bool,
    ) -> (Place, Option<PastEnd>) {
        let last = self.last();
        let began = run.take();
        let row = |row: usize| Place {
            row: row.min(last.row),
            ..from
        };
        let column = |column: usize| Place {
            column: column.min(last.column),
            ..from
        };
        let to = match go {
            Go::Up | Go::Above => row(from.row.saturating_sub(1)),
            Go::Down => row(from.row.saturating_add(1)),
            Go::PageUp => row(from.row.saturating_sub(self.page)),
            Go::PageDown => row(from.row.saturating_add(self.page)),
            Go::Top => row(0),
            Go::Bottom => row(last.row),
            Go::Left => column(from.column.saturating_sub(1)),
            Go::Right => column(from.column.saturating_add(1)),
            Go::RowStart => column(0),
            Go::RowEnd => column(last.column),
            Go::Start => Place { row: 0, column: 0 },
            Go::End => last,
            Go::Below if from.row == last.row => return (from, Some(PastEnd::Enter)),
            Go::Below => Place {
                row: from.row.saturating_add(1),
                column: began.unwrap_or(from.column),
            },
            Go::Next => {
                let after =
                    (from.column.saturating_add(1)..self.n_columns).find(|it| is_typed(*it));
                let first = (0..self.n_columns).find(|it| is_typed(*it));
                *run = began.or(Some(from.column));
                match (after, first) {
                    (Some(column), _) => Place { column, ..from },
                    (None, Some(column)) if from.row < last.row => Place {
                        row: from.row.saturating_add(1),
                        column,
                    },
                    _ => return (from, Some(PastEnd::Tab)),
                }
            }
            Go::Back => {
                let before = (0..from.column).rev().find(|it| is_typed(*it));
                let end = (0..self.n_columns).rev().find(|it| is_typed(*it));
                match (before, end) {
                    (Some(column), _) => Place { column, ..from },
                    (None, Some(column)) if from.row > 0 => Place {
                        row: from.row.saturating_sub(1),
                        column,
                    },
                    _ => from,
                }
            }
        };
        (to, None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: Limits = Limits {
        n_rows: 3,
        n_columns: 4,
        page: 2,
    };

    fn after(from: (usize, usize), go: Go) -> ((usize, usize), Option<PastEnd>) {
        let (row, column) = from;
        // The last column is worked out.
        let is_typed = |column: usize| column < 3;
        let (to, past) = LIMITS.after(Place { row, column }, go, &mut None, &is_typed);
        ((to.row, to.column), past)
    }

    #[test]
    fn each_key_leads_to_its_cell() {
        for (from, go, to) in [
            ((1, 1), Go::Up, (0, 1)),
            ((0, 1), Go::Up, (0, 1)),
            ((1, 1), Go::Down, (2, 1)),
            ((2, 1), Go::Down, (2, 1)),
            ((1, 0), Go::Left, (1, 0)),
            ((1, 2), Go::Right, (1, 3)),
            ((1, 2), Go::Next, (2, 0)),
            ((1, 3), Go::Next, (2, 0)),
            ((1, 0), Go::Back, (0, 2)),
            ((0, 0), Go::Back, (0, 0)),
            ((0, 1), Go::PageDown, (2, 1)),
            ((2, 1), Go::PageUp, (0, 1)),
            ((1, 1), Go::Top, (0, 1)),
            ((1, 1), Go::Bottom, (2, 1)),
            ((1, 1), Go::RowStart, (1, 0)),
            ((1, 1), Go::RowEnd, (1, 3)),
            ((1, 1), Go::Start, (0, 0)),
            ((1, 1), Go::End, (2, 3)),
            ((0, 1), Go::Below, (1, 1)),
            ((1, 1), Go::Above, (0, 1)),
        ] {
            assert_eq!(after(from, go), (to, None), "{from:?} {go:?}");
        }
    }

    #[test]
    fn past_the_last_row_only_enter_and_tab_lead_on() {
        assert_eq!(after((2, 1), Go::Below), ((2, 1), Some(PastEnd::Enter)));
        assert_eq!(after((2, 2), Go::Next), ((2, 2), Some(PastEnd::Tab)));
        assert_eq!(after((2, 1), Go::Next), ((2, 2), None));
    }

    #[test]
    fn enter_goes_back_to_where_a_run_of_tabs_began() {
        let is_typed = |_: usize| true;
        let mut run = None;
        let mut at = Place { row: 0, column: 1 };
        for go in [Go::Next, Go::Next, Go::Below] {
            (at, _) = LIMITS.after(at, go, &mut run, &is_typed);
        }
        assert_eq!(at, Place { row: 1, column: 1 });
        assert_eq!(run, None);
    }
}
