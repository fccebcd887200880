//! How a typed cell stands on screen: as a field while it has the keyboard, as text at rest.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align2, Color32, Context, CursorIcon, EventFilter, FontSelection, Frame, Id, Margin, Rect,
    Response, Sense, Stroke, TextEdit, Ui, UiBuilder, WidgetInfo,
};

use crate::gui::theme;
use crate::gui::theme::palette::Palette;
use crate::gui::widgets::draft::{Draft, Editing, Mode, caret_to_end, select_all};
use crate::gui::widgets::entry::Entry;
use crate::gui::widgets::entry_keys::Manner;
use crate::gui::widgets::entry_list::OpenList;
use crate::gui::widgets::entry_paint::{
    Sign, paint_box, paint_chevron, paint_text, without_chevron,
};

impl Entry<'_> {
    /// The open field; in a table that nobody has typed into yet, it looks at rest but for its ring.
    pub(crate) fn show_field(
        &self,
        ui: &mut Ui,
        rect: Rect,
        id: Id,
        draft: &mut Draft,
    ) -> Response {
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
    pub(crate) fn edit_in_place(&self, ctx: &Context, id: Id, draft: &mut Draft) {
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

    /// The text at rest.
    pub(crate) fn show_text(
        &self,
        ui: &mut Ui,
        rect: Rect,
        id: Id,
        draft: Option<&Draft>,
    ) -> Response {
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

    fn role(&self) -> Role {
        match self.list {
            Some(_) => Role::ComboBox,
            None => Role::TextInput,
        }
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
