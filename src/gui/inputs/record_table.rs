//! A table of records of one kind: a small spreadsheet with a cursor, ranges, a clipboard, and rows that come and go.

use eframe::egui::{Context, Id as EguiId, Ui};

use crate::gui::inputs::cell_text::edit_text;
use crate::gui::inputs::column::Column;
use crate::gui::inputs::facts::Facts;
use crate::gui::inputs::marks::Marks;
use crate::gui::inputs::order::Order;
use crate::gui::inputs::record::{Record, name_or_place};
use crate::gui::inputs::row::{Row, fill};
use crate::gui::inputs::scope::{Scope, next_id};
use crate::gui::inputs::signs::Signs;
use crate::gui::inputs::table_asks::Selected;
use crate::gui::inputs::table_bar::{queries_button, selection_text};
use crate::gui::inputs::table_menu::{self, About};
use crate::gui::inputs::teach::{Lesson, teach};
use crate::gui::page::PageContext;
use crate::gui::theme::S4;
use crate::gui::widgets::grid::column::{ColumnSpec, Width};
use crate::gui::widgets::grid::range::Range;
use crate::gui::widgets::grid::reach::PastEnd;
use crate::gui::widgets::grid::sheet::{Ask, refocus, select};
use crate::gui::widgets::grid::{Grid, GridOutput, GridTotal};
use crate::gui::widgets::icon::Icon;
use crate::units::id::{Id, InputId};

