//! A workbook described: sheets, rows and cells with their formulas and results; the exporter only translates it.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::units::quantity::Unit;

/// The row of a sheet that names its columns, from nought; the title and a line of explanation stand above.
pub const HEADER_ROW: u32 = 3;

/// A sheet by its place in the workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SheetId {
    /// What it is, and how to read it.
    Contents,
    /// What it all comes to.
    Results,
    /// Everything that was typed.
    Inputs,
    /// What was published.
    Official,
    /// What an hour costs.
    Grades,
    /// Each line of cost of the year.
    Costing,
    /// Each line of cost over the years of the appraisal.
    Flows,
    /// Each benefit, step by step.
    Benefits,
    /// Costs and benefits by year, brought to year 0.
    Years,
    /// Options against going on as it is.
    Options,
    /// Outcomes that several partnerships claim.
    Outcomes,
    /// Every other step of a formula that has a name.
    Workings,
    /// Whether the formulas still hold.
    Checks,
    /// The charts.
    Charts,
    /// Every assumption, with the money that hangs on it.
    Assumptions,
    /// What is not known.
    Missing,
    /// What made the workbook, of what.
    Provenance,
}

impl SheetId {
    /// Every sheet, in order.
    pub const ALL: [Self; 17] = [
        Self::Contents,
        Self::Results,
        Self::Charts,
        Self::Inputs,
        Self::Official,
        Self::Grades,
        Self::Costing,
        Self::Flows,
        Self::Benefits,
        Self::Years,
        Self::Options,
        Self::Outcomes,
        Self::Workings,
        Self::Checks,
        Self::Missing,
        Self::Assumptions,
        Self::Provenance,
    ];

    /// The name on its tab; one word, so that formulas need no quotation marks.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Contents => "Contents",
            Self::Results => "Results",
            Self::Inputs => "Inputs",
            Self::Official => "Official",
            Self::Grades => "Grades",
            Self::Costing => "Costing",
            Self::Flows => "Flows",
            Self::Benefits => "Benefits",
            Self::Years => "Years",
            Self::Options => "Options",
            Self::Outcomes => "Outcomes",
            Self::Workings => "Workings",
            Self::Checks => "Checks",
            Self::Charts => "Charts",
            Self::Assumptions => "Assumptions",
            Self::Missing => "Missing",
            Self::Provenance => "Provenance",
        }
    }
}

/// Where a cell stands; rows and columns from nought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The sheet.
    pub sheet: SheetId,
    /// The row.
    pub row: u32,
    /// The column.
    pub column: u16,
}

impl Place {
    /// `C5`.
    pub fn local(self) -> String {
        format!(
            "{}{}",
            column_letters(self.column),
            self.row.saturating_add(1)
        )
    }

    /// As a formula on `sheet` names it: `C5`, or `Inputs!C5` from another sheet.
    pub fn on(self, sheet: SheetId) -> String {
        if self.sheet == sheet {
            self.local()
        } else {
            format!("{}!{}", self.sheet.name(), self.local())
        }
    }

    /// From here to another cell of the sheet, as a formula on `sheet` names it.
    pub fn to(self, last: Self, sheet: SheetId) -> String {
        format!("{}:{}", self.on(sheet), last.local())
    }

    /// As a name of the workbook is defined: `Results!$C$5`.
    pub fn absolute(self) -> String {
        let (letters, row) = (column_letters(self.column), self.row.saturating_add(1));
        format!("{}!${letters}${row}", self.sheet.name())
    }

    /// The cell on its right.
    #[must_use]
    pub fn right(self) -> Self {
        Self {
            column: self.column.saturating_add(1),
            ..self
        }
    }

    /// The cell below it.
    #[must_use]
    pub fn below(self) -> Self {
        Self {
            row: self.row.saturating_add(1),
            ..self
        }
    }
}

/// `A` for 0, `AA` for 26.
fn column_letters(column: u16) -> String {
    let mut letters = Vec::new();
    let mut left = Some(column);
    while let Some(n) = left {
        let digit = u8::try_from(n.checked_rem(26).unwrap_or(0)).unwrap_or(0);
        letters.push(char::from(b'A'.saturating_add(digit)));
        left = n.checked_div(26).and_then(|it| it.checked_sub(1));
    }
    letters.iter().rev().collect()
}

/// How a figure is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Of a unit.
    Unit(Unit),
    /// A discount factor or another number that wants its decimals.
    Exact,
    /// Yes or no.
    Truth,
    /// Words.
    Words,
}

