//! A cell as text and back: what goes on the clipboard can be pasted again, and what is pasted is read like typing.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;

use crate::gui::inputs::change::in_sentence;
use crate::gui::inputs::column::{Column, Content};
use crate::gui::inputs::facts::Facts;
use crate::gui::inputs::field::{Field, check_at};
use crate::gui::inputs::pick::Pick;
use crate::gui::inputs::quoted::today;
use crate::gui::inputs::record::Record;
use crate::gui::inputs::reference::{Options, Others};
use crate::gui::widgets::pick_cell::{NONE, place};
use crate::model::record_name::quantity_name;
use crate::model::register::Register;
use crate::units::id::{Id, InputId};

/// What a cell is to hold, ready to be put into its record.
pub(crate) enum Change<T: 'static> {
    /// Text that was understood; blank means not known.
    Text(fn(&mut T) -> &mut (dyn Field + 'static), String),
    /// The place of a choice.
    Choice(fn(&mut T) -> &mut (dyn Pick + 'static), usize),
    /// A partner or a grade.
    Reference(fn(&mut T) -> &mut Option<Id>, Option<Id>),
    /// Yes or no.
    Flag(fn(&mut T) -> &mut bool, bool),
}

impl<T> Change<T> {
    /// Puts it into a record.
    pub(crate) fn apply(&self, record: &mut T) {
        match self {
            Self::Text(get_mut, text) => get_mut(record).set(text),
            Self::Choice(get_mut, at) => get_mut(record).choose(*at),
            Self::Reference(get_mut, id) => *get_mut(record) = *id,
            Self::Flag(get_mut, is_on) => *get_mut(record) = *is_on,
        }
    }
}

/// What a cell holds, as text that reads back as the same. A figure is as it is shown.
pub(crate) fn text_of<T: Record>(column: &Column<T>, record: &T, facts: &Facts<'_>) -> String {
    match &column.content {
        Content::Figure(figure) => {
            let found = figure(facts, record).map(|it| it.text);
            found.unwrap_or_default()
        }
        Content::Quantity(of) => {
            let name = |(record, field)| quantity_name(facts.register, record, field);
            of(record).map(name).unwrap_or_default()
        }
        Content::Today(of) => {
            let today = |(record, field)| today(facts.register, record, field);
            of(record).map(today).unwrap_or_default()
        }
        _ => edit_text(column, record, facts.register),
    }
}

/// What a cell that is typed holds; blank where nothing is known or chosen.
pub(crate) fn edit_text<T: Record>(column: &Column<T>, record: &T, register: &Register) -> String {
    if column.why_closed(record).is_some() {
        return String::new();
    }
    match &column.content {
        Content::Typed(slot, _) => (slot.get)(record).edit_text(),
        Content::Choice(slot, _) => {
            let pick = (slot.get)(record);
            let chosen = pick.chosen().and_then(|at| pick.names().get(at).copied());
            chosen.unwrap_or_default().to_owned()
        }
        Content::Partner(slot, _) => Options::partner_name(register, *(slot.get)(record)),
        Content::Grade(slot, whose) => {
            Options::grade_name(register, *(slot.get)(record), whose(record))
        }
        Content::Other(slot, others, _) => others.name(register, *(slot.get)(record)),
        Content::Flag(slot) => if *(slot.get)(record) { "yes" } else { "no" }.to_owned(),
        Content::Quantity(_) | Content::Today(_) | Content::Figure(_) => String::new(),
    }
}

/// The same as another record holds.
pub(crate) fn copy_of<T: Record>(column: &Column<T>, record: &T) -> Option<Change<T>> {
    match &column.content {
        Content::Typed(slot, _) => {
            let text = (slot.get)(record).edit_text();
            Some(Change::Text(slot.get_mut, text))
        }
        Content::Choice(slot, _) => {
            // What takes a choice back stands first where there is such a line.
            let at = (slot.get)(record).chosen().unwrap_or_default();
            Some(Change::Choice(slot.get_mut, at))
        }
        Content::Partner(slot, _) | Content::Grade(slot, _) | Content::Other(slot, ..) => {
            Some(Change::Reference(slot.get_mut, *(slot.get)(record)))
        }
        Content::Flag(slot) => Some(Change::Flag(slot.get_mut, *(slot.get)(record))),
        Content::Quantity(_) | Content::Today(_) | Content::Figure(_) => None,
    }
}

/// Reads texts for many cells; the names to choose from are gathered once.
pub(crate) struct Reader<'r> {
    register: &'r Register,
    partners: OnceCell<Options>,
    grades: RefCell<BTreeMap<Option<Id>, Options>>,
    partnership: Option<Id>,
    others: RefCell<BTreeMap<Others, Options>>,
}

impl<'r> Reader<'r> {
    /// A reader of the names of a register, and of the lines of one of its partnerships.
    pub(crate) fn new(register: &'r Register, partnership: Option<Id>) -> Self {
        Self {
            register,
            partners: OnceCell::new(),
            grades: RefCell::default(),
            partnership,
            others: RefCell::default(),
        }
    }

    /// What a text means in a cell of `record`; nothing where the cell is worked out or has to keep what it holds.
    ///
    /// # Errors
    /// Why it is not understood.
    pub(crate) fn read<T: Record>(
        &self,
        column: &Column<T>,
        record: &T,
        text: &str,
    ) -> Result<Option<Change<T>>, String> {
        let text = clean(text);
        let noun = || in_sentence(column.title);
        match &column.content {
            Content::Typed(slot, _) => {
                if !text.is_empty() {
                    let at = InputId {
                        record: record.id(),
                        field: slot.field,
                    };
                    check_at((slot.get)(record), at, &text)?;
                    if let Some(allows) = column.allows {
                        allows(self.register, record, &text)?;
                    }
                }
                Ok(Some(Change::Text(slot.get_mut, text)))
            }
            Content::Choice(slot, _) => {
                let names = (slot.get)(record).names();
                if text.is_empty() && names.first() != Some(&NONE) {
                    return Ok(None);
                }
                let names: Vec<String> = names.into_iter().map(str::to_owned).collect();
                let at = place(&names, &text, &noun())?;
                Ok(Some(Change::Choice(slot.get_mut, at)))
            }
            Content::Partner(slot, _) => {
                let options = self
                    .partners
                    .get_or_init(|| Options::partners(self.register));
                let id = options.find(&text, &noun())?;
                Ok(Some(Change::Reference(slot.get_mut, id)))
            }
            Content::Grade(slot, whose) => {
                let whose = whose(record);
                let mut known = self.grades.borrow_mut();
                let options = known
                    .entry(whose)
                    .or_insert_with(|| Options::grades(self.register, whose));
                let id = options.find(&text, &noun())?;
                Ok(Some(Change::Reference(slot.get_mut, id)))
            }
            Content::Other(slot, others, _) => {
                let mut known = self.others.borrow_mut();
                let options = known
                    .entry(*others)
                    .or_insert_with(|| others.options(self.register, self.partnership));
                let id = options.find(&text, &noun())?;
                Ok(Some(Change::Reference(slot.get_mut, id)))
            }
            Content::Flag(slot) => Ok(Some(Change::Flag(slot.get_mut, yes_or_no(&text)?))),
            Content::Quantity(_) | Content::Today(_) | Content::Figure(_) => Ok(None),
        }
    }
}

/// Without blanks around it, be they breaking or not; line breaks inside become blanks; and without the apostrophe that
/// keeps a spreadsheet from taking words for a formula.
pub(crate) fn clean(text: &str) -> String {
    let is_blank =
        |letter: char| letter.is_whitespace() || letter == '\u{feff}' || letter == '\u{200b}';
    let text: String = text
        .trim_matches(is_blank)
        .chars()
        .map(|letter| if is_blank(letter) { ' ' } else { letter })
        .collect();
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(FORMULA) => rest.to_owned(),
        _ => text,
    }
}

/// The signs that a spreadsheet takes for the start of a formula.
pub(crate) const FORMULA: [char; 4] = ['=', '+', '-', '@'];

fn yes_or_no(text: &str) -> Result<bool, String> {
    match text.to_lowercase().as_str() {
        "yes" | "y" | "true" | "1" | "x" | "✓" | "✔" => Ok(true),
        "" | "no" | "n" | "false" | "0" | "✗" => Ok(false),
        _ => Err("Not yes or no".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_surrounds_a_pasted_value_is_taken_off() {
        for (text, left) in [
            (" £1,234.50 ", "£1,234.50"),
            ("\u{a0}20%\u{a0}", "20%"),
            ("two\nlines", "two lines"),
            ("\u{feff}Manager", "Manager"),
            ("'=SUM(A1)", "=SUM(A1)"),
            ("'twas", "'twas"),
            ("", ""),
        ] {
            assert_eq!(clean(text), left, "{text:?}");
        }
    }

    #[test]
    fn yes_and_no_are_read_as_spreadsheets_write_them() {
        for text in ["yes", "Y", "TRUE", "1", "x"] {
            assert_eq!(yes_or_no(text), Ok(true), "{text}");
        }
        for text in ["no", "N", "FALSE", "0", ""] {
            assert_eq!(yes_or_no(text), Ok(false), "{text}");
        }
        assert!(yes_or_no("maybe").is_err());
        assert!(yes_or_no("-").is_err());
    }
}
