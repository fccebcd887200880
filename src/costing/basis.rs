//! The two cost bases, always named.

/// Which inclusions a cost follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// The inclusions of the 1998 exhibit: time in meetings, staff and cash; no preparation, travel time, work between meetings or gifts.
    Exhibit2,
    /// Everything.
    Full,
}

impl Basis {
    /// Both, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::Exhibit2, Self::Full];

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Exhibit2 => "Exhibit 2 basis",
            Self::Full => "Full cost",
        }
    }

    /// The name that scripts know it by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Exhibit2 => "exhibit2",
            Self::Full => "full",
        }
    }

    /// The basis of this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|basis| basis.key() == key)
    }
}

/// One of something for each basis.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ByBasis<T> {
    /// On the Exhibit 2 basis.
    pub exhibit2: T,
    /// At full cost.
    pub full: T,
}

impl<T> ByBasis<T> {
    /// One of something for each basis, from what makes one.
    pub fn of(mut make: impl FnMut(Basis) -> T) -> Self {
        Self {
            exhibit2: make(Basis::Exhibit2),
            full: make(Basis::Full),
        }
    }

    /// The one for `basis`.
    pub fn get(&self, basis: Basis) -> &T {
        match basis {
            Basis::Exhibit2 => &self.exhibit2,
            Basis::Full => &self.full,
        }
    }

    /// The one for `basis`, to change.
    pub fn get_mut(&mut self, basis: Basis) -> &mut T {
        match basis {
            Basis::Exhibit2 => &mut self.exhibit2,
            Basis::Full => &mut self.full,
        }
    }
}
