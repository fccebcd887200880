//! One record as a form: a label, a field, and what to know about it, line by line.

use std::sync::Arc;

use eframe::egui::{Align, Id as EguiId, Label, Layout, Ui, Vec2};

use crate::gui::inputs::change::{edit_typed, in_sentence};
use crate::gui::inputs::column::Slot;
use crate::gui::inputs::evidence_mark::evidence_mark;
use crate::gui::inputs::field::{Field, check_at};
use crate::gui::inputs::pick::Pick;
use crate::gui::inputs::reference::Options;
use crate::gui::inputs::within;
use crate::gui::page::PageContext;
use crate::gui::theme::{self, S8, S24};
use crate::gui::widgets::choice_cell::ChoiceCell;
use crate::gui::widgets::flag_cell::FlagCell;
use crate::gui::widgets::text_cell::TextCell;
use crate::gui::widgets::value_cell::ValueCell;
use crate::model::benefit::Benefit;
use crate::model::between_meetings::BetweenMeetings;
use crate::model::direct_cost::CashLine;
use crate::model::grade::Grade;
use crate::model::in_kind::InKind;
use crate::model::indicator::Indicator;
use crate::model::meeting::Meeting;
use crate::model::partnership::Partnership;
use crate::model::post::Post;
use crate::model::register::Register;
use crate::model::secondment::Secondment;
use crate::model::settings::Settings;
use crate::model::snapshot::Snapshot;
use crate::session::action::Edit;
use crate::units::id::{Id, InputId, Kind};

/// The width of the labels.
const LABEL: f32 = 136.0;

/// The least width in which two parts with short notes stand side by side.
pub(crate) const TWO_SHORT: f32 = 640.0;
/// The least width in which two parts with long notes do.
pub(crate) const TWO_LONG: f32 = 880.0;

/// A record that stands alone in a form.
pub trait Subject: Sized + 'static {
    /// A change of the record of this id.
    fn edit(id: Id, label: String, change: impl FnOnce(&mut Self) + 'static) -> Edit;
}

impl Subject for Partnership {
    fn edit(id: Id, label: String, change: impl FnOnce(&mut Self) + 'static) -> Edit {
        Edit::partnership(id, label, change)
    }
}

impl Subject for Settings {
    fn edit(_id: Id, label: String, change: impl FnOnce(&mut Self) + 'static) -> Edit {
        Edit::new(label, move |register: &mut Register| {
            change(Arc::make_mut(&mut register.settings));
        })
    }
}

impl Subject for Grade {
    fn edit(id: Id, label: String, change: impl FnOnce(&mut Self) + 'static) -> Edit {
        Edit::new(label, move |register: &mut Register| {
            let grades = Arc::make_mut(&mut register.grades);
            if let Some(grade) = grades.iter_mut().find(|it| it.id == id) {
                change(grade);
            }
        })
    }
}

impl Subject for Snapshot {
    fn edit(id: Id, label: String, change: impl FnOnce(&mut Self) + 'static) -> Edit {
        Edit::new(label, move |register: &mut Register| {
            let snapshots = Arc::make_mut(&mut register.snapshots);
            if let Some(snapshot) = snapshots.iter_mut().find(|it| it.id == id) {
                change(snapshot);
            }
        })
    }
}

/// Records of a partnership, each found by its id.
macro_rules! within {
    ($($type:ident in $list:ident),*) => {$(
        impl Subject for $type {
            fn edit(id: Id, label: String, change: impl FnOnce(&mut Self) + 'static) -> Edit {
                Edit::new(label, move |register: &mut Register| {
                    let holds = |it: &Arc<Partnership>| it.$list.iter().any(|it| it.id == id);
                    if let Some(owner) = register.partnerships.iter_mut().find(|it| holds(it))
                        && let Some(found) = Arc::make_mut(owner).$list.iter_mut().find(|it| it.id == id)
                    {
                        change(found);
                    }
                })
            }
        }
    )*};
}

within! {
    Meeting in meetings,
    BetweenMeetings in between_meetings,
    Post in posts,
    Secondment in secondments,
    InKind in in_kind,
    Indicator in indicators
}

