//! One of a list in a table: typed like any other cell, with the names that fit in a list below it.

use eframe::egui::{Align2, Id, Rect, Ui};

use crate::gui::widgets::entry::{CellOutcome, Entry};
use crate::gui::widgets::entry_keys::Manner;
use crate::gui::widgets::entry_list::EntryList;
use crate::gui::widgets::matching::{Miss, find};

/// A cell that holds one of a list of names.
pub struct PickCell<'a> {
    pub(crate) entry: Entry<'a>,
    names: &'a dyn Fn() -> Vec<String>,
    noun: &'a str,
}

impl<'a> PickCell<'a> {
    /// `name` is what a screen reader says, `chosen` the name that the cell holds, `noun` what one is called.
    ///
    /// `names` is asked for only while somebody types.
    pub fn new(
        name: &'a str,
        chosen: &'a str,
        noun: &'a str,
        names: &'a dyn Fn() -> Vec<String>,
    ) -> Self {
        let mut entry = Entry::new(name, chosen, chosen);
        entry.manner = Manner::Table;
        entry.placeholder = "choose";
        entry.align = Align2::LEFT_CENTER;
        Self { entry, names, noun }
    }

    /// What the cell says before anything is chosen.
    #[must_use]
    pub fn placeholder(mut self, text: &'a str) -> Self {
        self.entry.placeholder = text;
        self
    }

    /// Shows the cell in `rect`, and says the place of a new choice among the names.
    pub(crate) fn show_in(self, ui: &mut Ui, id: Id, rect: Rect) -> (CellOutcome, Option<usize>) {
        let names = self.names;
        let noun = self.noun;
        let held = self.entry.edit;
        let check = move |text: &str| {
            // A cell that holds nothing may stay so; any other blank has to be one of the names.
            if text.is_empty() && held.is_empty() {
                return Ok(());
            }
            place(&names(), text, noun).map(drop)
        };
        let mut entry = self.entry;
        entry.id = Some(id);
        entry.check = Some(&check);
        entry.list = Some(EntryList { names });
        let outcome = entry.show(ui, rect);
        let typed = outcome.committed.as_deref();
        let typed = typed.and_then(|text| place(&names(), text, noun).ok());
        let chosen = outcome.picked.or(typed);
        (outcome, chosen)
    }
}

/// The place of the name that is meant; a blank means the line that takes a choice back, where there is one.
///
/// # Errors
/// That there is no such name, or several.
pub(crate) fn place(names: &[String], text: &str, noun: &str) -> Result<usize, String> {
    if text.trim().is_empty() {
        let none = names.iter().position(|it| it == NONE);
        return none.ok_or_else(|| format!("Choose a {noun}"));
    }
    find(names, text).map_err(|miss| match miss {
        Miss::Nothing => format!("No {noun} called {}", text.trim()),
        Miss::Several(n) => {
            format!("{n} begin with {}: type more of the {noun}", text.trim())
        }
    })
}

/// What takes a choice back.
pub(crate) const NONE: &str = "—";
