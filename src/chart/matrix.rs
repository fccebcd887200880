//! The marks of a matrix: figures in rows and columns, the larger ones on a darker ground.

use crate::chart::theme::Role;
use crate::findings::figure::FigureId;

/// Figures in rows and columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    /// What the rows are, above their names.
    pub corner: String,
    /// What the columns are, above their names.
    pub across: String,
    /// The columns.
    pub columns: Vec<Head>,
    /// The rows, from the top.
    pub rows: Vec<MatrixRow>,
    /// The last row, of what the columns come to.
    pub totals: Option<MatrixRow>,
    /// What to say where there is nothing to draw.
    pub when_empty: String,
}

/// The name of a row or column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// In full.
    pub name: String,
    /// What stands for it where there is no room; a row of the same name says it too.
    pub number: Option<usize>,
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixRow {
    /// Its name.
    pub head: Head,
    /// A cell for each column.
    pub cells: Vec<MatrixCell>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixCell {
    /// What it says; nothing where there is nothing.
    pub text: Option<String>,
    /// The figure it shows; nothing for a sum of several.
    pub figure: Option<FigureId>,
    /// Its ground.
    pub tint: Option<Tint>,
    /// Whether it is a sum of others.
    pub is_sum: bool,
    /// What it is in full, in lines.
    pub hover: String,
}

/// How dark the ground of a cell is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tint {
    /// A small part of the whole.
    Low,
    /// A larger one.
    Middle,
    /// A large one.
    High,
}

impl Tint {
    /// Every tint, the palest first.
    pub const ALL: [Self; 3] = [Self::Low, Self::Middle, Self::High];

    /// The share of the whole from which it is given.
    pub const fn from(self) -> f64 {
        match self {
            Self::Low => 0.02,
            Self::Middle => 0.1,
            Self::High => 0.25,
        }
    }

    /// What it says.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Low => "2% or more of all",
            Self::Middle => "10% or more",
            Self::High => "25% or more",
        }
    }

    /// The tint of a share of the whole.
    pub fn of(share: f64) -> Option<Self> {
        Self::ALL.into_iter().rev().find(|it| share >= it.from())
    }

    /// Its colour.
    pub const fn role(self) -> Role {
        match self {
            Self::Low => Role::TintLow,
            Self::Middle => Role::TintMiddle,
            Self::High => Role::TintHigh,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_larger_share_is_never_paler() {
        assert_eq!(Tint::of(0.019), None);
        assert_eq!(Tint::of(0.02), Some(Tint::Low));
        assert_eq!(Tint::of(0.1), Some(Tint::Middle));
        assert_eq!(Tint::of(0.9), Some(Tint::High));
        assert_eq!(Tint::of(-0.5), None);
    }
}
