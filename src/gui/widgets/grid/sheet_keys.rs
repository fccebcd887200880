//! What a key means to a table whose cell is selected and not typed in; and which keys wait for the next frame.

use eframe::egui::{Event, Id, Key, Modifiers, Ui};

use crate::gui::widgets::draft::{Mode, Standing};
use crate::gui::widgets::entry_keys::{Go, Manner, leaving, pressed};
use crate::gui::widgets::grid::sheet::{Ask, CellKind};

/// What a key asks of a table.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Stroke {
    /// Move to another cell.
    Go(Go),
    /// Move the far corner of the range.
    Extend(Go),
    /// Select every cell.
    All,
    /// Select the whole rows of the range.
    Rows,
    /// Select the whole columns of the range.
    Columns,
    /// Open the menu of the cell.
    Menu,
    /// Back to one cell, or out of the table.
    Leave,
    /// Something that the page has to do.
    Ask(Ask),
}

/// Keys that came in one frame after a key that moves: they belong to the cell that it moves to.
#[derive(Clone, Default)]
struct Held(Vec<Event>);

/// The selected cell, as far as its keys depend on it.
#[derive(Clone, Copy)]
pub(crate) struct At {
    pub(crate) kind: CellKind,
    pub(crate) standing: Standing,
    pub(crate) is_single: bool,
}

/// Gives back what was held, where the table has lost the keyboard.
pub(crate) fn release(ui: &Ui, grid: Id) {
    let Some(Held(mut held)) = ui.data_mut(|data| data.remove_temp::<Held>(grid)) else {
        return;
    };
    ui.input_mut(|input| {
        held.append(&mut input.events);
        input.events = held;
    });
}

/// Takes the first key that means something to the table, and holds back what was pressed after it.
pub(crate) fn take_stroke(ui: &Ui, grid: Id, at: At) -> Option<Stroke> {
    release(ui, grid);
    let (stroke, held) = ui.input_mut(|input| split(&mut input.events, at));
    if !held.is_empty() {
        ui.data_mut(|data| data.insert_temp(grid, Held(held)));
        ui.ctx().request_repaint();
    }
    stroke
}

/// Cuts the keys of a frame behind the first that moves. Without it, what is typed after a Tab would go into the cell
/// before it wherever a frame takes longer than a finger.
fn split(events: &mut Vec<Event>, at: At) -> (Option<Stroke>, Vec<Event>) {
    let mut is_typed = at.standing.mode != Mode::Ready;
    let mut stroke = None;
    let mut keep = events.len();
    for (place, event) in events.iter().enumerate() {
        if is_typed {
            let has_list = at.kind == CellKind::List;
            let mode = match at.standing.mode {
                Mode::Ready => Mode::Typing,
                open => open,
            };
            if leaving(event, Manner::Table, mode, has_list).is_some() {
                let began_open = at.standing.mode != Mode::Ready;
                // A cell that is only now typed in hears its leaving key once it knows so.
                keep = if began_open {
                    place.saturating_add(1)
                } else {
                    place
                };
                break;
            }
        } else if let Some(found) = stroke_of(event, at) {
            stroke = Some((place, found));
            keep = place.saturating_add(1);
            break;
        } else if types(event) {
            is_typed = true;
        }
    }
    let after = events.split_off(keep);
    let (held, stay) = after.into_iter().partition(is_keyboard);
    events.extend::<Vec<Event>>(stay);
    let stroke = stroke.map(|(place, found)| {
        events.remove(place);
        found
    });
    (stroke, held)
}

fn is_keyboard(event: &Event) -> bool {
    matches!(
        event,
        Event::Key { .. }
            | Event::Text(_)
            | Event::Ime(_)
            | Event::Copy
            | Event::Cut
            | Event::Paste(_)
    )
}

/// Whether an event puts a cell under edit.
fn types(event: &Event) -> bool {
    match event {
        Event::Text(_) | Event::Ime(_) | Event::Paste(_) => true,
        _ => matches!(
            pressed(event),
            Some((Key::Backspace | Key::F2, Modifiers::NONE))
        ),
    }
}

const SHIFT_COMMAND: Modifiers = Modifiers {
    shift: true,
    ..Modifiers::COMMAND
};

