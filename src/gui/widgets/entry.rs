//! The manners that every typed cell shares: select on focus, commit on leaving, keep what is not understood.

use eframe::egui::accesskit::{Action, ActionData, HasPopup, Invalid, Role};
use eframe::egui::{
    Align2, Color32, Context, CursorIcon, EventFilter, FontSelection, Frame, Id, Margin, Rect,
    Response, Sense, Stroke, TextEdit, Ui, UiBuilder, WidgetInfo,
};

use crate::gui::theme;
use crate::gui::theme::palette::Palette;
use crate::gui::widgets::draft::{Draft, Editing, Mode, caret_to_end, select_all, take_settling};
use crate::gui::widgets::entry_keys::{Go, Leave, Manner, is_selecting, take_leave, take_open};
use crate::gui::widgets::entry_list::{EntryList, OpenList};
use crate::gui::widgets::entry_paint::{
    Sign, paint_box, paint_chevron, paint_text, say, show_problem, without_chevron,
};

/// What happened in a cell in this frame.
pub struct CellOutcome {
    /// The response of the whole cell.
    pub response: Response,
    /// Text that was understood and differs from before; empty when the cell was cleared.
    pub committed: Option<String>,
    /// Text under way that is understood and changed in this frame, so that results can follow it; never blank.
    pub typed: Option<String>,
    /// The line of its list that was chosen, where the cell has one.
    pub picked: Option<usize>,
    /// Where the keyboard wants to go.
    pub moved: Option<Go>,
    /// Why the text in the cell is not understood.
    pub problem: Option<String>,
}

/// Whether a text can be understood, with the reason if not.
pub(crate) type Check<'a> = &'a dyn Fn(&str) -> Result<(), String>;

/// One typed cell, before it is told whether it holds words, a quantity or one of a list.
pub(crate) struct Entry<'a> {
    pub(crate) id: Option<Id>,
    pub(crate) name: &'a str,
    pub(crate) shown: &'a str,
    pub(crate) edit: &'a str,
    pub(crate) placeholder: &'a str,
    pub(crate) align: Align2,
    pub(crate) check: Option<Check<'a>>,
    pub(crate) manner: Manner,
    pub(crate) list: Option<EntryList<'a>>,
    pub(crate) sign: Option<Sign<'a>>,
    pub(crate) is_in_range: bool,
}

/// What came of a cell in this frame.
#[derive(Default)]
struct Settled {
    committed: Option<String>,
    picked: Option<usize>,
    moved: Option<Go>,
}

