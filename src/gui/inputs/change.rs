//! From what happened in a cell to the edits that are asked for, and the words that Undo shows.

use crate::gui::page::PageContext;
use crate::gui::widgets::entry::CellOutcome;
use crate::session::action::Edit;
use crate::units::id::InputId;

/// `change length of Board`. The name of a record is left out while it is the name itself that changes.
pub(crate) fn label(title: &str, one: &str, name: &str, field: &str) -> String {
    let title = in_sentence(title);
    if field == "name" {
        format!("change name of {one}")
    } else {
        format!("change {title} of {name}")
    }
}

/// A title inside a sentence: `Length` reads `length`, `FTE` stays.
pub(crate) fn in_sentence(title: &str) -> String {
    let mut letters = title.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            let rest = title.chars().skip(1);
            first.to_lowercase().chain(rest).collect()
        }
        _ => title.to_owned(),
    }
}

/// Asks for the edits of a typed cell: one while typing goes on, which results follow; one when it is left.
pub(crate) fn edit_typed(
    page: &mut PageContext<'_>,
    outcome: CellOutcome,
    input: InputId,
    edit: impl Fn(String) -> Edit,
) {
    if outcome.response.has_focus() {
        page.view.note_cell(input);
    }
    if let Some(text) = outcome.typed {
        page.edit(edit(text).while_typing(input));
    }
    if let Some(text) = outcome.committed {
        page.edit(edit(text));
    }
}
