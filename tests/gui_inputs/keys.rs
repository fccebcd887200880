//! What a hand does at the keyboard.

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key};
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

/// Goes to a choice of a form and steps through it until it says `wanted`.
pub(crate) fn choose(window: &mut Window, name: &str, wanted: &str) {
    window.get_by_role_and_label(Role::ComboBox, name).focus();
    window.run();
    for key in [Key::ArrowDown, Key::ArrowUp] {
        for _ in 0..12 {
            let cell = window.get_by_role_and_label(Role::ComboBox, name);
            if cell.value().as_deref() == Some(wanted) {
                return;
            }
            press(window, key);
        }
    }
    panic!("{name} never says {wanted}");
}

/// Goes to a choice of a table and types what it should say.
pub(crate) fn pick(window: &mut Window, name: &str, wanted: &str) {
    window.get_by_role_and_label(Role::ComboBox, name).focus();
    window.run();
    window.event(Event::Text(wanted.to_owned()));
    window.run();
    press(window, Key::Tab);
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
