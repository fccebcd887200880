//! Several lines of words that are edited as one: a paragraph or more.

use eframe::egui::{Id, Key, Margin, TextEdit, Ui};

use crate::gui::widgets::draft::{Draft, Editing, forget, take_settling};
use crate::gui::widgets::entry::requested_text;

/// A field for paragraphs.
///
/// What is typed is given back once, when the keyboard leaves the field or a command settles it. Esc takes it back.
pub struct Prose<'a> {
    id: Id,
    name: &'a str,
    text: &'a str,
    hint: &'a str,
    rows: usize,
}

impl<'a> Prose<'a> {
    /// `name` is what a screen reader says, `text` what the field holds.
    pub fn new(id: Id, name: &'a str, text: &'a str) -> Self {
        Self {
            id,
            name,
            text,
            hint: "",
            rows: 3,
        }
    }

    /// What stands in the field while it is empty.
    #[must_use]
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// How many lines high it is at least.
    #[must_use]
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }

    /// Shows the field in the width that `ui` has; gives the new text when it is left.
    pub fn show(self, ui: &mut Ui) -> Option<String> {
        let id = self.id;
        let kept = ui.data(|data| data.get_temp::<Draft>(id));
        // What is being typed is kept when the words change below it.
        let kept = kept.filter(|it| it.from == self.text || (it.is_open && it.text != it.from));
        let mut draft = kept.unwrap_or_else(|| Draft::of(self.text));
        let is_settling = take_settling(ui.ctx(), id);
        let field = TextEdit::multiline(&mut draft.text)
            .id(id)
            .hint_text(self.hint)
            .desired_rows(self.rows)
            .desired_width(f32::INFINITY)
            .margin(Margin::symmetric(8, 8));
        let response = ui.add(field);
        ui.ctx()
            .accesskit_node_builder(id, |node| node.set_label(self.name));
        draft.is_open = response.has_focus();
        if draft.is_open {
            ui.data_mut(|data| data.insert_temp(Id::NULL, Editing(id)));
        }
        if let Some(text) = requested_text(ui, id) {
            draft.text = text;
            draft.is_open = false;
        }
        let is_escape = ui.input(|input| input.key_pressed(Key::Escape));
        if response.lost_focus() && is_escape {
            forget(ui.ctx(), id);
            return None;
        }
        if draft.is_open && !is_settling {
            ui.data_mut(|data| data.insert_temp(id, draft));
            return None;
        }
        forget(ui.ctx(), id);
        (draft.text != self.text).then_some(draft.text)
    }
}
