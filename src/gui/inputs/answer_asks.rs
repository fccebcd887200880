//! What the user asks of the selected answers of the health check: the clipboard, filling, clearing; each one step.

use std::collections::BTreeMap;

use eframe::egui::{Context, Id as EguiId};

use crate::gui::inputs::answer_table::{Entry, Lead, TYPED, row_key};
use crate::gui::inputs::cell_text::{Change, FORMULA, Reader, clean, copy_of, edit_text, text_of};
use crate::gui::inputs::column::Column;
use crate::gui::inputs::facts::Facts;
use crate::gui::inputs::keyed::Keyed;
use crate::gui::inputs::tsv;
use crate::gui::page::PageContext;
use crate::gui::widgets::draft;
use crate::gui::widgets::grid::cell_id;
use crate::gui::widgets::grid::range::Range;
use crate::gui::widgets::grid::sheet::Ask;
use crate::model::health_answer::HealthAnswer;
use crate::model::register::Register;
use crate::session::action::Edit;
use crate::units::display;
use crate::units::id::Id;

/// The table with its rows.
pub(crate) struct Answers<'a> {
    pub(crate) partnership: Id,
    pub(crate) entries: &'a [Entry<'a>],
    pub(crate) leads: &'a [Lead],
    pub(crate) facts: &'a Facts<'a>,
    pub(crate) grid: EguiId,
}

