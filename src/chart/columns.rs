//! The marks of a chart of years: what each brings above nought, what it costs below, and a line of what is left so far.

use crate::chart::chart::Figure;
use crate::findings::figure::FigureId;
use crate::units::id::Id;
use crate::units::money_unit::MoneyUnit;

/// Years from left to right about a line of nought.
#[derive(Clone, Debug, PartialEq)]
pub struct Columns {
    /// The partnership they are of.
    pub partnership: Id,
    /// The years, the first on the left; none where there is nothing to draw.
    pub years: Vec<ColumnYear>,
    /// What the last point of the line comes to.
    pub end: String,
    /// Where the line has come back to nought.
    pub mark: Option<Mark>,
    /// The unit of the amounts along the axis.
    pub money_unit: MoneyUnit,
    /// What to say where there is nothing to draw.
    pub when_empty: String,
}

/// One year.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnYear {
    /// Its name.
    pub name: String,
    /// What it brings; above nought, unless it does harm.
    pub benefit: Figure,
    /// What it costs, drawn below nought, unless more comes back than is spent.
    pub cost: Figure,
    /// What is left of all years up to it.
    pub line: Figure,
    /// Where that lies in eight of ten draws, and its middle; nothing where it is not known or does not move.
    pub band: Option<Band>,
    /// The year and its figures, in lines.
    pub hover: String,
}

/// Where what is left lies in the draws of every range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// In one draw of ten it is no more.
    pub p10: f64,
    /// In half of them.
    pub p50: f64,
    /// In nine of ten.
    pub p90: f64,
}

/// Words about the line.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// How many years after the first the line crosses nought; nothing where it does not.
    pub at: Option<f64>,
    /// What is said there.
    pub text: String,
    /// Which figure of the findings it is.
    pub id: FigureId,
}
