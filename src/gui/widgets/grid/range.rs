//! One cell of a table, and a block of them, by their places on screen.

use std::ops::RangeInclusive;

/// A cell by its place on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its row, from 0.
    pub row: usize,
    /// Its column, from 0.
    pub column: usize,
}

/// A block of cells; both corners belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The corner at the top left.
    pub first: Place,
    /// The corner at the bottom right.
    pub last: Place,
}

impl Range {
    /// The block between two cells, in whatever order.
    pub fn between(a: Place, b: Place) -> Self {
        Self {
            first: Place {
                row: a.row.min(b.row),
                column: a.column.min(b.column),
            },
            last: Place {
                row: a.row.max(b.row),
                column: a.column.max(b.column),
            },
        }
    }

    /// A whole row of so many columns.
    pub fn row(row: usize, n_columns: usize) -> Self {
        Self {
            first: Place { row, column: 0 },
            last: Place {
                row,
                column: n_columns.saturating_sub(1),
            },
        }
    }

    /// Its rows.
    pub fn rows(&self) -> RangeInclusive<usize> {
        self.first.row..=self.last.row
    }

    /// Its columns.
    pub fn columns(&self) -> RangeInclusive<usize> {
        self.first.column..=self.last.column
    }

    /// How many rows.
    pub fn n_rows(&self) -> usize {
        self.last
            .row
            .saturating_sub(self.first.row)
            .saturating_add(1)
    }

    /// How many columns.
    pub fn n_columns(&self) -> usize {
        let more = self.last.column.saturating_sub(self.first.column);
        more.saturating_add(1)
    }

    /// Whether it is one cell.
    pub fn is_single(&self) -> bool {
        self.first == self.last
    }

    /// Whether a cell belongs to it.
    pub fn contains(&self, row: usize, column: usize) -> bool {
        self.rows().contains(&row) && self.columns().contains(&column)
    }
}
