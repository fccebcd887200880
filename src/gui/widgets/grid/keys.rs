//! The keyboard of a list of rows: one tab stop, the arrows move, Enter opens.

use eframe::egui::accesskit::Role;
use eframe::egui::{EventFilter, Id, Key, Modifiers, Rect, Response, Sense, Ui};

/// The row that the keyboard is on, kept between frames.
#[derive(Clone, Copy, Default)]
pub(crate) struct Current(pub(crate) usize);

/// What the keyboard asked of the rows in this frame.
#[derive(Default)]
pub(crate) struct RowKeys {
    /// The row to ring, while the rows have the keyboard.
    pub(crate) ringed: Option<usize>,
    /// The row to bring into view.
    pub(crate) reached: Option<usize>,
    /// The row to open.
    pub(crate) opened: Option<usize>,
}

/// Makes the rows in `rect` one tab stop and reads their keys.
pub(crate) fn row_keys(
    ui: &Ui,
    id: Id,
    rect: Rect,
    n_rows: usize,
    page: usize,
    start: usize,
) -> (Response, RowKeys) {
    let response = ui.interact(rect, id, Sense::focusable_noninteractive());
    let mut keys = RowKeys::default();
    let Some(last) = n_rows.checked_sub(1) else {
        return (response, keys);
    };
    if !response.has_focus() {
        return (response, keys);
    }
    let filter = EventFilter {
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let before = current(ui, id).unwrap_or(start).min(last);
    let mut at = before;
    ui.input_mut(|input| {
        let mut hit = |key| input.consume_key(Modifiers::NONE, key);
        if hit(Key::ArrowDown) {
            at = at.saturating_add(1);
        }
        if hit(Key::ArrowUp) {
            at = at.saturating_sub(1);
        }
        if hit(Key::PageDown) {
            at = at.saturating_add(page);
        }
        if hit(Key::PageUp) {
            at = at.saturating_sub(page);
        }
        if hit(Key::Home) {
            at = 0;
        }
        if hit(Key::End) {
            at = last;
        }
        if hit(Key::Enter) || hit(Key::Space) {
            keys.opened = Some(at.min(last));
        }
    });
    at = at.min(last);
    set_current(ui, id, at);
    keys.ringed = Some(at);
    keys.reached = (at != before || response.gained_focus()).then_some(at);
    (response, keys)
}

/// The row that the keyboard was last on.
pub(crate) fn current(ui: &Ui, id: Id) -> Option<usize> {
    ui.data(|data| data.get_temp::<Current>(id))
        .map(|Current(row)| row)
}

/// Puts the keyboard's row at `row`.
pub(crate) fn set_current(ui: &Ui, id: Id, row: usize) {
    ui.data_mut(|data| data.insert_temp(id, Current(row)));
}

/// Tells assistive technology what the rows are and which of them the keyboard is on.
pub(crate) fn describe_rows(ui: &Ui, id: Id, name: &str, ringed: Option<Id>) {
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(Role::RowGroup);
        node.set_label(name);
        node.set_description("Arrow keys move between rows, Enter opens one");
        if let Some(row) = ringed {
            node.set_active_descendant(row.accesskit_id());
        }
    });
}
