//! Which row of a table the form below it is about.

use eframe::egui::{Context, Id as EguiId, Ui};

use crate::gui::inputs::record::Record;
use crate::gui::inputs::record_table::TableOutcome;
use crate::gui::page::PageContext;
use crate::units::id::Id;

/// The record picked last in the list of one owner.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Picked(Id);

/// The record that is picked, else the first. Somebody who wants to see a record, or one that it `holds`, picks it.
pub(crate) fn picked<'a, T: Record>(
    ui: &Ui,
    page: &PageContext<'_>,
    (owner, list): (Id, &'a [T]),
    holds: fn(&T, Id) -> bool,
) -> Option<&'a T> {
    let key = key::<T>(owner);
    if let Some(jump) = page.view.jump
        && let Some(wanted) = list
            .iter()
            .find(|it| it.id() == jump.record || holds(it, jump.record))
    {
        ui.data_mut(|data| data.insert_temp(key, Picked(wanted.id())));
    }
    let wanted = ui.data(|data| data.get_temp(key)).map(|Picked(id)| id);
    let found = list.iter().find(|it| Some(it.id()) == wanted);
    found.or(list.first())
}

/// The record picked last in the list of one owner, if any was.
pub(crate) fn last_picked<T: Record>(ctx: &Context, owner: Id) -> Option<Id> {
    ctx.data(|data| data.get_temp(key::<T>(owner)))
        .map(|Picked(id)| id)
}

/// Keeps in mind which row of the table is picked now.
pub(crate) fn pick<T: Record>(ui: &Ui, owner: Id, outcome: &TableOutcome) {
    let Some(id) = outcome.picked else { return };
    let before = ui.data_mut(|data| {
        let before = data.get_temp(key::<T>(owner));
        data.insert_temp(key::<T>(owner), Picked(id));
        before
    });
    if before != Some(Picked(id)) {
        ui.ctx().request_repaint();
    }
}

fn key<T: Record>(owner: Id) -> EguiId {
    EguiId::unique(("picked", T::KIND, owner))
}
