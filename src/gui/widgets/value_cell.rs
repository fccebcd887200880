//! One typed quantity: money, time, a rate, a number; what counts as one is for the caller to say.

use eframe::egui::{Align2, Id, Rect, Ui};

use crate::gui::theme;
use crate::gui::widgets::draft;
use crate::gui::widgets::entry::{CellOutcome, Check, Entry};
use crate::gui::widgets::entry_paint::{allocate, line};

/// What a field has around its text: gaps, edges, the caret, and the sign of a query.
const AROUND_TEXT: f32 = 36.0;

/// A cell for a quantity, right-aligned.
pub struct ValueCell<'a> {
    pub(crate) entry: Entry<'a>,
    width: f32,
}

impl<'a> ValueCell<'a> {
    /// `name` is what a screen reader says, `shown` the text at rest, `edit` the text to type over.
    ///
    /// `check` is asked only about text that is not blank; a blank cell is a figure that is not known.
    pub fn new(name: &'a str, shown: &'a str, edit: &'a str, check: Check<'a>) -> Self {
        Self {
            entry: Entry {
                placeholder: "not known",
                align: Align2::RIGHT_CENTER,
                check: Some(check),
                ..Entry::new(name, shown, edit)
            },
            width: 120.0,
        }
    }

    /// What a blank cell says instead of `not known`.
    #[must_use]
    pub fn placeholder(mut self, text: &'a str) -> Self {
        self.entry.placeholder = text;
        self
    }

    /// The width outside a grid.
    #[must_use]
    pub fn width(mut self, points: f32) -> Self {
        self.width = points;
        self
    }

    /// An address that stays the same when the cell moves, to send the keyboard to it.
    #[must_use]
    pub fn id(mut self, id: Id) -> Self {
        self.entry.id = Some(id);
        self
    }

    /// Shows the cell where `ui` stands.
    pub fn show(self, ui: &mut Ui) -> CellOutcome {
        let rect = allocate(ui, self.width);
        let rect = match self.entry.id {
            Some(id) => room_for_text(ui, rect, id, self.entry.edit),
            None => rect,
        };
        self.show_in(ui, rect)
    }

    /// Shows the cell in `rect`.
    pub fn show_in(self, ui: &mut Ui, rect: Rect) -> CellOutcome {
        self.entry.show(ui, rect)
    }
}

/// While a quantity has the keyboard, it reaches over what stands to its left as far as its text needs: a range is wider
/// than the figure that its place is made for.
pub(crate) fn room_for_text(ui: &Ui, rect: Rect, id: Id, edit: &str) -> Rect {
    if !ui.memory(|memory| memory.has_focus(id)) {
        return rect;
    }
    let under_way = draft::text(ui.ctx(), id);
    let text = under_way.as_deref().unwrap_or(edit);
    let ink = theme::palette(ui).ink;
    let text = line(ui, text, theme::text_font(), ink, f32::INFINITY);
    let needed = text.size().x + AROUND_TEXT;
    let left = (rect.right() - needed).max(ui.clip_rect().left());
    rect.with_min_x(left.min(rect.left()))
}
