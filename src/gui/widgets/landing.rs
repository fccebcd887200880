//! Where F6 lands: at the head of the list of pages, or of what a page holds, so that Tab goes on from there.

use eframe::egui::accesskit::Role;
use eframe::egui::{Context, Id, Rect, Sense, Stroke, Ui, Vec2, WidgetInfo};

use crate::gui::theme::palette;

/// A part of the window that F6 goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    /// The list of pages.
    List,
    /// What the page holds.
    Page,
}

/// Where F6 went last.
#[derive(Clone, Copy)]
struct Landed(Pane);

impl Pane {
    const fn name(self) -> &'static str {
        match self {
            Self::List => "List of pages",
            Self::Page => "Page",
        }
    }

    fn id(self) -> Id {
        Id::unique(("landing", self.name()))
    }
}

/// Sends the keyboard to the page, and from the page to the list.
pub fn go_to_other_pane(ctx: &Context) {
    let last = ctx.data(|data| data.get_temp(Id::NULL));
    let pane = match last {
        Some(Landed(Pane::Page)) => Pane::List,
        Some(Landed(Pane::List)) | None => Pane::Page,
    };
    land(ctx, pane);
}

/// Sends the keyboard to the head of a pane.
pub fn land(ctx: &Context, pane: Pane) {
    ctx.data_mut(|data| data.insert_temp(Id::NULL, Landed(pane)));
    ctx.memory_mut(|memory| memory.request_focus(pane.id()));
    ctx.request_repaint();
}

/// The place to land at; it is there only while it has the keyboard, so that Tab never stops at it.
pub fn landing(ui: &Ui, pane: Pane) {
    let id = pane.id();
    if !ui.memory(|memory| memory.has_focus(id)) {
        return;
    }
    let size = Vec2::new(ui.available_width(), 2.0);
    let rect = Rect::from_min_size(ui.cursor().min, size);
    let response = ui.interact(rect, id, Sense::focusable_noninteractive());
    let line = Stroke::new(2.0, palette(ui).focus_ring);
    ui.painter().hline(rect.x_range(), rect.center().y, line);
    response.widget_info(|| WidgetInfo::labeled(Role::Group, true, pane.name()));
}
