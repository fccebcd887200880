//! The order in which a table shows its records: that of the file, or one that was asked for by a click on a header.

use eframe::egui::{Context, Id as EguiId};
use rust_decimal::Decimal;

use crate::gui::inputs::cell_text::text_of;
use crate::gui::inputs::change::in_sentence;
use crate::gui::inputs::column::{Column, Content};
use crate::gui::inputs::facts::Facts;
use crate::gui::inputs::record::Record;
use crate::gui::widgets::grid::column::{Direction, Sort};
use crate::units::id::Id;

/// An order that was asked for, taken when it was: rows do not move while they are typed in.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Order {
    /// By which column, and which end first.
    pub(crate) sort: Option<Sort>,
    ids: Vec<Id>,
}

impl Order {
    /// The order of a table as it was left.
    pub(crate) fn load(ctx: &Context, table: EguiId) -> Self {
        ctx.data(|data| data.get_temp(table)).unwrap_or_default()
    }

    /// Keeps the order for the next frames.
    pub(crate) fn store(self, ctx: &Context, table: EguiId) {
        ctx.data_mut(|data| match self.sort {
            Some(_) => {
                data.insert_temp(table, self);
            }
            None => data.remove::<Self>(table),
        });
    }

    /// The records as they are shown: those that came since the order was asked for stand below, or where
    /// [`Order::put_below`] says.
    pub(crate) fn apply<'r, T: Record>(&self, records: &'r [T]) -> Vec<&'r T> {
        if self.sort.is_none() {
            return records.iter().collect();
        }
        let place = |it: &&T| self.ids.iter().position(|id| *id == it.id());
        let mut shown: Vec<(usize, &T)> = records
            .iter()
            .map(|it| (place(&it).unwrap_or(usize::MAX), it))
            .collect();
        shown.sort_by_key(|(place, _)| *place);
        shown.into_iter().map(|(_, it)| it).collect()
    }

    /// New records are shown below another.
    pub(crate) fn put_below(&mut self, above: Id, new: &[Id]) {
        if let Some(at) = self.ids.iter().position(|id| *id == above) {
            let at = at.saturating_add(1);
            self.ids.splice(at..at, new.iter().copied());
        }
    }

    /// What a click on the header of a column asks for.
    pub(crate) fn next<T: Record>(&self, column: usize, columns: &[Column<T>]) -> Option<Sort> {
        let spec = columns.get(column)?.spec();
        Some(Sort::after_click(self.sort, column, &spec))
    }

    /// The same in words, for a menu.
    pub(crate) fn next_text<T: Record>(&self, column: usize, columns: &[Column<T>]) -> String {
        let (Some(next), Some(column)) = (self.next(column, columns), columns.get(column)) else {
            return String::new();
        };
        if self.is_third(next, column) {
            return "Rows in the order of the file".to_owned();
        }
        let end = match next.direction {
            Direction::Ascending => "smallest first",
            Direction::Descending => "largest first",
        };
        format!("Sort by {}, {end}", in_sentence(column.title))
    }

    fn is_third<T: Record>(&self, clicked: Sort, column: &Column<T>) -> bool {
        self.sort.is_some_and(|it| it.column == clicked.column)
            && clicked.direction == column.spec().first_direction()
    }

    /// The order after a click on a header: one way, the other way, and back to that of the file.
    pub(crate) fn after_click<T: Record>(
        &self,
        clicked: Sort,
        columns: &[Column<T>],
        records: &[T],
        facts: &Facts<'_>,
    ) -> Self {
        let Some(column) = columns.get(clicked.column) else {
            return self.clone();
        };
        if self.is_third(clicked, column) {
            return Self::default();
        }
        let mut keys: Vec<(Key, Id)> = records
            .iter()
            .map(|it| (Key::of(column, it, facts), it.id()))
            .collect();
        // Stable, so that equal ones stay in the order of the file; blank ones are last either way.
        keys.sort_by(|(a, _), (b, _)| match clicked.direction {
            _ if a.is_blank() || b.is_blank() => a.is_blank().cmp(&b.is_blank()),
            Direction::Ascending => a.cmp(b),
            Direction::Descending => b.cmp(a),
        });
        Self {
            sort: Some(clicked),
            ids: keys.into_iter().map(|(_, id)| id).collect(),
        }
    }
}

/// What a cell is sorted by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Figure(Decimal),
    Text(String),
    Blank,
}

impl Key {
    fn of<T: Record>(column: &Column<T>, record: &T, facts: &Facts<'_>) -> Self {
        if let Content::Typed(slot, _) = &column.content
            && let Some(key) = (slot.get)(record).sort_key()
        {
            return Self::read(&key);
        }
        Self::read(&text_of(column, record, facts))
    }

    /// A figure is sorted as one, whatever stands around it: `≥ 3,582`, `20%`, `£1,200`.
    fn read(text: &str) -> Self {
        let text = text.trim();
        if text.is_empty() {
            return Self::Blank;
        }
        let figure: String = text
            .trim_start_matches(['≥', ' ', '£'])
            .trim_end_matches('%')
            .replace(',', "")
            .replace('−', "-");
        match Decimal::from_str_exact(&figure) {
            Ok(figure) => Self::Figure(figure),
            Err(_) => Self::Text(text.to_lowercase()),
        }
    }

    fn is_blank(&self) -> bool {
        *self == Self::Blank
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_sort_as_figures_and_words_as_words() {
        let mut texts = ["≥ 3,582", "10", "board", "", "9.5", "−2", "Alliance", "20%"];
        texts.sort_by_key(|text| Key::read(text));
        assert_eq!(
            texts,
            ["−2", "9.5", "10", "20%", "≥ 3,582", "Alliance", "board", ""]
        );
    }
}