impl<'a> Entry<'a> {
    /// A cell of words without a check, in a form.
    pub(crate) fn new(name: &'a str, shown: &'a str, edit: &'a str) -> Self {
        Self {
            id: None,
            name,
            shown,
            edit,
            placeholder: "",
            align: Align2::LEFT_CENTER,
            check: None,
            manner: Manner::Form,
            list: None,
            sign: None,
            is_in_range: false,
        }
    }

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
        let is_settling = take_settling(ui.ctx(), id);
        let (response, leave, picked) = if has_focus {
            let draft = draft.get_or_insert_with(|| Draft::of(self.edit));
            self.show_open(ui, rect, id, draft)
        } else {
            let response = self.show_closed(ui, rect, id, &mut draft);
            (response, None, None)
        };
        let still_has_focus = ui.memory(|memory| memory.has_focus(id));
        let settled = if picked.is_some() {
            Self::pick(ui.ctx(), &response, &mut draft, (leave, picked))
        } else {
            let stays = still_has_focus && !is_settling;
            self.settle(ui.ctx(), &response, &mut draft, leave, stays)
        };
        let typed = draft.as_ref().and_then(|draft| draft.sent.clone());
        let typed =
            typed.filter(|text| Some(text) != sent_before.as_ref() && settled.committed.is_none());
        let problem = draft.as_ref().and_then(|draft| draft.problem.clone());
        self.describe(ui.ctx(), id, problem.as_deref());
        let is_at_rest = draft.as_ref().is_none_or(|it| it.mode == Mode::Ready);
        match (&problem, &self.sign) {
            (Some(problem), _) => show_problem(ui, &response, still_has_focus, problem),
            (None, Some(sign)) => say(ui, &response, still_has_focus && is_at_rest, sign),
            (None, None) => {}
        }
        ui.data_mut(|data| match draft {
            Some(draft) => {
                data.insert_temp(id, draft);
            }
            None => data.remove::<Draft>(id),
        });
        CellOutcome {
            response,
            committed: settled.committed,
            typed,
            picked: settled.picked,
            moved: settled.moved,
            problem,
        }
    }

    /// The draft of this cell, unless the figure changed under it by another hand than the draft's own.
    fn draft(&self, ctx: &Context, id: Id) -> Option<Draft> {
        ctx.data(|data| data.get_temp::<Draft>(id))
            .filter(|draft| draft.from == self.edit || draft.sent.is_some())
    }

    /// The cell with the keyboard: its field, and its list while that is open.
    fn show_open(
        &self,
        ui: &mut Ui,
        rect: Rect,
        id: Id,
        draft: &mut Draft,
    ) -> (Response, Option<Leave>, Option<usize>) {
        if !draft.is_open {
            draft.open(ui.ctx(), id);
        }
        let is_table = self.manner == Manner::Table;
        if is_table && draft.mode == Mode::Ready && take_open(ui, self.list.is_some()) {
            self.edit_in_place(ui.ctx(), id, draft);
        }
        let is_list_open = |draft: &Draft| self.list.is_some() && draft.mode != Mode::Ready;
        let mut open = self.list.filter(|_| is_list_open(draft)).map(OpenList::of);
        if let Some(open) = &open {
            open.hear_arrows(ui, draft);
        }
        let leave = take_leave(ui, self.manner, draft.mode, open.is_some());
        let response = self.show_field(ui, rect, id, draft);
        if open.is_none() && is_list_open(draft) {
            open = self.list.map(OpenList::of);
        }
        let Some(open) = open else {
            return (response, leave, None);
        };
        if response.changed() {
            draft.marked = (!draft.text.trim().is_empty()).then_some(0);
        }
        let by_key = matches!(leave, Some(Leave::Enter(_) | Leave::Pass(_)));
        let picked = if by_key {
            open.marked(draft)
        } else {
            open.show(ui, rect, (id, self.name), draft)
        };
        (response, leave, picked)
    }

    /// The open field; in a table that nobody has typed into yet, it looks at rest but for its ring.
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
        let is_resting = self.manner == Manner::Table && draft.mode == Mode::Ready;
        if is_resting {
            let visuals = inner.visuals_mut();
            visuals.selection.bg_fill = Color32::TRANSPARENT;
            visuals.text_cursor.stroke.color = Color32::TRANSPARENT;
        }
        let (mut left, mut right) = (6, 6);
        if self.list.is_some() {
            right = 22;
            paint_chevron(ui, rect);
        } else if let Some(sign) = self.sign.filter(|_| is_resting) {
            left = 20;
            sign.paint(ui, rect);
        }
        let output = TextEdit::singleline(&mut draft.text)
            .id(id)
            .frame(Frame::NONE.inner_margin(Margin {
                left,
                right,
                top: 0,
                bottom: 0,
            }))
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
                tab: self.manner == Manner::Table,
            })
            .show(&mut inner);
        let response = output.response.response.clone();
        if response.changed() {
            let problem = self.problem(&draft.text);
            if problem.is_none() && self.list.is_none() {
                draft.note_understood();
            }
            if draft.problem.is_some() {
                draft.problem = problem;
            }
            if draft.mode == Mode::Ready {
                draft.mode = Mode::Typing;
            }
        } else if is_resting {
            if response.double_clicked() || (response.clicked() && self.list.is_some()) {
                self.edit_in_place(ui.ctx(), id, draft);
            } else {
                // A click does not put the caret into a cell at rest: what is typed next replaces all of it.
                select_all(ui.ctx(), id, &draft.text);
            }
        }
        response
    }

    /// Opens the cell to be changed rather than replaced; a list opens at what is chosen.
    fn edit_in_place(&self, ctx: &Context, id: Id, draft: &mut Draft) {
        draft.mode = Mode::Editing;
        match self.list.map(OpenList::of) {
            Some(list) => {
                draft.marked = list.place(&draft.text);
                select_all(ctx, id, &draft.text);
            }
            None => caret_to_end(ctx, id, &draft.text),
        }
        ctx.request_repaint();
    }

    /// The cell without the keyboard.
    fn show_closed(&self, ui: &mut Ui, rect: Rect, id: Id, draft: &mut Option<Draft>) -> Response {
        if let Some(draft) = draft {
            draft.is_open = false;
        }
        if let Some(text) = requested_text(ui, id) {
            *draft = Some(Draft {
                text,
                ..Draft::of(self.edit)
            });
        }
        let response = self.show_text(ui, rect, id, draft.as_ref());
        if response.clicked() && !is_selecting(ui) {
            response.request_focus();
            ui.ctx().request_repaint();
            if self.list.is_some() {
                let draft = draft.get_or_insert_with(|| Draft::of(self.edit));
                draft.is_open = true;
                self.edit_in_place(ui.ctx(), id, draft);
            }
        }
        response
    }

    /// The text at rest.
    fn show_text(&self, ui: &mut Ui, rect: Rect, id: Id, draft: Option<&Draft>) -> Response {
        let palette = theme::palette(ui);
        let response = ui.interact(rect, id, Sense::click());
        let text = draft.map_or(self.shown, |draft| &draft.text);
        let mut is_cut = false;
        if ui.is_rect_visible(rect) {
            let has_problem = draft.is_some_and(|draft| draft.problem.is_some());
            let rest = if self.is_in_range {
                palette.selection
            } else {
                palette.field
            };
            let (fill, outline) = match (has_problem, response.hovered()) {
                (true, _) => (palette.error_soft, Stroke::new(1.5, palette.error)),
                (false, true) => (rest, Stroke::new(1.0, palette.border)),
                (false, false) if self.is_in_range => (rest, Stroke::NONE),
                (false, false) => (rest, Stroke::new(1.0, palette.field_edge)),
            };
            paint_box(ui, rect, fill, outline);
            let (text, colour) = if text.is_empty() {
                (self.placeholder, palette.muted)
            } else {
                (text, self.colour(palette))
            };
            let room = if self.list.is_some() {
                paint_chevron(ui, rect);
                without_chevron(rect)
            } else {
                rect
            };
            let error = Sign::refused("");
            let sign = if has_problem {
                Some(&error)
            } else {
                self.sign.as_ref()
            };
            is_cut = paint_text(ui, room, text, colour, self.align, sign) && sign.is_none();
        }
        if response.hovered() {
            ui.set_cursor_icon(CursorIcon::Text);
        }
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(self.role(), ui.is_enabled(), self.name);
            info.current_text_value = Some(text.to_owned());
            info
        });
        if is_cut && !text.is_empty() {
            return response.on_hover_text(text);
        }
        response
    }

    /// Takes over the line that was chosen from the list.
    fn pick(
        ctx: &Context,
        response: &Response,
        draft: &mut Option<Draft>,
        (leave, picked): (Option<Leave>, Option<usize>),
    ) -> Settled {
        *draft = None;
        // The pointer may have been on the list, which takes the keyboard from the cell.
        response.request_focus();
        ctx.request_repaint();
        let moved = match leave {
            Some(Leave::Enter(to) | Leave::Pass(to)) => Some(to),
            _ => None,
        };
        Settled {
            picked,
            moved,
            ..Settled::default()
        }
    }

    /// Takes over what was typed, or keeps it with the reason why not.
    fn settle(
        &self,
        ctx: &Context,
        response: &Response,
        draft: &mut Option<Draft>,
        leave: Option<Leave>,
        stays: bool,
    ) -> Settled {
        let Some(under_way) = draft else {
            return Settled::default();
        };
        if leave == Some(Leave::Restore) {
            let committed = self.restore(ctx, response, draft);
            return Settled {
                committed,
                ..Settled::default()
            };
        }
        if stays && leave.is_none() {
            return Settled::default();
        }
        let text = under_way.text.trim().to_owned();
        under_way.problem = self.problem(&text);
        let has_problem = under_way.problem.is_some();
        if has_problem && matches!(leave, Some(Leave::Enter(_))) {
            select_all(ctx, response.id, &under_way.text);
            return Settled {
                committed: under_way.take_back(),
                ..Settled::default()
            };
        }
        let moved = match leave {
            Some(Leave::Enter(to) | Leave::Pass(to)) => Some(to),
            Some(Leave::Restore) | None => None,
        };
        if moved.is_some() {
            response.surrender_focus();
            ctx.request_repaint();
        }
        let committed = if has_problem {
            under_way.mode = Mode::Ready;
            under_way.take_back()
        } else {
            let is_changed = text != under_way.from.trim() || under_way.sent.is_some();
            *draft = None;
            is_changed.then_some(text)
        };
        Settled {
            committed,
            moved,
            ..Settled::default()
        }
    }

    /// Goes back to what was there; leaves the cell where nothing was typed.
    fn restore(
        &self,
        ctx: &Context,
        response: &Response,
        draft: &mut Option<Draft>,
    ) -> Option<String> {
        let under_way = draft.as_mut()?;
        let is_table = self.manner == Manner::Table;
        let was_touched = under_way.text != under_way.from
            || under_way.problem.is_some()
            || (is_table && under_way.mode != Mode::Ready);
        let taken_back = under_way.take_back();
        *draft = was_touched.then(|| Draft::begin(&under_way.from, ctx, response.id));
        if !was_touched {
            response.surrender_focus();
        }
        taken_back
    }

    fn problem(&self, text: &str) -> Option<String> {
        let text = text.trim();
        let check = self
            .check
            .filter(|_| !text.is_empty() || self.list.is_some())?;
        check(text).err()
    }

    fn role(&self) -> Role {
        match self.list {
            Some(_) => Role::ComboBox,
            None => Role::TextInput,
        }
    }

    fn describe(&self, ctx: &Context, id: Id, problem: Option<&str>) {
        ctx.accesskit_node_builder(id, |node| {
            node.set_label(self.name);
            node.add_action(Action::SetValue);
            if self.list.is_some() {
                node.set_role(Role::ComboBox);
                node.set_has_popup(HasPopup::Listbox);
            }
            if self.is_in_range {
                node.set_selected(true);
            }
            if !self.placeholder.is_empty() {
                node.set_placeholder(self.placeholder);
            }
            if let Some(problem) = problem {
                node.set_invalid(Invalid::True);
                node.set_description(problem);
            } else if let Some(sign) = &self.sign {
                node.set_description(sign.message);
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
