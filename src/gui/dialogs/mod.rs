//! Questions that are asked before anything else goes on.

use eframe::egui::{Context, Frame, Id, Margin, Modal};

pub mod export;
pub mod file_chooser;
pub mod help;
pub mod leave;
pub mod path;
pub mod recovery;
pub mod unsaved;

/// A question in the middle of the window, with room to breathe.
pub(crate) fn modal(ctx: &Context, name: &str) -> Modal {
    let theme = ctx.theme();
    let frame = Frame::popup(&ctx.style_of(theme)).inner_margin(Margin::same(20));
    Modal::new(Id::unique(name)).frame(frame)
}