/// What an event means while the cell is selected.
fn stroke_of(event: &Event, at: At) -> Option<Stroke> {
    match event {
        Event::Copy => return Some(Stroke::Ask(Ask::Copy)),
        Event::Cut => return Some(Stroke::Ask(Ask::Cut)),
        // One plain value for one cell is typed over it, so that its own check can answer.
        Event::Paste(text) if at.is_plain_paste(text) => return None,
        Event::Paste(text) => return Some(Stroke::Ask(Ask::Paste(text.clone()))),
        _ => {}
    }
    let (key, with) = pressed(event)?;
    if let Some(go) = moves(key, with, at) {
        return Some(go);
    }
    let is = |modifiers: Modifiers| with.matches_exact(modifiers);
    // A single cell with a list opens it by Alt and an arrow, as lists do everywhere.
    let opens_list = at.kind == CellKind::List && at.is_single;
    let ask = match key {
        Key::Escape if is(Modifiers::NONE) && !at.standing.is_refused => {
            return Some(Stroke::Leave);
        }
        Key::A if is(Modifiers::COMMAND) => return Some(Stroke::All),
        Key::Space if is(Modifiers::SHIFT) => return Some(Stroke::Rows),
        Key::Space if is(Modifiers::COMMAND) => return Some(Stroke::Columns),
        Key::F10 if is(Modifiers::SHIFT) => return Some(Stroke::Menu),
        Key::Menu if is(Modifiers::NONE) => return Some(Stroke::Menu),
        Key::Delete if is(Modifiers::NONE) => Ask::Clear,
        Key::Delete if is(Modifiers::COMMAND) => Ask::Delete,
        Key::D if is(Modifiers::COMMAND) => Ask::FillDown,
        Key::R if is(Modifiers::COMMAND) => Ask::FillRight,
        Key::D if is(SHIFT_COMMAND) => Ask::Duplicate,
        Key::Enter if is(Modifiers::COMMAND) => Ask::Insert,
        Key::ArrowUp if is(Modifiers::ALT) && !opens_list => Ask::MoveUp,
        Key::ArrowDown if is(Modifiers::ALT) && !opens_list => Ask::MoveDown,
        _ => return None,
    };
    Some(Stroke::Ask(ask))
}

/// The keys that move the cursor, or with Shift the far corner of the range.
fn moves(key: Key, with: Modifiers, at: At) -> Option<Stroke> {
    let opens = matches!(at.kind, CellKind::List | CellKind::Figure);
    let is_jump = with.command && !with.alt;
    if with.alt {
        return None;
    }
    match key {
        Key::Tab if with.is_none() => return Some(Stroke::Go(Go::Next)),
        Key::Tab if with.shift_only() => return Some(Stroke::Go(Go::Back)),
        Key::Enter if with.is_none() && !opens => return Some(Stroke::Go(Go::Below)),
        Key::Enter if with.shift_only() => return Some(Stroke::Go(Go::Above)),
        _ => {}
    }
    let go = match (key, is_jump) {
        (Key::ArrowUp, false) => Go::Up,
        (Key::ArrowDown, false) => Go::Down,
        (Key::ArrowLeft, false) => Go::Left,
        (Key::ArrowRight, false) => Go::Right,
        (Key::ArrowUp, true) => Go::Top,
        (Key::ArrowDown, true) => Go::Bottom,
        (Key::ArrowLeft, true) | (Key::Home, false) => Go::RowStart,
        (Key::ArrowRight, true) | (Key::End, false) => Go::RowEnd,
        (Key::Home, true) => Go::Start,
        (Key::End, true) => Go::End,
        (Key::PageUp, false) => Go::PageUp,
        (Key::PageDown, false) => Go::PageDown,
        _ => return None,
    };
    Some(if with.shift {
        Stroke::Extend(go)
    } else {
        Stroke::Go(go)
    })
}

impl At {
    fn is_plain_paste(self, text: &str) -> bool {
        let is_typed = matches!(self.kind, CellKind::Typed | CellKind::List);
        is_typed && self.is_single && !text.contains(['\t', '\n', '\r', '"'])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(key: Key, modifiers: Modifiers) -> Event {
        Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers,
        }
    }

    fn at(kind: CellKind, mode: Mode) -> At {
        At {
            kind,
            standing: Standing {
                mode,
                is_refused: false,
            },
            is_single: true,
        }
    }

    fn tab() -> Event {
        key(Key::Tab, Modifiers::NONE)
    }

    fn text(text: &str) -> Event {
        Event::Text(text.to_owned())
    }

