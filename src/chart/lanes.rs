//! The marks of panels side by side: a row of bars for each group, each panel with a measure and a scale of its own.

/// Panels side by side over the same rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Lanes {
    /// What each panel measures, with its unit.
    pub titles: Vec<String>,
    /// The rows, from the top.
    pub rows: Vec<LaneRow>,
    /// What to say where there is nothing to draw.
    pub when_empty: String,
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct LaneRow {
    /// What it is of, in full.
    pub name: String,
    /// What else is said of it, below the name.
    pub remark: String,
    /// A bar for each panel, from nought.
    pub bars: Vec<Lane>,
}

/// A bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// Where it ends.
    pub value: f64,
    /// How it reads.
    pub text: String,
}