/// Records that a partnership or one of its options may hold.
macro_rules! anywhere_within {
    ($($type:ident: $get:path, $get_mut:path;)*) => {$(
        impl Subject for $type {
            fn edit(id: Id, label: String, change: impl FnOnce(&mut Self) + 'static) -> Edit {
                Edit::new(label, move |register: &mut Register| {
                    let holds = |it: &Arc<Partnership>| $get(it, id).is_some();
                    if let Some(owner) = register.partnerships.iter_mut().find(|it| holds(it))
                        && let Some(found) = $get_mut(Arc::make_mut(owner), id)
                    {
                        change(found);
                    }
                })
            }
        }
    )*};
}

anywhere_within! {
    CashLine: within::cash_line, within::cash_line_mut;
    Benefit: within::benefit, within::benefit_mut;
}

/// A form of one record.
pub struct Form<'f, T> {
    /// The record's id.
    pub id: Id,
    /// The record as it is now.
    pub value: &'f T,
    /// What Undo calls the record: `settings`, `Board`.
    pub name: String,
    /// The width of the fields.
    pub width: f32,
}

impl<T: Subject> Form<'_, T> {
    /// A line with a field for text; `blank` says what a blank means, `note` stands after it.
    pub fn typed(
        &self,
        ui: &mut Ui,
        page: &mut PageContext<'_>,
        title: &str,
        slot: &Slot<T, dyn Field>,
        (blank, note): (&str, &str),
    ) {
        let width = if (slot.get)(self.value).is_words() {
            self.width
        } else {
            120.0
        };
        line(ui, title, note, |ui| {
            self.field(ui, page, title, slot, (blank, width));
        });
    }

    /// A field for text without a label: the words around it say what it is, and `title` says it to a screen reader.
    pub(crate) fn field(
        &self,
        ui: &mut Ui,
        page: &mut PageContext<'_>,
        title: &str,
        slot: &Slot<T, dyn Field>,
        (blank, width): (&str, f32),
    ) {
        let value = (slot.get)(self.value);
        let id = self.take_jump(ui, page, slot.field);
        let shown = value.shown();
        let width = width.min(ui.available_width());
        let input = InputId {
            record: self.id,
            field: slot.field,
        };
        let outcome = if value.is_words() {
            let cell = TextCell::new(title, &shown).placeholder(blank).id(id);
            cell.width(width).show(ui)
        } else {
            let (edit, check) = (value.edit_text(), |text: &str| check_at(value, input, text));
            let cell = ValueCell::new(title, &shown, &edit, &check).id(id);
            cell.placeholder(blank).width(width).show(ui)
        };
        let get_mut = slot.get_mut;
        come_into_view(ui, id);
        evidence_mark(&outcome, value);
        edit_typed(page, outcome, input, |text| {
            let label = self.label(title, slot.field);
            T::edit(self.id, label, move |record| get_mut(record).set(&text))
        });
    }

    /// A line with a choice.
    pub fn choice(
        &self,
        ui: &mut Ui,
        page: &mut PageContext<'_>,
        title: &str,
        slot: &Slot<T, dyn Pick>,
        (blank, note): (&str, &str),
    ) {
        line(ui, title, note, |ui| {
            self.choose(ui, page, title, slot, blank);
        });
    }

    /// A choice without a label.
    pub(crate) fn choose(
        &self,
        ui: &mut Ui,
        page: &mut PageContext<'_>,
        title: &str,
        slot: &Slot<T, dyn Pick>,
        blank: &str,
    ) {
        let pick = (slot.get)(self.value);
        let names = pick.names();
        let id = self.take_jump(ui, page, slot.field);
        let cell = ChoiceCell::new(title, &names, pick.chosen()).placeholder(blank);
        let chosen = cell.id(id).width(200.0).show(ui).1;
        come_into_view(ui, id);
        if let Some(at) = chosen {
            let get_mut = slot.get_mut;
            let label = self.label(title, slot.field);
            let change = move |record: &mut T| get_mut(record).choose(at);
            page.edit(T::edit(self.id, label, change));
        }
    }

    /// A line with one of the register's records, such as a pooled budget.
    pub(crate) fn reference(
        &self,
        ui: &mut Ui,
        page: &mut PageContext<'_>,
        title: &str,
        slot: &Slot<T, Option<Id>>,
        options: &Options,
        (blank, note): (&str, &str),
    ) {
        let names = options.names();
        let chosen = options.place(*(slot.get)(self.value));
        let id = self.take_jump(ui, page, slot.field);
        let chosen = line(ui, title, note, |ui| {
            let cell = ChoiceCell::new(title, &names, chosen).placeholder(blank);
            cell.id(id).width(200.0).show(ui).1
        });
        come_into_view(ui, id);
        if let Some(at) = chosen {
            let (get_mut, chosen) = (slot.get_mut, options.at(at));
            let label = self.label(title, slot.field);
            let change = move |record: &mut T| *get_mut(record) = chosen;
            page.edit(T::edit(self.id, label, change));
        }
    }

    /// A line with a tick box, which has the words beside it.
    pub fn flag(
        &self,
        ui: &mut Ui,
        page: &mut PageContext<'_>,
        title: &str,
        slot: &Slot<T, bool>,
        words: &str,
    ) {
        line(ui, title, "", |ui| {
            self.tick(ui, page, title, slot, words);
        });
    }

    /// A tick box without a label.
    pub(crate) fn tick(
        &self,
        ui: &mut Ui,
        page: &mut PageContext<'_>,
        title: &str,
        slot: &Slot<T, bool>,
        words: &str,
    ) {
        let is_on = *(slot.get)(self.value);
        let id = self.take_jump(ui, page, slot.field);
        let changed = FlagCell::new(words, is_on).id(id).show(ui).1;
        come_into_view(ui, id);
        if let Some(is_on) = changed {
            let get_mut = slot.get_mut;
            let label = self.label(title, slot.field);
            let change = move |record: &mut T| *get_mut(record) = is_on;
            page.edit(T::edit(self.id, label, change));
        }
    }

    fn label(&self, title: &str, field: &str) -> String {
        if field == "name" {
            let one = match self.id.kind() {
                Kind::Snapshot => "snapshot",
                _ => "partnership",
            };
            return format!("change name of {one}");
        }
        format!("change {} of {}", in_sentence(title), self.name)
    }

    /// The address of a field; sends the keyboard there if somebody wants to see it.
    fn take_jump(&self, ui: &Ui, page: &mut PageContext<'_>, field: &'static str) -> EguiId {
        let input = InputId {
            record: self.id,
            field,
        };
        let id = EguiId::unique(input);
        if page.view.jump == Some(input) {
            page.view.jump = None;
            ui.memory_mut(|memory| memory.request_focus(id));
            ui.ctx().request_repaint();
        }
        id
    }
}

