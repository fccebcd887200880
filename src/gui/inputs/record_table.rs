//! A table of records of one kind: typed in like a spreadsheet, rows added past the end and deleted.

use eframe::egui::{Id as EguiId, Key, Modifiers, Ui};

use crate::gui::inputs::column::Column;
use crate::gui::inputs::facts::Facts;
use crate::gui::inputs::record::{Record, name_or_place};
use crate::gui::inputs::row::{Row, fill};
use crate::gui::inputs::scope::{Scope, next_id};
use crate::gui::inputs::teach::{Lesson, teach};
use crate::gui::page::PageContext;
use crate::gui::theme::S4;
use crate::gui::widgets::grid::column::{ColumnSpec, Width};
use crate::gui::widgets::grid::{Grid, GridOutput, cell_id};
use crate::gui::widgets::icon::Icon;
use crate::model::uses::uses;
use crate::units::id::{Id, InputId, Kind};

/// A table under construction.
pub struct RecordTable<'a, T: Record> {
    name: &'static str,
    scope: Scope<T>,
    columns: &'a [Column<T>],
    lesson: Lesson,
    picked: Option<Id>,
    below: &'a [&'static str],
}

/// What the user did that the page has to know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TableOutcome {
    /// The record that the keyboard or the pointer is on.
    pub picked: Option<Id>,
    /// A record that is not deleted, because others name it.
    pub refused: Option<Id>,
}

/// The cell that had the keyboard in the last frame.
#[derive(Clone, Copy)]
struct Focused(Id, usize);

impl<'a, T: Record> RecordTable<'a, T> {
    /// A table; `name` is what a screen reader calls it, `lesson` what stands in its place while it is empty.
    pub fn new(
        name: &'static str,
        scope: Scope<T>,
        columns: &'a [Column<T>],
        lesson: Lesson,
    ) -> Self {
        Self {
            name,
            scope,
            columns,
            lesson,
            picked: None,
            below: &[],
        }
    }

