//! What the user asks of the selected cells of a table, done: the clipboard, filling, and whole rows.

use eframe::egui::{Context, Id as EguiId};

use crate::gui::inputs::block::{Block, Target};
use crate::gui::inputs::cell_text::{FORMULA, text_of};
use crate::gui::inputs::column::{Column, Content};
use crate::gui::inputs::facts::Facts;
use crate::gui::inputs::marks::{Marks, cell_of};
use crate::gui::inputs::order::Order;
use crate::gui::inputs::place::show_input;
use crate::gui::inputs::record::{Record, name_or_place};
use crate::gui::inputs::rows::Way;
use crate::gui::inputs::scenario_edit::taking_at_last;
use crate::gui::inputs::scope::{Scope, next_id};
use crate::gui::inputs::tsv;
use crate::gui::page::PageContext;
use crate::gui::widgets::draft;
use crate::gui::widgets::grid::range::Range;
use crate::gui::widgets::grid::sheet::{Ask, select};
use crate::model::uses::uses;
use crate::session::action::Action;
use crate::units::display;
use crate::units::id::{Id, InputId, Kind};

/// A table with its selected cells.
pub(crate) struct Selected<'s, T: Record> {
    pub(crate) name: &'static str,
    pub(crate) scope: Scope<T>,
    pub(crate) columns: &'s [Column<T>],
    pub(crate) further: &'s [Column<T>],
    /// The records as the table shows them.
    pub(crate) shown: &'s [&'s T],
    pub(crate) range: Range,
    pub(crate) facts: &'s Facts<'s>,
    /// The grid, and this table among those that share it.
    pub(crate) ids: (EguiId, EguiId),
}

