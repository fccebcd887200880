//! The unit that sums of money are shown in on screens, charts and papers.

use serde::{Deserialize, Serialize};

/// Pounds, thousands or millions; one choice for a whole register, so that its papers agree.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum MoneyUnit {
    /// Each sum in the unit that suits its size.
    #[default]
    AsFits,
    /// Whole pounds.
    Pounds,
    /// Thousands of pounds.
    Thousands,
    /// Millions of pounds.
    Millions,
}

impl MoneyUnit {
    /// Every unit, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::AsFits, Self::Pounds, Self::Thousands, Self::Millions];

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::AsFits => "As fits",
            Self::Pounds => "£",
            Self::Thousands => "£k",
            Self::Millions => "£m",
        }
    }

    /// What a column of sums has in its header.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::AsFits | Self::Pounds => "£",
            Self::Thousands => "£k",
            Self::Millions => "£m",
        }
    }

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde passes the field by reference"
    )]
    pub(crate) fn is_usual(&self) -> bool {
        *self == Self::AsFits
    }
}