impl Answers<'_> {
    /// Does what is asked. Rows stand for questions, so they neither come nor move; to delete one empties its answer.
    pub(crate) fn obey(&self, ctx: &Context, page: &mut PageContext<'_>, range: Range, ask: Ask) {
        match ask {
            Ask::Copy => self.copy(ctx, range),
            Ask::Cut => {
                self.copy(ctx, range);
                self.clear(ctx, page, range);
            }
            Ask::Clear => self.clear(ctx, page, range),
            Ask::Paste(text) => self.paste(ctx, page, range, &text),
            Ask::FillDown => self.fill_down(ctx, page, range),
            Ask::Delete => self.delete(page, range),
            Ask::FillRight
            | Ask::Insert
            | Ask::Duplicate
            | Ask::MoveUp
            | Ask::MoveDown
            | Ask::Sort
            | Ask::Menu(_)
            | Ask::TakeIntoScenario
            | Ask::Leave => {}
        }
    }

    fn typed(&self, column: usize) -> Option<&'static Column<HealthAnswer>> {
        TYPED.get(column.checked_sub(self.leads.len())?)
    }

    fn copy(&self, ctx: &Context, range: Range) {
        let text = |entry: &Entry<'_>, at: usize| {
            let text = if let Some(column) = self.typed(at) {
                text_of(column, &entry.record, self.facts)
            } else {
                let lead = self.leads.get(at);
                lead.map_or("", |it| entry.lead_text(*it)).to_owned()
            };
            // A spreadsheet must not run somebody's words as a formula.
            if text.starts_with(FORMULA) {
                format!("'{text}")
            } else {
                text
            }
        };
        let entries = range.rows().filter_map(|row| self.entries.get(row));
        let rows: Vec<Vec<String>> = entries
            .map(|it| range.columns().map(|at| text(it, at)).collect())
            .collect();
        ctx.copy_text(tsv::write(&rows));
    }

    fn clear(&self, ctx: &Context, page: &mut PageContext<'_>, range: Range) {
        let cells = range.rows().flat_map(|row| {
            range
                .columns()
                .map(move |column| (row, column, String::new()))
        });
        let n = range.n_rows();
        self.put(ctx, page, cells.collect(), format!("clear {}", answers(n)));
    }

    /// The rows of a clipboard from the first selected cell on; a single value goes into every selected cell.
    fn paste(&self, ctx: &Context, page: &mut PageContext<'_>, range: Range, text: &str) {
        let rows = tsv::parse(text);
        let cells: Vec<(usize, usize, String)> = match rows.as_slice() {
            [row] if row.len() == 1 => {
                let value = row.concat();
                let rows = range.rows();
                rows.flat_map(|row| range.columns().map(move |column| (row, column)))
                    .map(|(row, column)| (row, column, value.clone()))
                    .collect()
            }
            rows => {
                let (top, left) = (range.first.row, range.first.column);
                let rows = rows.iter().enumerate();
                rows.flat_map(|(n, row)| {
                    let row_at = top.saturating_add(n);
                    let cells = row.iter().enumerate();
                    cells.map(move |(m, text)| (row_at, left.saturating_add(m), text.clone()))
                })
                .collect()
            }
        };
        let n = rows.len().max(range.n_rows()).min(self.entries.len());
        self.put(ctx, page, cells, format!("paste {}", answers(n)));
    }

    /// Puts texts into cells as one step; what is not understood stays in its cell with the reason.
    fn put(
        &self,
        ctx: &Context,
        page: &mut PageContext<'_>,
        cells: Vec<(usize, usize, String)>,
        label: String,
    ) {
        let reader = Reader::new(self.facts.register, Some(self.partnership));
        let mut changes: BTreeMap<&'static str, Vec<Change<HealthAnswer>>> = BTreeMap::new();
        for (row, at, text) in cells {
            let (Some(entry), Some(column)) = (self.entries.get(row), self.typed(at)) else {
                continue;
            };
            let cell = cell_id(self.grid, row_key(entry.question), at);
            draft::forget(ctx, cell);
            match reader.read(column, &entry.record, &text) {
                Ok(Some(change)) => changes.entry(&entry.question.key).or_default().push(change),
                Ok(None) => {}
                Err(problem) => {
                    let from = edit_text(column, &entry.record, self.facts.register);
                    draft::refuse(ctx, cell, &from, &clean(&text), problem);
                }
            }
        }
        self.edit(page, label, changes);
    }

    /// The first selected row in all those below it; of one row, the row above in it.
    fn fill_down(&self, ctx: &Context, page: &mut PageContext<'_>, range: Range) {
        let source = match range.n_rows() {
            1 => range.first.row.checked_sub(1),
            _ => Some(range.first.row),
        };
        let Some((from, source)) = source.and_then(|at| Some((at, self.entries.get(at)?))) else {
            return;
        };
        let mut changes: BTreeMap<&'static str, Vec<Change<HealthAnswer>>> = BTreeMap::new();
        for row in range.rows().filter(|row| *row != from) {
            let Some(entry) = self.entries.get(row) else {
                continue;
            };
            for at in range.columns() {
                let change = self.typed(at).and_then(|it| copy_of(it, &source.record));
                draft::forget(ctx, cell_id(self.grid, row_key(entry.question), at));
                let all = changes.entry(&entry.question.key).or_default();
                all.extend(change);
            }
        }
        let label = format!("fill {} down", answers(range.n_rows()));
        self.edit(page, label, changes);
    }

    fn delete(&self, page: &mut PageContext<'_>, range: Range) {
        let entries = range.rows().filter_map(|row| self.entries.get(row));
        let answered = entries.filter(|it| it.line.record.is_some());
        let keys: Vec<&'static str> = answered.map(|it| it.question.key.as_str()).collect();
        if keys.is_empty() {
            return;
        }
        let partnership = self.partnership;
        let label = format!("delete {}", answers(keys.len()));
        page.edit(Edit::new(label, move |register: &mut Register| {
            for key in keys {
                let one = Keyed::answer(partnership, key).delete(String::new());
                (one.change)(register);
            }
        }));
    }

    fn edit(
        &self,
        page: &mut PageContext<'_>,
        label: String,
        changes: BTreeMap<&'static str, Vec<Change<HealthAnswer>>>,
    ) {
        if changes.values().all(Vec::is_empty) {
            return;
        }
        let partnership = self.partnership;
        page.edit(Edit::new(label, move |register: &mut Register| {
            for (key, changes) in changes {
                let keyed = Keyed::answer(partnership, key);
                let one = keyed.change(String::new(), move |answer| {
                    for change in &changes {
                        change.apply(answer);
                    }
                });
                (one.change)(register);
            }
        }));
    }
}

fn answers(n: usize) -> String {
    display::count(n, "answer", "answers")
}