/// What a formula comes to.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// A figure.
    Figure(Decimal),
    /// Yes or no.
    Truth(bool),
    /// Words.
    Words(String),
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Blank,
    /// Words; never a formula, whatever they begin with.
    Words(String),
    /// Words that head what follows.
    Heading(String),
    /// A figure that nothing works out.
    Figure(Decimal, Shown),
    /// A figure that a reader may change; blank where it is not known.
    Input(Option<Decimal>, Shown),
    /// A formula, without its equals sign, and what it comes to.
    Formula(String, Outcome, Shown),
}

impl Cell {
    /// Words.
    pub fn words(words: impl Into<String>) -> Self {
        Self::Words(words.into())
    }
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its header, with the unit.
    pub header: String,
    /// How wide it is, in letters.
    pub width: u16,
}

/// A sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Which.
    pub id: SheetId,
    /// What it shows, in a sentence.
    pub note: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// How many columns stay in sight on the left.
    pub n_frozen: u16,
    /// What stands between the explanation and the header.
    pub above: Option<Cell>,
    /// What stands below the header, from `HEADER_ROW` + 1.
    pub rows: Vec<Vec<Cell>>,
}

impl Sheet {
    /// A sheet without rows; columns by header and width.
    pub fn new(
        id: SheetId,
        note: impl Into<String>,
        columns: &[(&str, u16)],
        n_frozen: u16,
    ) -> Self {
        let columns = columns.iter().map(|(header, width)| Column {
            header: (*header).to_owned(),
            width: *width,
        });
        Self {
            id,
            note: note.into(),
            columns: columns.collect(),
            n_frozen,
            above: None,
            rows: Vec::new(),
        }
    }

    /// The place of a cell in the row that is pushed next.
    pub fn next(&self, column: u16) -> Place {
        let below = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        Place {
            sheet: self.id,
            row: HEADER_ROW.saturating_add(1).saturating_add(below),
            column,
        }
    }

    /// Adds a row.
    pub fn push(&mut self, row: Vec<Cell>) {
        self.rows.push(row);
    }

    /// The cell at a place of this sheet, below its header.
    pub fn cell(&self, at: Place) -> Option<&Cell> {
        let row = at.row.checked_sub(HEADER_ROW.saturating_add(1))?;
        let row = self.rows.get(usize::try_from(row).ok()?)?;
        row.get(usize::from(at.column))
    }
}

/// What sort of chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DrawingKind {
    /// Bars of parts, one for each category, the first at the top.
    StackedBars,
    /// Points, their categories across.
    Points,
}

/// A range of cells.
pub type Range = (Place, Place);

/// What is drawn in one colour.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Its name.
    pub name: String,
    /// Its figures.
    pub values: Range,
}

/// A chart that the spreadsheet draws.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// What sort.
    pub kind: DrawingKind,
    /// Its title.
    pub title: String,
    /// What it shows, for readers who cannot see it; at most 255 letters.
    pub alternative: String,
    /// The name of the axis across.
    pub across: String,
    /// The name of the axis upwards; empty for one of names.
    pub up: String,
    /// The names of bars, or where points stand across.
    pub categories: Range,
    /// Its series.
    pub series: Vec<Series>,
    /// The names of points; none where there are too many to be read.
    pub names: Vec<String>,
}

/// A whole workbook.
#[derive(Clone, Debug)]
pub struct Book {
    /// The register's title.
    pub title: String,
    /// The day that it is dated.
    pub date: Date,
    /// Its sheets, in order.
    pub sheets: Vec<Sheet>,
    /// What is drawn on the sheet of charts.
    pub drawings: Vec<Drawing>,
    /// What its results are called, and where each stands.
    pub names: Vec<(String, Place)>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        for (column, letters) in [
            (0, "A"),
            (25, "Z"),
            (26, "AA"),
            (51, "AZ"),
            (52, "BA"),
            (702, "AAA"),
        ] {
            assert_eq!(column_letters(column), letters);
        }
    }

    #[test]
    fn a_place_is_named_from_its_own_sheet_and_from_others() {
        let place = Place {
            sheet: SheetId::Inputs,
            row: 4,
            column: 2,
        };
        assert_eq!(place.on(SheetId::Inputs), "C5");
        assert_eq!(place.on(SheetId::Results), "Inputs!C5");
        assert_eq!(place.to(place.below(), SheetId::Results), "Inputs!C5:C6");
        assert_eq!(place.absolute(), "Inputs!$C$5");
    }
}
