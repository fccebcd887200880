//! The marks of charts of present values: bars to both sides of nought, and what is left as a mark on a stem.

use crate::chart::chart::Figure;
use crate::units::id::Id;
use crate::units::money_unit::MoneyUnit;

/// Groups of rows about one line of nought.
#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    /// The partnership they are of; nothing where they are of several.
    pub partnership: Option<Id>,
    /// What nought means, where it is more than no money.
    pub zero: Option<String>,
    /// The groups, from the top.
    pub groups: Vec<BarGroup>,
    /// The unit of the amounts along the axis.
    pub money_unit: MoneyUnit,
    /// What to say where there is nothing to draw.
    pub when_empty: String,
}

/// Rows of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct BarGroup {
    /// What they have in common; blank where nothing is said.
    pub name: String,
    /// The rows, from the top.
    pub rows: Vec<BarRow>,
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct BarRow {
    /// What it is of, in full.
    pub name: String,
    /// What else is said of it, a sentence each.
    pub remarks: Vec<Remark>,
    /// Its bars in one line; those above nought end to end to the right, those below to the left.
    pub bars: Vec<Bar>,
    /// What is left, in a line of its own.
    pub net: Option<Figure>,
    /// What is left after payments, in a line below that.
    pub after: Option<Figure>,
    /// The full name and the figures, in lines.
    pub hover: String,
}

/// Words below the name of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// What is said.
    pub text: String,
    /// Whether it is a finding that must not be missed.
    pub is_strong: bool,
}

/// A bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// What it is of.
    pub side: Side,
    /// How far it reaches from nought and to which side, and how it reads.
    pub amount: Figure,
}

/// What a bar is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Filled.
    Cost,
    /// Hatched.
    Benefit,
    /// Open: a cost with no priced benefit to set against it.
    Unweighed,
}

impl Bars {
    /// The rows of all groups, from the top.
    pub fn rows(&self) -> impl Iterator<Item = &BarRow> {
        self.groups.iter().flat_map(|group| &group.rows)
    }
}
