//! What a column of a table of records shows and changes.

use crate::findings::detail::RecordFigures;
use crate::gui::inputs::facts::{self, Facts, RowFigure};
use crate::gui::inputs::field::Field;
use crate::gui::inputs::pick::Pick;
use crate::gui::inputs::record::Record;
use crate::gui::inputs::reference::Others;
use crate::gui::widgets::grid::GridTotal;
use crate::gui::widgets::grid::column::{ColumnSpec, Width};
use crate::model::register::Register;
use crate::units::id::Id;

/// One field of a record: its name in the file, and how to reach it.
pub struct Slot<T: 'static, F: ?Sized + 'static> {
    /// Its name, as in the file.
    pub field: &'static str,
    /// Reads it.
    pub get: fn(&T) -> &F,
    /// Changes it.
    pub get_mut: fn(&mut T) -> &mut F,
}

/// The slot of a field.
macro_rules! slot {
    ($field:ident) => {
        $crate::gui::inputs::column::Slot {
            field: stringify!($field),
            get: |it| &it.$field,
            get_mut: |it| &mut it.$field,
        }
    };
}
pub(crate) use slot;

/// A column of records of one kind.
pub struct Column<T: 'static> {
    /// What stands in the header.
    pub title: &'static str,
    /// The unit, said once in the header.
    pub unit: &'static str,
    /// How wide.
    pub width: Width,
    /// What the cells hold.
    pub content: Content<T>,
    /// What its figures come to together, where that is said below them.
    pub total: Option<fn(&Facts<'_>, &RecordFigures) -> Option<GridTotal>>,
    /// What the cell of one record says in place of the usual.
    pub apart: Option<fn(&T) -> Apart>,
    /// What else is asked of a typed text.
    pub allows: Option<Allows<T>>,
}

/// The record and the field of the quantity that a record is about, where one is chosen.
pub type Quoted<T> = fn(&T) -> Option<(Id, &str)>;

/// Whether a text can be typed into a cell of a record; asked beside what the field itself asks.
pub type Allows<T> = fn(&Register, &T, &str) -> Result<(), String>;

