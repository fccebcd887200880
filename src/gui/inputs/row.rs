//! One cell of a table of records: what it shows, and the edit that comes of it.

use crate::gui::inputs::cell_text::edit_text;
use crate::gui::inputs::change::{edit_typed, in_sentence, label};
use crate::gui::inputs::column::{Apart, Column, Content, Quoted, Slot};
use crate::gui::inputs::evidence_mark::evidence_mark;
use crate::gui::inputs::facts::Facts;
use crate::gui::inputs::field::{Field, check_at};
use crate::gui::inputs::pick::Pick;
use crate::gui::inputs::place::show_input;
use crate::gui::inputs::quoted::{focus_finder, quoted};
use crate::gui::inputs::record::Record;
use crate::gui::inputs::reference::Options;
use crate::gui::inputs::scope::Scope;
use crate::gui::page::PageContext;
use crate::gui::widgets::flag_cell::FlagCell;
use crate::gui::widgets::grid::cell_ui::CellUi;
use crate::gui::widgets::pick_cell::PickCell;
use crate::gui::widgets::text_cell::TextCell;
use crate::gui::widgets::value_cell::ValueCell;
use crate::units::id::{Id, InputId};

/// A record in its row.
pub(crate) struct Row<'r, T: Record> {
    pub(crate) scope: Scope<T>,
    pub(crate) record: &'r T,
    pub(crate) name: &'r str,
    pub(crate) facts: &'r Facts<'r>,
}

/// Shows the cell of `column`, and asks for what the user did in it.
pub(crate) fn fill<T: Record>(
    row: &Row<'_, T>,
    column: &Column<T>,
    cell: &mut CellUi<'_>,
    page: &mut PageContext<'_>,
) {
    let said = format!("{}, {}", column.title, row.name);
    let apart = column.apart_of(row.record);
    if let Apart::Instead(reason) = apart {
        cell.muted(reason).on_hover_text(reason);
        return;
    }
    let or_usual = |usual: &'static str| match apart {
        Apart::Blank(blank) => blank,
        _ => usual,
    };
    match &column.content {
        Content::Typed(slot, usual) => {
            let blank = or_usual(usual);
            row.typed(column, slot, (&said, blank), cell, page);
        }
        Content::Choice(slot, usual) => {
            let blank = or_usual(usual);
            row.choice(column, slot, (&said, blank), cell, page);
        }
        Content::Partner(slot, usual) => {
            let blank = or_usual(usual);
            let list = || Options::partners(row.facts.register);
            row.reference(column, slot, (&said, blank, &list), cell, page);
        }
        Content::Grade(slot, whose) => {
            let list = || Options::grades(row.facts.register, whose(row.record));
            row.reference(column, slot, (&said, "choose", &list), cell, page);
        }
        Content::Other(slot, others, usual) => {
            let blank = or_usual(usual);
            let list = || others.options(row.facts.register, row.facts.partnership);
            row.reference(column, slot, (&said, blank, &list), cell, page);
        }
        Content::Flag(slot) => row.flag(column, slot, &said, cell, page),
        Content::Quantity(of) => row.quantity(*of, &said, cell, page),
        Content::Today(of) => {
            let today = of(row.record).map(|(record, field)| {
                quoted(cell.ui.ctx(), page.session, record, field)
                    .today
                    .clone()
            });
            cell.muted(today.as_deref().unwrap_or_default());
        }
        Content::Figure(figure) => match figure(row.facts, row.record) {
            Some(figure) => {
                let said = format!("{said} {}, show basis", figure.said);
                if cell.figure(&figure.text, &said).clicked() {
                    page.explain(figure.figure);
                }
            }
            None => drop(cell.muted("")),
        },
    }
}