    #[test]
    fn keys_of_one_frame_are_shared_out_between_the_cells_they_were_meant_for() {
        let ready = at(CellKind::Typed, Mode::Ready);
        let typing = at(CellKind::Typed, Mode::Typing);
        for (events, at, stroke, kept, held) in [
            // A cell at rest: the Tab moves, and what follows is for the next cell.
            (
                vec![tab(), text("4")],
                ready,
                Some(Stroke::Go(Go::Next)),
                vec![],
                vec![text("4")],
            ),
            // Typed first: the text is taken over now, the Tab in the next frame.
            (
                vec![text("3"), tab(), text("4")],
                ready,
                None,
                vec![text("3")],
                vec![tab(), text("4")],
            ),
            // Under edit: the cell itself hears the Tab.
            (
                vec![text("3"), tab(), text("4")],
                typing,
                None,
                vec![text("3"), tab()],
                vec![text("4")],
            ),
            (vec![text("3")], typing, None, vec![text("3")], vec![]),
            (
                vec![tab(), Event::PointerGone, tab()],
                ready,
                Some(Stroke::Go(Go::Next)),
                vec![Event::PointerGone],
                vec![tab()],
            ),
        ] {
            let mut left = events.clone();
            assert_eq!(split(&mut left, at), (stroke, held), "{events:?}");
            assert_eq!(left, kept, "{events:?}");
        }
    }

    #[test]
    fn a_key_means_what_it_means_in_a_spreadsheet() {
        let command = Modifiers::COMMAND;
        for (pressed, with, stroke) in [
            (Key::ArrowDown, Modifiers::NONE, Some(Stroke::Go(Go::Down))),
            (
                Key::ArrowDown,
                Modifiers::SHIFT,
                Some(Stroke::Extend(Go::Down)),
            ),
            (Key::ArrowDown, command, Some(Stroke::Go(Go::Bottom))),
            (
                Key::ArrowRight,
                SHIFT_COMMAND,
                Some(Stroke::Extend(Go::RowEnd)),
            ),
            (Key::ArrowUp, Modifiers::ALT, Some(Stroke::Ask(Ask::MoveUp))),
            (Key::Home, Modifiers::NONE, Some(Stroke::Go(Go::RowStart))),
            (Key::Home, command, Some(Stroke::Go(Go::Start))),
            (Key::Enter, Modifiers::NONE, Some(Stroke::Go(Go::Below))),
            (Key::Enter, Modifiers::SHIFT, Some(Stroke::Go(Go::Above))),
            (Key::Enter, command, Some(Stroke::Ask(Ask::Insert))),
            (Key::D, command, Some(Stroke::Ask(Ask::FillDown))),
            (Key::D, SHIFT_COMMAND, Some(Stroke::Ask(Ask::Duplicate))),
            (Key::Delete, Modifiers::NONE, Some(Stroke::Ask(Ask::Clear))),
            (Key::Delete, command, Some(Stroke::Ask(Ask::Delete))),
            (Key::Backspace, Modifiers::NONE, None),
            (Key::F2, Modifiers::NONE, None),
            (Key::D, Modifiers::NONE, None),
        ] {
            let at = at(CellKind::Typed, Mode::Ready);
            assert_eq!(
                stroke_of(&key(pressed, with), at),
                stroke,
                "{pressed:?} {with:?}"
            );
        }
    }

    #[test]
    fn a_cell_with_a_list_keeps_the_keys_that_open_it() {
        let list = at(CellKind::List, Mode::Ready);
        for (pressed, with) in [
            (Key::Enter, Modifiers::NONE),
            (Key::ArrowDown, Modifiers::ALT),
            (Key::F2, Modifiers::NONE),
        ] {
            assert_eq!(stroke_of(&key(pressed, with), list), None, "{pressed:?}");
        }
    }

    #[test]
    fn one_plain_value_is_typed_and_a_block_is_pasted() {
        let paste = |text: &str| Event::Paste(text.to_owned());
        let typed = at(CellKind::Typed, Mode::Ready);
        assert_eq!(stroke_of(&paste("£1,234.50"), typed), None);
        for block in ["1\t2", "1\n", "\"a\""] {
            let asked = Some(Stroke::Ask(Ask::Paste(block.to_owned())));
            assert_eq!(stroke_of(&paste(block), typed), asked, "{block:?}");
        }
        let flag = at(CellKind::Flag, Mode::Ready);
        assert!(stroke_of(&paste("yes"), flag).is_some());
    }
}
