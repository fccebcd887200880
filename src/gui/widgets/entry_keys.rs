//! The keys that leave a typed cell.

use eframe::egui::{Event, Key, Ui};

/// Where the keyboard goes after a cell is left by Enter or an arrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// The same column in the row below.
    Next,
    /// The same column in the row above.
    Previous,
}

/// How the keyboard left the cell.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Leave {
    /// Back to what was there.
    Restore,
    /// Settle, and stay if the text is not understood.
    Enter(Move),
    /// Go on in any case.
    Arrow(Move),
}

/// Takes the first key that leaves a cell out of the input, so that nothing else acts on it.
pub(crate) fn take_leave(ui: &Ui) -> Option<Leave> {
    ui.input_mut(|input| {
        let found = input
            .events
            .iter()
            .enumerate()
            .find_map(|(at, event)| Some((at, leaving(event)?)));
        found.map(|(at, leave)| {
            input.events.remove(at);
            leave
        })
    })
}

fn leaving(event: &Event) -> Option<Leave> {
    let Event::Key {
        key,
        pressed: true,
        modifiers,
        ..
    } = event
    else {
        return None;
    };
    match key {
        Key::Escape if modifiers.is_none() => Some(Leave::Restore),
        Key::Enter if modifiers.is_none() => Some(Leave::Enter(Move::Next)),
        Key::Enter if modifiers.shift_only() => Some(Leave::Enter(Move::Previous)),
        Key::ArrowDown if modifiers.is_none() => Some(Leave::Arrow(Move::Next)),
        Key::ArrowUp if modifiers.is_none() => Some(Leave::Arrow(Move::Previous)),
        _ => None,
    }
}
