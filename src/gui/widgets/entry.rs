//! The manners that every typed cell shares: select on focus, commit on leaving, keep what is not understood.

use eframe::egui::accesskit::{Action, ActionData, Invalid, Role};
use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::text_edit::TextEditState;
use eframe::egui::{
    Align2, Color32, Context, CursorIcon, EventFilter, FontSelection, Frame, Id, Margin, Rect,
    Response, Sense, Stroke, TextEdit, Ui, UiBuilder, WidgetInfo,
};

use crate::gui::theme;
use crate::gui::theme::palette::Palette;
use crate::gui::widgets::entry_keys::{Leave, Move, take_leave};
use crate::gui::widgets::entry_paint::{paint_box, paint_text, show_problem};

/// What happened in a cell in this frame.
pub struct CellOutcome {
    /// The response of the whole cell.
    pub response: Response,
    /// Text that was understood and differs from before; empty when the cell was cleared.
    pub committed: Option<String>,
    /// Text under way that is understood and changed in this frame, so that results can follow it; never blank.
    pub typed: Option<String>,
    /// Where the keyboard wants to go.
    pub moved: Option<Move>,
    /// Why the text in the cell is not understood.
    pub problem: Option<String>,
}

/// Whether a text can be understood, with the reason if not.
pub(crate) type Check<'a> = &'a dyn Fn(&str) -> Result<(), String>;

/// One typed cell, before it is told whether it holds words or a quantity.
pub(crate) struct Entry<'a> {
    pub(crate) id: Option<Id>,
    pub(crate) name: &'a str,
    pub(crate) shown: &'a str,
    pub(crate) edit: &'a str,
    pub(crate) placeholder: &'a str,
    pub(crate) align: Align2,
    pub(crate) check: Option<Check<'a>>,
}

/// Text under way: not yet, or not at all, understood.
#[derive(Clone, Default)]
struct Draft {
    /// The text before anybody typed.
    from: String,
    text: String,
    problem: Option<String>,
    /// The text last passed on while typing goes on; it has to be taken back if the text is not kept.
    sent: Option<String>,
}

impl Draft {
    fn of(text: &str) -> Self {
        Self {
            from: text.to_owned(),
            text: text.to_owned(),
            ..Self::default()
        }
    }

    /// A draft of the text as it stands, all of it selected.
    fn begin(text: &str, ctx: &Context, id: Id) -> Self {
        select_all(ctx, id, text);
        Self::of(text)
    }

    /// Passes the text on while typing goes on. A blank is only passed on when the cell is left: it is a step on the
    /// way to another figure more often than it is meant.
    fn note_understood(&mut self) {
        let text = self.text.trim();
        let last = self.sent.as_deref().unwrap_or(self.from.trim());
        if !text.is_empty() && text != last {
            self.sent = Some(text.to_owned());
        }
    }

    /// The text to go back to, if any other was passed on.
    fn take_back(&mut self) -> Option<String> {
        self.sent.take().map(|_| self.from.clone())
    }
}

/// The cell that has the keyboard, so that a command can settle it first.
#[derive(Clone, Copy)]
struct Editing(Id);

/// Leaves the cell under edit, if any; then its text is committed in the next frame.
///
/// Call it before a command that reads the register (save, undo, another page), and run the command a frame later if
/// it says `true`.
pub fn finish_editing(ctx: &Context) -> bool {
    let Some(Editing(id)) = ctx.data(|data| data.get_temp(Id::NULL)) else {
        return false;
    };
    let has_focus = ctx.memory(|memory| memory.has_focus(id));
    if has_focus {
        ctx.memory_mut(|memory| memory.surrender_focus(id));
        ctx.request_repaint();
    }
    has_focus
}