/// Scrolls the page to a field that the keyboard has just reached.
fn come_into_view(ui: &Ui, id: EguiId) {
    if let Some(field) = ui.ctx().read_response(id)
        && field.gained_focus()
    {
        field.scroll_to_me(None);
    }
}

/// A label, what stands beside it, and a note.
pub(crate) fn line<R>(
    ui: &mut Ui,
    title: &str,
    note: &str,
    contents: impl FnOnce(&mut Ui) -> R,
) -> R {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = S8;
        let size = Vec2::new(LABEL, 28.0);
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_size(size);
            ui.add(Label::new(theme::muted(title)).truncate());
        });
        let inner = contents(ui);
        if !note.is_empty() {
            ui.add(Label::new(theme::muted(note)).truncate());
        }
        inner
    })
    .inner
}

/// Two parts side by side where there is room, else one below the other.
pub(crate) fn side_by_side(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    least: f32,
    left: impl FnOnce(&mut Ui, &mut PageContext<'_>),
    right: impl FnOnce(&mut Ui, &mut PageContext<'_>),
) {
    split(ui, page, (least, 0.5), left, right);
}

/// The same, the left with its own part of the width.
pub(crate) fn split(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    (least, part): (f32, f32),
    left: impl FnOnce(&mut Ui, &mut PageContext<'_>),
    right: impl FnOnce(&mut Ui, &mut PageContext<'_>),
) {
    if ui.available_width() < least {
        ui.vertical(|ui| left(ui, page));
        ui.add_space(S8);
        ui.vertical(|ui| right(ui, page));
        return;
    }
    ui.horizontal_top(|ui| {
        let both = ui.available_width() - S24;
        let first = (both * part).floor();
        let second = (both - first).floor();
        ui.spacing_mut().item_spacing.x = S24;
        let layout = Layout::top_down(Align::Min);
        ui.allocate_ui_with_layout(Vec2::new(first, 0.0), layout, |ui| {
            ui.set_width(first);
            left(ui, page);
        });
        ui.allocate_ui_with_layout(Vec2::new(second, 0.0), layout, |ui| {
            ui.set_width(second);
            right(ui, page);
        });
    });
}