impl<T: Record> Row<'_, T> {
    fn label(&self, column: &Column<T>, field: &str) -> String {
        label(column.title, T::ONE, self.name, field)
    }

    fn typed(
        &self,
        column: &Column<T>,
        slot: &Slot<T, dyn Field>,
        (said, blank): (&str, &str),
        cell: &mut CellUi<'_>,
        page: &mut PageContext<'_>,
    ) {
        let value = (slot.get)(self.record);
        let shown = value.shown();
        let (id, get_mut) = (self.record.id(), slot.get_mut);
        let input = InputId {
            record: id,
            field: slot.field,
        };
        let check = |text: &str| {
            check_at(value, input, text)?;
            let allows = column.allows;
            allows.map_or(Ok(()), |it| it(self.facts.register, self.record, text))
        };
        let outcome = if value.is_words() {
            let words = TextCell::new(said, &shown).placeholder(blank);
            cell.words(words.check(&check))
        } else {
            let edit = value.edit_text();
            cell.value(ValueCell::new(said, &shown, &edit, &check).placeholder(blank))
        };
        evidence_mark(&outcome, value);
        edit_typed(page, outcome, input, |text| {
            let label = self.label(column, slot.field);
            self.scope
                .change(label, id, move |record| get_mut(record).set(&text))
        });
    }

    /// The name of a quantity; a click goes to its cell, and where none is chosen to where one is found.
    fn quantity(
        &self,
        of: Quoted<T>,
        said: &str,
        cell: &mut CellUi<'_>,
        page: &mut PageContext<'_>,
    ) {
        let Some((record, field)) = of(self.record) else {
            if cell
                .figure("choose below", &format!("{said}, choose below"))
                .clicked()
            {
                focus_finder(cell.ui.ctx());
            }
            return;
        };
        let found = quoted(cell.ui.ctx(), page.session, record, field);
        let said = format!("{said}, {}, go there", found.name);
        let response = cell.figure(&found.name, &said);
        if response.clicked()
            && let Some(at) = found.at
        {
            show_input(page.view, page.register(), at);
        }
    }

    fn choice(
        &self,
        column: &Column<T>,
        slot: &Slot<T, dyn Pick>,
        (said, blank): (&str, &str),
        cell: &mut CellUi<'_>,
        page: &mut PageContext<'_>,
    ) {
        let pick = (slot.get)(self.record);
        let names = pick.names();
        let chosen = pick.chosen().and_then(|at| names.get(at));
        let all = || names.iter().map(|it| (*it).to_owned()).collect();
        let noun = in_sentence(column.title);
        let chosen_name = chosen.copied().unwrap_or_default();
        let choice = PickCell::new(said, chosen_name, &noun, &all).placeholder(blank);
        if let Some(at) = cell.pick(choice).filter(|at| Some(*at) != pick.chosen()) {
            let get_mut = slot.get_mut;
            let label = self.label(column, slot.field);
            let change = move |record: &mut T| get_mut(record).choose(at);
            page.edit(self.scope.change(label, self.record.id(), change));
        }
    }

    fn reference(
        &self,
        column: &Column<T>,
        slot: &Slot<T, Option<Id>>,
        (said, blank, list): (&str, &str, &dyn Fn() -> Options),
        cell: &mut CellUi<'_>,
        page: &mut PageContext<'_>,
    ) {
        let chosen = *(slot.get)(self.record);
        let name = edit_text(column, self.record, self.facts.register);
        let names = || list().into_names();
        let noun = in_sentence(column.title);
        let choice = PickCell::new(said, &name, &noun, &names).placeholder(blank);
        if let Some(at) = cell.pick(choice) {
            let (get_mut, id) = (slot.get_mut, list().at(at));
            if id == chosen {
                return;
            }
            let label = self.label(column, slot.field);
            let change = move |record: &mut T| *get_mut(record) = id;
            page.edit(self.scope.change(label, self.record.id(), change));
        }
    }

    fn flag(
        &self,
        column: &Column<T>,
        slot: &Slot<T, bool>,
        said: &str,
        cell: &mut CellUi<'_>,
        page: &mut PageContext<'_>,
    ) {
        let is_on = *(slot.get)(self.record);
        if let (_, Some(is_on)) = cell.flag(FlagCell::new(said, is_on)) {
            let get_mut = slot.get_mut;
            let label = self.label(column, slot.field);
            let change = move |record: &mut T| *get_mut(record) = is_on;
            page.edit(self.scope.change(label, self.record.id(), change));
        }
    }
}
