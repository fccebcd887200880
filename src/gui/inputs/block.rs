//! What is to go into a block of cells: worked out before anything changes, then put in as one step.

use std::collections::BTreeMap;

use crate::gui::inputs::cell_text::{Change, Reader, clean, copy_of, edit_text};
use crate::gui::inputs::change::in_sentence;
use crate::gui::inputs::column::{Column, Content};
use crate::gui::inputs::headings::{Heading, columns_of};
use crate::gui::inputs::record::{Record, name_or_place};
use crate::gui::inputs::scope::Scope;
use crate::gui::widgets::grid::range::Range;
use crate::model::register::Register;
use crate::session::action::Edit;
use crate::units::display;
use crate::units::id::Id;

/// Rows that one paste may bring.
pub(crate) const MOST_ROWS: usize = 5_000;

/// The records that a block is put into.
pub(crate) struct Target<'t, T: Record> {
    pub(crate) register: &'t Register,
    pub(crate) columns: &'t [Column<T>],
    /// Fields that stand in a form below the table; a pasted column finds them by its heading.
    pub(crate) further: &'t [Column<T>],
    /// The records as the table shows them.
    pub(crate) shown: &'t [&'t T],
    pub(crate) range: Range,
    /// The partnership that the records belong to.
    pub(crate) partnership: Option<Id>,
}

impl<'t, T: Record> Target<'t, T> {
    /// The columns of the table, then the further ones.
    fn all(&self) -> impl Iterator<Item = &'t Column<T>> {
        self.columns.iter().chain(self.further)
    }

    fn column(&self, at: usize) -> Option<&'t Column<T>> {
        self.all().nth(at)
    }

    fn is_shown(&self, at: usize) -> bool {
        at < self.columns.len()
    }
}

/// A cell whose text is not understood.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Bad {
    pub(crate) record: Id,
    pub(crate) column: usize,
    /// What the cell will hold.
    pub(crate) from: String,
    /// What was to go into it.
    pub(crate) text: String,
    /// Why it does not.
    pub(crate) problem: String,
}

/// What a block of cells is to hold.
pub(crate) struct Block<T: Record> {
    changes: BTreeMap<Id, Vec<Change<T>>>,
    n_new: usize,
    /// Values for cells that nothing can be typed into.
    n_closed: usize,
    /// The first and the last cell that is written.
    pub(crate) corners: Option<((Id, usize), (Id, usize))>,
    /// Rows that are written.
    pub(crate) n_rows: usize,
    /// What is not understood.
    pub(crate) bad: Vec<Bad>,
    /// Every cell that is written, for what stood in it before is forgotten.
    pub(crate) cells: Vec<(Id, usize)>,
    /// What was left out, in words.
    pub(crate) left_out: Vec<String>,
}

impl<T: Record> Block<T> {
    fn empty() -> Self {
        Self {
            changes: BTreeMap::new(),
            n_new: 0,
            n_closed: 0,
            corners: None,
            n_rows: 0,
            bad: Vec::new(),
            cells: Vec::new(),
            left_out: Vec::new(),
        }
    }

    /// The rows of a clipboard, from the first selected cell on; a single value goes into every selected cell.
    ///
    /// # Errors
    /// That there are too many rows, in words for the user.
    pub(crate) fn pasted(target: &Target<'_, T>, rows: &[Vec<String>]) -> Result<Self, String> {
        let titles: Vec<Heading> = target
            .all()
            .map(|it| Heading {
                title: it.title,
                field: it.field(),
            })
            .collect();
        let is_table = rows.len() > 1;
        let head = rows.first().filter(|_| is_table);
        let named = head.and_then(|first| columns_of(first, &titles));
        let rows = match (&named, rows) {
            (Some(_), [_, rest @ ..]) => rest,
            _ => rows,
        };
        if rows.len() > MOST_ROWS {
            return Err(format!(
                "Nothing pasted: {} rows, and one paste takes {} at most",
                display::count_figure(rows.len()),
                display::count_figure(MOST_ROWS)
            ));
        }
        let first = target.range.first;
        if let ([row], None) = (rows, &named)
            && let [only] = row.as_slice()
        {
            let cells = |_row: usize, _column: usize| Some(only.as_str());
            return Ok(Self::filled(target, target.range, &cells));
        }
        let width = rows.iter().map(Vec::len).max().unwrap_or_default();
        // The column of the table for each pasted one.
        let columns: Vec<Option<usize>> = named.clone().unwrap_or_else(|| {
            (first.column..)
                .take(width)
                .map(|at| Some(at).filter(|at| *at < target.columns.len()))
                .collect()
        });
        let mut block = Self::empty();
        let reader = Reader::new(target.register, target.partnership);
        for (n, row) in rows.iter().enumerate() {
            let texts = columns.iter().zip(row);
            let texts = texts.filter_map(|(at, text)| Some(((*at)?, text.as_str())));
            block.row(
                target,
                &reader,
                first.row.saturating_add(n),
                &texts.collect::<Vec<_>>(),
            );
        }
        block.say_left_out(rows, &columns, head.filter(|_| named.is_some()));
        Ok(block)
    }

