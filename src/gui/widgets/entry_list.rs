//! The list that a cell opens below itself while somebody types one of its names.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align2, Id, Key, Modifiers, Popup, PopupAnchor, PopupKind, Rect, RectAlign, ScrollArea, Sense,
    Ui, Vec2, WidgetInfo,
};

use crate::gui::theme::{self, S8};
use crate::gui::widgets::draft::Draft;
use crate::gui::widgets::entry_paint::{Sign, paint_text};
use crate::gui::widgets::matching::{find, hits};

/// The height of a line.
const LINE: f32 = 26.0;
/// Lines in view at once.
const N_IN_VIEW: f32 = 8.0;

/// The names that a cell can hold, asked for only while they are needed.
#[derive(Clone, Copy)]
pub(crate) struct EntryList<'a> {
    pub(crate) names: &'a dyn Fn() -> Vec<String>,
}

/// The list of a cell that is typed in.
pub(crate) struct OpenList {
    names: Vec<String>,
}

impl OpenList {
    /// The list with its names.
    pub(crate) fn of(list: EntryList<'_>) -> Self {
        Self {
            names: (list.names)(),
        }
    }

    /// The place of the line with this text.
    pub(crate) fn place(&self, text: &str) -> Option<usize> {
        find(&self.names, text).ok()
    }

    /// The line that Enter would take, as a place among the names.
    pub(crate) fn marked(&self, draft: &Draft) -> Option<usize> {
        self.hits(draft).get(draft.marked?).copied()
    }

    /// Moves the mark by Up and Down.
    pub(crate) fn hear_arrows(&self, ui: &Ui, draft: &mut Draft) {
        let n = self.hits(draft).len();
        let Some(last) = n.checked_sub(1) else {
            return;
        };
        let at = draft.marked.or_else(|| self.held(draft));
        ui.input_mut(|input| {
            if input.consume_key(Modifiers::NONE, Key::ArrowDown) {
                draft.marked = Some(at.map_or(0, |at| at.saturating_add(1)).min(last));
            }
            if input.consume_key(Modifiers::NONE, Key::ArrowUp) {
                draft.marked = Some(at.map_or(last, |at| at.saturating_sub(1)));
            }
        });
    }

    /// Shows the lines that the text leaves; says which of the names was clicked.
    pub(crate) fn show(
        &self,
        ui: &Ui,
        cell: Rect,
        (id, name): (Id, &str),
        draft: &Draft,
    ) -> Option<usize> {
        let hits = self.hits(draft);
        if hits.is_empty() {
            return None;
        }
        let width = cell.width().max(180.0);
        let shown = Popup::new(
            id.with("list"),
            ui.ctx().clone(),
            PopupAnchor::ParentRect(cell),
            ui.layer_id(),
        )
        .kind(PopupKind::Popup)
        .align(RectAlign::BOTTOM_START)
        .width(width)
        .accessible_name(name)
        .show(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ScrollArea::vertical()
                .max_height(LINE * N_IN_VIEW)
                .show(ui, |ui| {
                    let mut picked = None;
                    for (line, &at) in hits.iter().enumerate() {
                        let is_marked = draft.marked == Some(line);
                        let text = self.names.get(at).map_or("", String::as_str);
                        if self::line(ui, id.with(("line", at)), (width, text), is_marked) {
                            picked = Some(at);
                        }
                    }
                    picked
                })
                .inner
        });
        if let Some(line) = draft.marked.and_then(|at| hits.get(at)) {
            let line = id.with(("line", *line));
            ui.ctx().accesskit_node_builder(id, |node| {
                node.set_expanded(true);
                node.set_active_descendant(line.accesskit_id());
            });
        }
        shown.and_then(|it| it.inner)
    }

    /// The line of the name that the cell holds, while nothing else is typed.
    fn held(&self, draft: &Draft) -> Option<usize> {
        let is_untouched = draft.text == draft.from && !draft.text.is_empty();
        is_untouched
            .then(|| self.names.iter().position(|it| *it == draft.text))
            .flatten()
    }

    /// The names that the text leaves; all of them until something is typed.
    fn hits(&self, draft: &Draft) -> Vec<usize> {
        if draft.text == draft.from {
            return (0..self.names.len()).collect();
        }
        hits(&self.names, &draft.text)
    }
}

/// One line; taken when the pointer goes down on it, before the cell loses the keyboard to that.
fn line(ui: &mut Ui, id: Id, (width, text): (f32, &str), is_marked: bool) -> bool {
    let size = Vec2::new(width.max(ui.available_width()), LINE);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let response = ui.interact(rect, id, Sense::CLICK);
    let palette = theme::palette(ui);
    if is_marked {
        ui.painter().rect_filled(rect, 3.0, palette.selection);
        // Only as far as it takes: the list must not jump while the pointer is on it.
        let seen = ui.clip_rect();
        if !seen.contains_rect(rect.shrink(2.0)) {
            response.scroll_to_me(None);
        }
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 3.0, palette.hover_row);
    }
    let inner = rect.shrink2(Vec2::new(S8 - 6.0, 0.0));
    let no_sign: Option<&Sign> = None;
    paint_text(ui, inner, text, palette.ink, Align2::LEFT_CENTER, no_sign);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_marked, text));
    let is_pressed = ui.input(|input| input.pointer.primary_pressed());
    response.clicked() || (is_pressed && response.contains_pointer())
}
