//! Text under way in a cell: how it was begun, whether it is understood, and what was passed on of it already.

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::text_edit::TextEditState;
use eframe::egui::{Context, Id};

/// How far a cell with the keyboard is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Nothing is typed yet: typing replaces all, and in a table the arrows move between cells.
    #[default]
    Ready,
    /// Typed over; in a table the arrows commit and move.
    Typing,
    /// Opened to be changed; the arrows move the caret.
    Editing,
}

/// Text under way: not yet, or not at all, understood.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    /// The text before anybody typed.
    pub(crate) from: String,
    pub(crate) text: String,
    pub(crate) problem: Option<String>,
    /// The text last passed on while typing goes on; it has to be taken back if the text is not kept.
    pub(crate) sent: Option<String>,
    pub(crate) mode: Mode,
    /// Whether the cell had the keyboard in the last frame.
    pub(crate) is_open: bool,
    /// The place of the marked line among the lines of the list that the text leaves.
    pub(crate) marked: Option<usize>,
}

impl Draft {
    /// The text as it stands.
    pub(crate) fn of(text: &str) -> Self {
        Self {
            from: text.to_owned(),
            text: text.to_owned(),
            ..Self::default()
        }
    }

    /// A text that is kept with the reason why it is not understood, in place of `from`.
    pub(crate) fn refused(from: &str, text: &str, problem: String) -> Self {
        Self {
            text: text.to_owned(),
            problem: Some(problem),
            ..Self::of(from)
        }
    }

    /// The keyboard arrives: all of the text is selected.
    pub(crate) fn open(&mut self, ctx: &Context, id: Id) {
        self.is_open = true;
        self.mode = Mode::Ready;
        self.marked = None;
        select_all(ctx, id, &self.text);
    }

    /// A draft of the text as it stands, with the keyboard in it.
    pub(crate) fn begin(text: &str, ctx: &Context, id: Id) -> Self {
        let mut draft = Self::of(text);
        draft.open(ctx, id);
        draft
    }

    /// Passes the text on while typing goes on. A blank is only passed on when the cell is left: it is a step on the
    /// way to another figure more often than it is meant.
    pub(crate) fn note_understood(&mut self) {
        let text = self.text.trim();
        let last = self.sent.as_deref().unwrap_or(self.from.trim());
        if !text.is_empty() && text != last {
            self.sent = Some(text.to_owned());
        }
    }

    /// The text to go back to, if any other was passed on.
    pub(crate) fn take_back(&mut self) -> Option<String> {
        self.sent.take().map(|_| self.from.clone())
    }

    /// Whether leaving the cell would change something, or find out that it cannot.
    fn is_pending(&self) -> bool {
        self.is_open && self.problem.is_none() && (self.text != self.from || self.sent.is_some())
    }
}

/// Where a cell with the keyboard stands, for what surrounds it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Standing {
    pub(crate) mode: Mode,
    /// Whether it holds a text that was not understood.
    pub(crate) is_refused: bool,
}

/// How far the cell of this id is open.
pub(crate) fn standing(ctx: &Context, id: Id) -> Standing {
    let draft = ctx.data(|data| data.get_temp::<Draft>(id));
    draft.map_or_else(Standing::default, |draft| Standing {
        mode: if draft.is_open {
            draft.mode
        } else {
            Mode::Ready
        },
        is_refused: draft.problem.is_some(),
    })
}

/// Puts a text that is not understood into a cell, with the reason; `from` is what the cell holds.
pub(crate) fn refuse(ctx: &Context, id: Id, from: &str, text: &str, problem: String) {
    let draft = Draft::refused(from, text, problem);
    ctx.data_mut(|data| data.insert_temp(id, draft));
}

/// What is being typed into the cell of this id, if anything.
pub(crate) fn text(ctx: &Context, id: Id) -> Option<String> {
    Some(ctx.data(|data| data.get_temp::<Draft>(id))?.text)
}

/// The text of a cell that was not understood, if there is one.
pub(crate) fn is_refused(ctx: &Context, id: Id) -> bool {
    standing(ctx, id).is_refused
}

/// Why the text that a cell was to hold is not understood.
pub(crate) fn problem(ctx: &Context, id: Id) -> Option<String> {
    ctx.data(|data| data.get_temp::<Draft>(id))?.problem
}

/// Forgets what was typed into a cell.
pub(crate) fn forget(ctx: &Context, id: Id) {
    ctx.data_mut(|data| data.remove::<Draft>(id));
}

/// The cell that has the keyboard, so that a command can settle it first.
#[derive(Clone, Copy)]
pub(crate) struct Editing(pub(crate) Id);

/// The cell that is to be settled.
#[derive(Clone, Copy)]
struct Settling(Id);

/// Settles the cell under edit, if any: its text is committed in the next frame, and it keeps the keyboard.
///
/// Call it before a command that reads the register (save, undo, another page), and run the command a frame later if
/// it says `true`.
pub fn finish_editing(ctx: &Context) -> bool {
    let Some(Editing(id)) = ctx.data(|data| data.get_temp(Id::NULL)) else {
        return false;
    };
    let has_focus = ctx.memory(|memory| memory.has_focus(id));
    let draft = ctx.data(|data| data.get_temp::<Draft>(id));
    let is_pending = has_focus && draft.is_some_and(|draft| draft.is_pending());
    if is_pending {
        ctx.data_mut(|data| data.insert_temp(Id::NULL, Settling(id)));
        ctx.request_repaint();
    }
    is_pending
}

/// Whether the cell of this id is to be settled now; says so once.
pub(crate) fn take_settling(ctx: &Context, id: Id) -> bool {
    let wanted = ctx.data(|data| data.get_temp::<Settling>(Id::NULL));
    let is_here = wanted.is_some_and(|Settling(wanted)| wanted == id);
    if is_here {
        ctx.data_mut(|data| data.remove::<Settling>(Id::NULL));
    }
    is_here
}

/// Selects all of the text of the field with this id; its start stays in view.
pub(crate) fn select_all(ctx: &Context, id: Id, text: &str) {
    let (start, end) = (CCursor::new(0), CCursor::new(text.chars().count()));
    put_caret(ctx, id, CCursorRange::two(end, start));
}

/// Puts the caret behind the text of the field with this id.
pub(crate) fn caret_to_end(ctx: &Context, id: Id, text: &str) {
    let end = CCursor::new(text.chars().count());
    put_caret(ctx, id, CCursorRange::one(end));
}

fn put_caret(ctx: &Context, id: Id, range: CCursorRange) {
    let mut state = TextEditState::load(ctx, id).unwrap_or_default();
    state.clear_undoer();
    state.cursor.set_char_range(Some(range));
    state.store(ctx, id);
}
