//! Where the keyboard can go from a cell, and the keys that leave a cell which is being typed in.

use eframe::egui::{Event, Key, Modifiers, Ui};

use crate::gui::widgets::draft::Mode;

/// Where the keyboard goes in a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Go {
    /// The cell above.
    Up,
    /// The cell below.
    Down,
    /// The cell to the left.
    Left,
    /// The cell to the right.
    Right,
    /// Enter: the row below, in the column where a run of Tabs began.
    Below,
    /// Shift and Enter: the row above.
    Above,
    /// Tab: the next cell that can be typed in, on to the next row.
    Next,
    /// Shift and Tab: the one before.
    Back,
    /// The first row.
    Top,
    /// The last row.
    Bottom,
    /// The first cell of the row.
    RowStart,
    /// The last cell of the row.
    RowEnd,
    /// The first cell of all.
    Start,
    /// The last cell of all.
    End,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
}

/// How the keyboard leaves a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Leave {
    /// Back to what was there.
    Restore,
    /// Settle, and stay if the text is not understood.
    Enter(Go),
    /// Go on in any case.
    Pass(Go),
}

/// What kind of place a typed cell stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Manner {
    /// A form: the keyboard in a field means that it is typed in.
    #[default]
    Form,
    /// A table: a cell can have the keyboard at rest, and the arrows move between cells.
    Table,
}

/// Takes the first key that leaves a cell out of the input, so that nothing else acts on it.
pub(crate) fn take_leave(ui: &Ui, manner: Manner, mode: Mode, has_list: bool) -> Option<Leave> {
    ui.input_mut(|input| {
        let found = input
            .events
            .iter()
            .enumerate()
            .find_map(|(at, event)| Some((at, leaving(event, manner, mode, has_list)?)));
        found.map(|(at, leave)| {
            input.events.remove(at);
            leave
        })
    })
}

/// What a key means to a cell that is typed in; arrows stay with the text once it was opened to be changed.
pub(crate) fn leaving(event: &Event, manner: Manner, mode: Mode, has_list: bool) -> Option<Leave> {
    let (key, modifiers) = pressed(event)?;
    let is_plain = modifiers.is_none();
    let is_table = manner == Manner::Table;
    let vertical = is_plain && !has_list && (!is_table || mode == Mode::Typing);
    let sideways = is_plain && !has_list && is_table && mode == Mode::Typing;
    match key {
        Key::Escape if is_plain => Some(Leave::Restore),
        Key::Enter if is_plain => Some(Leave::Enter(Go::Below)),
        Key::Enter if modifiers.shift_only() => Some(Leave::Enter(Go::Above)),
        Key::Tab if is_plain && is_table => Some(Leave::Pass(Go::Next)),
        Key::Tab if modifiers.shift_only() && is_table => Some(Leave::Pass(Go::Back)),
        Key::ArrowDown if vertical => Some(Leave::Pass(Go::Down)),
        Key::ArrowUp if vertical => Some(Leave::Pass(Go::Up)),
        Key::ArrowLeft if sideways => Some(Leave::Pass(Go::Left)),
        Key::ArrowRight if sideways => Some(Leave::Pass(Go::Right)),
        _ => None,
    }
}

/// Whether Shift is held while a button of the pointer goes down or up: that selects cells and changes none.
pub(crate) fn is_selecting(ui: &Ui) -> bool {
    ui.input(|input| {
        let with_shift = |event: &Event| {
            matches!(event, Event::PointerButton { modifiers, .. } if modifiers.shift)
        };
        input.modifiers.shift || input.events.iter().any(with_shift)
    })
}

/// The key of an event that presses one.
pub(crate) fn pressed(event: &Event) -> Option<(Key, Modifiers)> {
    match event {
        Event::Key {
            key,
            pressed: true,
            modifiers,
            ..
        } => Some((*key, *modifiers)),
        _ => None,
    }
}

/// Takes the key that opens a cell at rest to be changed: F2; for a cell with a list also Enter, and Alt with an arrow.
pub(crate) fn take_open(ui: &Ui, has_list: bool) -> bool {
    ui.input_mut(|input| {
        let opens = |key: Key, modifiers: Modifiers| match key {
            Key::F2 => modifiers.is_none(),
            Key::Enter => has_list && modifiers.is_none(),
            Key::ArrowDown | Key::ArrowUp => has_list && modifiers == Modifiers::ALT,
            _ => false,
        };
        let is_it = |event: &Event| pressed(event).is_some_and(|(key, with)| opens(key, with));
        let found = input.events.iter().position(is_it);
        found.map(|at| input.events.remove(at)).is_some()
    })
}