impl Entry<'_> {
    /// Shows the cell in `rect`.
    pub(crate) fn show(self, ui: &mut Ui, rect: Rect) -> CellOutcome {
        let id = self.id.unwrap_or_else(|| ui.make_persistent_id(self.name));
        let mut draft = self.draft(ui.ctx(), id);
        let sent_before = draft.as_ref().and_then(|draft| draft.sent.clone());
        let mut has_focus = ui.memory(|memory| memory.has_focus(id));
        if !has_focus && ui.is_enabled() {
            // Tab arrives here: asking first lets the field open in the same frame.
            ui.memory_mut(|memory| memory.interested_in_focus(id, ui.layer_id()));
            has_focus = ui.memory(|memory| memory.has_focus(id));
        }
        let mut leave = None;
        let response = if has_focus {
            let draft = draft.get_or_insert_with(|| Draft::begin(self.edit, ui.ctx(), id));
            leave = take_leave(ui);
            self.show_field(ui, rect, id, draft)
        } else {
            if let Some(text) = requested_text(ui, id) {
                draft = Some(Draft {
                    text,
                    ..Draft::of(self.edit)
                });
            }
            self.show_text(ui, rect, id, draft.as_ref())
        };
        let still_has_focus = ui.memory(|memory| memory.has_focus(id));
        let (committed, moved) =
            self.settle(ui.ctx(), &response, &mut draft, leave, still_has_focus);
        let typed = draft.as_ref().and_then(|draft| draft.sent.clone());
        let typed = typed.filter(|text| Some(text) != sent_before.as_ref() && committed.is_none());
        let problem = draft.as_ref().and_then(|draft| draft.problem.clone());
        self.describe(ui.ctx(), id, problem.as_deref());
        show_problem(ui, &response, still_has_focus, problem.as_deref());
        ui.data_mut(|data| match draft {
            Some(draft) => {
                data.insert_temp(id, draft);
            }
            None => data.remove::<Draft>(id),
        });
        CellOutcome {
            response,
            committed,
            typed,
            moved,
            problem,
        }
    }

    /// The draft of this cell, unless the figure changed under it by another hand than the draft's own.
    fn draft(&self, ctx: &Context, id: Id) -> Option<Draft> {
        ctx.data(|data| data.get_temp::<Draft>(id))
            .filter(|draft| draft.from == self.edit || draft.sent.is_some())
    }

    /// The open field.
    fn show_field(&self, ui: &mut Ui, rect: Rect, id: Id, draft: &mut Draft) -> Response {
        let palette = theme::palette(ui);
        ui.data_mut(|data| data.insert_temp(Id::NULL, Editing(id)));
        let (fill, ring) = match draft.problem {
            Some(_) => (palette.error_soft, palette.error),
            None => (palette.surface, palette.focus_ring),
        };
        paint_box(ui, rect, fill, Stroke::new(2.0, ring));
        let mut inner = ui.new_child(UiBuilder::new().id_salt(id).max_rect(rect));
        inner.spacing_mut().interact_size.y = rect.height();
        let output = TextEdit::singleline(&mut draft.text)
            .id(id)
            .frame(Frame::NONE.inner_margin(Margin::symmetric(6, 0)))
            .font(FontSelection::FontId(theme::text_font()))
            .text_color(self.colour(palette))
            .desired_width(rect.width())
            .min_size(rect.size())
            .align(self.align)
            .return_key(None)
            .event_filter(EventFilter {
                horizontal_arrows: true,
                vertical_arrows: true,
                escape: true,
                tab: false,
            })
            .show(&mut inner);
        if output.response.changed() {
            let problem = self.problem(&draft.text);
            if problem.is_none() {
                draft.note_understood();
            }
            if draft.problem.is_some() {
                draft.problem = problem;
            }
        }
        output.response.response
    }

    /// The cell at rest.
    fn show_text(&self, ui: &mut Ui, rect: Rect, id: Id, draft: Option<&Draft>) -> Response {
        let palette = theme::palette(ui);
        let response = ui.interact(rect, id, Sense::click());
        let text = draft.map_or(self.shown, |draft| &draft.text);
        let mut is_cut = false;
        if ui.is_rect_visible(rect) {
            let has_problem = draft.is_some_and(|draft| draft.problem.is_some());
            let (fill, outline) = match (has_problem, response.hovered()) {
                (true, _) => (palette.error_soft, Stroke::new(1.5, palette.error)),
                (false, true) => (palette.field, Stroke::new(1.0, palette.border)),
                (false, false) => (palette.field, Stroke::new(1.0, palette.field_edge)),
            };
            paint_box(ui, rect, fill, outline);
            let (text, colour) = if text.is_empty() {
                (self.placeholder, palette.muted)
            } else {
                (text, self.colour(palette))
            };
            is_cut = paint_text(ui, rect, text, colour, self.align, has_problem) && !has_problem;
        }
        if response.hovered() {
            ui.set_cursor_icon(CursorIcon::Text);
        }
        if response.clicked() {
            response.request_focus();
            ui.ctx().request_repaint();
        }
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::TextInput, ui.is_enabled(), self.name);
            info.current_text_value = Some(text.to_owned());
            info
        });
        if is_cut && !text.is_empty() {
            return response.on_hover_text(text);
        }
        response
    }

    /// Takes over what was typed, or keeps it with the reason why not.
    fn settle(
        &self,
        ctx: &Context,
        response: &Response,
        draft: &mut Option<Draft>,
        leave: Option<Leave>,
        has_focus: bool,
    ) -> (Option<String>, Option<Move>) {
        let Some(under_way) = draft else {
            return (None, None);
        };
        if leave == Some(Leave::Restore) {
            let was_touched = under_way.text != under_way.from || under_way.problem.is_some();
            let taken_back = under_way.take_back();
            *draft = was_touched.then(|| Draft::begin(&under_way.from, ctx, response.id));
            if !was_touched {
                response.surrender_focus();
            }
            return (taken_back, None);
        }
        if has_focus && leave.is_none() {
            return (None, None);
        }
        let text = under_way.text.trim().to_owned();
        under_way.problem = self.problem(&text);
        if under_way.problem.is_some() && matches!(leave, Some(Leave::Enter(_))) {
            select_all(ctx, response.id, &under_way.text);
            return (under_way.take_back(), None);
        }
        let moved = match leave {
            Some(Leave::Enter(to) | Leave::Arrow(to)) => Some(to),
            Some(Leave::Restore) | None => None,
        };
        if moved.is_some() {
            response.surrender_focus();
            ctx.request_repaint();
        }
        if under_way.problem.is_some() {
            return (under_way.take_back(), moved);
        }
        let is_changed = text != under_way.from.trim() || under_way.sent.is_some();
        *draft = None;
        (is_changed.then_some(text), moved)
    }

    fn problem(&self, text: &str) -> Option<String> {
        let text = text.trim();
        let check = self.check.filter(|_| !text.is_empty())?;
        check(text).err()
    }

    fn describe(&self, ctx: &Context, id: Id, problem: Option<&str>) {
        ctx.accesskit_node_builder(id, |node| {
            node.set_label(self.name);
            node.add_action(Action::SetValue);
            if !self.placeholder.is_empty() {
                node.set_placeholder(self.placeholder);
            }
            if let Some(problem) = problem {
                node.set_invalid(Invalid::True);
                node.set_description(problem);
            }
        });
    }

    /// Quantities that were typed have a colour of their own; words are ink.
    fn colour(&self, palette: &Palette) -> Color32 {
        if self.align == Align2::RIGHT_CENTER {
            palette.typed
        } else {
            palette.ink
        }
    }
}

fn select_all(ctx: &Context, id: Id, text: &str) {
    let mut state = TextEditState::load(ctx, id).unwrap_or_default();
    state.clear_undoer();
    let all = CCursorRange::two(CCursor::new(0), CCursor::new(text.chars().count()));
    state.cursor.set_char_range(Some(all));
    state.store(ctx, id);
}

/// A text that assistive technology puts into the cell without opening it.
fn requested_text(ui: &Ui, id: Id) -> Option<String> {
    ui.input(|input| {
        input
            .accesskit_action_requests(id, Action::SetValue)
            .find_map(|request| match &request.data {
                Some(ActionData::Value(text)) => Some(text.to_string()),
                _ => None,
            })
    })
}