/// What the cell of one record says in place of the usual.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Apart {
    /// Nothing: it is as the others are.
    Usual,
    /// What a blank means here.
    Blank(&'static str),
    /// Why nothing can be typed here.
    Instead(&'static str),
}

/// What a cell holds.
pub enum Content<T: 'static> {
    /// Text that is typed, and what a blank means.
    Typed(Slot<T, dyn Field>, &'static str),
    /// One of a few, and what a blank means.
    Choice(Slot<T, dyn Pick>, &'static str),
    /// One of the register's partners, and what a blank means.
    Partner(Slot<T, Option<Id>>, &'static str),
    /// One of the register's grades, and the partner whose grades come first.
    Grade(Slot<T, Option<Id>>, fn(&T) -> Option<Id>),
    /// One of some other records, and what a blank means.
    Other(Slot<T, Option<Id>>, Others, &'static str),
    /// Yes or no.
    Flag(Slot<T, bool>),
    /// The name of a typed quantity, which leads to its cell.
    Quantity(Quoted<T>),
    /// What that quantity is now.
    Today(Quoted<T>),
    /// Worked out.
    Figure(fn(&Facts<'_>, &T) -> Option<RowFigure>),
}

impl<T: Record> Column<T> {
    /// Words.
    pub const fn words(
        title: &'static str,
        least: f32,
        slot: Slot<T, dyn Field>,
        blank: &'static str,
    ) -> Self {
        Self::new(
            title,
            "",
            Width::AtLeast(least),
            Content::Typed(slot, blank),
        )
    }

    /// A quantity, a day or a year.
    pub const fn value(
        title: &'static str,
        unit: &'static str,
        width: f32,
        slot: Slot<T, dyn Field>,
        blank: &'static str,
    ) -> Self {
        Self::new(
            title,
            unit,
            Width::Exact(width),
            Content::Typed(slot, blank),
        )
    }

    /// One of a few.
    pub const fn choice(
        title: &'static str,
        width: f32,
        slot: Slot<T, dyn Pick>,
        blank: &'static str,
    ) -> Self {
        Self::new(title, "", Width::Exact(width), Content::Choice(slot, blank))
    }

    /// One of the register's partners.
    pub const fn partner(
        title: &'static str,
        least: f32,
        slot: Slot<T, Option<Id>>,
        blank: &'static str,
    ) -> Self {
        Self::new(
            title,
            "",
            Width::AtLeast(least),
            Content::Partner(slot, blank),
        )
    }

    /// One of the register's grades; those of `whose` come first.
    pub const fn grade(
        title: &'static str,
        least: f32,
        slot: Slot<T, Option<Id>>,
        whose: fn(&T) -> Option<Id>,
    ) -> Self {
        Self::new(
            title,
            "",
            Width::AtLeast(least),
            Content::Grade(slot, whose),
        )
    }

    /// One of some other records: an outcome, a line, a partnership.
    pub const fn other(
        title: &'static str,
        least: f32,
        slot: Slot<T, Option<Id>>,
        (others, blank): (Others, &'static str),
    ) -> Self {
        Self::new(
            title,
            "",
            Width::AtLeast(least),
            Content::Other(slot, others, blank),
        )
    }

    /// Yes or no.
    pub const fn flag(title: &'static str, width: f32, slot: Slot<T, bool>) -> Self {
        Self::new(title, "", Width::Exact(width), Content::Flag(slot))
    }

    /// A worked-out figure.
    pub const fn figure(
        title: &'static str,
        unit: &'static str,
        width: f32,
        figure: fn(&Facts<'_>, &T) -> Option<RowFigure>,
    ) -> Self {
        Self::new(title, unit, Width::Exact(width), Content::Figure(figure))
    }

    /// The name of a typed quantity, which leads to its cell.
    pub const fn quantity(title: &'static str, least: f32, of: Quoted<T>) -> Self {
        Self::new(title, "", Width::AtLeast(least), Content::Quantity(of))
    }

    /// What that quantity is now.
    pub const fn today(title: &'static str, width: f32, of: Quoted<T>) -> Self {
        Self::new(title, "", Width::Exact(width), Content::Today(of))
    }

    /// What each record costs.
    pub const fn cost() -> Self {
        Self::figure("Cost a year", "£", 100.0, facts::cost::<T>).with_total(facts::cost_total)
    }

    /// The hours of each record.
    pub const fn hours() -> Self {
        Self::figure("Hours", "", 60.0, facts::hours::<T>).with_total(facts::hours_total)
    }

    const fn with_total(
        mut self,
        total: fn(&Facts<'_>, &RecordFigures) -> Option<GridTotal>,
    ) -> Self {
        self.total = Some(total);
        self
    }

    const fn new(
        title: &'static str,
        unit: &'static str,
        width: Width,
        content: Content<T>,
    ) -> Self {
        Self {
            title,
            unit,
            width,
            content,
            total: None,
            apart: None,
            allows: None,
        }
    }

    /// The same, but it takes its part of the width that is left.
    #[must_use]
    pub const fn growing(mut self) -> Self {
        if let Width::Exact(least) = self.width {
            self.width = Width::AtLeast(least);
        }
        self
    }

    /// The same, but it asks more of a typed text.
    #[must_use]
    pub const fn allowing(mut self, allows: Allows<T>) -> Self {
        self.allows = Some(allows);
        self
    }

    /// The same, but for records of which `apart` says something else.
    #[must_use]
    pub const fn apart(mut self, apart: fn(&T) -> Apart) -> Self {
        self.apart = Some(apart);
        self
    }

    /// What the cell of a record says in place of the usual.
    pub(crate) fn apart_of(&self, record: &T) -> Apart {
        self.apart.map_or(Apart::Usual, |apart| apart(record))
    }

    /// Why nothing can be typed into the cell of a record, if so.
    pub(crate) fn why_closed(&self, record: &T) -> Option<&'static str> {
        match self.apart_of(record) {
            Apart::Instead(reason) => Some(reason),
            Apart::Usual | Apart::Blank(_) => None,
        }
    }

    /// The name of the field that it holds.
    pub(crate) fn field(&self) -> Option<&'static str> {
        match &self.content {
            Content::Typed(slot, _) => Some(slot.field),
            Content::Choice(slot, _) => Some(slot.field),
            Content::Partner(slot, _) | Content::Grade(slot, _) | Content::Other(slot, ..) => {
                Some(slot.field)
            }
            Content::Flag(slot) => Some(slot.field),
            Content::Quantity(_) => Some("record"),
            Content::Today(_) | Content::Figure(_) => None,
        }
    }

    /// Its place in the header: words lean left, figures right, boxes stand in the middle.
    pub(crate) fn spec(&self) -> ColumnSpec<'static> {
        let has_own_width = matches!(self.width, Width::Exact(_));
        match &self.content {
            Content::Flag(_) => ColumnSpec::flag(self.title, self.width),
            Content::Figure(_) => {
                ColumnSpec::number(self.title, self.unit, self.width).worked_out()
            }
            Content::Today(_) => ColumnSpec::number(self.title, self.unit, self.width),
            // Columns of words share the width that is left; columns of values have their own.
            Content::Typed(..) if has_own_width => {
                ColumnSpec::number(self.title, self.unit, self.width)
            }
            _ => ColumnSpec::text(self.title, self.width),
        }
    }
}
