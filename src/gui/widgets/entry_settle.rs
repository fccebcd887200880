//! What becomes of a text when its cell is left: taken over, kept with the reason why not, or put back.

use eframe::egui::{Context, Response};

use crate::gui::widgets::draft::{Draft, Mode, select_all};
use crate::gui::widgets::entry::Entry;
use crate::gui::widgets::entry_keys::{Go, Leave, Manner};

/// What came of a cell in this frame.
#[derive(Default)]
pub(crate) struct Settled {
    pub(crate) committed: Option<String>,
    pub(crate) picked: Option<usize>,
    pub(crate) moved: Option<Go>,
}

impl Entry<'_> {
    /// Takes over the line that was chosen from the list.
    pub(crate) fn pick(
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
    pub(crate) fn settle(
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

    pub(crate) fn problem(&self, text: &str) -> Option<String> {
        let text = text.trim();
        let check = self
            .check
            .filter(|_| !text.is_empty() || self.list.is_some())?;
        check(text).err()
    }
}
