//! One typed line of words: names, roles, notes; the manners of a quantity's cell, aligned left.

use eframe::egui::{Id, Rect, Ui};

use crate::gui::widgets::entry::{CellOutcome, Check, Entry};
use crate::gui::widgets::entry_paint::allocate;

/// A cell for a line of words.
pub struct TextCell<'a> {
    pub(crate) entry: Entry<'a>,
    width: f32,
}

impl<'a> TextCell<'a> {
    /// `name` is what a screen reader says, `text` what the cell holds.
    pub fn new(name: &'a str, text: &'a str) -> Self {
        Self {
            entry: Entry::new(name, text, text),
            width: 240.0,
        }
    }

    /// Refuses texts that `check` gives a reason against.
    #[must_use]
    pub fn check(mut self, check: Check<'a>) -> Self {
        self.entry.check = Some(check);
        self
    }

    /// What a blank cell says.
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
        self.show_in(ui, rect)
    }

    /// Shows the cell in `rect`.
    pub fn show_in(self, ui: &mut Ui, rect: Rect) -> CellOutcome {
        self.entry.show(ui, rect)
    }
}
