//! A line of a sentence: the words before a field, the field, and the words after it.

use eframe::egui::{Align, Label, Layout, Ui, Vec2};

use crate::gui::inputs::column::Slot;
use crate::gui::inputs::field::Field;
use crate::gui::inputs::form::{Form, Subject};
use crate::gui::inputs::pick::Pick;
use crate::gui::page::PageContext;
use crate::gui::theme::{self, S8};

/// The room for the words before a field.
const LEAD: f32 = 108.0;
/// The width of a field.
const FIELD: f32 = 96.0;
/// The room at the right end of a line, for what is left after its step.
const AFTER: f32 = 136.0;

/// A field with the words around it.
pub(crate) struct Factor<T: 'static> {
    /// What a screen reader calls it.
    pub(crate) title: &'static str,
    pub(crate) slot: Slot<T, dyn Field>,
    pub(crate) lead: &'static str,
    pub(crate) tail: String,
    /// What a blank means.
    pub(crate) blank: String,
    /// Whether it is used as things stand.
    pub(crate) applies: bool,
    /// Whether something is left after it: the line ends with room for that.
    pub(crate) is_step: bool,
    /// What is left after it, as the engine says; blank where there is nothing to say.
    pub(crate) left: String,
}

impl<T> Factor<T> {
    /// A factor that applies.
    pub(crate) fn new(
        title: &'static str,
        slot: Slot<T, dyn Field>,
        (lead, tail): (&'static str, &str),
        blank: &str,
    ) -> Self {
        Self {
            title,
            slot,
            lead,
            tail: tail.to_owned(),
            blank: blank.to_owned(),
            applies: true,
            is_step: false,
            left: String::new(),
        }
    }

    /// Where it does not apply, what stands in it is still shown: nothing is hidden.
    pub(crate) fn is_shown(&self, record: &T) -> bool {
        self.applies || !(self.slot.get)(record).shown().is_empty()
    }
}

/// Shows a line, if it says anything of its record.
pub(crate) fn factor<T: Subject>(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    form: &Form<'_, T>,
    it: &Factor<T>,
) {
    if !it.is_shown(form.value) {
        return;
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = S8;
        lead(ui, it.lead);
        form.field(ui, page, it.title, &it.slot, (&it.blank, FIELD));
        let after = if it.is_step { AFTER + S8 } else { 0.0 };
        let room = (ui.available_width() - after).max(0.0);
        let size = Vec2::new(room, 28.0);
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
            let tail = if it.applies {
                Label::new(it.tail.as_str())
            } else {
                Label::new(theme::muted(format!("{} (not used here)", it.tail)))
            };
            ui.set_min_size(size);
            ui.add(tail.truncate());
        });
        if !it.left.is_empty() {
            let size = Vec2::new(ui.available_width(), 28.0);
            ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
                ui.add(Label::new(theme::muted(it.left.as_str())).truncate());
            });
        }
    });
}

/// Shows a tick box in line with the fields, with the words beside it.
pub(crate) fn tick<T: Subject>(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    form: &Form<'_, T>,
    (title, slot, words): (&str, &Slot<T, bool>, &str),
) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = S8;
        lead(ui, "");
        form.tick(ui, page, title, slot, words);
    });
}

/// Shows a choice in line with the fields.
pub(crate) fn chosen<T: Subject>(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    form: &Form<'_, T>,
    (title, slot, blank): (&str, &Slot<T, dyn Pick>, &str),
) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = S8;
        lead(ui, title);
        form.choose(ui, page, title, slot, blank);
    });
}

/// The words before a field, at its left edge.
fn lead(ui: &mut Ui, text: &str) {
    let size = Vec2::new(LEAD, 28.0);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        ui.set_min_size(size);
        ui.add(Label::new(text).truncate());
    });
}