/// A table under construction.
pub struct RecordTable<'a, T: Record> {
    name: &'static str,
    scope: Scope<T>,
    columns: &'a [Column<T>],
    further: &'a [Column<T>],
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
            further: &[],
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

    /// Fields that stand in a form below the table: a pasted column finds them by its heading.
    #[must_use]
    pub fn further(mut self, columns: &'a [Column<T>]) -> Self {
        self.further = columns;
        self
    }

    /// Marks the row that is picked, for what stands below the table.
    #[must_use]
    pub fn picked(mut self, record: Option<Id>) -> Self {
        self.picked = record;
        self
    }

    /// Shows the table with its button to add a record.
    pub fn show(self, ui: &mut Ui, page: &mut PageContext<'_>) -> TableOutcome {
        let register = page.register();
        let records = self.scope.list(register);
        if records.is_empty() {
            if teach(ui, &self.lesson, &add_text::<T>()) {
                self.add(page);
            }
            return TableOutcome::default();
        }
        // Another register may use the same ids: what was typed into one must not turn up in the other.
        let grid = EguiId::unique((self.name, page.session.n_opened()));
        let ids = (grid, grid.with(self.scope.owner()));
        let order = Order::load(ui.ctx(), ids.1);
        let shown = order.apply(records);
        self.take_jump(ui.ctx(), page, grid);
        let on_screen: Vec<Id> = shown.iter().map(|it| it.id()).collect();
        if let Some((record, column)) = Marks::show(ui, ids, page, &on_screen) {
            let key = (EguiId::unique(Some(record)), column);
            select(ui.ctx(), grid, key, key);
        }
        let facts = Facts::of(page, self.scope.partnership());
        let signs = Signs::of(&facts, on_screen.iter().copied());
        let (output, cross) = self.grid(ui, page, (grid, &order, &shown), (&facts, &signs));
        let mut outcome = TableOutcome {
            picked: output
                .focused
                .and_then(|(row, _)| on_screen.get(row).copied()),
            refused: None,
        };
        if let Some(clicked) = output.sort_clicked {
            let next = order.after_click(clicked, self.columns, records, &facts);
            next.store(ui.ctx(), ids.1);
            ui.ctx().request_repaint();
        }
        let selected = |range: Range| Selected {
            name: self.name,
            scope: self.scope,
            columns: self.columns,
            further: self.further,
            shown: &shown,
            range,
            facts: &facts,
            ids,
        };
        let is_quantity = output
            .range
            .is_some_and(|range| selected(range).quantity().is_some());
        if let Some(row) = cross {
            let at = Range::row(row, self.columns.len());
            outcome.refused = selected(at).obey(ui.ctx(), page, Ask::Delete);
        }
        if let (Some(ask), Some(range)) = (self.asked(ui, &output, ids, is_quantity), output.range)
        {
            outcome.refused = selected(range).obey(ui.ctx(), page, ask);
        }
        self.bar(ui, page, &output, &signs);
        outcome
    }

    /// What is asked by key or by menu.
    fn asked(
        &self,
        ui: &Ui,
        output: &GridOutput,
        (grid, table): (EguiId, EguiId),
        is_quantity: bool,
    ) -> Option<Ask> {
        let mut asked = output.ask.clone();
        if let Some(Ask::Menu(at)) = asked {
            table_menu::open(ui.ctx(), table, at);
            asked = None;
        }
        let order = Order::load(ui.ctx(), table);
        let is_sorted = order.sort.is_some();
        let why_no_moves = is_sorted.then_some(
            "The rows are sorted. Click the sorted heading until they stand in the order of the file",
        );
        let was_open = table_menu::is_open(ui.ctx(), table);
        if !was_open {
            return asked;
        }
        let column = output.range.map(|range| range.first.column);
        let sort = order.next_text(column.unwrap_or_default(), self.columns);
        let about = About {
            sort: &sort,
            why_no_moves,
            is_quantity,
        };
        let chosen = table_menu::show(ui, table, about);
        if !table_menu::is_open(ui.ctx(), table) {
            refocus(ui.ctx(), grid);
        }
        chosen.or(asked)
    }

    /// The button that adds a record, and what is selected.
    fn bar(&self, ui: &mut Ui, page: &mut PageContext<'_>, output: &GridOutput, signs: &Signs<'_>) {
        ui.add_space(S4);
        ui.horizontal(|ui| {
            let button = ui.button(add_text::<T>());
            let wants_row = output.past_end == Some(PastEnd::Tab) && self.is_last_begun(page);
            let leaves = output.past_end.is_some() || output.ask == Some(Ask::Leave);
            if leaves && !wants_row {
                // Enter settles the last row; a second Enter adds one, so that no blank row comes unasked.
                button.request_focus();
                button.scroll_to_me(None);
            }
            if button.clicked() || wants_row {
                self.add(page);
            }
            queries_button(ui, page, (self.name, &signs.queries));
            selection_text(ui, output);
        });
    }

    fn grid(
        &self,
        ui: &mut Ui,
        page: &mut PageContext<'_>,
        (grid, order, shown): (EguiId, &Order, &[&T]),
        (facts, signs): (&Facts<'_>, &Signs<'_>),
    ) -> (GridOutput, Option<usize>) {
        let register = page.register();
        let mut specs: Vec<ColumnSpec> =
            self.columns.iter().map(|it| it.spec().sortable()).collect();
        specs.push(ColumnSpec::text("", Width::Exact(24.0)));
        let key = |row: usize| {
            let id = shown.get(row).map(|it| it.id());
            EguiId::unique(id)
        };
        let totals = self.totals(shown, facts);
        let picked = shown.iter().position(|it| Some(it.id()) == self.picked);
        let table = Grid::new(grid, self.name, &specs)
            .row_key(&key)
            .selected(picked)
            .sheet(self.columns.len())
            .totals(&totals)
            .whole();
        let mut asked = None;
        let output = table.show(ui, shown.len(), order.sort, |at, column, cell| {
            let Some(record) = shown.get(at).copied() else {
                return;
            };
            let name = name_or_place(record, register, at);
            let is_first = column == 0;
            let Some(column) = self.columns.get(column) else {
                let said = format!("Delete {name}");
                let hint = format!("{said} (Ctrl+Delete)");
                if cell.button(Icon::Cross, &said, &hint).clicked() {
                    asked = Some(at);
                }
                return;
            };
            let row = Row {
                scope: self.scope,
                record,
                name: &name,
                facts,
            };
            cell.query = signs.of_cell(record.id(), column.field(), is_first);
            fill(&row, column, cell, page);
        });
        (output, asked)
    }

    /// What the columns of figures come to, where there is more than one row.
    fn totals(&self, shown: &[&T], facts: &Facts<'_>) -> Vec<Option<GridTotal>> {
        let has_total = self.columns.iter().any(|it| it.total.is_some());
        let Some(detail) = facts.detail.filter(|_| has_total && shown.len() > 1) else {
            return Vec::new();
        };
        let together = detail.together(shown.iter().map(|it| it.id()));
        let total = |it: &Column<T>| it.total.and_then(|total| total(facts, &together));
        self.columns.iter().map(total).collect()
    }

    /// Sends the keyboard to the cell that somebody wants to see, if it is here.
    fn take_jump(&self, ctx: &Context, page: &mut PageContext<'_>, grid: EguiId) {
        let Some(jump) = page.view.jump else { return };
        let records = self.scope.list(page.register());
        let is_here = records.iter().any(|it| it.id() == jump.record);
        if !is_here || self.below.contains(&jump.field) {
            return;
        }
        let of_field = |it: &Column<T>| it.field() == Some(jump.field);
        let column = self.columns.iter().position(of_field).unwrap_or_default();
        let key = (EguiId::unique(Some(jump.record)), column);
        select(ctx, grid, key, key);
        page.view.jump = None;
    }

    /// Whether the last record holds anything that a new one does not.
    fn is_last_begun(&self, page: &PageContext<'_>) -> bool {
        let register = page.register();
        let Some(last) = self.scope.list(register).last() else {
            return false;
        };
        let fresh = T::fresh(last.id());
        let differs =
            |it: &Column<T>| edit_text(it, last, register) != edit_text(it, &fresh, register);
        self.columns.iter().any(differs)
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

fn add_text<T: Record>() -> String {
    format!("Add {}", T::ONE)
}