    /// Names the fields that a form below the table edits, so that it leads nobody away from them.
    #[must_use]
    pub fn below(mut self, fields: &'a [&'static str]) -> Self {
        self.below = fields;
        self
    }

    /// Marks the row that is picked and lets another be picked, for what stands below the table.
    #[must_use]
    pub fn picked(mut self, record: Option<Id>) -> Self {
        self.picked = record;
        self
    }

    /// Shows the table with its button to add a record.
    pub fn show(self, ui: &mut Ui, page: &mut PageContext<'_>) -> TableOutcome {
        let records = self.scope.list(page.register());
        if records.is_empty() {
            if teach(ui, &self.lesson, &add_text::<T>()) {
                self.add(page);
            }
            return TableOutcome::default();
        }
        let grid = EguiId::unique(self.name);
        self.take_jump(ui, page, grid);
        let mut outcome = TableOutcome::default();
        if let Some(id) = self.take_delete_key(ui, page, grid) {
            outcome.refused = self.delete(page, id);
        }
        let (output, asked) = self.grid(ui, page, grid);
        if let Some(id) = asked {
            outcome.refused = self.delete(page, id);
        }
        let on = |row: usize| records.get(row).map(Record::id);
        if let Some((row, column)) = output.focused
            && let Some(id) = on(row)
        {
            ui.data_mut(|data| data.insert_temp(grid, Focused(id, column)));
        }
        let at = output.focused.map(|(row, _)| row);
        outcome.picked = at
            .or(output.clicked_row)
            .or(output.current_row)
            .and_then(on);
        ui.add_space(S4);
        let button = ui.button(add_text::<T>());
        if output.past_end.is_some() {
            // Enter settles the last row; a second Enter adds one, so that no blank row comes unasked.
            button.request_focus();
            button.scroll_to_me(None);
        }
        if button.clicked() {
            self.add(page);
        }
        outcome
    }

    fn grid(
        &self,
        ui: &mut Ui,
        page: &mut PageContext<'_>,
        grid: EguiId,
    ) -> (GridOutput, Option<Id>) {
        let register = page.register();
        let records = self.scope.list(register);
        let facts = Facts::of(page, self.scope.partnership());
        let mut specs: Vec<ColumnSpec> = self.columns.iter().map(Column::spec).collect();
        specs.push(ColumnSpec::text("", Width::Exact(28.0)));
        let key = |row: usize| {
            let id = records.get(row).map(Record::id);
            EguiId::unique(id)
        };
        let name = |row: usize| {
            let record = records.get(row);
            record.map_or_else(String::new, |it| name_or_place(it, register, row))
        };
        let mut table = Grid::new(grid, self.name, &specs).row_key(&key).whole();
        if let Some(picked) = self.picked {
            let at = records.iter().position(|it| it.id() == picked);
            table = table.selectable(&name).selected(at);
        }
        let mut asked = None;
        let output = table.show(ui, records.len(), None, |at, column, cell| {
            let Some(record) = records.get(at) else {
                return;
            };
            let name = name(at);
            let Some(column) = self.columns.get(column) else {
                let said = format!("Delete {name}");
                let hint = format!("{said} (Ctrl+Delete)");
                if cell.button(Icon::Cross, &said, &hint).clicked() {
                    asked = Some(record.id());
                }
                return;
            };
            let row = Row {
                scope: self.scope,
                record,
                name: &name,
                facts: &facts,
            };
            fill(&row, column, cell, page);
        });
        (output, asked)
    }

    /// Sends the keyboard to the cell that somebody wants to see, if it is here.
    fn take_jump(&self, ui: &Ui, page: &mut PageContext<'_>, grid: EguiId) {
        let Some(jump) = page.view.jump else { return };
        let records = self.scope.list(page.register());
        let is_here = records.iter().any(|it| it.id() == jump.record);
        if !is_here || self.below.contains(&jump.field) {
            return;
        }
        let of_field = |it: &Column<T>| it.field() == Some(jump.field);
        let column = self.columns.iter().position(of_field).unwrap_or_default();
        focus(ui, grid, jump.record, column);
        page.view.jump = None;
    }

    /// Ctrl+Delete in a cell deletes its row.
    fn take_delete_key(&self, ui: &Ui, page: &PageContext<'_>, grid: EguiId) -> Option<Id> {
        let Focused(id, column) = ui.data(|data| data.get_temp(grid))?;
        let records = self.scope.list(page.register());
        let at = records.iter().position(|it| it.id() == id)?;
        let cell = cell_id(grid, EguiId::unique(Some(id)), column);
        let is_here = ui.memory(|memory| memory.has_focus(cell));
        if !is_here || !ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Delete)) {
            return None;
        }
        let below = records.get(at.saturating_add(1));
        let above = at.checked_sub(1).and_then(|at| records.get(at));
        if let Some(neighbour) = below.or(above) {
            focus(ui, grid, neighbour.id(), column);
        }
        Some(id)
    }

    /// Deletes a record; a partner, grade or pooled budget that is in use is not deleted, and named instead.
    fn delete(&self, page: &mut PageContext<'_>, id: Id) -> Option<Id> {
        let register = page.register();
        let can_be_named = matches!(T::KIND, Kind::Partner | Kind::Grade | Kind::Pool);
        if can_be_named && !uses(register, id).is_empty() {
            return Some(id);
        }
        let records = self.scope.list(register);
        if let Some(at) = records.iter().position(|it| it.id() == id)
            && let Some(record) = records.get(at)
        {
            let name = record.name(register);
            page.edit(self.scope.delete(id, &name));
        }
        None
    }

    fn add(&self, page: &mut PageContext<'_>) {
        let field = self.columns.first().and_then(Column::field);
        page.view.jump = Some(InputId {
            record: next_id::<T>(page.register()),
            field: field.unwrap_or_default(),
        });
        page.edit(self.scope.add_new());
    }
}

fn focus(ui: &Ui, grid: EguiId, record: Id, column: usize) {
    let cell = cell_id(grid, EguiId::unique(Some(record)), column);
    ui.memory_mut(|memory| memory.request_focus(cell));
    ui.ctx().request_repaint();
}

fn add_text<T: Record>() -> String {
    format!("Add {}", T::ONE)
}
