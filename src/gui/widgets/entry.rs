//! The manners that every typed cell shares: select on focus, commit on leaving, keep what is not understood.

use eframe::egui::accesskit::{Action, ActionData, HasPopup, Invalid, Role};
use eframe::egui::{Align2, Context, Id, Rect, Response, Ui};

use crate::gui::widgets::draft::{Draft, Mode, take_settling};
use crate::gui::widgets::entry_keys::{Go, Leave, Manner, is_selecting, take_leave, take_open};
use crate::gui::widgets::entry_list::{EntryList, OpenList};
use crate::gui::widgets::entry_paint::{Sign, say, show_problem};

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
        let had_focus = ui.memory(|memory| memory.has_focus(id));
        let mut has_focus = had_focus;
        if !has_focus && ui.is_enabled() {
            // Tab arrives here: asking first lets the field open in the same frame.
            ui.memory_mut(|memory| memory.interested_in_focus(id, ui.layer_id()));
            has_focus = ui.memory(|memory| memory.has_focus(id));
        }
        let is_settling = take_settling(ui.ctx(), id);
        let (response, leave, picked) = if has_focus {
            let draft = draft.get_or_insert_with(|| Draft::of(self.edit));
            self.show_open(ui, rect, (id, !had_focus), draft)
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
        (id, has_just_arrived): (Id, bool),
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
        // The Tab that arrives here must not leave at once.
        let leave = if has_just_arrived {
            None
        } else {
            take_leave(ui, self.manner, draft.mode, open.is_some())
        };
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
}

/// A text that assistive technology puts into the cell without opening it.
pub(crate) fn requested_text(ui: &Ui, id: Id) -> Option<String> {
    ui.input(|input| {
        input
            .accesskit_action_requests(id, Action::SetValue)
            .find_map(|request| match &request.data {
                Some(ActionData::Value(text)) => Some(text.to_string()),
                _ => None,
            })
    })
}
