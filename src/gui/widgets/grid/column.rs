//! What a column is: its title, its unit, its width and which way it leans.

use eframe::egui::Align2;

use crate::units::money_unit::MoneyUnit;

/// How wide a column is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Width {
    /// As many points as this.
    Exact(f32),
    /// At least this, and an equal share of what is left.
    AtLeast(f32),
}

/// One column.
#[derive(Clone, Copy, Debug)]
pub struct ColumnSpec<'a> {
    /// What stands in the header.
    pub title: &'a str,
    /// The unit of the figures below, said once in the header.
    pub unit: &'a str,
    /// How wide.
    pub width: Width,
    /// Words lean left, figures right.
    pub align: Align2,
    /// Whether a click on the header sorts by it.
    pub is_sortable: bool,
    /// Whether its cells are worked out, so that Tab passes them by.
    pub is_worked_out: bool,
}

impl<'a> ColumnSpec<'a> {
    /// A column of words.
    pub const fn text(title: &'a str, width: Width) -> Self {
        Self {
            title,
            unit: "",
            width,
            align: Align2::LEFT_CENTER,
            is_sortable: false,
            is_worked_out: false,
        }
    }

    /// A column of figures in one unit.
    pub const fn number(title: &'a str, unit: &'a str, width: Width) -> Self {
        Self {
            title,
            unit,
            width,
            align: Align2::RIGHT_CENTER,
            is_sortable: false,
            is_worked_out: false,
        }
    }

    /// A column of tick boxes.
    pub const fn flag(title: &'a str, width: Width) -> Self {
        Self {
            align: Align2::CENTER_CENTER,
            ..Self::text(title, width)
        }
    }

    /// The same column, of figures that nobody types.
    #[must_use]
    pub const fn worked_out(self) -> Self {
        Self {
            is_worked_out: true,
            ..self
        }
    }

    /// The same columns, those of sums in the unit that the register chose.
    pub fn in_unit<const N: usize>(columns: [Self; N], unit: MoneyUnit) -> [Self; N] {
        columns.map(|column| match column.unit {
            "£" => Self {
                unit: unit.sign(),
                ..column
            },
            _ => column,
        })
    }

    /// The same column, sortable.
    #[must_use]
    pub const fn sortable(self) -> Self {
        Self {
            is_sortable: true,
            ..self
        }
    }

    /// Which way a first click sorts: names from A, figures from the largest.
    pub(crate) fn first_direction(&self) -> Direction {
        if self.align == Align2::RIGHT_CENTER {
            Direction::Descending
        } else {
            Direction::Ascending
        }
    }
}

/// Which end of a sorted column stands on top.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// A first, smallest first.
    Ascending,
    /// Z first, largest first.
    Descending,
}

/// The order of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The place of the column.
    pub column: usize,
    /// Which end is on top.
    pub direction: Direction,
}

impl Sort {
    /// The order after a click on the header of `column`.
    pub(crate) fn after_click(current: Option<Self>, column: usize, spec: &ColumnSpec) -> Self {
        let direction = match current {
            Some(Self {
                column: at,
                direction,
            }) if at == column => match direction {
                Direction::Ascending => Direction::Descending,
                Direction::Descending => Direction::Ascending,
            },
            _ => spec.first_direction(),
        };
        Self { column, direction }
    }
}

/// The left edge of every column and the right edge of the last; the first stands at `lead`.
pub(crate) fn edges(columns: &[ColumnSpec], lead: f32, available: f32) -> Vec<f32> {
    let least = |column: &ColumnSpec| match column.width {
        Width::Exact(points) | Width::AtLeast(points) => points,
    };
    let taken: f32 = columns.iter().map(least).sum();
    let sharing: f32 = columns
        .iter()
        .map(|column| f32::from(u8::from(matches!(column.width, Width::AtLeast(_)))))
        .sum();
    let share = (available - lead - taken).max(0.0) / sharing.max(1.0);
    let mut edges = vec![lead];
    let mut x = lead;
    for column in columns {
        x += match column.width {
            Width::Exact(points) => points,
            Width::AtLeast(points) => (points + share).floor(),
        };
        edges.push(x);
    }
    edges
}
