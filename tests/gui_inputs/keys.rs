//! What a hand does at the keyboard.

use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::Node;
use egui_kittest::kittest::Queryable as _;
use fruitful::session::action::Action;

use super::desk::Window;

pub(crate) fn field<'w>(window: &'w Window, name: &'w str) -> Node<'w> {
    window.get_by_role_and_label(Role::TextInput, name)
}

/// Goes to a field and types over what is there.
pub(crate) fn type_into(window: &mut Window, name: &str, text: &str) {
    field(window, name).focus();
    window.run();
    field(window, name).type_text(text);
    window.run();
}

/// The same, and leaves it with Tab.
pub(crate) fn enter(window: &mut Window, name: &str, text: &str) {
    type_into(window, name, text);
    press(window, Key::Tab);
}

/// Goes to a choice and steps through it until it says `wanted`; a choice that is typed is typed.
pub(crate) fn choose(window: &mut Window, name: &str, wanted: &str) {
    let Some(cell) = window.query_by_role_and_label(Role::ComboBox, name) else {
        return enter(window, name, wanted);
    };
    cell.focus();
    window.run();
    // A choice may name the record, and so the cell: the keyboard stays where it is.
    let says = |window: &Window| {
        let mut cells = window.query_all_by_role(Role::ComboBox);
        let cell = cells.find(|cell| cell.is_focused());
        cell.and_then(|cell| cell.value()).unwrap_or_default()
    };
    for key in [Key::ArrowDown, Key::ArrowUp] {
        for _ in 0..12 {
            if says(window) == wanted {
                return;
            }
            press(window, key);
        }
    }
    panic!("{name} never says {wanted}");
}

/// Goes to a button or a box and presses the space bar.
pub(crate) fn space(window: &mut Window, role: Role, name: &str) {
    window.get_by_role_and_label(role, name).focus();
    window.run();
    press(window, Key::Space);
}

pub(crate) fn press(window: &mut Window, key: Key) {
    window.key_press(key);
    window.run();
}

pub(crate) fn undo(window: &mut Window) {
    window.state_mut().session.apply(Action::Undo);
    window.run();
}

pub(crate) fn undo_label(window: &Window) -> Option<&str> {
    window.state().session.undo_label()
}