    /// The same cells with what `text` says for each; nothing leaves a cell as it is.
    pub(crate) fn filled<'s>(
        target: &Target<'_, T>,
        range: Range,
        text: &dyn Fn(usize, usize) -> Option<&'s str>,
    ) -> Self {
        let mut block = Self::empty();
        let reader = Reader::new(target.register, target.partnership);
        for row in range.rows() {
            let texts = range.columns().filter_map(|it| Some((it, text(row, it)?)));
            block.row(target, &reader, row, &texts.collect::<Vec<_>>());
        }
        block
    }

    /// The first selected row in all those below it; of one row, the row above in it.
    pub(crate) fn filled_down(target: &Target<'_, T>) -> Self {
        let mut block = Self::empty();
        let range = target.range;
        let source = match range.n_rows() {
            1 => range.first.row.checked_sub(1),
            _ => Some(range.first.row),
        };
        let Some((source_row, source)) = source.and_then(|at| Some((at, target.shown.get(at)?)))
        else {
            return block;
        };
        for row in range.rows().filter(|row| *row != source_row) {
            let Some(record) = target.shown.get(row) else {
                continue;
            };
            for at in range.columns() {
                let open = target.columns.get(at);
                let open = open.filter(|it| it.why_closed(*record).is_none());
                let copy = open.and_then(|it| copy_of(it, *source));
                if let Some(change) = copy {
                    block.write(record.id(), at, change);
                }
            }
            block.n_rows = block.n_rows.saturating_add(1);
        }
        block
    }

    /// The first selected column in all those to its right; of one column, the one to its left in it.
    pub(crate) fn filled_right(target: &Target<'_, T>) -> Self {
        let range = target.range;
        let source = match range.n_columns() {
            1 => range.first.column.checked_sub(1),
            _ => Some(range.first.column),
        };
        let Some((at, source)) = source.and_then(|at| Some((at, target.columns.get(at)?))) else {
            return Self::empty();
        };
        let texts: BTreeMap<usize, String> = range
            .rows()
            .filter_map(|row| {
                Some((
                    row,
                    edit_text(source, *target.shown.get(row)?, target.register),
                ))
            })
            .collect();
        let text = |row: usize, column: usize| {
            let text = texts.get(&row).map(String::as_str);
            text.filter(|_| column != at)
        };
        Self::filled(target, range, &text)
    }

    /// The change as one step of undo; nothing where no cell changes.
    pub(crate) fn edit(self, scope: Scope<T>, label: String) -> Option<Edit> {
        if self.changes.is_empty() && self.n_new == 0 {
            return None;
        }
        let (mut changes, n_new) = (self.changes, self.n_new);
        Some(Edit::new(label, move |register: &mut Register| {
            let ids: Vec<Id> = (0..n_new).map(|_| register.new_id(T::KIND)).collect();
            let Some(list) = scope.list_mut(register) else {
                return;
            };
            list.extend(ids.into_iter().map(T::fresh));
            for record in list {
                for change in changes.remove(&record.id()).unwrap_or_default() {
                    change.apply(record);
                }
            }
        }))
    }

    /// Reads one row. Choices come first, as they may close other cells, and grades last: whose grades are meant may
    /// stand in a column to their right.
    fn row(
        &mut self,
        target: &Target<'_, T>,
        reader: &Reader<'_>,
        row: usize,
        texts: &[(usize, &str)],
    ) {
        let mut scratch = if let Some(record) = target.shown.get(row) {
            (*record).clone()
        } else {
            self.n_new = self.n_new.saturating_add(1);
            let n = u32::try_from(self.n_new).unwrap_or(u32::MAX);
            let number = target.register.last_id.saturating_add(n);
            T::fresh(Id::new(T::KIND, number))
        };
        let id = scratch.id();
        self.n_rows = self.n_rows.saturating_add(1);
        let turn = |column: &Column<T>| match column.content {
            Content::Typed(..) | Content::Quantity(_) | Content::Today(_) | Content::Figure(_) => 1,
            Content::Grade(..) => 2,
            Content::Choice(..) | Content::Partner(..) | Content::Other(..) | Content::Flag(_) => 0,
        };
        for wanted in 0..3 {
            for (at, text) in texts {
                let Some(column) = target.column(*at) else {
                    continue;
                };
                let is_shown = target.is_shown(*at);
                if turn(column) != wanted {
                    continue;
                }
                if column.why_closed(&scratch).is_some() {
                    let is_lost = !clean(text).is_empty();
                    self.n_closed = self.n_closed.saturating_add(usize::from(is_lost));
                    continue;
                }
                match reader.read(column, &scratch, text) {
                    Ok(Some(change)) => {
                        change.apply(&mut scratch);
                        self.changes.entry(id).or_default().push(change);
                        if is_shown {
                            self.note(id, *at);
                        }
                    }
                    Ok(None) if is_shown => self.note(id, *at),
                    Ok(None) => {}
                    // No cell of the table can hold it until it is corrected.
                    Err(problem) if !is_shown => {
                        let name = name_or_place(&scratch, target.register, row);
                        let title = in_sentence(column.title);
                        let said = format!("left out, {title} of {name}: {problem}");
                        self.left_out.push(said);
                    }
                    Err(problem) => {
                        self.note(id, *at);
                        self.bad.push(Bad {
                            record: id,
                            column: *at,
                            from: String::new(),
                            text: clean(text),
                            problem,
                        });
                    }
                }
            }
        }
        // What a refused cell goes on holding may depend on the rest of its row.
        for bad in self.bad.iter_mut().rev().take_while(|it| it.record == id) {
            if let Some(column) = target.columns.get(bad.column) {
                bad.from = edit_text(column, &scratch, target.register);
            }
        }
    }

    fn write(&mut self, record: Id, column: usize, change: Change<T>) {
        self.changes.entry(record).or_default().push(change);
        self.note(record, column);
    }

    fn note(&mut self, record: Id, column: usize) {
        self.cells.push((record, column));
        let first = self.corners.map_or((record, column), |(first, _)| {
            (first.0, first.1.min(column))
        });
        let last = self.corners.map_or(column, |(_, last)| last.1.max(column));
        self.corners = Some((first, (record, last)));
    }

    /// Values and columns that found no place, unless they are blank.
    fn say_left_out(
        &mut self,
        rows: &[Vec<String>],
        columns: &[Option<usize>],
        head: Option<&Vec<String>>,
    ) {
        if self.n_closed > 0 {
            let n = display::count(self.n_closed, "value", "values");
            self.left_out
                .push(format!("left out where nothing can be typed: {n}"));
        }
        let is_lost = |at: &usize| {
            columns.get(*at).is_none_or(Option::is_none)
                && rows
                    .iter()
                    .filter_map(|row| row.get(*at))
                    .any(|text| !clean(text).is_empty())
        };
        let width = rows.iter().map(Vec::len).max().unwrap_or_default();
        let lost: Vec<usize> = (0..width).filter(is_lost).collect();
        if lost.is_empty() {
            return;
        }
        let names: Vec<String> = head
            .into_iter()
            .flat_map(|head| lost.iter().filter_map(|at| head.get(*at)))
            .map(|it| clean(it))
            .filter(|it| !it.is_empty())
            .collect();
        self.left_out.push(if names.is_empty() {
            let n = display::count(lost.len(), "column", "columns");
            format!("left out for want of room: {n}")
        } else {
            format!("left out, no such column here: {}", names.join(", "))
        });
    }
}