impl<T: Record> Selected<'_, T> {
    /// Does what is asked; says which record is not deleted because others name it.
    pub(crate) fn obey(&self, ctx: &Context, page: &mut PageContext<'_>, ask: Ask) -> Option<Id> {
        match ask {
            Ask::Copy => self.copy(ctx),
            Ask::Cut => {
                self.copy(ctx);
                self.clear(ctx, page);
            }
            Ask::Paste(text) => self.paste(ctx, page, &text),
            Ask::Clear => self.clear(ctx, page),
            Ask::FillDown => {
                let block = Block::filled_down(&self.target());
                let label = format!("fill {} down in {}", self.cells_text(), self.name);
                self.put(ctx, page, block, label);
            }
            Ask::FillRight => {
                let block = Block::filled_right(&self.target());
                let label = format!("fill {} to the right in {}", self.cells_text(), self.name);
                self.put(ctx, page, block, label);
            }
            Ask::Insert => self.insert(ctx, page),
            Ask::Duplicate => self.duplicate(ctx, page),
            Ask::Delete => return self.delete(ctx, page),
            Ask::MoveUp => self.shift(ctx, page, Way::Up),
            Ask::MoveDown => self.shift(ctx, page, Way::Down),
            Ask::Sort => self.sort(ctx),
            Ask::TakeIntoScenario => self.take_into_scenario(ctx, page),
            Ask::Menu(_) | Ask::Leave => {}
        }
        None
    }

    fn copy(&self, ctx: &Context) {
        let text = |record: &T, at: usize| {
            let column = self.columns.get(at)?;
            let text = text_of(column, record, self.facts);
            let is_words = match &column.content {
                Content::Typed(slot, _) => (slot.get)(record).is_words(),
                Content::Figure(_) | Content::Today(_) | Content::Flag(_) => false,
                _ => true,
            };
            // A spreadsheet must not run somebody's words as a formula.
            let is_formula = is_words && text.starts_with(FORMULA);
            Some(if is_formula { format!("'{text}") } else { text })
        };
        let records = self.range.rows().filter_map(|row| self.shown.get(row));
        let rows: Vec<Vec<String>> = records
            .map(|it| self.range.columns().filter_map(|at| text(it, at)).collect())
            .collect();
        ctx.copy_text(tsv::write(&rows));
    }

    fn paste(&self, ctx: &Context, page: &mut PageContext<'_>, text: &str) {
        let rows = tsv::parse(text);
        match Block::pasted(&self.target(), &rows) {
            Ok(block) => {
                let n = display::count(block.n_rows, "row", "rows");
                self.put(ctx, page, block, format!("paste {n} into {}", self.name));
            }
            Err(why) => {
                let before = page.session.revision();
                let notes = (Vec::new(), vec![why]);
                Marks::put(ctx, self.ids, before, String::new(), notes);
            }
        }
    }

    fn clear(&self, ctx: &Context, page: &mut PageContext<'_>) {
        let block = Block::filled(&self.target(), self.range, &|_, _| Some(""));
        let label = format!("clear {} of {}", self.cells_text(), self.name);
        self.put(ctx, page, block, label);
    }

    /// Asks for the change, marks what is not understood, and selects what was written.
    fn put(&self, ctx: &Context, page: &mut PageContext<'_>, mut block: Block<T>, label: String) {
        let (grid, _) = self.ids;
        for (record, column) in &block.cells {
            draft::forget(ctx, cell_of(grid, *record, *column));
        }
        let is_paste = label.starts_with("paste");
        let said = display::count(block.n_rows, "row pasted", "rows pasted");
        let said = if is_paste { said } else { "Filled".to_owned() };
        let notes = (
            std::mem::take(&mut block.bad),
            std::mem::take(&mut block.left_out),
        );
        if is_paste && let Some(((first, left), (last, right))) = block.corners {
            let key = |record: Id| EguiId::unique(Some(record));
            select(ctx, grid, (key(first), left), (key(last), right));
        }
        if !notes.0.is_empty() || !notes.1.is_empty() {
            Marks::put(ctx, self.ids, page.session.revision(), said, notes);
        }
        if let Some(edit) = block.edit(self.scope, label) {
            page.edit(edit);
        }
    }

    fn insert(&self, ctx: &Context, page: &mut PageContext<'_>) {
        let Some(above) = self.shown.get(self.range.last.row).map(|it| it.id()) else {
            return;
        };
        let new = next_id::<T>(page.register());
        self.show_below(ctx, above, &[new]);
        page.edit(self.scope.insert_below(above));
        self.go(ctx, new, self.range.first.column);
    }

    fn duplicate(&self, ctx: &Context, page: &mut PageContext<'_>) {
        let ids = self.records();
        let Some(above) = ids.last().copied() else {
            return;
        };
        // The copies get their ids in the order of the list, with those of the records inside them in between.
        let mut last = page.register().last_id;
        let mut new = Vec::new();
        let list = self.scope.list(page.register()).iter();
        for record in list.filter(|it| ids.contains(&it.id())) {
            let mut copy = record.clone();
            copy.renumber(&mut |kind| {
                last = last.saturating_add(1);
                Id::new(kind, last)
            });
            new.push(copy.id());
        }
        self.show_below(ctx, above, &new);
        let label = format!("duplicate {}", self.rows_text(page));
        page.edit(self.scope.duplicate(label, ids));
        if let (Some(first), Some(last)) = (new.first(), new.last()) {
            let key = |record: &Id| EguiId::unique(Some(*record));
            let (left, right) = (self.range.first.column, self.range.last.column);
            select(ctx, self.ids.0, (key(first), left), (key(last), right));
        }
    }

    /// Deletes the selected rows; none of them where one is a partner, grade, outcome or pooled budget in use.
    fn delete(&self, ctx: &Context, page: &mut PageContext<'_>) -> Option<Id> {
        let ids = self.records();
        let used = |id: &&Id| !uses(page.register(), **id).is_empty();
        if matches!(
            T::KIND,
            Kind::Partner | Kind::Grade | Kind::Pool | Kind::Outcome
        ) && let Some(used) = ids.iter().find(used)
        {
            return Some(*used);
        }
        let below = self.shown.get(self.range.last.row.saturating_add(1));
        let above = self.range.first.row.checked_sub(1);
        let neighbour = below.or(above.and_then(|at| self.shown.get(at)));
        if let Some(neighbour) = neighbour {
            self.go(ctx, neighbour.id(), self.range.first.column);
        }
        let label = format!("delete {}", self.rows_text(page));
        page.edit(self.scope.delete_all(label, ids));
        None
    }

    fn shift(&self, ctx: &Context, page: &mut PageContext<'_>, way: Way) {
        if Order::load(ctx, self.ids.1).sort.is_some() {
            return;
        }
        let to = match way {
            Way::Up => "up",
            Way::Down => "down",
        };
        let label = format!("move {} {to}", self.rows_text(page));
        page.edit(self.scope.shift(label, self.records(), way));
    }

    /// The address of the first selected cell, where it holds a typed quantity.
    pub(crate) fn quantity(&self) -> Option<InputId> {
        let record = *self.shown.get(self.range.first.row)?;
        let column = self.columns.get(self.range.first.column)?;
        let Content::Typed(slot, _) = &column.content else {
            return None;
        };
        (slot.get)(record).input()?;
        Some(InputId {
            record: record.id(),
            field: slot.field,
        })
    }

    fn take_into_scenario(&self, ctx: &Context, page: &mut PageContext<'_>) {
        let Some(at) = self.quantity() else { return };
        let taken = taking_at_last(ctx, page.register(), at);
        page.actions.extend(taken.edit.map(Action::Edit));
        show_input(page.view, page.register(), taken.cell);
    }

    fn sort(&self, ctx: &Context) {
        let order = Order::load(ctx, self.ids.1);
        let clicked = order.next(self.range.first.column, self.columns);
        let records = self.scope.list(self.facts.register);
        if let Some(clicked) = clicked {
            let next = order.after_click(clicked, self.columns, records, self.facts);
            next.store(ctx, self.ids.1);
        }
    }

    /// In a sorted table new rows are shown where they were asked for.
    fn show_below(&self, ctx: &Context, above: Id, new: &[Id]) {
        let mut order = Order::load(ctx, self.ids.1);
        order.put_below(above, new);
        order.store(ctx, self.ids.1);
    }

    fn go(&self, ctx: &Context, record: Id, column: usize) {
        let key = EguiId::unique(Some(record));
        select(ctx, self.ids.0, (key, column), (key, column));
    }

    fn records(&self) -> Vec<Id> {
        let rows = self.range.rows();
        rows.filter_map(|row| Some(self.shown.get(row)?.id()))
            .collect()
    }

    fn target(&self) -> Target<'_, T> {
        Target {
            register: self.facts.register,
            columns: self.columns,
            further: self.further,
            shown: self.shown,
            range: self.range,
            partnership: self.scope.partnership(),
        }
    }

    fn cells_text(&self) -> String {
        let n = self.range.n_rows().saturating_mul(self.range.n_columns());
        display::count(n, "cell", "cells")
    }

    /// `meeting Board`, or `3 rows of Attendees`.
    fn rows_text(&self, page: &PageContext<'_>) -> String {
        let row = self.range.first.row;
        match self.shown.get(row) {
            Some(record) if self.range.n_rows() == 1 => {
                let name = name_or_place(*record, page.register(), row);
                if name.starts_with(T::ONE) {
                    name
                } else {
                    format!("{} {name}", T::ONE)
                }
            }
            _ => {
                let n = display::count(self.range.n_rows(), "row", "rows");
                format!("{n} of {}", self.name)
            }
        }
    }
}
